import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What `concord new` asks and says. */
const NEW_REPOSITORY = {
  'ask-brand': { en: 'Who pays (the brand)', zh: '付款方（品牌方）名称' },
  'ask-provider': { en: 'Who is paid (the provider)', zh: '收款方（服务方）名称' },
  'ask-brandPeople': {
    en: 'Somebody who signs for {party}, as Alice Zhou=583231:alice-z; the number is `id` of https://api.github.com/users/<login>',
    zh: '{party} 的签署人，写作 周莉=583231:alice-z；数字为 https://api.github.com/users/<登录名> 中的 id',
  },
  'ask-providerPeople': {
    en: 'Somebody who signs for {party}, as Bob Li=7781920:boblinkstar',
    zh: '{party} 的签署人，写作 李波=7781920:boblinkstar',
  },
  'ask-another': { en: 'Another one for {party} (empty: no more)', zh: '{party} 的另一位签署人（留空表示没有）' },
  'ask-currency': { en: 'Currency of what is paid', zh: '付款币种' },
  'ask-timezone': { en: 'Zone in which days are counted', zh: '按哪个时区划分日期' },
  'ask-project': { en: 'Google Cloud project', zh: 'Google Cloud 项目' },
  'ask-location': { en: 'Location of the datasets, as US or asia-east1', zh: '数据集区域，如 US 或 asia-east1' },
  'new-written': { en: 'A repository for {brand} and {provider} in {folder}:', zh: '{brand} 与 {provider} 的仓库，位于 {folder}：' },
  'new-engine': { en: 'Engine: concord {version}, {spec}', zh: '引擎：concord {version}，{spec}' },
  'new-github': {
    en: '.github/ ({count} files: workflows, forms, rules of the branches)',
    zh: '.github/（{count} 个文件：工作流、表单、分支规则）',
  },
  'new-refreshed': {
    en: 'Now as engine {version} brings them; look at what has changed with `git diff`, and take back what was changed on purpose:',
    zh: '已改为引擎 {version} 自带的内容；请用 `git diff` 查看变化，有意改动过的请恢复：',
  },
  'new-packages': {
    en: 'The packages of the cloud have come: run `npm ci`, and put all of it into one pull request.',
    zh: '已加入云端所需的软件包：请运行 `npm ci`，并将全部改动放进同一个合并请求。',
  },
  'new-fresh': { en: 'Nothing to do: all is as engine {version} brings it', zh: '无须改动：各文件与引擎 {version} 自带的一致' },
  'new-next': { en: 'Next:', zh: '下一步：' },
} as const satisfies Readonly<Record<string, Message>>;

export type NewRepositoryKey = keyof typeof NEW_REPOSITORY;

/** An entry of {@link NEW_REPOSITORY} in a language, its places filled. */
export const newRepositoryText = saying(NEW_REPOSITORY);
