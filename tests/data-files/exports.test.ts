import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { doctor } from '../../src/commands/run/doctor.js';
import { score } from '../../src/commands/run/score.js';
import type { Locale } from '../../src/kernel/text.js';
import { contextFor, run } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';

/*
 * Exports as people have them: real headers, punctuation, encodings and structure, invented people and amounts. Each folder is a
 * workspace; expected.yaml says what `concord doctor` and `concord score` answer, word for word. `CONCORD_WRITE=1` writes it
 * anew, for reading; the figures below were worked out by hand and are never written.
 */
const OWN = join(REPOSITORY, 'tests/data-files/exports');
const OTHERS = process.env.CONCORD_EXPORTS ?? resolve(REPOSITORY, '../shared/findings/exports');

/** Retainer 2,000 and 10% of the measure, where the file can be read: the commission, or null where it is held. */
const BY_HAND: Readonly<Record<string, string | null>> = {
  '06-meta-duplicate-header': null,
  '07-meta-names-not-unique': null,
  // 10 + 100 + 200
  '09-shopify-native-time': '31.00',
  '10-shopify-continuation-rows': null,
  // 100 + 50
  '13-empty-header-name': '15.00',
  '16-appledouble-blames-wrong-file': '15.00',
  '27-gzip': '15.00',
  '28-uppercase-extension': '15.00',
  // a real zero, of which doctor warns
  '30-filter-value-never-occurs': '0.00',
  // 70 + 700, of which doctor warns
  '31-meta-weekly-rows': '77.00',
  // its latest row is before the month's end
  '34-no-seconds': null,
};

interface Answer {
  readonly doctor: Readonly<Record<Locale, string>>;
  readonly score: Readonly<Record<Locale, string>> | readonly string[];
}

interface Card {
  readonly lines: readonly { readonly id: string; readonly amount: string; readonly held: boolean }[];
}

async function answered(root: string, name: string): Promise<{ answer: Answer; card: Card | null }> {
  const [asOf, period] = /^0[12]-/.test(name) ? ['2026-03-10', '2026-02'] : ['2026-02-10', '2026-01'];
  const said = async (locale: Locale) => {
    const pretty = { ...contextFor({ root, asOf, locale, format: 'pretty' }), eyes: 'owner' as const };
    const looked = await run(pretty, (context) => doctor(context, 'case'));
    const scored = await run(pretty, (context) => score(context, { contract: 'case', period }));
    expect([looked.crash, scored.crash]).toEqual([null, null]);
    return { doctor: findings(looked.errors ?? looked.output), score: findings(scored.errors ?? '') };
  };
  const [en, zh] = [await said('en'), await said('zh')];
  const json = await run(contextFor({ root, asOf }), (context) => score(context, { contract: 'case', period }));
  const card = json.exitCode === 0 ? (JSON.parse(json.output) as Card) : null;
  const lines = card?.lines.map(({ id, amount, held }) => `${id} ${amount}${held ? ' held' : ''}`);
  return { answer: { doctor: { en: en.doctor, zh: zh.doctor }, score: lines ?? { en: en.score, zh: zh.score } }, card };
}

/** What needs attention, without what is well and without the source lines. */
function findings(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(✓|–|\d+ │|│)/.test(line) && line.trim() !== '')
    .join('\n');
}

describe('exports as people have them', () => {
  const names = readdirSync(OWN).sort();

  test('every folder that the finders keep has its copy here', () => {
    if (!existsSync(OTHERS)) return;
    expect(names).toEqual(
      readdirSync(OTHERS, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    );
  });

  test.each(names)('%s', async (name) => {
    const file = join(OWN, name, 'expected.yaml');
    for (const root of [join(OWN, name), ...(existsSync(join(OTHERS, name)) ? [join(OTHERS, name)] : [])]) {
      const { answer, card } = await answered(root, name);
      if (process.env.CONCORD_WRITE === '1') writeFileSync(file, stringify(answer, { lineWidth: 0 }));
      expect(answer).toEqual(parse(readFileSync(file, 'utf8')));
      const commission = card?.lines.find(({ id }) => id === 'sales');
      if (card !== null) expect(name in BY_HAND).toBe(true);
      if (name in BY_HAND) expect(commission?.held === true ? null : commission?.amount).toBe(BY_HAND[name]);
    }
  });
});
