import { bytesOf, type Message, messageText } from '../message.js';
import { byStatus, type Channel, codeIn, later, refused, SENT, UNKNOWN, webhookAddress } from './channel.js';

/*
 * A robot of a WeCom group, https://developer.work.weixin.qq.com/document/path/91770: 20 messages a minute (45009), text of at most 2,048
 * bytes; its address is all that it is known by (else 93000). An answer is 200 whatever came of it: `errcode` says it. Nobody is mentioned
 * who is not in `mentioned_list`; `<@…>`, which its Markdown takes for a mention, is broken all the same.
 */

const MOST_BYTES = 2048;
const TOO_OFTEN = 45009;

export const wecom: Channel = {
  form: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=<key>',
  address: (secret) => {
    const address = webhookAddress(secret, ['qyapi.weixin.qq.com'], /^\/cgi-bin\/webhook\/send\?key=[\w-]+$/);
    return address === null || address.key !== null ? null : address;
  },
  mostBytes: MOST_BYTES,
  sizeOf: (message) => bytesOf(content(message)),
  parcel: ({ url }, message) => {
    const text = { content: content(message), mentioned_list: [], mentioned_mobile_list: [] };
    return { by: 'web', post: { url: url.href, body: JSON.stringify({ msgtype: 'text', text }) } };
  },
  meaning: (reply) => {
    if (reply.status !== 200) return byStatus(reply);
    const code = codeIn(reply.body, 'errcode');
    if (code === null) return UNKNOWN;
    if (code === TOO_OFTEN) return later(reply.retryAfter, 60);
    return code === 0 ? SENT : refused(code);
  },
  apart: 3500,
};

function content(message: Message): string {
  return messageText(message).replaceAll('<@', '<\u2060@');
}
