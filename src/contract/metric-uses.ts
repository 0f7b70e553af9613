import type { Kpi, WrittenContract } from '../generated/written.js';
import { feeKinds } from './fee-kinds/fee-kinds.js';
import { fieldOf } from './normalize-value.js';
import type { Path } from './source.js';

/** A clause of the contract that names a metric, with the fields whose values are levels of it. */
export interface MetricUse {
  readonly metric: string;
  readonly path: Path;
  readonly levels: readonly { readonly holder: object; readonly key: string; readonly path: Path }[];
}

/** The metric that a KPI scores: the one of its own name where it names none. */
export function metricOf({ id, metric = id }: Kpi): string {
  return metric;
}

/** Every metric that the contract names. */
export function metricUses(data: WrittenContract): MetricUse[] {
  const uses: MetricUse[] = [];
  const use = (metric: string, path: Path, key: string, holder: object, fields: readonly string[]) => {
    const levels = fields.filter((field) => fieldOf(holder, field) !== undefined);
    uses.push({ metric, path: [...path, key], levels: levels.map((field) => ({ holder, key: field, path: [...path, field] })) });
  };
  data.kpis.forEach((kpi, index) => {
    use(metricOf(kpi), ['kpis', index], kpi.metric === undefined ? 'id' : 'metric', kpi, ['target', 'threshold', 'stretch']);
    if (kpi.minimum !== undefined) use(kpi.minimum.metric, ['kpis', index, 'minimum'], 'metric', kpi.minimum, ['atLeast']);
  });
  (data.gates ?? []).forEach((gate, index) => {
    use(gate.metric, ['gates', index], 'metric', gate, ['atLeast', 'atMost']);
  });
  data.fees.forEach((fee, index) => {
    const measured = feeKinds[fee.kind].metric;
    const metric = measured === null ? undefined : fieldOf(fee, measured.field);
    if (measured !== null && typeof metric === 'string') use(metric, ['fees', index], measured.field, fee, measured.levels);
  });
  const { baseline } = data;
  for (const metric of baseline === undefined ? [] : Object.keys(baseline)) {
    uses.push({ metric, path: ['baseline', metric], levels: [{ holder: baseline ?? {}, key: metric, path: ['baseline', metric] }] });
  }
  (data.watch ?? []).forEach((metric, index) => {
    uses.push({ metric, path: ['watch', index], levels: [] });
  });
  return uses;
}
