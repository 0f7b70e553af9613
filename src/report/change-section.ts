import { grouped } from '../kernel/grouped.js';
import { rational, sum, toDecimal } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import type { Change, Line, StatementBody } from '../settlement/model.js';
import { type Block, type ListItem, left, type Row, right, row, text } from './blocks.js';
import { measureFigures } from './measure-figure.js';
import { parenthesis } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import { causesOf, trueUpCauses } from './true-up-causes.js';
import type { Wording } from './wording.js';

/** With more changed days of one measure than this, they are listed together: statement.json has every day. */
const DAYS_LISTED = 5;

/** What a true-up comes from: its causes, and the data that changed under it or under the lines that it follows from. */
export function changeOf(line: Line, statement: StatementBody, context: ReportContext, words: Wording): Block[] {
  const { items, changes } = causesOf(line, statement, context, words);
  return section(items, changes, words);
}

/** What changed in earlier periods since they were settled: of every true-up what it comes from, then the data day by day. */
export function changeSection(statement: StatementBody, context: ReportContext, words: Wording): Block[] {
  return section(trueUpCauses(statement, context, words), statement.changes, words);
}

function section(items: readonly ListItem[], changes: readonly Change[], words: Wording): Block[] {
  if (items.length === 0 && changes.length === 0) return [];
  return [
    { kind: 'heading', text: words.say('changes') },
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
    ...(changes.length === 0 ? [] : [changeTable(changes, words)]),
  ];
}

function changeTable(all: readonly Change[], words: Wording): Block {
  const columns = [
    left(words.say('period')),
    left(words.say('measure')),
    left(words.say('days')),
    right(words.say('before')),
    right(words.say('after')),
    right(words.say('rowsChange')),
  ];
  const rows = groupsOf(all).flatMap(({ days, others }) => [
    ...(days === null ? [] : [together(days, words)]),
    ...others.map((change) => changeRow(change, words)),
  ]);
  return { kind: 'table', columns, rows };
}

interface Group {
  /** Days that are listed together; null where they are few. */
  readonly days: Together | null;
  readonly others: readonly Change[];
}

interface Together {
  readonly change: Change;
  readonly span: { readonly from: string; readonly to: string; readonly count: number };
}

/** The changes of each measure of a period, in their order: the same in each language. */
const groupsOf = remembered((all: readonly Change[]): readonly Group[] => {
  const groups = new Map<string, Change[]>();
  for (const change of all) {
    const key = `${change.period} ${change.measure} ${change.cause ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()].map((changes): Group => {
    const days = changes.filter((change) => change.day !== null);
    return days.length > DAYS_LISTED
      ? { days: summed(days), others: changes.filter((change) => change.day === null) }
      : { days: null, others: changes };
  });
});

function changeRow(change: Change, words: Wording): Row {
  return changeCells(change, change.day ?? words.say('wholePeriod'), words);
}

/** Many changed days of one measure as one change; a side on which no day has a value, as of a distinct count, has no sum either. */
function summed(changes: readonly Change[]): Together | null {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return null;
  const total = (values: readonly (string | null)[]) =>
    values.every((value) => value === null) ? null : toDecimal(sum(values.map((value) => rational(value ?? '0'))));
  const change = {
    ...first,
    before: total(changes.map((change) => change.before)),
    after: total(changes.map((change) => change.after)),
    rowsBefore: changes.reduce((rows, change) => rows + change.rowsBefore, 0),
    rowsAfter: changes.reduce((rows, change) => rows + change.rowsAfter, 0),
  };
  return { change, span: { from: first.day ?? '', to: last.day ?? '', count: changes.length } };
}

function together({ change, span }: Together, words: Wording): Row {
  return changeCells(change, words.say('daysSpan', { ...span }), words);
}

function changeCells(change: Change, span: string, words: Wording): Row {
  const days = change.cause === undefined ? span : `${span}${parenthesis(words.say('byZoneRules'), words.locale)}`;
  const { measure } = change;
  const [before, after] = measureFigures(measure, [change.before, change.after], words);
  const rows = `${grouped(String(change.rowsBefore))} → ${grouped(String(change.rowsAfter))}`;
  return row([text(change.period), words.measure(measure), text(days), text(before), text(after), text(rows)]);
}
