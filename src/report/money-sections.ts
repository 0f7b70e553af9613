import { toldTogether } from '../attainment/told-together.js';
import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import { hasMarkup } from '../contract/fee-kinds/pass-through.js';
import { grouped } from '../kernel/grouped.js';
import { minorDigits, money, moneyText, sumMoney, zeroMoney } from '../kernel/money.js';
import { rational, toFixed } from '../kernel/rational.js';
import { listSeparator } from '../kernel/text.js';
import { leftOpen, setOffOf } from '../settlement/balance.js';
import { isDecision } from '../settlement/holds.js';
import { lineName } from '../settlement/line-names.js';
import type { Line, Scorecard, StatementBody } from '../settlement/model.js';
import type { ReasonCode } from '../words/reasons.js';
import { type Block, dotted, type Inline, inlineText, left, type Row, right, row, type Tone, text } from './blocks.js';
import { causesIn } from './causes.js';
import { moneyFigure } from './figures.js';
import { shortFormula } from './formula.js';
import { lineReason } from './line-reason.js';
import { lineState } from './line-state.js';
import { asItStands } from './open-now.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** The total, and in a line what it leaves out. */
export function totalSection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block {
  const held = card.held.length;
  const disputed = card.lines.filter((line) => line.state === 'disputed').length;
  const { currency } = card;
  const trueUps = sumMoney(
    card.lines.filter((line) => line.kind === 'true-up').map((line) => money(line.amount, currency)),
    currency,
  );
  const notes = [
    ...owedNotes(card, context, words),
    ...(trueUps.minor === 0n ? [] : [text(words.say('countTrueUps', { amount: grouped(moneyText(trueUps)) }))]),
    ...(held === 0 ? [] : [text(words.say('countHeld', { count: held }), 'warn')]),
    ...(disputed === 0 ? [] : [text(words.say('countDisputed', { count: disputed }), 'warn')]),
  ];
  return {
    kind: 'figure',
    label: words.say(
      card.kind === 'Statement' && context.preview !== true ? 'total' : context.settled === undefined ? 'totalPreview' : 'totalNow',
    ),
    value: moneyFigure(card.total, card.currency),
    notes: [dotted(notes)],
  };
}

/** Who owes it whom; of a statement whose page is of a later day, also what is left of it by then. */
function owedNotes(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Inline[] {
  const names = { brand: words.party('brand'), provider: words.party('provider') };
  if (!('carried' in card) || context.now === undefined) return [text(words.say(directionOf(card), names))];
  const statement = asItStands(card, context);
  const direction = directionOf(statement);
  const left = leftOpen(statement);
  const { total, asOf, currency } = statement;
  if (direction !== 'totalNote' || left === total) return [text(words.say(direction, names))];
  if (left === null) return [text(words.say('paidInFull', { asOf }), 'good')];
  return [text(words.say(direction, names)), text(words.say('totalOpen', { amount: moneyFigure(left, currency), asOf }))];
}

/** Who owes the total whom; of one in the brand's favour that is set against what the brand owes nobody is to pay anything apart. */
function directionOf(card: Scorecard | StatementBody): 'totalNote' | 'totalNoteZero' | 'totalNoteNegative' | 'totalNoteSetOff' {
  const { total } = card;
  if (/^-?0(\.0+)?$/.test(total)) return 'totalNoteZero';
  if (!total.startsWith('-')) return 'totalNote';
  return 'balance' in card && setOffOf(card).left.minor === 0n ? 'totalNoteSetOff' : 'totalNoteNegative';
}

/** Every line with its amount, its state and why it is what it is; the total below. */
export function lineSection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  const columns = [
    left(words.say('line')),
    right(words.say('amount', { currency: card.currency })),
    left(words.say('state')),
    left(words.say('why')),
  ];
  const atCost = costRows(card, words);
  const total: Row = { cells: [text(words.say('total'), 'strong'), text(grouped(card.total), 'strong'), [], []], notes: [], sum: true };
  return [
    { kind: 'heading', text: words.say('lines') },
    {
      kind: 'table',
      columns,
      rows: [...shownRows(card, context, words), ...atCost, total],
    },
  ];
}

/** Every line that something happens to, and in one row those that nothing happens to: `statement.json` and `explain` have them all. */
function shownRows(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Row[] {
  const idle = card.lines.filter(isIdle);
  const folded = idle.length < 2 ? [] : idle;
  const told = new Map<string, string>();
  const rows = card.lines
    .filter((line) => !folded.includes(line))
    .map((line) => {
      const why = whyOf(line, card, context, words);
      const said = line.state === 'held' ? inlineText(why) : null;
      const first = said === null ? undefined : told.get(said);
      if (said !== null && first === undefined) told.set(said, line.id);
      return lineRow(line, first === undefined ? why : text(words.say('asFor', { line: words.clearTitle(first) }), 'dim'), words);
    });
  if (folded.length === 0) return rows;
  const names = folded.flatMap(({ id }, index) => [...(index === 0 ? [] : text(listSeparator(words.locale))), ...words.line(id)]);
  return [...rows, row([text(words.say('withoutEffect')), text(zeroText(card.currency)), [], names])];
}

/** Reasons of lines that wait for nothing and that nothing has moved. */
const IDLE: ReadonlySet<ReasonCode> = new Set([
  'nothing-agreed',
  'no-cap',
  'nothing-to-deduct',
  'not-the-horizon',
  'milestone-paid',
  'milestone-not-reached',
  'guarantee',
  'penalty',
  'recovery',
  'cap',
]);

/** A line that comes to nothing, waits for nothing and that nothing has moved. */
export function isIdle({ state, amount, reason, kind }: Line): boolean {
  if (state !== 'payable' || /[1-9]/.test(amount)) return false;
  return reason === null ? kind === 'excess' || kind === 'recovery' || kind === 'guarantee' : IDLE.has(reason.code);
}

function zeroText(currency: string): string {
  return moneyText(zeroMoney(currency));
}

/** A subtotal of its own for costs that are paid back, true-ups of them included, and whether a markup is in it; none where no fee is. */
function costRows({ lines, currency }: Scorecard, words: Wording): Row[] {
  const { fees } = words.terms.contract;
  const costs = new Set(fees.flatMap((fee) => (kindOf(fee).shape.pays === 'cost' ? [fee.id] : [])));
  const own = lines.filter(({ id }) => costs.has(lineName(id).line.split('/')[0] ?? ''));
  if (own.length === 0) return [];
  const sum = sumMoney(
    own.map((line) => money(line.amount, currency)),
    currency,
  );
  const label = fees.some((fee) => fee.kind === 'pass_through' && hasMarkup(fee)) ? 'costWithMarkup' : 'atCost';
  return [{ cells: [text(words.say(label)), text(grouped(moneyText(sum))), [], []], notes: [], sum: true }];
}

const LINE_TONES: Readonly<Record<Line['state'], Tone | undefined>> = { payable: undefined, held: 'warn', disputed: 'warn' };

function lineRow(line: Line, why: Inline, words: Wording): Row {
  const tone = LINE_TONES[line.state] ?? (line.amount.startsWith('-') ? 'bad' : undefined);
  return row([words.line(line.id), text(grouped(line.amount), tone), text(lineState(line, words), LINE_TONES[line.state]), why]);
}

/** Reasons that say what the formula says. */
const SAY_ALL: ReadonlySet<ReasonCode> = new Set(['tax', 'recomputed', 'correction']);

/** The reason, and the formula where there is one to follow. */
export function whyOf(line: Line, card: Scorecard | StatementBody, context: ReportContext, words: Wording): Inline {
  const said = lineReason(line, card, context, words);
  const { formula } = line.trace;
  const isFormula = line.state !== 'held' && (line.reason === null || !SAY_ALL.has(line.reason.code)) && /[×+−÷]/.test(formula);
  const shown = shortFormula(line, words);
  const more = [...whyDecided(line, words), ...tiersOf(line, words), ...(isFormula ? [shown] : [])];
  // Each thing is said once, whatever says it.
  const rest = [...new Set(more)].filter((each) => each !== said).map((each) => text(each, isFormula ? 'dim' : undefined));
  const all = dotted([said === null ? [] : text(said, LINE_TONES[line.state]), ...rest]);
  return all.length > 0 || line.state === 'held' ? all : text(shown, 'dim');
}

/** The tiers of a total that a term accumulates: its line is the difference of two sums of them, which its formula does not show. */
function tiersOf({ reason, trace }: Line, words: Wording): string[] {
  const tiers = trace.branches.find(({ rule, taken }) => taken && (rule === 'tiers-marginal' || rule === 'tiers-whole'));
  if (reason?.code !== 'commission-term' || tiers === undefined) return [];
  const [, rate] = /^\S+: ([^,]+)$/.exec(tiers.with.tiers ?? '') ?? [];
  return [rate === undefined ? words.rule(tiers) : words.say('tierAlone', { rate })];
}

/** Of a line that an expired hold has decided: what had held it, and what was known of it. */
function whyDecided({ reason, trace }: Line, words: Wording): string[] {
  if (!isDecision(reason)) return [];
  const causes = toldTogether(causesIn(trace, words.terms).map(({ reason }) => reason)).map(words.reason);
  const known = trace.inputs.find(({ input }) => input === 'unreviewed')?.value;
  if (known == null) return causes;
  return [...causes, words.say('knownAs', { amount: grouped(toFixed(rational(known), minorDigits(words.currency))) })];
}
