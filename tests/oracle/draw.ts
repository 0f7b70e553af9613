import { countDays, type Every, periodAround, periodOf, plusDays } from './days.js';
import type {
  BookEvent,
  ContractText,
  DefinitionsText,
  DutyText,
  FeeText,
  GateText,
  KpiText,
  MeasureText,
  Party,
  ReconcileText,
} from './documents.js';
import { withMore } from './draw-more.js';
import type { Fault, RandomLife } from './life.js';
import type { Row } from './measuring.js';
import { Random } from './random.js';

/* A random life: contract, data with its faults, events, steps. All of it from one seed. */

interface Drawn {
  readonly random: Random;
  readonly every: Every;
  readonly term: { readonly from: string; readonly to: string };
  readonly periods: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly whole: { from: string; to: string };
  }[];
  readonly currency: string;
}

const METRICS = {
  gmv: { title: 'gmv', formula: 'revenue', unit: 'money', type: 'flow' },
  spending: { title: 'spending', formula: 'spend', unit: 'money', type: 'flow' },
  net: { title: 'net', formula: 'revenue - spend', unit: 'money', type: 'flow' },
  roas: { title: 'roas', formula: 'revenue / spend', unit: 'number', type: 'ratio' },
  basket: { title: 'basket', formula: 'revenue / orders', unit: 'money', type: 'ratio' },
  volume: { title: 'volume', formula: 'orders', unit: 'number', type: 'flow' },
  buyers: { title: 'buyers', formula: 'customers', unit: 'number', type: 'flow' },
} as const;
type MetricName = keyof typeof METRICS;

/** About what a metric comes to in a whole period, so that thresholds are met and missed. */
const USUAL: Readonly<Record<MetricName, number>> = { gmv: 400, spending: 100, net: 300, roas: 4, basket: 100, volume: 4, buyers: 3 };

export function drawLife(seed: number): RandomLife {
  return withMore(drawPlain(seed));
}

function drawPlain(seed: number): RandomLife {
  const random = new Random(seed);
  const every = random.pick<Every>(['month', 'month', 'month', 'quarter', 'week']);
  const start = plusDays('2025-12-29', random.pick([0, 3, 3, 17, random.int(0, 60)]));
  const count = random.int(1, 4);
  let days = periodAround(start, every);
  const from = random.chance(50) ? days.from : start;
  for (let step = 1; step < count; step++) days = periodAround(plusDays(days.to, 1), every);
  const cut = random.chance(30) ? random.int(1, Math.min(countDays(days) - 1, 20)) : 0;
  const last = plusDays(days.to, -cut);
  const term = { from, to: last > from ? last : days.to };
  const drawn: Drawn = { random, every, term, periods: periodsOf(term, every), currency: random.pick(['USD', 'USD', 'USD', 'JPY', 'KWD']) };
  const definitions = drawDefinitions(drawn);
  const contract = drawContract(drawn, definitions);
  const steps = drawSteps(drawn, contract);
  const tables = drawTables(drawn, definitions);
  return {
    seed,
    contract,
    definitions,
    tables,
    faults: drawFaults(drawn, tables, steps.length),
    events: drawEvents(drawn, contract, definitions, steps),
    steps,
  };
}

function periodsOf(term: { from: string; to: string }, every: Every): Drawn['periods'] {
  const periods: Drawn['periods'][number][] = [];
  for (let whole = periodAround(term.from, every); whole.from <= term.to; whole = periodAround(plusDays(whole.to, 1), every)) {
    periods.push({
      id: periodOf(whole.from, every),
      from: whole.from > term.from ? whole.from : term.from,
      to: whole.to < term.to ? whole.to : term.to,
      whole,
    });
  }
  return periods;
}

// ---- Definitions

function drawDefinitions({ random }: Drawn): DefinitionsText {
  const foreign = random.chance(25);
  const log = random.chance(70);
  const byDate = random.chance(20);
  const party = () => random.pick<Party>(['brand', 'provider']);
  const [sales, ads, analytics] = [random.pick<Party>(['brand', 'brand', 'provider']), party(), party()];
  const freshness = log ? { freshness: { table: 'shop.loads', column: 'loaded_at' } } : {};
  const when = byDate ? 'day' : random.pick(['at', 'at', 'at']);
  const revenue: MeasureText & { definition: string } = {
    definition: 'Value of orders',
    of: 'sales',
    sum: 'amount',
    when,
    ...(random.chance(50) ? { where: drawWhere(random) } : {}),
    ...(foreign ? { currency: 'currency' } : {}),
    ...(random.chance(15) ? { nulls: 'zero' as const } : {}),
  };
  const reconcile: ReconcileText[] = random.chance(20)
    ? [{ id: 'rec', left: 'revenue', right: 'seen', tolerance: random.pick(['0%', '5%', '20%']), onBreach: random.pick(['hold', 'flag']) }]
    : [];
  const facts = {
    sales: { table: 'shop.sales', grain: ['id'], custodian: sales, ...freshness },
    ads: { table: 'shop.ads', grain: ['id'], custodian: ads, ...freshness },
    analytics: { table: 'shop.analytics', grain: ['id'], custodian: analytics, ...freshness },
    rates: { table: 'shop.rates', grain: ['day', 'ccy'], custodian: party() },
  };
  const measures = {
    revenue,
    orders: { definition: 'Orders', of: 'sales', count: 'rows' as const, when },
    customers: { definition: 'Customers', of: 'sales', countDistinct: 'customer', when },
    spend: { definition: 'Advertising', of: 'ads', sum: 'cost', when: 'day' },
    seen: { definition: 'Value as analytics see it', of: 'analytics', sum: 'amount', when: 'at' },
  };
  return {
    facts,
    measures,
    metrics: METRICS,
    ...(foreign
      ? {
          fx: {
            fact: 'rates',
            date: 'day',
            currency: 'ccy',
            rate: 'rate',
            maxAgeDays: random.pick([3, 7, 40]),
            ...(random.chance(30) ? { inverted: true } : {}),
          },
        }
      : {}),
    ...(reconcile.length > 0 ? { reconcile } : {}),
  };
}

function drawWhere(random: Random): Record<string, unknown> {
  return random.pick<Record<string, unknown>>([
    { status: 'ok' },
    { status: ['ok', 'sent'] },
    { status: { not: 'void' } },
    { status: { not: ['void', 'lost'] } },
    { status: { isNull: false } },
    { qty: { gte: 2 } },
    { qty: { between: [1, 3] } },
    { any: [{ status: 'ok' }, { qty: { gt: 3 } }] },
    { test: false },
  ]);
}

// ---- The contract

const money = (currency: string, value: number): number => (currency === 'JPY' ? Math.round(value) : Math.round(value * 100) / 100);

/** A level, or a schedule that begins with the term. */
function scheduled<T>({ random, periods }: Drawn, draw: () => T): T | Record<string, T> {
  const later = periods.slice(1);
  if (later.length === 0 || !random.chance(15)) return draw();
  return { [periods[0]?.id ?? '']: draw(), [random.pick(later).id]: draw() };
}

/** A cap that begins in mid-term; told by the amount itself, so that nothing else is drawn otherwise. */
function fromLater<T>(amounts: T | Record<string, T>): T | 'none' | Record<string, T | 'none'> {
  if (typeof amounts !== 'object' || amounts === null) return amounts;
  const [[first, value] = ['', null], ...later] = Object.entries(amounts);
  return Number(value) % 2 < 1 ? { [first]: 'none', ...Object.fromEntries(later) } : amounts;
}

function drawContract(drawn: Drawn, definitions: DefinitionsText): ContractText {
  const { random, every, term, currency } = drawn;
  const kpis = drawKpis(drawn);
  const fees = drawFees(drawn, kpis);
  const variable = fees.filter(({ kind }) => kind !== 'cap' && kind !== 'tax').map(({ id }) => id);
  const gates = drawGates(drawn, variable);
  const duties = drawDuties(drawn, kpis);
  const begins = drawn.periods.some((period) => 2 * countDays(period) >= countDays(period.whole)); // grace has a default beginning
  const grace =
    random.chance(20) && variable.length > 0 && begins ? { periods: random.int(1, 2), waives: [random.pick(variable)] } : undefined;
  const whole = {
    apiVersion: 'concord/v1',
    kind: 'Contract',
    id: 'random-life',
    title: 'Random life',
    stage: 'live',
    parties: { brand: { name: 'Brand', signatories: ['alice'] }, provider: { name: 'Provider', signatories: ['bob'] } },
    data: { owner: 'brand', providerUse: 'during_term' },
    term,
    calendar: {
      every,
      timezone: random.pick(['UTC', 'UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Europe/Berlin']),
      lockAfterDays: random.pick([0, 1, 5, 15]),
      trueUpPeriods: random.pick([0, 1, 1, 2, 3]),
    },
    currency,
    rounding: random.pick(['half_even', 'half_up'] as const),
    acceptance: { days: random.pick([0, 5, 10, 20, 45]), silence: 'accepts' },
    disputes: { days: random.pick([5, 20, 30, 60]), expert: 'An expert' },
    holds: { maxPeriods: random.pick([1, 1, 2, 3]) },
    kpis,
    composite: {
      rule: random.pick(['weighted_mean', 'weighted_mean', 'min'] as const),
      ...(random.chance(40) ? { minWeightLeft: random.pick(['30%', '50%', '80%']) } : {}),
    },
    fees,
    ...(gates.length > 0 ? { gates } : {}),
    ...(duties.length > 0 ? { duties } : {}),
    ...(grace === undefined ? {} : { grace }),
    payment: { dueDays: 15 },
    exclusions: { fileWithinDays: 100, maxDays: 200 },
    exit: { noticeDays: random.pick([0, 5]), handoverDays: 15, checklist: ['data_export'] },
    ...(definitions.reconcile?.some(({ onBreach }) => onBreach === 'flag') ? { review: { every } } : {}),
  };
  return whole;
}

function drawKpis(drawn: Drawn): KpiText[] {
  const { random } = drawn;
  const count = random.int(1, 3);
  const weights = random.pick(
    {
      1: [['100%']],
      2: [
        ['50%', '50%'],
        ['60%', '40%'],
        ['100%', '0%'],
      ],
      3: [
        ['40%', '35%', '25%'],
        ['20%', '30%', '50%'],
      ],
    }[count as 1 | 2 | 3],
  );
  return weights.map((weight, index) => {
    const metric = random.pick(Object.keys(METRICS) as MetricName[]);
    const usual = USUAL[metric];
    const lower = random.chance(25);
    const level = () => Math.max(1, Math.round(usual * random.pick([0.5, 1, 1, 2])));
    const target = scheduled(drawn, level);
    const stretched = random.chance(40);
    const minimum = random.pick<MetricName>(['spending', 'volume']);
    return {
      id: `kpi${index + 1}`,
      metric,
      owner: 'provider',
      better: lower ? ('lower' as const) : ('higher' as const),
      weight,
      target,
      ...(lower ? { threshold: random.pick(['1.4x', '3x']) } : random.chance(50) ? { threshold: random.pick(['0.5x', '0.8x']) } : {}),
      ...(stretched
        ? { stretch: lower ? '0.5x' : random.pick(['1.2x', '2x']), cap: random.pick(['120%', '150%']) }
        : random.chance(30)
          ? { cap: '130%' }
          : {}),
      ...(random.chance(20)
        ? { minimum: { metric: minimum, atLeast: random.pick([1, Math.round(USUAL[minimum] / 2), USUAL[minimum]]) } }
        : {}),
      ...(METRICS[metric].type === 'ratio' && random.chance(50) ? { whenMissing: random.pick(['zero', 'exclude'] as const) } : {}),
    };
  });
}

function drawFees(drawn: Drawn, kpis: readonly KpiText[]): FeeText[] {
  const { random, currency, every, term } = drawn;
  const amount = (low: number, high: number) => scheduled(drawn, () => money(currency, random.int(low, high)));
  const by = () => random.pick(['composite', ...kpis.map(({ id }) => id)]);
  const prorate = () => (random.chance(20) ? { prorate: false } : {});
  const drawFee = (kind: FeeText['kind'], id: string, earlier: readonly FeeText[]): FeeText | null => {
    switch (kind) {
      case 'retainer':
        return { id, kind, amount: amount(50, 300), ...prorate() };
      case 'commission': {
        const accumulate = random.pick(['period', 'term'] as const);
        return {
          id,
          kind,
          base: accumulate === 'term' ? 'gmv' : random.pick(['gmv', 'net']),
          tiers: random.pick([{ 0: '10%' }, { 0: '5%', 300: '15%' }, { 0: '20%', 200: '10%', 500: '2.5%' }, { 0: '0%', 250: '8%' }]),
          mode: random.pick(['marginal', 'whole']),
          accumulate,
        };
      }
      case 'bonus':
        return {
          id,
          kind,
          pool: amount(100, 1000),
          by: by(),
          points: random.pick([{ '0%': '0%', '100%': '100%' }, { '50%': '20%', '100%': '100%', '150%': '200%' }, { '80%': '50%' }]),
          shape: random.pick(['step', 'linear']),
          ...prorate(),
        };
      case 'milestone': {
        const due = plusDays(random.chance(70) ? term.to : random.pick(drawn.periods).to, random.pick([0, -10, 20]));
        const metric = random.pick<MetricName>(['gmv', 'volume', 'buyers', 'spending']);
        return {
          id,
          kind,
          amount: amount(50, 500),
          due: due > term.from ? due : term.to,
          ...(random.chance(70) ? { metric, atLeast: Math.max(1, Math.round(USUAL[metric] * random.pick([0.3, 1, 2]))) } : {}),
        };
      }
      case 'wager': {
        const metric = random.pick(Object.keys(METRICS) as MetricName[]);
        const over = every === 'week' ? 'term' : random.pick(['term', 'quarter'] as const);
        const isMoney = METRICS[metric].unit === 'money';
        const usual = USUAL[metric] * random.pick([0.5, 1, 2]);
        return {
          id,
          kind,
          metric,
          better: random.pick(['higher', 'lower']),
          target: Math.max(1, Math.round(usual)),
          over,
          deadband: random.pick([0, 1, Math.round(usual / 4)]),
          ...(random.chance(50)
            ? { stake: money(currency, random.int(20, 200)) }
            : { rate: isMoney ? '10%' : 5, limit: random.int(20, 200) }),
          onEarlyEnd: random.pick(['void', 'scale']),
        };
      }
      case 'guarantee':
        return { id, kind, amount: amount(100, 800), ...(random.chance(50) ? { recoverable: true } : {}), ...prorate() };
      case 'penalty': {
        const of = earlier.filter((fee) => ['retainer', 'commission', 'bonus', 'milestone'].includes(fee.kind));
        return {
          id,
          kind,
          ...(of.length > 0 && random.chance(60) ? { of: random.pick(of).id } : { amount: amount(20, 300) }),
          by: by(),
          bands: random.pick([{ '80%': '10%', '60%': '25%' }, { '100%': '20%' }, { '50%': '100%' }]),
          ...(random.chance(20) ? { prorate: false } : {}),
        };
      }
      case 'cap':
        return {
          id,
          kind,
          ...(random.chance(60) ? { period: fromLater(amount(200, 1200)) } : { term: fromLater(amount(500, 3000)) }),
          ...prorate(),
        };
      default:
        return { id, kind, rate: scheduled(drawn, () => random.pick(['6%', '10%', '19.25%'])), label: 'Tax' };
    }
  };
  const kinds = random.some<FeeText['kind']>(
    ['retainer', 'commission', 'commission', 'bonus', 'bonus', 'milestone', 'wager', 'guarantee', 'penalty', 'penalty', 'cap', 'tax'],
    38,
  );
  const fees: FeeText[] = [];
  for (const [index, kind] of kinds.entries()) {
    const fee = drawFee(kind, `${kind.slice(0, 3)}${index}`, fees);
    if (fee !== null) fees.push(fee);
  }
  const first = drawFee(random.pick(['commission', 'bonus', 'wager']), 'first', fees);
  return first === null || fees.length > 1 ? fees : [first, ...fees];
}

function drawGates({ random }: Drawn, fees: readonly string[]): GateText[] {
  if (fees.length === 0 || !random.chance(30)) return [];
  const metric = random.pick<MetricName>(['spending', 'volume', 'roas', 'gmv']);
  const level = Math.max(1, Math.round(USUAL[metric] * random.pick([0.5, 1])));
  const blocks = random.some(fees, 40);
  const side = random.chance(70) ? { atLeast: level } : { atMost: level * 2 };
  return [{ id: 'gate', metric, ...side, blocks: blocks.length > 0 ? blocks : [random.pick(fees)] }];
}

function drawDuties({ random, every }: Drawn, kpis: readonly KpiText[]): DutyText[] {
  if (!random.chance(25)) return [];
  const duty = (id: string): DutyText => {
    const owes = random.pick<Party>(['brand', 'provider']);
    return {
      id,
      owes,
      title: id,
      dueDay: every === 'week' ? random.int(1, 7) : random.int(1, 28),
      ifLate: {
        kpis: random.chance(70) ? [random.pick(kpis).id] : kpis.map((kpi) => kpi.id),
        ...(owes === 'brand' ? { scoreAs: random.pick(['50%', '80%', '100%']) } : {}),
      },
    } as DutyText;
  };
  return random.chance(30) ? [duty('duty1'), duty('duty2')] : [duty('duty1')];
}

// ---- Steps

function drawSteps({ random, every, periods }: Drawn, contract: ContractText): RandomLife['steps'] {
  const { lockAfterDays, trueUpPeriods } = contract.calendar;
  const steps: { asOf: string; amend?: Partial<ContractText> }[] = [];
  const late = () => random.pick([0, 0, 0, 1, 7]);
  for (const period of periods) if (!random.chance(15)) steps.push({ asOf: plusDays(period.to, lockAfterDays + late()) });
  let whole = periodAround(periods.at(-1)?.to ?? '', every);
  for (let tail = 0; tail < trueUpPeriods + random.int(1, 3); tail++) {
    whole = periodAround(plusDays(whole.to, 1), every);
    if (!random.chance(15)) steps.push({ asOf: plusDays(whole.to, lockAfterDays + late()) });
  }
  const unique = steps.filter(({ asOf }, at) => at === 0 || asOf > (steps[at - 1]?.asOf ?? ''));
  if (unique.length > 1 && random.chance(20)) {
    const at = random.int(1, unique.length - 1);
    const amend = random.pick<Partial<ContractText>>([
      { holds: { maxPeriods: random.int(1, 3) } },
      { acceptance: { ...contract.acceptance, days: random.pick([0, 10, 60]) } },
      { calendar: { ...contract.calendar, trueUpPeriods: random.int(0, 3) } },
      { fees: contract.fees.map((fee) => (fee.kind === 'commission' ? { ...fee, tiers: { 0: '12.5%' } } : fee)) },
      { kpis: contract.kpis.map((kpi) => ({ ...kpi, cap: kpi.cap === undefined ? '100%' : '200%' })) },
      { rounding: contract.rounding === 'half_up' ? 'half_even' : 'half_up' },
    ]);
    const step = unique[at];
    if (step !== undefined) unique[at] = { ...step, amend };
  }
  return unique;
}

// ---- Data

function drawTables({ random, term, periods, currency }: Drawn, definitions: DefinitionsText): Record<string, Row[]> {
  const foreign = definitions.fx !== undefined;
  const last = periodAroundEnd(periods);
  const dayIn = (from: string, to: string) => plusDays(from, random.int(0, countDays({ from, to }) - 1));
  const amount = (low: number, high: number) => (random.int(low * 100, high * 100) / 100).toFixed(currency === 'JPY' ? 1 : 2);
  const sales: Row[] = [];
  const analytics: Row[] = [];
  const ads: Row[] = [];
  for (const period of periods) {
    const count = random.pick([0, 2, 3, 4, 5]);
    for (let at = 0; at < count; at++) {
      const day = random.chance(15) ? random.pick([period.from, period.to]) : dayIn(period.from, period.to);
      const value = random.chance(8) ? `-${amount(1, 200)}` : amount(1, 250);
      const id = `s${sales.length}`;
      const time = random.pick(['00:00:00', '12:00:00', '23:59:59', '04:30:00', '15:59:59', '16:00:00']);
      const instant = `${day}T${time}Z`;
      sales.push({
        id,
        at: random.chance(2) ? null : instant,
        day,
        amount: value,
        currency: foreign ? random.pick([currency, currency, 'GBP', 'EUR']) : currency,
        customer: random.pick(['a', 'b', 'c', 'd', null]),
        status: random.pick(['ok', 'ok', 'ok', 'sent', 'void', null]),
        qty: random.pick(['1', '2', '3', '5', null]),
        test: random.pick(['false', 'false', 'true']),
      });
      analytics.push({ id: `g${analytics.length}`, at: instant, amount: random.chance(80) ? value : amount(1, 250) });
    }
    const campaigns = random.pick([0, 1, 2, 3]);
    for (let at = 0; at < campaigns; at++)
      ads.push({ id: `a${ads.length}`, day: dayIn(period.from, period.to), cost: random.chance(10) ? '0' : amount(1, 120) });
  }
  // Rows long after the term make facts fresh that have no log.
  const after = plusDays(last, 1);
  const far = [0, 40, 100, 200, 400].map((days) => plusDays(after, days));
  for (const [at, day] of far.entries()) {
    const time = `${day}T18:00:00Z`;
    sales.push({ id: `z${at}`, at: time, day, amount: '1.00', currency, customer: 'z', status: 'ok', qty: '1', test: 'false' });
    analytics.push({ id: `z${at}`, at: time, amount: '1.00' });
    ads.push({ id: `z${at}`, day, cost: '1.00' });
  }
  const loads: Row[] = [];
  for (let day = plusDays(term.from, 3), at = 0; day < plusDays(after, 420); day = plusDays(day, random.int(1, 9)), at++)
    loads.push({ id: `l${at}`, loaded_at: `${day}T16:00:00Z` });
  const rates: Row[] = [];
  for (let day = plusDays(term.from, -3); day <= plusDays(last, 1); day = plusDays(day, random.int(1, 6))) {
    for (const ccy of ['GBP', 'EUR']) rates.push({ id: `${day}${ccy}`, day, ccy, rate: random.pick(['1.25', '0.8', '1.1', '2']) });
  }
  return { 'shop.sales': sales, 'shop.ads': ads, 'shop.analytics': analytics, 'shop.loads': loads, 'shop.rates': rates };
}

function periodAroundEnd(periods: Drawn['periods']): string {
  return periods.at(-1)?.to ?? '';
}

function drawFaults({ random, term, periods }: Drawn, tables: Record<string, Row[]>, steps: number): Fault[] {
  const faults: Fault[] = [];
  for (let count = random.pick([0, 1, 2, 2, 3, 4]); count > 0; count--) {
    const table = random.pick(['shop.sales', 'shop.sales', 'shop.ads', 'shop.analytics', 'shop.loads', 'shop.rates']);
    const rows = (tables[table] ?? []).filter((row) => !(row.id ?? '').startsWith('z'));
    if (rows.length === 0) continue;
    const row = random.pick(rows);
    const from = random.chance(60) ? 0 : random.int(0, steps - 1);
    const to = random.chance(30) ? 99 : random.int(from, steps);
    const at = row.id ?? '';
    const column = table === 'shop.ads' ? 'cost' : 'amount';
    const kinds: Fault['kind'][] =
      table === 'shop.loads'
        ? ['stale']
        : table === 'shop.rates'
          ? ['missing']
          : ['missing', 'null', 'duplicate', 'amount', 'amount', 'stale', 'repeat'];
    const kind = random.pick(kinds);
    if (kind === 'stale') {
      const timeColumn = { 'shop.loads': 'loaded_at', 'shop.ads': 'day' }[table] ?? 'at';
      faults.push({
        table,
        kind,
        at: random.pick([random.pick(periods).to, plusDays(term.from, random.int(0, 40))]),
        column: timeColumn,
        value: null,
        from,
        to,
      });
    } else if (kind === 'repeat') {
      const other = random.pick(rows).id ?? '';
      if (other !== at) faults.push({ table, kind, at, column, value: other, from, to });
    } else {
      const value = kind === 'amount' ? (random.int(0, 40000) / 100).toFixed(1) : null;
      faults.push({ table, kind, at, column, value, from, to });
    }
  }
  return faults;
}

// ---- Events

function drawEvents(drawn: Drawn, contract: ContractText, definitions: DefinitionsText, steps: RandomLife['steps']): BookEvent[] {
  const { random, periods, term, currency } = drawn;
  const events: BookEvent[] = [];
  const last = steps.at(-1)?.asOf ?? term.to;
  let number = 0;
  const file = (date: string, slug: string) => `${date}-${slug}${++number}.yaml`;
  const dayFrom = (from: string, span: number) => plusDays(from, random.int(0, Math.max(0, span)));
  const settledOn = (period: Drawn['periods'][number]) =>
    steps.find(({ asOf }) => asOf >= plusDays(period.to, contract.calendar.lockAfterDays))?.asOf ?? null;
  const signed = (low: number, high: number) => money(currency, random.int(low, high));
  const lines = contract.fees.filter(({ kind }) => kind !== 'tax').map(({ id }) => id);
  const add = (event: unknown) => events.push(event as BookEvent);

  // termination: what was a period may be a tail, and has no lines of its own
  if (random.chance(15)) {
    const date = dayFrom(term.from, countDays(term) - 1);
    const on = dayFrom(plusDays(date, (contract as unknown as { exit: { noticeDays: number } }).exit.noticeDays), 30);
    if (on < term.to)
      add({ file: file(date, 'termination'), kind: 'termination', party: random.pick(['brand', 'provider']), on, cause: 'c' });
  }
  const end = events.find((event) => event.kind === 'termination')?.on ?? term.to;
  const settled = periods.filter((period) => period.from <= end);

  // disputes, escalations, resolutions
  for (let count = random.pick([0, 0, 1, 1, 2]); count > 0 && lines.length > 0; count--) {
    const period = random.pick(settled);
    const settledAt = settledOn(period);
    if (settledAt === null) continue;
    const line = random.pick(lines);
    if (events.some((event) => event.kind === 'dispute' && event.line === line && event.period === period.id)) continue;
    const date = random.chance(50)
      ? dayFrom(settledAt, contract.acceptance.days)
      : dayFrom(period.to, Math.max(0, countDays({ from: period.to, to: settledAt }) - 1));
    const name = file(date, 'dispute');
    add({
      file: name,
      kind: 'dispute',
      party: random.pick(['brand', 'provider']),
      period: period.id,
      line,
      claimed: random.pick([0, signed(1, 600), signed(-200, 300)]),
      reason: 'r',
      evidence: ['e'],
    });
    if (random.chance(30))
      add({ file: file(dayFrom(date, contract.disputes.days - 1), 'escalation'), kind: 'escalation', party: 'brand', answers: name });
    if (random.chance(35))
      add({
        file: file(dayFrom(date, contract.disputes.days - 1), 'resolution'),
        kind: 'resolution',
        answers: name,
        amount: random.pick([0, signed(-100, 600)]),
      });
  }

  // milestones
  for (const fee of contract.fees) {
    if (fee.kind !== 'milestone' || random.chance(15)) continue;
    const day = dayFrom(term.from, countDays({ from: term.from, to: fee.due < term.to ? fee.due : term.to }));
    if (random.chance(50)) {
      const filed = dayFrom(day, random.pick([0, 0, 20]));
      add({ file: file(filed, 'acceptance'), kind: 'acceptance', party: 'brand', milestone: fee.id, on: day });
    } else if (day <= fee.due) {
      const name = file(day, 'request');
      add({ file: name, kind: 'acceptance_request', party: 'provider', milestone: fee.id, on: day });
      if (random.chance(40)) {
        const answered = dayFrom(day, contract.acceptance.days);
        if (random.chance(50))
          add({
            file: file(answered, 'refusal'),
            kind: 'refusal',
            party: 'brand',
            milestone: fee.id,
            on: answered,
            reason: 'r',
            answers: name,
          });
        else
          add({ file: file(answered, 'acceptance'), kind: 'acceptance', party: 'brand', milestone: fee.id, on: answered, answers: name });
      }
    }
  }

  // duties
  for (const duty of contract.duties ?? []) {
    for (const period of periods) {
      if (random.chance(40)) continue;
      const on = dayFrom(period.whole.from, Math.min(duty.dueDay + 3, 27));
      const agreed = random.chance(25);
      add({
        file: file(agreed ? dayFrom(on, 40) : on, 'duty'),
        kind: 'duty',
        duty: duty.id,
        party: duty.owes,
        period: period.id,
        on,
        evidence: ['e'],
        ...(agreed ? { agreed } : {}),
      });
    }
  }

  // exclusions
  for (let count = random.pick([0, 0, 0, 1, 1, 2]); count > 0; count--) {
    const period = random.pick(periods);
    const kpi = random.pick(contract.kpis);
    if (events.some((event) => event.kind === 'exclusion' && event.kpis.includes(kpi.id))) continue;
    const flow = definitions.metrics[kpi.metric]?.type === 'flow';
    const from = dayFrom(period.from, countDays(period) - 1);
    const to = plusDays(from, random.int(0, 5)) < period.to ? plusDays(from, random.int(0, 5)) : from;
    const date = dayFrom(to, 60);
    const base = { kind: 'exclusion', reason: 'logistics', kpis: [kpi.id], evidence: ['e'] };
    if (random.chance(40))
      add({
        file: file(date, 'waive'),
        ...base,
        treatment: 'waive',
        periods: [period.id],
        scoreAs: random.pick(['none', '50%', '100%', '120%']),
      });
    else if (flow) add({ file: file(date, 'prorate'), ...base, treatment: 'prorate', window: { from, to } });
    else
      add({
        file: file(date, 'drop'),
        ...base,
        treatment: 'drop',
        window: { from, to },
        ...(random.chance(30) && kpi.metric === 'basket' ? { where: { status: 'ok' } } : {}),
      });
  }

  // reviews
  for (const { asOf } of steps) {
    if (!random.chance(25)) continue;
    const period = random.pick(periods);
    const acknowledges = [...lines.map((line) => `true-up/${period.id}/${line}`), ...(definitions.reconcile ?? []).map(({ id }) => id)];
    add({
      file: file(dayFrom(asOf, 10), 'review'),
      kind: 'review',
      party: random.pick(['brand', 'provider']),
      period: period.id,
      findings: ['f'],
      acknowledges: random.some(acknowledges, 60),
    });
  }

  // payments, corrections, termination
  if (random.chance(20)) {
    const on = dayFrom(term.from, 100);
    add({ file: file(on, 'payment'), kind: 'payment', party: 'brand', amount: signed(1, 500), on, reference: 'p1' });
  }
  if (random.chance(15) && lines.length > 0) {
    add({
      file: file(dayFrom(term.from, countDays({ from: term.from, to: last })), 'correction'),
      kind: 'correction',
      period: random.pick(settled).id,
      line: random.pick(lines),
      amount: signed(-50, 50) || 1,
      reason: 'r',
    });
  }
  return events.sort((a, b) => (a.file < b.file ? -1 : 1));
}
