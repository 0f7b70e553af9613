import type { Definitions, Measure, Terms } from '../contract/model.js';
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

/** Contracts of the default branch, and which of them are not as they were agreed to; all, where the workspace is not. */
export interface AgreedTexts {
  readonly contracts: readonly ReadContract[];
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

async function allowedBy({ definitions }: Terms, party: Party, { contracts, unagreed }: AgreedTexts): Promise<Allowed> {
  const wanted = sourcesOf(definitions);
  const having = contracts.flatMap(({ id, folder }) => {
    if (folder === null) return [];
    const has = new Set(sourcesOf(folder.terms.definitions).map(({ text }) => text));
    return wanted.some(({ text }) => has.has(text)) ? [{ id, has, term: folder.terms.contract.term }] : [];
  });
  const not = having.length === 0 ? new Set<string>() : await unagreed(having.map(({ id }) => id));
  const agreed = having.filter(({ id }) => not !== 'all' && !not.has(id));
  const keepers = [...new Set(definitions.facts.map(({ custodian }) => custodian))];
  const covered = ({ from, to }: DateRange) =>
    wanted.every(({ text }) => agreed.some(({ has, term }) => has.has(text) && term.from <= from && to <= term.to));
  return {
    fresh: wanted.filter(({ text }) => !agreed.some(({ has }) => has.has(text))).map(({ id }) => id),
    keepers,
    isOpen: (days) => keepers.every((keeper) => keeper === party) || covered(days),
  };
}

/** Everything that is run for a measure, as a text: two that are equal read the same. What it is called, and divided by, reads nothing. */
function sourcesOf(definitions: Definitions): readonly { readonly id: string; readonly text: string }[] {
  return definitions.measures.map((measure) => ({ id: measure.id, text: canonicalJson(sourceOf(definitions, measure)) }));
}

function sourceOf({ facts, views, fx }: Definitions, { id, of, aggregate, when, where, currency, nulls }: Measure) {
  const fact = facts.find((each) => each.id === of);
  const named = fact !== undefined && 'view' in fact.source ? fact.source.view : null;
  const view = views.find(({ name }) => name === named);
  return {
    measure: { id, aggregate, when, where, currency, nulls },
    fact: fact === undefined ? null : { ...fact, clause: null },
    // Its comments are in the language of the contract.
    view: view === undefined ? null : { duckdb: bare(view.duckdb), bigquery: bare(view.bigquery) },
    fx: fx === null || currency === null ? null : { ...fx, clause: null },
  };
}

const bare = (sql: string | null): string | null => sql?.replace(/^--.*\n/gm, '') ?? null;
