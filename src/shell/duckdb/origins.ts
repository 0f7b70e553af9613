import type { FileColumns } from '../../query/absent-column.js';
import type { RawFile } from './raw-place.js';

/** What is known of a source's files, once it could be read. */
export interface Origins {
  places(): Promise<readonly RawFile[]>;
  /** Columns per file of the tables behind it, and those among them that are used. */
  readonly files: readonly FileColumns[];
  readonly used: ReadonlySet<string>;
}
