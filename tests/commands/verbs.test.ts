import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/commands/command-line.js';
import { GLOBAL } from '../../src/commands/global-options.js';
import type { Typed } from '../../src/commands/verb.js';
import { VERBS } from '../../src/commands/verbs.js';
import type { Locale, Message } from '../../src/kernel/text.js';
import { USAGE } from '../../src/words/usage.js';

/** What a line of the command line asks for, or what is said instead of it. */
async function asked(line: readonly string[], locale: Locale = 'en') {
  let said = '';
  const found: { readonly verb: string; readonly given: unknown }[] = [];
  const add = (text: string) => {
    said += text;
  };
  const program = commandLine({
    locale,
    version: '0',
    out: add,
    forPrograms: false,
    err: add,
    run: async ({ name }, given) => void found.push({ verb: name, given }),
  });
  try {
    await program.parseAsync(line, { from: 'user' });
  } catch {
    return said;
  }
  return found[0];
}

/** The words of an example as a shell hands them over. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Chinese has Chinese in it, and no full stop at its end where English has none. */
function isSaid({ en, zh }: Message): boolean {
  return en.trim() !== '' && /\p{Script=Han}/u.test(zh) && en.endsWith('.') === zh.endsWith('。');
}

describe.each(VERBS.map((verb) => [verb.name, verb] as const))('concord %s', (name, verb) => {
  it('says what it is, what may be typed and its examples in both languages', () => {
    const texts = [
      verb.summary,
      ...Object.values(verb.declared).map(({ text }) => text),
      ...verb.examples.flatMap(({ line, note }) => [...(typeof line === 'string' ? [] : [line]), ...(note === undefined ? [] : [note])]),
    ];
    expect(texts.filter((text) => !isSaid(text))).toEqual([]);
  });

  it('understands each of its own examples', async () => {
    expect(verb.examples.length).toBeGreaterThan(0);
    const lines = verb.examples.flatMap(({ line }) => (typeof line === 'string' ? line : [line.en, line.zh]));
    for (const line of lines) expect(await asked(words(line)), line).toMatchObject({ verb: name });
  });

  it('is given everything that is declared, and nothing else', async () => {
    const line = verb.examples[0]?.line ?? '';
    const found = await asked(words(typeof line === 'string' ? line : line.en));
    expect(found).toMatchObject({ given: expect.anything() });
    if (found === undefined || typeof found === 'string') return;
    expect(Object.keys(Object(found.given))).toEqual(Object.keys(verb.declared));
  });
});

describe('the command line', () => {
  it('says everything in both languages', () => {
    const options: readonly Typed<unknown>[] = Object.values(GLOBAL);
    const texts = [...Object.values(USAGE), ...options.map(({ text }) => text)];
    expect(texts.filter((text) => !isSaid(text) && !text.en.endsWith('{why}'))).toEqual([]);
  });

  it('hands over what was typed in its declared shape', async () => {
    expect(await asked(['gate', '--pr', '12', '--merge'])).toEqual({
      verb: 'gate',
      given: { pr: 12, all: false, merge: true, dryRun: false },
    });
    const setup = ['setup', 'github', '--variable', 'A=1', '--variable', 'B=2'];
    expect(await asked(setup)).toEqual({ verb: 'setup', given: { forge: 'github', apply: false, variable: ['A=1', 'B=2'] } });
    expect(await asked(['explain', 'x', '2026-03'])).toEqual({ verb: 'explain', given: { contract: 'x', period: '2026-03', line: null } });
    expect(await asked(['event', 'x', 'payment', 'a=1', 'b=2'])).toMatchObject({ given: { fields: ['a=1', 'b=2'], date: null } });
  });

  it('suggests only what is near', async () => {
    expect(await asked(['setle'])).toBe("error: unknown command 'setle'\n(Did you mean settle?)\n(see concord --help)\n");
    expect(await asked(['quarterly'])).toBe("error: unknown command 'quarterly'\n(see concord --help)\n");
  });
});

const GUIDE = new URL('../../docs/guide/', import.meta.url);

/** Every command that a text shows in a block, as it is typed. */
function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, body = '']) => body.replace(/\\\n\s*/g, ' '));
  return blocks.flatMap((body) => [...body.matchAll(/^\s*(?:\$ )?(?:npx )?concord (.*?)(?:\s+#.*)?$/gm)].map(([, line = '']) => line));
}

describe.each(readdirSync(GUIDE).filter((name) => name.endsWith('.md')))('the commands of %s', (chapter) => {
  const lines = commandsIn(readFileSync(new URL(chapter, GUIDE), 'utf8'));
  it.skipIf(lines.length === 0)('are understood as they stand', async () => {
    for (const line of lines) expect(await asked(words(line)), line).toMatchObject({ verb: line.split(' ')[0] });
  });
});
