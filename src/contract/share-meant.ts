import { isFields } from '../kernel/objects.js';
import { compare, isDecimal, isZero, ONE, type Rational, rational, toDecimal } from '../kernel/rational.js';
import type { IssueParams } from '../words/issue.js';
import { valueAt } from './list-slips.js';
import type { Path } from './source.js';

/*
 * What a share without % was probably meant to be, the likeliest first. A part of one is nearly always the percentage that it is of one:
 * 0.05 taken for 0.05% would pay a hundredth. From 1 on that hangs on the field: a score of 1 is 100%, a rate of 1 rather 1%.
 */

/**
 * How a field is thought of by those who leave the % out. `score`: as a part or a multiple of one, 1.5 is 150%. `part`: as a part of one, and
 * never more. `surcharge`: 1.15 is what is paid for 1, 15% more. `rate`: as so many of a hundred.
 */
type Thought = 'score' | 'part' | 'surcharge' | 'rate';

const THOUGHTS: Readonly<Record<string, Thought>> = {
  scoreAs: 'score',
  cap: 'score',
  points: 'score',
  bands: 'part',
  weight: 'part',
  minWeightLeft: 'part',
  maxDrift: 'part',
  maxTargetChange: 'part',
  markup: 'surcharge',
  gross: 'rate',
};

const TEN = rational(10);
const TWO = rational(2);

/** The readings of a number without %, as shares; the number itself where it is none. */
function sharesMeant(text: string, thought: Thought): readonly string[] {
  if (!isDecimal(text)) return [`${text}%`];
  const number = rational(text);
  const size = number.abs();
  const asWritten = `${text}%`;
  const ofOne = percent(number);
  if (isZero(number)) return [asWritten];
  if (compare(size, ONE) < 0) return [ofOne, asWritten];
  if (thought === 'score') return compare(size, TEN) < 0 ? [ofOne, asWritten] : [asWritten];
  if (compare(size, TWO) >= 0) return [asWritten];
  if (compare(size, ONE) === 0) return thought === 'part' ? [ofOne, asWritten] : [asWritten, ofOne];
  return thought === 'surcharge' ? [percent(number.sub(ONE)), asWritten] : [asWritten, ofOne];
}

function percent(share: Rational): string {
  return `${toDecimal(share.mul(100))}%`;
}

/** What a message says of a share that is written without %. @param file all that the file says, by which the kind of a fee is known */
export function shareParams(found: string, path: Path, file: unknown): IssueParams<'share-without-percent'> {
  return { found, expected: sharesMeant(found, thoughtAt(path, file)).join(' / ') };
}

/** Readings of a score that stands as the name of an entry. */
export function scoresMeant(text: string): readonly string[] {
  return sharesMeant(text, 'score');
}

function thoughtAt(path: Path, file: unknown): Thought {
  const name = path.findLast((part) => typeof part === 'string' && Object.hasOwn(THOUGHTS, part));
  if (name !== undefined) return THOUGHTS[name] ?? 'rate';
  const fee = path[0] === 'fees' ? valueAt(file, path.slice(0, 2)) : null;
  return isFields(fee) && fee.kind === 'tax' && path[2] === 'rate' ? 'surcharge' : 'rate';
}
