import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What is said under an issue form and in the pull request that is made from it. */
export const FORM_TEXT = {
  language: { en: 'English', zh: '中文' },
  filed: {
    en: 'Filed with the form of #{issue} by {name}, for the {party} of {contract}. Closes #{issue}.',
    zh: '由 {name} 代表 {contract} 的{party}以 #{issue} 的表单提交。合并后关闭 #{issue}。',
  },
  'consent.both': {
    en: 'Both parties must approve the latest commit. The status `concord/both-parties` says who is missing.',
    zh: '双方须批准最新提交。状态 `concord/both-parties` 会列明尚待何人批准。',
  },
  'consent.alone': {
    en: 'The {party} may file this alone: it is merged once the checks have passed. The other party may answer with an event of its own.',
    zh: '{party}可单独提交：检查通过后即合并。另一方可另行提交事件予以答复。',
  },
  'consent.draft': {
    en: 'A new contract: of each party a signatory that it names and an approver of the workspace must approve the latest commit. The status `concord/both-parties` says who is missing.',
    zh: '新合同：每一方须由合同所列签署人及工作区的规则批准人批准最新提交。状态 `concord/both-parties` 会列明尚待何人批准。',
  },
  'draft.baseline': {
    en: '**Baseline: measured.** The history of {count} {count:month|months}, {from} to {to}, stands in `{path}` under `baseline`, measured exactly as agreed contracts measure already.',
    zh: '**基线：已测算。** {from} 至 {to} 共 {count} 个月的历史数据已写入 `{path}` 的 `baseline`，口径与已议定的合同完全一致。',
  },
  'draft.no-baseline': {
    en: '**Baseline: none was measured.** {why} Whoever has the data can add it from a clone once this is merged: `concord simulate {contract} --from {from} --to {to} --write-baseline`, then `concord propose {contract} --title "Baseline"`.',
    zh: '**基线：尚未测算。** {why}合并之后，由掌握数据的一方在克隆中补上：先运行 `concord simulate {contract} --from {from} --to {to} --write-baseline`，再运行 `concord propose {contract} --title "基线"`。',
  },
  'draft.why.new': {
    en: 'No agreed contract measures in exactly this way yet ({measures}), and a proposal alone never reads data.',
    zh: '尚无已议定的合同以完全相同的口径取数（{measures}），仅凭提案不会读取数据。',
  },
  'draft.why.others': {
    en: 'The months behind us lie before the agreed contracts began, and the data is kept by the {keeper}: only a form of theirs has them read.',
    zh: '过去各月早于已议定合同的合同期，数据由{keeper}保管，只有其本方提交的表单才会读取。',
  },
  'draft.why.unread': { en: 'The data could not be read: {why}.', zh: '未能读取数据：{why}。' },
  'draft.why.nothing': {
    en: 'The data has no whole month in which a KPI is known.',
    zh: '数据中没有任何完整月份可以算出考核指标。',
  },
  'draft.doubts': { en: 'Taken as they stand, though most likely slips:', zh: '以下回答已按原样采用，但可能有笔误：' },
  doubts: { en: 'Filed as it stands, with this to consider:', zh: '已按原样提交，但请留意：' },
  'event-day': {
    en: 'An event counts from the day in its file’s name, which is the day it is merged, give or take one. When that has passed, the file is renewed, and approvals are given again.',
    zh: '事件自文件名中的日期起生效，即合并当日（前后一天均可）。过了该日，文件会改为新的日期，须重新批准。',
  },
  reason: { en: 'Why, in the words of the form:', zh: '表单所述理由：' },
  opened: {
    en: 'This is now pull request #{pullRequest}: `{path}`. {consent}',
    zh: '已生成合并请求 #{pullRequest}：`{path}`。{consent}',
  },
  next: { en: '**Next:** {step}', zh: '**接下来**：{step}' },
  refused: {
    en: 'Nothing has been filed. Edit the issue, and it is read again:',
    zh: '尚未提交任何内容。请编辑议题，程序会重新读取：',
  },
  asked: { en: ': “{answer}”', zh: '：“{answer}”' },
  'asked.empty': { en: ': no answer', zh: '：未填写' },
  'refused-rules': {
    en: 'Nothing has been filed: the contract’s own rules refuse this change, for the reasons below.',
    zh: '尚未提交：合同自身的规则不允许此变更，原因见下。',
  },
  'rules-from': {
    en: '**The same value would be allowed from {period} on.** Choose that period, or another value, and edit the issue.',
    zh: '**同一目标值自 {period} 起可以调整。** 请改选该结算期，或改填其他数值，并编辑议题。',
  },
  'rules-never': {
    en: '**No later period of the term allows this value.** What can be done instead is said below with each rule; another value may be allowed.',
    zh: '**合同期内此后各期均不允许此目标值。** 可行的做法见下文各项规则；改填其他数值也可能获准。',
  },
  closed: {
    en: 'Pull request #{pullRequest} was closed without being merged. Edit the issue to propose something else.',
    zh: '合并请求 #{pullRequest} 已关闭且未合并。如需另行提议，请编辑议题。',
  },
  'party.brand': { en: 'brand', zh: '品牌方' },
  'party.provider': { en: 'provider', zh: '服务方' },
  'outcome.opened': { en: 'issue #{issue}: pull request #{pullRequest} opened', zh: '议题 #{issue}：已新建合并请求 #{pullRequest}' },
  'outcome.updated': { en: 'issue #{issue}: pull request #{pullRequest} updated', zh: '议题 #{issue}：合并请求 #{pullRequest} 已更新' },
  'outcome.unchanged': {
    en: 'issue #{issue}: pull request #{pullRequest} is as it should be',
    zh: '议题 #{issue}：合并请求 #{pullRequest} 无须改动',
  },
  'outcome.refused': { en: 'issue #{issue}: refused, and answered', zh: '议题 #{issue}：不予提交，已答复' },
  'outcome.closed': { en: 'issue #{issue}: pull request #{pullRequest} was closed', zh: '议题 #{issue}：合并请求 #{pullRequest} 已关闭' },
  'outcome.merged': { en: 'issue #{issue}: merged with #{pullRequest} already', zh: '议题 #{issue}：已随 #{pullRequest} 合并' },
  'outcome.ignored': { en: 'nothing to file', zh: '没有需要提交的表单' },
  'outcome.superseded': { en: 'issue #{issue}: edited since; a newer run files it', zh: '议题 #{issue}：此后已被编辑，由更新的运行处理' },
  'refresh.renewed': {
    en: '#{pullRequest}: renewed as {path}; approvals are given again',
    zh: '#{pullRequest}：已更新为 {path}，须重新批准',
  },
  'refresh.unchanged': { en: '#{pullRequest}: {path} is as it should be', zh: '#{pullRequest}：{path} 无须改动' },
  'refresh.not-ours': { en: '#{pullRequest}: left alone, somebody else has pushed to it', zh: '#{pullRequest}：有他人推送，未处理' },
  'refresh.refused': {
    en: '#{pullRequest}: {path} no longer passes the checks; answered',
    zh: '#{pullRequest}：{path} 已不再通过检查，已答复',
  },
  'refresh.failed': { en: '#{pullRequest}: could not be renewed', zh: '#{pullRequest}：未能更新' },
  'forms.written': { en: 'Written, as the contracts have it:', zh: '已按合同写出：' },
  'forms.same': { en: 'The forms in {folder} are what the contracts say', zh: '{folder} 中的表单与合同一致' },
  'forms.same-there': { en: 'The issue forms are what the contracts say', zh: '议题表单与合同一致' },
  'forms.proposed': { en: '#{pullRequest}: the issue forms as the contracts have it', zh: '#{pullRequest}：按合同更新议题表单' },
  'forms.title': {
    en: 'Issue forms as the contracts have it · 按合同更新议题表单',
    zh: 'Issue forms as the contracts have it · 按合同更新议题表单',
  },
  'forms.body': {
    en: 'The lists of the issue forms follow the contracts on the default branch. Every page is what `concord forms` writes; the gate checks that byte for byte, so nobody needs to approve it.',
    zh: '议题表单的清单随默认分支上的合同更新。各页均由 `concord forms` 写出，门禁逐字节核对，因此无须批准。',
  },
  'forms.without': {
    en: 'Left out, since they have errors (see `concord check`): {contracts}',
    zh: '有错误、未列入的合同（见 `concord check`）：{contracts}',
  },
  'refresh.nothing': { en: 'no open pull request was made from a form', zh: '没有由表单生成的待处理合并请求' },
} as const satisfies Readonly<Record<string, Message>>;

export type FormTextKey = keyof typeof FORM_TEXT;

/** An entry of {@link FORM_TEXT} in a language, its places filled. */
export const formText = saying(FORM_TEXT);
