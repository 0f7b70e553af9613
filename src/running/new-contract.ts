import { lintContract } from '../contract/lint/lint-contract.js';
import { loadContract } from '../contract/load-contract.js';
import { loadWorkspace } from '../contract/load-workspace.js';
import { inFile } from '../kernel/issue.js';
import type { Outcome, Report } from '../media/outcome.js';
import { code, toldLine, toldLines } from '../report/blocks.js';
import { commandText } from '../words/command-text.js';
import { issue } from '../words/issue.js';
import { cloudIssues } from './cloud-issues.js';
import type { CommandContext } from './context.js';
import { failed, hasErrors } from './issue-output.js';
import { editable } from './schemas.js';

/**
 * Writes the files of a new contract: only those that pass the check, and only where none is there yet.
 * @param present the files beside them that are there already
 * @param before what is told ahead of what was written
 */
export async function writeNewContract(
  context: CommandContext,
  id: string,
  drafted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
  before: Report['blocks'] = () => [],
): Promise<Outcome> {
  const made = await editable(context.files, drafted);
  for (const path of made.keys()) {
    if ((await context.files.read(path)) !== null) return failed([issue('file-exists', inFile(path), { path })], new Map(), 2);
  }
  const texts = new Map([...present, ...made]);
  const { folder, issues } = loadContract(id, texts);
  const found = [...issues, ...(folder === null ? [] : cloudIssues(folder, texts))];
  if (folder === null || hasErrors(found)) return failed(found, texts, 2);
  for (const [path, text] of made) await context.files.write(path, text);
  const written = [...made.keys()];
  const readsFiles = loadWorkspace(texts).workspace?.warehouse.engine !== 'bigquery';
  const advice = [...found, ...lintContract({ terms: folder.terms })].length;
  const blocks: Report['blocks'] = (locale) => [
    ...before(locale),
    toldLines(
      commandText('init-written', locale, { id }),
      ...written.map((path) => toldLine(code(path), 1)),
      commandText('init-checked', locale, { id, advice }),
      commandText(readsFiles ? 'init-next' : 'init-next-tables', locale, { id }),
    ),
  ];
  return { ended: 0, report: { document: () => ({ written }), blocks } };
}
