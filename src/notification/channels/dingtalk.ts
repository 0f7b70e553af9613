import { hmacSha256 } from '../../kernel/hmac.js';
import { bytesOf, messageText } from '../message.js';
import { byStatus, type Channel, codeIn, refused, SENT, UNKNOWN, webhookAddress } from './channel.js';

/*
 * A custom robot of a DingTalk group, https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages and, for its security,
 * https://open.dingtalk.com/document/orgapp/customize-robot-security-settings: 20 messages a minute, after which nothing is taken for ten
 * minutes (130101); with a signature `timestamp` (milliseconds, within an hour) and `sign` stand in the address: HMAC-SHA256 of
 * `timestamp\nsecret` with the key `secret`, in base64, percent-encoded (else 310000). An answer is 200 whatever came of it: `errcode` says
 * it. Text has no markup, and nobody is mentioned who is not named in `at`.
 */

const MOST_BYTES = 15_000;
/** Sent too fast: it takes nothing for ten minutes, longer than a run waits. */
const TOO_OFTEN = 130101;

export const dingtalk: Channel = {
  form: 'https://oapi.dingtalk.com/robot/send?access_token=<token> <SEC…>',
  address: (secret) => webhookAddress(secret, ['oapi.dingtalk.com'], /^\/robot\/send\?access_token=[\w-]+$/),
  mostBytes: MOST_BYTES,
  sizeOf: (message) => bytesOf(messageText(message)),
  parcel: ({ url, key }, message, { now }) => {
    const timestamp = String(now / 1000n);
    const signed = key === null ? '' : `&timestamp=${timestamp}&sign=${encodeURIComponent(dingtalkSignature(timestamp, key))}`;
    const body = { msgtype: 'text', text: { content: messageText(message) }, at: { atMobiles: [], atUserIds: [], isAtAll: false } };
    return { by: 'web', post: { url: `${url.href}${signed}`, body: JSON.stringify(body) } };
  },
  meaning: (reply) => {
    if (reply.status !== 200) return byStatus(reply);
    const code = codeIn(reply.body, 'errcode');
    if (code === null) return UNKNOWN;
    return code === 0 ? SENT : refused(code === TOO_OFTEN ? 429 : code);
  },
  apart: 3500,
};

/** Base64, not yet percent-encoded. @param timestamp milliseconds, as text */
export function dingtalkSignature(timestamp: string, key: string): string {
  return hmacSha256(key, `${timestamp}\n${key}`);
}
