import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Contract } from '../../src/contract/model.js';
import { compare, rational } from '../../src/kernel/rational.js';
import { type Locale, localText } from '../../src/kernel/text.js';
import { workbookCsv } from '../../src/report/workbook/delimited.js';
import type { Cell, Workbook } from '../../src/report/workbook/model.js';
import { rangeOf } from '../../src/report/workbook/model.js';
import { workbookOf } from '../../src/report/workbook/workbook.js';
import { xlsxOf } from '../../src/report/xlsx/xlsx.js';
import { reportContext } from '../../src/running/report-context.js';
import type { ReadContract } from '../../src/running/repository.js';
import { disputableIn } from '../../src/settlement/disputable.js';
import { evidenceIn } from '../../src/settlement/ledger-entry.js';
import type { Statement } from '../../src/settlement/model.js';
import { relationship, settleDays } from '../settlement/relationship.js';
import { tries } from '../tries.js';
import { bookOf, ledgerOf } from './workbook-of.js';

/*
 * What a reader of the file gets is what the ledger says: statements of random lives, written as workbook and as delimited text and read
 * back by a library that knows nothing of who wrote them. `WORKBOOK_CASES` says how many statements, `WORKBOOK_SEED` with which life to
 * begin; CI takes 30.
 */
const CASES = tries('WORKBOOK_CASES', 30);
const FIRST = Number(process.env.WORKBOOK_SEED ?? 1);
const LONGEST = Math.max(600_000, CASES * 5_000);

type Value = string | number | boolean | Date | null;
type Table = readonly (readonly Value[])[];

/** Sheets by their place; numbers as the digits that stand in the file. */
async function readBack(bytes: Uint8Array): Promise<Table[]> {
  const sheets = await readWorkbook<string>(Buffer.from(bytes), { parseNumber: (text: string) => text, trim: false });
  return sheets.map(({ data }) => data as Table);
}

/** The rows of a table that begins with a title of its own, up to an empty row. */
function below(table: Table, title: string): Table {
  const at = table.findIndex(([first, second]) => first === title && second == null);
  const rest = table.slice(at + 2);
  const end = rest.findIndex((row) => row.every((cell) => cell === null));
  return end === -1 ? rest : rest.slice(0, end);
}

const texts = (row: readonly Value[] | undefined, ...columns: number[]) => columns.map((at) => row?.[at] ?? null);
const day = (value: Value | undefined) => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null));

/** Everything of a statement that the workbook has, as `statement.json` has it. */
function expectSame(sheets: readonly Table[], statements: readonly Statement[], { ledger }: ReadContract, locale: Locale): void {
  const [page = [], lines = [], kpis = [], daily = [], trueUps = [], payments = [], check = []] = sheets;
  const last = statements.at(-1);
  if (last === undefined) throw new Error('no statement');
  const allLines = statements.flatMap((statement) => statement.lines.map((line) => ({ statement, line })));
  expect(lines.slice(1).map((row) => texts(row, 0, 1, 5, 11, 12, 13, 14, 15))).toEqual(
    allLines.map(({ statement: { contract, period, currency }, line }) => {
      const { unrounded, formula } = line.trace;
      return [contract, period, line.id, currency, line.amount, line.amount, unrounded, formula === '' || formula === '?' ? null : formula];
    }),
  );
  const states =
    locale === 'en'
      ? { payable: 'payable', held: 'held', disputed: 'disputed', below: 'deducted', none: 'nothing', tax: 'Tax', net: 'Net' }
      : { payable: '应付', held: '暂缓结算', disputed: '争议中', below: '应扣', none: '无金额', tax: '税费', net: '不含税' };
  expect(lines.slice(1).map((row) => row[10])).toEqual(
    allLines.map(({ line: { state, amount } }) => {
      if (state !== 'payable') return states[state];
      return amount.startsWith('-') ? states.below : /[1-9]/.test(amount) ? states.payable : states.none;
    }),
  );
  for (const row of lines.slice(1)) expect([states.tax, states.net]).toContain(row[8]);
  expect(lines.slice(1).map((row) => [day(row[2]), day(row[3])])).toEqual(allLines.map(({ statement }) => [statement.from, statement.to]));
  const scored = statements.flatMap(({ kpis: of }) => of);
  expect(
    kpis
      .slice(1)
      .filter((row) => row[2] === (locale === 'en' ? 'KPI' : '考核指标'))
      .map((row) => texts(row, 3, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17)),
  ).toEqual(
    scored.map((kpi) => [
      kpi.id,
      kpi.actual,
      kpi.actualExact ?? kpi.actual,
      kpi.threshold,
      kpi.target,
      kpi.stretch,
      kpi.cap,
      kpi.weight,
      kpi.attainment,
      kpi.score,
      kpi.scoreExact ?? kpi.score,
    ]),
  );
  const days = statements.flatMap(({ period }) => {
    const entry = ledger.find(({ statement }) => statement.period === period);
    const evidence = entry === undefined ? null : evidenceIn(entry, period);
    return (evidence?.measures ?? []).flatMap(({ id, days: of }) => of.map((each) => ({ id, ...each })));
  });
  expect(daily.slice(1).map((row) => [row[2], day(row[4]), row[5], row[6] ?? null, row[8] ?? null])).toEqual(
    days.map(({ id, day: on, rows, currency, value }) => [id, on, String(rows), currency ?? null, value ?? null]),
  );
  // Beside each id what the statement calls it.
  expect(daily.slice(1).filter((row) => typeof row[3] !== 'string' || row[3] === '')).toEqual([]);
  const moved = allLines.filter(({ line: { kind } }) => kind === 'true-up' || kind === 'correction');
  expect(below(trueUps, locale === 'en' ? 'Lines of earlier periods' : '往期款项').map((row) => texts(row, 2, 6, 7))).toEqual(
    moved.map(({ line }) => [line.id, line.amount, line.amount]),
  );
  const upTo = ledger.filter(({ statement }) => statement.period <= last.period).map(({ statement }) => statement);
  expect(
    below(payments, locale === 'en' ? 'Statements' : '历次结算单').map((row) => [...texts(row, 0, 3, 4, 7, 8, 10), day(row[9])]),
  ).toEqual(upTo.map((each) => [each.period, each.total, each.total, each.balance, each.balance, each.digest, dayToPay(each)]));
  const open = below(payments, locale === 'en' ? 'Open, oldest first' : '未结款项（按到期先后）');
  expect(open.slice(0, last.open.length).map((row) => [...texts(row, 0, 1, 2), day(row[3])])).toEqual(
    last.open.map(({ period, amount, dueOn }) => [period, amount, amount, dueOn]),
  );
  expectWithheld(lines, below(payments, locale === 'en' ? 'Disputed and held' : '争议与暂缓结算'), statements);
  const amountOf = (label: string) => page.find(([first]) => typeof first === 'string' && first.startsWith(label));
  const total = statements.length === 1 ? last.total : null;
  if (total !== null) expect(texts(amountOf(locale === 'en' ? 'Total' : '合计'), 5, 7)).toEqual([total, total]);
  expectHeads([lines, kpis, daily], payments, locale);
  if (total !== null) expectPayer(page, last, locale);
  const on = last.asOf < yearEnd(last) ? last.asOf : yearEnd(last);
  const [alone, until] = locale === 'en' ? ['Balance 余额', `Balance on ${on} `] : ['余额', `截至 ${on} 余额`];
  expect(texts(amountOf(statements.length === 1 ? alone : until), 5, 7)).toEqual([last.balance, last.balance]);
  expect(page.some((row) => row.includes(last.digest))).toBe(true);
  const results = check
    .slice(1)
    .flatMap((row) => (typeof row[3] === 'boolean' ? [{ what: row[0], holds: row[3], one: row[1], other: row[2] }] : []));
  expect(results.filter(({ holds }) => !holds)).toEqual([]);
  expect(results.length).toBeGreaterThan(6);
  for (const { one, other } of results.slice(1)) expect(compare(rational(String(one)), rational(String(other)))).toBe(0);
}

/** What a dispute sets aside, and what is held, stand as numbers: with the line, and in one table as things stand. */
function expectWithheld(lines: Table, withheld: Table, statements: readonly Statement[]): void {
  const disputed = (of: Statement) =>
    of.lines.flatMap(({ computed, claimed, amount }) => (claimed === undefined ? [] : [{ computed, claimed, amount }]));
  const rows = lines.slice(1).filter((row) => row[18] != null);
  expect(rows.map((row) => texts(row, 18, 19, 20, 21))).toEqual(
    statements.flatMap(disputed).map(({ computed, claimed }) => [computed, computed, claimed, claimed]),
  );
  for (const row of [...rows.map((each) => texts(each, 18, 12, 22)), ...withheld.map((each) => texts(each, 2, 6, 8))]) {
    const [computed, paid, aside] = row.map((each) => (each === null ? null : rational(String(each))));
    if (computed != null && paid != null && aside != null) expect(compare(computed.sub(paid), aside)).toBe(0);
  }
  const last = statements.at(-1);
  if (last === undefined) return;
  expect(withheld.slice(0, disputed(last).length).map((row) => texts(row, 2, 4, 6))).toEqual(
    disputed(last).map(({ computed, claimed, amount }) => [computed, claimed, amount]),
  );
  const held = withheld.filter((row) => /^(held|暂缓结算)$/.test(String(row[1])));
  expect(held).toHaveLength(last.held.length);
}

/** A statement's due day where anything of its own total is left to be paid or paid back after it. */
function dayToPay({ period, total, balance, open, dueOn }: Statement): string | null {
  const isRefund = total.startsWith('-') && balance.startsWith('-');
  return isRefund || open.some((each) => each.period === period) ? dueOn : null;
}

function yearEnd({ period }: Statement): string {
  return `${period.slice(0, 4)}-12-31`;
}

/** Whether a statement counts a payment of the year after its period's: then a year's workbook says otherwise than its statements. */
function countsNextYear(statement: Statement, { events }: ReadContract): boolean {
  return events.some((event) => event.kind === 'payment' && yearEnd(statement) < event.on && event.on <= statement.asOf);
}

/** No two columns of a table are named the same, and what is open says whether it is due. */
function expectHeads(flat: readonly Table[], payments: Table, locale: Locale): void {
  const heads = [
    ...flat.map(([head]) => head),
    ...payments.filter((_, at) => at > 0 && payments[at - 1]?.[1] == null && payments[at]?.[1] != null),
  ];
  for (const head of heads) {
    const titles = head?.filter((title) => title !== null) ?? [];
    expect(new Set(titles).size).toBe(titles.length);
  }
  const [open, notDue] = locale === 'en' ? ['Open, oldest first', 'not due yet'] : ['未结款项（按到期先后）', '未到期'];
  for (const row of below(payments, open).filter((each) => each[3] instanceof Date)) {
    expect(row[4] === notDue || /^(overdue, due on \d{4}-\d{2}-\d{2}|已逾期（到期日 \d{4}-\d{2}-\d{2}）)$/.test(String(row[4]))).toBe(true);
  }
}

/**
 * By when is paid or given back stands beside until when it may be disputed, and the heads name the payer by the total's sign: nobody where
 * the brand still owes something, so that what is in its favour has been set against that.
 */
function expectPayer(page: Table, statement: Statement, locale: Locale): void {
  const { total, balance, dueOn, disputableUntil } = statement;
  const [until, payBy] = locale === 'en' ? ['Dispute until 异议截止日', 'Pay by 到期日'] : ['异议截止日 Dispute until', '到期日 Pay by'];
  const isNothing = !/[1-9]/.test(total);
  // where nothing may be disputed no day is named, and what is to be paid stands alone
  const isDisputable = disputableIn(statement).length > 0;
  expect(page.some((row) => row.includes(until))).toBe(isDisputable);
  const terms = page.find((row) => row.includes(payBy));
  if (isDisputable) expect(texts(terms, 0, 2, 3)).toEqual([until, disputableUntil, payBy]);
  if (isNothing) expect(terms).toContain(locale === 'en' ? 'Nothing to pay' : '无须付款');
  const isSetOff = total.startsWith('-') && !balance.startsWith('-');
  if (isSetOff) expect(terms?.[4]).toMatch(locale === 'en' ? /^nothing by itself/ : /^无须另付/);
  if (total.startsWith('-') && !isSetOff && dueOn !== null) expect(String(terms?.[4])).toContain(dueOn);
  const heads = page.filter((row) => /^(Brand|品牌方)/.test(String(row[2]))).map((row) => texts(row, 2, 4));
  const roles =
    isNothing || isSetOff
      ? { zh: ['品牌方', '服务方'], en: ['Brand', 'Provider'] }
      : total.startsWith('-')
        ? { zh: ['品牌方（收款方）', '服务方（付款方）'], en: ['Brand (is paid)', 'Provider (pays)'] }
        : { zh: ['品牌方（付款方）', '服务方（收款方）'], en: ['Brand (pays)', 'Provider (is paid)'] };
  // Each language has a row of its own, the reader's first.
  expect(heads.slice(0, 2)).toEqual(locale === 'zh' ? [roles.zh, roles.en] : [roles.en, roles.zh]);
}

describe('a workbook of a random life', () => {
  test(`says what the ledger says (${CASES} statements)`, { timeout: LONGEST }, async () => {
    let told = 0;
    for (let seed = FIRST; told < CASES; seed++) {
      const contract = await ledgerOf(seed);
      if (contract === null || contract.ledger.length === 0) continue;
      const { ledger } = contract;
      const locale = seed % 2 === 0 ? 'en' : 'zh';
      for (const [at, { statement }] of ledger.entries()) {
        const book = bookOf(contract, at, at, locale);
        expectSame(await readBack(xlsxOf(book)), [statement], contract, locale);
        expectLines(workbookCsv(book), statement);
        told += 1;
      }
      const statements = ledger.map(({ statement }) => statement);
      if (ledger.length > 1 && !statements.some((each) => countsNextYear(each, contract)))
        expectSame(await readBack(xlsxOf(bookOf(contract, 0, ledger.length - 1, locale))), statements, contract, locale);
    }
  });
});

test('names the parties as their invoices do: as agreed for the statement, else as written since, else by their name', async () => {
  const contract = await ledgerOf(1);
  const [entry] = contract?.ledger ?? [];
  if (contract === null || entry === undefined) throw new Error('nothing settled');
  const { parties } = entry.terms.contract;
  const brand = { ...parties.brand, legal: { name: '安可家居（上海）有限公司', taxId: '91310000MA1K000000', address: '南京西路 1 号' } };
  const rowsOf = async (terms: Contract, now: Contract) => {
    const pages = [{ entry: { ...entry, terms: { ...entry.terms, contract: terms } }, context: reportContext(entry, [], contract.events) }];
    const [page = []] = await readBack(xlsxOf(workbookOf({ pages, before: [], events: contract.events, contract: now, year: null }, 'en')));
    const at = page.findIndex(([first]) => first === 'Legal name 单位名称');
    return page.slice(at, at + 3).map((row) => texts(row, 2, 4));
  };
  const without = entry.terms.contract;
  const withLegal: Contract = { ...without, parties: { ...parties, brand } };
  const name = localText(parties.provider.name, 'en');
  const told = [
    ['安可家居（上海）有限公司', name],
    ['91310000MA1K000000', null],
    ['南京西路 1 号', null],
  ];
  expect(await rowsOf(withLegal, without)).toEqual(told);
  expect(await rowsOf(without, withLegal)).toEqual(told);
  expect((await rowsOf(without, without))[0]).toEqual([localText(parties.brand.name, 'en'), name]);
});

test('both parties have a place for their seal, 4 cm high when the page is printed at four fifths of its size', async () => {
  const contract = await ledgerOf(1);
  const [sheet] = contract === null ? [] : bookOf(contract, 0, 0, 'zh').sheets;
  const at =
    sheet?.rows.findIndex(({ cells }) => cells.some((cell) => cell !== null && 'text' in cell && cell.text.startsWith('品牌方（盖章）'))) ??
    -1;
  const told = (row: number) =>
    sheet?.rows[row]?.cells.flatMap((cell) => (cell !== null && 'text' in cell && cell.text !== '' ? [cell.text] : []));
  expect(told(at - 2)).toEqual(['制表 Prepared by', '审核 Reviewed by', '财务 Finance', '日期 Date']);
  expect(told(at)).toEqual(['品牌方（盖章） Brand (seal)', '服务方（盖章） Provider (seal)']);
  expect(told(at + 2)).toEqual(['日期 Date', '日期 Date']);
  expect(((sheet?.rows[at + 1]?.height ?? 0) * 2.54) / 72).toBeGreaterThan(4 / 0.8);
  expect(sheet?.print).toMatchObject({ onOnePage: true });
});

test('delimited text: what a spreadsheet would reckon with is quoted, amounts keep their minus, exact columns stand once', () => {
  const sheet = {
    name: 'S',
    columns: [{ width: 9 }, { width: 9 }, { width: 9, exact: true as const }, { width: 9 }],
    rows: [
      { cells: [{ text: '=1+1' }, { number: '-12.30' }, { text: '-12.30' }, { formula: 'B1', cached: '-12.30' }] },
      { cells: [{ text: '@x' }, null, null, { formula: 'B1=D1', cached: true }] },
      { cells: [{ text: 'signed by' }], onPaper: true as const },
      { cells: [] },
      { cells: [{ text: '-a' }, { date: '2026-01-31' }] },
    ],
    merged: [],
    print: null,
    inText: true as const,
  };
  const csv = workbookCsv({ sheets: [sheet] });
  expect(csv).toBe("\uFEFF'=1+1,-12.30,-12.30\r\n'@x,,true\r\n\r\n'-a,2026-01-31\r\n");
});

test('delimited text: a row of a table has every column of it, also where nothing stands in the last ones', () => {
  const table = [{}, {}, { exact: true as const }, {}, {}];
  const sheet = {
    name: 'S',
    columns: [{ width: 9 }, { width: 9 }, { width: 9 }, { width: 9 }, { width: 9 }],
    rows: [
      { cells: ['Line', 'Amount', 'Amount, exact', 'Computed', 'Claimed'].map((text) => ({ text })), table },
      { cells: [{ text: 'a' }, { number: '1.00' }, { text: '1.00' }, null, null], table },
      { cells: [{ text: 'b' }], table },
    ],
    merged: [],
    print: null,
    inText: true as const,
  };
  expect(workbookCsv({ sheets: [sheet] })).toBe('\uFEFFLine,Amount,Computed,Claimed\r\na,1.00,,\r\nb,,,\r\n');
});

describe('paper', () => {
  const large = '12345678901234567.89';

  /** A statement of which an amount, the total and the balance have 17 digits before their point, as a workbook. */
  const largeBook = async (): Promise<Workbook> => {
    const contract = await ledgerOf(1);
    const [entry] = contract?.ledger ?? [];
    if (contract === null || entry === undefined) throw new Error('nothing settled');
    const { statement } = entry;
    const lines = statement.lines.map((line, at) => (at === 0 ? { ...line, amount: large } : line));
    const changed = { ...entry, statement: { ...statement, lines, total: large, balance: large } };
    const pages = [{ entry: changed, context: reportContext(changed, [], contract.events) }];
    return workbookOf({ pages, before: [], events: contract.events, contract: null, year: null }, 'zh');
  };

  test('no amount is wider than its column, on any sheet', async () => {
    const { sheets } = await largeBook();
    // 12,345,678,901,234,567.89 is 25 signs, and a cell keeps two free.
    for (const { name, rows, columns } of sheets) {
      const widths = rows.flatMap(({ cells }) =>
        cells.flatMap((cell, at) => {
          const figure = cell === null ? null : 'number' in cell ? cell.number : 'formula' in cell ? cell.cached : null;
          return figure === large ? [columns[at]?.width ?? 0] : [];
        }),
      );
      if (['Statement 结算单', '结算明细', '付款与未结款项', '核对'].includes(name)) expect(widths.length, name).toBeGreaterThan(0);
      for (const width of widths) expect(width, name).toBeGreaterThanOrEqual(27);
    }
  });

  test('many columns are printed on several pages beside each other, each with what names its rows', () => {
    const wide = (columns: number, repeatedColumns: readonly [number, number]): Workbook['sheets'][number] => ({
      name: `Of ${columns}`,
      columns: Array.from({ length: columns }, () => ({ width: 44 })),
      rows: [],
      merged: [],
      print: { repeatedRow: 1, repeatedColumns },
    });
    // A page takes 220 signs. Of 440 with 44 on each page, 396 are left for pages of 176; of 220 with 44, 176 for one.
    const parts = unzipSync(xlsxOf({ sheets: [wide(10, [4, 4]), wide(5, [0, 0])] }));
    const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    expect(part('xl/worksheets/sheet1.xml')).toContain(
      '<pageSetup paperSize="9" pageOrder="overThenDown" orientation="landscape" fitToWidth="3" fitToHeight="0"/>',
    );
    expect(part('xl/worksheets/sheet2.xml')).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(part('xl/workbook.xml')).toContain(`localSheetId="0">'Of 10'!$E:$E,'Of 10'!$1:$1</definedName>`);
  });
});

/** Delimited text has every line with its bare amount, and the total and the balance. */
function expectLines(csv: string, { contract, period, lines, total, balance, digest }: Statement): void {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const records = csv.slice(1).split('\r\n').map(fieldsOf);
  expectFull(records, digest);
  const own = records.filter((record) => record[0] === contract && record[1] === period && record.length > 12);
  expect(own.map((record) => [record[5], record[12]])).toEqual(lines.map(({ id, amount }) => [id, amount]));
  expect(records.find(([first = '']) => /^(Total 合计|合计 Total)$/.test(first))?.[5]).toBe(total);
  expect(records.find(([first = '']) => /^(Balance 余额|余额 Balance)$/.test(first))?.[5]).toBe(balance);
}

/** Below the page for paper each record is a table's title alone, empty, or as long as the titles of its columns. */
function expectFull(records: readonly (readonly string[])[], digest: string): void {
  let heads = 0;
  let columns: number | null = null;
  for (const record of records.slice(records.findIndex((each) => each.includes(digest)) + 1)) {
    if (record.length === 1) columns = null;
    else if (columns === null) {
      columns = record.length;
      heads += 1;
    } else expect(record).toHaveLength(columns);
  }
  // lines, statements, payments, what is open, what is disputed and held
  expect(heads).toBe(5);
}

/** A record by RFC 4180. */
function fieldsOf(record: string): string[] {
  return [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare);
}

const one = (...cells: Cell[]): Workbook => ({
  sheets: [{ name: "A 'sheet' & more", columns: [{ width: 10 }], rows: [{ cells }], merged: [], print: null }],
});

describe('the file', () => {
  test('takes no text for a formula, and changes none', async () => {
    const hostile = ['=1+1', '+cmd', '-2+3', '@A1', '<b>&amp;"\'', '_x0041_', ' =1', '＝1', '数量', '1e5', '007', ''];
    const bytes = xlsxOf(one(...hostile.map((text) => ({ text }))));
    const [row = []] = (await readBack(bytes))[0] ?? [];
    // The escape of an escape is undone by spreadsheets; this reader knows none.
    expect(row.map((value) => (typeof value === 'string' ? value.replace('_x005F_', '_') : value))).toEqual(
      hostile.map((text) => (text === '' ? null : text)).slice(0, row.length),
    );
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/t="s"/g)).toHaveLength(hostile.length - 1);
  });

  test('shows what nobody would see, and has no character that XML cannot have', async () => {
    const [row] = (await readBack(xlsxOf(one({ text: 'pay \u202E05' }, { text: 'a\u0000b' }, { text: '\uD800' }))))[0] ?? [];
    expect(row).toEqual(['pay ⟨U+202E⟩05', 'a⟨U+0000⟩b', '⟨U+D800⟩']);
  });

  test('has every digit of a number, whatever a spreadsheet keeps', async () => {
    const [row] =
      (
        await readBack(
          xlsxOf(one({ number: '-12345678901234567.89' }, { number: '0.00' }, { formula: 'A1', cached: '-12345678901234567.89' })),
        )
      )[0] ?? [];
    expect(row).toEqual(['-12345678901234567.89', '0.00', '-12345678901234567.89']);
    expect(() => xlsxOf(one({ number: '1e5' }))).toThrow(RangeError);
    expect(() => xlsxOf(one({ number: '' }))).toThrow(RangeError);
  });

  test('is the same on every machine and day', () => {
    const book = one(
      { text: '结算单', look: { bold: true, fill: 'head', border: 'all' } },
      { number: '1234.50', look: { format: '#,##0.00' } },
      { date: '2026-03-01', look: { format: 'yyyy-mm-dd' } },
      { formula: 'SUM(B1:B1)', cached: '1234.50' },
      { formula: 'B1=D1', cached: true },
    );
    const zone = process.env.TZ;
    const digests = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC'].map((each) => {
      process.env.TZ = each;
      return createHash('sha256').update(xlsxOf(book)).digest('hex');
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(digests)).toEqual(new Set(['e33505520d5efe9e935cfb9dfc2ecc75c4dc558dbf129b2bba28ffce3747cd4c']));
  });

  test('names a range of a sheet whatever the sheet is called', () => {
    expect(rangeOf("It's", 'A1:AB20')).toBe("'It''s'!$A$1:$AB$20");
  });
});

/*
 * A year's workbook by hand. November is settled on 5 December 2025 at 1,000.00, December on 5 January 2026 at 1,000.00, January on
 * 5 February at −5,000.00 × 10% + 1,000.00 = 500.00. Paid: 600.00 on 20 December, 300.00 on 31 December (filed on 2 January), 50.00 on
 * 3 January. 2025: 2,000.00 − 900.00 = 1,100.00, of November 100.00, due on 5 December + 10 + 15 days. 2026: 1,100.00 + 500.00 − 50.00.
 */
test('a year has the payments of its own days and the balance of its last, whenever it was settled', () => {
  const fees = [
    { id: 'base', kind: 'retainer', amount: 1000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' },
  ];
  const pay = (amount: number, on: string, reference: string) => ({ kind: 'payment', party: 'brand', amount, on, reference });
  const own = relationship({ fees, term: { from: '2025-11-01', to: '2026-12-31' } }, undefined, {
    '2025-12-20-p1.yaml': pay(600, '2025-12-20', 'P1'),
    '2026-01-02-p2.yaml': pay(300, '2025-12-31', 'P2'),
    '2026-01-03-p3.yaml': pay(50, '2026-01-03', 'P3'),
  });
  const ledger = settleDays(own.terms, own.events, [
    { asOf: '2025-12-05', values: {} },
    { asOf: '2026-01-05', values: {} },
    { asOf: '2026-02-05', values: { '2026-01': { revenue: '-5000' } } },
  ]);
  const rowsOf = (year: string, from: number, until: number) => {
    const pages = ledger
      .slice(from, until)
      .map((entry, at) => ({ entry, context: reportContext(entry, ledger.slice(0, from + at), own.events) }));
    const book = workbookOf({ pages, before: ledger.slice(0, from), events: own.events, contract: null, year }, 'en');
    const [page] = book.sheets;
    const told = (page?.rows ?? []).flatMap(({ cells }) => {
      const [label] = cells.flatMap((cell) => (cell !== null && 'text' in cell ? [cell.text] : []));
      const amount = cells.findLast((cell) => cell !== null && ('number' in cell || 'formula' in cell));
      if (label === undefined || amount === undefined || amount === null) return [];
      return [`${label}: ${'number' in amount ? amount.number : 'cached' in amount ? amount.cached : ''}`];
    });
    const checks = (book.sheets.at(-1)?.rows ?? []).flatMap(({ cells }) => {
      const holds = cells[3];
      return holds !== null && holds !== undefined && 'cached' in holds ? [holds.cached] : [];
    });
    expect(checks.every((holds) => holds === true)).toBe(true);
    return { told, text: workbookCsv(book) };
  };
  const first = rowsOf('2025', 0, 2);
  expect(first.told.slice(-6)).toEqual([
    'Balance before the year 年初余额: 0.00',
    'Total of the year 全年合计: 2000.00',
    'Payments of the year, to 2025-12-31 本年付款（至 2025-12-31）: 900.00',
    'Balance on 2025-12-31 截至 2025-12-31 余额: 1100.00',
    'Open of 未结 2025-11: 100.00',
    'Open of 未结 2025-12: 1000.00',
  ]);
  expect(first.text).toContain('overdue, due on 2025-12-30');
  expect(first.text).not.toContain('P3');
  const second = rowsOf('2026', 2, 3);
  expect(second.told.slice(-7)).toEqual([
    'Balance before the year 年初余额: 1100.00',
    'Total of the year 全年合计: 500.00',
    'Payments of the year, to 2026-02-05 本年付款（至 2026-02-05）: 50.00',
    'Balance on 2026-02-05 截至 2026-02-05 余额: 1550.00',
    'Open of 未结 2025-11: 50.00',
    'Open of 未结 2025-12: 1000.00',
    'Open of 未结 2026-01: 500.00',
  ]);
});
