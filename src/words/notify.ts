import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What messages to people's channels say, besides the reminders of {@link STATUS_TEXT}. */
export const NOTIFY_TEXT = {
  title: { en: 'Concord, {asOf}', zh: 'Concord {asOf}' },
  'title.to-do': {
    en: '{count} {count:thing to do|things to do, first} by {on}: {what} (Concord, {asOf})',
    zh: '{count} 项待办，{count:|最近一项 }{on} 截止：{what}（Concord {asOf}）',
  },
  'title.overdue': {
    en: '{count} {count:thing to do,|things to do, first} due on {on}, overdue: {what} (Concord, {asOf})',
    zh: '{count} 项待办，{count:|最早一项}已逾期（到期日 {on}）：{what}（Concord {asOf}）',
  },
  'title.past': {
    en: '{count} {count:thing to do, which|things to do, of which the first} was due on {on}: {what} (Concord, {asOf})',
    zh: '{count} 项待办，{count:|最早一项}到期日 {on} 已过：{what}（Concord {asOf}）',
  },
  'title.owed': {
    en: '{what}; {count} {count:thing|things} to do, {count:|the first }by {on} (Concord, {asOf})',
    zh: '{what}；另有 {count} 项待办，{count:|最近一项 }{on} 截止（Concord {asOf}）',
  },
  'title.told': { en: '{what} (Concord, {asOf})', zh: '{what}（Concord {asOf}）' },
  'to-do.accept': {
    en: 'approve or dispute the statement of {period}, {amount}',
    zh: '批准 {period} 结算单（{amount}）或提出争议',
  },
  'to-do.approve': { en: 'approve the statement of {period}, {amount}', zh: '批准 {period} 结算单（{amount}）' },
  'to-do.check': { en: 'check the statement of {period}', zh: '核对 {period} 结算单' },
  'to-do.of': { en: '{by}: {what}', zh: '{by}：{what}' },
  contract: { en: '{title} ({contract})', zh: '{title}（{contract}）' },
  point: { en: '- {text}', zh: '- {text}' },
  'hello.party': { en: 'From today on this is where {party} is told: {topics}.', zh: '自今日起，{party} 的以下事项在此告知：{topics}。' },
  'hello.both': { en: 'From today on both parties are told here: {topics}.', zh: '自今日起，双方的以下事项在此告知：{topics}。' },
  'hello.today': {
    en: 'What was there before today is not told again: `concord status` lists it.',
    zh: '今日之前已有的事项不再逐条告知，可用 `concord status` 查看。',
  },
  'hello.lost': {
    en: 'The record of what was told (issue #{issue}) is gone, or somebody has changed it.',
    zh: '告知记录（议题 #{issue}）已被删除，或被他人改动。',
  },
  repeated: {
    en: 'You may have had some of this on {on}: that run ended before it was known whether it was delivered.',
    zh: '以下部分内容可能已于 {on} 发送过：当时运行中断，无法确认是否送达。',
  },
  'topic.proposed': { en: 'proposed statements', zh: '待确认的结算单' },
  'topic.due': { en: 'what is due', zh: '到期事项' },
  'topic.disputed': { en: 'disputes', zh: '争议' },
  'topic.held': { en: 'what is held', zh: '暂缓结算' },
  'topic.duty': { en: 'duties', zh: '配合义务' },
  'topic.late_data': { en: 'late data', zh: '数据滞后' },
  'topic.weekly': { en: 'the weekly note', zh: '每周简报' },
  'proposed.silence': {
    en: 'The statement of {period} is proposed: {amount}. Approve it, or dispute a line by {until}; then silence accepts it.',
    zh: '{period} 结算单已提出：{amount}。请批准，或在 {until}（含）前就某个项目提出争议；逾期未提异议视为确认。',
  },
  'proposed.waits': {
    en: 'The statement of {period} is proposed: {amount}. It waits for the approval of both parties; a line may be disputed up to and including {until}.',
    zh: '{period} 结算单已提出：{amount}。须双方批准后生效；{until}（含）前可就某个项目提出争议。',
  },
  'proposed.silence.nothing': {
    en: 'The statement of {period} is proposed: {amount}. No line of it can be disputed; approve it, or on {until} silence accepts it.',
    zh: '{period} 结算单已提出：{amount}。没有可提出争议的项目；请批准，或至 {until} 期满视为确认。',
  },
  'proposed.waits.nothing': {
    en: 'The statement of {period} is proposed: {amount}. No line of it can be disputed; it waits for the approval of both parties.',
    zh: '{period} 结算单已提出：{amount}。没有可提出争议的项目；须双方批准后生效。',
  },
  'proposed.pull-request': { en: 'Pull request #{number}', zh: '合并请求 #{number}' },
  disputed: {
    en: '{party} disputes {line} of {period} and holds {amount} to be right. Agree by {on}, that day included, or the dispute lapses.',
    zh: '{party} 对 {period} 的 {line} 提出争议，主张金额为 {amount}。请在 {on}（含）前达成和解，逾期未和解即失效。',
  },
  differs: {
    en: '{party} has measured {period} with access of its own and found it different. It pays nothing by itself: what is wrong is put right by the data, or by a correction of both.',
    zh: '{party} 已独立取数核对 {period}，结果不一致。该结果本身不影响金额：确有差错的，须更正数据，或由双方约定更正。',
  },
  'differs.disputable': {
    en: '{party} has measured {period} with access of its own and found it different. It pays nothing by itself: a line may be disputed up to and including {until}.',
    zh: '{party} 已独立取数核对 {period}，结果不一致。该结果本身不影响金额：{until}（含）前可就某个项目提出争议。',
  },
  ended: {
    en: '{party} has ended the contract early: its last day in force is {on}. What is to be handed over is listed by `concord exit {contract}`.',
    zh: '{party} 已提前终止合同，最后有效日为 {on}。应移交的事项可用 `concord exit {contract}` 查看。',
  },
  refused: { en: 'By {on}: {what}.', zh: '{on}（含）前：{what}。' },
  held: { en: 'Held: {point}.', zh: '暂缓结算：{point}。' },
  late_data: {
    en: 'Data was late for the statement of {period}: {facts}.',
    zh: '{period} 结算单使用的数据有滞后：{facts}。',
  },
  'late.fact': { en: '{fact} ({party})', zh: '{fact}（{party}）' },
  'memory.title': { en: 'What has been told', zh: '告知记录' },
  'memory.text': {
    en: 'The app keeps here what it has told which channel, so that nothing is told twice. If somebody else edits or deletes this comment, telling begins anew with what happens from that day on.',
    zh: '应用在此记录向各渠道告知过的事项，以免重复。若他人修改或删除本评论，则自当日起重新开始告知。',
  },
  'delivered.draft': {
    en: '{contract}, for {secret}: a draft in the issue, nothing sent',
    zh: '{contract}（{secret}）：草稿已写入议题，未发送',
  },
  'delivered.unasked': {
    en: 'Without a token of GitHub (CONCORD_TOKEN) neither what is proposed nor what has been told is known: this is what a channel that began today would be told.',
    zh: '未设置 GitHub 令牌（CONCORD_TOKEN），无法得知待确认的结算单与已告知的事项：以下按各渠道自今日起开始告知的情形列出。',
  },
  'delivered.none': {
    en: 'contracts/workspace.yaml names no channel: nobody is told anything on {asOf}.',
    zh: 'contracts/workspace.yaml 未登记任何渠道：{asOf} 不发送消息。',
  },
  'delivered.nothing': { en: '{channel} ({secret}): nothing to tell', zh: '{channel}（{secret}）：没有须告知的事项' },
  'delivered.sent': {
    en: '{channel} ({secret}): {count} {count:message|messages} sent',
    zh: '{channel}（{secret}）：已发送 {count} 条消息',
  },
  'delivered.would': {
    en: '{channel} ({secret}): {count} {count:message|messages} would be sent',
    zh: '{channel}（{secret}）：将发送 {count} 条消息',
  },
  'delivered.refused': { en: '{channel} ({secret}): refused', zh: '{channel}（{secret}）：渠道拒收' },
  'delivered.unknown': {
    en: '{channel} ({secret}): not known whether it was delivered',
    zh: '{channel}（{secret}）：无法确认是否送达',
  },
  'delivered.unset': { en: '{channel} ({secret}): no address', zh: '{channel}（{secret}）：没有可用的地址' },
} as const satisfies Readonly<Record<string, Message>>;

/** What became of what a place was to be told: `would`, where nothing was sent because nothing was to be. */
export type DeliveredState = 'nothing' | 'sent' | 'would' | 'refused' | 'unknown' | 'unset';

export type NotifyTextKey = keyof typeof NOTIFY_TEXT;

/** An entry of {@link NOTIFY_TEXT} in a language, its places filled. */
export const notifyText = saying(NOTIFY_TEXT);
