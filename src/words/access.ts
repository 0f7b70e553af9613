import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** The words in which access is told: who may see what, until when, and what changes of it. */
export const ACCESS_TEXT = {
  title: { en: 'Who can see what', zh: '谁能看到什么' },
  asOf: { en: 'as of {date}', zh: '截至 {date}' },
  changes: { en: 'Access', zh: '访问权限' },
  none: { en: 'Nobody of either party.', zh: '双方均无人有权查看。' },
  over: {
    en: 'The handover ended on {until}: access ends with the next update, and by itself where that is late.',
    zh: '交接已于 {until} 结束：下次更新即收回访问权限；即使未更新，权限也已自动失效。',
  },
  inForce: {
    en: 'In force until {endsOn}; access until {until}, handover included.',
    zh: '合同有效至 {endsOn}；访问权限至 {until}（含交接期）。',
  },
  noHandover: { en: 'In force, and access, until {endsOn}.', zh: '合同及访问权限均至 {endsOn}。' },
  handover: { en: 'In handover since {endsOn}; access until {until}.', zh: '自 {endsOn} 起处于交接期；访问权限至 {until}。' },
  member: { en: 'Member', zh: '成员' },
  sees: { en: 'sees {what}', zh: '可见{what}' },
  until: { en: 'until {date}', zh: '至 {date}' },
  ends: { en: 'Ends', zh: '失效时间' },
  why: { en: 'Why', zh: '依据' },
  'role.viewer': { en: 'viewer', zh: '查看者' },
  'role.analyst': { en: 'analyst', zh: '分析员' },
  results: { en: 'scorecards, statements and outlooks', zh: '计分卡、结算单与期末预测' },
  fact: { en: 'the fact view {fact}', zh: '事实视图“{fact}”' },
  facts: { en: 'the fact views {facts}', zh: '事实视图“{facts}”' },
  and: { en: '{first}, and {rest}', zh: '{first}，以及{rest}' },
  brand: { en: 'The brand', zh: '品牌方' },
  provider: { en: 'The provider', zh: '服务方' },
  gains: { en: '{party} gains {what} until {until} ({members}).', zh: '{party}获得{what}的访问权限，至 {until}（{members}）。' },
  loses: { en: '{party} loses {what} ({members}).', zh: '{party}失去{what}的访问权限（{members}）。' },
  later: {
    en: '{party} keeps {what} until {until} instead of {before} ({members}).',
    zh: '{party}对{what}的访问权限由 {before} 延至 {until}（{members}）。',
  },
  earlier: {
    en: '{party} keeps {what} only until {until} instead of {before} ({members}).',
    zh: '{party}对{what}的访问权限由 {before} 提前至 {until}（{members}）。',
  },
  'columns-more': { en: '{party} sees more of {what}: {columns} ({members}).', zh: '{party}在{what}中多看到：{columns}（{members}）。' },
  'columns-less': {
    en: '{party} no longer sees of {what}: {columns} ({members}).',
    zh: '{party}在{what}中不再看到：{columns}（{members}）。',
  },
  columns: { en: 'Columns of the fact views', zh: '事实视图的列' },
  files: {
    en: 'Agreed, but not provisioned: the warehouse is files, and whoever has the files sees them.',
    zh: '以上为约定内容，尚未创建：数据仓库为文件，持有文件者即可查看。',
  },
  entries: { en: 'Every right in the cloud project, as it is made', zh: '云项目中的全部授权（按实际创建内容）' },
  right: { en: 'Right', zh: '权限' },
  resource: { en: 'On', zh: '对象' },
  forever: { en: 'does not end by itself', zh: '不会自动失效' },
  'right.owner': { en: 'owns', zh: '所有' },
  'right.writer': { en: 'writes', zh: '写入' },
  'right.reader': { en: 'reads', zh: '读取' },
  'right.views': { en: 'its views read', zh: '其视图读取' },
  'right.runs': { en: 'runs queries', zh: '运行查询' },
  'right.settings': { en: 'sees names, settings and rights, no data', zh: '查看名称、设置与授权，不含数据' },
  'right.makes': { en: 'makes datasets of its own, runs queries', zh: '创建自己的数据集、运行查询' },
  'right.spends': { en: 'calls its services', zh: '调用其服务' },
  'right.administers': { en: 'administers', zh: '管理' },
  retention: {
    en: 'Copies of evidence are kept for {days} days; whoever administers the project can take that back, since it is not locked.',
    zh: '取数底稿副本保留 {days} 天；该保留期未锁定，项目管理员可以撤销。',
  },
  'retention.locked': {
    en: 'Copies of evidence are kept for {days} days, locked: nobody can shorten that or take it back.',
    zh: '取数底稿副本保留 {days} 天且已锁定：任何人都不能缩短或撤销。',
  },
  needed: { en: 'What others have to allow, once', zh: '须由他人一次性授权的事项' },
  'needed.grant': {
    en: '{dataset} is not made by Concord: its owner gives {account} the role {role}, to add who reads it (datasets.update)',
    zh: '{dataset} 不是由 Concord 创建的：请其所有方授予 {account} 角色 {role}，以便增加读取者（datasets.update）',
  },
  'needed.grant.views': {
    en: '{dataset} is not made by Concord: its owner gives {account} the role {role}, to add who reads it (datasets.update) and to make views of its tables (tables.getData)',
    zh: '{dataset} 不是由 Concord 创建的：请其所有方授予 {account} 角色 {role}，以便增加读取者（datasets.update）并对其表创建视图（tables.getData）',
  },
  'needed.invite': {
    en: 'Google Ads {customer}: its administrator invites {account}, read only (Admin, Access and security)',
    zh: 'Google Ads {customer}：请其管理员邀请 {account}，权限为只读（管理 > 访问权限和安全）',
  },
  'needed.runs-as-person': {
    en: 'A transfer of {transfer} runs as whoever brings it up: a person who owns the dataset, not the workflow',
    zh: '{transfer} 传输以创建者的身份运行：应由拥有该数据集的人执行更新，而非工作流',
  },
  'raw.files': {
    en: 'Raw data are files: where they are in the repository, whoever can read that reads them whole, customers’ names and addresses included where they have any, and keeps every copy. No view and no date below limits that.',
    zh: '原始数据是文件：文件若在仓库中，凡能读取仓库者均可看到全部内容（包括其中顾客的姓名与地址），且副本会一直保留。以下视图与日期对此没有限制作用。',
  },
  raw: {
    en: 'Raw data stay with {owner}: parties see views, never the tables behind them.',
    zh: '原始数据由 {owner} 保管：各方只能看到视图，看不到背后的表。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type AccessTextKey = keyof typeof ACCESS_TEXT;

/** An entry of {@link ACCESS_TEXT} in a language, its places filled. */
export const accessText = saying(ACCESS_TEXT);
