import { fill, type Locale } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import type { Deal } from './deal.js';
import { startsText } from './kpis.js';
import { isNone, plain, type Read } from './read-answer.js';

/** What was understood, a line to each term of the deal, and whether it is to be written. */
export function summaryText(deal: Deal, language: Locale): string {
  const { summary } = DRAFTING;
  const said = (key: keyof typeof summary, params: Readonly<Record<string, string>>) => `  ${fill(summary[key], language, params)}`;
  const { id, brand, provider, currency, timezone, from, to, retainer, commission, kpis, minSpend, bonus, wager, cap } = deal;
  const tiers = (commission ?? []).map((tier) => fill(summary.tier, language, groupedTier(tier))).join(language === 'zh' ? '、' : ', ');
  const lines = [
    said('parties', { id, brand, provider }),
    said('term', { from, to, timezone }),
    said('exports', { exports: deal.exports.join(', ') }),
    ...(deal.marketplace === null ? [] : [said('marketplace', { marketplace: deal.marketplace })]),
    ...(retainer === null ? [] : [said('retainer', { amount: grouped(retainer), currency })]),
    ...(commission === null ? [] : [said(commission.length === 1 ? 'rate' : `tiers-${deal.accumulate}`, { tiers })]),
    said('kpis', { kpis: kpis.map(({ kpi, target }) => `${DRAFTING.titles[kpi][language]} ${grouped(target)}`).join(', ') }),
    ...(minSpend === null ? [] : [said('minSpend', { amount: grouped(minSpend), currency })]),
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
    said('signs', { brand: deal.brandSigns.join(', '), provider: deal.providerSigns.join(', ') }),
  ];
  return `\n${DRAFTING.around.summary[language]}\n${lines.join('\n')}\n`;
}

/** Whether what was shown is to be written; nothing is understood as a yes that is none. */
export function readYes(text: string): Read<boolean> {
  if (/^(y|yes|是|好|确认)$/i.test(plain(text))) return { value: true };
  return isNone(text) || /^(n|否|不|不是)$/i.test(plain(text)) ? { value: false } : { expected: '@answer.yes' };
}

const groupedTier = ({ from, rate }: { readonly from: string; readonly rate: string }) => ({ from: grouped(from), rate });

/** 400000 as 400,000: so that a zero too many is seen. */
function grouped(decimal: string): string {
  const [whole = '', rest] = decimal.split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${rest === undefined ? '' : `.${rest}`}`;
}
