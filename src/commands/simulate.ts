import { flag, numberOption, requiredOption, theContract, verb } from './verb.js';

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
    paths: numberOption('--paths <n>', {
      en: 'so many years as they might come, drawn from these periods: what each would pay',
      zh: '由上述结算期抽样生成若干情景年度，并逐一测算应付金额',
    }),
    seed: numberOption('--seed <number>', {
      en: 'another draw; the same number draws the same years everywhere (default: 1)',
      zh: '更换抽样；同一数字在任何机器上结果相同（默认：1）',
    }),
    writeBaseline: flag('--write-baseline', {
      en: 'write what was measured into the contract, as its baseline',
      zh: '将所测数值写入合同的 baseline（基线）',
    }),
  },
  examples: [
    { line: 'simulate acme-linkstar-us --from 2025-01 --to 2025-12 --data ./exports' },
    {
      line: 'simulate acme-linkstar-us --from 2024-01 --to 2025-12 --paths 10000',
      note: { en: 'and what 10,000 possible years would pay', zh: '并测算一万个情景年度' },
    },
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
