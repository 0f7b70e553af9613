import type { Fee } from '../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { minorDigits } from '../kernel/money.js';
import { scheduledAt } from '../kernel/period.js';
import { type Rational, type Rounding, rational, toDecimal, toFixed } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import type { Locale } from '../kernel/text.js';
import type { Computation } from '../settlement/computed-twice.js';
import type { HoldSince } from '../settlement/end-of-hold.js';
import { lineName } from '../settlement/line-names.js';
import type { Line, Scorecard, StatementBody, Trace } from '../settlement/model.js';
import { isCauseCode, type ReasonCode } from '../words/reasons.js';
import { type Block, type Branch, code, dotted, type Inline, text } from './blocks.js';
import { changeOf } from './change-section.js';
import { bandDerivation, pointDerivation, tierDerivation } from './derived.js';
import { givenBySilence } from './event-facts.js';
import { isOfSame, twiceBranches } from './explain-true-up.js';
import { failedGate } from './failed-gate.js';
import { moneyFigure } from './figures.js';
import { linkToForm } from './form-links.js';
import { formulaText, type Input, inputValue } from './formula.js';
import { lineReason } from './line-reason.js';
import { lineState } from './line-state.js';
import { isPaidOtherwise, scoreBy } from './paid-scores.js';
import type { ReportContext } from './report-context.js';
import { lineSheet } from './sheets.js';
import { type Wording, wording } from './wording.js';

/** A longer fraction says nothing to a reader; statement.json has it. */
const LONGEST_FRACTION = 24;

/** How a line came to its amount, as a tree: clause, inputs, rules taken and not taken, formula, rounding. */
export function lineBlocks(line: Line, card: Document, context: ReportContext, locale: Locale): Block[] {
  const teller = tellerOf(card, context, locale);
  const { twice } = context;
  const { words } = teller;
  const { kind = line.kind } = words.terms.contract.fees.find(({ id }) => id === lineName(line.id).line) ?? {};
  const toldAs = {
    shown: (input: Input) => inputValue(input, words),
    sum: ({ formula, inputs }: Computation) => formulaText({ kind, formula, inputs }, words),
  };
  const links = disputeLinks(line, card, context, words);
  const twiceLeaves = twice === undefined ? [] : twiceBranches(twice, words, toldAs);
  return [
    { kind: 'tree', root: lineTree(line, teller, { twice: twiceLeaves, links }), sheet: () => lineSheet([line], card, context, words) },
    ...(twice === undefined || !('changes' in card) ? [] : changeOf(line, card, context, words)),
  ];
}

/** Every line of a document as a short tree: reason, the rules that apply, formula, clause. */
export function everyLineBlocks(lines: readonly Line[], card: Document, context: ReportContext, locale: Locale): Block[] {
  const teller = tellerOf(card, context, locale);
  return lines.map((line) => ({
    kind: 'tree',
    root: shortTree(line, teller),
    sheet: () => lineSheet([line], card, context, teller.words),
  }));
}

type Document = Scorecard | StatementBody;

/** Reasons of a milestone that counts as accepted. */
const GIVEN: ReadonlySet<string> = new Set<ReasonCode>(['milestone', 'milestone-accepted-later']);

/** What tells of one document's lines: its words, and of a line why it is as it is. */
interface Teller {
  readonly words: Wording;
  readonly why: (line: Line) => string | null;
  readonly period: PeriodId;
  /** Whether the line is a milestone that nobody answered for. */
  readonly isGiven: (line: Line) => boolean;
  /** What has become of a held line since its statement; null where nothing has. */
  readonly since: (line: Line) => string | null;
  /** Whether an input of the line is a score other than the one that the document shows. */
  readonly isPaidOtherwise: (line: Line, input: Input) => boolean;
}

function tellerOf(card: Document, context: ReportContext, locale: Locale): Teller {
  const words = wording(context.terms, locale);
  return {
    words,
    period: card.period,
    why: (line) => lineReason(line, card, context, words),
    isGiven: (line) => GIVEN.has(line.reason?.code ?? '') && givenBySilence(context, line.id, card.asOf) !== null,
    since: ({ id }) => sinceText(context.holds?.get(id), words),
    isPaidOtherwise: (line, input) => lineName(line.id).period === null && isPaidOtherwise(input, card),
  };
}

/** The form by which a line is disputed, as long as it can be. A tax follows from the lines under it, and is not disputed by itself. */
function disputeLinks(line: Line, card: Document, context: ReportContext, words: Wording): Branch[] {
  if (!('disputableUntil' in card) || context.preview !== undefined || line.kind === 'tax') return [];
  const { contract, period, asOf, disputableUntil: on } = card;
  const form = (context.today ?? asOf) > on ? [] : linkToForm(context, 'dispute', { contract, period, line: line.id }, words);
  return form.length === 0 ? [] : [leaf(words.say('disputeLine', { on }), form, words)];
}

/** What a page adds to a line's tree: how a true-up was computed then, and the form by which the line is disputed. */
interface Besides {
  readonly twice: readonly Branch[];
  readonly links: readonly Branch[];
}

function lineTree(line: Line, teller: Teller, { twice, links }: Besides): Branch {
  const { trace } = line;
  const { words } = teller;
  const nameOf = (input: Input) => {
    if (input.input === 'accepted-on' && teller.isGiven(line)) return words.say('givenOn');
    return teller.isPaidOtherwise(line, input)
      ? words.say('scorePaidAs', { by: words.kpiTitle(scoreBy(input) ?? '') })
      : words.input(input);
  };
  const inputs = trace.inputs.map((input) => leaf(nameOf(input), text(inputValue(input, words)), words));
  const rules = rulesBeside(line, trace.branches, words);
  const children = [
    ...clauseLeaf(trace, words),
    ...reasonLeaf(line, teller),
    ...(inputs.length === 0 ? [] : [{ label: text(words.say('inputs'), 'dim'), children: inputs }]),
    ...(rules.length === 0 ? [] : [{ label: text(words.say('rulesLegend'), 'dim'), children: rules }]),
    ...formulaLeaf(line, words),
    ...derivationLeaves(line, teller),
    ...twice,
    ...roundingLeaf(trace, words),
    ...disputeLeaf(line, words),
    ...links,
  ];
  return { label: rootLabel(line, words), children };
}

function shortTree(line: Line, teller: Teller): Branch {
  const { trace } = line;
  const { words } = teller;
  const taken = rulesBeside(
    line,
    trace.branches.filter((branch) => branch.taken),
    words,
  );
  const children = [...reasonLeaf(line, teller), ...taken, ...formulaLeaf(line, words), ...derivationLeaves(line, teller)];
  return { label: rootLabel(line, words), children: [...children, ...disputeLeaf(line, words), ...clauseLeaf(trace, words)] };
}

function rootLabel(line: Line, words: Wording): Inline {
  const tone = line.state === 'payable' ? undefined : 'warn';
  return dotted([words.line(line.id), text(moneyFigure(line.amount, words.currency), 'strong'), text(lineState(line, words), tone)]);
}

function leaf(label: string, value: Inline, words: Wording): Branch {
  return { label: [{ text: label, tone: 'dim' }, { text: words.say('colon') }, ...value], children: [] };
}

function clauseLeaf(trace: Trace, words: Wording): Branch[] {
  return trace.clause === null ? [] : [leaf(words.say('clause'), code(`${trace.clause.file}:${trace.clause.line}`), words)];
}

function reasonLeaf(line: Line, { words, why, since }: Teller): Branch[] {
  const said = why(line);
  const then = since(line);
  return [
    ...(said === null ? [] : [leaf(words.say('reason'), text(said, line.held ? 'warn' : undefined), words)]),
    ...(then === null ? [] : [leaf(words.say('sinceThen'), text(then), words)]),
  ];
}

function sinceText(since: HoldSince | undefined, words: Wording): string | null {
  if (since === undefined) return null;
  const { state, by, asOf } = since;
  const amount = moneyFigure(since.amount, words.currency);
  return state === 'held' ? words.say('hold.held', { by, asOf }) : words.say(`hold.${state}`, { by, asOf, amount });
}

function disputeLeaf(line: Line, words: Wording): Branch[] {
  if (line.computed === undefined || line.claimed === undefined) return [];
  const params = { computed: grouped(line.computed), claimed: grouped(line.claimed) };
  return [leaf(words.say('line.disputed'), text(words.say('computedClaimed', params), 'warn'), words)];
}

/** The rules of a trace but those that say what the reason has said, each once. */
function rulesBeside(line: Line, branches: Trace['branches'], words: Wording): Branch[] {
  const { reason } = line;
  const gate = failedGate(line, words);
  const said = new Set([...(reason === null ? [] : [words.reason(reason)]), ...(gate === null ? [] : [gate])]);
  return branches.flatMap((branch) => {
    const rule = words.rule(branch);
    if (branch.taken && (said.has(rule) || (reason?.code === branch.rule && isOfSame(reason, branch)))) return [];
    said.add(rule);
    const mark = markOf(branch);
    return [{ label: text(words.say(mark, { rule }), mark === 'ruleNotTaken' ? 'dim' : undefined), children: [] }];
  });
}

/** Of a gate and of what lacks the mark says what came of it: a tick would read as passed. */
function markOf({ rule, taken }: Trace['branches'][number]): 'ruleTaken' | 'ruleNotTaken' | 'ruleFailed' | 'ruleUnknown' {
  if (!taken) return 'ruleNotTaken';
  if (rule === 'gate-failed') return 'ruleFailed';
  return rule === 'gate-held' || isCauseCode(rule) ? 'ruleUnknown' : 'ruleTaken';
}

/** A penalty that takes nothing has no sum; what its score deducts says so. */
function formulaLeaf({ trace, kind }: Line, words: Wording): Branch[] {
  if (trace.unrounded === null || (kind === 'penalty' && trace.formula.startsWith('0% '))) return [];
  return [leaf(words.say('calculation'), text(traceFormula(trace, kind, words)), words)];
}

/** A formula is numbers alone: made once for both languages. */
const traceFormula = remembered(
  ({ formula, inputs }: Trace, kind: Line['kind'], words: Wording): string => formulaText({ kind, formula, inputs }, words),
  (kind, { terms }) => [kind, terms],
);

/** What stands behind a number of the formula: the tiers of a total that a term accumulates, the points of a bonus. */
function derivationLeaves(line: Line, { words, period }: Teller): Branch[] {
  const fee = words.terms.contract.fees.find(({ id }) => id === line.id);
  if (fee === undefined || line.trace.unrounded === null) return [];
  if (fee.kind === 'bonus') return pointLeaf(fee, line, words, period);
  return fee.kind === 'penalty' ? bandLeaf(fee, line, words, period) : tierLeaves(fee, line, words, period);
}

function inputOf({ trace }: Line, ...names: readonly Input['input'][]): Rational | null {
  const value = trace.inputs.find(({ input }) => names.includes(input))?.value ?? null;
  return value === null ? null : rational(value);
}

function pointLeaf(fee: Extract<Fee, { kind: 'bonus' }>, line: Line, words: Wording, period: PeriodId): Branch[] {
  const derived = pointsOf(line, fee, period);
  return derived === null ? [] : [leaf(words.say('atPoints'), text(derived), words)];
}

/** Derivations are numbers alone: made once for both languages. */
const pointsOf = remembered((line: Line, fee: Extract<Fee, { kind: 'bonus' }>, period: PeriodId): string | null => {
  const score = inputOf(line, 'score', 'composite-score');
  return score === null ? null : pointDerivation(score, scheduledAt(fee.points, period), fee.shape);
});

/** Where a rule has decided, no band did. */
function bandLeaf(fee: Extract<Fee, { kind: 'penalty' }>, line: Line, words: Wording, period: PeriodId): Branch[] {
  const score = inputOf(line, 'score', 'composite-score');
  if (score === null || !line.trace.branches.some(({ rule }) => rule === 'bands')) return [];
  return [leaf(words.say('atBands'), text(bandDerivation(score, scheduledAt(fee.bands, period))), words)];
}

interface Half {
  readonly sum: string;
  readonly rounded: string;
}

/** The two halves of a difference, each rounded by itself; null where they are not the numbers of the line's formula. */
const halvesOf = remembered((line: Line, fee: Fee, period: PeriodId, { contract }: Terms): readonly [Half, Half] | null => {
  const [now, before] = [inputOf(line, 'total-to-date'), inputOf(line, 'total-before')];
  if (!('tiers' in fee) || now === null || before === null) return null;
  const tiers = scheduledAt(fee.tiers, period);
  const half = (total: Rational): Half => {
    const { text: sum, value } = tierDerivation(total, tiers, fee.mode);
    return { sum, rounded: toFixed(value, minorDigits(contract.currency), contract.rounding) };
  };
  const [toDate, until] = [half(now), half(before)];
  return line.trace.formula === `${toDate.rounded} − ${until.rounded}` ? [toDate, until] : null;
});

function tierLeaves(fee: Fee, line: Line, words: Wording, period: PeriodId): Branch[] {
  const halves = halvesOf(line, fee, period, words.terms);
  if (halves === null) return [];
  const told = (key: 'tiersToDate' | 'tiersBefore', { sum, rounded }: Half) => {
    const isRounded = sum.endsWith(` ${grouped(rounded)}`);
    return leaf(words.say(key), text(isRounded ? sum : words.say('halfRounded', { sum, rounded: grouped(rounded) })), words);
  };
  return [told('tiersToDate', halves[0]), told('tiersBefore', halves[1])];
}

function roundingLeaf(trace: Trace, words: Wording): Branch[] {
  const { rounding, currency } = words.terms.contract;
  const said = roundingOf(trace, rounding, currency);
  if (said === null) return [];
  const { key, rounded, computed, unrounded } = said;
  const told = words.say(key, { rounded, computed, unrounded, rounding: words.say(`rounding.${rounding}`) });
  return [leaf(words.say('rounding'), text(told), words)];
}

interface RoundingSaid {
  readonly key: 'exactAmount' | 'standsAt' | 'roundedFrom';
  readonly rounded: string;
  /** What stands in the sentence besides; empty where nothing does. */
  readonly computed: string;
  readonly unrounded: string;
}

/** How an amount came to its digits, in numbers alone: made once for both languages. */
const roundingOf = remembered((trace: Trace, way: Rounding, currency: string): RoundingSaid | null => {
  const { unrounded, rounded } = trace;
  if (unrounded === null || rounded === null) return null;
  const exact = rational(unrounded);
  const plain = { rounded: grouped(rounded), computed: '', unrounded: '' };
  if (exact.equals(rational(rounded))) return { key: 'exactAmount', ...plain };
  // settled, decided or agreed otherwise than it is computed: no rounding leads from one to the other
  const computed = toFixed(exact, minorDigits(currency), way);
  if (!rational(computed).equals(rational(rounded))) return { key: 'standsAt', ...plain, computed: grouped(computed) };
  const decimal = toDecimal(exact);
  const fraction = unrounded.length <= LONGEST_FRACTION ? `${unrounded} ` : '';
  const long = decimal === unrounded ? grouped(decimal) : `${fraction}≈ ${grouped(toFixed(exact, 6))}`;
  return { key: 'roundedFrom', ...plain, unrounded: long };
});
