import { headerName } from '../contract/fact-columns.js';
import type { Definitions } from '../contract/model.js';
import { isPreset } from '../contract/pack.js';
import type { Written } from '../contract/parse-written.js';
import { PACKS } from '../generated/packs.js';
import type { WrittenDefinitions } from '../generated/written.js';
import { choicesOf, fitOf, isWrittenSo, keptFrom, type Near, type Preset, presetsOf, thereOf } from './presets.js';
import type { Sight } from './sight.js';

/*
 * Presets as definitions use them. One may be used several times, for shops or accounts: each use has a folder of its own, and says in
 * which of its ways the platform writes the files there.
 */

/**
 * The presets that definitions use, each use by itself.
 * @param terms what a contract that is whole reads of them: a column that only the rest of a pack reads may be missing. Null: all of it.
 */
export function usedPresets({ data }: Written<WrittenDefinitions>, terms: Definitions | null): Preset[] {
  return (data.use ?? []).flatMap((use) => {
    const { pack, ...given } = typeof use === 'string' ? { pack: use } : use;
    return isPreset(pack) ? presetOf(pack, given).map((preset) => asRead(preset, terms)) : [];
  });
}

function asRead(preset: Preset, terms: Definitions | null): Preset {
  const isRead = terms?.facts.some(({ id }) => id === preset.fact.id) ?? false;
  return terms === null || !isRead ? preset : { ...preset, definitions: terms };
}

/** The use whose file one nearly is, or is as far as the contract reads it: then nothing keeps it from that. */
export function nearestUse(sight: Sight, uses: readonly Preset[]): (Near & { readonly use: Preset }) | null {
  const headers = new Set(sight.header.map(headerName));
  const alike = uses.flatMap((use) => {
    const [whole = use] = presetOf(use.pack, use.given).filter(({ fact }) => fact.id === use.fact.id);
    const there = thereOf(whole, headers);
    return there === null ? [] : [{ use, there, pack: use.pack, issues: keptFrom(sight, use) }];
  });
  return alike.toSorted((a, b) => b.there - a.there || a.issues.length - b.issues.length)[0] ?? null;
}

/**
 * The uses whose file one may be that a preset fits: none, where definitions do not use it. Several are apart by what the file says of
 * itself (the currency in a header, the marketplace); where that is alike, only the reader knows whose it is.
 */
export function usesFor(sight: Sight, preset: Preset, uses: readonly Preset[]): readonly Preset[] {
  const own = uses.filter(({ pack }) => pack === preset.pack);
  const headers = new Set(sight.header.map(headerName));
  const isOf = ({ given }: Preset): boolean => given.marketplace === undefined || given.marketplace === preset.given.marketplace;
  const fitting = own.filter((use) => isOf(use) && fitOf(use, headers) > 0 && isWrittenSo(use.source, sight));
  const left = fitting.length > 0 ? fitting : own;
  return left.filter((use, index) => left.findIndex(({ source }) => source.table === use.source.table) === index);
}

/**
 * The words in which a preset, as a file would need it, differs from how definitions use it: those alone are to be written, what a pack
 * takes where nothing is said among them.
 */
export function differingWords({ pack, given }: Preset, use: Preset | undefined): Preset['given'] {
  const [needed, said] = [inFull(pack, given), inFull(pack, use?.given ?? {})];
  return Object.fromEntries(Object.entries(needed).filter(([name, value]) => said[name] !== value));
}

/** How definitions use a preset, of some of its words: what is written there, or what the pack takes where nothing is. */
export function usedWords(pack: string, use: Preset | undefined, words: Preset['given']): Preset['given'] {
  return Object.fromEntries(Object.entries(inFull(pack, use?.given ?? {})).filter(([name]) => name in words));
}

/** What is given beside a pack's name, and what of its choices holds where nothing is. */
function inFull(pack: string, given: Preset['given']): Preset['given'] {
  const choices = Object.entries(PACKS[pack]?.parameters ?? {}).flatMap(([name, standard]) =>
    typeof standard === 'object' && standard !== null && name !== 'loads' ? [[name, standard.default] as const] : [],
  );
  return { ...Object.fromEntries(choices), ...given };
}

/** A preset that fits a file, as a use has it: in its folder, under its names. */
export function asUsed(preset: Preset, use: Preset): Preset {
  return presetOf(preset.pack, { ...use.given, ...choicesOf(preset) })[0] ?? use;
}

function presetOf(name: string, given: Readonly<Record<string, string>>): readonly Preset[] {
  const pack = Object.hasOwn(PACKS, name) ? PACKS[name] : undefined;
  return pack === undefined ? [] : presetsOf(pack, name, JSON.stringify(given));
}
