import type { Locale, Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** The words of a handover. */
export const EXIT_TEXT = {
  title: { en: 'Exit and handover', zh: '终止与交接' },
  state: { en: 'State', zh: '状态' },
  'state.in_force': { en: 'in force', zh: '履行中' },
  'state.handover': { en: 'in handover', zh: '交接期' },
  'state.over': { en: 'over', zh: '已结束' },
  endsOn: { en: 'Last day in force', zh: '最后有效日' },
  'ends.term': { en: 'end of the term', zh: '合同期满' },
  'ends.termination': { en: 'terminated by {party}: {cause}', zh: '{party} 提出终止：{cause}' },
  notice: { en: 'Notice', zh: '提前通知' },
  'notice.days': { en: '{count} {count:day|days} before an early end', zh: '提前终止须提前 {count} 天' },
  'notice.none': { en: 'the contract has no exit clause', zh: '合同没有终止条款' },
  handover: { en: 'Handover', zh: '交接期' },
  'handover.days': { en: '{from} to {until}, {count} {count:day|days}', zh: '{from} 至 {until}，共 {count} 天' },
  'handover.none': { en: 'none', zh: '无' },
  accessUntil: { en: 'Last day of access', zh: '访问截止日' },
  checklist: { en: 'Handover checklist', zh: '交接清单' },
  'checklist.none': { en: 'The contract lists nothing to hand over.', zh: '合同未列出交接事项。' },
  by: { en: 'by {date}', zh: '{date}（含）前完成' },
  'item.data_export': { en: 'Data are exported and received', zh: '导出数据并确认收到' },
  'item.account_recovery': { en: 'Accounts of shop, ads and analytics are back with their owner', zh: '店铺、广告与分析账户归还所有方' },
  'item.customer_transfer': { en: 'Customers and open conversations are handed over', zh: '移交客户与进行中的沟通' },
  'item.access_revocation': {
    en: 'Access that Concord does not hold is taken back: tools, chats, shared drives',
    zh: '收回 Concord 未管理的权限：工具、群聊、共享盘',
  },
  exports: { en: 'Exports', zh: '数据导出' },
  bucket: {
    en: 'Set BUCKET to a bucket of the receiver before. Facts and results need an account that may see them.',
    zh: '请先将 BUCKET 设为接收方的存储桶；导出事实表与结果须使用有权查看的账号。',
  },
  'exports.each': {
    en: 'Each party takes these along for itself while it has access: afterwards nobody has to give them.',
    zh: '双方应在访问权限到期前各自导出留存；到期之后，对方没有义务再提供。',
  },
  'export.ledger': { en: 'Contract, events and ledger', zh: '合同、事件与账本' },
  'export.bundle': {
    en: 'Every settled period, for whoever checks alone and offline; again once the final statement is settled',
    zh: '全部已结算期，可供任何人离线自行核对；最终结算单出具后请再导出一次',
  },
  'export.results-files': { en: 'Settled results as CSV files', zh: '已结算结果（CSV 文件）' },
  'export.files': { en: 'Data files', zh: '数据文件' },
  'export.results': { en: 'Results', zh: '结果' },
  'export.facts': { en: 'Facts', zh: '事实表' },
  'export.raw': { en: 'Raw table, by its owner', zh: '原始表（由所有方导出）' },
  'export.evidence': {
    en: 'Copies of evidence, by the project’s owner, who can delete them unless their retention is locked',
    zh: '取数底稿副本（由项目所有者导出；保留期未锁定时，项目所有者可以删除）',
  },
  revoked: { en: 'Access that ends', zh: '到期收回的访问权限' },
  'revoked.none': { en: 'Nobody of either party has access.', zh: '双方均无访问权限。' },
  'revoked.at': {
    en: 'Ends by itself at {at}, and with the next update after it.',
    zh: '于 {at} 自动失效，并在其后的下次更新中移除。',
  },
  final: { en: 'Settlement', zh: '结算' },
  'final.final': { en: 'The final statement is {period}.', zh: '最终结算单为 {period}。' },
  'final.tails': {
    en: 'Settled to {period}; true-ups follow until {last}, due from {due}.',
    zh: '已结算至 {period}；往期补差将持续到 {last}，自 {due} 起可结算。',
  },
  'final.open': {
    en: 'Settled to {period}; the final statement would be {last}, due from {due}.',
    zh: '已结算至 {period}；最终结算单预计为 {last}，自 {due} 起可结算。',
  },
  'final.nothing': {
    en: 'Nothing is settled yet; the final statement would be {last}, due from {due}.',
    zh: '尚未结算；最终结算单预计为 {last}，自 {due} 起可结算。',
  },
  openLines: { en: 'Still open, and longer while they are: {lines}', zh: '尚未了结（在此期间结算会继续）：{lines}' },
  balance: { en: 'Balance', zh: '余额' },
  'balance.brand': { en: '{brand} owes {amount}', zh: '{brand} 应付 {amount}' },
  'balance.provider': { en: '{provider} owes {amount}', zh: '{provider} 应付 {amount}' },
  'balance.even': { en: 'nobody owes anything', zh: '双方互不相欠' },
} as const satisfies Readonly<Record<string, Message>>;

export type ExitTextKey = keyof typeof EXIT_TEXT;

/** An entry of {@link EXIT_TEXT} in a language, its places filled. */
export const exitText = saying(EXIT_TEXT);

/** A checklist's item in words; the contract's own word for one that is not usual. */
export function checklistText(item: string, locale: Locale): string {
  const key = `item.${item}`;
  return isKey(key) ? exitText(key, locale) : item;
}

function isKey(key: string): key is ExitTextKey {
  return Object.hasOwn(EXIT_TEXT, key);
}
