import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What happens next with what a form files, once it is merged. */
export const NEXT_STEPS = {
  target: {
    en: 'Once both parties have approved and it is merged, the new target holds from {from} on.',
    zh: '双方批准并合并后，新目标值自 {from} 起适用。',
  },
  cooperation: {
    en: 'Read the draft together, and edit this issue where it should say something else. Once everybody has approved and it is merged, the contract runs from {from} on, as a pilot.',
    zh: '请双方共同阅读草稿；需要改动时编辑本议题。各方批准并合并后，合同自 {from} 起以试运行（pilot）生效。',
  },
  exclusion: {
    en: 'Once both parties have approved and it is merged, the KPI is measured without it; what was settled before follows as a true-up.',
    zh: '双方批准并合并后，该考核指标按剔除后计量；此前已结算的部分以往期补差结清。',
  },
  dispute: {
    en: 'Where it counts before the period is settled, only the undisputed part of the line is paid; after that the line stays as settled. Agree on the amount by the form "{resolution}", or take it to the expert by "{escalation}", by {on}, that day included; after it the dispute lapses, and the line is paid as computed.',
    zh: '本期结算前生效的，该项目仅支付无争议部分；结算后生效的，该项目维持已结算金额。请以“{resolution}”表单就金额达成一致，或以“{escalation}”表单提交专家，均以 {on}（含）为限；逾期争议失效，按计算金额支付。',
  },
  'dispute.settled': {
    en: 'The line stays as settled. Agree on the amount by the form "{resolution}", or take it to the expert by "{escalation}", by {on}, that day included; after it the dispute lapses, and the line is paid as computed.',
    zh: '该项目维持已结算金额。请以“{resolution}”表单就金额达成一致，或以“{escalation}”表单提交专家，均以 {on}（含）为限；逾期争议失效，按计算金额支付。',
  },
  escalation: {
    en: 'The expert decides: {expert}. File what is decided by the form "{resolution}", by {on}, that day included; after it the dispute lapses.',
    zh: '由专家裁定：{expert}。请在 {on}（含）前以“{resolution}”表单提交裁定结果，逾期争议失效。',
  },
  resolution: {
    en: 'Once both parties have approved and it is merged, the next statement pays the line as agreed, for good.',
    zh: '双方批准并合并后，下一份结算单按议定金额支付该项目，不再变动。',
  },
  acceptance_request: {
    en: 'The brand answers with the same form by {on}, that day included; if it does not, the milestone is accepted on that day.',
    zh: '品牌方须在 {on}（含）前以同一表单答复；逾期未答复的，该里程碑于该日视为验收通过。',
  },
  acceptance: {
    en: 'The milestone is accepted; its statement pays it as the contract says.',
    zh: '里程碑验收通过，由相应结算单按合同支付。',
  },
  refusal: {
    en: 'The milestone is not accepted. The provider may dispute the refusal, or ask again.',
    zh: '里程碑未通过验收。服务方可对此提出争议，或再次申请。',
  },
  review: {
    en: 'The next statement releases what it acknowledges; anything else stays as it is.',
    zh: '下一份结算单解除其所确认事项的暂缓结算；其余不变。',
  },
  'review.some': {
    en: 'The next statement releases {ids} alone; anything else stays as it is.',
    zh: '下一份结算单仅解除 {ids} 的暂缓结算；其余不变。',
  },
  'review.none': {
    en: 'It stays as a record and releases nothing.',
    zh: '该复盘留作记录，不解除任何暂缓结算。',
  },
  duty: {
    en: 'The duty counts as done on {on}, as the scorecard of {period} shows.',
    zh: '该义务计为于 {on} 履行，见 {period} 的计分卡。',
  },
  lateness: {
    en: 'The statement of {period} counts the duty as late, unless a record shows that it was done in time.',
    zh: '{period} 的结算单将该义务计为逾期，除非已有记录表明按时履行。',
  },
  payment: {
    en: 'The next statement sets it against what is owed, the oldest first.',
    zh: '下一份结算单以此冲抵应付款项，先到期的先冲抵。',
  },
  'payment.counted': {
    en: 'Both parties have filed the same payment: it counts once, as {file} has it.',
    zh: '双方提交的是同一笔付款，只计一次，以 {file} 为准。',
  },
  correction: {
    en: 'Once both parties have approved and it is merged, the next statement has it as the line {line}.',
    zh: '双方批准并合并后，下一份结算单将其列为一个项目：{line}。',
  },
  'correction.waits': {
    en: 'Once both parties have approved and it is merged, the statement of {period} has it as the line {line}.',
    zh: '双方批准并合并后，{period} 的结算单将其列为一个项目：{line}。',
  },
  remeasure: {
    en: 'Once both parties have approved and it is merged, the proposed statement of {period} is measured anew, and the days to dispute it begin again.',
    zh: '双方批准并合并后，{period} 已提出的结算单重新取数，异议期重新计算。',
  },
  termination: {
    en: 'The contract ends on {on}. `concord exit` lists what has to be handed over.',
    zh: '合同于 {on} 终止。`concord exit` 列出应移交的事项。',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** An entry of {@link NEXT_STEPS} in a language, its places filled. */
export const nextStepText = saying(NEXT_STEPS);
