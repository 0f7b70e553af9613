import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { GOLDEN, goldenFolders, playFolder, type Settle } from '../../scripts/golden.mjs';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import type * as Text from '../../src/kernel/text.js';
import { contextFor, run } from '../in-process.js';

/*
 * Words decide nothing: with every text of every catalogue replaced by `x` and its places, golden folders settle to the statements
 * that are committed, byte for byte but for the document that people read, and their ledgers verify.
 * CONCORD_ALL_FOLDERS=1 plays all of them.
 */
vi.mock('../../src/kernel/text.js', async (original) => {
  const text = await original<typeof Text>();
  const other = (said: string): string => `x${[...said.matchAll(/\{\w+(?::[^{}|]*\|[^{}|]*)?\}/g)].map(([place]) => place).join('')}`;
  const fill: typeof Text.fill = ({ en, zh }, locale, params) => text.fill({ en: other(en), zh: other(zh) }, locale, params);
  return { ...text, fill };
});

const settle: Settle = Object.assign(
  (root: string, contract: string, asOf: string) =>
    run(contextFor({ root, asOf }), (context) => settleDue(context, { contract, period: null, preview: false })),
  { verify: (root: string, contract: string) => run(contextFor({ root }), (context) => verify(context, contract)) },
);

/** A step of a folder without the digest that covers the document which people read. */
function withoutDocument(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => (key === 'document' ? undefined : value));
}

const EVERY = process.env.CONCORD_ALL_FOLDERS === '1' ? 1 : 12;
const folders = goldenFolders().filter((_, index) => index % EVERY === 0);

it.concurrent.each(folders)('%s settles to the same statements in other words', async (name) => {
  const { expected, verified } = await playFolder(name, settle);
  expect(verified.exitCode, verified.output).toBe(0);
  for (const [file, text] of expected) {
    const committed = readFileSync(join(GOLDEN, name, 'expected', file), 'utf8');
    if (file === 'statement.md') expect(text).not.toBe(committed);
    else expect(withoutDocument(text)).toEqual(withoutDocument(committed));
  }
});
