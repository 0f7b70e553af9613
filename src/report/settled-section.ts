import type { LocalDate } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { money, moneyText, subtractMoney } from '../kernel/money.js';
import type { Scorecard } from '../settlement/model.js';
import type { LineSince, SettledSince } from '../settlement/settled-since.js';
import { type Block, left, right, row, text } from './blocks.js';
import { moneyFigure } from './figures.js';
import { sentenceSeparator } from './punctuation.js';
import type { Wording } from './wording.js';

/** Of a period that is settled: for how much and with which days, and what measuring it again says otherwise. */
export function settledSection(settled: SettledSince, { asOf: today }: Scorecard, words: Wording): Block[] {
  const { asOf, run, total, others, lines } = settled;
  const { currency } = words;
  const said: Block[] = [
    { kind: 'paragraph', text: text(words.say('settledFor', { amount: moneyFigure(total, currency), asOf, run }), 'strong') },
    { kind: 'paragraph', text: text(daysOf(settled, today, words)) },
    ...(others === null
      ? []
      : [{ kind: 'paragraph' as const, text: text(words.say('settledOthers', { amount: moneyFigure(others, currency) })) }]),
  ];
  if (lines.length === 0) return [...said, { kind: 'paragraph', text: text(words.say('settledSame')) }];
  return [
    ...said,
    ...differing(lines, 'settledDiffers', words),
    ...differing(lines, 'settledStays', words),
    { kind: 'paragraph', text: text(words.say('settledNothing')) },
  ];
}

/** Until when it may or might be disputed, and when what it asks for is due. */
function daysOf({ disputable, disputableUntil: until, dueOn, total }: SettledSince, today: LocalDate, words: Wording): string {
  const said = [words.say(disputable ? (today <= until ? 'settledUntil' : 'settledUntilOver') : 'settledUndisputable', { until })];
  if (!total.startsWith('-') && /[1-9]/.test(total))
    said.push(dueOn === null ? words.say('settledUndated') : words.say('settledDue', { on: dueOn }));
  return said.join(sentenceSeparator(words.locale));
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
