import {
  addDays,
  type DateRange,
  daysInclusive,
  intersect,
  isDate,
  type LocalDate,
  localDate,
  minDate,
  parseInstant,
  startOfDay,
} from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { compare, type Rational, rational, toDecimal, ZERO } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import type { EventOf } from '../event-kinds/event-kinds.js';
import type { ExclusionWindow } from '../model.js';
import { quote } from '../quote.js';
import { suggestion } from '../suggestion.js';
import { type CheckedEvent, type EventsCheck, eventsOf, notThere, periodIssues, periodsKnownOn, termInForce } from './event-check.js';
import type { Rule } from './rule.js';

type Exclusion = CheckedEvent<EventOf<'exclusion'>>;

const MICROS_PER_DAY = 86_400_000_000n;

/** The instants a window holds, half-open. */
function instantsOf(window: ExclusionWindow, zone: string): { readonly from: bigint; readonly to: bigint } {
  if ('instants' in window) return { from: BigInt(window.instants.from), to: BigInt(window.instants.to) };
  return { from: startOfDay(window.dates.from, zone), to: startOfDay(addDays(window.dates.to, 1), zone) };
}

function windowOf({ event }: Exclusion): ExclusionWindow | null {
  return event.treatment.kind === 'waive' ? null : event.treatment.window;
}

/** Whether a window is two dates or two instants, in order: the other rules compute with it. */
function isReadable(entry: Exclusion): boolean {
  return windowIssues(entry).length === 0;
}

function windowIssues({ written, source }: Exclusion): Issue[] {
  if (written.kind !== 'exclusion' || written.window === undefined) return [];
  const { from, to } = written.window;
  const issues: Issue[] = [];
  for (const key of ['from', 'to'] as const) {
    const text = written.window[key];
    if (text.includes('T') ? parseInstant(text) === null : !isDate(text)) {
      issues.push(issue('no-such-date', source.at(['window', key]), { found: quote(text) }));
    }
  }
  if (issues.length > 0) return issues;
  if (from.includes('T') !== to.includes('T')) return [issue('window-mixed', source.at(['window', 'to']), { from, to })];
  const start = parseInstant(from);
  const end = parseInstant(to);
  const ordered = start !== null && end !== null ? start < end : from <= to;
  return ordered ? [] : [issue('window-order', source.at(['window', 'to']), { from, to })];
}

/** A window is two dates or two instants, the first before the second. */
function windowsAreReadable(check: EventsCheck): readonly Issue[] {
  return eventsOf(check, 'exclusion').flatMap(windowIssues);
}

/** Days of the term in force that a window excludes: whole days, or the elapsed share of days for instants. */
function daysOf(window: ExclusionWindow, term: DateRange, zone: string): Rational {
  if ('dates' in window) {
    const days = intersect(window.dates, term);
    return days === null ? ZERO : rational(daysInclusive(days.from, days.to));
  }
  const { from, to } = instantsOf(window, zone);
  const inTerm = instantsOf({ dates: term }, zone);
  const elapsed = (to < inTerm.to ? to : inTerm.to) - (from > inTerm.from ? from : inTerm.from);
  return elapsed <= 0n ? ZERO : rational(elapsed).div(rational(MICROS_PER_DAY));
}

/** The last day of the term in force that an exclusion leaves out; null where it leaves out none, which others say. */
function lastExcludedDay(check: EventsCheck, entry: Exclusion): LocalDate | null {
  const { treatment } = entry.event;
  if (treatment.kind === 'waive') {
    const last = periodsKnownOn(check, entry.event.date).findLast((period) => treatment.periods.includes(period.id));
    return last?.inForce.to ?? null;
  }
  const { timezone } = check.terms.contract.calendar;
  const term = termInForce(check);
  const { window } = treatment;
  if (!isReadable(entry) || !touches(window, term, timezone)) return null;
  const last = 'dates' in window ? window.dates.to : localDate(BigInt(window.instants.to) - 1n, timezone);
  return minDate(last, term.to);
}

/** KPIs of an exclusion exist; `drop` is for ratios, `prorate` for flows; waived periods are of the term. */
function treatmentsFitTheirKpis(check: EventsCheck): readonly Issue[] {
  const kpis = check.everyTerms.flatMap((terms) => terms.contract.kpis.map((kpi) => ({ kpi, metrics: terms.definitions.metrics })));
  const names = [...new Set(kpis.map(({ kpi }) => kpi.id))];
  return eventsOf(check, 'exclusion').flatMap(({ event, source }) => {
    const issues: Issue[] = [];
    event.kpis.forEach((id, index) => {
      const at = source.at(['kpis', index]);
      const found = kpis.find(({ kpi }) => kpi.id === id);
      if (found === undefined) {
        issues.push(notThere(at, { kind: '@kind.kpi', id: quote(id), ...suggestion(id, names) }));
        return;
      }
      const type = found.metrics.find((metric) => metric.id === found.kpi.metric)?.type;
      if (event.treatment.kind === 'drop' && type === 'flow') issues.push(issue('drop-on-flow', at, { id: quote(id) }));
      if (event.treatment.kind === 'prorate' && type === 'ratio') issues.push(issue('prorate-on-ratio', at, { id: quote(id) }));
    });
    if (event.treatment.kind === 'waive') {
      event.treatment.periods.forEach((period, index) => {
        issues.push(...periodIssues(check, source, ['periods', index], period, check.periods.at(-1)?.id ?? null));
      });
    }
    return issues;
  });
}

/** A window touches the term as it is written: outside it there is nothing to exclude, whatever was filed. */
function windowsTouchTerm(check: EventsCheck): readonly Issue[] {
  const { term, calendar } = check.terms.contract;
  return eventsOf(check, 'exclusion').flatMap((entry) => {
    const window = windowOf(entry);
    if (window === null || !isReadable(entry) || touches(window, term, calendar.timezone)) return [];
    return [issue('window-outside-term', entry.source.keyAt(['window']), { from: term.from, to: term.to })];
  });
}

function touches(window: ExclusionWindow, term: DateRange, zone: string): boolean {
  if ('dates' in window) return intersect(window.dates, term) !== null;
  const { from, to } = instantsOf(window, zone);
  const inTerm = instantsOf({ dates: term }, zone);
  return from < inTerm.to && to > inTerm.from;
}

/** Two windows on one KPI never intersect, and no period of one KPI is waived twice: there is one rule for one thing. */
function windowsDoNotIntersect(check: EventsCheck): readonly Issue[] {
  const zone = check.terms.contract.calendar.timezone;
  const entries = eventsOf(check, 'exclusion')
    .filter(isReadable)
    .map((entry) => placed(entry, zone));
  return entries.flatMap(({ entry, instants, periods }, index) => {
    const clash = entries.slice(0, index).find((other) => {
      // A waived period is not scored, so a window inside it changes nothing and contradicts nothing.
      const meets = instants !== null && other.instants !== null && instants.from < other.instants.to && other.instants.from < instants.to;
      const same = meets || other.periods.some((period) => periods.includes(period));
      return same && sharedKpis(entry, other.entry).length > 0;
    });
    if (clash === undefined) return [];
    // one of them says it: with many files their pairs are too many to be told
    const at = entry.source.keyAt([windowOf(entry) === null ? 'periods' : 'window']);
    const shared = sharedKpis(entry, clash.entry).map(quote);
    return [issue('exclusions-intersect', at, { id: shared, file: clash.entry.event.file })];
  });
}

/** What an exclusion excludes, worked out once: instants of its window, or the periods that it waives. */
function placed(entry: Exclusion, zone: string) {
  const window = windowOf(entry);
  const { treatment } = entry.event;
  return {
    entry,
    instants: window === null ? null : instantsOf(window, zone),
    periods: treatment.kind === 'waive' ? treatment.periods : [],
  };
}

function sharedKpis(a: Exclusion, b: Exclusion): readonly string[] {
  return a.event.kpis.filter((kpi) => b.event.kpis.includes(kpi));
}

/** Section 6: an exclusion is filed at most `fileWithinDays` after the last excluded day. */
function exclusionsAreFiledInTime(check: EventsCheck): readonly Issue[] {
  const limits = check.terms.contract.exclusions;
  if (limits === null) return [];
  return eventsOf(check, 'exclusion').flatMap((entry) => {
    const last = lastExcludedDay(check, entry);
    if (last === null) return [];
    const deadline = addDays(last, limits.fileWithinDays);
    if (entry.event.date <= deadline) return [];
    return [
      issue('filed-too-late', entry.source.keyAt([windowOf(entry) === null ? 'periods' : 'window']), {
        found: entry.event.date,
        last,
        expected: deadline,
      }),
    ];
  });
}

/** Section 6: all excluded days of one KPI are at most `maxDays` a term; reported at the event that goes beyond. */
function excludedDaysAreLimited(check: EventsCheck): readonly Issue[] {
  const limits = check.terms.contract.exclusions;
  if (limits === null) return [];
  const totals = new Map<string, Rational>();
  return eventsOf(check, 'exclusion')
    .filter(isReadable)
    .flatMap((entry) => {
      const window = windowOf(entry);
      if (window === null) return [];
      const days = daysOf(window, termInForce(check), check.terms.contract.calendar.timezone);
      return entry.event.kpis.flatMap((kpi) => {
        const total = (totals.get(kpi) ?? ZERO).add(days);
        totals.set(kpi, total);
        if (compare(total, rational(limits.maxDays)) <= 0) return [];
        return [issue('too-many-days', entry.source.keyAt(['window']), { id: quote(kpi), found: toDecimal(total), limit: limits.maxDays })];
      });
    });
}

/** Rules about exclusions. */
export const EXCLUSION_RULES: readonly Rule<EventsCheck>[] = [
  windowsAreReadable,
  treatmentsFitTheirKpis,
  windowsTouchTerm,
  windowsDoNotIntersect,
  exclusionsAreFiledInTime,
  excludedDaysAreLimited,
];
