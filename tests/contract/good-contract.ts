import { readdirSync, readFileSync } from 'node:fs';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';

/** The contract without an issue that the tests of the contract language start from. */
export const GOOD_ID = 'acme-linkstar';

const FOLDER = new URL('../bad/good/', import.meta.url);

/** A path as the tests write it, relative to the contract's folder, as a path from the root. */
export function rootPath(file: string): string {
  return file === 'workspace.yaml' ? 'contracts/workspace.yaml' : `contracts/${GOOD_ID}/${file}`;
}

/** All files of the good contract by their path from the root. */
export function goodFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const read = (folder: string) => {
    for (const entry of readdirSync(new URL(`./${folder}`, FOLDER), { withFileTypes: true })) {
      if (entry.isDirectory()) read(`${folder}${entry.name}/`);
      else files.set(rootPath(`${folder}${entry.name}`), readFileSync(new URL(`${folder}${entry.name}`, FOLDER), 'utf8'));
    }
  };
  read('');
  return files;
}

/** An edit of a file: a text that occurs once in it, and what takes its place. */
export type Edit = readonly [file: string, find: string, replacement: string];

/** The good files with edits, and with other files in place of or beside them. */
export function editedFiles(edits: readonly Edit[], written: Readonly<Record<string, string>> = {}): Map<string, string> {
  const files = goodFiles();
  for (const [file, find, replacement] of edits) {
    const path = rootPath(file);
    const text = files.get(path) ?? '';
    const count = text.split(find).length - 1;
    if (count !== 1) throw new Error(`"${find}" occurs ${count} times in ${file}`);
    files.set(
      path,
      text.replace(find, () => replacement),
    );
  }
  for (const [file, text] of Object.entries(written)) files.set(rootPath(file), text);
  return files;
}

/** What is wrong with the edited contract: `code file:line:column`. */
export function codesOf(edits: readonly Edit[], written: Readonly<Record<string, string>> = {}, settled: readonly Terms[] = []): string[] {
  return loadContract(GOOD_ID, editedFiles(edits, written), { terms: settled, listed: new Map(), counted: new Set() }).issues.map(
    (issue) => issue.code,
  );
}
