import { SETTLE_WORKFLOW } from '../contract/paths.js';
import { localDate, parseInstant } from '../kernel/calendar.js';
import { isObject } from '../kernel/objects.js';
import type { SettingReads } from '../ports/forge-settings.js';
import type { SettleRun } from '../report/status.js';

const WORKFLOW = `/actions/workflows/${SETTLE_WORKFLOW}`;

/** When the workflow `settle.yml` last ran, and whether the forge still runs it: it stops those of quiet repositories by itself. */
export async function readSettleRun(forge: SettingReads, zone: string): Promise<SettleRun> {
  const workflow = await forge.settings({ method: 'GET', path: WORKFLOW });
  if (workflow === null) return { state: null, last: null };
  const state = textOf(workflow, 'state');
  const runs = await forge.settings({ method: 'GET', path: `${WORKFLOW}/runs?per_page=1` });
  const list: unknown = isObject(runs) ? runs.workflow_runs : null;
  const run: unknown = Array.isArray(list) ? list[0] : null;
  const at = parseInstant(textOf(run, 'created_at') ?? '');
  if (at === null) return { state, last: null };
  const conclusion = textOf(run, 'conclusion') ?? textOf(run, 'status') ?? '-';
  return { state, last: { on: localDate(at, zone), conclusion, url: textOf(run, 'html_url') ?? '' } };
}

function textOf(value: unknown, field: string): string | null {
  const found = isObject(value) ? value[field] : null;
  return typeof found === 'string' ? found : null;
}
