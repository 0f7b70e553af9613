import { option, theContract, verb } from './verb.js';

export const plan = verb({
  name: 'plan',
  summary: {
    en: 'print the queries that scoring a period would run, without running them',
    zh: '列出某结算期取数将执行的查询，并不执行',
  },
  declared: {
    contract: theContract,
    period: option('--period <period>', { en: 'the period (default: the current one)', zh: '结算期（默认：当前结算期）' }),
  },
  examples: [{ line: 'plan acme-linkstar-us --period 2026-03' }],
  run: async (host, given) => {
    const { plan: run } = await import('./run/plan.js');
    return run(host.context(), given);
  },
});
