import type { Line } from '../settlement/model.js';
import type { Wording } from './wording.js';

/** A line's state as finance posts it: what is payable below 0 is deducted, and of 0 nothing is. */
export function lineState({ state, amount }: Pick<Line, 'state' | 'amount'>, words: Wording): string {
  if (state !== 'payable') return words.say(`line.${state}`);
  if (!/[1-9]/.test(amount)) return words.say('line.nothing');
  return words.say(amount.startsWith('-') ? 'line.deducted' : 'line.payable');
}
