import type { Reason } from '../attainment/value.js';
import type { Fee, Metric, Terms } from '../contract/model.js';
import { reasonText, ruleText } from '../kernel/catalogue/reasons.js';
import { type ReportKey, reportText } from '../kernel/catalogue/report.js';
import type { Party } from '../kernel/party.js';
import { type Locale, localText, type Params } from '../kernel/text.js';
import type { Trace } from '../settlement/model.js';
import { plainFigure } from './figures.js';

/** Names and sentences in one language, looked up in the terms and the catalogue. */
export interface Wording {
  readonly locale: Locale;
  readonly terms: Terms;
  readonly currency: string;
  readonly say: (key: ReportKey, params?: Params) => string;
  readonly reason: (reason: Reason) => string;
  /** A branch of a trace. */
  readonly rule: (branch: Trace['branches'][number]) => string;
  /** The party's name. */
  readonly party: (party: Party) => string;
  readonly metric: (id: string) => Metric | undefined;
  readonly kpiTitle: (id: string) => string;
  /** A metric's title; the id itself of a measure. */
  readonly metricTitle: (id: string) => string;
  readonly lineTitle: (id: string) => string;
}

export function wording(terms: Terms, locale: Locale): Wording {
  const { contract, definitions } = terms;
  const metrics = new Map(definitions.metrics.map((metric) => [metric.id, metric]));
  const say = (key: ReportKey, params: Params = {}) => reportText(key, locale, params);
  const metricTitle = (id: string) => localText(metrics.get(id)?.title ?? id, locale);
  return {
    locale,
    terms,
    currency: contract.currency,
    say,
    reason: (reason) => reasonText({ code: reason.code, with: readable(reason.with) }, locale),
    rule: (branch) => ruleText(branch.rule, readable(branch.with), locale),
    party: (party) => localText(contract.parties[party].name, locale),
    metric: (id) => metrics.get(id),
    metricTitle,
    kpiTitle: (id) => {
      const kpi = contract.kpis.find((candidate) => candidate.id === id);
      if (kpi === undefined) return id;
      return kpi.title === null ? metricTitle(kpi.metric) : localText(kpi.title, locale);
    },
    lineTitle: (id) => lineTitle(contract.fees, id, say, locale),
  };
}

/** Parameters as people read numbers. */
function readable(params: Reason['with']): Reason['with'] {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, plainFigure(value)]));
}

/** `sales` → its title; `true-up/2026-01/sales` → `True-up 2026-01`; `floor/recovery` → `Recovery of the guarantee`. */
function lineTitle(fees: readonly Fee[], id: string, say: Wording['say'], locale: Locale): string {
  const [head = id, period, ...rest] = id.split('/');
  if ((head === 'true-up' || head === 'correction') && period !== undefined && rest.length > 0) {
    return `${say(`kind.${head}`)} ${period} · ${lineTitle(fees, rest.join('/'), say, locale)}`;
  }
  if (period === 'recovery') return say('kind.recovery');
  const fee = fees.find((candidate) => candidate.id === head);
  if (fee === undefined) return id;
  if (fee.kind === 'tax') return localText(fee.label, locale);
  return fee.title === null ? say(`kind.${fee.kind}`) : localText(fee.title, locale);
}
