import { describe, expect, it } from 'vitest';
import {
  afterAgreement,
  agreedFiles,
  asFound,
  isTrusted,
  NOTHING_KNOWN,
  type Trust,
  termsOf,
  unagreedIn,
} from '../../src/gate/agreed-text.js';
import {
  acceptedLedger,
  agreedTerms,
  differing,
  lostEvents,
  type MergedPullRequest,
  rightfulEvent,
  rightfulLedger,
  unprovenEvents,
} from '../../src/gate/came-by-right.js';
import { additionOf, hasLanded, judgeLanding, landingOf } from '../../src/gate/landing.js';
import type { Verdict } from '../../src/gate/verdict.js';
import { file, request } from './scenario.js';

const tree = (text: string) => new Map(text.split(' ').flatMap((entry) => (entry === '' ? [] : [entry.split('=') as [string, string]])));

describe('what a merge makes', () => {
  const landing = (tip: string, head: string, merge: string, ...files: Parameters<typeof landingOf>[1][number][]) =>
    landingOf({ tip: tree(tip), head: tree(head), merge: tree(merge) }, files);

  it('is the tip with exactly the listed changes', () => {
    const files = [
      file('a'),
      file('b', { status: 'added' }),
      file('c', { status: 'removed' }),
      file('e', { status: 'renamed', previousPath: 'd' }),
    ];
    expect(landing('a=1 c=1 d=1 z=9', 'a=2 b=1 e=1 z=1', 'a=2 b=1 e=1 z=9', ...files)).toEqual({ kind: 'exact' });
  });

  it('differs where other paths or other bytes would land, named in order', () => {
    expect(landing('a=1 z=9', 'a=2', 'a=3 z=9', file('a'))).toEqual({ kind: 'differs', paths: ['a'] });
    expect(landing('a=1 z=9', 'a=2 z=8', 'a=2 z=8 b=1', file('a'))).toEqual({ kind: 'differs', paths: ['b', 'z'] });
    expect(landing('a=1 z=9', 'a=2', 'a=2', file('a'))).toEqual({ kind: 'differs', paths: ['z'] });
    expect(landing('a=1 c=1', 'a=1', 'a=1 c=1', file('c', { status: 'removed' }))).toEqual({ kind: 'differs', paths: ['c'] });
    // what the head does not have either is not wanted
    expect(landing('a=1', '', '', file('a'))).toEqual({ kind: 'exact' });
    // a copy leaves what it was copied from
    expect(landing('d=1', 'd=1 e=1', 'd=1 e=1', file('e', { status: 'copied', previousPath: 'd' }))).toEqual({ kind: 'exact' });
    expect(landing('d=1', 'd=1 e=1', 'e=1', file('e', { status: 'renamed', previousPath: 'd' }))).toEqual({ kind: 'exact' });
  });

  const addition = (base: string, tip: string, ...files: Parameters<typeof additionOf>[1][number][]) =>
    additionOf({ base: tree(base), tip: tree(tip) }, files).kind;
  const added = (path: string) => file(path, { status: 'added' });

  it('of additions alone can be told beforehand, where nothing has moved around them', () => {
    expect(addition('f/a=1', 'f/a=2', added('f/b'), added('g/h/c'))).toBe('exact');
    expect(addition('', '')).toBe('exact');
  });

  it.each([
    ['a change', 'f/a=1', 'f/a=1', [file('f/a')]],
    ['a rename', 'f/a=1', 'f/a=1', [file('f/b', { status: 'added', previousPath: 'f/a' })]],
    ['a path that was there', 'f/a=1', 'f/z=1', [added('f/a')]],
    ['a path that is there', 'f/z=1', 'f/a=1 f/z=1', [added('f/a')]],
    ['a path that is a folder now', 'f/z=1', 'f/a/b=1 f/z=1', [added('f/a')]],
    ['a folder that is a file now', 'z=1', 'f=1', [added('f/a')]],
    ['a folder that has gone', 'f/a=1', 'g/a=1', [added('f/b')]],
    ['a folder within one that has gone', 'f/g/a=1', 'f/h=1', [added('f/g/b')]],
    ['one of two', 'f/a=1', 'f/a=1', [added('f/b'), file('f/a')]],
  ] as const)('of %s cannot', (_, base, tip, files) => {
    expect(addition(base, tip, ...files)).toBe('computing');
  });

  it('has all of a pull request, or has not', () => {
    const [changed, removed] = [file('a'), file('b', { status: 'removed' })];
    const renamed = file('d', { status: 'renamed', previousPath: 'c' });
    expect(hasLanded([changed, removed], tree('a=2'), tree('a=2 z=1'))).toBe(true);
    expect(hasLanded([changed, removed], tree('a=2'), tree('a=1'))).toBe(false);
    expect(hasLanded([changed, removed], tree('a=2'), tree('a=2 b=1'))).toBe(false);
    expect(hasLanded([renamed], tree('d=1'), tree('d=1'))).toBe(true);
    expect(hasLanded([renamed], tree('d=1'), tree('c=1 d=1'))).toBe(false);
    expect(hasLanded([file('d', { status: 'copied', previousPath: 'c' })], tree('d=1'), tree('c=1 d=1'))).toBe(true);
  });

  it('is judged while the pull request is open', () => {
    const { pullRequest } = { pullRequest: request({}) };
    const judged = (landing: typeof pullRequest.landing, state = 'open') => {
      const { state: found, saw } = judgeLanding({ ...pullRequest, landing, state });
      return [found, ...saw.map(({ code, with: params }) => `${code} ${params.path ?? ''}`.trim())];
    };
    expect(judged({ kind: 'exact' })).toEqual(['passed']);
    expect(judged({ kind: 'computing' })).toEqual(['pending', 'merge-computing']);
    expect(judged({ kind: 'conflict' })).toEqual(['pending', 'merge-conflict']);
    expect(judged({ kind: 'bases' })).toEqual(['pending', 'merge-bases']);
    expect(judged({ kind: 'differs', paths: ['a', 'b'] })).toEqual(['pending', 'merge-differs a', 'merge-differs b']);
    expect(judged({ kind: 'differs', paths: [...'abcdef'] })).toHaveLength(6);
    expect(judged({ kind: 'conflict' }, 'closed')).toEqual(['passed']);
  });
});

const W = 'contracts/workspace.yaml';
const A = 'contracts/acme/contract.yaml';
const D = 'contracts/acme/definitions.yaml';
const B = 'contracts/beta/contract.yaml';

describe('the text that was agreed last', () => {
  const shown = (trust: Trust) => [...agreedFiles(trust)].map(([path, { blob, commit }]) => `${path}=${blob}@${commit}`);
  const found = asFound(tree(`${W}=w ${A}=1 ${D}=1 ${B}=1 contracts/acme/events/2026-01-01-x.yaml=e README.md=r`), 'c0');

  it('is of the workspace and of what is terms', () => {
    expect([termsOf(A), termsOf(D), termsOf(W), termsOf('contracts/acme/ledger/2026-01/statement.json'), termsOf('README.md')]).toEqual([
      'acme',
      'acme',
      null,
      null,
      null,
    ]);
    expect([isTrusted(W), isTrusted(A), isTrusted('README.md')]).toEqual([true, true, false]);
  });

  it('is first what both parties found', () => {
    expect(found.known).toBe(true);
    expect(shown(found)).toEqual([`${W}=w@c0`, `${A}=1@c0`, `${D}=1@c0`, `${B}=1@c0`]);
    expect(asFound(tree(`${A}=1`), 'c0').workspace).toBeNull();
    expect(NOTHING_KNOWN).toEqual({ known: false, workspace: null, contracts: new Map() });
  });

  const agreed = (trust: Trust, touched: readonly string[], files: string) =>
    afterAgreement(trust, { touched: new Set(touched), files: tree(files), head: 'h1' });

  it('is then what they agree to: with a contract.yaml the whole text, else the files alone', () => {
    const files = `${W}=w2 ${A}=2 ${D}=2 ${B}=2`;
    expect(shown(agreed(found, [A], files))).toEqual([`${W}=w@c0`, `${A}=2@h1`, `${D}=2@h1`, `${B}=1@c0`]);
    expect(shown(agreed(found, [D], files))).toEqual([`${W}=w@c0`, `${A}=1@c0`, `${D}=2@h1`, `${B}=1@c0`]);
    expect(shown(agreed(found, [W], files))).toEqual([`${W}=w2@h1`, `${A}=1@c0`, `${D}=1@c0`, `${B}=1@c0`]);
    expect(agreed(NOTHING_KNOWN, [], files)).toEqual({ known: true, workspace: null, contracts: new Map() });
    // of a contract that nobody has agreed to all is agreed with its first file
    expect(shown(agreed(NOTHING_KNOWN, [D], files))).toEqual([`${A}=2@h1`, `${D}=2@h1`]);
  });

  it('is gone where they agree that it goes', () => {
    expect(shown(agreed(found, [A, D], `${W}=w`))).toEqual([`${W}=w@c0`, `${B}=1@c0`]);
    expect([...agreed(found, [A, D], `${W}=w`).contracts.keys()]).toEqual(['beta']);
    expect(agreed(found, [W], '').workspace).toBeNull();
    expect(shown(agreed(found, [D], `${A}=1`))).toEqual([`${W}=w@c0`, `${A}=1@c0`, `${B}=1@c0`]);
  });

  it('is compared with what stands there', () => {
    expect(unagreedIn(tree(`${W}=w ${A}=1 ${D}=1 ${B}=1 README.md=x`), found)).toEqual([]);
    expect(unagreedIn(tree(`contracts/gamma/contract.yaml=1 ${D}=1 ${A}=2 ${B}=1`), found)).toEqual([
      { path: A, agreed: '1' },
      { path: 'contracts/gamma/contract.yaml', agreed: null },
      { path: W, agreed: 'w' },
    ]);
    expect(unagreedIn(tree(`${A}=2`), NOTHING_KNOWN)).toEqual([]);
  });
});

describe('what came by right', () => {
  const X = 'contracts/acme/events/2026-01-01-x.yaml';
  const S = 'contracts/acme/ledger/2026-01/statement.json';
  const verdict = (basis: Verdict['basis'], ...rules: readonly (readonly [string, string])[]) =>
    ({
      state: basis === null ? 'pending' : 'success',
      basis,
      judgement: { children: rules.map(([rule, state]) => ({ rule, state })) },
    }) as unknown as Verdict;
  const both = verdict('both-parties', ['policy', 'passed']);
  const alone = verdict('filed-alone', ['policy', 'passed']);
  const late = verdict(null, ['policy', 'passed'], ['up-to-date', 'pending']);
  const waiting = verdict(null, ['policy', 'passed'], ['consent', 'pending']);
  let number = 0;
  const merged = (judged: Verdict, touched: string, more: Partial<MergedPullRequest> = {}): MergedPullRequest => {
    number += 1;
    const files = tree(touched);
    return {
      number,
      mergedAt: 0n,
      mergeCommit: 'm',
      head: 'h',
      touched: new Set(files.keys()),
      added: new Set(files.keys()),
      files,
      verdict: judged,
      landed: true,
      reached: true,
      ...more,
    };
  };

  it('is the newest that both agreed to, of terms; with a contract.yaml all of the folder', () => {
    const [definitions, whole, event] = [merged(both, `${D}=2`), merged(both, `${A}=1`), merged(both, `${X}=1`)];
    expect(agreedTerms([event, definitions, whole])).toBe(definitions);
    expect(agreedTerms([event, whole])).toBe(whole);
    expect(agreedTerms([event])).toBeNull();
    expect(agreedTerms([merged(alone, `${A}=1`), merged(both, `${A}=1`, { landed: false })])).toBeNull();
    expect(rightfulLedger({ merged: [definitions, whole], files: new Map(), counted: new Set() })).toBe(whole);
    const withOthers = merged(both, `README.md=1 ${A}=1`);
    expect(rightfulLedger({ merged: [withOthers], files: new Map(), counted: new Set() })).toBe(withOthers);
    expect(rightfulLedger({ merged: [merged(both, 'x/contracts/acme/contract.yaml=1')], files: new Map(), counted: new Set() })).toBeNull();
    expect(
      rightfulLedger({ merged: [merged(both, 'contracts/acme/contract.yaml.old=1')], files: new Map(), counted: new Set() }),
    ).toBeNull();
  });

  it('is a settlement that was accepted, also where it was only late', () => {
    const [accepted, lateOne] = [merged(alone, `${S}=1`), merged(late, `${S}=2`)];
    expect(acceptedLedger([accepted])).toBe(accepted);
    expect(acceptedLedger([lateOne, accepted])).toBe(lateOne);
    expect(
      acceptedLedger([merged(waiting, `${S}=2`), merged(verdict(null), `${S}=2`), merged(alone, `${S}=3`, { landed: false })]),
    ).toBeNull();
    expect(acceptedLedger([merged(alone, 'contracts/acme/ledger/2026-01/evidence.json=1')])).toBeNull();
    expect(rightfulLedger({ merged: [accepted, merged(both, `${A}=1`)], files: new Map(), counted: new Set() })).toBe(accepted);
  });

  it('is an event with the bytes with which it came, or with which it was agreed', () => {
    const record = (files: string, ...all: readonly MergedPullRequest[]) => ({
      files: tree(files),
      counted: new Set<string>(),
      merged: all,
    });
    expect(rightfulEvent(record(`${X}=1`, merged(alone, `${X}=1`)), X)).toBe('1');
    expect(rightfulEvent(record(`${X}=2`, merged(alone, `${X}=1`)), X)).toBe('1');
    expect(rightfulEvent(record(`${X}=1`, merged(waiting, `${X}=1`)), X)).toBeNull();
    const agreedWith = merged(both, `${A}=1`, { files: tree(`${A}=1 ${X}=2`) });
    expect(rightfulEvent(record(`${X}=2`, agreedWith), X)).toBe('2');
    expect(rightfulEvent(record(`${X}=2`, merged(alone, `${X}=1`), agreedWith), X)).toBe('2');
    expect(rightfulEvent(record(`${X}=3`, merged(alone, `${X}=1`), agreedWith), X)).toBe('1');
    expect(rightfulEvent(record(`${X}=1`, merged(alone, `${X}=1`, { added: new Set() })), X)).toBeNull();
  });

  it('leaves over what came by nobody’s, unless a statement has counted it', () => {
    const record = { files: tree(`${X}=1 ${A}=1 ${S}=1`), counted: new Set<string>(), merged: [] };
    expect(unprovenEvents(record)).toEqual([X]);
    expect(unprovenEvents({ ...record, counted: new Set(['2026-01-01-x.yaml']) })).toEqual([]);
    expect(unprovenEvents({ ...record, merged: [merged(alone, `${X}=1`)] })).toEqual([]);
  });

  it('may be lost', () => {
    const came = merged(alone, `${X}=1 ${S}=1`);
    expect(lostEvents({ merged: [came, merged(waiting, `${X}=1`)], files: tree(`${A}=1`), counted: new Set() })).toEqual([
      { path: X, cameWith: came },
    ]);
    expect(lostEvents({ merged: [came], files: tree(`${X}=2`), counted: new Set() })).toEqual([]);
  });

  it('differs by path, part by part', () => {
    const [now, then] = [tree(`${A}=1 ${D}=2 ${S}=1 ${B}=1`), tree(`${A}=1 ${D}=1 contracts/acme/ledger/2026-02/statement.json=1`)];
    expect(differing(now, then, 'terms')).toEqual([D, B]);
    expect(differing(now, then, 'ledger')).toEqual([S, 'contracts/acme/ledger/2026-02/statement.json']);
  });
});
