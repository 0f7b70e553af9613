import type { Issue } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import type { ParsedFile } from './parse-yaml.js';
import { quote } from './quote.js';
import { type SchemaNode, schemaAt } from './schema-node.js';

/** Definitions of what people write for people; any other value has a form of its own, and a comment after it is one. */
const TEXTS = new Set(['text', 'plain', 'registered']);

/** Texts for people that end at a # which was meant as a part of them: a definition that is agreed would be another one. */
export function cutTexts(root: SchemaNode, { data, source }: ParsedFile): readonly Issue[] {
  return source.cutTexts().flatMap(({ path, text, rest }): readonly Issue[] => {
    const named = schemaAt(root, data, path.map(String));
    if (!TEXTS.has(named?.name ?? '')) return [];
    const end = source.endOf(path);
    const at = { ...end, column: end.column + rest.indexOf('#') };
    const corrected = source.corrected(path, { value: JSON.stringify(text + rest) });
    return [issue('text-cut', at, { text: quote(text), found: quote(rest.trim()), whole: corrected })];
  });
}
