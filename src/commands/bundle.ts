import { option, optionalArgument, theContract, verb } from './verb.js';

export const bundle = verb({
  name: 'bundle',
  summary: {
    en: 'write a settled period as one ZIP that anybody can check alone, offline',
    zh: '把已结算的一期打包成一个 ZIP，任何人都可离线自行核对',
  },
  declared: {
    contract: theContract,
    period: optionalArgument('period', {
      en: 'a settled period, for example 2026-03 (default: the last)',
      zh: '已结算的结算期，例如 2026-03（默认：最近一期）',
    }),
    out: option('--out <folder>', { en: 'the folder for the file (default: this one)', zh: '文件写入的文件夹（默认：当前文件夹）' }),
  },
  examples: [
    { line: 'bundle acme-linkstar-us 2026-03' },
    {
      line: 'bundle acme-linkstar-us 2026-03 --out ./for-the-auditor',
      note: { en: 'once unpacked: node verify.mjs', zh: '解压后：node verify.mjs --locale zh' },
    },
  ],
  run: async (host, { contract, period, out }) => {
    const { writeBundle } = await import('./run/bundle.js');
    return writeBundle(host.context(), {
      contract,
      period,
      into: host.folder(out ?? '.'),
      out,
      shipped: host.shipped('dist'),
      history: await host.history(),
    });
  },
});
