import type { Locale } from '../kernel/text.js';
import type { Line, Scorecard, StatementBody } from '../settlement/model.js';
import { reportText } from '../words/report.js';
import { type Block, inlineText, type Sheet } from './blocks.js';
import { lineState } from './line-state.js';
import { whyOf } from './money-sections.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** A section whose table a spreadsheet takes as `sheet`, which is made when one does. */
export function withSheet(section: readonly Block[], sheet: () => Sheet): Block[] {
  return section.map((block) => {
    if (block.kind === 'chart') return { ...block, table: { ...block.table, sheet } };
    return block.kind === 'table' ? { ...block, sheet } : block;
  });
}

const LINE_TITLES = ['sheet.contract', 'period', 'sheet.lineId', 'line', 'sheet.amount', 'sheet.currency', 'state', 'why'] as const;
const KPI_TITLES = [
  'sheet.contract',
  'period',
  'sheet.kpiId',
  'kpi',
  'actual',
  'sheet.threshold',
  'target',
  'sheet.stretch',
  'sheet.attainment',
  'score',
  'sheet.weight',
  'state',
  'composite',
] as const;

/** The header of lines, whether there are any or not. */
export function lineTitles(locale: Locale): string[] {
  return LINE_TITLES.map((key) => reportText(key, locale));
}

/** The header of KPIs, whether there are any or not. */
export function kpiTitles(locale: Locale): string[] {
  return KPI_TITLES.map((key) => reportText(key, locale));
}

/** Lines of a document: what each comes to, in the document's own digits, and why. */
export function lineSheet(lines: readonly Line[], card: Scorecard | StatementBody, context: ReportContext, words: Wording): Sheet {
  return {
    titles: lineTitles(words.locale),
    rows: lines.map((line) => [
      card.contract,
      card.period,
      line.id,
      words.lineTitle(line.id),
      line.amount,
      card.currency,
      lineState(line, words),
      inlineText(whyOf(line, card, context, words)),
    ]),
  };
}

/** The KPIs of a scorecard, ratios as decimals: a score of 1 is 100%. */
export function kpiSheet(card: Scorecard, words: Wording): Sheet {
  const { say } = words;
  return {
    titles: kpiTitles(words.locale),
    rows: card.kpis.map((kpi) => [
      card.contract,
      card.period,
      kpi.id,
      words.kpiTitle(kpi.id),
      kpi.actual,
      kpi.threshold,
      kpi.target,
      kpi.stretch,
      kpi.attainment,
      kpi.score,
      kpi.weight,
      say(card.running === undefined ? `kpi.${kpi.state}` : 'kpi.running'),
      card.composite,
    ]),
  };
}
