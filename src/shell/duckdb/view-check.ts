import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '../../kernel/issue.js';
import type { ViewText } from '../../ports/warehouse.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { openSession } from './session.js';
import { parseView } from './view.js';

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
