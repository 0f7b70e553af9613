import type { PeriodId } from '../../kernel/calendar.js';
import { inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { whyReached } from '../../outlook/why.js';
import { toldLines } from '../../report/blocks.js';
import { everyLineBlocks, lineBlocks } from '../../report/explain.js';
import { compositeBlocks, isComposite, kpiBlocks, kpisNamed } from '../../report/explain-kpi.js';
import { linesNamed } from '../../report/named-lines.js';
import { previewNote } from '../../report/preview-note.js';
import type { ReportContext } from '../../report/report-context.js';
import { lineTitles } from '../../report/sheets.js';
import { changedTermLines, changedTerms } from '../../report/terms-since.js';
import { whyOfKpis } from '../../report/why.js';
import { wording } from '../../report/wording.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { previewIn } from '../../running/period-entries.js';
import { periodFor } from '../../running/period-score.js';
import { reportContext } from '../../running/report-context.js';
import type { ReadContract } from '../../running/repository.js';
import { afterContract, isPeriod, selectContract, unknownContract } from '../../running/select.js';
import { runInMemory } from '../../running/settlement-run.js';
import { computedTwice } from '../../settlement/computed-twice.js';
import { type HoldSince, holdSince } from '../../settlement/end-of-hold.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import { lineName } from '../../settlement/line-names.js';
import type { Line, Scorecard } from '../../settlement/model.js';
import { issue } from '../../words/issue.js';
import { keyBlocks, keysFor } from './explain-keys.js';

/** As typed, one after the other: without the name of the only contract, the period stands in its place. */
export interface ExplainOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** Null: the last that is settled. */
  readonly period: string | null;
  /** Null: all of them. */
  readonly line: string | null;
}

/** `concord explain`: how lines came to their amounts and KPIs to their scores, from the ledger, or from a preview where the period is not settled yet. */
export async function explain(context: CommandContext, { contract: asTyped, ...typed }: ExplainOptions): Promise<Outcome> {
  const words = [asTyped, typed.period, typed.line].flatMap((word) => word ?? []);
  // One word alone that is no contract is a line of the last statement, too.
  const { contract: named, rest } = await afterContract(context, words, isPeriod, (word) => isPeriod(word) || words.length === 1);
  const [first = null, second = null] = rest;
  const [wanted, line] = first !== null && second === null && !isPeriod(first) ? [null, first] : [first, second];
  const { contract, issues } = await selectContract(context, named, { until: context.asOf }, rest);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const last = contract.ledger.at(-1)?.statement.period ?? null;
  const { period, entry, settled, refused } = await statementOf(context, contract, wanted ?? last);
  if (entry === null) return refused;
  const { lines } = entry.statement;
  const preview = previewIn(settled, contract, period);
  const chosen = line === null ? lines : linesNamed(lines, line, entry);
  const kpis = line === null ? [] : kpisNamed(entry.statement, line, entry);
  const isOfAll = line !== null && entry.statement.compositeState !== null && isComposite(line, entry);
  if (line !== null && chosen.length + kpis.length === 0 && !isOfAll) {
    const known = [...lines, ...entry.statement.kpis].map(({ id }) => id);
    const expected = [...new Set([...known, ...(entry.statement.compositeState === null ? [] : ['composite'])])];
    // the only word there is may be a slip in the contract's name
    const slip = words.length === 1 ? unknownContract(line, [contract.id]) : null;
    if (slip !== null && 'suggestion' in slip.params) return failed([slip], contract.texts, 2);
    return failed([issue('unknown-line', inNoFile('line'), { found: line, period, contract: contract.id, expected })], contract.texts, 2);
  }
  const before = settled.filter((each) => each.statement.period < period);
  const card = entry.statement;
  const [only] = chosen;
  const single = chosen.length === 1 && line !== null && only !== undefined ? only : null;
  const about = single === null ? null : lineName(single.id);
  const twice = about?.period == null ? null : computedTwice(entry, before, contract.events, { period: about.period, line: about.line });
  const report: ReportContext = {
    ...reportContext(entry, before, contract.events),
    holds: holdsSince(chosen, period, settled),
    ...(twice === null ? {} : { twice }),
    ...(preview === null ? {} : { preview: true }),
  };
  const why = kpis.length === 0 ? null : whyReached({ entries: settled, events: contract.events, period, against: 'previous' });
  const keys = await keysFor(context, contract, entry, {
    lines: chosen.map(({ id }) => id),
    kpis: (isOfAll ? card.kpis : kpis).map(({ id }) => id),
  });
  const agreed = line === null ? changedTerms(before.at(-1), entry) : [];
  const told: Report = {
    titles: lineTitles,
    document: () => ({
      period,
      ...(preview === null ? {} : { preview }),
      lines: chosen,
      ...(twice === null ? {} : { twice }),
      ...(line === null ? {} : { kpis }),
      ...(isOfAll ? { composite: compositeOf(card) } : {}),
    }),
    blocks: (locale) => [
      ...(preview === null ? [] : [previewNote(preview, wording(entry.terms, locale))]),
      ...(single === null ? everyLineBlocks(chosen, card, report, locale) : lineBlocks(single, card, report, locale)),
      ...kpis.flatMap((kpi) => kpiBlocks(kpi, card, report, locale)),
      ...(why === null ? [] : whyOfKpis(why, kpis, entry.terms, locale)),
      ...(isOfAll ? compositeBlocks(card, report, locale) : []),
      ...keyBlocks(keys, locale),
      ...(agreed.length === 0 ? [] : [toldLines(...changedTermLines(agreed, locale))]),
    ],
  };
  return { ended: 0, report: told };
}

/** What has become of held lines since: in their own statement they stay held for ever. */
function holdsSince(lines: readonly Line[], period: PeriodId, settled: readonly LedgerEntry[]): ReadonlyMap<string, HoldSince> {
  const later = settled.flatMap(({ statement }) => (statement.period > period ? [statement] : []));
  return new Map(
    lines.flatMap(({ id, held }) => {
      const about = lineName(id);
      const since = held ? holdSince(later, about.period ?? period, about.line) : null;
      return since === null ? [] : [[id, since] as const];
    }),
  );
}

function compositeOf({ composite, compositeExact, compositeState }: Scorecard) {
  return { composite, ...(compositeExact === undefined ? {} : { compositeExact }), compositeState };
}

interface Explained {
  readonly period: PeriodId;
  /** Null where there is nothing to explain. */
  readonly entry: LedgerEntry | null;
  readonly settled: readonly LedgerEntry[];
  readonly refused: Outcome;
}

/** The statement of a period as it was settled, else as it would be now. @param wanted null: the current one */
async function statementOf(context: CommandContext, contract: ReadContract, wanted: PeriodId | null): Promise<Explained> {
  const nothing = failed([], contract.texts);
  const found = contract.ledger.find((each) => each.statement.period === wanted);
  if (found !== undefined) return { period: found.statement.period, entry: found, settled: contract.ledger, refused: nothing };
  const period = periodFor(context, contract, wanted);
  if (typeof period !== 'string') {
    return { period: wanted ?? '', entry: null, settled: [], refused: failed([period.issue], contract.texts, 2) };
  }
  const run = await runInMemory(context, contract, period);
  const entry = run.entries.find((each) => each.statement.period === period) ?? null;
  return { period, entry, settled: [...contract.ledger, ...run.entries], refused: failed(run.issues, contract.texts) };
}
