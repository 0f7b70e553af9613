import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { excerptOf } from '../../kernel/text.js';
import type { Check } from '../../ports/warehouse.js';
import { unpacked } from './unpacked.js';

/** As much of a line as is shown. */
const MOST = 400;

/** Files without lines: what stands there is shown by the program that opens them. */
const NO_LINES = /\.(xlsx|parquet)$/i;

/** A check with the lines of text files that its issues name; a row of a sheet is no line of its file. */
export async function withRows(dataFolder: string, check: Check): Promise<Check> {
  const rows: NonNullable<Check['rows']>[number][] = [];
  for (const { params } of check.issues) {
    const { file, unit = '@unit.line' } = params;
    const line = unit === '@unit.line' ? (params.row ?? params.line) : null;
    if (typeof file !== 'string' || typeof line !== 'number' || NO_LINES.test(file)) continue;
    const text = await lineOf(join(dataFolder, file), line).catch(() => null);
    if (text !== null) rows.push({ file, line, text: excerptOf(text, MOST) });
  }
  return rows.length === 0 ? check : { ...check, rows };
}

async function lineOf(path: string, wanted: number): Promise<string | null> {
  const { stream: input, close } = unpacked(path, path.toLowerCase().endsWith('.gz'));
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (line === wanted) return text;
    }
    return null;
  } finally {
    close();
  }
}
