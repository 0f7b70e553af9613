import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/kernel/issue.js';
import { findingsOf } from '../../src/settlement/findings.js';

const LEDGER = 'contracts/a/ledger';
const issue = (code: string, path: string, line = 1, params: Issue['params'] = {}): Issue => ({
  code,
  severity: 'error',
  at: { path, line, column: 1 },
  params,
});
/** `code path ← codes that follow from it`. */
const told = (...issues: Issue[]) =>
  findingsOf(issues).map(
    ({ code, at, follows }) => `${code} ${at.path.replace(`${LEDGER}/`, '')} ← ${follows.map((each) => each.code).join(' ')}`,
  );

describe('what is wrong with a ledger', () => {
  it('is told once of a file, by its cause', () => {
    const path = `${LEDGER}/2026-01/statement.json`;
    expect(told(issue('ledger-formatting', path), issue('ledger-digest', path), issue('ledger-rewritten', path))).toEqual([
      'ledger-rewritten 2026-01/statement.json ← ledger-digest ledger-formatting',
    ]);
  });

  it('is told of each file for itself, in their order', () => {
    const [january, february] = [`${LEDGER}/2026-01/statement.json`, `${LEDGER}/2026-02/statement.json`];
    expect(told(issue('ledger-chain', february), issue('ledger-digest', january), issue('ledger-digest', february))).toEqual([
      'ledger-digest 2026-01/statement.json ← ',
      'ledger-digest 2026-02/statement.json ← ledger-chain',
    ]);
  });

  it('of two with one code stands at the earlier line', () => {
    const path = `${LEDGER}/2026-01/statement.json`;
    const [found] = findingsOf([issue('ledger-digest', path, 7), issue('ledger-digest', path, 3)]);
    expect([found?.at.line, found?.follows.map(({ at }) => at.line)]).toEqual([3, [7]]);
  });

  it('stands for itself where nothing is known to follow from it', () => {
    const path = 'contracts/a/contract.yaml';
    expect(told(issue('other', path), issue('other', path))).toEqual([`other ${path} ← `, `other ${path} ← `]);
  });

  it('is one thing where git changed the line ends of many files', () => {
    const files = ['statement.json', 'evidence.json'].map((name) => issue('ledger-line-ends', `${LEDGER}/2026-01/${name}`));
    expect(told(...files)).toEqual(['ledger-line-ends 2026-01/evidence.json ← ledger-line-ends']);
    // a commit that brought them is the cause of its file, which no checkout mends
    const brought = issue('ledger-rewritten', `${LEDGER}/2026-01/statement.json`);
    expect(told(...files, brought)).toEqual([
      'ledger-line-ends 2026-01/evidence.json ← ',
      'ledger-rewritten 2026-01/statement.json ← ledger-line-ends',
    ]);
  });

  it('is one thing where a folder was moved', () => {
    const inFolder = (code: string, name: string) => issue(code, `${LEDGER}/2026-03/${name}`, 1, { folder: `${LEDGER}/2026-03` });
    for (const code of ['ledger-misplaced', 'ledger-gap']) {
      const found = told(
        inFolder('ledger-digest', 'evidence.json'),
        inFolder(code, 'statement.json'),
        inFolder('ledger-chain', 'terms.json'),
      );
      expect(found).toEqual([`${code} 2026-03/statement.json ← ledger-digest ledger-chain`]);
    }
  });

  it('is one thing where several files of one period were taken away, and not where each is of another', () => {
    const removed = (period: string, name: string) => issue('ledger-removed', `${LEDGER}/${period}/${name}`);
    expect(told(removed('2026-01', 'statement.json'), removed('2026-01', 'evidence.json'))).toEqual([
      'ledger-removed 2026-01/evidence.json ← ledger-removed',
    ]);
    expect(told(removed('2026-01', 'statement.json'), removed('2026-02', 'statement.json'))).toHaveLength(2);
    // events lie in no folder of a period: two that were deleted are two
    expect(told(issue('ledger-removed', 'contracts/a/events/x.yaml'), issue('ledger-removed', 'contracts/a/events/y.yaml'))).toHaveLength(
      2,
    );
  });

  it('between evidence and its statement accuses the one that something else accuses', () => {
    const [statement, evidence] = [`${LEDGER}/2026-01/statement.json`, `${LEDGER}/2026-01/evidence.json`];
    const beside = issue('ledger-evidence-of', evidence);
    expect(told(beside)).toEqual(['ledger-evidence-of 2026-01/evidence.json ← ']);
    expect(told(beside, issue('ledger-digest', statement))).toEqual(['ledger-digest 2026-01/statement.json ← ledger-evidence-of']);
    expect(told(beside, issue('ledger-digest', statement), issue('ledger-digest', evidence))).toEqual([
      'ledger-digest 2026-01/evidence.json ← ledger-evidence-of',
      'ledger-digest 2026-01/statement.json ← ',
    ]);
    expect(told(issue('ledger-digest', evidence), issue('ledger-digest', statement))).toHaveLength(2);
  });
});
