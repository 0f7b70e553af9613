import type { Message } from '../kernel/text.js';

/** The sentences of a term sheet about what is measured, and how. */
export const SHEET_DEFINITIONS = {
  metric: { en: 'The metric {id}, titled {title}, is {text}.', zh: '指标 {id}（{title}）的算式为{text}。' },
  'metric.is': { en: 'It is {unit}, and {type}.', zh: '单位为{unit}，属{type}。' },
  decimals: { en: 'It is shown with {decimals} {decimals:decimal|decimals}.', zh: '显示 {decimals} 位小数。' },
  measure: { en: 'The measure {id} is {definition}.', zh: '度量 {id} 为{definition}。' },
  'aggregate.sum': { en: 'It adds up the column {column} of the rows of {of}.', zh: '对 {of} 各行的 {column} 列求和。' },
  'aggregate.rows': { en: 'It counts the rows of {of}.', zh: '对 {of} 计行数。' },
  'aggregate.distinct': { en: 'It counts the different values in the column {column} of {of}.', zh: '对 {of} 的 {column} 列去重计数。' },
  when: { en: 'A row belongs to the day that its column {column} tells.', zh: '各行按其 {column} 列归入当日。' },
  'when.zone': {
    en: 'A row belongs to the day that its column {column} tells by the clock of {zone}.',
    zh: '各行按其 {column} 列（{zone} 当地时间）归入当日。',
  },
  where: { en: 'Only rows count of which this is true: {where}.', zh: '仅计入满足以下条件的行：{where}。' },
  'currency.column': { en: 'The column {column} tells the currency of each amount.', zh: '各笔金额的币种见 {column} 列。' },
  'currency.code': { en: 'Its amounts are in {code}.', zh: '其金额以 {code} 计。' },
  'nulls.undefined': { en: 'A row without a value leaves the whole unknown.', zh: '任何一行无数值的，该度量未定义。' },
  'nulls.zero': { en: 'A row without a value counts as zero.', zh: '无数值的行按零计。' },
  by: { en: 'For reading alone it is divided by {by}.', zh: '仅供阅读，按 {by} 拆分。' },
  'fact.table': {
    en: 'The fact {id} is the table {table}; {custodian} keeps it.',
    zh: '事实表 {id} 取自数据表 {table}，数据保管方为{custodian}。',
  },
  'fact.view': {
    en: 'The fact {id} is the view {view}; {custodian} keeps it.',
    zh: '事实表 {id} 取自视图 {view}，数据保管方为{custodian}。',
  },
  grain: { en: 'No two of its rows have the same {grain}.', zh: '主键为 {grain}，不得重复。' },
  'grain.none': { en: 'Its rows have no key.', zh: '不设主键。' },
  'freshness.none': { en: 'It is complete as far as its latest row.', zh: '数据完整至其最新一行。' },
  'freshness.own': {
    en: 'It is complete up to the latest time in its column {column}.',
    zh: '数据完整至其 {column} 列的最新时刻。',
  },
  'freshness.own.where': {
    en: 'It is complete up to the latest time in its column {column}, of rows of which this is true: {where}.',
    zh: '数据完整至其 {column} 列的最新时刻，仅计入满足以下条件的行：{where}。',
  },
  'freshness.table': {
    en: 'It is complete up to the latest time in the column {column} of the table {table}.',
    zh: '数据完整至数据表 {table} 的 {column} 列的最新时刻。',
  },
  'freshness.table.where': {
    en: 'It is complete up to the latest time in the column {column} of the table {table}, of rows of which this is true: {where}.',
    zh: '数据完整至数据表 {table} 的 {column} 列的最新时刻，仅计入满足以下条件的行：{where}。',
  },
  format: { en: 'Its files are written so: {format}.', zh: '其文件格式为：{format}。' },
  columns: { en: 'Its columns are {columns}.', zh: '其各列为：{columns}。' },
  fx: {
    en: 'Money of other currencies is converted at the last rate on or before its day, at most {days} {days:day|days} old, from the fact {fact}: the column {date} has the day, {currency} the currency, {rate} {inverted}.',
    zh: '外币金额按当日汇率折算，当日没有的，取此前 {days} 天内最近一日的汇率；汇率取自事实表 {fact}：{date} 列为日期，{currency} 列为币种，{rate} 列为{inverted}。',
  },
  reconcile: {
    en: 'Check {id}: {left} and {right} differ by at most {tolerance} of the larger; where they differ by more, {onBreach}.',
    zh: '对账 {id}：{left} 与 {right} 的差异不超过较大者的 {tolerance}；超过的，{onBreach}。',
  },
  'view.both': {
    en: 'The view {name} is the SQL text for DuckDB with the digest {duckdb}, and for BigQuery with the digest {bigquery}.',
    zh: '视图 {name} 为 SQL 文本：DuckDB 文本的校验码为 {duckdb}，BigQuery 文本的校验码为 {bigquery}。',
  },
  'view.duckdb': {
    en: 'The view {name} is the SQL text for DuckDB with the digest {duckdb}.',
    zh: '视图 {name} 为 SQL 文本：DuckDB 文本的校验码为 {duckdb}。',
  },
  'view.bigquery': {
    en: 'The view {name} is the SQL text for BigQuery with the digest {bigquery}.',
    zh: '视图 {name} 为 SQL 文本：BigQuery 文本的校验码为 {bigquery}。',
  },
  'view.empty': { en: 'The view {name} has no SQL text.', zh: '视图 {name} 没有 SQL 文本。' },
  season: { en: 'For forecasts alone, the season {name} falls on {dates}.', zh: '仅供预测：活动期{name}为{dates}。' },
  factor: { en: 'Its days are expected to bring {factor} times an ordinary day.', zh: '预计其每日为平日的 {factor} 倍。' },
  'factor.none': { en: 'No multiple of an ordinary day is declared for it.', zh: '未写明其为平日的几倍。' },
  basis: { en: 'What is expected of it is learned from {basis}.', zh: '其预期参照{basis}。' },
  'basis.none': { en: 'It is learned from no earlier days.', zh: '不参照以往日期。' },
  tree: { en: 'For reading alone, {metric} is taken apart into {factors}.', zh: '仅供阅读：{metric} 拆解为 {factors}。' },
} as const satisfies Readonly<Record<string, Message>>;
