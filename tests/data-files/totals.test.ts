import { expect, test } from 'vitest';
import { type RawExport, see } from '../../src/intake/sight.js';

/* Lines of totals above, between and below the rows of an export: proposed to be left out, and never a row with them. */

function formatOf(lines: readonly string[]) {
  const raw: RawExport = {
    name: 'report.csv',
    packed: false,
    form: 'text',
    head: Buffer.from(`${lines.join('\n')}\n`),
    tail: null,
    sheet: null,
    sheets: [],
  };
  const sight = see(raw);
  return 'unseen' in sight ? sight.unseen : { format: sight.format, rows: sight.rows };
}

const HEADER = 'Date,Campaign,Cost';
const [ONE, TWO, THREE] = ['2026-03-01,A,10.00', '2026-03-02,A,11.00', '2026-03-31,B,12.00'] as const;

test.each<[string, readonly string[], object | null, number]>([
  ['below', [HEADER, ONE, TWO, THREE, 'Total,,33.00'], { stopAt: 'Total' }, 3],
  ['above', [HEADER, 'Total,,33.00', ONE, TWO, THREE], { comment: 'Total' }, 3],
  ['above and below, alike', [HEADER, 'Total,,33.00', ONE, TWO, THREE, 'Total,,33.00'], { comment: 'Total' }, 3],
  ['between, others below', [HEADER, ONE, 'Subtotal,,10.00', TWO, THREE, 'Total,,33.00'], { comment: 'Subtotal', stopAt: 'Total' }, 3],
  ['between, twice', [HEADER, ONE, '小计,,10.00', TWO, '小计,,11.00', THREE], { comment: '小计' }, 3],
  [
    'where names stand first, but a day is lacking',
    ['Campaign,Date,Cost', 'Total,,33.00', 'A,2026-03-01,10.00', 'B,2026-03-02,23.00'],
    { comment: 'Total' },
    2,
  ],
  ['that may be a campaign', ['Campaign,Date,Cost', 'Total,2026-03-01,33.00', 'A,2026-03-01,10.00', 'B,2026-03-02,23.00'], null, 3],
  ['as another campaign begins', ['Campaign,Date,Cost', 'Total,,33.00', 'Total reach,2026-03-01,10.00', 'B,2026-03-02,23.00'], null, 3],
  ['below, with an empty first cell', [HEADER, ONE, TWO, THREE, ',Total,33.00'], { stopAt: ',Total' }, 3],
  ['below, with empty cells in quotation marks', [HEADER, ONE, TWO, THREE, '"","Total","33.00"'], { stopAt: '"","Total' }, 3],
  ['below, in Chinese', [HEADER, ONE, TWO, THREE, ',合计：,33.00'], { stopAt: ',合计：' }, 3],
  ['below, in Korean', [HEADER, ONE, TWO, THREE, ',소계,33.00'], { stopAt: ',소계' }, 3],
  ['above, with an empty first cell', [HEADER, ',합계,33.00', ONE, TWO, THREE], { comment: ',합계' }, 3],
  // 10 + 11 + 12 = 33; a line that lacks a day and is no sum may be a row that lacks it
  ['below, without a word', [HEADER, ONE, TWO, THREE, ',,33.00'], { comment: ',,' }, 3],
  ['above, without a word', [HEADER, ',,33.00', ONE, TWO, THREE], { comment: ',,' }, 3],
  ['below, without a word, in quotation marks', [HEADER, ONE, TWO, THREE, '"",,"33.00"'], { comment: '"",,' }, 3],
  ['that are no sum, without a word', [HEADER, ONE, TWO, THREE, ',,32.99'], null, 4],
  ['of two kinds', [HEADER, 'Total,,33.00', ONE, 'Subtotal,,10.00', TWO, THREE], null, 5],
])('totals %s', (_, lines, format, rows) => {
  expect(formatOf(lines)).toEqual({ format, rows });
});

test('a title above the header that is marked as a comment is the one that is declared', () => {
  expect(formatOf(['# report', HEADER, 'Total,,33.00', ONE, TWO])).toEqual({ format: { comment: '#' }, rows: 3 });
});

function sightOf(lines: readonly string[]) {
  const head = Buffer.from(`${lines.join('\n')}\n`);
  const sight = see({ name: 'report.csv', packed: false, form: 'text', head, tail: null, sheet: null, sheets: [] });
  if ('unseen' in sight) throw new Error(sight.unseen);
  return sight;
}

test('totals are counted and held against what the rows add up to', () => {
  const sums = (total: string) => sightOf([HEADER, ONE, TWO, THREE, total]).totals;
  expect(sums('Total,,33.00')).toEqual({ count: 1, place: 5, sums: { agree: ['Cost'], differ: [] } });
  expect(sums('Total,,33')).toMatchObject({ sums: { agree: ['Cost'] } });
  expect(sums('Total,,43.00')).toEqual({ count: 1, place: 5, sums: { agree: [], differ: ['Cost'] } });
  // a total of a part says nothing of all rows
  expect(sightOf([HEADER, ONE, 'Subtotal,,10.00', TWO, THREE, 'Total,,33.00']).totals).toEqual({
    count: 2,
    place: 3,
    sums: { agree: ['Cost'], differ: [] },
  });
  const european = ['Datum;Kosten', '01.03.2026;1.234,50', '02.03.2026;-4,50', 'Gesamt;1.230,00'];
  expect(sightOf(european).totals).toMatchObject({ sums: { agree: ['Kosten'], differ: [] } });
});

test('lines of several kinds between the rows are told by kind and place, and spoil no column', () => {
  const lines = ['== Search ==,,', ONE, 'Subtotal,,10.00', 'Display,,', HEADER, THREE, '-----,-----,-----', TWO, 'Total,,33.00'];
  const sight = sightOf([HEADER, ...lines]);
  expect(sight.between).toEqual([
    { kind: 'header', places: [6] },
    { kind: 'heading', places: [2, 5] },
    { kind: 'rule', places: [8] },
  ]);
  expect(sight).toMatchObject({ rows: 3, format: { comment: 'Subtotal', stopAt: 'Total' } });
  expect(sight.columns.map(({ kind }) => kind)).toEqual(['time', 'text', 'number']);
});

test('lines that all begin with the same signs are left out by these', () => {
  expect(sightOf([HEADER, '=== Search,,', ONE, '=== Display,,', TWO])).toMatchObject({ rows: 2, between: [], format: { comment: '===' } });
});

test('rows that say in a column that they are totals are named: nothing leaves them out', () => {
  const lines = [HEADER, ONE, '2026-03-01,Total,10.00', TWO, '2026-03-02,Total,11.00', '2026-03-03,Total reach,1.00'];
  expect(sightOf(lines).totalsAmong).toEqual([{ header: 'Campaign', count: 2, place: 3 }]);
});
