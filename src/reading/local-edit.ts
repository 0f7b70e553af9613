import { contractOf, ownerOf } from '../gate/paths.js';
import { type Issue, inFile, inNoFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import type { ReadableFiles, WorkingTree } from '../ports/files.js';
import type { CommitFiles, TreeChange } from '../ports/forge.js';
import { issue } from '../words/issue.js';

/** What an edit is about: one contract, or (null) the rules around the contracts. */
export type Subject = { readonly contract: string | null };

export interface LocalEdit {
  readonly subject: Subject;
  /** Ascending by path. */
  readonly changes: readonly TreeChange[];
  /** Every path of the commit that it is compared with. */
  readonly paths: readonly string[];
}

export interface EditWanted {
  /** Only this contract's files, only the rules, or (null) whichever of the two there is. */
  readonly only: Subject | null;
  readonly branch: string;
}

/**
 * What a checkout has edited of a commit. Nothing is guessed: an edit of two subjects, a checkout that lacks the commit, and
 * files that are no text are issues.
 * @param local the checkout's files, as text.
 */
export async function readLocalEdit(
  tree: WorkingTree,
  local: ReadableFiles,
  commit: CommitFiles,
  { only, branch }: EditWanted,
): Promise<{ readonly edit: LocalEdit | null; readonly issues: readonly Issue[] }> {
  const refuse = (refused: Issue) => ({ edit: null, issues: [refused] });
  const found = await tree.files();
  if (found === null) return refuse(issue('propose-no-checkout', inFile('.')));
  if (!(await tree.contains(commit.commit)))
    return refuse(issue('propose-behind', inFile('.'), { branch, commit: commit.commit.slice(0, 12) }));
  const { items, complete } = await commit.entries();
  if (!complete) {
    throw new ShellError([issue('files-not-listed', inFile(commit.commit), { commit: commit.commit.slice(0, 12) })]);
  }
  const there = new Map(items.filter(({ mode }) => mode.startsWith('100')).map(({ path, sha }) => [path, sha]));
  const links = new Set(items.filter(({ mode }) => !mode.startsWith('100')).map(({ path }) => path));
  const names = [...new Set([...there.keys(), ...found.blobs.keys(), ...found.others])].sort();
  const differ = names.filter((path) => there.get(path) !== found.blobs.get(path) || (found.others.includes(path) && !links.has(path)));
  const edited = differ.filter((path) => only === null || subjectOf(path).contract === only.contract);
  const subjects = [...new Set(edited.map((path) => subjectOf(path).contract))];
  const [contract] = subjects;
  if (contract === undefined) return refuse(issue('propose-nothing', inFile('.'), { branch }));
  if (subjects.length > 1) return refuse(issue('propose-mixed', inNoFile('propose'), { found: subjects.map((each) => each ?? '(rules)') }));
  const issues: Issue[] = [];
  const changes: TreeChange[] = [];
  for (const path of edited) {
    const owner = ownerOf(path);
    if (owner.kind === 'contract' && owner.part === 'ledger') issues.push(issue('propose-ledger', inFile(path), { path }));
    const text = found.blobs.has(path) ? await local.read(path) : null;
    const isText = found.blobs.has(path) ? text !== null && !/[\uFFFD\0]/.test(text) : !found.others.includes(path);
    if (isText) changes.push({ path, text });
    else issues.push(issue('propose-not-text', inFile(path), { path }));
  }
  return issues.length > 0 ? { edit: null, issues } : { edit: { subject: { contract }, changes, paths: [...there.keys()] }, issues };
}

function subjectOf(path: string): Subject {
  return { contract: contractOf(path) };
}
