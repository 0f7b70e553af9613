import { NO_FIGURE } from '../../kernel/text.js';
import type { Band, Bar, Chart, Charted, Fan, Range, Step } from '../blocks.js';
import { pageText } from '../escape.js';

/*
 * Charts as inline SVG. A drawing has no text in it, so that it can be as wide as the page: names and figures stand beside it, and all of
 * them in the table below. Drawn in doubles; the figures are exact.
 */

/** Units of a drawing's width. */
const WIDTH = 1000;

/** A chart as HTML and SVG without scripts; nothing where it has nothing to draw. */
export function chartHtml(title: string, chart: Chart): string {
  const inside = insideOf(chart);
  return inside === '' ? '' : `<figure class="chart ${chart.shape}" role="img" aria-label="${pageText(title)}">${inside}</figure>`;
}

function insideOf(chart: Chart): string {
  switch (chart.shape) {
    case 'bars':
      return chart.bars.map(barHtml).join('');
    case 'band':
      return chart.bands.map(bandHtml).join('');
    case 'fan':
      return chart.fans.map(fanHtml).join('');
    case 'waterfall':
      return waterfallHtml(chart.steps);
    case 'lines':
      return linesHtml(chart.points);
  }
}

type Scale = (value: string) => number;

/** Where numbers stand between the least and the greatest of some, a little room left at the end. */
function scaleOf(values: readonly string[], from: 'zero' | 'least', size: number): Scale {
  const numbers = values.map(Number);
  const low = Math.min(...numbers, ...(from === 'zero' ? [0] : []));
  const high = Math.max(...numbers, ...(from === 'zero' ? [0] : []));
  const room = (high - low) * 0.04;
  const [least, most] = [from === 'zero' && low === 0 ? 0 : low - room, high + room];
  return (value) => (most > least ? ((Number(value) - least) / (most - least)) * size : size / 2);
}

/** A place with one digit after the point: the same text on every machine. */
function at(place: number): string {
  return place.toFixed(1).replace(/\.0$/, '');
}

function svg(height: number, shapes: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" aria-hidden="true">${shapes}</svg>`;
}

function rect(name: string, from: number, to: number, top: number, height: number): string {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return `<rect class="${name}" x="${at(left)}" y="${top}" width="${at(right - left)}" height="${height}"/>`;
}

function upright(name: string, place: number, height: number): string {
  return `<line class="${name}" x1="${at(place)}" x2="${at(place)}" y1="0" y2="${height}"/>`;
}

/** A drawing with its name and figure above, and what is marked in it below. */
function drawn(
  label: string,
  figure: string,
  drawing: string,
  marks: readonly { readonly name: string; readonly text: string }[],
  height = '',
): string {
  const keys = marks.map(({ name, text }) => `<span class="key ${name}">${pageText(text)}</span>`).join('');
  const head = `<p class="named"><span>${pageText(label)}</span><strong>${pageText(figure)}</strong></p>`;
  return `<div class="drawn${height === '' ? '' : ` ${height}`}">${head}${drawing}${keys === '' ? '' : `<p class="keys">${keys}</p>`}</div>`;
}

const BAR = 14;

function barHtml({ label, value, levels, tone }: Bar): string {
  const scale = scaleOf([...(value === null ? [] : [value.value]), ...levels.map((level) => level.value)], 'zero', WIDTH);
  const filled = value === null ? '' : rect(`fill ${tone ?? 'part'}`, scale('0'), scale(value.value), 0, BAR);
  const marks = levels.map((level) => upright(level.level, scale(level.value), BAR)).join('');
  const drawing = svg(BAR, `${rect('track', 0, WIDTH, 0, BAR)}${filled}${marks}`);
  const keys = levels.map(({ level, text }) => ({ name: level, text }));
  return drawn(label, value?.text ?? NO_FIGURE, drawing, keys);
}

const BAND = 18;

function bandHtml({ label, outer, inner, marks }: Band): string {
  const scale = scaleOf([outer.from, outer.to, ...marks.map(({ value }) => value)], 'least', WIDTH);
  const shapes = [
    rect('track', 0, WIDTH, BAND / 2 - 1, 2),
    rect('outer', scale(outer.from), scale(outer.to), 3, BAND - 6),
    rect('inner', scale(inner.from), scale(inner.to), 3, BAND - 6),
    ...marks.map(({ mark, value }) => upright(mark, scale(value), BAND)),
  ];
  const [first, ...others] = [...marks].sort((a) => (a.mark === 'expected' ? -1 : 0));
  const keys = [
    ...[first, ...others].flatMap((mark) => (mark === undefined ? [] : [{ name: mark.mark, text: mark.text }])),
    { name: 'inner', text: inner.text },
    { name: 'outer', text: outer.text },
  ];
  return drawn(label, '', svg(BAND, shapes.join('')), keys);
}

const FAN = 140;

/** To date day by day, and from the last day that is known straight to where it may end; nothing before a first day. */
function fanHtml({ label, days, course, end }: Fan): string {
  const known = course.flatMap((value, index) => (value === null ? [] : [{ index, value: value.value }]));
  const last = known.at(-1);
  if (last === undefined || days < 2) return '';
  const { outer, inner, expected, target } = end;
  const values = [outer.from, outer.to, expected.value, target.value, ...known.map(({ value }) => value)];
  const scale = scaleOf(values, 'least', FAN - 8);
  const x = (index: number) => 10 + (index / (days - 1)) * (WIDTH - 20);
  const y = (value: string) => FAN - 4 - scale(value);
  const point = (index: number, value: string) => `${at(x(index))},${at(y(value))}`;
  const now = point(last.index, last.value);
  const wedge = (name: string, { from, to }: Range) =>
    `<polygon class="${name}" points="${now} ${point(days - 1, from)} ${point(days - 1, to)}"/>`;
  const level = at(y(target.value));
  const shapes = [
    wedge('outer', outer),
    wedge('inner', inner),
    `<line class="target" x1="0" x2="${WIDTH}" y1="${level}" y2="${level}"/>`,
    `<polyline class="ahead" points="${now} ${point(days - 1, expected.value)}"/>`,
    `<polyline class="line" points="${known.map(({ index, value }) => point(index, value)).join(' ')}"/>`,
    stop(x(last.index), y(last.value)),
  ];
  const keys = [
    { name: 'expected', text: expected.text },
    { name: 'target', text: target.text },
    { name: 'inner', text: inner.text },
    { name: 'outer', text: outer.text },
  ];
  return drawn(label, course[last.index]?.text ?? '', svg(FAN, shapes.join('')), keys, 'tall');
}

const STEP = 12;

/** Each step from where the one before it ended. */
function waterfallHtml(steps: readonly Step[]): string {
  let level = 0;
  const spans = steps.map(({ moved, isTotal }) => {
    const from = isTotal ? 0 : level;
    level = isTotal ? Number(moved.value) : level + Number(moved.value);
    return { from, to: level };
  });
  const scale = scaleOf(
    spans.flatMap(({ from, to }) => [String(from), String(to)]),
    'zero',
    WIDTH,
  );
  return steps
    .map(({ label, moved, isTotal }, index) => {
      const { from, to } = spans[index] ?? { from: 0, to: 0 };
      const name = isTotal ? 'fill part' : to < from ? 'fill bad' : 'fill good';
      const shapes = `${upright('zero', scale('0'), STEP)}${rect(name, scale(String(from)), scale(String(to)), 0, STEP)}`;
      return drawn(label, moved.text, svg(STEP, shapes), []);
    })
    .join('');
}

const LINES = 120;

/** One line over periods, with a gap where nothing is known; its newest figure stands above it, both its ends below. */
function linesHtml(points: readonly { readonly label: string; readonly at: Charted | null }[]): string {
  const known = points.flatMap(({ at: value }) => value ?? []);
  const [first] = known;
  if (first === undefined || points.length < 2) return '';
  const scale = scaleOf(
    known.map(({ value }) => value),
    'zero',
    LINES - 8,
  );
  const x = (index: number) => 10 + (index / (points.length - 1)) * (WIDTH - 20);
  const y = (value: string) => LINES - 4 - scale(value);
  const runs: string[][] = [[]];
  points.forEach(({ at: value }, index) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(`${at(x(index))},${at(y(value.value))}`);
  });
  const lines = runs.filter((run) => run.length > 0).map((run) => `<polyline class="line" points="${run.join(' ')}"/>`);
  const zero = `<line class="zero" x1="0" x2="${WIDTH}" y1="${at(y('0'))}" y2="${at(y('0'))}"/>`;
  const stops = points.flatMap(({ at: value }, index) => (value === null ? [] : [stop(x(index), y(value.value))]));
  const newest = known.at(-1) ?? first;
  const ends = [points[0], points.at(-1)].map((point) => `<span>${pageText(point?.label ?? '')}</span>`);
  return `<div class="drawn tall"><p class="named"><span></span><strong>${pageText(newest.text)}</strong></p>${svg(LINES, `${zero}${lines.join('')}${stops.join('')}`)}<p class="named">${ends.join('')}</p></div>`;
}

/** A point that stays round however wide the drawing is: a line without length, with round ends. */
function stop(x: number, y: number): string {
  return `<line class="stop" x1="${at(x)}" x2="${at(x)}" y1="${at(y)}" y2="${at(y)}"/>`;
}
