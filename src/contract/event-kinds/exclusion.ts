import type { Exclusion, WrittenEvent } from '../../generated/written.js';
import { isDate, type PeriodId, parseInstant, periodDays } from '../../kernel/calendar.js';
import type { Exact } from '../../kernel/rational.js';
import { flowList } from '../flow-text.js';
import type { ExclusionReason, ExclusionWindow, Filter } from '../model.js';
import { normalizeFilter } from '../normalize-filter.js';
import { exactOfText } from '../normalize-value.js';
import type { Written } from '../parse-written.js';
import { anyOf, either, named, possible, text, texts, written } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface ExclusionEvent extends EventBase {
  readonly kind: 'exclusion';
  readonly reason: ExclusionReason;
  readonly kpis: readonly string[];
  readonly evidence: readonly string[];
  readonly treatment:
    | { readonly kind: 'drop'; readonly window: ExclusionWindow; readonly where: Filter | null }
    | { readonly kind: 'prorate'; readonly window: ExclusionWindow }
    | { readonly kind: 'waive'; readonly periods: readonly PeriodId[]; readonly scoreAs: Exact | 'none' };
}

function treatmentOf(data: Exclusion, written: Written<WrittenEvent>): ExclusionEvent['treatment'] {
  if (data.treatment === 'waive') {
    const scoreAs = data.scoreAs === undefined || data.scoreAs === 'none' ? 'none' : exactOfText(data.scoreAs);
    return { kind: 'waive', periods: data.periods ?? [], scoreAs };
  }
  const window = windowOf(data.window?.from ?? '', data.window?.to ?? '');
  if (data.treatment === 'prorate') return { kind: 'prorate', window };
  return { kind: 'drop', window, where: data.where === undefined ? null : normalizeFilter(written.source, data.where) };
}

/** Two dates, or two instants in microseconds; the check refuses a mixture and what is neither. */
function windowOf(from: string, to: string): ExclusionWindow {
  if (isDate(from) && isDate(to)) return { dates: { from, to } };
  return { instants: { from: String(parseInstant(from) ?? from), to: String(parseInstant(to) ?? to) } };
}

export const exclusion: EventKindRecord<ExclusionEvent> = {
  normalize: (data, read, base) => ({
    ...base,
    kind: data.kind,
    reason: data.reason,
    kpis: data.kpis,
    evidence: data.evidence,
    treatment: treatmentOf(data, read.written),
  }),
  filedBy: () => null,
  alone: () => false,
  about: null,
  answers: null,
  periods: 'any',
  earliest: null,
  mayBeAhead: false,
  amount: null,
  movesSettled: true,
  reachesRest: false,
  offers: {
    party: either,
    reason: anyOf(() => REASONS),
    kpis: anyOf((_, { contract: { kpis } }) => kpis.map(({ id }) => `[${id}]`)),
    evidence: texts,
    // rows leave a ratio, rows and days what grows with time; of a KPI that is not there it is not known which
    treatment: anyOf((given, { contract: { kpis }, flows }) => {
      const named = kpis
        .filter(
          ({ id }) =>
            given
              .get('kpis')
              ?.match(/[\w-]+/g)
              ?.includes(id) === true,
        )
        .map(({ id }) => id);
      const isAnyFlow = named.some((id) => flows.includes(id));
      const isAnyRatio = named.some((id) => !flows.includes(id));
      const ofDays = [...(isAnyFlow ? [] : ['drop']), ...(isAnyRatio ? [] : ['prorate'])];
      return ofDays.length === 1 ? [...ofDays, 'waive'] : ['drop', 'waive', 'prorate'];
    }),
    window: possible((_, { excludable: day }) => (day === null ? null : `{ from: ${day}, to: ${day} }`)),
    where: text,
    periods: named((given, { waivable, contract: { calendar } }) => {
      // whoever began with days means the periods that they are in
      const [first, last = first] = given.get('window')?.match(DATES) ?? [];
      const meant = waivable.filter((id) => {
        const days = periodDays(id, calendar.every);
        return days !== null && first !== undefined && last !== undefined && first <= days.to && days.from <= last;
      });
      const lists = [...(meant.length === 0 ? [] : [[...meant].sort()]), ...waivable.map((id) => [id])];
      return lists.map(flowList);
    }),
    scoreAs: written(() => '100%'),
  },
  setAside: false,
  again: 'once',
};

/** The days of what may be two instants. */
const DATES = /\d{4}-\d{2}-\d{2}/g;

/** Why something is left out, the reason that is given most often first: one that is missing here does not compile. */
const REASONS = Object.keys({
  tracking_outage: true,
  platform_policy: true,
  logistics: true,
  stockout: true,
  invalid_traffic: true,
  fraud: true,
  force_majeure: true,
  client_duty: true,
} satisfies Record<ExclusionReason, true>);
