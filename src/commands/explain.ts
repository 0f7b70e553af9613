import { optionalArgument, theContract, verb } from './verb.js';

export const explain = verb({
  name: 'explain',
  summary: {
    en: 'show how lines came to their amounts',
    zh: '说明各结算行的金额如何得出',
  },
  declared: {
    contract: theContract,
    period: optionalArgument('period', {
      en: 'the period, for example 2026-03 (default: the last that is settled)',
      zh: '结算期，例如 2026-03（默认：最近一期结算单）',
    }),
    line: optionalArgument('line', {
      en: 'one line, by its name or as the statement shows it (default: all)',
      zh: '某一行，写其编号或结算单上的名称（默认：全部）',
    }),
  },
  examples: [
    { line: 'explain acme-linkstar-us 2026-03' },
    { line: 'explain acme-linkstar-us 2026-03 sales --locale zh' },
    { line: 'explain 2026-03 "Performance bonus"', note: { en: 'of the only contract', zh: '仅有一份合同时' } },
    { line: 'explain acme-linkstar-us 2026-03 --format csv', note: { en: 'for a spreadsheet', zh: '供电子表格打开' } },
  ],
  tables: () => true,
  run: async (host, given) => {
    const { explain: run } = await import('./run/explain.js');
    return run(host.context(), given);
  },
});
