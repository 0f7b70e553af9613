import type { IssueEntry } from './issue-entry.js';
import { orTakenBack, paymentPutRight, takenBack, takenBackInTime } from './taken-back.js';

/** Issues of events. */
export const EVENT_ISSUES = {
  'event-file-name': {
    text: {
      en: 'The event file {found} is not named by its date and a word in small letters, <YYYY-MM-DD>-<word>.yaml.',
      zh: '事件文件 {found} 的名称须为日期加小写英文词：<YYYY-MM-DD>-<词>.yaml。',
    },
    explanation: {
      en: 'The date in the name is when the event counts; the word has lower-case letters, digits and -.',
      zh: '文件名中的日期即事件生效日；英文词由小写字母、数字与 - 组成。',
    },
    fix: { en: 'Rename the file, for example {example}.', zh: '重命名文件，如 {example}。' },
  },
  'event-party': {
    text: { en: 'This {kind} is to be filed by {expected}, not by {found}.', zh: '此类{kind}应由{expected}提交，而不是{found}。' },
    explanation: { en: 'Each kind of event belongs to the side that it binds.', zh: '每类事件由其约束的一方提交。' },
    fix: { en: 'Write party: {party}, or leave party out.', zh: '写 party: {party}，或省略 party。' },
  },
  'date-after-file': {
    text: { en: 'The date {found} is after the file’s own date, {expected}.', zh: '日期 {found} 晚于文件日期 {expected}。' },
    explanation: {
      en: 'An event counts from the date in its file’s name and reports what has happened by then.',
      zh: '事件自文件名中的日期起生效，只记录到该日为止已经发生的事。',
    },
    fix: { en: 'File the event when it has happened, or correct the date.', zh: '待发生后再提交，或更正日期。' },
  },
  'answers-other-kind': {
    text: {
      en: '{id} is of the kind {found}; this event answers one of the kind {expected}.',
      zh: '{id} 是{found}，而本事件应答复{expected}。',
    },
    explanation: {
      en: 'Escalations and resolutions answer disputes; acceptances and refusals answer requests.',
      zh: '提交专家与和解答复争议；验收通过与不通过答复验收申请。',
    },
    fix: { en: 'Name the file that is answered.', zh: '写被答复的文件名。' },
  },
  'answers-later-event': {
    text: { en: '{id} is later than this event of {found}.', zh: '{id} 晚于本事件（{found}）。' },
    explanation: { en: 'Nothing can be answered before it was filed.', zh: '被答复的事件提交之前，无从答复。' },
    fix: { en: 'Correct the date in a file’s name.', zh: '更正文件名中的日期。' },
  },
  'answers-other-milestone': {
    text: { en: '{id} is about {found}, this event about {expected}.', zh: '{id} 针对 {found}，本事件针对 {expected}。' },
    explanation: { en: 'An answer is about the milestone that was asked for.', zh: '答复须针对所申请的里程碑。' },
    fix: { en: 'Correct the milestone or the file that is answered.', zh: '更正里程碑或被答复的文件。' },
  },
  'answered-twice': {
    text: { en: '{id} has been answered already, by {file}.', zh: '{id} 已由 {file} 答复。' },
    explanation: {
      en: 'A second answer would contradict or repeat the first; events are never edited.',
      zh: '第二次答复会与第一次矛盾或重复；事件从不修改。',
    },
    ...takenBack('.', '。'),
  },
  'milestone-decided': {
    text: { en: 'The milestone {id} has been accepted by {file}.', zh: '里程碑 {id} 已由 {file} 验收。' },
    explanation: { en: 'An acceptance is final.', zh: '验收之后不可更改。' },
    ...takenBack('; use a correction if both sides agree.', '；双方同意时可用更正（correction）。'),
  },
  'disputed-twice': {
    text: {
      en: 'The line {id} of this period is disputed already by this party, in {file}.',
      zh: '该方已在 {file} 中对该结算期的项目 {id} 提出争议。',
    },
    explanation: { en: 'Each party can dispute a line once.', zh: '每一方对同一项目只能提出一次争议。' },
    ...takenBack(
      '. If the first dispute was wrong, both parties agree on a resolution of it; one at the computed amount takes it back.',
      '。先前的争议有误的，由双方就其提交和解（resolution）；和解金额等于计算金额，即为撤回争议。',
    ),
  },
  'event-twice': {
    text: {
      en: 'This event says the same as {file}: it counts once, by that file.',
      zh: '本事件与 {file} 内容相同：只按该文件计入一次。',
    },
    explanation: {
      en: 'A file that was copied, or that stands under its old name and a new one, is no second event.',
      zh: '复制的文件，或以新旧两个名称并存的文件，都不是第二个事件。',
    },
    ...takenBackInTime(
      '. Where a second one is meant it says so: another payment has a reference of its own, another correction a reason of its own.',
      '。若确为另一事件，应在内容上加以区分：另一笔付款有自己的付款凭证号，另一次更正有自己的原因。',
    ),
  },
  'period-not-over': {
    text: {
      en: 'The {kind} was filed on {found}, before {period} ends on {expected}.',
      zh: '{kind}的提交日期为 {found}，早于结算期 {period} 的结束日 {expected}。',
    },
    explanation: { en: 'A line can be disputed from the end of its period on.', zh: '结算期结束后方可对其项目提出争议。' },
    fix: { en: 'File it after the period’s end.', zh: '结算期结束后再提交。' },
  },
  'period-not-begun': {
    text: {
      en: 'The {kind} was filed on {found}, before {period} begins on {expected}.',
      zh: '{kind}的提交日期为 {found}，早于结算期 {period} 的开始日 {expected}。',
    },
    explanation: {
      en: 'Nobody can have looked at a period that has not begun: there is nothing to review or to measure.',
      zh: '尚未开始的结算期无从复盘，也无从取数。',
    },
    fix: { en: 'Correct the period, or file it once that has begun.', zh: '更正结算期，或待其开始后再提交。' },
  },
  'dispute-lapsed': {
    text: {
      en: 'The dispute {id} lapsed on {expected}; the escalation was filed on {found}.',
      zh: '争议 {id} 已于 {expected} 失效，提交专家的日期为 {found}。',
    },
    explanation: {
      en: 'An unresolved dispute lapses disputes.days after its date, unless it is escalated before.',
      zh: '未解决的争议在 disputes.days 天后失效，除非此前已提交专家。',
    },
    ...takenBack(
      '. Where both agree on an amount, a resolution of the dispute still fixes the line for good; a correction adds to what is settled.',
      '。双方就金额达成一致的，仍可对该争议提交和解（resolution），将该项目最终确定；或用更正（correction）在已结算金额上增减。',
    ),
  },
  'lateness-not-claimed': {
    text: {
      en: 'The duty {id} is late without a claim: it says "lateIf: unproven".',
      zh: '义务 {id} 约定 lateIf: unproven，逾期无须主张。',
    },
    explanation: {
      en: 'Where a duty is late unless it is shown to have been done in time, a claim changes nothing.',
      zh: '未证明按时履行即视为逾期的义务，提交逾期主张不产生任何效力。',
    },
    ...takenBack(', or agree on "lateIf: claimed" for periods to come.', '；或双方约定自以后的结算期起改为 lateIf: claimed。'),
  },
  'lateness-not-owed': {
    text: { en: 'The duty {id} does not fall due in {found}.', zh: '义务 {id} 在 {found} 没有到期日。' },
    explanation: {
      en: 'A duty whose due day lies before the term begins or after it ends is owed by nobody.',
      zh: '到期日在合同期开始之前或结束之后的，该结算期无人负有此项义务。',
    },
    ...orTakenBack('Correct the period or the duty', '更正结算期或义务'),
  },
  'lateness-untimely': {
    text: {
      en: 'The claim was filed on {found}; that this duty was late can be claimed from {from} to {to}.',
      zh: '逾期主张的日期为 {found}；该义务可在 {from} 至 {to} 之间主张逾期。',
    },
    explanation: {
      en: 'A claim is filed after the due day and within acceptance.days after the end of the period; later nobody has to expect one.',
      zh: '逾期主张须在到期日之后、结算期结束后 acceptance.days 天之内提交，此后不得再主张。',
    },
    ...takenBack('; too late, a correction is left if both sides agree.', '；已过期限的，双方同意时可用更正（correction）。'),
  },
  'termination-without-exit': {
    text: { en: 'The contract has no exit clause, so it cannot be terminated early.', zh: '合同没有 exit 条款，不能提前终止。' },
    explanation: { en: 'Notice, handover and checklist are what an early end needs.', zh: '提前终止需要约定通知期、交接期与清单。' },
    fix: { en: 'Agree on an exit clause first.', zh: '先约定 exit 条款。' },
    filedFix: {
      en: 'A termination that is given is never edited: leave the exit clause in the contract, which says how it ends.',
      zh: '已提交的终止不得修改：请保留合同的 exit 条款，终止依其办理。',
    },
  },
  'termination-notice': {
    text: {
      en: 'The termination is for {found}; with {days} {days:day|days} of notice it can be {expected} at the earliest.',
      zh: '终止日为 {found}；按 {days} 天通知期最早为 {expected}。',
    },
    explanation: {
      en: 'The term ends at least exit.noticeDays after the date of the event’s file.',
      zh: '终止日须至少在事件文件日期之后 exit.noticeDays 天。',
    },
    fix: { en: 'Write on: {expected} or later.', zh: '写 on: {expected} 或更晚。' },
    filedFix: {
      en: 'A termination that is given keeps the notice it was given with, and its event is never edited: let exit.noticeDays be {most} or fewer. A longer notice is for the next contract.',
      zh: '已提交的终止以提交时的通知期为准，其事件不得修改：exit.noticeDays 不得超过 {most}；更长的通知期请留待下一份合同。',
    },
  },
  'termination-too-late': {
    text: {
      en: 'With {days} {days:day|days} of notice the contract could end on {earliest} at the earliest, and its term ends on {to} anyway.',
      zh: '按 {days} 天通知期最早可于 {earliest} 终止，而合同期 {to} 本已届满。',
    },
    explanation: {
      en: 'A termination ends the term early; in its last exit.noticeDays, and after it, there is nothing left to end.',
      zh: '终止是提前结束合同期；在其最后 exit.noticeDays 天内及届满之后，已无可提前终止的期间。',
    },
    ...takenBack(': the contract ends by itself.', '：合同自行届满。'),
  },
  'terminated-twice': {
    text: { en: 'This party has terminated the contract already, by {file}.', zh: '该方已提交终止（{file}）。' },
    explanation: {
      en: 'Either party may terminate, once; where both do, the earlier day counts.',
      zh: '任一方均可终止合同，各限一次；双方都提交的，以较早的终止日为准。',
    },
    ...takenBack('.', '。'),
  },
  'dispute-of-tax': {
    text: { en: 'The line {id} is a tax: it follows the lines under it.', zh: '{id} 为税费项目，随其计税的各项目而变。' },
    explanation: {
      en: 'A tax is a share of everything payable in the statement; whoever thinks it is wrong disputes the line it is charged on.',
      zh: '税费按结算单全部应付金额的比例计算；认为有误的，应对其计税所依据的项目提出争议。',
    },
    fix: { en: 'Dispute the line that the tax is charged on.', zh: '改为对计税所依据的项目提出争议。' },
  },
  'correction-of-tax': {
    text: { en: 'The line {id} is a tax: it follows the lines under it.', zh: '{id} 为税费项目，随其计税的各项目而变。' },
    explanation: {
      en: 'A correction is taxed as everything payable is; one of a tax would be taxed again.',
      zh: '更正与其他应付金额一样计税；对税费项目的更正会被再次计税。',
    },
    fix: { en: 'Correct the line that the tax is charged on.', zh: '改为更正计税所依据的项目。' },
  },
  'dispute-of-tail': {
    text: {
      en: 'The statement {found} comes after the last period, {expected}: it has no line {id}.',
      zh: '{found} 的结算单在最后一个结算期 {expected} 之后，其中没有项目 {id}。',
    },
    explanation: {
      en: 'After the last period in force, at the end of the term or of a termination, statements only have lines about earlier ones.',
      zh: '合同期满或终止后，最后一个结算期之后的结算单只列示与此前各期有关的项目。',
    },
    fix: {
      en: 'Name the period of the line, or its true-up or correction in this statement.',
      zh: '写该项目所在的结算期，或本结算单中针对该项目的往期补差或更正项目。',
    },
  },
  'payment-differs': {
    text: {
      en: 'The payment {id} has {expected} in {file}, here {found}.',
      zh: '付款 {id} 在 {file} 中为 {expected}，此处为 {found}。',
    },
    explanation: {
      en: 'The same reference, day and amount from both parties are one payment. With anything else under one reference it would be counted twice.',
      zh: '双方提交的同一付款凭证号、同一日期、同一金额视为一笔付款；同一凭证号下其余内容不一致，会被重复计算。',
    },
    fix: {
      en: 'Write {expected}, or another reference where it is another payment.',
      zh: '改为 {expected}；若确为另一笔付款，请使用另一个付款凭证号。',
    },
  },
  'payment-counts-twice': {
    severity: 'warning',
    text: {
      en: 'The reference {found} is almost {expected} in {file}, of the same day and amount: both count, as two payments.',
      zh: '付款凭证号 {found} 与 {file} 中的 {expected} 几乎相同，且日期、金额一致：将作为两笔付款计入。',
    },
    explanation: {
      en: 'Two files are one payment only where reference, day and amount are the same; spaces at the ends do not matter, capital letters do. A second payment of a day has a reference of its own.',
      zh: '两份文件只有凭证号、日期、金额完全相同时才算同一笔付款；首尾空格不计，大小写有别。同日的第二笔付款应有自己的凭证号。',
    },
    ...paymentPutRight(
      'Write reference: {expected} where it is the same payment; leave it where there were two.',
      '若为同一笔付款，改为 reference: {expected}；若确为两笔，则保留。',
    ),
  },
  'reference-unseen': {
    text: {
      en: 'The reference {id} has characters that nobody sees: {found}.',
      zh: '付款凭证号 {id} 含有不可见字符：{found}。',
    },
    explanation: {
      en: 'By their references payments are told apart: one that only looks like another would count once more.',
      zh: '付款以凭证号区分：看似相同而实际不同的凭证号会被再次计入。',
    },
    ...paymentPutRight('Type the reference again, without pasting it.', '请重新键入凭证号，不要粘贴。'),
  },
  'payment-repaid-alone': {
    severity: 'warning',
    text: {
      en: 'A payment of {amount} {currency} is a repayment, from the provider to the brand, and only one party has filed it.',
      zh: '金额为 {amount} {currency} 的付款是服务方退还品牌方的款项，且仅由一方提交。',
    },
    explanation: {
      en: 'An amount is positive from the brand to the provider, whoever files it. A negative one adds to what the brand owes.',
      zh: '不论由谁提交，品牌方付给服务方为正数；负数会增加品牌方的应付余额。',
    },
    ...paymentPutRight(
      'Write the amount without the minus where the brand paid; for a repayment let the other party file the same reference, day and amount.',
      '若为品牌方付款，去掉负号；若确为退款，请另一方以相同的凭证号、日期、金额再提交一次。',
    ),
  },
  'not-minor-unit': {
    text: { en: '{found} has more decimals than {currency} has ({digits}).', zh: '{found} 的小数位多于 {currency} 的 {digits} 位。' },
    explanation: { en: 'Amounts that events fix are paid as they stand.', zh: '事件中的金额按原样支付。' },
    fix: { en: 'Round the amount to {digits} digits.', zh: '把金额舍入到 {digits} 位小数。' },
  },
  'amount-zero': {
    text: { en: 'The amount is 0.', zh: '金额为 0。' },
    explanation: {
      en: 'A payment or correction of nothing was probably meant to be another amount.',
      zh: '金额为零的付款或更正多半是笔误。',
    },
    ...orTakenBack('Write the amount', '写上金额'),
  },
  'drop-on-flow': {
    text: { en: 'The KPI {id} is a flow; drop is for ratios.', zh: '考核指标 {id} 为累计类（flow），而 drop 仅用于比率类。' },
    explanation: {
      en: 'Rows that leave a flow lower it while its target stays; prorate scales the target too.',
      zh: '从累计类指标中剔除行会降低实际值，而目标不变；prorate 会同时折算目标。',
    },
    fix: { en: 'Write treatment: prorate.', zh: '改为 treatment: prorate。' },
  },
  'prorate-on-ratio': {
    text: { en: 'The KPI {id} is a ratio; prorate is for flows.', zh: '考核指标 {id} 为比率类，而 prorate 仅用于累计类（flow）。' },
    explanation: { en: 'A ratio’s target does not depend on the number of days.', zh: '比率类的目标与天数无关。' },
    fix: { en: 'Write treatment: drop.', zh: '改为 treatment: drop。' },
  },
  'window-mixed': {
    text: {
      en: 'The window goes from {from} to {to}: two dates or two instants are needed.',
      zh: '窗口从 {from} 到 {to}：须为两个日期或两个时刻。',
    },
    explanation: {
      en: 'Dates are included at both ends, instants exclude the end; mixed, the end is ambiguous.',
      zh: '日期两端均含，时刻不含终点；混用会使终点不明。',
    },
    fix: { en: 'Write both ends in the same form.', zh: '两端使用相同格式。' },
  },
  'window-order': {
    text: { en: 'The window ends at {to}, not after it begins at {from}.', zh: '窗口于 {to} 结束，并不晚于其开始 {from}。' },
    explanation: { en: 'It excludes nothing.', zh: '这样的窗口没有剔除任何内容。' },
    fix: { en: 'Correct from or to.', zh: '更正 from 或 to。' },
  },
  'window-outside-term': {
    text: { en: 'The window lies outside the term ({from} to {to}).', zh: '窗口在合同期（{from} 至 {to}）之外。' },
    explanation: {
      en: 'Nothing is measured there, so it excludes nothing.',
      zh: '合同期外不计量，因此没有剔除任何内容。',
    },
    ...orTakenBack('Correct the window', '更正窗口'),
  },
  'exclusions-intersect': {
    text: { en: 'The exclusion intersects that of {file} on {id}.', zh: '该剔除与 {file} 对 {id} 的剔除重叠。' },
    explanation: {
      en: 'Two rules for the same time of one KPI: which one holds would be ambiguous.',
      zh: '同一考核指标的同一时间有两条规则，以何者为准不明确。',
    },
    fix: { en: 'Shorten one of the two.', zh: '缩短其中之一。' },
  },
  'filed-too-late': {
    text: {
      en: 'Filed on {found}; the last excluded day is {last}, so {expected} was the last day to file it.',
      zh: '提交于 {found}；最后一个剔除日为 {last}，最迟应于 {expected} 提交。',
    },
    explanation: {
      en: 'An exclusion is filed at most exclusions.fileWithinDays ({days}) days after the last excluded day.',
      zh: '剔除须在最后一个剔除日之后 exclusions.fileWithinDays（{days}）天内提交。',
    },
    ...takenBack('; use a correction if both sides agree.', '；双方同意时可用更正（correction）。'),
  },
  'too-many-days': {
    text: {
      en: 'With this window {found} {found:day|days} of {id} {found:is|are} excluded; at most {limit} are allowed.',
      zh: '计入该窗口后 {id} 共剔除 {found} 天，上限 {limit} 天。',
    },
    explanation: {
      en: 'All excluded days of one KPI are at most exclusions.maxDays over the term.',
      zh: '整个合同期内单个考核指标的剔除天数不得超过 exclusions.maxDays。',
    },
    fix: { en: 'Shorten the window, or leave the KPI out.', zh: '缩短窗口，或移除该考核指标。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
