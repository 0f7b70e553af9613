import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';
import { saying } from './saying.js';

/** What is said of a local edit that cannot become a pull request. */
export const PROPOSE_ISSUES = {
  'propose-no-checkout': {
    text: { en: 'This folder is not the top of a git checkout', zh: '该文件夹不是 git 检出的顶层' },
    explanation: {
      en: 'What git would commit is compared with the default branch; files that git ignores are left out.',
      zh: '将 git 会提交的内容与默认分支比较；被 git 忽略的文件不计。',
    },
    fix: {
      en: 'Clone the repository, edit there, and name its folder with --root; git must be installed.',
      zh: '请克隆仓库后在其中修改，并用 --root 指定其文件夹；须安装 git。',
    },
  },
  'propose-behind': {
    text: { en: 'This checkout does not contain {commit}, the tip of {branch}', zh: '此检出不含 {branch} 的最新提交 {commit}' },
    explanation: {
      en: 'What others have merged since would look like something that you take back.',
      zh: '他人此后合并的内容会被误认为是您要撤回的。',
    },
    fix: { en: 'Run `git pull` first, with your edit in place or stashed.', zh: '请先运行 `git pull`（可先暂存您的修改）。' },
  },
  'propose-nothing': {
    text: { en: 'There is nothing to propose: the files are those of {branch}', zh: '没有可提议的改动：文件与 {branch} 相同' },
    explanation: {
      en: 'A proposal is an edit of this checkout that is not on the default branch.',
      zh: '提案是此检出中尚未进入默认分支的修改。',
    },
    fix: {
      en: 'Edit the files first; `concord diff HEAD .` shows what an edit means.',
      zh: '请先修改文件；`concord diff HEAD .` 可查看修改的含义。',
    },
  },
  'propose-mixed': {
    text: { en: 'The edit touches {found}, which are agreed apart', zh: '修改同时涉及 {found}，须分开议定' },
    explanation: {
      en: 'Each contract is agreed by its own parties, and the rules around the contracts by both parties’ approvers. One pull request cannot change two of them.',
      zh: '每份合同由其双方议定，合同之外的规则由双方批准人议定；一个合并请求不能同时修改两者。',
    },
    fix: {
      en: 'Name one: `concord propose <contract>` or `concord propose --rules`; the others stay as they are here.',
      zh: '请指定其一：`concord propose <合同>` 或 `concord propose --rules`；其余修改保留在本地。',
    },
  },
  'propose-ledger': {
    text: { en: '{path} belongs to the ledger', zh: '{path} 属于账本' },
    explanation: { en: 'Only settlements write it: `concord settle --open-pr`.', zh: '账本仅由结算写入：`concord settle --open-pr`。' },
    fix: { en: 'Restore the ledger as it is on the default branch.', zh: '请将账本恢复为默认分支上的内容。' },
  },
  'propose-not-text': {
    text: { en: '{path} is no text in UTF-8, or no regular file', zh: '{path} 不是 UTF-8 文本或普通文件' },
    explanation: {
      en: 'Both parties agree to texts that they can read; links lead somewhere else on every machine.',
      zh: '双方议定的是可阅读的文本；链接在每台机器上指向不同位置。',
    },
    fix: { en: 'Save it as UTF-8, or leave it out.', zh: '请保存为 UTF-8，或不包含该文件。' },
  },
  'propose-title': {
    text: { en: 'The title is empty or longer than {limit} characters', zh: '标题为空或超过 {limit} 个字符' },
    explanation: { en: 'It is what both parties see first.', zh: '双方首先看到的是标题。' },
    fix: { en: 'For example --title "ROAS 3.2 from July on".', zh: '例如 --title "7 月起投产比目标 3.2"。' },
  },
  'propose-closed': {
    text: {
      en: 'The same edit was proposed as #{pullRequest}, which was closed without being merged',
      zh: '相同的修改曾以 #{pullRequest} 提出，已关闭且未合并',
    },
    explanation: {
      en: 'Somebody did not want it; it is not opened again behind their back.',
      zh: '有人不同意该修改；程序不会擅自重新打开。',
    },
    fix: {
      en: 'Reopen #{pullRequest} on its page, or propose it under another title.',
      zh: '请在页面上重新打开 #{pullRequest}，或换一个标题提议。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

/** What `concord propose` says of itself. */
export const PROPOSE_TEXT = {
  'outcome.opened': { en: 'Opened #{pullRequest}: {url}', zh: '已新建 #{pullRequest}：{url}' },
  'outcome.there': { en: '#{pullRequest} says this already: {url}', zh: '#{pullRequest} 已包含此修改：{url}' },
  'outcome.planned': {
    en: 'Would open a pull request from {branch}; nothing was written.',
    zh: '将从 {branch} 新建合并请求；未写入任何内容。',
  },
  'outcome.refused': { en: 'Not proposed: the contract’s own rules refuse it.', zh: '未提出：合同自身的规则不允许。' },
  'own-account': {
    en: 'It was opened as {login}, who therefore cannot approve it; another signatory of the {party} has to.',
    zh: '该请求以 {login} 的名义提出，其本人不能批准；须由{party}的其他签署人批准。',
  },
  'body-contract': {
    en: 'A change of {contract}, proposed by {login} from a local edit. Both parties must approve the latest commit; the status `concord/both-parties` says who is missing.',
    zh: '{login} 依据本地修改提议变更 {contract}。双方须批准最新提交；状态 `concord/both-parties` 会列明尚待何人批准。',
  },
  'body-rules': {
    en: 'A change of the rules around the contracts, proposed by {login} from a local edit. The approvers of both parties must approve the latest commit; the status `concord/both-parties` says who is missing.',
    zh: '{login} 依据本地修改提议变更合同之外的规则。双方批准人须批准最新提交；状态 `concord/both-parties` 会列明尚待何人批准。',
  },
  'body-files': { en: 'Files:', zh: '文件：' },
  'more-files': { en: '… and {count} more {count:file|files}', zh: '…… 另有 {count} 个文件' },
  'party.brand': { en: 'brand', zh: '品牌方' },
  'party.provider': { en: 'provider', zh: '服务方' },
  language: { en: 'English', zh: '中文' },
} as const satisfies Readonly<Record<string, Message>>;

export type ProposeTextKey = keyof typeof PROPOSE_TEXT;

/** An entry of {@link PROPOSE_TEXT} in a language, its places filled. */
export const proposeText = saying(PROPOSE_TEXT);
