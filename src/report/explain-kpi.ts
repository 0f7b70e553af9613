import { evaluate, measuresOf, vocabulary } from '../attainment/measures.js';
import { known } from '../attainment/value.js';
import { scoreOf } from '../contract/curve.js';
import { bareWord } from '../contract/synonyms.js';
import { exactly } from '../kernel/number-field.js';
import { type Rational, rational } from '../kernel/rational.js';
import { LOCALES, type Locale } from '../kernel/text.js';
import type { KpiResult, Scorecard, Statement } from '../settlement/model.js';
import { type Block, type Branch, code, dotted, inlineText, named, text } from './blocks.js';
import { scoreDerivation } from './derived.js';
import { metricFigure, percentFigure } from './figures.js';
import { keptMeasures, keptNotes } from './kept-notes.js';
import { kpiFigures, lineOfKpi } from './kpi-figures.js';
import { exactMeasure } from './measure-figure.js';
import { compositeDerivation, paidScores } from './paid-scores.js';
import type { ReportContext } from './report-context.js';
import { kpiSheet } from './sheets.js';
import { type Wording, wording } from './wording.js';

/** The KPIs that somebody names: by id, by title in either language, or by both as a report shows them. */
export function kpisNamed(card: Pick<Scorecard, 'kpis'>, name: string, { terms }: Pick<ReportContext, 'terms'>): readonly KpiResult[] {
  const wanted = bareWord(name);
  const titles = (id: string) => LOCALES.map((locale) => wording(terms, locale).kpiTitle(id));
  const called = card.kpis.filter(({ id }) =>
    [id, ...titles(id), ...titles(id).map((title) => `${title} · ${id}`)].map(bareWord).includes(wanted),
  );
  return card.kpis.some(({ id }) => id === name) ? called.filter(({ id }) => id === name) : called;
}

/** Whether somebody names the composite. */
export function isComposite(name: string, { terms }: Pick<ReportContext, 'terms'>): boolean {
  return ['composite', ...LOCALES.map((locale) => wording(terms, locale).kpiTitle('composite'))].map(bareWord).includes(bareWord(name));
}

/** The statement that a score is explained from. */
type Explained = Scorecard & Pick<Statement, 'lines'>;

/** How a KPI came to its score: what was measured, the levels, and the line between them in numbers. */
export function kpiBlocks(kpi: KpiResult, card: Explained, context: ReportContext, locale: Locale): Block[] {
  const words = wording(context.terms, locale);
  const terms = context.terms.contract.kpis.find(({ id }) => id === kpi.id);
  const score = exactly(kpi.score, kpi.scoreExact);
  const children = [
    ...(terms === undefined ? [] : [leaf(words.say('clause'), code(`${terms.clause.file}:${terms.clause.line}`), words)]),
    actualBranch(kpi, card, context, words),
    ...keptNotes(kpi, card, context, words).map((note) => leaf(words.say('excluded'), text(note), words)),
    leaf(words.say('levels'), text(levelsText(kpi, words)), words),
    ...reasonsOf(kpi.reasons, words),
    ...paidAs(card, kpi.id, score, words),
    ...derivationOf(kpi, context, words),
  ];
  const label = dotted([
    named(words.kpiTitle(kpi.id), kpi.id),
    text(scoreText(score, words), 'strong'),
    text(words.say(`kpi.${kpi.state}`)),
  ]);
  return [{ kind: 'tree', root: { label, children }, sheet: () => kpiSheet({ ...card, kpis: [kpi] }, words) }];
}

/** How the scores of the KPIs came to the composite's. */
export function compositeBlocks(card: Explained, context: ReportContext, locale: Locale): Block[] {
  const { compositeState: state } = card;
  const words = wording(context.terms, locale);
  const score = exactly(card.composite, card.compositeExact);
  const { rule } = context.terms.contract.composite;
  const scored = card.kpis.flatMap((kpi) => {
    const value = exactly(kpi.score, kpi.scoreExact);
    return value === null || kpi.state === 'waived' || kpi.state === 'held' ? [] : [{ kpi, score: value, weight: rational(kpi.weight) }];
  });
  const kpis = card.kpis.map((kpi): Branch => {
    const value = scoreText(exactly(kpi.score, kpi.scoreExact), words);
    const said = [value, words.say('weight', { value: percentFigure(rational(kpi.weight)) }), words.say(`kpi.${kpi.state}`)];
    return leaf(words.kpiTitle(kpi.id), text(said.join(' · ')), words);
  });
  const sum = compositeDerivation(scored, context.terms);
  // A composite that a rule decides says so by its reasons.
  const derived = score !== null && sum?.endsWith(` ${percentFigure(score)}`) === true ? sum : null;
  const children = [
    { label: text(words.say(rule === 'min' ? 'compositeMin' : 'compositeMean'), 'dim'), children: kpis },
    ...reasonsOf(state?.reasons ?? [], words),
    ...paidAs(card, 'composite', score, words),
    ...(derived === null ? [] : [leaf(words.say('calculation'), text(derived), words)]),
  ];
  const label = dotted([
    text(words.say('composite'), 'strong'),
    text(scoreText(score, words), 'strong'),
    ...(state === null || state.state === 'scored' ? [] : [text(words.say(`kpi.${state.state}`))]),
  ]);
  return [{ kind: 'tree', root: { label, children }, sheet: () => kpiSheet(card, words) }];
}

function leaf(label: string, value: Branch['label'], words: Wording): Branch {
  return { label: [{ text: label, tone: 'dim' }, { text: words.say('colon') }, ...value], children: [] };
}

function reasonsOf(reasons: KpiResult['reasons'], words: Wording): Branch[] {
  return [...new Set(reasons.map(words.reason))].map((said) => leaf(words.say('reason'), text(said, 'warn'), words));
}

/** What fees by a score have paid as, where that is not the score that is shown. */
function paidAs(card: Explained, by: string, score: Rational | null, words: Wording): Branch[] {
  return paidScores(card, by, score, words).map((paid) => leaf(words.say('paidAs'), text(paid), words));
}

function scoreText(score: Rational | null, words: Wording): string {
  return score === null ? words.say('undefinedValue') : percentFigure(score);
}

/** What was measured, with the measures that it is made of, as exclusions leave them, where these come to it. */
function actualBranch(kpi: KpiResult, card: Scorecard, context: ReportContext, words: Wording): Branch {
  const { terms } = context;
  const metric = words.metric(kpi.metric);
  const actual = exactly(kpi.actual, kpi.actualExact);
  const shown = kpiFigures(kpi, metric, words.currency).actual?.text ?? words.say('undefinedValue');
  const formula = metric === undefined ? [] : text(` · ${metric.text}`, 'dim');
  const branch = leaf(words.say('measured'), [...text(shown), ...formula], words);
  if (metric === undefined || actual === null) return branch;
  const vocabularyOf = vocabulary(terms.contract, terms.definitions);
  const names = measuresOf(vocabularyOf, metric.formula);
  const left = new Map(keptMeasures(kpi, card, context).map(({ id, value }) => [id, value] as const));
  const leftOf = (id: string) => (left.has(id) ? left.get(id) : card.measures[id]) ?? null;
  const values = new Map(names.flatMap((id) => (leftOf(id) === null ? [] : [[id, leftOf(id) ?? ''] as const])));
  if (values.size < names.length) return branch;
  const measured = evaluate(vocabularyOf, metric.formula, (id) => known(rational(values.get(id) ?? '0')), metric.id);
  if (!measured.known || !measured.value.equals(actual)) return branch;
  return {
    ...branch,
    children: names.map((id) => leaf(inlineText(words.measure(id)), text(exactMeasure(id, values.get(id) ?? '', words)), words)),
  };
}

function levelsText(kpi: KpiResult, words: Wording): string {
  const metric = words.metric(kpi.metric);
  const level = (value: string) => metricFigure(metric, rational(value), words.currency);
  return [
    ...(kpi.threshold === null ? [] : [words.say('threshold', { value: level(kpi.threshold) })]),
    words.say('targetLevel', { value: level(kpi.targetExact ?? kpi.target) }),
    ...(kpi.stretch === null ? [] : [words.say('stretch', { value: level(kpi.stretch) })]),
    words.say('cap', { value: percentFigure(rational(kpi.cap)) }),
    words.say('weight', { value: percentFigure(rational(kpi.weight)) }),
  ].join(' · ');
}

/** The score in numbers, where the curve comes to it: a rule that scored otherwise has said so. */
function derivationOf(kpi: KpiResult, { terms }: ReportContext, words: Wording): Branch[] {
  const actual = exactly(kpi.actual, kpi.actualExact);
  const score = exactly(kpi.score, kpi.scoreExact);
  const line = lineOfKpi(kpi, terms.contract);
  if (actual === null || score === null || line === null) return [];
  if (percentFigure(scoreOf(actual, line)) !== percentFigure(score)) return [];
  const isShare = words.metric(kpi.metric)?.unit === 'share';
  return [leaf(words.say('calculation'), text(scoreDerivation(actual, line, isShare)), words)];
}
