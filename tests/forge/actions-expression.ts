import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionInfo } from '@actions/expressions/funcs/info';

/* The expressions of workflow files, evaluated by GitHub's own implementation; only what depends on the run is said here. */

export interface ExpressionContext {
  /** `github`, `vars`, `secrets`, `steps` as plain data. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether every step so far went well. */
  readonly succeeded: boolean;
}

const CONTEXTS = ['github', 'vars', 'secrets', 'steps', 'needs'];
const OF_THE_RUN: FunctionInfo[] = ['success', 'failure'].map((name) => ({ name, minArgs: 0, maxArgs: 0 }));

/** The value of an expression, as GitHub writes it where it is put in. @throws Error where GitHub would refuse it. */
function resultOf(source: string, { values, succeeded }: ExpressionContext): data.ExpressionData {
  const tree = new Parser(new Lexer(source).lex().tokens, CONTEXTS, OF_THE_RUN).parse();
  const given = JSON.parse(JSON.stringify(values), data.reviver) as data.Dictionary;
  for (const name of CONTEXTS) if (given.get(name) === undefined) given.add(name, new data.Dictionary());
  const answers = new Map(
    [succeeded, !succeeded].map((answer, index) => {
      const info = OF_THE_RUN[index] as FunctionInfo;
      return [info.name, { ...info, call: () => new data.BooleanData(answer) }];
    }),
  );
  return new Evaluator(tree, given, answers).evaluate();
}

/** The text that an expression puts in its place. */
export function evaluate(source: string, context: ExpressionContext): string {
  return resultOf(source, context).coerceString();
}

function isTrue(value: data.ExpressionData): boolean {
  if (value instanceof data.Null) return false;
  if (value instanceof data.BooleanData) return value.value;
  if (value instanceof data.StringData) return value.value !== '';
  return !(value instanceof data.NumberData) || (value.value !== 0 && !Number.isNaN(value.value));
}

/** Whether an `if` lets a step or a job run: without a word about success it asks for it. */
export function mayRun(condition: string, context: ExpressionContext): boolean {
  const asks = /\b(success|failure)\(/.test(condition);
  if (!asks && !context.succeeded) return false;
  return condition === '' || isTrue(resultOf(condition, context));
}

/** A text with its expressions filled in. */
export function interpolate(text: string, context: ExpressionContext): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, source: string) => evaluate(source.trim(), context));
}
