import { flag, option, UsageError, verb } from './verb.js';

export const form = verb({
  name: 'form',
  summary: {
    en: 'turn an issue form into a pull request, or say under the issue why it cannot be filed',
    zh: '把议题表单转成合并请求，或在议题下说明为何不能提交',
  },
  declared: {
    event: option('--event <file>', { en: 'the event of the issue, as GitHub wrote it', zh: 'GitHub 写出的议题事件文件' }),
    refresh: flag('--refresh', {
      en: 'renew every open pull request that was made from a form',
      zh: '更新所有由表单生成且未关闭的合并请求',
    }),
  },
  examples: [
    { line: 'form --event "$GITHUB_EVENT_PATH"' },
    {
      line: 'form --refresh',
      note: {
        en: 'events in open form pull requests get the day of today once theirs is over',
        zh: '表单合并请求中的事件若日期已过，改为今天',
      },
    },
  ],
  run: async (host, { event, refresh }) => {
    if ((event === null) !== refresh) throw new UsageError('event-or-refresh');
    if (event === null) {
      const { refreshForms } = await import('./run/form-refresh.js');
      return refreshForms(host.context(), await host.forge());
    }
    const { fileForm } = await import('./run/form.js');
    return fileForm(host.context(), await host.forge(), host.text(event));
  },
});
