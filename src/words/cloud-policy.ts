import type { Message } from '../kernel/text.js';

interface CloudPolicyEntry {
  /** What must hold. */
  readonly rule: Message;
  /** What does not hold, of one resource. */
  readonly violation: Message;
  readonly remedy: Message;
}

/** Rules that cloud resources must keep, whoever wrote them: the policy pack beside the program. */
export const CLOUD_POLICY = {
  'one-kind-of-dataset-access': {
    rule: {
      en: 'Access to a dataset is written in one place',
      zh: '数据集的访问权限只在一处声明',
    },
    violation: {
      en: 'Access to {dataset} is written as {kinds}; each of them undoes what the others grant',
      zh: '{dataset} 的访问权限同时以 {kinds} 声明，彼此会相互撤销',
    },
    remedy: {
      en: 'Keep the inline `accesses` of a dataset that is made here; use DatasetAccess only for a dataset that somebody else made.',
      zh: '本仓库创建的数据集只用内联 `accesses`；他人创建的数据集只用 DatasetAccess。',
    },
  },
  'no-authoritative-iam': {
    rule: { en: 'IAM grants add to what is there', zh: 'IAM 授权只增不覆盖' },
    violation: { en: '{type} replaces grants that others made', zh: '{type} 会覆盖他人所作的授权' },
    remedy: { en: 'Grant one member with an IAMMember resource.', zh: '用 IAMMember 资源逐个授权。' },
  },
  'location-set': {
    rule: { en: 'Data lie where it was decided', zh: '数据存放位置必须明确指定' },
    violation: { en: '{type} has no location', zh: '{type} 未指定位置' },
    remedy: { en: 'Set `location` to the location of the stack.', zh: '将 `location` 设为该栈的位置。' },
  },
  'no-public-members': {
    rule: { en: 'Nothing is public', zh: '任何资源都不公开' },
    violation: { en: '{place} is {found}', zh: '{place} 为 {found}' },
    remedy: {
      en: 'Name the people or groups of the contract; a bucket has uniform access and enforced prevention of public access.',
      zh: '指明合同所列人员或群组；存储桶须启用统一访问并强制禁止公开访问。',
    },
  },
  'party-access-expires': {
    rule: { en: 'What people may see ends by itself', zh: '人员的访问权限到期自动终止' },
    violation: { en: '{member} gets access without an end ({place})', zh: '{member} 的访问权限没有终止日期（{place}）' },
    remedy: {
      en: 'Give the grant a condition `request.time < timestamp("…")` with the day on which the contract’s exit ends, and nothing that widens it.',
      zh: '为该授权设置条件 `request.time < timestamp("…")`，日期为合同交接期结束日，且不得另设放宽条件。',
    },
  },
  'people-get-no-project-roles': {
    rule: { en: 'A person’s access is to a contract’s datasets, never to a project', zh: '人员只能访问合同数据集，不得拥有项目级权限' },
    violation: { en: '{member} gets {role} on a whole project', zh: '{member} 获得整个项目的 {role}' },
    remedy: {
      en: 'Grant people no more than roles/bigquery.jobUser on a project; what they read is granted on datasets.',
      zh: '项目级最多授予 roles/bigquery.jobUser；读取权限在数据集上授予。',
    },
  },
  'administrators-are-bounded': {
    rule: { en: 'No account can give itself more than it was given', zh: '任何账号都不得自行扩大权限' },
    violation: { en: '{member} gets {role}, with which it could give itself anything', zh: '{member} 获得 {role}，可借此自行取得任何权限' },
    remedy: {
      en: 'Grant what is needed on single resources; bound an administrator of access by a condition on the roles that it may grant.',
      zh: '请在单个资源上授予所需权限；访问管理员须以条件限定其可授予的角色。',
    },
  },
  'deletion-protection': {
    rule: { en: 'Data that must survive cannot be deleted by an update', zh: '须保留的数据不会被更新删除' },
    violation: { en: '{type} has {property} {found}, which must be {expected}', zh: '{type} 的 {property} 为 {found}，应为 {expected}' },
    remedy: {
      en: 'Protect tables, and let neither a dataset nor a bucket go with its contents.',
      zh: '对数据表启用保护；数据集与存储桶不得连同内容一并删除。',
    },
  },
  'no-secrets-in-sql': {
    rule: { en: 'No secret stands in SQL, which every reader can see', zh: 'SQL 对所有读者可见，不得含有密钥' },
    violation: { en: '{place} holds what looks like {found}', zh: '{place} 中疑似含有{found}' },
    remedy: {
      en: 'Revoke the secret, take it out, and pass it as a secret of the stack configuration where it is needed.',
      zh: '吊销该密钥并移除，需要时以栈的机密配置传入。',
    },
  },
  'no-service-account-keys': {
    rule: { en: 'Nothing signs in with a key that can be copied', zh: '不使用可被复制的密钥登录' },
    violation: { en: '{type} is a key that can be copied', zh: '{type} 是可被复制的密钥' },
    remedy: { en: 'Use workload identity federation.', zh: '使用工作负载身份联合。' },
  },
  'no-row-level-security': {
    rule: { en: 'Companies are kept apart by datasets, not by rows', zh: '公司之间以数据集隔离，而非按行隔离' },
    violation: { en: '{type} shares one table between readers', zh: '{type} 让不同读者共用一张表' },
    remedy: { en: 'Give each contract a share dataset of its own.', zh: '为每份合同单独建立共享数据集。' },
  },
  'federation-names-repository': {
    rule: { en: 'Only this repository can sign in', zh: '只有本仓库可以登录' },
    violation: { en: 'The condition of {provider} does not require {claim}', zh: '{provider} 的条件未限定 {claim}' },
    remedy: {
      en: 'Require assertion.repository_id, assertion.repository_owner_id and assertion.ref with `==` and `&&`; names of repositories can be taken over, ids cannot.',
      zh: '用 `==` 与 `&&` 限定 assertion.repository_id、assertion.repository_owner_id 和 assertion.ref；仓库名称可能被他人占用，编号不会。',
    },
  },
} as const satisfies Readonly<Record<string, CloudPolicyEntry>>;

export type CloudRule = keyof typeof CLOUD_POLICY;

/** What a secret in SQL looks like. */
export const SECRET_KINDS = {
  'private-key': { en: 'a private key', zh: '私钥' },
  'cloud-key': { en: 'a key of a cloud', zh: '云服务密钥' },
  'forge-token': { en: 'a token of a forge', zh: '代码平台令牌' },
  'shop-token': { en: 'a token of a shop, payment or advertising platform', zh: '店铺、支付或广告平台令牌' },
  'web-token': { en: 'a signed web token', zh: '签名令牌' },
  password: { en: 'a password', zh: '密码' },
} as const satisfies Readonly<Record<string, Message>>;

export type SecretKind = keyof typeof SECRET_KINDS;
