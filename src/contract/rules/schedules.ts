import { periodDays } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { isFields } from '../../kernel/objects.js';
import { compare, isZero, type Rational, rational, toDecimal } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import { feeKinds } from '../fee-kinds/fee-kinds.js';
import { flowMap } from '../flow-text.js';
import { isLevelTable, type LevelTable } from '../levels.js';
import { valueAt } from '../list-slips.js';
import { fieldOf, isSchedule, levelOf, PERIOD } from '../normalize-value.js';
import { quote } from '../quote.js';
import type { Path, Source } from '../source.js';
import { correctedBy } from '../value-slips.js';
import type { ContractCheck } from './rule.js';

/** A scheduled field as it is written. */
interface ScheduledField {
  readonly path: Path;
  readonly holder: object;
  readonly key: string;
  readonly value: unknown;
  /** Whether one value is itself a table: tiers, points or bands. */
  readonly table: LevelTable | null;
  /** Whether `none` may stand for periods in which nothing holds. */
  readonly mayBeNone: boolean;
}

/** The scheduled fields of KPIs and gates; those of fees are in the records of their kinds. */
const FIELDS = ['weight', 'target', 'threshold', 'stretch', 'cap', 'atLeast', 'atMost'];

/** Every scheduled field of a contract (those the schema marks `x-scheduled`). */
export function scheduledFields({ written }: ContractCheck): ScheduledField[] {
  const fields: ScheduledField[] = [];
  const collect = (holder: object, path: Path, keys: readonly string[] = FIELDS, mayBeNone = false) => {
    for (const key of keys) {
      const [name = '', ...inner] = key.split('.');
      const value = fieldOf(holder, name);
      if (inner.length > 0 && isFields(value)) collect(value, [...path, name], inner, mayBeNone);
      else if (inner.length === 0 && value !== undefined)
        fields.push({ path: [...path, key], holder, key, value, table: isLevelTable(key) ? key : null, mayBeNone });
    }
  };
  written.data.kpis.forEach((kpi, index) => {
    collect(kpi, ['kpis', index]);
    if (kpi.minimum !== undefined) collect(kpi.minimum, ['kpis', index, 'minimum']);
  });
  (written.data.gates ?? []).forEach((gate, index) => {
    collect(gate, ['gates', index]);
  });
  written.data.fees.forEach((fee, index) => {
    const { scheduled, step } = feeKinds[fee.kind];
    collect(fee, ['fees', index], scheduled, step === 'ceiling');
  });
  return fields;
}

/** Section 2: keys are periods of the calendar, ascending, the first not after the term's first period. */
export function schedulesAreInOrder(check: ContractCheck): readonly Issue[] {
  const { source, data } = check.written;
  const first = check.periods[0]?.id ?? '';
  const issues: Issue[] = [];
  for (const { path, value, mayBeNone } of scheduledFields(check)) {
    if (!isSchedule(value)) continue;
    const keys = source.keys(path);
    const mixed = keys.filter((key) => !PERIOD.test(key));
    for (const key of mixed) issues.push(issue('schedule-mixed', source.keyAt([...path, key]), { found: quote(key) }));
    if (mixed.length > 0) continue;
    const known = keys.filter((key) => periodDays(key, data.calendar.every) !== null);
    for (const key of keys.filter((other) => !known.includes(other))) {
      issues.push(issue('wrong-period', source.keyAt([...path, key]), { found: quote(key), every: `@every.${data.calendar.every}` }));
    }
    const ordered = known.every((key, index) => {
      const before = known[index - 1];
      if (before === undefined || before < key) return true;
      issues.push(issue('schedule-order', source.keyAt([...path, key]), { found: key, before }));
      return false;
    });
    const start = known[0];
    if (ordered && start !== undefined && start > first) {
      const entries = known.map((key) => ({ key, value: source.written(value, key) }));
      const begun = mayBeNone ? begunWith(source, path, entries, first) : {};
      issues.push(issue('schedule-starts-late', source.keyAt([...path, start]), { found: start, expected: first, ...begun }));
    }
  }
  return issues;
}

/** A ceiling that is agreed for later periods is none before them; that it was meant from the first period on comes second. */
function begunWith(source: Source, path: Path, entries: readonly { key: string; value: string }[], first: string) {
  const [start, ...later] = entries.map(({ key, value }) => `${key}: ${value}`);
  const told = (head: readonly string[]) => flowMap([...head, ...later]);
  return correctedBy(source, path, [told([`${first}: none`, start ?? '']), told([`${first}: ${entries[0]?.value}`])]);
}

/** Tiers start at 0; tiers and points ascend; bands go one way; nothing stands twice under two spellings. */
export function stepsAreInOrder(check: ContractCheck): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { path, value, table } of scheduledFields(check)) {
    if (table === null) continue;
    const tables = isSchedule(value)
      ? Object.entries(value).map(([key, entry]) => ({ path: [...path, key], entry }))
      : [{ path, entry: value }];
    for (const { path: at, entry } of tables) if (isFields(entry)) issues.push(...stepIssues(check, at, table));
  }
  return issues;
}

function stepIssues(check: ContractCheck, path: Path, table: LevelTable): Issue[] {
  const { source } = check.written;
  const keys = source.keys(path);
  const values = keys.map((key) => rational(levelOf(key)));
  const issues: Issue[] = [];
  const [head, next] = values;
  if (table === 'tiers' && head !== undefined && values.every((value) => !isZero(value))) {
    issues.push(issue('tiers-start-at-zero', source.keyAt([...path, keys[0] ?? '']), { found: keys[0] ?? '' }));
  }
  // Bands may be written from the mildest down, as people read them, or up.
  const direction = table === 'bands' && head !== undefined && next !== undefined && compare(next, head) < 0 ? -1 : 1;
  const wrong = values.findIndex((value, index) => {
    const before = values[index - 1];
    return before !== undefined && compare(value, before) !== direction;
  });
  if (wrong === -1) return issues;
  const [found = '', before = ''] = [keys[wrong], keys[wrong - 1]];
  return [...issues, issue('steps-order', source.keyAt([...path, found]), { found, before, ...inOrder(check, path, direction, wrong) })];
}

/**
 * The whole table in order; nothing where two entries are of one level. Before it the table with one zero more in the level that stands out of
 * order, where the table ascends so: `from 80000` after `from 400000` was rather to be 800000 than to be sorted, which is another deal.
 */
function inOrder({ written: { source, data } }: ContractCheck, path: Path, direction: 1 | -1, wrong: number) {
  const table = valueAt(data, path);
  if (!isFields(table)) return {};
  const entries = source.keys(path).map((key) => ({ key, level: rational(levelOf(key)), value: source.written(table, key) }));
  const sorted = entries.toSorted((a, b) => compare(a.level, b.level) * direction);
  const mended = direction === 1 ? entries.map((entry, index) => (index === wrong ? withZero(entry) : entry)) : entries;
  const told = [mended, sorted].filter((each) => goOneWay(each, direction));
  return correctedBy(
    source,
    path,
    told.map((each) => flowMap(each.map(({ key, value }) => `${key}: ${value}`))),
  );
}

interface Entry {
  readonly key: string;
  readonly level: Rational;
  readonly value: string;
}

function goOneWay(entries: readonly Entry[], direction: 1 | -1): boolean {
  return entries.every(({ level }, index) => index === 0 || compare(level, entries[index - 1]?.level ?? level) === direction);
}

/** An entry of ten times its level; a score that is above 200% so stays. */
function withZero({ key, level, value }: Entry): Entry {
  const more = level.mul(10);
  if (key.endsWith('%') && compare(more, rational(2)) > 0) return { key, level, value };
  const shown = toDecimal(key.endsWith('%') ? more.mul(100) : more);
  return { key: key.replace(/[\d.]+/, shown), level: more, value };
}
