import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';

const HEADINGS = {
  en: 'A form is read by its headings. Where one is missing, moved or written twice, an answer could be taken for another.',
  zh: '表单按标题读取。标题缺失、移动或重复时，回答可能被误认。',
} as const satisfies Message;

const NEW_FORM = {
  en: 'Edit the issue so that its headings are those of the form, or open a new one from the form.',
  zh: '请编辑议题，使标题与表单一致；或用表单新建议题。',
} as const satisfies Message;

const EDIT = { en: 'Edit the issue; it is read again.', zh: '请编辑议题，程序会重新读取。' } as const satisfies Message;

/** What is said of an issue form that cannot be filed. */
export const FORM_ISSUES = {
  'form-too-long': {
    text: { en: 'The issue is longer than {limit} characters', zh: '议题超过 {limit} 个字符' },
    explanation: { en: 'No form is that long.', zh: '表单不会有这么长。' },
    fix: NEW_FORM,
  },
  'form-hidden-text': {
    text: { en: 'The issue holds {found}, which its page does not show as it is', zh: '议题中含有页面不会如实显示的内容：{found}' },
    explanation: {
      en: 'Comments and control, invisible or direction-changing characters could show readers something else than what is filed.',
      zh: '注释以及控制、不可见或改变方向的字符，会使读者看到的与提交的不同。',
    },
    fix: { en: 'Remove it; the issue is read again when it is edited.', zh: '请删除该内容；编辑后会重新读取。' },
  },
  'form-outside': {
    text: { en: '"{found}" stands before the first question', zh: '“{found}”位于第一个问题之前' },
    explanation: HEADINGS,
    fix: NEW_FORM,
  },
  'form-heading-unknown': {
    text: { en: '"{found}" is no question of this form', zh: '“{found}”不是此表单的问题' },
    explanation: HEADINGS,
    fix: {
      en: 'Take the three # away where it belongs to an answer; otherwise open a new issue from the form.',
      zh: '如属于回答内容，请去掉行首的三个 #；否则请用表单新建议题。',
    },
  },
  'form-heading-twice': {
    text: { en: 'The question "{label}" is there twice', zh: '问题“{label}”出现两次' },
    explanation: HEADINGS,
    fix: NEW_FORM,
  },
  'form-heading-missing': {
    text: { en: 'The question "{label}" is missing', zh: '缺少问题“{label}”' },
    explanation: HEADINGS,
    fix: NEW_FORM,
  },
  'form-heading-order': {
    text: { en: 'The questions are not in the order of the form', zh: '问题顺序与表单不一致' },
    explanation: HEADINGS,
    fix: NEW_FORM,
  },
  'form-answer-missing': {
    text: { en: '"{label}" has no answer', zh: '“{label}”未填写' },
    explanation: { en: 'The form asks for it.', zh: '此项为必填。' },
    fix: EDIT,
  },
  'form-answer-long': {
    text: { en: 'The answer to "{label}" is longer than {limit} characters', zh: '“{label}”的回答超过 {limit} 个字符' },
    explanation: { en: 'An event is a short record; longer evidence is linked to.', zh: '事件是简短记录；较长的证明材料请以链接给出。' },
    fix: EDIT,
  },
  'form-answer-lines': {
    text: { en: 'The answer to "{label}" has more than one line', zh: '“{label}”的回答超过一行' },
    explanation: { en: 'The form asks for one line.', zh: '此项只能填写一行。' },
    fix: EDIT,
  },
  'form-answer-form': {
    text: { en: '"{found}" does not answer "{label}"', zh: '“{found}”不是“{label}”的有效回答' },
    explanation: {
      en: 'Dates are YYYY-MM-DD, periods as the contract divides time, amounts digits without separators or currency.',
      zh: '日期格式为 YYYY-MM-DD，结算期按合同日历书写，金额为不含分隔符与货币符号的数字。',
    },
    fix: { en: 'For example: {expected}. Edit the issue; it is read again.', zh: '例如：{expected}。请编辑议题，程序会重新读取。' },
  },
  'form-answer-unread': {
    text: { en: '{found} was not understood as an answer to "{label}". {question}', zh: '未能读懂“{label}”的回答 {found}。{question}' },
    explanation: {
      en: 'The contract is paid by these answers, so what could be read in two ways is not read at all, and nothing is drafted before all are read.',
      zh: '合同据此付款，因此可能有两种读法的回答一律不采用；全部读懂之前不起草任何内容。',
    },
    fix: {
      en: 'Expected: {expected}. Edit the issue; it is read again.',
      zh: '应为：{expected}。请编辑议题，程序会重新读取。',
    },
  },
  'form-answer-items': {
    text: { en: '"{label}" has {found} {found:item|items}; it needs 1 to {limit}', zh: '“{label}”有 {found} 项，应为 1 至 {limit} 项' },
    explanation: { en: 'Each line, or each name between commas, is an item.', zh: '每行（或逗号之间的每个名称）为一项。' },
    fix: EDIT,
  },
  'form-answers-differ': {
    text: {
      en: '"{label}" is {found} below, and {expected} in what the form is about',
      zh: '“{label}”在下方填为 {found}，而“所涉事项”中为 {expected}',
    },
    explanation: {
      en: 'The form was opened by a link that says what it is about. Which of two answers is meant would be a guess.',
      zh: '表单由链接打开，链接已写明所涉事项。两处回答不一致时，无法判断以哪一处为准。',
    },
    fix: {
      en: 'Edit the issue: take one of the two away, or make them the same.',
      zh: '请编辑议题：删去其中一处，或改为一致。',
    },
  },
  'form-unknown-contract': {
    text: { en: 'There is no contract "{found}"', zh: '没有合同“{found}”' },
    explanation: { en: 'Contracts are named by their folder under contracts/.', zh: '合同以 contracts/ 下的文件夹名命名。' },
    fix: { en: 'Use one of: {expected}. Edit the issue; it is read again.', zh: '可用的合同：{expected}。请编辑议题，程序会重新读取。' },
  },
  'form-broken-contract': {
    text: { en: 'The contract {contract} has errors on the default branch', zh: '默认分支上的合同 {contract} 有错误' },
    explanation: {
      en: 'What is filed is checked together with the contract, which cannot be done while that has errors.',
      zh: '提交内容须与合同一起检查；合同有错误时无法检查。',
    },
    fix: {
      en: 'Mend the contract first: see `concord check`. Then edit the issue.',
      zh: '请先修正合同（见 `concord check`），再编辑议题。',
    },
  },
  'form-not-a-signatory': {
    text: { en: 'The author of the issue may sign for neither party of {contract}', zh: '议题作者无权代表 {contract} 的任何一方签署' },
    explanation: {
      en: 'Forms are filed by people whom the contract lists as signatories, told by their numeric GitHub id in contracts/workspace.yaml.',
      zh: '表单须由合同列明的签署人提交，以 contracts/workspace.yaml 中的 GitHub 数字 ID 识别。',
    },
    fix: {
      en: 'Let a signatory open it: {expected}; or change the list by a pull request first.',
      zh: '请由签署人提交：{expected}；或先通过合并请求修改名单。',
    },
  },
  'form-nobody': {
    text: { en: 'The author of the issue is nobody of contracts/workspace.yaml', zh: '议题作者不在 contracts/workspace.yaml 的人员之列' },
    explanation: {
      en: 'A contract is prepared by people whom the workspace names, told by their numeric GitHub id.',
      zh: '合同须由工作区列明的人员筹备，以 GitHub 数字 ID 识别。',
    },
    fix: {
      en: 'Let one of them open it: {expected}; or add the author by a pull request first.',
      zh: '请由其中一人提交：{expected}；或先通过合并请求添加作者。',
    },
  },
  'form-transferred': {
    text: { en: 'The issue came from another repository', zh: '该议题由其他仓库转入' },
    explanation: {
      en: 'Who wrote its text there is not on record here, so it speaks for nobody.',
      zh: '其文本在原仓库由谁所写，此处没有记录，因此不能代表任何人。',
    },
    fix: { en: 'Open a new one from the form, here.', zh: '请在本仓库用表单新建议题。' },
  },
  'form-edited-by-other': {
    text: { en: 'The issue was last edited by somebody else than its author', zh: '议题最后由作者以外的人编辑' },
    explanation: {
      en: 'What is filed is filed in the author’s name, so it must be the author’s own words.',
      zh: '提交内容以作者名义提出，因此须为作者本人所写。',
    },
    fix: {
      en: 'The author edits the issue once more, or opens a new one from the form.',
      zh: '请作者再次编辑议题，或用表单新建议题。',
    },
  },
  'form-reopened-by-other': {
    text: { en: 'The issue was opened again by somebody else than its author', zh: '议题由作者以外的人重新打开' },
    explanation: {
      en: 'Who closes a form takes it back. Opened again by another, it would file in the author’s name what the author may not want any more.',
      zh: '作者关闭议题即为撤回。由他人重新打开，会以作者名义提交其可能已不再主张的内容。',
    },
    fix: {
      en: 'The author edits the issue or opens it again, or opens a new one from the form.',
      zh: '请作者编辑或重新打开议题，或用表单新建议题。',
    },
  },
  'form-unknown-target': {
    text: { en: '{contract} has no KPI or wager "{found}" with a target', zh: '{contract} 中没有设目标值的考核指标或对赌“{found}”' },
    explanation: { en: 'KPIs and wagers are named by their id in contract.yaml.', zh: '考核指标与对赌以 contract.yaml 中的 id 命名。' },
    fix: { en: 'Use one of: {expected}. Edit the issue; it is read again.', zh: '可用的 id：{expected}。请编辑议题，程序会重新读取。' },
  },
  'form-edit-by-hand': {
    text: {
      en: 'The target of "{found}" is written in a way that only a person can change',
      zh: '“{found}”的目标值写法特殊，只能由人修改',
    },
    explanation: {
      en: 'Only the one schedule entry may change, to the letter; here that could not be made sure.',
      zh: '只允许改动这一项分期取值，且须逐字可核；此处无法保证。',
    },
    fix: { en: 'Change contract.yaml and use `concord propose`.', zh: '请修改 contract.yaml 并使用 `concord propose`。' },
  },
  'form-changes-nothing': {
    text: {
      en: 'A target of {value} for "{found}" from {from} on changes nothing in the term',
      zh: '“{found}”自 {from} 起设目标值 {value}，在合同期内不产生任何变化',
    },
    explanation: { en: 'A proposal changes something.', zh: '提案须有改动。' },
    fix: EDIT,
  },
  'form-refused-by-rules': {
    text: { en: 'The rules of {contract} refuse this change', zh: '{contract} 的变更规则不允许此变更' },
    explanation: {
      en: 'Notice, largest step, drift and distance are agreed in the contract’s amendments clause; begun and settled periods never change.',
      zh: '通知期、单次幅度、累计幅度与间隔由合同的变更条款约定；已开始与已结算的结算期不得改动。',
    },
    fix: { en: 'Choose a later period or another value, and edit the issue.', zh: '请选择更晚的结算期或其他数值，并编辑议题。' },
  },
  'form-filed-already': {
    text: { en: 'What this issue says was merged with #{pullRequest} already', zh: '本议题的内容已随 #{pullRequest} 合并' },
    explanation: { en: 'Records are only added to.', zh: '记录只增不改。' },
    fix: { en: 'Open a new issue from the form.', zh: '请用表单新建议题。' },
  },
  'form-two-labels': {
    text: { en: 'The issue carries the labels of more than one form', zh: '议题带有多个表单的标签' },
    explanation: { en: 'The label says which form it is: {expected}.', zh: '标签表明表单类型：{expected}。' },
    fix: { en: 'Open an issue from one form.', zh: '请用一个表单新建议题。' },
  },
  'form-event': {
    text: { en: 'The file is no event of an issue of {repository}', zh: '该文件不是 {repository} 的议题事件' },
    explanation: {
      en: 'GitHub writes the event that started a workflow into a file, whose path is in GITHUB_EVENT_PATH.',
      zh: 'GitHub 会将触发工作流的事件写入文件，路径见 GITHUB_EVENT_PATH。',
    },
    fix: { en: 'Use --event "$GITHUB_EVENT_PATH" in a workflow on issues.', zh: '请在 issues 工作流中使用 --event "$GITHUB_EVENT_PATH"。' },
  },
  'branch-busy': {
    text: { en: 'The branch {branch} keeps being moved by somebody else', zh: '分支 {branch} 持续被他人改动' },
    explanation: { en: 'Another run, or a person, is writing to it at the same time.', zh: '另有运行或人员正在同时写入。' },
    fix: { en: 'Run it again; leave branches of the app to the app.', zh: '请重新运行；应用的分支请勿手工改动。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

export type FormIssueCode = keyof typeof FORM_ISSUES;
