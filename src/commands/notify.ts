import { PARTIES } from '../kernel/party.js';
import { anyContract, choiceOption, verb } from './verb.js';

export const notify = verb({
  name: 'notify',
  summary: {
    en: 'what to tell each party today: what is due soon or overdue; needs no data, sends nothing',
    zh: '今天应告知各方的事项：即将到期与已逾期；无需取数，不发送消息',
  },
  declared: {
    contract: anyContract,
    for: choiceOption(
      '--for <party>',
      { en: 'only what this party has to hear (default: both)', zh: '只列出须告知该方的事项（默认：双方）' },
      PARTIES,
    ),
  },
  examples: [
    { line: 'notify' },
    { line: 'notify acme-linkstar-us --for brand --locale zh', note: { en: 'to paste into a group', zh: '可粘贴到群聊' } },
    { line: 'notify --as-of 2026-02-12 --format json' },
  ],
  run: async (host, given) => {
    const { tellReminders } = await import('./run/notify.js');
    return tellReminders(host.context(), given);
  },
});
