import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What is said of a settled period whose data are still coming in. */
export const MATURITY_TEXT = {
  title: { en: 'Still maturing', zh: '数据尚未到齐' },
  kpi: { en: '{kpi} of {period}: {now} so far, {mature} when mature.', zh: '{period} {kpi}：目前 {now}，数据到齐后约 {mature}。' },
  'kpi-range': {
    en: '{kpi} of {period}: {now} so far, {mature} ({low} – {high}) when mature.',
    zh: '{period} {kpi}：目前 {now}，数据到齐后约 {mature}（{low} – {high}）。',
  },
  fees: { en: 'Its fees would move by about {amount}.', zh: '该期费用届时约变动 {amount}。' },
  note: {
    en: 'From how {periods} final periods went on after as many statements.',
    zh: '按 {periods} 个已定结算期此后的变化推算。',
  },
  'note-by-day': {
    en: 'What is booked late is told by how earlier days came in.',
    zh: '滞后入账的部分按此前各日的入账进度推算。',
  },
  forecast: { en: 'A forecast: it pays nothing.', zh: '仅为预测，不产生付款。' },
} as const satisfies Readonly<Record<string, Message>>;

export type MaturityTextKey = keyof typeof MATURITY_TEXT;

/** An entry of {@link MATURITY_TEXT} in a language, its places filled. */
export const maturityText = saying(MATURITY_TEXT);
