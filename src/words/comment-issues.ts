import type { IssueEntry } from './issue-entry.js';

/** What stands in the way of a comment. */
export const COMMENT_ISSUES = {
  'comments-not-read': {
    text: {
      en: 'The comments of #{number} could not be read to their end, and none of our own is among the first {read}',
      zh: '#{number} 的评论未能全部读取，且前 {read} 条中没有本工具的评论',
    },
    explanation: {
      en: 'A comment is only created where it is certain that there is none yet: a second one would contradict the first.',
      zh: '只有确定尚无评论时才会新建，否则两条评论会互相矛盾。',
    },
    fix: {
      en: 'Run it again; in a thread this long, open a new pull request.',
      zh: '请重试；若讨论过长，请另开一个合并请求。',
    },
  },
  'files-not-listed': {
    text: { en: 'The files of {commit} could not be listed to their end', zh: '未能完整列出 {commit} 的文件' },
    explanation: {
      en: 'What is not listed would be taken for removed.',
      zh: '未列出的文件会被误认为已删除。',
    },
    fix: {
      en: 'Keep the contracts in a repository of their own, without very large folders.',
      zh: '请将合同放在独立仓库中，避免超大文件夹。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
