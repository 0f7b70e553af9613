import { touches } from '../attainment/exclusions.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { eventFile } from '../contract/paths.js';
import type { PeriodId } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { leftOpen } from '../settlement/balance.js';
import type { StatementBody } from '../settlement/model.js';
import { commentText } from '../words/comment.js';
import { siteText } from '../words/site.js';
import { type Block, code, type Inline, type ListItem, text } from './blocks.js';
import { eventWords } from './event-words.js';
import { moneyFigure } from './figures.js';
import { lineState } from './line-state.js';
import { asItStands } from './open-now.js';
import { labelled } from './punctuation.js';
import type { Later, LaterStatement, ReportContext } from './report-context.js';
import { periodFile } from './site-page.js';
import { witnessLine } from './witness.js';
import type { Wording } from './wording.js';

/** The days that a statement is about, in which zone, and the events that it counted. */
interface Settled extends Pick<StatementBody, 'period' | 'from' | 'to' | 'events'> {
  readonly zone: string;
}

/** @param known every event up to the day of asking; @param after the statements that follow; @param payments those of the statement. */
export function laterThan(
  settled: Settled,
  after: readonly LaterStatement[],
  known: readonly ContractEvent[],
  payments: Later['payments'],
): Later {
  const counted = new Set(settled.events.map(({ file }) => file));
  const byFile = new Map(known.map((event) => [event.file, event]));
  return { statements: after, payments, events: known.filter((event) => !counted.has(event.file) && isAbout(event, settled, byFile)) };
}

/** Whether an event is about a period: it names it, answers one that does, or leaves out some of its days. */
function isAbout(event: ContractEvent, settled: Settled, byFile: ReadonlyMap<string, ContractEvent>): boolean {
  if ('period' in event) return event.period === settled.period;
  if (event.kind === 'exclusion') return leavesOut(event, settled);
  const answered = 'answers' in event ? byFile.get(event.answers) : undefined;
  return answered !== undefined && isAbout(answered, settled, byFile);
}

function leavesOut(event: Extract<ContractEvent, { kind: 'exclusion' }>, { period, from, to, zone }: Settled): boolean {
  if (event.treatment.kind === 'waive') return event.treatment.periods.includes(period);
  return from !== null && to !== null && touches(event, { from, to }, zone);
}

/** Below the first lines of a statement's page: what was filed about it later, what later statements changed of it, what is open of it now. */
export function laterSection(statement: StatementBody, context: ReportContext, words: Wording): Block[] {
  const { later } = context;
  const { period, evidenceDigest } = statement;
  if (later === undefined) return [];
  const items = [
    ...[...later.events, ...later.payments]
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
      .map((event) => eventItem(event, { evidenceDigest, statements: later.statements }, context, words)),
    ...later.statements.flatMap((statement) => lineItems(period, statement, words)),
    ...openItem(statement, context, words),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: siteText('later', words.locale) },
    { kind: 'list', items },
  ];
}

function eventItem(
  event: ContractEvent,
  { evidenceDigest, statements }: Pick<StatementBody, 'evidenceDigest'> & Pick<Later, 'statements'>,
  { repository, terms }: ReportContext,
  words: Wording,
): ListItem {
  const { locale, currency } = words;
  const kind = `${event.date} · ${commentText(`event.${event.kind}`, locale)}`;
  const path = eventFile(terms.contract.id, event.file);
  const file: Inline = repository === undefined ? code(event.file) : [{ text: event.file, href: `${repository}/blob/HEAD/${path}` }];
  const counted = statements.find(({ events }) => events.some((each) => each.file === event.file));
  // a payment is counted from its day on, in whatever statement it is listed
  const uncounted = event.kind === 'witness' || event.kind === 'payment' ? [] : [text(siteText('later-uncounted', locale), 'warn')];
  const said =
    event.kind === 'witness'
      ? witnessLine(event, evidenceDigest, terms.contract, locale)
      : eventWords(event, currency, locale, ['period'], words);
  return {
    text: [...text(labelled(kind, said, locale)), ...text(' · '), ...file],
    notes: counted === undefined ? uncounted : [statementLink(counted, 'later-counted', words)],
  };
}

/** What a later statement pays or takes back for the period. */
function lineItems(period: PeriodId, statement: LaterStatement, words: Wording): ListItem[] {
  const about = new RegExp(`(^|/)(true-up|correction)/${period}/`);
  const own = statement.lines.filter(({ id }) => about.test(id));
  return own.map((line) => ({
    text: [
      ...statementLink(statement, 'later-statement', words),
      ...text(words.locale === 'zh' ? '：' : ': '),
      ...words.line(line.id),
      ...text(` ${grouped(line.amount)} · ${lineState(line, words)}`),
    ],
    notes: [],
  }));
}

/** What is still open of a total on the day that the page is of, where that is not what its first lines said on its own. */
function openItem(statement: StatementBody, context: ReportContext, words: Wording): ListItem[] {
  const { now, later } = context;
  if (now === undefined || statement.total.startsWith('-') || !/[1-9]/.test(statement.total)) return [];
  const left = leftOpen(asItStands(statement, context));
  if (left === leftOpen(statement) && later?.statements.length === 0) return [];
  const amount = left === null ? '' : moneyFigure(left, words.currency);
  return [{ text: text(siteText(left === null ? 'later-paid' : 'later-open', words.locale, { amount, asOf: now.asOf })), notes: [] }];
}

function statementLink({ period }: LaterStatement, key: 'later-statement' | 'later-counted', { locale }: Wording): Inline {
  return [{ text: siteText(key, locale, { period }), href: periodFile(period) }];
}
