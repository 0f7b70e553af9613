import { decodeContract } from '../evidence/decode.js';
import { asWarning, distinctIssues, type Issue } from '../kernel/issue.js';
import { someOf } from '../kernel/some-of.js';
import type { EngineSession } from '../ports/engine.js';
import type { Measurement, Outcome } from '../ports/warehouse.js';
import { concerns, type Trouble } from '../query/check-plan.js';
import type { MeasurementRequest } from '../query/request.js';
import { issue } from '../words/issue.js';
import { prepare } from './prepare.js';
import { runPlan } from './run-plan.js';
import type { RunOptions } from './scan-run.js';

/** Measures contracts; one with trouble of its own does not keep the others from being measured. */
export async function measure(
  session: EngineSession,
  requests: readonly MeasurementRequest[],
  options: RunOptions = {},
): Promise<Measurement> {
  const each: Outcome[] = [];
  const first = await outcomes(session, requests, options);
  const nothing = await withoutData(session, requests, first);
  for (const [index, outcome] of (nothing ?? first).entries()) {
    const request = requests[index];
    // where there are no data at all, that is nobody's table
    const isRead = nothing === null && request?.withoutUnreadable === true && outcome.measured === null;
    const again = isRead ? await withoutUnreadable(session, request, options) : null;
    each.push(again ?? outcome);
  }
  const measured = requests.flatMap(({ contract }, index) => {
    const found = each[index]?.measured ?? null;
    return found === null ? [] : [[contract, found] as const];
  });
  return { each, measured: new Map(measured), issues: distinctIssues(each.flatMap(({ issues }) => issues)) };
}

/** The outcomes where no file was found because no data are there at all: told once, however many tables and contracts lack theirs; else null. */
async function withoutData(
  session: EngineSession,
  requests: readonly MeasurementRequest[],
  each: readonly Outcome[],
): Promise<readonly Outcome[] | null> {
  const lacking = each.map(({ issues }) => issues.filter(({ code }) => code === MISSING));
  if (lacking.every((issues) => issues.length === 0)) return null;
  const [reason] = (await session.connection()).issues;
  if (reason === undefined) return null;
  const { folder = '', state = '' } = reason.params;
  const tables = [...new Set(lacking.flat().flatMap(({ params }) => String(params.table)))].sort();
  const params = {
    // Its last name: what a comment shows may tell nothing of the machine that measured.
    folder: String(folder).replace(/^.*[\\/](?=[^\\/])/, ''),
    state,
    tables: tables.length,
    names: someOf(tables),
    contracts: new Set(requests.flatMap(({ contract }, index) => (lacking[index]?.length === 0 ? [] : [contract]))).size,
  };
  const told = issue('data-all-missing', reason.at, params);
  return each.map((outcome, index) =>
    lacking[index]?.length === 0 ? outcome : { ...outcome, issues: [told, ...outcome.issues.filter(({ code }) => code !== MISSING)] },
  );
}

const MISSING = 'data-file-missing';

/** What became of each request, in their order. */
async function outcomes(session: EngineSession, requests: readonly MeasurementRequest[], options: RunOptions): Promise<Outcome[]> {
  const found = new Map<MeasurementRequest, Outcome>();
  let left = requests;
  while (left.length > 0) {
    const { plan, relations, troubles: before } = await prepare(session, left);
    const run = before.length > 0 ? null : await runPlan(session, plan, relations, options);
    await session.release();
    const troubles = run?.troubles ?? before;
    const sound: MeasurementRequest[] = [];
    const suspects: MeasurementRequest[] = [];
    for (const [index, request] of left.entries()) {
      const contract = plan.contracts[index];
      if (contract === undefined) throw new RangeError(`no contract ${index}`);
      const own = troubles.filter((trouble) => concerns(trouble, contract));
      if (own.length === 0 && run !== null) found.set(request, { measured: decodeContract(plan, run.results, contract), issues: [] });
      else if (own.length === 0) sound.push(request);
      else if (left.length > 1 && own.some(({ joint }) => joint === true)) suspects.push(request);
      else found.set(request, { measured: null, issues: onceEach(own.map(({ issue }) => issue)) });
    }
    // what failed together is asked for in halves, until whoever made it fail is alone
    for (const half of halves(suspects)) {
      const apart = await outcomes(session, half, options);
      half.forEach((request, index) => {
        found.set(request, apart[index] ?? NOT_MEASURED);
      });
    }
    // contracts that the troubles do not concern are measured without the others
    left = run === null && sound.length < left.length ? sound : [];
  }
  return requests.map((request) => found.get(request) ?? NOT_MEASURED);
}

/**
 * One request once more, its unreadable sources without rows; what is wrong with them is told as a warning. Null where that helps
 * nothing: nobody's table is at fault where the engine fails, or where the definitions ask for what cannot be.
 */
async function withoutUnreadable(session: EngineSession, request: MeasurementRequest, options: RunOptions): Promise<Outcome | null> {
  if (session.empty === null) return null;
  const absent = new Set<number>();
  const told: Trouble[] = [];
  for (;;) {
    const { plan, relations, troubles: before } = await prepare(session, [request], absent);
    const run = before.length > 0 ? null : await runPlan(session, plan, relations, options);
    await session.release();
    const troubles = run?.troubles ?? before;
    const [contract] = plan.contracts;
    if (contract === undefined) return null;
    if (troubles.length === 0 && run !== null) {
      const issues = onceEach(told.map(({ issue }) => asWarning(issue)));
      return { measured: decodeContract(plan, run.results, contract, absent), issues };
    }
    if (troubles.some(({ issue, source, joint }) => joint === true || !OF_DATA.test(issue.code) || absent.has(source))) return null;
    for (const { source } of troubles) absent.add(source);
    told.push(...troubles);
  }
}

/** Each issue once; what is the matter with a table's files is told once, whichever facts and views read it. */
function onceEach(issues: readonly Issue[]): Issue[] {
  const told = new Set<string>();
  return distinctIssues(issues).filter((issue) => {
    const key = JSON.stringify(/^data-file-/.test(issue.code) ? [issue.code, issue.params] : issue);
    return !told.has(key) && told.add(key);
  });
}

/** Faults that whoever keeps a table can make, and mend: of its files and values, or of what a view that was agreed makes of them. */
const OF_DATA = /^(data-(?!engine-failed)|view-(column|failed|too-slow|out-of-memory)$)/;

const NOT_MEASURED: Outcome = { measured: null, issues: [] };

function halves<T>(items: readonly T[]): (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
}
