import type { Issue } from '../kernel/issue.js';
import { type Fields, isFields } from '../kernel/objects.js';
import { issue } from '../words/issue.js';
import { flowList } from './flow-text.js';
import { wideMadePlain } from './meant/characters.js';
import { quote } from './quote.js';
import type { NamedNode } from './schema-node.js';
import type { Path, Source } from './source.js';

/* Lists that are written as people write them: without brackets, in Chinese ones, with other signs than a plain comma between entries. */

/** What stands between entries. */
const BETWEEN = /\s*[,、，;；]\s*/u;
const OTHER_MARKS = /[、，;；]/u;
const BRACKETS = /^[\s[【［]+|[\s\]】］]+$/gu;

/**
 * One text where a list is needed. In brackets a comma ends the value, and what follows it is fields without one: all of it is the list.
 * @param holder the map that holds the field
 */
export function listIssue(text: string, path: Path, holder: Fields, source: Source): Issue {
  const names = source.keys(path.slice(0, -1));
  const behind = names.slice(names.indexOf(String(path.at(-1))) + 1);
  const end = behind.findIndex((name) => holder[name] !== null);
  const entries = [...entriesOf(text), ...behind.slice(0, end === -1 ? undefined : end)];
  const corrected = source.corrected(path, { value: flowList(entries.map((each) => each.replace(BRACKETS, ''))) });
  const params = { found: quote(text), corrected };
  return /^\s*[【［]|[】］]\s*$/u.test(text)
    ? issue('value-slip', source.at(path), { ...params, slip: '@slip.wide' })
    : issue('wrong-type', source.at(path), { ...params, expected: '@type.array' });
}

/** An entry of a list that is several: `[alice、ann]` has one entry. Null where its parts are none of the list's. */
export function joinedEntries(text: string, path: Path, { node }: NamedNode, file: unknown, source: Source): Issue | null {
  const parts = entriesOf(text);
  const pattern = new RegExp(node.pattern ?? '^$', 'u');
  const list = valueAt(file, path.slice(0, -1));
  if (!OTHER_MARKS.test(text) || !Array.isArray(list) || !parts.every((part) => pattern.test(part))) return null;
  const entries = list.flatMap((entry) => (typeof entry === 'string' ? entriesOf(entry) : [String(entry)]));
  const corrected = source.corrected(path.slice(0, -1), { value: flowList(entries) });
  return issue('value-slip', source.at(path), { found: quote(text), slip: '@slip.joined', corrected });
}

function entriesOf(text: string): readonly string[] {
  return wideMadePlain(text)
    .replace(BRACKETS, '')
    .split(BETWEEN)
    .filter((entry) => entry !== '');
}

/** What a path of plain data leads to. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) value = Array.isArray(value) ? value[Number(part)] : isFields(value) ? value[part] : undefined;
  return value;
}
