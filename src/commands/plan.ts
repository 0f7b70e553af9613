import type { PeriodId } from '../kernel/calendar.js';
import { documentText } from '../kernel/canonical.js';
import { commandText } from '../kernel/catalogue/command-text.js';
import { rational, sum, toFixed } from '../kernel/rational.js';
import { bigquery } from '../query/bigquery.js';
import { duckdb } from '../query/duckdb.js';
import { scanPrice, USD_PER_TIB } from '../query/scan-price.js';
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
    const { statements, bytes, issues: found } = await warehouse.explain([request]);
    if (found.length > 0) return failed(context, found, contract.texts);
    const queries = statements.map((statement, index) => ({ statement, bytes: bytes?.[index] ?? null }));
    if (context.format === 'json') return { exitCode: 0, output: documentText({ queries: queries.map(queryDocument) }) };
    const { placeholder } = DIALECTS[warehouse.name];
    const total =
      bytes === undefined
        ? ''
        : `\n-- ${costText(
            context,
            'plan-cost-total',
            bytes.reduce((sum, each) => sum + each, 0n),
            bytes,
          )}\n`;
    return { exitCode: 0, output: queries.map((query) => queryText(context, query, placeholder)).join('\n') + total };
  } finally {
    await warehouse.close();
  }
}

const DIALECTS = { duckdb, bigquery };

interface Query {
  readonly statement: Statement;
  /** Null where reading costs nothing. */
  readonly bytes: bigint | null;
}

function queryDocument({ statement: { label, sql, params }, bytes }: Query): object {
  const cost = bytes === null ? {} : { bytes: String(bytes), estimatedUsd: scanPrice(bytes) };
  return { label, sql, params, ...cost };
}

function queryText(context: CommandContext, { statement, bytes }: Query, placeholder: (index: number) => string): string {
  const { label, sql, params } = statement;
  const bound = params.map((param, index) => `-- ${placeholder(index + 1)} = ${JSON.stringify(param.value)}\n`).join('');
  const cost = bytes === null ? '' : `-- ${costText(context, 'plan-cost', bytes, [bytes])}\n`;
  return `-- ${label}\n${cost}${sql};\n${bound}`;
}

/** Bytes and about what reading them costs; each query is billed on its own. */
function costText(context: CommandContext, key: 'plan-cost' | 'plan-cost-total', bytes: bigint, each: readonly bigint[]): string {
  const usd = toFixed(sum(each.map((one) => rational(scanPrice(one)))), 4);
  return commandText(key, context.locale, { bytes: String(bytes), usd, rate: USD_PER_TIB });
}
