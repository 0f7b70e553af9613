import { describe, expect, it } from 'vitest';
import { rational, sum, toDecimal } from '../../src/kernel/rational.js';
import { tries } from '../tries.js';
import { plusDays } from './days.js';
import type { BookEvent, ContractText, FeeText } from './documents.js';
import { drawLife } from './draw.js';
import { type RandomLife, stepsOf } from './life.js';
import { type Json, replay, settleByTheProduct } from './product.js';
import { Random } from './random.js';

/*
 * What holds of every life, whatever the figures are: the product against itself. The lives are those of the random search;
 * where a rule of the language makes an exception, the lives are drawn without it, and the test says which.
 */
const CASES = tries('ORACLE_INVARIANTS', 9);
const FIRST = Number(process.env.ORACLE_SEED ?? 1);
const seeds = Array.from({ length: CASES }, (_, index) => FIRST + index);

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly amount: string;
  readonly state: string;
}

async function statementsOf(life: RandomLife): Promise<Json[] | null> {
  const { steps } = await settleByTheProduct(stepsOf(life));
  expect(steps.flatMap(({ crash }) => crash ?? [])).toEqual([]);
  return steps.some(({ errors }) => errors !== '') ? null : steps.flatMap(({ statements }) => statements);
}

const linesOf = (statement: Json) => statement.lines as Line[];
const figuresOf = (statement: Json) => ({
  period: statement.period,
  total: statement.total,
  balance: statement.balance,
  final: statement.final,
  composite: statement.composite,
  lines: linesOf(statement)
    .map(({ id, amount, state }) => `${id} ${amount} ${state}`)
    .sort(),
  kpis: (statement.kpis as Json[])
    .map(({ id, actual, score, state }) => `${String(id)} ${String(actual)} ${String(score)} ${String(state)}`)
    .sort(),
});

/** What a life has paid for each line, true-ups included; `2026-01 sales`. */
function paidFor(statements: readonly Json[]): Map<string, string> {
  const paid = new Map<string, ReturnType<typeof rational>>();
  for (const statement of statements) {
    for (const { id, amount, kind } of linesOf(statement)) {
      if (kind === 'tax' || kind === 'correction') continue;
      const line = kind === 'true-up' ? id.replace(/^true-up\/([^/]+)\//, '$1 ') : `${String(statement.period)} ${id}`;
      paid.set(line, (paid.get(line) ?? rational(0)).add(rational(amount)));
    }
  }
  return new Map([...paid].filter(([, amount]) => amount.n !== 0n).map(([line, amount]) => [line, toDecimal(amount)]));
}

const withContract = (life: RandomLife, change: Partial<ContractText>): RandomLife => ({
  ...life,
  contract: { ...life.contract, ...change },
});
const withoutAmendments = (life: RandomLife): RandomLife => ({ ...life, steps: life.steps.map(({ asOf }) => ({ asOf })) });
/** Every file comes in on its date. */
const inTime = ({ late: _late, ...life }: RandomLife): RandomLife => life;
const withFees = (life: RandomLife, keep: (fee: FeeText) => boolean): RandomLife | null => {
  const fees = life.contract.fees
    .filter(keep)
    .filter((fee, _, all) => fee.kind !== 'penalty' || fee.of === undefined || all.some(({ id }) => id === fee.of));
  const names = new Set(fees.map(({ id }) => id));
  const gates = (life.contract.gates ?? []).flatMap((gate) => {
    const blocks = gate.blocks.filter((id) => names.has(id));
    return blocks.length > 0 ? [{ ...gate, blocks }] : [];
  });
  const { grace, gates: _gates, ...rest } = life.contract;
  const waives = grace?.waives.filter((id) => names.has(id)) ?? [];
  if (fees.length === 0) return null;
  const contract = {
    ...rest,
    fees,
    ...(gates.length > 0 ? { gates } : {}),
    ...(grace !== undefined && waives.length > 0 ? { grace: { ...grace, waives } } : {}),
  };
  return { ...life, contract };
};

describe('whatever the figures are', () => {
  it.each(seeds)('settling again changes nothing, and the ledger replays (seed %i)', async (seed) => {
    const life = drawLife(seed);
    const steps = stepsOf(life).flatMap((step) => [step, step]);
    const settled = await settleByTheProduct(steps);
    if (settled.steps.some(({ errors }) => errors !== '')) return;
    expect(settled.steps.filter((_, at) => at % 2 === 1).flatMap(({ statements }) => statements.map(({ period }) => period))).toEqual([]);
    expect(await replay(steps, settled.ledger)).toBe('');
  });

  it.each(seeds)('the order of rows and of fields says nothing (seed %i)', async (seed) => {
    const life = drawLife(seed);
    const tables = Object.fromEntries(Object.entries(life.tables).map(([name, rows]) => [name, [...rows].reverse()]));
    expect((await statementsOf({ ...life, tables }))?.map(figuresOf)).toEqual((await statementsOf(life))?.map(figuresOf));
  });

  it.each(seeds)('names of fees, KPIs and events, and the order of all of them, say nothing (seed %i)', async (seed) => {
    const life = drawLife(seed);
    const first = await statementsOf(life);
    const other = await statementsOf(renamed(life));
    const back = other?.map(
      (statement) => JSON.parse(JSON.stringify(figuresOf(statement)).replace(/zz\d\d?x/g, '')) as ReturnType<typeof figuresOf>,
    );
    const sorted = (figures: ReturnType<typeof figuresOf> | undefined) =>
      figures === undefined ? undefined : { ...figures, lines: [...figures.lines].sort(), kpis: [...figures.kpis].sort() };
    expect(back?.map(sorted)).toEqual(first?.map(figuresOf));
  });

  it.each(seeds)('ten times the money pays ten times the money (seed %i)', async (seed) => {
    // A currency with one digit less rounds ten times the amount at the same place.
    const life = inKwd(drawLife(seed));
    const small = await statementsOf(life);
    const large = await statementsOf(tenTimes(life));
    const scaled = (figures: readonly Json[] | null, by: number) =>
      figures?.map((statement) => ({
        period: statement.period,
        total: toDecimal(rational(String(statement.total)).mul(by)),
        lines: linesOf(statement)
          .map(({ id, amount, state }) => `${id} ${toDecimal(rational(amount).mul(by))} ${state}`)
          .sort(),
      }));
    expect(scaled(large, 1)).toEqual(scaled(small, 10));
  });

  it.each(seeds)('a life sums up to one settlement on its last data (seed %i)', async (seed) => {
    // But for what is final when it is paid, decided, disputed, corrected, waived by a late agreement, or out of the window.
    const drawn = withFees(inTime(withoutAmendments(drawLife(seed))), ({ kind }) => kind !== 'milestone' && kind !== 'tax');
    if (drawn === null) return;
    const { contract } = drawn;
    const wide = withContract(drawn, {
      calendar: { ...contract.calendar, trueUpPeriods: 12 },
      acceptance: { ...contract.acceptance, days: 0 },
      holds: { maxPeriods: 60 },
    });
    const last = wide.steps.at(-1)?.asOf ?? '';
    const steps = [...wide.steps, { asOf: plusDays(last, 200) }, { asOf: plusDays(last, 400) }];
    const life = {
      ...wide,
      steps,
      events: wide.events.filter(({ kind }) => ['duty', 'exclusion', 'payment', 'termination'].includes(kind)),
    };
    const faults = life.faults.map((fault) => ({ ...fault, to: Math.min(fault.to, 99) }));
    const whole = await statementsOf({ ...life, faults });
    const lastStep = life.steps.length - 1;
    const atOnce = await statementsOf({
      ...life,
      steps: life.steps.slice(-1),
      faults: faults.filter(({ from, to }) => from <= lastStep && lastStep < to).map((fault) => ({ ...fault, from: 0 })),
    });
    if (whole === null || atOnce === null || stillHeld(whole) || stillHeld(atOnce)) return;
    expect(paidFor(whole)).toEqual(paidFor(atOnce));
  });

  it.each(seeds)('closed periods stay closed (seed %i)', async (seed) => {
    // Lines that depend on other periods by their own terms are left out.
    const drawn = withFees(
      withoutAmendments(drawLife(seed)),
      (fee) =>
        !['milestone', 'wager', 'cap'].includes(fee.kind) && !('accumulate' in fee && fee.accumulate === 'term') && !('recoverable' in fee),
    );
    if (drawn === null) return;
    const statements = await statementsOf({
      ...drawn,
      // A termination that comes late takes back what was paid beyond it, whenever that was.
      events: drawn.events.filter(
        ({ kind, file }) =>
          !['dispute', 'escalation', 'resolution'].includes(kind) && !(kind === 'termination' && drawn.late?.[file] !== undefined),
      ),
    });
    const order = statements?.map(({ period }) => String(period)) ?? [];
    for (const [at, statement] of (statements ?? []).entries()) {
      const held = new Set(((statements?.[at - 1]?.held ?? []) as { line: string }[]).map(({ line }) => line.replace(/^true-up\//, '')));
      const heldOwn = (statements?.[at - 1]?.held ?? []) as { line: string }[];
      for (const own of heldOwn) if (!own.line.includes('/')) held.add(`${order[at - 1]}/${own.line}`);
      for (const { id, kind, amount } of linesOf(statement)) {
        if (kind !== 'true-up' || Number(amount) === 0) continue;
        const [, period = '', line = ''] = id.split('/');
        if (order.indexOf(period) >= at - drawn.contract.calendar.trueUpPeriods) continue;
        const fromLines = ['guarantee', 'penalty'].includes(drawn.contract.fees.find((fee) => fee.id === line)?.kind ?? '');
        const open = [...held].some((name) => (fromLines ? name.startsWith(`${period}/`) : name === `${period}/${line}`));
        expect(open, `${id} in ${String(statement.period)}`).toBe(true);
      }
    }
  });

  it.each(seeds)('a dispute that sets nothing aside changes nothing in the end (seed %i)', async (seed) => {
    const drawn = withContract(withoutAmendments(drawLife(seed)), { disputes: { ...drawLife(seed).contract.disputes, days: 5 } });
    const without = { ...drawn, events: drawn.events.filter(({ kind }) => !['dispute', 'escalation', 'resolution'].includes(kind)) };
    const plain = await settleByTheProduct(stepsOf(without));
    if (plain.steps.some(({ errors }) => errors !== '')) return;
    const random = new Random(seed);
    const settled = plain.steps.flatMap(({ statements }, step) => statements.map((statement) => ({ statement, step })));
    const candidates = settled.flatMap(({ statement, step }) =>
      linesOf(statement)
        .filter(({ kind, state }) => state === 'payable' && !['true-up', 'correction', 'tax', 'recovery'].includes(kind))
        .map((line) => ({ statement, step, line })),
    );
    if (candidates.length === 0) return;
    const { statement, step, line } = random.pick(candidates);
    const date = without.steps[step]?.asOf ?? '';
    const dispute = {
      file: `${date}-nothing.yaml`,
      kind: 'dispute',
      party: 'brand',
      period: statement.period,
      line: line.id,
      claimed: line.amount,
      reason: 'r',
      evidence: ['e'],
    };
    const disputed = await statementsOf({ ...without, events: [...without.events, dispute as unknown as BookEvent] });
    if (disputed === null) return;
    expect(paidFor(disputed)).toEqual(paidFor(plain.steps.flatMap(({ statements }) => statements)));
  });

  it.each(seeds)('catching up settles what settling in time settles (seed %i)', async (seed) => {
    // On complete data that never changes, with what was filed before the first statement.
    const drawn = inTime(withoutAmendments(drawLife(seed)));
    const first = drawn.steps[0]?.asOf ?? '';
    const life = {
      ...drawn,
      faults: drawn.faults.filter(({ kind }) => kind === 'amount').map((fault) => ({ ...fault, from: 0, to: 99 })),
      events: drawn.events.filter(
        ({ file, kind }) => file.slice(0, 10) <= first && ['exclusion', 'duty', 'payment', 'acceptance'].includes(kind),
      ),
    };
    const stepByStep = await statementsOf(life);
    const last = life.steps.at(-1);
    const atOnce = last === undefined ? null : await statementsOf({ ...life, steps: [last] });
    if (stepByStep === null || atOnce === null || everHeld(stepByStep) || everHeld(atOnce)) return;
    const figures = (statement: Json) => {
      const { final: _final, balance: _balance, ...rest } = figuresOf(statement);
      return rest;
    };
    expect(atOnce.map(figures)).toEqual(stepByStep.map(figures));
  });

  it.each(seeds)('more of what is paid for never pays less (seed %i)', async (seed) => {
    // Rising tiers, bonuses by KPIs that are the better the higher; nothing that pays for less: no penalties, wagers, gates.
    const drawn = withFees(
      drawLife(seed),
      (fee) => ['retainer', 'commission', 'bonus', 'guarantee', 'cap'].includes(fee.kind) && !('recoverable' in fee),
    );
    if (drawn === null) return;
    const kpis = drawn.contract.kpis.map(({ id, weight }) => ({
      id,
      weight,
      metric: 'gmv',
      owner: 'provider',
      better: 'higher' as const,
      target: 400,
    }));
    const { gates: _gates, duties: _duties, composite, ...rest } = drawn.contract;
    const fees = drawn.contract.fees.map((fee) =>
      fee.kind === 'commission' ? { ...fee, base: 'gmv', tiers: { 0: '5%', 300: '15%' } } : fee,
    );
    const one = {
      ...drawn,
      events: [],
      faults: [],
      steps: drawn.steps.slice(-1).map(({ asOf }) => ({ asOf })),
      contract: { ...rest, composite: { rule: composite.rule }, kpis, fees },
    };
    const tables = {
      ...one.tables,
      'shop.sales': (one.tables['shop.sales'] ?? []).map((row) =>
        Number(row.amount) > 0 ? { ...row, amount: toDecimal(rational(row.amount ?? '0').add(25)) } : row,
      ),
    };
    const before = await statementsOf(one);
    const after = await statementsOf({ ...one, tables });
    if (before === null || after === null || everHeld(before) || everHeld(after)) return;
    const total = (statements: readonly Json[]) => sum(statements.map((statement) => rational(String(statement.total))));
    expect(total(after).compare(total(before))).toBeGreaterThanOrEqual(0);
  });
});

function everHeld(statements: readonly Json[]): boolean {
  const isHeld = ({ state }: Json) => state === 'held';
  return statements.some((statement) => (statement.held as unknown[]).length > 0 || (statement.kpis as Json[]).some(isHeld));
}

function stillHeld(statements: readonly Json[]): boolean {
  return ((statements.at(-1)?.held ?? []) as unknown[]).length > 0;
}

/** Every name another, in another order. */
function renamed(life: RandomLife): RandomLife {
  const names = [...life.contract.fees, ...life.contract.kpis].map(({ id }) => id);
  const others = new Map(names.map((name, index) => [name, `zz${names.length - index}x${name}`]));
  const files = new Map(life.events.map(({ file }, index) => [file, `${file.slice(0, 11)}e${life.events.length - index}.yaml`]));
  let text = JSON.stringify({ contract: life.contract, events: life.events, late: life.late ?? {}, steps: life.steps });
  for (const [name, other] of others) text = text.replaceAll(`"${name}"`, `"${other}"`).replaceAll(`/${name}"`, `/${other}"`);
  for (const [file, other] of files) text = text.replaceAll(`"${file}"`, `"${other}"`);
  const { contract, events, late, steps } = JSON.parse(text) as Pick<RandomLife, 'contract' | 'events' | 'late' | 'steps'>;
  return { ...life, contract: { ...contract, kpis: [...contract.kpis].reverse() }, events: [...events].reverse(), late: late ?? {}, steps };
}

function inKwd(life: RandomLife): RandomLife {
  return JSON.parse(JSON.stringify(life).replaceAll('"USD"', '"KWD"').replaceAll('"JPY"', '"KWD"')) as RandomLife;
}

const MONEY_METRICS = new Set(['gmv', 'spending', 'net', 'basket']);

/** Ten times every amount, in the data, the contract and the events; shares, counts and ratios stay. */
function tenTimes(life: RandomLife): RandomLife {
  const times = (value: unknown): unknown => {
    if (typeof value === 'number') return Number(toDecimal(rational(String(value)).mul(10)));
    if (typeof value === 'string') return value.endsWith('%') || value.endsWith('x') ? value : toDecimal(rational(value).mul(10));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, times(each)]));
    return value;
  };
  const some = <T extends object>(item: T, fields: readonly string[]): T =>
    Object.fromEntries(Object.entries(item).map(([key, value]) => [key, fields.includes(key) ? times(value) : value])) as T;
  const contractOf = <T extends Partial<ContractText>>(contract: T): T => ({
    ...contract,
    ...(contract.kpis === undefined
      ? {}
      : {
          kpis: contract.kpis.map((kpi) => ({
            ...(MONEY_METRICS.has(kpi.metric) ? some(kpi, ['target']) : kpi),
            ...(kpi.minimum !== undefined && MONEY_METRICS.has(kpi.minimum.metric) ? { minimum: some(kpi.minimum, ['atLeast']) } : {}),
          })),
        }),
    ...(contract.gates === undefined
      ? {}
      : { gates: contract.gates.map((gate) => (MONEY_METRICS.has(gate.metric) ? some(gate, ['atLeast', 'atMost']) : gate)) }),
    ...(contract.fees === undefined ? {} : { fees: contract.fees.map(feeTimes) }),
  });
  const tiers = (table: object): object =>
    Object.fromEntries(
      Object.entries(table).map(([key, value]) =>
        typeof value === 'object' ? [key, tiers(value as object)] : [toDecimal(rational(key).mul(10)), value],
      ),
    );
  const feeTimes = (fee: FeeText): FeeText => {
    if (fee.kind === 'commission') return { ...fee, tiers: tiers(fee.tiers) } as FeeText;
    const scaled = some(fee, ['amount', 'pool', 'limit', 'stake', 'period', 'term']);
    if (fee.kind === 'wager') return MONEY_METRICS.has(fee.metric) ? some(scaled, ['target', 'deadband']) : some(scaled, ['rate']);
    return fee.kind === 'milestone' && fee.metric !== undefined && MONEY_METRICS.has(fee.metric) ? some(scaled, ['atLeast']) : scaled;
  };
  const text = JSON.stringify({
    ...life,
    contract: contractOf(life.contract),
    steps: life.steps.map((step) => (step.amend === undefined ? step : { ...step, amend: contractOf(step.amend) })),
    tables: Object.fromEntries(
      Object.entries(life.tables).map(([name, rows]) => [
        name,
        rows.map((row) =>
          some(
            row,
            ['amount', 'cost'].filter((field) => row[field] !== null),
          ),
        ),
      ]),
    ),
    faults: life.faults.map((fault) => (fault.kind === 'amount' ? some(fault, ['value']) : fault)),
    events: life.events.map((event) => some(event, ['claimed', 'amount'])),
  });
  return JSON.parse(text.replaceAll('"KWD"', '"USD"')) as RandomLife;
}
