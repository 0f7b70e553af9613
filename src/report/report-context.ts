import type { KeptRows } from '../attainment/kept-rows.js';
import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { WrongSign } from '../evidence/wrong-signs.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Money } from '../kernel/money.js';
import type { Maturing } from '../outlook/maturity.js';
import type { Outlook } from '../outlook/model.js';
import type { WhyReached } from '../outlook/why.js';
import type { ComputedTwice } from '../settlement/computed-twice.js';
import type { HoldSince } from '../settlement/end-of-hold.js';
import type { CarriedLine } from '../settlement/line-life.js';
import type { KpiResult, StatementBody } from '../settlement/model.js';
import type { Refund } from '../settlement/refunds.js';
import type { SettledSince } from '../settlement/settled-since.js';

/** An independent measuring of a period, and whether it speaks of the evidence that the statement stands on: `same` may be as other evidence. */
export interface Witness {
  readonly event: EventOf<'witness'>;
  readonly isOfThis: boolean;
}

/** A statement made later than another, as far as that other's page says anything of it. */
export type LaterStatement = Pick<StatementBody, 'period' | 'asOf' | 'lines' | 'open' | 'events'>;

/** What has come of a settled period since its statement: statements made later, oldest first, and events that its own did not count. */
export interface Later {
  readonly statements: readonly LaterStatement[];
  /** What has been paid for it, oldest first. */
  readonly payments: readonly EventOf<'payment'>[];
  readonly events: readonly ContractEvent[];
}

/** What a report is read with: the terms the period is settled on, the events that counted, and earlier statements. */
export interface ReportContext {
  readonly terms: Terms;
  /** Earlier periods, in any order. Without them there is no trend. */
  readonly history: readonly { readonly period: PeriodId; readonly kpis: readonly KpiResult[]; readonly evidenceDigest?: string }[];
  /** The events that the document counted: who paid, reviewed, disputed, terminated. */
  readonly events: readonly ContractEvent[];
  /** The statement before: what held a line, and which events are new. Null for the first. */
  readonly before: Pick<StatementBody, 'asOf' | 'events' | 'carried'> | null;
  /** What counted as settled of the line that a dispute's true-up is of before the statement that lists it, by the dispute's file. */
  readonly disputedFrom: ReadonlyMap<string, Money>;
  /** What of statements in the brand's favour is still to be paid back after this one; absent where the statements before are not known. */
  readonly refunds?: readonly Refund[];
  /** What frozen lines come to as the statement measures them, by `<period>/<line>`; absent where its evidence was not read. */
  readonly frozenAt?: ReadonlyMap<string, string>;
  /** What exclusions leave of the period, by KPI; absent where there are none. */
  readonly kept?: ReadonlyMap<string, KeptRows>;
  /** Data of a scorecard whose sign a formula does not expect; absent in the ledger, whose statements say nothing of it. */
  readonly signs?: readonly WrongSign[];
  /** The period of the scorecard is settled: at what, and what has changed since. */
  readonly settled?: SettledSince;
  /** How the lines of a scorecard stand, with all that holds them: its document has the first cause of each. A statement has its own. */
  readonly carried?: readonly CarriedLine[];
  /** The repository's page on its forge, for links to forms; absent in the ledger, whose bytes are the same wherever it lies. */
  readonly repository?: string;
  /** The day that the page is of, for what could be done until then; absent: that of the document. */
  readonly today?: LocalDate;
  /** What is open and owed on that day, whatever was paid since; absent in the ledger, whose statements say what was so on their own. */
  readonly now?: Pick<StatementBody, 'asOf' | 'balance' | 'open'> & { readonly refunds: readonly Refund[] };
  /** The statement is a preview: nothing is settled by it, so it has no run and no deadlines. */
  readonly preview?: true;
  /** What moved with what, where a KPI was missed; no page of the ledger has it. */
  readonly why?: WhyReached;
  /** What the period may come to when all its data are in; no page of the ledger has it. */
  readonly maturing?: Maturing;
  /** Who has measured the period since it was settled; no page of the ledger has it. */
  readonly witnesses?: readonly Witness[];
  /** What has come of a settled period since its statement; no page of the ledger has it. */
  readonly later?: Later;
  /** Of held lines that are explained, by id: what later statements have made of them. */
  readonly holds?: ReadonlyMap<string, HoldSince>;
  /** The true-up that is explained, as its line was computed then and is now. */
  readonly twice?: ComputedTwice;
  /** What the running period may come to; no page of the ledger has it. */
  readonly outlook?: Outlook;
}
