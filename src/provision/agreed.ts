import type { ContractFolder } from '../contract/load-contract.js';
import { parseYaml } from '../contract/parse-yaml.js';
import type { Path } from '../contract/source.js';
import type { Position } from '../kernel/issue.js';

/** A contract without errors, with the texts from which it was read. */
export interface AgreedContract {
  readonly folder: Omit<ContractFolder, 'written'>;
  /** Root-relative path → text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Where things stand in a file of a contract; its first line where the file cannot be read. */
export function placesIn(texts: ReadonlyMap<string, string>, path: string): (at: Path) => Position {
  const file = parseYaml(path, texts.get(path) ?? '').file;
  return (at) => file?.source.at(at) ?? { path, line: 1, column: 1 };
}

/** A place as people cite it: `contracts/acme/contract.yaml:14`. */
export function clauseAt({ path, line }: Position): string {
  return `${path}:${line}`;
}
