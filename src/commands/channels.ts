import { option, optionalArgument, theContract, verb } from './verb.js';

export const channels = verb({
  name: 'channels',
  summary: {
    en: 'spend by channel, what it came to on average, and what moving it would take; a thermometer, no advice',
    zh: '各渠道花费、平均产出及预算调整的平衡点；只列数字，不作建议',
  },
  declared: {
    contract: theContract,
    period: optionalArgument('period', {
      en: 'the period, for example 2026-03 (default: the last that is settled)',
      zh: '结算期，例如 2026-03（默认：最近一期结算单）',
    }),
    by: option('--by <column>', { en: 'the column of the channels (default: channel)', zh: '渠道所在字段（默认：channel）' }),
    spend: option('--spend <measure>', {
      en: 'the measure of the spend (default: the one that the KPIs divide by)',
      zh: '计作花费的度量（默认由考核指标推定）',
    }),
    from: option('--from <channel>', { en: 'a channel that money would leave', zh: '转出渠道' }),
    to: option('--to <channel>', { en: 'a channel that it would go to', zh: '转入渠道' }),
    move: option('--move <amount>', {
      en: 'how much, in the contract’s currency (default: a tenth of what was spent there)',
      zh: '转移金额，以合同币种计（默认：转出渠道花费的十分之一）',
    }),
  },
  examples: [
    { line: 'channels acme-linkstar-us 2026-03' },
    {
      line: 'channels acme-linkstar-us 2026-03 --from search --to social --move 10000',
      note: { en: 'what 10,000 would have to earn there', zh: '这 10,000 须带来多少' },
    },
    { line: 'channels acme-linkstar-us --by market --spend ad_cost' },
  ],
  run: async (host, given) => {
    const { channels: run } = await import('./run/channels.js');
    return run(host.context(), given);
  },
});
