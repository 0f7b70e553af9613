import { fill, type Locale, listSeparator, localText, type Message, yamlString } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import { customersInPart } from './customers.js';
import type { Deal, Setting } from './deal.js';
import { EXPORTS, type Export, type ExportId, partsOf, siteOf } from './exports.js';
import { CUSTOMERS_OF, exportsIn, formulaOf, KPIS, type MetricId, metricsOf } from './kpis.js';

const CUSTOMER_ORDERS = 'customer_orders';
/** As the export writes it: `2026-01-31 22:40:03 -0500`. */
const PAID_AT = `strptime("Paid at", '%Y-%m-%d %H:%M:%S %z')`;

/** Units of the metrics that are no KPI. */
const BESIDE = {
  ad_spend: { unit: 'money', type: 'flow' },
  orders: { unit: 'number', type: 'flow' },
  sessions: { unit: 'number', type: 'flow' },
} as const;
const isBeside = (metric: MetricId): metric is keyof typeof BESIDE => metric in BESIDE;

/** definitions.yaml of a deal: the packs that read its exports, and the metrics made of what they measure. */
export function definitionsText(deal: Deal, { language, data }: Pick<Setting, 'language' | 'data'>): string {
  const said = DRAFTING.defined;
  const metrics = namedMetrics(deal);
  const formulas = metrics.map((metric) => formulaOf(metric, deal.exports));
  const seenTwice = seenTwiceBy(deal.exports);
  const countsCustomers = metrics.includes('cac');
  const packs = usedExports(deal);
  const read = countsCustomers && !packs.includes(CUSTOMERS_OF) ? [...packs, CUSTOMERS_OF] : packs;
  return `${[
    '# yaml-language-server: $schema=../../schemas/definitions.schema.json',
    `# ${data === null ? localText(said.tables, language) : fill(said.folders, language, { data })}`,
    `#   ${read.map((id) => (data === null ? EXPORTS[id].table.replace('/', '.') : `${data}/${EXPORTS[id].table}/`)).join('  ')}`,
    `# ${localText(said.custodian, language)}`,
    ...unsaidLines(deal, language, said).map((line) => `# ${line}`),
    'use:',
    ...packs.map((id) => `  - ${useOf(id, deal)}`),
    ...(countsCustomers ? customers(deal, language) : []),
    'metrics:',
    ...metrics.map((metric, at) => {
      const { unit, type } = isBeside(metric) ? BESIDE[metric] : KPIS[metric];
      const decimals =
        unit === 'number' && type === 'flow' ? ', decimals: 0' : type === 'ratio' ? `, decimals: ${unit === 'share' ? 1 : 2}` : '';
      const title = yamlString(localText(DRAFTING.titles[metric], language));
      return `  ${metric}: { title: ${title}, formula: ${formulas[at]}, unit: ${unit}, type: ${type}${decimals} }`;
    }),
    ...reconciled(seenTwice, language),
  ].join('\n')}\n`;
}

/** The exports of which a contract uses something. */
function usedExports(deal: Deal): readonly ExportId[] {
  const formulas = namedMetrics(deal).map((metric) => formulaOf(metric, deal.exports));
  return exportsIn([...formulas, ...seenTwiceBy(deal.exports)], deal.exports);
}

/** Of which exports the contract's currency and time zone are taken, a line for those of which it is the same. */
export function unsaidLines(
  deal: Deal,
  language: Locale,
  words: Readonly<Record<`unsaid-${NonNullable<Export['unsaid']>}`, Message>>,
): readonly string[] {
  const used = usedExports(deal);
  return (['currency', 'currency-zone'] as const).flatMap((unsaid) => {
    const exports = used.filter((id) => EXPORTS[id].unsaid === unsaid);
    const { currency, timezone } = deal;
    return exports.length === 0
      ? []
      : [fill(words[`unsaid-${unsaid}`], language, { exports: exports.join(listSeparator(language)), currency, timezone })];
  });
}

/** How the days of a file are taken to be written that nobody was asked of; null: no export is so. */
export const siteTaken = (deal: Deal): ReturnType<typeof siteOf> | null =>
  usedExports(deal).includes('tiktok-shop') ? siteOf(deal.currency) : null;

/** What the shop and web analytics both saw. */
function seenTwiceBy(exports: readonly ExportId[]): readonly string[] {
  const shop = exports.includes('shopify') ? partsOf(['shopify'], 'sales') : [];
  const seen = partsOf(exports, 'seen');
  return shop.length === 0 || seen.length === 0 ? [] : [...shop, ...seen];
}

function reconciled([left, right]: readonly string[], language: Setting['language']): string[] {
  if (left === undefined || right === undefined) return [];
  return [
    `# ${localText(DRAFTING.defined.reconcile, language)}`,
    'reconcile:',
    `  - { id: shop-vs-ga4, left: ${left}, right: ${right}, tolerance: 10%, onBreach: flag }`,
  ];
}

/** Every metric that the contract names or that a named one is made of, each once. */
function namedMetrics({ kpis, commission, wager, minSpend }: Deal): readonly MetricId[] {
  const minimums = kpis.flatMap(({ kpi }) => {
    const { restsOn } = KPIS[kpi];
    return restsOn === null || (restsOn === 'ad_spend' && minSpend === null) ? [] : [restsOn];
  });
  const base: MetricId[] = commission !== null || wager !== null ? ['revenue'] : [];
  return [...new Set([...base, ...minimums, ...kpis.map(({ kpi }) => kpi)].flatMap(metricsOf))];
}

function useOf(id: ExportId, deal: Deal): string {
  const { pack, parameters } = EXPORTS[id];
  const told = { pack, custodian: 'brand', ...parameters?.(deal) };
  return `{ ${Object.entries(told)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;
}

function customers(deal: Deal, language: Setting['language']): string[] {
  const said = DRAFTING.defined;
  const part = customersInPart(deal, language);
  const params = { shop: part?.shop ?? '', others: part?.others ?? '' };
  const definition = yamlString(
    part === null ? localText(said.new_customers, language) : fill(said['new_customers-part'], language, params),
  );
  const title = yamlString(localText(DRAFTING.titles.new_customers, language));
  return [
    'facts:',
    `  # ${localText(DRAFTING.defined.customers, language)}`,
    `  ${CUSTOMER_ORDERS}: { view: ${CUSTOMER_ORDERS}, grain: [order_id], custodian: brand }`,
    'measures:',
    `  new_customers: { title: ${title}, definition: ${definition}, of: ${CUSTOMER_ORDERS}, count: rows, when: paid_at, where: { is_first: true } }`,
  ];
}

/** The contract's views by their file names below its folder, for each engine: none where no new customers are counted. */
export function viewTexts({ kpis }: Pick<Deal, 'kpis'>, { language }: Pick<Setting, 'language'>): ReadonlyMap<string, string> {
  if (!kpis.some(({ kpi }) => kpi === 'cac')) return new Map();
  const comment = `-- ${localText(DRAFTING.defined.view, language)}`;
  const table = EXPORTS[CUSTOMERS_OF].table.replace('/', '.');
  return new Map([
    [
      `views/${CUSTOMER_ORDERS}.duckdb.sql`,
      `${comment}
SELECT
  "Name" AS order_id,
  ${PAID_AT} AS paid_at,
  "Email" IS NOT NULL
    AND row_number() OVER (PARTITION BY lower(trim("Email")) ORDER BY ${PAID_AT}, "Name") = 1 AS is_first
FROM ${table}
WHERE "Paid at" IS NOT NULL AND "Financial Status" IN ('paid', 'partially_refunded', 'refunded')
`,
    ],
    [
      `views/${CUSTOMER_ORDERS}.bigquery.sql`,
      `${comment}
SELECT
  Name AS order_id,
  \`Paid at\` AS paid_at,
  Email IS NOT NULL
    AND ROW_NUMBER() OVER (PARTITION BY LOWER(TRIM(Email)) ORDER BY \`Paid at\`, Name) = 1 AS is_first
FROM ${table}
WHERE \`Paid at\` IS NOT NULL AND \`Financial Status\` IN ('paid', 'partially_refunded', 'refunded')
`,
    ],
  ]);
}
