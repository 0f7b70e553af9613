import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { witness } from '../../src/commands/run/witness.js';
import type { Terms } from '../../src/contract/model.js';
import type { Printed } from '../../src/media/print.js';
import type { Witnessed } from '../../src/outlook/witness.js';
import { witnessBlocks, witnessesIn } from '../../src/report/witness.js';
import { readContract } from '../../src/running/repository.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { contractFrame } from '../contract-frame.js';
import { emptyPlace } from '../e2e/place.js';
import { contextFor, printed, run } from '../in-process.js';
import { tries } from '../tries.js';

/*
 * The other party measures a settled January with its own copy of the data, which differs in one way: the first line of what it is told
 * names a measure and a day that differ most, worked out here from the rows. WITNESS_CASES=200 takes more of them.
 */
const CASES = tries('WITNESS_CASES', 12);
const ID = 'acme-witnessed';

const CONTRACT: Readonly<Record<string, string>> = {
  'contracts/workspace.yaml': `people: { alice: { name: Alice, github: 1 }, bob: { name: Bob, github: 2 } }
governance: { brand: [alice], provider: [bob] }
`,
  [`contracts/${ID}/contract.yaml`]: `${contractFrame({ id: ID, title: 'Witnessed', timezone: 'Asia/Shanghai', trueUpPeriods: 1 })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
  - { id: share, kind: commission, base: gmv, tiers: { 0: 5% }, mode: marginal, accumulate: period }
`,
  [`contracts/${ID}/definitions.yaml`]: `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
  refunds: { table: shop.refunds, grain: [id], custodian: brand }
  rates: { table: fx.rates, grain: [day, ccy], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_at, currency: ccy, where: { status: paid } }
  returned: { definition: Refunds, of: refunds, sum: amount, when: day }
metrics:
  gmv: { title: GMV, formula: revenue - returned, unit: money, type: flow }
fx: { fact: rates, date: day, currency: ccy, rate: rate, maxAgeDays: 7 }
`,
};

interface Order {
  readonly id: string;
  /** Minutes since 2026-01-01 00:00 in Shanghai. */
  readonly minute: number;
  readonly cents: number;
  readonly ccy: 'USD' | 'EUR';
  readonly status: 'paid' | 'pending';
}
interface Refund {
  readonly id: string;
  readonly day: number;
  readonly cents: number;
}
interface Data {
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  /** Dollars for a euro, in hundredths, by day. */
  readonly rates: readonly number[];
}

const MINUTES = 24 * 60;
const dayText = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
const instantText = (minute: number) => new Date(Date.UTC(2026, 0, 1) + (minute - 8 * 60) * 60_000).toISOString();
const money = (cents: number) => (cents / 100).toFixed(2);

function randomly(seed: number): (below: number) => number {
  const generator = xoroshiro128plus(seed);
  return (below) => (generator.next() >>> 0) % below;
}

function settledData(): Data {
  const pick = randomly(20261128);
  const orders = Array.from(
    { length: 31 * 3 },
    (_, at): Order => ({
      id: `SECRETROW-${at}`,
      minute: Math.floor(at / 3) * MINUTES + pick(MINUTES),
      cents: 1000 + pick(90_000),
      ccy: at % 4 === 0 ? 'EUR' : 'USD',
      status: at % 7 === 0 ? 'pending' : 'paid',
    }),
  );
  const refunds = Array.from({ length: 12 }, (_, at) => ({ id: `SECRETREFUND-${at}`, day: 2 * at + 1, cents: 500 + pick(9000) }));
  // rows on the last day, so that the data reach it
  const last = [{ id: 'SECRETREFUND-last', day: 30, cents: 100 }];
  return { orders, refunds: [...refunds, ...last], rates: Array.from({ length: 31 }, () => 105 + pick(9)) };
}

function write(folder: string, { orders, refunds, rates }: Data): void {
  const table = (path: string, header: string, lines: readonly string[]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${[header, ...lines].join('\n')}\n`);
  };
  const after = { id: 'SECRETROW-after', minute: 33 * MINUTES, cents: 100, ccy: 'USD', status: 'paid' };
  const order = ({ id, minute, cents, ccy, status }: Omit<Order, 'ccy' | 'status'> & { ccy: string; status: string }) =>
    `${id},${instantText(minute)},${money(cents)},${ccy},${status}`;
  table('shop/orders.csv', 'id,paid_at,amount,ccy,status', [...orders, after].map(order));
  table(
    'shop/refunds.csv',
    'id,day,amount',
    [...refunds, { id: 'SECRETREFUND-after', day: 33, cents: 100 }].map(({ id, day, cents }) => `${id},${dayText(day)},${money(cents)}`),
  );
  table(
    'fx/rates.csv',
    'day,ccy,rate',
    rates.map((rate, day) => `${dayText(day)},EUR,${money(rate)}`),
  );
}

/** What each measure has on each day and in each currency, in cents; the euros of a day with their rate. */
function totals({ orders, refunds, rates }: Data): Map<string, { readonly cents: number; readonly rate: number }> {
  const found = new Map<string, { cents: number; rate: number }>();
  const add = (key: string, cents: number, rate: number) => found.set(key, { cents: (found.get(key)?.cents ?? 0) + cents, rate });
  for (const { minute, cents, ccy, status } of orders) {
    const day = Math.floor(minute / MINUTES);
    if (status === 'paid' && day >= 0 && day < 31) add(`revenue ${dayText(day)} ${ccy}`, cents, ccy === 'EUR' ? (rates[day] ?? 0) : 100);
  }
  for (const { day, cents } of refunds) if (day < 31) add(`returned ${dayText(day)} `, cents, 100);
  return found;
}

/** GMV of January in cents. */
function worth(of: Data): number {
  return [...totals(of)].reduce((sum, [key, { cents, rate }]) => sum + (key.startsWith('returned') ? -cents : (cents * rate) / 100), 0);
}

/** How far apart each measure and day is in dollars, as a share of all that was settled of the measure. */
function apart(settled: Data, other: Data): Map<string, number> {
  const [before, after] = [totals(settled), totals(other)];
  const dollars = (of: { readonly cents: number; readonly rate: number } | undefined) =>
    of === undefined ? 0 : (of.cents * of.rate) / 100;
  const whole = (measure: string) => [...before].filter(([key]) => key.startsWith(measure)).reduce((sum, [, of]) => sum + dollars(of), 0);
  const found = new Map<string, number>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const moved = Math.abs(dollars(after.get(key)) - dollars(before.get(key))) / whole(key.split(' ')[0] ?? '');
    if (moved > 0) found.set(key, moved);
  }
  return found;
}

const KINDS = ['a row missing', 'another zone', 'a status filter', 'a file twice', 'a refund a day later', 'another rate'] as const;
type Kind = (typeof KINDS)[number];

function other(data: Data, kind: Kind, pick: (below: number) => number): Data {
  const { orders, refunds, rates } = data;
  const paid = orders.flatMap(({ status }, at) => (status === 'paid' ? [at] : []));
  const one = paid[pick(paid.length)] ?? 0;
  switch (kind) {
    case 'a row missing':
      return { ...data, orders: orders.filter((_, at) => at !== one) };
    case 'another zone': {
      const hours = [-8, -7, -5, 1, 8][pick(5)] ?? 1;
      return { ...data, orders: orders.map((order) => ({ ...order, minute: order.minute + hours * 60 })) };
    }
    case 'a status filter': {
      const from = pick(20);
      return { ...data, orders: orders.map((order, at) => (at < from ? order : { ...order, status: 'paid' })) };
    }
    case 'a file twice':
      return { ...data, orders: [...orders, ...orders] };
    case 'a refund a day later': {
      const moved = pick(12);
      return { ...data, refunds: refunds.map((refund, at) => (at === moved ? { ...refund, day: refund.day + 1 } : refund)) };
    }
    case 'another rate': {
      const days = orders.filter(({ ccy, status }) => ccy === 'EUR' && status === 'paid').map(({ minute }) => Math.floor(minute / MINUTES));
      const day = days[pick(days.length)] ?? 0;
      return { ...data, rates: rates.map((rate, at) => (at === day ? rate + 1 + pick(20) : rate)) };
    }
  }
}

const data = settledData();
let root = '';

beforeAll(async () => {
  root = emptyPlace();
  for (const [path, text] of Object.entries(CONTRACT)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  write(join(root, 'data'), data);
  const settled = await run(contextFor({ root, asOf: '2026-02-06' }), (context) =>
    settleDue(context, { contract: ID, period: null, preview: false }),
  );
  expect(settled.exitCode, settled.errors).toBe(0);
});

/** What the other party is told, as programs and as people read it: measured once. */
async function measured(folder: string): Promise<(format: 'json' | 'pretty', locale?: 'en' | 'zh') => Promise<Printed>> {
  const outcome = await witness(contextFor({ root, asOf: '2026-03-20', data: folder }), { contract: ID, period: '2026-01', party: null });
  return (format, locale = 'en') => printed(contextFor({ root, asOf: '2026-03-20', data: folder, format, locale }), outcome);
}

describe('the other party measures the same', () => {
  it('says same with the digest, and files that as an event which pays nothing', async () => {
    const statement = JSON.parse(readFileSync(join(root, `contracts/${ID}/ledger/2026-01/statement.json`), 'utf8')) as {
      evidenceDigest: string;
    };
    const place = emptyPlace();
    cpSync(root, place, { recursive: true });
    const context = contextFor({ root: place, asOf: '2026-02-08', format: 'pretty' });
    const said = await run(context, (each) => witness(each, { contract: ID, period: '2026-01', party: 'provider' }));
    expect(said.exitCode, said.errors).toBe(0);
    expect(said.output).toContain('Same: what you have measured is what the period was settled on.');
    expect(said.output).toContain(`Digest of the evidence: ${statement.evidenceDigest}`);
    const event = readFileSync(join(place, `contracts/${ID}/events/2026-02-08-witness-provider-2026-01.yaml`), 'utf8');
    expect(event).toContain(`kind: witness\nparty: provider\nperiod: 2026-01\nevidenceDigest: ${statement.evidenceDigest}\nresult: same\n`);
    // the page of January, made since, says who has measured it
    const shown = await run(contextFor({ root: place, asOf: '2026-02-08', format: 'markdown' }), (each) =>
      score(each, { contract: ID, period: '2026-01' }),
    );
    expect(shown.output).toContain('**Measured independently**: Linkstar: same');
    // what it calls the same is named: of other evidence it says nothing about this one
    const { period, evidenceDigest } = { period: '2026-01', evidenceDigest: statement.evidenceDigest };
    const read = await readContract(localFiles(place), ID);
    expect(witnessesIn(read.events, { period, evidenceDigest }).map(({ isOfThis }) => isOfThis)).toEqual([true]);
    expect(witnessesIn(read.events, { period, evidenceDigest: `sha256:${'0'.repeat(64)}` }).map(({ isOfThis }) => isOfThis)).toEqual([
      false,
    ]);
    // February's statement counts it, says who measured, and pays what it would pay without
    const settle = (folder: string) =>
      run(contextFor({ root: folder, asOf: '2026-03-06' }), (each) => settleDue(each, { contract: ID, period: null, preview: false }));
    expect((await settle(place)).exitCode).toBe(0);
    const page = readFileSync(join(place, `contracts/${ID}/ledger/2026-02/statement.md`), 'utf8');
    expect(page).toContain('2026-01 measured independently by Linkstar: same');
    expect(page).toContain('2026-01 由 Linkstar 独立取数核对：一致');
    // one that calls other evidence the same is told as that, wherever it is told
    const forged = emptyPlace();
    cpSync(root, forged, { recursive: true });
    mkdirSync(join(forged, `contracts/${ID}/events`), { recursive: true });
    const [file = ''] = readdirSync(join(place, `contracts/${ID}/events`)).filter((name) => name.includes('witness'));
    const honest = readFileSync(join(place, `contracts/${ID}/events/${file}`), 'utf8');
    writeFileSync(join(forged, `contracts/${ID}/events/${file}`), honest.replace(/sha256:[0-9a-f]{64}/, `sha256:${'0'.repeat(64)}`));
    expect((await settle(forged)).exitCode).toBe(0);
    const other = readFileSync(join(forged, `contracts/${ID}/ledger/2026-02/statement.md`), 'utf8');
    expect(other).toContain('2026-01 measured independently by Linkstar: the same as other evidence, not as the statement’s');
    expect(other).toContain('2026-01 由 Linkstar 独立取数核对：与另一份取数底稿一致，并非结算单所依据的那一份');
    expect(other).not.toContain('Linkstar: same');
    const without = emptyPlace();
    cpSync(root, without, { recursive: true });
    expect((await settle(without)).exitCode).toBe(0);
    const paid = (folder: string) =>
      (JSON.parse(readFileSync(join(folder, `contracts/${ID}/ledger/2026-02/statement.json`), 'utf8')) as { lines: unknown }).lines;
    expect(paid(place)).toEqual(paid(without));
  });
});

it('ends with 2 where there is nothing to measure: 1 says that something else would be paid', async () => {
  const said = await (await measured(join(root, 'not-there')))('json');
  expect([said.exitCode, said.output]).toEqual([2, expect.stringContaining('data-all-missing')]);
});

describe('what was found is filed', () => {
  const filing = async (place: string, asOf = '2026-02-08') =>
    run(contextFor({ root: place, asOf, format: 'pretty' }), (each) =>
      witness(each, { contract: ID, period: '2026-01', party: 'provider' }),
    );
  const copy = () => {
    const place = emptyPlace();
    cpSync(root, place, { recursive: true });
    return place;
  };

  it('twice on a day under names of their own', async () => {
    const place = copy();
    expect((await filing(place)).exitCode).toBe(0);
    const again = await filing(place);
    expect(again.exitCode, again.errors).toBe(0);
    expect(again.output).toContain(`wrote contracts/${ID}/events/2026-02-08-witness-provider-2026-01-2.yaml`);
    expect(readdirSync(join(place, `contracts/${ID}/events`))).toHaveLength(2);
  });

  // January was settled as of 6 February and is in a commit: under an older date the event would stop every settlement.
  it('or refused as any event, and told all the same', async () => {
    const place = copy();
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-qm', 'Settled'],
    ])
      execFileSync('git', ['-C', place, ...args]);
    const refused = await run(contextFor({ root: place, asOf: '2026-01-20', format: 'pretty' }), (each) =>
      witness(each, { contract: ID, period: '2026-01', party: 'provider', history: gitHistory(place) }),
    );
    expect(refused.exitCode).toBe(2);
    expect(refused.output).toContain('Same: what you have measured is what the period was settled on.');
    expect(refused.errors).toContain('2026-01-20-witness-provider-2026-01.yaml');
    expect(existsSync(join(place, `contracts/${ID}/events`))).toBe(false);
  });
});

describe('the same rows, and more since', () => {
  const later = (minute: number): Data => ({
    ...data,
    orders: [...data.orders, { id: 'SECRETROW-later', minute, cents: 4200, ccy: 'USD', status: 'paid' }],
    refunds: [...data.refunds, { id: 'SECRETREFUND-later', day: 34, cents: 300 }],
  });

  // Settled as of 02-06 on data up to 02-03; the same day's later rows reach further, and are of no settled day.
  it('is the same, with the digest that was settled on', async () => {
    const folder = join(emptyPlace(), 'data');
    write(folder, later(35 * MINUTES + 300));
    const { result, settledDigest, measuredDigest, facts } = JSON.parse((await (await measured(folder))('json')).output) as Witnessed;
    expect({ result, facts }).toEqual({ result: 'same', facts: [] });
    expect(measuredDigest).toBe(settledDigest);
  });

  it('is another where one of them is of the settled month', async () => {
    const folder = join(emptyPlace(), 'data');
    write(folder, later(30 * MINUTES));
    const { result, rows } = JSON.parse((await (await measured(folder))('json')).output) as Witnessed;
    expect(result).toBe('different');
    expect(rows.map(({ measure, day }) => `${measure} ${day}`)).toEqual(['revenue 2026-01-31']);
  });
});

test('a line that is held on the other party’s data says so in words', async () => {
  const folder = join(emptyPlace(), 'data');
  write(folder, { ...data, orders: [...data.orders, ...data.orders] });
  const print = await measured(folder);
  expect((await print('pretty')).output).toMatch(/\n.*· share .* USD 0\.00 \(held\)\n/);
  expect((await print('pretty', 'zh')).output).toMatch(/\n.*· share .* USD 0\.00（暂缓结算）\n/);
});

test('lines that differ by what comes to nothing in all are told as that', async () => {
  const folder = join(emptyPlace(), 'data');
  write(folder, { ...data, orders: [...data.orders, ...data.orders] });
  const outcome = JSON.parse((await (await measured(folder))('json')).output) as Witnessed;
  const terms = JSON.parse(readFileSync(join(root, 'contracts', ID, 'ledger/2026-01/terms.json'), 'utf8')) as Terms;
  const { settled } = outcome.total;
  const alike = { ...outcome, total: { settled, measured: settled } };
  const [, en] = witnessBlocks(alike, terms, 'en');
  expect(en).toMatchObject({
    text: [{ text: expect.stringMatching(/^Different: the total is USD .* both times, but single lines are not the same\.$/) }],
  });
});

/*
 * 2026-01-02: 100.00 EUR at 1.10; 2026-01-03: 50.00 USD; 2026-01-04: 10,000 JPY at 0.0065; and 5 refunds of 4.00 EUR, which are 4.40 each.
 * Settled 110 + 50 + 65 − 5 × 4.40 = 203.00, of which 5% are 10.15. Euros count for what they are worth, not for their number beside yen.
 */
describe('amounts in several currencies', () => {
  let place = '';
  const tables = (folder: string, { orders, rate = '1.10' }: { readonly orders: readonly string[]; readonly rate?: string | null }) => {
    const put = (path: string, lines: readonly string[]) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
    };
    put('shop/orders.csv', ['id,paid_at,amount,ccy,status', ...orders, 'z,2026-02-03T04:00:00Z,1.00,USD,paid']);
    put('shop/refunds.csv', ['id,day,amount', ...[5, 6, 7, 8, 9].map((day) => `r${day},2026-01-0${day},4.00`), 'z,2026-02-03,1.00']);
    const days = Array.from({ length: 31 }, (_, day) => dayText(day));
    put('fx/rates.csv', [
      'day,ccy,rate',
      ...days.flatMap((day) => [`${day},JPY,0.0065`, ...(rate === null ? [] : [`${day},EUR,${rate}`])]),
      '2026-02-03,EUR,1.10',
    ]);
  };
  const EUR = 'a,2026-01-02T04:00:00Z,100.00,EUR,paid';
  const USD = 'b,2026-01-03T04:00:00Z,50.00,USD,paid';
  const JPY = 'c,2026-01-04T04:00:00Z,10000,JPY,paid';
  const settledOn = async (data: Parameters<typeof tables>[1], fx = 'rate: rate') => {
    const at = emptyPlace();
    for (const [path, text] of Object.entries(CONTRACT)) {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      const inEuros = text.replace('sum: amount, when: day }', 'sum: amount, when: day, currency: { code: EUR } }');
      writeFileSync(join(at, path), inEuros.replace('rate: rate', fx));
    }
    tables(join(at, 'data'), data);
    const settled = await run(contextFor({ root: at, asOf: '2026-02-06' }), (context) =>
      settleDue(context, { contract: ID, period: null, preview: false }),
    );
    expect(settled.exitCode, settled.errors).toBe(0);
    return at;
  };
  beforeAll(async () => {
    place = await settledOn({ orders: [EUR, USD, JPY] });
  });
  const told = async (folder: string, locale: 'en' | 'zh' = 'en', at = place) => {
    const outcome = await witness(contextFor({ root: at, asOf: '2026-03-20', data: folder }), {
      contract: ID,
      period: '2026-01',
      party: null,
    });
    const { output } = await printed(contextFor({ root: at, asOf: '2026-03-20', data: folder, format: 'pretty', locale }), outcome);
    return output.split('\n').flatMap((each) => (/^(revenue|returned) /.test(each) ? [each.trim().replace(/ {2,}/g, ' | ')] : []));
  };

  it('are told as they are, and their difference in the contract’s, the largest first', async () => {
    const folder = join(emptyPlace(), 'data');
    tables(folder, { orders: [USD.replace('50.00', '20.00')] });
    expect(await told(folder)).toEqual([
      'revenue | 2026-01-02 | 1 → 0 | 100.00 EUR × 1.1 → 0.00 | -110.00 USD',
      'revenue | 2026-01-04 | 1 → 0 | 10,000 JPY × 0.0065 → 0 | -65.00 USD',
      'revenue | 2026-01-03 | 1 | 50.00 USD → 20.00 USD | -30.00 USD',
    ]);
  });

  it('of which only the rate differs are apart by that: 100 × 0.05, and 4 × 0.05 of each refund', async () => {
    const folder = join(emptyPlace(), 'data');
    tables(folder, { orders: [EUR, USD, JPY], rate: '1.15' });
    // 5.00 of 225.00 is more than 0.20 of 22.00
    expect((await told(folder)).slice(0, 2)).toEqual([
      'revenue | 2026-01-02 | 1 | 100.00 EUR × 1.1 → 100.00 EUR × 1.15 | +5.00 USD',
      'returned | 2026-01-05 | 1 | 4.00 EUR × 1.1 → 4.00 EUR × 1.15 | +0.20 USD',
    ]);
  });

  // 100 ÷ 0.8 = 125 dollars and 4 ÷ 0.8 = 5; 80 ÷ 0.8 = 100; 100 ÷ 0.64 = 156.25 and 4 ÷ 0.64 = 6.25
  it('are divided by rates that are prices of the contract’s currency', async () => {
    const at = await settledOn({ orders: [EUR], rate: '0.80' }, 'rate: rate, inverted: true');
    const folder = join(emptyPlace(), 'data');
    tables(folder, { orders: [EUR.replace('100.00', '80.00')], rate: '0.80' });
    expect(await told(folder, 'en', at)).toEqual(['revenue | 2026-01-02 | 1 | 100.00 EUR ÷ 0.8 → 80.00 EUR ÷ 0.8 | -25.00 USD']);
    tables(folder, { orders: [EUR], rate: '0.64' });
    expect((await told(folder, 'zh', at)).slice(0, 2)).toEqual([
      'revenue | 2026-01-02 | 1 | 100.00 EUR ÷ 0.8 → 100.00 EUR ÷ 0.64 | +31.25 USD',
      'returned | 2026-01-05 | 1 | 4.00 EUR ÷ 0.8 → 4.00 EUR ÷ 0.64 | +1.25 USD',
    ]);
  });

  it('without a rate say so, and have no difference', async () => {
    const folder = join(emptyPlace(), 'data');
    tables(folder, { orders: [EUR, USD, JPY], rate: null });
    expect(await told(folder, 'zh')).toContain('revenue | 2026-01-02 | 1 | 100.00 EUR × 1.1 → 100.00 EUR，无汇率');
  });
});

/*
 * Buyers are counted once in the month: a on the 2nd and the 3rd, b on the 4th are 2. Without the order of the 4th they are 1. The count is
 * the month's, and no day has one.
 */
test('a distinct count is told of the whole period, and days by their rows alone', async () => {
  const at = emptyPlace();
  const write = (folder: string, path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(CONTRACT)) {
    const counted = text
      .replace('metrics:', '  buyers: { definition: Buyers, of: orders, countDistinct: buyer, when: day }\nmetrics:')
      .replace(/ {2}revenue: .*\n {2}returned: .*\n/, '')
      .replace('title: GMV, formula: revenue - returned, unit: money', 'title: Buyers, formula: buyers, unit: number')
      .replace(/ {2}refunds: .*\n {2}rates: .*\n/, '')
      .replace(/fx: .*\n/, '')
      .replace(/ {2}- \{ id: share.*\n/, '');
    write(at, path, counted);
  }
  const orders = ['1,a,2026-01-02', '2,a,2026-01-03', '3,b,2026-01-04', '4,c,2026-02-03'];
  const table = (lines: readonly string[]) => ['id,buyer,day', ...lines, ''].join('\n');
  write(at, 'data/shop/orders.csv', table(orders));
  const settled = await run(contextFor({ root: at, asOf: '2026-02-06' }), (context) =>
    settleDue(context, { contract: ID, period: null, preview: false }),
  );
  expect(settled.exitCode, settled.errors + settled.output).toBe(0);
  const folder = join(emptyPlace(), 'data');
  write(folder, 'shop/orders.csv', table(orders.filter((order) => !order.startsWith('3'))));
  const said = async (locale: 'en' | 'zh') => {
    const context = contextFor({ root: at, asOf: '2026-03-20', data: folder, format: 'markdown', locale });
    const { output } = await printed(context, await witness(context, { contract: ID, period: '2026-01', party: null }));
    return output.split('\n').flatMap((each) => (each.includes('buyers') ? [each] : []));
  };
  expect(await said('en')).toEqual([
    '| Buyers · `buyers` | whole period; rows differ from 2026-01-04 | 3 → 2 | 2 → 1 | -1 |',
    '| Buyers · `buyers` | 2026-01-04 | 1 → 0 | — |  |',
  ]);
  expect((await said('zh'))[0]).toBe('| Buyers · `buyers` | 整期（2026-01-04 起行数不同） | 3 → 2 | 2 → 1 | -1 |');
});

describe('the other party’s data differ', () => {
  const cases = Array.from({ length: CASES }, (_, seed) => ({ seed, kind: KINDS[seed % KINDS.length] ?? 'a row missing' }));

  test.each(cases)('$kind ($seed)', async ({ seed, kind }) => {
    const theirs = other(data, kind, randomly(seed + 1));
    const expected = apart(data, theirs);
    const folder = join(emptyPlace(), 'data');
    write(folder, theirs);
    const print = await measured(folder);
    const said = await print('json');
    const { result, rows, lines } = JSON.parse(said.output) as Witnessed;
    // what moves between days or pays the same rate leaves the money as it was
    const moved = Math.abs(worth(theirs) - worth(data));
    if (moved === 0) expect(result).toBe('same_money');
    if (moved > 100) expect(result).toBe('different');
    expect(said.exitCode, said.errors).toBe(result === 'different' ? 1 : 0);
    expect(lines.some(({ line }) => line === 'share')).toBe(result === 'different');
    const keys = rows.map(({ measure, day, currency }) => `${measure} ${day} ${currency ?? ''}`);
    expect([...keys].sort()).toEqual([...expected.keys()].sort());
    expect(expected.get(keys[0] ?? '')).toBeCloseTo(Math.max(...expected.values()), 12);
    const texts = [said.output];
    for (const locale of ['en', 'zh'] as const) {
      const told = await print('pretty', locale);
      const first = told.output.slice(told.output.indexOf(`\n${rows[0]?.measure}`)).slice(0, 60);
      expect(first).toContain(rows[0]?.day);
      texts.push(told.output);
    }
    expect(texts.filter((text) => /SECRET/.test(text))).toEqual([]);
  });
});
