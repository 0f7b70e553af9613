import { describe, expect, test } from 'vitest';
import { draftOf, nameFor } from '../../src/intake/draft.js';
import { besideMoney, isOfPiece, isOfRefunds, momentOf, unitOf } from '../../src/intake/headers.js';
import { sightOf } from './sight-of.js';

/* Which column of a file is drafted as the money of a contract, its day and its key, by the headers of exports in eight languages. */

function drafted(text: string, currency = 'USD') {
  const { fact, measure, metric, open, told } = draftOf(sightOf(text), { id: 'x', table: 'x.x', zone: 'UTC', currency });
  const header = (name: string | undefined): string | null => {
    const column = fact.body.columns[name ?? ''];
    return column === undefined ? null : typeof column === 'string' ? column : column.header;
  };
  const when = measure?.body.when;
  return {
    sum: header(measure?.body.sum),
    when: header(typeof when === 'object' ? when.column : when),
    grain: fact.body.grain.map(header),
    where: measure?.body.where,
    currency: measure?.body.currency,
    formula: metric?.body.formula,
    declared: Object.keys(fact.body.columns).map(header),
    open,
    told,
  };
}

/** Three orders, with an amount beside their money before it, and one behind. */
const ORDERS = ([id, before, money, behind, day]: readonly string[]): string =>
  `${[id, before, money, behind, day].join(',')}\nA1,1.00,100.00,5.00,2026-01-05\nA2,2.50,250.50,6.00,2026-01-09\nA3,3.00,49.50,7.00,2026-01-31\n`;

describe('what is given back, taken off or added is never the money of orders', () => {
  test.each([
    ['Order ID', 'Refund Amount', 'Order Amount', 'Shipping Fee', 'Created At'],
    ['Order ID', 'Discount Amount', 'Gross Sales', 'Tax Amount', 'Created At'],
    ['order_id', 'refund_amount', 'gross', 'freight_value', 'created_at'],
    ['orderId', 'taxAmount', 'orderTotal', 'couponAmount', 'createdAt'],
    ['Order ID', 'SKU Platform Discount', 'SKU Subtotal After Discount', 'Buyer Paid Shipping Fee', 'Paid Time'],
    ['Order ID', 'SKU Subtotal Before Discount', 'SKU Subtotal After Discount', 'Taxes', 'Paid Time'],
    ['Order ID', 'Cost of goods', 'Total', 'Balance', 'Date'],
    ['订单编号', '退款金额', '订单金额', '运费', '下单时间'],
    ['订单编号', '优惠金额', '成交额', '手续费金额', '下单时间'],
    ['订单号', '运费金额', '商品总价', '优惠总金额', '下单时间'],
    ['订单号', '红包金额', '支付宝收款', '余额支付', '下单时间'],
    ['订单号', '手续费金额', '结算额', '退款金额', '下单时间'],
    ['订单号', '平台优惠', '优惠后金额', '税额', '下单时间'],
    ['注文番号', '返金額', '合計金額', '送料', '注文日時'],
    ['注文番号', 'クーポン割引額', '売上(税込)', '消費税', '注文日'],
    ['주문번호', '환불금액', '주문금액', '배송비', '주문일시'],
    ['주문번호', '할인금액', '할인 후 금액', '수수료', '주문일시'],
    ['Bestellnummer', 'Erstattungsbetrag', 'Gesamtbetrag', 'Versandkosten', 'Bestelldatum'],
    ['Bestellnummer', 'Rabatt', 'Umsatz (inkl. MwSt)', 'Steuerbetrag', 'Bestelldatum'],
    ['Número de pedido', 'Importe reembolsado', 'Importe total', 'Gastos de envío', 'Fecha de compra'],
    ['N° de commande', 'Montant remboursé', 'Montant total', 'Frais de port', 'Date de commande'],
    ['Número do pedido', 'Valor do desconto', 'Valor total', 'Frete', 'Data da compra'],
  ])('of %s, %s, %s, %s, %s the third', (...headers) => {
    expect(drafted(ORDERS(headers))).toMatchObject({ sum: headers[2], when: headers[4], told: [] });
  });

  test.each<[string, ReturnType<typeof besideMoney>]>([
    ['Order Refund Amount', 'refund'],
    ['Return on ad spend', null],
    ['Discounted price', null],
    ['Total incl. VAT', null],
    ['销售额（不含运费）', null],
    ['满减后实付', null],
    ['售后金额', 'refund'],
    ['Shipping fee after discount', 'freight'],
    ['Daily budget', 'plan'],
    ['账户余额（元）', 'balance'],
  ])('%s is %s', (header, kind) => {
    expect(besideMoney(header)).toBe(kind);
  });

  test('of an order’s amount that stands on each row the draft goes to none of them', () => {
    const rows = ['A,100.00,3.00,0.00,1', 'A,100.00,0.00,2.00,2', 'B,50.00,1.00,0.00,1'].map((row, at) => `${row},2026-01-0${at + 1}`);
    const found = drafted(`订单号,订单金额,运费金额,余额支付,商品数量,下单时间\n${rows.join('\n')}\n`);
    expect(found).toMatchObject({ sum: '订单金额', grain: ['订单号'] });
  });

  test('where nothing safe is left, nothing is added up, and what was passed over is named', () => {
    const text = '订单号,运费,优惠金额,下单时间\nA1,5.00,1.00,2026-01-05\nA2,6.00,2.00,2026-01-06\n';
    expect(drafted(text)).toMatchObject({ sum: null, told: [{ of: 'passed', headers: ['运费', '优惠金额'] }] });
    const pieces = 'Order ID,Qty,Unit price,Date\nA1,2,9.90,2026-01-05\nA2,3,5.00,2026-01-06\n';
    expect(drafted(pieces)).toMatchObject({ sum: null, told: [{ of: 'passed', headers: ['Unit price'] }] });
  });

  test('a file of one such amount alone is of it, and that is told', () => {
    const text = 'Order ID,Shipping Fee,Date\nA1,5.00,2026-01-05\nA2,6.00,2026-01-06\n';
    expect(drafted(text)).toMatchObject({ sum: 'Shipping Fee', told: [{ of: 'beside', kind: 'freight', headers: ['Shipping Fee'] }] });
  });

  test('in a file of refunds it is the refund, beside the amount of its order', () => {
    const text = '退款编号,订单编号,订单金额,退款金额,退款完结时间\nR1,A1,100.00,10.00,2026-01-05\nR2,A2,200.00,20.00,2026-01-06\n';
    expect(drafted(text)).toMatchObject({ sum: '退款金额', grain: ['退款编号'], told: [{ of: 'refunds', headers: ['退款金额'] }] });
    const english = 'Refund ID,Order ID,Amount,Refunded At\nR1,A1,10.00,2026-01-05\nR2,A2,20.00,2026-01-06\n';
    expect(drafted(english)).toMatchObject({ sum: 'Amount', told: [{ of: 'refunds', headers: ['Amount'] }] });
  });

  test('how many were sold is no money, whatever its header says of a total', () => {
    expect(drafted('Order ID,Total Quantity,Amount,Date\nA1,2,10.00,2026-01-05\nA2,3,20.00,2026-01-06\n').sum).toBe('Amount');
    expect(drafted('Order ID,Weight (kg),Amount,Date\nA1,2.50,10.00,2026-01-05\nA2,3.50,20.00,2026-01-06\n').sum).toBe('Amount');
  });

  test('of amounts that no header names the first is drafted, and all are told', () => {
    expect(drafted('Tilaus,Loppu,Alennus,Date\nA1,10.50,1.50,2026-01-05\nA2,20.50,2.50,2026-01-06\n')).toMatchObject({
      sum: 'Loppu',
      told: [{ of: 'unnamed', headers: ['Loppu', 'Alennus'] }],
    });
  });

  test('of amounts that are called money as much as each other the first is drafted, and all are told; the time of payment is called so', () => {
    const text = [
      '主订单编号,子订单编号,商品数量,商品金额,订单应付金额,支付完成时间,订单提交时间',
      '69212,79212,1,129.00,119.00,2026/01/01 12:00:05,2026/01/01 11:58:00',
      '69213,79213,1,129.00,109.00,2026/01/02 12:00:05,2026/01/02 11:58:00',
    ].join('\n');
    expect(drafted(text)).toMatchObject({
      sum: '商品金额',
      when: '支付完成时间',
      told: [{ of: 'alike', headers: ['商品金额', '订单应付金额'] }],
    });
    expect(['支付完成时间', '付款时间', '支付时间', '付款時間', '支付成功时间', '完成时间'].map(nameFor)).toEqual([
      ...Array(5).fill('paid_at'),
      'completed_at',
    ]);
  });

  test('Amazon’s item-price is of all pieces of a line', () => {
    expect(['item-price', 'item_price_amount', 'Item price', '商品单价', '京东价', '商品总价', 'Prix total'].map(isOfPiece)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    const text = 'amazon-order-id\tpurchase-date\tquantity\titem-price\titem-tax\tshipping-price\n1-1\t2026-01-05\t2\t19.80\t1.00\t5.00\n';
    expect(drafted(`${text}1-2\t2026-01-06\t1\t9.90\t1.00\t0.00\n`)).toMatchObject({ sum: 'item-price', open: [], told: [] });
  });
});

describe('no day that lies ahead or comes later is the day of the money', () => {
  test.each([
    ['Purchased At', 'Estimated Delivery Date'],
    ['order_time', 'ship_by_date'],
    ['created_at', 'delivery date'],
    ['paid_at', 'due_date'],
    ['Order Creation Date', 'Latest Ship Date'],
    ['Date', 'Payment due date'],
    ['下单时间', '发货截止日期'],
    ['付款时间', '预计送达日期'],
    ['成交时间', '生日'],
    ['订单提交时间', '承诺发货时间'],
    ['支付完成时间', '订单完成时间'],
    ['注文日時', '配送予定日'],
    ['주문일시', '배송예정일'],
    ['Bestelldatum', 'Voraussichtliches Lieferdatum'],
    ['Fecha de compra', 'Fecha estimada de entrega'],
    ['Date de commande', 'Date de livraison prévue'],
    ['Data da compra', 'Data prevista de entrega'],
  ])('%s before %s', (day, later) => {
    for (const times of [
      [day, later],
      [later, day],
    ]) {
      const rows = ['01', '02', '03'].map((at) => {
        const [own, other] = [`2026-01-${at} 10:00:00`, `2026-02-${at}`];
        return `A${at},${times[0] === day ? `${own},${other}` : `${other},${own}`},10.50`;
      });
      expect(drafted(`Order ID,${times.join(',')},Amount\n${rows.join('\n')}\n`)).toMatchObject({ when: day, told: [] });
    }
  });

  test('of two days of which no header says what they are, it is the one before the other', () => {
    const rows = ['A1,2026-02-01,2026-01-01,1.50', 'A2,2026-02-02,2026-01-02,2.50'].join('\n');
    expect(drafted(`Vorgang,Zweiter,Erster,Betrag\n${rows}\n`).when).toBe('Erster');
  });

  test('where only such days are there, there is no measure; of what comes later that is told', () => {
    const rows = 'A1,2026-02-01,1.50\nA2,2026-02-02,2.50\n';
    expect(drafted(`Order ID,Due date,Amount\n${rows}`)).toMatchObject({
      when: null,
      open: [],
      told: [{ of: 'planned', headers: ['Due date'] }],
    });
    expect(drafted(`Order ID,Delivered at,Amount\n${rows}`)).toMatchObject({
      when: 'Delivered at',
      told: [{ of: 'later', headers: ['Delivered at'] }],
    });
  });

  test.each([
    ['Return ID', 'Order Date', 'Return Date', 'Refund Amount'],
    ['售后编号', '支付时间', '退款成功时间', '退款金额'],
    ['Retourennummer', 'Bestelldatum', 'Retourendatum', 'Erstattungsbetrag'],
    ['ID de reembolso', 'Fecha del pedido', 'Fecha del reembolso', 'Importe reembolsado'],
    ['N° de remboursement', 'Date de commande', 'Date du remboursement', 'Montant remboursé'],
    ['返品番号', '注文日', '返品日', '返金額'],
    ['환불번호', '주문일', '환불일', '환불금액'],
    ['Payout ID', 'Order Date', 'Payout Date', 'Net Payout'],
    ['结算单号', '下单时间', '结算时间', '结算金额'],
    ['ID do repasse', 'Data do pedido', 'Data do repasse', 'Valor líquido'],
    ['Order ID', 'Order Date', 'Refund Date', 'Refund Amount'],
    ['Order ID', 'Order Date', 'Payout Date', 'Payout amount'],
  ])('of refunds and payouts by %s, %s, %s the last', (id, ordered, own, money) => {
    const rows = 'R1,2025-12-05,2026-01-05,10.50\nR2,2025-12-06,2026-01-16,20.50\n';
    expect(drafted(`${id},${ordered},${own},${money}\n${rows}`)).toMatchObject({ when: own, sum: money, grain: [id] });
  });

  test('an order with a day on which it was given back, which some have, is of the day of the order', () => {
    const rows = 'A1,2026-01-05,,10.00,\nA2,2026-01-06,2026-01-20,20.00,20.00\nA3,2026-01-07,,30.00,\n';
    expect(drafted(`Order ID,Order Date,Refund Date,Amount,Refund Amount\n${rows}`)).toMatchObject({ when: 'Order Date', sum: 'Amount' });
    const paid = 'A1,2026-01-05,2026-01-15,10.00,8.00\nA2,2026-01-06,2026-01-16,20.00,16.00\n';
    expect(drafted(`Order ID,Order Date,Settled at,Amount,Settlement amount\n${paid}`)).toMatchObject({
      when: 'Order Date',
      sum: 'Amount',
    });
  });

  test.each<[string, ReturnType<typeof momentOf>]>([
    ['Paid at', 'paid'],
    ['Paid out on', 'settled'],
    ['Auszahlungsdatum', 'settled'],
    ['Zahlungsdatum', 'paid'],
    ['Rückzahlungsdatum', 'back'],
    ['Deposit paid at', 'paid'],
    ['Return window ends', 'planned'],
    ['Returned at', 'back'],
    ['退款完成时间', 'back'],
    ['Day', 'plain'],
    ['Reporting ends', 'whole'],
    ['last-updated-date', 'after'],
  ])('%s is of moment %s', (header, moment) => {
    expect(momentOf(header)).toBe(moment);
  });
});

describe('a row is called by its own number', () => {
  test.each(['退款编号', '退款单号', '售后单号', '服务单号', 'Return ID', 'Refund ID', 'return_id', '환불번호'])(
    '%s before that of the order',
    (id) => {
      expect(isOfRefunds(id)).toBe(true);
      const text = `${id},订单编号,退款金额,退款时间\nR1,A1,10.00,2026-01-05\nR2,A2,20.00,2026-01-06\n`;
      const found = drafted(text);
      expect(found.grain).toEqual([id]);
      expect(found.declared).toContain('订单编号');
    },
  );

  test.each(['Payout ID', '结算单号', 'ID do repasse', 'Auszahlungsnummer', 'Settlement No'])(
    '%s, and where it is of several orders with theirs',
    (id) => {
      const text = (second: string) =>
        `${id},Order ID,Payout Date,Net Payout\nP1,A1,2026-01-05,10.00\n${second},A2,2026-01-06,20.00\nP3,A3,2026-01-07,5.00\n`;
      expect(drafted(text('P2')).grain).toEqual([id]);
      expect(drafted(text('P1')).grain).toEqual([id, 'Order ID']);
    },
  );

  test.each(['Date de livraison estimée', 'Estimated delivery date', '预计送达日期', '配送予定日', 'Due date'])('and no %s', (planned) => {
    const numbered = `${planned},Numéro de commande,Date,Total\n2026-02-01,C1,2026-01-05 10:00:00,10.00\n2026-02-02,C2,2026-01-05 11:00:00,20.00\n`;
    expect(drafted(numbered).grain).toEqual(['Numéro de commande']);
    const other = `${planned},Campaign,Cost\n2026-02-01,A,10.00\n2026-02-02,B,20.00\n`;
    expect(drafted(other).grain).not.toContain(planned);
  });

  test('two equal refunds of an order are no amount of the order, which what is called after it is', () => {
    const rows = 'R1,A1,2026-01-05,100.00,10.00\nR2,A1,2026-01-06,100.00,10.00\nR3,A2,2026-01-07,50.00,5.00\n';
    expect(sightOf(`Return ID,Order ID,Return Date,Order total,Refund Amount\n${rows}`).repeated?.headers).toEqual(['Order total']);
    expect(sightOf(`Return ID,Order ID,Return Date,Price,Refund Amount\n${rows}`).repeated).toBeNull();
  });

  test('a part of an order by its own, though each order looked at has one', () => {
    const text = '主订单编号,子订单编号,订单应付金额,支付完成时间\nA1,A11,10.00,2026-01-05\nA2,A21,20.00,2026-01-06\n';
    expect(drafted(text).grain).toEqual(['子订单编号']);
  });

  test.each(['Art', 'Type', 'kind', '类型'])('an order and its refund by %s, and nobody by a name', (kind) => {
    const text = `Auftragsnummer,Käufer,Bestelldatum,${kind},Betrag\nD1,Müller,2026-01-05,a,10.00\nD1,Müller,2026-01-09,b,-10.00\nD2,Weber,2026-01-06,a,20.00\n`;
    expect(drafted(text)).toMatchObject({ grain: ['Auftragsnummer', kind], open: [] });
    expect(drafted(text).declared).not.toContain('Käufer');
  });
});

describe('units and currencies', () => {
  test.each([
    ['支付金额(分)', '/ 100'],
    ['amount_cents', '/ 100'],
    ['cost_micros', '/ 1000000'],
    ['消耗（万元）', '* 10000'],
    ['Umsatz in Tsd', '* 1000'],
    ['売上(千円)', '* 1000'],
    ['매출(만원)', '* 10000'],
    ['Revenue (K USD)', '* 1000'],
    ['Revenue ($K)', '* 1000'],
    ['Size (XL)', null],
    ['Umsatz (M EUR)', '* 1000000'],
    ['金额(元)', null],
    ['percent', null],
    ['积分', null],
  ])('%s: %s', (header, unit) => {
    expect(unitOf(header)).toBe(unit);
  });

  const CURRENCY = (...codes: readonly string[]): string =>
    `Order ID,Date,Amount,Currency\n${codes.map((code, at) => `A${at},2026-01-0${at + 1},10.50,${code}`).join('\n')}\n`;

  test('of a column that says the contract’s own, rows of another stay out; of one that says others, rates are wanted', () => {
    expect(drafted(CURRENCY('USD', 'USD'))).toMatchObject({ where: { currency: 'USD' }, currency: { code: 'USD' } });
    expect(drafted(CURRENCY('USD', 'EUR'))).toMatchObject({ where: undefined, currency: 'currency' });
    expect(drafted(CURRENCY('EUR', 'EUR'))).toMatchObject({ where: undefined, currency: 'currency' });
    // a column that the first row alone has would leave out all others
    expect(drafted(CURRENCY('USD', ''))).toMatchObject({ where: undefined, currency: 'currency' });
  });

  const SAID = (...codes: readonly string[]) =>
    draftOf(sightOf(CURRENCY(...codes)), { id: 'x', table: 'x.x', zone: 'UTC', currency: 'USD' }).currency;

  test('codes in small letters and names are currencies, and are counted as they are written', () => {
    expect(drafted(CURRENCY('usd', 'usd'))).toMatchObject({ where: { currency: 'usd' }, currency: { code: 'USD' } });
    expect(drafted(CURRENCY('gbp', 'gbp'))).toMatchObject({ where: { currency: 'gbp' }, currency: { code: 'GBP' } });
    expect(drafted(CURRENCY('美元', '美元'))).toMatchObject({ where: { currency: '美元' }, currency: { code: 'USD' } });
    expect(drafted(CURRENCY('usd', 'eur', 'usd'))).toMatchObject({ where: undefined, currency: 'currency' });
    expect(SAID('usd', 'eur', 'usd')).toMatchObject({ by: 'column', only: null, own: 'usd', words: ['usd', 'eur'], unknown: [] });
    expect(SAID('人民币', '美元')).toMatchObject({ only: null, own: '美元', words: ['人民币', '美元'], unknown: [] });
    expect(SAID('欧元', '英镑', '日元', '港币')).toMatchObject({ own: null, words: ['欧元', '英镑', '日元', '港币'], unknown: [] });
    expect(SAID('EUR', 'USD')).toMatchObject({ only: null, own: 'USD', words: [], unknown: [] });
  });

  test('a word that names no currency is none of the contract’s', () => {
    expect(drafted(CURRENCY('Points', 'Points'))).toMatchObject({ where: undefined, currency: 'currency' });
    expect(SAID('USD', 'Points', 'USD')).toMatchObject({ only: null, own: 'USD', unknown: ['Points'] });
  });

  test.each([
    ['Amount', '€10.50', { code: 'EUR' }, 'other'],
    ['Amount', '$10.50', undefined, 'nothing'],
    ['Amount', 'kr 10.50', undefined, 'other'],
    ['amount_eur', '10.50', { code: 'EUR' }, 'other'],
    ['金额（美元）', '10.50', { code: 'USD' }, 'own'],
    ['金额(元)', '¥10.50', { code: 'CNY' }, 'other'],
    ['Total all', '10.50', undefined, 'nothing'],
  ])('%s of %s', (header, value, code, by) => {
    const text = `Order ID,Date,${header}\nA1,2026-01-05,${value}\nA2,2026-01-06,${value}\n`;
    expect(drafted(text).currency).toEqual(code);
    expect(draftOf(sightOf(text), { id: 'x', table: 'x.x', zone: 'UTC', currency: 'USD' }).currency.by).toBe(by);
  });

  test('signs of two currencies in one column are no sum', () => {
    const text = 'Order ID,Date,Amount\nA1,2026-01-05,€10.50\nA2,2026-01-06,$10.50\n';
    expect(draftOf(sightOf(text), { id: 'x', table: 'x.x', zone: 'UTC', currency: 'USD' }).currency).toEqual({ by: 'mixed' });
  });
});

describe('what rows say of themselves', () => {
  const BILL = (header: string, ways: readonly string[], amounts = ['10.00', '20.00', '30.00']): string =>
    `交易单号,交易时间,${header},金额\n${ways.map((way, at) => `T${at},2026-01-0${at + 1},${way},${amounts[at] ?? ''}`).join('\n')}\n`;

  test('money that goes out, without a sign, is told', () => {
    const told = (header: string) => [{ of: 'direction', headers: [header] }];
    expect(drafted(BILL('收/支', ['收入', '支出', '收入'])).told).toEqual(told('收/支'));
    expect(drafted(BILL('收/支', ['收入', '收入', '收入'])).told).toEqual(told('收/支'));
    expect(drafted(BILL('Type', ['sale', 'refund', 'sale'])).told).toEqual(told('Type'));
    expect(drafted(BILL('Type', ['sale', 'refund', 'sale'], ['10.00', '-20.00', '30.00'])).told).toEqual([]);
    expect(drafted(BILL('Type', ['sale', 'order', 'sale'])).told).toEqual([]);
  });

  test('states are told and declared, however many columns there are', () => {
    const extra = Array.from({ length: 40 }, (_, at) => `指标${at}`);
    const row = (id: string, state: string): string =>
      [id, '10.00', '2026-01-05', ...extra.map((_, at) => String(at)), state, '-'].join(',');
    const text = `${['订单号', '实付金额', '付款时间', ...extra, '订单状态', '售后状态'].join(',')}\n${row('A1', '已完成')}\n${row('A2', '已关闭')}\n`;
    const found = drafted(text);
    expect(found.told).toEqual([{ of: 'states', headers: ['订单状态', '售后状态'] }]);
    expect(found.declared).toEqual(expect.arrayContaining(['订单号', '实付金额', '付款时间', '订单状态', '售后状态']));
    expect(drafted('计划,日期,消耗,计划状态\nA,2026-01-05,10.00,投放中\nB,2026-01-05,20.00,暂停\n').told).toEqual([]);
  });

  test.each(['Estado', 'État', '発送状況', 'Stato', 'Estado del pedido', 'Order status'])('%s is a column of states', (header) => {
    const text = `Order ID,Date,${header},Total\nA1,2026-01-05,x,10.00\nA2,2026-01-06,y,20.00\n`;
    expect(drafted(text).told).toEqual([{ of: 'states', headers: [header] }]);
  });

  test.each(['Percent of total', 'Anteil am Umsatz', '占比', 'Revenue share'])('%s is no amount', (header) => {
    expect(drafted(`Order ID,Date,${header},Amount\nA1,2026-01-05,1.30,10.00\nA2,2026-01-06,2.30,20.00\n`).sum).toBe('Amount');
  });

  test.each([
    'All',
    'All campaigns',
    '全部计划',
    '全部',
    'Worldwide',
    'すべてのキャンペーン',
    'Alle Kampagnen',
    'Todas las campañas',
    'Toutes les campagnes',
  ])('%s is a row of all where it comes to the others', (all) => {
    const text = (sum: string) => `日期,计划,消耗\n2026-01-05,${all},${sum}\n2026-01-05,A,10.50\n2026-01-05,B,20.25\n`;
    // 10.50 + 20.25 = 30.75
    expect(sightOf(text('30.75')).totalsAmong).toEqual([{ header: '计划', count: 1, place: 2 }]);
    expect(sightOf(text('30.76')).totalsAmong).toEqual([]);
  });

  test('rows of all beside their parts are totals where they come to them', () => {
    const text = (all: string) => `日期,计划,消耗\n2026-01-05,全部,${all}\n2026-01-05,A,10.50\n2026-01-05,B,20.25\n`;
    // 10.50 + 20.25 = 30.75
    expect(sightOf(text('30.75')).totalsAmong).toEqual([{ header: '计划', count: 1, place: 2 }]);
    expect(sightOf(text('30.76')).totalsAmong).toEqual([]);
  });
});
