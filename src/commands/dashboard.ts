import { argument, optionWithDefault, verb } from './verb.js';

export const dashboard = verb({
  name: 'dashboard',
  summary: {
    en: 'print the addresses that open a dashboard on the published tables',
    zh: '打印可在已发布数据表上打开看板的网址',
  },
  declared: {
    contract: argument('contract', { en: 'the contract', zh: '合同' }),
    dataset: optionWithDefault(
      '--dataset <name>',
      { en: 'dataset of the tables scorecards and statements', zh: '存放 scorecards 与 statements 表的数据集' },
      'concord',
    ),
  },
  examples: [{ line: 'dashboard acme-linkstar-us --project acme-reporting' }],
  run: async (host, given) => {
    const { dashboard: run } = await import('./run/dashboard.js');
    return run(host.context(), given);
  },
});
