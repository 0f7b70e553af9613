import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurns } from '../run/figures.mjs';
import { runProcess } from '../run/measured-process.mjs';
import { textExport, workbookExport } from './exports.mjs';

const PROGRAM = fileURLToPath(new URL('program.mjs', import.meta.url));

/** Reading an export with `format` against the engine's own reader of the same file, and a workbook; each run is a process of its own. */
export async function measureFiles({ repository, folder, megabytes, rows, runs, log }) {
  const text = await textExport({ folder: join(folder, 'files'), megabytes });
  const sheet = await workbookExport({ folder: join(folder, 'files'), rows, repository });
  const competitor = (id, data) => ({ id, run: () => runProcess([PROGRAM, id, repository, data]) });
  const figures = await inTurns(
    [competitor('duckdb', text), competitor('reading', text), competitor('concord', text), competitor('sheet', sheet)],
    runs,
    log,
  );
  return { megabytes, rows, ...Object.fromEntries(figures) };
}
