import { theContract, verb } from './verb.js';

export const quote = verb({
  name: 'quote',
  summary: {
    en: 'what a contract pays by its text alone: at threshold, target and stretch, at least and at most',
    zh: '仅凭合同文本测算应付金额：门槛值、目标值、挑战值各多少，下限与上限多少',
  },
  declared: { contract: theContract },
  examples: [
    { line: 'quote acme-linkstar-us' },
    { line: 'quote acme-linkstar-us --format json', note: { en: 'exact rates and every line', zh: '含精确费率与各结算行' } },
  ],
  run: async (host, given) => {
    const { quote: run } = await import('./run/quote.js');
    return run(host.context(), given);
  },
});
