import { PARTIES } from '../kernel/party.js';
import { choiceOption, optionalArgument, theContract, verb } from './verb.js';

export const witness = verb({
  name: 'witness',
  summary: {
    en: 'measure a settled period with your own access, and compare',
    zh: '用自己的数据权限重新取数，与已结算的一期核对',
  },
  declared: {
    contract: theContract,
    period: optionalArgument('period', {
      en: 'a settled period, for example 2026-03 (default: the last)',
      zh: '已结算的结算期，例如 2026-03（默认：最近一期）',
    }),
    write: choiceOption(
      '--write <party>',
      { en: 'file what was found as an event of that party', zh: '把核对结果作为该方的事件提交' },
      PARTIES,
    ),
  },
  examples: [
    { line: 'witness acme-linkstar-us 2026-03' },
    { line: 'witness acme-linkstar-us 2026-03 --data ../our-exports', note: { en: 'on files of your own', zh: '使用自己的数据文件' } },
    { line: 'witness acme-linkstar-us 2026-03 --warehouse bigquery --write provider' },
  ],
  run: async (host, { contract, period, write }) => {
    const { witness: run } = await import('./run/witness.js');
    return run(host.context(), { contract, period, party: write, history: await host.history() });
  },
});
