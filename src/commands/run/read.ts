import { inNoFile } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { BinaryFiles } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import { docxOf } from '../../report/docx/docx.js';
import { signatureBlocks, type TermSheet, termSheet, termSheetBlocks, termSheetDocument } from '../../report/term-sheet.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';
import { typedFile } from '../../running/typed-file.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface ReadOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** The languages, beside each other. */
  readonly locales: readonly Locale[];
  /** A file to write; null: it is printed. */
  readonly docx: string | null;
  readonly folder: (path: string) => BinaryFiles;
}

/** `concord read`: a contract as sentences, each of them read back before it is shown; measures nothing. */
export async function read(context: CommandContext, options: ReadOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { terms } = contract.folder;
  const [first = context.locale, ...others] = options.locales;
  const sheet = termSheet(terms, [first, ...others]);
  if (options.docx !== null) return writeDocx(sheet, options.docx, options.folder);
  return { ended: 0, report: { document: () => termSheetDocument(sheet), blocks: () => termSheetBlocks(sheet) } };
}

async function writeDocx(sheet: TermSheet, path: string, folderOf: ReadOptions['folder']): Promise<Outcome> {
  const { folder, file } = typedFile(path);
  if (file === '') return failed([issue('export-no-file', inNoFile('--docx'), { found: path })], new Map(), 2);
  await folderOf(folder).writeBytes(file, docxOf([...termSheetBlocks(sheet), ...signatureBlocks(sheet)]));
  const report: Report = {
    document: () => ({ written: [path] }),
    blocks: (locale) => [toldLines(commandText('event-written', locale, { path }))],
  };
  return { ended: 0, report };
}
