import { flag, verb } from './verb.js';

export const forms = verb({
  name: 'forms',
  summary: {
    en: 'write the issue forms, with what the contracts have to choose from',
    zh: '按合同写出议题表单及其可选项',
  },
  declared: {
    check: flag('--check', {
      en: 'write nothing; end with 1 where a form is not what the contracts say',
      zh: '不写入；表单与合同不一致时以 1 退出',
    }),
  },
  examples: [
    {
      line: 'forms',
      note: {
        en: 'the lists of contracts, periods, lines, KPIs, duties, disputes',
        zh: '合同、结算期、结算单行、考核指标、义务、争议等清单',
      },
    },
    { line: 'forms --check' },
  ],
  run: async (host, given) => {
    const { writeForms } = await import('./run/forms.js');
    return writeForms(host.context(), given);
  },
});
