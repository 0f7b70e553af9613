import type { FeeOf, PeriodFee, PeriodFeeKind } from '../../contract/fee-kinds/fee-kinds.js';
import { bonusLine } from './bonus.js';
import { capLine } from './cap.js';
import { commissionLine } from './commission.js';
import type { FeeComputation } from './computation.js';
import { guaranteeLine } from './guarantee.js';
import { milestoneLine } from './milestone.js';
import { passThroughLine } from './pass-through.js';
import { penaltyLine } from './penalty.js';
import { rebateLine } from './rebate.js';
import { retainerLine } from './retainer.js';
import { unitPriceLine } from './unit-price.js';
import { wagerLine } from './wager.js';

/** How every kind of fee that is computed per period is settled: a kind that is missing here does not compile. */
const computations = {
  retainer: retainerLine,
  commission: commissionLine,
  unit_price: unitPriceLine,
  bonus: bonusLine,
  milestone: milestoneLine,
  guarantee: guaranteeLine,
  wager: wagerLine,
  penalty: penaltyLine,
  cap: capLine,
  pass_through: passThroughLine,
  rebate: rebateLine,
} satisfies { [K in PeriodFeeKind]: FeeComputation<FeeOf<K>> };

/** The computation of a fee's kind: of its own, so that it gets the fee that it is written for. */
export function computationOf({ kind }: PeriodFee): FeeComputation<PeriodFee> {
  return computations[kind];
}
