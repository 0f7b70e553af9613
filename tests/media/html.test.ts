import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Block, Inline, Table } from '../../src/report/blocks.js';
import { drawing, left, right, row, text } from '../../src/report/blocks.js';
import { printed } from '../in-process.js';

/* Pages: what is text stays text, whoever wrote it; nothing is loaded; a chart says nothing that its table does not. */

async function page(...blocks: readonly Block[]): Promise<string> {
  const wanted = { locale: 'en', color: false, width: 80, format: 'html' } as const;
  return (await printed(wanted, { ended: 0, report: { document: () => ({}), blocks: () => blocks } })).output;
}

const mainOf = (html: string) => /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
const said = async (inline: Inline) => mainOf(await page({ kind: 'paragraph', text: inline }));

describe('text', () => {
  test.each([
    ['markup', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['an entity', '&lt;b&gt; &amp;', '<p>&amp;lt;b&amp;gt; &amp;amp;</p>'],
    ['quotes', `"'`, '<p>&quot;&#39;</p>'],
    ['a comment that would end one', '--> <!-- ]]>', '<p>--&gt; &lt;!-- ]]&gt;</p>'],
    ['what turns figures round is seen', 'pay \u202E05', '<p>pay ⟨U+202E⟩05</p>'],
    ['control and unpaired characters are seen', 'a\u0000b\uD800', '<p>a⟨U+0000⟩b⟨U+D800⟩</p>'],
    ['one line, whatever was written', 'a\r\n  b\tc', '<p>a b c</p>'],
  ])('%s', async (_, written, shown) => {
    expect(await said(text(written))).toBe(shown);
  });

  const hostile = '"><img src=x onerror=alert(1)>\'<style>*{display:none}</style>';
  const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&lt;style&gt;*{display:none}&lt;/style&gt;';
  const table: Table = {
    kind: 'table',
    columns: [left(hostile), right(hostile)],
    rows: [row([text(hostile), text(hostile)], [text(hostile)])],
  };
  const at = { value: '1', text: hostile };
  const everywhere: readonly Block[] = [
    { kind: 'title', text: text(hostile), subtitle: text(hostile) },
    { kind: 'chapter', text: hostile },
    { kind: 'heading', text: hostile },
    { kind: 'figure', label: hostile, value: hostile, notes: [text(hostile)] },
    { kind: 'pairs', pairs: [{ label: hostile, value: text(hostile, 'warn') }] },
    table,
    { kind: 'list', items: [{ text: text(hostile), notes: [text(hostile)] }] },
    { kind: 'tree', root: { label: text(hostile), children: [{ label: text(hostile), children: [] }] } },
    { kind: 'lines', lines: [{ text: text(hostile), depth: 1 }] },
    { kind: 'code', language: 'text', text: hostile },
    { kind: 'markdown', text: hostile },
    { kind: 'commands', commands: [{ about: hostile, name: hostile, command: hostile }] },
    {
      kind: 'chart',
      title: hostile,
      chart: { shape: 'bars', bars: [{ label: hostile, value: at, levels: [{ level: 'target', ...at }] }] },
      table,
    },
    {
      kind: 'chart',
      title: hostile,
      chart: {
        shape: 'band',
        bands: [
          {
            label: hostile,
            outer: { from: '0', to: '2', text: hostile },
            inner: { from: '0.5', to: '1.5', text: hostile },
            marks: [{ mark: 'target', ...at }],
          },
        ],
      },
      table,
    },
    { kind: 'chart', title: hostile, chart: { shape: 'waterfall', steps: [{ label: hostile, moved: at, isTotal: true }] }, table },
    {
      kind: 'chart',
      title: hostile,
      chart: {
        shape: 'lines',
        points: [
          { label: hostile, at },
          { label: hostile, at },
        ],
      },
      table,
    },
  ];

  test('is text in every place of every block', async () => {
    const html = await page(...everywhere);
    expect(html).toContain(escaped);
    expect(html).not.toContain('<img');
    expect(html.match(/<style>/g)).toHaveLength(1);
    // Everything that opens a tag is one of ours.
    const tags = new Set([...html.matchAll(/<([a-z0-9!]+)/gi)].map(([, name = '']) => name.toLowerCase()));
    const own =
      '!doctype html head meta title style body main header h1 h2 h3 p div dl dt dd table thead tbody tr th td ul li details summary';
    for (const name of `${own} code pre strong span a figure svg rect line polyline hr`.split(' ')) tags.delete(name);
    expect([...tags]).toEqual([]);
  });
});

describe('links', () => {
  test.each([
    ['another page', '../acme/2026-01.html', true],
    ['a folder below', 'acme/index.html', true],
    ['the web', 'https://github.com/a/b/issues/new?template=1-payment.yml&amount=1', true],
    ['a script', 'javascript:alert(1)', false],
    ['data', 'data:text/html,x', false],
    ['another protocol', 'http://example.com', false],
    ['another host without a protocol', '//example.com', false],
    ['a quote', 'https://example.com/"onclick=', false],
    ['a path from the root', '/etc/passwd', false],
  ])('%s', async (_, href, isLink) => {
    const html = await said([{ text: 'there', href }]);
    expect(html).toBe(isLink ? `<p><a href="${href.replaceAll('&', '&amp;')}">there</a></p>` : '<p>there</p>');
  });
});

test('a page loads and runs nothing; its policy has the digest of its own style', async () => {
  const html = await page({ kind: 'title', text: text('A'), subtitle: text('B') });
  const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(html) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">`,
  );
  expect(style).not.toMatch(/url\(|@import|@font-face|expression/);
  expect(html).not.toMatch(/<(script|link|iframe|object|embed|form|img)\b| on\w+=| style=| src=/i);
  expect(html).toContain('<title>A · B</title>');
  expect(html).toContain('<html lang="en">');
});

test('what is drawn in characters is left out, with a column that has nothing else', async () => {
  const columns = [left('KPI'), left('Score bar'), left('Trend')];
  const rows = [
    row([text('a'), drawing('███░░'), [...drawing('▁▂▃'), { text: ' +4%' }]], [drawing('░░▒')]),
    row([text('b'), [], text('–')], [text('said')]),
  ];
  expect(mainOf(await page({ kind: 'table', columns, rows }))).toBe(
    '<table><thead><tr><th scope="col">KPI</th><th scope="col">Trend</th></tr></thead><tbody>' +
      '<tr><th scope="row">a</th><td data-title="Trend"><div>+4%</div></td></tr><tr><th scope="row">b</th><td data-title="Trend">–</td></tr>' +
      '<tr class="note"><td colspan="2"><p>said</p></td></tr></tbody></table>',
  );
});

test('a chart stands above its table, which other media print alone', async () => {
  const table: Table = { kind: 'table', columns: [left('KPI'), right('Actual')], rows: [row([text('ROAS'), text('2.50')])] };
  const chart: Block = {
    kind: 'chart',
    title: 'KPIs',
    chart: {
      shape: 'bars',
      bars: [
        {
          label: 'ROAS',
          value: { value: '2.5', text: '2.50' },
          levels: [{ level: 'target', value: '5', text: 'target 5.00' }],
          tone: 'bad',
        },
      ],
    },
    table,
  };
  const html = mainOf(await page(chart));
  // 0 to 5 with a little room at the end: 5.2.
  expect(html).toContain('<rect class="fill bad" x="0" y="0" width="480.8" height="14"/>');
  expect(html).toContain('<line class="target" x1="961.5" x2="961.5" y1="0" y2="14"/>');
  expect(html.indexOf('<figure')).toBeLessThan(html.indexOf('<table>'));
  for (const format of ['pretty', 'markdown', 'csv'] as const) {
    const wanted = { locale: 'en', color: false, width: 80, format } as const;
    const as = async (block: Block) =>
      (await printed(wanted, { ended: 0, report: { document: () => ({}), blocks: () => [block] } })).output;
    expect(await as(chart)).toBe(await as(table));
  }
});

test('a waterfall goes from total to total; a line has a gap where nothing is known', async () => {
  const table: Table = { kind: 'table', columns: [left('x')], rows: [] };
  const step = (label: string, value: string, isTotal = false) => ({ label, moved: { value, text: value }, isTotal });
  const steps = [step('before', '100', true), step('down', '-50'), step('up', '30'), step('now', '80', true)];
  const drawn = mainOf(await page({ kind: 'chart', title: 't', chart: { shape: 'waterfall', steps }, table }));
  // 0 to 104: a hundred is 961.5 wide.
  expect([...drawn.matchAll(/<rect class="([^"]+)" x="([^"]+)" y="0" width="([^"]+)"/g)].map(([, ...each]) => each.join(' '))).toEqual([
    'fill part 0 961.5',
    'fill bad 480.8 480.8',
    'fill good 480.8 288.5',
    'fill part 0 769.2',
  ]);
  const points = ['1', '2', null, '4'].map((value, index) => ({ label: `${index}`, at: value === null ? null : { value, text: value } }));
  const lines = mainOf(await page({ kind: 'chart', title: 't', chart: { shape: 'lines', points }, table }));
  expect(lines.match(/<polyline/g)).toHaveLength(2);
  expect(lines.match(/class="stop"/g)).toHaveLength(3);
});
