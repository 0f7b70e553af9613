import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { LOCALES, type Message } from '../../src/kernel/text.js';
import { ISSUE_CATALOGUES } from '../../src/words/every-issue.js';
import { type Saying, sayings } from './makers.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = new URL('../../src/words/', import.meta.url);

/** What makers add of their own to the parameters that they are given. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  report: ['label'],
  title: ['contract'],
};
/** Texts whose places are filled with code or ids once they are laid out, or by what stands around the call; looked at one by one. */
const FILLED_ELSEWHERE = new Set([
  'closed-again',
  'compared',
  'scorecard-note',
  'filed',
  'consent.alone',
  'earlier',
  'later',
  'event-removed',
]);

type Texts = readonly Message[];
interface Catalogue {
  readonly name: string;
  readonly entries: ReadonlyMap<string, Texts>;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && LOCALES.every((locale) => typeof (value as Message)[locale] === 'string');
}

function textsOf(entry: unknown, parts: readonly string[] | null): Texts {
  if (isMessage(entry)) return [entry];
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.entries(entry).flatMap(([part, text]) => (isMessage(text) && parts?.includes(part) !== false ? [text] : []));
}

async function catalogues(parts: readonly string[] | null): Promise<Catalogue[]> {
  const modules = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map(async (file) => (await import(new URL(file, FOLDER).href)) as Record<string, unknown>);
  return (await Promise.all(modules)).flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => {
      if (typeof value !== 'object' || value === null || value === ISSUE_CATALOGUES) return [];
      const entries = Object.entries(value).map(([key, entry]): [string, Texts] => [key, textsOf(entry, parts)]);
      return entries.some(([, texts]) => texts.length > 0) ? [{ name, entries: new Map(entries) }] : [];
    }),
  );
}

/** Places of a text; a word that goes with a number needs the same number. */
const holesOf = (text: string) => new Set([...text.matchAll(/\{(\w+)(?::[^{}|]*\|[^{}|]*)?\}/g)].map(([, hole]) => hole ?? ''));

test('both languages have the same places', async () => {
  const differ = (await catalogues(null)).flatMap(({ name, entries }) =>
    [...entries].flatMap(([key, texts]) =>
      texts.flatMap(({ en, zh }) => {
        const [a, b] = [holesOf(en), holesOf(zh)];
        return [...a, ...b].filter((hole) => !(a.has(hole) && b.has(hole))).map((hole) => `${name} ${key} {${hole}}`);
      }),
    ),
  );
  expect(differ).toEqual([]);
});

test('a code has one text', () => {
  const codes = Object.values(ISSUE_CATALOGUES).flatMap((entries) => Object.keys(entries));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe('what is said is filled', () => {
  let said: readonly Saying[] = [];
  let all: readonly Catalogue[] = [];
  beforeAll(async () => {
    said = sayings(ROOT);
    // An explanation is read in the reference, where its places stay.
    all = await catalogues(['en', 'zh', 'text', 'fix']);
  }, 300_000);

  /** The catalogue that a maker speaks from: the one that has all codes it takes. */
  const textsFor = (code: string, known: readonly string[] | null): Catalogue[] => {
    const findings = all.filter(({ entries }) => entries.has(`finding.${code}`));
    if (known === null && findings.length > 0) {
      return findings.map(({ name, entries }) => ({ name, entries: new Map([[code, entries.get(`finding.${code}`) ?? []]]) }));
    }
    const having = all.filter(({ entries }) => entries.has(code));
    const fitting = known === null ? [] : having.filter(({ entries }) => known.every((each) => entries.has(each)));
    return fitting.length > 0 ? fitting : having;
  };

  test('every place of every text, by everybody who says it', () => {
    const missing = said.flatMap(({ at, codes, known, callee, given }) =>
      codes.flatMap((code) => {
        const spoken = textsFor(code, known);
        if (given === null || spoken.length === 0 || FILLED_ELSEWHERE.has(code)) return [];
        const has = new Set([...given, ...(ADDED[callee ?? ''] ?? [])]);
        const lacking = spoken.map(({ name, entries }) => {
          const holes = (entries.get(code) ?? []).flatMap((text) => LOCALES.flatMap((locale) => [...holesOf(text[locale])]));
          return { name, holes: [...new Set(holes)].filter((hole) => !has.has(hole)) };
        });
        const least = lacking.sort((a, b) => a.holes.length - b.holes.length)[0];
        return (least?.holes ?? []).map((hole) => `${at} ${least?.name} ${code} {${hole}}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  test('nothing is given that no text says', () => {
    // What was expected and found is told below a text that does not tell it.
    // Which forge it was and what it answered is there for programs, with every refusal.
    const told = new Set(['expected', 'found', 'suggestion', 'call', 'status', 'detail', 'host', 'repository']);
    const issues = new Set<string>(Object.values(ISSUE_CATALOGUES).flatMap((entries) => Object.keys(entries)));
    const unused = said.flatMap(({ at, codes, known, given }) => {
      const [code = ''] = codes;
      if (codes.length !== 1 || given === null || !issues.has(code)) return [];
      const texts = textsFor(code, known).flatMap(({ entries }) => entries.get(code) ?? []);
      const holes = new Set(texts.flatMap((text) => LOCALES.flatMap((locale) => [...holesOf(text[locale])])));
      return given.filter((name) => !holes.has(name) && !told.has(name)).map((name) => `${at} ${code} ${name}`);
    });
    expect(unused).toEqual([]);
  });

  test('the sources are read', () => {
    expect(said.length).toBeGreaterThan(300);
  });
});
