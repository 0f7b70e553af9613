import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';

const AGAIN = {
  en: 'Whatever was written before is found again: run the same command once more and it goes on from there.',
  zh: '此前已写入的内容会被识别：重新运行同一命令即可从中断处继续。',
} as const satisfies Message;

export const FORGE_ISSUES = {
  'forge-no-token': {
    text: { en: 'there is no token for {host}', zh: '没有用于 {host} 的令牌' },
    explanation: {
      en: 'The token is read from the environment, so that it stands in no command line and no log.',
      zh: '令牌从环境变量读取，因此不会出现在命令行或日志中。',
    },
    fix: {
      en: 'Set CONCORD_TOKEN (or GITHUB_TOKEN), for example with `export CONCORD_TOKEN="$(gh auth token)"`.',
      zh: '请设置 CONCORD_TOKEN（或 GITHUB_TOKEN），例如 `export CONCORD_TOKEN="$(gh auth token)"`。',
    },
  },
  'forge-no-repository': {
    text: { en: 'this needs a repository on GitHub, and none is known here', zh: '此操作需要 GitHub 仓库，而这里没有指明' },
    explanation: {
      en: 'The repository is taken from --repo, else from GITHUB_REPOSITORY, else from the remote `origin`.',
      zh: '仓库依次取自 --repo、GITHUB_REPOSITORY 和名为 `origin` 的远程仓库。',
    },
    fix: {
      en: 'Name it, for example with --repo acme/contracts, or add it as the remote `origin`.',
      zh: '请指定仓库，例如 --repo acme/contracts，或将其添加为远程仓库 `origin`。',
    },
  },
  'forge-repository-name': {
    text: { en: '"{found}" names no repository as owner/name', zh: '“{found}”不是 owner/name 形式的仓库名' },
    explanation: {
      en: 'The repository is taken from --repo, else from GITHUB_REPOSITORY, else from the remote `origin`.',
      zh: '仓库依次取自 --repo、GITHUB_REPOSITORY 和名为 `origin` 的远程仓库。',
    },
    fix: { en: 'Name it, for example with --repo acme/contracts.', zh: '请指定仓库，例如 --repo acme/contracts。' },
  },
  'forge-address': {
    text: { en: '"{found}" is no address of an API to which a token may be sent', zh: '“{found}”不是可以发送令牌的 API 地址' },
    explanation: {
      en: 'A token is only sent over https, or to this machine.',
      zh: '令牌只会通过 https 发送，或发送到本机。',
    },
    fix: {
      en: 'Use https://api.github.com, or https://<host>/api/v3 for GitHub Enterprise Server, in --api-url or GITHUB_API_URL.',
      zh: '请在 --api-url 或 GITHUB_API_URL 中使用 https://api.github.com；GitHub Enterprise Server 为 https://<主机>/api/v3。',
    },
  },
  'forge-credentials': {
    text: { en: '{host} does not accept the token: {detail}', zh: '{host} 不接受该令牌：{detail}' },
    explanation: {
      en: 'The token has expired, was revoked, or belongs to another host.',
      zh: '令牌已过期、已被撤销，或属于另一台主机。',
    },
    fix: { en: 'Put a valid token into CONCORD_TOKEN or GITHUB_TOKEN.', zh: '请在 CONCORD_TOKEN 或 GITHUB_TOKEN 中放入有效令牌。' },
  },
  'forge-permission': {
    text: { en: 'the token may not call {call}: {detail}', zh: '令牌无权调用 {call}：{detail}' },
    explanation: {
      en: 'Each token carries the permissions that it was made with; a workflow’s are those of its `permissions` block.',
      zh: '令牌的权限在创建时确定；工作流令牌的权限由其 `permissions` 块决定。',
    },
    fix: {
      en: 'Give the token or app the permission for it ({permission}), or use another token.',
      zh: '请为令牌或应用授予相应权限（{permission}），或换用其他令牌。',
    },
  },
  'forge-repository': {
    text: { en: '{host} shows no repository {repository} to this token', zh: '{host} 对该令牌不显示仓库 {repository}' },
    explanation: {
      en: 'A private repository looks to a token without access as if it were not there.',
      zh: '对无权访问的令牌，私有仓库看起来与不存在一样。',
    },
    fix: {
      en: 'Check --repo for its spelling; install the app on the repository or give the token access to it.',
      zh: '请检查 --repo 的拼写；并在该仓库安装应用，或授予令牌访问权限。',
    },
  },
  'forge-not-found': {
    text: { en: '{host} shows nothing at {call}', zh: '{host} 在 {call} 处没有返回内容' },
    explanation: {
      en: 'What a token may not read looks to it as if it were not there.',
      zh: '令牌无权读取的内容，看起来与不存在一样。',
    },
    fix: {
      en: 'Check that it is there, and that the token or app has the permission for it ({permission}).',
      zh: '请确认其存在，并确认令牌或应用具有相应权限（{permission}）。',
    },
  },
  'forge-rate-limit': {
    text: { en: '{host} takes no more requests with this token until {until}', zh: '{host} 在 {until} 之前不再接受该令牌的请求' },
    explanation: AGAIN,
    fix: { en: 'Run it again then, or use the token of an app, whose limit is its own.', zh: '请届时重试，或使用拥有独立限额的应用令牌。' },
  },
  'forge-unreachable': {
    text: { en: '{host} could not be reached: {detail}', zh: '无法连接 {host}：{detail}' },
    explanation: AGAIN,
    fix: { en: 'Check the network and --api-url, then run it again.', zh: '请检查网络与 --api-url，然后重试。' },
  },
  'forge-not-github': {
    text: { en: '{host} answers, but not as GitHub’s API does', zh: '{host} 有响应，但不是 GitHub API' },
    explanation: {
      en: 'A web page came where data was expected: the address is that of the site, not of its API, or a proxy has answered.',
      zh: '返回的是网页而非数据：该地址是网站而非 API，或由代理服务器作出了响应。',
    },
    fix: {
      en: 'For GitHub Enterprise Server the address ends in /api/v3; use --api-url https://<host>/api/v3.',
      zh: 'GitHub Enterprise Server 的地址以 /api/v3 结尾；请使用 --api-url https://<主机>/api/v3。',
    },
  },
  'forge-unavailable': {
    text: { en: '{host} failed at {call}: {status} {detail}', zh: '{host} 处理 {call} 失败：{status} {detail}' },
    explanation: AGAIN,
    fix: { en: 'Run it again; see the status page of {host} if it stays so.', zh: '请重试；若持续出现，请查看 {host} 的状态页。' },
  },
  'forge-refused': {
    text: { en: '{host} refuses {call}: {status} {detail}', zh: '{host} 拒绝 {call}：{status} {detail}' },
    explanation: AGAIN,
    fix: {
      en: 'Mend what the answer names: a rule of the repository, or a change that was made meanwhile.',
      zh: '请处理响应中指出的问题：仓库规则，或期间发生的改动。',
    },
  },
  'forge-no-pull-request': {
    text: { en: '{repository} has no pull request {number}', zh: '{repository} 没有编号为 {number} 的合并请求' },
    explanation: { en: 'Issues and pull requests share their numbers.', zh: '议题与合并请求共用编号。' },
    fix: { en: 'Give the number of a pull request with --pr.', zh: '请用 --pr 指定合并请求的编号。' },
  },
  'forge-no-branch': {
    text: { en: 'the default branch {branch} has no commit', zh: '默认分支 {branch} 没有任何提交' },
    explanation: { en: 'Whoever may approve stands in the files of the default branch.', zh: '可批准人员由默认分支中的文件确定。' },
    fix: { en: 'Push the contracts to {branch} first.', zh: '请先将合同推送到 {branch}。' },
  },
  'engine-not-of-tip': {
    text: {
      en: 'this run has the engine of {commit}, and {branch} is at {tip} by now: it posts and merges nothing',
      zh: '本次运行使用 {commit} 的引擎，而 {branch} 已到 {tip}：不发布任何内容，也不合并',
    },
    explanation: {
      en: 'Only the engine of the default branch’s tip decides; an old run that is started again must not decide by rules that were changed since.',
      zh: '只有默认分支最新提交的引擎才能作出判定；重新启动的旧运行不得按此后已变更的规则判定。',
    },
    fix: { en: 'Start the workflow anew instead of running the old one again.', zh: '请重新启动工作流，而不是重跑旧的运行。' },
  },
  'forge-not-text': {
    text: { en: '{path} at {commit} is no text in UTF-8', zh: '{commit} 中的 {path} 不是 UTF-8 文本' },
    explanation: {
      en: 'Everything that Concord reads is text; other bytes would be shown differently from what they are.',
      zh: 'Concord 读取的内容均为文本；其他字节的显示会与实际内容不同。',
    },
    fix: { en: 'Save the file as UTF-8, or move it out of the contract’s folder.', zh: '请将文件保存为 UTF-8，或移出合同文件夹。' },
  },
  'forge-too-large': {
    text: { en: '{path} at {commit} has {bytes} bytes, more than {most}', zh: '{commit} 中的 {path} 有 {bytes} 字节，超过 {most}' },
    explanation: {
      en: 'No contract, event or statement comes near that size.',
      zh: '合同、事件和结算单都不会达到这个大小。',
    },
    fix: { en: 'Keep large files out of contracts/.', zh: '请勿将大文件放入 contracts/。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

export type ForgeIssueCode = keyof typeof FORGE_ISSUES;
