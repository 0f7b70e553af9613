import { compare } from '../kernel/rational.js';
import type { Tier } from './deal.js';
import { AMOUNT, digits, foreignSign, isShare, type Read, SHARE, said, value } from './read-number.js';

/*
 * Tiers in the words in which people say them: each band has one rate, and where it begins or ends is said once or, alike, twice. A word
 * that is not known here could change the meaning ("on all revenue", "a year"), so that nothing is read where one stands.
 */

type Kind = 'rate' | 'amount' | 'upTo' | 'above' | 'from' | 'to' | 'then' | 'within' | 'beyond' | 'comma' | 'word';
interface Token {
  readonly kind: Kind;
  readonly text: string;
}

/** In the order in which they are tried; `within` and `beyond` stand after the amount that they belong to, `upTo` and `above` before. */
const KINDS: readonly (readonly [Kind, string])[] = [
  ['rate', SHARE],
  ['amount', `(?:${AMOUNT})`],
  ['beyond', String.raw`(?:and|or)\s+(?:above|over|up|more)\b|\+|以上|之上|起`],
  ['within', String.raw`(?:and|or)\s+(?:below|less|under)\b|以内|以下|之内|之下|内`],
  [
    'upTo',
    String.raw`up\s+to|until|below|under|less\s+than|no(?:t)?\s+more\s+than|within|(?:the\s+)?first\b|<=|<|≤|不超过|不到|低于|小于|前`,
  ],
  ['then', String.raw`then|(?:the\s+)?(?:rest|remainder)\b|thereafter|after\s+that|from\s+there(?:\s+on)?|其余|剩余|剩下|余下|之后`],
  ['above', String.raw`above|over\b|beyond|exceeding|more\s+than|in\s+excess\s+of|after|>=|>|≥|超出|超过|高于|大于`],
  ['from', String.raw`(?:starting\s+)?from|从|自`],
  ['to', String.raw`to\b|-|–|—|~|至|到`],
  ['comma', String.raw`,(?!\d{3}(?!\d))|[;/。\n]|and\b|且|并`],
  [
    'word',
    String.raw`(?:of|on|the|a|an|at|is|are|for|net|revenue|sales|turnover|gmv|commissions?|rates?|part|portion|amount|that|it|which|is|we|pay|paid|(?:per|each|every|a)\s+month|monthly)\b|净?销售额|营业额|营收|流水|收入|提成|佣金|抽成|分成|比例|费率|部分|第\d+档|[的按为是提收付计抽则即再就含]|收取|支付|计算|每月|当月|[:=()\s]`,
  ],
];

const TOKEN = new RegExp(KINDS.map(([kind, form]) => `(?<${kind}>${form})`).join('|'), 'y');

/** The words of an answer; null where one is not known. */
function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const form = new RegExp(TOKEN);
  while (form.lastIndex < text.length) {
    const [kind, found] = Object.entries(form.exec(text)?.groups ?? {}).find(([, each]) => each !== undefined) ?? [];
    const known = KINDS.find(([each]) => each === kind)?.[0];
    if (known === undefined || found === undefined) return null;
    if (known !== 'word') tokens.push({ kind: known, text: found });
  }
  return tokens;
}

const NOTHING = '0%';

/** How people say that nothing is paid on a part of revenue. */
const FREE =
  /不(?:再|予|计|计算|支付|付|收取|收)?(?:提成|佣金|抽成|分成)|(?:无|没有|免)(?:提成|佣金|抽成|分成)|\b(?:no\s+commission|nothing)\b/g;

/** A rate and what is said of its band; `isNext`: it lies above the band before; `isAbove`: it is said to be above where it begins. */
interface Band {
  readonly rate: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly isNext: boolean;
  readonly isAbove: boolean;
}

/** One band out of the words of one clause; null where they do not say one. */
function bandOf(tokens: readonly Token[]): Band | null {
  let [from, to, isNext, isAbove]: [string | null, string | null, boolean, boolean] = [null, null, false, false];
  for (const [at, { kind, text }] of tokens.entries()) {
    const [before, after] = [tokens[at - 1]?.kind, tokens[at + 1]?.kind];
    const start = kind === 'from' || kind === 'above' || (kind === 'to' && before === 'amount');
    if (kind === 'amount') {
      const isFrom = before === 'from' || before === 'above' || after === 'beyond' || after === 'to';
      const isTo = before === 'upTo' || before === 'to' || after === 'within';
      if (isFrom === isTo || (isFrom ? from : to) !== null) return null;
      isAbove ||= before === 'above' || after === 'beyond';
      if (isFrom) from = digits(text);
      else to = digits(text);
    } else if (kind === 'then') isNext = true;
    else if (kind === 'above' && after !== 'amount') isNext = true;
    else if (kind === 'beyond' && before !== 'amount') isNext = true;
    else if ((start || kind === 'upTo') && after !== 'amount') return null;
    else if (kind === 'to' && after !== 'amount') return null;
    else if (kind === 'within' && before !== 'amount') return null;
  }
  const rates = tokens.filter(({ kind }) => kind === 'rate');
  return rates.length === 1 ? { rate: rates[0]?.text ?? '', from, to, isNext, isAbove } : null;
}

/** Tokens by the clauses that commas part; without commas between all rates, by the rates: ahead of each, or behind each. */
function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const isRate = ({ kind }: Token) => kind === 'rate';
  const parted = split(tokens, ({ kind }) => kind === 'comma').filter((clause) => clause.length > 0);
  if (parted.every((clause) => clause.filter(isRate).length === 1)) return parted;
  const words = tokens.filter(({ kind }) => kind !== 'comma');
  const clauses: Token[][] = [];
  const startsWithRate = words[0]?.kind === 'rate';
  for (const [at, token] of words.entries()) {
    const before = words[at - 1];
    const isNew = startsWithRate ? isRate(token) : before === undefined || isRate(before);
    if (isNew) clauses.push([token]);
    else clauses.at(-1)?.push(token);
  }
  return clauses;
}

function split(tokens: readonly Token[], isBetween: (token: Token) => boolean): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (isBetween(token)) clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses;
}

/** As the contract writes them: `0: 3%, 400000: 4%`. */
function listed(clauses: readonly (readonly Token[])[]): readonly Tier[] | null {
  const tiers = clauses.map((clause) => {
    const words = clause.filter(({ kind }, at) => kind !== 'from' || at > 0);
    const [first, second] = words;
    const isPair = words.length === 2 && first?.kind === 'amount' && second?.kind === 'rate';
    return isPair ? { from: digits(first.text), rate: second.text } : null;
  });
  const known = tiers.filter((tier) => tier !== null);
  return known.length === tiers.length && known[0]?.from === '0' ? known : null;
}

/**
 * Bands one above the other: where one ends the next begins. Of what is only said to be above an amount nothing is paid below it; a first
 * band between two amounts may be meant in another unit (`40-80万`).
 */
function chained(bands: readonly (Band | null)[]): readonly Tier[] | null {
  const tiers: Tier[] = [];
  for (const [at, band] of bands.entries()) {
    if (band === null) return null;
    const before = bands[at - 1];
    const isLast = at === bands.length - 1;
    if (before === undefined || before === null) {
      const from = band.from ?? '0';
      const isPart = from !== '0' && band.isAbove && band.to === null;
      if (at > 0 || (from !== '0' && !isPart) || band.isNext || (isLast && band.to !== null)) return null;
      tiers.push(...(isPart ? [{ from: '0', rate: NOTHING }] : []), { from, rate: band.rate });
      continue;
    }
    const from = band.from ?? before.to;
    const isAgreed = from !== null && (before.to ?? from) === from;
    // What has neither a beginning nor an end of its own must say that it lies above.
    if (!isAgreed || (isLast ? band.to !== null || (band.from === null && !band.isNext) : false)) return null;
    tiers.push({ from, rate: band.rate });
  }
  return tiers;
}

/**
 * Tiers: one rate (`3%`), or bands in words, `3% up to 400,000, 4% above`, `3%（40万以内），超出 4%`, `8% above 100,000` (nothing below), or as the contract writes them,
 * `from 0: 3%, from 400000: 4%`. Ascending in what they start from.
 * @param currency whose sign amounts may have
 */
export function readTiers(text: string, currency: string): Read<readonly Tier[]> {
  const tokens = tokensOf(said(text, currency).replace(FREE, ` ${NOTHING} `));
  const clauses = tokens === null ? [] : clausesOf(tokens);
  const tiers = clauses.length === 0 ? null : (listed(clauses) ?? chained(clauses.map(bandOf)));
  if (tiers !== null && areRates(tiers) && isAscending(tiers)) return { value: tiers };
  const foreign = foreignSign(text, currency);
  return { expected: foreign === null ? '@answer.tiers' : `@answer.amount-currency:${foreign}|${currency}` };
}

/** Shares of which one at least is more than nothing: a part of revenue may be free, not all of it. */
function areRates(tiers: readonly Tier[]): boolean {
  const paid = tiers.filter(({ rate }) => !/^[0.]+%$/.test(rate));
  return paid.length > 0 && paid.every(({ rate }) => isShare(rate));
}

function isAscending(tiers: readonly Tier[]): boolean {
  return tiers.every(({ from }, at) => at === 0 || compare(value(tiers[at - 1]?.from ?? ''), value(from)) < 0);
}
