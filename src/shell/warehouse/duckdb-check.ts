import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataIssueCode } from '../../kernel/catalogue/data-issues.js';
import type { Issue } from '../../kernel/issue.js';
import type { ViewText } from '../../ports.js';
import { openSession } from './duckdb-session.js';
import { parseView } from './duckdb-view.js';

/** Judges views by their texts, with DuckDB's parser and without any data; issues stand in the views' files. */
export async function checkDuckdbViews(views: readonly ViewText[]): Promise<readonly Issue<DataIssueCode>[]> {
  // a folder that is not there: there is nothing to be read
  const session = await openSession({ dataFolder: join(tmpdir(), 'concord-none'), threads: 1 });
  try {
    const issues: Issue<DataIssueCode>[] = [];
    for (const view of views) {
      const parsed = await parseView(session, view);
      if (!('select' in parsed)) issues.push(...parsed);
    }
    return issues;
  } finally {
    await session.close();
  }
}
