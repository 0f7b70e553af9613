import type { Issue } from '../kernel/issue.js';
import { type Fields, isFields } from '../kernel/objects.js';
import { compare, divide, exactOf, isDecimal, rational, toDecimal } from '../kernel/rational.js';
import { issue } from '../words/issue.js';
import { valueAt } from './list-slips.js';
import { meantNumber } from './meant/number.js';
import type { Path, Source } from './source.js';

/* An amount of money where a share belongs: `from 100%: 5000` beside `pool: 5000`. With % it would pay fifty pools. */

/** What the shares of a field are of, and the most percent that they are meant to be: a bonus may pay a few pools, a rate is a part of its base. */
const SHARES_OF = {
  points: { whole: 'pool', most: 400 },
  bands: { whole: 'fee', most: 100 },
  tiers: { whole: 'base', most: 100 },
  cap: { whole: 'score', most: 400 },
} as const;
type ShareField = keyof typeof SHARES_OF;

function isShareField(part: string | number): part is ShareField {
  return Object.hasOwn(SHARES_OF, part);
}

/**
 * A number without % that can only be an amount, with the share that it is of the whole where the file says that.
 * @param number what is written, in the plain form of a number
 */
export function amountSlip(text: string, number: string, path: Path, source: Source, file: unknown): Issue | null {
  const field = path.findLast((part) => isShareField(part));
  if (field === undefined || !isDecimal(number) || compare(rational(number).abs(), rational(SHARES_OF[field].most)) <= 0) return null;
  const whole = wholeOf(field, valueAt(file, path.slice(0, 2)), file);
  const share = whole === null ? undefined : divide(rational(number), rational(whole))?.mul(100);
  const params = { found: text, whole: `@whole.${SHARES_OF[field].whole}` };
  // a share without an end would be another amount
  if (share === undefined || exactOf(share) !== undefined)
    return issue('amount-for-share', source.at(path), { ...params, part: '@whole.unknown' });
  const percent = `${toDecimal(share)}%`;
  return issue('amount-for-share', source.at(path), {
    ...params,
    part: `@whole.part:${whole}|${percent}`,
    corrected: source.corrected(path, { value: percent }),
  });
}

/** What the shares of a fee's field are of, where it is one number for the whole term; null where it is not. */
function wholeOf(field: ShareField, fee: unknown, file: unknown): string | null {
  if (!isFields(fee) || (field !== 'points' && field !== 'bands')) return null;
  if (field === 'points') return numberIn(fee.pool);
  return numberIn(fee.amount ?? feeNamed(fee.of, file)?.amount);
}

function feeNamed(id: unknown, file: unknown): Fields | null {
  const fees: unknown = isFields(file) ? file.fees : null;
  const found: unknown = Array.isArray(fees) ? fees.find((fee) => isFields(fee) && fee.id === id) : null;
  return isFields(found) ? found : null;
}

/** A number above 0, in whatever form it is written. */
function numberIn(value: unknown): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const text = meantNumber(String(value))?.written ?? String(value);
  return isDecimal(text) && compare(rational(text), rational(0)) > 0 ? text : null;
}
