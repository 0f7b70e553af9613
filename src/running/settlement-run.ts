import type { ContractFolder } from '../contract/load-contract.js';
import type { Terms } from '../contract/model.js';
import type { Measured } from '../evidence/decode.js';
import type { EvidenceSpan } from '../evidence/model.js';
import { type Slice, sliceEvidence } from '../evidence/slice.js';
import { addDays, type PeriodId } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { withLater } from '../kernel/objects.js';
import { ShellError } from '../ports/failure.js';
import type { Outcome, Warehouse } from '../ports/warehouse.js';
import type { MeasurementRequest } from '../query/request.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Agreement } from '../settlement/model.js';
import { spansReached } from '../settlement/reached-spans.js';
import { planNext, planRun, type RunInput, type RunPlan, type SliceEvidence, settleRun } from '../settlement/run.js';
import { sealStatement } from '../settlement/seal-statement.js';
import { commandText } from '../words/command-text.js';
import type { CommandContext } from './context.js';
import { hasErrors } from './issue-output.js';
import { asOfFor } from './reckoned.js';
import { ledgerRenderer } from './report-context.js';
import type { HeldContract, ReadContract } from './repository.js';
import { openFor, warehouseKey } from './warehouse.js';

export interface RunResult {
  readonly entries: readonly LedgerEntry[];
  readonly issues: readonly Issue[];
  /** What was measured besides; absent where nothing was asked for, or it could not be read. */
  readonly besides?: Measured;
}

/** One contract to measure and to settle in memory: what is measured for it is not asked for before {@link runTogether}. */
export interface Run {
  readonly context: CommandContext;
  readonly contract: HeldContract;
  readonly input: RunInput | null;
  readonly plan: RunPlan;
  /** What is measured in the same go, and settles nothing. */
  readonly besides?: MeasurementRequest;
  /** The very same run with all evidence of its ledger, where it was {@link withoutBulk}. */
  readonly whole?: () => Promise<Run>;
}

/**
 * A run as it waits beside those of many other contracts: without the evidence of its ledger, which is read again when the run is settled.
 * @param contract of which it holds no more than this.
 * @param whole reads the contract again and plans the same run.
 */
export function withoutBulk(run: Run, contract: HeldContract, whole: () => Promise<Run>): Run {
  const held = new Map(contract.ledger.map((entry) => [entry.statement, entry]));
  const input = run.input === null ? null : { ...run.input, ledger: run.input.ledger.map((entry) => held.get(entry.statement) ?? entry) };
  return { ...run, contract, input, whole };
}

/** All that is due, or every period up to `until` for a preview or a scorecard: earlier ones that are not settled yet come first. */
export function runUntil(context: CommandContext, contract: ReadContract, until: PeriodId | null): Run {
  const ledger = until === null ? contract.ledger : contract.ledger.filter((entry) => entry.statement.period < until);
  return runOn(
    context,
    contract,
    ledger,
    (folder) => termsFor(contract, folder, until),
    (input) => planRun(input, until),
  );
}

/** Only the first period that is due. */
export function runOfNext(context: CommandContext, contract: ReadContract): Run {
  return runOn(
    context,
    contract,
    contract.ledger,
    ({ terms }) => terms,
    (input) => withoutUnreadable(planNext(input), input),
  );
}

/**
 * Whoever keeps a table could stop a whole contract by one value that is no number. For as long as anybody may object to a statement
 * that is waited for; then what cannot be read holds what needs it, as late data do, and the rest is settled.
 */
function withoutUnreadable(plan: RunPlan, { terms, asOf }: RunInput): RunPlan {
  const { request, targets } = plan;
  const last = targets.at(-1);
  if (request === null || last === undefined || asOf < addDays(last.dueOn, terms.contract.acceptance.days)) return plan;
  return { ...plan, request: { ...request, withoutUnreadable: true } };
}

function runOn(
  context: CommandContext,
  contract: ReadContract,
  ledger: readonly LedgerEntry[],
  termsOf: (folder: ContractFolder) => Terms,
  planOf: (input: RunInput) => RunPlan,
): Run {
  const { folder } = contract;
  if (folder === null) return { context, contract, input: null, plan: { targets: [], request: null } };
  const asOf = asOfFor(context, folder.terms.contract.calendar.timezone);
  const input: RunInput = { terms: termsOf(folder), events: folder.events, ledger, asOf };
  return { context, contract, input, plan: planOf(input) };
}

/** Measures and settles one run. @throws ShellError where the warehouse refuses. */
export async function runAlone(run: Run): Promise<RunResult> {
  const [result = { entries: [], issues: [] }] = await runTogether([run]);
  return raised(result);
}

/** Measures what is needed for one contract and settles in memory, up to `until` or all that is due. */
export function runInMemory(context: CommandContext, contract: ReadContract, until: PeriodId | null): Promise<RunResult> {
  return runAlone(runUntil(context, contract, until));
}

/** @throws ShellError where that is what became of the run. */
export function raised(result: RunResult | ShellError): RunResult {
  if (result instanceof ShellError) throw result;
  return result;
}

/**
 * Measures all runs with one request per warehouse, so that rows which several contracts ask for are asked for once, and settles each
 * in memory. The results are in the order of the runs; a ShellError where a run's warehouse could not be asked.
 */
export function runTogether(runs: readonly Run[]): Promise<(RunResult | ShellError)[]> {
  return tellEach(runs, (_, result) => result);
}

/**
 * The same, for whoever keeps little of each: what became of a run is told as soon as it is settled, and nothing else of it is held.
 * @param tell given the whole run where it was measured, and the run that was asked for.
 */
export async function tellEach<T>(runs: readonly Run[], tell: (whole: Run, result: RunResult | ShellError, run: Run) => T): Promise<T[]> {
  const told = new Map<Run, { readonly is: T }>();
  const add = (run: Run, result: RunResult | ShellError, whole = run) => told.set(run, { is: tell(whole, result, run) });
  const byWarehouse = new Map<string, Run[]>();
  for (const run of runs) {
    if (run.plan.request === null) continue;
    try {
      const key = warehouseKey(run.context, run.contract);
      byWarehouse.set(key, [...(byWarehouse.get(key) ?? []), run]);
    } catch (error) {
      add(run, shellError(error));
    }
  }
  for (const together of byWarehouse.values()) {
    try {
      for await (const { run, whole, result } of measured(together)) add(run, result, whole);
    } catch (error) {
      const failure = shellError(error);
      for (const run of together) add(run, failure);
    }
  }
  return runs.map((run) => {
    const found = told.get(run) ?? { is: tell(run, { entries: [], issues: run.input === null ? run.contract.issues : [] }, run) };
    return found.is;
  });
}

function shellError(error: unknown): ShellError {
  if (error instanceof ShellError) return error;
  throw error;
}

/** Runs that read the same warehouse, measured with one request; each is settled when it is asked for. */
async function* measured(runs: readonly Run[]): AsyncGenerator<{ readonly run: Run; readonly whole: Run; readonly result: RunResult }> {
  const [one] = runs;
  if (one === undefined) return;
  const warehouse = await openFor(one.context, one.contract);
  try {
    for (const contract of new Set(runs.map((run) => run.contract.id))) {
      one.context.progress(commandText('measuring', one.context.locale, { contract }));
    }
    const requests = runs.flatMap(({ plan }) => plan.request ?? []);
    const first = await warehouse.measure([...requests, ...runs.flatMap(({ besides }) => besides ?? [])]);
    const reached = await countedToReach(warehouse, requests, first.each);
    const from = warehouse.provenance();
    let next = requests.length;
    for (const [index, run] of runs.entries()) {
      const whole = (await run.whole?.()) ?? run;
      const result = settled(whole, first.each[index] ?? { measured: null, issues: [] }, reached.get(index) ?? [], from);
      const { measured: besides } = (run.besides === undefined ? undefined : first.each[next]) ?? { measured: null };
      if (run.besides !== undefined) next += 1;
      yield { run, whole, result: besides === null ? result : { ...result, besides } };
    }
  } finally {
    await warehouse.close();
  }
}

/**
 * Distinct counts of running periods to the days that their data turn out to reach, by the place of their request: asked for once more, and
 * only where there are some that nobody could foresee.
 */
async function countedToReach(
  warehouse: Warehouse,
  requests: readonly MeasurementRequest[],
  each: readonly Outcome[],
): Promise<ReadonlyMap<number, readonly EvidenceSpan[]>> {
  const lacking = requests.flatMap((request, index) => {
    const measured = each[index]?.measured ?? null;
    const spans = measured === null ? [] : spansReached(request, measured);
    return spans.length === 0 ? [] : [{ index, request: { ...request, periods: [], spans } }];
  });
  if (lacking.length === 0) return new Map();
  const counted = await warehouse.measure(lacking.map(({ request }) => request));
  return new Map(lacking.map(({ index }, place) => [index, counted.each[place]?.measured?.spans ?? []]));
}

/** Measures periods of one contract and settles nothing. @throws ShellError where the warehouse refuses. */
export async function measureOnly(context: CommandContext, contract: ReadContract, request: MeasurementRequest): Promise<Outcome> {
  const warehouse = await openFor(context, contract);
  try {
    context.progress(commandText('measuring', context.locale, { contract: contract.id }));
    const { each } = await warehouse.measure([request]);
    return each[0] ?? { measured: null, issues: [] };
  } finally {
    await warehouse.close();
  }
}

function settled(
  { context, contract, input, plan }: Run,
  outcome: Outcome,
  reached: readonly EvidenceSpan[],
  provenance: ReturnType<Warehouse['provenance']>,
): RunResult {
  const { measured: evidence, issues } = outcome;
  if (evidence === null || input === null || hasErrors(issues)) return { entries: [], issues };
  context.progress(commandText('settling', context.locale, { contract: contract.id }));
  const slice: SliceEvidence = (period, request) => {
    const own = sliceEvidence(evidence, sliceOf(period, request));
    const running = request.periods.find((each) => each.period === period);
    const counts = reached.filter(({ from, terms }) => from === running?.inForce.from && terms === running.termsDigest);
    return { ...own, spans: [...own.spans, ...counts] };
  };
  const of = { engine: context.version, ...provenance, ...agreementOf(context) };
  const from = withLater(of, { commit: () => context.commit });
  const render = ledgerRenderer(input.events);
  const entries = settleRun(input, plan, slice, (body, grounds, before) => sealStatement(body, grounds, before, render, from));
  return { entries, issues };
}

/** For a statement's provenance; nothing where it is settled without a forge. */
export function agreementOf({ agreement = null }: CommandContext): { readonly agreement?: Agreement } {
  return agreement === null ? {} : { agreement };
}

/** What one statement takes of all that was measured for a run. */
export function sliceOf(period: PeriodId, request: MeasurementRequest): Slice {
  const spans = request.spans.map(({ measure, termsDigest, span }) => ({ measure, terms: termsDigest, from: span.from, to: span.to }));
  const periods = request.periods.map((each) => each.period);
  const byEarlierRules = request.periods.flatMap((each) => (each.earlierRules === undefined ? [] : [each.period]));
  return { contract: request.contract, period, asOf: request.asOf, periods, byEarlierRules, spans };
}

/** A period that is already settled is scored again under the terms it was settled on. */
function termsFor(contract: ReadContract, folder: ContractFolder, until: PeriodId | null): Terms {
  const settled = [...contract.ledger, ...(contract.later ?? [])];
  return settled.find((entry) => entry.statement.period === until)?.terms ?? folder.terms;
}
