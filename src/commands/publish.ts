import { anyContract, option, publishedDataset, verb } from './verb.js';

export const publish = verb({
  name: 'publish',
  summary: {
    en: 'write settled scorecards and statements to BigQuery, or as CSV files into a folder',
    zh: '将已结算的计分卡与结算单写入 BigQuery，或以 CSV 文件写入文件夹',
  },
  declared: {
    contract: anyContract,
    dataset: publishedDataset,
    into: option('--into <folder>', { en: 'write CSV files into this folder instead', zh: '改为把 CSV 文件写入该文件夹' }),
  },
  examples: [
    { line: 'publish --warehouse bigquery' },
    { line: 'publish acme-linkstar-us --dataset concord' },
    { line: 'publish acme-linkstar-us --into ./results' },
  ],
  run: async (host, { contract, dataset, into }) => {
    const { publish: run } = await import('./run/publish.js');
    return run(host.context(), { contract, dataset, into: into === null ? null : host.folder(into) });
  },
});
