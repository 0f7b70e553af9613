import { CONTRACTS } from '../contract/paths.js';
import { fill, type Locale, type Params } from '../kernel/text.js';
import type { ReadableFiles } from '../ports/files.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { stackFile } from '../running/stack-settings.js';
import { CLOUD_PROGRAM, type CloudProgramText } from '../words/cloud-program.js';
import { readAgreedFiles } from './agreed-files.js';

/** The files that a stack is planned from, with what is to be said of them; or why none may be. */
export type StackFiles =
  | { readonly files: ReadableFiles; readonly said: string | null; readonly refused: null }
  | { readonly files: null; readonly refused: string };

/**
 * The contracts as both parties agreed to them, in the place of those that are checked out. An environment's reviewers look at
 * commits, and one of them is enough: what nobody agreed to is not applied whoever approves. A contract whose text is not agreed to
 * stays in the cloud as its last agreed text has it, and the others go on. Settings of the stack are rules of everybody: where nobody
 * agreed to them, nothing is changed.
 * @param local what is checked out.
 * @throws ShellError where the forge refuses.
 */
export async function agreedStack(local: ReadableFiles, forge: ForgeReads, stack: string, locale: Locale): Promise<StackFiles> {
  const words = (text: CloudProgramText, params: Params = {}): string => fill(CLOUD_PROGRAM[text], locale, { stack, ...params });
  const agreed = await readAgreedFiles(forge);
  if (agreed === null) return { files: null, refused: words('record-incomplete') };
  const file = stackFile(stack);
  const isAsMerged = (await local.read(file)) === (await agreed.files.read(file));
  if (!isAsMerged || !(await agreed.isRuleAgreed(file))) return { files: null, refused: words('settings-unagreed', { file }) };
  const paths = agreed.unagreed.map((path) => `  ${path}`).join('\n');
  return {
    files: { read: (path) => of(path).read(path), list: (folder) => of(folder).list(folder) },
    said: agreed.unagreed.length === 0 ? null : `${words('texts-unagreed')}\n${paths}`,
    refused: null,
  };

  function of(path: string): ReadableFiles {
    return path === CONTRACTS || path.startsWith(`${CONTRACTS}/`) ? (agreed?.files ?? local) : local;
  }
}
