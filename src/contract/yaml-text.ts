import { stringify, type ToStringOptions } from 'yaml';
import { escapedLines } from '../kernel/text.js';

/**
 * A value as YAML. A text that holds what ends a line to some readers alone is in double quotes, with an escape in its place: as it
 * stands it would be refused ({@link parseYaml}).
 */
export function yamlOf(
  value: object,
  options: ToStringOptions & { readonly schema?: 'core'; readonly aliasDuplicateObjects?: boolean } = {},
): string {
  const text = stringify(value, options);
  if (escapedLines(text) === text) return text;
  return escapedLines(stringify(value, { ...options, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }));
}
