import { expect, test } from 'vitest';
import { all, any, type JudgementState, unless } from '../../src/gate/verdict.js';

const judged = (state: JudgementState) => ({ ...unless('facts', 'error', []), state });
const STATES: readonly JudgementState[] = ['passed', 'pending', 'refused', 'error'];

test('of rules that must all hold the worst decides', () => {
  for (const [at, worst] of STATES.entries())
    for (const other of STATES.slice(0, at + 1)) {
      expect(all('both-parties', [judged(worst), judged(other)]).state).toBe(worst);
      expect(all('both-parties', [judged(other), judged(worst)]).state).toBe(worst);
    }
});

test('of ways of which one is enough the best decides, unless one could not be decided', () => {
  const either = (...states: readonly JudgementState[]) => any('consent', states.map(judged)).state;
  expect([either('refused', 'passed'), either('refused', 'pending'), either('refused', 'refused')]).toEqual([
    'passed',
    'pending',
    'refused',
  ]);
  expect([either('passed', 'error'), either('error', 'passed'), either('refused', 'error')]).toEqual(['error', 'error', 'error']);
  expect(either()).toBe('refused');
});
