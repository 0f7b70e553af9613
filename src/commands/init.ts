import { choiceOption, option, optionalArgument, verb } from './verb.js';

const one = (flags: string, en: string, zh: string) => option(flags, { en, zh });

/** The answers of a first contract that are given as options; what they are called in a file of answers. */
const ANSWERS = {
  brand: one('--brand <name>', 'who pays', '付款方名称'),
  provider: one('--provider <name>', 'who is paid', '收款方名称'),
  currency: one(
    '--currency <code>',
    'ISO 4217 code (default: as workspace.yaml says, else USD)',
    'ISO 4217 币种代码（默认：workspace.yaml 所写，否则 USD）',
  ),
  timezone: one(
    '--timezone <zone>',
    'IANA zone in which days are counted (default: as workspace.yaml says, else Asia/Shanghai)',
    '按哪个 IANA 时区划分日期（默认：workspace.yaml 所写，否则 Asia/Shanghai）',
  ),
  from: option('--from <date>', {
    en: 'first day of the term (default: the next month’s; with --template next 1 January)',
    zh: '合同开始日期（默认：下月 1 日；使用 --template 时为下一个 1 月 1 日）',
  }),
  to: option('--to <date>', { en: 'last day of the term (default: a year)', zh: '合同结束日期（默认：一年）' }),
  exports: one('--exports <names>', 'exports that you have, as shopify,meta,google-ads', '已有的导出文件，如 shopify,meta,google-ads'),
  marketplace: one('--marketplace <name>', 'which of Amazon’s shops, as Amazon.com', '亚马逊站点，如 Amazon.com'),
  retainer: one('--retainer <amount>', 'fixed fee per month', '每月固定服务费'),
  commission: one(
    '--commission <tiers>',
    'share of revenue, as 3% or "3% up to 400000, 4% above"',
    '销售额提成，如 3% 或“40万以内 3%，以上 4%”',
  ),
  accumulate: one(
    '--accumulate <span>',
    'whether tiers begin anew every month (month) or go on over the term (term)',
    '提成档位按 month（每月）还是 term（合同期）计算',
  ),
  kpis: one('--kpis <targets>', 'KPIs with their targets, as "roas 3.0, cac 25"', '考核指标及目标值，如“roas 3.0，cac 25”'),
  minSpend: one('--min-spend <amount>', 'ad spend a month under which ROAS and CAC score 0%', '月广告费低于此数，投产比与新客成本得 0 分'),
  bonus: one(
    '--bonus <amount>',
    'paid a month in proportion to the score, as 2000, or "2000 all or nothing"',
    '月度奖金，按得分比例支付，如 2000；或“2000 达到才付”',
  ),
  wager: one(
    '--wager <terms>',
    'bet on the term’s revenue: target, share, limit; or target, stake',
    '合同期销售额对赌：目标、赔付比例、上限，或目标、赌注',
  ),
  cap: one('--cap <amount>', 'the most that a month may cost', '每月费用封顶'),
  brandSigns: one('--brand-signs <people>', 'people of workspace.yaml who sign for the brand', '品牌方签署人（workspace.yaml 中的短名）'),
  providerSigns: one('--provider-signs <people>', 'who sign for the provider', '服务方签署人'),
};

export const init = verb({
  name: 'init',
  summary: {
    en: 'write a new contract: asks some fifteen questions on a terminal, or takes a template',
    zh: '新建合同：在终端中逐一提问（约十五题），或使用模板',
  },
  declared: {
    id: optionalArgument('id', { en: 'the name of its folder', zh: '合同文件夹名' }),
    template: option('--template <name>', {
      en: 'instead of questions: media-buying, performance, full-service, cro, logistics or wager',
      zh: '不提问，使用模板：media-buying（投放）、performance（效果）、full-service（全案代运营）、cro（转化优化）、logistics（物流）或 wager（对赌）',
    }),
    language: choiceOption<'en' | 'zh'>('--language <code>', { en: 'the contract’s own language', zh: '合同文本的语言' }, ['en', 'zh']),
    answers: option('--answers <file>', { en: 'a YAML file of answers to the questions', zh: '回答各问题的 YAML 文件' }),
    ...ANSWERS,
  },
  examples: [
    { line: 'init', note: { en: 'asks, in a terminal', zh: '在终端中逐项询问' } },
    {
      line: 'init acme-agency --brand Acme --provider Agency --exports shopify,meta --retainer 3000 --kpis "roas 3.0, cac 25" --bonus 2000',
    },
    { line: 'init acme-wager --template wager --from 2026-01-01 --to 2026-12-31' },
  ],
  run: async (host, { template, language, answers, ...given }) => {
    if (template === null) {
      const { initGuided } = await import('./run/init-guided.js');
      const file = answers === null ? null : { path: answers, text: host.text(answers) };
      return initGuided(host.context(), host.shipped('templates'), { language, given, file, ask: host.ask });
    }
    const { init: run } = await import('./run/init.js');
    const { id, brand, provider, currency, timezone, to } = given;
    const from = given.from ?? `${Number(host.today('UTC').slice(0, 4)) + 1}-01-01`;
    return run(host.context(), host.shipped('templates'), {
      template,
      id: id ?? template,
      ...{ brand, provider, currency, timezone },
      from,
      to: to ?? `${from.slice(0, 4)}-12-31`,
    });
  },
});
