import { flag, optionalArgument, requiredOption, UsageError, verb } from './verb.js';

export const propose = verb({
  name: 'propose',
  summary: {
    en: 'turn an edit of this checkout into a pull request, once it passes every check',
    zh: '本地修改通过全部检查后，以合并请求提出',
  },
  declared: {
    contract: optionalArgument('contract', { en: 'only what lies in this contract', zh: '仅该合同中的改动' }),
    title: requiredOption('--title <text>', { en: 'what both parties see first', zh: '双方首先看到的标题' }),
    rules: flag('--rules', { en: 'only what lies outside the contracts', zh: '仅合同以外的改动' }),
    dryRun: flag('--dry-run', { en: 'write nothing; print what would be proposed', zh: '不写入，只显示将要提出的内容' }),
  },
  examples: [
    {
      line: {
        en: 'propose acme-linkstar-us --title "ROAS 3.2 from July on"',
        zh: 'propose acme-linkstar-us --title "7 月起广告投产比目标 3.2"',
      },
    },
    { line: { en: 'propose --rules --title "Carol signs for Linkstar"', zh: 'propose --rules --title "增加服务方签署人 carol"' } },
    {
      line: {
        en: 'propose acme-linkstar-us --title "ROAS 3.2 from July on" --dry-run',
        zh: 'propose acme-linkstar-us --title "7 月起广告投产比目标 3.2" --dry-run',
      },
    },
  ],
  run: async (host, { contract, title, rules, dryRun }) => {
    if (contract !== null && rules) throw new UsageError('contract-or-rules');
    const { propose: run } = await import('./run/propose.js');
    const only = contract !== null ? { contract } : rules ? { contract: null } : null;
    return run(host.context(), await host.forge(), await host.workingTree(), { only, title, dryRun });
  },
});
