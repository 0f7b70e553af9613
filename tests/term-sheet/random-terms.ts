import { FEE_KINDS, type Fee, type FeeKind } from '../../src/contract/fee-kinds/fee-kinds.js';
import type {
  Clause,
  Contract,
  Definitions,
  Fact,
  Filter,
  Kpi,
  Level,
  Literal,
  Scheduled,
  Steps,
  Terms,
} from '../../src/contract/model.js';
import type { Every, PeriodId } from '../../src/kernel/calendar.js';
import { termPeriods } from '../../src/kernel/period.js';
import { rational, toExact } from '../../src/kernel/rational.js';
import type { Text } from '../../src/kernel/text.js';
import type { Random } from '../oracle/random.js';

/*
 * Random terms, written as settlement has them: every field and every choice of the model, texts that try to pass for a sentence, and
 * numbers with every digit that a number may have. They need not make a sensible contract: what they say must survive being said.
 */

const CLAUSE: Clause = { file: 'contract.yaml', line: 1 };
const METRICS = ['revenue', 'roas', 'margin'] as const;
const PARTIES = ['brand', 'provider'] as const;

/** Texts of people, among them such as look like a part of a sentence. */
const TEXTS = [
  'Net sales',
  '净销售额',
  'He said “yes” and ”no”',
  'a \\ b \\” c',
  'Its title is “x”. Its weight in the composite score is 5%.',
  '10% from USD 0.00, 20% from USD 5.00',
  '（自 2026 年 7 月起）；',
  '“a” and ““b” and “c\\”',
  '“--”视为没有',
  ' spaces at both ends ',
  'two\nlines',
  '{name} {days:day|days}',
  '汉 字 中 间 有 空 格',
  '',
  '1',
  '“',
  '”',
  '\\',
];

export function randomTerms(random: Random): Terms {
  const every = random.pick<Every>(['month', 'quarter', 'week']);
  const from = random.pick(['2026-01-01', '2026-03-17', '2025-12-29', '2026-11-30']);
  const term = { from, to: random.pick(['2026-12-31', '2027-06-15', '2027-12-26']) };
  const draw = new Draw(random, every, termPeriods(term, every)[0]?.id ?? '');
  return {
    apiVersion: 'concord/v1',
    kind: 'Terms',
    contract: draw.contract(term),
    definitions: draw.definitions(),
  };
}

class Draw {
  constructor(
    private readonly random: Random,
    private readonly every: Every,
    private readonly first: PeriodId,
  ) {}

  contract(term: Contract['term']): Contract {
    const { random } = this;
    const party = () => random.pick(PARTIES);
    const count = () => random.pick([0, 1, 2, random.int(3, 400)]);
    return {
      id: this.id(),
      title: this.text(),
      stage: random.pick(['pilot', 'live', 'ended'] as const),
      parties: { brand: this.party(), provider: this.party() },
      agreement: this.maybe(() => ({ number: this.string(), sha256: 'ab'.repeat(32), prevails: random.pick(['document', 'contract']) })),
      data: { owner: party(), providerUse: random.pick(['none', 'during_term', 'perpetual']) },
      ip: this.maybe(() => ({ creatives: party(), site: party(), accounts: party() })),
      term,
      calendar: {
        every: this.every,
        timezone: random.pick(['UTC', 'Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']),
        lockAfterDays: count(),
        trueUpPeriods: count(),
      },
      currency: random.pick(['USD', 'JPY', 'KWD', 'CNY']),
      rounding: random.pick(['half_even', 'half_up'] as const),
      acceptance: { days: count(), silence: random.pick(['accepts', 'waits'] as const) },
      disputes: { days: count(), expert: this.text() },
      holds: { maxPeriods: count() },
      grace: this.maybe(() => ({ from: this.period(), periods: count(), waives: this.ids() })),
      kpis: this.list(1, 4, () => this.kpi()),
      composite: { rule: random.pick(['weighted_mean', 'min'] as const), minWeightLeft: this.share() },
      gates: this.list(0, 2, () => ({
        id: this.id(),
        metric: this.metric(),
        limit: random.pick(['atLeast', 'atMost'] as const),
        value: this.schedule(() => this.level()),
        blocks: this.ids(),
        clause: CLAUSE,
      })),
      fees: this.list(0, 6, () => this.fee(random.pick(FEE_KINDS))),
      duties: this.list(0, 2, () => ({
        id: this.id(),
        owes: party(),
        title: this.text(),
        dueDay: count(),
        lateIf: random.pick(['claimed', 'unproven'] as const),
        ifLate: random.pick([
          { kpis: [], scoreAs: null },
          { kpis: this.ids(), scoreAs: null },
          { kpis: this.ids(), scoreAs: this.share() },
        ]),
        clause: CLAUSE,
      })),
      payment: this.maybe(() => ({ dueDays: count() })),
      amendments: this.maybe(() => ({
        noticeDays: count(),
        maxTargetChange: this.maybe(() => this.share()),
        maxDrift: this.maybe(() => this.share()),
        minPeriodsBetween: this.maybe(count),
      })),
      review: this.maybe(() => ({ every: random.pick<Every>(['month', 'quarter', 'week']) })),
      exclusions: this.maybe(() => ({ fileWithinDays: count(), maxDays: count() })),
      exit: this.maybe(() => ({ noticeDays: count(), handoverDays: count(), checklist: this.ids() })),
      dashboard: this.maybe(() => ({ share: this.list(1, 2, party), ...(random.chance(40) ? { public: true as const } : {}) })),
      baseline: this.list(0, 2, () => ({
        metric: this.metric(),
        values: this.list(0, 3, () => ({ period: this.period(), value: this.level() })),
      })),
      ...(random.chance(30) ? { watch: this.ids() } : {}),
    };
  }

  definitions(): Definitions {
    const { random } = this;
    const units = ['money', 'number', 'share'] as const;
    return {
      metrics: METRICS.map((id, index) => ({
        id,
        title: this.text(),
        formula: { number: '0' },
        text: random.pick(['a / b', '(a - b) * 0.5', 'min(a, b)']),
        unit: random.chance(70) ? (units[index] ?? 'number') : random.pick(units),
        type: random.pick(['flow', 'ratio'] as const),
        decimals: this.maybe(() => random.int(0, 12)),
        clause: CLAUSE,
      })),
      measures: this.list(0, 3, () => ({
        id: this.id(),
        ...(random.chance(50) ? { title: this.text() } : {}),
        definition: this.text(),
        of: this.id(),
        aggregate: random.pick([{ sum: this.id() }, { count: 'rows' as const }, { countDistinct: this.id() }]),
        when: { column: this.id(), zone: random.chance(30) ? 'Asia/Tokyo' : null },
        where: this.maybe(() => this.filter(2)),
        currency: random.pick([null, this.id(), { code: 'EUR' }]),
        nulls: random.pick(['undefined', 'zero'] as const),
        ...(random.chance(20)
          ? {
              by: this.list(1, 2, () =>
                random.pick([
                  { column: this.id(), top: random.int(1, 30) },
                  { column: this.id(), values: this.strings() },
                ]),
              ),
            }
          : {}),
        clause: CLAUSE,
      })),
      facts: this.list(0, 3, () => this.fact()),
      fx: this.maybe(() => ({
        fact: this.id(),
        date: this.id(),
        currency: this.id(),
        rate: this.id(),
        maxAgeDays: random.int(0, 40),
        inverted: random.chance(50),
        clause: CLAUSE,
      })),
      reconcile: this.list(0, 2, () => ({
        id: this.id(),
        left: this.id(),
        right: this.id(),
        tolerance: this.share(),
        onBreach: random.pick(['hold', 'flag'] as const),
        clause: CLAUSE,
      })),
      views: this.list(0, 2, () => ({
        name: this.id(),
        duckdb: this.maybe(() => `SELECT ${random.int(0, 9)}`),
        bigquery: this.maybe(() => `SELECT ${random.int(0, 9)}`),
      })),
      ...(random.chance(20)
        ? {
            seasons: this.list(1, 2, () => ({
              name: this.text(),
              dates: this.dates(),
              factor: this.maybe(() => this.number()),
              basis: this.maybe(() => this.dates()),
              clause: CLAUSE,
            })),
          }
        : {}),
      ...(random.chance(20)
        ? {
            tree: [
              {
                metric: this.metric(),
                factors: this.list(1, 3, () => ({ metric: this.metric(), per: random.chance(50) })),
                clause: CLAUSE,
              },
            ],
          }
        : {}),
    };
  }

  private fee(kind: FeeKind): Fee {
    const { random } = this;
    const base = { id: this.id(), title: this.maybe(() => this.text()), clause: CLAUSE };
    const amount = () => this.schedule(() => this.number());
    const most = () => this.schedule(() => this.maybe(() => this.number()));
    const by = () => random.pick(['composite', this.id()]);
    const prorate = random.chance(50);
    const tiered = () => ({
      base: this.metric(),
      tiers: this.schedule(() => this.steps(() => this.number())),
      mode: random.pick(['marginal', 'whole'] as const),
      accumulate: random.pick(['period', 'term'] as const),
    });
    const fees: { readonly [K in FeeKind]: () => Extract<Fee, { kind: K }> } = {
      retainer: () => ({ ...base, kind: 'retainer', amount: amount(), prorate }),
      commission: () => ({ ...base, kind: 'commission', ...tiered() }),
      rebate: () => ({ ...base, kind: 'rebate', ...tiered() }),
      unit_price: () => ({ ...base, kind: 'unit_price', quantity: this.metric(), price: amount() }),
      bonus: () => ({
        ...base,
        kind: 'bonus',
        pool: amount(),
        by: by(),
        points: this.schedule(() => this.steps(() => this.share())),
        shape: random.pick(['step', 'linear'] as const),
        prorate,
      }),
      milestone: () => ({
        ...base,
        kind: 'milestone',
        amount: amount(),
        due: this.day(),
        reach: this.maybe(() => ({ metric: this.metric(), atLeast: this.schedule(() => this.level()) })),
      }),
      guarantee: () => ({ ...base, kind: 'guarantee', amount: amount(), recoverable: random.chance(50), prorate }),
      wager: () => ({
        ...base,
        kind: 'wager',
        metric: this.metric(),
        better: random.pick(['higher', 'lower'] as const),
        target: this.schedule(() => this.level()),
        over: random.pick(['term', 'quarter'] as const),
        deadband: this.schedule(() => this.level()),
        pays: random.pick([{ rate: this.schedule(() => this.level()), limit: amount() }, { stake: amount() }]),
        onEarlyEnd: random.pick(['void', 'scale'] as const),
      }),
      penalty: () => ({
        ...base,
        kind: 'penalty',
        of: random.pick([{ fee: this.id() }, { amount: amount() }]),
        by: by(),
        bands: this.schedule(() => this.steps(() => this.share())),
        prorate,
      }),
      cap: () => {
        const limits = random.pick([
          { period: most(), term: most() },
          { period: most(), term: null },
          { period: null, term: most() },
        ]);
        return { ...base, kind: 'cap', ...limits, prorate };
      },
      pass_through: () => ({
        ...base,
        kind: 'pass_through',
        cost: this.metric(),
        markup: random.pick([{ onCost: this.schedule(() => this.share()) }, { gross: this.schedule(() => this.share()) }]),
        upTo: this.maybe(amount),
        taxed: random.chance(50),
      }),
      tax: () => ({ ...base, kind: 'tax', rate: this.schedule(() => this.share()), label: this.text() }),
    };
    return fees[kind]();
  }

  private kpi(): Kpi {
    const { random } = this;
    const level = (): Level => random.pick([{ value: this.level() }, { times: this.number() }]);
    return {
      id: this.id(),
      title: this.maybe(() => this.text()),
      metric: this.metric(),
      owner: random.pick(PARTIES),
      better: random.pick(['higher', 'lower'] as const),
      weight: this.schedule(() => this.share()),
      target: this.schedule(() => this.level()),
      threshold: this.maybe(() => this.schedule(level)),
      stretch: this.maybe(() => this.schedule(level)),
      cap: this.schedule(() => this.share()),
      minimum: this.maybe(() => ({ metric: this.metric(), atLeast: this.schedule(() => this.level()) })),
      whenMissing: random.pick(['hold', 'zero', 'exclude'] as const),
      ...(random.chance(20) ? { bridge: this.list(1, 3, () => random.pick(['volume', 'mix', 'price', 'fx', 'refunds'] as const)) } : {}),
      clause: CLAUSE,
    };
  }

  private fact(): Fact {
    const { random } = this;
    const format = {
      ...(random.chance(50) ? { encoding: 'gb18030', delimiter: random.pick([';', '\t', '”']) } : {}),
      ...(random.chance(50) ? { skip: random.int(1, 3), ragged: random.chance(50) } : {}),
      ...(random.chance(50) ? { nulls: this.strings(), decimal: ',', thousands: '.' } : {}),
      ...(random.chance(30) ? { headerStartsWith: this.string(), comment: '#', dropFirst: 1, stopAt: this.string() } : {}),
      ...(random.chance(30) ? { rowNumber: this.id(), sheet: this.string() } : {}),
    };
    const columns = this.list(1, 3, () => ({
      name: this.id(),
      header: this.string(),
      time: this.maybe(() => '%Y-%m-%d'),
      strip: random.chance(30) ? this.strings() : [],
      ...(random.chance(30) ? { round: random.int(0, 6) } : {}),
      ...(random.chance(30) ? { fill: 'down' as const } : {}),
    }));
    const table = {
      table: random.pick(['shop.orders', 'orders', '订单']),
      ...(random.chance(30) && Object.keys(format).length > 0 ? { format } : {}),
      ...(random.chance(30) ? { columns } : {}),
    };
    return {
      id: this.id(),
      source: random.chance(70) ? table : { view: this.id() },
      grain: random.chance(20) ? [] : this.ids(),
      custodian: random.pick(PARTIES),
      freshness: this.maybe(() => ({ table: this.maybe(() => 'shop.loads'), column: this.id(), where: this.maybe(() => this.filter(1)) })),
      clause: CLAUSE,
    };
  }

  private filter(depth: number): Filter {
    const { random } = this;
    const column = random.pick(['status', 'is', 'a_1', 'and', 'order_id']);
    const literal = (): Literal =>
      random.pick<Literal>([
        { type: 'string', value: random.pick(['paid', 'a" and "b', 'x, y', '已付', '', '(', '”', '1']) },
        { type: 'number', value: this.number() },
        { type: 'boolean', value: random.chance(50) },
      ]);
    const inner = () => this.list(2, 3, () => this.filter(depth - 1));
    const leaves: (() => Filter)[] = [
      () => ({ column, op: random.pick(['eq', 'gt', 'gte', 'lt', 'lte'] as const), value: literal() }),
      () => ({ column, op: random.pick(['in', 'notIn'] as const), values: this.list(1, 3, literal) }),
      () => ({ column, op: 'between', low: literal(), high: literal() }),
      () => ({ column, op: 'isNull', value: random.chance(50) }),
    ];
    if (depth > 0 && random.chance(40)) return random.chance(50) ? { all: inner() } : { any: inner() };
    return random.pick(leaves)();
  }

  private party() {
    const members = () => (this.random.chance(50) ? ['group:kpi@acme.example', 'user:a.b+c@x.example'] : []);
    return {
      name: this.text(),
      ...(this.random.chance(40) ? { legal: this.legal() } : {}),
      signatories: this.ids(),
      required: this.random.int(1, 3),
      access: { analyst: members(), viewer: members() },
    };
  }

  private legal() {
    const { random } = this;
    return {
      name: this.string(),
      ...(random.chance(50) ? { taxId: '91310000MA1FL0XX2P' } : {}),
      ...(random.chance(50) ? { address: this.string() } : {}),
    };
  }

  private maybe<T>(draw: () => T): T | null {
    return this.random.chance(50) ? draw() : null;
  }

  private list<T>(least: number, most: number, draw: () => T): T[] {
    return Array.from({ length: this.random.int(least, most) }, draw);
  }

  private string(): string {
    return this.random.pick(TEXTS);
  }

  private strings(): string[] {
    return this.list(1, 2, () => this.string());
  }

  private text(): Text {
    return this.random.chance(50) ? this.string() : { en: this.string(), zh: this.string() };
  }

  private id(): string {
    return this.random.pick(['a', 'net_sales', 'first-20m', 'composite2', 'x1', 'day', 'scores', 'below', 'from', 'and', 'is', 'Q3']);
  }

  private ids(): string[] {
    return this.list(1, 3, () => this.id());
  }

  private metric(): string {
    return this.random.pick(METRICS);
  }

  private number(): string {
    const { random } = this;
    const decimals = random.pick([0, 0, 1, 2, 5, 12]);
    return toExact(rational(`${random.pick([0, 1, 7, 999, 1000, random.int(0, 99_999_999)])}.${'3141592653589'.slice(0, decimals)}5`));
  }

  private level(): string {
    return this.random.chance(10) ? toExact(rational(this.number()).neg()) : this.number();
  }

  private share(): string {
    return toExact(rational(this.number()).div(this.random.pick([100, 1000, 30000])));
  }

  private period(): PeriodId {
    const { random } = this;
    const year = random.int(2025, 2028);
    if (this.every === 'month') return `${year}-${String(random.int(1, 12)).padStart(2, '0')}`;
    return this.every === 'quarter' ? `${year}-Q${random.int(1, 4)}` : `${year}-W${String(random.int(1, 53)).padStart(2, '0')}`;
  }

  private day(): string {
    const { random } = this;
    return `${random.int(2025, 2027)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`;
  }

  private dates() {
    return this.list(1, 2, () => ({ from: this.day(), to: this.day() }));
  }

  private schedule<T>(draw: () => T): Scheduled<T> {
    const { random } = this;
    if (random.chance(60)) return [{ from: this.first, value: draw() }];
    return this.list(1, 3, () => ({ from: this.period(), value: draw() }));
  }

  private steps(at: () => string): Steps {
    return this.list(1, 3, () => ({ at: at(), value: this.share() }));
  }
}
