import type { Issue } from '../kernel/issue.js';
import { distinct, isFields } from '../kernel/objects.js';
import type { ContractIssueCode } from '../words/contract-issues.js';
import { type IssueParams, issue } from '../words/issue.js';
import { fieldForm } from './field-form.js';
import { type FieldSlip, fieldSlip, fieldsBesides, tagSlip, unknownKey } from './field-slips.js';
import type { KnownNames } from './known-names.js';
import { levelSlip, levelTable } from './level-slips.js';
import { plainTrail } from './meant/characters.js';
import type { ParsedFile } from './parse-yaml.js';
import { quote } from './quote.js';
import { type NamedNode, type SchemaNode, schemaAt } from './schema-node.js';
import type { Path } from './source.js';
import { meantName } from './suggestion.js';
import { tornBefore, valueSlip } from './value-slips.js';

/** An error as the compiled validators report it. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}

/** After so many mistakes of form the rest is counted: looking each of them up costs more than the file is worth. */
const MOST_ERRORS = 50;
/** An issue with the map that it is about, and the fields of that map that are there in meaning. */
interface Found {
  readonly issue: Issue;
  readonly place: string;
  readonly meant: readonly string[];
}

/**
 * Turns a validator's errors into issues: one per mistake, at the place that the reader has to change.
 * @param known what the files of the contract name, for values that should be such a name.
 */
export function schemaIssues(root: SchemaNode, file: ParsedFile, errors: readonly ValidationError[], known: KnownNames): Issue[] {
  const beside = fieldsBesides(root, file.data, file.source);
  const told = errors.slice(0, MOST_ERRORS).filter((error) => beside === null || !isAbout(error, beside));
  const found = told.flatMap((error) => foundBy({ root, file, known }, error));
  // A field under another name is also missing under its own: that is said once, with what was meant.
  const meant = new Set(found.flatMap(({ place, meant }) => meant.map((field) => `${place} ${field}`)));
  const isMeant = ({ issue, place }: Found) => {
    if (issue.code === 'missing-field') return meant.has(`${place} ${String(issue.params.field).replace(/"/g, '')}`);
    if (issue.code === 'kpi-needed') return meant.has(`${place} kpis`);
    if (issue.code !== 'exactly-one-of' && issue.code !== 'at-least-one-of') return false;
    return String(issue.params.fields)
      .split(' | ')
      .some((field) => meant.has(`${place} ${field}`));
  };
  const issues = [...(beside === null ? [] : [beside.issue]), ...found.filter((each) => !isMeant(each)).map(({ issue }) => issue)];
  const once = distinct(issues);
  const more = errors.length - MOST_ERRORS;
  return more > 0 ? [...once, issue('more-mistakes', file.source.at([]), { count: more, shown: MOST_ERRORS })] : once;
}

/** Whether an error is about fields that stand beside their map, or about that map. */
function isAbout(error: ValidationError, beside: { readonly of: string; readonly fields: readonly string[] }): boolean {
  if (error.instancePath === `/${beside.of}`) return true;
  return error.instancePath === '' && beside.fields.includes(text(error.params.additionalProperty));
}

/** What errors are told from. */
interface Telling {
  readonly root: SchemaNode;
  readonly file: ParsedFile;
  readonly known: KnownNames;
}

function foundBy(telling: Telling, error: ValidationError): Found[] {
  if (error.keyword === 'additionalProperties') {
    const slip = unknownIssue(telling, error);
    return [{ ...slip, place: error.instancePath }];
  }
  const issue = issueOf(telling, error);
  return issue === null ? [] : [{ issue, place: error.instancePath, meant: [] }];
}

/** A field or key that its map does not have. */
function unknownIssue({ root, file, known }: Telling, error: ValidationError): FieldSlip {
  const keys = pointerKeys(error.instancePath);
  const named = schemaAt(root, file.data, keys) ?? { node: {}, name: null };
  const path = pathOf(file.data, keys);
  const name = text(error.params.additionalProperty);
  const holder = valueAt(file.data, keys);
  if (Object.keys(named.node.properties ?? {}).length > 0 && isFields(holder)) {
    return fieldSlip({ name, holder, path, named, root, source: file.source, currency: known.currency });
  }
  const table = levelTable(named);
  const key = { name, path, named, source: file.source };
  const slip =
    table === null
      ? unknownKey(key)
      : levelSlip({ ...key, table, holder: isFields(holder) ? holder : {}, file: file.data, currency: known.currency });
  const plain = () => issue('wrong-key', file.source.keyAt([...path, name]), { found: quote(name), expected: keyPhrase(named) });
  return { issue: slip ?? plain(), meant: [] };
}

function issueOf({ root, file, known }: Telling, error: ValidationError): Issue | null {
  if (error.propertyName !== undefined) return null; // its `propertyNames` error says the same
  const keys = pointerKeys(error.instancePath);
  const named = schemaAt(root, file.data, keys);
  const path = pathOf(file.data, keys);
  const value = valueAt(file.data, keys);
  const at = <Code extends ContractIssueCode>(
    code: Code,
    params: IssueParams<Code>,
    where: 'key' | 'value',
    more: readonly (string | number)[] = [],
  ): Issue => {
    const full = [...path, ...more];
    return issue(code, where === 'key' ? file.source.keyAt(full) : file.source.at(full), params);
  };
  const field = error.keyword === 'required' ? text(error.params.missingProperty) : keys.at(-1);
  // an event names KPIs too
  const isOfContract = root.properties?.kpis !== undefined && keys.length === (error.keyword === 'required' ? 0 : 1);
  if (field === 'kpis' && isOfContract && holdsNothing(value, error.keyword)) return at('kpi-needed', {}, 'key');
  switch (error.keyword) {
    case 'required': {
      // Inside a choice, "exactly one of" says it.
      if (/\/(oneOf|anyOf)\/\d+\/required$/.test(error.schemaPath)) return null;
      const missing = text(error.params.missingProperty);
      const tag = named?.node.discriminator?.propertyName;
      const slip =
        missing === tag && isFields(value) ? tagSlip({ holder: value, path, source: file.source }, tag, tagsOf(root, named)) : null;
      const form = fieldForm(root, named, missing);
      return slip ?? at('missing-field', { field: quote(missing), ...(form === null ? {} : { expected: form }) }, 'key');
    }
    case 'dependentRequired':
      return at('field-together', { field: quote(text(error.params.missingProperty)), other: quote(text(error.params.property)) }, 'key', [
        text(error.params.property),
      ]);
    case 'propertyNames': {
      const name = text(error.params.propertyName);
      return at('wrong-key', { found: quote(name), expected: '@column' }, 'key', [name]);
    }
    case 'false schema':
      return at('field-not-here', { field: quote(text(keys.at(-1))) }, 'key');
    case 'oneOf':
    case 'anyOf':
      return at(error.keyword === 'oneOf' ? 'exactly-one-of' : 'at-least-one-of', { fields: choices(named, error.keyword) }, 'key');
    case 'discriminator': {
      const tag = text(error.params.tag);
      if (error.params.tagValue === undefined) return null; // `required` says it
      return wrongValue(file, keys.concat(tag), [...path, tag], tagsOf(root, named), null);
    }
    case 'enum':
    case 'const': {
      const allowed = (named?.node.enum ?? [named?.node.const ?? '']).map(String);
      const side = named?.name === 'party' && typeof value === 'string' ? known.partyNamed(value) : null;
      return wrongValue(file, keys, path, allowed, side);
    }
    case 'type':
    case 'pattern': {
      const found = foundText(file, keys);
      const refused = { value, text: written(file, keys), path, source: file.source, file: file.data, known };
      const slip = named === null ? null : valueSlip({ ...refused, named });
      const type = error.keyword === 'type' && named?.name === null;
      return (
        slip ??
        at(
          error.keyword === 'type' ? 'wrong-type' : 'wrong-form',
          { expected: type ? typePhrase(named) : `@${named?.name ?? 'text'}`, found },
          'value',
        )
      );
    }
    case 'minimum':
    case 'maximum':
      // Of a number that its commas cut apart, the part is told as one.
      if (tornBefore(path, file.source) !== null) return null;
      return at(
        'out-of-range',
        { expected: `${error.keyword === 'minimum' ? '≥' : '≤'} ${text(error.params.limit)}`, found: foundText(file, keys) },
        'value',
      );
    case 'minItems':
    case 'minProperties':
      if (holdsNothing(value, error.keyword) && isNeeded(root, file.data, keys))
        return at('entry-needed', { field: quote(String(keys.at(-1))) }, 'value');
      return at('wrong-count', { expected: `≥ ${text(error.params.limit)}`, found: Object.keys(Object(value)).length }, 'value');
    case 'maxItems':
      return at('wrong-count', { expected: `≤ ${text(error.params.limit)}`, found: Object.keys(Object(value)).length }, 'value');
    case 'uniqueItems':
      return at('repeated-entry', { found: foundText(file, keys.concat(text(error.params.j))) }, 'value', [Number(error.params.j)]);
    default:
      return null; // `if` only reports that its branch failed, and the branch has said why
  }
}

/** Whether a field is not there, or holds no entry. */
function holdsNothing(value: unknown, keyword: string): boolean {
  return keyword === 'required' || value === null || (typeof value === 'object' && Object.keys(Object(value)).length === 0);
}

/** Whether what a path leads to may not be left out of its map. */
function isNeeded(root: SchemaNode, data: unknown, keys: readonly string[]): boolean {
  const holder = schemaAt(root, data, keys.slice(0, -1));
  return holder?.node.required?.includes(keys.at(-1) ?? '') === true;
}

/** A value that is none of those that a field takes, with the one that was meant where it can be seen. */
function wrongValue(file: ParsedFile, keys: readonly string[], path: Path, allowed: readonly string[], side: string | null): Issue {
  const value = valueAt(file.data, keys);
  const meant = side ?? (typeof value === 'string' ? (meantName(plainTrail(value).text, allowed) ?? plainMeant(value, allowed)) : null);
  const told = meant === null ? {} : { suggestion: quote(meant), corrected: file.source.corrected(path, { value: meant }) };
  return issue('wrong-value', file.source.at(path), { expected: allowed.join(' | '), found: foundText(file, keys), ...told });
}

/** The value itself, in plain characters. */
function plainMeant(value: string, allowed: readonly string[]): string | null {
  return allowed.find((each) => each === plainTrail(value).text) ?? null;
}

function tagsOf(root: SchemaNode, named: NamedNode | null): string[] {
  const tag = named?.node.discriminator?.propertyName ?? '';
  return (named?.node.oneOf ?? []).map((branch) => tagOf(root, branch, tag));
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function valueAt(data: unknown, keys: readonly string[]): unknown {
  let value = data;
  for (const key of keys) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** Keys as a path: numbers where they count the entries of a list. */
function pathOf(data: unknown, keys: readonly string[]): (string | number)[] {
  return keys.map((key, index) => (Array.isArray(valueAt(data, keys.slice(0, index))) ? Number(key) : key));
}

function foundText(file: ParsedFile, keys: readonly string[]): string {
  const value = valueAt(file.data, keys);
  if (value === null || value === undefined) return '@nothing';
  if (Array.isArray(value)) return '@list';
  if (typeof value === 'object') return '@map';
  return typeof value === 'string' ? quote(value) : written(file, keys);
}

/** A value as it is written. */
function written(file: ParsedFile, keys: readonly string[]): string {
  const value = valueAt(file.data, keys);
  const holder = valueAt(file.data, keys.slice(0, -1));
  return typeof holder === 'object' && holder !== null ? file.source.written(holder, keys.at(-1) ?? '') : String(value);
}

function typePhrase(named: NamedNode | null): string {
  const type = named?.node.type;
  return typeof type === 'string' ? `@type.${type}` : '@text';
}

/** What a map's keys must be, by the definition of the map. */
function keyPhrase(named: NamedNode): string {
  const name = named.name ?? '';
  if (levelTable(named) !== null) return `@${name}.key`;
  const patterns = Object.keys(named.node.patternProperties ?? {});
  return patterns.some((pattern) => pattern.startsWith('^(19[7-9]')) ? '@period' : '@name';
}

function choices(named: NamedNode | null, keyword: 'oneOf' | 'anyOf'): string {
  return (named?.node[keyword] ?? []).map((branch) => branch.required?.[0] ?? '').join(' | ');
}

function tagOf(root: SchemaNode, branch: SchemaNode, tag: string): string {
  const name = branch.$ref?.slice('#/$defs/'.length) ?? '';
  const node = root.$defs?.[name]?.properties?.[tag];
  return typeof node === 'object' ? String(node.const ?? '') : '';
}
