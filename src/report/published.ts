import type { PublishedColumn, PublishedRow, PublishedRun, PublishedTable } from '../kernel/published-table.js';
import { rational, toFixed } from '../kernel/rational.js';
import { localText, type Message } from '../kernel/text.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Statement } from '../settlement/model.js';

/*
 * Settled results as flat rows, for dashboards of both parties. The ledger stays the record: ratios are rounded here to the
 * nine places that every engine's NUMERIC has.
 */

const column = (name: string, type: PublishedColumn['type'], description: Message, required?: true): PublishedColumn => ({
  name,
  type,
  ...(required === undefined ? {} : { required }),
  description,
});

/** What every row says of its statement. */
const COMMON: readonly PublishedColumn[] = [
  column('contract', 'STRING', { en: 'Contract', zh: '合同' }, true),
  column('period', 'STRING', { en: 'Period', zh: '结算期' }, true),
  column('run', 'INT64', { en: 'Run of the period', zh: '该期第几次计算' }, true),
  column('period_start', 'DATE', { en: 'First day in force; NULL in a tail', zh: '首个有效日；尾期为 NULL' }),
  column('period_end', 'DATE', { en: 'Last day in force; NULL in a tail', zh: '最后有效日；尾期为 NULL' }),
  column('as_of', 'DATE', { en: 'The date it was settled as of', zh: '结算基准日' }, true),
  column('currency', 'STRING', { en: 'Currency of money', zh: '金额币种' }, true),
  column('statement_digest', 'STRING', { en: 'Digest of the statement in the ledger', zh: '账本中结算单的摘要' }, true),
];

/** One row per KPI of a period in force. */
export const SCORECARDS: PublishedTable = {
  id: 'scorecards',
  description: { en: 'What KPIs measured and scored, as settled', zh: '各 KPI 的实际值与得分（以结算为准）' },
  columns: [
    ...COMMON,
    column('kpi', 'STRING', { en: 'KPI', zh: 'KPI' }, true),
    column('title_en', 'STRING', { en: 'Its title in English', zh: '英文标题' }, true),
    column('title_zh', 'STRING', { en: 'Its title in Chinese', zh: '中文标题' }, true),
    column('actual', 'NUMERIC', { en: 'Actual; NULL where it cannot be known', zh: '实际值；无法得知时为 NULL' }),
    column('threshold', 'NUMERIC', { en: 'Threshold', zh: '门槛值' }),
    column('target', 'NUMERIC', { en: 'Target', zh: '目标值' }, true),
    column('stretch', 'NUMERIC', { en: 'Stretch', zh: '挑战值' }),
    column('attainment', 'NUMERIC', { en: 'Attainment, as a share', zh: '达成率（比例）' }),
    column('score', 'NUMERIC', { en: 'Score, as a share', zh: '得分（比例）' }),
    column('weight', 'NUMERIC', { en: 'Weight, as a share', zh: '权重（比例）' }, true),
    column(
      'state',
      'STRING',
      { en: 'scored, below_minimum, waived, missing or held', zh: 'scored、below_minimum、waived、missing 或 held' },
      true,
    ),
    column('composite', 'NUMERIC', { en: 'Composite score of the period, on every row', zh: '该期综合得分（每行重复）' }),
  ],
  partitionBy: 'period_start',
  clusterBy: ['contract', 'kpi'],
};

/** One row per line; the amounts of a statement add up to its total. */
export const STATEMENTS: PublishedTable = {
  id: 'statements',
  description: { en: 'Lines of statements; the amounts of one add up to its total', zh: '结算单各行；金额之和为总额' },
  columns: [
    ...COMMON,
    column('line', 'STRING', { en: 'Line', zh: '行' }, true),
    column('kind', 'STRING', { en: 'Kind of line', zh: '行类型' }, true),
    column('state', 'STRING', { en: 'payable, held or disputed', zh: 'payable、held 或 disputed' }, true),
    column('amount', 'NUMERIC', { en: 'What is payable', zh: '应付金额' }, true),
    column('computed', 'NUMERIC', { en: 'Of a disputed line: what was computed', zh: '争议行：计算金额' }),
    column('claimed', 'NUMERIC', { en: 'Of a disputed line: what is claimed', zh: '争议行：主张金额' }),
    column('reason', 'STRING', { en: 'Code of the reason, where there is one', zh: '原因代码（如有）' }),
    column('is_final', 'BOOL', { en: 'Whether it is the contract’s last statement', zh: '是否为合同最后一份结算单' }, true),
  ],
  partitionBy: 'as_of',
  clusterBy: ['contract', 'period'],
};

export const PUBLISHED_TABLES: readonly PublishedTable[] = [SCORECARDS, STATEMENTS];

/** The rows of each settled period for a table, in the order of the ledger; periods without rows are left out. */
export function publishedRuns(table: PublishedTable, ledger: readonly LedgerEntry[]): PublishedRun[] {
  const rowsOf = table.id === SCORECARDS.id ? scorecardRows : statementRows;
  return ledger
    .map((entry) => ({
      contract: entry.statement.contract,
      period: entry.statement.period,
      run: entry.statement.run,
      rows: rowsOf(entry),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function common({ contract, period, run, from, to, asOf, currency, digest }: Statement): PublishedRow {
  return { contract, period, run: String(run), period_start: from, period_end: to, as_of: asOf, currency, statement_digest: digest };
}

function scorecardRows({ statement, terms }: LedgerEntry): PublishedRow[] {
  const titles = new Map(terms.contract.kpis.map((kpi) => [kpi.id, kpi.title ?? kpi.id]));
  return statement.kpis.map((kpi) => {
    const title = titles.get(kpi.id) ?? kpi.id;
    return {
      ...common(statement),
      kpi: kpi.id,
      title_en: localText(title, 'en'),
      title_zh: localText(title, 'zh'),
      actual: nine(kpi.actual),
      threshold: nine(kpi.threshold),
      target: nine(kpi.target),
      stretch: nine(kpi.stretch),
      attainment: nine(kpi.attainment),
      score: nine(kpi.score),
      weight: nine(kpi.weight),
      state: kpi.state,
      composite: nine(statement.composite),
    };
  });
}

function statementRows({ statement }: LedgerEntry): PublishedRow[] {
  return statement.lines.map((line) => ({
    ...common(statement),
    line: line.id,
    kind: line.kind,
    state: line.state,
    amount: line.amount,
    computed: line.computed ?? null,
    claimed: line.claimed ?? null,
    reason: line.reason?.code ?? null,
    is_final: statement.final,
  }));
}

function nine(text: string | null): string | null {
  if (text === null) return null;
  const fixed = toFixed(rational(text), 9).replace(/\.?0+$/, '');
  return fixed === '-0' ? '0' : fixed;
}

/** Rows as a CSV file (RFC 4180) with a header; NULL is an empty field. */
export function publishedCsv({ columns }: PublishedTable, runs: readonly PublishedRun[]): string {
  const field = (value: string | boolean | null | undefined): string => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const names = columns.map(({ name }) => name);
  const lines = [names, ...runs.flatMap(({ rows }) => rows.map((row) => names.map((name) => field(row[name]))))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
