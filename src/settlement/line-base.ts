import { countedIn, metricToDate, partOn } from '../attainment/to-date.js';
import { kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import { type Rational, rational } from '../kernel/rational.js';
import type { LineLife } from './line-life.js';
import type { RawLine } from './raw-line.js';
import type { PeriodView } from './views.js';

interface LineWithBase {
  readonly raw: RawLine;
  readonly life: LineLife;
  /** The base it was last settled on. */
  readonly settledOn: string | null;
  readonly closed: boolean;
}

/**
 * The base that a fee accumulating over the term counts with: as last settled where the line waits or is closed; else as
 * measured, since a dispute moves nothing but its own line's payment. One that was undefined when its period left the window is known again once its data are.
 */
export function baseOf(view: PeriodView, fee: PeriodFee, line: LineWithBase): Rational | null {
  const metric = kindOf(fee).accumulates(fee);
  if (metric === null) return null;
  const settledOn = line.settledOn === null ? null : rational(line.settledOn);
  const measured = line.raw.base ?? null;
  const stays = line.closed || line.life.state === 'waiting';
  const known = stays ? (settledOn ?? measured) : (measured ?? settledOn);
  if (known !== null || view.open || view.over) return known;
  const { words } = view.attainment;
  const { inForce } = view.evidence;
  const part = partOn(view.toDate, { words, inForce, rules: view.terms.definitions.reconcile });
  const later = metricToDate(words, [part], countedIn([]), metric, inForce);
  return later.known ? later.value : null;
}
