import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { verify } from '../../src/commands/run/verify.js';
import { digest } from '../../src/kernel/canonical.js';
import { LOCALES } from '../../src/kernel/text.js';
import { ledgerRenderer } from '../../src/running/report-context.js';
import { readContract } from '../../src/running/repository.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { eventsAsOf } from '../../src/settlement/run.js';
import { ledgerTexts, sealStatement } from '../../src/settlement/seal-statement.js';
import { settleAgain } from '../../src/settlement/settle-again.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { contextFor, printed } from '../in-process.js';
import { wordsOf } from '../issue-words.js';
import { commit, copiesOfClone, FOLDER, type Found, git, PAYMENT, put, settle, shown, verified } from './clone.js';

/*
 * A ledger of three periods in a real clone, forged in every way that somebody with push rights has: each forgery is found, or what
 * it changes is named as something that the clone cannot prove.
 */
const { root, honest, copy } = copiesOfClone('forged');

type Change = (entry: LedgerEntry) => LedgerEntry;

/** The ledger from one period on as a forger would make it: computed, sealed and rendered again by the engine itself. */
async function remade(folder: string, change: Change, events: (file: string) => boolean = () => true): Promise<void> {
  const contract = await readContract(localFiles(folder), 'forged');
  const known = contract.events.filter(({ file }) => events(file));
  const before: LedgerEntry[] = [];
  for (const found of contract.ledger) {
    const entry = change(found);
    const { asOf, run, provenance } = entry.statement;
    const body = settleAgain(entry, before, eventsAsOf(known, asOf), { asOf, run });
    const { checksum: _, statementMd: __, ...from } = provenance;
    const statement = sealStatement(body, entry, before, ledgerRenderer(known), from);
    const forged = { ...entry, statement };
    for (const [file, text] of ledgerTexts(forged, before, ledgerRenderer(known))) {
      put(folder, `${FOLDER}/ledger/${statement.period}/${file}`, text);
    }
    before.push(forged);
  }
}

/** The folder as it is now, with a history in which the statements came as they are now. */
function newHistory(folder: string): void {
  rmSync(join(folder, '.git'), { recursive: true });
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', 'contracts/workspace.yaml', `${FOLDER}/contract.yaml`, `${FOLDER}/definitions.yaml`, `${FOLDER}/events`);
  git(folder, 'commit', '-q', '-m', 'Agreed');
  for (const period of ['2026-01', '2026-02', '2026-03']) {
    git(folder, 'add', `${FOLDER}/ledger/${period}`);
    git(folder, 'commit', '-q', '-m', period);
  }
}

const ofPeriod =
  (period: string, change: Change): Change =>
  (entry) =>
    entry.statement.period === period ? change(entry) : entry;
const withEvidence: Change = (entry) => ({
  ...entry,
  evidence: JSON.parse(JSON.stringify(entry.evidence).replaceAll('"800"', '"80000"')) as LedgerEntry['evidence'],
});
const withTerms =
  (edit: (contract: LedgerEntry['terms']['contract']) => LedgerEntry['terms']['contract']): Change =>
  (entry) => {
    const terms = { ...entry.terms, contract: edit(entry.terms.contract) };
    const periods = entry.evidence.periods.map((each) => ({ ...each, terms: digest(terms) }));
    return { ...entry, terms, evidence: { ...entry.evidence, periods } };
  };
const ALWAYS = ['evidence', 'engine', 'as-of', 'no-agreement', 'copy'];

function edit(folder: string, period: string, file: string, change: (text: string) => string): void {
  const path = join(folder, FOLDER, 'ledger', period, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, change(before));
  expect(readFileSync(path, 'utf8')).not.toBe(before);
}

/** The exact words of a forgery that a file of tests/bad/ledger asks for. */
function expectWords(name: string, found: Found): void {
  const { expected } = parse(readFileSync(new URL(`../bad/ledger/${name}.yaml`, import.meta.url), 'utf8')) as {
    expected: { at: string; code: string; en: string; zh: string };
  };
  const issue = found.all.find(({ code }) => code === expected.code);
  if (issue === undefined) throw new Error(`no ${expected.code}: ${found.issues.join('; ')}`);
  const said = (locale: 'en' | 'zh') =>
    wordsOf(issue, locale)
      .text.replaceAll(`${FOLDER}/`, '')
      .replaceAll(/\b[0-9a-f]{12}\b/g, '…');
  const at = `${issue.at.path.replace(`${FOLDER}/`, '')}:${issue.at.line}:${issue.at.column}`;
  expect({ at, code: issue.code, en: said('en'), zh: said('zh') }).toEqual(expected);
}

describe('an honest ledger', () => {
  it('is proved by its clone, but for what no clone can prove', async () => {
    const found = await verified(honest);
    expect(found).toMatchObject({ code: 0, issues: [] });
    expect([...found.unproved.keys()]).toEqual(ALWAYS);
    expect(found.unproved.get('as-of')).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('says without git what a history would have shown', async () => {
    const found = await verified(honest, false);
    expect(found).toMatchObject({ code: 0, issues: [] });
    expect([...found.unproved.keys()]).toEqual(['no-history', ...ALWAYS]);
  });

  it('stands beside a contract that cannot be read any more, which is said', async () => {
    const folder = copy();
    put(folder, `${FOLDER}/contract.yaml`, 'kpis: [');
    const context = contextFor({ root: folder, format: 'pretty' });
    const { exitCode, output } = await printed(context, verify(context, null, null));
    expect(exitCode).toBe(0);
    expect(output).toContain('3 statements replayed to the same bytes');
    expect(output).toContain(
      '- anything of the contract’s files as they are now: there are errors in them (concord check forged names them)',
    );
  });

  it('says in words of both languages what it cannot prove', async () => {
    for (const [locale, words] of [
      ['en', 'What this cannot prove:\n- 2026-01 … 2026-03 (3 periods): that duckdb'],
      ['zh', '以下内容在此无法证明：\n- 2026-01 … 2026-03（共 3 期）：duckdb'],
    ] as const) {
      const context = contextFor({ root: honest, locale, format: 'pretty' });
      const { output } = await printed(context, verify(context, null, gitHistory(honest)));
      expect(output).toContain(words);
      expect(output).not.toMatch(/\{\w+\}/);
    }
  });

  it('in a shallow clone is not proved by order', async () => {
    const folder = join(root, 'shallow');
    git(root, 'clone', '-q', '--depth', '1', `file://${honest}`, folder);
    const found = await verified(folder);
    expect(found).toMatchObject({ code: 0, issues: [] });
    expect([...found.unproved.keys()]).toContain('short-history');
  });

  it('brought by merges of branches is proved by them', async () => {
    const folder = copy();
    git(folder, 'checkout', '-q', '-b', 'settlement');
    await settle(folder, '2026-05-06');
    commit(folder, 'April');
    git(folder, 'checkout', '-q', 'main');
    git(folder, 'merge', '-q', '--no-ff', '-m', 'Merge', 'settlement');
    const found = await verified(folder);
    expect(found).toMatchObject({ code: 0, issues: [] });
    expect([...found.unproved.keys()]).toEqual(ALWAYS);
  });
});

describe('a forged ledger', () => {
  it('with a period taken out names that period', async () => {
    const folder = copy();
    rmSync(join(folder, FOLDER, 'ledger/2026-02'), { recursive: true });
    expect((await verified(folder, false)).issues).toEqual(['ledger-gap 2026-02/statement.json']);
    expect((await verified(folder)).issues).toContain('ledger-not-as-committed 2026-02');
    commit(folder, 'Tidied up');
    const found = await verified(folder);
    expect(found.issues).toContain('ledger-gap 2026-02/statement.json');
    expect(found.issues).toContain('ledger-removed 2026-02');
    expect(found.issues.filter((issue) => !issue.includes('2026-02'))).toEqual([]);
    expect(found.unproved.get('not-replayed')).toEqual(['2026-03']);
  });

  it('with its first or last period taken out, too', async () => {
    const folder = copy();
    rmSync(join(folder, FOLDER, 'ledger/2026-03'), { recursive: true });
    expect((await verified(folder)).causes).toEqual(['ledger-not-as-committed 2026-03']);
    expect((await verified(folder, false)).unproved.has('copy')).toBe(true);
    rmSync(join(folder, FOLDER, 'ledger/2026-01'), { recursive: true });
    expect((await verified(folder, false)).issues).toEqual(['ledger-gap 2026-01/statement.json']);
  });

  it('as of a day before its period was due', async () => {
    const folder = copy();
    const early = ofPeriod('2026-01', (entry) => ({
      ...entry,
      evidence: { ...entry.evidence, asOf: '2026-02-03' },
      statement: { ...entry.statement, asOf: '2026-02-03' },
    }));
    await remade(folder, early);
    newHistory(folder);
    expect((await verified(folder)).issues).toEqual(['ledger-not-due 2026-01/statement.json']);
  });

  it('as of another day after it was due: the day is named as unproved', async () => {
    const folder = copy();
    await remade(
      folder,
      ofPeriod('2026-01', (entry) => ({ ...entry, statement: { ...entry.statement, asOf: '2026-02-20' } })),
    );
    newHistory(folder);
    const found = await verified(folder);
    expect(found.issues).toEqual([]);
    expect(found.unproved.get('as-of')).toContain('2026-01');
  });

  it('with the parties’ names swapped', async () => {
    const folder = copy();
    const swap = withTerms((contract) => {
      const { brand, provider } = contract.parties;
      return { ...contract, parties: { brand: { ...brand, name: provider.name }, provider: { ...provider, name: brand.name } } };
    });
    await remade(folder, swap);
    newHistory(folder);
    const found = await verified(folder);
    expect(found.issues).toEqual(['2026-01', '2026-02', '2026-03'].map((period) => `ledger-terms-text ${period}/terms.json`));
    expectWords('ledger-terms-text', found);
    expect((await verified(folder, false)).unproved.has('terms-now')).toBe(true);
  });

  it('in another currency', async () => {
    const folder = copy();
    const euro = withTerms((contract) => ({ ...contract, currency: 'EUR' }));
    await remade(folder, ofPeriod('2026-03', euro));
    newHistory(folder);
    const { issues } = await verified(folder);
    expect(issues).toContain('ledger-terms-kept 2026-03/terms.json');
    await remade(folder, euro);
    newHistory(folder);
    expect((await verified(folder)).issues).toContain('ledger-terms-text 2026-01/terms.json');
    expect((await verified(folder, false)).issues).toContain('settled-currency-changed contract.yaml');
  });

  it('that leaves an event out', async () => {
    const folder = copy();
    await remade(
      folder,
      (entry) => entry,
      () => false,
    );
    newHistory(folder);
    const found = await verified(folder);
    expect(found.issues).toEqual([
      'ledger-event-ignored 2026-01/statement.json',
      'ledger-event-ignored 2026-02/statement.json',
      'ledger-event-ignored 2026-03/statement.json',
    ]);
    expect((await verified(folder, false)).unproved.has('event-uncounted')).toBe(true);
  });

  it('with an event put in later under an old date', async () => {
    const folder = copy();
    put(folder, `${FOLDER}/events/2026-02-04-wire.yaml`, PAYMENT.replace('A-1', 'A-2'));
    expect((await verified(folder)).issues).toEqual(['event-dated-back-here events/2026-02-04-wire.yaml']);
    commit(folder, 'Wire');
    expect((await verified(folder)).issues).toEqual(['event-dated-back events/2026-02-04-wire.yaml']);
  });

  it('whose page is edited, its digest and checksum made anew', async () => {
    const folder = copy();
    edit(folder, '2026-02', 'statement.md', (text) => text.replace('3,040.00', '3,940.00'));
    expect((await verified(folder, false)).issues).toEqual(['ledger-statement-text 2026-02/statement.md']);
    const page = readFileSync(join(folder, FOLDER, 'ledger/2026-02/statement.md'), 'utf8');
    await resealed(folder, '2026-02', page, {});
    newHistory(folder);
    expect((await verified(folder)).issues).toEqual(['ledger-statement-text 2026-02/statement.md']);
    await resealed(folder, '2026-02', page, { engine: '0.0.1' });
    newHistory(folder);
    const found = await verified(folder);
    expect(found.issues).toEqual([]);
    expect(found.unproved.get('text')).toEqual(['2026-02']);
  });

  it('whose approvers could not sign when it was agreed, whoever may sign now', async () => {
    const folder = copy();
    const page = readFileSync(join(folder, FOLDER, 'ledger/2026-01/statement.md'), 'utf8');
    const workspace = readFileSync(join(folder, 'contracts/workspace.yaml'), 'utf8');
    const text = readFileSync(join(folder, FOLDER, 'contract.yaml'), 'utf8');
    rmSync(join(folder, '.git'), { recursive: true });
    git(folder, 'init', '-q', '-b', 'main');
    // First account 11 signed for the provider; the text that was agreed lets account 2 sign, which cannot have agreed to itself.
    put(folder, 'contracts/workspace.yaml', workspace.replace('github: 2', 'github: 11'));
    put(folder, `${FOLDER}/contract.yaml`, text.replace('amount: 3000', 'amount: 2000'));
    git(folder, 'add', 'contracts/workspace.yaml', `${FOLDER}/contract.yaml`, `${FOLDER}/definitions.yaml`);
    git(folder, 'commit', '-q', '-m', 'Found');
    git(folder, 'checkout', '-q', '-b', 'raise');
    put(folder, `${FOLDER}/contract.yaml`, text);
    put(folder, 'contracts/workspace.yaml', workspace);
    git(folder, 'add', 'contracts/workspace.yaml', `${FOLDER}/contract.yaml`);
    git(folder, 'commit', '-q', '-m', 'Raise');
    const head = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'checkout', '-q', 'main');
    git(folder, 'merge', '-q', '--no-ff', '-m', 'Merge', 'raise');
    const named = async (users: readonly number[]) => {
      const forged = join(root, `approved-by-${users.join('-')}`);
      cpSync(folder, forged, { recursive: true });
      const approvals = users.map((user) => ({ user, at: 'x' }));
      await resealed(forged, '2026-01', page, { agreement: { pullRequest: 7, head, approvals } });
      git(forged, 'add', `${FOLDER}/events`, `${FOLDER}/ledger`);
      git(forged, 'commit', '-q', '-m', 'Settled');
      const { unproved } = await verified(forged);
      return ['signatories-then', 'approver-unknown', 'no-approval-brand', 'no-approval-provider'].filter((what) => unproved.has(what));
    };
    expect(await named([1, 11])).toEqual([]);
    expect(await named([1, 2])).toEqual(['approver-unknown', 'no-approval-provider']);
    expect(await named([11])).toEqual(['no-approval-brand']);
  });

  it('whose origin is invented', async () => {
    const folder = copy();
    const page = readFileSync(join(folder, FOLDER, 'ledger/2026-01/statement.md'), 'utf8');
    const nobody = 'f'.repeat(40);
    await resealed(folder, '2026-01', page, {
      commit: nobody,
      agreement: { pullRequest: 7, head: nobody, approvals: [{ user: 1, at: 'x' }] },
    });
    newHistory(folder);
    const found = await verified(folder);
    expect(found.issues).toEqual([]);
    expect(found.unproved.get('commit')).toContain('2026-01');
    expect(found.unproved.get('agreement')).toEqual(['2026-01']);
    // The text here names accounts 1 and 2, but nothing says that it did when pull request 7 was approved.
    expect(found.unproved.get('signatories-then')).toEqual(['2026-01']);
    expect(found.unproved.has('approver-unknown') || found.unproved.has('no-approval-provider')).toBe(false);
    const later = copy();
    await resealed(later, '2026-01', page, { commit: git(later, 'rev-parse', 'HEAD') });
    rmSync(join(later, FOLDER, 'ledger'), { recursive: true });
    git(later, 'checkout', '-q', 'HEAD', '--', `${FOLDER}/ledger`);
    // the same commit is the last of this history, and the statement of January came long before it
    await resealed(later, '2026-01', page, { commit: git(later, 'rev-parse', 'HEAD') });
    const accused = await verified(later);
    expectWords('ledger-commit-later', accused);
    expect(accused.issues).toContain('ledger-not-as-committed 2026-01/statement.json');
  });

  it('that was made anew with other evidence', async () => {
    const folder = copy();
    await remade(folder, withEvidence);
    const local = await verified(folder);
    expect(local.issues).toContain('ledger-not-as-committed 2026-02/evidence.json');
    expect((await verified(folder, false)).issues).toEqual([]);
    commit(folder, 'Nothing to see');
    expect((await verified(folder)).issues).toContain('ledger-rewritten 2026-02/evidence.json');
    newHistory(folder);
    const found = await verified(folder);
    expect(found).toMatchObject({ code: 0, issues: [] });
    for (const what of ['evidence', 'copy']) expect(found.unproved.get(what)).toContain('2026-02');
  });

  it('edited in this folder alone', async () => {
    const folder = copy();
    edit(folder, '2026-01', 'evidence.json', (text) => text.replace('"500"', '"501"'));
    expectWords('ledger-not-as-committed', await verified(folder));
  });
});

/** Writes a page and other provenance into a period, checksum included, and leaves the rest as it is. */
async function resealed(
  folder: string,
  period: string,
  page: string,
  more: Partial<LedgerEntry['statement']['provenance']>,
): Promise<void> {
  const { ledger } = await readContract(localFiles(folder), 'forged');
  const entry = ledger.find(({ statement }) => statement.period === period);
  if (entry === undefined) throw new Error(`no ${period}`);
  const { digest: _, provenance, ...body } = entry.statement;
  const { checksum: __, statementMd: ___, ...from } = { ...provenance, ...more };
  const statement = sealStatement(body, entry, [], () => page, from);
  const texts = ledgerTexts({ ...entry, statement }, [], () => page);
  for (const [file, text] of texts) put(folder, `${FOLDER}/ledger/${period}/${file}`, text);
}

describe('a broken statement is accused itself, and no other', () => {
  it.each<[string, string, string, (text: string) => string, string]>([
    ['an amount', '2026-01', 'statement.json', (text) => text.replaceAll('"25.00"', '"26.00"'), 'ledger-replay-differs'],
    [
      'what it carries on',
      '2026-01',
      'statement.json',
      (text) => text.replace(/("carried"[\s\S]*?)"25.00"/, '$1"27.00"'),
      'ledger-replay-differs',
    ],
    [
      'its digest',
      '2026-02',
      'statement.json',
      (text) => text.replace(/"digest": "sha256:\w{64}",\n {2}"disp/, `"digest": "sha256:${'0'.repeat(64)}",\n  "disp`),
      'ledger-digest',
    ],
    ['its evidence', '2026-02', 'evidence.json', (text) => text.replace('"800"', '"900"'), 'ledger-digest'],
    ['its terms', '2026-01', 'terms.json', (text) => text.replace('"3000"', '"3001"'), 'ledger-digest'],
    ['its currency', '2026-01', 'terms.json', (text) => text.replace('"USD"', '"EUR"'), 'ledger-digest'],
    ['half a file', '2026-01', 'statement.json', (text) => text.slice(0, text.length / 2), 'ledger-not-json'],
    ['its asOf', '2026-02', 'statement.json', (text) => text.replace('"asOf": "2026-03-06"', '"asOf": "2026-03-01"'), 'ledger-not-due'],
  ])('%s of %s', async (_, period, file, change, code) => {
    const folder = copy();
    edit(folder, period, file, change);
    const { issues, causes } = await verified(folder, false);
    expect(issues).toContain(`${code} ${period}/${file}`);
    expect(issues.filter((issue) => !issue.includes(period))).toEqual([]);
    expect(causes).toHaveLength(1);
    expect((await verified(folder)).causes).toEqual([`ledger-not-as-committed ${period}/${file}`]);
  });

  it('is one finding, whatever follows from it: a byte, an event that three statements count, a folder', async () => {
    const folder = copy();
    edit(folder, '2026-01', 'evidence.json', (text) => text.replace('"500"', '"501"'));
    commit(folder, 'Nothing to see');
    expect((await verified(folder)).causes).toEqual(['ledger-rewritten 2026-01/evidence.json']);
    const event = copy();
    put(event, `${FOLDER}/events/2026-02-03-paid.yaml`, PAYMENT.replace('100', '900'));
    const everyStatement = await verified(event, false);
    expect(everyStatement.causes).toEqual(['ledger-event-changed events/2026-02-03-paid.yaml']);
    expect(everyStatement.issues).toHaveLength(3);
    commit(event, 'Paid more');
    expect((await verified(event)).causes).toEqual(['ledger-rewritten events/2026-02-03-paid.yaml']);
    const removed = copy();
    git(removed, 'rm', '-q', '-r', `${FOLDER}/ledger/2026-02`);
    commit(removed, 'Tidy up');
    const gone = await verified(removed);
    expect(gone.causes).toEqual(['ledger-removed 2026-02']);
  });

  it('is one finding where a folder is taken away, moved or the whole ledger deleted in the clone alone', async () => {
    const ledger = `${FOLDER}/ledger`;
    const all = copy();
    rmSync(join(all, ledger), { recursive: true });
    expect((await verified(all)).causes).toEqual(['ledger-not-as-committed ledger']);
    const moved = copy();
    renameSync(join(moved, ledger, '2026-03'), join(moved, ledger, '2026-04'));
    expect((await verified(moved)).causes).toEqual(['ledger-misplaced 2026-04/statement.json']);
    const [first, last] = [copy(), copy()];
    rmSync(join(first, ledger, '2026-01'), { recursive: true });
    rmSync(join(last, ledger, '2026-03/terms.json'));
    expect((await verified(first)).causes).toEqual(['ledger-not-as-committed 2026-01']);
    expect((await verified(last)).causes).toEqual(['ledger-not-as-committed 2026-03/terms.json']);
  });

  it('and is none any more once the remedy, as it is told, has put it back', async () => {
    const page = `${FOLDER}/ledger/2026-01/statement.md`;
    const event = `${FOLDER}/events/2026-02-03-paid.yaml`;
    const breaks: readonly ((folder: string) => void)[] = [
      (folder) => edit(folder, '2026-01', 'statement.md', (text) => text.replace('Acme', 'Acne')),
      (folder) => edit(folder, '2026-01', 'statement.md', (text) => text.replaceAll('\n', '\r\n')),
      (folder) => git(folder, 'rm', '-q', page),
      (folder) => put(folder, event, PAYMENT.replace('100', '900')),
      (folder) => git(folder, 'rm', '-q', event),
    ];
    for (const spoil of breaks) {
      const folder = copy();
      spoil(folder);
      commit(folder, 'Nothing to see');
      const found = await verified(folder);
      const [cause] = found.causes;
      const told = found.all.find((each) => shown(each) === cause);
      if (told === undefined) throw new Error('nothing is found');
      expect(told.code).toMatch(/^ledger-(?:rewritten|removed)$/);
      const commands = LOCALES.map((locale) => /`(git checkout .*?)`/.exec(wordsOf(told, locale).fix ?? '')?.[1]);
      expect(commands).toEqual(LOCALES.map(() => `git checkout ${String(told.params.commit)}~1 -- ${told.at.path}`));
      git(folder, ...(commands[0] ?? '').split(' ').slice(1));
      commit(folder, 'As it was');
      const after = await verified(folder);
      expect(after).toMatchObject({ code: 0, issues: [] });
      expect([...after.unproved.keys()]).toEqual(ALWAYS);
    }
  });

  it('two changes are two findings', async () => {
    const folder = copy();
    edit(folder, '2026-01', 'evidence.json', (text) => text.replace('"500"', '"501"'));
    edit(folder, '2026-03', 'statement.md', (text) => text.replace('Acme', 'Acne'));
    expect((await verified(folder)).causes).toEqual([
      'ledger-not-as-committed 2026-01/evidence.json',
      'ledger-not-as-committed 2026-03/statement.md',
    ]);
  });

  it('also where those after it were made anew on it', async () => {
    const folder = copy();
    const { ledger } = await readContract(localFiles(folder), 'forged');
    const first = ledger[0];
    if (first === undefined) throw new Error('no ledger');
    const render = ledgerRenderer((await readContract(localFiles(folder), 'forged')).events);
    const { digest: _, provenance, ...body } = first.statement;
    const { checksum: __, statementMd: ___, ...from } = provenance;
    const text = JSON.stringify(body).replaceAll('"25.00"', '"35.00"').replaceAll('"3025.00"', '"3035.00"');
    const statement = sealStatement(JSON.parse(text) as typeof body, first, [], render, from);
    const before: LedgerEntry[] = [{ ...first, statement }];
    for (const entry of ledger.slice(1)) {
      const { asOf, run } = entry.statement;
      const again = settleAgain(entry, before, eventsAsOf((await readContract(localFiles(folder), 'forged')).events, asOf), { asOf, run });
      before.push({ ...entry, statement: sealStatement(again, entry, before, render, from) });
    }
    for (const [index, entry] of before.entries()) {
      const texts = ledgerTexts(entry, before.slice(0, index), render);
      for (const [file, bytes] of texts) put(folder, `${FOLDER}/ledger/${entry.statement.period}/${file}`, bytes);
    }
    expect((await verified(folder, false)).issues).toEqual(['ledger-replay-differs 2026-01/statement.json']);
  });
});
