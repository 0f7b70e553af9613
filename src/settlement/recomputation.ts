import type { AcceptanceFacts } from './acceptance.js';
import type { CrossPeriod } from './fee-context.js';
import type { CarriedLine } from './line-life.js';
import type { Anomaly } from './model.js';
import type { PeriodView, SettlementInput, Sight } from './views.js';

/** What recomputing a contract shares among its periods and lines. */
export interface Recomputation {
  readonly input: SettlementInput;
  readonly views: readonly PeriodView[];
  /** Every line as the last statement left it. */
  readonly carried: readonly CarriedLine[];
  /** Those of periods that are not at rest, and the corrections. */
  readonly moving: readonly CarriedLine[];
  readonly cross: CrossPeriod;
  /** Whether all that has changed in earlier periods is the doing of the zones' rules. */
  readonly zoneRulesAlone: boolean;
  /** When milestones count as accepted: as this statement knows it, and as the last one did (null before the first). */
  readonly acceptance: AcceptanceFacts;
  readonly acceptedBefore: AcceptanceFacts | null;
  readonly anomalies: (view: PeriodView, sight: Sight) => readonly Anomaly[];
}
