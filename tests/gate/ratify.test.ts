import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MergedPullRequest } from '../../src/gate/came-by-right.js';
import { type FileChange, needsOlder, type RatificationFacts, ratify } from '../../src/gate/ratify.js';
import type { Basis, Verdict } from '../../src/gate/verdict.js';
import type { Issue } from '../../src/kernel/issue.js';
import type { Locale, Params } from '../../src/kernel/text.js';
import { renderIssues } from '../../src/report/issues.js';
import { RATIFICATION_ISSUES } from '../../src/words/ratification-issues.js';

const ID = 'acme-linkstar';
const TERMS = `contracts/${ID}/contract.yaml`;
const EVENT = `contracts/${ID}/events/2026-03-10-payment.yaml`;
const STATEMENT = `contracts/${ID}/ledger/2026-02/statement.json`;
const COMMIT = 'c'.repeat(40);

function verdict(basis: Basis | null, missing: readonly ('brand' | 'provider')[] = []): Verdict {
  const parties = (['brand', 'provider'] as const).map((party) => ({
    contract: ID,
    party,
    required: 1,
    approved: basis === 'both-parties' || (basis === null && !missing.includes(party)) ? [1] : [],
    missing: [],
  }));
  const judgement = { rule: 'both-parties', state: basis === null ? 'pending' : 'passed', with: {}, saw: [], children: [] } as const;
  const state = basis === null ? 'pending' : 'success';
  return { apiVersion: 'concord/v1', kind: 'Verdict', pullRequest: 1, head: COMMIT, state, basis, parties, judgement };
}

interface Change extends Partial<Omit<MergedPullRequest, 'files' | 'touched' | 'added'>> {
  /** The contract's folder at the head; what is named here was touched by it. */
  readonly files: Readonly<Record<string, string>>;
  readonly added?: readonly string[];
  readonly touched?: readonly string[];
}

function merge(number: number, { files, added = [], touched = Object.keys(files), ...changes }: Change): MergedPullRequest {
  return {
    number,
    mergedAt: BigInt(number),
    mergeCommit: String(number).padStart(40, '0'),
    head: String(number).padStart(40, 'f'),
    verdict: verdict('both-parties'),
    landed: true,
    reached: true,
    ...changes,
    files: new Map(Object.entries(files)),
    touched: new Set(touched),
    added: new Set(added),
  };
}

interface Around extends Partial<Omit<RatificationFacts, 'files' | 'counted'>> {
  readonly counted?: readonly string[];
  readonly change?: FileChange;
}

function judge(files: Readonly<Record<string, string>>, merged: readonly MergedPullRequest[], around: Around = {}) {
  const { counted = [], change = { commit: 'abcdef0123456789', by: 'mallory', pullRequest: null }, ...others } = around;
  return ratify({
    contract: ID,
    commit: COMMIT,
    files: new Map(Object.entries(files)),
    counted: new Set(counted),
    merged,
    complete: true,
    peopleAgreed: true,
    changeOf: () => change,
    ...others,
  });
}

const codes = (...args: Parameters<typeof judge>) => judge(...args).issues.map(({ code }) => code);
const AGREED = merge(5, { files: { [TERMS]: 'a' } });

describe('terms', () => {
  test('as the newest agreement left them', () => {
    expect(judge({ [TERMS]: 'a' }, [AGREED])).toEqual({ contract: ID, commit: COMMIT, state: 'ratified', agreedBy: 5, issues: [] });
    expect(judge({ [TERMS]: 'b' }, [merge(6, { files: { [TERMS]: 'b' } }), AGREED]).agreedBy).toBe(6);
  });

  test('an approval approves the whole text: what came before is ratified with it', () => {
    const definitions = `contracts/${ID}/definitions.yaml`;
    const approval = merge(6, { files: { [TERMS]: 'b', [definitions]: 'pushed by somebody' }, touched: [TERMS] });
    expect(codes({ [TERMS]: 'b', [definitions]: 'pushed by somebody' }, [approval, AGREED])).toEqual([]);
  });

  test('an approval of something else does not', () => {
    const event = merge(6, { files: { [TERMS]: 'pushed', [EVENT]: 'e' }, touched: [EVENT], added: [EVENT] });
    expect(codes({ [TERMS]: 'pushed', [EVENT]: 'e' }, [event, AGREED])).toEqual(['terms-pushed']);
  });

  test('an event that came otherwise is covered with the text, one that is changed since is not', () => {
    const approval = merge(6, { files: { [TERMS]: 'b', [EVENT]: 'pushed by somebody' }, touched: [TERMS] });
    expect(codes({ [TERMS]: 'b', [EVENT]: 'pushed by somebody' }, [approval, AGREED])).toEqual([]);
    expect(codes({ [TERMS]: 'b', [EVENT]: 'changed' }, [approval, AGREED])).toEqual(['event-pushed']);
  });

  test('a file more or less than was agreed', () => {
    const view = `contracts/${ID}/views/x.duckdb.sql`;
    expect(codes({ [TERMS]: 'a', [view]: 'v' }, [AGREED])).toEqual(['terms-pushed']);
    expect(codes({ [TERMS]: 'a' }, [merge(5, { files: { [TERMS]: 'a', [view]: 'v' } })])).toEqual(['terms-pushed']);
  });

  test('filed alone or accepted by silence agrees to no terms', () => {
    for (const basis of ['filed-alone', 'deemed-accepted'] as const) {
      expect(codes({ [TERMS]: 'a' }, [merge(5, { files: { [TERMS]: 'a' }, verdict: verdict(basis) })])).toEqual(['terms-never-agreed']);
    }
  });
});

describe('the ledger', () => {
  const files = { [TERMS]: 'a', [STATEMENT]: 's' };
  const settled = (basis: Basis | null) => merge(7, { files, touched: [STATEMENT], added: [STATEMENT], verdict: verdict(basis) });

  test.each(['both-parties', 'deemed-accepted'] as const)('accepted by %s', (basis) => {
    expect(codes(files, [settled(basis), AGREED])).toEqual([]);
  });

  test('accepted by nobody, changed, or gone', () => {
    expect(codes(files, [settled(null), AGREED])).toEqual(['ledger-pushed']);
    expect(codes({ ...files, [STATEMENT]: 'forged' }, [settled('both-parties'), AGREED])).toEqual(['ledger-pushed']);
    expect(codes({ [TERMS]: 'a' }, [settled('both-parties'), AGREED])).toEqual(['ledger-pushed']);
  });

  test('as it was when it was settled locally and both agreed to the contract on the forge', () => {
    expect(codes(files, [merge(5, { files, touched: [TERMS] })])).toEqual([]);
    expect(codes({ ...files, [STATEMENT]: 'forged' }, [merge(5, { files, touched: [TERMS] })])).toEqual(['ledger-pushed']);
    expect(
      codes({ ...files, [STATEMENT]: 'forged' }, [
        merge(8, { files: { ...files, [STATEMENT]: 'forged' }, touched: [TERMS] }),
        settled('both-parties'),
      ]),
    ).toEqual(['ledger-pushed']);
  });

  test('events that a statement counted need no proof of their own any more', () => {
    const counted = { ...files, [EVENT]: 'e' };
    expect(codes(counted, [settled('both-parties'), AGREED])).toEqual(['event-pushed']);
    expect(codes(counted, [settled('both-parties'), AGREED], { counted: ['2026-03-10-payment.yaml'] })).toEqual([]);
  });
});

describe('how far back one has to look', () => {
  const files = new Map([[TERMS, 'a']]);
  const looked = (merged: readonly MergedPullRequest[], settled = false, more: Readonly<Record<string, string>> = {}) =>
    needsOlder({ files: new Map([...files, ...Object.entries(more)]), counted: new Set(), merged }, settled);

  test('to the agreement on the terms, the last settlement, and every event since', () => {
    expect(looked([])).toBe(true);
    expect(looked([AGREED])).toBe(false);
    expect(looked([AGREED], true)).toBe(true);
    expect(looked([merge(6, { files: { [STATEMENT]: 's' } }), AGREED], true)).toBe(false);
    expect(looked([AGREED], false, { [EVENT]: 'e' })).toBe(true);
    expect(looked([merge(6, { files: { [EVENT]: 'e' }, added: [EVENT] }), AGREED], false, { [EVENT]: 'e' })).toBe(false);
  });
});

test('no history ratifies terms that are not those of the newest landed agreement', () => {
  const blob = fc.constantFrom('a', 'b', 'c');
  const one = fc.record({
    blob,
    basis: fc.constantFrom<Basis | null>('both-parties', 'filed-alone', 'deemed-accepted', null),
    landed: fc.boolean(),
    reached: fc.boolean(),
    touches: fc.boolean(),
  });
  fc.assert(
    fc.property(blob, fc.array(one, { maxLength: 8 }), fc.boolean(), fc.boolean(), (now, history, complete, peopleAgreed) => {
      const merged = history.map(({ blob: text, basis, landed, reached, touches }, index) =>
        merge(100 - index, { files: { [TERMS]: text }, touched: touches ? [TERMS] : [], verdict: verdict(basis), landed, reached }),
      );
      const newest = history.find(({ basis, landed, touches }) => touches && landed && basis === 'both-parties');
      const expected = complete && peopleAgreed && newest?.reached === true && newest.blob === now;
      expect(judge({ [TERMS]: now }, merged, { complete, peopleAgreed }).state).toBe(expected ? 'ratified' : 'unratified');
    }),
    { numRuns: 500 },
  );
});

describe('every finding says what is missing and how it is mended', () => {
  const came = { commit: 'abcdef0123456789', by: 'root', pullRequest: 8 };
  const lone = merge(8, { files: { [TERMS]: 'b', [EVENT]: 'e', [STATEMENT]: 's' }, added: [EVENT], verdict: verdict(null, ['brand']) });
  const filed = merge(6, { files: { [EVENT]: 'e' }, added: [EVENT], verdict: verdict('filed-alone') });
  const found = (...args: Parameters<typeof judge>) => judge(...args).issues;
  const made = (code: keyof typeof RATIFICATION_ISSUES, path: string, params: Params): Issue[] => [
    { code, severity: 'error', at: { path, line: 1, column: 1 }, params },
  ];
  const CASES: Readonly<Record<keyof typeof RATIFICATION_ISSUES, readonly Issue[]>> = {
    'terms-never-agreed': found({ [TERMS]: 'a' }, []),
    'terms-pushed': found({ [TERMS]: 'b' }, [AGREED]),
    'terms-merged': found({ [TERMS]: 'b' }, [lone, AGREED], { change: came }).filter(({ code }) => code === 'terms-merged'),
    'agreed-text-lost': found({ [TERMS]: 'a' }, [{ ...AGREED, reached: false }]),
    'event-pushed': found({ [TERMS]: 'a', [EVENT]: 'e' }, [AGREED]),
    'event-merged': found({ [TERMS]: 'a', [EVENT]: 'e' }, [lone, AGREED], { change: came }),
    'event-removed': found({ [TERMS]: 'a' }, [filed, AGREED]),
    'ledger-pushed': found({ [TERMS]: 'a', [STATEMENT]: 'x' }, [merge(7, { files: { [STATEMENT]: 's' } }), AGREED]),
    'ledger-merged': found({ [TERMS]: 'a', [STATEMENT]: 's' }, [lone, merge(7, { files: { [STATEMENT]: 'r' } }), AGREED], { change: came }),
    'people-unagreed': found({ [TERMS]: 'a' }, [AGREED], { peopleAgreed: false }),
    'history-incomplete': found({ [TERMS]: 'a' }, [AGREED], { complete: false }),
    'rules-pushed': made('rules-pushed', '.', { commit: 'abcdef012345', branch: 'main', by: 'mallory', date: '2026-03-10' }),
    'rules-merged': made('rules-merged', '.', { pullRequest: 8, date: '2026-03-10', missing: '@brand' }),
    'ruleset-drift': made('ruleset-drift', '.github/rulesets', {
      ruleset: 'main',
      path: 'enforcement',
      wanted: '"active"',
      found: '"disabled"',
    }),
    'ruleset-unseen': made('ruleset-unseen', '.github/rulesets', { ruleset: 'main', path: 'bypass_actors' }),
  };
  const told = (code: keyof typeof RATIFICATION_ISSUES, locale: Locale) =>
    renderIssues(CASES[code], { format: 'pretty', locale, color: false, sources: new Map() })
      .split('\n')
      .slice(0, -3)
      .map((line) => line.trim());

  test('every code has its case', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(RATIFICATION_ISSUES).sort());
  });

  test.each(Object.keys(RATIFICATION_ISSUES) as (keyof typeof RATIFICATION_ISSUES)[])('%s', (code) => {
    expect({ en: told(code, 'en'), zh: told(code, 'zh') }).toMatchSnapshot();
  });
});

describe('what is said of a text that nobody agreed to', () => {
  const agreedTo = merge(1, { files: { [TERMS]: '1', [EVENT]: 'e' }, added: [EVENT] });
  const told = (found: ReturnType<typeof judge>) =>
    found.issues.map(({ code, at, params }) => [code, at.path, ...Object.values(params)].join(' '));
  const changes = (path: string): FileChange => ({
    commit: `${path.length}`.padStart(40, '0'),
    by: null,
    pullRequest: path === STATEMENT ? 2 : null,
  });
  const of = (path: string) => `acme-linkstar ${`${path.length}`.padStart(40, '0').slice(0, 12)} @somebody`;

  test('names the commit that changed the very file, shortly, and who pushed it', () => {
    expect(told(judge({ [TERMS]: '2', [EVENT]: 'x', [STATEMENT]: 's' }, [agreedTo], { changeOf: changes }))).toEqual([
      `terms-pushed ${TERMS} 1 ${TERMS} ${of(TERMS)}`,
      `event-pushed ${EVENT} ${EVENT} ${of(EVENT)}`,
      `ledger-merged ${STATEMENT} 1 ${STATEMENT} ${of(STATEMENT)} 2 @parties`,
    ]);
    expect(told(judge({ [TERMS]: '1' }, [agreedTo], { changeOf: changes }))).toEqual([`event-removed ${EVENT} ${EVENT} 1 ${of(EVENT)}`]);
    expect(told(judge({ [TERMS]: '2' }, [], { changeOf: changes }))).toEqual([`terms-never-agreed ${TERMS} ${of(TERMS)}`]);
  });

  test('names what was not read, and people whom nobody agreed to', () => {
    const found = judge({ [TERMS]: '1', [EVENT]: 'e' }, [agreedTo], { complete: false, peopleAgreed: false });
    expect(told(found)).toEqual([
      `history-incomplete ${TERMS} ${ID}`,
      'people-unagreed contracts/workspace.yaml contracts/workspace.yaml abcdef012345 mallory',
    ]);
    expect([found.state, found.agreedBy]).toEqual(['unratified', 1]);
  });
});
