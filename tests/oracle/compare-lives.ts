import { statementDifferences } from '../cases/compare-statement.js';
import { settleByTheBook } from './book.js';
import { type RandomLife, stepsOf } from './life.js';
import { type Life, settleByTheProduct } from './product.js';
import { inForm } from './statement-form.js';

/** What one life shows: the first statement that differs, a refusal (no life at all), or nothing; with what the product wrote. */
export type Finding =
  | { readonly is: 'same'; readonly statements: number; readonly ledger: Life['ledger'] }
  | { readonly is: 'refused'; readonly errors: string; readonly ledger: Life['ledger'] }
  /** The same up to a statement that holds for days without rows: that such days stand out is the product's judgement, no text of the language. */
  | { readonly is: 'silent'; readonly statements: number; readonly ledger: Life['ledger'] }
  | { readonly is: 'crash'; readonly text: string }
  | { readonly is: 'different'; readonly period: string; readonly step: number; readonly differences: readonly string[] };

/** Settles a life twice, by the product and by the book, and compares every statement of every step. */
export async function compareLife(life: RandomLife): Promise<Finding> {
  const steps = stepsOf(life);
  const product = await settleByTheProduct(steps);
  for (const { errors, crash } of product.steps) {
    if (crash !== null) return { is: 'crash', text: crash };
    if (errors !== '') return { is: 'refused', errors, ledger: product.ledger };
  }
  let book: ReturnType<typeof settleByTheBook>;
  try {
    book = settleByTheBook(steps);
  } catch (error) {
    return { is: 'crash', text: `the book: ${error instanceof Error ? error.stack : String(error)}` };
  }
  let statements = 0;
  for (const [step, { statements: found }] of product.steps.entries()) {
    const wanted = (book[step] ?? []).map(inForm);
    for (let at = 0; at < Math.max(found.length, wanted.length); at++) {
      const [got, want] = [found[at], wanted[at]];
      if (got === undefined || want === undefined) {
        const one = String((got ?? want)?.period);
        return { is: 'different', period: one, step, differences: [got === undefined ? 'no such statement' : 'a statement too many'] };
      }
      if (holdsForDays(got)) return { is: 'silent', statements, ledger: product.ledger };
      const differences = [
        ...statementDifferences(withoutRepeats(want), withoutRepeats(inProductForm(got))),
        ...heldDifferences(want, got),
      ];
      if (differences.length > 0) return { is: 'different', period: String(want.period), step, differences };
      statements++;
    }
  }
  return { is: 'same', statements, ledger: product.ledger };
}

type Json = Readonly<Record<string, unknown>>;
type Line = Readonly<Record<'id' | 'kind' | 'state', string>> & { readonly restHeld?: true };

/** What is still held of an earlier period stands in the product's list of what is held, not among its lines. */
function withoutRepeats(statement: Json): Json {
  const lines = (statement.lines as Line[])
    .filter(({ kind, state }) => kind !== 'true-up' || state !== 'held')
    .map(({ restHeld: _restHeld, ...line }) => line);
  return { ...statement, lines };
}

/** Whether a review of days is among the causes of anything, as its reason or in its trace; ids of reconciliations have no day. */
function holdsForDays(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { code, rule, with: params } = value as { code?: unknown; rule?: unknown; with?: { id?: unknown } };
  if ((code === 'unreviewed' || rule === 'unreviewed') && String(params?.id).includes('@')) return true;
  return Object.values(value).some(holdsForDays);
}

function heldDifferences(want: Json, got: Json): string[] {
  const name = (id: string) => id.replace(/^true-up\//, '');
  const wanted = new Set(
    (want.lines as Line[]).filter(({ state, restHeld }) => state === 'held' || restHeld === true).map(({ id }) => name(id)),
  );
  const found = new Set((got.held as { line: string }[]).map(({ line }) => name(line)));
  return [
    ...[...wanted].filter((id) => !found.has(id)).map((id) => `held/${id}: missing`),
    ...[...found].filter((id) => !wanted.has(id)).map((id) => `held/${id}: not expected`),
  ];
}

/** The product's statement, as far as it is compared. */
function inProductForm(statement: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kpis = (statement.kpis as Record<string, unknown>[]).map((kpi) => ({ actual: null, attainment: null, score: null, ...kpi }));
  return { composite: null, ...statement, kpis };
}
