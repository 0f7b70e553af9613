import type { Terms } from '../contract/model.js';
import { daysInclusive } from '../kernel/calendar.js';
import type { PublishedRow, PublishedRun } from '../kernel/published-table.js';
import type { GateOutlook, KpiOutlook, MoneyOutlook, Outlook } from '../outlook/model.js';
import { outlookText } from '../words/outlook.js';
import { nine } from './published.js';
import { type Wording, wording } from './wording.js';

/** An outlook as flat rows: of each KPI, gate and line, and of their total. One of each day of a period is kept. */
export function publishedOutlook(outlook: Outlook, terms: Terms): PublishedRun {
  const { contract, period, from, to, asOf } = outlook;
  const run = daysInclusive(from, asOf);
  const titles = (title: (words: Wording) => string) => ({ title_en: title(wording(terms, 'en')), title_zh: title(wording(terms, 'zh')) });
  const common: PublishedRow = {
    contract,
    period,
    run: String(run),
    period_start: from,
    period_end: to,
    as_of: asOf,
    currency: outlook.currency,
    through: outlook.through,
    days_gone: String(outlook.daysGone),
    days_left: String(outlook.daysLeft),
    scenarios: String(outlook.scenarios),
  };
  const kpis = outlook.kpis.map((kpi) => ({
    ...common,
    kind: 'kpi',
    id: kpi.id,
    ...titles((words) => words.kpiTitle(kpi.id)),
    ...measured(kpi, 'target'),
    low: nine(kpi.range?.low ?? null),
    high: nine(kpi.range?.high ?? null),
  }));
  const gates = outlook.gates.map((gate) => ({
    ...common,
    kind: 'gate',
    id: gate.id,
    ...titles((words) => words.metricTitle(gate.metric)),
    ...measured(gate, 'gate'),
    low: null,
    high: null,
  }));
  const lines = outlook.fees.map((fee) => ({
    ...common,
    kind: 'line',
    id: fee.id,
    ...titles((words) => words.lineTitle(fee.id)),
    ...amounts(fee),
    chance: nine(fee.chance),
    reason: null,
  }));
  const total = {
    ...common,
    kind: 'total',
    id: 'total',
    ...titles(({ locale }) => outlookText('total', locale)),
    ...amounts(outlook.total),
    chance: null,
    reason: outlook.none?.code ?? null,
  };
  return { contract, period, run, rows: [...kpis, ...gates, ...lines, total] };
}

/** A KPI or gate against the one of its levels that it is published with. */
function measured({ toDate, expected, levels, none }: KpiOutlook | GateOutlook, against: 'target' | 'gate') {
  const level = levels.find((each) => each.level === against);
  return {
    to_date: nine(toDate),
    expected: nine(expected),
    target: nine(level?.value ?? null),
    chance: nine(level?.chance ?? null),
    reason: none?.code ?? null,
  };
}

function amounts(money: MoneyOutlook | null) {
  return { to_date: null, expected: money?.expected ?? null, low: money?.low ?? null, high: money?.high ?? null, target: null };
}
