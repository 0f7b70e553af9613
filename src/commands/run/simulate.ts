import { termsAsOf } from '../../amendment/flatten.js';
import type { Terms } from '../../contract/model.js';
import { contractFile } from '../../contract/paths.js';
import { type DateRange, type Every, type PeriodId, periodDays } from '../../kernel/calendar.js';
import { inNoFile } from '../../kernel/issue.js';
import { termPeriods } from '../../kernel/period.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { MOST_PATHS, pastOf, pathsOf, pathTerms } from '../../outlook/paths.js';
import { leastPast } from '../../outlook/scenario-years.js';
import { firstWhole, type Simulation, simulatedTerms, simulationOf } from '../../outlook/simulate.js';
import { pathsBlocks } from '../../report/paths.js';
import { baselineBlocks, simulationBlocks } from '../../report/simulate.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { asOfFor } from '../../running/reckoned.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContract } from '../../running/select.js';
import { runAlone } from '../../running/settlement-run.js';
import { writeBaseline } from '../../running/write-baseline.js';
import { planRun } from '../../settlement/run.js';
import { issue } from '../../words/issue.js';

export interface SimulateOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  readonly from: PeriodId;
  readonly to: PeriodId;
  readonly writeBaseline: boolean;
  /** How many scenario years; null: none. */
  readonly paths: number | null;
  readonly seed: number | null;
}

/**
 * `concord simulate`: past periods settled in memory under the terms of the contract's first period, with one measurement. Writes nothing,
 * or the measured history as the contract's baseline.
 */
export async function simulate(context: CommandContext, options: SimulateOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { terms } = contract.folder;
  const { every, timezone } = terms.contract.calendar;
  const term = daysOf(options, every);
  if (term === null) {
    const params = { found: `${options.from} … ${options.to}`, ...EXAMPLES[every] };
    return failed([issue('unknown-span', inNoFile('--from'), params)], contract.texts, 2);
  }
  const { paths: years } = options;
  if (years !== null && years > MOST_PATHS) {
    return failed([issue('too-many-years', inNoFile('--paths'), { found: String(years), most: String(MOST_PATHS) })], contract.texts, 2);
  }
  const [first] = termPeriods(terms.contract.term, every);
  const termsOf = first?.id ?? options.from;
  const tried = simulatedTerms(termsAsOf(terms, termsOf), term);
  const settledFor = (tried: Terms) => {
    const input = { terms: tried, events: [], ledger: [], asOf: asOfFor(context, timezone) };
    return runAlone({ context, contract, input, plan: planRun(input, options.to) });
  };
  const ran = await settledFor(tried);
  if (hasErrors(ran.issues)) return failed(ran.issues, contract.texts);
  const whole = firstWhole(tried, ran.entries);
  const from = whole === null ? null : periodDays(whole, every)?.from;
  // What is left out is left out of what adds up, too: advances, tiers, caps and quarters begin with the first period that is whole.
  const isCut = whole !== null && from != null && from > term.from;
  const again = isCut ? await settledFor(simulatedTerms(termsAsOf(terms, termsOf), { ...term, from })) : ran;
  if (hasErrors(again.issues)) return failed(again.issues, contract.texts);
  const entries = isCut ? [...ran.entries.filter(({ statement }) => statement.period < whole), ...again.entries] : ran.entries;
  const past = years === null ? [] : pastOf(tried, entries);
  if (years !== null && past.length < leastPast(every)) {
    const params = { found: String(past.length), needed: String(leastPast(every)), to: options.to };
    return failed([issue('too-few-past-periods', inNoFile('--paths'), params)], contract.texts, 1);
  }
  const simulation: Simulation = {
    ...simulationOf(tried, termsOf, entries),
    ...(years === null ? {} : { paths: pathsOf(pathTerms(terms), past, { years, seed: options.seed ?? 1 }) }),
  };
  const written = options.writeBaseline ? await writeBaseline(context, contract, simulation) : null;
  if (written !== null && 'issue' in written) return failed([written.issue], contract.texts, 1);
  return { ended: 0, report: told(simulation, { tried, whole: terms }, contract, written), issues: ran.issues, texts: contract.texts };
}

function told(
  simulation: Simulation,
  { tried: terms, whole }: { readonly tried: Terms; readonly whole: Terms },
  { id }: ReadContract,
  written: { readonly periods: number } | null,
): Report {
  return {
    document: () => ({ ...simulation, baselineWritten: written?.periods ?? null }),
    blocks: (locale) => [
      ...simulationBlocks(simulation, terms, locale),
      // years have lines that past periods by themselves have not: what is settled once in a term
      ...(simulation.paths === undefined ? [] : pathsBlocks(simulation.paths, whole, locale)),
      ...(written === null ? [] : baselineBlocks(contractFile(id), written.periods, locale)),
    ],
  };
}

/** Two periods in their order. */
const EXAMPLES: Readonly<Record<Every, { readonly from: PeriodId; readonly to: PeriodId }>> = {
  month: { from: '2025-01', to: '2025-12' },
  quarter: { from: '2025-Q1', to: '2025-Q4' },
  week: { from: '2025-W01', to: '2025-W52' },
};

/** The days from the first period's start to the last one's end; null where they are no periods of the calendar, or the wrong way round. */
function daysOf({ from, to }: Pick<SimulateOptions, 'from' | 'to'>, every: Every): DateRange | null {
  const [first, last] = [periodDays(from, every), periodDays(to, every)];
  return first === null || last === null || first.from > last.to ? null : { from: first.from, to: last.to };
}
