import type { Reason } from '../attainment/value.js';
import { addDays } from '../kernel/calendar.js';
import { minorDigits, money, moneyText, subtractMoney, sumMoney } from '../kernel/money.js';
import { PARTIES } from '../kernel/party.js';
import { decidedFrom, partyOf } from '../settlement/holds.js';
import type { CarriedLine, HeldLife, WaitingLife } from '../settlement/line-life.js';
import type { Carried, Line, Scorecard, StatementBody } from '../settlement/model.js';
import { type Block, code, dotted, type Inline, left, type Row, right, row, type Tone, text } from './blocks.js';
import { formulaFigure, grouped, moneyFigure } from './figures.js';
import type { Wording } from './wording.js';

/** The total, and in a line what it leaves out. */
export function totalSection(card: Scorecard, words: Wording): Block {
  const names = { brand: words.party('brand'), provider: words.party('provider') };
  const negative = card.total.startsWith('-');
  const zero = /^-?0(\.0+)?$/.test(card.total);
  const direction = zero ? 'totalNoteZero' : negative ? 'totalNoteNegative' : 'totalNote';
  const held = card.held.length;
  const disputed = card.lines.filter((line) => line.state === 'disputed').length;
  const digits = minorDigits(card.currency);
  const trueUps = sumMoney(
    card.lines.filter((line) => line.kind === 'true-up').map((line) => money(line.amount, digits)),
    digits,
  );
  const notes = [
    text(words.say(direction, names)),
    ...(trueUps.minor === 0n ? [] : [text(words.say('countTrueUps', { amount: grouped(moneyText(trueUps)) }))]),
    ...(held === 0 ? [] : [text(words.say('countHeld', { count: held }), 'warn')]),
    ...(disputed === 0 ? [] : [text(words.say('countDisputed', { count: disputed }), 'warn')]),
  ];
  return {
    kind: 'figure',
    label: words.say(card.kind === 'Statement' ? 'total' : 'totalPreview'),
    value: moneyFigure(card.total, card.currency),
    notes: [dotted(notes)],
  };
}

/** Every line with its amount, its state and why it is what it is; the total below. */
export function lineSection(card: Scorecard, words: Wording): Block[] {
  const columns = [
    left(words.say('line')),
    right(words.say('amount', { currency: card.currency })),
    left(words.say('state')),
    left(words.say('why')),
  ];
  const total: Row = { cells: [text(words.say('total'), 'strong'), text(grouped(card.total), 'strong'), [], []], notes: [], sum: true };
  return [
    { kind: 'heading', text: words.say('lines') },
    { kind: 'table', columns, rows: [...card.lines.map((line) => lineRow(line, words)), total] },
  ];
}

const LINE_TONES: Readonly<Record<Line['state'], Tone | undefined>> = { payable: undefined, held: 'warn', disputed: 'warn' };

function lineRow(line: Line, words: Wording): Row {
  const tone = LINE_TONES[line.state] ?? (line.amount.startsWith('-') ? 'bad' : undefined);
  return row([
    words.line(line.id),
    text(grouped(line.amount), tone),
    text(words.say(`line.${line.state}`), LINE_TONES[line.state]),
    whyOf(line, words),
  ]);
}

/** Reasons that say what the formula says. */
const SAY_ALL: ReadonlySet<string> = new Set(['tax', 'recomputed', 'correction']);

/** The reason, and the formula where there is one to follow. */
function whyOf(line: Line, words: Wording): Inline {
  const reason = line.reason === null ? [] : text(words.reason(line.reason), LINE_TONES[line.state]);
  const { formula } = line.trace;
  const follows =
    line.state !== 'held' && !SAY_ALL.has(line.reason?.code ?? '') && /[×+−÷]/.test(formula) ? text(formulaFigure(formula), 'dim') : [];
  const all = dotted([reason, ...whyDecided(line, words), follows]);
  return all.length > 0 || line.state === 'held' ? all : text(formulaFigure(formula), 'dim');
}

/** Why a value is undefined, among the branches of a trace. */
const CAUSES: ReadonlySet<string> = new Set([
  'stale',
  'duplicates',
  'repeated-keys',
  'nulls',
  'no-rate',
  'rate-duplicate',
  'rate-not-positive',
  'division-by-zero',
  'not-measured',
  'reconcile-breach',
  'unreviewed',
  'too-little-weight',
]);

/** Of a line that an expired hold has decided: what had held it, and what was known of it. */
function whyDecided({ reason, trace }: Line, words: Wording): Inline[] {
  if (reason?.code.startsWith('decided-') !== true) return [];
  const causes = trace.branches.filter(({ rule }) => CAUSES.has(rule)).map((branch) => text(words.rule(branch)));
  const known = trace.inputs.find(({ name }) => name === 'not reviewed')?.value;
  return [...causes, ...(known == null ? [] : [text(words.say('knownAs', { amount: grouped(known) }))])];
}

/** What is held, why, and what releases it; nothing where nothing is. */
export function heldSection(card: Scorecard | StatementBody, words: Wording): Block[] {
  if (card.held.length === 0) return [];
  const carried = 'carried' in card ? card.carried : null;
  const items = card.held.map(({ line, reason }) => ({
    text: [...words.line(line), { text: words.say('colon') }, ...text(words.reason(reason), 'warn')],
    notes: releases(line, reason, card, carried, words),
  }));
  return [
    { kind: 'heading', text: words.say('held') },
    { kind: 'list', items },
  ];
}

function releases(line: string, reason: Reason, card: Scorecard, carried: Carried | null, words: Wording): Inline[] {
  const about = (each: CarriedLine) => line === `${each.period}/${each.line}` || (each.period === card.period && line === each.line);
  for (const each of carried?.lines ?? []) {
    const { life } = each;
    if (life.state === 'waiting' && line === `true-up/${each.period}/${each.line}`) return [waits(line, life, words)];
    if (life.state !== 'held' || !about(each)) continue;
    const release =
      reason.code === 'unreviewed' ? words.inline('releasedByReview', { id: code(reason.with.id ?? '') }) : text(releasedBy(life, words));
    return [release, text(expires(life, words))];
  }
  if (reason.code === 'unreviewed') return [words.inline('releasedByReview', { id: code(reason.with.id ?? '') })];
  return [text(words.say('releasedBySettlement'))];
}

function releasedBy(hold: HeldLife, words: Wording): string {
  const custodians = PARTIES.filter((party) => hold.causes.some((cause) => cause.party === party)).map(words.party);
  if (custodians.length === 0) return words.say('releasedBySettlement');
  return words.say('releasedByData', { custodians: custodians.join(', ') });
}

/** Who the decision goes for once `holds.maxPeriods` statements have held the line (section 6), and from which day on. */
function expires(hold: HeldLife, words: Wording): string {
  const { holds, calendar } = words.terms.contract;
  const party = partyOf(hold.causes);
  const decision = hold.wasSettled
    ? 'decidedAsSettled'
    : party === null
      ? 'decidedByMean'
      : party === 'brand'
        ? 'decidedForProvider'
        : 'decidedForBrand';
  const from = decidedFrom(hold.since, holds.maxPeriods, calendar.every);
  return words.say('heldTimes', { count: hold.statements, max: holds.maxPeriods, from, decision: words.say(decision) });
}

/** A waiting true-up's way out: who acknowledges what, or until which day. */
function waits(id: string, { since, moves }: WaitingLife, words: Wording): Inline {
  const party = text(words.party(moves.startsWith('-') ? 'provider' : 'brand'));
  const on = text(addDays(since, words.terms.contract.acceptance.days));
  return words.inline('waits', { party, acknowledges: code(`acknowledges: [${id}]`), on });
}

/** Disputed lines: what was computed and claimed, what is set aside, how it ends. */
export function disputeSection(card: Scorecard, words: Wording): Block[] {
  const items = card.lines.flatMap((line) => {
    if (line.state !== 'disputed' || line.computed === undefined || line.claimed === undefined) return [];
    const digits = minorDigits(card.currency);
    const aside = moneyText(subtractMoney(money(line.computed, digits), money(line.amount, digits)));
    const computed = words.say('disputedAs', { computed: grouped(line.computed), claimed: grouped(line.claimed) });
    const reason = line.reason === null ? [] : text(words.reason(line.reason), 'warn');
    return [
      {
        text: [...words.line(line.id), { text: words.say('colon') }, ...reason],
        notes: [text(`${computed} ${words.say('setAside', { amount: moneyFigure(aside, card.currency) })}`)],
      },
    ];
  });
  if (items.length === 0) return [];
  const { days } = words.terms.contract.disputes;
  return [
    { kind: 'heading', text: words.say('disputed') },
    { kind: 'list', items },
    { kind: 'paragraph', text: text(words.say('disputedEnd', { days, twice: days * 2 }), 'dim') },
  ];
}
