import type { MailServer } from '../../kernel/parcel.js';
import { bytesOf, messageText } from '../message.js';
import { type Address, byStatus, type Channel, isHere } from './channel.js';

/*
 * A letter by SMTP (RFC 5321). The secret holds everything: `smtps://user:password@host:465?from=…&to=…,…`, or `smtp://…:587`, where
 * STARTTLS is demanded. Plain text, no HTML; whoever reads the mail sees no picture and follows no link that the program did not write.
 */

const MOST_BYTES = 100_000;
const ADDRESS = /^[\w.+-]{1,64}@[A-Za-z0-9.-]{1,190}$/;
const MOST_PEOPLE = 50;

export const email: Channel = {
  form: 'smtps://<user>:<password>@smtp.example.com:465?from=concord@example.com&to=finance@example.com,lead@example.com',
  address: (secret) => {
    const text = secret.trim();
    if (/\s/.test(text) || !URL.canParse(text)) return null;
    const url = new URL(text);
    const { from, to } = peopleOf(url);
    const known = url.protocol === 'smtps:' || url.protocol === 'smtp:';
    const isWhole =
      url.hostname !== '' && ADDRESS.test(from) && to.length > 0 && to.length <= MOST_PEOPLE && to.every((each) => ADDRESS.test(each));
    return known && isWhole && isPercentEncoded(url) ? { url, key: null } : null;
  },
  mostBytes: MOST_BYTES,
  sizeOf: (message) => bytesOf(messageText(message)),
  parcel: (address, message, { id }) => {
    const { from, to } = peopleOf(address.url);
    const text = `${messageText({ title: '', lines: message.lines }).trimStart()}\n`;
    const messageId = `<${id}@${from.split('@')[1] ?? ''}>`;
    return { by: 'mail', mail: { server: serverOf(address), from, to, subject: message.title, text, messageId } };
  },
  // SMTP's own codes, as RFC 5321 has them: 2yz done, 4yz later, 5yz never.
  meaning: (reply) => {
    if (reply.status >= 400 && reply.status < 600) return { state: 'refused', code: String(reply.status) };
    const left = /^[1-9]\d*$/.test(reply.body) ? Number(reply.body) : 0;
    return left === 0 ? byStatus(reply) : { state: 'sent', left };
  },
  apart: 0,
};

function peopleOf({ searchParams }: URL): { readonly from: string; readonly to: readonly string[] } {
  return { from: searchParams.get('from') ?? '', to: (searchParams.get('to') ?? '').split(',') };
}

function isPercentEncoded({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}${password}`);
    return true;
  } catch {
    return false;
  }
}

function serverOf({ url }: Address): MailServer {
  const secure = url.protocol === 'smtps:';
  const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    mayBePlain: isHere(url),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: user === '' ? null : user,
    password: password === '' ? null : password,
  };
}
