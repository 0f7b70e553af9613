import { reason } from '../../attainment/value.js';
import type { UnitPrice } from '../../contract/fee-kinds/unit-price.js';
import { scheduledAt } from '../../kernel/period.js';
import { rational, toDecimal } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';

/** price × quantity. */
function computeUnitPrice(fee: UnitPrice, context: FeeContext, notes: TraceNotes): RawLine {
  const price = rational(scheduledAt(fee.price, context.period.id));
  const quantity = context.attainment.metric(fee.quantity);
  notes.input('price', price).input('metric', quantity.known ? quantity.value : null, { metric: fee.quantity });
  if (!quantity.known) return notes.held(quantity.causes);
  const why = () => reason('unit-price', { quantity: toDecimal(quantity.value), price: toDecimal(price) });
  return notes.amount(price.mul(quantity.value), () => `${toDecimal(price)} × ${toDecimal(quantity.value)}`, why);
}

export const unitPriceLine: FeeComputation<UnitPrice> = { ...OF_ITS_PERIOD, compute: computeUnitPrice };
