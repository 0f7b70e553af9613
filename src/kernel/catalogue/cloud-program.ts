import type { Message } from '../text.js';

/** What the program that makes cloud resources says when it stops before anything is made. */
export const CLOUD_PROGRAM = {
  refused: {
    en: 'Nothing is changed in the cloud: the contracts or the settings of stack {stack} have errors.',
    zh: '云资源未作任何更改：合同或堆栈 {stack} 的配置有错误。',
  },
  'no-settings': {
    en: 'Stack {stack} has no settings. Write them into {file} below concord:settings; docs/guide/17-cloud.en.md shows them all.',
    zh: '堆栈 {stack} 没有配置。请写入 {file} 的 concord:settings；全部项目见 docs/guide/17-cloud.zh.md。',
  },
  'no-secret': {
    en: 'The secret {key} is missing. Run `pulumi config set --secret concord:{key} --stack {stack}`.',
    zh: '缺少机密 {key}。请运行 `pulumi config set --secret concord:{key} --stack {stack}`。',
  },
  'open-secret': {
    en: 'The value of {key} is a secret and stands in the open. Run `pulumi config set --secret concord:{key} --stack {stack}`, and revoke the old one.',
    zh: '{key} 为机密，却以明文保存。请运行 `pulumi config set --secret concord:{key} --stack {stack}`，并吊销旧值。',
  },
  'bad-date': { en: 'CONCORD_AS_OF is {found}, which is no date (2026-03-31).', zh: 'CONCORD_AS_OF 为 {found}，不是日期（2026-03-31）。' },
  'other-date': {
    en: 'This is the plan of {date}, not of today: CONCORD_AS_OF is set.',
    zh: '这是 {date} 的计划，而非今天的：已设置 CONCORD_AS_OF。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type CloudProgramText = keyof typeof CLOUD_PROGRAM;
