import type { Definitions } from '../../contract/model.js';
import { parseWritten } from '../../contract/parse-written.js';
import { DEFINITIONS_NAME } from '../../contract/paths.js';
import { givenInto } from '../../intake/given.js';
import { choicesOf, type Frame, otherWayOf, type Preset, saidOtherwise } from '../../intake/presets.js';
import type { Sight } from '../../intake/sight.js';
import { differingWords, usedPresets, usedWords } from '../../intake/uses.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import { definitionsOf } from '../../running/import-place.js';
import { issue } from '../../words/issue.js';

/*
 * One platform writes one export in several ways: in the language of whoever downloads it, as CSV of one kind or another. Definitions
 * say which; a file of another way is refused, unless nothing was ever read by what they say.
 */

/** How a file's preset would have to be used, where definitions use it otherwise for the file's table; null: it is not that. */
function otherWay(sight: Sight, table: string, definitions: Definitions, frame: Frame): Preset | null {
  for (const fact of definitions.facts) {
    const { source } = fact;
    const other = 'table' in source && source.table === table ? otherWayOf(sight, { fact, source, definitions }, frame) : null;
    if (other !== null) return other;
  }
  return null;
}

/**
 * The presets that the text of definitions uses; none where it cannot be read.
 * @param terms what a whole contract reads of them; null: all that they offer is taken as read.
 */
export function usesIn(text: string, terms: Definitions | null): Preset[] {
  const { value } = text.trim() === '' ? { value: null } : parseWritten('definitions', DEFINITIONS_NAME, text);
  return value === null ? [] : usedPresets(value, terms);
}

const wordsOf = (given: Preset['given']): string =>
  Object.entries(given)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

/** A file of a preset that definitions use for files of another form, or of another currency or shop. */
export function otherWayIssue(
  sight: Sight,
  table: string,
  definitions: Definitions,
  { frame, uses }: { readonly frame: Frame; readonly uses: readonly Preset[] },
): Issue[] {
  const use = useOf(table, uses);
  const other = otherWay(sight, table, definitions, frame);
  const at = inFile(sight.name, sight.headerLine);
  const told = (pack: string, given: Preset['given']) => {
    const declared = wordsOf(usedWords(pack, use, given));
    return issue('import-other-way', at, {
      file: sight.name,
      pack,
      given: wordsOf(given),
      declared: declared === '' ? '@way.other' : declared,
    });
  };
  if (other !== null) return [told(other.pack, differingWords(other, use))];
  const said = use === undefined ? {} : saidOtherwise(sight, use);
  return use === undefined || Object.keys(said).length === 0 ? [] : [told(use.pack, said)];
}

const useOf = (table: string, uses: readonly Preset[]): Preset | undefined => uses.find(({ source }) => source.table === table);

/**
 * Definitions that use a preset as its first file is written: only words of which a pack has a few (`headers`, `download`, `encoding`)
 * change, never a currency or a zone, which a contract knows better than a file.
 * @param text definitions that can be read, which use the preset; whoever calls knows that nothing was measured by them yet.
 * @returns null where they use it so already, or where that does not make the file readable.
 */
export function turnedTo(
  sight: Sight,
  { table, text, frame }: { readonly table: string; readonly text: string; readonly frame: Frame },
): { readonly text: string; readonly pack: string; readonly given: string } | null {
  const other = otherWay(sight, table, definitionsOf(text), frame);
  const use = useOf(table, usesIn(text, null));
  const given = other === null ? {} : choicesOf({ pack: other.pack, given: differingWords(other, use) });
  const as = use?.given.as;
  const turned = other === null ? null : givenInto(text, { pack: other.pack, as, given });
  if (other === null || turned === null || otherWay(sight, table, definitionsOf(turned), frame) !== null) return null;
  return { text: turned, pack: other.pack, given: wordsOf(given) };
}
