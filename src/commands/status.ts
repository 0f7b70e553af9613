import { anyContract, flag, verb } from './verb.js';

export const status = verb({
  name: 'status',
  summary: {
    en: 'every contract at a glance: what is to be done by whom and by when; needs no data',
    zh: '一览全部合同：由谁、在何时之前做什么；无须取数',
  },
  declared: {
    contract: anyContract,
    forge: flag('--forge', {
      en: 'ask GitHub too: what waits for approval, what is ratified, whether settle still runs',
      zh: '同时查询 GitHub：哪些待批准、哪些已议定、settle 是否仍在运行',
    }),
  },
  examples: [
    { line: 'status' },
    { line: 'status acme-linkstar-us --as-of 2026-04-20' },
    { line: 'status --forge --format markdown', note: { en: 'for an issue', zh: '用于议题正文' } },
    { line: 'status --format json' },
  ],
  run: async (host, { contract, forge }) => {
    const { showStatus } = await import('./run/status.js');
    return showStatus(host.context(), forge ? await host.forge() : null, contract, await host.history());
  },
});
