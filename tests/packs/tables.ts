/*
 * Rows of the real exports' shape, nested records included, told once for both engines: as Parquet files for DuckDB and as
 * tables of the GoogleSQL evaluator.
 */

export type SqlType = 'STRING' | 'INT64' | 'FLOAT64' | 'BOOL' | 'DATE' | 'DATETIME' | 'TIMESTAMP' | 'JSON' | 'STRUCT';

export interface Field {
  readonly name: string;
  readonly type: SqlType;
  readonly mode?: 'REPEATED';
  readonly fields?: readonly Field[];
  /** Of BigQuery alone: can be asked for by name, but is not among `*`. */
  readonly pseudo?: boolean;
}

export type Cell = string | boolean | null | readonly Cell[] | { readonly [field: string]: Cell };

export interface Table {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly Cell[])[];
}

const DUCKDB: Readonly<Record<Exclude<SqlType, 'STRUCT'>, string>> = {
  STRING: 'VARCHAR',
  INT64: 'BIGINT',
  FLOAT64: 'DOUBLE',
  BOOL: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'TIMESTAMP',
  JSON: 'JSON',
  TIMESTAMP: 'TIMESTAMP WITH TIME ZONE',
};

function duckdbType(field: Field): string {
  const inner = (field.fields ?? []).map((part) => `"${part.name}" ${duckdbType(part)}`).join(', ');
  const type = field.type === 'STRUCT' ? `STRUCT(${inner})` : DUCKDB[field.type];
  return field.mode === 'REPEATED' ? `${type}[]` : type;
}

/** The table as a SELECT of DuckDB's; pseudo columns are not in its files. */
export function duckdbSelect({ fields, rows }: Table): string {
  const shown = fields.map((field, index) => ({ field, index })).filter(({ field }) => field.pseudo !== true);
  const value = ({ field, index }: (typeof shown)[number], row: readonly Cell[]): string => {
    const cell = row[index] ?? null;
    const text = cell === null ? 'NULL' : `'${(typeof cell === 'object' ? JSON.stringify(cell) : String(cell)).replaceAll("'", "''")}'`;
    return `CAST(${typeof cell === 'object' && cell !== null ? `CAST(${text} AS JSON)` : text} AS ${duckdbType(field)}) AS "${field.name}"`;
  };
  const select = (row: readonly Cell[]) => `SELECT ${shown.map((column) => value(column, row)).join(', ')}`;
  return rows.length === 0 ? `${select([])} LIMIT 0` : rows.map(select).join(' UNION ALL ');
}

export const of = (type: SqlType, ...names: readonly string[]): Field[] => names.map((name) => ({ name, type }));

export const table = (fields: readonly Field[], rows: readonly Readonly<Record<string, Cell>>[]): Table => ({
  fields,
  rows: rows.map((row) => {
    const unknown = Object.keys(row).filter((name) => !fields.some((field) => field.name === name));
    if (unknown.length > 0) throw new RangeError(`no column ${unknown.join(', ')}`);
    return fields.map(({ name }) => row[name] ?? null);
  }),
});

const PARAM: readonly Field[] = [
  ...of('STRING', 'key'),
  {
    name: 'value',
    type: 'STRUCT',
    fields: [...of('STRING', 'string_value'), ...of('INT64', 'int_value'), ...of('FLOAT64', 'float_value', 'double_value')],
  },
];

export const EVENTS: readonly Field[] = [
  ...of('STRING', 'event_date', 'event_name', 'user_pseudo_id', 'stream_id'),
  ...of('INT64', 'event_timestamp'),
  { name: 'event_params', type: 'STRUCT', mode: 'REPEATED', fields: PARAM },
  {
    name: 'ecommerce',
    type: 'STRUCT',
    fields: [...of('STRING', 'transaction_id'), ...of('FLOAT64', 'purchase_revenue', 'purchase_revenue_in_usd', 'refund_value')],
  },
  { name: '_TABLE_SUFFIX', type: 'STRING', pseudo: true },
];

export interface EventMore {
  readonly currency?: string;
  readonly transaction?: string;
  /** The id as a tag sends it that does not fill `ecommerce`: a number or a text. */
  readonly parameter?: number | string;
  readonly revenue?: string;
  readonly refund?: string;
  readonly stream?: string;
}

/** One event: its table's day, its instant, its name and user, with session, currency and purchase where it has them. */
export function event(day: string, at: string, name: string, user: string | null, more: EventMore = {}): Record<string, Cell> {
  const param = (key: string, string: string | null, int: string | null): Cell => ({
    key,
    value: { string_value: string, int_value: int, float_value: null, double_value: null },
  });
  const params = [param('ga_session_id', null, `${day}${user?.length ?? 0}`), param('page_location', 'https://shop.example/', null)];
  if (more.currency !== undefined) params.push(param('currency', more.currency, null));
  const id = more.parameter;
  if (id !== undefined)
    params.push(param('transaction_id', typeof id === 'string' ? id : null, typeof id === 'number' ? String(id) : null));
  return {
    event_date: day,
    event_name: name,
    user_pseudo_id: user,
    stream_id: more.stream ?? '1001',
    event_timestamp: String(Date.parse(at) * 1000),
    event_params: params,
    ecommerce: {
      transaction_id: more.transaction ?? null,
      purchase_revenue: more.revenue ?? null,
      purchase_revenue_in_usd: null,
      refund_value: more.refund ?? null,
    },
    _TABLE_SUFFIX: day,
  };
}

const GBP = { currency: 'GBP' };

function ga4Events(lastTable: string): Table {
  return table(EVENTS, [
    event('20260401', '2026-04-01T10:00:00Z', 'page_view', 'u1'),
    event('20260401', '2026-04-01T10:05:00Z', 'purchase', 'u1', { ...GBP, transaction: 'T1', revenue: '100.10' }),
    // The thank-you page was opened again, twice: the same transaction.
    event('20260401', '2026-04-01T10:06:00Z', 'purchase', 'u1', { ...GBP, transaction: 'T1', revenue: '100.10' }),
    event('20260402', '2026-04-02T08:00:00Z', 'purchase', 'u1', { ...GBP, transaction: 'T1', revenue: '100.10' }),
    event('20260410', '2026-04-10T08:00:00Z', 'purchase', 'u22', { currency: 'gbp', transaction: 'T2', revenue: '200.20' }),
    // A tag that sends no currency.
    event('20260411', '2026-04-11T08:00:00Z', 'purchase', 'u22', { transaction: 'T3', revenue: '19.99' }),
    // Without an id nobody can tell repetitions: each counts.
    event('20260412', '2026-04-12T08:00:00Z', 'purchase', 'u333', { ...GBP, transaction: '(not set)', revenue: '5' }),
    event('20260412', '2026-04-12T09:00:00Z', 'purchase', 'u333', { ...GBP, transaction: '', revenue: '5' }),
    event('20260415', '2026-04-15T09:00:00Z', 'refund', 'u1', { ...GBP, transaction: 'T1', refund: '10' }),
    // 23:30 in UTC is past midnight in London's summer: May.
    event('20260430', '2026-04-30T23:30:00Z', 'purchase', 'u4444', { ...GBP, transaction: 'T4', revenue: '1000' }),
    event(lastTable, `${lastTable.slice(0, 4)}-${lastTable.slice(4, 6)}-${lastTable.slice(6)}T09:00:00Z`, 'page_view', 'u1'),
  ]);
}

const ORDER: readonly Field[] = [
  ...of('INT64', 'id', 'customer_id'),
  ...of('TIMESTAMP', 'created_at', 'processed_at', 'cancelled_at', '_fivetran_synced'),
  ...of('STRING', 'financial_status', 'currency', 'presentment_currency', 'total_price_set'),
  ...of('BOOL', 'test', '_fivetran_deleted'),
  ...of('FLOAT64', 'subtotal_price', 'total_discounts', 'total_price'),
];

function order(
  id: string,
  customer: string | null,
  at: string,
  subtotal: string,
  more: Readonly<Record<string, Cell>> = {},
): Record<string, Cell> {
  return {
    id,
    customer_id: customer,
    created_at: at,
    processed_at: at,
    _fivetran_synced: '2026-05-10T00:00:00Z',
    financial_status: 'paid',
    currency: 'GBP',
    presentment_currency: 'EUR',
    total_price_set: '{"shop_money":{"amount":"1.00","currency_code":"GBP"},"presentment_money":{"amount":"1.15","currency_code":"EUR"}}',
    test: false,
    _fivetran_deleted: false,
    subtotal_price: subtotal,
    total_discounts: '0',
    total_price: subtotal,
    ...more,
  };
}

const SHOPIFY: Readonly<Record<string, Table>> = {
  order: table(ORDER, [
    order('1', '11', '2026-04-01T00:30:00Z', '100.10'),
    // Half past midnight of 1 April in London.
    order('2', '12', '2026-03-31T23:30:00Z', '200.20', { financial_status: 'partially_refunded' }),
    order('3', '13', '2026-04-03T10:00:00Z', '900', { test: true }),
    order('4', '14', '2026-04-04T10:00:00Z', '300', { cancelled_at: '2026-04-05T10:00:00Z', financial_status: 'refunded' }),
    order('5', '15', '2026-04-05T10:00:00Z', '50', { financial_status: 'pending' }),
    order('6', '16', '2026-04-06T10:00:00Z', '70', { _fivetran_deleted: true }),
    order('7', '11', '2026-04-20T10:00:00Z', '19.99'),
    order('8', '17', '2026-02-08T10:00:00Z', '60'),
    order('9', '17', '2026-04-08T10:00:00Z', '60'),
    order('10', null, '2026-04-09T10:00:00Z', '40.01'),
    order('11', '18', '2026-04-30T23:30:00Z', '5000'),
  ]),
  refund: table(
    [...of('INT64', 'id', 'order_id'), ...of('TIMESTAMP', 'created_at', 'processed_at', '_fivetran_synced')],
    [
      { id: '21', order_id: '2', created_at: '2026-04-10T10:00:00Z', processed_at: '2026-04-10T10:00:00Z' },
      // Goodwill: no line is named.
      { id: '22', order_id: '1', created_at: '2026-04-11T10:00:00Z' },
      { id: '23', order_id: '4', created_at: '2026-04-05T10:00:00Z', processed_at: '2026-04-05T10:00:00Z' },
      { id: '24', order_id: '2', created_at: '2026-05-02T10:00:00Z', processed_at: '2026-05-02T10:00:00Z' },
      { id: '25', order_id: '6', created_at: '2026-04-12T10:00:00Z', processed_at: '2026-04-12T10:00:00Z' },
    ],
  ),
  order_line_refund: table(
    [...of('INT64', 'id', 'refund_id', 'order_line_id', 'quantity'), ...of('FLOAT64', 'subtotal', 'total_tax')],
    [
      { id: '31', refund_id: '21', order_line_id: '1', quantity: '1', subtotal: '30.05', total_tax: '6.01' },
      { id: '32', refund_id: '21', order_line_id: '2', quantity: '2', subtotal: '20', total_tax: '4' },
      { id: '33', refund_id: '23', order_line_id: '4', quantity: '1', subtotal: '300', total_tax: '60' },
      { id: '34', refund_id: '24', order_line_id: '3', quantity: '1', subtotal: '50', total_tax: '10' },
      { id: '35', refund_id: '25', order_line_id: '6', quantity: '1', subtotal: '70', total_tax: '14' },
    ],
  ),
  order_adjustment: table(
    [...of('INT64', 'id', 'order_id', 'refund_id'), ...of('FLOAT64', 'amount', 'tax_amount'), ...of('STRING', 'kind', 'reason')],
    [
      { id: '41', order_id: '2', refund_id: '21', amount: '-5', tax_amount: '-1', kind: 'shipping_refund', reason: 'Shipping refund' },
      {
        id: '42',
        order_id: '1',
        refund_id: '22',
        amount: '-10',
        tax_amount: '0',
        kind: 'refund_discrepancy',
        reason: 'Refund discrepancy',
      },
    ],
  ),
};

const STATS: readonly Field[] = [
  ...of('INT64', 'customer_id', 'campaign_id', 'metrics_cost_micros', 'metrics_clicks', 'metrics_impressions'),
  ...of('FLOAT64', 'metrics_conversions', 'metrics_conversions_value'),
  ...of('DATE', 'segments_date', '_DATA_DATE', '_LATEST_DATE'),
  ...of('STRING', 'segments_ad_network_type', 'segments_device', 'segments_slot'),
];

function stats(day: string, device: string, micros: string, clicks: string, value: string): Record<string, Cell> {
  return {
    customer_id: '4152637485',
    campaign_id: '1',
    metrics_cost_micros: micros,
    metrics_clicks: clicks,
    metrics_conversions_value: value,
    segments_date: day,
    _DATA_DATE: day,
    _LATEST_DATE: '2026-05-14',
    segments_ad_network_type: 'SEARCH',
    segments_device: device,
  };
}

const ACCOUNT: readonly Field[] = [
  ...of('INT64', 'customer_id'),
  ...of('STRING', 'customer_currency_code', 'customer_time_zone'),
  ...of('DATE', '_DATA_DATE', '_LATEST_DATE'),
];
const account = (day: string, currency: string) => ({
  customer_id: '4152637485',
  customer_currency_code: currency,
  customer_time_zone: 'Europe/London',
  _DATA_DATE: day,
  _LATEST_DATE: '2026-05-14',
});

const GOOGLE: Readonly<Record<string, Table>> = {
  ads_CampaignBasicStats_4152637485: table(STATS, [
    stats('2026-03-31', 'MOBILE', '7000000', '7', '7'),
    stats('2026-04-05', 'MOBILE', '60123456', '40', '120.5'),
    stats('2026-04-05', 'DESKTOP', '1', '0', '0'),
    stats('2026-04-30', 'MOBILE', '20000000', '10', '33.3'),
  ]),
  ads_Customer_4152637485: table(ACCOUNT, [account('2026-04-30', 'USD'), account('2026-05-14', 'GBP')]),
};

const AD: readonly string[] = ['AdAccountId', 'CampaignId', 'AdSetId', 'AdId'];
const ad = (day: string) => ({ DateStart: day, DateEnd: day, AdAccountId: 'act_77', CampaignId: 'c', AdSetId: 's', AdId: 'a' });

const FACEBOOK: Readonly<Record<string, Table>> = {
  AdAccounts: table(of('STRING', 'ID', 'AccountId', 'Currency', 'TimezoneName'), [
    { ID: 'act_77', AccountId: '77', Currency: 'GBP', TimezoneName: 'Europe/London' },
    // Once per transfer run.
    { ID: 'act_77', AccountId: '77', Currency: 'GBP', TimezoneName: 'Europe/London' },
  ]),
  AdInsights: table(
    [...of('DATE', 'DateStart', 'DateEnd'), ...of('STRING', ...AD), ...of('FLOAT64', 'Spend'), ...of('INT64', 'Clicks', 'Impressions')],
    [
      { ...ad('2026-04-06'), Spend: '30.30', Clicks: '12', Impressions: '900' },
      { ...ad('2026-04-30'), Spend: '10', Clicks: '3', Impressions: '300' },
      { ...ad('2026-05-01'), Spend: '77', Clicks: '9', Impressions: '700' },
    ],
  ),
  AdInsightsActions: table(
    [...of('DATE', 'DateStart', 'DateEnd'), ...of('STRING', ...AD, 'ActionCollection', 'ActionType'), ...of('FLOAT64', 'ActionValue')],
    [
      { ...ad('2026-04-06'), ActionCollection: 'Actions', ActionType: 'omni_purchase', ActionValue: '2' },
      { ...ad('2026-04-06'), ActionCollection: 'ActionValues', ActionType: 'omni_purchase', ActionValue: '150.5' },
      { ...ad('2026-04-06'), ActionCollection: 'ActionValues', ActionType: 'offsite_conversion.fb_pixel_purchase', ActionValue: '150.5' },
      { ...ad('2026-04-30'), ActionCollection: 'ActionValues', ActionType: 'omni_purchase', ActionValue: '49.5' },
    ],
  ),
};

const within = (dataset: string, tables: Readonly<Record<string, Table>>): [string, Table][] =>
  Object.entries(tables).map(([name, each]) => [`${dataset}.${name}`, each]);

/** Everything that the UK contract reads, by `dataset.table`; the daily GA4 tables are one. */
export function tables(lastGa4Table = '20260505'): ReadonlyMap<string, Table> {
  return new Map([
    ...within('shopify_uk', SHOPIFY),
    ...within('google_ads', GOOGLE),
    ...within('facebook_ads', FACEBOOK),
    ['analytics_309871245.events', ga4Events(lastGa4Table)],
  ]);
}
