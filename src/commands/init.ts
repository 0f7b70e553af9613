import { argument, dateOption, optionWithDefault, verb } from './verb.js';

export const init = verb({
  name: 'init',
  summary: {
    en: 'write a new contract to start from',
    zh: '写出一份新合同作为起点',
  },
  declared: {
    id: argument('id', { en: 'the name of its folder', zh: '合同文件夹名' }),
    template: optionWithDefault(
      '--template <name>',
      {
        en: 'media-buying, full-service, cro, logistics or wager',
        zh: '模板：media-buying（投放）、full-service（全托管）、cro（转化优化）、logistics（物流）或 wager（对赌）',
      },
      'media-buying',
    ),
    brand: optionWithDefault('--brand <name>', { en: 'who pays', zh: '付款方名称' }, 'Brand'),
    provider: optionWithDefault('--provider <name>', { en: 'who is paid', zh: '收款方名称' }, 'Provider'),
    currency: optionWithDefault('--currency <code>', { en: 'ISO 4217 code', zh: 'ISO 4217 币种代码' }, 'USD'),
    timezone: optionWithDefault(
      '--timezone <zone>',
      { en: 'IANA zone in which days are counted', zh: '按哪个 IANA 时区划分日期' },
      'Asia/Shanghai',
    ),
    from: dateOption('--from <date>', { en: 'first day of the term (default: next 1 January)', zh: '合同首日（默认：下一个 1 月 1 日）' }),
    to: dateOption('--to <date>', {
      en: 'last day of the term (default: 31 December of that year)',
      zh: '合同末日（默认：当年 12 月 31 日）',
    }),
  },
  examples: [
    { line: 'init acme-agency --template media-buying --brand "Acme" --provider "Agency" --currency USD' },
    { line: 'init acme-wager --template wager --from 2026-01-01 --to 2026-12-31' },
  ],
  run: async (host, given) => {
    const { init: run } = await import('./run/init.js');
    const from = given.from ?? `${Number(host.today('UTC').slice(0, 4)) + 1}-01-01`;
    const to = given.to ?? `${from.slice(0, 4)}-12-31`;
    return run(host.context(), host.shipped('templates'), { ...given, from, to });
  },
});
