import type { Clause } from '../contract/model.js';
import type { TextRow } from '../evidence/decode-rows.js';
import type { DateRange } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import type { Trouble } from '../query/check-plan.js';
import type { Relation } from '../query/column-type.js';
import type { Dialect } from '../query/dialects/dialect.js';
import type { MeasureReading, QueryPlan, Source } from '../query/plan.js';
import type { MeasurementRequest } from '../query/request.js';
import type { Statement } from '../query/sql.js';
import type { Check, Cost, Warehouse } from './warehouse.js';

/*
 * What the algorithm of measuring (src/measurement/) asks of an engine. What an engine need not have is null, so that none leaves
 * it out unseen; which engine it is, nobody asks.
 */

/** A source made ready, or what is wrong with it. */
export type Resolved = { readonly relation: Relation } | { readonly troubles: readonly Trouble[] };

/** What runs statements; the order of the rows of a result means nothing. */
export interface RowSource {
  readonly dialect: Dialect;
  query(statement: Statement): Promise<readonly TextRow[]>;
}

/** What an engine that is paid by the job does for whom it would cost. */
export interface PaidJobs {
  /** Told what will be asked next, reads it in as few jobs as it can; `query` then answers from what was read. */
  foresee(statements: readonly Statement[]): Promise<void>;
  /** The jobs that this would be; nothing is run. */
  jobs(statements: readonly Statement[]): readonly Statement[];
  cost(job: Statement): Promise<Cost>;
}

/** What a statement was asked for: the clause that messages stand at, and the table, view or fact that they name. */
export interface AskedFor {
  readonly clause: Clause;
  readonly table: string;
}

/** What a plan is run on. */
export interface PlanRunner extends RowSource {
  readonly paid: PaidJobs | null;
  /** The issue that an error of a statement means. @throws the error itself where it ends everything that was asked. */
  fault(error: unknown, asked: AskedFor): Issue;
}

/** An engine while it answers one call: what is made ready for it is of one state. */
export interface EngineSession extends PlanRunner {
  /** Whether the data can be reached at all; one issue or none. */
  connection(): Promise<Check>;
  resolve(source: Source, index: number): Promise<Resolved>;
  /** A source as it is without any rows. */
  readonly empty: ((source: Source) => Promise<Relation>) | null;
  /** Looks for what can be measured and is still not what was meant. A relation that was refused is not there. */
  readonly look: ((plan: QueryPlan, relations: readonly (Relation | undefined)[]) => Promise<readonly Check[]>) | null;
  /** Where in the files the first rows of a measure stand that have no amount or no currency: `a.csv:4`, `a.csv:5`. */
  readonly emptyAmounts:
    | ((
        plan: QueryPlan,
        relations: readonly (Relation | undefined)[],
        reading: MeasureReading,
        days: DateRange,
      ) => Promise<readonly string[]>)
    | null;
  /** A check with the rows that its issues are about, for whoever sits before the data. */
  readonly withRows: ((check: Check) => Promise<Check>) | null;
  /** Lets go of what was made ready. */
  release(): Promise<void>;
}

/** An engine over somebody's data. */
export interface Engine extends Pick<Warehouse, 'name' | 'publish' | 'provenance' | 'spent' | 'close'> {
  /** Answers one call. @param requests all that is asked in it. @throws ShellError where the engine itself fails. */
  session<T>(requests: readonly MeasurementRequest[], work: (session: EngineSession) => Promise<T>): Promise<T>;
}
