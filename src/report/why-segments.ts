import { type Rational, rational, sum } from '../kernel/rational.js';
import { type Part, shownParts } from '../outlook/shown-parts.js';
import type { WhyKpi, WhySegment } from '../outlook/why-kpi.js';
import { type Block, type Inline, left, named, type Row, right, row, text } from './blocks.js';
import { totalOf } from './why-moves.js';
import { comparedBeside, type Scale, scaleOf, type WhyTelling } from './why-telling.js';

/** Parts that are shown of a KPI; the others stand together. */
const SHOWN = 6;

type Segments = NonNullable<WhyKpi['segments']>;

/** Of each KPI whose measures are divided, what moved with which part: by its own rate, and by its share of all. */
export function segmentTables(telling: WhyTelling): Block[] {
  const { why, say } = telling;
  const divided = why.kpis.flatMap((kpi) => (kpi.segments === null ? [] : [{ kpi, segments: kpi.segments }]));
  const isBridged = why.kpis.some(({ bridge }) => bridge !== undefined);
  if (divided.length === 0) return isBridged ? [] : [{ kind: 'paragraph', text: text(say('segments.none'), 'dim') }];
  const columns = [left(say('segments.part')), right(say('segments.rate')), right(say('segments.mix')), right(say('moved'))];
  return [{ kind: 'table', columns, rows: divided.flatMap(({ kpi, segments }) => kpiRows(kpi, segments, telling)) }];
}

/** What is shown in a row: a part, or the others together. */
interface Shown {
  readonly label: string;
  readonly presence: WhySegment['presence'];
  readonly rate: Rational | null;
  readonly mix: Rational | null;
  readonly moved: Rational;
}

function kpiRows(kpi: WhyKpi, { columns, parts }: Segments, telling: WhyTelling): Row[] {
  const { words, say } = telling;
  const metric = words.metric(kpi.metric);
  const shown = rowsOf(parts, telling);
  const scale = scaleOf(metric, words);
  const total = totalOf(kpi, kpi.than, scale);
  if (total === null) return [];
  // all rows are the total, as `channels` tells them, and a row of a ratio is the sum of its two figures
  const rowParts: Part[] = shown.map(({ moved, label }, place) => ({ id: `${label} ${place}`, value: scale.of(moved) }));
  const units = shownParts(rowParts, total, scale.digits);
  const { figure } = scale;
  const rows = shown.map(({ label, presence, rate, mix }, place) => {
    const moved = units.get(`${label} ${place}`) ?? 0n;
    const note = presence === 'both' ? label : `${label} · ${say(`segments.${presence}`)}`;
    return row([text(note), ...splitOf({ rate, mix }, moved, scale), text(figure(moved))]);
  });
  const than = comparedBeside(kpi, say);
  const since = than.length === 0 ? [] : [text(than.join(' · '), 'dim')];
  return [row([named(words.kpiTitle(kpi.kpi), columns.join(' × ')), [], [], text(figure(total), 'strong')], since), ...rows];
}

/** The two figures of a row of a ratio, which together are what stands behind them; none of a sum. */
function splitOf({ rate, mix }: Pick<Shown, 'rate' | 'mix'>, moved: bigint, scale: Scale): Inline[] {
  if (rate === null || mix === null) return [[], []];
  const cells = [
    { id: 'rate', value: scale.of(rate) },
    { id: 'mix', value: scale.of(mix) },
  ];
  const split = shownParts(cells, moved, scale.digits);
  return cells.map(({ id }) => text(scale.figure(split.get(id) ?? 0n)));
}

/** Those that moved most, and the others together. */
function rowsOf(parts: readonly WhySegment[], { say }: WhyTelling): Shown[] {
  const read = (value: string | null, exact: string | undefined) => (value === null ? null : rational(exact ?? value));
  const all = parts.map(
    ({ of, presence, moved, movedExact, rate, rateExact, mix, mixExact }): Shown => ({
      label: of.map((name) => name ?? say('segments.other')).join(' × '),
      presence,
      rate: read(rate, rateExact),
      mix: read(mix, mixExact),
      moved: rational(movedExact ?? moved),
    }),
  );
  const ranked = [...all].sort((a, b) => b.moved.abs().compare(a.moved.abs()) || (a.label < b.label ? -1 : 1));
  const rest = ranked.slice(SHOWN);
  if (rest.length <= 1) return ranked;
  const together = (of: (row: Shown) => Rational | null) => (rest[0]?.rate === null ? null : sum(rest.flatMap((each) => of(each) ?? [])));
  const others: Shown = {
    label: say('segments.rest', { count: rest.length }),
    presence: 'both',
    rate: together(({ rate }) => rate),
    mix: together(({ mix }) => mix),
    moved: sum(rest.map(({ moved }) => moved)),
  };
  return [...ranked.slice(0, SHOWN), others];
}
