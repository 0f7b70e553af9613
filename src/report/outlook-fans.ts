import type { Terms } from '../contract/model.js';
import { datesOf } from '../kernel/calendar.js';
import type { Locale } from '../kernel/text.js';
import type { KpiOutlook, Outlook } from '../outlook/model.js';
import { type Block, type Fan, left, type Row, right, row, text } from './blocks.js';
import { figureOf, kpiBand, type OutlookTelling, tellingOf } from './outlook-telling.js';

/** How each KPI has gone day by day, and the fan of where it may end: for pages, which draw. Nothing before a first day. */
export function outlookFans(outlook: Outlook, terms: Terms, locale: Locale): Block[] {
  const telling = tellingOf(outlook, terms, locale);
  const { say, words } = telling;
  const kpis = outlook.kpis.filter(({ course }) => course.some((value) => value !== null));
  if (kpis.length === 0) return [];
  const title = say('day-by-day');
  const days = datesOf({ from: outlook.from, to: outlook.through ?? outlook.from });
  const rows = days.map(
    (day, place): Row => row([text(day), ...kpis.map(({ metric, course }) => text(figureOf(metric, telling)(course[place] ?? null)))]),
  );
  const columns = [left(say('day')), ...kpis.map(({ id }) => right(words.kpiTitle(id)))];
  return [
    { kind: 'heading', text: title },
    {
      kind: 'chart',
      title,
      chart: { shape: 'fan', fans: kpis.flatMap((kpi) => fanOf(kpi, telling)) },
      table: { kind: 'table', columns, rows },
    },
    { kind: 'paragraph', text: text(say('day-by-day-note'), 'dim') },
  ];
}

function fanOf(kpi: KpiOutlook, telling: OutlookTelling): Fan[] {
  const { daysGone, daysLeft } = telling.outlook;
  const figure = figureOf(kpi.metric, telling);
  return kpiBand(kpi, telling).flatMap(({ label, outer, inner, marks }): Fan[] => {
    const [expected, target] = (['expected', 'target'] as const).map((name) => marks.find(({ mark }) => mark === name));
    if (expected === undefined || target === undefined) return [];
    const course = kpi.course.map((value) => (value === null ? null : { value, text: figure(value) }));
    return [{ label, days: daysGone + daysLeft, course, end: { outer, inner, expected, target } }];
  });
}
