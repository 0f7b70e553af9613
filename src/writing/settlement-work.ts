import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { LocalDate, Micros, PeriodId } from '../kernel/calendar.js';
import type { ShellError } from '../ports/failure.js';
import type { Forge } from '../ports/forge-writes.js';
import type { ProposalScene } from '../reading/settlement-branch.js';
import type { CommandContext } from '../running/context.js';
import type { ReadContract } from '../running/repository.js';
import type { RunResult } from '../running/settlement-run.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';

/** One contract whose periods are proposed. */
export interface ProposalWork {
  readonly context: CommandContext & { readonly asOf: LocalDate };
  readonly scene: ProposalScene & { readonly forge: Forge };
  readonly contract: ReadContract;
  readonly terms: Terms;
  readonly events: readonly ContractEvent[];
  /** When the run began to read, by the forge's clock. */
  readonly now: Micros;
  readonly dryRun: boolean;
  /** What was measured beforehand, with other contracts; by {@link runKey}. Each is used once. */
  readonly foreseen: Map<string, RunResult | ShellError>;
  /** The statements that were found proposed and replay to the same bytes: what a workbook may be made of. */
  readonly proposed: Map<PeriodId, LedgerEntry>;
}
