import type { Engine } from '../ports/engine.js';
import type { Warehouse } from '../ports/warehouse.js';
import { diagnose } from './diagnose.js';
import { explain } from './explain.js';
import { measure } from './measure.js';
import { repeatedKeys } from './repeated-keys.js';
import type { RunOptions } from './scan-run.js';

/** What verbs ask of a warehouse, the same over every engine. */
export function warehouseOver(engine: Engine, options: RunOptions = {}): Warehouse {
  return {
    name: engine.name,
    measure: (requests) => engine.session(requests, (session) => measure(session, requests, options)),
    explain: (requests) => engine.session(requests, (session) => explain(session, requests, options)),
    diagnose: (request, ended, rows = false) =>
      engine.session([request], async (session) => {
        const connection = await session.connection();
        if (connection.issues.length > 0) return { checks: [connection] };
        const { withRows } = session;
        const { checks } = await diagnose(session, request, ended);
        return { checks: [connection, ...(rows && withRows !== null ? await Promise.all(checks.map(withRows)) : checks)] };
      }),
    repeatedKeys: (request) => engine.session([request], (session) => repeatedKeys(session, request)),
    publish: engine.publish,
    provenance: () => engine.provenance(),
    spent: () => engine.spent(),
    close: () => engine.close(),
  };
}
