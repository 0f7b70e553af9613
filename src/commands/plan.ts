import type { PeriodId } from '../kernel/calendar.js';
import { documentText } from '../kernel/canonical.js';
import type { Statement } from '../query/sql.js';
import { planRun } from '../settlement/run.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed } from './issue-output.js';
import { periodFor } from './score.js';
import { selectContract } from './select.js';
import { asOfFor } from './settlement-run.js';
import { openFor } from './warehouse.js';

export interface PlanOptions {
  readonly contract: string;
  readonly period: PeriodId | null;
}

/** `concord plan`: the queries that scoring a period would run, without running them. */
export async function plan(context: CommandContext, options: PlanOptions): Promise<CommandResult> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(context, issues, new Map(), 2);
  const { folder } = contract;
  if (folder === null) return failed(context, contract.issues, contract.texts);
  const period = periodFor(context, contract, options.period);
  if (typeof period !== 'string') return failed(context, [period.issue], contract.texts, 2);
  const asOf = asOfFor(context, folder.terms.contract.calendar.timezone);
  const ledger = contract.ledger.filter((entry) => entry.statement.period < period);
  const { request } = planRun({ terms: folder.terms, events: folder.events, ledger, asOf }, period);
  if (request === null) return { exitCode: 0, output: '' };
  const warehouse = await openFor(context, contract);
  try {
    const { statements, issues: found } = await warehouse.explain([request]);
    if (found.length > 0) return failed(context, found, contract.texts);
    if (context.format === 'json') return { exitCode: 0, output: documentText({ queries: statements }) };
    return { exitCode: 0, output: statements.map(queryText).join('\n') };
  } finally {
    await warehouse.close();
  }
}

function queryText({ label, sql, params }: Statement): string {
  const bound = params.map((param, index) => `-- $${index + 1} = ${JSON.stringify(param.value)}\n`).join('');
  return `-- ${label}\n${sql};\n${bound}`;
}
