import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEvent } from '../../src/commands/run/event.js';
import { explain } from '../../src/commands/run/explain.js';
import { outlook } from '../../src/commands/run/outlook.js';
import { plan } from '../../src/commands/run/plan.js';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { why } from '../../src/commands/run/why.js';
import { witness } from '../../src/commands/run/witness.js';
import type { Locale } from '../../src/kernel/text.js';
import { repositoryAbove } from '../../src/shell/files/repository-above.js';
import { contextFor, run } from '../in-process.js';

/*
 * What may be left out at the command line: where the repository is, and the name of its only contract. A line is found by what it is
 * called.
 */
const FILES: Readonly<Record<string, string>> = {
  'contracts/workspace.yaml':
    'people: { alice: { name: Alice Zhou, github: 1000001 }, bob: { name: Bob Lin, github: 1000002 } }\ngovernance: { brand: [alice], provider: [bob] }\n',
  'contracts/acme-agency/contract.yaml': `apiVersion: concord/v1
kind: Contract
id: acme-agency
title: Acme x Agency
stage: pilot
parties: { brand: { name: Acme, signatories: [alice] }, provider: { name: Agency, signatories: [bob] } }
data: { owner: brand, providerUse: during_term }
term: { from: 2026-01-01, to: 2026-12-31 }
calendar: { every: month, timezone: UTC, lockAfterDays: 15, trueUpPeriods: 3 }
currency: USD
acceptance: { days: 10, silence: accepts }
disputes: { expert: An auditor }
kpis: [{ id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }]
fees:
  - { id: base, kind: retainer, amount: 3000 }
  - { id: reward, kind: bonus, title: { en: Performance bonus, zh: 绩效奖金 }, by: sales, pool: 1000, points: { from 0%: 0%, from 100%: 100% } }
`,
  'contracts/acme-agency/definitions.yaml': `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`,
  'data/shop/orders.csv': 'id,paid_on,amount\n1,2026-01-05,500\n2,2026-02-01,10\n3,2026-03-02,10\n',
};

let root = '';
const place = () => contextFor({ root, asOf: '2026-02-20', format: 'pretty' });

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'concord-which-'));
  write(root, FILES);
  expect(await run(place(), (context) => settleDue(context, { contract: null, period: null, preview: false }))).toMatchObject({
    exitCode: 0,
  });
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a line is found', () => {
  const explained = (contract: string | null, period: string | null, line: string | null) =>
    run(place(), (context) => explain(context, { contract, period, line }));

  test.each(['reward', 'Reward', 'Performance bonus', 'performance bonus · reward', '绩效奖金', '绩效奖金 · reward', 'bonus', '奖金'])(
    'as "%s"',
    async (line) => {
      const { exitCode, output } = await explained('acme-agency', '2026-01', line);
      expect({ exitCode, first: output.split('\n')[0] }).toEqual({
        exitCode: 0,
        first: 'Performance bonus · reward · USD 500.00 · payable',
      });
      expect(output).not.toContain('base');
    },
  );

  test('of the only contract, and of its last statement', async () => {
    const whole = await explained('acme-agency', '2026-01', 'reward');
    expect(await explained('2026-01', 'reward', null)).toEqual(whole);
    expect(await explained('2026-01', '绩效奖金', null)).toEqual(whole);
    expect(await explained('绩效奖金', null, null)).toEqual(whole);
    expect(await explained('acme-agency', 'bonus', null)).toEqual(whole);
    const all = await explained('acme-agency', '2026-01', null);
    expect(await explained(null, null, null)).toEqual(all);
    expect(await explained('acme-agency', null, null)).toEqual(all);
    expect(await explained('contracts/acme-agency/', '2026-01', 'reward')).toEqual(whole);
  });

  test('or those that there are are named', async () => {
    const { exitCode, errors } = await explained('2026-01', 'sale', null);
    expect(exitCode).toBe(2);
    expect(errors).toContain(
      'line error unknown-line\n  2026-01 of acme-agency has no line or KPI "sale"\n  fix: Use one of: base, reward, sales, composite.',
    );
  });

  test('a word alone that is nearly the contract’s name is a slip in that', async () => {
    const { exitCode, errors } = await explained('acme-agenci', null, null);
    expect(exitCode).toBe(2);
    expect(errors).toContain('contract error unknown-contract\n  There is no contract "acme-agenci". Did you mean "acme-agency"?');
  });
});

describe('the only contract need not be named', () => {
  test('to score and to plan', async () => {
    for (const verb of [score, plan]) {
      const named = await run(place(), (context) => verb(context, { contract: 'acme-agency', period: '2026-01' }));
      expect(named.exitCode).toBe(0);
      expect(await run(place(), (context) => verb(context, { contract: null, period: '2026-01' }))).toEqual(named);
    }
  });

  test('to ask what the running period may come to', async () => {
    const asked = { period: '2026-02', plan: [] };
    const named = await run(place(), (context) => outlook(context, { contract: 'acme-agency', ...asked }));
    expect(named.exitCode).toBe(0);
    expect(await run(place(), (context) => outlook(context, { contract: null, ...asked }))).toEqual(named);
  });

  test('to ask why', async () => {
    const named = await run(place(), (context) => why(context, { contract: 'acme-agency', period: '2026-01', against: 'target' }));
    expect(named.exitCode).toBe(0);
    expect(await run(place(), (context) => why(context, { contract: '2026-01', period: null, against: 'target' }))).toEqual(named);
    expect(await run(place(), (context) => why(context, { contract: null, period: null, against: 'target' }))).toEqual(named);
  });

  test('to measure a settled period again, the last one', async () => {
    const named = await run(place(), (context) => witness(context, { contract: 'acme-agency', period: '2026-01', party: null }));
    expect(named).toMatchObject({ exitCode: 0 });
    expect(await run(place(), (context) => witness(context, { contract: '2026-01', period: null, party: null }))).toEqual(named);
    expect(await run(place(), (context) => witness(context, { contract: null, period: null, party: null }))).toEqual(named);
  });

  test('to file an event', async () => {
    const options = {
      contract: 'payment',
      kind: 'party=brand',
      fields: ['amount=3500.00', 'on=2026-02-19', 'reference=wire-17'],
      date: null,
      slug: null,
      repository: null,
    };
    expect(await run(place(), (context) => writeEvent(context, options))).toMatchObject({ exitCode: 0 });
  });

  test('but one of two must be', async () => {
    const both = mkdtempSync(join(tmpdir(), 'concord-which-'));
    cpSync(root, both, { recursive: true });
    cpSync(join(both, 'contracts/acme-agency'), join(both, 'contracts/other'), { recursive: true });
    const asked = (...words: string[]) =>
      run(contextFor({ root: both, format: 'pretty' }), (context) => {
        const [contract = null, period = null, line = null] = words;
        return explain(context, { contract, period, line });
      });
    const filed = (locale: Locale, ...words: string[]) =>
      run(contextFor({ root: both, format: 'pretty', locale }), (context) => {
        const [contract = null, kind = null, ...fields] = words;
        return writeEvent(context, { contract, kind, fields, date: null, slug: null, repository: null });
      });
    const explained = await asked('2026-01', 'reward');
    expect(explained.exitCode).toBe(2);
    expect(explained.errors).toContain(
      'contract error contract-unnamed\n  It is not said which contract\n  fix: Name one of: acme-agency, other. It comes right after the verb, as `acme-agency 2026-01`.',
    );
    // what is no period may as well be a slip in a name
    expect((await asked('reward')).errors).toContain('There is no contract "reward".');
    const dispute = await filed('en', 'dispute', 'period=2026-01');
    expect([dispute.exitCode, dispute.errors]).toEqual([
      2,
      expect.stringContaining('fix: Name one of: acme-agency, other. It comes right after the verb, as `acme-agency dispute`.'),
    ]);
    expect((await filed('zh', 'dispute')).errors).toContain(
      'contract 错误 contract-unnamed\n  没有写明是哪一份合同\n  修改建议：请写明其中一份：acme-agency、other。合同名紧跟在命令之后，如 `acme-agency dispute`。',
    );
    // a slip in the kind is one, whether a contract is named or not; the example is of the kind that was meant
    const payment = 'No kind of event is called "paymnt". Did you mean payment?\n  fix: Name a kind, such as `concord event';
    expect((await filed('en', 'paymnt')).errors).toContain(`${payment} acme-agency payment\``);
    expect((await filed('en', 'other', 'paymnt')).errors).toContain(`${payment} other payment\``);
    expect((await filed('en', 'othr')).errors).toContain('There is no contract "othr". Did you mean "other"?');
    expect((await filed('en', 'other')).errors).toContain('such as `concord event other dispute`');
    rmSync(both, { recursive: true });
  });

  test('nor in the example of a kind of event, which is of the kind that was meant', async () => {
    const filed = (locale: Locale, contract: string) =>
      run(contextFor({ root, format: 'pretty', locale }), (context) =>
        writeEvent(context, { contract, kind: null, fields: [], date: null, slug: null, repository: null }),
      );
    expect((await filed('en', 'paymnt')).errors).toContain('Did you mean payment?\n  fix: Name a kind, such as `concord event payment`:');
    expect((await filed('zh', 'paymnt')).errors).toContain('修改建议：请写明事件种类，例如 `concord event payment`；');
    expect((await filed('en', 'zzz')).errors).toContain('No kind of event is called "zzz".');
  });
});

describe('the repository', () => {
  test('is the folder, or the nearest one above it that holds contracts', () => {
    for (const below of ['', 'data', 'data/shop', 'contracts', 'contracts/acme-agency/ledger']) {
      expect(repositoryAbove(join(root, below))).toBe(root);
    }
  });

  test('is not looked for above the top of a checkout, nor in a folder that is merely called contracts', () => {
    write(root, {
      'tools/.git/HEAD': 'ref: refs/heads/main\n',
      'tools/src/a.txt': '',
      'scans/contracts/old.pdf': '',
      'scans/own/b.txt': '',
    });
    expect(repositoryAbove(join(root, 'tools/src'))).toBe(join(root, 'tools/src'));
    expect(repositoryAbove(join(root, 'scans/own'))).toBe(root);
  });
});
