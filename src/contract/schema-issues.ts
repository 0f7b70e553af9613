import { closest, distance } from 'fastest-levenshtein';
import type { Issue } from '../kernel/issue.js';
import { distinct } from '../kernel/objects.js';
import type { ContractIssueCode } from '../words/contract-issues.js';
import { type IssueParams, issue } from '../words/issue.js';
import { type LevelTable, wordedLevel } from './levels.js';
import type { ParsedFile } from './parse-yaml.js';
import { quote } from './quote.js';
import { type NamedNode, type SchemaNode, schemaAt } from './schema-node.js';
import { shareParams } from './share-meant.js';

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
/** Definitions whose text must carry a percent sign. */
const SHARES = new Set(['share', 'scheduledShare', 'shareOrNone']);
/** Definitions of maps whose keys are levels. */
const TABLES: Readonly<Record<string, LevelTable>> = {
  tierTable: 'tiers',
  scheduledTiers: 'tiers',
  pointTable: 'points',
  scheduledPoints: 'points',
  bandTable: 'bands',
  scheduledBands: 'bands',
};
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** The name that was probably meant, where one is near enough. */
export function suggestion(name: string, candidates: readonly string[]): { readonly suggestion?: string } {
  if (candidates.length === 0) return {};
  const best = closest(name, candidates);
  return distance(name, best) <= Math.max(1, Math.floor(name.length / 3)) && best !== name ? { suggestion: quote(best) } : {};
}

/** Turns a validator's errors into issues: one per mistake, at the place that the reader has to change. */
export function schemaIssues(root: SchemaNode, file: ParsedFile, errors: readonly ValidationError[]): Issue[] {
  const found = errors.slice(0, MOST_ERRORS).flatMap((error) => {
    const issue = issueOf(root, file, error);
    return issue === null ? [] : [{ issue, place: error.instancePath }];
  });
  // A misspelt field is also missing under its right name: that is said with the suggestion.
  const meant = new Set(
    found.flatMap(({ issue, place }) => (issue.code === 'unknown-field' ? [`${place} ${issue.params.suggestion}`] : [])),
  );
  const issues = found
    .filter(({ issue, place }) => issue.code !== 'missing-field' || !meant.has(`${place} ${issue.params.field}`))
    .map(({ issue }) => issue);
  const once = distinct(issues);
  const more = errors.length - MOST_ERRORS;
  return more > 0 ? [...once, issue('more-mistakes', file.source.at([]), { count: more, shown: MOST_ERRORS })] : once;
}

/** In `{ kind：cap }` a full-width colon makes one name of a field and its value. */
function meantName(name: string): string {
  return name.split('：', 1)[0] ?? name;
}

function issueOf(root: SchemaNode, file: ParsedFile, error: ValidationError): Issue | null {
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
  switch (error.keyword) {
    case 'required':
      // Inside a choice, "exactly one of" says it.
      if (/\/(oneOf|anyOf)\/\d+\/required$/.test(error.schemaPath)) return null;
      return at('missing-field', { field: quote(text(error.params.missingProperty)) }, 'key');
    case 'dependentRequired':
      return at('field-together', { field: quote(text(error.params.missingProperty)), other: quote(text(error.params.property)) }, 'key', [
        text(error.params.property),
      ]);
    case 'additionalProperties': {
      const name = text(error.params.additionalProperty);
      const fields = Object.keys(named?.node.properties ?? {});
      if (fields.length > 0) return at('unknown-field', { field: quote(name), ...suggestion(meantName(name), fields) }, 'key', [name]);
      const table = TABLES[named?.name ?? ''];
      const worded = table === undefined ? null : wordedLevel(table, name);
      if (table !== undefined && worded !== null)
        return at('level-direction', { found: quote(name), field: table, expected: quote(worded) }, 'key', [name]);
      return at('wrong-key', { found: quote(name), expected: keyPhrase(named) }, 'key', [name]);
    }
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
      const tagValue = error.params.tagValue;
      if (tagValue === undefined) return null; // `required` says it
      const allowed = (named?.node.oneOf ?? []).map((branch) => tagOf(root, branch, tag));
      const near = typeof tagValue === 'string' ? suggestion(tagValue, allowed) : {};
      return at('wrong-value', { expected: allowed.join(' | '), found: foundText(file, keys.concat(tag)), ...near }, 'value', [tag]);
    }
    case 'enum':
    case 'const': {
      const allowed = (named?.node.enum ?? [named?.node.const ?? '']).map(String);
      const near = typeof value === 'string' ? suggestion(value, allowed) : {};
      return at('wrong-value', { expected: allowed.join(' | '), found: foundText(file, keys), ...near }, 'value');
    }
    case 'type':
    case 'pattern': {
      const found = foundText(file, keys);
      if (isShareWithoutPercent(named, value)) return at('share-without-percent', shareParams(unquoted(found)), 'value');
      const type = error.keyword === 'type' && named?.name === null;
      return at(
        error.keyword === 'type' ? 'wrong-type' : 'wrong-form',
        { expected: type ? typePhrase(named) : `@${named?.name ?? 'text'}`, found },
        'value',
      );
    }
    case 'minimum':
    case 'maximum':
      return at(
        'out-of-range',
        { expected: `${error.keyword === 'minimum' ? '≥' : '≤'} ${text(error.params.limit)}`, found: foundText(file, keys) },
        'value',
      );
    case 'minItems':
    case 'minProperties':
      return at('wrong-count', { expected: `≥ ${text(error.params.limit)}`, found: Object.keys(Object(value)).length }, 'value');
    case 'maxItems':
      return at('wrong-count', { expected: `≤ ${text(error.params.limit)}`, found: Object.keys(Object(value)).length }, 'value');
    case 'uniqueItems':
      return at('repeated-entry', { found: foundText(file, keys.concat(text(error.params.j))) }, 'value', [Number(error.params.j)]);
    default:
      return null; // `if` only reports that its branch failed, and the branch has said why
  }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function unquoted(found: string): string {
  return found.replace(/^"(.*)"$/, '$1');
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
  if (typeof value === 'string') return quote(value);
  const holder = valueAt(file.data, keys.slice(0, -1));
  return typeof holder === 'object' && holder !== null ? file.source.written(holder, keys.at(-1) ?? '') : String(value);
}

function isShareWithoutPercent(named: NamedNode | null, value: unknown): boolean {
  if (named?.name === null || named?.name === undefined || !SHARES.has(named.name)) return false;
  return typeof value === 'number' || (typeof value === 'string' && PLAIN_NUMBER.test(value));
}

function typePhrase(named: NamedNode | null): string {
  const type = named?.node.type;
  return typeof type === 'string' ? `@type.${type}` : '@text';
}

/** What a map's keys must be, by the definition of the map. */
function keyPhrase(named: NamedNode | null): string {
  const name = named?.name ?? '';
  if (Object.hasOwn(TABLES, name)) return `@${name}.key`;
  const patterns = Object.keys(named?.node.patternProperties ?? {});
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
