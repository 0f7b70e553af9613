import { flag, option, requiredNumber, verb } from './verb.js';

export const comment = verb({
  name: 'comment',
  summary: {
    en: 'say under a pull request what it changes, what that is worth, and how its contracts stand',
    zh: '在合并请求下说明其变更、影响金额以及相关合同的现状',
  },
  declared: {
    pr: requiredNumber('--pr <number>', { en: 'the pull request', zh: '合并请求编号' }),
    out: option('--out <folder>', { en: 'write the whole reports there', zh: '把完整报告写入该文件夹' }),
    dryRun: flag('--dry-run', { en: 'post nothing, print it', zh: '不发布，只显示内容' }),
  },
  examples: [
    { line: 'comment --pr 12' },
    { line: 'comment --pr 12 --dry-run' },
    {
      line: 'comment --pr 12 --out ./report',
      note: { en: 'the whole reports as files, for an artifact', zh: '完整报告存为文件，供归档' },
    },
  ],
  run: async (host, { pr: number, out: folder, dryRun }) => {
    const { comment: run } = await import('./run/comment.js');
    const output = folder === null ? null : host.folder(folder);
    return run(host.context(), await host.forge(), { number, locale: host.locale, dryRun, output, runUrl: host.runUrl });
  },
});
