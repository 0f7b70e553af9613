import { compare, isDecimal, isZero, ONE, rational, toDecimal } from '../kernel/rational.js';
import type { IssueParams } from '../words/issue.js';

/**
 * What a message says of a share that is written without %. A part of one is offered as the percentage that it nearly always means
 * first: 0.05 taken for 0.05% would pay a hundredth.
 */
export function shareParams(found: string): IssueParams<'share-without-percent'> {
  if (!isDecimal(found)) return { found, expected: `${found}%` };
  const share = rational(found);
  const isPart = !isZero(share) && compare(share.abs(), ONE) < 0;
  return { found, expected: isPart ? `${toDecimal(share.mul(100))}% / ${found}%` : `${found}%` };
}
