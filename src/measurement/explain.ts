import { distinctIssues } from '../kernel/issue.js';
import type { AskedFor, EngineSession, PaidJobs } from '../ports/engine.js';
import type { CopiedSource, Cost, Explained } from '../ports/warehouse.js';
import { useKey } from '../query/column-type.js';
import type { MeasurementRequest } from '../query/request.js';
import type { Statement } from '../query/sql.js';
import { phrase } from '../words/phrases.js';
import { foreseenOf } from './foreseen.js';
import { prepare, type Ready } from './prepare.js';
import { runPlan } from './run-plan.js';
import type { RunOptions } from './scan-run.js';

/** The statements that measuring would run; where it is paid for, the jobs that it would make, with what each would cost. */
export async function explain(
  session: EngineSession,
  requests: readonly MeasurementRequest[],
  options: RunOptions = {},
): Promise<Explained> {
  const ready = await prepare(session, requests);
  const issues = distinctIssues(ready.troubles.map(({ issue }) => issue));
  const { placeholder } = session.dialect;
  if (issues.length > 0) return { statements: [], issues, placeholder };
  if (session.paid === null)
    return { statements: await asked(session, ready, options), copies: copiesIn(session, ready), issues, placeholder };
  return { ...(await paidFor(session, session.paid, ready, options)), issues, placeholder };
}

/** The copies that statements read in the place of tables and views. */
function copiesIn({ dialect }: EngineSession, { plan, relations }: Ready): CopiedSource[] {
  return plan.sources.flatMap(({ from, uses }, index): CopiedSource[] => {
    const relation = relations[index];
    if (relation === undefined || ('table' in from && relation.path.join('.') === from.table)) return [];
    const columns = uses.flatMap(({ use, column }) => {
      const bound = relation.columns.get(useKey(use, column));
      return bound === undefined ? [] : [{ name: bound.name, column, use }];
    });
    const of = 'table' in from ? { table: from.table } : { view: from.view };
    return [{ name: relation.path.map(dialect.quote).join('.'), of, columns }];
  });
}

/** What a run asks, answered with nothing; only what a choice between ways depends on is really asked. */
async function asked(session: EngineSession, { plan, relations }: Ready, options: RunOptions): Promise<Statement[]> {
  const statements: Statement[] = [];
  const recorder = {
    dialect: session.dialect,
    paid: null,
    fault: (error: unknown, of: AskedFor) => session.fault(error, of),
    query: async (statement: Statement) => {
      if (statement.purpose === 'profile') return session.query(statement);
      statements.push(statement);
      return [];
    },
  };
  await runPlan(recorder, plan, relations, options);
  return statements;
}

async function paidFor(
  session: EngineSession,
  paid: PaidJobs,
  { plan, relations }: Ready,
  { route = 'groups' }: RunOptions,
): Promise<Required<Pick<Explained, 'statements' | 'costs'>>> {
  const statements = foreseenOf(session.dialect, plan, relations, route).flatMap(({ source, statements: foreseen }) => {
    const from = plan.sources[source]?.from;
    const of = from === undefined ? '-' : 'table' in from ? from.table : `@query.view:${from.view}`;
    return paid.jobs(foreseen).map((job) => ({ ...job, of, label: `${phrase(of, 'en')}: ${job.label}` }));
  });
  const costs: Cost[] = [];
  for (const statement of statements) costs.push(await paid.cost(statement));
  return { statements, costs };
}
