import { grouped } from '../kernel/grouped.js';
import { kept } from '../kernel/kept.js';
import { fill, type Locale, type Message, type Params } from '../kernel/text.js';
import { COMMENT_TEXT } from './comment.js';
import { DATA_PHRASES } from './data-phrases.js';
import { DRAFTING_PHRASES } from './drafting.js';
import { EVENT_FIELDS } from './event-fields.js';
import { IMPORT_PHRASES } from './import-phrases.js';
import { SLIP_PHRASES } from './slips.js';

/** What is typed, and in Chinese what it is called: `dispute` → `争议（dispute）`. */
const KIND_PHRASES = Object.fromEntries(
  Object.entries(COMMENT_TEXT).flatMap(([key, { zh }]): [string, Message][] => {
    const kind = /^event\.(\w+)$/.exec(key)?.[1];
    return kind === undefined ? [] : [[`event.kind.${kind}`, { en: kind, zh: `${zh}（${kind}）` }]];
  }),
);
/** The same of fields: `period` → `period（结算期）`. */
const FIELD_PHRASES = Object.fromEntries(
  Object.entries(EVENT_FIELDS).map(([name, { zh }]): [string, Message] => [`event.field.${name}`, { en: name, zh: `${name}（${zh}）` }]),
);

/*
 * Phrases that messages are filled with. A parameter `@name` stands for one, so that issues stay the same data in every
 * language. Text from files is quoted, and so never begins with `@`.
 */
export const PHRASES: Readonly<Record<string, Message>> = {
  ...DATA_PHRASES,
  ...DRAFTING_PHRASES,
  ...SLIP_PHRASES,
  ...IMPORT_PHRASES,
  ...KIND_PHRASES,
  ...FIELD_PHRASES,
  // What was found
  nothing: { en: 'nothing', zh: '空值' },
  list: { en: 'a list (in [ ], or lines with "- ")', zh: '列表（写在 [ ] 中，或以“- ”开头的各行）' },
  map: { en: 'fields (in { }, or lines of "name: value")', zh: '字段（写在 { } 中，或“名称: 值”的各行）' },
  end: { en: 'the end of the formula', zh: '公式结尾' },
  own: { en: 'this contract', zh: '本合同' },

  // Where an event can be filed without a command
  'event.about.duty': { en: 'a duty', zh: '义务' },
  'event.about.milestone': { en: 'a milestone', zh: '里程碑' },
  'event.about.claim': { en: 'a duty that is late only where that is claimed', zh: '经主张才算逾期的义务' },
  'event.about.exit': { en: 'an exit clause', zh: '终止条款' },
  'event.about.dispute': { en: 'a dispute that was filed', zh: '已提交的争议' },
  'event.about.request': { en: 'a request for acceptance that was filed', zh: '已提交的验收申请' },
  'event.about.request.fix': {
    en: 'The provider asks first: `concord event acceptance_request` shows what it needs.',
    zh: '须先由服务方提出：`concord event acceptance_request` 会列出所需内容。',
  },
  'event.about.duty.fix': {
    en: 'Nothing of this kind can be filed here; duties are agreed under `duties` in contract.yaml.',
    zh: '此处无法提交此类事件；义务须双方同意后写入 contract.yaml 的 `duties`。',
  },
  'event.about.claim.fix': {
    en: 'Nothing need be filed: a duty without "lateIf: claimed" is late by itself where nothing shows that it was done in time.',
    zh: '无须提交：未写 lateIf: claimed 的义务，未证明按时履行的即视为逾期。',
  },
  'event.about.exit.fix': {
    en: 'Nothing of this kind can be filed here; an early end is agreed under `exit` in contract.yaml.',
    zh: '此处无法提交此类事件；提前终止须双方同意后写入 contract.yaml 的 `exit`。',
  },
  'event.about.milestone.fix': {
    en: 'Nothing of this kind can be filed here; milestones are agreed under `fees` in contract.yaml.',
    zh: '此处无法提交此类事件；里程碑须双方同意后写入 contract.yaml 的 `fees`。',
  },
  'event.about.dispute.fix': {
    en: 'A dispute is filed first: `concord event dispute` shows what it needs.',
    zh: '请先提交争议：`concord event dispute` 会列出所需内容。',
  },
  'event.form.none': { en: '.', zh: '。' },
  'event.form.measured': {
    en: '. `concord witness {n} --write <brand|provider>` measures the period with your own access and files what it finds.',
    zh: '。建议用 `concord witness {n} --write <brand|provider>`：以自己的权限取数核对，并直接提交结果。',
  },
  'event.form.named': { en: '; or, on GitHub, fill in the form "{n} · {m}".', zh: '；也可在 GitHub 上填写表单“{n} · {m}”。' },
  'event.form.link': { en: '; or fill in the form ', zh: '；也可填写表单 ' },

  // What a metric moves over the term
  'swing.most': { en: 'up to {n} {m} over the term', zh: '合同期内最多 {n} {m}' },
  'swing.open': { en: 'what is expected is written nowhere, so that no figure can be told', zh: '未写明预期值，无法估算数额' },

  // In what periods there is no cap
  'cap.none': { en: '', zh: '' },
  'cap.none-in': { en: ' from {n} on', zh: '自 {n} 起' },

  // Shares that are more than the whole, and limits that leave each other nothing
  'share.tax': { en: 'The rate', zh: '税率' },
  'share.markup': { en: 'The markup', zh: '加收比例' },
  'share.rate': { en: 'A rate', zh: '费率' },
  'share.points': { en: 'What a point pays', zh: '奖金点的支付比例' },
  'share.bands': { en: 'A deduction', zh: '扣款比例' },
  'share.gate': { en: 'The limit', zh: '前置条件' },
  'limits.cap': { en: 'the cap of a period, {n}, is above that of the whole term, {m}', zh: '每期封顶 {n} 高于整个合同期的封顶 {m}' },
  'limits.guarantee': { en: 'the guaranteed amount, {n}, is above the cap of a period, {m}', zh: '保底 {n} 高于每期封顶 {m}' },
  'limits.deadband': { en: 'the deadband, {n}, is no less than the target, {m}', zh: '免计区间 {n} 不小于目标 {m}' },

  // A party by its side
  'side.brand': { en: 'brand', zh: '品牌方' },
  'side.provider': { en: 'provider', zh: '服务方' },

  // What is the matter with the data folder
  'data.folder.absent': { en: 'does not exist', zh: '不存在' },
  'data.folder.empty': { en: 'is empty', zh: '是空的' },

  // What stands where a file belongs
  'entry.folder': { en: 'a folder', zh: '文件夹' },
  'entry.file': { en: 'a file and no folder', zh: '文件而非文件夹' },
  'entry.irregular': { en: 'a link or no regular file', zh: '链接或非普通文件' },

  // What a view is measured by, and how it fails
  'view.comments': { en: 'comments', zh: '处注释' },
  'view.characters': { en: 'characters', zh: '个字符' },
  'view.tables': { en: 'tables', zh: '张表' },
  'view.parts': { en: 'parts', zh: '个部分' },

  // How an answer looks
  'answer.new-id': {
    en: '3 to 40 lower-case letters, digits or -, and no contract that is there already',
    zh: '由 3 到 40 个小写字母、数字或 - 组成的 id，且不与已有合同重名',
  },
  'answer.name': { en: 'a name on one line, at most 120 readable characters', zh: '单行名称，至多 120 个可读字符' },
  'answer.amount': {
    en: 'an amount a month above 0, as 3000 or 3,000.00, or "none"',
    zh: '每月大于 0 的金额，如 3000、3,000.00 或 3万；没有则填“无”',
  },
  'answer.zone': { en: 'the name of an IANA time zone, probably {n}', zh: 'IANA 时区名，可能是 {n}' },
  'answer.amount-currency': {
    en: 'an amount in {m}, the currency of the contract; {n} is the sign of another',
    zh: '合同币种 {m} 的金额；{n} 是其他币种的符号',
  },
  'answer.which': { en: '{n} or {m}: the name is that of both', zh: '{n} 或 {m}：这一名称两者都有' },
  'answer.goals-unmeasured': {
    en: 'KPIs that these exports can tell: {m} ({n} needs others)',
    zh: '这些导出文件能算出的考核指标：{m}（计算{n}需要其他文件）',
  },
  'doubt.small': {
    en: '{n} is no more than the fixed fee of one month; is {m} meant?',
    zh: '{n} 还不到一个月的固定服务费，是否应为 {m}？',
  },
  'doubt.cap': {
    en: 'a cap of {n} is below the fixed fee of {m}, which would never be paid in full',
    zh: '封顶 {n} 低于固定服务费 {m}，服务费将永远付不足额',
  },
  'doubt.zone': { en: '{n} is the same all the year and no place; is {m} meant?', zh: '{n} 全年不变，并非某地的时区；是否应为 {m}？' },
  'doubt.zone-west': {
    en: '{n} is no place, and its sign counts westwards (Etc/GMT+8 is eight hours behind); is {m} meant?',
    zh: '{n} 并非某地的时区，且其正负号以西为正（Etc/GMT+8 即西八区）；是否应为 {m}？',
  },
  'doubt.day-more': {
    en: 'both days of a term count, so that {n} is one day more than whole months; is {m} meant?',
    zh: '起止两日均计入合同期，止于 {n} 会比整月多出一天；是否应为 {m}？',
  },
  'doubt.roas': {
    en: 'ROAS {n} is {n} of revenue for each 1 of ad spend; is {m} meant?',
    zh: '投产比 {n} 即每 1 元广告费带来 {n} 元销售额，是否应为 {m}？',
  },
  'doubt.customers': {
    en: 'new customers are those of {n} alone, whose export says who bought; buyers in {m} are none, though revenue and ad spend hold those shops too, so that a new customer costs more than it does',
    zh: '新客只计 {n} 的顾客（只有其导出文件能识别顾客），{m} 的买家不计入新客，而销售额与广告费均含这些店铺，算出的新客成本会偏高',
  },
  'doubt.stake': { en: 'more is at stake ({n}) than the target itself ({m})', zh: '赌注 {n} 超过目标本身 {m}' },
  'answer.tiers': {
    en: 'one rate, as 3%, or a rate for each part of revenue, the lowest part first, as "3% up to 400000, 4% above" or "8% above 100000", or "none"',
    zh: '单一费率，如 3%；或按销售额由低到高分档，各档费率只计该档部分，如“40万以内 3%，以上 4%”“10万以上 8%”；没有则填“无”',
  },
  'answer.goals': {
    en: 'KPIs of the list, each once with its target, as "roas 3.0, cac 25"',
    zh: '列表中的考核指标，各写一次并附目标值，如“roas 3.0，cac 25”',
  },
  'answer.goals-point': { en: 'a point before the decimals, {n}', zh: '以英文句点作小数点，即 {n}' },
  'answer.goals-weights': {
    en: 'targets alone, as "roas 3.0, cac 25": all KPIs weigh the same at first, and weights are changed in contract.yaml',
    zh: '只写目标值，如“roas 3.0，cac 25”：起初各指标权重相同，权重在 contract.yaml 中修改',
  },
  'answer.goals-share': { en: 'a target with a percent sign, as "refund_rate 8%"', zh: '带百分号的目标值，如“退款率 8%”' },
  'answer.bet': {
    en: 'target, share of the difference, and the most that is paid, as "5000000, 2%, 20000"; or target and stake, as "5000000, 10000"; or "none"',
    zh: '目标、差额赔付比例、最多赔付金额，如“500万, 2%, 2万”；或目标与赌注，如“500万, 1万”；没有则填“无”',
  },
  'answer.day': {
    en: 'a day that exists, from the year 2000 on, the year first, as 2026-01-31',
    zh: '存在的日期（2000 年及以后），年份在前，如 2026-01-31',
  },
  'answer.day-after': {
    en: 'a day after the first, at most ten years later, as 2026-12-31',
    zh: '晚于首日且不超过十年的日期，如 2026-12-31',
  },
  'answer.exports': { en: 'an export with sales among them, such as shopify', zh: '其中须有含销售数据的导出文件，如 shopify' },
  'answer.exports-cny': {
    en: 'exports in the currency of the contract: tmall is in CNY',
    zh: '与合同币种一致的导出文件：天猫/淘宝订单为人民币（CNY）',
  },
  'answer.exports-amazon': {
    en: 'exports in the currency of the contract: the settlements of Amazon’s shops are in {n}',
    zh: '与合同币种一致的导出文件：亚马逊各站点的结算币种为 {n}',
  },
  'answer.marketplace': {
    en: 'a shop that settles in the currency of the contract: {n} settles in {m}',
    zh: '以合同币种结算的站点：{n} 以 {m} 结算',
  },
  'answer.exports-bigquery': {
    en: 'exports whose columns a table of BigQuery can have: {n} has one that it cannot; leave it out, and declare by hand what was loaded of it (guide, chapter 11)',
    zh: 'BigQuery 的表能有其列名的导出文件：{n} 中有一列的列名不被支持；请不选它，并自行声明加载后的表（见指南第 11 章）',
  },
  'answer.bonus': {
    en: 'an amount above 0, as 2000 (paid in proportion) or "2000 all or nothing", or "none"',
    zh: '大于 0 的金额，如 2000（按比例支付）或“2000 达到才付”；没有则填“无”',
  },
  'answer.bet-unequal': {
    en: 'one stake for both sides, as "5000000, 10000": a wager pays either side the same. What only one side would pay is a bonus, a milestone or a penalty of its own, to be written into contract.yaml (guide, chapter 3)',
    zh: '双方相同的赌注，如“500万, 1万”：对赌双方输赢金额相同。只由一方支付的部分须另写为奖金、里程碑或扣款，写入 contract.yaml（见指南第 3 章）',
  },
  'answer.yes': { en: 'yes or no', zh: '“是”或“否”' },
  'answer.paid': {
    en: 'a retainer, commission, bonus or wager: without any of them nothing would be paid',
    zh: '固定服务费、提成、奖金、对赌中至少一项，否则合同没有任何付款',
  },

  // What was expected, by the name of the schema's definition
  text: { en: 'text, or {en: …, zh: …}', zh: '文字，或 {en: …, zh: …}' },
  plain: { en: 'text that is not empty', zh: '非空文字' },
  registered: { en: 'the text of the register, without quotes around it', zh: '与登记一致的文字，不加引号' },
  id: {
    en: 'a name: a letter, then letters, digits, _ or - (at most 63)',
    zh: '名称：字母开头，其后为字母、数字、_ 或 -（至多 63 个字符）',
  },
  name: { en: 'a name: letters, digits and _, no digit first (at most 63)', zh: '名称：字母、数字和 _，不以数字开头（至多 63 个字符）' },
  column: {
    en: 'a column name: letters, digits and _ of ASCII, no digit first; a column of another name is named beside the table: columns: { paid_at: "Paid at" }',
    zh: '列名：ASCII 字母、数字和 _，不以数字开头；其他列名请在 table 旁另行命名：columns: { paid_at: 付款时间 }',
  },
  table: {
    en: 'a table: table or dataset.table, in letters, digits and _ of ASCII; a file or folder of another name is renamed',
    zh: '表名：table 或 dataset.table，使用 ASCII 字母、数字和 _；其他名称的文件或文件夹请改名',
  },
  when: {
    en: 'a column, or {column, zone} for wall-clock times; a column of another name than ASCII letters, digits and _ is named beside the table: columns: { paid_at: "Paid at" }',
    zh: '列名，或用于不带时区的当地时间的 {column, zone}；列名不是 ASCII 字母、数字和 _ 的，请在 table 旁另行命名：columns: { paid_at: 付款时间 }',
  },
  contractId: { en: '3 to 40 lower-case letters, digits or -', zh: '由 3 到 40 个小写字母、数字或 - 组成的 id' },
  digest: { en: 'sha256: and 64 lower-case hex digits', zh: 'sha256: 加 64 位小写十六进制' },
  useName: {
    en: 'a short name: a lower-case letter, then lower-case letters or digits (at most 12)',
    zh: '简称：小写字母开头，其后为小写字母或数字（至多 12 个字符）',
  },
  marketplace: { en: 'a marketplace as the export names it, such as Amazon.com', zh: '导出文件所写的站点名，如 Amazon.com' },
  login: { en: 'a login without @: letters, digits, - and _ (at most 39)', zh: '登录名，不带 @：字母、数字、- 和 _（至多 39 个字符）' },
  sha256: {
    en: '64 lower-case hex digits, as `shasum -a 256 <file>` (macOS), `sha256sum <file>` (Linux) and `certutil -hashfile <file> SHA256` (Windows) print them for the signed file',
    zh: '64 位小写十六进制，即签署文件的 SHA-256：`shasum -a 256 <文件>`（macOS）、`sha256sum <文件>`（Linux）、`certutil -hashfile <文件> SHA256`（Windows）',
  },
  zone: { en: 'an IANA time zone such as Asia/Shanghai', zh: 'IANA 时区，如 Asia/Shanghai' },
  currencyCode: { en: 'an ISO 4217 code such as USD', zh: 'ISO 4217 代码，如 USD' },
  checklistItem: { en: 'lower-case letters, digits and _', zh: '小写字母、数字和 _' },
  packUse: { en: 'a pack such as ga4@1, or {pack: ga4@1, …} with its parameters', zh: '口径包，如 ga4@1，或带参数的 {pack: ga4@1, …}' },
  account: { en: 'the digits of an account, in quotes', zh: '账户编号数字，须加引号' },
  action: { en: 'a kind of action such as omni_purchase', zh: '操作类型，如 omni_purchase' },
  packName: { en: 'a pack and its version, such as name@1', zh: '口径包及版本，如 name@1' },
  formula: { en: 'a formula on one line (at most 1000 characters)', zh: '单行公式（至多 1000 个字符）' },
  lineId: {
    en: 'a line: a fee id, <guarantee>/recovery, true-up/<period>/<line> or correction/<period>/<line>',
    zh: '结算项目：费用 id、<保底>/recovery、true-up/<结算期>/<项目> 或 correction/<结算期>/<项目>',
  },
  acknowledged: {
    en: 'a reconciliation id, <measure>@<day> or true-up/<period>/<line>',
    zh: '对账 id、<度量>@<日期> 或 true-up/<结算期>/<项目>',
  },
  eventFile: { en: 'the name of an event file: <YYYY-MM-DD>-<slug>.yaml', zh: '事件文件名：<YYYY-MM-DD>-<slug>.yaml' },
  dataFolder: { en: 'a folder below the root, without ..', zh: '根目录下的文件夹，不含 ..' },
  cloudProject: { en: 'a Google Cloud project id', zh: 'Google Cloud 项目 id' },
  cloudLocation: { en: 'a location such as EU', zh: '数据位置，如 EU' },
  member: {
    en: 'user:, group: or serviceAccount: with an address, such as group:kpi@acme.example',
    zh: 'user:、group: 或 serviceAccount: 加地址，如 group:kpi@acme.example',
  },
  repositoryName: { en: 'a repository: owner/name', zh: '仓库：owner/name' },
  branchName: { en: 'a branch', zh: '分支' },
  environmentName: { en: 'an environment: letters, digits, _ and -', zh: '环境：字母、数字、_ 和 -' },
  digits: { en: 'digits, in quotes', zh: '数字，须加引号' },
  billingAccount: { en: 'a billing account such as 01AB23-CD45EF-678901', zh: '结算账号，如 01AB23-CD45EF-678901' },
  wholeAmount: { en: 'a whole amount in quotes, such as "200"', zh: '整数金额，须加引号，如 "200"' },
  bucketName: { en: 'the name of a bucket', zh: '存储桶名称' },
  secretKey: { en: 'the name of a secret: letters and digits', zh: '密钥名称：字母与数字' },
  schedule: { en: 'a schedule such as every 24 hours', zh: '运行时间，如 every 24 hours' },
  shopName: { en: 'the shop’s name: acme of acme.myshopify.com', zh: '店铺名：acme.myshopify.com 中的 acme' },
  assetName: { en: 'a table of the source: letters, digits and _', zh: '来源的表名：字母、数字和 _' },
  header: { en: 'a header as it stands in the file', zh: '文件中的表头原文' },
  fileColumn: {
    en: 'a header as it stands in the file, or header, time, strip, round and fill',
    zh: '文件中的表头原文，或 header、time、strip、round、fill',
  },
  dimension: { en: 'a column, {column, top: 20} or {column, values: […]}', zh: '列名、{column, top: 20} 或 {column, values: […]}' },
  segment: { en: 'a value of at most 60 characters', zh: '不超过 60 个字符的值' },
  factorOfTree: { en: 'a metric, or {per: metric}', zh: '指标，或 {per: 指标}' },
  dayRange: { en: 'a date, or {from: 2026-11-01, to: 2026-11-11}', zh: '日期，或 {from: 2026-11-01, to: 2026-11-11}' },
  seasonBasis: { en: 'last year, or {from, to} of the event before', zh: '上年同日期（last year），或上一次活动的 {from, to}' },
  factor: { en: 'a number above 0, such as 2.5', zh: '大于 0 的数，如 2.5' },
  amountCurrency: { en: 'a column, or {code: USD} where all amounts are in one currency', zh: '列名；所有金额同一币种时写 {code: USD}' },
  date: { en: 'a date YYYY-MM-DD from 1970 on', zh: '按 YYYY-MM-DD 书写的日期（1970 年及以后）' },
  moment: { en: 'a date YYYY-MM-DD, or an instant such as 2026-01-05T04:00:00Z', zh: '日期 YYYY-MM-DD，或时刻，如 2026-01-05T04:00:00Z' },
  period: { en: 'a period: 2026-01, 2026-Q1 or 2026-W02', zh: '结算期：2026-01、2026-Q1 或 2026-W02' },
  share: { en: 'a share such as 40%', zh: '比例，如 40%' },
  shareOrNone: { en: 'a share such as 40%, or none', zh: '比例，如 40%，或 none' },
  capAmount: { en: 'an amount of 0 or more, such as 10000, or none', zh: '不小于 0 的金额，如 10000；或 none' },
  amount: { en: 'an amount of 0 or more, such as 1500 or 12.50', zh: '不小于 0 的金额，如 1500 或 12.50' },
  signedAmount: { en: 'an amount such as -12.50', zh: '金额，如 -12.50' },
  level: { en: 'a number, or a share such as 4.5%', zh: '数字，或比例，如 4.5%' },
  levelOrMultiple: {
    en: 'a number, a share such as 4.5%, or a multiple of the target such as 0.8x',
    zh: '数字、比例（如 4.5%）或目标的倍数（如 0.8x）',
  },
  rate: { en: 'a share such as 10%, or an amount per unit', zh: '比例，如 10%，或每单位金额' },
  scalar: { en: 'text, a number, true or false', zh: '文字、数字、true 或 false' },
  comparable: { en: 'text or a number', zh: '文字或数字' },
  scalars: { en: 'a list of values', zh: '值的列表' },
  condition: { en: 'a value, a list of values, or operators such as {gte: 5}', zh: '值、值的列表，或运算符，如 {gte: 5}' },
  where: { en: 'conditions: column → condition', zh: '条件：列 → 条件' },
  party: { en: 'brand | provider', zh: 'brand | provider' },
  every: { en: 'month | quarter | week', zh: 'month | quarter | week' },
  scheduledShare: {
    en: 'a share such as 40%, or a map from periods to shares',
    zh: '比例，如 40%；或按期填写，如 {2026-01: 40%, 2026-07: 45%}',
  },
  scheduledAmount: {
    en: 'an amount of 0 or more, or a map from periods to amounts',
    zh: '不小于 0 的金额；或按期填写，如 {2026-01: 3000, 2026-07: 3300}',
  },
  scheduledCap: {
    en: 'an amount of 0 or more, or a map from periods to amounts, with none where there is no cap, as {2026-01: none, 2026-07: 10000}',
    zh: '不小于 0 的金额；或按期填写，不封顶的结算期写 none，如 {2026-01: none, 2026-07: 10000}',
  },
  scheduledLevel: { en: 'a number or share, or a map from periods to them', zh: '数字或比例；或按期填写，如 {2026-01: 3.0, 2026-07: 3.3}' },
  scheduledLevelOrMultiple: {
    en: 'a number, share or multiple such as 0.8x, or a map from periods to them',
    zh: '数字、比例或倍数（如 0.8x）；或按期填写，如 {2026-01: 0.8x, 2026-07: 0.9x}',
  },
  scheduledRate: {
    en: 'a share such as 10% or an amount per unit, or a map from periods to them',
    zh: '比例（如 10%）或每单位金额；或按期填写，如 {2026-01: 10%, 2026-07: 12%}',
  },
  scheduledTiers: {
    en: 'tiers such as {from 0: 5%, from 100000: 7%}, or a map from periods to them',
    zh: '档位表，如 {from 0: 5%, from 100000: 7%}，或按期填写，每期一张档位表',
  },
  scheduledPoints: {
    en: 'scores and shares such as {from 80%: 50%, from 100%: 100%}, or a map from periods to them',
    zh: '得分与比例，如 {from 80%: 50%, from 100%: 100%}，或按期填写，每期一张表',
  },
  scheduledBands: {
    en: 'scores and shares such as {below 80%: 10%, below 60%: 25%}, or a map from periods to them',
    zh: '得分与比例，如 {below 80%: 10%, below 60%: 25%}，或按期填写，每期一张表',
  },
  markup: { en: 'a share such as 15%, or {gross: 15%}', zh: '比例，如 15%，或 {gross: 15%}' },
  tierTable: { en: 'tiers such as {from 0: 5%, from 100000: 7%}', zh: '档位表，如 {from 0: 5%, from 100000: 7%}' },
  pointTable: {
    en: 'scores and shares such as {from 80%: 50%, from 100%: 100%}',
    zh: '得分与比例，如 {from 80%: 50%, from 100%: 100%}',
  },
  bandTable: {
    en: 'scores and shares such as {below 80%: 10%, below 60%: 25%}',
    zh: '得分与比例，如 {below 80%: 10%, below 60%: 25%}',
  },
  'tierTable.key': { en: 'where a tier starts, such as from 100000', zh: '档位起点，如 from 100000' },
  'pointTable.key': { en: 'a score such as from 80% (100% is the target reached)', zh: '得分，如 from 80%（达到目标为 100%）' },
  'bandTable.key': { en: 'a score such as below 80% (100% is the target reached)', zh: '得分，如 below 80%（达到目标为 100%）' },
  'scheduledTiers.key': { en: 'where a tier starts, such as from 100000, or a period', zh: '档位起点（如 from 100000），或结算期' },
  'scheduledPoints.key': {
    en: 'a score such as from 80% (100% is the target reached), or a period',
    zh: '得分（如 from 80%；达到目标为 100%），或结算期',
  },
  'scheduledBands.key': {
    en: 'a score such as below 80% (100% is the target reached), or a period',
    zh: '得分（如 below 80%；达到目标为 100%），或结算期',
  },
  'type.string': { en: 'text', zh: '文字' },
  'type.integer': { en: 'a whole number', zh: '整数' },
  'type.boolean': { en: 'true or false', zh: 'true 或 false' },
  'type.object': { en: 'fields, lines of "name: value"', zh: '字段，即“名称: 值”的各行' },
  'type.array': { en: 'a list, lines that begin with "- " or values in [ ]', zh: '列表，即以“- ”开头的各行，或写在 [ ] 中的值' },

  // Who did or did not agree
  brand: { en: 'the brand', zh: '品牌方' },
  provider: { en: 'the provider', zh: '服务方' },
  parties: { en: 'both parties', zh: '双方' },
  somebody: { en: 'somebody unknown', zh: '未知人员' },

  // Kinds of things that have ids
  'kind.kpi': { en: 'KPI', zh: '考核指标' },
  'kind.gate': { en: 'gate', zh: '前置条件' },
  'kind.fee': { en: 'fee', zh: '费用' },
  'kind.duty': { en: 'duty', zh: '义务' },
  'kind.milestone': { en: 'milestone', zh: '里程碑' },
  'kind.line': { en: 'line', zh: '结算项目' },
  'kind.metric': { en: 'metric', zh: '指标' },
  'channels.not-divided': { en: 'none of its measures is divided by it', zh: '没有度量按该列拆分' },
  'channels.no-spend': {
    en: 'no KPI or watched metric is a ratio of such measures with that spend on one side',
    zh: '没有考核指标或观察指标是以该花费为一侧、且各度量均按该列拆分的比率',
  },
  'channels.none': { en: 'none', zh: '无' },
  'channels.several': { en: 'more than one measure may be the spend', zh: '可作为花费的度量不止一项' },
  'bridge.mix': { en: 'none of its measures is divided', zh: '其度量均未拆分' },
  'bridge.fx': { en: 'none of its measures has a currency column', zh: '其度量均无币种列' },
  'kind.segment': { en: 'value', zh: '取值' },
  'kind.season': { en: 'season', zh: '活动' },
  'kind.measure': { en: 'measure', zh: '度量' },
  'kind.measure-or-metric': { en: 'measure or metric', zh: '度量或指标' },
  'kind.fact': { en: 'fact', zh: '事实表' },
  'kind.view': { en: 'view', zh: '视图' },
  'kind.pack': { en: 'pack', zh: '口径包' },
  'kind.reconcile': { en: 'reconciliation', zh: '对账' },
  'kind.contract': { en: 'contract', zh: '合同' },
  'kind.party': { en: 'party', zh: '合同方' },
  'kind.expert': { en: 'expert', zh: '专家' },
  'kind.person': { en: 'person', zh: '人员' },
  'kind.rule': { en: 'rule of the lint', zh: '检查规则' },
  'kind.event': { en: 'event file', zh: '事件文件' },
  'kind.acknowledged': { en: 'anomaly, reconciliation or true-up', zh: '异常、对账或往期补差' },

  'weights.less': { en: 'add {n} to one of them', zh: '在其中一项上增加 {n}' },
  'weights.more': { en: 'take {n} from one of them', zh: '从其中一项中减去 {n}' },

  'every.month': { en: 'months (2026-01)', zh: '月（2026-01）' },
  'every.quarter': { en: 'quarters (2026-Q1)', zh: '季度（2026-Q1）' },
  'every.week': { en: 'ISO weeks (2026-W02)', zh: 'ISO 周（2026-W02）' },

  'strptime.directive': { en: 'a directive that is none', zh: '含有不存在的格式符' },
  'strptime.date': { en: 'year, month and day are needed', zh: '年、月、日须齐全' },
  'strptime.half': { en: '%I and %p belong together', zh: '%I 与 %p 须同时使用' },
  'formula.character': { en: 'a character that formulas do not have', zh: '公式中不允许的字符' },
  'formula.operand': { en: 'a measure, metric or number is missing', zh: '缺少度量、指标或数字' },
  'formula.operator': { en: 'an operator is missing', zh: '缺少运算符' },
  'formula.bracket': { en: 'a bracket has no partner', zh: '括号不成对' },
  'formula.arguments': { en: 'min and max take two or more values in brackets', zh: 'min 与 max 须在括号内给出两个或更多值' },
  'formula.depth': { en: 'it is nested too deeply', zh: '嵌套过深' },

  'replay.none': { en: 'a statement that no replay can have written', zh: '任何重放都无法写出的结算单' },
  'replay.as-settled': { en: 'period, dates and run as settled', zh: '已结算的结算期、日期与计算次数' },
  'shape.required': { en: '{n} is not there', zh: '缺少 {n}' },
  'shape.additionalProperties': { en: '{n} is no field of it', zh: '{n} 不是其中的字段' },
  'shape.type': { en: '{n} is of another kind', zh: '{n} 的类型不符' },
  'shape.other': { en: '{n} does not fit its schema ({m})', zh: '{n} 不符合其 schema（{m}）' },
  'json.mark': {
    en: 'a byte order mark (BOM) stands before the text, as some editors put it there; saved as UTF-8 without BOM it is as it was',
    zh: '文本之前有字节顺序标记（BOM），由某些编辑器保存时写入；另存为不带 BOM 的 UTF-8 即恢复原状',
  },
  'json.half': { en: 'half of a character (a lone surrogate)', zh: '半个字符（孤立代理项）' },

  // What is to be done about a file in which nothing stands
  'empty.contract': {
    en: 'Bring back from version control what stood in it, or write a contract with `concord init`.',
    zh: '请从版本库恢复原有内容，或用 `concord init` 撰写合同。',
  },
  'empty.definitions': {
    en: 'Bring back from version control what stood in it, or write what is measured: facts, measures and metrics.',
    zh: '请从版本库恢复原有内容，或写明取数口径：facts、measures 与 metrics。',
  },
  'empty.event': {
    en: 'Remove it and file the event whole: `concord event` shows what it needs. Where the file held one, bring that back from version control.',
    zh: '请删除该文件，并提交完整的事件：`concord event` 会列出所需内容。若文件中原有事件，请从版本库恢复。',
  },
  'empty.workspace': {
    en: 'Bring back from version control what stood in it, or write who the people are and who may approve.',
    zh: '请从版本库恢复原有内容，或写明人员及批准权限。',
  },
  'empty.stack': {
    en: 'Bring back from version control what stood in it, or remove it.',
    zh: '请从版本库恢复原有内容，或删除该文件。',
  },

  // What the YAML parser complains of
  'yaml.ALIAS_PROPS': { en: 'an alias cannot have an anchor or tag', zh: '别名不能带锚点或标签' },
  'yaml.BAD_ALIAS': { en: 'an alias or anchor has no valid name', zh: '别名或锚点名称无效' },
  'yaml.BAD_COLLECTION_TYPE': { en: 'a tag does not fit its list or map', zh: '标签与列表或字段不符' },
  'yaml.BAD_DIRECTIVE': { en: 'a % directive is not known', zh: '无法识别的 % 指令' },
  'yaml.BAD_DQ_ESCAPE': { en: 'an escape in a double-quoted text is not valid', zh: '双引号文字中的转义无效' },
  'yaml.BAD_INDENT': { en: 'the indentation is wrong', zh: '缩进有误' },
  'yaml.BAD_PROP_ORDER': { en: 'an anchor or tag stands in the wrong place', zh: '锚点或标签位置有误' },
  'yaml.BAD_SCALAR_START': { en: 'a text must not begin with this character; put it in quotes', zh: '文字不能以此字符开头，请加引号' },
  'yaml.BLOCK_AS_IMPLICIT_KEY': {
    en: 'a list or map stands where a field name belongs; a value may lack its quotes',
    zh: '此处应为字段名，而不是列表或一组字段；值可能漏了引号',
  },
  'yaml.BLOCK_IN_FLOW': { en: 'an indented list or map cannot stand inside [ ] or { }', zh: '[ ] 或 { } 内不能使用缩进的列表或字段' },
  'yaml.DUPLICATE_KEY': { en: 'a field is written twice', zh: '字段重复' },
  'yaml.IMPOSSIBLE': { en: 'the text cannot be read', zh: '文本无法读取' },
  'yaml.KEY_OVER_1024_CHARS': { en: 'a field name is too long', zh: '字段名过长' },
  'yaml.MISSING_CHAR': {
    en: 'a character is missing: a closing quote or bracket, a comma, a colon or a space',
    zh: '缺少字符：收尾引号或括号、逗号、冒号或空格',
  },
  'yaml.MULTILINE_IMPLICIT_KEY': { en: 'a field name must be on one line', zh: '字段名须在同一行内' },
  'yaml.MULTIPLE_ANCHORS': { en: 'a value has two anchors', zh: '一个值有两个锚点' },
  'yaml.MULTIPLE_DOCS': { en: 'a file holds one document; remove the ---', zh: '一个文件只含一个文档，请删除 ---' },
  'yaml.MULTIPLE_TAGS': { en: 'a value has two tags', zh: '一个值有两个标签' },
  'yaml.NON_STRING_KEY': { en: 'a field name is no text', zh: '字段名不是文字' },
  'yaml.RESOURCE_EXHAUSTION': { en: 'the file is nested too deeply', zh: '文件嵌套过深' },
  'yaml.TAB_AS_INDENT': { en: 'a tab indents a line; use spaces', zh: '使用了制表符缩进，请改用空格' },
  'yaml.WIDE_COLON': {
    en: 'a full-width colon ： stands here; write a plain one and a space (: ) after it',
    zh: '此处是全角冒号“：”，请改用半角冒号加一个空格（: ）',
  },
  'yaml.NO_SPACE': { en: 'a space is missing after the colon', zh: '冒号后缺少一个空格' },
  'yaml.NO_SPACE_AFTER_DASH': { en: 'a list entry begins with a plain - and a space', zh: '列表项须以半角 - 加一个空格开头' },
  'yaml.UNSEEN': { en: 'a character that nobody sees stands on this line; type it again', zh: '本行含有看不见的字符，请重新键入' },
  'yaml.ODD_SPACE': {
    en: 'a space of another kind (non-breaking or full-width) stands here; type plain spaces',
    zh: '此处是特殊空格（不换行空格或全角空格），请改用普通空格',
  },
  'yaml.WIDE_PAIRS': {
    en: 'full-width colons and commas stand here; type plain ones, each with a space after it',
    zh: '此处是全角冒号和逗号，请改用半角，其后各加一个空格',
  },
  'yaml.OPEN_COMMENT': {
    en: 'a comment goes from # to the end of its line, and takes the closing bracket with it; it stands behind that',
    zh: '注释从 # 起直到行末，收尾括号也被当作注释；请把注释写在括号之后',
  },
  'yaml.WIDE_MARK': { en: 'full-width commas or brackets stand here; type plain ones', zh: '此处是全角逗号或括号，请改用半角' },
  'yaml.CURLY_QUOTE': { en: 'curly or Chinese quotes stand here; type plain ones', zh: '此处是中文或弯引号，请改用半角引号' },
  'yaml.COMPARISON': {
    en: 'a sign of comparison stands before the number; the field itself says which way it counts',
    zh: '数字前有比较符号；方向由字段本身表示',
  },
  'yaml.EQUALS': { en: 'an = stands where a colon and a space belong', zh: '此处应为冒号加空格，而不是 =' },
  'yaml.OPEN_HASH': {
    en: 'a # after a space makes a comment of the rest of the line; a text with one in it must stand in quotes',
    zh: '空格后的 # 会使本行其余内容成为注释；含 # 的文字须加引号',
  },
  'yaml.OPEN_QUOTE': { en: 'a quote is opened and not closed', zh: '引号只有开头，没有收尾' },
  'yaml.OPEN_BRACKET': { en: 'brackets do not come in pairs', zh: '括号不成对' },
  'yaml.SEMICOLON': { en: 'a semicolon stands where a comma belongs', zh: '此处应为逗号，而不是分号' },
  'yaml.NO_DASH': { en: 'the dash of a list entry, - and a space, is missing', zh: '缺少列表项开头的“- ”（短横加空格）' },
  'yaml.NO_COMMA': { en: 'a comma is missing between two fields', zh: '两个字段之间缺少逗号' },
  'yaml.COLON_IN_VALUE': { en: 'a text with a colon in it must stand in quotes', zh: '文字中含有冒号，须加引号' },
  'yaml.RESERVED_START': { en: 'a text that begins with this sign must stand in quotes', zh: '以此符号开头的文字须加引号' },
  'yaml.NO_COLON': { en: 'a colon is missing after the name of the field', zh: '字段名后缺少冒号' },
  'yaml.CONFLICT': {
    en: 'git has left the marks of a conflict (<<<<<<<); keep one of the two versions and remove the marks',
    zh: '此处有 git 冲突标记（<<<<<<<），请保留其中一个版本并删除标记',
  },
  'yaml.UNEXPECTED_TOKEN': { en: 'something stands where nothing belongs', zh: '此处出现了多余内容' },
};

/** Said after a message where the name that was probably meant is known. */
const SUGGESTION: Message = { en: ' Did you mean {suggestion}?', zh: '是否想写 {suggestion}？' };

/** Said where nothing near was found: what can be named. */
const KNOWN: Message = { en: ' Known here: {known}.', zh: '可用的有：{known}。' };

/** The remedy where it is known how the field should be written, or how it may have been meant. */
const CORRECTED: Message = { en: 'Write {corrected}', zh: '改为 {corrected}' };
const EITHER: Message = {
  en: 'Write {corrected} (or {otherwise}, if that was meant)',
  zh: '改为 {corrected}（若本意如此，则为 {otherwise}）',
};

/** A view as sources are labelled, where it stands in a table's place or before the numbers of its rows. */
const VIEW = /^view "(\w+)"(?=$| #)/;
const NAMED_VIEW: Message = { en: 'view "{n}"', zh: '视图“{n}”' };

/**
 * An issue's parameters in one language: `@name` replaced by the phrase of that name, `@name:3` by the one for that many, `@name:a|b` filled
 * with both, of which the second may be several (`b, c`); in a list each item.
 */
export function phrased(params: Params, locale: Locale): Params {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'object' ? value.map((item) => phrase(item, locale)) : typeof value === 'string' ? phrase(value, locale) : value,
    ]),
  );
}

/** A text that may be a phrase's name, in words. */
export function phrase(value: string, locale: Locale): string {
  const [, name = '', n = '', m = ''] = /^@([\w.-]+)(?::([^|]{1,300})(?:\|(.{1,300}))?)?$/u.exec(value) ?? [];
  const found = Object.hasOwn(PHRASES, name) ? PHRASES[name] : undefined;
  if (found !== undefined) return fill(found, locale, { n, m: m.split(', ') });
  return value.replace(VIEW, (_, view: string) => fill(NAMED_VIEW, locale, { n: view }));
}

/** Places that hold amounts of money, or what they are compared with: set apart by thousands, as in every text that people read. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'amount',
  'claimed',
  'difference',
  'open',
  'over',
  'swing',
  'before',
  'after',
  'variable',
  'penalties',
  'bonuses',
  'from',
  'to',
  'at',
]);

/** The same beside its currency, whatever the place is called; what a remedy has to be typed stands without one, and as it is typed. */
const BESIDE_CURRENCY = /\{(\w+)\} ?\{currency\}/g;

const besideCurrency = kept(
  (text: string): ReadonlySet<string> => new Set([...text.matchAll(BESIDE_CURRENCY)].map(([, name = '']) => name)),
);

function withDigits(params: Params, isAmount: (name: string) => boolean): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (!isAmount(name)) return [name, value];
      return [name, typeof value === 'object' ? value.map(amountText) : amountText(String(value))];
    }),
  );
}

/** One just below or above a level has the sign of that before it. */
function amountText(value: string): string {
  return /^[<>]/.test(value) ? `${value.slice(0, 1)}${grouped(value.slice(1))}` : grouped(value);
}

/** A message of an issue in words, with the name that was probably meant where it is known, or else the names that there are. */
export function issueMessage(message: Message, locale: Locale, params: Params): string {
  const beside = besideCurrency(message[locale]);
  const text = fill(
    message,
    locale,
    withDigits(phrased(params, locale), (name) => AMOUNTS.has(name) || beside.has(name)),
  );
  // The field as it should be written names what was meant.
  if (params.corrected !== undefined) return text;
  if (params.suggestion !== undefined && params.suggestion !== '') return text + fill(SUGGESTION, locale, phrased(params, locale));
  return params.known !== undefined && params.known !== '' ? text + fill(KNOWN, locale, phrased(params, locale)) : text;
}

/** What to do about an issue: the field as it should be written where that is known, and may be written still. */
export function issueRemedy(fix: Message, locale: Locale, params: Params): string {
  if (params.corrected === undefined || params.filed !== undefined) {
    const beside = besideCurrency(fix[locale]);
    return fill(
      fix,
      locale,
      withDigits(phrased(params, locale), (name) => beside.has(name)),
    );
  }
  return fill(params.otherwise === undefined ? CORRECTED : EITHER, locale, params);
}
