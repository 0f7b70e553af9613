import type { Terms } from '../../src/contract/model.js';
import type { Evidence } from '../../src/evidence/model.js';
import type { JsonEvidence, JsonScore, JsonStatement, JsonTerms } from '../../src/generated/documents.js';
import type { Statement } from '../../src/settlement/model.js';
import type { ScoreDocument } from '../../src/settlement/settled-since.js';

/*
 * Compiled, never run: the schemas of documents and the models that the program computes with must say the same.
 * A field that only one of them has, or that they type differently, fails the compiler here.
 */

/** The generated type as the program treats documents: nothing in them is changed. */
type Frozen<T> = T extends readonly (infer E)[] ? readonly Frozen<E>[] : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** The same with every optional field required, so that a field which only one side knows is noticed. */
type Full<T> = T extends readonly (infer E)[] ? readonly Full<E>[] : T extends object ? { readonly [K in keyof T]-?: Full<T[K]> } : T;

type Assignable<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** True where each type is assignable to the other, as it is and with every field required. */
type Same<A, B> = Assignable<A, B> & Assignable<Full<A>, Full<B>>;

export const SAME: readonly [
  Same<Frozen<JsonTerms>, Terms>,
  Same<Frozen<JsonEvidence>, Evidence>,
  Same<Frozen<JsonScore>, ScoreDocument>,
  Same<Frozen<JsonStatement>, Statement>,
] = [true, true, true, true];
