import { rational, sum, toDecimal } from '../kernel/rational.js';
import type { Change, StatementBody } from '../settlement/model.js';
import { type Block, code, type Inline, left, type Row, right, row, text } from './blocks.js';
import { grouped, moneyFigure, plainFigure } from './figures.js';
import type { Wording } from './wording.js';

/** With more changed days of one measure than this, they are listed together: statement.json has every day. */
const DAYS_LISTED = 5;

/** What changed in earlier periods since they were settled: what their true-ups come from. */
export function changeSection(statement: StatementBody, words: Wording): Block[] {
  if (statement.changes.length === 0) return [];
  const columns = [
    left(words.say('period')),
    left(words.say('measure')),
    left(words.say('days')),
    right(words.say('before')),
    left(''),
    right(words.say('after')),
    right(words.say('rowsChange')),
  ];
  const groups = new Map<string, Change[]>();
  for (const change of statement.changes) {
    const key = `${change.period} ${change.measure} ${change.cause ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const rows = [...groups.values()].flatMap((changes) => {
    const days = changes.filter((change) => change.day !== null);
    return days.length > DAYS_LISTED
      ? [together(days, words), ...changes.filter((change) => change.day === null).map((change) => changeRow(change, words))]
      : changes.map((change) => changeRow(change, words));
  });
  return [
    { kind: 'heading', text: words.say('changes') },
    { kind: 'table', columns, rows },
  ];
}

function changeRow(change: Change, words: Wording): Row {
  return changeCells(change, change.day ?? words.say('wholePeriod'), words);
}

/** Many changed days of one measure in one row; a sum only where every day has a value on that side or none has. */
function together(changes: readonly Change[], words: Wording): Row {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return row([]);
  const total = (values: readonly (string | null)[]) => toDecimal(sum(values.map((value) => rational(value ?? '0'))));
  const span = words.say('daysSpan', { from: first.day ?? '', to: last.day ?? '', count: changes.length });
  const all = {
    ...first,
    before: total(changes.map((change) => change.before)),
    after: total(changes.map((change) => change.after)),
    rowsBefore: changes.reduce((rows, change) => rows + change.rowsBefore, 0),
    rowsAfter: changes.reduce((rows, change) => rows + change.rowsAfter, 0),
  };
  return changeCells(all, span, words);
}

function changeCells(change: Change, span: string, words: Wording): Row {
  const days = change.cause === undefined ? span : `${span} ${words.say('byZoneRules')}`;
  const value = (side: string | null) => text(side === null ? words.say('undefinedValue') : plainFigure(side));
  const rows = `${grouped(String(change.rowsBefore))} → ${grouped(String(change.rowsAfter))}`;
  return row([text(change.period), code(change.measure), text(days), value(change.before), text('→'), value(change.after), text(rows)]);
}

/** Who owes whom after this statement, and which totals are still open. */
export function balanceSection(statement: StatementBody, words: Wording): Block[] {
  const names = { brand: words.party('brand'), provider: words.party('provider') };
  const owed = statement.balance.replace('-', '');
  const key = /^0(\.0+)?$/.test(owed) ? 'nothingOwed' : statement.balance.startsWith('-') ? 'providerOwes' : 'brandOwes';
  const summary = words.say(key, { ...names, amount: moneyFigure(owed, statement.currency) });
  const columns = [left(words.say('openOf')), right(words.say('amount', { currency: statement.currency })), left(words.say('dueOn'))];
  const rows = statement.open.map(({ period, amount, dueOn }) =>
    row([text(period), text(grouped(amount)), dueCell(dueOn, statement.asOf, words)]),
  );
  return [
    { kind: 'heading', text: words.say('balance') },
    { kind: 'paragraph', text: text(summary, 'strong') },
    ...(rows.length === 0 ? [] : [{ kind: 'table' as const, columns, rows }]),
  ];
}

function dueCell(dueOn: string | null, asOf: string, words: Wording): Inline {
  if (dueOn === null) return text(words.say('dueUnknown'));
  return dueOn < asOf ? text(words.say('overdue', { on: dueOn }), 'bad') : text(dueOn);
}

/** The event files that counted. */
export function eventSection(statement: StatementBody, words: Wording): Block[] {
  if (statement.events.length === 0) return [];
  const rows = statement.events.map(({ file, digest }) => row([code(file), code(shortDigest(digest), 'dim')]));
  return [
    { kind: 'heading', text: words.say('events') },
    { kind: 'table', columns: [left(words.say('event')), left(words.say('digest'))], rows },
  ];
}

/** What ties the statement to its terms, its evidence and the one before it. */
export function digestSection(statement: StatementBody & { readonly digest?: string }, words: Wording): Block[] {
  const pairs = [
    { label: words.say('digestTerms'), value: code(shortDigest(statement.termsDigest), 'dim') },
    { label: words.say('digestEvidence'), value: code(shortDigest(statement.evidenceDigest), 'dim') },
    {
      label: words.say('digestPrevious'),
      value: statement.previousDigest === null ? text(words.say('first'), 'dim') : code(shortDigest(statement.previousDigest), 'dim'),
    },
    ...(statement.digest === undefined ? [] : [{ label: words.say('digestThis'), value: code(shortDigest(statement.digest), 'dim') }]),
  ];
  return [
    { kind: 'heading', text: words.say('digests') },
    { kind: 'pairs', pairs },
  ];
}

/** Enough of a digest to compare by eye. */
function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 16);
}
