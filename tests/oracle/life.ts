import type { BookStep } from './book.js';
import { type BookEvent, type ContractText, type DefinitionsText, dateOf, type FeeText } from './documents.js';
import type { Row, Tables } from './measuring.js';

/* A random life as plain data: what a difference prints, and what is made smaller one part at a time. */

/** Something that is wrong with the data from one step on, until another. */
export interface Fault {
  readonly table: string;
  readonly kind: 'missing' | 'null' | 'duplicate' | 'amount' | 'stale' | 'repeat';
  /** The row, by its id; for `stale` the last day that is there. */
  readonly at: string;
  readonly column: string;
  readonly value: string | null;
  readonly from: number;
  readonly to: number;
}

export interface RandomLife {
  readonly seed: number;
  readonly contract: ContractText;
  readonly definitions: DefinitionsText;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly faults: readonly Fault[];
  readonly events: readonly BookEvent[];
  /** Files that come into the repository only at a later step than their date says. */
  readonly late?: Readonly<Record<string, number>>;
  readonly steps: readonly {
    readonly asOf: string /** Terms that take the place of the contract's from here on. */;
    readonly amend?: Partial<ContractText>;
  }[];
}

/** What lies in repository and warehouse at every step of a life. */
export function stepsOf(life: RandomLife): BookStep[] {
  let contract = life.contract;
  return life.steps.map(({ asOf, amend }, step) => {
    contract = { ...contract, ...amend };
    return {
      asOf,
      terms: { contract, definitions: used(life.definitions, contract) },
      events: life.events.filter((event) => dateOf(event) <= asOf && (life.late?.[event.file] ?? 0) <= step),
      tables: tablesAt(life, step),
    };
  });
}

function tablesAt({ tables, faults }: RandomLife, step: number): Tables {
  const active = faults.filter(({ from, to }) => from <= step && step < to);
  return new Map(
    Object.entries(tables).map(([name, rows]) => {
      let found = [...rows];
      for (const fault of active.filter(({ table }) => table === name)) found = withFault(found, fault);
      return [name, found] as const;
    }),
  );
}

function withFault(rows: readonly Row[], { kind, at, column, value }: Fault): Row[] {
  switch (kind) {
    case 'missing':
      return rows.filter((row) => row.id !== at);
    case 'stale':
      return rows.filter((row) => (row[column] ?? '').slice(0, 10) <= at);
    case 'duplicate':
      return rows.flatMap((row) => (row.id === at ? [row, row] : [row]));
    case 'repeat': // a row of another day with the same key
      return rows.map((row) => (row.id === value ? { ...row, id: at } : row));
    default:
      return rows.map((row) => (row.id === at ? { ...row, [column]: value } : row));
  }
}

/** Only the definitions that the contract uses: others are refused. */
function used(definitions: DefinitionsText, contract: ContractText): DefinitionsText {
  const metrics = new Set<string>();
  for (const kpi of contract.kpis) {
    metrics.add(kpi.metric);
    if (kpi.minimum !== undefined) metrics.add(kpi.minimum.metric);
  }
  for (const gate of contract.gates ?? []) metrics.add(gate.metric);
  for (const fee of contract.fees) for (const metric of metricsOf(fee)) metrics.add(metric);
  const measures = new Set<string>();
  for (const metric of metrics) for (const name of definitions.metrics[metric]?.formula.match(/[a-z_]\w*/g) ?? []) measures.add(name);
  for (const rule of definitions.reconcile ?? []) for (const side of [rule.left, rule.right]) measures.add(side);
  const facts = new Set([...measures].flatMap((measure) => definitions.measures[measure]?.of ?? []));
  const foreign = [...measures].some((measure) => definitions.measures[measure]?.currency !== undefined);
  const { fx, ...rest } = definitions;
  if (foreign && fx !== undefined) facts.add(fx.fact);
  const only = <T>(record: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
  return {
    ...rest,
    facts: only(definitions.facts, facts),
    measures: only(definitions.measures, measures),
    metrics: only(definitions.metrics, metrics),
    ...(foreign && fx !== undefined ? { fx } : {}),
  };
}

function metricsOf(fee: FeeText): string[] {
  if (fee.kind === 'commission') return [fee.base];
  if (fee.kind === 'wager') return [fee.metric];
  return fee.kind === 'milestone' && fee.metric !== undefined ? [fee.metric] : [];
}

/** Lives with one part less, the largest parts first; some of them are no valid contracts any more. */
export function* smaller(life: RandomLife): Generator<RandomLife> {
  const without = <T>(items: readonly T[], index: number): T[] => items.filter((_, at) => at !== index);
  const { contract } = life;
  for (const [at] of life.steps.entries()) if (life.steps.length > 1) yield { ...life, steps: without(life.steps, at) };
  for (const [at] of life.events.entries()) yield { ...life, events: without(life.events, at) };
  for (const [at] of life.faults.entries()) yield { ...life, faults: without(life.faults, at) };
  for (const [at, fee] of contract.fees.entries()) {
    if (contract.fees.length === 1) continue;
    const fees = without(contract.fees, at).filter((each) => each.kind !== 'penalty' || each.of !== fee.id);
    const names = new Set(fees.map(({ id }) => id));
    const gates = (contract.gates ?? [])
      .map((gate) => ({ ...gate, blocks: gate.blocks.filter((id) => names.has(id)) }))
      .filter(({ blocks }) => blocks.length > 0);
    const waives = contract.grace?.waives.filter((id) => names.has(id)) ?? [];
    const { grace, gates: _gates, ...rest } = contract;
    yield {
      ...life,
      contract: {
        ...rest,
        fees,
        ...(gates.length > 0 ? { gates } : {}),
        ...(grace !== undefined && waives.length > 0 ? { grace: { ...grace, waives } } : {}),
      },
    };
  }
  for (const field of ['gates', 'duties', 'grace', 'review'] as const) {
    if (contract[field] === undefined) continue;
    const { [field]: _field, ...rest } = contract;
    yield { ...life, contract: rest };
  }
  if (life.definitions.reconcile !== undefined) {
    const { reconcile: _reconcile, ...definitions } = life.definitions;
    yield { ...life, definitions };
  }
  for (const [at, kpi] of contract.kpis.entries()) {
    if (contract.kpis.length === 1) break;
    const kpis = without(contract.kpis, at).map((each, index) => ({ ...each, weight: index === 0 ? '100%' : '0%' }));
    const fees = contract.fees.filter((fee) => !('by' in fee) || fee.by !== kpi.id);
    if (fees.length > 0) yield { ...life, contract: { ...contract, kpis, fees } };
  }
  for (const [at, kpi] of contract.kpis.entries()) {
    const { minimum, whenMissing, stretch, cap, ...rest } = kpi;
    const fewer = [
      ...(minimum === undefined
        ? []
        : [
            {
              ...rest,
              ...(whenMissing === undefined ? {} : { whenMissing }),
              ...(stretch === undefined ? {} : { stretch }),
              ...(cap === undefined ? {} : { cap }),
            },
          ]),
      ...(stretch === undefined && cap === undefined
        ? []
        : [{ ...rest, ...(minimum === undefined ? {} : { minimum }), ...(whenMissing === undefined ? {} : { whenMissing }) }]),
    ];
    for (const each of fewer)
      yield { ...life, contract: { ...contract, kpis: contract.kpis.map((old, index) => (index === at ? each : old)) } };
  }
  for (const [at, step] of life.steps.entries()) {
    if (step.amend === undefined) continue;
    yield { ...life, steps: life.steps.map((each, index) => (index === at ? { asOf: each.asOf } : each)) };
  }
  for (const [name, rows] of Object.entries(life.tables)) {
    if (rows.length > 3) {
      const half = Math.floor(rows.length / 2);
      yield { ...life, tables: { ...life.tables, [name]: rows.slice(0, half) } };
      yield { ...life, tables: { ...life.tables, [name]: rows.slice(half) } };
    }
    for (const [at] of rows.entries()) yield { ...life, tables: { ...life.tables, [name]: without(rows, at) } };
  }
}
