import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import { minorDigits, money, moneyText, sumMoney } from '../kernel/money.js';
import { rational, toFixed } from '../kernel/rational.js';
import { isDecision } from '../settlement/holds.js';
import type { Line, Scorecard, StatementBody } from '../settlement/model.js';
import type { ReasonCode } from '../words/reasons.js';
import { type Block, dotted, type Inline, left, type Row, right, row, type Tone, text } from './blocks.js';
import { causesIn } from './causes.js';
import { formulaFigure, grouped, moneyFigure } from './figures.js';
import { lineName } from './line-names.js';
import { lineReason } from './line-reason.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** The total, and in a line what it leaves out. */
export function totalSection(card: Scorecard, context: ReportContext, words: Wording): Block {
  const names = { brand: words.party('brand'), provider: words.party('provider') };
  const negative = card.total.startsWith('-');
  const zero = /^-?0(\.0+)?$/.test(card.total);
  const direction = zero ? 'totalNoteZero' : negative ? 'totalNoteNegative' : 'totalNote';
  const held = card.held.length;
  const disputed = card.lines.filter((line) => line.state === 'disputed').length;
  const { currency } = card;
  const trueUps = sumMoney(
    card.lines.filter((line) => line.kind === 'true-up').map((line) => money(line.amount, currency)),
    currency,
  );
  const notes = [
    text(words.say(direction, names)),
    ...(trueUps.minor === 0n ? [] : [text(words.say('countTrueUps', { amount: grouped(moneyText(trueUps)) }))]),
    ...(held === 0 ? [] : [text(words.say('countHeld', { count: held }), 'warn')]),
    ...(disputed === 0 ? [] : [text(words.say('countDisputed', { count: disputed }), 'warn')]),
  ];
  return {
    kind: 'figure',
    label: words.say(card.kind === 'Statement' && context.preview !== true ? 'total' : 'totalPreview'),
    value: moneyFigure(card.total, card.currency),
    notes: [dotted(notes)],
  };
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
      rows: [...card.lines.map((line) => lineRow(line, whyOf(line, card, context, words), words)), ...atCost, total],
    },
  ];
}

/** A subtotal of its own for what is paid back at cost, true-ups of it included; none where no fee is. */
function costRows({ lines, currency }: Scorecard, words: Wording): Row[] {
  const costs = new Set(words.terms.contract.fees.flatMap((fee) => (kindOf(fee).shape.pays === 'cost' ? [fee.id] : [])));
  const own = lines.filter(({ id }) => costs.has(lineName(id).line.split('/')[0] ?? ''));
  if (own.length === 0) return [];
  const sum = sumMoney(
    own.map((line) => money(line.amount, currency)),
    currency,
  );
  return [{ cells: [text(words.say('atCost')), text(grouped(moneyText(sum))), [], []], notes: [], sum: true }];
}

const LINE_TONES: Readonly<Record<Line['state'], Tone | undefined>> = { payable: undefined, held: 'warn', disputed: 'warn' };

function lineRow(line: Line, why: Inline, words: Wording): Row {
  const tone = LINE_TONES[line.state] ?? (line.amount.startsWith('-') ? 'bad' : undefined);
  return row([words.line(line.id), text(grouped(line.amount), tone), text(words.say(`line.${line.state}`), LINE_TONES[line.state]), why]);
}

/** Reasons that say what the formula says. */
const SAY_ALL: ReadonlySet<ReasonCode> = new Set(['tax', 'recomputed', 'correction']);

/** The reason, and the formula where there is one to follow. */
export function whyOf(line: Line, card: Scorecard | StatementBody, context: ReportContext, words: Wording): Inline {
  const said = lineReason(line, card, context, words);
  const { formula } = line.trace;
  const isFormula = line.state !== 'held' && (line.reason === null || !SAY_ALL.has(line.reason.code)) && /[×+−÷]/.test(formula);
  const more = [...whyDecided(line, words), ...(isFormula ? [formulaFigure(formula)] : [])];
  // Each thing is said once, whatever says it.
  const rest = [...new Set(more)].filter((each) => each !== said).map((each) => text(each, isFormula ? 'dim' : undefined));
  const all = dotted([said === null ? [] : text(said, LINE_TONES[line.state]), ...rest]);
  return all.length > 0 || line.state === 'held' ? all : text(formulaFigure(formula), 'dim');
}

/** Of a line that an expired hold has decided: what had held it, and what was known of it. */
function whyDecided({ reason, trace }: Line, words: Wording): string[] {
  if (!isDecision(reason)) return [];
  const causes = causesIn(trace, words.terms).map((cause) => words.reason(cause.reason));
  const known = trace.inputs.find(({ input }) => input === 'unreviewed')?.value;
  if (known == null) return causes;
  return [...causes, words.say('knownAs', { amount: grouped(toFixed(rational(known), minorDigits(words.currency))) })];
}
