import { inNoFile } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import { bytesOfText } from '../../kernel/zip.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { BinaryFiles } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import { workbookCsv } from '../../report/workbook/delimited.js';
import type { WorkbookInput } from '../../report/workbook/pages.js';
import { linesOf, workbookOf } from '../../report/workbook/workbook.js';
import { xlsxOf } from '../../report/xlsx/xlsx.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { afterContract, isPeriod, selectContract } from '../../running/select.js';
import { noneOfYear, notSettled, settledUntil } from '../../running/settled-until.js';
import { typedFile } from '../../running/typed-file.js';
import { workbookInput } from '../../running/workbook-input.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export type ExportFormat = 'xlsx' | 'csv' | 'lines';

export interface ExportOptions {
  /** Null: the only one. Without it the period stands in its place. */
  readonly contract: string | null;
  /** Null: the last that is settled. */
  readonly period: string | null;
  /** Null: one period. */
  readonly year: string | null;
  readonly format: ExportFormat;
  /** Null: named after the contract and the period, in this folder. */
  readonly out: string | null;
  readonly folder: (path: string) => BinaryFiles;
}

/** How a file's name ends where nobody names it. */
const ENDS: Readonly<Record<ExportFormat, string>> = { xlsx: '.xlsx', csv: '.csv', lines: '-lines.csv' };

function bytesOf(input: WorkbookInput, format: ExportFormat, locale: Locale): Uint8Array {
  if (format === 'xlsx') return xlsxOf(workbookOf(input, locale));
  return bytesOfText(workbookCsv(format === 'csv' ? workbookOf(input, locale) : linesOf(input, locale)));
}

/** `concord export`: a settled period, or a year's, as a workbook or as delimited text; what does not replay is given to nobody. */
export async function writeExport(context: CommandContext, options: ExportOptions): Promise<Outcome> {
  const words = [options.contract, options.period].flatMap((word) => word ?? []);
  const { contract: named, rest } = await afterContract(context, words, isPeriod);
  const { contract, issues } = await selectContract(context, named, { until: context.asOf }, rest);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { year } = options;
  const wanted = rest[0] ?? contract.ledger.at(-1)?.statement.period ?? null;
  const isShown = ({ period }: { readonly period: string }) => (year === null ? period === wanted : period.startsWith(`${year}-`));
  const shown = contract.ledgerFolders.filter(isShown);
  const last = shown.at(-1)?.period;
  if (last === undefined) {
    const none = year === null ? notSettled(contract, wanted) : noneOfYear(contract, year);
    return failed([none], contract.texts, 2);
  }
  const settled = settledUntil(context, contract, last);
  if ('refused' in settled) return settled.refused;
  const entries = [...settled.before, settled.entry];
  const input = workbookInput(contract, entries, (entry) => isShown(entry.statement), year);
  const path = options.out ?? `${contract.id}-${year ?? last}${ENDS[options.format]}`;
  const { folder, file } = typedFile(path);
  if (file === '') return failed([issue('export-no-file', inNoFile('--out'), { found: path })], new Map(), 2);
  await options.folder(folder).writeBytes(file, bytesOf(input, options.format, context.locale));
  const report: Report = {
    document: () => ({ written: [path] }),
    blocks: (locale) => [toldLines(commandText('event-written', locale, { path }))],
  };
  return { ended: 0, report };
}
