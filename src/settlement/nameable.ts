import { dutyDueOn, lastClaimDay } from '../contract/duty-days.js';
import { paysFirst } from '../contract/event-kinds/dispute.js';
import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Nameable } from '../contract/event-kinds/offers.js';
import { isPeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Duty } from '../contract/model.js';
import { addDays, type LocalDate, maxDate, minDate } from '../kernel/calendar.js';
import { inNoFile } from '../kernel/issue.js';
import { money } from '../kernel/money.js';
import { otherParty, PARTIES } from '../kernel/party.js';
import type { TermPeriod } from '../kernel/period.js';
import { balanceOf } from './balance.js';
import { disputableIn, disputableLines, linesOf } from './disputable.js';
import { eventsAsOf } from './run.js';
import { targetAfter, timeline } from './timeline.js';
import { exclusionWithoutEffect } from './without-effect/closed.js';
import { dutyWithoutEffect, latenessWithoutEffect } from './without-effect/duties.js';
import { milestoneWithoutEffect } from './without-effect/milestones.js';
import { acknowledgeableIn } from './without-effect/reviews.js';
import type { Scene } from './without-effect/scene.js';

/** What an event may name on the day on which it is filed: nothing that would be refused, or have no effect. */
export function nameableOn(all: Scene, date: LocalDate, engine: string): Nameable {
  const { terms, ledger } = all;
  const { contract } = terms;
  const events = eventsAsOf(all.events, date);
  const scene: Scene = { terms, ledger, events };
  const statements = ledger.map(({ statement }) => statement);
  // those made later say nothing of that day
  const made = statements.filter(({ asOf }) => asOf <= date).toReversed();
  const { periods } = timeline(contract, events);
  const begun = periods.filter(({ inForce }) => inForce.from <= date).toReversed();
  const inOrder = [...begun, ...periods.filter(({ inForce }) => inForce.from > date)];
  const proposed = proposedOn(scene, date);
  const settled = new Set(made.map(({ period }) => period));
  const ids = inOrder.map(({ id }) => id);
  const unresolved = disputesIn(events);
  return {
    ...{ contract, date, engine },
    statements: made.map((statement) => {
      const { period, evidenceDigest } = statement;
      return { period, lines: paysFirst(disputableIn(statement)).map(({ id }) => id), evidenceDigest };
    }),
    lines: contract.fees.filter(isPeriodFee).flatMap(linesOf),
    reviewable: [
      ...new Set([...made.filter(({ tail }) => tail).map(({ period }) => period), ...overFirst(begun, date).map(({ id }) => id)]),
    ],
    acknowledgeable: acknowledgeableIn(scene, date),
    correctable: [...ids.filter((id) => settled.has(id)), ...ids.filter((id) => !settled.has(id))],
    witnessable: [...made.map(({ period }) => period), ...proposed],
    proposed,
    ...excludableOn(scene, date, inOrder),
    terminable: terminableOn(scene, date),
    disputable: disputableLines(contract, events, statements, date),
    unresolved,
    escalatable: unresolved.filter(
      ({ file, date: filed }) =>
        date < addDays(filed, contract.disputes.days) && !events.some((event) => event.kind === 'escalation' && event.answers === file),
    ),
    ...milestonesOn(scene, date),
    duties: contract.duties.map((duty) => {
      const open = inOrder.filter((period) => isOpenDuty(scene, date, { duty, period })).map(({ id }) => id);
      const filed = new Set(events.flatMap((event) => (event.kind === 'duty' && event.duty === duty.id ? [event.period] : [])));
      const [owed, late] = [open.filter((id) => !filed.has(id)), open.filter((id) => filed.has(id))];
      const claimable = begun.filter((period) => {
        const dueOn = dutyDueOn(duty, period);
        const isInTime = dueOn !== null && dueOn < date && date <= lastClaimDay(contract, period);
        return duty.lateIf === 'claimed' && isInTime && isClaimable(scene, date, { duty, period });
      });
      return { duty, owed, late, claimable: claimable.map(({ id }) => id) };
    }),
    flows: contract.kpis.flatMap(({ id, metric }) =>
      terms.definitions.metrics.some((each) => each.id === metric && each.type === 'flow') ? [id] : [],
    ),
    open: openOn(scene, date),
  };
}

/** The first day after one on which something becomes possible, as far as days alone decide it; null where none is. */
export function firstDayFrom(
  { terms: { contract }, events }: Scene,
  date: LocalDate,
  isPossible: (day: LocalDate) => boolean,
): LocalDate | null {
  const days = timeline(contract, eventsAsOf(events, date)).periods.flatMap((period) => {
    const { from, to } = period.inForce;
    const afterDuties = contract.duties.flatMap((duty) => dutyDueOn(duty, period) ?? []).map((day) => addDays(day, 1));
    return [from, to, addDays(to, contract.calendar.lockAfterDays), ...afterDuties];
  });
  const later = [...new Set(days)].filter((day) => day > date).sort();
  return later.find(isPossible) ?? null;
}

/** The last day that may still be left out, and the periods that may be waived. */
function excludableOn(scene: Scene, date: LocalDate, periods: readonly TermPeriod[]): Pick<Nameable, 'excludable' | 'waivable'> {
  const { contract } = scene.terms;
  const { end } = timeline(contract, scene.events);
  const isInTime = (last: LocalDate) => contract.exclusions === null || date <= addDays(last, contract.exclusions.fileWithinDays);
  const base = {
    file: `${date}-~.yaml`,
    digest: '',
    date,
    party: 'brand',
    kind: 'exclusion',
    reason: 'fraud',
    kpis: [],
    evidence: [],
  } as const;
  const counts = (treatment: EventOf<'exclusion'>['treatment']) =>
    exclusionWithoutEffect({ ...base, treatment }, scene, inNoFile('event')).length === 0;
  const day = maxDate(contract.term.from, minDate(date, end));
  return {
    excludable: isInTime(day) && counts({ kind: 'prorate', window: { dates: { from: day, to: day } } }) ? day : null,
    waivable: periods
      .filter(({ id, inForce }) => isInTime(inForce.to) && counts({ kind: 'waive', periods: [id], scoreAs: 'none' }))
      .map(({ id }) => id),
  };
}

/** With the notice that the contract asks for, before the term ends anyway; each party ends it once. */
function terminableOn({ terms: { contract }, events }: Scene, date: LocalDate): Nameable['terminable'] {
  const earliest = maxDate(contract.term.from, addDays(date, contract.exit?.noticeDays ?? 0));
  const filed = new Set(events.flatMap((event) => (event.kind === 'termination' ? [event.party] : [])));
  return { on: earliest < timeline(contract, events).end ? earliest : null, parties: PARTIES.filter((party) => !filed.has(party)) };
}

function disputesIn(events: readonly ContractEvent[]): EventOf<'dispute'>[] {
  const resolved = new Set(events.flatMap((event) => (event.kind === 'resolution' ? [event.answers] : [])));
  return events.filter((event): event is EventOf<'dispute'> => event.kind === 'dispute' && !resolved.has(event.file)).toReversed();
}

/** Periods that are due and not settled, as many as the ledger lacks. */
function proposedOn({ terms: { contract }, events, ledger }: Scene, date: LocalDate): string[] {
  const line = timeline(contract, events);
  const found: string[] = [];
  let target = targetAfter(contract, line, ledger.at(-1)?.statement.period ?? null);
  while (target !== null && target.dueOn <= date && (target.inForce !== null || found.length === 0)) {
    found.push(target.period);
    target = targetAfter(contract, line, target.period);
  }
  return found;
}

/** Nobody can have looked at the whole of a period that is not over: it comes last. */
function overFirst(begun: readonly TermPeriod[], date: LocalDate): readonly TermPeriod[] {
  const isOver = ({ inForce }: TermPeriod) => inForce.to < date;
  return [...begun.filter(isOver), ...begun.filter((period) => !isOver(period))];
}

/** Whether it still matters that a duty was done in a period: it is owed there, measured again, and nothing says so yet. */
function isOpenDuty(scene: Scene, date: LocalDate, { duty, period }: { readonly duty: Duty; readonly period: TermPeriod }): boolean {
  const on = dutyDueOn(duty, period) ?? date;
  const done = { kind: 'duty', file: `${date}-~.yaml`, digest: '', date, party: duty.owes, duty: duty.id, period: period.id } as const;
  return dutyWithoutEffect({ ...done, on, evidence: [], agreed: true }, scene, inNoFile('event')).length === 0;
}

/** Whether a claim that a duty was late would say anything: it was not done in time, and nobody has claimed it yet. */
function isClaimable(scene: Scene, date: LocalDate, { duty, period }: { readonly duty: Duty; readonly period: TermPeriod }): boolean {
  const claim = { kind: 'lateness', file: `${date}-~.yaml`, digest: '', date, party: otherParty(duty.owes), evidence: [] } as const;
  return latenessWithoutEffect({ ...claim, duty: duty.id, period: period.id }, scene, inNoFile('event')).length === 0;
}

/** What may be asked and answered of milestones: what would change the day on which one is given. */
function milestonesOn(scene: Scene, date: LocalDate): Pick<Nameable, 'requestable' | 'acceptable' | 'refusable'> {
  const { contract } = scene.terms;
  const milestones = contract.fees.filter(({ kind }) => kind === 'milestone').map(({ id }) => id);
  const base = { file: `${date}-~.yaml`, digest: '', date, on: date };
  const isOpen = (event: EventOf<'acceptance_request' | 'acceptance' | 'refusal'>): boolean =>
    milestoneWithoutEffect(event, scene, inNoFile('event')).length === 0;
  const requests = scene.events.filter((event): event is EventOf<'acceptance_request'> => event.kind === 'acceptance_request').toReversed();
  return {
    requestable: milestones.filter((milestone) => isOpen({ ...base, kind: 'acceptance_request', party: 'provider', milestone })),
    acceptable: milestones.filter((milestone) => isOpen({ ...base, kind: 'acceptance', party: 'brand', milestone })),
    refusable: requests.filter(({ milestone, file }) =>
      isOpen({ ...base, kind: 'refusal', party: 'brand', milestone, reason: '', answers: file }),
    ),
  };
}

/** What is open of the oldest statement that is not paid by then, or what the provider owes. */
function openOn({ terms: { contract }, events, ledger }: Scene, date: LocalDate): string | null {
  const owed = ledger.flatMap(({ statement: { period, asOf, dueOn, total } }) =>
    asOf <= date ? [{ period, dueOn, total: money(total, contract.currency) }] : [],
  );
  const { open, balance } = balanceOf(owed, events, date, contract.currency);
  return open[0]?.amount ?? (balance.startsWith('-') ? balance : null);
}
