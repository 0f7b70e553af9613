/*
 * The expressions of workflow files, as far as ours go: `||`, `&&`, `==`, `!=`, `!`, brackets, paths with `[0]` and `.*`, and the
 * functions contains, join, success and failure. Anything else is an error, never a guess.
 */

export interface ExpressionContext {
  /** `github`, `vars`, `secrets`, `steps` as plain data. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether every step so far went well. */
  readonly succeeded: boolean;
}

const TOKEN = /\s*(\|\||&&|==|!=|[!()[\],]|\.\*|\.|'(?:[^']|'')*'|\d+|[A-Za-z_][\w-]*)/y;

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const text = source.trim();
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new Error(`not understood: ${source}`);
    tokens.push(token);
  }
  return tokens;
}

const isTrue = (value: unknown): boolean => !(value === undefined || value === null || value === false || value === '' || value === 0);
/** As GitHub compares: what is not there is as good as an empty text, and case says nothing. */
const comparable = (value: unknown): string => (value === undefined || value === null ? '' : String(value).toLowerCase());

/** The value of an expression. @throws Error where it is not understood. */
export function evaluate(source: string, context: ExpressionContext): unknown {
  const tokens = tokensOf(source);
  let position = 0;
  const peek = () => tokens[position];
  const take = (expected?: string): string => {
    const token = tokens[position++];
    if (token === undefined || (expected !== undefined && token !== expected)) throw new Error(`not understood: ${source}`);
    return token;
  };

  const either = (): unknown => {
    let value = both();
    while (peek() === '||') {
      take();
      const other = both();
      value = isTrue(value) ? value : other;
    }
    return value;
  };
  const both = (): unknown => {
    let value = compared();
    while (peek() === '&&') {
      take();
      const other = compared();
      value = isTrue(value) ? other : value;
    }
    return value;
  };
  const compared = (): unknown => {
    const value = single();
    if (peek() !== '==' && peek() !== '!=') return value;
    const same = take() === '==';
    return (comparable(value) === comparable(single())) === same;
  };
  const single = (): unknown => {
    const token = take();
    if (token === '!') return !isTrue(single());
    if (token === '(') {
      const value = either();
      take(')');
      return value;
    }
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^\d+$/.test(token)) return Number(token);
    if (peek() === '(') return called(token);
    return path(context.values[token]);
  };
  const called = (name: string): unknown => {
    take('(');
    const given: unknown[] = [];
    while (peek() !== ')') {
      given.push(either());
      if (peek() === ',') take();
    }
    take(')');
    const [first, second] = given;
    if (name === 'success') return context.succeeded;
    if (name === 'failure') return !context.succeeded;
    if (name === 'join' && Array.isArray(first)) return first.map(comparable).join(',');
    if (name === 'contains') return comparable(first).includes(comparable(second));
    throw new Error(`unknown function ${name}`);
  };
  const path = (start: unknown): unknown => {
    let value = start;
    for (;;) {
      const token = peek();
      if (token === '.') {
        take();
        const key = take();
        value = Array.isArray(value) ? value.map((each: unknown) => fieldOf(each, key)) : fieldOf(value, key);
      } else if (token === '.*') {
        take();
        value = Array.isArray(value) ? value : [];
      } else if (token === '[') {
        take();
        const index = Number(take());
        take(']');
        value = Array.isArray(value) ? value[index] : undefined;
      } else return value;
    }
  };

  const value = either();
  if (position < tokens.length) throw new Error(`not understood: ${source}`);
  return value;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** Whether an `if` lets a step or a job run: without a word about success it asks for it. */
export function mayRun(condition: string, context: ExpressionContext): boolean {
  const asks = /\b(success|failure)\(/.test(condition);
  if (!asks && !context.succeeded) return false;
  return condition === '' || isTrue(evaluate(condition, context));
}

/** A text with its expressions filled in. */
export function interpolate(text: string, context: ExpressionContext): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, source: string) => {
    const value = evaluate(source, context);
    return value === undefined || value === null ? '' : String(value);
  });
}
