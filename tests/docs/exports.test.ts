import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Definitions } from '../../src/contract/model.js';
import { PACKS } from '../../src/generated/packs.js';
import { contractFiles } from '../packs/scenario.js';
import { REPOSITORY } from '../run-cli.js';

const read = (path: string) => readFileSync(join(REPOSITORY, 'docs', path), 'utf8');
const packs = Object.keys(PACKS).filter((name) => name.includes('-export@'));
const idsOf = (pack: string, list: 'measures' | 'metrics'): [string, ...string[]] => {
  const text = PACKS[pack]?.definitions.replace(/^\{\{\?.*\n/gm, '') ?? '';
  const [first = '', ...others] = Object.keys((parse(text) as Readonly<Record<string, object>>)[list] ?? {});
  return [first, ...others];
};

/** The sections of chapter 18 by the pack that their example uses, with that use. */
function sections(locale: 'en' | 'zh') {
  return read(`guide/18-your-exports.${locale}.md`)
    .split(/^### /m)
    .slice(1)
    .map((text) => {
      const [use = { pack: '' }] = (parse(/```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '') as { use: { pack: string }[] }).use;
      return { text, use };
    });
}

/** The definitions of a contract that uses a pack as the chapter does, with all that the pack offers. */
function definitionsOf(use: { readonly pack: string }): Definitions {
  const { folder, issues } = loadContract('shop', inCurrency(contractFiles({ use, metrics: idsOf(use.pack, 'metrics') }), use));
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder.terms.definitions;
}

/** A contract in the currency that the use names, or the pack itself. */
function inCurrency(files: ReadonlyMap<string, string>, use: { readonly pack: string; readonly currency?: string }) {
  const path = 'contracts/shop/contract.yaml';
  const currency = use.currency ?? (use.pack.startsWith('tmall-') ? 'CNY' : 'USD');
  return new Map([...files, [path, (files.get(path) ?? '').replace('"currency":"USD"', `"currency":"${currency}"`)]]);
}

describe.each(['en', 'zh'] as const)('chapter 18 (%s)', (locale) => {
  const all = sections(locale);

  test('has every pack for an export once', () => {
    expect(all.map(({ use }) => use.pack).sort()).toEqual([...packs].sort());
  });

  test.each(all.map(({ use, text }) => [use.pack, use, text] as const))(
    '%s: its example loads, its columns and its file are named',
    (_, use, text) => {
      const [fact] = definitionsOf(use).facts;
      if (fact === undefined || !('table' in fact.source)) throw new Error('no table');
      const headers = (fact.source.columns ?? []).map(({ header }) => `\`${header}\``);
      const row = text.split('\n').find((line) => /^\| (Columns|所读列) \|/.test(line)) ?? '';
      expect(headers.filter((header) => !row.includes(header))).toEqual([]);
      const listed = row.slice(0, row.search(/; |；/)).match(/`[^`]+`/g) ?? [];
      expect(listed.filter((header) => !headers.includes(header))).toEqual([]);
      expect(text).toContain(`\`data/${fact.source.table.replace('.', '/')}`);
    },
  );
});

test('the reference names what each pack for an export offers', () => {
  const rows = read('packs.md').split('\n');
  for (const pack of packs) {
    const row = rows.find((line) => line.startsWith(`| \`${pack}\``)) ?? '';
    const named = [...row.matchAll(/`(\w+)`/g)].map(([, id = '']) => id);
    const asked = Object.entries(PACKS[pack]?.parameters ?? {})
      .filter(([name, standard]) => standard === 'required' || (name !== 'loads' && typeof standard === 'object'))
      .map(([name]) => name);
    expect(named.sort(), pack).toEqual([...asked, ...idsOf(pack, 'measures'), ...idsOf(pack, 'metrics')].sort());
  }
});
