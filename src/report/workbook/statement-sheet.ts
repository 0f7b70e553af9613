import { addMoney, money, moneyText, sumMoney } from '../../kernel/money.js';
import { PARTIES } from '../../kernel/party.js';
import { localText } from '../../kernel/text.js';
import { setOffOf } from '../../settlement/balance.js';
import { isDisputable } from '../../settlement/disputable.js';
import type { WorkbookKey } from '../../words/workbook.js';
import { payByText } from '../first-lines.js';
import { capitalsOf } from './capitals.js';
import { type Item, itemsOf } from './items.js';
import { type LinesPlaces, statementNumber } from './lines-sheet.js';
import { address, type Cell, type Look, rangeOf, type WorkSheet } from './model.js';
import { PageRows, type Spanned, span } from './page-rows.js';
import { legalOf, netAndTax, type Scene } from './pages.js';
import { balanceUntil, paidBetween, positionOf } from './position.js';
import { widthOf } from './widths.js';

/** Where formulas find what the page says. */
export interface StatementPlaces {
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  readonly before: string;
  readonly paid: string;
  readonly balance: string;
}

const WIDTHS = [5, 25, 22, 22, 12, 18];
const LAST = WIDTHS.length - 1;
const AMOUNT = 5;
/** Exact amounts, one column away from the page. */
const EXACT = LAST + 2;
const EXACT_WIDTH = 26;
const SIGNATURE_HEIGHT = 42;
/** 5.4 cm: a seal of 4 cm has its place still where a long page is printed smaller, to fit. */
const SEAL_HEIGHT = 152;
const BRAND_HALF = [0, 2] as const;
const PROVIDER_HALF = [3, LAST] as const;

const BOX: Look = { border: 'all', wrap: true };
const LABEL: Look = { ...BOX, fill: 'label', dim: true };
const HEAD: Look = { ...BOX, bold: true, fill: 'head', align: 'center' };
const SUM: Look = { ...BOX, bold: true, fill: 'sum' };

/** The statement as a voucher on one upright A4 page, to be signed and filed; exact amounts stand right of what is printed. */
export function statementSheet(scene: Scene, lines: LinesPlaces): { readonly sheet: WorkSheet; readonly places: StatementPlaces } {
  const page = new PageRows(WIDTHS);
  headSection(page, scene);
  partySection(page, scene);
  const { net, tax, total } = moneySection(page, scene, lines);
  const { before, paid, balance } = balanceSection(page, scene, total);
  footSection(page, scene);
  const figures = (column: number) =>
    page.rows.map(({ cells }) => cells[column] ?? null).filter((cell) => cell !== null && (column === EXACT || !('text' in cell)));
  const widths = WIDTHS.map((width, at) => ({ width: at === AMOUNT ? Math.max(width, widthOf(figures(at))) : width }));
  const sheet: WorkSheet = {
    name: scene.say('sheet.statement'),
    columns: [...widths, { width: 2 }, { width: Math.max(EXACT_WIDTH, widthOf(figures(EXACT))), exact: true }],
    rows: page.rows,
    merged: page.merged,
    print: { area: `A1:${address(LAST, page.next - 1)}`, onOnePage: true },
    inText: true,
  };
  return { sheet, places: { net, tax, total, before, paid, balance } };
}

function headSection(page: PageRows, scene: Scene): void {
  const { year, locale, last, both, say, words } = scene;
  const { terms, statement } = last.entry;
  const title = year === null ? both('statement') : both('year-title', { year });
  page.add([span(0, LAST, { text: title, look: { bold: true, size: 18, align: 'center' } })]);
  page.add([span(0, LAST, { text: localText(terms.contract.title, locale), look: { size: 11, align: 'center', wrap: true } })]);
  page.gap();
  const { contract, period, from, to, asOf, currency } = statement;
  const days = from === null || to === null ? say('period-tail', { period }) : say('period-days', { period, from, to });
  page.add(pair(0, 1, LAST, year === null ? [both('number'), statementNumber(last)] : [both('column.contract'), contract]));
  page.add(pair(0, 1, LAST, [both('period'), year === null ? days : rangeOfYear(scene)]));
  const pairs: [string, string][] = [
    [both('as-of'), asOf],
    [both('currency'), currency],
    ...(year === null
      ? ([
          ...(isDisputable(statement) ? [[both('dispute-until'), statement.disputableUntil] satisfies [string, string]] : []),
          [both('pay-by'), payByText(statement, words)],
        ] satisfies [string, string][])
      : []),
    ...(terms.contract.agreement === null ? [] : [[both('agreement'), terms.contract.agreement.number] satisfies [string, string]]),
  ];
  for (let at = 0; at < pairs.length; at += 2) {
    const [first, second] = [pairs[at], pairs[at + 1]];
    page.add([
      ...(first === undefined ? [] : pair(0, 1, 2, first)),
      ...(second === undefined ? [span(3, LAST, { text: '', look: BOX })] : pair(3, 3, LAST, second)),
    ]);
  }
  page.gap();
}

/** From the first of a year's settled periods to the last. */
function rangeOfYear({ pages, last, say }: Scene): string {
  const { period } = last.entry.statement;
  const first = pages[0]?.entry.statement.period ?? period;
  return first === period ? period : say('period-range', { first, last: period });
}

function pair(from: number, until: number, to: number, [label, value]: readonly [string, string]): Spanned[] {
  return [span(from, until, { text: label, look: LABEL }), span(until + 1, to, { text: value, look: BOX })];
}

/** Who pays and who is paid, as their invoices name them. */
function partySection(page: PageRows, scene: Scene): void {
  const { both, words } = scene;
  const legal = PARTIES.map((party) => legalOf(scene, party));
  const across = (label: string, values: readonly string[], look: Look) => {
    const [brand = '', provider = ''] = values;
    page.add([span(0, 1, { text: label, look: LABEL }), span(2, 3, { text: brand, look }), span(4, LAST, { text: provider, look })]);
  };
  const roles = rolesOf(scene).map((role) => scene.each(role));
  for (const at of [0, 1])
    across(
      '',
      roles.map((role) => role[at] ?? ''),
      HEAD,
    );
  across(
    both('legal-name'),
    PARTIES.map((party, at) => legal[at]?.name ?? words.party(party)),
    BOX,
  );
  across(
    both('tax-id'),
    legal.map((each) => each?.taxId ?? ''),
    BOX,
  );
  if (legal.some((each) => each?.address !== undefined)) {
    across(
      both('address'),
      legal.map((each) => each?.address ?? ''),
      BOX,
    );
  }
  page.gap();
}

/** Who pays whom, by the sign of what is settled; of nothing, and of what is set against what the brand owes, only who is who. */
function rolesOf(scene: Scene): WorkbookKey[] {
  const { pages, currency } = scene;
  const total = sumMoney(
    pages.map(({ entry }) => money(entry.statement.total, currency)),
    currency,
  );
  const { balance } = positionOf(scene);
  const isSetOff = total.minor < 0n && setOffOf({ total: moneyText(total), balance, currency }).left.minor === 0n;
  if (total.minor === 0n || isSetOff) return ['brand', 'provider'];
  return total.minor > 0n ? ['brand-pays', 'provider-paid'] : ['brand-paid', 'provider-pays'];
}

function amountCells(page: PageRows, spans: readonly Spanned[], cell: Cell, exact: string): string {
  const row = page.add([...spans, span(AMOUNT, AMOUNT, cell)], { beside: { text: exact, look: { dim: true, align: 'right' } } });
  return address(AMOUNT, row);
}

/** Every line with what it comes to and how, then net, tax and total. */
function moneySection(page: PageRows, scene: Scene, lines: LinesPlaces): Pick<StatementPlaces, 'net' | 'tax' | 'total'> {
  const { both, currency, moneyFormat, year, say, pages } = scene;
  const figure: Look = { ...BOX, format: moneyFormat, align: 'right' };
  page.add(
    [
      span(0, 0, { text: both('row'), look: HEAD }),
      span(1, 1, { text: both('item'), look: HEAD }),
      span(2, 3, { text: both('computation'), look: HEAD }),
      span(4, 4, { text: both('state'), look: HEAD }),
      span(AMOUNT, AMOUNT, { text: `${both('amount')} (${currency})`, look: HEAD }),
    ],
    { beside: { text: both('amount-exact'), look: { bold: true, align: 'right' } } },
  );
  let number = 0;
  const item = ({ title, computation, state, amount }: Item) => {
    number += 1;
    return amountCells(
      page,
      [
        span(0, 0, { text: String(number), look: { ...BOX, align: 'center' } }),
        span(1, 1, { text: title, look: BOX }),
        span(2, 3, { text: computation, look: BOX }),
        span(4, 4, { text: state, look: { ...BOX, align: 'center' } }),
      ],
      { number: amount, look: figure },
      amount,
    );
  };
  const sum = (label: string, formula: string, cached: string, look: Look) =>
    amountCells(
      page,
      [span(0, 4, { text: label, look: { ...look, align: 'right' } })],
      { formula, cached, look: { ...look, format: moneyFormat, align: 'right' } },
      cached,
    );
  const all = pages.map(({ entry }) => netAndTax(entry.statement));
  const net = sumMoney(
    all.map((each) => each.net),
    currency,
  );
  const tax = sumMoney(
    all.map((each) => each.tax),
    currency,
  );
  const total = moneyText(addMoney(net, tax));
  const { ofNet, ofTax } = itemsOf(scene);
  const firstRow = page.next;
  ofNet.forEach(item);
  const added = (count: number, from: number) => (count === 0 ? '0' : `SUM(${address(AMOUNT, from)}:${address(AMOUNT, from + count - 1)})`);
  const ofPart = (part: 'net' | 'tax') => {
    const { amounts, parts } = lines;
    if (amounts === null || parts === null) return '0';
    const name = say('sheet.lines');
    return `SUMIF(${rangeOf(name, parts)},"${say(`is.${part}`)}",${rangeOf(name, amounts)})`;
  };
  const netCell = sum(both('part.net'), year === null ? added(ofNet.length, firstRow) : ofPart('net'), moneyText(net), {
    ...BOX,
    fill: 'sum',
  });
  const taxRow = page.next;
  ofTax.forEach(item);
  const taxCell = sum(both('part.tax'), year === null ? added(ofTax.length, taxRow) : ofPart('tax'), moneyText(tax), {
    ...BOX,
    fill: 'sum',
  });
  const totalCell = sum(both('total'), `${netCell}+${taxCell}`, total, SUM);
  if (currency === 'CNY') {
    page.add([
      span(0, 1, { text: both('capitals'), look: LABEL }),
      span(2, LAST, { text: capitalsOf(total), look: { ...BOX, bold: true } }),
    ]);
  }
  page.gap();
  return { net: netCell, tax: taxCell, total: totalCell };
}

/** What was open before, what this statement and payments made of it, and what is open now, oldest first. */
function balanceSection(page: PageRows, scene: Scene, totalCell: string): Pick<StatementPlaces, 'before' | 'paid' | 'balance'> {
  const { both, say, moneyFormat, pages, before, currency, last, words, year } = scene;
  const { statement } = last.entry;
  const earlier = before.at(-1)?.statement ?? null;
  const { on, balance, items, rest } = positionOf(scene);
  const total = moneyText(
    sumMoney(
      pages.map(({ entry }) => money(entry.statement.total, currency)),
      currency,
    ),
  );
  const opening = balanceUntil(earlier, scene);
  const paid = moneyText(paidBetween(earlier, statement, scene));
  const line = (label: string, note: string, cell: Cell, exact: string, look: Look = BOX) =>
    amountCells(
      page,
      [span(0, 2, { text: label, look }), span(3, 4, { text: note, look })],
      { ...cell, look: { ...look, format: moneyFormat, align: 'right' } },
      exact,
    );
  const beforeCell = line(both(year === null ? 'balance-before' : 'year-before'), earlier?.period ?? '', { number: opening }, opening);
  line(both(year === null ? 'this-total' : 'year-total'), '', { formula: totalCell, cached: total }, total);
  const paidCell = line(year === null ? both('paid-since') : both('year-paid', { on }), '−', { number: paid }, paid);
  const said = /[1-9]/.test(balance) ? (balance.startsWith('-') ? 'totalNoteNegative' : 'totalNote') : 'totalNoteZero';
  const names = { brand: words.party('brand'), provider: words.party('provider') };
  const balanceCell = line(
    year === null ? both('balance') : both('year-balance', { on }),
    words.say(said, names),
    { formula: `${beforeCell}+${totalCell}-${paidCell}`, cached: balance },
    balance,
    SUM,
  );
  for (const { period, amount, dueOn } of items) {
    const note = dueOn === null ? say('due-unknown') : say(dueOn < on ? 'overdue-on' : 'due-on', { on: dueOn });
    line(`${both('open-of')} ${period}`, note, { number: amount }, amount);
  }
  if (rest !== null) {
    const isCredit = rest.startsWith('-');
    line(both(isCredit ? 'advance' : 'repaid'), isCredit ? words.say('credit', names) : '', { number: rest }, rest);
  }
  page.gap();
  return { before: beforeCell, paid: paidCell, balance: balanceCell };
}

/** Who has signed, what ties the page to the ledger, and which of two figures counts. */
function footSection(page: PageRows, { both, last, say, year }: Scene): void {
  const onPaper = true;
  const boxes: readonly (readonly [number, number])[] = [
    [0, 1],
    [2, 2],
    [3, 3],
    [4, LAST],
  ];
  const titled = (spans: readonly (readonly [number, number])[], titles: readonly string[], height: number) => {
    page.add(
      spans.map(([from, to], at) => span(from, to, { text: titles[at] ?? '', look: { ...LABEL, align: 'center' } })),
      { onPaper },
    );
    page.add(
      spans.map(([from, to]) => span(from, to, { text: '', look: BOX })),
      { height, onPaper },
    );
  };
  titled(boxes, [both('prepared'), both('reviewed'), both('finance'), both('signed-on')], SIGNATURE_HEIGHT);
  titled([BRAND_HALF, PROVIDER_HALF], [both('brand-seal'), both('provider-seal')], SEAL_HEIGHT);
  page.add([...pair(0, 1, 2, [both('signed-on'), '']), ...pair(3, 3, LAST, [both('signed-on'), ''])], { onPaper });
  page.gap();
  const small: Look = { size: 8, dim: true, wrap: true };
  const { period, digest } = last.entry.statement;
  // of a year's statements only the last one's stands here
  const called = year === null ? both('digest') : `${period} ${both('digest')}`;
  page.add([span(0, 1, { text: called, look: small }), span(2, LAST, { text: digest, look: small })]);
  page.add([span(0, LAST, { text: say('exact-counts'), look: small })], { onPaper });
}
