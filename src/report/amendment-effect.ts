import type { Amendment, Effect, EffectLine, EffectPeriod } from '../amendment/model.js';
import type { Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { money, moneyText, negateMoney, sumMoney } from '../kernel/money.js';
import { listSeparator, localText, type Params } from '../kernel/text.js';
import type { AmendmentTextKey } from '../words/amendment.js';
import { type Block, type Inline, left, type Row, right, row, text } from './blocks.js';
import { moneyFigure } from './figures.js';
import type { Wording } from './wording.js';

/** What an amendment is told with. */
export interface Telling {
  /** In its sentences names are cut where they are long. */
  readonly words: Wording;
  readonly terms: Terms;
  readonly say: (key: AmendmentTextKey, params?: Params) => string;
  readonly amendment: Amendment;
}

/** What it is worth, from both sides. */
export function figureOf(effect: Effect, telling: Telling): Block {
  const { words, say, amendment } = telling;
  const { counted, periods } = effect;
  const count = effect.difference === null ? periods.length : counted.length;
  const [first, last] = [periods[0]?.period ?? '', periods.at(-1)?.period ?? ''];
  const label = say(effect.whole ? 'worth-whole' : 'worth', { from: effect.from, count, first, last });
  const supposed = supposedNotes(effect, telling);
  if (effect.difference === null) {
    return {
      kind: 'figure',
      label,
      value: say('unknown'),
      notes: [text(say('difference-unknown')), ...capNotes(effect, telling), ...supposed],
    };
  }
  const { currency } = amendment;
  const difference = money(effect.difference, currency);
  const size = moneyText(difference.minor < 0n ? negateMoney(difference) : difference);
  const params = { brand: words.party('brand'), provider: words.party('provider'), amount: moneyFigure(size, amendment.currency) };
  const { notSettled } = effect;
  const none = notSettled.length === 0 ? 'equal' : 'equal-tried';
  // Lines that take each other up within a period are no difference to anybody.
  const isMovedPeriod = (period: EffectPeriod) => (period.difference === null ? period.lines.some(isMoved) : differs(period));
  const moved = periods.some((period) => counted.includes(period.period) && isMovedPeriod(period));
  const equal = moved ? 'equal-in-sum' : none;
  const direction = difference.minor === 0n ? equal : difference.minor > 0n ? 'more' : 'less';
  return {
    kind: 'figure',
    label,
    value: moneyFigure(signed(effect.difference), amendment.currency),
    notes: [
      text(say(direction, params)),
      ...unsettledNotes(effect, telling),
      ...withoutUnknown(effect, { words, say }),
      ...capNotes(effect, telling),
      ...supposed,
    ],
  };
}

/** What the cap of the term makes of the difference in the end. */
function capNotes({ capOfTerm, periods }: Effect, { say, amendment }: Telling): Inline[] {
  if (capOfTerm === null) return [];
  const { cap, before, after } = capOfTerm;
  const figure = (amount: string | null) => (amount === null ? say('unknown') : amountFigure(amount, amendment.currency));
  const last = periods.at(-1)?.period ?? '';
  if (before.reachedIn !== null && after.reachedIn !== null) {
    return [text(say('cap-both', { cap: figure(cap), before: before.reachedIn, after: after.reachedIn }), 'warn')];
  }
  if (after.reachedIn !== null) {
    return [text(say('cap-new', { cap: figure(cap), after: after.reachedIn, left: figure(before.left), last }), 'warn')];
  }
  if (before.reachedIn === null) return [];
  return [text(say('cap-old', { cap: figure(cap), before: before.reachedIn, left: figure(after.left), last }), 'warn')];
}

/** What is supposed of periods in which nobody could have acted on the new text. */
function supposedNotes({ takenAsDone, notAsked }: Effect, { words, say }: Telling): Inline[] {
  const list = (names: readonly string[]) => names.join(listSeparator(words.locale));
  const dutyTitle = (id: string) => localText(words.terms.contract.duties.find((duty) => duty.id === id)?.title ?? id, words.locale);
  return [
    ...(takenAsDone.length === 0 ? [] : [text(say('taken-as-done', { duties: list(takenAsDone.map(dutyTitle)) }))]),
    ...(notAsked.length === 0 ? [] : [text(say('not-asked', { milestones: list(notAsked.map((id) => words.clearTitle(id))) }))]),
  ];
}

/** What changes and is not tried by these periods, since none of them settles it. */
function unsettledNotes({ notSettled, notAsked }: Effect, { words, say }: Telling): Inline[] {
  const lines = notSettled.filter((id) => !notAsked.includes(id)).map((id) => words.clearTitle(id));
  return lines.length === 0 ? [] : [text(say('not-settled', { lines: lines.join(listSeparator(words.locale)) }), 'warn')];
}

function amountFigure(amount: string, currency: string): string {
  return moneyFigure(grouped(moneyText(money(amount, currency))), currency);
}

/** The periods that are not in the sum, and those that are with some of their lines only. */
function withoutUnknown({ unknown, counted }: Effect, { words, say }: Pick<Telling, 'words' | 'say'>): Inline[] {
  const told = (key: 'without-unknown' | 'without-unknown-lines', periods: readonly string[]) =>
    periods.length === 0 ? [] : [text(say(key, { periods: periods.join(listSeparator(words.locale)) }), 'warn')];
  return [
    ...told(
      'without-unknown',
      unknown.filter((period) => !counted.includes(period)),
    ),
    ...told(
      'without-unknown-lines',
      unknown.filter((period) => counted.includes(period)),
    ),
  ];
}

function signed(amount: string): string {
  return amount.startsWith('-') || /^0(\.0+)?$/.test(amount) ? grouped(amount) : `+${grouped(amount)}`;
}

/** The settled periods under both texts, or why they cannot be compared. */
export function effectBlocks(telling: Telling): Block[] {
  const { amendment, say } = telling;
  if (amendment.noEffect !== null) return [{ kind: 'paragraph', text: text(say(`no-effect.${amendment.noEffect}`), 'dim') }];
  return amendment.effects.flatMap((effect): Block[] => [
    { kind: 'heading', text: say('effect', { from: effect.from }) },
    { kind: 'paragraph', text: text(say(effect.whole ? 'effectNoteWhole' : 'effectNote'), 'dim') },
    ...(effect.unmeasured.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: text(say('unmeasured', { measures: effect.unmeasured.join(listSeparator(telling.words.locale)) }), 'warn'),
          },
        ]),
    { kind: 'table', columns: effectColumns(telling), rows: effectRows(effect, telling) },
  ]);
}

function effectColumns({ say }: Telling) {
  return [left(say('period')), left(say('line')), right(say('before')), right(say('after')), right(say('difference'))];
}

/** How many of the last periods are shown even where nothing differs. */
const LAST = 3;

function effectRows(effect: Effect, telling: Telling): Row[] {
  const { periods } = effect;
  const shown = periods.filter((period, index) => index >= periods.length - LAST || period.lines.some(differs));
  return [...shown.flatMap((period) => periodRows(period, telling)), ...sumRow(effect, telling)];
}

/** What all periods come to, where they hang on each other. */
function sumRow({ whole, periods, difference }: Effect, { say, amendment: { currency } }: Telling): Row[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!whole || first === undefined || last === undefined || first === last || difference === null) return [];
  const known = periods.flatMap(({ lines }) => lines.filter((line) => line.difference !== null));
  const total = (side: 'before' | 'after') =>
    moneyText(
      sumMoney(
        known.map((line) => money(line[side] ?? '0', currency)),
        currency,
      ),
    );
  const cells = [text(say('in-periods', { from: first.period, to: last.period })), text(say('total'), 'strong')];
  const figures = [total('before'), total('after')].map((amount) => text(grouped(amount)));
  return [{ ...row([...cells, ...figures, text(signed(difference), 'strong')]), sum: true }];
}

/** Whether a line, or a period as a whole, differs or is not known. */
function differs({ difference }: Pick<EffectLine, 'difference'>): boolean {
  return difference === null || !/^-?0(\.0+)?$/.test(difference);
}

/** Whether a line is known to differ. */
function isMoved(line: EffectLine): boolean {
  return line.difference !== null && differs(line);
}

/** The lines of a period that differ or are not known, why where they do not say it themselves, and its total. */
function periodRows(period: EffectPeriod, telling: Telling): Row[] {
  const { words, say } = telling;
  const figure = (amount: string | null) => text(amount === null ? say('unknown') : grouped(amount));
  const change = (amount: string | null) => text(amount === null ? say('unknown') : signed(amount), amount === null ? 'warn' : undefined);
  const rows = period.lines.filter(differs).map((line) => ({
    ...row(
      [text(period.period), text(words.clearTitle(line.line)), figure(line.before), figure(line.after), change(line.difference)],
      causeNotes(line, telling),
    ),
    about: text(`${period.period} · ${words.clearTitle(line.line)}`),
  }));
  const total = [text(period.period), text(say('total'), 'strong'), figure(period.before), figure(period.after), change(period.difference)];
  return [...rows, row(total)];
}

function causeNotes({ cause }: EffectLine, { say, amendment }: Telling): Inline[] {
  if (cause === null) return [];
  const figures = Object.entries(cause.with).map(([name, amount]) => [name, amountFigure(amount, amendment.currency)] as const);
  return [text(say(`cause.${cause.code}`, Object.fromEntries(figures)), 'dim')];
}
