import { grouped } from '../kernel/grouped.js';
import { fill, type Locale, listSeparator } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import { FEW, weightOf } from './contract-text.js';
import { customersInPart } from './customers.js';
import type { Deal } from './deal.js';
import { siteTaken, unsaidLines } from './definitions-text.js';
import { type Ground, KPIS, scoresText, startsText } from './kpis.js';
import type { QuestionId } from './questions.js';
import { isNone, plain, type Read } from './read-number.js';

/** A question that was not answered, and what it is then. */
type Usual = { readonly id: QuestionId; readonly usual: string };

/** What was understood, a line to each term of the deal, and what the contract says besides, as a terminal shows it. */
export function summaryText(deal: Deal, language: Locale): string {
  const parts = summaryParts(deal, language, []).map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  return `\n${parts.join('\n')}\n`;
}

/** The same in parts. @param usual what was not answered, with what it is then */
export function summaryParts(
  deal: Deal,
  language: Locale,
  usual: readonly Usual[],
): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  const { around, added } = DRAFTING;
  return [
    { title: around.summary[language], lines: understoodLines(deal, language) },
    { title: added.intro[language], lines: addedLines(deal, language, usual) },
  ];
}

function understoodLines(deal: Deal, language: Locale): readonly string[] {
  const { summary } = DRAFTING;
  const said = (key: keyof typeof summary, params: Readonly<Record<string, string>>) => fill(summary[key], language, params);
  const list = (texts: readonly string[]) => texts.join(listSeparator(language));
  const { id, brand, provider, currency, timezone, from, to, retainer, commission, kpis, minSpend, bonus, wager, cap } = deal;
  const tiers = (commission ?? []).map((tier, _, { length }) =>
    length === 1 && tier.from === '0' ? tier.rate : fill(summary.tier, language, groupedTier(tier)),
  );
  const part = customersInPart(deal, language);
  return [
    said('parties', { id, brand, provider }),
    said('term', { from, to, timezone }),
    said('exports', { exports: list(deal.exports) }),
    ...(deal.marketplace === null ? [] : [said('marketplace', { marketplace: deal.marketplace })]),
    ...(retainer === null ? [] : [said('retainer', { amount: grouped(retainer), currency })]),
    ...(commission === null ? [] : [said(commission.length === 1 ? 'rate' : `tiers-${deal.accumulate}`, { tiers: list(tiers) })]),
    said('kpis', { kpis: list(kpis.map((goal) => goalText(goal, currency, language))) }),
    ...(part === null ? [] : [said('customers', { shop: part.shop, others: part.others })]),
    ...(minSpend === null ? [] : [said('minSpend', { amount: grouped(minSpend), currency, scores: scoresText(kpis, language) })]),
    ...(bonus === null
      ? []
      : [
          said(bonus.isWhole ? 'bonusWhole' : 'bonusByScore', {
            amount: grouped(bonus.pool),
            currency,
            starts: startsText(kpis, language),
          }),
        ]),
    ...(wager === null
      ? []
      : [
          'stake' in wager
            ? said('stake', { currency, target: grouped(wager.target), stake: grouped(wager.stake) })
            : said('wagerByGap', { currency, target: grouped(wager.target), rate: wager.rate, limit: grouped(wager.limit) }),
        ]),
    ...(cap === null ? [] : [said('cap', { amount: grouped(cap), currency })]),
    said('signs', { brand: list(deal.brandSigns), provider: list(deal.providerSigns) }),
  ];
}

/** What the contract says beside the deal. */
/** A KPI with the side of its target that is right, and the currency of money. */
function goalText({ kpi, target }: Deal['kpis'][number], currency: string, language: Locale): string {
  const { better, unit } = KPIS[kpi];
  const money = unit === 'money' ? `${currency} ` : '';
  return `${DRAFTING.titles[kpi][language]} ${better === 'higher' ? '≥' : '≤'} ${money}${grouped(target)}`;
}

function addedLines(deal: Deal, language: Locale, usual: readonly Usual[]): readonly string[] {
  const { added, keys, titles, around, usualSpans } = DRAFTING;
  const said = (key: keyof typeof added, params: Readonly<Record<string, string>> = {}) => fill(added[key], language, params);
  const list = (texts: readonly string[]) => texts.join(listSeparator(language));
  const { kpis, bonus, wager } = deal;
  const site = siteTaken(deal);
  const resting = (ground: Ground) => kpis.filter(({ kpi }) => KPIS[kpi].restsOn === ground);
  const few = (['orders', 'sessions'] as const).filter((ground) => resting(ground).length > 0);
  const told = (text: string, id: QuestionId) => {
    if (isNone(text)) return around.none[language];
    return id === 'accumulate' ? (usualSpans[text]?.[language] ?? text) : list(text.split(', ').map(grouped));
  };
  const answers = usual.map(({ id, usual: text }) => said('usual-answer', { question: keys[id][language], answer: told(text, id) }));
  // A bonus in proportion says where scores begin; what is paid all or nothing has no beginning but for what is better lower.
  const untold = bonus === null ? kpis : bonus.isWhole ? kpis.filter(({ kpi }) => KPIS[kpi].better === 'lower') : [];
  return [
    ...(answers.length === 0 ? [] : [said('usual', { answers: answers.join(said('usual-next')) })]),
    ...unsaidLines(deal, language, added),
    ...(site === null ? [] : [said(`site-${site}`)]),
    ...(kpis.length === 1
      ? []
      : [said('weights', { weights: list(kpis.map(({ kpi }, at) => `${titles[kpi][language]} ${weightOf(kpis, at)}`)) })]),
    ...(untold.length === 0 ? [] : [said('starts', { starts: startsText(untold, language) })]),
    ...few.map((ground) => said(ground, { kpis: list(resting(ground).map(({ kpi }) => titles[kpi][language])), least: FEW[ground] })),
    ...(wager === null ? [] : [said('stake' in wager ? 'bet-stake' : 'bet')]),
    ...(['settled', 'accepted', 'changes', 'exclusions', 'owned'] as const).map((key) => said(key)),
  ];
}

/** Whether what was shown is to be written; nothing is understood as a yes that is none. */
export function readYes(text: string): Read<boolean> {
  if (/^(y|yes|是|好|确认)$/i.test(plain(text))) return { value: true };
  return isNone(text) || /^(n|否|不|不是)$/i.test(plain(text)) ? { value: false } : { expected: '@answer.yes' };
}

const groupedTier = ({ from, rate }: { readonly from: string; readonly rate: string }) => ({ from: grouped(from), rate });
