import type { Filter } from '../../contract/model.js';
import type { DateRange } from '../../kernel/calendar.js';
import { distinct } from '../../kernel/objects.js';
import type { Check } from '../../ports/warehouse.js';
import type { Relation } from '../../query/column-type.js';
import type { MeasureReading, QueryPlan } from '../../query/plan.js';
import { Eye, type Repeated } from './eye.js';
import { currencyCheck, headers, rowless } from './look-at-headers.js';
import type { Origins } from './origins.js';
import type { Session } from './session.js';

/** What is looked at. */
export interface Looked {
  readonly plan: QueryPlan;
  readonly relations: readonly (Relation | undefined)[];
  readonly origins: ReadonlyMap<number, Origins>;
}

/**
 * Looks for what measures without a fault and is still not what was meant: repeated keys, rows without a time, filters that ask
 * for what never occurs, weeks that cross a month's end, files whose columns differ, amounts in another currency.
 */
export async function look(session: Session, looked: Looked): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [index, relation] of looked.relations.entries()) {
    const origins = looked.origins.get(index);
    if (relation !== undefined && origins !== undefined) checks.push(...(await lookAt(session, looked.plan, index, relation, origins)));
  }
  for (const [index, origins] of looked.origins) {
    const source = looked.plan.sources[index];
    if (source === undefined) continue;
    const label = 'table' in source.from ? source.from.table : `view ${source.from.view}`;
    const currencies = new Set(looked.plan.contracts.flatMap(({ periods }) => periods.map(({ currency }) => currency)));
    checks.push(
      rowless(label, origins, source.clause),
      headers(label, origins, source.clause),
      currencyCheck(label, origins, currencies, source.clause),
    );
  }
  return checks.filter(({ issues }) => issues.length > 0);
}

/** Where the first rows of a measure stand that have no amount or no currency; none where nothing is known of its rows. */
export async function emptyAmounts(
  session: Session,
  looked: Looked,
  { scan: index, tally }: MeasureReading,
  days: DateRange,
): Promise<readonly string[]> {
  const scan = looked.plan.scans[index];
  const [relation, origins] = [looked.relations[scan?.source ?? -1], looked.origins.get(scan?.source ?? -1)];
  const asked = scan?.tallies[tally];
  if (scan === undefined || asked === undefined || relation === undefined || origins === undefined) return [];
  return new Eye(session, scan, relation, origins, [asked.where]).empties(asked, days);
}

/** One source, by each of the times that it is measured by; what is the same by several of them is told once. */
async function lookAt(session: Session, plan: QueryPlan, source: number, relation: Relation, origins: Origins): Promise<Check[]> {
  const scans = [...plan.scans.entries()].filter(([, scan]) => scan.source === source);
  const eyes = scans.map(([index, scan]) => ({
    eye: new Eye(session, scan, relation, origins, askedFor(plan, index)),
    isWeekly: isWeekly(plan, index),
  }));
  const repeated: Repeated[] = [];
  const checks: Check[] = [];
  for (const { eye, isWeekly: weekly } of eyes) {
    repeated.push(...(await eye.repeated()));
    checks.push(await eye.times(), await eye.weeks(weekly));
  }
  // orders repeat by the day they were paid and by the day they were cancelled: the same orders, told by the day that has more of them
  const most = [...new Set(repeated.map(({ columns }) => columns))].flatMap(
    (columns) => repeated.filter((each) => each.columns === columns).toSorted((a, b) => b.count - a.count)[0] ?? [],
  );
  const [first] = eyes;
  if (first === undefined) return [];
  const all = scans.map(([, scan]) => scan);
  const silent = plan.contracts.flatMap((contract) => contract.periods.filter(({ inForce }) => inForce.to < contract.asOf));
  return [
    await first.eye.keys(most),
    ...(await first.eye.filters(all)),
    ...distinct(checks),
    ...(await Promise.all(eyes.map(({ eye }) => eye.silent(silent)))),
  ];
}

function askedFor({ contracts, scans }: QueryPlan, scan: number): (Filter | null)[] {
  const measures = contracts.flatMap(({ periods }) => periods.flatMap((period) => period.measures));
  return measures.filter((measure) => measure.scan === scan).map(({ tally }) => scans[scan]?.tallies[tally]?.where ?? null);
}

function isWeekly({ contracts }: QueryPlan, scan: number): boolean {
  return contracts.some(({ reads, periods }) => reads.scans.includes(scan) && periods.some(({ period }) => period.includes('W')));
}
