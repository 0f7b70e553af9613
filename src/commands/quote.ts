import { readOption, theContract, verb } from './verb.js';

export const quote = verb({
  name: 'quote',
  summary: {
    en: 'what a contract pays at threshold, target and stretch, at least and at most; and how hard its targets are by past data',
    zh: '签约前测算：门槛值、目标值、挑战值各付多少，下限与上限多少，以及对照过往数据目标有多难',
  },
  declared: {
    contract: theContract,
    margin: readOption<string>(
      '--margin <share>',
      {
        en: 'what is left of revenue, for example 0.25: at which revenue fees are 10%, 20% and 30% of it',
        zh: '毛利占营收的比例，例如 0.25：营收多少时费用占毛利的 10%、20%、30%',
      },
      'share',
    ),
  },
  examples: [
    { line: 'quote acme-linkstar-us' },
    {
      line: 'quote acme-linkstar-us --data ./exports --margin 0.25',
      note: { en: 'and what revenue carries the fees', zh: '并测算多少营收能承担费用' },
    },
    { line: 'quote acme-linkstar-us --format json', note: { en: 'exact rates and every line', zh: '含精确费率与各结算项目' } },
  ],
  run: async (host, given) => {
    const { quote: run } = await import('./run/quote.js');
    return run(host.context(), given);
  },
});
