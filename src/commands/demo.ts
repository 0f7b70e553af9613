import { option, verb } from './verb.js';

export const demo = verb({
  name: 'demo',
  summary: {
    en: 'settle a year of a sample contract on generated data, in a scratch folder',
    zh: '在临时文件夹中用生成的数据结算示例合同的一整年',
  },
  declared: {
    out: option('--out <folder>', {
      en: 'the folder to work in (default: a new temporary one)',
      zh: '工作文件夹（默认：新建临时文件夹）',
    }),
  },
  examples: [{ line: 'demo' }, { line: 'demo --locale zh' }, { line: 'demo --out ./trial' }],
  run: async (host, { out }) => {
    const { demo: run } = await import('./run/demo.js');
    const root = host.workingFolder(out);
    return run(host.context(root), { shipped: host.shipped(), root });
  },
});
