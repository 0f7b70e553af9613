import type { Amendment, Effect, EffectPeriod } from '../amendment/model.js';
import type { Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { money, moneyText, negateMoney } from '../kernel/money.js';
import { listSeparator, type Params } from '../kernel/text.js';
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
export function figureOf(effect: Effect, { words, say, amendment }: Telling): Block {
  const { unknown } = effect;
  const count = effect.periods.length - (effect.difference === null ? 0 : unknown.length);
  const label = say('worth', { from: effect.from, count });
  if (effect.difference === null) return { kind: 'figure', label, value: say('unknown'), notes: [text(say('difference-unknown'))] };
  const { currency } = amendment;
  const difference = money(effect.difference, currency);
  const size = moneyText(difference.minor < 0n ? negateMoney(difference) : difference);
  const params = { brand: words.party('brand'), provider: words.party('provider'), amount: moneyFigure(size, amendment.currency) };
  const direction = difference.minor === 0n ? 'equal' : difference.minor > 0n ? 'more' : 'less';
  return {
    kind: 'figure',
    label,
    value: moneyFigure(signed(effect.difference), amendment.currency),
    notes: [text(say(direction, params)), ...withoutUnknown(effect, { words, say })],
  };
}

/** The periods that are not in the sum. */
function withoutUnknown({ unknown }: Effect, { words, say }: Pick<Telling, 'words' | 'say'>): Inline[] {
  if (unknown.length === 0) return [];
  return [text(say('without-unknown', { periods: unknown.join(listSeparator(words.locale)) }), 'warn')];
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
    { kind: 'paragraph', text: text(say('effectNote'), 'dim') },
    ...(effect.unmeasured.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: text(say('unmeasured', { measures: effect.unmeasured.join(listSeparator(telling.words.locale)) }), 'warn'),
          },
        ]),
    { kind: 'table', columns: effectColumns(telling), rows: effect.periods.flatMap((period) => periodRows(period, telling)) },
  ]);
}

function effectColumns({ say }: Telling) {
  return [left(say('period')), left(say('line')), right(say('before')), right(say('after')), right(say('difference'))];
}

/** The lines of a period that differ or are not known, and its total. */
function periodRows(period: EffectPeriod, { words, say }: Telling): Row[] {
  const figure = (amount: string | null) => text(amount === null ? say('unknown') : grouped(amount));
  const change = (amount: string | null) => text(amount === null ? say('unknown') : signed(amount), amount === null ? 'warn' : undefined);
  const moved = period.lines.filter((line) => line.difference === null || !/^-?0(\.0+)?$/.test(line.difference));
  const rows = moved.map((line) =>
    row([text(period.period), text(words.lineTitle(line.line)), figure(line.before), figure(line.after), change(line.difference)]),
  );
  const total = [text(period.period), text(say('total'), 'strong'), figure(period.before), figure(period.after), change(period.difference)];
  return [...rows, row(total)];
}
