import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';

const TERMS_WHY = {
  en: 'A contract is ratified where its text is, byte for byte, what both parties approved. Nothing is settled by a text that is not.',
  zh: '合同文本与双方批准的文本逐字节一致时，合同才算已议定；不一致的文本不用于结算。',
} as const satisfies Message;

const TERMS_FIX = {
  en: 'Put the agreed text back, or open a pull request that touches contracts/{contract}/contract.yaml (a comment is enough) and have both parties approve it: that approves the whole text.',
  zh: '请恢复已议定的文本；或新建一个修改 contracts/{contract}/contract.yaml 的合并请求（改一行注释即可），由双方批准：批准的是整份文本。',
} as const satisfies Message;

const EVENT_WHY = {
  en: 'An event moves money, so it comes with a pull request that was agreed, or filed by the party that may file it alone.',
  zh: '事件会影响金额，因此必须来自已议定的合并请求，或由有权单独提交的一方提交。',
} as const satisfies Message;

const EVENT_FIX = {
  en: "If it is right, open a pull request that touches contracts/{contract}/contract.yaml (a comment is enough) and have both parties approve it. If it is not, open a pull request that only removes it (or puts the rightful bytes back): that needs nobody's approval.",
  zh: '若内容无误，请新建一个修改 contracts/{contract}/contract.yaml 的合并请求（改一行注释即可）并由双方批准；若有误，请新建一个只删除该文件（或恢复其应有内容）的合并请求，无须任何人批准。',
} as const satisfies Message;

const LEDGER_WHY = {
  en: 'The ledger is what the settlements that were accepted wrote, and nothing else.',
  zh: '账本只包含已确认的结算所写入的内容。',
} as const satisfies Message;

const LEDGER_FIX = {
  en: "Restore contracts/{contract}/ledger as it was at the last accepted settlement, by a pull request that does nothing else and needs nobody's approval; what was not accepted is proposed again by `concord settle --open-pr`.",
  zh: '请将 contracts/{contract}/ledger 恢复为最近一次已确认结算时的内容（合并请求只做这一件事时无须任何人批准）；未经确认的结算由 `concord settle --open-pr` 重新提出。',
} as const satisfies Message;

/** Why a contract is not ratified: how its text came about and what is missing. */
export const RATIFICATION_ISSUES = {
  'terms-never-agreed': {
    text: {
      en: 'No merged pull request shows that both parties agreed to the text of {contract}; {commit} of {by} changed it last',
      zh: '没有已合并的合并请求表明双方议定了 {contract} 的文本；最近一次修改为 {by} 的 {commit}',
    },
    explanation: TERMS_WHY,
    fix: TERMS_FIX,
  },
  'terms-pushed': {
    text: {
      en: '{file} is not as both parties agreed in #{pullRequest}: {commit} of {by} changed it without a pull request',
      zh: '{file} 与双方在 #{pullRequest} 中议定的不同：{by} 的 {commit} 未经合并请求修改了它',
    },
    explanation: TERMS_WHY,
    fix: TERMS_FIX,
  },
  'terms-merged': {
    text: {
      en: '{file} is not as both parties agreed in #{pullRequest}: {commit} of {by} came with #{cameWith}, to which {missing} had not agreed',
      zh: '{file} 与双方在 #{pullRequest} 中议定的不同：{by} 的 {commit} 来自 #{cameWith}，{missing}当时并未同意',
    },
    explanation: TERMS_WHY,
    fix: TERMS_FIX,
  },
  'agreed-text-lost': {
    text: {
      en: '#{pullRequest}, to which both parties agreed, is no longer part of the default branch',
      zh: '双方议定的 #{pullRequest} 已不在默认分支中',
    },
    explanation: {
      en: 'The default branch was moved back or rewritten after it was merged, so that an older text stands there again.',
      zh: '合并之后默认分支被回退或改写，旧文本重新生效。',
    },
    fix: TERMS_FIX,
  },
  'event-pushed': {
    text: {
      en: '{file} came with no pull request: {commit} of {by}',
      zh: '{file} 未经合并请求提交：{by} 的 {commit}',
    },
    explanation: EVENT_WHY,
    fix: EVENT_FIX,
  },
  'event-merged': {
    text: {
      en: '{file} came with #{cameWith}, to which {missing} had not agreed, or is not as it was agreed there',
      zh: '{file} 来自 #{cameWith}，{missing}当时并未同意，或其内容与议定的不同',
    },
    explanation: EVENT_WHY,
    fix: EVENT_FIX,
  },
  'event-removed': {
    text: {
      en: '{file} came with #{pullRequest} by right and is gone; {commit} of {by} touched it last',
      zh: '{file} 已由 #{pullRequest} 合规提交，现已不存在；最近涉及它的是 {by} 的 {commit}',
    },
    explanation: {
      en: 'What happened is never taken back by removing its file: a resolution, refusal or correction is an event of its own.',
      zh: '已发生的事不能以删除文件的方式撤回：和解、验收不通过和更正都是单独的事件。',
    },
    fix: {
      en: "Open a pull request that only puts the file back as it was: that needs nobody's approval.",
      zh: '请新建一个只原样恢复该文件的合并请求，无须任何人批准。',
    },
  },
  'ledger-pushed': {
    text: {
      en: '{file} is not as the last accepted settlement (#{pullRequest}) left it: {commit} of {by} changed it without a pull request',
      zh: '{file} 与最近一次已确认的结算（#{pullRequest}）不一致：{by} 的 {commit} 未经合并请求修改了它',
    },
    explanation: LEDGER_WHY,
    fix: LEDGER_FIX,
  },
  'ledger-merged': {
    text: {
      en: '{file} is not as the last accepted settlement (#{pullRequest}) left it: {commit} of {by} came with #{cameWith}, which was not accepted',
      zh: '{file} 与最近一次已确认的结算（#{pullRequest}）不一致：{by} 的 {commit} 来自未经确认的 #{cameWith}',
    },
    explanation: LEDGER_WHY,
    fix: LEDGER_FIX,
  },
  'people-unagreed': {
    text: {
      en: '{file} is not as the approvers of both parties agreed: {commit} of {by} changed it last',
      zh: '{file} 与双方批准人议定的不同；最近一次修改为 {by} 的 {commit}',
    },
    explanation: {
      en: 'Who may sign stands there. While it was changed without both parties, whatever is approved by it proves nothing.',
      zh: '签署人名单在其中；未经双方同意修改期间，依其作出的批准不能作为证明。',
    },
    fix: {
      en: 'Put the agreed text back first; then change it by a pull request that the approvers of both parties agree to.',
      zh: '请先恢复已议定的文本，再通过双方批准人同意的合并请求修改。',
    },
  },
  'rules-pushed': {
    text: {
      en: '{commit} was pushed to {branch} by {by} on {date} without a pull request, and nobody has agreed to the rules since',
      zh: '{by} 于 {date} 未经合并请求向 {branch} 推送了 {commit}，此后规则尚未经议定',
    },
    explanation: {
      en: 'What lies outside the contracts decides how they are read: the engine, the workflows, who may sign.',
      zh: '合同之外的文件决定合同如何执行：引擎、工作流、签署人名单。',
    },
    fix: {
      en: 'See what it changed. A later pull request on the rules that the approvers of both parties agree to covers it; the ruleset keeps it from happening again.',
      zh: '请核对其改动。此后由双方批准人同意的规则类合并请求即可覆盖；启用规则集可避免再次发生。',
    },
  },
  'rules-merged': {
    text: {
      en: '#{pullRequest} changed the rules around the contracts on {date} without the agreement of {missing}, and nobody has agreed to the rules since',
      zh: '#{pullRequest} 于 {date} 未经{missing}同意修改了合同之外的规则，此后规则尚未经议定',
    },
    explanation: {
      en: 'What lies outside the contracts decides how they are read: the engine, the workflows, who may sign.',
      zh: '合同之外的文件决定合同如何执行：引擎、工作流、签署人名单。',
    },
    fix: {
      en: 'See what it changed. A later pull request on the rules that the approvers of both parties agree to covers it.',
      zh: '请核对其改动。此后由双方批准人同意的规则类合并请求即可覆盖。',
    },
  },
  'ruleset-drift': {
    text: {
      en: 'The ruleset "{ruleset}" is not as agreed: {path} is {found}, agreed was {wanted}',
      zh: '规则集“{ruleset}”与议定的不同：{path} 为 {found}，议定为 {wanted}',
    },
    explanation: {
      en: 'Rulesets are GitHub’s own second layer. Where one is weaker than agreed, somebody could merge what the gate refuses.',
      zh: '规则集是 GitHub 自身的第二层保护；弱于议定内容时，可能有人合并本应被拒绝的内容。',
    },
    fix: { en: 'Let an administrator run `concord setup github --apply`.', zh: '请管理员运行 `concord setup github --apply`。' },
  },
  'ruleset-unseen': {
    severity: 'info',
    text: {
      en: 'Of the ruleset "{ruleset}" this token does not see {path}',
      zh: '该令牌看不到规则集“{ruleset}”的 {path}',
    },
    explanation: { en: 'Who may bypass a rule is shown to administrators alone.', zh: '谁可绕过规则仅管理员可见。' },
    fix: { en: 'Let an administrator of each party run the audit once in a while.', zh: '请双方管理员定期运行审计。' },
  },
  'history-incomplete': {
    text: {
      en: 'The forge did not list everything about {contract}, so nothing can be proven',
      zh: '平台未列出 {contract} 的全部记录，无法证明',
    },
    explanation: {
      en: 'A pull request or commit that was not listed could have changed the text.',
      zh: '未列出的合并请求或提交可能修改过文本。',
    },
    fix: {
      en: 'Run it again; if it stays so, use a token that can read pull requests.',
      zh: '请重试；若持续出现，请使用可读取合并请求的令牌。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
