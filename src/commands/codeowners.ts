import { flag, verb } from './verb.js';

export const codeowners = verb({
  name: 'codeowners',
  summary: {
    en: 'write .github/CODEOWNERS, by which GitHub asks both parties to review',
    zh: '生成 .github/CODEOWNERS，使 GitHub 向双方请求评审',
  },
  declared: {
    check: flag('--check', {
      en: 'write nothing; end with 1 where the file is not what the contracts say',
      zh: '不写入；文件与合同不一致时退出码为 1',
    }),
  },
  examples: [{ line: 'codeowners' }, { line: 'codeowners --check' }],
  run: async (host, given) => {
    const { writeCodeowners } = await import('./run/codeowners.js');
    return writeCodeowners(host.context(), given);
  },
});
