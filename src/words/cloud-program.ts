import type { Message } from '../kernel/text.js';

/** What the program that makes cloud resources says when it stops before anything is made. */
export const CLOUD_PROGRAM = {
  refused: {
    en: 'Nothing is changed in the cloud: the contracts or the settings of stack {stack} have errors.',
    zh: '云资源未作任何更改：合同或栈 {stack} 的配置有错误。',
  },
  'no-settings': {
    en: 'Stack {stack} has no settings. Write them into {file} below concord:settings; docs/guide/17-cloud.en.md shows them all.',
    zh: '栈 {stack} 没有配置。请写入 {file} 的 concord:settings；全部项目见 docs/guide/17-cloud.zh.md。',
  },
  'no-secret': {
    en: 'The secret {key} is missing. Run `pulumi config set --secret concord:{key} --stack {stack}`.',
    zh: '缺少机密 {key}。请运行 `pulumi config set --secret concord:{key} --stack {stack}`。',
  },
  'open-secret': {
    en: 'The value of {key} is a secret and stands in the open. Run `pulumi config set --secret concord:{key} --stack {stack}`, and revoke the old one.',
    zh: '{key} 为机密，却以明文保存。请运行 `pulumi config set --secret concord:{key} --stack {stack}`，并吊销旧值。',
  },
  'refused-by-cloud': {
    en: 'Nothing is changed in the cloud: part of the update of stack {stack} would be refused there.',
    zh: '云资源未作任何更改：栈 {stack} 的这次更新会有一部分被云端拒绝。',
  },
  'dataset-denied': {
    en: 'Dataset {of} is not made by Concord, and whoever brings the cloud up may not change who reads it.',
    zh: '数据集 {of} 不是由 Concord 创建的，执行更新的账号无权修改其访问名单。',
  },
  'dataset-missing': {
    en: 'Dataset {of}, which contracts read, is not there, or not in the location of the settings. Make it (link the export, let the loader run), or name it under `sources`.',
    zh: '合同读取的数据集 {of} 不存在，或不在配置的位置。请先建立它（关联导出或运行加载工具），或将其列入 `sources`。',
  },
  'view-denied': {
    en: 'View {of} cannot be made: whoever brings the cloud up may not read the tables behind it.',
    zh: '无法创建视图 {of}：执行更新的账号无权读取其底层的表。',
  },
  'view-invalid': {
    en: 'View {of} cannot be made: BigQuery does not take its query. A column that the definitions name is missing, or of another type; `concord doctor` says which.',
    zh: '无法创建视图 {of}：BigQuery 不接受其查询。定义中的某列不存在或类型不符，可用 `concord doctor` 查看。',
  },
  grant: {
    en: 'Its owner grants {role} once, to the account of the workflows; whoever runs the first update by hand needs the same:',
    zh: '请数据集所有方一次性授予工作流账号 {role}；手工执行首次更新的人也需要同样的权限：',
  },
  'views-early': {
    en: 'These views wait for the next update: the tables behind them have not come yet.',
    zh: '以下视图留待下次更新创建：其底层的表尚未出现。',
  },
  'texts-unagreed': {
    en: 'Nobody agreed to these texts of the default branch. They are not applied: their contracts stay as both parties agreed to them last.',
    zh: '默认分支上的以下文本未经双方议定，不予执行；相关合同仍按最近一次议定的文本执行。',
  },
  'settings-unagreed': {
    en: 'Nothing is changed in the cloud: both parties have not agreed to {file} as it stands here. Put the agreed text back, or let both approve this one by a pull request.',
    zh: '云资源未作任何更改：当前的 {file} 未经双方议定。请恢复议定文本，或通过合并请求由双方批准现有文本。',
  },
  'record-incomplete': {
    en: 'Nothing is changed in the cloud: GitHub does not show everything that was merged, so nobody can tell what both parties agreed to.',
    zh: '云资源未作任何更改：GitHub 未能给出全部合并记录，无法判断哪些文本已经议定。',
  },
  'agreement-not-asked': {
    en: 'Nobody asked whether both parties agreed to these texts: CONCORD_TOKEN is not set, so they are taken as they are checked out.',
    zh: '未核对这些文本是否经双方议定：未设置 CONCORD_TOKEN，按检出的内容执行。',
  },
  'no-token-in-workflow': {
    en: 'Nothing is changed in the cloud: a workflow needs CONCORD_TOKEN to see which texts both parties agreed to. Take over `infra.yml` as this version brings it.',
    zh: '云资源未作任何更改：工作流需要 CONCORD_TOKEN 才能判断哪些文本已经议定。请采用本版本附带的 `infra.yml`。',
  },
  'forge-failed': {
    en: 'Nothing is changed in the cloud: what both parties agreed to could not be read.',
    zh: '云资源未作任何更改：无法读取双方议定的文本。',
  },
  'bad-date': { en: 'CONCORD_AS_OF is {found}, which is no date (2026-03-31).', zh: 'CONCORD_AS_OF 为 {found}，不是日期（2026-03-31）。' },
  'other-date': {
    en: 'This is the plan of {date}, not of today: CONCORD_AS_OF is set.',
    zh: '这是 {date} 的计划，而非今天的：已设置 CONCORD_AS_OF。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type CloudProgramText = keyof typeof CLOUD_PROGRAM;
