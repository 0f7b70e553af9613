import type { Fee as WrittenFee } from '../generated/written.js';
import { type Fee, feeKinds } from './fee-kinds/fee-kinds.js';
import type { FeeKindRecord, FeeReader } from './fee-kinds/record.js';
import { clauseAt, type Reading, readExact, readExactOrNone, readOptionalSchedule, readScheduled, readSteps } from './normalize-value.js';
import type { Path } from './source.js';

/** A written fee with its defaults filled in, as its kind has them. */
export function normalizeFee(reading: Reading, fee: WrittenFee, path: Path): Fee {
  const read: FeeReader = {
    amounts: (key) => readScheduled(reading, fee, key, readExact),
    steps: (key) => readScheduled(reading, fee, key, readSteps),
    within: (holder, key) => readScheduled(reading, holder, key, readExact),
    constant: (value) => [{ from: reading.firstPeriod, value }],
    optional: (key) => readOptionalSchedule(reading, fee, key, readExact),
    caps: (key) => readOptionalSchedule(reading, fee, key, readExactOrNone),
  };
  const base = { id: fee.id, title: fee.title ?? null, clause: clauseAt(reading.source, path) };
  const record: FeeKindRecord<Fee> = feeKinds[fee.kind];
  return record.normalize(fee, read, base);
}
