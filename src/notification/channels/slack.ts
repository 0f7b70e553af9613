import { bytesOf, type Message, messageText } from '../message.js';
import { byStatus, type Channel, later, refused, SENT, UNKNOWN, webhookAddress } from './channel.js';

/*
 * An incoming webhook of Slack, https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks: one message a second, 429 with
 * `Retry-After` beyond (https://docs.slack.dev/apis/web-api/rate-limits); an answer is `ok`, or a word with 4xx (`no_service`,
 * `invalid_payload`). Elements of a block `rich_text` are text as it stands, mentions are elements of their own, never made
 * (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). `text`, which notifications show, is markup: `&`, `<` and `>` are
 * escaped as https://docs.slack.dev/messaging/formatting-message-text has it, and `mrkdwn` is off.
 */

const MOST_BYTES = 10_000;

export const slack: Channel = {
  form: 'https://hooks.slack.com/services/T…/B…/…',
  address: (secret) => {
    const address = webhookAddress(secret, ['hooks.slack.com', 'hooks.slack-gov.com'], /^\/services\/[\w/]+$/);
    return address === null || address.key !== null ? null : address;
  },
  mostBytes: MOST_BYTES,
  sizeOf: (message) => bytesOf(messageText(message)),
  parcel: ({ url }, message) => ({ by: 'web', post: { url: url.href, body: JSON.stringify(content(message)) } }),
  meaning: (reply) => {
    const { status, body, retryAfter } = reply;
    if (status === 429) return later(retryAfter, 1);
    if (status === 200) return body.trim() === 'ok' ? SENT : UNKNOWN;
    const word = /^[a-z_]{1,40}$/.exec(body.trim())?.[0];
    return status < 500 && word !== undefined ? refused(word) : byStatus(reply);
  },
  apart: 1100,
};

function content({ title, lines }: Message) {
  const section = lines.flatMap(({ text, link }) => [
    { type: 'text', text: link === undefined ? `\n${text}` : `\n${text} ` },
    ...(link === undefined ? [] : [{ type: 'link', url: link.href, text: link.text }]),
  ]);
  const elements = [{ type: 'text', text: title, style: { bold: true } }, ...section];
  return {
    text: title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
  };
}
