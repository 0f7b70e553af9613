import { type Message, NO_FIGURE } from '../kernel/text.js';
import { saying } from './saying.js';

/** What settlement pull requests say, and what `concord settle --open-pr` says of them. */
export const PROPOSAL_TEXT = {
  title: { en: 'Settlement', zh: '结算' },
  'body-what': {
    en: 'Settlement of {period} of {contract}. Until {dueOn} this is a draft that shows the scorecard. Then it holds the statement, on frozen evidence, and asks both parties to accept it. Merged means accepted.',
    zh: '{contract} 的 {period} 结算。{dueOn} 之前为草稿，只有计分卡；到期后换成结算单（取数底稿自此固定），请双方确认。合并即视为确认。',
  },
  'body-accept': {
    en: 'To accept: approve this pull request. When both parties have approved, it is merged.',
    zh: '确认：批准本合并请求。双方均批准后即合并。',
  },
  'body-silence-accepts': {
    en: 'Silence accepts: {days} {days:day|days} after it became ready it is merged, unless a line is disputed by an event.',
    zh: '逾期未提出争议视为确认：转为待评审 {days} 天后，若无争议事件即合并。',
  },
  'body-silence-waits': { en: 'Silence does not accept: it waits for both parties.', zh: '逾期不视为确认：须等待双方批准。' },
  'body-dispute': {
    en: 'To disagree with a line that the statement lists: raise a dispute of it, with the amount that you hold to be right, by the issue form or as an event. The statement is then computed again; only what is disputed waits. Where it lists no line, as after the term where nothing has changed, there is nothing to dispute. A review that asks for changes, or closing this, disputes nothing.',
    zh: '对结算单所列的项目有异议：用议题表单或事件文件对该项目提出争议，并写明您认为正确的金额。结算单随后重新计算，仅有争议的部分暂缓支付。结算单未列任何项目的（如合同期后没有变化），没有可争议的内容。要求修改的评审或关闭本请求均不构成争议。',
  },
  'body-workbook': {
    en: 'As a workbook for finance: artifact workbooks of the latest run of settle',
    zh: '供财务使用的工作簿：工作流 settle 最近一次运行的附件 workbooks',
  },
  'body-page': {
    en: 'As a page for a browser: artifact proposed-pages of the latest run of settle',
    zh: '可用浏览器打开的网页：工作流 settle 最近一次运行的附件 proposed-pages',
  },
  'body-files': {
    en: 'Do not push to this branch: what others push is not built on.',
    zh: '请勿向本分支推送：他人推送的内容不会被采用。',
  },
  language: { en: 'English', zh: '中文' },
  'preview-note': {
    en: 'Preview as of {asOf}: it pays nothing and binds nobody.',
    zh: '截至 {asOf} 的预览：不构成支付依据，对任何一方均无约束力。',
  },
  'preview-over': {
    en: 'There was a preview here. The statement has taken its place: see the comment that begins with it.',
    zh: '此处原为预览，现已由结算单取代，请见以结算单开头的评论。',
  },
  displaced: {
    en: 'Settlements are proposed by the app alone: nobody is then the author who could not approve, and nobody else chooses what the pull request says. This one is closed in favour of the app’s own for {period} of {contract}.',
    zh: '结算只由应用提出：这样没有人因为是作者而不能批准，也没有其他人决定合并请求的文字。本请求已关闭，以应用自己为 {contract} 的 {period} 提出的请求为准。',
  },
  'change-title': { en: 'What changed: computation {run}', zh: '变动说明：第 {run} 次计算' },
  'change-events': { en: 'Counted in addition: {events}', zh: '新计入：{events}' },
  'change-none': { en: 'No line has changed.', zh: '各项目金额未变。' },
  'change-line': { en: 'Line', zh: '项目' },
  'change-before': { en: 'Before', zh: '变动前' },
  'change-after': { en: 'After', zh: '变动后' },
  'change-total': { en: 'Total', zh: '合计' },
  'change-balance': { en: 'Balance', zh: '余额' },
  'change-evidence': {
    en: 'The evidence is the same: what the data says by now comes as a true-up.',
    zh: '取数底稿未变：数据此后的变化将以往期补差体现。',
  },
  'line-payable': { en: '{amount}', zh: '{amount}' },
  'line-held': { en: '{amount}, held', zh: '{amount}，暂缓结算' },
  'line-disputed': { en: '{amount}, disputed', zh: '{amount}，争议中' },
  'line-none': { en: NO_FIGURE, zh: NO_FIGURE },
  'state.draft': { en: 'draft until {dueOn}', zh: '草稿，{dueOn} 到期' },
  'state.proposed': { en: 'proposed', zh: '已提出' },
  'state.accepted': { en: 'merged meanwhile', zh: '已合并' },
  'state.waits': { en: 'waits until {after} is accepted', zh: '等待 {after} 确认' },
  'state.failed': { en: 'not done', zh: '未完成' },
  'state.planned': { en: 'next: {step}', zh: '下一步：{step}' },
  'step.preview': { en: 'write the preview', zh: '写入预览' },
  'step.propose': { en: 'measure and write the statement', zh: '取数并写入结算单' },
  'step.recompute': { en: 'compute the statement again', zh: '重新计算结算单' },
  'step.update': { en: 'bring the branch up to date', zh: '更新分支' },
  'step.displace': { en: 'close what somebody else opened in its place', zh: '关闭他人代为新建的合并请求' },
  'step.open': { en: 'open the pull request', zh: '新建合并请求' },
  'step.ready': { en: 'mark it ready', zh: '标记为待评审' },
  'step.label': { en: 'label it', zh: '添加标签' },
  'step.report': { en: 'comment', zh: '发表评论' },
  'step.restore': { en: 'put the deleted branch back', zh: '恢复被删除的分支' },
  'step.reopen': { en: 'open it again', zh: '重新打开' },
  'step.accepted': { en: 'nothing: it is accepted', zh: '无：已确认' },
  'step.wait': { en: 'nothing yet', zh: '暂无' },
  'contract-settled': { en: 'nothing to propose', zh: '没有可提出的结算期' },
  'contract-refused': { en: 'refused', zh: '已拒绝' },
} as const satisfies Readonly<Record<string, Message>>;

export type ProposalTextKey = keyof typeof PROPOSAL_TEXT;

/** An entry of {@link PROPOSAL_TEXT} in a language, its places filled. */
export const proposalText = saying(PROPOSAL_TEXT);
