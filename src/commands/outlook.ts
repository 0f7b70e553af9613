import { list, option, theContract, verb } from './verb.js';

export const outlook = verb({
  name: 'outlook',
  summary: {
    en: 'what the running period may come to, how likely, and what that would pay; a forecast, it pays nothing',
    zh: '预测当期期末结果、可能性与相应费用；仅为预测，不产生付款',
  },
  declared: {
    contract: theContract,
    period: option('--period <period>', {
      en: 'for example 2026-03 (default: the current one)',
      zh: '例如 2026-03（默认：当前结算期）',
    }),
    plan: list('--plan <metric=value>', {
      en: 'a total that is planned for the period instead of forecast; may be repeated',
      zh: '以计划的期末总额代替预测；可多次使用',
    }),
  },
  examples: [
    { line: 'outlook acme-linkstar-us' },
    {
      line: 'outlook acme-linkstar-us --as-of 2026-10-15',
      note: { en: 'as it looked on that day', zh: '按当日所见数据' },
    },
    {
      line: 'outlook acme-linkstar-us --plan media_spend=50000',
      note: { en: 'with the ad spend as budgeted', zh: '广告费按预算计' },
    },
    { line: 'outlook acme-linkstar-us --format json' },
  ],
  run: async (host, { contract, period, plan }) => {
    const { outlook: run } = await import('./run/outlook.js');
    return run(host.context(), { contract, period, plan });
  },
});
