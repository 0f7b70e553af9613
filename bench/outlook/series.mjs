import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/*
 * Real series by day, from data that lies beside the repository, never in it (licences). `use` says what a series was for: `chosen`
 * decided the rule, `seen` was looked at while it was made and changed it once, `held out` was looked at when it was made, and changed nothing.
 */

const DATA = process.env.CONCORD_REAL_DATA ?? resolve(import.meta.dirname, '../../../shared/data');
const VALID = "order_status not in ('canceled', 'unavailable')";
const ORDERS = `read_parquet('${DATA}/olist/orders_flat.parquet')`;
const CDNOW = `read_parquet('${DATA}/cdnow/purchases.parquet')`;
const ADS = `read_parquet('${DATA}/online_advertising_2020q2/ads_daily.parquet')`;

/** Days of the data that are whole: Olist breaks off on 2018-08-29, so that August is no month to be measured by. */
const OLIST = { from: '2017-01-01', to: '2018-07-31' };
const SHOP = { from: '1997-04-01', to: '1998-06-30' };
const ADVERTISING = { from: '2020-04-01', to: '2020-06-30' };

export const present = existsSync(DATA);

const olist = (sum, where = VALID) => `select cast(purchased_at as date) as day, ${sum} as value from ${ORDERS} where ${where} group by 1`;
const cdnow = (sum, where = 'true') => `select purchase_date as day, ${sum} as value from ${CDNOW} where ${where} group by 1`;
const ads = (sum) => `select day, ${sum} as value from ${ADS} group by 1`;
const state = (code) => olist('sum(items_value)', `${VALID} and customer_state = '${code}'`);
const ordersOf = (code) => olist('count(*)', `${VALID} and customer_state = '${code}'`);
const newCustomers = `select day, count(*) as value from (select customer_no, min(cast(purchased_at as date)) as day from ${ORDERS} where ${VALID} group by 1) group by 1`;

const named = (use, days, texts) => Object.entries(texts).map(([name, sql]) => ({ name, use, days, sql }));
const states = (codes) => Object.fromEntries(codes.map((code) => [`GMV ${code}`, state(code)]));

/** The series of the design, and those that were kept for the end. */
export const SERIES = [
  ...named('chosen', OLIST, {
    GMV: olist('sum(items_value)'),
    orders: olist('count(*)'),
    'new customers': newCustomers,
    ...states(['SP', 'RJ', 'MG', 'RS', 'PR']),
  }),
  ...named('seen', OLIST, states(['SC', 'BA', 'DF', 'ES', 'GO'])),
  ...named('chosen', SHOP, { CDNOW: cdnow('sum(amount_usd)') }),
  ...named('held out', OLIST, {
    ...states(['PE', 'CE', 'PA', 'MT', 'MA', 'MS', 'PB']),
    'orders SP': ordersOf('SP'),
    'orders RJ': ordersOf('RJ'),
    'orders PE': ordersOf('PE'),
    deliveries: `select cast(delivered_at as date) as day, count(*) as value from ${ORDERS} where delivered_at is not null group by 1`,
    cancellations: olist('count(*)', `not (${VALID})`),
  }),
  ...named('held out', SHOP, { 'CDNOW orders': cdnow('count(*)'), 'CDNOW large orders': cdnow('count(*)', 'cds >= 3') }),
];

const ratio = (name, days, over, under) => ({ name, days, over, under });

/** Ratios, each as its two sides. */
export const RATIOS = [
  ratio('order value', OLIST, olist('sum(items_value)'), olist('count(*)')),
  ratio('share of new customers', OLIST, newCustomers, olist('count(*)')),
  ratio('cancellations per order', OLIST, olist('count(*)', `not (${VALID})`), olist('count(*)')),
  ratio('order value SP', OLIST, state('SP'), ordersOf('SP')),
  ratio('order value RJ', OLIST, state('RJ'), ordersOf('RJ')),
  ratio('order value PE', OLIST, state('PE'), ordersOf('PE')),
  ratio('share of SP', OLIST, state('SP'), olist('sum(items_value)')),
  ratio('CDNOW basket', SHOP, cdnow('sum(amount_usd)'), cdnow('count(*)')),
  ratio('ROAS', ADVERTISING, ads('sum(post_click_sales_usd)'), ads('sum(advertiser_spend_usd)')),
  ratio('sales per click', ADVERTISING, ads('sum(post_click_sales_usd)'), ads('sum(clicks)')),
  ratio('spend per click', ADVERTISING, ads('sum(advertiser_spend_usd)'), ads('sum(clicks)')),
];

export const dayNumber = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Reads texts of `select day, value` as numbers by day, without gaps. */
export async function reader() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const known = new Map();
  return async ({ from, to }, sql) => {
    const key = `${from} ${sql}`;
    if (known.has(key)) return known.get(key);
    const start = dayNumber(from);
    const values = new Float64Array(dayNumber(to) - start + 1);
    const found = await connection.runAndReadAll(
      `select cast(day as varchar), cast(coalesce(value, 0) as double) from (${sql}) order by 1`,
    );
    for (const [day, value] of found.getRows()) {
      const place = dayNumber(day) - start;
      if (place >= 0 && place < values.length) values[place] = value;
    }
    known.set(key, { start, values });
    return known.get(key);
  };
}

/** A cohort day is looked at for so many days; what is booked later is left out on all sides. */
const LAGS = 90;

/** Deliveries by the day of purchase, in orders and in value, of all and of two states that nothing was chosen by. */
export async function cohortTables() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const first = dayNumber(OLIST.from);
  const days = dayNumber('2018-08-29') - first + 1;
  const table = async (use, name, amount, where) => {
    const lag = "date_diff('day', cast(purchased_at as date), cast(delivered_at as date))";
    const rows = await connection.runAndReadAll(
      `select cast(purchased_at as date)::varchar as day, ${lag} as lag, sum(${amount})::double as value from ${ORDERS} where ${where} group by 1, 2`,
    );
    const cohorts = { exposure: new Float64Array(days), booked: new Float64Array(days * LAGS), lags: LAGS };
    for (const { day, lag: after, value } of rows.getRowObjects()) {
      const at = dayNumber(day) - first;
      if (at < 0 || at >= days) continue;
      cohorts.exposure[at] += value ?? 0;
      const late = after === null ? -1 : Number(after);
      if (late >= 0 && late < LAGS && at + late < days) cohorts.booked[at * LAGS + late] += value ?? 0;
    }
    const months = [];
    // months with 180 days before them, and a month after their lock to come in
    for (let date = new Date('2017-07-01T00:00:00Z'); ; date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))) {
      const from = date.getTime() / 86_400_000 - first;
      const to = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000 - first - 1;
      if (to + 45 >= days) break;
      months.push({ from, to });
    }
    return { name, use, cohorts, months };
  };
  return Promise.all([
    table('chosen', 'delivered orders', '1', 'true'),
    table('chosen', 'delivered value', 'coalesce(items_value, 0)', 'true'),
    ...['SP', 'RJ', 'MG', 'RS', 'BA'].map((code) => table('held out', `delivered orders ${code}`, '1', `customer_state = '${code}'`)),
  ]);
}
