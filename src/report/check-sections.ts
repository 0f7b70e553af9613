import { formName } from '../forms/form-link.js';
import { addDays } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { distinct } from '../kernel/objects.js';
import { rational } from '../kernel/rational.js';
import { listSeparator, localText, NO_FIGURE } from '../kernel/text.js';
import type { Anomaly, FactQuality, ReconcileResult, Scorecard, StatementBody } from '../settlement/model.js';
import type { ReportKey } from '../words/report.js';
import { type Block, code, type Inline, inlineText, left, type Row, right, row, type Tone, text } from './blocks.js';
import { reviewsOf } from './event-facts.js';
import { clockFigure, percentFigure } from './figures.js';
import { linkToForm } from './form-links.js';
import { holdsOf } from './held-groups.js';
import { measureFigure, namedFigure } from './measure-figure.js';
import { reachedDay } from './preview-note.js';
import type { ReportContext } from './report-context.js';
import { sourceName } from './source-name.js';
import { whyUnknown } from './why-unknown.js';
import type { Wording } from './wording.js';
import { wrongSignWords } from './wrong-sign-words.js';

/** Both sides of each reconciliation; nothing where none was agreed. */
export function reconcileSection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  if (card.reconcile.length === 0) return [];
  const columns = [
    left(words.say('reconcile')),
    right(words.say('left')),
    right(words.say('right')),
    right(words.say('gap')),
    right(words.say('tolerance')),
    left(words.say('result')),
  ];
  return [
    { kind: 'heading', text: words.say('reconcile') },
    { kind: 'table', columns, rows: card.reconcile.map((result) => reconcileRow(result, card, context, words)) },
  ];
}

function reconcileRow(result: ReconcileResult, card: Scorecard | StatementBody, context: ReportContext, words: Wording): Row {
  const rule = words.terms.definitions.reconcile.find((candidate) => candidate.id === result.id);
  const value = (side: string | null, name: string | undefined) =>
    text(side === null ? words.say('undefinedValue') : namedFigure(name ?? '', side, words));
  const share = (part: string | null) => text(part === null ? words.say('undefinedValue') : percentFigure(rational(part)));
  const [key, tone] = verdict(result);
  const sides = rule === undefined ? [] : [text(`${words.metricTitle(rule.left)} ↔ ${words.metricTitle(rule.right)}`, 'dim')];
  const unknown = [...(result.left === null ? [rule?.left] : []), ...(result.right === null ? [rule?.right] : [])];
  const notes = [
    ...unknown.flatMap((side) => (side === undefined ? [] : [text(sideUnknown(side, card, words), 'warn')])),
    ...reviewNotes(result, card, context, words),
    ...sides,
  ];
  return row(
    [
      code(result.id),
      value(result.left, rule?.left),
      value(result.right, rule?.right),
      share(result.gap),
      share(result.tolerance),
      text(words.say(key), tone),
    ],
    notes,
  );
}

/** Which side cannot be known, and why. */
function sideUnknown(name: string, card: Scorecard | StatementBody, words: Wording): string {
  const side = words.metricTitle(name);
  const reason = whyUnknown(name, card, words).join(listSeparator(words.locale));
  return reason === '' ? words.say('sideUnknownPlain', { side }) : words.say('sideUnknown', { side, reason });
}

/** The reviews by which a breach counts as looked at. */
function reviewNotes(
  { id, breached, onBreach, reviewed }: ReconcileResult,
  card: Scorecard,
  context: ReportContext,
  words: Wording,
): Inline[] {
  if (!breached || !reviewed || onBreach !== 'flag') return [];
  const reviews = reviewsOf(context, id).filter((event) => event.period === card.period || (card.to !== null && card.to <= event.date));
  return reviews.map((event) => words.inline('reviewedIn', { file: code(event.file) }));
}

/** A side that is not known is no breach of anybody's: there is nothing to compare. */
function verdict({ breached, left: one, right: other, onBreach, reviewed }: ReconcileResult): [ReportKey, Tone] {
  if (!breached) return ['agrees', 'good'];
  const [holds, isReviewed, flagged] =
    one === null || other === null
      ? (['incomparableHolds', 'incomparableReviewed', 'incomparableFlagged'] as const)
      : (['breachHolds', 'breachReviewed', 'breachFlagged'] as const);
  if (onBreach === 'hold') return [holds, 'warn'];
  return reviewed ? [isReviewed, 'dim'] : [flagged, 'warn'];
}

/** Days far outside the usual, and below them how to acknowledge all that is flagged; nothing where there is nothing. */
export function anomalySection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  return [...anomalyTable(card, context, words), ...reviewHint(card, context, words)];
}

function anomalyTable(card: Scorecard, context: ReportContext, words: Wording): Block[] {
  if (card.anomalies.length === 0) return [];
  const columns = [
    left(words.say('anomaly')),
    left(words.say('measure')),
    right(words.say('value')),
    right(words.say('usual')),
    right(words.say('deviation')),
    left(words.say('reviewState')),
  ];
  return [
    { kind: 'heading', text: words.say('anomalies') },
    { kind: 'table', columns, rows: anomalyRows(card.anomalies, context, words) },
  ];
}

/** How all that is flagged is acknowledged at once, below what is: the line of an event file, and the form or the command that writes it. */
function reviewHint(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  if (card.anomalies.length + card.reconcile.length === 0) return [];
  const ids = flaggedIds(card, context, words).join(', ');
  if (ids === '') return [];
  const acknowledges = code(`acknowledges: [${ids}]`);
  // who reads a page or a pull request has no clone to type a command in
  if (context.repository !== undefined || context.today !== undefined) {
    const { contract, period } = card;
    const link = linkToForm(context, 'review', { contract, period, acknowledges: ids.split(', ').join('\n') }, words);
    const form = link.length === 0 ? text(formName('review', words.locale)) : link;
    return [{ kind: 'paragraph', text: words.inline('anomalyHintForm', { acknowledges, form }) }];
  }
  const command = `concord event ${card.contract} review party=brand period=${card.period} "acknowledges=[${ids}]" "findings=[...]"`;
  const hint = words.inline('anomalyHint', {
    acknowledges,
    command: code(command),
    found: code('...'),
    other: code('party=provider'),
  });
  return [{ kind: 'paragraph', text: hint }];
}

/**
 * Everything flagged that either party may acknowledge: anomalies, reconciliations, and what else holds a line, also one of an earlier period;
 * but no reconciliation that waits for data, which may agree once they are there, and none of a period that is not over.
 */
function flaggedIds(card: Scorecard | StatementBody, context: ReportContext, words: Wording): readonly string[] {
  const anomalies = card.anomalies.filter(({ reviewed }) => !reviewed).map(({ id }) => id);
  if ('running' in card && card.running !== undefined) return distinct(anomalies);
  const holds = holdsOf(card, context, words);
  const later = new Set(holds.flatMap(({ mayReview }) => mayReview));
  const breaches = card.reconcile.filter(({ breached, onBreach, reviewed }) => breached && onBreach === 'flag' && !reviewed);
  return distinct([
    ...anomalies,
    ...breaches.map(({ id }) => id).filter((id) => !later.has(id)),
    ...holds.flatMap(({ byEither }) => byEither),
  ]);
}

/** A row each; what is said of the rows of one file stands below the first. */
function anomalyRows(anomalies: readonly Anomaly[], context: ReportContext, words: Wording): Row[] {
  const said = new Set<string>();
  return anomalies.map((anomaly) => {
    const { notes, ...of } = anomalyRow(anomaly, context, words);
    const fresh = notes.filter((note) => !said.has(inlineText(note)));
    for (const note of fresh) said.add(inlineText(note));
    return { ...of, notes: fresh };
  });
}

function anomalyRow(anomaly: Anomaly, context: ReportContext, words: Wording): Row {
  const review = anomaly.reviewed ? reviewedBy(anomaly, context, words) : text(words.say('toReview'), 'warn');
  if ('silence' in anomaly) {
    const { day, to, measure } = anomaly;
    const cells = [
      text(day === to ? day : words.say('dayRange', { from: day, to })),
      words.measure(measure),
      text(words.say('noRows')),
      text(NO_FIGURE),
      text(NO_FIGURE),
    ];
    return row([...cells, review], [silenceNote(anomaly, words)]);
  }
  const { day, measure, value, median, z } = anomaly;
  return row([
    text(day),
    words.measure(measure),
    text(measureFigure(measure, value, words)),
    text(measureFigure(measure, median, words)),
    text(z),
    review,
  ]);
}

/** What days without rows may be, and what to do about them. */
function silenceNote({ silence, measure }: Extract<Anomaly, { silence: unknown }>, words: Wording): Inline {
  const fact = code(sourceName(measure, words.terms));
  return words.inline(({ 'no-file': 'silenceNoFile', stops: 'silenceStops', never: 'silenceNever' } as const)[silence], { fact });
}

/** The review that names the day; a day inside an agreed exclusion counts as reviewed, too. */
function reviewedBy(anomaly: Anomaly, context: ReportContext, words: Wording): Inline {
  const [review] = reviewsOf(context, anomaly.id);
  return review === undefined ? text(words.say('reviewed'), 'dim') : words.inline('reviewedIn', { file: code(review.file) });
}

/** What is known of the data: per fact its rows, freshness and flaws. */
export function qualitySection(card: Scorecard, { signs = [] }: Pick<ReportContext, 'signs'>, words: Wording): Block[] {
  if (card.facts.length === 0) return [];
  const columns = [
    left(words.say('fact')),
    left(words.say('custodian')),
    right(words.say('rows')),
    left(words.say('freshAt', { zone: words.terms.contract.calendar.timezone })),
    left(words.say('complete')),
    right(words.say('duplicates')),
    right(words.say('nullDates')),
  ];
  return [
    { kind: 'heading', text: words.say('quality') },
    { kind: 'table', columns, rows: card.facts.map((fact) => factRow(fact, card, words)) },
    ...card.facts.filter(lacksDates).map((fact) => ({ kind: 'paragraph' as const, text: undatedNote(fact, words) })),
    ...signs.map((wrong) => ({
      kind: 'paragraph' as const,
      text: text(words.say('wrongSign', wrongSignWords(wrong, card.period, words.locale)), 'warn'),
    })),
  ];
}

/** Whether rows that are in no period, because they have no date, are more than 1% of what the period may have. */
function lacksDates({ rows, nullWhen }: FactQuality): boolean {
  return nullWhen * 100 > rows + nullWhen;
}

function undatedNote(fact: FactQuality, words: Wording): Inline {
  return words.inline('undatedRows', {
    fact: code(fact.id),
    undated: text(grouped(String(fact.nullWhen)), 'warn'),
    rows: text(grouped(String(fact.rows))),
  });
}

function factRow(fact: FactQuality, card: Scorecard, words: Wording): Row {
  const custodian = words.terms.definitions.facts.find((candidate) => candidate.id === fact.id)?.custodian;
  const count = (value: number) => text(grouped(String(value)), value === 0 ? undefined : 'warn');
  return row([
    code(fact.id),
    text(custodian === undefined ? '' : words.party(custodian)),
    text(grouped(String(fact.rows))),
    text(fact.freshAt === null ? words.say('never') : clockFigure(fact.freshAt, words.terms.contract.calendar.timezone)),
    completeCell(fact, card, words),
    count(fact.duplicateKeys),
    count(fact.nullWhen),
  ]);
}

/** Whether the data reach the period's end; of one that is still running no data can: there it is through which day they reach. */
function completeCell({ complete, freshAt }: FactQuality, { running, asOf }: Scorecard, words: Wording): Inline {
  const through = complete || running === undefined ? null : reachedDay({ freshAt }, words.terms.contract.calendar.timezone);
  if (through === null) return text(words.say(complete ? 'isComplete' : 'isStale'), complete ? 'good' : 'warn');
  return text(words.say('reaches', { through }), through >= addDays(asOf, -1) ? 'good' : 'warn');
}

/** What was counted, with the definition both parties signed. */
export function measureSection(card: Scorecard, words: Wording): Block[] {
  const measures = words.terms.definitions.measures.filter((measure) => Object.hasOwn(card.measures, measure.id));
  if (measures.length === 0) return [];
  const rows = measures.map((measure) => {
    const value = card.measures[measure.id] ?? null;
    return row([
      words.measure(measure.id),
      value === null ? text(words.say('undefinedValue'), 'warn') : text(measureFigure(measure.id, value, words)),
      text(localText(measure.definition, words.locale), 'dim'),
    ]);
  });
  return [
    { kind: 'heading', text: words.say('measures') },
    { kind: 'table', columns: [left(words.say('measure')), right(words.say('value')), left(words.say('definition'))], rows },
  ];
}
