import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doctor } from '../../src/commands/run/doctor.js';
import { score } from '../../src/commands/run/score.js';
import { contractFrame } from '../contract-frame.js';
import { contextFor, run } from '../in-process.js';
import { type Content, withData } from '../shell/data-folder.js';
import { tries } from '../tries.js';

/*
 * No row of anybody in any message: whatever is wrong with a file, no cell of it is in what `doctor` and `score` say, in any
 * language and format. Every cell is a secret of its own.
 */
const HEADER = ['id', 'email', 'paid_at', 'amount', 'ccy', 'status', 'is_test'];
const FRAME = contractFrame({
  id: 'case',
  title: 'Case',
  brand: '{ name: Shop, signatories: [alice] }',
  provider: '{ name: Agency, signatories: [bob] }',
  trueUpPeriods: 1,
});
const CONTRACT = `${FRAME}kpis:
  - { id: k, metric: m, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
`;
const definitions = (source: string): string => `facts:
  orders: { ${source}, grain: [id], custodian: brand }
  rates: { table: fx, grain: [day, ccy], custodian: brand }
measures:
  x: { definition: Paid, of: orders, sum: amount, currency: ccy, when: paid_at, where: { status: [captured], is_test: false } }
metrics: { m: { title: M, formula: x, unit: money, type: flow } }
fx: { fact: rates, date: day, currency: ccy, rate: rate, maxAgeDays: 7 }
`;
const VIEWS: readonly (string | null)[] = [
  null,
  'SELECT * FROM shop.orders',
  'SELECT id, email, paid_at, CAST(amount AS DECIMAL(18, 2)) AS amount, ccy, status, is_test FROM shop.orders',
  'SELECT id, CAST(email AS INTEGER) AS email, CAST(paid_at AS TIMESTAMP) AS paid_at, amount, ccy, status, is_test FROM shop.orders',
  `SELECT id, error(email) AS email, strptime(paid_at, '%d/%m/%Y') AS paid_at, amount, ccy, status, is_test FROM shop.orders`,
  'SELECT id, json_extract(email, status) AS email, paid_at, amount, ccy, status, CAST(is_test AS BOOLEAN) AS is_test FROM shop.orders',
];

/** Cells that could be read, apart from what each of them says of somebody. */
const sound = (column: number, row: number): string =>
  [`QZ${row}id`, `QZ${row}mail@example.com`, '2026-01-05T04:00:00Z', '12.50', 'USD', `QZ${row}status`, 'false'][column] ?? '';
const secret = (column: number, row: number): string => `QZ${column}${row}cell`;

/** JSON holds both languages; Markdown and the terminal have renderers of their own. */
const SHOWN = [
  ['en', 'json'],
  ['en', 'pretty'],
  ['zh', 'markdown'],
] as const;

interface Damage {
  readonly rows: number;
  readonly spoilt: readonly number[];
  readonly kind: string;
  readonly at: number;
  readonly view: number;
}

const KINDS = [
  'none',
  'no header',
  'header runs on',
  'header in other case',
  'semicolons',
  'open quote',
  'text after quote',
  'one field more',
  'one field less',
  'latin1',
  'gbk',
  'utf16',
  'nul',
  'mixed ends',
  'preamble',
  'gzip cut',
  'not gzip',
  'column gone',
  'column twice',
  'second file without a column',
  'parquet cut',
  'tabs',
  'tab in quotes',
  'huge',
  'overflow',
  'exponent',
  'long line',
  'xlsx beside',
] as const;

function filesOf({ rows, spoilt, kind, at }: Damage): Record<string, Content> {
  const cells = Array.from({ length: rows }, (_, row) =>
    HEADER.map((_, column) => (spoilt.includes(column) && row === at % rows ? secret(column, row) : sound(column, row))),
  );
  const target = cells[at % rows] ?? [];
  if (kind === 'huge') target[3] = `9${'QZ'.length}999999999999999999999999999999999`;
  if (kind === 'overflow') for (const cell of cells) cell[3] = '99999999999999999999999999999';
  if (kind === 'exponent') target[3] = '1e400';
  if (kind === 'one field more') target.push('QZmore');
  if (kind === 'one field less') target.pop();
  const header = kind === 'header in other case' ? HEADER.map((name) => name.toUpperCase()) : [...HEADER];
  if (kind === 'column gone') for (const line of [header, ...cells]) line.splice(at % HEADER.length, 1);
  if (kind === 'column twice')
    for (const line of [header, ...cells]) line.push(line === header ? (HEADER[at % HEADER.length] ?? '') : 'QZtwice');
  const separator = kind === 'semicolons' ? ';' : kind === 'tabs' || kind === 'tab in quotes' ? '\t' : ',';
  const lines = [header, ...cells].map((line) => line.join(separator));
  const broken = at % rows;
  if (kind === 'open quote') lines[broken + 1] = `"${lines[broken + 1]}`;
  if (kind === 'text after quote') lines[broken + 1] = `"QZquoted"QZafter,${lines[broken + 1]}`;
  if (kind === 'tab in quotes') lines[broken + 1] = `"QZ\tQZ"\t${lines[broken + 1]}`;
  if (kind === 'no header') lines.shift();
  if (kind === 'header runs on') lines.splice(0, 2, `${lines[0]}${lines[1]}`);
  if (kind === 'preamble') lines.unshift('QZ report', 'QZ,QZ shop');
  if (kind === 'long line') lines[broken + 1] = `${lines[broken + 1]}${'QZ'.repeat(1_100_000)}`;
  const text = `${lines.join('\n')}\n`;
  const fx = { 'fx.csv': ['day,ccy,rate', '2026-01-01,EUR,1.1'] };
  const orders = 'shop/orders.csv';
  switch (kind) {
    case 'latin1':
      return { ...fx, [orders]: Buffer.from(text.replaceAll('mail', 'm\u00e9il'), 'latin1') };
    case 'gbk':
      return { ...fx, [orders]: Buffer.from(text.replaceAll('mail', '\u00b6\u00a9\u00b5\u00a5'), 'latin1') };
    case 'utf16':
      return { ...fx, [orders]: Buffer.from(text, 'utf16le') };
    case 'nul':
      return { ...fx, [orders]: text.replace('QZ', 'QZ\0') };
    case 'mixed ends':
      return { ...fx, [orders]: text.replace('\n', '\r\n') };
    case 'gzip cut':
      return { ...fx, [`${orders}.gz`]: gzipSync(text).subarray(0, 40) };
    case 'not gzip':
      return { ...fx, [`${orders}.gz`]: text };
    case 'tabs':
      return { ...fx, [orders]: text };
    case 'tab in quotes':
      return { ...fx, 'shop/orders.txt': text };
    case 'parquet cut':
      return { ...fx, 'shop/orders.parquet': Buffer.from(`PAR1${text}PAR1`) };
    case 'second file without a column':
      return { ...fx, 'shop/orders/a.csv': text, 'shop/orders/b.csv': text.replaceAll(/^[^,]*,/gm, '') };
    case 'xlsx beside':
      return { ...fx, 'shop/orders/a.csv': text, 'shop/orders/b.xlsx': text };
    default:
      return { ...fx, [orders]: text };
  }
}

async function everythingSaid(damage: Damage): Promise<string> {
  const view = VIEWS[damage.view] ?? null;
  const files: Record<string, Content> = {
    'contracts/workspace.yaml':
      'people: { alice: { name: A, github: 1 }, bob: { name: B, github: 2 } }\ngovernance: { brand: [alice], provider: [bob] }\n',
    'contracts/case/contract.yaml': CONTRACT,
    'contracts/case/definitions.yaml': definitions(view === null ? 'table: shop.orders' : 'view: v'),
    ...(view === null ? {} : { 'contracts/case/views/v.duckdb.sql': view }),
    ...Object.fromEntries(Object.entries(filesOf(damage)).map(([name, content]) => [`data/${name}`, content])),
  };
  return withData(files, async (root) => {
    let said = '';
    for (const [locale, format] of SHOWN) {
      {
        const context = contextFor({ root, asOf: '2026-02-10', locale, format });
        for (const command of [() => doctor(context, 'case'), () => score(context, { contract: 'case', period: '2026-01' })]) {
          const { output, errors, crash } = await run(context, command);
          // The folder's name is chance, and may look like anything.
          said += `${output}${errors ?? ''}${crash?.stack ?? ''}`.replaceAll(root, '<root>');
        }
      }
    }
    return said;
  });
}

const damages: fc.Arbitrary<Damage> = fc.record({
  rows: fc.integer({ min: 1, max: 3 }),
  spoilt: fc.uniqueArray(fc.nat(HEADER.length - 1), { maxLength: 3 }),
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(20),
  view: fc.nat(VIEWS.length - 1),
});

test.each(KINDS)(
  '%s: no cell is shown',
  async (kind) => {
    for (const view of [0, 1]) {
      for (const rows of [2 - view]) {
        const said = await everythingSaid({ rows, spoilt: [0, 2, 3, 4], kind, at: rows - 1, view });
        expect(said).not.toMatch(/QZ/i);
        expect(said.length).toBeGreaterThan(0);
      }
    }
  },
  120_000,
);

test('whatever is damaged, wherever it is', async () => {
  await fc.assert(
    fc.asyncProperty(damages, async (damage) => {
      expect(await everythingSaid(damage)).not.toMatch(/QZ/i);
    }),
    { numRuns: tries('CONCORD_DAMAGES', 6) },
  );
}, 300_000);
