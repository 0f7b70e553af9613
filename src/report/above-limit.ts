import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { inlineText } from './blocks.js';
import { exactMoney } from './figures.js';
import type { Wording } from './wording.js';

/** The pass-through that a line `<fee>/excess` is of, as a sentence names it: with its id. */
export function limitedLine(line: string, words: Wording): string {
  return inlineText(words.line(feeOf(line)));
}

/** The same with its limit in a period. */
export function aboveLimit(line: string, period: PeriodId, words: Wording): { readonly line: string; readonly limit: string } {
  const fee = words.terms.contract.fees.find(({ id }) => id === feeOf(line));
  const limit = fee?.kind === 'pass_through' && fee.upTo !== null ? scheduledAt(fee.upTo, period) : '0';
  return { line: limitedLine(line, words), limit: exactMoney(limit, words.currency) };
}

function feeOf(line: string): string {
  return line.split('/')[0] ?? line;
}
