import { grouped } from '../kernel/grouped.js';
import { type Locale, localText, NO_FIGURE } from '../kernel/text.js';
import type { Why } from '../outlook/why.js';
import { isDisputable } from '../settlement/disputable.js';
import type { Scorecard } from '../settlement/model.js';
import type { OpenAmount, Standing } from '../settlement/standing.js';
import type { Task } from '../settlement/tasks.js';
import { siteText } from '../words/site.js';
import { type Block, code, type Inline, left, type Row, right, row, type Table, text, withCode } from './blocks.js';
import { anomalySection, qualitySection } from './check-sections.js';
import { dutySection } from './duty-section.js';
import { moneyFigure } from './figures.js';
import { firstLines, payDayText, settledFrom } from './first-lines.js';
import { headerSection } from './header.js';
import { milestoneSection } from './milestone-section.js';
import { lineSection, totalSection } from './money-sections.js';
import { oneSheet } from './one-sheet.js';
import { outlookParts } from './outlook.js';
import { outlookFans } from './outlook-fans.js';
import { payBridge } from './pay-bridge.js';
import type { ReportContext } from './report-context.js';
import { runningNote, runningSection } from './running-section.js';
import { gateSection, kpiSection } from './score-sections.js';
import type { ReportedScore } from './scorecard-comment.js';
import { contractPlace, INDEX, type Page, pageAt, pageLink, periodFile, sitePhrase } from './site-page.js';
import type { SettledReport } from './site-period.js';
import { type ReportedStanding, taskTexts, taskWords, termText } from './status.js';
import { taskForms } from './task-forms.js';
import { whyTelling } from './why-telling.js';
import { type Wording, wording } from './wording.js';

/** What a contract's page is made of. */
export interface ContractReport {
  readonly standing: ReportedStanding;
  /** The repository's page on its forge, for links to forms; null: not known. */
  readonly repository: string | null;
  /** Oldest first. */
  readonly settled: readonly SettledReport[];
  /** The running period as it is measured; null where none runs or it was not asked for; `refused` where it could not be measured. */
  readonly running: { readonly card: Scorecard; readonly report: ReportContext } | 'refused' | null;
  /** Periods that have ended and are not settled, as they are measured so far; without those that were not measured. */
  readonly unsettled: readonly ReportedScore[];
  /** What moved with the pay of the last period that was settled; null where there is nothing to compare. */
  readonly why: Why | null;
}

/** A contract's page: what its running period may come to, what is to be done next, its KPIs; below it statements and what moved. */
export function contractPage(contract: ContractReport, asOf: string, locale: Locale): Page {
  const { contract: id, terms, standing } = contract.standing;
  const title = terms === null ? id : localText(terms.contract.title, locale);
  const place = contractPlace(id);
  const heading: Block = { kind: 'title', text: text(title), subtitle: code(id) };
  const above = [pageLink(siteText('index', locale), `../${INDEX}`)];
  const page = (sheet: readonly Block[], more: readonly Block[], folded: readonly (readonly Block[])[] = []) =>
    pageAt(place, locale, asOf, above, { title, sheet, more, folded });
  if (terms === null || standing === null) {
    return page([heading, sitePhrase('has-errors', locale, { contract: id })], statementList(contract, locale));
  }
  const words = wording(terms, locale);
  const { running } = contract;
  const measured = running === null || running === 'refused' ? null : running;
  const sections = measured === null ? settledSheet(contract, standing, words) : runningSheet(measured, contract, words);
  const { sheet, over } = oneSheet([[heading], endedNotes(contract, standing, words), ...sections]);
  const more = [
    ...statementList(contract, locale),
    ...over,
    ...bridge(contract, words),
    ...(measured === null ? [] : anomalySection(measured.card, measured.report, words)),
  ];
  const ended = contract.unsettled.map((each) => endedLines(each, words));
  const { outlook } = measured?.report ?? {};
  const days = outlook === undefined || measured === null ? [] : outlookFans(outlook, measured.report.terms, locale);
  const quality = measured === null ? [] : qualitySection(measured.card, measured.report, words);
  return page(sheet, more, [...ended, days, quality, commands(contract, words)]);
}

/** Which periods have ended and are not settled: for how much, as far as it is known, and when. */
function endedNotes({ unsettled }: ContractReport, standing: Standing, { locale, currency }: Wording): Block[] {
  return standing.unsettled.map(({ period, settlesOn: on }): Block => {
    const total = unsettled.find(({ card }) => card.period === period)?.card.total;
    const said =
      total === undefined
        ? siteText('ended-unmeasured', locale, { period, on })
        : siteText('ended-measured', locale, { period, on, amount: moneyFigure(total, currency) });
    return { kind: 'paragraph', text: text(said, 'strong') };
  });
}

/** What such a period comes to line by line, and its KPIs. */
function endedLines({ card, context }: ReportedScore, words: Wording): Block[] {
  return [
    { kind: 'heading', text: siteText('ended-lines', words.locale, { period: card.period }) },
    totalSection(card, context, words),
    ...lineSection(card, context, words),
    ...kpiSection(card, context, words),
  ];
}

/** Of a period that runs: what it may pay, its next steps, and where its KPIs stand and may end. */
function runningSheet(
  { card, report }: Exclude<ContractReport['running'], 'refused' | null>,
  contract: ContractReport,
  words: Wording,
): Block[][] {
  const { running } = card;
  const { ended = null } = contract.standing.standing ?? {};
  const outlook = report.outlook === undefined ? null : outlookParts(report.outlook, report.terms, words.locale);
  return [
    [...earlyEnd(ended, words), outlook?.pay ?? runningNote(card, words), ...settledFrom(card, report, words)],
    steps(contract, words),
    running === undefined ? kpiSection(card, report, words) : runningSection(card, running, report, words),
    [...(outlook?.kpis ?? [])],
    [...(outlook?.fees ?? [])],
    [...dutySection(card, report, words), ...milestoneSection(card, report, words)],
    headerSection(card, report, words),
    [...(outlook?.gates ?? [])],
  ];
}

/** That a party has ended the contract: whoever reads on is to know it first. */
function earlyEnd(ended: Standing['ended'], { locale, party }: Wording): Block[] {
  if (ended === null) return [];
  return [{ kind: 'paragraph', text: text(siteText('ended-early', locale, { party: party(ended.by), on: ended.on }), 'warn') }];
}

/** Where no period is measured: the state, what is to be done, and the last statement. */
function settledSheet(contract: ContractReport, standing: Standing, words: Wording): Block[][] {
  const { locale } = words;
  const last = contract.settled.at(-1);
  const lacks = contract.running === 'refused' ? 'unmeasured-refused' : standing.state === 'running' ? 'unmeasured' : null;
  const stands: Block[] =
    contract.standing.isUnread === true
      ? [{ kind: 'paragraph', text: text(siteText('has-errors-settled', locale, { contract: contract.standing.contract }), 'bad') }]
      : [
          { kind: 'paragraph', text: text(termText(standing, words, locale), 'strong') },
          ...(lacks === null ? [] : [sitePhrase(lacks, locale)]),
        ];
  return [stands, steps(contract, words), ...(last === undefined ? [] : lastStatement(last, locale))];
}

function lastStatement({ statement, report }: SettledReport, locale: Locale): Block[][] {
  const words = wording(report.terms, locale);
  const link = pageLink(siteText('open-statement', locale), periodFile(statement.period));
  return [
    [
      { kind: 'heading', text: siteText('last-statement', locale, { period: statement.period }) },
      totalSection(statement, report, words),
      ...firstLines(statement, report, words),
      { kind: 'paragraph', text: link },
    ],
    kpiSection(statement, report, words),
    gateSection(statement, words),
    dutySection(statement, report, words),
    headerSection(statement, report, words),
  ];
}

/** What is to be done: what is about a statement leads to its page, where its forms are. */
function steps({ standing: { tasks, contract }, settled, running, repository }: ContractReport, words: Wording): Block[] {
  const { locale } = words;
  const last = settled.at(-1)?.statement.period ?? null;
  const formsOf = (task: Task) => taskForms(task, { contract, repository, settled: last }, words);
  const unmeasured = running === 'refused' ? [text(siteText('next-unmeasured', locale), 'bad')] : [];
  const periods = new Set(settled.map(({ statement }) => statement.period));
  const pageOf = (task: Task) => ('period' in task && task.period !== null && periods.has(task.period) ? periodFile(task.period) : null);
  const told = [...unmeasured, ...taskTexts(tasks, contract, words, locale, { pageOf, formsOf })];
  const items = told.map((each) => ({ text: each, notes: [] }));
  return [
    { kind: 'heading', text: siteText('next-steps', locale) },
    items.length === 0 ? sitePhrase('next-none', locale) : { kind: 'list', items },
  ];
}

/** What is to be done at a command line, for whoever has one: nothing where no task has a command. */
function commands({ standing: { tasks, contract } }: ContractReport, words: Wording): Block[] {
  const { locale } = words;
  const isDone = (task: Task) => taskWords(task, contract, words, locale, 'page') !== taskWords(task, contract, words, locale);
  const items = tasks.filter(isDone).map((task) => ({ text: withCode(taskWords(task, contract, words, locale)), notes: [] }));
  const heading: Block = { kind: 'heading', text: siteText('commands', locale) };
  return items.length === 0 ? [] : [heading, { kind: 'list', items }];
}

/** Every statement with its days and what is open of it, the newest first; their totals as a line. */
function statementList({ settled, standing: { isUnread, standing } }: ContractReport, locale: Locale): Block[] {
  const heading: Block = { kind: 'heading', text: siteText('statements', locale) };
  const last = settled.at(-1);
  // of a ledger that cannot be read nobody knows whether it has none
  if (last === undefined) return isUnread === true ? [] : [heading, sitePhrase('statements-none', locale)];
  const words = wording(last.report.terms, locale);
  const { currency } = words;
  const columns = [
    left(words.say('period')),
    right(words.say('amount', { currency })),
    left(words.say('payBy')),
    left(words.say('disputeUntil')),
    ...(standing === null ? [] : [right(siteText('column.open-now', locale, { currency }))]),
  ];
  const table: Table = { kind: 'table', columns, rows: settled.toReversed().map((each) => statementRow(each, standing, words)) };
  const points = settled.map(({ statement: { period, total } }) => ({
    label: period,
    at: { value: total, text: `${period} ${moneyFigure(total, currency)}` },
  }));
  return [heading, { kind: 'chart', title: siteText('statements', locale), chart: { shape: 'lines', points }, table }];
}

function statementRow({ statement }: SettledReport, standing: Standing | null, words: Wording): Row {
  const { period, total, disputableUntil } = statement;
  const nothing = text(NO_FIGURE, 'dim');
  const open = standing?.open.find((each) => each.period === period);
  const refund = standing?.refunds.find((each) => each.period === period);
  const none = text(siteText('nothing-open', words.locale), 'dim');
  return row([
    pageLink(period, periodFile(period)),
    text(grouped(total)),
    text(payDayText(statement, words)),
    isDisputable(statement) ? text(disputableUntil) : nothing,
    ...(standing === null ? [] : [open !== undefined ? openNow(open, '') : refund !== undefined ? openNow(refund, '-') : none]),
  ]);
}

/** What is open of a statement today, below 0 where it is to be paid back. */
function openNow({ amount, overdue }: OpenAmount, sign: '' | '-'): Inline {
  return text(grouped(`${sign}${amount}`), overdue ? 'bad' : undefined);
}

function bridge({ why }: ContractReport, words: Wording): Block[] {
  if (why === null || why.pay === null || why.than === null) return [];
  const title = siteText('bridge', words.locale, { than: why.than, period: why.period });
  return [{ kind: 'heading', text: title }, ...payBridge(title, why, whyTelling(why, words.terms, words.locale))];
}
