import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What `concord setup github` and `concord codeowners` say. */
export const SETUP_TEXT = {
  'owners-written': { en: 'wrote {path}', zh: '已写入 {path}' },
  'owners-same': { en: '{path} is what the contracts say', zh: '{path} 与合同一致' },
  title: { en: 'Set-up of {repository}', zh: '{repository} 的设置' },
  'all-done': { en: 'everything is set up', zh: '全部就绪' },
  open: { en: '{open} of {steps} open', zh: '{steps} 项中 {open} 项未完成' },
  'apply-next': {
    en: 'Nothing has been changed. Do what can be done with `concord setup github --apply`.',
    zh: '未作任何更改。可自动完成的项目请运行 `concord setup github --apply`。',
  },
  applied: { en: 'Changed', zh: '已更改' },
  failed: { en: 'Refused by the forge', zh: '被平台拒绝' },
  'column.setting': { en: 'Setting', zh: '设置' },
  'column.state': { en: 'State', zh: '状态' },
  limits: { en: 'What GitHub does not enforce here', zh: 'GitHub 在此未强制执行的事项' },
  'state.done': { en: 'done', zh: '完成' },
  'state.to-do': { en: 'to do', zh: '待完成' },
  'state.by-hand': { en: 'by hand', zh: '须手工' },
  'state.unknown': { en: 'not visible', zh: '不可见' },
  'state.not-here': { en: 'not possible here', zh: '此处不可行' },
  'subject.ruleset': { en: 'ruleset “{name}”', zh: '规则集“{name}”' },
  'subject.merging': { en: 'merge commits only', zh: '仅允许合并提交' },
  'subject.workflow-token': { en: 'default token of workflows: reads only', zh: '工作流默认令牌：只读' },
  'subject.environment': { en: 'environment “{name}”, for the default branch only', zh: '环境“{name}”，仅限默认分支' },
  'subject.reviewers': { en: 'reviewers of the environment “{name}”', zh: '环境“{name}”的审核人' },
  'subject.label': { en: 'label “{name}”', zh: '标签“{name}”' },
  'subject.variable': { en: 'variable {name}', zh: '变量 {name}' },
  'subject.secret': { en: 'secret {name}', zh: '密钥 {name}' },
  'subject.access': { en: 'access of {name}', zh: '{name} 的访问权限' },
  'drift.missing': { en: 'there is none yet', zh: '尚不存在' },
  'drift.lacks': { en: '{path}: {wanted} is missing', zh: '{path}：缺少 {wanted}' },
  'drift.more': { en: '{path}: {found} was not agreed to', zh: '{path}：{found} 未经双方同意' },
  'drift.differs': { en: '{path}: is {found}, agreed is {wanted}', zh: '{path}：实际为 {found}，约定为 {wanted}' },
} as const satisfies Readonly<Record<string, Message>>;

export type SetupTextKey = keyof typeof SETUP_TEXT;

/** What has to be done to a setting by people, or why nothing can be said of it. */
export const SETUP_NOTES = {
  refused: { en: 'GitHub does not show it to this token: {detail}', zh: 'GitHub 不向该令牌显示：{detail}' },
  'bypass-unseen': {
    en: 'Rules are as agreed; who may bypass them is shown to administrators only',
    zh: '规则与约定一致；可绕过规则的人员仅管理员可见',
  },
  'needs-app': {
    en: 'Needs an app: without one it would keep Concord itself out',
    zh: '需要应用（GitHub App）：否则 Concord 自身也会被挡在外面',
  },
  'no-governance': {
    en: 'Name people under governance in contracts/workspace.yaml',
    zh: '请在 contracts/workspace.yaml 的 governance 中填入人员',
  },
  'variable-missing': { en: 'Give its value: --variable {name}=…', zh: '请给出取值：--variable {name}=…' },
  'secret-missing': {
    en: 'gh secret set {name} --env {environment} < key.pem',
    zh: 'gh secret set {name} --env {environment} < key.pem',
  },
  'secret-everywhere': {
    en: 'It lies where every branch’s workflows can read it: make a new key, put it into the environment {environment}, and delete this one with gh secret delete {name}',
    zh: '该密钥可被任何分支的工作流读取：请生成新密钥并放入环境 {environment}，再用 gh secret delete {name} 删除此处的密钥',
  },
  'no-access': { en: 'Invite the account with id {id}', zh: '请邀请 id 为 {id} 的账号' },
  'login-changed': {
    en: 'Is called {login} now: change login in contracts/workspace.yaml and run concord codeowners',
    zh: '现名 {login}：请修改 contracts/workspace.yaml 中的 login 并运行 concord codeowners',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type SetupNoteCode = keyof typeof SETUP_NOTES;

/** What stays open, and to whom. */
export const SETUP_LIMITS = {
  'no-rules-by-plan': {
    en: 'GitHub’s plan for this private repository has no rules: whoever can write can push to the default branch and merge without any approval. The audit finds it afterwards, and settlement refuses what was not agreed. Make the repository public or take a plan with rules. ({detail})',
    zh: '该私有仓库所用的 GitHub 套餐不支持规则：任何有写权限者都可直接推送默认分支，或不经批准合并。事后审计会发现，结算也会拒绝未经同意的内容。请改为公开仓库或升级套餐。（{detail}）',
  },
  'rules-unseen': {
    en: 'Whether the default branch has rules could not be seen, so nothing is said of them. ({detail})',
    zh: '无法查看默认分支的规则，因此不作判断。（{detail}）',
  },
  'rules-missing': {
    en: 'The rules of branches are not those that were agreed: until they are, whoever can write may be able to merge without the other party.',
    zh: '分支规则与约定不一致：在此期间，有写权限者可能不经对方同意即可合并。',
  },
  'status-by-anybody': {
    en: 'There is no app, so the status concord/both-parties is believed from anybody: whoever can write to the repository can set it to success. The audit does not believe it and finds out afterwards.',
    zh: '没有应用，任何来源的 concord/both-parties 状态都会被采信：有写权限者可自行将其设为成功。审计不依赖该状态，事后可发现。',
  },
  'branches-by-anybody': {
    en: 'There is no app, so whoever can write can push to branches of settlements and forms, also in the name of github-actions[bot] by a workflow of their own. Replay refuses a statement that the engine would not write; who sent a form is then no more certain than who can write.',
    zh: '没有应用，有写权限者可推送结算与表单分支，也可借自建工作流以 github-actions[bot] 名义推送。重放会拒绝引擎算不出的结算单；但表单提交人的可信度不高于写权限。',
  },
  'bot-waits-for-a-click': {
    en: 'There is no app, so checks of pull requests that workflows open wait until somebody clicks; the gate looks at them every four hours.',
    zh: '没有应用，由工作流新建的合并请求需有人点击后才运行检查；门禁每四小时巡查一次。',
  },
  'not-administrator': {
    en: 'This token is no administrator’s: what is not visible above may be set up, or not.',
    zh: '该令牌不具备管理员权限：上面不可见的项目可能已设置，也可能没有。',
  },
  administrators: {
    en: 'Administrators can switch every rule off and on again ({people}; owners of the organisation too). GitHub’s audit log and concord audit show it; nothing prevents it.',
    zh: '管理员可以关闭并重新开启任何规则（{people}；以及组织所有者）。GitHub 审计日志与 concord audit 会留下记录，但无法阻止。',
  },
  writers: {
    en: '{people} can write: each of them can close and redirect pull requests, push to branches of people and cancel runs, which delays and approves nothing. Whoever signs and fills in forms needs no more than the role Read.',
    zh: '{people} 拥有写入权限：可以关闭合并请求或更换其目标分支、向他人分支推送、取消运行；这会造成拖延，但不构成任何批准。只签署和填写表单的人，Read（读取）角色即已足够。',
  },
  'one-owner': {
    en: 'The repository belongs to {owner}’s own account, which can delete it. An organisation with owners of both parties is safer; both keep clones.',
    zh: '仓库属于 {owner} 的个人账号，该账号可将其删除。由双方共同担任所有者的组织更为稳妥；双方都应保留克隆。',
  },
  'one-reviewer-is-enough': {
    en: 'For the environment production one reviewer of either party is enough; GitHub cannot ask for both.',
    zh: '环境 production 只需任一方一名审核人放行；GitHub 无法要求双方都放行。',
  },
  'other-default-branch': {
    en: 'Workflows name the branch {expected}, and the default branch is {branch}: the audit after a merge and the cloud’s update do not run. Rename the branch, or change audit.yml and infra.yml.',
    zh: '工作流写的是分支 {expected}，而默认分支为 {branch}：合并后的审计和云端更新不会运行。请重命名分支，或修改 audit.yml 与 infra.yml。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type SetupLimitCode = keyof typeof SETUP_LIMITS;

/** An entry of {@link SETUP_TEXT} in a language, its places filled. */
export const setupText = saying(SETUP_TEXT);
