import { argument, verb } from './verb.js';

export const diff = verb({
  name: 'diff',
  summary: {
    en: 'what changes between two texts of the contracts, whether it is allowed, and what it is worth',
    zh: '两版合同文本之间有何变更、是否允许、影响多少金额',
  },
  declared: {
    base: argument('base', { en: 'a git revision, or a file or folder: before', zh: '变更前：git 版本、文件或文件夹' }),
    head: argument('head', { en: 'the same: after', zh: '变更后：同上' }),
  },
  examples: [
    { line: 'diff main HEAD' },
    { line: 'diff main my-proposal --format markdown' },
    { line: 'diff HEAD .', note: { en: 'what is not committed yet', zh: '尚未提交的改动' } },
    { line: 'diff contracts/acme-linkstar-us ../draft/contract.yaml' },
  ],
  run: async (host, { base, head }) => {
    const { diff: run } = await import('./run/diff.js');
    const ports = { revisions: await host.revisions(), folder: host.folder };
    return run(host.context(), ports, { base, head });
  },
});
