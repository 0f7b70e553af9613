import type { Message } from '../text.js';

/** What people read about an issue of the ledger or of settling. */
export interface LedgerIssueEntry {
  readonly text: Message;
  readonly explanation: Message;
  readonly fix: Message;
}

const RESTORE: Message = {
  en: 'Restore the file from version control; a settled period is changed only by a correction event.',
  zh: '请从版本库恢复该文件；已结算的期间只能通过更正事件（correction）调整。',
};

export const LEDGER_ISSUES = {
  'ledger-file-missing': {
    text: { en: 'The ledger of {period} has no {file}', zh: '{period} 的账本缺少 {file}' },
    explanation: {
      en: 'Every settled period keeps its terms, evidence and statement; without one of them it cannot be replayed.',
      zh: '每个已结算期间都保存条款、证据和结算单；缺少任何一个都无法重放核验。',
    },
    fix: {
      en: 'Restore the file from version control. Where settling was interrupted and the folder was never committed, remove the folder and settle again.',
      zh: '请从版本库恢复该文件。如果是结算中断、该目录从未提交过，请删除该目录后重新结算。',
    },
  },
  'ledger-file-unknown': {
    text: { en: '{file} does not belong in the ledger', zh: '账本中不应有 {file}' },
    explanation: {
      en: 'The ledger holds what settlement writes, nothing else, so that nothing can hide in it.',
      zh: '账本只保存结算程序写入的内容，以免夹带其他文件。',
    },
    fix: { en: 'Remove the file.', zh: '请删除该文件。' },
  },
  'ledger-misplaced': {
    text: {
      en: 'The statement in {file} is that of {found}, which belongs in {expected}',
      zh: '{file} 是 {found} 的结算单，应位于 {expected}',
    },
    explanation: {
      en: 'A folder of the ledger bears the name of its period; under another name it would be taken for another period.',
      zh: '账本目录以其期间命名；改名后会被当作另一个期间。',
    },
    fix: { en: 'Move the folder back.', zh: '请将目录移回原处。' },
  },
  'ledger-not-json': {
    text: { en: '{file} is not readable: {problem}', zh: '无法读取 {file}：{problem}' },
    explanation: { en: 'The file is damaged or was edited.', zh: '文件已损坏或被改动。' },
    fix: RESTORE,
  },
  'ledger-formatting': {
    text: {
      en: '{file} differs from the form in which it was written, first in line {line}',
      zh: '{file} 与写入时的格式不一致，首个差异在第 {line} 行',
    },
    explanation: {
      en: 'Ledger files have one byte form; the content may be the same, but somebody has written the file again.',
      zh: '账本文件只有一种字节形式；内容可能相同，但文件被重新写过。',
    },
    fix: RESTORE,
  },
  'ledger-line-ends': {
    text: {
      en: '{file} is as it was written but for its line ends, which git has changed',
      zh: '{file} 的内容未变，只是换行符被 git 改动了',
    },
    explanation: {
      en: 'Git for Windows turns line ends into CRLF when it clones (core.autocrlf); then the bytes are others than those that were settled. A repository with `contracts/** -text` in .gitattributes is cloned as it is.',
      zh: 'Git for Windows 在克隆时会把换行符改为 CRLF（core.autocrlf），字节便与结算时不同。仓库的 .gitattributes 中写有 `contracts/** -text` 时，克隆会保持原样。',
    },
    fix: {
      en: 'Put `contracts/** -text` into .gitattributes. In this clone, with all your changes committed, run: git config core.autocrlf false && git rm -r -q --cached contracts && git checkout HEAD -- contracts',
      zh: '请在 .gitattributes 中写入 `contracts/** -text`。在本地克隆中，先提交所有改动，再运行：git config core.autocrlf false && git rm -r -q --cached contracts && git checkout HEAD -- contracts',
    },
  },
  'ledger-digest': {
    text: { en: '{file} has digest {found}, the statement names {expected}', zh: '{file} 的摘要为 {found}，结算单记录的是 {expected}' },
    explanation: { en: 'The file is not the one that the statement was computed from.', zh: '该文件不是计算结算单时使用的文件。' },
    fix: RESTORE,
  },
  'ledger-chain': {
    text: {
      en: 'The statement of {period} follows {found}, the one before it is {expected}',
      zh: '{period} 的结算单衔接的是 {found}，而上一份是 {expected}',
    },
    explanation: {
      en: 'Every statement names the digest of the one before it; a break means that one was replaced, removed or put between.',
      zh: '每份结算单都记录上一份的摘要；链条断开说明有结算单被替换、删除或插入。',
    },
    fix: RESTORE,
  },
  'ledger-event-missing': {
    text: {
      en: 'The statement of {period} counted the event {event}, which is not there',
      zh: '{period} 的结算单依据了事件 {event}，但该文件不存在',
    },
    explanation: {
      en: 'Event files are never deleted: the statement cannot be replayed without it.',
      zh: '事件文件不得删除：缺少它便无法重放结算单。',
    },
    fix: { en: 'Restore the event file from version control.', zh: '请从版本库恢复该事件文件。' },
  },
  'ledger-event-changed': {
    text: {
      en: 'The event {event} was edited after the statement of {period} counted it',
      zh: '{period} 结算之后，事件 {event} 被修改过',
    },
    explanation: {
      en: 'Event files are never edited; answers, resolutions and refusals are events of their own.',
      zh: '事件文件不得修改；答复、解决和拒绝都应作为新的事件提交。',
    },
    fix: { en: 'Restore the event file and file a new event instead.', zh: '请恢复该事件文件，另行提交新的事件。' },
  },
  'ledger-replay-differs': {
    text: {
      en: '{file} differs from its replay at {pointer}: it says {found}, computed is {expected}',
      zh: '{file} 与重放结果在 {pointer} 处不一致：文件为 {found}，计算结果为 {expected}',
    },
    explanation: {
      en: 'Computed again from terms, events and evidence in the ledger, the statement says something else.',
      zh: '根据账本中的条款、事件和证据重新计算，结果与结算单不同。',
    },
    fix: RESTORE,
  },
  'ledger-provenance': {
    text: { en: 'The provenance in {file} was changed', zh: '{file} 中的来源信息被修改过' },
    explanation: {
      en: 'Where the numbers came from stands outside the statement’s digest, under a checksum of its own.',
      zh: '来源信息不在结算单摘要之内，由单独的校验和保护。',
    },
    fix: RESTORE,
  },
  'ledger-statement-text': {
    text: {
      en: '{file} is not the document that was written with the statement, first in line {line}',
      zh: '{file} 不是随结算单写入的文档，首个差异在第 {line} 行',
    },
    explanation: { en: 'People read this document; its bytes are named by the statement.', zh: '该文档供人阅读；其字节由结算单记录。' },
    fix: RESTORE,
  },
  'dispute-too-late': {
    text: {
      en: 'The dispute of {line} in {period} came on {date}; it was possible until {lastDay}',
      zh: '对 {period} 的 {line} 的争议提交于 {date}；截止日为 {lastDay}',
    },
    explanation: {
      en: 'A line may be disputed from the period’s end until acceptance.days after the statement that listed it.',
      zh: '自期末起至列示该行的结算单之后 acceptance.days 天内可以提出争议。',
    },
    fix: { en: 'Remove the event; agree on a correction instead.', zh: '请移除该事件；可由双方另行约定更正（correction）。' },
  },
  'line-not-listed': {
    text: {
      en: 'The statement of {period} has no line {line}; it has {ids}',
      zh: '{period} 的结算单中没有 {line} 这一行；其中的行：{ids}',
    },
    explanation: {
      en: 'A dispute or correction is of a line that its statement lists; of any other it would change nothing, or something nobody meant.',
      zh: '争议和更正针对结算单所列的行；针对其他行的，不产生效果，或产生无人想要的效果。',
    },
    fix: { en: 'Name one of the statement’s lines, or remove the event.', zh: '请写该结算单所列的行，或移除该事件。' },
  },
  'acknowledges-nothing': {
    text: {
      en: 'Nothing waits for the acknowledgement of {id}; after the statement of {period} this waits for a review: {ids}',
      zh: '没有事项在等待确认 {id}；{period} 结算单之后待复盘确认的有：{ids}',
    },
    explanation: {
      en: 'A review releases flagged anomalies and reconciliations, and large true-ups where the party that they cost money files it. What holds because two sources disagree is released by data only.',
      zh: '复盘可放行被标记的异常和对账差异；大额追溯调整由承担该金额的一方复盘确认后放行。因两个数据源不一致而暂扣的，只能由数据放行。',
    },
    fix: { en: 'Write one of the ids that wait, as the statement names them.', zh: '请写结算单所列、正在等待确认的编号。' },
  },
  'resolution-pays-twice': {
    text: {
      en: 'The resolution pays {amount} for the milestone {line} in {period}; it was paid in {paidIn} already',
      zh: '该和解在 {period} 为里程碑 {line} 支付 {amount}，而该里程碑已在 {paidIn} 支付',
    },
    explanation: {
      en: 'What both parties fix is paid as it stands, also where another period has paid the same milestone.',
      zh: '双方议定的金额按原样支付，即使同一里程碑已在其他结算期支付。',
    },
    fix: {
      en: 'Resolve the dispute at 0, unless both payments are meant.',
      zh: '除非确需两次支付，请以 0 了结该争议。',
    },
  },
  'settled-currency-changed': {
    text: {
      en: 'The contract is in {found} now, its settled periods are in {expected}',
      zh: '合同币种现为 {found}，而已结算期间为 {expected}',
    },
    explanation: { en: 'Balances and true-ups cannot cross currencies.', zh: '余额和追溯调整不能跨币种。' },
    fix: { en: 'Write a new contract for the new currency.', zh: '请为新币种另立合同。' },
  },
  'settled-calendar-changed': {
    text: {
      en: 'The contract’s periods no longer begin with {expected}, its first settled one (now: {found})',
      zh: '合同期间不再以首个已结算期间 {expected} 开始（现为 {found}）',
    },
    explanation: {
      en: 'The calendar and the term’s first day hold for the whole contract once a period is settled.',
      zh: '一旦有期间结算，日历和起始日对整个合同不再变动。',
    },
    fix: { en: 'Restore calendar.every and term.from, or write a new contract.', zh: '请恢复 calendar.every 和 term.from，或另立合同。' },
  },
} as const satisfies Readonly<Record<string, LedgerIssueEntry>>;

export type LedgerIssueCode = keyof typeof LEDGER_ISSUES;
