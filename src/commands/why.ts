import { choiceWithDefault, optionalArgument, theContract, verb } from './verb.js';

export const why = verb({
  name: 'why',
  summary: {
    en: 'why a period came out as it did: data, actions, what moved with what',
    zh: '某期的差异分析：数据、履行情况、哪些数字随哪些数字变动',
  },
  declared: {
    contract: theContract,
    period: optionalArgument('period', {
      en: 'the period, for example 2026-03 (default: the last that is settled)',
      zh: '结算期，例如 2026-03（默认：最近一期结算单）',
    }),
    against: choiceWithDefault(
      '--against <what>',
      {
        en: 'what to compare with: target, previous (the period before), year (a year before) or baseline',
        zh: '对比对象：target（目标）、previous（上一期）、year（去年同期）或 baseline（基线）',
      },
      ['target', 'previous', 'year', 'baseline'] as const,
      'target',
    ),
  },
  examples: [
    { line: 'why acme-linkstar-us 2026-03' },
    { line: 'why acme-linkstar-us 2026-03 --against previous', note: { en: 'against February', zh: '与 2 月对比' } },
    { line: 'why acme-linkstar-us 2026-03 --format markdown --locale zh' },
  ],
  run: async (host, given) => {
    const { why: run } = await import('./run/why.js');
    return run(host.context(), given);
  },
});
