import { isFields } from '../kernel/objects.js';
import { ENGINE } from './engine.js';

/*
 * Editors check a file by the schema that its first line names. Templates stand in the engine's own repository, and name the schemas beside
 * them; a repository that installs the engine has them in its package.
 */

/** Where the engine's own repository has its schemas. */
const OWN = 'schemas';
const INSTALLED = `node_modules/${ENGINE}/${OWN}`;

/** The file by which a folder of schemas is known. */
export const SCHEMA_OF_CONTRACTS = `${OWN}/contract.schema.json`;

/**
 * Where a repository has the schemas: a folder below its root; null where nothing says so.
 * @param hasOwn whether {@link SCHEMA_OF_CONTRACTS} is there
 * @param packageFile the text of its package.json; null: there is none
 */
export function schemasIn(hasOwn: boolean, packageFile: string | null): string | null {
  if (hasOwn) return OWN;
  return isPinned(packageFile) ? INSTALLED : null;
}

/** Whether a repository installs the engine as its package. @param packageFile the text of its package.json */
function isPinned(packageFile: string | null): boolean {
  return pinOf(packageFile) !== null;
}

/** What a repository's package.json names as its engine; null where it names none. */
export function pinOf(packageFile: string | null): string | null {
  const data = parsed(packageFile ?? '{}');
  if (!isFields(data) || !isFields(data.dependencies)) return null;
  const pin = data.dependencies[ENGINE];
  return typeof pin === 'string' ? pin : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const LINE = /^(# yaml-language-server: \$schema=(?:\.\.\/)+)schemas(\/[\w.-]+)\n/;

/** A text of ours with its first line as the repository has the schemas; without it where it has none. @param schemas {@link schemasIn} */
export function withSchemas(text: string, schemas: string | null): string {
  return text.replace(LINE, (_, up: string, name: string) => (schemas === null ? '' : `${up}${schemas}${name}\n`));
}
