import { stringify } from 'yaml';
import { columnsNamed } from '../contract/fact-columns.js';
import type { Definitions, Fact, TableSource } from '../contract/model.js';
import { usedPacks } from '../contract/pack.js';
import { parseWritten } from '../contract/parse-written.js';
import { PACKS } from '../generated/packs.js';
import { isCurrency } from '../kernel/money.js';
import { inForm } from '../kernel/text.js';
import type { Sight } from './sight.js';

/*
 * Presets: packs that describe what a platform lets people download (docs/packs.md). One fits where a file has every header that
 * it reads, in the form that it declares.
 */

export interface Preset {
  readonly pack: string;
  /** What is written beside the pack's name. */
  readonly given: Readonly<Record<string, string>>;
  /** The fact whose table the file is, and its table. */
  readonly fact: Fact;
  readonly source: TableSource;
  readonly definitions: Definitions;
}

/** What a contract says that packs may ask for. */
export interface Frame {
  readonly currency: string;
  readonly zone: string;
}

const PRESET = /-export@\d+$/;
const same = (header: string): string => inForm(header, 'NFC').trim();

/** The preset that fits best, if any does. */
export function presetFor(sight: Sight, frame: Frame): Preset | null {
  const headers = new Set(sight.header.map(same));
  const fitting = Object.keys(PACKS)
    .filter((pack) => PRESET.test(pack))
    .flatMap((pack) => waysOf(pack, sight, frame).flatMap((given) => presetsOf(pack, given)))
    .map((preset) => ({ preset, columns: fitOf(preset, headers), asWritten: isWrittenSo(preset.source, sight) }))
    .filter(({ columns }) => columns > 0);
  const best = fitting.toSorted((a, b) => Number(b.asWritten) - Number(a.asWritten) || b.columns - a.columns)[0];
  return best?.asWritten === true ? best.preset : null;
}

/** Every choice that a pack leaves, with what the contract says of its parameters. */
function waysOf(pack: string, { header }: Sight, { currency, zone }: Frame): Record<string, string>[] {
  const parameters = Object.entries(PACKS[pack]?.parameters ?? {});
  // an export says its currency in a header: Amount spent (AUD)
  const named = header.flatMap((each) => /\(([A-Z]{3})\)/.exec(each)?.[1] ?? []).find(isCurrency);
  return parameters.reduce<Record<string, string>[]>(
    (ways, [name, standard]) => {
      if (name === 'currency' && standard === 'required') return ways.map((way) => ({ ...way, currency: named ?? currency }));
      if (standard === 'required') return name === 'zone' ? ways.map((way) => ({ ...way, zone })) : [];
      if (standard === null || typeof standard === 'string') return ways;
      return ways.flatMap((way) =>
        Object.keys(standard.choices).map((choice) => (choice === standard.default ? way : { ...way, [name]: choice })),
      );
    },
    [{}],
  );
}

function presetsOf(pack: string, given: Readonly<Record<string, string>>): Preset[] {
  const { value } = parseWritten('definitions', 'definitions.yaml', stringify({ use: [{ pack, ...given }] }));
  const [used] = value === null ? [] : usedPacks(value, null).packs;
  if (used === undefined) return [];
  const { definitions } = used;
  return definitions.facts.flatMap((fact) =>
    'table' in fact.source && fact.source.columns !== undefined ? [{ pack, given, fact, source: fact.source, definitions }] : [],
  );
}

/** How many of the columns that a preset reads a file has; 0 where it lacks one. */
function fitOf({ fact, source, definitions }: Preset, headers: ReadonlySet<string>): number {
  const read = new Set(columnsNamed(fact, definitions).map(({ column }) => column));
  const wanted = (source.columns ?? []).filter(({ name }) => read.has(name));
  return wanted.every(({ header }) => headers.has(same(header))) ? wanted.length : 0;
}

/** Whether a file's characters, separators and numbers are as a preset declares them. */
function isWrittenSo({ format = {} }: TableSource, { format: seen, form, encoding, delimiter, name }: Sight): boolean {
  const { decimal = '.' } = format;
  if ((seen?.decimal ?? '.') !== decimal && seen?.thousands !== undefined) return false;
  if (form === 'sheet') return true;
  const byName = /\.(tsv|txt)(\.gz)?$/i.test(name) ? '\t' : ',';
  return (format.encoding ?? 'utf-8') === (encoding ?? 'utf-8') && (format.delimiter ?? byName) === delimiter;
}
