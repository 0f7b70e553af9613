import { WRITTEN_SCHEMAS } from '../generated/schemas.js';
import { visibleName } from '../kernel/characters.js';
import type { Issue } from '../kernel/issue.js';
import { isFields } from '../kernel/objects.js';
import { issue } from '../words/issue.js';
import { flowPieces } from './flow-text.js';
import { foreignCurrency } from './foreign-currency.js';
import { listIssue } from './list-slips.js';
import { plainTrail } from './meant/characters.js';
import { quote } from './quote.js';
import type { NamedNode, SchemaNode } from './schema-node.js';
import { branchesOf, resolved } from './schema-node.js';
import type { Path, Source } from './source.js';
import { meantName, suggestion } from './suggestion.js';
import { namesMeant } from './synonyms.js';
import { keySlip, tornApart, tornBefore, tornNumber } from './value-slips.js';
import { GLUED, pairsIn, pairsIssue, pairsText } from './wide-pairs.js';

/* A field that its schema does not know, told by what was probably meant by it. */

/** An issue of a field, and the fields that are there in meaning: nobody needs to hear that they are missing. */
export interface FieldSlip {
  readonly issue: Issue;
  readonly meant: readonly string[];
}

/** An unknown field: its name, the map that holds it, what that map is held against. */
export interface UnknownField {
  readonly name: string;
  readonly holder: Readonly<Record<string, unknown>>;
  /** Of the map. */
  readonly path: Path;
  readonly named: NamedNode;
  readonly root: SchemaNode;
  readonly source: Source;
  /** Of the contract, as far as it is known. */
  readonly currency: string | null;
}

/** What is wrong with a field of a name that its map does not have. */
export function fieldSlip(unknown: UnknownField): FieldSlip {
  const { name, path, named, source } = unknown;
  const at = [...path, name];
  const fields = Object.keys(named.node.properties ?? {});
  const torn = tornField(unknown) ?? tornEntry(unknown) ?? tornText(unknown) ?? widePairs(unknown, fields);
  if (torn !== null) return torn;
  const [, glued = '', colon, rest = ''] = GLUED.exec(name) ?? [];
  const field = fields.includes(glued) ? glued : meantName(glued, fields);
  if (field !== null && colon !== undefined) {
    const params = { problem: colonProblem(colon), corrected: `${field}: ${rest}` };
    return { issue: issue('yaml-syntax', source.keyAt(at), params), meant: [field] };
  }
  const plain = plainTrail(name);
  if (plain.slip !== null && fields.includes(plain.text)) {
    const params = { found: quote(visibleName(name)), slip: `@slip.${plain.slip}`, corrected: source.corrected(at, { key: plain.text }) };
    return { issue: issue('value-slip', source.keyAt(at), params), meant: [plain.text] };
  }
  const meant = meantName(plain.text, fields);
  const foreign = foreignAmount(unknown);
  if (foreign !== null) return { issue: foreign, meant: [] };
  const elsewhere = meant === null || !looksSame(meant, name) ? placeOf(unknown) : null;
  if (elsewhere !== null) return { issue: elsewhere, meant: [] };
  const names = meant === null ? suggestion(name, fields) : { suggestion: quote(meant), corrected: source.corrected(at, { key: meant }) };
  return { issue: issue('unknown-field', source.keyAt(at), { field: quote(name), ...names }), meant: meant === null ? [] : [meant] };
}

/** `currency: EUR` of an event: its amount is in the contract's currency, and no field that is missing there. */
function foreignAmount({ name, holder, path, root, source, currency }: UnknownField): Issue | null {
  const { amount, claimed, [name]: mark } = holder;
  const written = amount ?? claimed;
  if (root !== WRITTEN_SCHEMAS.event || name !== 'currency' || typeof mark !== 'string' || written === undefined) return null;
  return foreignCurrency(mark, currency, `${String(written)} ${mark}`, source.keyAt([...path, name]));
}

function looksSame(meant: string, name: string): boolean {
  return meant.toLowerCase() === name.toLowerCase();
}

/** What follows a comma inside a number. */
const PIECE = /^\d+(?:\.\d+)*(?:\s*[^\d\s]+)?$/;

/** `{ amount: 3,000 }` is the field amount of 3, and a field 000 without a value. */
function tornField({ name, holder, path, source, currency }: UnknownField): FieldSlip | null {
  if (holder[name] !== null || !PIECE.test(name)) return null;
  const names = source.keys(path);
  const before = names.slice(0, names.indexOf(name)).findLast((each) => holder[each] !== null || !PIECE.test(each));
  if (before === undefined) return null;
  const at = [...path, before];
  const torn = tornBefore(at, source);
  return torn === null ? null : { issue: tornNumber(torn, at, source, 'value', currency) ?? tornApart(torn, at, source), meant: [] };
}

/** `{ signatories: alice, ann }` is the field signatories of alice, and a field ann without a value. */
function tornEntry({ name, holder, path, named, source }: UnknownField): FieldSlip | null {
  const names = source.keys(path);
  const before = names.slice(0, names.indexOf(name)).findLast((each) => holder[each] !== null);
  const field = before === undefined ? undefined : named.node.properties?.[before];
  if (before === undefined || holder[name] !== null || typeof field !== 'object' || field.type !== 'array') return null;
  const written = holder[before];
  return typeof written === 'string' ? { issue: listIssue(written, [...path, before], holder, source), meant: [] } : null;
}

/** `{ title: Retainer, monthly }` is the field title of Retainer, and a field monthly without a value; of `A, b, c` each piece tells the same. */
function tornText({ name, holder, path, named, root, source }: UnknownField): FieldSlip | null {
  const names = source.keys(path);
  const start = names.slice(0, names.indexOf(name)).findLastIndex((each) => holder[each] !== null);
  const before = names[start];
  const field = before === undefined ? undefined : named.node.properties?.[before];
  const text = before === undefined ? undefined : holder[before];
  if (before === undefined || typeof text !== 'string' || holder[name] !== null) return null;
  if (typeof field !== 'object' || resolved(root, field).pattern !== ANY_TEXT) return null;
  const end = names.findIndex((each, index) => index > start && holder[each] !== null);
  const whole = flowPieces([text, ...names.slice(start + 1, end === -1 ? names.length : end)]);
  const at = [...path, before];
  const corrected = source.corrected(at, { value: JSON.stringify(whole) });
  return { issue: issue('value-slip', source.at(at), { found: quote(whole), slip: '@slip.comma-in-text', corrected }), meant: [] };
}

/** The pattern of a text that may say anything. */
const ANY_TEXT = '\\S';

/** `{ from：2026-01-01，to：2026-12-31 }` is one name without a value: each of the fields in it is there in meaning. */
function widePairs({ name, holder, path, source }: UnknownField, fields: readonly string[]): FieldSlip | null {
  const pairs = holder[name] === null ? pairsIn(name) : null;
  if (pairs === null) return null;
  return {
    issue: pairsIssue(pairsText(pairs), source.keyAt([...path, name])),
    meant: pairs.flatMap(([field]) => meantName(field, fields) ?? field),
  };
}

/** A name of a map without fields of its own: of a table, a map from periods, a map of definitions. */
export function unknownKey({ name, path, named, source }: Pick<UnknownField, 'name' | 'path' | 'named' | 'source'>): Issue | null {
  return keySlip(name, [...path, name], named, source);
}

/** So many places of one field are named; more would say nothing. */
const MOST_PLACES = 3;

/** A field that belongs to another file or another part of this one. */
function placeOf(unknown: UnknownField): Issue | null {
  const { name, path, root, source } = unknown;
  const files = FILES.filter(([kind]) => WRITTEN_SCHEMAS[kind] !== root && Object.hasOwn(WRITTEN_SCHEMAS[kind].properties ?? {}, name));
  const own = path.length > 0 && Object.hasOwn(root.properties ?? {}, name) ? ['@place.top'] : [];
  const parts = own.length > 0 ? own : partsWith(root, name);
  const kinds = kindsWith(unknown);
  if (kinds !== null) return kinds;
  const places = parts.length > 0 ? parts : files.map(([, file]) => file);
  if (places.length === 0 || places.length > MOST_PLACES) return null;
  return issue('field-elsewhere', source.keyAt([...path, name]), { field: quote(name), place: places });
}

/** A field of an entry of a list that stands where it belongs, but is one of another kind of entry: `rate` is a wager's, no commission's. */
function kindsWith({ name, path, named, root, source }: UnknownField): Issue | null {
  const [part = ''] = path;
  const list = root.properties?.[part];
  if (path.length !== 2 || typeof list !== 'object') return null;
  const entry = resolved(root, resolved(root, list).items ?? {});
  const tag = entry.discriminator?.propertyName ?? '';
  const kindOf = (node: SchemaNode): unknown => {
    const kind = node.properties?.[tag];
    return typeof kind === 'object' ? kind.const : undefined;
  };
  const own = kindOf(named.node);
  const others = branchesOf(root, entry).filter((each) => Object.hasOwn(each.properties ?? {}, name));
  if (typeof own !== 'string' || others.length === 0) return null;
  const fields = Object.keys(named.node.properties ?? {}).filter((each) => each !== tag);
  return issue('field-of-kind', source.keyAt([...path, name]), {
    field: quote(name),
    kind: own,
    kinds: others.map((each) => String(kindOf(each))),
    expected: fields,
  });
}

const FILES = [
  ['contract', 'contract.yaml'],
  ['definitions', 'definitions.yaml'],
  ['workspace', 'workspace.yaml'],
] as const;

/** The parts of a file that have a field of a name, or whose entries have. */
function partsWith(root: SchemaNode, name: string): string[] {
  return Object.entries(root.properties ?? {}).flatMap(([part, node]) => {
    if (typeof node !== 'object') return [];
    const own = resolved(root, node);
    const inner = [own, ...[own.items, ...Object.values(own.patternProperties ?? {})].filter((each) => each !== undefined)];
    const has = inner.flatMap((each) => branchesOf(root, each)).some(({ properties }) => Object.hasOwn(properties ?? {}, name));
    return has ? [part] : [];
  });
}

/** The field that was meant to say of which kind an entry is: `fee: fixed` or `type: retainer` in place of `kind: retainer`. */
export function tagSlip(
  { holder, path, source }: Pick<UnknownField, 'holder' | 'path' | 'source'>,
  tag: string,
  kinds: readonly string[],
): Issue | null {
  for (const [name, value] of Object.entries(holder)) {
    const pairs = value === null ? pairsIn(name) : null;
    if (pairs?.some(([field]) => field === tag) === true) return pairsIssue(pairsText(pairs), source.keyAt([...path, name]));
    const [, glued, colon = '', rest] = GLUED.exec(name) ?? [];
    const [field, text] = value === null && glued !== undefined ? [glued, rest] : [name, value];
    const kind = typeof text !== 'string' ? null : kinds.includes(text) ? text : meantName(text, kinds);
    const isTag = namesMeant(field).includes(tag) || field.toLowerCase() === tag;
    if (kind === null || !isTag) continue;
    const at = source.keyAt([...path, name]);
    const corrected = `${tag}: ${kind}`;
    if (colon !== '') return issue('yaml-syntax', at, { problem: colonProblem(colon), corrected });
    return issue('unknown-field', at, { field: quote(name), suggestion: quote(tag), corrected });
  }
  return null;
}

function colonProblem(colon: string): string {
  if (colon === '=') return '@yaml.EQUALS';
  return colon === ':' ? '@yaml.NO_SPACE' : '@yaml.WIDE_COLON';
}

/** Fields that stand beside the name of their map, not below it: `term:` and under it `from:` without spaces before it. */
export function fieldsBesides(
  root: SchemaNode,
  data: unknown,
  source: Source,
): { readonly issue: Issue; readonly of: string; readonly fields: readonly string[] } | null {
  if (!isFields(data)) return null;
  const empty = Object.keys(data).find((name) => data[name] === null && isFields(root.properties?.[name]));
  const node = empty === undefined ? undefined : root.properties?.[empty];
  if (empty === undefined || typeof node !== 'object') return null;
  const inner = Object.keys(resolved(root, node).properties ?? {});
  const fields = Object.keys(data).filter((name) => inner.includes(name) && !Object.hasOwn(root.properties ?? {}, name));
  const [first] = fields;
  if (first === undefined) return null;
  const params = { fields: fields.map(quote), of: quote(empty) };
  return { issue: issue('field-not-indented', source.keyAt([first]), params), of: empty, fields };
}
