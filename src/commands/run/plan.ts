import type { PeriodId } from '../../kernel/calendar.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { CopiedSource, Cost, ExplainedStatement } from '../../ports/warehouse.js';
import { scanPrice } from '../../query/scan-price.js';
import { labelled, parenthesis, separator } from '../../report/punctuation.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { periodFor } from '../../running/period-score.js';
import { asOfFor } from '../../running/reckoned.js';
import { selectContract } from '../../running/select.js';
import { openFor } from '../../running/warehouse.js';
import { planRun } from '../../settlement/run.js';
import { commandText } from '../../words/command-text.js';
import { phrase } from '../../words/phrases.js';
import { costParams } from './query-cost.js';

export interface PlanOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  readonly period: PeriodId | null;
}

/** `concord plan`: the queries that scoring a period would run, without running them. */
export async function plan(context: CommandContext, options: PlanOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract, { until: context.asOf });
  if (contract === null) return failed(issues, new Map(), 2);
  const { folder } = contract;
  if (folder === null) return failed(contract.issues, contract.texts);
  const period = periodFor(context, contract, options.period);
  if (typeof period !== 'string') return failed([period.issue], contract.texts, 2);
  const asOf = asOfFor(context, folder.terms.contract.calendar.timezone);
  const ledger = contract.ledger.filter((entry) => entry.statement.period < period);
  const { request } = planRun({ terms: folder.terms, events: folder.events, ledger, asOf }, period);
  if (request === null) return { ended: 0, report: { document: () => ({ queries: [] }), blocks: () => [] } };
  const warehouse = await openFor(context, contract);
  try {
    const { statements, costs, copies = [], issues: found, placeholder } = await warehouse.explain([request]);
    if (found.length > 0) return failed(found, contract.texts);
    const queries = statements.map((statement, index) => ({ statement, cost: costs?.[index] ?? null }));
    const blocks: Report['blocks'] = (locale) => {
      const total = costs === undefined ? '' : `\n-- ${commandText('plan-cost-total', locale, costParams(costs))}\n`;
      const text = copiesText(copies, locale) + queries.map((query) => queryText(locale, query, placeholder)).join('\n') + total;
      return [{ kind: 'code', language: 'sql', text }];
    };
    return {
      ended: 0,
      report: { document: () => ({ ...(copies.length === 0 ? {} : { copies }), queries: queries.map(queryDocument) }), blocks },
    };
  } finally {
    await warehouse.close();
  }
}

/** What the names in the queries are, where they are those of copies that nobody has outside a run. */
function copiesText(copies: readonly CopiedSource[], locale: Locale): string {
  if (copies.length === 0) return '';
  const said = copies.map(({ name, of, columns }) => {
    const from =
      'table' in of ? commandText('plan-table', locale, { name: of.table }) : commandText('plan-view', locale, { name: of.view });
    const listed = columns.map(
      (each) => `${each.name} = ${each.column}${parenthesis(commandText(`doctor-use.${each.use}`, locale), locale)}`,
    );
    return [labelled(`-- ${name}`, from, locale), ...listed.map((each) => `--   ${each}`)].join('\n');
  });
  return `-- ${commandText('plan-copies', locale)}\n${said.join('\n')}\n\n`;
}

interface Query {
  readonly statement: ExplainedStatement;
  /** Null where reading costs nothing. */
  readonly cost: Cost | null;
}

function queryDocument({ statement: { label, sql, params }, cost }: Query): object {
  if (cost === null) return { label, sql, params };
  const { bytes, billed } = cost;
  return { label, sql, params, bytes: String(bytes), billedBytes: String(billed), estimatedUsd: scanPrice(billed) };
}

function queryText(locale: Locale, { statement, cost }: Query, placeholder: (index: number) => string): string {
  const { of, titles, sql, params } = statement;
  const title = titles.map((each) => phrase(each, locale)).join(separator(locale));
  const bound = params.map((param, index) => `-- ${placeholder(index + 1)} = ${JSON.stringify(param.value)}\n`).join('');
  const told = cost === null ? '' : `-- ${commandText('plan-cost', locale, costParams([cost]))}\n`;
  return `-- ${of === undefined ? title : labelled(phrase(of, locale), title, locale)}\n${told}${sql};\n${bound}`;
}
