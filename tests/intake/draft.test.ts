import { expect, test } from 'vitest';
import { draftOf } from '../../src/intake/draft.js';
import { ratesOf } from '../../src/intake/rates.js';
import { sightOf } from './sight-of.js';

/* Which column of an export is drafted to be added up, which say when and which row it is: names in several languages, and what misleads. */

function drafted(text: string) {
  const sight = sightOf(text);
  const { fact, measure, open, left, repeated } = draftOf(sight, { id: 'x', table: 'x.x', zone: 'UTC', currency: 'USD' });
  const header = (name: string | undefined): string | null => {
    const column = name === undefined ? undefined : fact.body.columns[name];
    return column === undefined ? null : typeof column === 'string' ? column : column.header;
  };
  const when = measure?.body.when;
  return {
    sum: header(measure?.body.sum),
    when: header(typeof when === 'object' ? when.column : when),
    grain: fact.body.grain.map(header),
    open,
    left,
    ...(repeated === null ? {} : { repeated }),
  };
}

const ORDERS = (id: string, amount: string, values = ['100.00', '200.00', '150.00']): string =>
  `${id},Paid at,${amount}\n${values.map((value, at) => `${80001 + at},2026-03-0${at + 1},"${value}"`).join('\n')}\n`;

test.each([
  ['date,currency,usd_per_unit', { inverted: false, isSure: true }],
  ['Date,CCY,Exchange rate', { inverted: false, isSure: false }],
  ['日期,币种,汇率', { inverted: false, isSure: false }],
  // units of each currency for one of the contract's own
  ['date,currency,per_usd', { inverted: true, isSure: true }],
])('%s are rates, which nothing adds up', (header, { inverted, isSure }) => {
  const sight = sightOf(`${header}\n2026-01-02,EUR,1.0821\n2026-01-02,GBP,1.2863\n`);
  const { fact, measure, metric, rates } = draftOf(sight, { id: 'x', table: 'x.x', zone: 'UTC', currency: 'USD' });
  const [date, currency, rate] = Object.keys(fact.body.columns);
  expect(fact.body.grain).toEqual([date, currency]);
  expect([measure, metric]).toEqual([null, null]);
  const body = { fact: 'x', date, currency, rate, maxAgeDays: 7, ...(inverted ? { inverted: true } : {}) };
  expect(rates).toEqual({ body, header: header.split(',')[2], isSure });
});

test.each([
  ['date,currency,per_eur', { unfit: 'per', code: 'EUR' }],
  ['date,currency,gbp_per_unit', { unfit: 'per', code: 'GBP' }],
  ['date,USD,GBP', { unfit: 'wide' }],
  // amounts, and shares, are no rates
  ['date,currency,amount', null],
  ['date,campaign,click_rate', null],
])('%s: whether the contract could convert by it', (header, found) => {
  const middle = header.includes('USD') ? ['1.5', '2.5'] : ['EUR', 'GBP'];
  expect(ratesOf(sightOf(`${header}\n2026-01-02,${middle[0]},1.0821\n2026-01-05,${middle[1]},1.2863\n`), 'USD')).toEqual(found);
});

test.each(['Customer paid', 'Amount paid', 'Buyer paid', 'PAID', '买家实付', '买家实付(元)', '買家實付'])(
  '%s is what was paid, and nobody’s name or id',
  (amount) => {
    expect(drafted(ORDERS('Order ID', amount))).toEqual({
      sum: amount,
      when: 'Paid at',
      grain: ['Order ID'],
      open: [],
      left: [],
    });
  },
);

test.each(['12,000원', '₩12,000', 'KRW 12,000', '12,000 PLN', '12,000 zł', '12,000 kr'])('%s is an amount, its sign taken off', (value) => {
  const sight = sightOf(ORDERS('Order ID', 'Cost', [value, value.replace('12,000', '1,212,000'), value]));
  const column = sight.columns.find(({ header }) => header === 'Cost');
  expect(column).toMatchObject({ kind: 'number', amount: true, odd: null });
  expect(column?.strip).toHaveLength(1);
  expect(sight.format).toEqual({ thousands: ',' });
});

test('three letters that are no currency make no amount', () => {
  expect(sightOf(ORDERS('Order ID', 'Size', ['12 PCS', '13 PCS', '14 PCS'])).columns.at(-1)).toMatchObject({ kind: 'text', strip: [] });
});

test('negative amounts as accountants write them stay in their column, and are named', () => {
  const text = ORDERS('Order ID', 'Cost', ['(10.00)', '11.00-', '12.00']);
  expect(sightOf(text).columns.at(-1)).toMatchObject({ kind: 'number', odd: { of: 'negative', count: 2, line: 2 } });
  expect(drafted(text).sum).toBe('Cost');
});

test.each([
  ['short', '0.35万', '1.2k'],
  ['wide', '３５００.00', '１２.00'],
] as const)('numbers that no file is read by are named: %s', (of, first, second) => {
  const sight = sightOf(`日期,花费\n2026-03-01,${first}\n2026-03-02,${second}\n`);
  const { told, measure } = draftOf(sight, { id: 'ads', table: 'x.ads', zone: 'UTC', currency: 'USD' });
  expect(told).toContainEqual({ of, headers: ['花费'] });
  expect(measure?.body).toMatchObject({ count: 'rows', definition: { en: `Rows of ${sight.name}`, zh: `${sight.name} 的行数` } });
});

test('amounts that are all negative are told: what is subtracted again is added', () => {
  const told = (amounts: string[]) =>
    draftOf(sightOf(ORDERS('Order ID', 'Amount', amounts)), { id: 'r', table: 'x.r', zone: 'UTC', currency: 'USD' }).told;
  expect(told(['-10.00', '-11.00', '0.00'])).toContainEqual({ of: 'negative', headers: ['Amount'] });
  expect(told(['-10.00', '11.00', '-12.00'])).not.toContainEqual(expect.objectContaining({ of: 'negative' }));
  expect(told(['0.00', '0.00', '0.00'])).not.toContainEqual(expect.objectContaining({ of: 'negative' }));
});

test('numbers that are left out are named: a name that stands twice, one of somebody', () => {
  expect(drafted('Date,Cost,Cost\n2026-03-01,10.00,5.00\n2026-03-02,11.00,6.00\n')).toMatchObject({
    sum: null,
    open: ['no-sum'],
    left: ['Cost'],
  });
  expect(drafted('Date,Cost,Buyer\n2026-03-01,10.00,5\n2026-03-02,11.00,6\n')).toMatchObject({ sum: 'Cost', open: [], left: ['Buyer'] });
  expect(drafted('Date,State\n2026-03-01,a\n2026-03-02,b\n')).toMatchObject({ sum: null, open: ['no-number'], left: [] });
});

test.each([
  // 12000 + 22000 + 9000 = 43000 is what was paid; 1001 + 1002 + 1003 = 3006 is nothing
  ['주문번호', '결제일', '결제금액'],
  ['注文番号', '決済日', '支払額'],
  ['訂單編號', '日期', '金額'],
  // of a language that nobody here knows, numbers that count on are what rows are called by
  ['Tilausnumero', 'Päivä', 'Yhteensä'],
])('%s is no sum: it numbers orders', (id, day, amount) => {
  const rows = ['1001,2026-03-01,12000', '1002,2026-03-01,22000', '1003,2026-03-02,9000'];
  const found = drafted(`${[id, day, amount].join(',')}\n${rows.join('\n')}\n`);
  expect(found).toMatchObject({ sum: amount, when: day, open: [] });
  expect(found.grain).toContain(id);
});

test('ids of many digits are added up by nobody, whatever they are called', () => {
  const rows = ['2026-03-01,120210000000000101,3', '2026-03-01,120210000000000102,4', '2026-03-02,120210000000000101,5'];
  expect(drafted(`Day,Ad reference,Clicks\n${rows.join('\n')}\n`)).toMatchObject({ sum: 'Clicks', grain: ['Day', 'Ad reference'] });
});

test.each(['Order', 'Vorgang', 'Receipt'])('%s of A1, A2, A3 makes a row unique', (id) => {
  const text = `${id},Paid at,Amount\nA1,2026-03-01 10:00:00,10.00\nA2,2026-03-01 10:00:00,20.00\nA3,2026-03-02 10:00:00,20.00\n`;
  expect(drafted(text)).toMatchObject({ grain: [id], sum: 'Amount', open: [] });
});

const META = [
  'Reporting starts,Reporting ends,Day,Ad ID,Cost',
  '2026-03-01,2026-03-31,,,60.00',
  '2026-03-01,2026-03-31,2026-03-01,11,10.00',
  '2026-03-01,2026-03-31,2026-03-01,12,20.00',
  '2026-03-01,2026-03-31,2026-03-02,11,30.00',
];

test.each([
  ['with a total above its rows', META],
  ['without it', META.toSpliced(1, 1)],
])('the day of a row comes before the first day of the report, %s', (_, lines) => {
  expect(drafted(`${lines.join('\n')}\n`)).toEqual({ sum: 'Cost', when: 'Day', grain: ['Day', 'Ad ID'], open: [], left: [] });
});

test('a column that stands in every row alike is no day of any', () => {
  const lines = ['Export date,Order date,Order,Cost', '2026-04-01,2026-03-01,A1,1.00', '2026-04-01,2026-03-02,A2,2.00'];
  expect(drafted(`${lines.join('\n')}\n`)).toMatchObject({ when: 'Order date', grain: ['Order'] });
});

test('where rows are alike but for amounts, it is said that what makes them unique cannot be told', () => {
  expect(drafted('Day,Campaign,Cost\n2026-03-01,A,1.00\n2026-03-01,A,2.00\n')).toMatchObject({ open: ['no-key'] });
});

const KOREAN = ['번호,주문번호,옵션ID,결제일,구매수(수량),결제액', '1,7001,901,2026-03-01,2,"24,000"', '2,7001,902,2026-03-01,1,"9,000"'];

test('a number that counts the rows of a file is no key: the same order has another one in the next file', () => {
  const more = [...KOREAN, '3,7002,901,2026-03-02,1,"12,000"'];
  expect(drafted(`${more.join('\n')}\n`)).toMatchObject({ sum: '결제액', when: '결제일', grain: ['주문번호', '옵션ID'], open: [] });
  const down = more.map((line, at) => (at === 0 ? line : line.replace(/^\d/, String(4 - at))));
  expect(drafted(`${down.join('\n')}\n`)).toMatchObject({ grain: ['주문번호', '옵션ID'] });
});

test('of the numbers of an order and of each of its items the one that no two rows have alike is the key', () => {
  const lines = ['주문번호,품목별 주문번호,결제일,결제금액', 'A-1,A-1-01,2026-03-01,"12,000"', 'A-1,A-1-02,2026-03-01,"9,000"'];
  expect(drafted(`${lines.join('\n')}\n`)).toMatchObject({ grain: ['품목별 주문번호'], open: [] });
});

test('a bracket behind a time says of what state it is, not that it is the time of payment', () => {
  const lines = [
    '주문번호,주문일자(결제확인전),결제완료일,결제금액',
    'A1,2026-02-28 23:00:00,2026-03-01 01:00:00,"12,000"',
    'A2,2026-03-01 10:00:00,2026-03-01 11:00:00,"9,000"',
  ];
  expect(drafted(`${lines.join('\n')}\n`)).toMatchObject({ when: '결제완료일' });
  expect(drafted('订单号,买家付款时间,实付金额\nA1,2026-03-01 10:00:00,10.00\nA2,2026-03-01 11:00:00,20.00\n')).toMatchObject({
    when: '买家付款时间',
  });
});

const ITEMS = (more: string, amounts: readonly (readonly [string, string, string])[]): string =>
  `주문번호,품목주문번호,결제일시,총 결제금액${more}\n${amounts
    .map(([order, total, item], at) => `${order},${order}-${at},2026-03-0${at + 1},${total}${more === '' ? '' : `,${item}`}`)
    .join('\n')}\n`;

// 30000 and 10000 were paid, 40000 in all; row by row it is 70000
const [FIRST, SECOND, OTHER] = [
  ['A1', '30000', '10000'],
  ['A1', '30000', '20000'],
  ['A2', '10000', '10000'],
] as const;

test('an amount that is the same in all rows of an order is not added up where another one is of the items', () => {
  expect(drafted(ITEMS(',상품구매금액', [FIRST, SECOND, OTHER]))).toMatchObject({
    sum: '상품구매금액',
    grain: ['품목주문번호'],
    repeated: { header: '총 결제금액', instead: '상품구매금액' },
  });
});

test('where there is no other, the order alone is the key, so that an order of several rows is held', () => {
  expect(drafted(ITEMS('', [FIRST, SECOND, OTHER]))).toMatchObject({
    sum: '총 결제금액',
    grain: ['주문번호'],
    repeated: { header: '총 결제금액', instead: null },
  });
});

test.each<[string, readonly (readonly [string, string, string])[]]>([
  ['differs within an order', [FIRST, ['A1', '20000', ''], OTHER]],
  ['stands in its first row alone', [FIRST, ['A1', '', ''], OTHER]],
  ['is nothing', [['A1', '0', ''], ['A1', '0', ''], OTHER]],
  ['is of orders of one row each', [FIRST, OTHER]],
])('an amount that %s is added up as it stands', (_, rows) => {
  expect(drafted(ITEMS('', rows))).toMatchObject({ sum: '총 결제금액' });
  expect(drafted(ITEMS('', rows))).not.toHaveProperty('repeated');
});

test('an amount of the item may be the same twice by chance, not in three orders', () => {
  const rows = (orders: readonly string[]) => orders.flatMap((id) => [`${id},${id}a,2026-03-01,9.90`, `${id},${id}b,2026-03-01,9.90`]);
  const text = (orders: readonly string[]) => ['Order ID,Line ID,Paid at,Item total', ...rows(orders)].join('\n');
  expect(drafted(text(['A', 'B']))).not.toHaveProperty('repeated');
  expect(drafted(text(['A', 'B', 'C']))).toMatchObject({ grain: ['Order ID'], repeated: { header: 'Item total', instead: null } });
});

test('what one piece costs is added up only where nothing says how many there were, and that is told', () => {
  const text = (more: string) =>
    `Order ID,Paid at,Sale price${more}\nA1,2026-03-01,9.90${more && ',19.80'}\nA2,2026-03-02,5.00${more && ',15.00'}\n`;
  expect(drafted(text(',Order total'))).toMatchObject({ sum: 'Order total', open: [] });
  expect(drafted(text(''))).toMatchObject({ sum: 'Sale price', open: ['price'] });
});

test('in place of an order’s amount no price of a piece is added up', () => {
  const lines = ['Name,Paid at,Subtotal,Lineitem quantity,Lineitem price', '#1,2026-03-01,50.00,2,10.00', '#1,2026-03-01,50.00,1,30.00'];
  expect(drafted(`${lines.join('\n')}\n#2,2026-03-02,20.00,2,10.00\n`)).toMatchObject({
    sum: 'Subtotal',
    grain: ['Name'],
    repeated: { header: 'Subtotal', instead: null },
  });
});

test.each(['No. Pesanan', 'ID del pedido', 'N° de commande', 'Bestellnummer', 'Mã đơn hàng', '订单号'])('%s names orders', (id) => {
  const text = `${id},Item,Day,Total\nA1,a,2026-03-01,30.00\nA1,b,2026-03-01,30.00\nA2,a,2026-03-02,5.00\n`;
  expect(drafted(text)).toMatchObject({ grain: [id], repeated: { header: 'Total', instead: null } });
});
