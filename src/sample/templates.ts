import { CONTRACT_NAME, contractFolder, DEFINITIONS_NAME, WORKSPACE_FILE } from '../contract/paths.js';
import { addDays, daysInclusive, type Every, type LocalDate, periodOf, shiftPeriod } from '../kernel/calendar.js';
import { inOneLine, type Message, yamlString } from '../kernel/text.js';

/** A contract to start from: a folder of `templates/`. */
export interface Template {
  readonly name: string;
  readonly title: Message;
  readonly summary: Message;
  /** The calendar it is written for. */
  readonly every: Every;
  /** Its files below `templates/<name>/`. */
  readonly files: readonly string[];
  /** The packs of downloads that it names whose columns no table of BigQuery can have. */
  readonly ofFilesAlone?: readonly string[];
}

const META = ['meta-ads-export@1'];

export const TEMPLATES: readonly Template[] = [
  {
    name: 'media-buying',
    title: { en: 'Media buying', zh: '广告投放' },
    summary: {
      en: 'Paid media by ROAS, cost per new customer and refunds: retainer, bonus, deduction, cap; monthly',
      zh: '按投产比、新客成本与退款率考核：固定服务费、奖金、扣款、封顶；按月',
    },
    every: 'month',
    files: [CONTRACT_NAME, DEFINITIONS_NAME, 'views/customer_orders.duckdb.sql', 'views/customer_orders.bigquery.sql'],
    ofFilesAlone: META,
  },
  {
    name: 'performance',
    title: { en: 'Performance', zh: '效果合作' },
    summary: {
      en: 'Retainer, commission on revenue in tiers, bonus for ROAS and cost per new customer, a bet on the term; monthly',
      zh: '固定服务费、销售额分档提成、投产比与新客成本奖金、合同期对赌；按月',
    },
    every: 'month',
    files: [CONTRACT_NAME, DEFINITIONS_NAME, 'views/customer_orders.duckdb.sql', 'views/customer_orders.bigquery.sql'],
    ofFilesAlone: META,
  },
  {
    name: 'full-service',
    title: { en: 'Full service', zh: '全案代运营' },
    summary: {
      en: 'Running a shop for a commission on net revenue, with a margin gate, a guarantee and a cap; monthly',
      zh: '店铺代运营，按净销售额提成，含毛利门槛、保底与封顶；按月',
    },
    every: 'month',
    files: [CONTRACT_NAME, DEFINITIONS_NAME],
    ofFilesAlone: META,
  },
  {
    name: 'cro',
    title: { en: 'Conversion rate optimisation', zh: '转化率优化' },
    summary: {
      en: 'Conversion rate and revenue per visit: retainer, bonus, a milestone, deduction; monthly',
      zh: '按转化率与每次访问销售额考核：固定服务费、奖金、里程碑、扣款；按月',
    },
    every: 'month',
    files: [CONTRACT_NAME, DEFINITIONS_NAME],
  },
  {
    name: 'logistics',
    title: { en: 'Logistics', zh: '仓配物流' },
    summary: {
      en: 'Delivery on time, damage and cost per parcel: paid per parcel, with bonus and deduction; weekly',
      zh: '按准时率、破损率与单件成本考核：按件计费，含奖金与扣款；按周',
    },
    every: 'week',
    files: [CONTRACT_NAME, DEFINITIONS_NAME, 'views/parcels.duckdb.sql', 'views/parcels.bigquery.sql'],
  },
  {
    name: 'wager',
    title: { en: 'Wager on sales', zh: '对赌' },
    summary: {
      en: 'A launch with a wager on the sales of the term, a milestone and a recoverable guarantee; quarterly',
      zh: '新店启动，对整个合同期销售额对赌，含里程碑与可回收保底；按季',
    },
    every: 'quarter',
    files: [CONTRACT_NAME, DEFINITIONS_NAME],
    ofFilesAlone: META,
  },
];

/** The workspace of a new relationship, beside the template folders. */
export const WORKSPACE_TEMPLATE = 'workspace.yaml';

/** What a new contract needs to be told. */
export interface TemplateValues {
  readonly id: string;
  readonly brand: string;
  readonly provider: string;
  /** People of workspace.yaml; the shipped workspace names two of each side. */
  readonly brandSignatories: readonly string[];
  readonly providerSignatories: readonly string[];
  readonly currency: string;
  readonly timezone: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The people that the shipped workspace.yaml names. */
export const TEMPLATE_SIGNATORIES = {
  brand: ['brand_lead', 'brand_finance'],
  provider: ['provider_lead', 'provider_account'],
} as const;

/**
 * Fills a template: root-relative path → text, ready to be checked. Nothing is judged here; `check` says what a value
 * like an unknown currency does wrong.
 *
 * @param sources the template's files by their names in {@link Template.files}; `workspace.yaml` too where the relationship has none yet
 */
export function renderTemplate(
  template: Template,
  sources: ReadonlyMap<string, string>,
  values: TemplateValues,
): ReadonlyMap<string, string> {
  const places = placesOf(template, values);
  const rendered = new Map<string, string>();
  for (const [name, source] of sources) {
    const path = name === WORKSPACE_TEMPLATE ? WORKSPACE_FILE : `${contractFolder(values.id)}/${name}`;
    rendered.set(path, filled(source, places));
  }
  return rendered;
}

/** The workspace of a new relationship. @param source the shipped {@link WORKSPACE_TEMPLATE} */
export function renderWorkspace(source: string, parties: Pick<TemplateValues, 'brand' | 'provider'>): string {
  return filled(source, namesOf(parties));
}

function filled(source: string, places: ReadonlyMap<string, string>): string {
  return source.replace(/\{\{(\w+)\}\}/g, (whole, place: string) => places.get(place) ?? whole);
}

/** In a comment a name must not end the line. */
function namesOf({ brand, provider }: Pick<TemplateValues, 'brand' | 'provider'>): ReadonlyMap<string, string> {
  return new Map([
    ['brand_name', inOneLine(brand)],
    ['provider_name', inOneLine(provider)],
  ]);
}

/** What stands for each `{{place}}`, as YAML. */
function placesOf(template: Template, values: TemplateValues): ReadonlyMap<string, string> {
  const first = periodOf(values.from, template.every);
  const period = (steps: number) => shiftPeriod(first, template.every, steps);
  return new Map([
    ['id', values.id],
    ['title', yamlString(`${values.brand} x ${values.provider}`)],
    ['brand', yamlString(values.brand)],
    ['provider', yamlString(values.provider)],
    ...namesOf(values),
    ['brand_signatories', `[${values.brandSignatories.join(', ')}]`],
    ['provider_signatories', `[${values.providerSignatories.join(', ')}]`],
    ['currency', values.currency],
    ['timezone', values.timezone],
    ['from', values.from],
    ['to', values.to],
    ['midterm', addDays(values.from, Math.floor(daysInclusive(values.from, values.to) / 2))],
    ['first_period', first],
    ['later_period', period(6)],
    ['before_1', period(-1)],
    ['before_2', period(-2)],
    ['before_3', period(-3)],
  ]);
}
