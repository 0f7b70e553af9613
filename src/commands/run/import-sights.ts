import { spoiledFrom } from '../../intake/presets.js';
import { ratesOf } from '../../intake/rates.js';
import { type Sight, see, type Unseen } from '../../intake/sight.js';
import { visibleName } from '../../kernel/characters.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import type { Exports, NoExport, ReadExport } from '../../ports/exports.js';
import type { ImportFrame } from '../../running/contract-frame.js';
import { issue } from '../../words/issue.js';

/** What is seen in files, or why something is not. */
export async function seenOf(
  exports: Exports,
  paths: readonly string[],
  sheet: string | null,
): Promise<{ readonly files: readonly { readonly path: string; readonly sight: Sight }[] } | { readonly issues: readonly Issue[] }> {
  const files: { path: string; sight: Sight }[] = [];
  const issues: Issue[] = [];
  for (const path of paths) {
    const raw = await exports.read(path, sheet);
    if (raw === null) issues.push(issue('import-no-file', inFile(path), { file: path }));
    else if ('isNot' in raw) issues.push(notRead(raw, sheet));
    else {
      const found = seenIn(raw);
      if ('code' in found) issues.push(found);
      else files.push({ path, sight: found });
    }
  }
  return issues.length > 0 ? { issues } : { files };
}

function seenIn(raw: ReadExport): Sight | Issue {
  const found = see(raw);
  if (!('unseen' in found)) return found;
  const { unseen, line } = found;
  if (unseen !== 'tables' || raw.form === 'text') return noTable(raw.name, unseen, { line });
  const sheet = visibleName(raw.sheet ?? '')
    .replaceAll('|', ' ')
    .slice(0, 60);
  return noTable(raw.name, 'tables-in-sheet', { line, sheet });
}

/** A file that a spreadsheet has spoiled; where its table is named it may be the reader's own, but rounded ids are lost in any table. */
export function spoiledIssue(sight: Sight, frame: ImportFrame, table: string | null): Issue[] {
  const spoiled = spoiledFrom(sight, frame);
  if (spoiled === null || (table !== null && spoiled.by === 'times')) return [];
  const { pack, by, column, line } = spoiled;
  const sign = `@spoiled.${by}:${column.slice(0, 40).replaceAll('|', ' ')}`;
  return [issue('import-spoiled', inFile(sight.name, line ?? sight.headerLine), { file: sight.name, pack, sign })];
}

/**
 * That days cannot be told: by a column that counts since 1970, or is called so and holds others than dates, by days that lie ahead, or because
 * there is none.
 */
export function noTime(sight: Sight): Issue {
  if (sight.rows === 0) return noTable(sight.name, 'no-rows', { at: sight.headerLine });
  const counted = sight.columns.find(({ epoch }) => epoch !== null);
  if (counted?.epoch != null) {
    const name = visibleName(counted.header.trim()).slice(0, 40).replaceAll('|', ' ');
    const [why, advice] = [`@no-table.epoch-${counted.epoch}:${name}`, `@advice.no-table.epoch-${counted.epoch}:${name}`];
    return issue('import-no-table', inFile(sight.name, sight.headerLine), { file: sight.name, why, advice });
  }
  const column = sight.columns.find(({ odd }) => odd?.of === 'time');
  if (column?.odd != null) return noDay(sight, 'no-day', { header: column.header, line: column.odd.line });
  const ahead = sight.columns.find(({ kind, header }) => kind === 'time' && header.trim() !== '');
  return ahead === undefined
    ? noTable(sight.name, 'no-time')
    : noDay(sight, 'only-ahead', { header: ahead.header, line: sight.headerLine });
}

/** A table of rates by which the contract cannot convert. */
export function unfitRates(sight: Sight, { currency }: ImportFrame): Issue[] {
  const rates = ratesOf(sight, currency);
  if (rates === null || !('unfit' in rates)) return [];
  const [why, advice] =
    rates.unfit === 'wide'
      ? ['@no-table.rates-wide', '@advice.no-table.rates-wide']
      : [`@no-table.rates-per:${rates.code}|${currency}`, `@advice.no-table.rates-per:${currency}`];
  return [issue('import-no-table', inFile(sight.name, sight.headerLine), { file: sight.name, why, advice })];
}

function noDay(
  { name }: Sight,
  what: 'no-day' | 'only-ahead',
  { header, line }: { readonly header: string; readonly line: number },
): Issue {
  const why = `@no-table.${what}:${header.trim().slice(0, 40).replaceAll('|', ' ')}`;
  return issue('import-no-table', inFile(name, line), { file: name, why, advice: `@advice.no-table.${what}` });
}

function noTable(
  file: string,
  what: 'no-time' | 'no-rows' | 'tables-in-sheet' | Unseen['unseen'],
  { line, sheet, at = line }: { readonly line?: number | undefined; readonly sheet?: string; readonly at?: number } = {},
): Issue {
  const where = [line, sheet].filter((each) => each !== undefined).join('|');
  const why = where === '' ? `@no-table.${what}` : `@no-table.${what}:${where}`;
  const advice = `@advice.no-table.${what === 'tables-in-sheet' ? 'tables' : what}`;
  return issue('import-no-table', inFile(file, at ?? 1), { file, why, advice });
}

function notRead({ name, isNot, sheets = [] }: NoExport, sheet: string | null): Issue {
  if (isNot === 'sheet') return issue('import-sheet', inFile(name), { file: name, sheet: sheet ?? '', sheets });
  const room = ['broken', 'parquet', 'workbook', 'workbook-too-large', 'folder', 'not-excel'].includes(isNot) ? 'no-table' : 'form';
  return issue('import-no-table', inFile(name), { file: name, why: `@${room}.${isNot}`, advice: `@advice.${room}.${isNot}` });
}

/** What is seen in a table's latest file; null where there is none, or nothing can be seen in it. */
export async function latestOf(exports: Exports, path: string | undefined, sheet: string | null): Promise<Sight | null> {
  const seen = path === undefined ? null : await seenOf(exports, [path], sheet);
  return seen === null || 'issues' in seen ? null : (seen.files[0]?.sight ?? null);
}
