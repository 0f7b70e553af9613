import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Terms } from '../../src/contract/model.js';
import { ShellError } from '../../src/ports/failure.js';
import type { Warehouse } from '../../src/ports/warehouse.js';
import { scorePeriods } from '../../src/running/period-score.js';
import { type ReadContract, readContract } from '../../src/running/repository.js';
import { contextFor } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { tries } from '../tries.js';
import { openDuckdb } from '../warehouses.js';
import { CHANGES, changed, ENCODINGS, HOLDERS } from './changes.js';
import { DECLARED, type Declared, definitionsText, fileOf, HERE, tenthOf } from './declared.js';

/*
 * Exports written otherwise: `CONCORD_EXPORT_CHANGES` of them (600). Two engines read them all, each as a table of its own.
 */

const RUNS = tries('CONCORD_EXPORT_CHANGES', 600);

interface Export {
  readonly name: string;
  readonly declared: Declared;
  readonly bytes: Buffer;
  readonly contract: ReadContract;
}

const data = mkdtempSync(join(tmpdir(), 'concord-changes-'));
/** One that looks at every text as a whole, and one that types it while it is read, as it does with long ones. */
let warehouses: readonly Warehouse[] = [];
let exports: readonly Export[] = [];
let made = 0;

beforeAll(async () => {
  mkdirSync(join(data, 'changed'));
  warehouses = await Promise.all([{}, { few: 1 }].map((options) => openDuckdb({ dataFolder: data, threads: 1, ...options })));
  const texts = Object.entries(DECLARED).filter(([, { ending }]) => ending !== 'xlsx');
  exports = await Promise.all(texts.map(([name, declared]) => exportOf(name, declared)));
});

afterAll(async () => {
  for (const warehouse of warehouses) await warehouse.close();
  rmSync(data, { recursive: true });
});

async function exportOf(name: string, declared: Declared): Promise<Export> {
  const folder = join(HERE, 'exports', name);
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  const files = new Map([
    ['contracts/workspace.yaml', text('contracts/workspace.yaml')],
    ['contracts/case/contract.yaml', text('contracts/case/contract.yaml')],
    ['contracts/case/definitions.yaml', definitionsText(declared)],
  ]);
  return {
    name,
    declared,
    bytes: readFileSync(fileOf(name, declared)),
    contract: await readContract(memoryFiles(files), 'case'),
  };
}

/** The contract over a table of another name. */
function over({ contract }: Export, table: string): ReadContract {
  const { folder } = contract;
  if (folder === null) throw new Error(contract.issues.map(({ code }) => code).join(', '));
  const facts = folder.terms.definitions.facts.map((fact) => ({ ...fact, source: { ...fact.source, table } }));
  const terms: Terms = { ...folder.terms, definitions: { ...folder.terms.definitions, facts } };
  return { ...contract, folder: { ...folder, terms } };
}

const context = {
  ...contextFor({ root: '/nowhere', asOf: '2026-02-10' }),
  openWarehouse: async () => ({ ...(warehouses[made % 2] as Warehouse), close: async () => undefined }),
};

/** What is scored for a file: the commission, `held`, or `issue`. */
async function answer(one: Export, { bytes, ending }: ReturnType<typeof changed>): Promise<string> {
  made += 1;
  const file = join(data, 'changed', `t${made}.${ending}`);
  writeFileSync(file, bytes);
  try {
    const [scored] = await scorePeriods([{ context, contract: over(one, `changed.t${made}`), period: '2026-01' }]);
    if (scored === undefined || scored instanceof ShellError) throw scored ?? new Error('nothing was scored');
    if (scored.card === null) {
      expect(scored.issues.length).toBeGreaterThan(0);
      return 'issue';
    }
    const line = scored.card.lines.find(({ id }) => id === 'sales');
    return line?.held === true ? 'held' : (line?.amount ?? 'absent');
  } finally {
    rmSync(file);
  }
}

test('written otherwise, exports give the same figure, are held, or are refused: never another figure', async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...exports),
      fc.constantFrom(...CHANGES),
      fc.constantFrom(null, null, null, ...Object.keys(ENCODINGS)),
      fc.constantFrom(...HOLDERS),
      fc.nat(10_000),
      async (one, change, encoding, holder, seed) => {
        const found = await answer(one, changed(one.bytes, one.declared, change, { encoding, holder, seed }));
        const kind = found === tenthOf(one.declared.base) ? 'same' : found;
        seen[kind] = (seen[kind] ?? 0) + 1;
        expect({ kind, of: [one.name, change[0], encoding, holder] }).toEqual({
          kind: expect.stringMatching(/^(same|held|issue)$/),
          of: expect.anything(),
        });
      },
    ),
    { numRuns: RUNS, seed: Number(process.env.CONCORD_SEED ?? 20261128) },
  );
  expect(seen.same ?? 0).toBeGreaterThan(RUNS / 10);
  expect(seen.issue ?? 0).toBeGreaterThan(RUNS / 10);
}, 60_000_000);
