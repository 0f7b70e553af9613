import type { Message } from '../kernel/text.js';

/** What scorecards and statements say of duties: duty 配合义务 · owed by 义务方 · due on 到期日 · claim 主张 · late 逾期. */
export const DUTY_WORDS = {
  duties: { en: 'Duties', zh: '配合义务' },
  duty: { en: 'Duty', zh: '义务' },
  dutyOwedBy: { en: 'Owed by', zh: '义务方' },
  dutyDueOn: { en: 'Due on', zh: '到期日' },
  dutyCosts: { en: 'What being late costs ({currency})', zh: '逾期损失（{currency}）' },
  'duty.due': { en: 'not due yet', zh: '未到期' },
  'duty.done': { en: 'done on {on}', zh: '已于 {on} 履行' },
  'duty.late-claimed': { en: 'late, claimed on {on}', zh: '逾期（{on} 主张）' },
  'duty.late-unproven': { en: 'late: not shown to be done in time', zh: '逾期：无按时履行的记录' },
  'duty.late-done': { en: 'late: done on {done}', zh: '逾期：于 {done} 履行' },
  'duty.late-claimed-done': { en: 'late, claimed on {on}: done on {done}', zh: '逾期（{on} 主张）：于 {done} 履行' },
  'duty.unclaimed': { en: 'not shown to be done', zh: '无履行记录' },
  'duty.after-its-day': { en: 'done on {on}, after its day', zh: '{on} 履行，已过到期日' },
  dutyCostsRunning: { en: 'known once the period is over', zh: '结算期结束后方可确定' },
  dutyCostsUnknown: { en: 'not known while a line is held', zh: '有款项暂缓结算，尚无法确定' },
  dutyCostsNothing: { en: 'Late or not, it moves no money.', zh: '是否逾期均不影响金额。' },
  dutyIfBrandLate: {
    en: 'If late, the composite score leaves {kpis} out, and fees by what is left out pay as at {score} or more, without penalties and minimums.',
    zh: '逾期时，{kpis} 不计入综合得分；按其计算的费用至少按得分 {score} 支付，并免除相关扣款与最低量要求。',
  },
  dutyIfProviderLate: { en: 'If late, scored 0: {kpis}.', zh: '逾期时得分记 0：{kpis}。' },
  dutyBrandLate: {
    en: 'It is late: the composite score leaves {kpis} out, and fees by what is left out pay as at {score} or more, without penalties and minimums.',
    zh: '现已逾期：{kpis} 不计入综合得分；按其计算的费用至少按得分 {score} 支付，并免除相关扣款与最低量要求。',
  },
  dutyProviderLate: { en: 'It is late: scored 0: {kpis}.', zh: '现已逾期，得分记 0：{kpis}。' },
  dutyMayBeClaimed: {
    en: '{party} may claim until {until} that it was late; unclaimed, it costs nothing.',
    zh: '{party} 可在 {until}（含）前主张逾期；未主张的，不影响金额。',
  },
  dutyNotClaimed: { en: 'Nobody claimed by {until} that it was late: it costs nothing.', zh: '截至 {until} 无人主张逾期，不影响金额。' },
  dutyClaimVoid: { en: 'The claim {file} is of no effect: it was done in time.', zh: '逾期主张 {file} 无效：义务已按时履行。' },
  dutyReminder: {
    en: '{duty} is due on {on}: {party} has until then to file that it is done.',
    zh: '{duty} 将于 {on} 到期：请 {party} 在当日（含）前完成并提交履行记录。',
  },
} as const satisfies Record<string, Message>;
