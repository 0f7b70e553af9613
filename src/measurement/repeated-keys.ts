import type { TextRow } from '../evidence/decode-rows.js';
import type { EngineSession } from '../ports/engine.js';
import type { RepeatedKeys } from '../ports/warehouse.js';
import { compileExamples } from '../query/compile-grains.js';
import type { MeasurementRequest } from '../query/request.js';
import { scanContext } from '../query/scan-context.js';
import { prepare } from './prepare.js';

/** Examples of one fact's keys: enough to find the export that has them twice. */
const MOST = 5;

/**
 * Keys that stand in several rows of a requested period, of each fact that has any, as the data are now; nothing where reading is paid for
 * or a source cannot be read. They are rows' own content: whoever asks shows them on the screen before the data, and writes them nowhere.
 */
export async function repeatedKeys(session: EngineSession, request: MeasurementRequest): Promise<readonly RepeatedKeys[]> {
  if (session.paid !== null) return [];
  const { plan, relations, troubles } = await prepare(session, [request]);
  if (troubles.length > 0) return [];
  const found: RepeatedKeys[] = [];
  for (const { period, facts } of plan.contracts.flatMap(({ periods }) => periods)) {
    for (const { id, scans } of facts) {
      for (const { scan: at, grain } of scans) {
        const scan = plan.scans[at];
        const relation = relations[scan?.source ?? -1];
        const check = grain === null ? undefined : scan?.grains[grain];
        const own = check?.periods.findIndex((each) => each.period === period) ?? -1;
        if (scan === undefined || relation === undefined || check === undefined || own < 0) continue;
        const rows = await session.query(compileExamples(scanContext(session.dialect, scan, relation), check, own, MOST));
        found.push({ fact: id, columns: check.columns, keys: keysIn(rows, check.columns.length) });
      }
    }
  }
  return found;
}

/** Most rows first; the order of a result's rows means nothing. */
function keysIn(rows: readonly TextRow[], columns: number): RepeatedKeys['keys'] {
  const keys = rows.map((row) => ({
    values: Array.from({ length: columns }, (_, index) => row[`k${index}`] ?? null),
    rows: Number(row.total ?? 0),
  }));
  return keys.sort((a, b) => b.rows - a.rows || (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1));
}
