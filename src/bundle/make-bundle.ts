import { documentText } from '../kernel/canonical.js';
import { linesEndAlike } from '../kernel/text.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Statement } from '../settlement/model.js';
import { provenanceOf } from '../settlement/seal-statement.js';
import { instructions } from './instructions.js';
import { digestsOf, manifestOf } from './manifest.js';
import { documentIn, type ENGINES, eventIn, INSTRUCTIONS, MANIFEST, PAGE, queriesIn, VERIFIER } from './paths.js';

/** What a bundle is made of. */
export interface BundleParts {
  /** From the contract's first statement to the one that the bundle is of; at least that one. */
  readonly entries: readonly LedgerEntry[];
  /** The text of that statement's page. */
  readonly page: string;
  /** The texts of the contract's event files, by name; those that no statement counted are left out. */
  readonly events: ReadonlyMap<string, string>;
  readonly queries: Readonly<Record<(typeof ENGINES)[number], string>>;
  /** The text of `verify.mjs`. */
  readonly verifier: string;
  /** Version of this engine. */
  readonly engine: string;
}

/** Every file of a bundle by its path, as text: the same for whoever makes it. */
export function bundleTexts({ entries, page, events, queries, verifier, engine }: BundleParts): ReadonlyMap<string, string> {
  const last = entries.at(-1)?.statement;
  if (last === undefined) throw new RangeError('a bundle is of a statement');
  const counted = new Set(entries.flatMap(({ statement }) => statement.events.map(({ file }) => file)));
  const texts = new Map<string, string>([
    [PAGE, linesEndAlike(page)],
    [VERIFIER, verifier],
    [queriesIn('duckdb'), queries.duckdb],
    [queriesIn('bigquery'), queries.bigquery],
  ]);
  for (const file of counted) texts.set(eventIn(file), linesEndAlike(events.get(file) ?? ''));
  for (const { terms, evidence, statement } of entries) {
    const { period } = statement;
    texts.set(documentIn(period, 'terms'), documentText(terms));
    texts.set(documentIn(period, 'evidence'), documentText(evidence));
    texts.set(documentIn(period, 'statement'), documentText(withoutAccounts(statement)));
  }
  const about = { contract: last.contract, period: last.period, engine, statement: last.digest };
  texts.set(INSTRUCTIONS, instructions(about, digestsOf(texts, [])));
  texts.set(MANIFEST, documentText(manifestOf(about, texts)));
  return texts;
}

/**
 * A statement without the accounts of those who approved its terms: they stand outside its digest, in the repository alone, and a bundle
 * goes to people who are no party.
 */
function withoutAccounts(statement: Statement): Statement {
  const { agreement, checksum: _checksum, ...fields } = statement.provenance;
  return agreement === undefined ? statement : { ...statement, provenance: provenanceOf(fields) };
}
