import type { Micros } from '../../kernel/calendar.js';
import { hmacSha256 } from '../../kernel/hmac.js';
import { bytesOf, type Message } from '../message.js';
import { byStatus, type Channel, codeIn, later, MICROS_A_SECOND, refused, SENT, webhookAddress } from './channel.js';

/*
 * A custom bot of a Feishu (Lark) group, https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: 100 messages a minute and 5
 * a second for a bot, none of them best at full and half hours, when everybody's are sent (11232); a body of at most 20 KB; with signature
 * verification `sign` is HMAC-SHA256 of an empty text with the key `timestamp\nsecret`, seconds not older than an hour (else 19021). An
 * answer is 200 whatever came of it: `code` says it. In `post` a `text` element is text as it stands (`un_escape` is off); a mention would
 * be an element `at`, which is never made.
 */

const MOST_BYTES = 20_000;
const MINUTE = 60_000;

export const feishu: Channel = {
  form: 'https://open.feishu.cn/open-apis/bot/v2/hook/<token> <signing key>',
  address: (secret) => webhookAddress(secret, ['open.feishu.cn', 'open.larksuite.com'], /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/),
  mostBytes: MOST_BYTES - 500,
  sizeOf: (message) => bytesOf(JSON.stringify(content(message))),
  parcel: ({ url, key }, message, { now }) => {
    const timestamp = String(now / MICROS_A_SECOND);
    const signed = key === null ? {} : { timestamp, sign: feishuSignature(timestamp, key) };
    return { by: 'web', post: { url: url.href, body: JSON.stringify({ ...signed, ...content(message) }) } };
  },
  meaning: (reply) => {
    // 200 is no answer in itself; a limit may come as 400 or 429 with a code.
    const code = codeIn(reply.body, 'code') ?? codeIn(reply.body, 'StatusCode');
    if (code === 0 && reply.status === 200) return SENT;
    if (code === TOO_OFTEN) return later(reply.retryAfter, 60);
    return code === null || reply.status >= 500 || reply.status === 429
      ? byStatus({ ...reply, status: unsaid(reply.status) })
      : refused(code);
  },
  apart: 1000,
  quiet: pastFullAndHalfHours,
};

const TOO_OFTEN = 11232;

/** An answer without a code, although 200, does not say that anything was sent. */
function unsaid(status: number): number {
  return status >= 200 && status < 300 ? 502 : status;
}

/** @param timestamp seconds, as text */
export function feishuSignature(timestamp: string, key: string): string {
  return hmacSha256(`${timestamp}\n${key}`, '');
}

function content({ title, lines }: Message) {
  const rows = lines.map(({ text, link }) => [
    { tag: 'text', text: link === undefined ? text : `${text} ` },
    ...(link === undefined ? [] : [{ tag: 'a', text: link.text, href: link.href }]),
  ]);
  return { msg_type: 'post', content: { post: { zh_cn: { title, content: rows } } } };
}

/** Milliseconds until the first minute of an hour or of its second half is over; 0 outside of them. */
export function pastFullAndHalfHours(now: Micros): number {
  const inHalf = Number((now / 1000n) % BigInt(30 * MINUTE));
  return inHalf < MINUTE ? MINUTE - inHalf : 0;
}
