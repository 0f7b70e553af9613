import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { digest } from '../../src/kernel/canonical.js';
import { wordsOf } from '../issue-words.js';
import { type Edit, editedFiles, GOOD_ID } from './good-contract.js';

const TIERS = 'tiers: { 0: 5%, 100000: 7% }';
const POINTS = 'points: { 80%: 50%, 100%: 100% }';
const BANDS = 'bands: { 80%: 10%, 60%: 25% }';
const edit = (find: string, replacement: string): Edit => ['contract.yaml', find, replacement];

function termsDigest(...edits: Edit[]): string {
  const { folder, issues } = loadContract(GOOD_ID, editedFiles(edits));
  expect(issues).toEqual([]);
  return digest(folder?.terms ?? null);
}

const BARE = termsDigest();

describe('levels with a direction', () => {
  test('mean what bare ones mean: one digest', () => {
    const worded = [
      edit(TIERS, 'tiers: { from 0: 5%, from 100000: 7% }'),
      edit(POINTS, 'points: { from 80%: 50%, from 100%: 100% }'),
      edit(BANDS, 'bands: { below 80%: 10%, below 60%: 25% }'),
    ];
    expect(termsDigest(...worded)).toBe(BARE);
    for (const each of worded) expect(termsDigest(each)).toBe(BARE);
  });

  test('may stand beside bare ones, and in quotes', () => {
    expect(termsDigest(edit(TIERS, 'tiers: { 0: 5%, from 100000: 7% }'))).toBe(BARE);
    expect(termsDigest(edit(BANDS, 'bands: { "below 80%": 10%, 60%: 25% }'))).toBe(BARE);
  });

  test('stand below periods as well', () => {
    const bare = [
      edit(TIERS, 'tiers: { 2026-01: { 0: 5% }, 2026-07: { 0: 5%, 100000.50: 7% } }'),
      edit(POINTS, 'points: { 2026-01: { 80%: 50% }, 2026-07: { 80%: 40% } }'),
      edit(BANDS, 'bands: { 2026-01: { 60%: 25% }, 2026-07: { 80%: 10%, 60%: 25% } }'),
    ];
    const worded = [
      edit(TIERS, 'tiers: { 2026-01: { from 0: 5% }, 2026-07: { from 0: 5%, from 100000.50: 7% } }'),
      edit(POINTS, 'points: { 2026-01: { from 80%: 50% }, 2026-07: { from 80%: 40% } }'),
      edit(BANDS, 'bands: { 2026-01: { below 60%: 25% }, 2026-07: { below 80%: 10%, below 60%: 25% } }'),
    ];
    expect(termsDigest(...worded)).toBe(termsDigest(...bare));
  });
});

/** What is said of one table: place, code, English, Chinese. */
function said(...edits: Edit[]): string[] {
  return loadContract(GOOD_ID, editedFiles(edits)).issues.map(
    (each) => `${each.at.line}:${each.at.column} ${each.code} ${wordsOf(each, 'en').text} ${wordsOf(each, 'zh').text}`,
  );
}

describe('a level that is not written so', () => {
  const wrong = (find: string, replacement: string) =>
    said(edit(find, replacement)).map((each) => each.replace(/^\S+ (\S+) .*(?:written|expected) (.*?)(?:; so written.*?)?\. .*$/, '$1 $2'));

  test.each(['above 80%', '>= 80%', '80% +x', '80%以上', '达到80%', 'From 80%', 'from80%', 'from  80%', 'von 80%'])(
    'points: %s',
    (level) => {
      expect(wrong(POINTS, `points: { "${level}": 50%, from 100%: 100% }`)).toEqual(['level-direction "from 80%"']);
    },
  );

  test.each(['< 80%', '80%以下', 'BELOW 80%', 'until 80%'])('bands: %s', (level) => {
    expect(wrong(BANDS, `bands: { "${level}": 10%, below 60%: 25% }`)).toEqual(['level-direction "below 80%"']);
  });

  test.each(['满 100000', '100000 以上', '> 100000'])('tiers: %s', (level) => {
    expect(wrong(TIERS, `tiers: { from 0: 5%, "${level}": 7% }`)).toEqual(['level-direction "from 100000"']);
    expect(wrong(TIERS, `tiers: { 2026-01: { from 0: 5%, "${level}": 7% } }`)).toEqual(['level-direction "from 100000"']);
  });

  test('in a word that is not known is not reworded: it may mean the other end', () => {
    const { issues } = loadContract(GOOD_ID, editedFiles([edit(POINTS, 'points: { "bis 80%": 50%, from 100%: 100% }')]));
    expect(issues.map(({ params }) => params.corrected)).toEqual([undefined]);
    expect(issues.map((each) => wordsOf(each, 'en').fix)[0]).toContain('has to be moved, not only reworded');
  });

  describe('says what becomes of exactly its end', () => {
    const STEP = edit('shape: linear', 'shape: step');
    const WHOLE = edit('mode: marginal', 'mode: whole');
    const en = (level: string) => `; so written, exactly ${level} goes by what holds above it, not by what holds below.`;
    const zh = (level: string) => `；改写后，恰好等于 ${level} 的按高于该值的一侧计算，而非低于该值的一侧。`;
    const told = (...edits: Edit[]) => {
      const { issues } = loadContract(GOOD_ID, editedFiles(edits));
      return issues.map((each) => [
        /; so written.*$/.exec(wordsOf(each, 'en').text)?.[0],
        /；改写后.*$/.exec(wordsOf(each, 'zh').text)?.[0],
      ]);
    };
    const at = (level: string) => [[en(level), zh(level)]];
    const silent = [[undefined, undefined]];

    test.each(['up to 80%', '<= 80%', '≤８０％', '80%以下', '80% or less', '不超过80%'])('bands include it: %s', (level) => {
      expect(told(edit(BANDS, `bands: { "${level}": 10%, below 60%: 25% }`))).toEqual(at('80%'));
    });

    test.each(['< 80%', 'under 80%', '不足80%', '80% under'])('bands leave it out, as below does: %s', (level) => {
      expect(told(edit(BANDS, `bands: { "${level}": 10%, below 60%: 25% }`))).toEqual(silent);
    });

    test.each(['> 100000', 'above 100000', '超过10万', '100000 over'])('tiers leave it out: %s', (level) => {
      const table = edit(TIERS, `tiers: { from 0: 5%, "${level}": 7% }`);
      expect(told(WHOLE, table)).toEqual(at('100000'));
      // each rate on its own part: at exactly 100000 nothing lies in the part above
      expect(told(table)).toEqual(silent);
    });

    test.each(['>= 100000', '100000以上', '满10万', '100000 or more'])('tiers include it, as from does: %s', (level) => {
      expect(told(WHOLE, edit(TIERS, `tiers: { from 0: 5%, "${level}": 7% }`))).toEqual(silent);
    });

    test('points that go in steps, and none between which a straight line goes', () => {
      const table = edit(POINTS, 'points: { "> 80%": 50%, from 100%: 100% }');
      expect(told(STEP, table)).toEqual(at('80%'));
      expect(told(table)).toEqual(silent);
    });

    test('in a table whose numbers move as well, at each level once', () => {
      expect(told(WHOLE, edit(TIERS, 'tiers: { up to 100000: 5%, above 100000: 8% }'))).toEqual(at('100000'));
      expect(told(WHOLE, edit(TIERS, 'tiers: { up to 100000: 5%, up to 250000: 8% }'))).toEqual(at('100000 / 250000'));
      expect(told(WHOLE, edit(TIERS, 'tiers: { below 100000: 5%, from 100000: 8% }'))).toEqual(silent);
      expect(told(edit(BANDS, 'bands: { above 80%: 0%, up to 80%: 10%, below 60%: 25% }'))).toEqual(at('80%'));
    });

    test('also where a full-width colon stands in it: the colon is told first, and the word is kept', () => {
      const { issues } = loadContract(GOOD_ID, editedFiles([edit(BANDS, 'bands: { 80%以下：10% }')]));
      expect(issues.map(({ params }) => params.corrected)).toEqual(['80%以下: 10%']);
      const below = loadContract(GOOD_ID, editedFiles([edit(BANDS, 'bands: { 低于80%：10% }')]));
      expect(below.issues.map(({ params }) => params.corrected)).toEqual(['below 80%: 10%']);
    });
  });

  test('whose number is wrong too gets an example', () => {
    const offered = (find: string, replacement: string) =>
      loadContract(GOOD_ID, editedFiles([edit(find, replacement)])).issues.map(({ code, params }) => [
        code,
        params.corrected,
        params.otherwise,
      ]);
    expect(offered(POINTS, 'points: { from 80: 50%, from 100%: 100% }')).toEqual([['value-slip', 'from 80%: 50%', undefined]]);
    expect(offered(BANDS, 'bands: { 2026-01: { below 0.8: 10% } }')).toEqual([['value-slip', 'below 80%: 10%', 'below 0.8%: 10%']]);
    expect(wrong(TIERS, 'tiers: { from 0: 5%, from 100%: 7% }')).toEqual([
      'wrong-key where a tier starts, such as from 100000, or a period',
    ]);
    expect(wrong(TIERS, 'tiers: { from 0: 5%, from 2026-07: 7% }')).toEqual([
      'wrong-key where a tier starts, such as from 100000, or a period',
    ]);
  });

  test('twice under two spellings is twice', () => {
    expect(said(edit(POINTS, 'points: { 80%: 50%, from 80%: 60% }'))).toEqual([
      '48:79 steps-order from 80% stands after 80%; entries go in one direction, each once. Is the order wrong, or the level? from 80% 写在 80% 之后；条目须单向排列且不重复。是顺序写错，还是数值写错？',
    ]);
    expect(said(edit(TIERS, 'tiers: { from 100: 5%, from 200: 7% }'))[0]).toMatch(/tiers-start-at-zero The first tier starts at from 100;/);
  });
});

test('templates, samples and the guide always say the direction', () => {
  const root = new URL('../../', import.meta.url);
  const contracts = ['templates', 'contracts'].flatMap((folder) =>
    existsSync(new URL(`${folder}/`, root))
      ? readdirSync(new URL(`${folder}/`, root)).map((name) => new URL(`${folder}/${name}/contract.yaml`, root))
      : [],
  );
  const pages = readdirSync(new URL('docs/guide/', root)).filter((name) => name.endsWith('.md'));
  const guide = pages.map((name) => new URL(`docs/guide/${name}`, root));
  const texts = [...contracts.filter((file) => existsSync(file)), ...guide].map((file) => readFileSync(file, 'utf8'));
  const tables = texts.flatMap((text) => [...text.matchAll(/\b(?:tiers|points|bands):\s*\{([^}]*)\}/g)].map(([, inner = '']) => inner));
  expect(tables.length).toBeGreaterThan(20);
  const bare = tables.flatMap((inner) => inner.split(',')).filter((each) => !/^\s*(?:from|below) \d[\d.]*%?:/.test(each));
  expect(bare).toEqual([]);
});
