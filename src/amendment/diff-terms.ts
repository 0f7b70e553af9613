import type { Clause, Terms } from '../contract/model.js';
import { type PeriodId, periodDays } from '../kernel/calendar.js';
import { canonicalJson } from '../kernel/canonical.js';
import { type Fields, isFields } from '../kernel/objects.js';
import { scheduledAt, termPeriods } from '../kernel/period.js';
import { ORDER, type TermChange } from './model.js';

type Schedule = readonly { readonly from: PeriodId; readonly value: unknown }[];

/** Where the walk is: the way to it, the clause around it in each text, the periods that schedules are compared over. */
interface Place {
  readonly path: readonly string[];
  readonly clauses: TermChange['clauses'];
  readonly periods: readonly PeriodId[] | null;
  /** Whether a schedule, or the first of some periods, says the same in both texts' calendars, where these differ. */
  readonly sameByDay: (before: Schedule, after: Schedule) => boolean;
}

/** The field that names an item of a list; other lists are values of their own. */
const NAMED_BY: Readonly<Record<string, string>> = {
  kpis: 'id',
  gates: 'id',
  fees: 'id',
  duties: 'id',
  facts: 'id',
  measures: 'id',
  metrics: 'id',
  reconcile: 'id',
  views: 'name',
  baseline: 'metric',
};

/** Fields that mean something only as a whole. */
const WHOLE: ReadonlySet<string> = new Set([
  'title',
  'definition',
  'label',
  'name',
  'expert',
  'aggregate',
  'source',
  'when',
  'where',
  'formula',
]);

/** Fields whose own fields are names that people chose, so that one more is one change and not another whole. */
const MAPS: ReadonlySet<string> = new Set(['people', 'lint']);

/**
 * The semantic changes from one text of a contract to the next, in the order of the contract. Schedules are compared period
 * by period over both terms, so that moving an entry, or writing a value once more, shows only where the value differs.
 * @param base null for a contract that is new; @param head null for one that is removed.
 */
export function diffTerms(base: Terms | null, head: Terms | null): TermChange[] {
  const nowhere = { before: null, after: null };
  if (base === null || head === null) {
    if (base === head) return [];
    const kind = base === null ? 'added' : 'removed';
    return [{ path: [], kind, before: base?.contract.id ?? null, after: head?.contract.id ?? null, clauses: nowhere, periods: null }];
  }
  const place = { path: [], clauses: nowhere, periods: comparedPeriods(base, head), sameByDay: byDay(base, head) };
  return [...diffFields(base.contract, head.contract, place), ...diffFields(base.definitions, head.definitions, place)];
}

/** Every period of either term; null where the calendars differ, so that their periods cannot be compared. */
function comparedPeriods(base: Terms, head: Terms): PeriodId[] | null {
  const { every } = base.contract.calendar;
  if (every !== head.contract.calendar.every) return null;
  const ids = [base, head].flatMap(({ contract }) => termPeriods(contract.term, every).map(({ id }) => id));
  return [...new Set(ids)].sort();
}

/** Compares schedules of two calendars by the days on which their values begin: an entry for July says the same as one for the third quarter. */
function byDay(base: Terms, head: Terms): Place['sameByDay'] {
  const values = (schedule: Schedule, { contract: { calendar, term } }: Terms) => {
    const days = schedule.map(({ from, value }) => {
      const day = periodDays(from, calendar.every)?.from ?? from;
      return { from: day <= term.from ? '' : day, value };
    });
    return days.filter(({ from, value }, index) => from <= term.to && (index === 0 || !same(days[index - 1]?.value, value)));
  };
  return (before, after) => same(values(before, base), values(after, head));
}

/** Changes of any two documents of plain data without schedules, such as two workspaces. */
export function diffDocuments(base: object, head: object): TermChange[] {
  return diffFields(base, head, { path: [], clauses: { before: null, after: null }, periods: null, sameByDay: same });
}

function diffFields(base: object, head: object, place: Place): TermChange[] {
  const [before, after] = [fieldsOf(base), fieldsOf(head)];
  const clauses = { before: clauseOf(before) ?? place.clauses.before, after: clauseOf(after) ?? place.clauses.after };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== 'clause');
  return names.flatMap((name) => {
    // A formula's text says the same as the formula unless only its spelling changed.
    if (name === 'text' && !same(before.formula, after.formula)) return [];
    const inner = { ...place, clauses, path: [...place.path, name] };
    if (name === 'formula') return same(before.formula, after.formula) ? [] : [changed(before.text, after.text, inner)];
    return diffValues(before[name] ?? null, after[name] ?? null, inner);
  });
}

function diffValues(before: unknown, after: unknown, place: Place): TermChange[] {
  if (same(before, after)) return [];
  const name = place.path.at(-1) ?? '';
  const key = NAMED_BY[name];
  if (key !== undefined && place.path.length === 1 && Array.isArray(before) && Array.isArray(after)) {
    return diffItems(before.map(fieldsOf), after.map(fieldsOf), key, place);
  }
  if (place.periods !== null && isSchedule(before ?? after) && isSchedule(after ?? before)) {
    return diffSchedules(asSchedule(before), asSchedule(after), place, place.periods);
  }
  const [old, now] = [before, after].map((side) => (place.path.join('/') === 'grace/from' ? beginsIn(side) : asSchedule(side)));
  if (place.periods === null && old != null && now != null && place.sameByDay(old, now)) return [];
  const alike = isFields(before) && isFields(after) && (sameKeys(before, after) || MAPS.has(name));
  const descends = alike && !WHOLE.has(name);
  return descends ? diffFields(before, after, place) : [changed(before, after, place)];
}

function diffItems(before: readonly Fields[], after: readonly Fields[], key: string, place: Place): TermChange[] {
  const idOf = (item: Fields): string => String(item[key]);
  const ids = [...new Set([...before, ...after].map(idOf))];
  const changes = ids.flatMap((id): TermChange[] => {
    const [old, now] = [before.find((item) => idOf(item) === id), after.find((item) => idOf(item) === id)];
    const inner = { ...place, path: [...place.path, id], clauses: { before: clauseOf(old), after: clauseOf(now) } };
    // Another kind of fee under the same name is another fee.
    const differs = old !== undefined && now !== undefined && old.kind !== now.kind;
    if (old !== undefined && now !== undefined && !differs) return diffFields(old, now, inner);
    return [
      ...(old === undefined ? [] : [{ ...changed(withoutClause(old), null, inner), kind: 'removed' as const }]),
      ...(now === undefined ? [] : [{ ...changed(null, withoutClause(now), inner), kind: 'added' as const }]),
    ];
  });
  const kept = (items: readonly Fields[], others: readonly Fields[]) =>
    items.map(idOf).filter((id) => others.some((other) => idOf(other) === id));
  const [oldOrder, newOrder] = [kept(before, after), kept(after, before)];
  if (same(oldOrder, newOrder)) return changes;
  return [...changes, changed(oldOrder, newOrder, { ...place, path: [...place.path, ORDER] })];
}

/** One change for each run of periods in which both values stay as they are. */
function diffSchedules(before: Schedule | null, after: Schedule | null, place: Place, periods: readonly PeriodId[]): TermChange[] {
  const valueAt = (schedule: Schedule | null, period: PeriodId) => (schedule === null ? null : scheduledAt(schedule, period));
  const runs: { before: unknown; after: unknown; periods: PeriodId[] }[] = [];
  let open: (typeof runs)[number] | null = null;
  for (const period of periods) {
    const [old, now] = [valueAt(before, period), valueAt(after, period)];
    if (same(old, now)) open = null;
    else if (open !== null && same(open.before, old) && same(open.after, now)) open.periods.push(period);
    else {
      open = { before: old, after: now, periods: [period] };
      runs.push(open);
    }
  }
  return runs.map((run) => ({ ...changed(run.before, run.after, place), periods: run.periods }));
}

function changed(before: unknown, after: unknown, place: Place): TermChange {
  return { path: place.path, kind: 'changed', before: before ?? null, after: after ?? null, clauses: place.clauses, periods: null };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(plain(a) ?? null) === canonicalJson(plain(b) ?? null);
}

/** Without the places in files: a clause that moved down a line says the same. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(withoutClause(value)).map(([key, inner]) => [key, plain(inner)]));
}

function withoutClause(fields: Fields): Fields {
  const { clause: _clause, ...rest } = fields;
  return rest;
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function sameKeys(a: Fields, b: Fields): boolean {
  return same(Object.keys(a).sort(), Object.keys(b).sort());
}

function clauseOf(fields: Fields | undefined): Clause | null {
  const clause = fields?.clause;
  return isFields(clause) && typeof clause.file === 'string' && typeof clause.line === 'number'
    ? { file: clause.file, line: clause.line }
    : null;
}

function beginsIn(period: unknown): Schedule | null {
  return typeof period === 'string' ? [{ from: period, value: null }] : null;
}

function isSchedule(value: unknown): boolean {
  return asSchedule(value) !== null;
}

function asSchedule(value: unknown): Schedule | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const entries = value.flatMap((entry: unknown) =>
    isFields(entry) && typeof entry.from === 'string' && 'value' in entry ? [{ from: entry.from, value: entry.value }] : [],
  );
  return entries.length === value.length ? entries : null;
}
