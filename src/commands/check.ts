import { anyContract, flag, option, verb } from './verb.js';

export const check = verb({
  name: 'check',
  summary: {
    en: 'check contracts, definitions and events: schema, rules and lint, all issues at once',
    zh: '检查合同、口径与事件：结构、规则与条款建议，一次列出全部问题',
  },
  declared: {
    contract: anyContract,
    github: flag('--github', { en: 'print GitHub annotations', zh: '输出 GitHub 注解' }),
    strict: flag('--strict', { en: 'warnings are findings too (exit code 1)', zh: '警告也算问题（退出码 1）' }),
    changedSince: option('--changed-since <revision>', {
      en: 'only contracts that differ from this git revision',
      zh: '只检查与该 git 版本不同的合同',
    }),
  },
  examples: [
    { line: 'check' },
    { line: 'check acme-linkstar-us --locale zh' },
    { line: 'check --github', note: { en: 'annotations for a workflow', zh: '供工作流使用的注解' } },
    { line: 'check --changed-since main', note: { en: 'only what a change touches', zh: '只检查改动涉及的合同' } },
  ],
  format: ({ github }) => (github ? 'github' : null),
  run: async (host, { contract, strict, changedSince: revision }) => {
    const { check: run } = await import('./run/check.js');
    const changedSince = revision === null ? null : { revision, revisions: await host.revisions() };
    return run(host.context(), { contract, strict, changedSince, shipped: host.shipped(), history: await host.history() });
  },
});
