import { attain } from '../attainment/attain.js';
import { type Rational, rational } from '../kernel/rational.js';
import type { PeriodFee } from './fees/compute.js';
import type { LineLife } from './line-life.js';
import type { RawLine } from './raw-line.js';
import type { PeriodView } from './views.js';

interface LineWithBase {
  readonly raw: RawLine;
  readonly previous: LineLife | null;
  readonly life: LineLife;
  /** The base it was last settled on. */
  readonly settledOn: string | null;
  readonly closed: boolean;
}

/**
 * The base that a commission accumulating over the term counts with: as last settled where the line waits, is frozen or closed;
 * else as measured. One that was undefined when its period left the window is known again once its data are.
 */
export function baseOf(view: PeriodView, fee: PeriodFee, line: LineWithBase): Rational | null {
  if (fee.kind !== 'commission' || fee.accumulate !== 'term') return null;
  const settledOn = line.settledOn === null ? null : rational(line.settledOn);
  const measured = line.raw.base ?? null;
  const known = staysAsSettled(line) ? (settledOn ?? measured) : (measured ?? settledOn);
  if (known !== null || view.open || view.over) return known;
  const later = attain(view.terms, view.period, view.toDate, view.exclusions, new Map()).metric(fee.base);
  return later.known ? later.value : null;
}

function staysAsSettled({ previous, life, closed }: LineWithBase): boolean {
  if (closed || life.state === 'waiting' || life.state === 'frozen') return true;
  return life.state === 'disputed' && previous?.state === 'disputed';
}
