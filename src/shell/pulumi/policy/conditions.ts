/*
 * Conditions of grants and of federation, in Google's expression language (CEL). They are not evaluated: only a plain
 * conjunction of known tests is accepted, and anything that could widen it is not.
 */

const ENDS = /^request\.time < timestamp\((["'])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})\1\)$/;

/** Whether a condition holds only until some instant. */
export function endsByItself(expression: string): boolean {
  return conjuncts(expression).some((part) => ENDS.test(part));
}

/** Claims of a sign-in that a condition fixes to one value, or `ref` and `event_name` to one form. */
export function fixedClaims(expression: string): ReadonlySet<string> {
  return new Set(conjuncts(expression).flatMap((part) => CLAIM.exec(part)?.[1] ?? []));
}

const CLAIM = /^assertion\.(\w+)(?: == (["'])[^"'\\]+\2|\.startsWith\((["'])[^"'\\]+\3\))$/;

/** The parts that must all hold; none where a part may stand for another. */
function conjuncts(expression: string): readonly string[] {
  const bare = expression.replace(/"[^"\\]*"|'[^'\\]*'/g, (text) => text.replace(/[^"']/g, '_'));
  if (/\|\||[?!]/.test(bare)) return [];
  return expression.split('&&').map((part) => part.trim().replace(/\s+/g, ' '));
}
