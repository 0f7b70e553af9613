import { argument, oneContract, optionalArgument, verb } from './verb.js';

export const explain = verb({
  name: 'explain',
  summary: {
    en: 'show how lines came to their amounts',
    zh: '说明各结算行的金额如何得出',
  },
  declared: {
    contract: oneContract,
    period: argument('period', { en: 'the period, for example 2026-03', zh: '结算期，例如 2026-03' }),
    line: optionalArgument('line', { en: 'one line (default: all)', zh: '某一行（默认：全部）' }),
  },
  examples: [
    { line: 'explain acme-linkstar-us 2026-03' },
    { line: 'explain acme-linkstar-us 2026-03 sales --locale zh' },
    { line: 'explain acme-linkstar-us 2026-03 --format csv', note: { en: 'for a spreadsheet', zh: '供电子表格打开' } },
  ],
  tables: () => true,
  run: async (host, given) => {
    const { explain: run } = await import('./run/explain.js');
    return run(host.context(), given);
  },
});
