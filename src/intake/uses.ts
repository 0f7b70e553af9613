import { headerName } from '../contract/fact-columns.js';
import { isPreset } from '../contract/pack.js';
import type { Written } from '../contract/parse-written.js';
import { PACKS } from '../generated/packs.js';
import type { WrittenDefinitions } from '../generated/written.js';
import { choicesOf, fitOf, isWrittenSo, type Preset, presetsOf } from './presets.js';
import type { Sight } from './sight.js';

/*
 * Presets as definitions use them. One may be used several times, for shops or accounts: each use has a folder of its own, and says in
 * which of its ways the platform writes the files there.
 */

/** The presets that definitions use, each use by itself. */
export function usedPresets({ data }: Written<WrittenDefinitions>): Preset[] {
  return (data.use ?? []).flatMap((use) => {
    const { pack, ...given } = typeof use === 'string' ? { pack: use } : use;
    return isPreset(pack) ? presetOf(pack, given) : [];
  });
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

/** A preset that fits a file, as a use has it: in its folder, under its names. */
export function asUsed(preset: Preset, use: Preset): Preset {
  return presetOf(preset.pack, { ...use.given, ...choicesOf(preset) })[0] ?? use;
}

function presetOf(name: string, given: Readonly<Record<string, string>>): readonly Preset[] {
  const pack = Object.hasOwn(PACKS, name) ? PACKS[name] : undefined;
  return pack === undefined ? [] : presetsOf(pack, name, JSON.stringify(given));
}
