/*
 * Conditions of grants and of federation, in Google's expression language (CEL). They are not evaluated: what a condition
 * certainly requires is read from its conjunctions and disjunctions, and anything else requires nothing.
 */

/** Whether a condition holds only until some instant. */
export function endsByItself(expression: string): boolean {
  return required(expression, (part) => (ENDS.test(part) ? 'end' : null)).has('end');
}

const ENDS = /^request\.time < timestamp\((["'])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})\1\)$/;

/** Claims of a sign-in that a condition fixes to one value or one beginning, whichever of its alternatives holds. */
export function fixedClaims(expression: string): ReadonlySet<string> {
  return required(expression, (part) => CLAIM.exec(part)?.[1] ?? null);
}

const CLAIM = /^assertion\.(\w+)(?: == (["'])[^"'\\]+\2|\.startsWith\((["'])[^"'\\]+\3\))$/;

/** The only roles that an administrator of access gives and takes under a condition; null where it may be any. */
export function grantableRoles(expression: string): readonly string[] | null {
  const list = ONLY_ROLES.exec(expression.trim())?.[2];
  return list === undefined ? null : list.split(',').map((role) => role.trim().slice(1, -1));
}

const ONLY_ROLES =
  /^api\.getAttribute\((["'])iam\.googleapis\.com\/modifiedGrantsByRole\1, ?\[\]\)\.hasOnly\(\[((?:"[\w./-]+"|'[\w./-]+')(?:, ?(?:"[\w./-]+"|'[\w./-]+'))*)\]\)$/;

/** What every way to satisfy the expression has: of `||` what all sides have, of `&&` what any of them has. */
function required(expression: string, read: (part: string) => string | null): ReadonlySet<string> {
  const sides = split(expression, '||');
  // A conditional binds weaker than all of them: what stands beside it may not count.
  if (sides === null || split(expression, '?')?.length !== 1) return new Set();
  if (sides.length > 1) {
    const [first = new Set<string>(), ...others] = sides.map((side) => required(side, read));
    return new Set([...first].filter((claim) => others.every((other) => other.has(claim))));
  }
  const parts = split(expression, '&&') ?? [];
  if (parts.length > 1) return new Set(parts.flatMap((part) => [...required(part, read)]));
  const part = expression.trim().replace(/\s+/g, ' ');
  const found = read(part);
  if (found !== null) return new Set([found]);
  const inner = /^\((.*)\)$/.exec(part)?.[1];
  // `(a) && (b)` was split above, so these parentheses belong together, or `inner` has ones that do not.
  return inner === undefined ? new Set() : required(inner, read);
}

/** An expression taken apart at an operator outside texts and parentheses; null where these do not match up. */
function split(expression: string, operator: string): readonly string[] | null {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < expression.length; at += 1) {
    const character = expression[at] ?? '';
    if (character === '"' || character === "'") {
      const end = expression.indexOf(character, at + 1);
      // A backslash could hide where a text ends.
      if (end < 0 || expression.slice(at, end).includes('\\')) return null;
      at = end;
    } else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && expression.startsWith(operator, at)) {
      parts.push(expression.slice(start, at));
      at += operator.length - 1;
      start = at + 1;
    }
    if (depth < 0) return null;
  }
  if (depth !== 0) return null;
  parts.push(expression.slice(start));
  return parts;
}
