import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GOLDEN } from '../../scripts/golden.mjs';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import { type CommandPlace, contextFor, printed } from '../in-process.js';
import { runCli } from '../run-cli.js';

/* Whatever a command does for several contracts, it measures them with one request, and each as if it were alone. */

const TEXT = readFileSync(join(GOLDEN, 'gates', 'contracts', 'tea-gates', 'contract.yaml'), 'utf8');
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** A repository with the same contract under several names. */
function repository(...ids: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'concord-together-'));
  roots.push(root);
  cpSync(join(GOLDEN, 'gates', 'data'), join(root, 'data'), { recursive: true });
  for (const id of ids) {
    const folder = join(root, 'contracts', id);
    cpSync(join(GOLDEN, 'gates', 'contracts', 'tea-gates'), folder, { recursive: true });
    writeFileSync(join(folder, 'contract.yaml'), TEXT.replace('id: tea-gates', `id: ${id}`));
  }
  return root;
}

/** The context with what its warehouses are asked for. */
function watched(root: string): { context: CommandPlace; asked: (readonly MeasurementRequest[])[]; statements: number[] } {
  const own = contextFor({ root, asOf: '2026-03-10' });
  const asked: (readonly MeasurementRequest[])[] = [];
  const statements: number[] = [];
  const openWarehouse: CommandPlace['openWarehouse'] = async (settings) => {
    const warehouse = await own.openWarehouse(settings);
    const measure: typeof warehouse.measure = async (requests) => {
      asked.push(requests);
      statements.push((await warehouse.explain(requests)).statements.length);
      return warehouse.measure(requests);
    };
    return { ...warehouse, measure };
  };
  return { context: { ...own, openWarehouse }, asked, statements };
}

const NAMES = Array.from({ length: 10 }, (_, index) => `tea-${index}`);

describe('ten contracts on the same facts', () => {
  it.each([
    ['does not exist', (root: string) => rmSync(join(root, 'data'), { recursive: true })],
    [
      'is empty',
      (root: string) => {
        rmSync(join(root, 'data'), { recursive: true });
        mkdirSync(join(root, 'data'));
      },
    ],
  ])('whose data folder %s are told so once, with how much is to be read from it', async (state, change) => {
    const root = repository(...NAMES);
    change(root);
    const context = contextFor({ root, asOf: '2026-03-10', format: 'pretty' });
    const told = async (verb: ReturnType<typeof settleDue>) => {
      const { exitCode, output, errors = '' } = await printed(context, verb);
      return [exitCode, ...`${output}${errors}`.split('\n').filter((line) => /error|nothing can be measured/.test(line))];
    };
    const once = [
      1,
      'contracts/workspace.yaml:1:1 error data-all-missing',
      `  nothing can be measured: the data folder data ${state}; 4 tables of 10 contracts are to be read from it: ads.loads, ads.spend, shop.loads, shop.sales`,
      '1 error',
    ];
    expect(await told(settleDue(context, { contract: null, period: null, preview: false }))).toEqual(once);
    expect(await told(score(context, { contract: null, all: true, period: '2026-01' }))).toEqual(once);
  });

  it('are settled on one request, with as many statements as one contract takes', async () => {
    const ten = watched(repository(...NAMES));
    const { exitCode, output } = await printed(ten.context, settleDue(ten.context, { contract: null, period: null, preview: false }));
    expect(exitCode).toBe(0);
    expect(ten.asked.map((requests) => requests.map(({ contract }) => contract))).toEqual([NAMES]);
    const one = watched(repository('tea-0'));
    const alone = await printed(one.context, settleDue(one.context, { contract: null, period: null, preview: false }));
    expect(ten.statements).toEqual(one.statements);
    const { statements } = JSON.parse(output) as { statements: { contract: string }[] };
    const own = statements.filter(({ contract }) => contract === 'tea-0');
    expect(own.length).toBeGreaterThan(0);
    expect(own).toEqual((JSON.parse(alone.output) as { statements: unknown[] }).statements);
  });

  it('are scored on one request, each as it is alone; what is wrong with one keeps no other from it', async () => {
    const root = repository(...NAMES.slice(0, 3));
    const definitions = join(root, 'contracts', 'tea-1', 'definitions.yaml');
    writeFileSync(definitions, readFileSync(definitions, 'utf8').replace('sum: amount', 'sum: amont'));
    const { context, asked } = watched(root);
    const { exitCode, output, errors } = await printed(context, score(context, { contract: null, all: true, period: null }));
    expect(exitCode).toBe(1);
    expect(errors).toContain('contracts/tea-1/definitions.yaml');
    expect(asked).toHaveLength(1);
    const { scorecards } = JSON.parse(output) as { scorecards: { contract: string }[] };
    expect(scorecards.map(({ contract }) => contract)).toEqual(['tea-0', 'tea-2']);
    const alone = await printed(context, score(context, { contract: 'tea-2', period: null }));
    expect(scorecards[1]).toEqual(JSON.parse(alone.output));
  });

  it('score takes a contract or --all', async () => {
    const root = repository('tea-0', 'tea-2');
    const all = await runCli(['score', '--all', '--root', root, '--as-of', '2026-03-10', '--format', 'json']);
    expect(all.stderr).toBe('');
    expect((JSON.parse(all.stdout) as { scorecards: unknown[] }).scorecards).toHaveLength(2);
    for (const [args, said] of [
      [['score'], 'Name one of: tea-0, tea-2.'],
      [['score', 'tea-0', '--all'], 'error: name one contract, or all of them with --all, not both'],
    ] as const) {
      const { code, stderr } = await runCli([...args, '--root', root]);
      expect(code).toBe(2);
      expect(stderr).toContain(said);
    }
  });
});

describe('a table without files', () => {
  it('is told once, whoever reads it, and by every command in one shape', async () => {
    const root = repository('tea-0');
    const folder = join(root, 'contracts', 'tea-0');
    const text = readFileSync(join(folder, 'definitions.yaml'), 'utf8');
    const viewed = 'facts:\n  viewed: { view: viewed, grain: [id], custodian: brand }';
    writeFileSync(
      join(folder, 'definitions.yaml'),
      text.replace('facts:', viewed).replace('customers, of: sales', 'customers, of: viewed'),
    );
    mkdirSync(join(folder, 'views'), { recursive: true });
    writeFileSync(join(folder, 'views', 'viewed.duckdb.sql'), 'SELECT id, customer, paid_at FROM shop.sales\n');
    rmSync(join(root, 'data', 'shop', 'sales.csv'));
    const context = contextFor({ root, asOf: '2026-03-10' });
    type Refused = { issues: { code: string; params: { table: string }; message: { en: object; zh: object } }[] };
    const scored = await printed(context, score(context, { contract: 'tea-0', all: false, period: null }));
    const settled = await printed(context, settleDue(context, { contract: null, period: null, preview: true }));
    const [one, other] = [scored, settled].map(({ output }) => (JSON.parse(output) as Refused).issues);
    expect(one?.map(({ code, params }) => [code, params.table])).toEqual([['data-file-missing', 'shop.sales']]);
    expect(Object.keys(one?.[0]?.message ?? {})).toEqual(['en', 'zh']);
    const [first] = one ?? [];
    expect(other?.filter(({ code }) => code === 'data-file-missing')).toEqual([first]);
  });
});
