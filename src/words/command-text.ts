import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What commands say of themselves: results, progress, next steps. */
export const COMMAND_TEXT = {
  'check-good': { en: 'Contracts checked: {contracts}, no issues', zh: '已检查 {contracts} 份合同，没有问题' },
  'check-done': { en: 'Contracts checked: {contracts}', zh: '已检查 {contracts} 份合同' },
  'defaults-hold': { en: 'What "{id}" leaves unsaid holds by default:', zh: '“{id}”未写明的事项，按以下默认值执行：' },
  'no-contract-yet': { en: 'There is no contract yet.', zh: '尚无合同。' },
  'nothing-due': { en: 'Nothing is due: every due period is settled.', zh: '没有到期未结算的结算期。' },
  'next-due': { en: '{contract}: {period} is due on {dueOn}', zh: '{contract}：{period} 于 {dueOn} 到期结算' },
  'settled-written': { en: 'Written: {period} in {path}', zh: '已写入：{period}，位于 {path}' },
  'settled-no-data': {
    en: '{contract}: {fact} has no data: what needs them is held',
    zh: '{contract}：{fact} 没有数据，依赖它的项目暂缓结算',
  },
  'settled-log-empty': {
    en: '{contract}: the load log {log} has no load of {fact}: what needs them is held until it has a row of it, with the time of the load in {column}',
    zh: '{contract}：加载日志 {log} 中没有 {fact} 的加载记录，依赖它的项目暂缓结算：须在 {log} 中为其补一条记录，并在 {column} 列写明加载时间',
  },
  'settled-log-behind': {
    en: '{contract}: by the load log {log} data of {fact} end on {reached}, before {first} does: what needs them is held until a later load stands there. New rows of {fact} alone change nothing: their load needs a row of its own in {log}, with its time, after the end of {first}, in {column}',
    zh: '{contract}：按加载日志 {log}，{fact} 的数据截至 {reached}，未覆盖 {first}，依赖它的项目暂缓结算，直到日志中有更晚的加载记录。只补 {fact} 的数据行不起作用：须在 {log} 中为其补一条记录，{column} 列写明 {first} 结束之后的加载时间',
  },
  'settled-log-behind-all': {
    en: '{contract}: by the load log {log} data of {fact} end on {reached}, and {count} periods ({first} to {last}) are settled beyond: what needs them is held until a later load stands there. New rows of {fact} alone change nothing: their load needs a row of its own in {log}, with its time in {column}. To settle up to a day only: --as-of',
    zh: '{contract}：按加载日志 {log}，{fact} 的数据截至 {reached}，其后的 {count} 期（{first} 至 {last}）数据不全仍已结算，依赖它的项目暂缓结算，直到日志中有更晚的加载记录。只补 {fact} 的数据行不起作用：须在 {log} 中为其补一条记录，{column} 列写明加载时间。只想结算到某一天，请用 --as-of',
  },
  'settled-ends-early': {
    en: '{contract}: data of {fact} end on {reached}, before {first} does: what needs them is held until they are there. A file shows by a row of after {first} that it is whole: download past its end',
    zh: '{contract}：{fact} 的数据截至 {reached}，未覆盖 {first}，依赖它的项目在补齐前暂缓结算。文件中有 {first} 之后的数据行，才能确认已完整：请导出到期末之后',
  },
  'settled-ends-early-all': {
    en: '{contract}: data of {fact} end on {reached}, and {count} periods ({first} to {last}) are settled beyond: what needs them is held until they are there. To settle up to a day only: --as-of',
    zh: '{contract}：{fact} 的数据截至 {reached}，其后的 {count} 期（{first} 至 {last}）数据不全仍已结算，依赖它的项目在补齐前暂缓结算。只想结算到某一天，请用 --as-of',
  },
  'settled-silent-held': {
    en: '{contract}: no row of {measure} from {from} to {to} in {fact}, and nothing says that it was really nothing: what uses it is held until the rows are there or a review acknowledges {id}',
    zh: '{contract}：{fact} 在 {from} 至 {to} 没有 {measure} 的数据行，也无从确认确实为零：用到它的项目暂缓结算，直到数据补齐或复盘确认 {id}',
  },
  'settled-silent-zero': {
    en: '{contract}: no row of {measure} from {from} to {to} in {fact}, which counts as 0, though nothing says that it was really nothing, since the contract agrees no review: is a file missing?',
    zh: '{contract}：{fact} 在 {from} 至 {to} 没有 {measure} 的数据行，按 0 计，但无从确认确实为零（合同未约定复盘）：是否缺少文件？',
  },
  'settled-wrong-sign': { en: '{contract}: {text}. {fix}', zh: '{contract}：{text}。{fix}' },
  'preview-only': { en: 'Preview: nothing has been written.', zh: '预览：未写入任何文件。' },
  'bundle-written': { en: 'Written: {period} of {contract} in {file}', zh: '已写入：{contract} 的 {period} 期，位于 {file}' },
  'bundle-digest': { en: 'Digest of the statement:', zh: '结算单校验码：' },
  'bundle-check': { en: 'Whoever has it unpacks it and checks it in that folder with', zh: '收到者解压后，在该文件夹中运行：' },
  'verify-good': {
    en: '{contract}: all that can be proved here is right: {statements} {statements:statement|statements} replayed to the same bytes, {periods}',
    zh: '{contract}：此处可核验的内容全部通过：{statements} 份结算单（{periods}）重放结果逐字节一致',
  },
  'verify-all-good': {
    en: 'All that can be proved here is right: {contracts} {contracts:contract|contracts}, {statements} {statements:statement|statements}',
    zh: '此处可核验的内容全部通过：{contracts} 份合同，{statements} 份结算单',
  },
  'verify-all-broken': {
    en: '{broken} of {contracts} contracts {broken:has|have} problems in the ledger',
    zh: '{contracts} 份合同中有 {broken} 份的账本存在问题',
  },
  'verify-follows': { en: 'What follows from that:', zh: '由此引起的不一致：' },
  'verify-unproved': { en: 'What this cannot prove:', zh: '以下内容在此无法证明：' },
  'terms-since': {
    en: 'Agreed since the statement of {since}, and in force for {period}:',
    zh: '{since} 结算单之后变更、且适用于 {period} 的条款：',
  },
  'verify-empty': { en: '{contract}: no statements yet', zh: '{contract}：尚无结算单' },
  'verify-broken': { en: '{contract}: {issues} {issues:problem|problems} in the ledger', zh: '{contract}：账本有 {issues} 处问题' },
  'event-next': {
    en: 'It counts once it is merged: `concord propose --title "…"`. {step}',
    zh: '合并后生效：`concord propose --title "…"`。{step}',
  },
  'event-next-here': {
    en: 'It counts from {date} on. There is no repository on GitHub here to propose it in: hand the file to the other party, since both settle by the same files. {step}',
    zh: '自 {date} 起生效。此处没有可供提交的 GitHub 仓库：请将该文件交给另一方，双方须按相同的文件结算。{step}',
  },
  'event-written': { en: 'wrote {path}', zh: '已写入 {path}' },
  'init-written': { en: 'Contract {id}:', zh: '合同 {id}：' },
  'asking-stopped': { en: 'stopped, nothing was written', zh: '已中止，没有写入任何文件' },
  'asking-kept': {
    en: 'No contract is written. Your answers are kept in {path}; take it up again with',
    zh: '没有写入合同。您的回答保存在 {path}；继续时请运行',
  },
  'init-checked': {
    en: 'Checked: no errors, {advice} {advice:piece|pieces} of advice, which `concord check {id}` shows.',
    zh: '检查完毕：没有错误，另有 {advice} 条建议，运行 `concord check {id}` 可查看。',
  },
  'init-next': {
    en: 'Next: read contract.yaml and definitions.yaml together, take in your downloads with `npx concord import <files>`, then run `npx concord check {id}` and `npx concord score {id}`.',
    zh: '下一步：双方一起阅读 contract.yaml 与 definitions.yaml，用 `npx concord import <文件>` 导入下载的文件，然后运行 `npx concord check {id}` 和 `npx concord score {id}`。',
  },
  'init-next-tables': {
    en: 'Next: read contract.yaml and definitions.yaml together, load your exports into BigQuery (guide, chapter 11), then run `npx concord check {id}` and `npx concord score {id}`.',
    zh: '下一步：双方一起阅读 contract.yaml 与 definitions.yaml，把导出文件加载到 BigQuery（见指南第 11 章），然后运行 `npx concord check {id}` 和 `npx concord score {id}`。',
  },
  'view-written': { en: 'Written:', zh: '已写入：' },
  'view-no-bigquery': {
    en: 'Nothing for BigQuery: it has no column of the name {name}. Where it is loaded there under another name, write the view with that name.',
    zh: '未写入 BigQuery 版本：BigQuery 不支持列名 {name}。若该列以其他名称加载到 BigQuery，请用该名称重新写入视图。',
  },
  'view-next': {
    en: 'Add what you need of this to contracts/{contract}/definitions.yaml; a view that no fact uses is refused:',
    zh: '请将所需内容加入 contracts/{contract}/definitions.yaml；未被任何事实表使用的视图会被拒绝：',
  },
  'view-no-freshness': {
    en: 'How far the orders reach is taken from the newest day that is counted. Where their loads are logged, add freshness: { table, column } of that log to the fact.',
    zh: '订单数据到哪一天，以参与统计的最新日期为准。如有加载日志，请在该事实表中加上指向日志的 freshness: { table, column }。',
  },
  'view-zone': {
    en: 'Times are read in {zone}, the zone of the contract: write the platform’s where it is another.',
    zh: '时间按合同时区 {zone} 读取；平台使用其他时区的，请改为平台的时区。',
  },
  'doctor-title': { en: '{contract} on {engine}', zh: '{contract}（{engine}）' },
  'doctor-connection': { en: 'data: {name}', zh: '数据：{name}' },
  'doctor-source': { en: '{name}', zh: '{name}' },
  'doctor-column': { en: '{name} as {use}', zh: '{name}（用作{use}）' },
  'doctor-view': { en: 'view {name}', zh: '视图 {name}' },
  'doctor-use.time': { en: 'time', zh: '时间' },
  'doctor-use.load': { en: 'load time', zh: '加载时间' },
  'doctor-use.date': { en: 'date', zh: '日期' },
  'doctor-use.number': { en: 'number', zh: '数字' },
  'doctor-use.text': { en: 'text', zh: '文字' },
  'doctor-use.boolean': { en: 'true or false', zh: '是或否' },
  'doctor-use.key': { en: 'key', zh: '主键' },
  'doctor-use.presence': { en: 'presence', zh: '是否有值' },
  'doctor-type.text': { en: 'text', zh: '文字' },
  'doctor-type.boolean': { en: 'boolean', zh: '布尔值' },
  'doctor-type.integer': { en: 'integer', zh: '整数' },
  'doctor-type.float': { en: 'float', zh: '浮点数' },
  'doctor-type.date': { en: 'date', zh: '日期' },
  'doctor-type.instant': { en: 'time with its zone', zh: '时刻（带时区）' },
  'doctor-type.wall': { en: 'time without a zone', zh: '不带时区的当地时间' },
  'doctor-type.other': { en: 'other', zh: '其他' },
  'doctor-type.wide': { en: 'long decimal', zh: '长小数' },
  'doctor-type.decimal': { en: 'decimal', zh: '小数' },
  'doctor-time': { en: 'times of {name}', zh: '{name} 的时间列' },
  'doctor-freshness': { en: 'fact {name} is loaded', zh: '事实表 {name} 的加载进度' },
  'doctor-keys': { en: 'keys of {name}', zh: '{name} 的主键' },
  'doctor-times': { en: 'rows of {name} without a time', zh: '{name} 中没有时间的行' },
  'doctor-values': { en: 'what filters ask of {name}', zh: '{name} 的筛选值' },
  'doctor-weeks': { en: 'days of {name}', zh: '{name} 的日期' },
  'doctor-headers': { en: 'headers of {name}', zh: '{name} 的表头' },
  'doctor-rows': { en: 'rows of {name}', zh: '{name} 的数据行' },
  'doctor-amounts': { en: 'measure {name}', zh: '度量 {name}' },
  'doctor-has': { en: 'It has: {values}{more}', zh: '实际的值：{values}{more}' },
  'doctor-more': { en: ' … and {n} more', zh: ' …… 另有 {n} 个' },
  'doctor-row': { en: '{file}, line {line}: {text}', zh: '{file} 第 {line} 行：{text}' },
  repeated: { en: 'Rows that stand more than once', zh: '重复出现的行' },
  'repeated-keys': { en: '{fact}, by {columns}, for example:', zh: '{fact}（主键 {columns}），例如：' },
  'repeated-key': { en: '{key}: {rows} rows', zh: '{key}：{rows} 行' },
  'repeated-empty': { en: '(empty)', zh: '（空）' },
  'repeated-none': {
    en: '{fact}, by {columns}: in the data as they are now nothing stands twice',
    zh: '{fact}（主键 {columns}）：按现有数据，已无重复',
  },
  'repeated-unseen': {
    en: 'Which keys stand more than once is shown on a screen alone: run it in a terminal where the data are, and not into a file or a pipe.',
    zh: '哪些主键重复，只在屏幕上显示：请在有数据的机器上直接在终端运行，不要转存为文件或接入管道。',
  },
  'repeated-eyes': {
    en: 'Shown on this screen only, from the data here: in no file, log or comment.',
    zh: '以上内容取自本机数据，仅在本屏显示，不写入任何文件、日志或评论。',
  },
  'doctor-skipped': { en: 'not looked at, see above', zh: '未检查，原因见上' },
  'doctor-good': { en: 'Looked at {checks} {checks:thing|things}: all is well', zh: '共检查 {checks} 项，一切正常' },
  'doctor-done': {
    en: 'Looked at {checks} {checks:thing|things}: {findings} {findings:needs|need} attention',
    zh: '共检查 {checks} 项，{findings} 项需要处理',
  },
  'published-table': {
    en: '{table}: {written} of {runs} settled {runs:period was|periods were} new and have been written',
    zh: '{table}：{runs} 个已结算期中有 {written} 个为新增并已写入',
  },
  'published-file': { en: 'wrote {path}: {runs} settled {runs:period|periods}', zh: '已写入 {path}：{runs} 个已结算期' },
  'published-outlooks-table': {
    en: '{table}: {written} of {runs} {runs:outlook was|outlooks were} new and {written:has|have} been written; one of each day stays',
    zh: '{table}：{runs} 份期末预测中有 {written} 份为新增并已写入；每天保留一份',
  },
  'published-outlooks-file': { en: 'wrote {path}: {runs} {runs:outlook|outlooks}', zh: '已写入 {path}：{runs} 份期末预测' },
  'dashboard-open': { en: '{contract}, {table}: open this address to make a dashboard', zh: '{contract}，{table}：打开以下地址创建看板' },
  'dashboard-share': {
    en: 'Share it with {parties}; whoever opens it needs roles/bigquery.dataViewer on dataset {dataset}.',
    zh: '请共享给{parties}；打开者需在数据集 {dataset} 上具备 roles/bigquery.dataViewer。',
  },
  'dashboard-title': { en: '{contract}: {table}', zh: '{contract}：{table}' },
  measuring: { en: 'measuring {contract}', zh: '正在取数：{contract}' },
  settling: { en: 'settling {contract}', zh: '正在结算：{contract}' },
  'plan-copies': {
    en: 'These queries read copies that exist only while Concord runs, each value in its type. What each is, and its columns:',
    zh: '以下查询读取的是仅在 Concord 运行时存在的副本，各值已按类型转换。各副本及其列为：',
  },
  'plan-table': { en: 'the files of table {name}', zh: '数据表 {name} 的文件' },
  'plan-view': { en: 'the rows of view {name}', zh: '视图 {name} 的结果' },
  'plan-cost': {
    en: 'reads {bytes} bytes, is billed for at most {billed}: about {usd} USD on demand, an estimate',
    zh: '读取 {bytes} 字节，最多按 {billed} 字节计费：按需计费约 {usd} 美元（估算）',
  },
  'plan-cost-total': {
    en: 'together {bytes} bytes, billed for at most {billed}: about {usd} USD at {rate} USD per TiB ({source}, US, {date}), an estimate; nothing was run',
    zh: '合计 {bytes} 字节，最多按 {billed} 字节计费：约 {usd} 美元，按每 TiB {rate} 美元估算（{source}，美国区，{date}）；未运行任何查询',
  },
  'demo-title': { en: 'A year of {contract} on sample data', zh: '{contract} 的一年（示例数据）' },
  'demo-check': { en: 'Check', zh: '检查' },
  'demo-settle': { en: 'Settle', zh: '结算' },
  'demo-score': { en: 'Scorecard of {period}', zh: '{period} 计分卡' },
  'demo-statement': { en: 'Statement of {period}', zh: '{period} 结算单' },
  'demo-why': { en: 'Why {period} was missed', zh: '{period} 差异分析' },
  'demo-outlook': { en: 'Outlook on {asOf}, in the middle of a month', zh: '{asOf} 月中：期末预测' },
  'demo-verify': { en: 'Verify', zh: '核验' },
  'demo-files': {
    en: 'Everything is in {root}: contracts, events, ledger, and the last state of the data. Try there:',
    zh: '全部文件位于 {root}：合同、事件、账本，以及最后一次的数据。可在该文件夹尝试：',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type CommandTextKey = keyof typeof COMMAND_TEXT;

/** An entry of {@link COMMAND_TEXT} in a language, its places filled. */
export const commandText = saying(COMMAND_TEXT);
