import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What pages say besides the reports that they print. */
export const SITE_TEXT = {
  index: { en: 'Contracts', zh: '合同总览' },
  'language.en': { en: 'English', zh: 'English' },
  'language.zh': { en: '中文', zh: '中文' },
  'nav.pages': { en: 'Pages', zh: '页面' },
  proposed: { en: 'Proposed, not accepted yet', zh: '待确认的结算单' },
  foot: {
    en: 'As of {asOf}. Made by Concord from the contract, its events and its ledger. A statement counts; this page only shows it.',
    zh: '截至 {asOf}。由 Concord 根据合同、事件与账本生成；以结算单为准，本页仅供查阅。',
  },
  'column.state': { en: 'State', zh: '状态' },
  'column.chance': { en: 'Chance to reach the target', zh: '达标可能性' },
  'column.hardest': { en: 'Hardest target', zh: '最难达标' },
  'column.next': { en: 'Next', zh: '下一步' },
  'column.open-now': { en: 'Open now ({currency})', zh: '当前未结（{currency}）' },
  'nothing-open': { en: 'nothing', zh: '无' },
  none: { en: 'There is no contract yet.', zh: '还没有合同。' },
  'state.errors': { en: 'has errors', zh: '有错误' },
  'state.overdue': { en: 'payment overdue', zh: '付款逾期' },
  'state.settle': { en: 'to be settled', zh: '待结算' },
  'state.disputed': { en: 'disputed', zh: '有争议' },
  'state.held': { en: 'lines held', zh: '有项目暂缓结算' },
  'state.waits': { en: 'true-up to acknowledge', zh: '往期补差待确认' },
  'state.unmeasured': { en: 'could not be measured', zh: '未能取数' },
  'state.pay': { en: 'to be paid', zh: '待付款' },
  'state.repay': { en: 'to be paid back', zh: '待退款' },
  'state.running': { en: 'running', zh: '履行中' },
  'state.not_begun': { en: 'not begun', zh: '未开始' },
  'state.over': { en: 'term over', zh: '合同期满' },
  'state.final': { en: 'closed', zh: '已结清' },
  'next-steps': { en: 'Next steps', zh: '下一步' },
  'next-more': { en: '{count} more', zh: '另有 {count} 项' },
  'next-none': { en: 'Nothing is to be done.', zh: '暂无待办。' },
  'next-unmeasured': {
    en: 'put right what keeps the running period from being measured',
    zh: '排除导致当前结算期无法取数的问题',
  },
  'ended-early': {
    en: '{party} has ended the contract early: its last day in force is {on}.',
    zh: '{party} 已提前终止合同，最后有效日为 {on}。',
  },
  commands: { en: 'With the command line', zh: '命令行操作' },
  'last-statement': { en: 'Last statement, {period}', zh: '最近一期结算单 {period}' },
  'open-statement': { en: 'Open the statement', zh: '查看结算单' },
  'ended-measured': {
    en: '{period} has ended: {amount} as measured so far, settled from {on} on.',
    zh: '{period} 已结束：按目前取数为 {amount}，{on} 起结算。',
  },
  'ended-unmeasured': { en: '{period} has ended; it is settled from {on} on.', zh: '{period} 已结束，{on} 起结算。' },
  'ended-lines': { en: '{period} as measured so far', zh: '{period} 目前取数结果' },
  unmeasured: {
    en: 'The running period is not measured on this page.',
    zh: '本页未对当前结算期取数。',
  },
  'unmeasured-refused': {
    en: 'The running period could not be measured: data or contract have to be put right first; the output of the run says what.',
    zh: '本页未能对当前结算期取数：须先补齐数据或更正合同，具体原因见运行输出。',
  },
  'has-errors': {
    en: 'The contract has errors, so nothing is measured or settled until they are mended.',
    zh: '合同有错误，更正之前不取数也不结算。',
  },
  'has-errors-settled': {
    en: 'The contract has errors, so nothing is measured or settled until they are mended. What is settled stands, and is told here by its statements and payments.',
    zh: '合同有错误，更正之前不取数也不结算。已结算的仍然有效，本页按结算单与付款列示。',
  },
  statements: { en: 'Statements', zh: '结算单' },
  'statements-none': { en: 'Nothing has been settled yet.', zh: '尚无结算单。' },
  bridge: { en: 'What moved with pay, {than} to {period}', zh: '费用变动：{than} 至 {period}' },
  later: { en: 'Since this statement', zh: '本结算单出具之后' },
  'later-statement': { en: 'Statement {period}', zh: '结算单 {period}' },
  'later-counted': { en: 'counted in statement {period}', zh: '已计入结算单 {period}' },
  'later-uncounted': { en: 'no statement has counted it yet', zh: '尚未计入任何结算单' },
  'later-paid': { en: 'Paid in full as of {asOf}', zh: '截至 {asOf} 已全额支付' },
  'later-open': { en: 'Still open of this statement as of {asOf}: {amount}', zh: '截至 {asOf}，本结算单尚有 {amount} 未付' },
  lines: { en: 'How each line came to its amount', zh: '各项金额如何得出' },
  written: { en: '{count} pages in {out}; begin with {first}', zh: '已在 {out} 中生成 {count} 个页面；首页为 {first}' },
  public: { en: 'Every contract on them allows that anybody reads them.', zh: '其中每份合同均已约定可公开。' },
} as const satisfies Record<string, Message>;

export type SiteTextKey = keyof typeof SITE_TEXT;

/** An entry of {@link SITE_TEXT} in a language, its places filled. */
export const siteText = saying(SITE_TEXT);
