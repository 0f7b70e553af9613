import type { Terms } from '../contract/model.js';
import { PAGE_FILE } from '../contract/paths.js';
import { digest, digestText, documentText } from '../kernel/canonical.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { Provenance, Statement, StatementBody } from './model.js';

/** Renders the document that people read, from the statement, its terms and the earlier statements. */
export type RenderStatement = (statement: Statement, terms: Terms, before: readonly LedgerEntry[]) => string;

/** The provenance of a statement, under its own checksum. */
export function provenanceOf(fields: Omit<Provenance, 'checksum'>): Provenance {
  return { ...fields, checksum: digest(fields) };
}

/**
 * Completes a body: its digest, the rendered document's digest, the provenance. The document is rendered when somebody first asks for one
 * of these two: what is settled in memory to score a later period is never read.
 */
export function sealStatement(
  body: StatementBody,
  terms: Terms,
  before: readonly LedgerEntry[],
  render: RenderStatement,
  from: Omit<Provenance, 'checksum' | 'statementMd'>,
): Statement {
  const sealed = { ...body, digest: digest(body) };
  const text = once(() => render({ ...sealed, provenance: provenanceOf({ ...from, statementMd: '' }) }, terms, before));
  const provenance = once(() => provenanceOf({ ...from, statementMd: digestText(text()) }));
  const statement: Statement = {
    ...sealed,
    get provenance() {
      return provenance();
    },
  };
  sealedTexts.set(statement, text);
  return statement;
}

function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | null = null;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

/** What people read of a statement, as it was sealed: written out, it need not be set again. */
const sealedTexts = new WeakMap<Statement, () => string>();

/** The body of a statement: all that its digest covers. */
export function bodyOf(statement: Statement): StatementBody {
  const { digest: _digest, provenance: _provenance, ...body } = statement;
  return body;
}

/** The bytes of a settled period's files. */
export function ledgerTexts(entry: LedgerEntry, before: readonly LedgerEntry[], render: RenderStatement): Map<string, string> {
  return new Map([
    ['terms.json', documentText(entry.terms)],
    ['evidence.json', documentText(entry.evidence)],
    ['statement.json', documentText(entry.statement)],
    [PAGE_FILE, sealedTexts.get(entry.statement)?.() ?? render(entry.statement, entry.terms, before)],
  ]);
}
