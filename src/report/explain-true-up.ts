import { grouped } from '../kernel/grouped.js';
import { isDecimal, rational, toDecimal, toFixed } from '../kernel/rational.js';
import type { Computation, ComputedTwice } from '../settlement/computed-twice.js';
import { whyText } from '../words/why.js';
import { type Branch, text } from './blocks.js';
import { signedFigure } from './why-telling.js';
import type { Wording } from './wording.js';

type Input = Computation['inputs'][number];

/** How an input's value and a formula are written: as those of every line. */
interface ToldAs {
  readonly shown: (input: Input) => string;
  readonly sum: (computation: Computation) => string;
}

/** What a true-up is the difference of: every input when the line was settled and now, and both formulas. */
export function twiceBranches({ settled, now }: ComputedTwice, words: Wording, { shown, sum }: ToldAs): Branch[] {
  const inputs = now.inputs.map((input) => {
    const old = settled?.inputs.find((each) => each.input === input.input && isOfSame(each, input)) ?? null;
    return leaf(words.input(input), movedText(old, input, words, shown), words);
  });
  const formula = (key: 'formulaThen' | 'formulaNow', each: Computation) =>
    each.amount === null ? [] : [leaf(words.say(key, { period: each.by }), `${sum(each)} → ${grouped(each.amount)}`, words)];
  return [
    ...(inputs.length === 0 ? [] : [{ label: text(words.say(settled === null ? 'nowAlone' : 'thenAndNow'), 'dim'), children: inputs }]),
    ...(settled === null ? [] : formula('formulaThen', settled)),
    ...formula('formulaNow', now),
  ];
}

/** Whether two inputs, or what two rules say, are of the same things. */
export function isOfSame({ with: a }: Pick<Input, 'with'>, { with: b }: Pick<Input, 'with'>): boolean {
  return Object.entries(a).every(([name, value]) => b[name] === value);
}

/** An input that is the same is told once. */
function movedText(old: Input | null, now: Input, { say, locale }: Wording, shown: (input: Input) => string): string {
  const after = shown(now);
  if (old === null || old.value === now.value) return after;
  if (old.value === null || now.value === null || !isDecimal(old.value) || !isDecimal(now.value)) return `${shown(old)} → ${after}`;
  const moved = rational(now.value).sub(rational(old.value));
  const isShare = now.input === 'score' || now.input === 'composite-score';
  const figure = isShare
    ? whyText('points', locale, { figure: signedFigure(toFixed(moved.mul(100), SHARE_DIGITS)) })
    : `${moved.s > 0n ? '+' : ''}${shown({ ...now, value: toDecimal(moved) })}`;
  return say('wentTo', { before: shown(old), after, moved: figure });
}

const SHARE_DIGITS = 2;

function leaf(label: string, value: string, words: Wording): Branch {
  return { label: [{ text: label, tone: 'dim' }, { text: words.say('colon') }, ...text(value)], children: [] };
}
