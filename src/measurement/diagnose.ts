import { type LoadLog, loadLogOf } from '../contract/load-log.js';
import { decodeContract } from '../evidence/decode.js';
import { addDays, instantText, type Micros, startOfDay } from '../kernel/calendar.js';
import { distinct } from '../kernel/objects.js';
import type { EngineSession } from '../ports/engine.js';
import type { Check, Diagnosis } from '../ports/warehouse.js';
import { dataIssue } from '../query/check-plan.js';
import { type BoundColumn, type Relation, relationAt, useKey } from '../query/column-type.js';
import type { FactReading, PeriodReading, QueryPlan, Source } from '../query/plan.js';
import type { MeasurementRequest } from '../query/request.js';
import { scanContext } from '../query/scan-context.js';
import { loadReading, scanReading } from './foreseen.js';
import { heldAmounts, type MeasuredPeriod } from './held-amounts.js';
import { Latest } from './latest.js';
import { prepare, type Ready } from './prepare.js';
import { runPlan } from './run-plan.js';
import { signChecks } from './sign-checks.js';
import { silentFacts } from './silent-facts.js';

/**
 * Looks at everything that requests need, one by one: each source, each column with its use, and how far the rows of each
 * fact have come. An engine that costs nothing also measures the period on trial: what would be refused then, or hold money, is told.
 * @param request of several periods each is measured on trial; how far the rows have come is asked of the last alone.
 * @param ended whether the requested period is over by `asOf`: only then must facts have come to its end.
 */
export async function diagnose(session: EngineSession, request: MeasurementRequest, ended: boolean): Promise<Diagnosis> {
  const ready = await prepare(session, [request]);
  const { plan, relations, troubles } = ready;
  const checks: Check[] = [];
  for (const [index, source] of plan.sources.entries()) {
    const own = troubles.filter((trouble) => trouble.source === index);
    const whole = own.filter((trouble) => trouble.column === undefined && trouble.scan === undefined);
    checks.push({ kind: 'source', name: nameOf(source), found: null, issues: whole.map(({ issue }) => issue) });
    if (whole.length > 0) continue;
    for (const { use, column } of source.uses) {
      const spoilt = own.filter(({ column: at }) => at?.use === use && at.column === column);
      const bound = relations[index]?.columns.get(useKey(use, column));
      const found = bound === undefined ? null : typeText(bound);
      if (spoilt.length > 0 || bound !== undefined) {
        checks.push({ kind: 'column', name: column, of: nameOf(source), use, found, issues: spoilt.map(({ issue }) => issue) });
      }
    }
    const rest = own.filter((trouble) => trouble.scan !== undefined).map(({ issue }) => issue);
    if (rest.length > 0) checks.push({ kind: 'time', name: nameOf(source), found: null, issues: distinct(rest) });
  }
  const latest = new Latest(session);
  for (const contract of plan.contracts) {
    for (const period of contract.periods.slice(-1)) {
      const facts = request.periods.find((each) => each.period === period.period)?.terms.definitions.facts ?? [];
      for (const fact of period.facts) {
        const told = facts.find(({ id }) => id === fact.id);
        const log = told === undefined ? null : loadLogOf(told);
        checks.push(await freshness(session, ready, latest, period, { fact, log, ended }));
      }
    }
  }
  if (session.paid === null) checks.push(...(await onTrial(session, ready, request, ended)));
  if (session.look !== null) checks.push(...(await session.look(plan, soundOf(ready))));
  return { checks };
}

/** What a measurement of the periods comes upon, where all sources are sound. */
async function onTrial(
  session: EngineSession,
  { plan, relations, troubles: before }: Ready,
  { periods }: MeasurementRequest,
  ended: boolean,
): Promise<Check[]> {
  const [contract] = plan.contracts;
  if (before.length > 0 || contract === undefined) return [];
  const { results, troubles } = await runPlan(session, plan, relations);
  if (troubles.length > 0) {
    return plan.sources.flatMap((source, index): Check[] => {
      const issues = distinct(troubles.flatMap((trouble) => (trouble.source === index ? [trouble.issue] : [])));
      return issues.length === 0 ? [] : [{ kind: 'rows', name: nameOf(source), found: null, issues }];
    });
  }
  const measured = decodeContract(plan, results, contract);
  const seen: MeasuredPeriod[] = [];
  const silent: Check[] = [];
  for (const { period, terms } of periods) {
    const evidence = measured.periods.find((each) => each.period === period);
    if (evidence === undefined) continue;
    const { definitions, contract: own } = terms;
    const read = contract.periods.find((each) => each.period === period);
    const places = async (id: string) => {
      const reading = read?.measures.find((each) => each.id === id);
      if (read === undefined || reading === undefined || session.emptyAmounts === null) return [];
      return session.emptyAmounts(plan, relations, reading, read.inForce);
    };
    seen.push({ evidence, measures: definitions.measures, currency: own.currency, converts: definitions.fx !== null, places });
    if (ended) silent.push(...silentFacts(evidence, definitions.facts));
  }
  const signs = periods.slice(-1).flatMap(({ terms }) => signChecks(seen, terms));
  return [...(await heldAmounts(seen)), ...signs, ...silent];
}

/** The relations without those of which something was said before: what is spoilt is not looked at closer. */
function soundOf({ relations, troubles }: Ready): (Relation | undefined)[] {
  return relations.map((relation, index) => (troubles.some(({ source }) => source === index) ? undefined : relation));
}

async function freshness(
  session: EngineSession,
  { plan, relations, troubles }: Ready,
  latest: Latest,
  period: PeriodReading,
  { fact, log, ended }: { readonly fact: FactReading; readonly log: LoadLog | null; readonly ended: boolean },
): Promise<Check> {
  const check = { kind: 'freshness' as const, name: fact.id };
  const sources = sourcesOf(plan, fact);
  // What stands in the way was said with the source.
  if (sources.some((source) => troubles.some((trouble) => trouble.source === source)))
    return { ...check, found: null, issues: [], skipped: true };
  const clause = plan.sources[sources[0] ?? -1]?.clause ?? { file: '-', line: 1 };
  const reached: (Micros | null)[] = [];
  try {
    if (fact.load === null) {
      for (const { scan: index, bound } of fact.scans) {
        const scan = plan.scans[index];
        if (scan === undefined) throw new RangeError(`no scan ${index}`);
        const reading = scanReading(scanContext(session.dialect, scan, relationAt(relations, scan.source)));
        reached.push(...(await latest.reached(reading, scan.bounds.slice(bound, bound + 1), scan.zone)));
      }
    } else {
      const load = plan.loads[fact.load.load];
      if (load === undefined) throw new RangeError(`no load ${fact.load.load}`);
      const { bound } = fact.load;
      const reading = loadReading(session.dialect, load, relationAt(relations, load.source));
      reached.push(...(await latest.reached(reading, load.bounds.slice(bound, bound + 1), null)));
    }
  } catch (error) {
    return { ...check, found: null, issues: [session.fault(error, { clause, table: fact.id })] };
  }
  const known = reached.filter((instant): instant is Micros => instant !== null);
  const freshAt = known.reduce<Micros | null>((a, b) => (a === null || b > a ? b : a), null);
  const about = { fact: fact.id };
  if (freshAt === null) {
    const none = log === null ? dataIssue('data-no-rows', clause, about) : dataIssue('data-log-empty', clause, { ...about, ...log });
    return { ...check, found: null, issues: [none] };
  }
  const found = instantText(freshAt);
  const end = startOfDay(addDays(period.inForce.to, 1), period.zone);
  if (!ended || freshAt >= end) return { ...check, found, issues: [] };
  const params = { ...about, reached: found, period: period.period, needed: instantText(end) };
  const late = log === null ? dataIssue('data-not-fresh', clause, params) : dataIssue('data-log-behind', clause, { ...params, ...log });
  return { ...check, found, issues: [late] };
}

function sourcesOf(plan: QueryPlan, fact: FactReading): number[] {
  const scans = fact.scans.flatMap(({ scan }) => plan.scans[scan]?.source ?? []);
  const load = fact.load === null ? undefined : plan.loads[fact.load.load]?.source;
  return load === undefined ? scans : [load, ...scans];
}

function nameOf({ from }: Source): string {
  return 'table' in from ? from.table : `view ${from.view}`;
}

function typeText({ type, empty }: BoundColumn): string | null {
  if (empty === true) return null;
  return type.kind === 'decimal' ? `decimal(${type.precision},${type.scale})` : type.kind;
}
