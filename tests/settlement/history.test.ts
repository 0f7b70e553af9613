import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { broughtAt, judgeHistory, withoutHistory } from '../../src/settlement/history-issues.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';

/* What the order of commits says: January is settled as of 5 February, and has counted nothing but `counted`. */
const FOLDER = 'contracts/a';
const JANUARY = `${FOLDER}/ledger/2026-01/statement.json`;
const at = (file: string) => `${FOLDER}/events/${file}`;
type Change = 'added' | 'changed' | 'removed';
const GONE = '0000';
/** A commit; of each file the bytes that it leaves, `first` where nothing is said. */
const commit = (name: string, ...files: readonly (readonly [string, Change, string?])[]) => ({
  commit: name.padEnd(40, '0'),
  files: files.map(([path, change, blob]) => ({
    path,
    change,
    blob: change === 'removed' ? GONE : (blob ?? (change === 'added' ? 'first' : name)),
  })),
});
const settles = commit('5e77', [JANUARY, 'added']);
const entry = (period = '2026-01', asOf = '2026-02-05') =>
  ({ statement: { contract: 'a', period, asOf, events: [{ file: 'counted', digest: 'of counted' }] } }) as unknown as LedgerEntry;
const event = (file: string, date: string, digest = `of ${file}`, kind = 'payment') =>
  ({ kind, file, date, digest }) as unknown as ContractEvent;

function told(events: readonly ContractEvent[], commits: readonly ReturnType<typeof commit>[], entries = [entry()]): string[] {
  const { issues, unproved } = judgeHistory({ folder: FOLDER, entries, events }, commits as never);
  return [
    ...issues.map(({ code, at: { path }, params }) => `${code} ${path.replace(`${FOLDER}/`, '')} by ${String(params.commit)}`),
    ...unproved.map(({ what, periods, params }) => `${what} ${periods.join()} ${Object.values(params).join()}`.trim()),
  ];
}

describe('an event that a statement has not counted', () => {
  const old = event('x', '2026-02-01');
  const brings = (file: string) => commit('e7e7', [at(file), 'added']);

  it('is none of its own, none that it counted, and none of a later day', () => {
    expect(told([], [settles])).toEqual([]);
    expect(told([event('counted', '2026-02-01')], [brings('counted'), settles])).toEqual([]);
    expect(told([event('x', '2026-02-06')], [brings('x'), settles])).toEqual([]);
    expect(told([event('x', '2026-02-05')], [brings('x'), settles])).toHaveLength(1);
  });

  it('is none that has the bytes of a counted one: that stands under another name, or is a copy', () => {
    const renamed = event('x', '2026-02-01', 'of counted');
    const counted = event('counted', '2026-02-01');
    expect(told([renamed], [brings('x'), settles])).toEqual([]);
    expect(told([renamed, counted], [settles, brings('x')])).toEqual([]);
    // the same review of another day is another review
    const review = event('x', '2026-02-01', 'of counted', 'review');
    expect(told([review, counted], [settles, brings('x')])).toEqual(['event-dated-back events/x by e7e700000000']);
    expect(told([review], [settles, brings('x')])).toEqual([]);
  });

  it('is none of a statement of another contract that stands here', () => {
    const others = { ...entry(), statement: { ...entry().statement, contract: 'b' } };
    expect(told([old], [settles, brings('x')], [others])).toEqual([]);
  });

  it('was ignored where it had come before', () => {
    expect(told([old], [brings('x'), settles])).toEqual(['ledger-event-ignored ledger/2026-01/statement.json by e7e700000000']);
    // of two the statement is told of once
    expect(told([old, event('y', '2026-02-01')], [brings('x'), brings('y'), settles])).toHaveLength(1);
  });

  it('that was counted and comes only later in this history is said, as what nobody can know', () => {
    const counted = event('counted', '2026-02-01');
    expect(told([counted], [settles, brings('counted')])).toEqual(['event-later 2026-01 counted,e7e700000000']);
    // with it, before it, or taken away and put back after it
    expect(told([counted], [commit('5e77', [JANUARY, 'added'], [at('counted'), 'added'])])).toEqual([]);
    expect(told([counted], [brings('counted'), settles, commit('0ff0', [at('counted'), 'removed']), brings('counted')])).toEqual([]);
  });

  it('is dated back where it came later, by more than a day', () => {
    expect(told([old], [settles, brings('x')])).toEqual(['event-dated-back events/x by e7e700000000']);
    expect(told([event('x', '2026-02-03')], [settles, brings('x')])).toHaveLength(1);
    expect(told([event('x', '2026-02-04')], [settles, brings('x')])).toEqual([]);
    expect(told([old, event('y', '2026-02-01')], [settles, brings('x'), brings('y')])).toEqual([
      'event-dated-back events/x by e7e700000000',
      'event-dated-back events/y by e7e700000000',
    ]);
  });

  it('is told once of all statements that it came too late for', () => {
    const february = commit('fe88', [`${FOLDER}/ledger/2026-02/statement.json`, 'added']);
    expect(told([old], [settles, february, brings('x')], [entry(), entry('2026-02', '2026-03-05')])).toEqual([
      'event-dated-back events/x by e7e700000000',
    ]);
  });

  it('is dated back where no commit has it and the statement is committed', () => {
    const here = ['event-dated-back-here events/x by undefined'];
    expect(told([old], [settles])).toEqual(here);
    expect(told([event('x', '2026-02-03')], [settles])).toEqual(here);
    expect(told([event('x', '2026-02-04')], [settles])).toEqual([]);
  });

  it('is not proved where it came with the statement, or came twice', () => {
    const unknown = ['event-uncounted 2026-01 x'];
    expect(told([old], [commit('5e77', [JANUARY, 'added'], [at('x'), 'added'])])).toEqual(unknown);
    expect(told([old], [brings('x'), commit('dead', [at('x'), 'removed']), settles, brings('x')])).toEqual(unknown);
    expect(told([old], [settles, commit('c4a9', [at('x'), 'changed'])])).toEqual(unknown);
  });

  it('is not proved of what is not committed, or has no history', () => {
    expect(told([old], [brings('x')])).toEqual(['not-committed 2026-01', 'event-uncounted 2026-01 x']);
    const without = (entries: readonly LedgerEntry[], what: 'no-history' | 'short-history') =>
      withoutHistory(what, { folder: FOLDER, entries, events: [old, event('counted', '2026-02-01')] });
    expect(without([entry()], 'no-history')).toEqual({
      issues: [],
      unproved: [
        { what: 'no-history', periods: ['2026-01'], params: {} },
        { what: 'event-uncounted', periods: ['2026-01'], params: { event: 'x' } },
      ],
    });
    expect(without([], 'short-history')).toEqual({ issues: [], unproved: [] });
  });
});

/* Of January and February two files each: what one commit takes away of a folder that is empty then is one thing, with one way back. */
describe('a folder that was taken away', () => {
  const files = ['2026-01', '2026-02'].map((period) =>
    ['statement.json', 'terms.json'].map((name) => `${FOLDER}/ledger/${period}/${name}`),
  );
  const [january = [], february = []] = files;
  const brings = commit('0e0e', ...[...january, ...february].map((path): [string, Change, string] => [path, 'added', path]));
  const takes = (id: string, paths: readonly string[]) => commit(id, ...paths.map((path): [string, Change] => [path, 'removed']));

  it('is one thing, be it of a period or the ledger', () => {
    expect(told([], [brings, takes('dead', february)])).toEqual(['ledger-removed ledger/2026-02 by dead00000000']);
    expect(told([], [brings, takes('dead', [...january, ...february])])).toEqual(['ledger-removed ledger by dead00000000']);
    expect(told([], [brings, takes('dead', january), takes('b4c4', february)])).toEqual([
      'ledger-removed ledger/2026-01 by dead00000000',
      'ledger-removed ledger/2026-02 by b4c400000000',
    ]);
  });

  it('is its files where something of it is left, or another commit took the rest', () => {
    expect(told([], [brings, takes('dead', february.slice(0, 1))])).toEqual([
      'ledger-removed ledger/2026-02/statement.json by dead00000000',
    ]);
    expect(told([], [brings, takes('dead', february.slice(0, 1)), takes('b4c4', february.slice(1))])).toEqual([
      'ledger-removed ledger/2026-02/statement.json by dead00000000',
      'ledger-removed ledger/2026-02/terms.json by b4c400000000',
    ]);
  });
});

describe('what never belonged in a ledger', () => {
  const own = [JANUARY, 'added', 'blob of January'] as const;
  const gone = (...paths: readonly string[]) => commit('dead', ...paths.map((path): [string, Change] => [path, 'removed']));

  it('is taken away by right: a file that settlement does not write, a folder of no period', () => {
    for (const name of ['.DS_Store', '2026-01/note.txt', '2026-1/statement.json', 'old/2026-01/terms.json']) {
      const path = `${FOLDER}/ledger/${name}`;
      expect(told([], [commit('0e0e', own, [path, 'added']), gone(path)])).toEqual([]);
    }
  });

  it('is a copy of a statement that stands elsewhere, and not one that stands nowhere any more', () => {
    const february = ['statement.json', 'terms.json'].map((name) => `${FOLDER}/ledger/2026-02/${name}`);
    const copied = (blob: string) => commit('c0b1', ...february.map((path): [string, Change, string] => [path, 'added', blob]));
    expect(told([], [commit('0e0e', own), copied('blob of January'), gone(...february)])).toEqual([]);
    expect(told([], [commit('0e0e', own), copied('of its own'), gone(...february)])).toEqual([
      'ledger-removed ledger/2026-02 by dead00000000',
    ]);
    expect(told([], [commit('0e0e', own), copied('blob of January'), gone(...february), gone(JANUARY)])).toEqual([
      'ledger-removed ledger by dead00000000',
    ]);
  });
});

describe('a file that came in for good', () => {
  const thenOn = (path: string, change: Change, ...before: readonly ReturnType<typeof commit>[]) =>
    told([], [...before, commit('c4a9', [path, change])]);

  it('is not changed or removed, be it of the ledger or an event that may have counted', () => {
    expect(thenOn(JANUARY, 'changed', settles)).toEqual(['ledger-rewritten ledger/2026-01/statement.json by c4a900000000']);
    expect(thenOn(JANUARY, 'removed', settles)).toEqual(['ledger-removed ledger/2026-01/statement.json by c4a900000000']);
    const first = commit('e7e7', [at('x'), 'added']);
    expect(thenOn(at('x'), 'changed', first, settles)).toEqual(['ledger-rewritten events/x by c4a900000000']);
    expect(thenOn(at('x'), 'changed', settles, first)).toEqual([]);
    expect(thenOn(`${FOLDER}/contract.yaml`, 'changed', commit('0e0e', [`${FOLDER}/contract.yaml`, 'added']), settles)).toEqual([]);
    // before there was a statement nothing had counted it
    const edits = commit('c4a9', [at('x'), 'changed']);
    expect(told([], [first, edits, settles])).toEqual([]);
    expect(told([], [first, commit('0e0e', [`${FOLDER}/ledger/2026-01/evidence.json`, 'added']), edits], [])).toEqual([]);
    expect(told([], [first, commit('0e0e', [JANUARY, 'changed']), edits], [])).toEqual([
      'ledger-rewritten ledger/2026-01/statement.json by 0e0e00000000',
    ]);
  });

  it('is as it was where its bytes are put back, whatever came between', () => {
    const first = commit('e7e7', [at('x'), 'added']);
    const restores = (path: string, change: Change) => commit('b4c4', [path, change, 'first']);
    const edits = (path: string) => commit('c4a9', [path, 'changed']);
    const takes = (path: string) => commit('dead', [path, 'removed']);
    expect(told([], [settles, edits(JANUARY), restores(JANUARY, 'changed')])).toEqual([]);
    expect(told([], [settles, edits(JANUARY), commit('0e0e', [JANUARY, 'changed']), restores(JANUARY, 'changed')])).toEqual([]);
    expect(told([], [settles, takes(JANUARY), restores(JANUARY, 'added')])).toEqual([]);
    expect(told([], [first, settles, takes(at('x')), restores(at('x'), 'added')])).toEqual([]);
    expect(told([], [first, settles, edits(at('x')), restores(at('x'), 'changed')])).toEqual([]);
    // other bytes are not what was settled, and of several changes the first is told: before it stands what is to be put back
    const rewritten = ['ledger-rewritten ledger/2026-01/statement.json by c4a900000000'];
    expect(told([], [settles, edits(JANUARY), commit('0e0e', [JANUARY, 'changed'])])).toEqual(rewritten);
    expect(told([], [settles, takes(JANUARY), commit('0e0e', [JANUARY, 'added', 'other'])])).toEqual([
      'ledger-removed ledger/2026-01/statement.json by dead00000000',
    ]);
    expect(told([], [settles, commit('0e0e', [JANUARY, 'changed']), restores(JANUARY, 'changed'), edits(JANUARY)])).toEqual(rewritten);
    // an event that was edited before a statement counted it is held to what was counted
    const draft = commit('0e0e', [at('x'), 'changed', 'second']);
    const second = commit('b4c4', [at('x'), 'changed', 'second']);
    expect(told([], [first, draft, settles, edits(at('x')), second])).toEqual([]);
    expect(told([], [first, draft, settles, restores(at('x'), 'changed')])).toEqual(['ledger-rewritten events/x by b4c400000000']);
  });

  it('stands where its bytes first came', () => {
    const gone = commit('dead', [JANUARY, 'removed']);
    const other = commit('0e0e', [JANUARY, 'added', 'other']);
    expect(broughtAt(FOLDER, [settles, gone, settles] as never, '2026-01')).toBe(0);
    expect(broughtAt(FOLDER, [settles, gone, other] as never, '2026-01')).toBe(2);
    expect(broughtAt(FOLDER, [settles] as never, '2026-01')).toBe(0);
    expect(broughtAt(FOLDER, [settles] as never, '2026-02')).toBeNull();
    expect(broughtAt(FOLDER, [commit('c4a9', [JANUARY, 'changed'])] as never, '2026-01')).toBeNull();
  });
});
