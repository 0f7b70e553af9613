import { grouped } from '../kernel/grouped.js';
import { money, moneyText, subtractMoney } from '../kernel/money.js';
import type { LineSince, SettledSince } from '../settlement/settled-since.js';
import { type Block, left, right, row, text } from './blocks.js';
import { moneyFigure } from './figures.js';
import type { Wording } from './wording.js';

/** Of a period that is settled: for how much and with which days, and what measuring it again says otherwise. */
export function settledSection({ asOf, run, total, disputableUntil, dueOn, lines }: SettledSince, words: Wording): Block[] {
  const { currency } = words;
  const settled = words.say('settledFor', { amount: moneyFigure(total, currency), asOf, run });
  const until =
    dueOn === null
      ? words.say('settledUntilUndated', { until: disputableUntil })
      : words.say('settledUntil', { until: disputableUntil, on: dueOn });
  const said: Block[] = [
    { kind: 'paragraph', text: text(settled, 'strong') },
    { kind: 'paragraph', text: text(until) },
  ];
  if (lines.length === 0) return [...said, { kind: 'paragraph', text: text(words.say('settledSame')) }];
  return [
    ...said,
    ...differing(lines, 'settledDiffers', words),
    ...differing(lines, 'settledStays', words),
    { kind: 'paragraph', text: text(words.say('settledNothing')) },
  ];
}

function differing(all: readonly LineSince[], key: 'settledDiffers' | 'settledStays', words: Wording): Block[] {
  const lines = all.filter(({ stays }) => stays === (key === 'settledStays'));
  if (lines.length === 0) return [];
  const { currency } = words;
  const rows = lines.map(({ line, settled: before, now }) => {
    const difference = now === null ? null : moneyText(subtractMoney(money(now, currency), money(before, currency)));
    const shown = (amount: string | null) => text(amount === null ? words.say('line.held') : grouped(amount));
    return row([words.line(line), shown(before), shown(now), difference === null ? [] : text(grouped(difference), 'warn')]);
  });
  const columns = [
    left(words.say('line')),
    right(words.say('settledSoFar', { currency })),
    right(words.say('measuredNow', { currency })),
    right(words.say('settledDifference')),
  ];
  return [
    { kind: 'paragraph', text: text(words.say(key), 'warn') },
    { kind: 'table', columns, rows },
  ];
}
