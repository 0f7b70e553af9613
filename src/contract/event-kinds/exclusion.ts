import type { Exclusion, WrittenEvent } from '../../generated/written.js';
import { isDate, type PeriodId, parseInstant } from '../../kernel/calendar.js';
import type { Exact } from '../../kernel/rational.js';
import type { ExclusionReason, ExclusionWindow, Filter } from '../model.js';
import { normalizeFilter } from '../normalize-filter.js';
import { exactOfText } from '../normalize-value.js';
import type { Written } from '../parse-written.js';
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
  mayBeAhead: false,
  amount: null,
  movesSettled: true,
  reachesRest: false,
  setAside: false,
};
