import { localText, type Message, yamlString } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import type { Bet, Deal, Goal, Reward, Setting, Tier } from './deal.js';
import { KPIS } from './kpis.js';

type Comment = keyof typeof DRAFTING.comments;

const list = (names: readonly string[]): string => `[${names.join(', ')}]`;

/** contract.yaml of a deal, in one language, a comment to each clause; what holds by default is left out. */
export function contractText(deal: Deal, { language }: Pick<Setting, 'language'>): string {
  const said = (message: Message) => localText(message, language);
  const clause = (text: string, comment: Comment) => `${text} # ${said(DRAFTING.comments[comment])}`;
  const party = (name: string, signatories: readonly string[]) => `{ name: ${yamlString(name)}, signatories: ${list(signatories)} }`;
  return `${[
    '# yaml-language-server: $schema=../../schemas/contract.schema.json',
    'apiVersion: concord/v1',
    'kind: Contract',
    `id: ${deal.id}`,
    `title: ${yamlString(`${deal.brand} x ${deal.provider}`)}`,
    clause('stage: pilot', 'stage'),
    clause('parties:', 'parties'),
    `  brand: ${party(deal.brand, deal.brandSigns)}`,
    `  provider: ${party(deal.provider, deal.providerSigns)}`,
    clause('data: { owner: brand, providerUse: during_term }', 'data'),
    clause('ip: { creatives: brand, site: brand, accounts: brand }', 'ip'),
    clause(`term: { from: ${deal.from}, to: ${deal.to} }`, 'term'),
    clause(`calendar: { every: month, timezone: ${deal.timezone}, lockAfterDays: 10, trueUpPeriods: 3 }`, 'calendar'),
    `currency: ${deal.currency}`,
    clause('acceptance: { days: 10, silence: accepts }', 'acceptance'),
    clause(`disputes: { expert: ${yamlString(said(DRAFTING.defined.expert))} }`, 'disputes'),
    clause('kpis:', deal.bonus?.isWhole === true ? 'kpis-whole' : 'kpis'),
    ...kpiLines(deal, said),
    'fees:',
    ...feeLines(deal, said, clause),
    clause('payment: { dueDays: 15 }', 'payment'),
    clause('amendments: { noticeDays: 14, maxTargetChange: 20%, maxDrift: 40%, minPeriodsBetween: 3 }', 'amendments'),
    clause('review: { every: month }', 'review'),
    clause('exclusions: { fileWithinDays: 10, maxDays: 30 }', 'exclusions'),
    clause('exit: { noticeDays: 30, handoverDays: 15, checklist: [data_export, account_recovery, access_revocation] }', 'exit'),
    clause('dashboard: { share: [brand, provider] }', 'dashboard'),
  ].join('\n')}\n`;
}

/** How much of a month is so little that a ratio of it says nothing. */
export const FEW = { orders: '50', sessions: '5000' } as const;

function kpiLines({ kpis, minSpend, bonus }: Deal, said: (message: Message) => string): string[] {
  return kpis.map(({ kpi, target }, at) => {
    const { better, threshold, restsOn } = KPIS[kpi];
    const least = restsOn === 'ad_spend' ? minSpend : restsOn === null ? null : FEW[restsOn];
    const minimum = restsOn === null || least === null ? '' : `, minimum: { metric: ${restsOn}, atLeast: ${least} }`;
    // What is paid all or nothing has no score between; a KPI that is better lower must have a threshold all the same.
    const start = bonus?.isWhole === true && better === 'higher' ? '' : `, threshold: ${threshold}`;
    const fields = `owner: provider, better: ${better}, weight: ${weightOf(kpis, at)}, target: ${target}${start}${minimum}`;
    const note = minimum === '' ? '' : ` # ${said(DRAFTING.comments.minimum)}`;
    return `  - { id: ${kpi}, title: ${yamlString(said(DRAFTING.titles[kpi]))}, ${fields} }${note}`;
  });
}

/** Equal weights of whole percents: what does not go into equal parts goes to the first. */
export function weightOf(kpis: readonly Goal[], at: number): string {
  const each = Math.floor(100 / kpis.length);
  return `${at < 100 - each * kpis.length ? each + 1 : each}%`;
}

function feeLines(deal: Deal, said: (message: Message) => string, clause: (text: string, comment: Comment) => string): string[] {
  const fee = (id: keyof typeof DRAFTING.fees, kind: string, terms: string, comment: Comment) =>
    clause(`  - { id: ${id}, title: ${yamlString(said(DRAFTING.fees[id]))}, kind: ${kind}, ${terms} }`, comment);
  const { retainer, commission, accumulate, bonus, wager, cap } = deal;
  const [only, ...others] = deal.kpis;
  const by = only !== undefined && others.length === 0 ? only.kpi : 'composite';
  const tiers = commission !== null && commission.length > 1 ? (`sales-${accumulate}` as const) : 'sales';
  return [
    ...(retainer === null ? [] : [fee('base', 'retainer', `amount: ${retainer}`, 'base')]),
    ...(commission === null
      ? []
      : [
          fee(
            'sales',
            'commission',
            `base: revenue, tiers: { ${tiersText(commission)} }${accumulate === 'term' ? ', accumulate: term' : ''}`,
            tiers,
          ),
        ]),
    ...(bonus === null
      ? []
      : [fee('reward', 'bonus', `by: ${by}, pool: ${bonus.pool}, ${pointsText(bonus)}`, bonus.isWhole ? 'reward-whole' : 'reward')]),
    ...(wager === null
      ? []
      : [
          fee(
            'wager',
            'wager',
            `metric: revenue, better: higher, target: ${wager.target}, over: term, deadband: 0, ${stakesText(wager)}, onEarlyEnd: scale`,
            'stake' in wager ? 'wager-stake' : 'wager',
          ),
        ]),
    ...(cap === null ? [] : [fee('ceiling', 'cap', `period: ${cap}`, 'ceiling')]),
  ];
}

const pointsText = ({ isWhole }: Reward): string =>
  isWhole ? 'points: { from 100%: 100% }, shape: step' : 'points: { from 0%: 0%, from 100%: 100% }';

const stakesText = (bet: Bet): string => ('stake' in bet ? `stake: ${bet.stake}` : `rate: ${bet.rate}, limit: ${bet.limit}`);

/** Tiers as the contract writes them. */
const tiersText = (tiers: readonly Tier[]): string => tiers.map(({ from, rate }) => `from ${from}: ${rate}`).join(', ');
