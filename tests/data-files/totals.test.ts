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
  ['of two kinds', [HEADER, 'Total,,33.00', ONE, 'Subtotal,,10.00', TWO, THREE], null, 5],
])('totals %s', (_, lines, format, rows) => {
  expect(formatOf(lines)).toEqual({ format, rows });
});

test('a title above the header that is marked as a comment is the one that is declared', () => {
  expect(formatOf(['# report', HEADER, 'Total,,33.00', ONE, TWO])).toEqual({ format: { comment: '#' }, rows: 3 });
});
