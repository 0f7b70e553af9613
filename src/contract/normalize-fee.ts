import type { Fee as WrittenFee } from '../generated/written.js';
import type { Fee } from './model.js';
import { clauseAt, type Reading, readExact, readOptionalSchedule, readScheduled, readSteps } from './normalize-value.js';
import type { Path } from './source.js';

/** A written fee with its defaults filled in: `prorate: true`, `recoverable: false`. */
export function normalizeFee(reading: Reading, fee: WrittenFee, path: Path): Fee {
  const base = { id: fee.id, title: fee.title ?? null, clause: clauseAt(reading.source, path) };
  const amounts = (key: string) => readScheduled(reading, fee, key, readExact);
  const steps = (key: string) => readScheduled(reading, fee, key, readSteps);
  switch (fee.kind) {
    case 'retainer':
      return { ...base, kind: fee.kind, amount: amounts('amount'), prorate: fee.prorate ?? true };
    case 'commission':
      return { ...base, kind: fee.kind, base: fee.base, tiers: steps('tiers'), mode: fee.mode, accumulate: fee.accumulate };
    case 'bonus':
      return {
        ...base,
        kind: fee.kind,
        pool: amounts('pool'),
        by: fee.by,
        points: steps('points'),
        shape: fee.shape,
        prorate: fee.prorate ?? true,
      };
    case 'milestone':
      return {
        ...base,
        kind: fee.kind,
        amount: amounts('amount'),
        due: fee.due,
        reach: fee.metric === undefined ? null : { metric: fee.metric, atLeast: amounts('atLeast') },
      };
    case 'wager':
      return {
        ...base,
        kind: fee.kind,
        metric: fee.metric,
        better: fee.better,
        target: amounts('target'),
        over: fee.over,
        deadband: amounts('deadband'),
        pays: fee.stake === undefined ? { rate: amounts('rate'), limit: amounts('limit') } : { stake: amounts('stake') },
        onEarlyEnd: fee.onEarlyEnd,
      };
    case 'guarantee':
      return {
        ...base,
        kind: fee.kind,
        amount: amounts('amount'),
        recoverable: fee.recoverable ?? false,
        prorate: fee.prorate ?? true,
      };
    case 'penalty':
      return {
        ...base,
        kind: fee.kind,
        of: fee.of === undefined ? { amount: amounts('amount') } : { fee: fee.of },
        by: fee.by,
        bands: steps('bands'),
        prorate: fee.prorate ?? true,
      };
    case 'cap':
      return {
        ...base,
        kind: fee.kind,
        period: readOptionalSchedule(reading, fee, 'period', readExact),
        term: readOptionalSchedule(reading, fee, 'term', readExact),
        prorate: fee.prorate ?? true,
      };
    case 'tax':
      return { ...base, kind: fee.kind, rate: amounts('rate'), label: fee.label };
  }
}
