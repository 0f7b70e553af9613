import { flag, verb } from './verb.js';

export const forms = verb({
  name: 'forms',
  summary: {
    en: 'write the issue forms, with what may be filed of the contracts today',
    zh: '按各合同今日可提交的事项生成议题表单及其可选项',
  },
  declared: {
    check: flag(
      '--check',
      {
        en: 'write nothing; end with 1 where a form is not what the contracts say on the day',
        zh: '不写入；表单与合同当日情况不一致时退出码为 1',
      },
      { conflicts: ['openPr'] },
    ),
    openPr: flag('--open-pr', { en: 'propose on GitHub instead of writing files', zh: '不写文件，而是在 GitHub 上提出' }),
  },
  examples: [
    {
      line: 'forms',
      note: {
        en: 'the lists of contracts, periods, lines, KPIs, duties, disputes',
        zh: '合同、结算期、结算项目、考核指标、义务、争议等清单',
      },
    },
    { line: 'forms --check' },
    { line: 'forms --open-pr', note: { en: 'one pull request, which needs nobody’s approval', zh: '一个合并请求，无须批准' } },
  ],
  run: async (host, given) => {
    if (given.openPr) {
      const { proposeForms } = await import('./run/forms-open-pr.js');
      return proposeForms(host.context(), await host.forge());
    }
    const { writeForms } = await import('./run/forms.js');
    return writeForms(host.context(), given);
  },
});
