import { argument, flag, list, verb } from './verb.js';

export const setup = verb({
  name: 'setup',
  summary: {
    en: 'compare the repository on GitHub with what Concord needs of it, and set it up',
    zh: '对照 Concord 的要求检查 GitHub 上的仓库，并完成设置',
  },
  declared: {
    forge: argument('forge', { en: 'where the repository is', zh: '仓库所在平台' }, { choices: ['github'] }),
    apply: flag('--apply', { en: 'do what can be done, then look again', zh: '执行可自动完成的设置，然后复查' }),
    variable: list('--variable <name=value>', {
      en: 'value of a variable of the workflows (may be repeated)',
      zh: '工作流变量的值（可重复）',
    }),
  },
  examples: [
    { line: 'setup github --repo acme/contracts' },
    { line: 'setup github --apply --variable CONCORD_APP_CLIENT_ID=Iv23liExample' },
  ],
  run: async (host, { apply, variable: variables }) => {
    const { setupGithub } = await import('./run/setup-github.js');
    return setupGithub(host.context(), await host.forge(), { apply, variables });
  },
});
