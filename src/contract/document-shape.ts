import * as validators from '../generated/document-validators.js';
import { hasTermOfContract } from './term-length.js';

/** The documents of a ledger. */
export type DocumentKind = 'terms' | 'evidence' | 'statement';

/** A compiled validator: says whether data is accepted and leaves the errors of the last call on itself. */
interface Validate {
  (data: unknown): boolean;
  errors?:
    | readonly { readonly instancePath: string; readonly keyword: string; readonly params: Readonly<Record<string, unknown>> }[]
    | null;
}

const VALIDATORS: Readonly<Record<DocumentKind, Validate>> = validators;

/**
 * Holds a document of the ledger against its schema.
 * @returns the first thing that is wrong, as a JSON pointer and the schema's keyword (`/lines/0/amount: pattern`), the same
 * in every language; null where the document has the shape of its kind.
 */
export function documentShape(kind: DocumentKind, data: unknown): string | null {
  const validate = VALIDATORS[kind];
  if (validate(data)) return kind === 'terms' && !hasTermOfContract(data) ? '/contract/term: maximum' : null;
  const error = validate.errors?.at(-1);
  const name = error?.params.missingProperty ?? error?.params.additionalProperty;
  return `${error?.instancePath ?? ''}/${typeof name === 'string' ? name : ''}: ${error?.keyword ?? 'type'}`.replace(/\/:/, ':');
}
