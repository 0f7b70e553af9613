import type { PeriodId } from '../kernel/calendar.js';
import { digestText } from '../kernel/canonical.js';
import { MANIFEST } from './paths.js';

/** What a bundle is of, and the digest of every other file of it: its file `bundle.json` (schemas/bundle.schema.json). */
export interface Manifest {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Bundle';
  readonly contract: string;
  readonly period: PeriodId;
  /** Version of the engine that made it. */
  readonly engine: string;
  /** The statement's digest. */
  readonly statement: string;
  readonly files: readonly { readonly path: string; readonly digest: string }[];
}

export type About = Pick<Manifest, 'contract' | 'period' | 'engine' | 'statement'>;

/** @param texts every file of the bundle; its own manifest is passed over. */
export function manifestOf(about: About, texts: ReadonlyMap<string, string>): Manifest {
  return { apiVersion: 'concord/v1', kind: 'Bundle', ...about, files: digestsOf(texts, [MANIFEST]) };
}

/** Digests of texts by path, ascending, without some. */
export function digestsOf(texts: ReadonlyMap<string, string>, without: readonly string[]): Manifest['files'] {
  const paths = [...texts.keys()].filter((path) => !without.includes(path)).sort();
  return paths.map((path) => ({ path, digest: digestText(texts.get(path) ?? '') }));
}
