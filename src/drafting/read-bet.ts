import { compare } from '../kernel/rational.js';
import type { Bet } from './deal.js';
import { AMOUNT, digits, foreignSign, isAmount, isShare, type Read, SHARE, said, value } from './read-number.js';

/*
 * A bet on the term's revenue in the words in which people say it. A word that is not known here could say who pays or what for, so that
 * nothing is read where one stands.
 */

type Kind = 'both' | 'rate' | 'amount' | 'limit' | 'stake' | 'missed' | 'met' | 'wins' | 'loses' | 'under' | 'over' | 'target' | 'word';

const KINDS: readonly (readonly [Kind, string])[] = [
  [
    'both',
    String.raw`(?:misses|falls\s+short\s+of)\s+or\s+exceeds|exceeds\s+or\s+(?:misses|falls\s+short\s+of)|above\s+or\s+below|below\s+or\s+above|over\s+or\s+under|up\s+or\s+down|超出或(?:不足|低于|未达)|(?:不足|低于)或(?:超出|超过|高于)|超过或(?:不足|低于)|高于或低于|either\s+way|(?:for\s+)?(?:either|each)\s+side|双方各?|任一方|各自?|difference|distance|gap|差额|差距|差值`,
  ],
  ['rate', SHARE],
  ['amount', `(?:${AMOUNT})`],
  ['limit', String.raw`limit|at\s+most|up\s+to|max(?:imum)?|no(?:t)?\s+more\s+than|capped\s+at|cap|上限|最多|最高|不超过|封顶`],
  ['stake', String.raw`stakes?|赌注|赌金|赌`],
  ['missed', String.raw`otherwise|else|if\s+(?:not|missed)|未达成?到?|没达成?到?|达不到|没有达到|否则`],
  ['met', String.raw`if\s+(?:reached|met|hit)|reaching|达到|达成`],
  ['wins', String.raw`(?:wins?|gets?|receives?)\b|另付|奖励?|赢|得`],
  ['loses', String.raw`(?:loses?|pays?)\b|退|赔付?|输|罚`],
  ['under', String.raw`misses|below|under|short|不足|低于|以下`],
  ['over', String.raw`exceeds|above|over|超出|超过|超额|以上|高于`],
  ['target', String.raw`target|目标`],
  [
    'word',
    String.raw`(?:a|an|the|of|on|is|are|at|by|to|for|and|or|what|with|revenue|sales|year|annual|term|whole|bet|wager|rate|share|it|that)\b|对赌|比例|全年|年度?|合同期内?|净?销售额|营收|营业额|部分|[的按为是]|,(?!\d{3}(?!\d))|[:=();\s]`,
  ],
];

const TOKEN = new RegExp(KINDS.map(([kind, form]) => `(?<${kind}>${form})`).join('|'), 'y');

/** What an amount of a bet is, as far as it is said. */
interface Part {
  readonly amount: string;
  readonly label: 'target' | 'limit' | 'stake' | 'wins' | 'loses' | null;
}

interface Said {
  readonly rates: readonly string[];
  readonly parts: readonly Part[];
  /** Whether one side only is spoken of: what lies above the target, or what lacks. */
  readonly isOneSided: boolean;
  /** Whether somebody wins by missing the target, or loses by reaching it. */
  readonly isReversed: boolean;
  readonly isRateFirst: boolean;
}

/** The words of an answer; null where one is not known. */
function saidOf(text: string): Said | null {
  const [rates, parts]: [string[], Part[]] = [[], []];
  const seen = new Set<Kind>();
  let label: Part['label'] = null;
  let outcome: 'met' | 'missed' | null = null;
  let [isReversed, isRateFirst] = [false, false];
  const form = new RegExp(TOKEN);
  while (form.lastIndex < text.length) {
    const [name, found] = Object.entries(form.exec(text)?.groups ?? {}).find(([, each]) => each !== undefined) ?? [];
    const kind = KINDS.find(([each]) => each === name)?.[0];
    if (kind === undefined || found === undefined) return null;
    seen.add(kind);
    if (kind === 'rate') rates.push(found);
    else if (kind === 'amount') {
      if (label === 'wins' || label === 'loses') {
        isReversed ||= outcome === (label === 'wins' ? 'missed' : 'met');
        outcome = null;
      }
      isRateFirst ||= parts.length === 0 && rates.length > 0;
      parts.push({ amount: digits(found), label });
      label = null;
    } else if (kind === 'met' || kind === 'missed') outcome = kind;
    else if (kind === 'target' || kind === 'limit' || kind === 'stake' || kind === 'wins' || kind === 'loses') label = kind;
  }
  const isOneSided = !seen.has('both') && seen.has('under') !== seen.has('over');
  return { rates, parts, isOneSided, isReversed, isRateFirst };
}

/**
 * A bet: the term's target, the share of the distance that is paid, and the most that is paid, `5000000, 2%, 20000`; or the target and a
 * stake, `5000000, 10000`. A wager is the same either way: `win 10000, lose 5000` is none.
 */
export function readBet(text: string, currency: string): Read<Bet> {
  const foreign = foreignSign(text, currency);
  const refused = { expected: foreign === null ? '@answer.bet' : `@answer.amount-currency:${foreign}|${currency}` };
  const heard = saidOf(said(text, currency));
  if (heard === null || heard.isReversed || !heard.parts.every(({ amount }) => isAmount(amount))) return refused;
  const { rates, parts, isOneSided, isRateFirst } = heard;
  const sides = parts.filter(({ label }) => label === 'wins' || label === 'loses');
  if (sides.length > 0 && rates.length === 0) return ofSides(parts, sides) ?? refused;
  const [one, two, ...others] = parts;
  if (one === undefined || two === undefined || others.length > 0 || sides.length > 0 || rates.length > 1) return refused;
  const [rate] = rates;
  const second = rate === undefined ? 'stake' : 'limit';
  // Unless it is said otherwise the target comes first.
  const isTurned = one.label === second || two.label === 'target';
  const [target, most] = isTurned ? [two, one] : [one, two];
  if ((target.label ?? 'target') !== 'target' || (most.label ?? second) !== second) return refused;
  // In another order than the question's, and without words, the smaller may be either.
  const isSaid = !isRateFirst || one.label !== null || two.label !== null;
  if (!isSaid && compare(value(target.amount), value(most.amount)) < 0) return refused;
  if (isOneSided) return { expected: '@answer.bet-unequal' };
  if (rate === undefined) return { value: { target: target.amount, stake: most.amount } };
  return isShare(rate) ? { value: { target: target.amount, rate, limit: most.amount } } : refused;
}

/** What each side wins or loses: the same, or it is no wager; null where it is not clear. */
function ofSides(parts: readonly Part[], sides: readonly Part[]): Read<Bet> | null {
  const [target, ...others] = parts.filter((part) => !sides.includes(part));
  if (target === undefined || others.length > 0 || (target.label ?? 'target') !== 'target') return null;
  const [one, two] = sides;
  const isSame = sides.length === 2 && one?.label !== two?.label && one?.amount === two?.amount;
  return isSame && one !== undefined ? { value: { target: target.amount, stake: one.amount } } : { expected: '@answer.bet-unequal' };
}
