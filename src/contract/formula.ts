import type { Expression } from './model.js';

/** What is wrong with a formula, and at which character (0-based). */
export interface FormulaProblem {
  readonly problem: 'character' | 'operand' | 'operator' | 'bracket' | 'arguments' | 'depth';
  readonly index: number;
}

/** A formula before its names are told apart into measures and metrics. */
export type WrittenExpression =
  | { readonly number: string }
  | { readonly name: string; readonly index: number }
  | { readonly negate: WrittenExpression }
  | { readonly op: '+' | '-' | '*' | '/' | 'min' | 'max'; readonly left: WrittenExpression; readonly right: WrittenExpression };

/** Names that the formula language keeps for itself. */
export const FUNCTIONS: readonly string[] = ['min', 'max'];

interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
  readonly index: number;
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|([-+*/(),]))/y;
const MAX_DEPTH = 60;

class Problem extends Error {
  constructor(readonly detail: FormulaProblem) {
    super(detail.problem);
  }
}

/**
 * Parses a metric's formula: measures, metrics, decimals, `+ - * / ( )`, unary minus, `min`, `max` (section 3).
 * `min(a, b, c)` folds to two operands at a time, from the left.
 */
export function parseFormula(text: string): { readonly expression: WrittenExpression } | { readonly problem: FormulaProblem } {
  try {
    return { expression: new Parser(tokensOf(text)).whole() };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.detail };
    throw error;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (text.slice(position).trim() !== '') {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    const start = position + (/^\s*/.exec(text.slice(position))?.[0].length ?? 0);
    if (match === null) throw new Problem({ problem: 'character', index: start });
    const [, number, name, symbol] = match;
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'symbol';
    tokens.push({ kind, text: number ?? name ?? symbol ?? '', index: start });
    position = TOKEN.lastIndex;
  }
  tokens.push({ kind: 'end', text: '', index: text.trimEnd().length });
  return tokens;
}

/** Recursive descent: sum → product → signed → operand. */
class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): WrittenExpression {
    const expression = this.sum();
    if (this.peek().kind !== 'end')
      throw new Problem({ problem: this.peek().text === ')' ? 'bracket' : 'operator', index: this.peek().index });
    return expression;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', index: 0 };
  }

  private take(symbol: string): boolean {
    const found = this.peek().kind === 'symbol' && this.peek().text === symbol;
    if (found) this.at += 1;
    return found;
  }

  private sum(): WrittenExpression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Problem({ problem: 'depth', index: this.peek().index });
    let left = this.product();
    for (;;) {
      if (this.take('+')) left = { op: '+', left, right: this.product() };
      else if (this.take('-')) left = { op: '-', left, right: this.product() };
      else break;
    }
    this.depth -= 1;
    return left;
  }

  private product(): WrittenExpression {
    let left = this.signed();
    for (;;) {
      if (this.take('*')) left = { op: '*', left, right: this.signed() };
      else if (this.take('/')) left = { op: '/', left, right: this.signed() };
      else return left;
    }
  }

  private signed(): WrittenExpression {
    let negative = false;
    while (this.take('-')) negative = !negative;
    const operand = this.operand();
    return negative ? { negate: operand } : operand;
  }

  private operand(): WrittenExpression {
    const token = this.peek();
    if (token.kind === 'number') {
      this.at += 1;
      return { number: token.text };
    }
    if (token.kind === 'name') {
      this.at += 1;
      return FUNCTIONS.includes(token.text) ? this.call(token) : { name: token.text, index: token.index };
    }
    if (this.take('(')) {
      const inner = this.sum();
      if (!this.take(')')) throw new Problem({ problem: 'bracket', index: token.index });
      return inner;
    }
    throw new Problem({ problem: 'operand', index: token.index });
  }

  private call(name: Token): WrittenExpression {
    if (!this.take('(')) throw new Problem({ problem: 'arguments', index: name.index });
    const op = name.text === 'min' ? 'min' : 'max';
    let left = this.sum();
    let count = 1;
    while (this.take(',')) {
      left = { op, left, right: this.sum() };
      count += 1;
    }
    if (!this.take(')')) throw new Problem({ problem: 'bracket', index: name.index });
    if (count < 2) throw new Problem({ problem: 'arguments', index: name.index });
    return left;
  }
}

/** Every name in a formula, with where it stands. */
export function namesIn(expression: WrittenExpression): { readonly name: string; readonly index: number }[] {
  if ('number' in expression) return [];
  if ('name' in expression) return [expression];
  if ('negate' in expression) return namesIn(expression.negate);
  return [...namesIn(expression.left), ...namesIn(expression.right)];
}

/** The expression with every name told apart; a name that is neither is taken for a measure, and the check refuses it. */
export function resolveNames(expression: WrittenExpression, isMetric: (name: string) => boolean): Expression {
  if ('number' in expression) return expression;
  if ('name' in expression) return isMetric(expression.name) ? { metric: expression.name } : { measure: expression.name };
  if ('negate' in expression) return { negate: resolveNames(expression.negate, isMetric) };
  return { op: expression.op, left: resolveNames(expression.left, isMetric), right: resolveNames(expression.right, isMetric) };
}
