import type { Reason } from '../attainment/value.js';
import { grouped } from '../kernel/grouped.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { isAbout } from '../settlement/disputes.js';
import { REVIEWED, waitsForData } from '../settlement/holds.js';
import { type CarriedLine, costsOf, countsFrom, type HeldLife, type WaitingLife } from '../settlement/line-life.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { causesIn, custodiansOf } from './causes.js';
import { type Unresolved, unresolvedDisputes } from './event-facts.js';
import { failedGate } from './failed-gate.js';
import { neededData, needsData } from './needed-data.js';
import { separator } from './punctuation.js';
import { reasonTexts } from './reason-texts.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** What releases a held line: the parties whose data it waits for, and what a review is to name. */
export interface Hold {
  readonly line: string;
  readonly reason: Reason;
  /** All that holds it, in words, each once. */
  readonly said: string;
  readonly parties: readonly Party[];
  /** What the parties' data are to be, in words. */
  readonly data: string;
  /** Anomalies and reconciliations that a review is to name, each once. */
  readonly toReview: readonly string[];
  /** Those of them that either party may acknowledge. */
  readonly byEither: readonly string[];
  /** Reconciliations that a review is to name only where they do not agree once the data are there. */
  readonly mayReview: readonly string[];
  /** Of a large true-up: whose review it waits for, and from which day on it counts without one. */
  readonly waits: {
    readonly party: Party;
    readonly on: string;
    readonly life: WaitingLife;
    /** The dispute that keeps it from counting, whatever is reviewed and whichever day it is; null where none is open. */
    readonly disputed: Unresolved | null;
  } | null;
  /** How the statement hands it on; null on a scorecard, and of what no statement carries. */
  readonly held: { readonly carried: CarriedLine; readonly life: HeldLife } | null;
}

/** Everything that a scorecard or statement holds, with what releases it. */
export function holdsOf(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Hold[] {
  const lines = carriedIn(card, context);
  return card.held.map(({ line, reason }): Hold => {
    const shown = card.lines.find((each) => each.id === line);
    const gate = shown === undefined ? null : failedGate(shown, words);
    const withGate = (text: string) => (gate === null ? text : words.say('withMore', { text, more: gate }));
    const none = {
      line,
      reason,
      said: withGate(words.reason(reason)),
      parties: [],
      data: neededData([reason], words),
      toReview: flaggedIn([reason]),
      byEither: flaggedIn([reason], 'either'),
      mayReview: [],
      waits: null,
      held: null,
    };
    for (const carried of lines) {
      const { life } = carried;
      if (life.state === 'waiting' && line === `true-up/${carried.period}/${carried.line}`) {
        const disputed = disputeOfWaiting(carried, card, context);
        const said = disputed === null ? none.said : withGate(waitsForDispute(carried, life, disputed, words));
        return { ...none, said, waits: { ...waiting(life, words), disputed } };
      }
      const isIt = line === `${carried.period}/${carried.line}` || (carried.period === card.period && line === carried.line);
      if (life.state !== 'held' || !isIt) continue;
      const parties = PARTIES.filter((party) => life.causes.some((cause) => cause.party === party && needsData(cause.reason)));
      const later = life.causes.filter((cause) => waitsForData(cause, life.causes));
      const causes = life.causes.filter((cause) => !later.includes(cause)).map((cause) => cause.reason);
      return {
        ...none,
        said: allSaid(life, words),
        parties,
        data: neededData(causes, words),
        toReview: flaggedIn(causes),
        byEither: flaggedIn(causes, 'either'),
        mayReview: flaggedIn(later.map((cause) => cause.reason)),
        // what is not settled has been held by no statement, and none decides it yet
        held: 'carried' in card ? { carried, life } : null,
      };
    }
    if (lines.length > 0) return none;
    const causes = shown === undefined ? [] : causesIn(shown.trace, context.terms);
    const asked = new Set([...custodiansOf(reason, context.terms), ...causes.map(({ party }) => party)]);
    const data = neededData([reason, ...causes.map((cause) => cause.reason)], words);
    return { ...none, parties: PARTIES.filter((party) => asked.has(party)), data };
  });
}

/** How the lines of a document stand: a statement's own, or those that a scorecard is read with. */
function carriedIn(card: Scorecard | StatementBody, context: ReportContext): readonly CarriedLine[] {
  return 'carried' in card ? card.carried.lines : (context.carried ?? []);
}

/** Everything that holds a line, each once; what only its data will tell is no cause of its own. */
function allSaid({ causes }: Pick<HeldLife, 'causes'>, words: Wording): string {
  const told = causes.filter((cause) => !waitsForData(cause, causes)).map(({ reason }) => reason);
  return reasonTexts(told, words).join(separator(words.locale));
}

/** The open dispute of a large true-up that lapses last. */
function disputeOfWaiting({ period, line }: CarriedLine, { asOf }: Scorecard | StatementBody, context: ReportContext): Unresolved | null {
  return (
    unresolvedDisputes(context)
      .filter(({ dispute, lapsesOn }) => lapsesOn > asOf && isAbout(dispute, period, line))
      .sort((a, b) => (a.lapsesOn < b.lapsesOn ? -1 : 1))
      .at(-1) ?? null
  );
}

function waitsForDispute(
  { period, line }: CarriedLine,
  { moves }: WaitingLife,
  { dispute, lapsesOn }: Unresolved,
  { say, clearTitle }: Wording,
): string {
  return say('waitsDisputed', { moved: grouped(moves), line: clearTitle(line), period, file: dispute.file, on: lapsesOn });
}

function waiting(life: WaitingLife, words: Wording): Omit<NonNullable<Hold['waits']>, 'disputed'> {
  return { party: costsOf(life), on: countsFrom(life, words.terms.contract.acceptance.days), life };
}

/** @param by those whose word that is; left out: whoever's. */
function flaggedIn(reasons: readonly Reason[], by?: 'either'): string[] {
  const isTheirs = ({ code }: Reason) => (by === undefined ? REVIEWED.has(code) : REVIEWED.get(code) === by);
  return [...new Set(reasons.flatMap((reason) => (isTheirs(reason) ? [reason.with.id ?? ''] : [])))];
}

/** What waits for a word says itself whose word that is, and until when. */
export function saysItsWayOut({ waits, reason }: Hold): boolean {
  return waits !== null || reason.code === 'large-true-up';
}

/** Holds in groups that the same causes explain, told once: the same in words, and the same way out. */
export function groupedHolds(holds: readonly Hold[]): Hold[][] {
  const groups = new Map<string, Hold[]>();
  for (const hold of holds) {
    const key = JSON.stringify([hold.said, hold.parties, hold.data, hold.toReview, hold.mayReview, hold.waits?.on ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), hold]);
  }
  return [...groups.values()];
}
