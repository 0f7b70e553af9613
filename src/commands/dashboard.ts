import { publishedDataset, theContract, verb } from './verb.js';

export const dashboard = verb({
  name: 'dashboard',
  summary: {
    en: 'print the addresses that open a dashboard on the published tables',
    zh: '给出看板的网址：看板取自已发布的数据表',
  },
  declared: {
    contract: theContract,
    dataset: publishedDataset,
  },
  examples: [{ line: 'dashboard acme-linkstar-us --project acme-reporting' }],
  run: async (host, given) => {
    const { dashboard: run } = await import('./run/dashboard.js');
    return run(host.context(), given);
  },
});
