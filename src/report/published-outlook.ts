import type { Terms } from '../contract/model.js';
import { daysInclusive } from '../kernel/calendar.js';
import type { PublishedRow, PublishedRun } from '../kernel/published-table.js';
import type { MoneyOutlook, Outlook, Reached } from '../outlook/model.js';
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
  const kpis = outlook.kpis.map(({ id, toDate, expected, range, levels, none }) => ({
    ...common,
    kind: 'kpi',
    id,
    ...titles((words) => words.kpiTitle(id)),
    to_date: nine(toDate),
    expected: nine(expected),
    low: nine(range?.low ?? null),
    high: nine(range?.high ?? null),
    ...reached(levels.find(({ level }) => level === 'target')),
    reason: none?.code ?? null,
  }));
  const gates = outlook.gates.map(({ id, metric, toDate, expected, levels, none }) => ({
    ...common,
    kind: 'gate',
    id,
    ...titles((words) => words.metricTitle(metric)),
    to_date: nine(toDate),
    expected: nine(expected),
    low: null,
    high: null,
    ...reached(levels[0]),
    reason: none?.code ?? null,
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

function reached(level: Reached | undefined) {
  return { target: nine(level?.value ?? null), chance: nine(level?.chance ?? null) };
}

function amounts(money: MoneyOutlook | null) {
  return { to_date: null, expected: money?.expected ?? null, low: money?.low ?? null, high: money?.high ?? null, target: null };
}
