import type { PublishedColumn, PublishedTable } from './published-table.js';
import type { Message } from './text.js';

/*
 * The tables in which results are shown to both parties, as data: publishing writes them, provisioning makes them.
 */

const column = (name: string, type: PublishedColumn['type'], description: Message, required?: true): PublishedColumn => ({
  name,
  type,
  ...(required === undefined ? {} : { required }),
  description,
});

const CONTRACT = column('contract', 'STRING', { en: 'Contract', zh: '合同' }, true);
const PERIOD = column('period', 'STRING', { en: 'Period', zh: '结算期' }, true);
const CURRENCY = column('currency', 'STRING', { en: 'Currency of money', zh: '金额币种' }, true);

/** What every row says of its statement. */
const COMMON: readonly PublishedColumn[] = [
  CONTRACT,
  PERIOD,
  column('run', 'INT64', { en: 'Run of the period', zh: '该期第几次计算' }, true),
  column('period_start', 'DATE', { en: 'First day in force; NULL in a tail', zh: '首个有效日；尾期为 NULL' }),
  column('period_end', 'DATE', { en: 'Last day in force; NULL in a tail', zh: '最后有效日；尾期为 NULL' }),
  column('as_of', 'DATE', { en: 'The date it was settled as of', zh: '结算的数据截至日' }, true),
  CURRENCY,
  column('statement_digest', 'STRING', { en: 'Digest of the statement in the ledger', zh: '账本中结算单的校验码' }, true),
];

/** One row per KPI of a period in force. */
export const SCORECARDS: PublishedTable = {
  id: 'scorecards',
  description: { en: 'What KPIs measured and scored, as settled', zh: '各考核指标的实际值与得分（以结算为准）' },
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
  description: { en: 'Lines of statements; the amounts of one add up to its total', zh: '结算单各项目；金额之和为总额' },
  columns: [
    ...COMMON,
    column('line', 'STRING', { en: 'Line', zh: '项目' }, true),
    column('kind', 'STRING', { en: 'Kind of line', zh: '项目类型' }, true),
    column('state', 'STRING', { en: 'payable, held or disputed', zh: 'payable、held 或 disputed' }, true),
    column('amount', 'NUMERIC', { en: 'What is payable', zh: '应付金额' }, true),
    column('computed', 'NUMERIC', { en: 'Of a disputed line: what was computed', zh: '争议项目：计算金额' }),
    column('claimed', 'NUMERIC', { en: 'Of a disputed line: what is claimed', zh: '争议项目：主张金额' }),
    column('reason', 'STRING', { en: 'Code of the reason, where there is one', zh: '原因代码（如有）' }),
    column('is_final', 'BOOL', { en: 'Whether it is the contract’s last statement', zh: '是否为合同最后一份结算单' }, true),
  ],
  partitionBy: 'as_of',
  clusterBy: ['contract', 'period'],
};

/** One row per measure, day and currency that a statement rests on: sums and counts only, no row of anybody. */
export const EVIDENCE: PublishedTable = {
  id: 'evidence',
  description: { en: 'Daily sums and counts that statements rest on', zh: '结算单所依据的每日合计与计数' },
  columns: [
    ...COMMON,
    column('measured_period', 'STRING', { en: 'The period whose days were measured', zh: '所计量日期所属的结算期' }, true),
    column('measure', 'STRING', { en: 'Measure', zh: '度量' }, true),
    column('day', 'DATE', { en: 'Local day; NULL for a distinct count of the whole period', zh: '当地日期；整期去重计数为 NULL' }),
    column('day_currency', 'STRING', { en: 'Currency of the sum, before conversion', zh: '合计的币种（折算前）' }),
    column('row_count', 'INT64', { en: 'Rows counted', zh: '计入的行数' }, true),
    column('value', 'NUMERIC', { en: 'Sum or count; NULL for a day of a distinct count', zh: '合计或计数；去重计数的单日为 NULL' }),
  ],
  partitionBy: 'as_of',
  clusterBy: ['contract', 'measure'],
};

/** One row per KPI, gate and line of a running period, and one of their total, as they looked on one day: forecasts, which pay nothing. */
export const OUTLOOKS: PublishedTable = {
  id: 'outlooks',
  description: {
    en: 'What running periods may come to, day by day: forecasts, which pay nothing',
    zh: '进行中结算期的期末预测（逐日）：仅为预测，不产生付款',
  },
  columns: [
    CONTRACT,
    PERIOD,
    column('run', 'INT64', { en: 'Day of the period that it was made on, from 1', zh: '作出预测的日子为本期第几天，自 1 起' }, true),
    column('period_start', 'DATE', { en: 'First day in force', zh: '首个有效日' }, true),
    column('period_end', 'DATE', { en: 'Last day in force', zh: '最后有效日' }, true),
    column('as_of', 'DATE', { en: 'The day it was made on', zh: '作出预测的日期' }, true),
    CURRENCY,
    column('through', 'DATE', {
      en: 'The last day that every fact covers; NULL: none of the period',
      zh: '各事实表的数据均完整的最后一日；本期尚无则为 NULL',
    }),
    column('days_gone', 'INT64', { en: 'Days with all their data', zh: '数据完整的天数' }, true),
    column('days_left', 'INT64', { en: 'Days without', zh: '尚余天数' }, true),
    column('scenarios', 'INT64', { en: 'How many scenarios were settled', zh: '逐次结算的情形数' }, true),
    column('kind', 'STRING', { en: 'kpi, gate, line or total', zh: 'kpi、gate、line 或 total' }, true),
    column('id', 'STRING', { en: 'KPI, gate or line; total', zh: '考核指标、前置条件或结算项目的 ID；合计为 total' }, true),
    column('title_en', 'STRING', { en: 'Its title in English', zh: '英文标题' }, true),
    column('title_zh', 'STRING', { en: 'Its title in Chinese', zh: '中文标题' }, true),
    column('to_date', 'NUMERIC', { en: 'What the days known come to; NULL of money', zh: '截至目前的结果；金额为 NULL' }),
    column('expected', 'NUMERIC', { en: 'Middle of the scenarios; of money, their mean', zh: '各情形的中位数；金额为平均数' }),
    column('low', 'NUMERIC', { en: 'A tenth of the scenarios end below', zh: '十分之一的情形低于此值' }),
    column('high', 'NUMERIC', { en: 'A tenth of the scenarios end above', zh: '十分之一的情形高于此值' }),
    column('target', 'NUMERIC', { en: 'Target of a KPI, limit of a gate', zh: '考核指标的目标值、前置条件的限值' }),
    column('chance', 'NUMERIC', {
      en: 'Share of scenarios that reach it; of a line, in which it is not 0; never 0 or 1',
      zh: '达到的情形占比；结算项目为不为 0 的情形占比；不会是 0 或 1',
    }),
    column('reason', 'STRING', { en: 'Code of why there is no range', zh: '无区间的原因代码' }),
  ],
  partitionBy: 'as_of',
  clusterBy: ['contract', 'period'],
};

/** What is filled from ledgers. */
export const SETTLED_TABLES: readonly PublishedTable[] = [SCORECARDS, STATEMENTS, EVIDENCE];

export const PUBLISHED_TABLES: readonly PublishedTable[] = [...SETTLED_TABLES, OUTLOOKS];

/** What the parties look at, and what is shared with their viewers. */
export const DASHBOARD_TABLES: readonly PublishedTable[] = [SCORECARDS, STATEMENTS, OUTLOOKS];
