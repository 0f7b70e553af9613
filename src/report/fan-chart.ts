import type { KpiOutlook } from '../outlook/model.js';

const CELLS = 32;

/**
 * Where a KPI may end, as a line of text: `░` 4 times in 5, `▒` every other time, `█` expected, `◆` to date, `│` the target; its ends
 * are the outermost of these. Nothing where there is no range. The figures stand beside it: it is drawn in doubles.
 */
export function fanChart({ toDate, expected, range, levels }: Pick<KpiOutlook, 'toDate' | 'expected' | 'range' | 'levels'>): string {
  const target = levels.find(({ level }) => level === 'target')?.value;
  if (range === null || expected === null || target === undefined) return '';
  const [low, lower, upper, high, middle, mark] = [range.low, range.lower, range.upper, range.high, expected, target].map(Number);
  const now = toDate === null ? middle : Number(toDate);
  if (low === undefined || lower === undefined || upper === undefined || high === undefined) return '';
  if (middle === undefined || mark === undefined || now === undefined) return '';
  const least = Math.min(low, middle, mark, now);
  const most = Math.max(high, middle, mark, now);
  if (!(most > least)) return '';
  const cell = (value: number): number => Math.floor(((value - least) / (most - least)) * (CELLS - 1) + 0.5);
  const cells = Array.from({ length: CELLS }, (_, at) => {
    if (at === cell(mark)) return '│';
    if (at === cell(middle)) return '█';
    if (at === cell(now)) return '◆';
    if (at >= cell(lower) && at <= cell(upper)) return '▒';
    return at >= cell(low) && at <= cell(high) ? '░' : '·';
  });
  return cells.join('');
}
