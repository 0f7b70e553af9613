import type { ReadableFiles } from '../ports/files.js';
import { SCHEMA_OF_CONTRACTS, schemasIn, withSchemas } from '../repository/schemas.js';

/** Texts that are to be written, by path, each naming the schema where this repository has it. */
export async function editable(files: ReadableFiles, texts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const hasOwn = (await files.read(SCHEMA_OF_CONTRACTS)) !== null;
  const schemas = schemasIn(hasOwn, await files.read('package.json'));
  return new Map([...texts].map(([path, text]) => [path, withSchemas(text, schemas)]));
}
