import { PARTIES } from '../kernel/party.js';
import { anyContract, choiceOption, flag, UsageError, verb } from './verb.js';

export const notify = verb({
  name: 'notify',
  summary: {
    en: 'what to tell each party today: what is due soon or overdue; --send sends it to the channels of the workspace',
    zh: '今天应告知各方的事项：即将到期与已逾期；--send 发送到工作区登记的渠道',
  },
  declared: {
    contract: anyContract,
    for: choiceOption(
      '--for <party>',
      { en: 'only what this party has to hear (default: both)', zh: '只列出须告知该方的事项（默认：双方）' },
      PARTIES,
    ),
    send: flag('--send', {
      en: 'send to the channels of workspace.yaml what they have not been told',
      zh: '向 workspace.yaml 登记的渠道发送尚未告知的事项',
    }),
    weekly: flag('--weekly', {
      en: "the week's note in place of the day's facts: numbers to date, what moved, what is held, next dates, what is needed; needs data",
      zh: '每周简报，代替当日事项：截至目前的数据、变动、暂缓结算、近期日期、待办；需要取数',
    }),
    dryRun: flag('--dry-run', {
      en: 'with --send: print what would be sent, and send nothing',
      zh: '与 --send 同用：只显示将发送的内容，不发送',
    }),
  },
  examples: [
    { line: 'notify' },
    { line: 'notify acme-linkstar-us --for brand --locale zh', note: { en: 'to paste into a group', zh: '可粘贴到群聊' } },
    { line: 'notify --as-of 2026-02-12 --format json' },
    { line: 'notify acme-linkstar-us --weekly --for provider' },
    { line: 'notify --send --dry-run', note: { en: 'what would be sent where', zh: '将向何处发送什么' } },
  ],
  run: async (host, { send, dryRun, weekly, ...given }) => {
    if (send && (given.contract !== null || given.for !== null)) throw new UsageError('send-all');
    if (dryRun && !send) throw new UsageError('dry-run-without-send');
    if (send) {
      const { sendNotices, showNotices } = await import('./run/notify-send.js');
      const context = host.context();
      if (context.asOf !== null && !dryRun) throw new UsageError('send-as-of');
      const outbox = await host.outbox();
      if (!dryRun) return sendNotices(context, await host.forge(), outbox, { weekly });
      return showNotices(context, await host.forgeIfToken(), outbox, { weekly, repository: await host.repositoryPage() });
    }
    if (weekly) {
      const { showWeekly } = await import('./run/notify-weekly.js');
      return showWeekly(host.context(), given);
    }
    const { tellToday } = await import('./run/notify.js');
    return tellToday(host.context(), given);
  },
});
