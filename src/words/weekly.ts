import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** The week's note: a few lines in plain words. */
export const WEEKLY_TEXT = {
  point: { en: '- {point}', zh: '- {point}' },
  'head.numbers': { en: '{period} to date (data through {through}):', zh: '{period} 截至目前（数据截至 {through}）：' },
  'head.numbers-none': { en: '{period} to date:', zh: '{period} 截至目前：' },
  'head.moved': { en: 'What moved in {period}:', zh: '{period} 的变动：' },
  'head.held': { en: 'Held:', zh: '暂缓结算：' },
  'head.dates': { en: 'Next dates:', zh: '近期日期：' },
  'head.needed': { en: 'What we need from {party}:', zh: '需要 {party} 处理：' },
  'head.todo': { en: 'To be done:', zh: '待办事项：' },
  'todo.nothing': { en: 'Nothing is to be done now.', zh: '目前没有待办事项。' },
  more: { en: '{count} more: `concord {verb} {contract}`', zh: '另有 {count} 项：`concord {verb} {contract}`' },
  'needed.nothing': { en: 'Nothing is needed from {party} now.', zh: '目前无须 {party} 处理任何事项。' },
  'number.reached': {
    en: '{kpi}: {value}, target {target} reached, day {days}',
    zh: '{kpi}：{value}，目标 {target}，目前达标，第 {days} 天',
  },
  'number.missed': {
    en: '{kpi}: {value}, target {target} not reached, day {days}',
    zh: '{kpi}：{value}，目标 {target}，目前未达标，第 {days} 天',
  },
  'number.ruled': { en: '{kpi}: {why}', zh: '{kpi}：{why}' },
  'number.none': { en: '{kpi}: no data yet, target {target}', zh: '{kpi}：暂无数据，目标 {target}' },
  held: {
    en: '{lines}, decided by the first statement from {on} on: {reason}',
    zh: '{lines}，由 {on} 起的首份结算单按约定最终了结：{reason}',
  },
  'held.lines': { en: '{lines} of {period}', zh: '{period} 的 {lines}' },
  'held.party': { en: '{reason} (waits for {party})', zh: '{reason}（等待 {party}）' },
  'held.released': { en: '{reason} (reviewed: the next statement counts it)', zh: '{reason}（已提交复盘，下一份结算单计入）' },
  wait: {
    en: '{line} ({moves}) waits for {party} to acknowledge it; counts from {until} on',
    zh: '{line}（{moves}）待 {party} 复盘确认；至 {until} 仍未确认的，自该日起计入',
  },
  'wait-disputed': {
    en: '{line} ({moves}) is disputed: it waits until the dispute is resolved or lapses on {on}',
    zh: '{line}（{moves}）处于争议中：待双方和解，或至 {on} 争议失效',
  },
  counts: {
    en: '{line} ({moves}) waits for nobody any more: it counts in the next statement',
    zh: '{line}（{moves}）无须再确认，将计入下一份结算单',
  },
  date: { en: '{on}: {what}', zh: '{on}：{what}' },
  'date.by': { en: '{on}, {by}: {what}', zh: '{on}，{by}：{what}' },
  'date.overdue': { en: 'due on {on}, overdue, {by}: {what}', zh: '已逾期（到期日 {on}），{by}：{what}' },
  need: { en: '{what}', zh: '{what}' },
  'need.by': { en: 'by {on}: {what}', zh: '{on}（含）前：{what}' },
  'need.overdue': { en: 'due on {on}, overdue: {what}', zh: '已逾期（到期日 {on}）：{what}' },
  'need.past': { en: '{on}: {what}', zh: '{on}：{what}' },
  'need-of': { en: '{who}: {what}', zh: '{who}：{what}' },
  'need-of.by': { en: 'by {on}, {who}: {what}', zh: '{on}（含）前，{who}：{what}' },
  'need-of.overdue': { en: 'due on {on}, overdue, {who}: {what}', zh: '已逾期（到期日 {on}），{who}：{what}' },
  'need-of.past': { en: '{on}, {who}: {what}', zh: '{on}，{who}：{what}' },
  title: { en: 'Concord weekly note, {asOf}: {title} ({contract})', zh: 'Concord 每周简报 {asOf}：{title}（{contract}）' },
  draft: {
    en: 'A draft for {party}. Read it, change what you like, pass it on: nothing was sent.',
    zh: '供 {party} 使用的草稿。请过目、修改后自行转发：系统未发送任何消息。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type WeeklyTextKey = keyof typeof WEEKLY_TEXT;

/** An entry of {@link WEEKLY_TEXT} in a language, its places filled. */
export const weeklyText = saying(WEEKLY_TEXT);
