import { anyContract, flag, optionWithDefault, verb } from './verb.js';

export const site = verb({
  name: 'site',
  summary: {
    en: 'write pages for a browser: every contract, its running period, each statement; English and Chinese',
    zh: '生成可用浏览器打开的网页：合同总览、当前结算期、每期结算单；中英文各一份',
  },
  declared: {
    contract: anyContract,
    out: optionWithDefault('--out <folder>', { en: 'the folder to write them to', zh: '输出文件夹' }, 'public'),
    settled: flag('--settled', {
      en: 'only what is settled: measures nothing and needs no data',
      zh: '仅含已结算内容：不取数，无须数据',
    }),
    publish: flag('--publish', {
      en: 'for a place that anybody can read; refused unless every contract has dashboard.public: true',
      zh: '用于公开发布；仅当每份合同均约定 dashboard.public: true 时才生成',
    }),
  },
  examples: [
    { line: 'site' },
    { line: 'site acme-linkstar-us --out ./pages', note: { en: 'open pages/index.html', zh: '打开 pages/zh/index.html' } },
    { line: 'site --settled', note: { en: 'without any data', zh: '无须数据' } },
    { line: 'site --publish' },
  ],
  run: async (host, { contract, out, settled, publish }) => {
    const { writeSite } = await import('./run/site.js');
    const repository = await host.repositoryPage();
    return writeSite(host.context(), { contract, out: { name: out, files: host.folder(out) }, settled, publish, repository });
  },
});
