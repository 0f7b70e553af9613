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

/** Completes a body: its digest, the rendered document's digest, the provenance. */
export function sealStatement(
  body: StatementBody,
  terms: Terms,
  before: readonly LedgerEntry[],
  render: RenderStatement,
  from: Omit<Provenance, 'checksum' | 'statementMd'>,
): Statement {
  const draft: Statement = { ...body, digest: digest(body), provenance: provenanceOf({ ...from, statementMd: '' }) };
  const text = render(draft, terms, before);
  const statement = { ...draft, provenance: provenanceOf({ ...from, statementMd: digestText(text) }) };
  sealedTexts.set(statement, text);
  return statement;
}

/** What people read of a statement, as it was sealed: written out, it need not be set again. */
const sealedTexts = new WeakMap<Statement, string>();

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
    [PAGE_FILE, sealedTexts.get(entry.statement) ?? render(entry.statement, entry.terms, before)],
  ]);
}
