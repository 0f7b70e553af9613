import { flag, requiredOption, theContract, verb } from './verb.js';

export const simulate = verb({
  name: 'simulate',
  summary: {
    en: 'what a contract would have paid for past periods, from their data; settles nothing',
    zh: '以过往数据测算合同本应支付多少，不作结算',
  },
  declared: {
    contract: theContract,
    from: requiredOption('--from <period>', { en: 'the first period, for example 2025-01', zh: '首个结算期，例如 2025-01' }),
    to: requiredOption('--to <period>', { en: 'the last period', zh: '最后一个结算期' }),
    writeBaseline: flag('--write-baseline', {
      en: 'write what was measured into the contract, as its baseline',
      zh: '将所测数值写入合同的 baseline（基线）',
    }),
  },
  examples: [
    { line: 'simulate acme-linkstar-us --from 2025-01 --to 2025-12 --data ./exports' },
    {
      line: 'simulate acme-linkstar-us --from 2025-10 --to 2025-12 --write-baseline',
      note: { en: 'the history that both were shown', zh: '双方已知的历史数据' },
    },
  ],
  run: async (host, given) => {
    const { simulate: run } = await import('./run/simulate.js');
    return run(host.context(), given);
  },
});
