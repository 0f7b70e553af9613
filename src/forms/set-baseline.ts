import { isMap, isNode, parseDocument } from 'yaml';
import { parseYaml } from '../contract/parse-yaml.js';
import { canonicalJson } from '../kernel/canonical.js';
import { isFields } from '../kernel/objects.js';

/** Metric → period → value, as they are written: a decimal, or a share with `%`. */
export type BaselineText = readonly {
  readonly metric: string;
  readonly values: readonly { readonly period: string; readonly value: string }[];
}[];

/**
 * The text of a contract with this history as its `baseline`, in the place of one that is there. Every other byte stays.
 * @param text a contract.yaml that has no issues.
 * @returns null where it is written in a way in which nothing else could be kept as it is.
 */
export function setBaseline(text: string, baseline: BaselineText): string | null {
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent' });
  if (!isMap(document.contents)) return null;
  const pair = document.contents.items.find(({ key }) => isNode(key) && String(key) === 'baseline');
  const block = `baseline:\n${baseline.map(metricLine).join('\n')}`;
  if (pair === undefined) return checked(text, `${text.trimEnd()}\n\n${block}\n`);
  const [start, valueEnd] = [isNode(pair.key) ? pair.key.range?.[0] : undefined, isNode(pair.value) ? pair.value.range?.[1] : undefined];
  if (start === undefined || valueEnd === undefined) return null;
  // blank lines below a block are counted with it, and stay
  const end = text.slice(0, valueEnd).trimEnd().length;
  const rest = text.slice(end);
  return checked(text, `${text.slice(0, start)}${block}${rest.startsWith('\n') ? '' : '\n'}${rest}`);
}

function metricLine({ metric, values }: BaselineText[number]): string {
  return `  ${metric}: { ${values.map(({ period, value }) => `${period}: ${value}`).join(', ')} }`;
}

/** The new text, where nothing but the baseline reads otherwise. */
function checked(text: string, edited: string): string | null {
  const [before, after] = [withoutBaseline(text), withoutBaseline(edited)];
  return before !== null && before === after ? edited : null;
}

function withoutBaseline(text: string): string | null {
  const data = parseYaml('contract.yaml', text).file?.data;
  if (!isFields(data)) return null;
  return canonicalJson({ ...data, baseline: null });
}
