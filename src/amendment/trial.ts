import { type DutyOutcome, dutyOutcomes } from '../attainment/duties.js';
import { type ContractEvent, eventKindOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import { addDays, type PeriodId } from '../kernel/calendar.js';
import { otherParty } from '../kernel/party.js';
import type { TermPeriod } from '../kernel/period.js';
import { type LedgerEntry, lastEvidence } from '../settlement/ledger-entry.js';
import type { StatementBody } from '../settlement/model.js';
import { settle } from '../settlement/settle.js';
import { periodInForce, type Target, timeline } from '../settlement/timeline.js';
import type { EvidenceReader } from './evidence-for.js';

/** No hold is decided in a trial: the mean of other periods would be a guess. */
const NEVER_DECIDED = 1_000_000;

/** What the trial is computed from: the contract's settled history. */
export interface History {
  readonly ledger: readonly LedgerEntry[];
  readonly events: readonly ContractEvent[];
}

/** The settled periods under other terms. */
export interface Trial {
  readonly terms: Terms;
  readonly statements: ReadonlyMap<PeriodId, StatementBody>;
  /** Duties that are taken to be done in time, since nobody owed them so when the period was settled. */
  readonly takenAsDone: readonly string[];
}

/** The settled statements of periods in force, without those of tails. */
export function settledInForce(ledger: readonly LedgerEntry[]): LedgerEntry[] {
  return ledger.filter(({ statement }) => !statement.tail);
}

/**
 * Every settled period computed again under other terms, each on the ones before it and on the newest evidence that the ledger
 * has of it: what came in late is in the period it belongs to, and no true-up hides what the terms are worth.
 */
export function trial(terms: Terms, { ledger, events }: History, reader: EvidenceReader): Trial {
  const { contract } = terms;
  const trialTerms: Terms = { ...terms, contract: { ...contract, holds: { maxPeriods: NEVER_DECIDED } } };
  const counted = new Set(ledger.at(-1)?.statement.events.map(({ file }) => file));
  const filed = events.filter((event) => counted.has(event.file) && !eventKindOf(event).setAside);
  const settled = settledInForce(ledger);
  const supposed = settled.flatMap((entry) => supposedOf(terms, entry, filed));
  const known = [...filed, ...supposed];
  const spans = ledger.flatMap(({ evidence }) => evidence.spans).reverse();
  const produced: LedgerEntry[] = [];
  for (const entry of settled) {
    const { statement, evidence } = entry;
    const { period } = statement;
    const newest = lastEvidence(ledger, period);
    const target: Target = { period, inForce: inForceOf(terms, entry), dueOn: statement.asOf };
    const usable = reader.usable({ ...evidence, periods: newest === null ? [] : [newest], spans }, trialTerms);
    const body = settle({
      terms: trialTerms,
      events: known,
      ledger: [...produced],
      evidence: usable,
      asOf: statement.asOf,
      run: statement.run,
      timeline: timeline(trialTerms.contract, known),
      target,
    });
    produced.push({
      terms: trialTerms,
      evidence: usable,
      statement: { ...body, digest: statement.digest, provenance: statement.provenance },
    });
  }
  return {
    terms,
    statements: new Map(produced.map(({ statement }) => [statement.period, statement])),
    takenAsDone: contract.duties.flatMap(({ id }) => (supposed.some(({ kind, duty }) => kind === 'duty' && duty === id) ? [id] : [])),
  };
}

function inForceOf({ contract }: Terms, { statement: { period, from, to } }: LedgerEntry): TermPeriod | null {
  return from === null || to === null ? null : periodInForce(period, contract.calendar.every, { from, to });
}

type DutyEvent = Extract<ContractEvent, { readonly kind: 'duty' | 'lateness' }>;

/**
 * What the parties would have filed in a settled period, had they known the duties of other terms: whoever was not late by the terms
 * that the period was settled on would not have been late, and who was would have been claimed to be.
 */
function supposedOf(terms: Terms, entry: LedgerEntry, events: readonly ContractEvent[]): DutyEvent[] {
  const { asOf } = entry.statement;
  const period = inForceOf(terms, entry);
  if (period === null) return [];
  const then = dutyOutcomes(entry.terms.contract, events, period, asOf);
  return dutyOutcomes(terms.contract, events, period, asOf).flatMap((outcome): DutyEvent[] => {
    const { id, owes } = outcome.duty;
    const wasLate = then.some(({ duty, state }) => duty.id === id && duty.owes === owes && state === 'late');
    if (outcome.state === 'late' && !wasLate) return [doneInTime(outcome, period.id)];
    return outcome.state === 'unclaimed' && wasLate ? [claimed(outcome, period.id)] : [];
  });
}

function doneInTime({ duty, dueOn }: DutyOutcome, period: PeriodId): DutyEvent {
  return { kind: 'duty', ...supposed(duty.id, period), date: dueOn, party: duty.owes, on: dueOn, agreed: true };
}

function claimed({ duty, dueOn }: DutyOutcome, period: PeriodId): DutyEvent {
  return { kind: 'lateness', ...supposed(duty.id, period), date: addDays(dueOn, 1), party: otherParty(duty.owes) };
}

/** Nobody filed it: it has no file. */
function supposed(duty: string, period: PeriodId) {
  return { file: '', digest: '', duty, period, evidence: [] };
}
