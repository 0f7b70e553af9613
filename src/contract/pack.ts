import { PACKS } from '../generated/packs.js';
import type { PackUse, WrittenDefinitions } from '../generated/written.js';
import type { DateRange } from '../kernel/calendar.js';
import { addDays } from '../kernel/calendar.js';
import { canonicalJson } from '../kernel/canonical.js';
import type { Issue, Position } from '../kernel/issue.js';
import { marketplaceCurrency } from '../kernel/marketplaces.js';
import { issue } from '../words/issue.js';
import type { Clause, Definitions } from './model.js';
import { normalizeDefinitions, type Views } from './normalize-definitions.js';
import { bareView, prefixed } from './pack-prefix.js';
import { parseWritten, type Written } from './parse-written.js';
import { quote } from './quote.js';
import { suggestion } from './suggestion.js';

/*
 * Source packs (docs/packs.md): ready definitions of a source's export, versioned. A pack's texts have places `{{name}}` for
 * its parameters, and lines `{{?name=choice}} …` that are there with that choice only. What they are filled with is the pack's own
 * or was held to the schema's patterns before, so that no text of a contract becomes SQL.
 */

/** A pack as its files say. */
export interface Pack {
  readonly parameters: Readonly<Partial<Record<PackParameter, PackStandard>>>;
  readonly definitions: string;
  readonly views: readonly { readonly name: string; readonly duckdb: string; readonly bigquery: string }[];
}

/** The value of a parameter that is not given: null where none is needed, `required`, or one of several choices. */
type PackStandard = string | null | PackChoice;

/** A parameter that is one of a few words, each of which fills places of the pack's texts. */
interface PackChoice {
  readonly default: string;
  /** Whether a contract that does not choose is warned: the default is right for some only, and nothing would show that it is wrong. */
  readonly ask?: boolean;
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type PackParameter = Exclude<keyof Exclude<PackUse, string>, 'pack' | 'as'>;

/** A pack as a contract uses it: its definitions, all of whose clauses are the `use` that brought them. */
export interface UsedPack {
  readonly name: string;
  readonly at: Position;
  readonly definitions: Definitions;
}

/** Daily tables from this many days before the term: a local day reaches into its neighbours. */
const DAYS_BEFORE = 2;
/** Daily tables in which an earlier copy of what happens in the term is looked for: 90 days, and the local day's reach. */
const DAYS_OF_COPIES = 92;
/** And after it: enough for the last day to be final. */
const DAYS_AFTER = 10;
const ALWAYS: DateRange = { from: '1970-06-01', to: '9990-12-31' };

/**
 * The packs that definitions use, with their parameters filled in.
 * @param term the contract's, null where it cannot be read: daily tables outside it are not looked at.
 * Issues: packs that are not known, parameters that a pack does not have or that are missing, a shop in another shop's currency.
 * Warnings: choices not made.
 */
export function usedPacks(
  written: Written<WrittenDefinitions>,
  term: DateRange | null,
): { readonly packs: readonly UsedPack[]; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] } {
  const packs: UsedPack[] = [];
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const reads = new Set<string>();
  (written.data.use ?? []).forEach((use, index) => {
    const { pack: name, as, ...given }: Exclude<PackUse, string> = typeof use === 'string' ? { pack: use } : use;
    const at = written.source.at(['use', index]);
    const pack = Object.hasOwn(PACKS, name) ? PACKS[name] : undefined;
    if (pack === undefined) {
      const names = Object.keys(PACKS);
      issues.push(issue('unknown-pack', at, { id: quote(name), expected: names, ...suggestion(name, names) }));
      return;
    }
    const { values, issues: wrong } = parameters(name, pack, given, at, (field) => written.source.keyAt(['use', index, field]));
    issues.push(...wrong);
    if (wrong.length > 0) return;
    issues.push(...inOtherCurrency(name, given, written.source.keyAt(['use', index, 'currency'])));
    const read = canonicalJson([name, [...values]]);
    if (reads.has(read)) issues.push(issue('pack-read-twice', at, { id: quote(name) }));
    reads.add(read);
    warnings.push(...unsaid(name, pack, given, at));
    const definitions = definitionsOf(name, pack, new Map([...values, ...bounds(term)]), { file: at.path, line: at.line });
    packs.push(as === undefined ? { name, at, definitions } : { name: `${name} as ${as}`, at, definitions: prefixed(definitions, as) });
  });
  return { packs, issues, warnings };
}

function parameters(
  name: string,
  pack: Pack,
  given: Readonly<Partial<Record<PackParameter, string>>>,
  at: Position,
  place: (field: string) => Position,
): { readonly values: ReadonlyMap<string, string>; readonly issues: readonly Issue[] } {
  const known = Object.keys(pack.parameters);
  const issues: Issue[] = Object.keys(given)
    .filter((field) => !known.includes(field))
    .map((field) => issue('pack-parameter-unknown', place(field), { id: quote(name), field: quote(field), expected: known }));
  const values = new Map<string, string>();
  const written: Readonly<Record<string, string>> = given;
  for (const [field, standard] of Object.entries(pack.parameters)) {
    if (standard !== null && typeof standard === 'object') {
      const choice = written[field] ?? standard.default;
      const fills = standard.choices[choice];
      if (fills === undefined) {
        const expected = Object.keys(standard.choices);
        issues.push(issue('pack-choice-unknown', place(field), { id: quote(name), field: quote(field), found: quote(choice), expected }));
        continue;
      }
      for (const [place, text] of [[field, choice] as const, ...Object.entries(fills)]) values.set(place, text);
      continue;
    }
    const value = written[field] ?? standard;
    if (value === 'required') issues.push(issue('pack-parameter-missing', at, { id: quote(name), field: quote(field) }));
    else if (field === 'currency') {
      values.set(field, value === null ? 'NULL' : `'${value}'`);
      values.set('code', value ?? '');
    } else values.set(field, value ?? '');
  }
  return { values, issues };
}

/** A shop that is named with the currency of another. */
function inOtherCurrency(
  name: string,
  { currency, marketplace }: Readonly<Partial<Record<PackParameter, string>>>,
  at: Position,
): readonly Issue[] {
  const own = marketplace === undefined ? null : marketplaceCurrency(marketplace);
  if (own === null || currency === undefined || currency === own) return [];
  return [
    issue('pack-marketplace-currency', at, { id: quote(name), marketplace: quote(marketplace ?? ''), found: currency, expected: own }),
  ];
}

/** Choices that a contract leaves to a default which is not right for all. */
function unsaid(name: string, pack: Pack, given: Readonly<Partial<Record<PackParameter, string>>>, at: Position): Issue[] {
  const written: Readonly<Record<string, string>> = given;
  return Object.entries(pack.parameters).flatMap(([field, standard]): Issue[] => {
    if (standard === null || typeof standard !== 'object' || standard.ask !== true || written[field] !== undefined) return [];
    const choices = Object.keys(standard.choices);
    const params = { id: quote(name), field: quote(field), found: quote(standard.default), expected: choices };
    return [issue('pack-choice-open', at, params)];
  });
}

const PACK_VIEWS: ReadonlySet<string> = new Set(Object.values(PACKS).flatMap((pack) => pack.views.map(({ name }) => name)));

/** Whether a view of this name comes with a pack: it has no file in the contract. */
export function isPackView(name: string): boolean {
  return PACK_VIEWS.has(bareView(name));
}

/** Bounds of daily tables, as their names are written. */
function bounds(term: DateRange | null): [string, string][] {
  const { from, to } = term ?? ALWAYS;
  const name = (date: string) => date.replaceAll('-', '');
  return [
    ['from', name(addDays(from, -DAYS_BEFORE))],
    ['earlier', name(addDays(from, -DAYS_OF_COPIES))],
    ['to', name(addDays(to, DAYS_AFTER))],
  ];
}

const PRESET = /-export@\d+$/;

/** Whether a pack describes an export. */
export function isPreset(pack: string): boolean {
  return PRESET.test(pack);
}

/** Clauses that brought a preset, and its name: by their identity, for what a clause says is part of what both agreed. */
const PRESET_CLAUSES = new WeakMap<Clause, string>();

/** The preset whose fact a clause is; null: a fact that definitions declare themselves, or one that was read from a ledger. */
export function presetOfClause(clause: Clause): string | null {
  return PRESET_CLAUSES.get(clause) ?? null;
}

function definitionsOf(name: string, pack: Pack, values: ReadonlyMap<string, string>, clause: Clause): Definitions {
  const filled = (text: string) =>
    text
      .replace(/^\{\{\?(\w+)=(\w+)\}\} ?(.*\n)/gm, (_, field: string, choice: string, line: string) =>
        values.get(field) === choice ? line : '',
      )
      .replace(/\{\{(\w+)\}\}/g, (place, field: string) => values.get(field) ?? place);
  const { value: written } = parseWritten('definitions', `packs/${name}/definitions.yaml`, filled(pack.definitions));
  if (written === null) throw new RangeError(`the pack ${name} cannot be read`);
  const views: Views = pack.views.map((view) => ({ name: view.name, duckdb: filled(view.duckdb), bigquery: filled(view.bigquery) }));
  const { definitions } = normalizeDefinitions(written, views);
  if (isPreset(name)) PRESET_CLAUSES.set(clause, name);
  return {
    ...definitions,
    facts: definitions.facts.map((fact) => ({ ...fact, clause })),
    measures: definitions.measures.map((measure) => ({ ...measure, clause })),
    metrics: definitions.metrics.map((metric) => ({ ...metric, clause })),
  };
}
