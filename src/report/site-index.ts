import type { LocalDate } from '../kernel/calendar.js';
import { type Locale, localText } from '../kernel/text.js';
import type { Outlook } from '../outlook/model.js';
import type { Standing } from '../settlement/standing.js';
import { isAwaited, isMoney } from '../settlement/tasks.js';
import { chanceText } from '../words/outlook.js';
import { type SiteTextKey, siteText } from '../words/site.js';
import { statusText } from '../words/status.js';
import { type Block, type Column, dotted, type Inline, left, type Row, row, type Tone, text } from './blocks.js';
import { contractPlace, INDEX, type Page, pageAt, sitePhrase } from './site-page.js';
import { daysText, openCell, openTotal, type ReportedStanding, runningText, taskTexts, waitingCell } from './status.js';
import { wording } from './wording.js';

/** A contract's row: where it stands, and what its running period may come to. */
export interface IndexedContract {
  readonly standing: ReportedStanding;
  readonly outlook: Outlook | null;
  /** The running period could not be measured. */
  readonly isUnmeasured?: true;
}

/** The site's first page: a contract a row, in the words of `concord status`. */
export function indexPage(contracts: readonly IndexedContract[], days: readonly LocalDate[], locale: Locale): Page {
  const asOf = daysText(days, locale);
  const title = siteText('index', locale);
  const isLong = contracts.length > FEW;
  const chances = contracts.every(({ outlook }) => outlook === null) ? 0 : isLong ? 1 : KPIS;
  // a hundred contracts have no room for a title beside each value, and a state such as "to be paid" says what it is
  const titled = isLong ? speaking : left;
  const columns = [
    left(statusText('column.contract', locale)),
    titled(siteText('column.state', locale)),
    titled(statusText('column.running', locale)),
    titled(statusText('column.open', locale)),
    ...(chances === 0 ? [] : [left(siteText(chances === 1 ? 'column.hardest' : 'column.chance', locale))]),
    titled(siteText('column.next', locale)),
  ];
  const rows = contracts.map((each) => contractRow(each, { chances, isLong }, locale));
  const table: Block = { kind: 'table', columns, rows };
  const sheet: Block[] = [
    { kind: 'title', text: text(title), subtitle: text(statusText('as-of', locale, { asOf })) },
    contracts.length === 0 ? sitePhrase('none', locale) : table,
    ...(contracts.some(({ standing }) => (standing.standing?.stale.length ?? 0) > 0)
      ? [{ kind: 'paragraph' as const, text: text(statusText('late-data', locale), 'dim') }]
      : []),
  ];
  return pageAt(INDEX, locale, asOf, [], { title, sheet, more: [] });
}

/** A column whose values stand without its title on a phone. */
function speaking(title: string): Column {
  return { ...left(title), speaks: true };
}

/** What a row has room for. */
interface Room {
  /** How many KPIs are told, the least likely first. */
  readonly chances: number;
  /** Whether there are so many rows that each says less: a page is at most 60 kB. */
  readonly isLong: boolean;
}

function contractRow({ standing: reported, outlook, isUnmeasured }: IndexedContract, { chances, isLong }: Room, locale: Locale): Row {
  const { contract, isUnread, terms, standing, tasks } = reported;
  const words = terms === null ? null : wording(terms, locale);
  const unmeasured = isUnmeasured === true ? [text(siteText('next-unmeasured', locale), 'bad')] : [];
  const [first, ...more] = [...unmeasured, ...taskTexts(tasks, contract, words, locale, { pageOf: () => null, formsOf: () => [] })];
  const href = contractPlace(contract);
  const title = terms === null ? contract : localText(terms.contract.title, locale);
  const name: Inline = [{ text: title, href }, ...(title === contract ? [] : [{ text: ' ' }, { text: contract, code: true }])];
  const state = stateCell(reported, isUnmeasured === true, locale);
  // The contract's own page has all of them.
  const others = more.length === 0 ? [] : text(siteText('next-more', locale, { count: more.length }), isLong ? undefined : 'dim');
  const next = dotted([first ?? [], others]);
  if (standing === null || words === null) return row([name, state, [], [], ...(chances === 0 ? [] : [[]]), next]);
  const chance = chances === 0 ? [] : [chanceCell(outlook, chances, words, locale)];
  const cells = [
    name,
    state,
    isUnread === true ? [] : text(runningText(standing, words, locale)),
    isLong ? openTotal(standing) : openCell(standing, words, locale),
    ...chance,
  ];
  const none = standing.next === null ? siteText('next-none', locale) : nextText(standing.next, locale);
  const waits = waitingCell(standing, words, locale);
  return row([...cells, first === undefined ? text(none, 'dim') : next], waits.length === 0 ? [] : [waits]);
}

function nextText({ period, on }: NonNullable<Standing['next']>, locale: Locale): string {
  return statusText('task.none', locale, { period, on });
}

/** The state in a word: what is most pressing of it. */
function stateCell(reported: ReportedStanding, isUnmeasured: boolean, locale: Locale): Inline {
  const [key, tone] = stateOf(reported, isUnmeasured);
  return text(siteText(key, locale), tone);
}

function stateOf({ isUnread, standing, tasks }: ReportedStanding, isUnmeasured: boolean): readonly [SiteTextKey, Tone] {
  if (isUnread === true || standing === null) return ['state.errors', 'bad'];
  const { asOf, state, open, refunds, due, disputes, holds, waits } = standing;
  if (tasks.some((task) => isMoney(task) && task.overdue)) return ['state.overdue', 'bad'];
  if (due.length > 0) return ['state.settle', due.some(({ since }) => since < asOf) ? 'bad' : 'note'];
  if (disputes.length > 0) return ['state.disputed', 'warn'];
  if (isUnmeasured) return ['state.unmeasured', 'bad'];
  // beside an amount that is open "held" would be read of that amount: what is held is told below
  if (open.length > 0) return ['state.pay', 'note'];
  if (refunds.length > 0) return ['state.repay', 'note'];
  if (holds.length > 0) return ['state.held', 'warn'];
  if (waits.some((wait) => isAwaited(wait, asOf))) return ['state.waits', 'warn'];
  return [`state.${state}`, state === 'running' ? 'good' : 'dim'];
}

/** How likely each KPI reaches its target, the least likely first. */
function chanceCell(outlook: Outlook | null, most: number, words: ReturnType<typeof wording>, locale: Locale): Inline {
  const chances = (outlook?.kpis ?? []).flatMap(({ id, levels }) => {
    const chance = levels.find(({ level }) => level === 'target')?.chance;
    return chance == null ? [] : [{ id, chance }];
  });
  if (chances.length === 0) return [];
  const told = chances
    .sort((a, b) => Number(a.chance) - Number(b.chance))
    .slice(0, most)
    .map(({ id, chance }) => words.say('withMore', { text: words.kpiTitle(id), more: chanceText(chance, locale) }));
  return text(told.join(' · '));
}

const KPIS = 3;
/** Of more contracts each tells its hardest target and what is open, and no more: its own page has all. */
const FEW = 30;
