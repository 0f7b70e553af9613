import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { trueUpId } from './disputes.js';
import { isDecision } from './holds.js';
import type { LineLife } from './line-life.js';
import type { Statement } from './model.js';

/** What became of a line that a statement holds, by the statements after it. */
export interface HoldSince {
  /** The first that holds it no longer, else the last there is. */
  readonly by: PeriodId;
  readonly asOf: LocalDate;
  readonly state: 'ended' | 'decided' | 'held';
  /** What is settled for the line after it. */
  readonly amount: string;
}

const WAITS: ReadonlySet<LineLife['state']> = new Set(['held', 'waiting']);

/** What has become of a held line, or of a true-up that waits; null where no later statement carries it. */
export function holdSince(later: readonly Statement[], period: PeriodId, line: string): HoldSince | null {
  let last: HoldSince | null = null;
  for (const { period: by, asOf, carried, lines } of later) {
    const life = carried.lines.find((each) => each.period === period && each.line === line)?.life;
    if (life === undefined) continue;
    const reason = lines.find(({ id }) => id === trueUpId(period, line))?.reason ?? null;
    const state = WAITS.has(life.state) ? 'held' : isDecision(reason) ? 'decided' : 'ended';
    last = { by, asOf, state, amount: life.amount };
    if (state !== 'held') return last;
  }
  return last;
}
