import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';

const NOTHING_MEASURED = {
  en: 'Nothing was measured and nothing was written: a part of the numbers would be worse than none.',
  zh: '未得到任何结果，也未写入任何内容：不完整的数字比没有数字更糟。',
} as const satisfies Message;
const READERS = {
  en: 'Concord reads tables as the account that runs it; access is granted per dataset by whoever owns the data.',
  zh: 'Concord 以运行它的账号读取数据表；访问权限由数据所有者按数据集授予。',
} as const satisfies Message;
const PAID_ONCE = {
  en: 'For about a day a query that has run is found again by its id, by the same account and while the tables do not change: trying again does not pay for it twice.',
  zh: '已运行的查询约一天内会按其 id 找回（同一账号、数据表未变），此时重试不会重复付费。',
} as const satisfies Message;

export const BIGQUERY_ISSUES = {
  'bigquery-no-project': {
    text: { en: 'no Google Cloud project and location are named for BigQuery', zh: '没有为 BigQuery 指定 Google Cloud 项目和位置' },
    explanation: {
      en: 'Queries run in a project, which pays for them, and in the location of the datasets.',
      zh: '查询在某个项目中运行并由其付费，且须在数据集所在的位置运行。',
    },
    fix: {
      en: 'Write `warehouse: { engine: bigquery, project: …, location: … }` into contracts/workspace.yaml, or give --project and --location.',
      zh: '请在 contracts/workspace.yaml 中写明 `warehouse: { engine: bigquery, project: …, location: … }`，或使用 --project 与 --location。',
    },
  },
  'bigquery-no-column': {
    text: {
      en: 'fact {fact} reads the column {column}, which no table of BigQuery can have',
      zh: '事实表 {fact} 读取列 {column}，而 BigQuery 的表不能有这样的列名',
    },
    explanation: {
      en: 'The pack names columns as a downloaded file has them. However it is quoted, a column of BigQuery has none of ! " $ ( ) * , . / ; ? @ [ \\ ] ^ ` { } ~.',
      zh: '该口径包按下载文件的表头写明列名。无论如何加引号，BigQuery 的列名都不能含有 ! " $ ( ) * , . / ; ? @ [ \\ ] ^ ` { } ~。',
    },
    fix: { en: '{advice}', zh: '{advice}' },
  },
  'bigquery-credentials': {
    text: { en: 'no credentials for Google Cloud: {detail}', zh: '没有 Google Cloud 凭据：{detail}' },
    explanation: {
      en: 'Concord uses application default credentials and workload identity; it takes no key files.',
      zh: 'Concord 使用应用默认凭据或工作负载身份，不接受密钥文件。',
    },
    fix: {
      en: 'On a computer run `gcloud auth application-default login`, with GOOGLE_APPLICATION_CREDENTIALS not set; in CI use workload identity federation.',
      zh: '在个人电脑上请运行 `gcloud auth application-default login`，且不设环境变量 GOOGLE_APPLICATION_CREDENTIALS；在 CI 中请使用工作负载身份联合。',
    },
  },
  'bigquery-no-jobs': {
    text: { en: 'not allowed to run queries in project {project}: {detail}', zh: '无权在项目 {project} 中运行查询：{detail}' },
    explanation: READERS,
    fix: {
      en: 'Grant the account `roles/bigquery.jobUser` on project {project}, and check that the BigQuery API is enabled there.',
      zh: '请在项目 {project} 上授予该账号 `roles/bigquery.jobUser`，并确认已启用 BigQuery API。',
    },
  },
  'bigquery-no-access': {
    text: { en: 'not allowed to read {table}', zh: '无权读取 {table}' },
    explanation: READERS,
    fix: {
      en: 'Ask the owner of the data to grant the account `roles/bigquery.dataViewer` on the dataset of {table}.',
      zh: '请数据所有者在 {table} 所在的数据集上授予该账号 `roles/bigquery.dataViewer`。',
    },
  },
  'bigquery-no-write': {
    text: { en: 'not allowed to write {what}', zh: '无权写入 {what}' },
    explanation: {
      en: 'Results are appended by load jobs: that takes the right to make the dataset and its tables where they are not there, and to add rows.',
      zh: '结果以加载作业追加写入：需有权在数据集及数据表不存在时创建它们，并追加数据行。',
    },
    fix: {
      en: 'Grant the account `roles/bigquery.dataEditor` on the dataset; where the dataset is not there yet, make it beforehand or grant `roles/bigquery.user` on the project.',
      zh: '请在该数据集上授予该账号 `roles/bigquery.dataEditor`；数据集尚不存在时，请先行创建，或在项目上授予 `roles/bigquery.user`。',
    },
  },
  'bigquery-publishing': {
    text: {
      en: 'another account is writing {table}, or failed to: its job cannot be seen',
      zh: '另一账号正在写入 {table} 或写入失败，其作业无法查看',
    },
    explanation: {
      en: 'Rows are added by one writer at a time, told by the id of its job, so that nothing is there twice. BigQuery shows a job to the account that started it and to whoever has bigquery.jobs.get. The ledger is not concerned.',
      zh: '同一时间只由一方追加数据，以作业 id 为凭，从而不会重复写入。BigQuery 仅向发起作业的账号及拥有 bigquery.jobs.get 权限者显示作业。账本不受影响。',
    },
    fix: {
      en: 'Run the same command again. If it stays so, publish once with the other account, or grant this one `roles/bigquery.resourceViewer` on the project.',
      zh: '请再次运行同一命令。若仍如此，请用另一账号发布一次，或在项目上授予本账号 `roles/bigquery.resourceViewer`。',
    },
  },
  'bigquery-no-dataset': {
    text: { en: 'table {table} names no dataset', zh: '数据表 {table} 没有写明数据集' },
    explanation: {
      en: 'In BigQuery every table is in a dataset; there is no default one, so that a table means the same to both parties.',
      zh: '在 BigQuery 中每张表都属于某个数据集；此处不设默认数据集，以保证双方所指的是同一张表。',
    },
    fix: { en: 'Write `dataset.table`.', zh: '请写作 `dataset.table`。' },
  },
  'bigquery-dataset-missing': {
    text: { en: 'project {project} has no dataset {dataset}', zh: '项目 {project} 中没有数据集 {dataset}' },
    explanation: {
      en: 'A dataset in another location looks like one that is not there, and so may one that the account may not see. Queries run in {location}.',
      zh: '位于其他位置的数据集，看起来就像不存在一样；账号无权查看的数据集也可能如此。查询在 {location} 运行。',
    },
    fix: {
      en: 'Check the name, that the dataset is in {location}, and that the account has `roles/bigquery.dataViewer` on it.',
      zh: '请核对名称、数据集是否位于 {location}，以及该账号在数据集上是否具有 `roles/bigquery.dataViewer`。',
    },
  },
  'bigquery-table-missing': {
    text: { en: 'dataset {dataset} has no table {table}', zh: '数据集 {dataset} 中没有数据表 {table}' },
    explanation: { en: 'The definitions name this table.', zh: '定义中用到了该表。' },
    fix: {
      en: 'Check the name and the load that makes the table; names of tables are case-sensitive.',
      zh: '请核对名称以及生成该表的加载作业；表名区分大小写。',
    },
  },
  'bigquery-location': {
    text: {
      en: '{table} is in {found}, but queries run in {expected}',
      zh: '{table} 位于 {found}，而查询在 {expected} 运行',
    },
    explanation: {
      en: 'BigQuery does not read across locations, and data is not moved without its owner.',
      zh: 'BigQuery 不能跨位置读取；未经所有者同意也不会移动数据。',
    },
    fix: {
      en: 'Set `warehouse.location: {found}` in contracts/workspace.yaml, or have the data copied to {expected}.',
      zh: '请在 contracts/workspace.yaml 中设置 `warehouse.location: {found}`，或将数据复制到 {expected}。',
    },
  },
  'bigquery-partition-filter': {
    text: {
      en: '{table} asks for a condition on its partition column {columns}, which `when` does not give',
      zh: '{table} 要求按其分区列 {columns} 过滤，而 `when` 未提供该条件',
    },
    explanation: {
      en: 'Every query of a fact has constant bounds on its `when` column; the table demands them on another.',
      zh: '对事实表的每个查询都在其 `when` 列上带有常量上下界，而该表要求在另一列上提供。',
    },
    fix: {
      en: 'Measure by the partition column, read the table through a view that bounds it, or lift `require_partition_filter`.',
      zh: '请按分区列计量，或通过带有该条件的视图读取，或取消 `require_partition_filter`。',
    },
  },
  'bigquery-over-limit': {
    text: {
      en: '{what} would be billed at least {bytes} bytes; the limit is {limit}',
      zh: '{what} 至少将按 {bytes} 字节计费，超过上限 {limit}',
    },
    explanation: {
      en: 'The limit is yours: --max-bytes, or maxGigabytesBilled of the workspace. BigQuery bills at least 10 MiB for every table that a query refers to, of an export with a table a day for every day. Nothing was run and nothing was billed.',
      zh: '该上限由您设定：--max-bytes 或工作区的 maxGigabytesBilled。BigQuery 对查询引用的每张表至少按 10 MiB 计费；按日分表的导出，每天各算一张。查询未运行，也未产生费用。',
    },
    fix: {
      en: 'Partition the table by its `when` column, or raise the limit.',
      zh: '请按 `when` 列对该表分区，或提高上限。',
    },
  },
  'bigquery-quota': {
    text: { en: 'a quota of project {project} is used up', zh: '项目 {project} 的配额已用完' },
    explanation: NOTHING_MEASURED,
    fix: {
      en: 'Run again when the quota is renewed (daily ones at midnight Pacific time), or raise it under IAM & Admin, Quotas.',
      zh: '请在配额恢复后重试（每日配额于太平洋时间零点恢复），或在“IAM 和管理”的“配额”中提高。',
    },
  },
  'bigquery-rate-limit': {
    text: {
      en: 'project {project} asks BigQuery for too much at once, tried {tries} {tries:time|times}',
      zh: '项目 {project} 同时向 BigQuery 发出的请求过多，已尝试 {tries} 次',
    },
    explanation: PAID_ONCE,
    fix: {
      en: 'Run the same command again in a few minutes, with fewer other queries at the same time.',
      zh: '请在几分钟后再次运行同一命令，并减少同时进行的其他查询。',
    },
  },
  'bigquery-billing': {
    text: { en: 'project {project} cannot run this query: {detail}', zh: '项目 {project} 无法运行该查询：{detail}' },
    explanation: {
      en: 'Billing is off for the project, or it is over its budget.',
      zh: '该项目未启用结算，或已超出预算。',
    },
    fix: { en: 'Link project {project} to a billing account.', zh: '请将项目 {project} 关联到结算账号。' },
  },
  'bigquery-resources': {
    text: { en: '{what} needs more than BigQuery gives one query', zh: '{what} 所需资源超出 BigQuery 单个查询的限制' },
    explanation: NOTHING_MEASURED,
    fix: {
      en: 'Partition or cluster the table by its `when` column, or aggregate it in a view.',
      zh: '请按 `when` 列分区或聚簇，或在视图中先行汇总。',
    },
  },
  'bigquery-response-too-large': {
    text: { en: 'the result of {what} is larger than BigQuery gives', zh: '{what} 的结果超出 BigQuery 单次返回的限制' },
    explanation: NOTHING_MEASURED,
    fix: {
      en: 'Results have a row per day, currency and measure: look for a `currency` column that holds something else, or measure fewer periods at once.',
      zh: '结果按日期、币种和度量各一行：请检查 `currency` 列是否存放了其他内容，或减少一次计量的结算期数。',
    },
  },
  'bigquery-unavailable': {
    text: {
      en: 'BigQuery could not be reached, tried {tries} {tries:time|times}: {detail}',
      zh: '无法访问 BigQuery，已尝试 {tries} 次：{detail}',
    },
    explanation: PAID_ONCE,
    fix: { en: 'Check the network, then run the same command again.', zh: '请检查网络，然后再次运行同一命令。' },
  },
  'bigquery-incomplete': {
    text: { en: 'BigQuery gave {found} of {expected} rows of a result', zh: 'BigQuery 只返回了结果 {expected} 行中的 {found} 行' },
    explanation: NOTHING_MEASURED,
    fix: { en: 'Run the same command again.', zh: '请再次运行同一命令。' },
  },
  'bigquery-cancelled': {
    text: {
      en: 'the run was cancelled; {jobs} running {jobs:query was|queries were} told to stop',
      zh: '运行已取消；已要求 {jobs} 个运行中的查询停止',
    },
    explanation: PAID_ONCE,
    fix: { en: 'Run the same command again when you like.', zh: '可随时再次运行同一命令。' },
  },
  'bigquery-time-travel': {
    text: { en: '{table} cannot be read as of {instant}: {detail}', zh: '无法读取 {table} 在 {instant} 的状态：{detail}' },
    explanation: {
      en: 'BigQuery keeps past states of a table for its time-travel window: seven days, unless the dataset says otherwise.',
      zh: 'BigQuery 只在时间回溯窗口内保留数据表的历史状态：默认七天，除非数据集另有设置。',
    },
    fix: {
      en: 'Name a later instant, or measure the tables as they are.',
      zh: '请指定更晚的时刻，或按当前状态计量。',
    },
  },
  'bigquery-failed': {
    text: { en: 'BigQuery refused {what}: {detail}', zh: 'BigQuery 拒绝了 {what}：{detail}' },
    explanation: NOTHING_MEASURED,
    fix: {
      en: 'Run the SQL that `concord plan` prints in the console of BigQuery, as somebody who may see the data: there BigQuery says more.',
      zh: '请由有权查看数据的人在 BigQuery 控制台中运行 `concord plan` 列出的 SQL，控制台会给出更多信息。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

export type BigqueryIssueCode = keyof typeof BIGQUERY_ISSUES;
