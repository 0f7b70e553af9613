import type { ContractEvent, EventKind, EventOf } from '../contract/event-kinds/event-kinds.js';
import { isPeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { termPeriods } from '../kernel/period.js';
import { type FormSource, formLists } from './form-lists.js';
import { EXCLUSION_REASONS } from './forms.js';

/*
 * How an event could be written whole: what each of its fields may be in this contract on this day, and one example of it. What only
 * the writer knows stands there as `…`.
 */

/** What of a statement an event may be about. */
interface KnownStatement {
  readonly period: PeriodId;
  readonly lines: readonly { readonly id: string; readonly kind: string; readonly amount: string }[];
  readonly open: readonly { readonly amount: string }[];
  readonly evidenceDigest: string;
}

/** A line that a party may dispute on the day, the likeliest first; its amount is null where its period is not settled yet. */
interface DisputableLine {
  readonly party: Party;
  readonly period: PeriodId;
  readonly line: string;
  readonly amount: string | null;
}

export interface EventSource {
  readonly contract: Contract;
  readonly events: readonly ContractEvent[];
  /** Oldest first. */
  readonly statements: readonly KnownStatement[];
  readonly disputable: readonly DisputableLine[];
  readonly ledger: FormSource['ledger'];
  readonly date: LocalDate;
  /** KPIs that grow with time: of such, days leave with the rows. */
  readonly flows: readonly string[];
  readonly engine: string;
}

/** A field with what it may be; no choices: it is written. */
interface FieldExample {
  readonly name: string;
  readonly example: string;
  readonly choices: readonly string[];
  /** How many choices are not listed. */
  readonly more: number;
  /** Whether it must name something that is there, and nothing is that would be accepted. */
  readonly isIdle: boolean;
}

/** Choices that are listed; of more the first, and how many more. */
const MOST = 12;
const UNKNOWN = '…';

/** An event written whole. */
export interface EventExample {
  /** Fields as they are typed, those that were given as they were. */
  readonly pairs: readonly string[];
  readonly fields: readonly FieldExample[];
}

/** @param missing the fields that the schema asks for; @param given those that were typed, by name. */
export function eventExample(
  kind: EventKind,
  { missing, given }: { readonly missing: readonly string[]; readonly given: ReadonlyMap<string, string> },
  source: EventSource,
): EventExample {
  // either party may file most of them, and that it does is said by nobody else
  const needed = [...new Set([...(given.has('party') ? [] : ['party']), ...missing, ...(missing.includes('treatment') ? ['window'] : [])])];
  const values = new Map(given);
  const fields = needed.map((name): FieldExample => {
    const choices = choicesFor(name, kind, values, source);
    const example = choices[0] ?? writtenFor(name, kind, values, source);
    values.set(name, example);
    const isIdle = choices.length === 0 && (NAMES.has(name) || (kind === 'dispute' && (name === 'period' || name === 'line')));
    return { name, example, choices: choices.slice(0, MOST), more: Math.max(0, choices.length - MOST), isIdle };
  });
  return { pairs: [...values].map(([name, value]) => `${name}=${value}`), fields };
}

/** Fields that name what a contract or its events have, whatever the kind. */
const NAMES: ReadonlySet<string> = new Set(['milestone', 'duty', 'answers']);

type Values = ReadonlyMap<string, string>;

/** What a field can be, the likeliest first; empty where it is written. */
function choicesFor(name: string, kind: EventKind, values: Values, source: EventSource): readonly string[] {
  const { contract, events, ledger } = source;
  const lists = formLists([{ contract, events, ledger }]);
  const ids = (list: keyof typeof lists) => lists[list].map(({ id }) => id);
  switch (name) {
    case 'party':
      return partiesFor(kind, values.get('duty'), source);
    case 'period':
      return kind === 'dispute' ? unique(disputable(values, source).map(({ period }) => period)) : periodsFor(kind, source);
    case 'line':
      return kind === 'dispute' ? paysFirst(disputable(values, source)).map(({ line }) => line) : linesOf(values.get('period'), source);
    case 'kpis':
      return ids('kpis').map((id) => `[${id}]`);
    case 'milestone':
      return kind === 'refusal' ? unique(requested(ids('requests'), source).map(({ milestone }) => milestone)) : ids('milestones');
    case 'duty':
      return ids('duties');
    case 'answers':
      return kind === 'refusal' || kind === 'acceptance'
        ? requested(ids('requests'), source).flatMap(({ file, milestone }) => (milestone === values.get('milestone') ? [file] : []))
        : ids('disputes').filter((file) => mayBeAnswered(file, kind, source));
    case 'treatment':
      return source.flows.some((kpi) => values.get('kpis')?.includes(kpi) === true)
        ? ['prorate', 'waive', 'drop']
        : ['drop', 'waive', 'prorate'];
    case 'reason':
      return kind === 'exclusion' ? [USUAL_REASON, ...EXCLUSION_REASONS.filter((each) => each !== USUAL_REASON)] : [];
    case 'result':
      return ['same', 'same_money', 'different'];
    default:
      return [];
  }
}

/** The reason that is given most often. */
const USUAL_REASON = 'tracking_outage';

/** Who may file it; of what only one party does, that one: a duty is done by who owes it, and claimed to be late by the other. */
function partiesFor(kind: EventKind, duty: string | undefined, { contract: { duties }, disputable }: EventSource): readonly string[] {
  const owes = (duties.find(({ id }) => id === duty) ?? duties[0])?.owes ?? 'brand';
  if (kind === 'duty') return [owes];
  if (kind === 'lateness') return [owes === 'brand' ? 'provider' : 'brand'];
  if (kind === 'acceptance_request') return ['provider'];
  if (kind === 'acceptance' || kind === 'refusal') return ['brand'];
  const disputing = kind === 'dispute' ? PARTIES.filter((party) => disputable.some((each) => each.party === party)) : [];
  return disputing.length === 0 ? PARTIES : disputing;
}

/** What the party may dispute, in the period where one is named; of a party that is none, what either may. */
function disputable(values: Values, source: EventSource): readonly DisputableLine[] {
  const [by, of] = [values.get('party'), values.get('period')];
  const party = PARTIES.find((each) => each === by) ?? 'brand';
  return source.disputable.filter((each) => each.party === party && (of === undefined || each.period === of));
}

function requested(files: readonly string[], { events, date }: EventSource): EventOf<'acceptance_request'>[] {
  return events.filter(
    (event): event is EventOf<'acceptance_request'> =>
      event.kind === 'acceptance_request' && event.date <= date && files.includes(event.file),
  );
}

/** What came later cannot be answered yet; a dispute is taken to the expert once, before it lapses. */
function mayBeAnswered(file: string, kind: EventKind, { contract, events, date }: EventSource): boolean {
  const dispute = events.find((event) => event.file === file);
  if (dispute === undefined || dispute.date > date) return false;
  const isEscalated = events.some((event) => event.kind === 'escalation' && event.answers === file);
  return kind !== 'escalation' || (!isEscalated && date < addDays(dispute.date, contract.disputes.days));
}

/** What is settled, newest first; of duties the period that the day is in. */
function periodsFor(kind: EventKind, { contract, statements, date }: EventSource): readonly PeriodId[] {
  if (kind === 'duty' || kind === 'lateness') {
    const begun = termPeriods(contract.term, contract.calendar.every).filter(({ inForce }) => inForce.from <= date);
    return begun.map(({ id }) => id).reverse();
  }
  return statements.map(({ period }) => period).reverse();
}

/** Lines of a statement, those that pay anything first. */
function linesOf(period: string | undefined, { statements, contract }: EventSource): readonly string[] {
  const lines = statements.find((each) => each.period === period)?.lines;
  if (lines === undefined) return contract.fees.filter(isPeriodFee).map(({ id }) => id);
  return paysFirst(lines.filter(({ kind }) => kind !== 'tax')).map(({ id }) => id);
}

function paysFirst<Each extends { readonly amount: string | null }>(lines: readonly Each[]): Each[] {
  const pays = ({ amount }: Each) => /[1-9]/.test(amount ?? '');
  return [...lines.filter(pays), ...lines.filter((line) => !pays(line))];
}

const unique = (names: readonly string[]) => [...new Set(names)];

/** An example of what is written; `…` where nothing is known. */
function writtenFor(name: string, kind: EventKind, values: Values, source: EventSource): string {
  const { contract, statements, date, events } = source;
  const statement = statements.find(({ period }) => period === values.get('period'));
  switch (name) {
    case 'on':
      return kind === 'termination' ? addDays(date, contract.exit?.noticeDays ?? 0) : date;
    case 'claimed':
      return disputable(values, source).find(({ line }) => line === values.get('line'))?.amount ?? UNKNOWN;
    case 'amount': {
      if (kind === 'payment') return statements.at(-1)?.open[0]?.amount ?? UNKNOWN;
      const dispute = events.find(({ file }) => file === values.get('answers'));
      return dispute?.kind === 'dispute' ? dispute.claimed : UNKNOWN;
    }
    case 'window':
      return `{ from: ${date}, to: ${date} }`;
    case 'evidence':
    case 'findings':
    case 'actions':
      return `[${UNKNOWN}]`;
    case 'evidenceDigest':
      return statement?.evidenceDigest ?? UNKNOWN;
    case 'engine':
      return source.engine;
    case 'periods':
      return `[${statements.at(-1)?.period ?? UNKNOWN}]`;
    case 'scoreAs':
      return '100%';
    default:
      return UNKNOWN;
  }
}
