import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TYPED_FORMATS } from '../../src/media/formats.js';
import type { Block } from '../../src/report/blocks.js';
import { below, code, text, toldLine, toldLines } from '../../src/report/blocks.js';
import { printed } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';

/* What verbs say besides their reports, in a terminal and as Markdown: to the byte, and with texts that want to be more than text. */

async function both(...blocks: readonly Block[]): Promise<{ readonly pretty: string; readonly markdown: string }> {
  const report = { document: () => ({}), blocks: () => blocks };
  const as = async (format: 'pretty' | 'markdown') =>
    (await printed({ locale: 'en', color: false, width: 60, format }, { ended: 0, report })).output;
  return { pretty: await as('pretty'), markdown: await as('markdown') };
}

describe('lines', () => {
  const path = `contracts/${'a'.repeat(70)}/contract.yaml`;

  test('are never wrapped; what is further in is a point of a list', async () => {
    const said = await both(toldLines('Written:', toldLine(code(path), 1), 'Next: check', { ...toldLine('one'), point: true }));
    expect(said.pretty).toBe(`Written:\n  ${path}\nNext: check\n- one\n`);
    expect(said.markdown).toBe(`Written:\n\n- \`${path}\`\n\nNext: check\n\n- one\n`);
  });

  test('are text, whatever is in them', async () => {
    const said = await both(toldLines('# a\u001b[2J\n<b>', toldLine(text('@someone'), 2)));
    expect(said.pretty).toBe('# a⟨U+001B⟩[2J <b>\n    @someone\n');
    expect(said.markdown).toBe('\\# a⟨U+001B⟩\\[2J &lt;b&gt;\n\n  - @&#8203;someone\n');
  });
});

test('code keeps its spaces and tabs, and no fence in it ends it', async () => {
  const said = await both({ kind: 'code', language: 'yaml', text: 'a:\n  b: ```\n\tc: \u0007 d  \n' });
  expect(said.pretty).toBe('a:\n  b: ```\n\tc: ⟨U+0007⟩ d  \n');
  expect(said.markdown).toBe('````yaml\na:\n  b: ```\n\tc: ⟨U+0007⟩ d  \n````\n');
});

test('commands stand each on a line of its own', async () => {
  const said = await both({
    kind: 'commands',
    commands: [{ about: 'Results', name: 'shop.orders', command: `bq extract ${'x'.repeat(60)}` }],
  });
  expect(said.pretty).toBe(`# Results: shop.orders\nbq extract ${'x'.repeat(60)}\n`);
  expect(said.markdown).toBe(`- **Results** · \`shop.orders\`\n  - \`bq extract ${'x'.repeat(60)}\`\n`);
});

test('issues have their source line in a terminal, and none of it is lost at the end of a line', async () => {
  const issue = { code: 'no-such-code', severity: 'warning', at: { path: 'a.yaml', line: 2, column: 3 }, params: {} } as const;
  const texts = new Map([['a.yaml', 'one\nb: 1  \n']]);
  const said = await both({ kind: 'issues', issues: [issue], texts }, toldLines('done'));
  expect(said.pretty).toBe('a.yaml:2:3 warning no-such-code\n  no-such-code\n  2 │ b: 1  \n    │   ^\n\n1 warning\ndone\n');
  expect(said.markdown).toBe('- `a.yaml:2:3` · **warning** · `no-such-code`\n  - no-such-code\n\ndone\n');
});

test('reports stand one below the other; nothing is nothing', async () => {
  const said = await both({ kind: 'chapter', text: 'Part' }, ...below([[toldLines('a')], [], [toldLines('b')]]));
  expect(said.pretty).toBe('\n== Part ==\n\na\n\nb\n');
  expect(said.markdown).toBe('# Part\n\na\n\nb\n');
  expect(await both()).toEqual({ pretty: '', markdown: '' });
  expect((await both({ kind: 'issues', issues: [], texts: new Map() })).markdown).toBe('');
});

test('a text with half a character is told to programs too', async () => {
  const report = { document: () => ({ z: 1, a: 'x\ud800' }), blocks: () => [] };
  const { output } = await printed({ locale: 'en', color: false, width: 60, format: 'json' }, { ended: 1, report });
  expect(output).toBe('{\n  "a": "x\\ud800",\n  "z": 1\n}\n');
});

test('a format is one file', () => {
  const files = readdirSync(join(REPOSITORY, 'src/media')).filter(
    (file) => file.endsWith('.ts') && !['outcome.ts', 'print.ts', 'formats.ts'].includes(file),
  );
  for (const file of files)
    expect(readFileSync(join(REPOSITORY, 'src/media', file), 'utf8'), file).toContain('export const medium: Medium');
  // Those that are not typed are what `check --github` and `calendar --ics` print.
  expect(files).toHaveLength(TYPED_FORMATS.length + 2);
});
