import { anyContract, option, verb } from './verb.js';

export const access = verb({
  name: 'access',
  summary: {
    en: 'who can see what, until when, and by which clause',
    zh: '谁能看到什么、到何时为止、依据哪一条款',
  },
  declared: {
    contract: anyContract,
    stack: option('--stack <file>', { en: 'the file of a Pulumi stack with its settings', zh: 'Pulumi 栈的配置文件' }),
  },
  examples: [
    { line: 'access acme-linkstar-us' },
    { line: 'access acme-linkstar-us --format markdown --locale zh' },
    { line: 'access --stack Pulumi.prod.yaml', note: { en: 'every right in the cloud project too', zh: '同时列出云项目中的全部权限' } },
  ],
  run: async (host, given) => {
    const { access: run } = await import('./run/access.js');
    return run(host.context(), given);
  },
});
