import type { Definitions, Fact, Measure, Terms } from '../contract/model.js';
import type { DateRange, PeriodId } from '../kernel/calendar.js';
import { canonicalJson } from '../kernel/canonical.js';
import type { Party } from '../kernel/party.js';
import { type KnownValue, knownPast } from '../outlook/quoted-past.js';
import type { MeasurementRequest } from '../query/request.js';
import type { Unmeasured } from '../report/form-reply.js';
import type { CommandContext } from './context.js';
import { measuredHistory, pastRequest } from './quote-run.js';
import type { ReadContract } from './repository.js';

/** As many months: each of a year once, so that no season is compared with another. */
const MONTHS = 12;

/** What was measured of a draft's KPIs, or why nothing was. */
type DraftHistory = { readonly kind: 'measured'; readonly values: readonly KnownValue[] } | Unmeasured;

/** Which months were asked for, whatever came of it. */
export interface AskedHistory {
  readonly from: PeriodId;
  readonly to: PeriodId;
  readonly history: DraftHistory;
}

/** The terms of the default branch, and which of them are not as they were agreed to; all, where the workspace is not. */
export interface AgreedTexts {
  readonly terms: readonly Terms[];
  readonly unagreed: (contracts: readonly string[]) => Promise<ReadonlySet<string> | 'all'>;
}

/**
 * The year before a drafted contract, measured by its own terms. A proposal must not become a way to read data: facts, views and measures
 * are run only where an agreed contract has the very same, and months that no such contract was about only for whoever keeps the data.
 * @param contract the draft, over the workspace of the default branch
 * @param party for whom it is drafted
 */
export async function draftHistory(
  context: CommandContext,
  contract: ReadContract,
  terms: Terms,
  party: Party,
  agreed: AgreedTexts,
): Promise<AskedHistory> {
  const request = pastRequest(context, contract, terms, MONTHS);
  const asked = { from: request.periods[0]?.period ?? '', to: request.periods.at(-1)?.period ?? '' };
  return { ...asked, history: await historyFor(context, contract, terms, request, await allowedBy(terms, party, agreed)) };
}

/** What of a draft's measures may be read: all of them where `fresh` is empty, of the days that `isOpen` lets through. */
interface Allowed {
  readonly fresh: readonly string[];
  readonly keepers: readonly Party[];
  readonly isOpen: (days: DateRange) => boolean;
}

async function historyFor(
  context: CommandContext,
  contract: ReadContract,
  terms: Terms,
  request: MeasurementRequest,
  { fresh, keepers, isOpen }: Allowed,
): Promise<DraftHistory> {
  if (fresh.length > 0) return { kind: 'new', measures: fresh };
  const periods = request.periods.filter(({ inForce }) => isOpen(inForce));
  if (periods.length === 0) return { kind: 'others', keepers };
  const { past, issues } = await measuredHistory(context, contract, terms, { ...request, periods });
  const values = past === null ? [] : knownPast(past);
  if (values.length > 0) return { kind: 'measured', values };
  return issues.length > 0 ? { kind: 'unread', issues } : { kind: 'nothing' };
}

async function allowedBy(draft: Terms, party: Party, { terms, unagreed }: AgreedTexts): Promise<Allowed> {
  const wanted = sourcesOf(draft);
  const having = terms.flatMap((each) => {
    const { id, term } = each.contract;
    const has = new Set(sourcesOf(each).map(({ text }) => text));
    return wanted.some(({ text }) => has.has(text)) ? [{ id, has, term }] : [];
  });
  const not = having.length === 0 ? new Set<string>() : await unagreed(having.map(({ id }) => id));
  const agreed = having.filter(({ id }) => not !== 'all' && !not.has(id));
  const keepers = [...new Set(draft.definitions.facts.map(({ custodian }) => custodian))];
  const covered = ({ from, to }: DateRange) =>
    wanted.every(({ text }) => agreed.some(({ has, term }) => has.has(text) && term.from <= from && to <= term.to));
  return {
    fresh: wanted.filter(({ text }) => !agreed.some(({ has }) => has.has(text))).map(({ id }) => id),
    keepers,
    isOpen: (days) => keepers.every((keeper) => keeper === party) || covered(days),
  };
}

/** Everything that is run for a measure, as a text: two that are equal read the same. What it is called, and divided by, reads nothing. */
function sourcesOf({ contract, definitions }: Terms): readonly { readonly id: string; readonly text: string }[] {
  const { facts, measures } = definitions;
  // Whose days and whose money: what a measure leaves to its contract.
  const own = { timezone: contract.calendar.timezone, currency: contract.currency };
  const idle = facts.filter(({ id }) => !measures.some(({ of }) => of === id));
  return [
    ...measures.map((measure) => ({ id: measure.id, read: { own, ...sourceOf(definitions, measure) } })),
    ...idle.map((fact) => ({ id: fact.id, read: { fact: { ...fact, clause: null }, view: viewOf(definitions, fact) } })),
  ].map(({ id, read }) => ({ id, text: canonicalJson(read) }));
}

function sourceOf(definitions: Definitions, { id, of, aggregate, when, where, currency, nulls }: Measure) {
  const { facts, fx } = definitions;
  const fact = facts.find((each) => each.id === of);
  return {
    measure: { id, aggregate, when, where, currency, nulls },
    fact: fact === undefined ? null : { ...fact, clause: null },
    view: fact === undefined ? null : viewOf(definitions, fact),
    fx: fx === null || currency === null ? null : { ...fx, clause: null },
  };
}

/** The text of a fact's view without its comments, which are in the language of the contract. */
function viewOf({ views }: Definitions, { source }: Fact) {
  const view = 'view' in source ? views.find(({ name }) => name === source.view) : undefined;
  return view === undefined ? null : { duckdb: bare(view.duckdb), bigquery: bare(view.bigquery) };
}

const bare = (sql: string | null): string | null => sql?.replace(/^--.*\n/gm, '') ?? null;
