import { flag, numberOption, UsageError, verb } from './verb.js';

const BOTH = ['en', 'zh'] as const;

export const gate = verb({
  name: 'gate',
  summary: {
    en: 'decide whether both parties agreed to a pull request; post the status and who is missing',
    zh: '判定双方是否都已同意某合并请求，并公布状态与尚待何人批准',
  },
  declared: {
    pr: numberOption('--pr <number>', { en: 'the pull request', zh: '合并请求编号' }),
    all: flag('--all', { en: 'every open pull request against the default branch', zh: '所有指向默认分支的未关闭合并请求' }),
    merge: flag('--merge', {
      en: 'merge what the app merges: accepted settlements, what one party files alone, issue forms',
      zh: '合并应由应用合并的请求：已确认的结算、一方单独提交的事件、议题表单',
    }),
    dryRun: flag('--dry-run', { en: 'post nothing', zh: '不公布任何内容' }),
  },
  examples: [
    { line: 'gate --pr 12' },
    { line: 'gate --pr 12 --dry-run --format json' },
    {
      line: 'gate --all --merge',
      note: {
        en: 'every open pull request; merges accepted settlements and what one party files alone',
        zh: '所有未关闭的合并请求；合并已确认的结算与一方单独提交的事件',
      },
    },
  ],
  run: async (host, { pr, all, merge, dryRun }) => {
    if ((pr === null) !== all) throw new UsageError('pr-or-all');
    const { gate: run } = await import('./run/gate.js');
    const locales = host.locale === null ? BOTH : ([host.locale] as const);
    return run(host.context(), await host.forge(), { merge, dryRun, subject: pr ?? 'all', locales });
  },
});
