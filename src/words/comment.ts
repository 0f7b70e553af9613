import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** The words of comments on pull requests, beside those of the reports they show. */
export const COMMENT_TEXT = {
  'changes-title': { en: 'What this pull request changes', zh: '本合并请求的变更' },
  compared: { en: 'Compared: {base} with {head}.', zh: '比较对象：{base} 与 {head}。' },
  largest: { en: 'The {count} largest of {all} changes', zh: '共 {all} 项变更，最主要的 {count} 项' },
  'all-changes': { en: 'All changes: {count}', zh: '全部变更：{count} 项' },
  'all-clauses': { en: 'Every clause of the contract: {count}', zh: '合同全部条款：{count} 项' },
  'findings-more': { en: '… and {count} more, below.', zh: '……另有 {count} 条，见下。' },
  'all-findings': { en: 'All that the rules say: {count}', zh: '全部检查结果：{count} 条' },
  'all-warnings': { en: 'All new warnings: {count}', zh: '检查新增的全部警告：{count} 条' },
  warnings: { en: 'New warnings: {count}', zh: '检查新增的警告：{count} 条' },
  'effect-title': { en: 'Settled periods under both texts', zh: '已结算各期按新旧条款的对比' },
  'unagreed-title': { en: 'The text on the default branch is not the agreed one', zh: '默认分支上的文本并非双方议定的文本' },
  'unagreed-note': {
    en: 'These files were changed without both parties’ agreement. Nothing is settled by them, and approving something else does not make them agreed. Putting the agreed text back needs nobody’s approval; whoever approves a change of contract.yaml approves its whole text.',
    zh: '以下文件未经双方同意即被修改，不用于结算；批准其他内容不视为同意这些修改。恢复已议定的文本无须批准；批准 contract.yaml 的修改即批准其全文。',
  },
  'rules-not-judged': {
    en: 'The contract’s own rules do not allow this. {status} asks whether both parties approved exactly this text, and does not judge these rules: where both approve, it is agreed.',
    zh: '合同自身的规则不允许此项变更。{status} 只判定双方是否批准这一文本，不判定这些规则：双方批准即为议定。',
  },
  behind: {
    en: 'The default branch has changed {contract} since this pull request left it: update the branch, then both approve again.',
    zh: '默认分支自本合并请求分出后已修改 {contract}：请更新分支，随后双方重新批准。',
  },
  'base-broken': {
    en: '{contract} has errors on the default branch, so there is nothing to compare this text with.',
    zh: '{contract} 在默认分支上存在错误，无法与本文本比较。',
  },
  'files-not-read': {
    en: 'The forge does not list every file of this pull request, so nothing is said of what it changes.',
    zh: '代码托管平台未能列出本合并请求的全部文件，因此不对变更内容作出说明。',
  },
  others: {
    en: 'Also changed, and not compared here: {count} {count:file|files}; see “Files changed”',
    zh: '另有 {count} 个文件被修改，本评论未作比较，请在“Files changed”中查看',
  },
  'others-more': { en: '… and {count} more.', zh: '……另有 {count} 个。' },
  records: { en: 'Events added: {count}', zh: '新增事件：{count}' },
  'records-ledger': { en: 'Files added to a ledger: {count}', zh: '账本新增文件：{count}' },
  'records-ledger-note': {
    en: 'Only settlement adds to a ledger. Whether this is what it writes, concord verify says.',
    zh: '账本只由结算新增内容；是否确为结算所写，可用 concord verify 核验。',
  },
  'issues-title': { en: 'This text cannot be agreed: it has errors', zh: '本文本存在错误，无法议定' },
  'issues-note': {
    en: 'What the change is worth is computed once these are mended. Places are those of the text as it would be merged.',
    zh: '修正以下问题后才会计算变更的影响。位置以合并后的文本为准。',
  },
  'scorecard-title': { en: 'Where the contracts stand', zh: '合同当前表现' },
  'scorecard-note': { en: 'Measured now by the definitions of the default branch, {base}.', zh: '按默认分支 {base} 的口径即时取数。' },
  'scorecard-safe': {
    en: 'Nothing that only this pull request says was run on data.',
    zh: '只在本合并请求中出现的口径，未用于取数。',
  },
  'scorecard-cost': {
    en: 'Its queries read {bytes} bytes of BigQuery and are billed for at most {billed}: about {usd} USD at {rate} USD per TiB ({source}, US, {date}), an estimate. What ran before is not billed again.',
    zh: '本次查询从 BigQuery 读取 {bytes} 字节，最多按 {billed} 字节计费：约 {usd} 美元，按每 TiB {rate} 美元估算（{source}，美国区，{date}）。此前运行过的查询不会重复计费。',
  },
  'scorecard-over': {
    en: 'The running period has no scores yet. The last one that is over: {period}.',
    zh: '当前结算期尚无得分。最近已结束的结算期：{period}。',
  },
  'scorecard-none': { en: 'This pull request touches no contract.', zh: '本合并请求未涉及任何合同。' },
  'scorecard-new': { en: 'The contract is not on the default branch yet: nothing is measured.', zh: '该合同尚不在默认分支上，未取数。' },
  'scorecard-outside': {
    en: 'Not measured: whoever opened this pull request from a fork is not among the people of the workspace, and measuring costs its owner money.',
    zh: '未取数：本合并请求来自派生仓库，且发起人不在工作区人员名单中，而取数由数据所有者付费。',
  },
  'scorecard-unagreed': {
    en: 'Not measured: nobody has agreed to the text on the default branch, and what it defines is not run on anybody’s data.',
    zh: '未取数：默认分支上的文本未经双方议定，其口径不会在任何一方的数据上运行。',
  },
  'scorecard-errors': {
    en: 'Not measured: the contract on the default branch has errors.',
    zh: '未取数：默认分支上的合同存在错误。',
  },
  'scorecard-unmeasured': { en: 'Not measured:', zh: '未能取数：' },
  'scorecard-details': { en: 'Lines, checks and data of the scorecard', zh: '计分卡的项目、检查与数据' },
  'head-waits': {
    en: 'The definitions that this pull request changes are measured beside the old ones once {parties} approved this very commit: the data is theirs.',
    zh: '本合并请求修改的口径，须待{parties}批准此提交后才与原口径并列取数：数据归其保管。',
  },
  'head-errors': { en: 'The new definitions were approved, but could not be measured:', zh: '新口径已获批准，但未能取数：' },
  'head-title': { en: 'By the old and the new text, {period}', zh: '{period}：新旧文本对照' },
  'head-note': {
    en: 'Both are measured now; whoever keeps the data has approved this very commit.',
    zh: '两者均为即时取数；数据保管方已批准此提交。',
  },
  'column.before': { en: 'Old text', zh: '原文本' },
  'column.after': { en: 'New text', zh: '新文本' },
  'column.what': { en: 'Measured', zh: '计量项' },
  and: { en: ' and ', zh: '与' },
  'done-created': { en: '{topic}: comment created', zh: '{topic}：已新建评论' },
  'done-updated': { en: '{topic}: comment updated', zh: '{topic}：已更新评论' },
  'done-unchanged': { en: '{topic}: comment says so already', zh: '{topic}：评论内容无变化' },
  'done-stale': { en: '{topic}: a newer commit or run has taken over, nothing written', zh: '{topic}：已有更新的提交或运行，未写入' },
  'done-dry': { en: '{topic}: would be written', zh: '{topic}：将写入' },
  'not-open': { en: '#{number} is not open: nothing is written', zh: '#{number} 未处于打开状态，未写入' },
  'not-default': {
    en: '#{number} does not go into the default branch: nothing is written',
    zh: '#{number} 的目标不是默认分支，未写入',
  },
  'not-ours': {
    en: '#{number} only adds to a ledger: settlements have comments of their own',
    zh: '#{number} 仅新增账本内容：结算有其专用评论',
  },
  language: { en: 'English', zh: '中文' },
  cut: { en: 'Cut to the length of a comment:', zh: '因评论长度限制已截断：' },
  'cut-here': { en: 'Cut here to the length of a comment.', zh: '因评论长度限制，此处截断。' },
  'cut-section': { en: '{title} ({kept} of {blocks} parts shown)', zh: '{title}（共 {blocks} 部分，显示 {kept} 部分）' },
  'cut-more': { en: 'and {count} more', zh: '另有 {count} 处' },
  'report-where': {
    en: 'The full report is among the [artifacts of this run]({url}).',
    zh: '完整报告见[本次运行的产物]({url})。',
  },
  'report-nowhere': {
    en: 'The full report: `concord comment --pr <number> --dry-run --out <folder>`.',
    zh: '完整报告：`concord comment --pr <编号> --dry-run --out <文件夹>`。',
  },
  'event.exclusion': { en: 'exclusion', zh: '剔除' },
  'event.dispute': { en: 'dispute', zh: '争议' },
  'event.escalation': { en: 'escalation to the expert', zh: '提交专家' },
  'event.resolution': { en: 'resolution', zh: '和解' },
  'event.acceptance_request': { en: 'request for acceptance', zh: '验收申请' },
  'event.acceptance': { en: 'acceptance', zh: '验收通过' },
  'event.refusal': { en: 'refusal of acceptance', zh: '验收不通过' },
  'event.review': { en: 'review', zh: '复盘' },
  'event.duty': { en: 'duty done', zh: '义务履行' },
  'event.lateness': { en: 'claim that a duty was late', zh: '逾期主张' },
  'event.payment': { en: 'payment', zh: '付款' },
  'event.correction': { en: 'correction', zh: '更正' },
  'event.witness': { en: 'independent measuring', zh: '独立取数核对' },
  'event.remeasure': { en: 'measuring again', zh: '重新取数' },
  'event.termination': { en: 'termination', zh: '终止' },
} as const satisfies Readonly<Record<string, Message>>;

export type CommentTextKey = keyof typeof COMMENT_TEXT;

/** An entry of {@link COMMENT_TEXT} in a language, its places filled. */
export const commentText = saying(COMMENT_TEXT);
