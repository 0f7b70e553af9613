import { anyContract, verb } from './verb.js';

export const verify = verb({
  name: 'verify',
  summary: {
    en: 'replay every statement from the ledger and the events alone, offline',
    zh: '仅凭账本与事件离线重放每一份结算单',
  },
  declared: {
    contract: anyContract,
  },
  examples: [{ line: 'verify' }, { line: 'verify acme-linkstar-us' }],
  run: async (host, { contract }) => {
    const { verify: run } = await import('./run/verify.js');
    return run(host.context(), contract, await host.history());
  },
});
