import { dateOption, option, optionalArgument, restArguments, verb } from './verb.js';

export const event = verb({
  name: 'event',
  summary: {
    en: 'write an event file once it passes every check',
    zh: '通过全部检查后写入事件文件',
  },
  declared: {
    contract: optionalArgument('contract', {
      en: 'the contract (may be left out where there is only one)',
      zh: '合同（仅有一份时可省略）',
    }),
    kind: optionalArgument('kind', {
      en: 'dispute, payment, exclusion …; alone it shows what it needs, with an example of this contract',
      zh: '事件种类：dispute（争议）、payment（付款）、exclusion（剔除）等；只写种类时，会列出所需字段和本合同的示例',
    }),
    fields: restArguments('fields', { en: 'name=value, lists as name=[a, b]', zh: '字段：名称=值，列表写作 名称=[a, b]' }),
    date: dateOption('--date <date>', { en: 'the day it counts from (default: today)', zh: '生效日期（默认：今天）' }),
    slug: option('--slug <text>', { en: 'end of the file’s name (default: the kind)', zh: '文件名结尾（默认：事件种类）' }),
  },
  examples: [
    {
      line: {
        en: 'event acme-linkstar-us dispute party=brand period=2026-03 line=sales claimed=4800 "reason=returns" "evidence=[mail]"',
        zh: 'event acme-linkstar-us dispute party=brand period=2026-03 line=sales claimed=4800 "reason=退货未扣除" "evidence=[邮件]"',
      },
    },
    { line: 'event acme-linkstar-us dispute', note: { en: 'what it needs, and an example', zh: '所需字段与示例' } },
    { line: 'event acme-linkstar-us payment party=brand amount=4200.00 on=2026-04-20 reference=wire-17' },
    {
      line: 'event acme-linkstar-us payment party=provider amount=-73.51 on=2026-04-20 reference=back-1',
      note: { en: 'the provider paid back', zh: '服务方退款：金额为负数' },
    },
  ],
  run: async (host, given) => {
    const { writeEvent } = await import('./run/event.js');
    return writeEvent(host.context(), { ...given, repository: await host.repositoryPage(), history: await host.history() });
  },
});
