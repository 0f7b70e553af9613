import { rational } from '../kernel/rational.js';
import { listSeparator } from '../kernel/text.js';
import { BRIDGE_DRIVERS } from '../outlook/bridge.js';
import { shownParts } from '../outlook/shown-parts.js';
import type { WhyBridge, WhyKpi } from '../outlook/why-kpi.js';
import { type Block, left, named, type Row, right, row, text } from './blocks.js';
import { totalOf } from './why-moves.js';
import { comparedBeside, scaleOf, type WhyTelling } from './why-telling.js';

/** Of each KPI that declares a bridge, what moved with volume, mix, price, rates and refunds. */
export function bridgeTables(telling: WhyTelling): Block[] {
  const { why, say } = telling;
  const declared = why.kpis.flatMap((kpi) => (kpi.bridge === undefined ? [] : [{ kpi, bridge: kpi.bridge }]));
  if (declared.length === 0) return [];
  const rows = declared.flatMap(({ kpi, bridge }) => bridgeRows(kpi, bridge, telling));
  return [{ kind: 'table', columns: [left(say('bridge')), right(say('moved'))], rows }];
}

function bridgeRows(kpi: WhyKpi, { units, drivers, untold }: WhyBridge, telling: WhyTelling): Row[] {
  const { words, say } = telling;
  const head = named(words.kpiTitle(kpi.kpi), kpi.kpi);
  const scale = scaleOf(words.metric(kpi.metric), words);
  const total = totalOf(kpi, kpi.than, scale);
  if (untold !== null || total === null) return [row([head, []], untold === null ? [] : [text(say(`bridge.untold.${untold}`), 'dim')])];
  const exact = drivers.map(({ driver, moved, movedExact }) => ({ id: driver, value: scale.of(rational(movedExact ?? moved)) }));
  const shown = shownParts(exact, total, scale.digits);
  const { figure } = scale;
  const separator = listSeparator(words.locale);
  const others = BRIDGE_DRIVERS.filter((each) => !drivers.some(({ driver }) => driver === each)).map((each) => say(`bridge.${each}`));
  const note = [...comparedBeside(kpi, say), say('bridge.units', { measures: units.join(separator) })].join(' · ');
  const rows = drivers
    .filter(({ driver, moved }) => driver !== 'rest' || moved !== '0')
    .map(({ driver }) => {
      const label = driver === 'rest' ? say('bridge.rest', { drivers: others.join(separator) }) : say(`bridge.${driver}`);
      return row([text(label), text(figure(shown.get(driver) ?? 0n))]);
    });
  return [row([head, text(figure(total), 'strong')], [text(note, 'dim')]), ...rows];
}
