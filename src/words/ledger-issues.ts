import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';
import { orTakenBack, takenBack } from './taken-back.js';

const RESTORE = {
  en: 'Restore the file from version control; a settled period is changed only by a correction event. Where its folder was never committed, remove the folder and settle again.',
  zh: '请从版本库恢复该文件；已结算的结算期只能通过更正事件（correction）调整。该文件夹从未提交过的，请删除后重新结算。',
} as const satisfies Message;

export const LEDGER_ISSUES = {
  'ledger-file-missing': {
    text: { en: 'The ledger of {period} has no {file}', zh: '{period} 的账本缺少 {file}' },
    explanation: {
      en: 'Every settled period keeps its terms, evidence and statement; without one of them it cannot be replayed.',
      zh: '每个已结算的结算期都保存条款、取数底稿和结算单；缺少任何一个都无法重放核验。',
    },
    fix: {
      en: 'Restore the file from version control. Where settling was interrupted and the folder was never committed, remove the folder and settle again.',
      zh: '请从版本库恢复该文件。如果是结算中断、该文件夹从未提交过，请删除该文件夹后重新结算。',
    },
  },
  'ledger-file-unknown': {
    text: { en: '{file} does not belong in the ledger', zh: '账本中不应有 {file}' },
    explanation: {
      en: 'The ledger holds what settlement writes, nothing else, so that nothing can hide in it.',
      zh: '账本只保存引擎写入的内容，以免夹带其他文件。',
    },
    fix: { en: 'Remove it.', zh: '请将其删除。' },
  },
  'ledger-misplaced': {
    text: {
      en: 'The statement in {file} is that of {found}, which belongs in {expected}',
      zh: '{file} 是 {found} 的结算单，应位于 {expected}',
    },
    explanation: {
      en: 'A folder of the ledger bears the name of its period; under another name it would be taken for another period.',
      zh: '账本文件夹以其结算期命名；改名后会被当作另一个结算期。',
    },
    fix: {
      en: 'Rename the folder {folder} to {home}, and commit that where the other name was committed.',
      zh: '请将文件夹 {folder} 改名为 {home}；错误的名称已提交的，请一并提交此次改名。',
    },
  },
  'ledger-of-another': {
    text: {
      en: '{file} is the statement of {found}, which belongs in {expected}: here it stands in the place of another',
      zh: '{file} 是 {found} 的结算单，应位于 {expected}，在此占用了其他结算期的位置',
    },
    explanation: {
      en: 'A period has one statement, in the folder of its name. A copy in another folder would be taken for the statement of another period.',
      zh: '每个结算期只有一份结算单，位于以其命名的文件夹；放在其他文件夹中的副本会被当作另一个结算期的结算单。',
    },
    fix: {
      en: 'Restore the folder {folder} from version control. Where it never was the folder of a settled period it is a copy: remove it.',
      zh: '请从版本库恢复文件夹 {folder}；从未作为已结算的结算期存在过的，是副本，请删除。',
    },
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
      en: '{file} is as it was written but for its line ends',
      zh: '{file} 的内容未变，只是换行符不同',
    },
    explanation: {
      en: 'Git for Windows turns line ends into CRLF when it clones (core.autocrlf), and editors do when they save; then the bytes are others than those that were settled. A repository with `contracts/** -text` in .gitattributes is cloned as it is.',
      zh: 'Git for Windows 在克隆时会把换行符改为 CRLF（core.autocrlf），编辑器保存时也可能如此，字节便与结算时不同。仓库的 .gitattributes 中写有 `contracts/** -text` 时，克隆会保持原样。',
    },
    fix: {
      en: 'Commit what you have changed: what is not committed below contracts is lost by this command. Run: `git rm -r -q --cached contracts && git -c core.autocrlf=false -c core.eol=lf checkout HEAD -- contracts`. Where `contracts/** -text` is not in .gitattributes, put it there only then, and commit that file alone: `git add .gitattributes && git commit -m "Keep line ends" -- .gitattributes`.',
      zh: '请先提交您的改动：contracts 下未提交的改动会被以下命令丢弃。运行：`git rm -r -q --cached contracts && git -c core.autocrlf=false -c core.eol=lf checkout HEAD -- contracts`。若 .gitattributes 中还没有 `contracts/** -text`，完成后再写入，并只提交这一个文件：`git add .gitattributes && git commit -m "Keep line ends" -- .gitattributes`。',
    },
  },
  'ledger-digest': {
    text: { en: '{file} has digest {found}, the statement names {expected}', zh: '{file} 的校验码为 {found}，结算单记录的是 {expected}' },
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
      zh: '每份结算单都记录上一份的校验码；链条断开说明有结算单被替换、删除或插入。',
    },
    fix: RESTORE,
  },
  'ledger-gap': {
    text: {
      en: 'The ledger goes on with {found} where {missing} comes next: {period} has no statement in its place',
      zh: '账本中下一期应为 {missing}，接着的却是 {found}：缺少 {period} 的结算单',
    },
    explanation: {
      en: 'Periods are settled one after the other, from the first of the contract on. One that is missing was removed; one that is no period of the contract was put in.',
      zh: '各期从合同的第一期起依次结算。缺少的，是被移除的；不属于本合同的，是被加进来的。',
    },
    fix: {
      en: 'Restore the whole folder of {period} from version control. Where it was never committed, remove what stands there.',
      zh: '请从版本库恢复 {period} 的整个文件夹；从未提交过的，请将该处的内容移除。',
    },
  },
  'ledger-not-due': {
    text: {
      en: 'The statement of {period} is as of {asOf}; it was due on {dueOn} at the earliest',
      zh: '{period} 的结算单数据截至 {asOf}，而最早 {dueOn} 才到期',
    },
    explanation: {
      en: 'A period is due lockAfterDays after its last day in force. Before that only a preview can be had: the data have not settled.',
      zh: '结算期在最后一个有效日之后 lockAfterDays 天才到期；在此之前只能预览，因为数据尚未稳定。',
    },
    fix: RESTORE,
  },
  'ledger-days': {
    text: {
      en: 'The statement of {period} counts the days {found}, its terms and events say {expected}',
      zh: '{period} 的结算单计入的日期为 {found}，按其条款和事件应为 {expected}',
    },
    explanation: {
      en: 'The days in force follow from the term, the calendar and terminations that the statement counted.',
      zh: '有效日期由合同期、日历以及结算单所计入的终止事件决定。',
    },
    fix: RESTORE,
  },
  'ledger-as-of-back': {
    text: {
      en: 'The statement of {period} is as of {asOf}, before that of {after}, which is as of {expected}',
      zh: '{period} 的结算单数据截至 {asOf}，早于 {after} 的 {expected}',
    },
    explanation: {
      en: 'Statements follow each other in time: what the one before knew, the next knows too.',
      zh: '结算单按时间先后衔接：上一份已知的，下一份也应已知。',
    },
    fix: RESTORE,
  },
  'ledger-event-left-out': {
    text: {
      en: 'The statement of {period} leaves out the event {event}, which the statement of {by} had counted',
      zh: '{period} 的结算单遗漏了事件 {event}，而 {by} 的结算单已将其计入',
    },
    explanation: {
      en: 'Events are never taken back: each statement counts all that the one before it counted.',
      zh: '事件不能撤回：每份结算单都计入上一份已计入的全部事件。',
    },
    fix: RESTORE,
  },
  'ledger-event-ignored': {
    text: {
      en: 'The statement of {period}, as of {asOf}, does not count the event {event}, which had come with commit {commit} before it',
      zh: '{period} 的结算单（数据截至 {asOf}）未计入事件 {event}，而该事件在此之前已随提交 {commit} 进入仓库',
    },
    explanation: {
      en: 'Every event counts from the date in its file’s name. This one was in the repository when the statement came and is dated no later than it, so it had to be counted.',
      zh: '事件自文件名中的日期起计入。结算单进入仓库时该事件已在其中，且日期不晚于数据截至日，因此必须计入。',
    },
    fix: {
      en: 'Ask the other party how this statement was made; where it is wrong, agree on a correction.',
      zh: '请与对方核实该结算单的由来；如有错误，可由双方约定更正（correction）。',
    },
  },
  'event-dated-back': {
    text: {
      en: 'The event {event} came with commit {commit}, when the statement of {period}, as of {asOf}, was in the ledger already: its date is older than it',
      zh: '事件 {event} 随提交 {commit} 进入仓库时，{period} 的结算单（数据截至 {asOf}）已在账本中：文件名中的日期早于实际提交',
    },
    explanation: {
      en: 'An event counts from the date in its file’s name, and the gate holds that date to the day on which it is merged, give or take one. An older date would let it come in time for what is over.',
      zh: '事件自文件名中的日期起计入，门禁要求该日期与合并日相差不超过一天。填写更早的日期，等于让它赶上已经过去的期限。',
    },
    fix: {
      en: 'While no statement has counted it: remove this file, file the event anew under the day on which it is filed, and ask who merged this one. Once a statement has counted it, the file stays, since that statement cannot be replayed without it: agree on a correction of what its date has moved, with {event} in its reason, or where nothing is to be moved file a review of each party that names {event}. Once a statement has counted these, this is no problem any more and is named among what cannot be proved.',
      zh: '尚无结算单计入该事件的：请删除此文件，以实际提交日重新提交该事件，并核实此文件由谁合并。已有结算单计入的：请保留此文件，否则该结算单无法重放；因日期造成的差额由双方约定更正（correction），并在其原因（reason）中写明 {event}；无须调整的，由双方各提交一份写明 {event} 的复盘（review）。结算单计入后即不再视为问题，仅列入无法证明的事项。',
    },
  },
  'event-dated-back-here': {
    text: {
      en: 'The event {event} is not committed yet, and the statement of {period}, as of {asOf}, is in the ledger already: its date is older than it',
      zh: '事件 {event} 尚未提交到仓库，而 {period} 的结算单（数据截至 {asOf}）已在账本中：文件名中的日期早于实际提交',
    },
    explanation: {
      en: 'An event counts from the date in its file’s name, and that is the day on which it is filed. An older date would let it come in time for what is over.',
      zh: '事件自文件名中的日期起计入，该日期即实际提交日。填写更早的日期，等于让它赶上已经过去的期限。',
    },
    fix: {
      en: 'Rename the file to the day on which it is filed. When it happened is said in the event itself, where its kind has a field for it (on, window).',
      zh: '请把文件名中的日期改为实际提交日。事情发生的日期写在事件内部（该类事件有相应字段时，如 on、window）。',
    },
    unfiledFix: {
      en: 'File it under the day on which it is filed: without `--date` that is today. When it happened is said in the event itself, where its kind has a field for it (on, window).',
      zh: '请以实际提交日提交：不写 `--date` 即为今天。事情发生的日期写在事件内部（该类事件有相应字段时，如 on、window）。',
    },
  },
  'filed-event-removed': {
    severity: 'warning',
    text: {
      en: 'The event {file} had come in, and was removed by commit {commit} before a statement counted it',
      zh: '事件 {file} 已进入仓库，却在被结算单计入之前被提交 {commit} 移除',
    },
    explanation: {
      en: 'An event that is merged is filed. Settled as it stands, nothing of it counts, and whoever filed it may not know.',
      zh: '事件一经并入即为已提交。按现状结算，该事件完全不计入，而提交它的一方可能并不知情。',
    },
    fix: {
      en: 'See what it said with `git show {commit}~1:./{file}`. Unless both parties know that it was a slip, bring it back with `git checkout {commit}~1 -- {file}` and commit it.',
      zh: '请用 `git show {commit}~1:./{file}` 查看其内容。除非双方都清楚它是误提交，请用 `git checkout {commit}~1 -- {file}` 恢复并提交。',
    },
  },
  'dated-back-event-removed': {
    severity: 'warning',
    text: {
      en: 'The event {file} had come in under a date that is older than a statement, and was removed by commit {commit}: nothing of it counts now',
      zh: '事件 {file} 以早于已有结算单的日期进入仓库，已被提交 {commit} 移除：目前完全不计入',
    },
    explanation: {
      en: 'Under that date it is refused, so that it cannot be put back as it was. It counts from the day on which it is filed; the same text under another date is the same event.',
      zh: '该日期会被拒绝，因此不能按原样恢复。事件自实际提交日起计入；内容相同、日期不同的文件视为同一事件。',
    },
    fix: {
      en: 'Where it is to count, file the same text under the day on which it is filed: `git show {commit}~1:./{file} > {anew}`, with that day in the name; it is approved as any event of its kind. Where both know that it was a slip nothing is to be done: the next statement settles without it, and this warning ends.',
      zh: '需要计入的，请以实际提交日重新提交相同内容：`git show {commit}~1:./{file} > {anew}`，文件名中写实际提交日，并按该类事件的规则批准。双方都清楚它是误提交的，无须处理：下一期结算单不计入它，本提示随之消失。',
    },
  },
  'filed-event-edited': {
    severity: 'warning',
    text: {
      en: 'The event {file} had come in, and was changed by commit {commit} before a statement counted it',
      zh: '事件 {file} 已进入仓库，却在被结算单计入之前被提交 {commit} 改动',
    },
    explanation: {
      en: 'An event that is merged is filed, and files of events are never edited: it counts as it stands now, which is not what was filed.',
      zh: '事件一经并入即为已提交，事件文件不得改动：结算时以现有内容计入，而这并非当初提交的内容。',
    },
    fix: {
      en: 'See what was changed with `git show {commit} -- {file}`. Unless both parties know that it was a slip, put back what was filed with `git checkout {commit}~1 -- {file}` and commit it.',
      zh: '请用 `git show {commit} -- {file}` 查看改动。除非双方都清楚原内容是笔误，请用 `git checkout {commit}~1 -- {file}` 恢复当初提交的内容并提交。',
    },
  },
  'ledger-rewritten': {
    text: {
      en: '{file} was changed by commit {commit} after it had come in',
      zh: '{file} 进入仓库之后又被提交 {commit} 改动',
    },
    explanation: {
      en: 'Files of the ledger and of events are only ever added. That the ledger replays as it stands now does not say that it is the one that was settled.',
      zh: '账本和事件文件只能新增。账本现在能够重放，并不说明它就是当初结算的那一份。',
    },
    fix: {
      en: 'See what it changed with `git show {commit} -- {file}`, put back what stood before with `git checkout {commit}~1 -- {file}`, and commit it: with the bytes that first came in the file is as it was.',
      zh: '请用 `git show {commit} -- {file}` 查看改动，用 `git checkout {commit}~1 -- {file}` 恢复改动前的文件并提交；内容与最初进入仓库时逐字节一致，即为复原。',
    },
  },
  'ledger-removed': {
    text: {
      en: '{file} was removed by commit {commit}',
      zh: '{file} 被提交 {commit} 移除',
    },
    explanation: {
      en: 'Files of the ledger and of events are only ever added. What was settled, or filed before a settlement, stays.',
      zh: '账本和事件文件只能新增。已经结算的、或在结算前提交的文件不得移除。',
    },
    fix: {
      en: 'Bring it back from the commit before that one, `git checkout {commit}~1 -- {file}`, and commit it.',
      zh: '请用 `git checkout {commit}~1 -- {file}` 从上一个提交中恢复并提交。',
    },
  },
  'ledger-put-back': {
    text: {
      en: '{file} was changed or removed by commit {commit}; here it is again as it first came in, and that is not committed',
      zh: '{file} 曾被提交 {commit} 改动或移除；此处已恢复为最初进入仓库时的内容，但尚未提交',
    },
    explanation: {
      en: 'What is settled is what the default branch holds: until what was put back is committed, everybody else still has the other.',
      zh: '以默认分支中的内容为准：恢复的内容提交之前，其他人看到的仍是被改动的内容。',
    },
    fix: {
      en: 'Commit it: `git add -- {file} && git commit -m "As it was settled" -- {file}`',
      zh: '请提交：`git add -- {file} && git commit -m "As it was settled" -- {file}`',
    },
  },
  'ledger-not-as-committed': {
    text: {
      en: '{file} is not as in the commit that is checked out',
      zh: '{file} 与所检出的提交不一致',
    },
    explanation: {
      en: 'What was settled is what the default branch holds. Here alone something of it was changed or removed.',
      zh: '以默认分支中的内容为准。仅在本地有内容被改动或移除。',
    },
    fix: {
      en: 'Take it from the commit: `git checkout HEAD -- {file}`',
      zh: '请从提交中取回：`git checkout HEAD -- {file}`',
    },
  },
  'ledger-terms-text': {
    text: {
      en: 'The terms of {period} are not those of the contract when the statement came (commit {commit}): at {pointer} they say {found}, the contract {expected}',
      zh: '{period} 的条款与结算单进入仓库时（提交 {commit}）的合同不一致：在 {pointer} 处条款为 {found}，合同为 {expected}',
    },
    explanation: {
      en: 'terms.json is the contract and the definitions as they stood when the period was settled. No text of them that the repository had then says this.',
      zh: 'terms.json 是该期结算时的合同与口径。仓库当时的文本中没有一份与之相符。',
    },
    fix: {
      en: 'Ask the other party which text this period was settled on, and restore the statement that both have.',
      zh: '请与对方核实该期依据哪份文本结算，并恢复双方共有的结算单。',
    },
  },
  'ledger-commit-later': {
    text: {
      en: 'The statement of {period} says that it was made on commit {found}, which came after the statement itself (commit {commit})',
      zh: '{period} 的结算单称其基于提交 {found} 生成，而该提交晚于结算单本身（提交 {commit}）',
    },
    explanation: {
      en: 'Where a statement came from stands in its provenance. A commit that is later than the statement cannot have been checked out when it was made.',
      zh: '结算单的来源记录在 provenance 中。晚于结算单的提交不可能是生成结算单时检出的提交。',
    },
    fix: RESTORE,
  },
  'ledger-terms-kept': {
    text: {
      en: 'The terms of {period} say {found} where the periods before it were settled with {expected}',
      zh: '{period} 的条款为 {found}，而之前各期按 {expected} 结算',
    },
    explanation: {
      en: 'The contract’s id, its currency and its first period hold for all statements of a ledger.',
      zh: '合同编号、币种和首个结算期对账本中的所有结算单都不变。',
    },
    fix: RESTORE,
  },
  'ledger-evidence-of': {
    text: {
      en: '{file} speaks of something else than its statement, at {pointer}: it says {found}, expected is {expected}',
      zh: '{file} 与其结算单不对应，在 {pointer} 处为 {found}，应为 {expected}',
    },
    explanation: {
      en: 'Evidence is measured for one contract and period, under the terms that each period was settled on and by the clock of its contract, no later than the statement.',
      zh: '取数底稿针对一份合同的一个结算期，按各期结算时的条款和合同时区计量，且不晚于结算单。',
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
    fix: {
      en: 'Restore the event file from version control. A dispute that was wrong is taken back by a resolution at the computed amount.',
      zh: '请从版本库恢复该事件文件。争议有误的，以和解（resolution）撤回，和解金额等于计算金额。',
    },
  },
  'ledger-event-renamed': {
    text: {
      en: 'The event {event}, which the statement of {period} counted, was renamed to {found}',
      zh: '{period} 的结算单依据的事件 {event} 被改名为 {found}',
    },
    explanation: {
      en: 'Statements name the event files that they counted: under another name a file would be taken for another event, and would count once more.',
      zh: '结算单记录其依据的事件文件名；改名后的文件会被当作另一个事件而重复计入。',
    },
    fix: {
      en: 'Rename {found} back to {expected}, and commit that where the other name was committed.',
      zh: '请将 {found} 改回 {expected}；错误的名称已提交的，请一并提交此次改名。',
    },
  },
  'ledger-events-gone': {
    text: {
      en: 'All {files} event files that statements have counted are gone with the folder {folder}; the statement of {period} cannot be replayed',
      zh: '结算单依据的 {files} 个事件文件连同文件夹 {folder} 全部缺失，{period} 的结算单无法重放',
    },
    explanation: {
      en: 'Event files are never deleted: statements cannot be replayed without them.',
      zh: '事件文件不得删除：缺少它们便无法重放结算单。',
    },
    fix: {
      en: 'Restore the folder {folder} from version control: `git checkout HEAD -- {folder}` where its removal is not committed.',
      zh: '请从版本库恢复文件夹 {folder}；其移除尚未提交的，可用 `git checkout HEAD -- {folder}`。',
    },
  },
  'ledger-events-moved': {
    text: {
      en: 'All {files} event files that statements have counted stand in {found} instead of {folder}; the statement of {period} cannot be replayed',
      zh: '结算单依据的 {files} 个事件文件全部位于 {found}，而不在 {folder}，{period} 的结算单无法重放',
    },
    explanation: {
      en: 'Events are read from one folder, and statements name the files in it.',
      zh: '事件只从一个文件夹读取，结算单记录其中的文件名。',
    },
    fix: {
      en: 'Move the files from {found} back to {folder}, and commit that where the other place was committed.',
      zh: '请将这些文件从 {found} 移回 {folder}；错误的位置已提交的，请一并提交此次移动。',
    },
  },
  'ledger-event-unreadable': {
    text: {
      en: 'The statement of {period} counted the event {event}, which is there and cannot be read any more',
      zh: '{period} 的结算单依据了事件 {event}，该文件存在，但已无法读取',
    },
    explanation: {
      en: 'Event files are never edited. This one could be read when it was counted: it was damaged or edited since.',
      zh: '事件文件不得修改。该文件计入时可以读取，此后已损坏或被修改。',
    },
    fix: {
      en: 'Restore the event file from version control. What is wrong in it as it stands, `concord check` says.',
      zh: '请从版本库恢复该事件文件。文件现有的错误可用 `concord check` 查看。',
    },
  },
  'ledger-event-changed': {
    text: {
      en: 'The event {event} was edited after the statement of {period} counted it',
      zh: '{period} 结算之后，事件 {event} 被修改过',
    },
    explanation: {
      en: 'Event files are never edited; answers, resolutions and refusals are events of their own.',
      zh: '事件文件不得修改；答复、和解和验收不通过都应作为新的事件提交。',
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
      zh: '根据账本中的条款、事件和取数底稿重新计算，结果与结算单不同。',
    },
    fix: RESTORE,
  },
  'ledger-provenance': {
    text: { en: 'The provenance in {file} was changed', zh: '{file} 中的来源信息被修改过' },
    explanation: {
      en: 'Where the numbers came from stands outside the statement’s digest, under a checksum of its own.',
      zh: '来源信息不在结算单校验码之内，由单独的校验和保护。',
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
      zh: '自期末起至列示该项目的结算单之后 acceptance.days 天内可以提出争议。',
    },
    ...takenBack('; agree on a correction instead.', '；可由双方另行约定更正（correction）。'),
  },
  'line-not-listed': {
    text: {
      en: 'The statement of {period} has no line {line}; it has {ids}',
      zh: '{period} 的结算单中没有项目 {line}；其中的项目：{ids}',
    },
    explanation: {
      en: 'A dispute or correction is of a line that its statement lists; of any other it would change nothing, or something nobody meant.',
      zh: '争议和更正针对结算单所列的项目；针对其他项目的，要么没有作用，要么产生谁也不想要的结果。',
    },
    ...orTakenBack('Name one of the statement’s lines', '请写该结算单所列的项目'),
  },
  'statement-without-lines': {
    text: {
      en: 'The statement of {period} lists no line that could be disputed or corrected, so also not {line}',
      zh: '{period} 的结算单未列任何可争议或更正的项目，因此也没有 {line}',
    },
    explanation: {
      en: 'A dispute or correction is of a line that its statement lists; a statement after the term lists only what has changed.',
      zh: '争议和更正针对结算单所列的项目；合同期后的结算单只列有变化的内容。',
    },
    ...orTakenBack('Name the period whose statement lists the line', '请写列有该项目的结算单所属结算期'),
  },
  'resolution-pays-twice': {
    severity: 'warning',
    text: {
      en: 'The resolution pays {amount} for the milestone {line} in {period}; it was paid in {paidIn} already',
      zh: '该和解在 {period} 为里程碑 {line} 支付 {amount}，而该里程碑已在 {paidIn} 支付',
    },
    explanation: {
      en: 'What both parties fix is paid as it stands, also where another period has paid the same milestone.',
      zh: '双方议定的金额按原样支付，即使同一里程碑已在其他结算期支付。',
    },
    fix: {
      en: 'Resolve the dispute at 0, unless both payments are meant; once the resolution is merged, agree on a correction of the line.',
      zh: '除非确需两次支付，请以 0 了结该争议；该和解已合并的，由双方约定对该项目的更正（correction）。',
    },
  },
  'settled-currency-changed': {
    text: {
      en: 'The contract is in {found} now, its settled periods are in {expected}',
      zh: '合同币种现为 {found}，而已结算各期为 {expected}',
    },
    explanation: { en: 'Balances and true-ups cannot cross currencies.', zh: '余额和往期补差不能跨币种。' },
    fix: { en: 'Write a new contract for the new currency.', zh: '请为新币种另立合同。' },
  },
  'settled-calendar-changed': {
    text: {
      en: 'The contract’s periods no longer begin with {expected}, its first settled one (now: {found})',
      zh: '合同期不再以首个已结算的结算期 {expected} 开始（现为 {found}）',
    },
    explanation: {
      en: 'The calendar and the term’s first day hold for the whole contract once a period is settled.',
      zh: '一旦有结算期已结算，日历和合同期首日在整个合同中不再变动。',
    },
    fix: { en: 'Restore calendar.every and term.from, or write a new contract.', zh: '请恢复 calendar.every 和 term.from，或另立合同。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

export type LedgerIssueCode = keyof typeof LEDGER_ISSUES;
