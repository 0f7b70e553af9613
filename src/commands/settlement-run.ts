import type { ContractFolder } from '../contract/load-contract.js';
import type { Terms } from '../contract/model.js';
import { type Slice, sliceEvidence } from '../evidence/slice.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { commandText } from '../kernel/catalogue/command-text.js';
import type { Issue } from '../kernel/issue.js';
import type { MeasurementRequest } from '../query/request.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Agreement } from '../settlement/model.js';
import { sealStatement } from '../settlement/replay.js';
import { planNext, planRun, type RunInput, type RunPlan, type SliceEvidence, settleRun } from '../settlement/run.js';
import type { CommandContext } from './context.js';
import { ledgerRenderer } from './report-context.js';
import type { ReadContract } from './repository.js';
import { openFor } from './warehouse.js';

/** The date a command reckons with: `--as-of`, else today in the contract's zone. */
export function asOfFor(context: CommandContext, zone: string): LocalDate {
  return context.asOf ?? context.today(zone);
}

export interface RunResult {
  readonly entries: readonly LedgerEntry[];
  readonly issues: readonly Issue[];
}

/**
 * Measures what is needed and settles in memory: all that is due, or every period up to `until` for a preview or a
 * scorecard. Earlier periods of a preview that are not settled yet are settled in memory first.
 */
export async function runInMemory(context: CommandContext, contract: ReadContract, until: PeriodId | null): Promise<RunResult> {
  const ledger = until === null ? contract.ledger : contract.ledger.filter((entry) => entry.statement.period < until);
  return runPlanned(context, contract, { ledger, terms: (folder) => termsFor(contract, folder, until) }, (input) => planRun(input, until));
}

/** Measures and settles in memory only the first period that is due. */
export async function runNext(context: CommandContext, contract: ReadContract): Promise<RunResult> {
  return runPlanned(context, contract, { ledger: contract.ledger, terms: ({ terms }) => terms }, planNext);
}

interface Basis {
  readonly ledger: readonly LedgerEntry[];
  readonly terms: (folder: ContractFolder) => Terms;
}

async function runPlanned(
  context: CommandContext,
  contract: ReadContract,
  { ledger, terms }: Basis,
  planOf: (input: RunInput) => RunPlan,
): Promise<RunResult> {
  const { folder } = contract;
  if (folder === null) return { entries: [], issues: contract.issues };
  const asOf = asOfFor(context, folder.terms.contract.calendar.timezone);
  const input: RunInput = { terms: terms(folder), events: folder.events, ledger, asOf };
  const plan = planOf(input);
  if (plan.request === null) return { entries: [], issues: [] };
  const warehouse = await openFor(context, contract);
  try {
    context.progress(commandText('measuring', context.locale, { contract: contract.id }));
    const { measured, issues } = await warehouse.measure([plan.request]);
    const evidence = measured.get(contract.id);
    if (evidence === undefined || issues.some((issue) => issue.severity === 'error')) return { entries: [], issues };
    context.progress(commandText('settling', context.locale, { contract: contract.id }));
    const slice: SliceEvidence = (period, request) => sliceEvidence(evidence, sliceOf(period, request));
    const from = { engine: context.version, commit: context.commit, ...warehouse.provenance(), ...agreementOf(context) };
    const render = ledgerRenderer(folder.events);
    const entries = settleRun(input, plan, slice, (body, of, before) => sealStatement(body, of, before, render, from));
    return { entries, issues };
  } finally {
    await warehouse.close();
  }
}

/** For a statement's provenance; nothing where it is settled without a forge. */
export function agreementOf({ agreement = null }: CommandContext): { readonly agreement?: Agreement } {
  return agreement === null ? {} : { agreement };
}

function sliceOf(period: PeriodId, request: MeasurementRequest): Slice {
  const spans = request.spans.map(({ measure, termsDigest, span }) => ({ measure, terms: termsDigest, from: span.from, to: span.to }));
  const periods = request.periods.map((each) => each.period);
  const byEarlierRules = request.periods.flatMap((each) => (each.earlierRules === undefined ? [] : [each.period]));
  return { contract: request.contract, period, asOf: request.asOf, periods, byEarlierRules, spans };
}

/** A period that is already settled is scored again under the terms it was settled on. */
function termsFor(contract: ReadContract, folder: ContractFolder, until: PeriodId | null): Terms {
  return contract.ledger.find((entry) => entry.statement.period === until)?.terms ?? folder.terms;
}
