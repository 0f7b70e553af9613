import { addDays, daysInclusive, isDate, type LocalDate, type PeriodId, periodDays } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { minorDigits } from '../../kernel/money.js';
import { isZero, rational, roundScaled } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import { type ContractEvent, type EventKind, eventKindOf, kindPhrase } from '../event-kinds/event-kinds.js';
import { isPeriodFee, kindOf } from '../fee-kinds/fee-kinds.js';
import type { Terms } from '../model.js';
import { quote } from '../quote.js';
import type { Source } from '../source.js';
import { suggestedAt, suggestion, titledOf } from '../suggestion.js';
import { type EventsCheck, eventsOf, notThere, periodIssues, periodsKnownOn } from './event-check.js';
import { EXCLUSION_RULES } from './exclusions.js';
import { LATENESS_RULES } from './lateness.js';
import { PAYMENT_RULES } from './payments.js';
import type { Rule } from './rule.js';

/** Ids of everything that events may name, in any of the terms. */
function idsOf(check: EventsCheck, list: (terms: Terms) => readonly { readonly id: string }[]): string[] {
  return [...new Set(check.everyTerms.flatMap((terms) => list(terms).map(({ id }) => id)))];
}

/** The party that files an event may file it: a duty is reported by the side that owes it, its lateness by the other, a milestone answered by the brand. */
function partiesMayFile(check: EventsCheck): readonly Issue[] {
  const owes = new Map(check.everyTerms.flatMap((terms) => terms.contract.duties.map((duty) => [duty.id, duty.owes])));
  const duties = [...owes].map(([id, party]) => ({ id, owes: party }));
  return check.events.flatMap(({ event, written, source }): Issue[] => {
    const wanted = eventKindOf(event).filedBy(event, duties);
    if (wanted === null || written.party === undefined || written.party === wanted) return [];
    const params = { found: `@side.${written.party}`, expected: `@side.${wanted}`, party: wanted, kind: kindPhrase(event.kind) };
    return [issue('event-party', source.at(['party']), params)];
  });
}

/** Milestones and duties that events name exist. */
function eventReferencesExist(check: EventsCheck): readonly Issue[] {
  const milestones = idsOf(check, (terms) => terms.contract.fees.filter((fee) => fee.kind === 'milestone'));
  const duties = idsOf(check, (terms) => terms.contract.duties);
  return check.events.flatMap(({ event, source }): Issue[] => {
    if ('milestone' in event && !milestones.includes(event.milestone)) {
      const params = {
        kind: '@kind.milestone',
        id: quote(event.milestone),
        ...suggestedAt(source, ['milestone'], event.milestone, milestones),
      };
      return [notThere(source.at(['milestone']), params)];
    }
    if ('duty' in event && !duties.includes(event.duty)) {
      return [
        notThere(source.at(['duty']), {
          kind: '@kind.duty',
          id: quote(event.duty),
          ...suggestedAt(source, ['duty'], event.duty, duties),
        }),
      ];
    }
    return [];
  });
}

/**
 * Lines that disputes and corrections name: a fee's, its recovery, or one about an earlier period's line. Tax follows the lines
 * under it, so it is neither disputed nor corrected itself; a tail has no fee's line.
 */
function linesExist(check: EventsCheck): readonly Issue[] {
  const fees = idsOf(check, (terms) => terms.contract.fees);
  const taxes = idsOf(check, (terms) => terms.contract.fees.filter((fee) => !isPeriodFee(fee)));
  const titled = check.terms.contract.fees.filter(isPeriodFee).map(titledOf);
  const withPart = (part: string) => idsOf(check, (terms) => terms.contract.fees.filter((fee) => kindOf(fee).parts.includes(part)));
  return [...eventsOf(check, 'dispute'), ...eventsOf(check, 'correction')].flatMap(({ event, source }): Issue[] => {
    const { about, line } = splitLine(event.line);
    const [fee, part, ...rest] = line;
    const known = fee !== undefined && fees.includes(fee) && (part === undefined || withPart(part).includes(fee)) && rest.length === 0;
    if (known && taxes.includes(fee)) return [issue(`${event.kind}-of-tax`, source.at(['line']), { id: quote(event.line) })];
    const last = lastPeriodOn(check, event.date);
    if (known && event.kind === 'dispute' && about.length === 0 && last !== null && event.period > last) {
      return [issue('dispute-of-tail', source.at(['period']), { found: quote(event.period), expected: last, id: quote(event.line) })];
    }
    // A statement about a correction may be a tail, what it is about in the end is not.
    if (known) return about.flatMap((period, at) => periodIssues(check, source, ['line'], period, at === about.length - 1 ? last : null));
    return [
      notThere(source.at(['line']), {
        kind: '@kind.line',
        id: quote(event.line),
        ...suggestedAt(source, ['line'], event.line, check.listed.get(event.period) ?? fees.filter((id) => !taxes.includes(id)), titled),
      }),
    ];
  });
}

function lastPeriodOn(check: EventsCheck, day: LocalDate): PeriodId | null {
  return periodsKnownOn(check, day).at(-1)?.id ?? null;
}

/** `true-up/<period>/…` and `correction/<period>/…` in front of a line, one inside the other, and the line itself. */
function splitLine(id: string): { readonly about: readonly string[]; readonly line: readonly string[] } {
  const [kind, period, ...rest] = id.split('/');
  if ((kind !== 'true-up' && kind !== 'correction') || period === undefined) return { about: [], line: id.split('/') };
  const inner = splitLine(rest.join('/'));
  return { about: [period, ...inner.about], line: inner.line };
}

/** Periods that events name exist; a duty is owed and a correction made in the term, a statement may come after it. */
function eventPeriodsExist(check: EventsCheck): readonly Issue[] {
  return check.events.flatMap(({ event, source }): Issue[] => {
    if (!('period' in event)) return [];
    const last = { any: null, 'of-the-term': check.periods.at(-1)?.id ?? null, 'of-the-term-then': lastPeriodOn(check, event.date) };
    const issues = periodIssues(check, source, ['period'], event.period, last[eventKindOf(event).periods]);
    return issues.length > 0 ? issues : tooEarly(check, event, source);
  });
}

/** What is said of a period before it has begun or is over, where an event of the kind cannot be about it yet. */
function tooEarly(check: EventsCheck, event: ContractEvent & { readonly period: PeriodId }, source: Source): Issue[] {
  const { earliest } = eventKindOf(event);
  if (earliest === null) return [];
  const inForce = periodsKnownOn(check, event.date).find(({ id }) => id === event.period)?.inForce;
  const days = inForce ?? periodDays(event.period, check.terms.contract.calendar.every);
  // a tail has no last day of its own: what its statement lists is there before
  const from = earliest === 'begun' ? days?.from : inForce?.to;
  if (from === undefined || event.date >= from) return [];
  const params = { kind: kindPhrase(event.kind), period: event.period, found: event.date, expected: from };
  return [issue(earliest === 'begun' ? 'period-not-begun' : 'period-not-over', source.at(['period']), params)];
}

/**
 * Dates that events name exist; what a party reports as done or paid is not after the file's date: nobody knows of it then. A termination
 * is for later.
 */
function eventDatesMakeSense(check: EventsCheck): readonly Issue[] {
  return check.events.flatMap(({ event, source }): Issue[] => {
    if (!('on' in event)) return [];
    if (!isDate(event.on)) return [issue('no-such-date', source.at(['on']), { found: quote(event.on) })];
    if (eventKindOf(event).mayBeAhead || event.on <= event.date || check.counted.has(event.file)) return [];
    return [issue('date-after-file', source.at(['on']), { found: event.on, expected: event.date })];
  });
}

/** The files that may be answered: those of the kind, and so never the one that answers. */
function answerable({ events }: EventsCheck, kind: EventKind): string[] {
  return events.flatMap(({ event }) => (event.kind === kind ? [event.file] : []));
}

/** A file that is answered exists, is of the right kind and about the same thing, is not later, and is answered once. */
function answersFit(check: EventsCheck): readonly Issue[] {
  const byFile = new Map(check.events.map((entry) => [entry.event.file, entry.event]));
  const answered = new Map<string, string>();
  return check.events.flatMap(({ event, written, source }): Issue[] => {
    const file = 'answers' in written ? written.answers : undefined;
    const { answers } = eventKindOf(event);
    if (file === undefined || answers === null) return [];
    const wanted = answers.kind;
    const at = source.at(['answers']);
    const target = byFile.get(file);
    if (target === undefined)
      return [
        notThere(at, {
          kind: '@kind.event',
          id: quote(file),
          ...suggestedAt(source, ['answers'], file, answerable(check, wanted)),
        }),
      ];
    if (target.kind !== wanted)
      return [issue('answers-other-kind', at, { found: kindPhrase(target.kind), expected: kindPhrase(wanted), id: quote(file) })];
    if (target.date > event.date) return [issue('answers-later-event', at, { id: quote(file), found: event.date })];
    if ('milestone' in event && 'milestone' in target && event.milestone !== target.milestone) {
      return [issue('answers-other-milestone', at, { id: quote(file), found: quote(target.milestone), expected: quote(event.milestone) })];
    }
    // A request has one answer, whichever; a dispute may be escalated once and resolved once.
    const key = answers.once === 'of-each-kind' ? `${event.kind} ${file}` : file;
    const before = answered.get(key);
    if (before !== undefined) return [issue('answered-twice', at, { id: quote(file), file: before })];
    answered.set(key, event.file);
    return [];
  });
}

/** A milestone is accepted once, and not refused after that. */
function acceptancesAreFinal(check: EventsCheck): readonly Issue[] {
  const accepted = new Map<string, string>();
  return check.events.flatMap(({ event, source }): Issue[] => {
    if (event.kind !== 'acceptance' && event.kind !== 'refusal') return [];
    const before = accepted.get(event.milestone);
    if (before !== undefined) return [issue('milestone-decided', source.at(['milestone']), { id: quote(event.milestone), file: before })];
    if (event.kind === 'acceptance') accepted.set(event.milestone, event.file);
    return [];
  });
}

/** Section 6: a party disputes a line once; an escalation comes before the dispute lapses. */
function disputesAreTimely(check: EventsCheck): readonly Issue[] {
  const disputes = eventsOf(check, 'dispute');
  const lapseDays = check.terms.contract.disputes.days;
  const issues: Issue[] = [];
  disputes.forEach(({ event, source }, index) => {
    const earlier = disputes
      .slice(0, index)
      .find(({ event: other }) => other.period === event.period && other.line === event.line && other.party === event.party);
    if (earlier !== undefined)
      issues.push(issue('disputed-twice', source.at(['line']), { id: quote(event.line), file: earlier.event.file }));
  });
  for (const { event, source } of eventsOf(check, 'escalation')) {
    const dispute = disputes.find(({ event: other }) => other.file === event.answers);
    if (dispute === undefined) continue;
    const lapses = addDays(dispute.event.date, lapseDays);
    if (event.date >= lapses)
      issues.push(issue('dispute-lapsed', source.at(['answers']), { id: quote(event.answers), expected: lapses, found: event.date }));
  }
  return issues;
}

/** Section 6: a termination needs an exit clause, keeps its notice and lies in the term, while that has as many days left; each party files one, the earlier day counts. */
function terminationsKeepNotice(check: EventsCheck): readonly Issue[] {
  const { exit, term } = check.terms.contract;
  const terminations = eventsOf(check, 'termination');
  return terminations.flatMap(({ event, source }, index) => {
    const at = source.at(['on']);
    if (!isDate(event.on)) return [];
    if (exit === null) return [issue('termination-without-exit', source.keyAt(['kind']))];
    const issues: Issue[] = [];
    const earliest = addDays(event.date, exit.noticeDays);
    // Then no day keeps the notice and lies in the term.
    if (earliest > term.to) return [issue('termination-too-late', at, { earliest, days: exit.noticeDays, to: term.to })];
    if (event.on < earliest) {
      const most = daysInclusive(event.date, event.on) - 1;
      issues.push(issue('termination-notice', at, { found: event.on, expected: earliest, days: exit.noticeDays, most }));
    }
    if (event.on < term.from || event.on > term.to)
      issues.push(issue('date-outside-term', at, { found: event.on, from: term.from, to: term.to }));
    const before = terminations.slice(0, index).find(({ event: other }) => other.party === event.party);
    if (before !== undefined) issues.push(issue('terminated-twice', source.keyAt(['kind']), { file: before.event.file }));
    return issues;
  });
}

/** Amounts that events fix are exact in the minor unit; a payment or correction is of something. */
function eventAmountsAreExact(check: EventsCheck): readonly Issue[] {
  const { currency } = check.terms.contract;
  const digits = minorDigits(currency);
  return check.events.flatMap(({ event, source }): Issue[] => {
    const { amount } = eventKindOf(event);
    if (amount === null) return [];
    const { field, nonZero } = amount;
    const text = amount.of(event);
    const value = rational(text);
    const exact = rational(roundScaled(value, digits, 'half_even')).div(rational(10n ** BigInt(digits)));
    if (!exact.equals(value)) return [issue('not-minor-unit', source.at([field]), { found: text, digits, currency })];
    if (isZero(value) && nonZero) return [issue('amount-zero', source.at([field]))];
    return [];
  });
}

/** What a review acknowledges: a reconciliation, an anomaly `<measure>@<day>`, or a line `true-up/<period>/<line>`. */
function acknowledgementsExist(check: EventsCheck): readonly Issue[] {
  const rules = [...new Set(check.everyTerms.flatMap((terms) => terms.definitions.reconcile.map(({ id }) => id)))];
  const measures = new Set(check.everyTerms.flatMap((terms) => terms.definitions.measures.map(({ id }) => id)));
  const fees = new Set(idsOf(check, (terms) => terms.contract.fees));
  const isKnown = (id: string): boolean => {
    if (rules.includes(id)) return true;
    const [measure = '', day, ...more] = id.split('@');
    if (day !== undefined && more.length === 0) return measures.has(measure) && isDate(day);
    const [kind, , fee = ''] = id.split('/');
    return (kind === 'true-up' || kind === 'excess') && fees.has(fee);
  };
  return eventsOf(check, 'review').flatMap(({ event, source }) =>
    event.acknowledges.flatMap((id, index) =>
      isKnown(id)
        ? []
        : [
            notThere(source.at(['acknowledges', index]), {
              kind: '@kind.acknowledged',
              id: quote(id),
              ...suggestion(id, rules),
            }),
          ],
    ),
  );
}

/** Rules about events. */
export const EVENT_RULES: readonly Rule<EventsCheck>[] = [
  partiesMayFile,
  eventReferencesExist,
  linesExist,
  eventPeriodsExist,
  eventDatesMakeSense,
  answersFit,
  acceptancesAreFinal,
  disputesAreTimely,
  terminationsKeepNotice,
  eventAmountsAreExact,
  ...LATENESS_RULES,
  ...PAYMENT_RULES,
  acknowledgementsExist,
  ...EXCLUSION_RULES,
];
