import type { IssueEntry } from './issue-entry.js';

/** What is wrong with what `concord setup github` is to set up. */
export const SETUP_ISSUES = {
  'ruleset-form': {
    text: { en: 'This is no ruleset in the form that GitHub imports', zh: '这不是 GitHub 可导入的规则集' },
    explanation: {
      en: 'The rules of the branches lie in the repository, so that both parties agree to them and drift is noticed.',
      zh: '分支规则保存在仓库中，由双方共同确认，偏离时可被发现。',
    },
    fix: {
      en: 'Restore the file from an earlier commit, or export the ruleset from the repository’s settings.',
      zh: '请从较早的提交恢复该文件，或从仓库设置中导出规则集。',
    },
  },
  'no-rulesets': {
    text: { en: 'There is no ruleset in {folder}', zh: '{folder} 中没有规则集' },
    explanation: {
      en: 'Without rules of the default branch, whoever can write can merge without the other party.',
      zh: '默认分支没有规则时，有写权限者可不经对方同意即合并。',
    },
    fix: {
      en: 'Take main.json, bot-branches.json and checks.json from Concord’s repository, and name yours with --root.',
      zh: '请取用 Concord 仓库中的 main.json、bot-branches.json 与 checks.json，并用 --root 指定您的仓库。',
    },
  },
  'unknown-variable': {
    text: { en: '"{found}" is no variable that the workflows read', zh: '工作流不读取变量“{found}”' },
    explanation: { en: 'Variables are given as NAME=value.', zh: '变量以 名称=值 给出。' },
    fix: { en: 'Use one of: {variables}.', zh: '可用的变量：{variables}。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
