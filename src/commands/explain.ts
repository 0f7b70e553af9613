import { optionalArgument, theContract, verb } from './verb.js';

export const explain = verb({
  name: 'explain',
  summary: {
    en: 'show how lines came to their amounts, and KPIs to their scores',
    zh: '说明各结算项目的金额、各考核指标的得分如何得出',
  },
  declared: {
    contract: theContract,
    period: optionalArgument('period', {
      en: 'the period, for example 2026-03 (default: the last that is settled)',
      zh: '结算期，例如 2026-03（默认：最近一期结算单）',
    }),
    line: optionalArgument('line', {
      en: 'one line or KPI, by its name or as the statement shows it, or composite (default: all lines)',
      zh: '某一行或考核指标，写其编号或结算单上的名称；综合得分写 composite（默认：全部行）',
    }),
  },
  examples: [
    { line: 'explain acme-linkstar-us 2026-03' },
    { line: 'explain acme-linkstar-us 2026-03 sales --locale zh' },
    { line: 'explain acme-linkstar-us 2026-03 roas', note: { en: 'a score, in numbers', zh: '得分的算式' } },
    {
      line: { en: 'explain 2026-03 "Performance bonus"', zh: 'explain 2026-03 "绩效奖金"' },
      note: { en: 'of the only contract', zh: '仅有一份合同时' },
    },
    { line: 'explain acme-linkstar-us 2026-03 --format csv', note: { en: 'for a spreadsheet', zh: '供电子表格打开' } },
  ],
  tables: () => true,
  run: async (host, given) => {
    const { explain: run } = await import('./run/explain.js');
    return run(host.context(), given);
  },
});
