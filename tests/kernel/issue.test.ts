import { describe, expect, it } from 'vitest';
import { asWarning, compareIssues, distinctIssues, type Issue, inFile, inNoFile, placeText } from '../../src/kernel/issue.js';

const issue = (path: string, line: number, column: number, code: string): Issue => ({
  code,
  severity: 'error',
  at: { path, line, column },
  params: {},
});

/** As a reader walks: by file, line, column, and then by code. */
const WALK = [
  issue('a.yaml', 1, 9, 'z'),
  issue('a.yaml', 2, 1, 'z'),
  issue('a.yaml', 2, 3, 'a'),
  issue('a.yaml', 2, 3, 'b'),
  issue('a.yaml', 10, 1, 'a'),
  issue('b.yaml', 1, 1, 'a'),
];

describe('issues', () => {
  it('stand in the order of the files, whatever order they were found in', () => {
    for (const [at, one] of WALK.entries()) {
      for (const [place, other] of WALK.entries())
        expect(Math.sign(compareIssues(one, other)), `${at} ${place}`).toBe(Math.sign(at - place));
    }
  });

  it('stand there once', () => {
    expect(distinctIssues([...WALK, ...WALK].reverse())).toEqual(WALK);
  });

  it('have a place that is shown', () => {
    expect(placeText({ path: 'contract.yaml', line: 3, column: 5 })).toBe('contract.yaml:3:5');
    expect(placeText(inFile('contract.yaml'))).toBe('contract.yaml:1:1');
    expect(placeText(inFile('contract.yaml', 7))).toBe('contract.yaml:7:1');
    expect(placeText(inNoFile('--data'))).toBe('--data');
    expect(inNoFile('--data')).toEqual({ path: '--data', line: 0, column: 0 });
  });

  it('are warnings where they stop nothing', () => {
    expect(asWarning(issue('a.yaml', 1, 1, 'a'))).toEqual({ ...issue('a.yaml', 1, 1, 'a'), severity: 'warning' });
  });
});
