import { dutyDueOn, lastClaimDay } from '../contract/duty-days.js';
import { paysFirst } from '../contract/event-kinds/dispute.js';
import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Nameable } from '../contract/event-kinds/offers.js';
import { isPeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Duty } from '../contract/model.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { inNoFile } from '../kernel/issue.js';
import { money } from '../kernel/money.js';
import type { TermPeriod } from '../kernel/period.js';
import { balanceOf } from './balance.js';
import { disputableLines } from './disputable.js';
import { eventsAsOf } from './run.js';
import { targetAfter, timeline } from './timeline.js';
import { dutyWithoutEffect } from './without-effect/duties.js';
import { milestoneWithoutEffect } from './without-effect/milestones.js';
import type { Scene } from './without-effect/scene.js';

/** What an event may name on the day on which it is filed: nothing that would be refused, or have no effect. */
export function nameableOn(all: Scene, date: LocalDate, engine: string): Nameable {
  const { terms, ledger } = all;
  const { contract } = terms;
  const events = eventsAsOf(all.events, date);
  const scene: Scene = { terms, ledger, events };
  const statements = ledger.map(({ statement }) => statement);
  const begun = timeline(contract, events)
    .periods.filter(({ inForce }) => inForce.from <= date)
    .toReversed();
  const unresolved = disputesIn(events);
  return {
    ...{ contract, date, engine },
    // those made later say nothing of that day, and tails have lines only where something was trued up
    statements: statements
      .filter(({ asOf, lines }) => asOf <= date && lines.some((line) => line.kind !== 'tax'))
      .map(({ period, lines, evidenceDigest }) => {
        return { period, lines: paysFirst(lines.filter(({ kind }) => kind !== 'tax')).map(({ id }) => id), evidenceDigest };
      })
      .toReversed(),
    lines: contract.fees.filter(isPeriodFee).map(({ id }) => id),
    begun: begun.map(({ id }) => id),
    proposed: proposedOn(scene, date),
    disputable: disputableLines(contract, events, statements, date),
    unresolved,
    escalatable: unresolved.filter(
      ({ file, date: filed }) =>
        date < addDays(filed, contract.disputes.days) && !events.some((event) => event.kind === 'escalation' && event.answers === file),
    ),
    ...milestonesOn(scene, date),
    duties: contract.duties.map((duty) => {
      const owed = begun.filter((period) => isOpenDuty(scene, date, { duty, period }));
      const claimable = begun.filter((period) => {
        const dueOn = dutyDueOn(duty, period);
        return duty.lateIf === 'claimed' && dueOn !== null && dueOn < date && date <= lastClaimDay(contract, period);
      });
      return { duty, owed: owed.map(({ id }) => id), claimable: claimable.map(({ id }) => id) };
    }),
    flows: contract.kpis.flatMap(({ id, metric }) =>
      terms.definitions.metrics.some((each) => each.id === metric && each.type === 'flow') ? [id] : [],
    ),
    open: openOn(scene, date),
  };
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

/** Whether it still matters that a duty was done in a period: it is owed there, measured again, and nothing says so yet. */
function isOpenDuty(scene: Scene, date: LocalDate, { duty, period }: { readonly duty: Duty; readonly period: TermPeriod }): boolean {
  const on = dutyDueOn(duty, period) ?? date;
  const done = { kind: 'duty', file: `${date}-~.yaml`, digest: '', date, party: duty.owes, duty: duty.id, period: period.id } as const;
  return dutyWithoutEffect({ ...done, on, evidence: [], agreed: true }, scene, inNoFile('event')).length === 0;
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

/** What is open of the oldest statement that is not paid by then. */
function openOn({ terms: { contract }, events, ledger }: Scene, date: LocalDate): string | null {
  const owed = ledger.flatMap(({ statement: { period, asOf, dueOn, total } }) =>
    asOf <= date ? [{ period, dueOn, total: money(total, contract.currency) }] : [],
  );
  return balanceOf(owed, events, date, contract.currency).open[0]?.amount ?? null;
}
