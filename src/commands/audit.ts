import { anyContract, verb } from './verb.js';

export const audit = verb({
  name: 'audit',
  summary: {
    en: 'whether everything on the default branch is what both parties agreed to, who approved what, and what is not enforced',
    zh: '默认分支上的内容是否均经双方同意、各由谁批准、哪些规则未被强制执行',
  },
  declared: {
    contract: anyContract,
  },
  examples: [
    { line: 'audit' },
    { line: 'audit acme-linkstar-us --format markdown' },
    { line: 'audit --repo acme/kpi --format json', note: { en: 'with a token of your own that may read', zh: '使用本人有读取权限的令牌' } },
  ],
  run: async (host, { contract }) => {
    const { audit: run } = await import('./run/audit.js');
    return run(host.context(), await host.forge(), contract);
  },
});
