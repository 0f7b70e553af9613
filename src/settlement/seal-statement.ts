import { PAGE_FILE } from '../contract/paths.js';
import { digest, digestText, documentText } from '../kernel/canonical.js';
import { withLater } from '../kernel/objects.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { Provenance, Statement, StatementBody } from './model.js';

/** Renders the document that people read, from a statement with what it stands on, and the earlier statements. */
export type RenderStatement = (entry: LedgerEntry, before: readonly LedgerEntry[]) => string;

/** What a statement stands on. */
export type Grounds = Pick<LedgerEntry, 'terms' | 'evidence'>;

/** The provenance of a statement, under its own checksum. */
export function provenanceOf(fields: Omit<Provenance, 'checksum'>): Provenance {
  return { ...fields, checksum: digest(fields) };
}

/**
 * Completes a body: its digest, the rendered document's digest, the provenance. None of them is computed before somebody asks for it:
 * what is settled in memory to score a later period is never read.
 */
export function sealStatement(
  body: StatementBody,
  grounds: Grounds,
  before: readonly LedgerEntry[],
  render: RenderStatement,
  from: Omit<Provenance, 'checksum' | 'statementMd'>,
): Statement {
  // whoever asks later may have put statements to the list by then
  const earlier = [...before];
  const sealed = withLater(body, { digest: () => digest(body) });
  const unsealed = (): Statement => ({ ...sealed, provenance: provenanceOf({ ...from, statementMd: '' }) });
  const page = withLater({}, { text: () => render({ ...grounds, statement: unsealed() }, earlier) });
  const statement = withLater(sealed, { provenance: () => provenanceOf({ ...from, statementMd: digestText(page.text) }) });
  pages.set(statement, page);
  return statement;
}

/** What people read of a statement, as it was sealed: written out, it need not be set again. */
const pages = new WeakMap<Statement, { readonly text: string }>();

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
    [PAGE_FILE, pages.get(entry.statement)?.text ?? render(entry, before)],
  ]);
}
