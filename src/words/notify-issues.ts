import type { IssueEntry } from './issue-entry.js';

/** What keeps a message from being delivered. Nothing of an address is ever in it. */
export const NOTIFY_ISSUES = {
  'notify-not-the-app': {
    text: { en: 'This token is that of {found}; messages are sent by {expected}', zh: '该令牌属于 {found}；消息由 {expected} 发送' },
    explanation: {
      en: 'What was told is remembered in a comment of the account that the workspace names: with another one everything would be told again.',
      zh: '告知记录写在工作区登记账号的评论中；换用其他账号会把全部事项重新告知一遍。',
    },
    fix: {
      en: 'Run the workflow notify, or look at what would be sent with --dry-run.',
      zh: '请运行 notify 工作流，或用 --dry-run 查看将发送的内容。',
    },
  },
  'notify-secret-unset': {
    text: { en: 'The secret {secret} is not set', zh: '密钥 {secret} 未设置' },
    explanation: {
      en: 'The workspace names it as the address of a channel. Nothing was sent there; what is due is sent once it is set.',
      zh: '工作区把它作为某渠道的地址。该渠道未发送任何消息，设置后会补发仍然有效的事项。',
    },
    fix: {
      en: 'Store it with `gh secret set {secret} --env concord`, and see that the workflow notify passes it on.',
      zh: '用 `gh secret set {secret} --env concord` 存入，并确认 notify 工作流已传入该密钥。',
    },
  },
  'notify-secret-form': {
    text: {
      en: 'The secret {secret} does not hold the address of a channel on {channel}',
      zh: '密钥 {secret} 存放的不是 {channel} 渠道的地址',
    },
    explanation: {
      en: 'It has this form: {expected}. What it holds is not shown. Nothing was sent there.',
      zh: '正确形式为：{expected}。此处不显示其内容。该渠道未发送任何消息。',
    },
    fix: {
      en: 'Copy the address from the channel once more; guide 28 says where it is. Teams: a workflow, not an incoming webhook of a connector.',
      zh: '请从该渠道重新复制地址，位置见指南第 28 章。Teams 须用工作流（Workflows）的地址，不是连接器的传入 Webhook。',
    },
  },
  'notify-refused': {
    text: { en: 'The {channel} channel of {secret} refused the message ({code})', zh: '{secret} 对应的 {channel} 渠道拒收消息（{code}）' },
    explanation: {
      en: 'Nothing was delivered; the next run sends it. The code is the channel’s own: 19021 (Feishu) and 310000 (DingTalk) are a wrong signing key or keyword, 93000 (WeCom) and no_service (Slack) an address that is no more, 535 (SMTP) a wrong password.',
      zh: '消息未送达，下次运行会再发。括号内是渠道自己的代码：19021（飞书）与 310000（钉钉）为签名密钥或关键词不符，93000（企业微信）与 no_service（Slack）为地址已失效，535（SMTP）为密码错误。',
    },
    fix: {
      en: 'Look the code up at the end of guide 28; then compare the bot’s security settings with the secret, and store it again.',
      zh: '请在指南第 28 章末尾查代码含义，再核对机器人的安全设置与密钥，并重新存入。',
    },
  },
  'notify-too-often': {
    text: {
      en: 'The {channel} channel of {secret} has had too many messages (429)',
      zh: '{secret} 对应的 {channel} 渠道短时间内消息过多（429）',
    },
    explanation: {
      en: 'It takes none for a while, longer than a run waits. Nothing was delivered; the next run sends it.',
      zh: '该渠道暂时不再接收，且时间超出单次运行的等待上限。消息未送达，下次运行会再发。',
    },
    fix: { en: 'Nothing; if it goes on, see what else writes there.', zh: '无须处理；若持续出现，请检查还有哪些程序在向该渠道发送消息。' },
  },
  'notify-unreached': {
    text: { en: 'The {channel} channel of {secret} could not be reached', zh: '无法连接 {secret} 对应的 {channel} 渠道' },
    explanation: {
      en: 'There was no connection, or its certificate is not trusted. Nothing was delivered; the next run sends it.',
      zh: '未能建立连接，或其证书不受信任。消息未送达，下次运行会再发。',
    },
    fix: { en: 'See whether the runner may reach that host.', zh: '请确认运行环境可以访问该主机。' },
  },
  'notify-unknown': {
    text: {
      en: 'It is not known whether the {channel} channel of {secret} has the message',
      zh: '无法确认 {secret} 对应的 {channel} 渠道是否收到消息',
    },
    explanation: {
      en: 'It gave no answer that says so. The next run sends what still stands once more, and the message says that it may be the second one.',
      zh: '渠道未给出明确答复。下次运行会把仍然有效的事项再发一次，并注明可能重复。',
    },
    fix: { en: 'Nothing; if it goes on, look into the channel.', zh: '无须处理；若持续出现，请检查该渠道。' },
  },
  'notify-some-refused': {
    severity: 'warning',
    text: { en: '{count} of the people of {secret} did not get the letter', zh: '{secret} 中有 {count} 位收件人未收到邮件' },
    explanation: {
      en: 'The mail server took it for the others and refused these addresses. It is not sent again, since the others would have it twice.',
      zh: '邮件服务器已为其他人收下，并拒绝了这些地址。为避免其他人重复收到，不再重发。',
    },
    fix: { en: 'Correct the addresses after `to=` in the secret.', zh: '请更正密钥中 `to=` 之后的地址。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
