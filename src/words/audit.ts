import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** Words of `concord audit`. */
export const AUDIT_TEXT = {
  title: { en: 'Audit of {repository}', zh: '{repository} 审计' },
  at: { en: '{branch} at {commit}', zh: '{branch}，提交 {commit}' },
  good: { en: 'Everything is as it was agreed.', zh: '全部内容均与议定一致。' },
  bad: { en: 'Not everything is as it was agreed: {count} {count:finding|findings}.', zh: '与议定并非完全一致：共发现 {count} 个问题。' },
  findings: { en: 'Findings', zh: '发现的问题' },
  contract: { en: 'Contract {contract}', zh: '合同 {contract}' },
  'state.ratified': { en: 'ratified', zh: '已议定' },
  'state.unratified': { en: 'not ratified', zh: '未经议定' },
  terms: { en: 'Terms', zh: '条款' },
  'agreed-by': { en: 'as both parties agreed in #{pullRequest}', zh: '与双方在 #{pullRequest} 中议定的一致' },
  'not-agreed': { en: 'not as agreed', zh: '与议定的不一致' },
  ledger: { en: 'Ledger', zh: '账本' },
  'ledger-good': {
    en: '{statements} {statements:statement|statements}, replayed to the same bytes',
    zh: '{statements} 份结算单，重放结果逐字节一致',
  },
  'ledger-empty': { en: 'no statements yet', zh: '尚无结算单' },
  'ledger-bad': { en: 'does not replay', zh: '无法重放' },
  changes: { en: 'How it came about', zh: '形成过程' },
  'no-changes': { en: 'No merged pull request has changed it.', zh: '没有已合并的合并请求修改过它。' },
  rules: { en: 'The rules around the contracts', zh: '合同之外的规则' },
  'rules-agreed': { en: 'agreed last with #{pullRequest}', zh: '最近于 #{pullRequest} 议定' },
  'rules-never': {
    en: 'as the repository began; no pull request has been agreed to since',
    zh: '保持仓库初始内容；此后没有议定的合并请求',
  },
  'rules-open': { en: 'changed since they were agreed', zh: '议定之后有改动' },
  'rulesets-good': { en: 'Rulesets of GitHub: as agreed', zh: 'GitHub 规则集：与议定一致' },
  'rulesets-none': { en: 'Rulesets of GitHub: none agreed', zh: 'GitHub 规则集：未约定' },
  'rulesets-bad': { en: 'Rulesets of GitHub: not as agreed', zh: 'GitHub 规则集：与议定的不一致' },
  'column.request': { en: 'Pull request', zh: '合并请求' },
  'column.merged': { en: 'Merged', zh: '合并日期' },
  'column.commit': { en: 'Commit', zh: '提交' },
  'column.what': { en: 'Changed', zh: '改动' },
  'column.basis': { en: 'By', zh: '依据' },
  'column.approvals': { en: 'Approved', zh: '批准' },
  'basis.both-parties': { en: 'both parties', zh: '双方' },
  'basis.filed-alone': { en: 'filed alone', zh: '单独提交' },
  'basis.deemed-accepted': { en: 'silence', zh: '逾期视为确认' },
  'basis.none': { en: 'nobody’s agreement', zh: '未经同意' },
  'basis.restored': { en: 'the agreed text, put back', zh: '恢复已议定的文本' },
  'basis.forms': { en: 'forms as the engine writes them', zh: '引擎写出的表单' },
  'basis.not-landed': { en: 'its files never arrived', zh: '其文件并未进入默认分支' },
  'part.terms': { en: 'terms', zh: '条款' },
  'part.event': { en: 'events', zh: '事件' },
  'part.ledger': { en: 'ledger', zh: '账本' },
  'part.other': { en: 'other files', zh: '其他文件' },
  and: { en: ', ', zh: '、' },
  approval: { en: '{name} ({commit})', zh: '{name}（{commit}）' },
  'approval-other': { en: '{name} ({commit}, another commit)', zh: '{name}（{commit}，非此提交）' },
  user: { en: 'user {id}', zh: '用户 {id}' },
} as const satisfies Readonly<Record<string, Message>>;

export type AuditTextKey = keyof typeof AUDIT_TEXT;

/** An entry of {@link AUDIT_TEXT} in a language, its places filled. */
export const auditText = saying(AUDIT_TEXT);
