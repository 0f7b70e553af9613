import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '../../kernel/issue.js';
import type { ViewCheck, ViewText } from '../../ports/warehouse.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { openSession } from './session.js';
import { parseView } from './view.js';

/** Judges views by their texts, with DuckDB's parser and without any data; issues stand in the views' files. */
export async function checkDuckdbViews(views: readonly ViewText[]): Promise<ViewCheck> {
  // a folder that is not there: there is nothing to be read
  const session = await openSession({ dataFolder: join(tmpdir(), 'concord-none'), threads: 1 });
  try {
    const issues: Issue<DataIssueCode>[] = [];
    const tables = new Map<string, readonly string[]>();
    for (const view of views) {
      const parsed = await parseView(session, view);
      if ('select' in parsed) tables.set(view.file, parsed.tables);
      else issues.push(...parsed);
    }
    return { issues, tables };
  } finally {
    await session.close();
  }
}
