import type { Sight } from '../../intake/sight.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import type { Exports } from '../../ports/exports.js';
import { issue } from '../../words/issue.js';
import { fileNameOf, nameAt } from './import-taking.js';

/** Where files are looked for that hold the same. */
interface Standing {
  readonly exports: Exports;
  readonly data: string;
  /** Files of the table that give their place to the new ones. */
  readonly gone: readonly string[];
}

interface Placed {
  readonly path: string;
  readonly sight: Sight;
}

/** Files of one table that are to be taken in. */
interface Files {
  readonly sights: readonly Placed[];
  readonly table: string;
}

/**
 * That a file holds exactly what another file of its table holds, or one that comes before it: a month that was downloaded twice, or a copy
 * under another name. Rows without a key would count twice, without a word. The file that is there under the same name is itself; and two
 * months without a row are alike by right.
 * @param before paths of the files that come before it in the same call
 */
export async function againIssue(
  { path, sight }: Placed,
  { table, before }: { readonly table: string; readonly before: readonly string[] },
  { exports, data, gone }: Standing,
): Promise<Issue | null> {
  if (sight.rows === 0) return null;
  const standing = await exports.tableFiles(data, table);
  const others = standing.filter((each) => !gone.includes(each) && nameAt(each) !== fileNameOf(sight));
  const twin = await exports.twin(path, [...others, ...before]);
  if (twin === null) return null;
  const other = before.includes(twin) ? nameAt(twin) : `${data}/${table.replace('.', '/')}/${nameAt(twin)}`;
  return issue('import-again', inFile(sight.name, sight.headerLine), { file: sight.name, other });
}

/** The same of all that is taken in. */
export async function againIssues(taken: readonly Files[], standing: Standing): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const { sights, table } of taken) {
    for (const [index, placed] of sights.entries()) {
      const before = sights.slice(0, index).map(({ path }) => path);
      const found = await againIssue(placed, { table, before }, standing);
      if (found !== null) issues.push(found);
    }
  }
  return issues;
}
