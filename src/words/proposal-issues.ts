import type { IssueEntry } from './issue-entry.js';

/** What stands in the way of a settlement pull request. */
export const PROPOSAL_ISSUES = {
  'proposal-push-unknown': {
    text: { en: 'Who pushed {commit} to {branch} is not known', zh: '无法得知 {commit} 由谁推送到 {branch}' },
    explanation: {
      en: 'A statement is only built on what this account has pushed itself, by the forge’s own record: anybody could have pushed other evidence.',
      zh: '结算单只以本账号推送的内容为基础，以平台自身的推送记录为准：否则任何人都可能换入其他取数底稿。',
    },
    fix: {
      en: 'Run it again in a moment: the record can lag. If it stays so, delete the branch: the app puts its own back.',
      zh: '请稍后重试：推送记录可能有延迟。若仍如此，请删除该分支，应用会恢复其自己推送的内容。',
    },
  },
  'proposal-not-the-app': {
    text: {
      en: 'This token is that of {found}; settlements are proposed by {expected}',
      zh: '该令牌属于 {found}；结算应由 {expected} 提出',
    },
    explanation: {
      en: 'The gate accepts a statement only from the account that the workspace names: from anybody else it could rest on other evidence.',
      zh: '门禁只接受工作区登记账号提出的结算单：其他人提出的可能基于别的取数底稿。',
    },
    fix: {
      en: 'Run the settlement workflow, or set CONCORD_TOKEN to a token of that account. Without an app in contracts/workspace.yaml it is the workflows’ own.',
      zh: '请运行结算工作流，或将 CONCORD_TOKEN 设为该账号的令牌。若 contracts/workspace.yaml 未登记应用，则为工作流自身账号。',
    },
  },
  'proposal-busy': {
    text: { en: '{branch} kept changing while it was worked on', zh: '处理期间 {branch} 一直在变化' },
    explanation: { en: 'Another run is at work on it; nothing was overwritten.', zh: '另有运行正在处理；没有覆盖任何内容。' },
    fix: { en: 'Run it again when the other one has ended.', zh: '待另一次运行结束后重试。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
