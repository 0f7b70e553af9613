import { contractFile, WORKSPACE_FILE } from '../contract/paths.js';
import type { Fault, PullRequestFacts } from '../gate/facts.js';
import { contractOf, namesOf } from '../gate/paths.js';
import type { Issue } from '../kernel/issue.js';
import { distinct } from '../kernel/objects.js';
import { ShellError } from '../ports/failure.js';
import type { CommitFiles, ForgeRepository } from '../ports/forge.js';
import { policyText } from './gate-policy.js';
import { mergedFiles } from './merged-files.js';

/**
 * What the checks say of the text that a merge would make, where it touches a contract or the workspace: a default branch that
 * does not pass them has no policy, and then nothing could be decided any more. Untouched contracts are not held against it.
 */
export async function readFaults(
  repository: ForgeRepository,
  /** As it is trusted. */
  base: CommitFiles,
  head: CommitFiles,
  files: PullRequestFacts['files']['items'],
): Promise<readonly Fault[]> {
  const names = new Set(files.flatMap(namesOf));
  const touched = new Set([...names].flatMap((path) => contractOf(path) ?? []));
  const isAll = names.has(WORKSPACE_FILE);
  if (touched.size === 0 && !isAll) return [];
  try {
    const { result, contractProblems, issues } = await policyText(await mergedFiles(base, head, names), repository);
    const faults = issues
      .filter(({ at }) => isAll || at.path === WORKSPACE_FILE || touched.has(contractOf(at.path) ?? ''))
      .map((issue): Fault => ({ path: issue.at.path, line: issue.at.line, code: issue.code }));
    // What is missing has just been named, file by file; a list that names somebody for both parties is an error of no file.
    const policy = result.problems.map(({ code }): Fault => ({ path: WORKSPACE_FILE, line: 1, code }));
    const lists = [...contractProblems]
      .filter(([id]) => isAll || touched.has(id))
      .flatMap(([id, problems]) =>
        problems.filter(({ code }) => code !== 'policy-missing').map(({ code }): Fault => ({ path: contractFile(id), line: 1, code })),
      );
    return distinct([...faults, ...policy, ...lists]);
  } catch (error) {
    const issue = unreadable(error);
    if (issue === null) throw error;
    return [{ path: String(issue.params.path), line: 1, code: issue.code }];
  }
}

/** The issue of a file that is no text or far too large; null for any other failure. */
export function unreadable(error: unknown): Issue | null {
  const issue = error instanceof ShellError ? error.issues[0] : undefined;
  return issue !== undefined && (issue.code === 'forge-not-text' || issue.code === 'forge-too-large') ? issue : null;
}
