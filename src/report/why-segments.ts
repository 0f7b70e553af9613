import type { Metric } from '../contract/model.js';
import { minorDigits } from '../kernel/money.js';
import { exactly } from '../kernel/number-field.js';
import { type Rational, rational, roundScaled, scaledText, sum } from '../kernel/rational.js';
import { type Part, shownParts } from '../outlook/shown-parts.js';
import type { WhyKpi, WhySegment } from '../outlook/why.js';
import { type Block, left, named, type Row, right, row, text } from './blocks.js';
import { signedFigure, type WhyTelling } from './why-telling.js';

/** Parts that are shown of a KPI; the others stand together. */
const SHOWN = 6;

type Segments = NonNullable<WhyKpi['segments']>;

/** Of each KPI whose measures are divided, what moved with which part: by its own rate, and by its share of all. */
export function segmentTables(telling: WhyTelling): Block[] {
  const { why, say } = telling;
  const divided = why.kpis.flatMap((kpi) => (kpi.segments === null ? [] : [{ kpi, segments: kpi.segments }]));
  if (divided.length === 0) return [{ kind: 'paragraph', text: text(say('segments.none'), 'dim') }];
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
  const scale = scaleOf(metric, words.currency);
  const [before, after] = [kpi.than === null ? null : exactly(kpi.than.value, kpi.than.valueExact), exactly(kpi.actual, kpi.actualExact)];
  if (before === null || after === null) return [];
  const total = scale.units(after) - scale.units(before);
  // a row of a ratio is the sum of its two figures, and all of them are the total
  const cells: Part[] = shown.flatMap(({ rate, mix, moved }, place) =>
    rate === null || mix === null
      ? [{ id: `${place} moved`, value: scale.of(moved) }]
      : [
          { id: `${place} rate`, value: scale.of(rate) },
          { id: `${place} mix`, value: scale.of(mix) },
        ],
  );
  const units = shownParts(cells, total, scale.digits);
  const figure = (value: bigint) => signedFigure(`${scaledText(value, scale.digits)}${scale.unit}`);
  const rows = shown.map(({ label, presence, rate }, place) => {
    const [own, mix] = [units.get(`${place} rate`) ?? 0n, units.get(`${place} mix`) ?? 0n];
    const moved = units.get(`${place} moved`) ?? own + mix;
    const note = presence === 'both' ? label : `${label} · ${say(`segments.${presence}`)}`;
    const split = rate === null ? [[], []] : [text(figure(own)), text(figure(mix))];
    return row([text(note), ...split, text(figure(moved))]);
  });
  return [row([named(words.kpiTitle(kpi.kpi), columns.join(' × ')), [], [], text(figure(total), 'strong')]), ...rows];
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

/** The digits and the unit that a metric is shown with. */
export function scaleOf(metric: Metric | undefined, currency: string) {
  const isShare = metric?.unit === 'share';
  const digits = metric?.decimals ?? (metric?.unit === 'money' ? minorDigits(currency) : isShare ? 2 : 4);
  const of = (value: Rational) => (isShare ? value.mul(100) : value);
  return { digits, unit: isShare ? '%' : '', of, units: (value: Rational) => roundScaled(of(value), digits, 'half_even') };
}
