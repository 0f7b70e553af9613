import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';

const NAMED_PEOPLE = {
  en: 'Every grant names whom it is for, so that it can be told who saw what, and taken back.',
  zh: '每项授权都须指明对象，才能说明谁看过什么，也才能收回。',
} as const satisfies Message;
const NAME_A_GROUP = {
  en: 'Name a group, a person or a service account: group:kpi@acme.example, user:… or serviceAccount:….',
  zh: '请写明群组、个人或服务账号：group:kpi@acme.example、user:… 或 serviceAccount:…。',
} as const satisfies Message;
const ONE_PLACE = {
  en: 'Views and the tables behind them must be in one project and location; the engine and the cloud program must mean the same one.',
  zh: '视图与其数据表须在同一项目和位置；计算引擎与云资源程序必须指向同一处。',
} as const satisfies Message;

/** What keeps contracts from being provisioned in a cloud project. */
export const PROVISION_ISSUES = {
  'cloud-not-bigquery': {
    text: { en: 'the warehouse is {found}: there is nothing to provision', zh: '数据仓库为 {found}，没有可创建的云资源' },
    explanation: {
      en: 'Datasets, views and access are made for BigQuery; files read by the embedded engine are shared as files.',
      zh: '数据集、视图与授权只为 BigQuery 创建；内嵌引擎读取的文件以文件方式共享。',
    },
    fix: {
      en: 'Write `warehouse: { engine: bigquery, project: …, location: … }` into contracts/workspace.yaml.',
      zh: '请在 contracts/workspace.yaml 中写明 `warehouse: { engine: bigquery, project: …, location: … }`。',
    },
  },
  'cloud-project-differs': {
    text: {
      en: 'the settings name project "{found}", the workspace measures in "{expected}"',
      zh: '配置中的项目为“{found}”，工作区的计算项目为“{expected}”',
    },
    explanation: ONE_PLACE,
    fix: { en: 'Name the same project in both.', zh: '请在两处写同一项目。' },
  },
  'cloud-location-differs': {
    text: {
      en: 'the settings name location "{found}", the workspace measures in "{expected}"',
      zh: '配置中的位置为“{found}”，工作区的计算位置为“{expected}”',
    },
    explanation: ONE_PLACE,
    fix: { en: 'Name the same location in both.', zh: '请在两处写同一位置。' },
  },
  'access-public': {
    text: { en: '{found} is everybody, or a whole domain', zh: '{found} 指所有人或整个域' },
    explanation: NAMED_PEOPLE,
    fix: NAME_A_GROUP,
  },
  'access-member': {
    text: { en: '{found} is no account that access can be given to', zh: '{found} 不是可授权的账号' },
    explanation: NAMED_PEOPLE,
    fix: NAME_A_GROUP,
  },
  'access-both-parties': {
    text: { en: '{found} is named by both parties', zh: '{found} 同时被双方列出' },
    explanation: {
      en: 'Whoever belongs to both would see for one party what the other keeps to itself.',
      zh: '同属双方的账号会替一方看到另一方保留的内容。',
    },
    fix: { en: 'Give each party groups of its own.', zh: '请为各方使用各自的群组。' },
  },
  'access-without-use': {
    text: { en: '{found} is an analyst of the provider, who may not use the data', zh: '{found} 是服务方分析员，但服务方不得使用数据' },
    explanation: {
      en: 'Analysts see rows of facts; `data.providerUse: none` says that the provider uses none of them.',
      zh: '分析员可查看事实表的行，而 `data.providerUse: none` 表示服务方不使用任何数据。',
    },
    fix: {
      en: 'Make it a viewer, or agree on `providerUse: during_term`.',
      zh: '请改为 viewer，或约定 `providerUse: during_term`。',
    },
  },
  'source-owner-other-party': {
    text: {
      en: '{found} owns dataset "{dataset}" here, and is of {party} in contract {contract}, whose data are {owner}’s',
      zh: '{found} 在此为数据集“{dataset}”的所有者，但在合同 {contract} 中属于{party}，而数据归{owner}所有',
    },
    explanation: {
      en: 'Raw data stay with their owner: the other party sees what the contract’s views show, for as long as it says.',
      zh: '原始数据归所有方保管：另一方只能在合同期限内查看合同视图所示内容。',
    },
    fix: { en: 'Name only accounts of the data’s owner.', zh: '请只列出数据所有方的账号。' },
  },
  'source-two-owners': {
    text: {
      en: 'dataset "{dataset}" holds data of {owner} by contract {contract}, and of {other} by contract {second}',
      zh: '数据集“{dataset}”按合同 {contract} 属于 {owner}，按合同 {second} 属于 {other}',
    },
    explanation: {
      en: 'Access to a dataset of raw data is given as a whole: two owners in one would see each other’s.',
      zh: '原始数据集的授权是整体的：两个所有方放在一起就会互相看到。',
    },
    fix: { en: 'Keep each owner’s data in a dataset of its own.', zh: '请让每个所有方使用各自的数据集。' },
  },
  'source-not-read': {
    severity: 'warning',
    text: { en: 'no contract reads dataset "{dataset}"', zh: '没有合同读取数据集“{dataset}”' },
    explanation: {
      en: 'It is made and kept all the same; often its name is misspelt, and the one that is meant is left to somebody else.',
      zh: '它仍会被创建和保留；常见原因是名称写错，真正需要的数据集反而未被管理。',
    },
    fix: { en: 'Correct the name, or take it out.', zh: '请更正名称或删去。' },
  },
  'source-name-taken': {
    text: { en: 'dataset "{dataset}" is made for another purpose', zh: '数据集“{dataset}”已用于其他用途' },
    explanation: {
      en: 'Results, shared views and the record of access have datasets of their own, so that none of them is ever taken for raw data.',
      zh: '结果、共享视图与访问记录各有数据集，以免与原始数据混淆。',
    },
    fix: { en: 'Choose another name for it.', zh: '请换一个名称。' },
  },
  'transfer-not-offered': {
    text: {
      en: 'dataset "{dataset}" asks for Google’s own transfer of Shopify, which no source pack reads',
      zh: '数据集“{dataset}”要求使用 Google 自带的 Shopify 传输，而没有口径包能读取它',
    },
    explanation: {
      en: 'That transfer writes other tables and columns than the shopify pack reads, and is still in preview. A shop measured from the wrong columns would pay wrong amounts.',
      zh: '该传输写出的表和列与 shopify 口径包读取的不同，且仍属预览功能。列读错，应付金额就会错。',
    },
    fix: {
      en: 'Load the shop by Fivetran, whose tables the shopify pack reads, and take the transfer out.',
      zh: '请改用 Fivetran 加载店铺数据（shopify 口径包读取其表），并删去该传输。',
    },
  },
  'fact-reads-results': {
    text: {
      en: 'fact "{fact}" reads dataset "{dataset}", which Concord makes',
      zh: '事实表“{fact}”读取由 Concord 创建的数据集“{dataset}”',
    },
    explanation: {
      en: 'What is shared under one contract must not reach the parties of another, and results are no evidence.',
      zh: '一份合同共享的内容不得流向另一份合同的各方，且结果不能作为依据。',
    },
    fix: { en: 'Read the source itself.', zh: '请直接读取来源数据。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
