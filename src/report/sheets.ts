import type { Line, Scorecard, StatementBody } from '../settlement/model.js';
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

/** Lines of a document: what each comes to, in the document's own digits, and why. */
export function lineSheet(lines: readonly Line[], card: Scorecard | StatementBody, context: ReportContext, words: Wording): Sheet {
  const { say } = words;
  return {
    titles: [
      say('sheet.contract'),
      say('period'),
      say('sheet.lineId'),
      say('line'),
      say('sheet.amount'),
      say('sheet.currency'),
      say('state'),
      say('why'),
    ],
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
    titles: [
      say('sheet.contract'),
      say('period'),
      say('sheet.kpiId'),
      say('kpi'),
      say('actual'),
      say('sheet.threshold'),
      say('target'),
      say('sheet.stretch'),
      say('sheet.attainment'),
      say('score'),
      say('sheet.weight'),
      say('state'),
      say('composite'),
    ],
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
