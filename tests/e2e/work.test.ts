import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.js';
import { concord, copyOf, emptyPlace, goldenPlace, snapshot } from './place.js';

const LEDGER = 'contracts/tea-account/ledger';
/** What is said where all that is due is settled, and what comes next: March, which locks on 5 April. */
const NOTHING_DUE = 'Nothing is due: every due period is settled.\ntea-account: 2026-03 is due on 2026-04-05\n';
const settle = (root: string, asOf: string, ...more: string[]) => concord(root, 'settle', '--as-of', asOf, ...more);

describe('a contract from a template', () => {
  const templates = [
    ['media-buying', '2026-01'],
    ['performance', '2026-01'],
    ['full-service', '2026-01'],
    ['cro', '2026-01'],
    ['logistics', '2026-W10'],
    ['wager', '2026-Q1'],
  ] as const;

  it.concurrent.each(templates)('%s is written, passes its check, and says which data it needs', async (template, period) => {
    const root = emptyPlace();
    const written = await concord(root, 'init', 'my-first', '--template', template, '--from', '2026-01-01', '--to', '2026-12-31');
    expect({ code: written.code, stderr: written.stderr }).toEqual({ code: 0, stderr: '' });
    for (const file of ['contract.yaml', 'definitions.yaml']) expect(written.stdout).toContain(`contracts/my-first/${file}`);
    const checked = await concord(root, 'check', 'my-first', '--format', 'json');
    expect(checked.code).toBe(0);
    expect((JSON.parse(checked.stdout) as { issues: { severity: string }[] }).issues.filter((issue) => issue.severity === 'error')).toEqual(
      [],
    );
    const scored = await concord(root, 'score', 'my-first', '--period', period, '--as-of', '2026-05-20');
    expect(scored.code).toBe(1);
    expect(scored.stderr).toMatch(/contracts\/workspace\.yaml:1:1 error data-all-missing/);
    expect(scored.stderr).toMatch(/\d+ tables of 1 contract are to be read from it: \w+\.\w+, \w+\.\w+/);
    const before = snapshot(root);
    expect((await concord(root, 'init', 'my-first', '--template', template)).code).toBe(2);
    expect(snapshot(root)).toEqual(before);
  });
});

describe.concurrent('settling', () => {
  it('writes what is due, and asked again changes nothing: no byte and no time of any file', async () => {
    const root = goldenPlace();
    const first = await settle(root, '2026-03-05');
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(join(root, LEDGER))).toEqual(['2026-01', '2026-02']);
    const before = snapshot(root);
    const again = await settle(root, '2026-03-05');
    expect(again).toEqual({ code: 0, stdout: NOTHING_DUE, stderr: '' });
    const none = await settle(root, '2026-03-05', '--format', 'json');
    expect(JSON.parse(none.stdout)).toEqual({ statements: [] });
    expect(snapshot(root)).toEqual(before);
  });

  it('in one go comes to the same files as step by step, where nothing changes between', async () => {
    const [one, other] = [goldenPlace('yen-and-half-even'), goldenPlace('yen-and-half-even')];
    for (const asOf of ['2026-02-05', '2026-03-05', '2026-04-05']) expect((await settle(one, asOf)).code).toBe(0);
    for (const period of ['2026-01', '2026-02', '2026-03']) {
      expect((await settle(other, `2026-0${Number(period.slice(6)) + 1}-05`, '--period', period)).code).toBe(0);
    }
    const bytes = (root: string) => Object.entries(snapshot(root)).map(([path, file]) => [path, file.bytes]);
    expect(bytes(one)).toEqual(bytes(other));
  });

  it('as a preview, and scoring, explaining, planning, checking and verifying, write nothing', async () => {
    const root = goldenPlace();
    await settle(root, '2026-02-05');
    const before = snapshot(root);
    const preview = await settle(root, '2026-02-20', '--period', '2026-03', '--preview', '--format', 'json');
    const { statements } = JSON.parse(preview.stdout) as { statements: { period: string; total: string }[] };
    expect(statements.map(({ period, total }) => [period, total])).toEqual([
      ['2026-02', '1100.00'],
      ['2026-03', '1100.00'],
    ]);
    for (const args of [
      ['score', 'tea-account', '--period', '2026-02'],
      ['explain', 'tea-account', '2026-02'],
      ['plan', 'tea-account', '--period', '2026-02'],
      ['check'],
      ['verify'],
    ]) {
      expect(await concord(root, ...args, '--as-of', '2026-02-20')).toMatchObject({ code: 0, stderr: '' });
    }
    expect(snapshot(root)).toEqual(before);
  });

  it('that was interrupted before statement.json is refused with what to do, and goes on once the folder is gone', async () => {
    const root = goldenPlace();
    await settle(root, '2026-03-05');
    rmSync(join(root, LEDGER, '2026-02/statement.json'));
    const before = snapshot(root);
    for (const args of [['settle'], ['explain', 'tea-account', '2026-02'], ['verify']]) {
      const { code, stderr } = await concord(root, ...args, '--as-of', '2026-04-05');
      expect(code).toBe(1);
      expect(stderr).toContain(`${LEDGER}/2026-02/statement.json:1:1 error ledger-file-missing`);
      expect(stderr).toContain('remove the folder and settle again');
    }
    expect(snapshot(root)).toEqual(before);
    rmSync(join(root, LEDGER, '2026-02'), { recursive: true });
    expect((await settle(root, '2026-04-05')).code).toBe(0);
    expect((await concord(root, 'verify')).stdout).toContain('3 statements replayed to the same bytes');
  });

  it('of one contract goes on when another has errors, and says so', async () => {
    const root = goldenPlace();
    mkdirSync(join(root, 'contracts/broken'));
    writeFileSync(join(root, 'contracts/broken/contract.yaml'), 'kind: Contract\n');
    const { code, stderr } = await settle(root, '2026-02-05');
    expect(code).toBe(1);
    expect(stderr).toContain('contracts/broken/contract.yaml:1:1 error missing-field');
    expect(readdirSync(join(root, LEDGER))).toEqual(['2026-01']);
  });

  it('that finds a file where its folder should be ends with exit code 1 and a reason, no stack trace', async () => {
    const root = goldenPlace();
    writeFileSync(join(root, LEDGER), 'a file where the folder should be');
    const { code, stderr } = await settle(root, '2026-02-05');
    expect(code).toBe(1);
    expect(stderr).toContain('ledger');
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it.skipIf(process.getuid?.() === 0)('into a read-only ledger ends with exit code 2 and leaves it alone', async () => {
    const root = goldenPlace();
    await settle(root, '2026-02-05');
    const before = snapshot(root);
    chmodSync(join(root, LEDGER), 0o555);
    const { code, stderr } = await settle(root, '2026-03-05');
    chmodSync(join(root, LEDGER), 0o755);
    expect(code).toBe(2);
    expect(stderr).toContain('2026-02');
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(snapshot(root)).toEqual(before);
  });

  it('finds the data where --data says, relative to where one stands, and says so when it is not there', async () => {
    const root = goldenPlace();
    renameSync(join(root, 'data'), join(root, 'exports of 三月'));
    expect((await settle(root, '2026-02-05')).stderr).toContain('data-all-missing');
    expect((await settle(root, '2026-02-05', '--data', join(root, 'exports of 三月'))).code).toBe(0);
  });
});

describe.concurrent('verifying', () => {
  const tampered: readonly [string, string, (text: string) => string][] = [
    ['statement.json', 'ledger-replay-differs', (text) => text.replace('"total": "1045.00"', '"total": "1000.00"')],
    ['evidence.json', 'ledger-digest', (text) => text.replace('"value": "1000"', '"value": "1001"')],
    ['terms.json', 'ledger-digest', (text) => text.replaceAll('"value": "1000"', '"value": "999"')],
    ['statement.md', 'ledger-statement-text', (text) => text.replace('1,045.00', '1,000.00')],
    ['terms.json', 'ledger-formatting', (text) => text.replaceAll('  ', '\t')],
    ['statement.json', 'ledger-provenance', (text) => text.replace('"warehouse": "duckdb"', '"warehouse": "bigquery"')],
    ['evidence.json', 'ledger-not-json', () => '{'],
  ];

  let settled = '';
  beforeAll(async () => {
    settled = goldenPlace();
    await settle(settled, '2026-03-05');
    expect(await concord(settled, 'verify')).toMatchObject({ code: 0, stderr: '' });
  });

  it.concurrent.each(tampered)('finds a changed %s (%s) and names it', async (file, issue, change) => {
    const root = copyOf(settled);
    const path = join(root, LEDGER, '2026-01', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, change(text));
    expect(readFileSync(path, 'utf8')).not.toBe(text);
    const { code, stdout, stderr } = await concord(root, 'verify');
    expect(code).toBe(1);
    expect(stderr).toContain(`${LEDGER}/2026-01/${file}`);
    expect(stderr).toContain(` error ${issue}\n`);
    expect(stdout).toContain('tea-account');
    expect((await settle(root, '2026-04-05')).code).toBe(1);
    expect(existsSync(join(root, LEDGER, '2026-03'))).toBe(false);
  });

  it('finds a moved folder, an edited event and a deleted one', async () => {
    const root = copyOf(settled);
    renameSync(join(root, LEDGER, '2026-02'), join(root, LEDGER, '2026-05'));
    const moved = await concord(root, 'verify');
    expect(moved.code).toBe(1);
    expect(moved.stderr).toContain(`${LEDGER}/2026-05/statement.json:1:1 error ledger-misplaced`);
    expect((await settle(root, '2026-04-05')).code).toBe(1);
    renameSync(join(root, LEDGER, '2026-05'), join(root, LEDGER, '2026-02'));
    const event = join(root, 'contracts/tea-account/events/2026-02-20-wire.yaml');
    const text = readFileSync(event, 'utf8');
    writeFileSync(event, text.replace('400', '4000'));
    expect((await concord(root, 'verify')).stderr).toContain('ledger-event-changed');
    rmSync(event);
    expect((await concord(root, 'verify')).stderr).toContain('ledger-event-missing');
    writeFileSync(event, text);
    expect((await concord(root, 'verify')).code).toBe(0);
  });
});

describe.concurrent('an event', () => {
  it('is written once it passes every check, and changes the next statement', async () => {
    const root = goldenPlace();
    await settle(root, '2026-02-05');
    const fields = ['party=brand', 'period=2026-01', 'line=base', 'claimed=900.00', 'reason=returns: see #12', 'evidence=[mail]'];
    const written = await concord(root, 'event', 'tea-account', 'dispute', ...fields, '--date', '2026-02-10', '--slug', 'Base fee');
    expect(written).toMatchObject({ code: 0, stderr: '' });
    expect(written.stdout.split('\n')[0]).toBe('wrote contracts/tea-account/events/2026-02-10-base-fee.yaml');
    // without a repository on a forge there is nothing to propose it in
    expect(written.stdout).toContain('It counts from 2026-02-10 on.');
    expect(written.stdout).not.toContain('concord propose');
    const text = readFileSync(join(root, 'contracts/tea-account/events/2026-02-10-base-fee.yaml'), 'utf8');
    expect(text).toContain('claimed: 900.00\n');
    expect(text).toContain('reason: "returns: see #12"\n');
    expect((await concord(root, 'check')).code).toBe(0);
    const { code, stderr } = await concord(root, 'event', 'tea-account', 'dispute', ...fields, '--date', '2026-02-11');
    expect(code).toBe(1);
    expect(stderr).toContain('disputed-twice');
  });

  it.concurrent.each([
    [['payment', 'party=brand', 'amount=5'], 1, 'event-incomplete'],
    [['payment', 'party=brand', 'amount=5', 'on=2026-02-30', 'reference=x'], 1, 'no-such-date'],
    [['payment', 'party=brand', 'amount=5', 'on=2026-02-28', 'reference=x'], 1, 'date-after-file'],
    [['dispute', 'party=brand', 'period=2026-02', 'line=base', 'claimed=1', 'reason=x', 'evidence=[x]'], 1, 'period-not-over'],
    [['correction', 'period=2026-01', 'line=bsae', 'amount=1', 'reason=x'], 1, 'unknown-reference'],
    [['bonus', 'amount=1'], 2, 'event-kind-unknown'],
    [['payment', 'amount'], 2, 'event-field'],
  ])('that is wrong is refused and not written: %j', async (args, exit, issue) => {
    const root = goldenPlace();
    const before = snapshot(root);
    const { code, stderr } = await concord(root, 'event', 'tea-account', ...args, '--date', '2026-02-10');
    expect(code).toBe(exit);
    expect(stderr).toContain(` error ${issue}\n`);
    expect(snapshot(root)).toEqual(before);
  });
});

describe.concurrent('what is printed', () => {
  it('as JSON can be parsed, for every command, and standard error is empty', async () => {
    const root = goldenPlace();
    const inits = concord(emptyPlace(), 'init', 'my-first', '--template', 'wager', '--format', 'json');
    const outputs = [
      await inits,
      await concord(root, 'check', '--format', 'json'),
      await concord(root, 'score', 'tea-account', '--period', '2026-01', '--as-of', '2026-02-05', '--format', 'json'),
      await settle(root, '2026-03-05', '--format', 'json'),
      await concord(root, 'verify', '--format', 'json'),
      await concord(root, 'explain', 'tea-account', '2026-01', '--format', 'json'),
      await concord(root, 'plan', 'tea-account', '--period', '2026-02', '--format', 'json'),
      await concord(
        root,
        'event',
        'tea-account',
        'payment',
        'amount=5',
        'on=2026-02-05',
        'reference=x',
        '--date',
        '2026-02-05',
        '--format',
        'json',
      ),
    ];
    for (const { code, stdout, stderr } of outputs) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(() => JSON.parse(stdout)).not.toThrow();
    }
  });

  it('has no colour under NO_COLOR or in a pipe, and colour where it is forced', async () => {
    const root = goldenPlace();
    const args = ['score', 'tea-account', '--period', '2026-01', '--as-of', '2026-02-05', '--root', root];
    const colour = '\u001b[';
    expect((await runCli(args)).stdout).not.toContain(colour);
    expect((await runCli(args, { NO_COLOR: '' })).stdout).not.toContain(colour);
    expect((await runCli(args, { NO_COLOR: '1', FORCE_COLOR: '1' })).stdout).not.toContain(colour);
    expect((await runCli(args, { NO_COLOR: '', FORCE_COLOR: '1' })).stdout).toContain(colour);
  });

  it('is Chinese by --locale or by LANG, and English otherwise', async () => {
    const root = goldenPlace();
    const args = ['explain', 'tea-account', '2026-01', 'vat', '--as-of', '2026-02-05', '--root', root];
    const english = await runCli(args);
    expect(english.stdout).not.toMatch(/[一-鿿]/);
    expect(english.stdout).toContain('10% × 1,000');
    const chinese = await runCli([...args, '--locale', 'zh']);
    expect(chinese.stdout).toMatch(/[一-鿿]/);
    expect(chinese.stdout).toContain('10% × 1,000');
    expect((await runCli(args, { CONCORD_LOCALE: '', LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' })).stdout).toBe(chinese.stdout);
    expect((await runCli(args, { CONCORD_LOCALE: '', LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).stdout).toBe(english.stdout);
  });

  it('by plan are the queries, which name the table’s columns', async () => {
    const root = goldenPlace();
    const { code, stdout } = await concord(root, 'plan', 'tea-account', '--period', '2026-02');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^-- sums and counts per day by paid_at$/m);
    expect(stdout).toMatch(/\bSELECT\b/);
    const { queries } = JSON.parse((await concord(root, 'plan', 'tea-account', '--period', '2026-02', '--format', 'json')).stdout) as {
      queries: { sql: string }[];
    };
    expect(queries.length).toBeGreaterThan(0);
    for (const { sql } of queries) expect(sql).toMatch(/^(SELECT|WITH)\b/);
  });

  it('by explain is the trace of a settled line: formula, clause, inputs', async () => {
    const root = goldenPlace('commission-marginal');
    await settle(root, '2026-05-05');
    const one = await concord(root, 'explain', 'tea-marginal', '2026-01', 'share');
    expect(one.stdout).toContain('5% × 1,000.00 + 8% × 500.50');
    expect(one.stdout).toContain('contracts/tea-marginal/contract.yaml:21');
    expect(one.stdout).toContain('90.04');
    const all = await concord(root, 'explain', 'tea-marginal', '2026-02', '--format', 'markdown');
    expect(all.stdout).toContain('5% × (-200.00)');
  });
});
