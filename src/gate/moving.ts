import { all, sight, unless, type Verdict } from './verdict.js';

/** Rule 13: a verdict on facts that changed whenever they were read again waits, unless it says no anyway. */
export function keepsChanging(verdict: Verdict): Verdict {
  const { judgement } = verdict;
  const changing = unless('facts', 'pending', [sight('keeps-changing')]);
  const state = verdict.state === 'success' ? 'pending' : verdict.state;
  return { ...verdict, state, basis: null, judgement: all(judgement.rule, [...judgement.children, changing], judgement.with) };
}
