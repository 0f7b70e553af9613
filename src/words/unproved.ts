import type { Message } from '../kernel/text.js';

/** Three periods or more that something is said of, which need not be all between them. */
export const UNPROVED_PERIODS: Message = { en: '{first} … {last} ({count} periods)', zh: '{first} … {last}（共 {count} 期）' };

/** What a clone cannot tell of a ledger, said beside what it can. */
export const UNPROVED = {
  evidence: {
    en: 'that {warehouse} answered what evidence.json says: whoever may read the data measures again (concord witness), or looks at the jobs that are named',
    zh: '{warehouse} 当时确实返回了 evidence.json 中的结果：有权读取数据的人可以重新取数（concord witness），或查看所记录的作业',
  },
  engine: {
    en: 'that engine {engine} wrote them: this one computes the same, whichever did',
    zh: '结算单确由引擎 {engine} 写成：无论由谁写成，本引擎的计算结果相同',
  },
  'as-of': {
    en: 'the day on which they were settled: asOf is as the statement says, and dates of commits are as clocks of their writers said',
    zh: '实际结算的日期：数据截至日（asOf）以结算单所载为准，提交日期只是提交者时钟的读数',
  },
  copy: {
    en: 'that both parties hold this ledger: compare {digest} with the other party’s',
    zh: '双方持有的是同一份账本：请与对方核对 {digest}',
  },
  text: {
    en: 'that statement.md says what statement.json says: engine {engine} wrote it, this one ({own}) could not write it again, so only the bytes were compared',
    zh: 'statement.md 与 statement.json 内容一致：前者由引擎 {engine} 写成，本引擎（{own}）未能重新写出，因此只核对了字节',
  },
  'not-replayed': {
    en: 'the amounts, and that statement.md says what statement.json says: a statement before them is broken or missing, so nobody can compute them again until it is back',
    zh: '金额，以及 statement.md 与 statement.json 内容一致：之前有结算单损坏或缺失，恢复之前无法重新计算',
  },
  'no-history': {
    en: 'in which order events, texts and statements came: this folder has no git history',
    zh: '事件、文本与结算单的先后顺序：本文件夹没有 git 历史',
  },
  'short-history': {
    en: 'in which order events, texts and statements came: this clone has only a part of the history (git fetch --unshallow)',
    zh: '事件、文本与结算单的先后顺序：本地只有部分历史（git fetch --unshallow）',
  },
  'not-committed': {
    en: 'what was there when they were settled: they are not committed yet',
    zh: '结算时仓库中有什么：这些结算单尚未提交',
  },
  'event-uncounted': {
    en: 'that the event {event} came too late to be counted: its date is not after the statement’s, and nothing here says when it came',
    zh: '事件 {event} 到得太晚而未计入：其日期不晚于结算单，而这里看不出它何时进入仓库',
  },
  'event-dated-back': {
    en: 'that the event {event} was filed in time, since it came after them under an older date: the parties have settled that between them ({answer})',
    zh: '事件 {event} 按时提交：它晚于结算单进入仓库而日期更早，双方已就此处理（{answer}）',
  },
  'event-withdrawn': {
    en: 'that the event {event} was never filed: it came in, and commit {commit} changed or removed it before any statement counted it',
    zh: '事件 {event} 从未提交：它曾进入仓库，尚未被任何结算单计入即被提交 {commit} 改动或移除',
  },
  'event-later': {
    en: 'that the event {event}, which they count, was filed by then: in this history it comes only with commit {commit}, after them',
    zh: '所计入的事件 {event} 当时已经提交：在此处历史中，它随提交 {commit} 才进入仓库，晚于结算单',
  },
  'terms-text': {
    en: 'that the terms are those of the contract’s text then: this engine ({own}) cannot read that text as engine {engine} did',
    zh: '条款与当时的合同文本一致：本引擎（{own}）无法像引擎 {engine} 那样读取该文本',
  },
  'terms-now': {
    en: 'that their terms are what was agreed: the contract’s text is another by now, first at {pointer}, which was {found} and is {expected}',
    zh: '条款与所约定的一致：合同文本现已不同，首处在 {pointer}，当时为 {found}，现为 {expected}',
  },
  'contract-unread': {
    en: 'anything of the contract’s files as they are now: there are errors in them (concord check {contract} names them)',
    zh: '合同文件的现状：其中有错误（运行 concord check {contract} 查看）',
  },
  commit: {
    en: 'that they were made on commit {commit}: in this clone it does not come before them',
    zh: '结算单基于提交 {commit} 生成：在本地历史中它并不位于结算单之前',
  },
  'no-commit': {
    en: 'on which commit they were made: they name none',
    zh: '结算单基于哪个提交生成：未记录',
  },
  agreement: {
    en: 'the approvals of pull request {pullRequest} by {accounts} that they name: GitHub keeps them (concord audit)',
    zh: '所记录的合并请求 {pullRequest} 的批准（批准人：{accounts}）：由 GitHub 保存（concord audit）',
  },
  'signatories-then': {
    en: 'who could sign when pull request {pullRequest} was approved: no merge in this history brings its commit {commit}',
    zh: '合并请求 {pullRequest} 获批准时谁有权签署：此处历史中没有并入其提交 {commit} 的合并',
  },
  'approver-unknown': {
    en: 'that account {user}, which approved by their word, could sign: it is none of the signatories of the text and the workspace that stood when pull request {pullRequest} was merged',
    zh: '所记录的批准账号 {user} 有权签署：按合并请求 {pullRequest} 合并前的文本与工作区，该账号不属于任何一方的签署人',
  },
  'no-approval-brand': {
    en: 'that the brand agreed: none of its signatories by the text and the workspace that stood when pull request {pullRequest} was merged is among the approvals that they name',
    zh: '品牌方已同意：按合并请求 {pullRequest} 合并前的文本与工作区，所记录的批准人中没有品牌方的签署人',
  },
  'no-approval-provider': {
    en: 'that the provider agreed: none of its signatories by the text and the workspace that stood when pull request {pullRequest} was merged is among the approvals that they name',
    zh: '服务方已同意：按合并请求 {pullRequest} 合并前的文本与工作区，所记录的批准人中没有服务方的签署人',
  },
  'no-agreement': {
    en: 'under which agreement they were settled: they name none',
    zh: '依据哪次约定结算：未记录',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type UnprovedCode = keyof typeof UNPROVED;
