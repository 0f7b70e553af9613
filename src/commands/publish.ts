import { anyContract, flag, option, publishedDataset, verb } from './verb.js';

export const publish = verb({
  name: 'publish',
  summary: {
    en: 'write settled scorecards and statements, and outlooks, to BigQuery or as CSV files into a folder',
    zh: '将已结算的计分卡、结算单以及期末预测写入 BigQuery，或以 CSV 文件写入文件夹',
  },
  declared: {
    contract: anyContract,
    dataset: publishedDataset,
    outlook: flag('--outlook', {
      en: 'the outlook of every running period as well, which is measured for it',
      zh: '一并写入进行中结算期的期末预测（须为此取数）',
    }),
    out: option('--out <folder>', { en: 'write CSV files into this folder instead', zh: '改为把 CSV 文件写入该文件夹' }),
  },
  examples: [
    { line: 'publish --warehouse bigquery' },
    { line: 'publish acme-linkstar-us --dataset concord' },
    { line: 'publish --outlook' },
    { line: 'publish acme-linkstar-us --out ./results' },
  ],
  run: async (host, { contract, dataset, outlook, out }) => {
    const { publish: run } = await import('./run/publish.js');
    return run(host.context(), { contract, dataset, outlook, into: out === null ? null : host.folder(out) });
  },
});
