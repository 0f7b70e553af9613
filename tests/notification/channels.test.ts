import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelKind } from '../../src/contract/load-workspace.js';
import { parseInstant } from '../../src/kernel/calendar.js';
import type { Meaning } from '../../src/notification/channels/channel.js';
import { CHANNELS } from '../../src/notification/channels/channels.js';
import { dingtalkSignature } from '../../src/notification/channels/dingtalk.js';
import { feishuSignature, pastFullAndHalfHours } from '../../src/notification/channels/feishu.js';
import { type Message, message } from '../../src/notification/message.js';
import { openOutbox } from '../../src/shell/outbox/outbox.js';
import { ChannelServers, secretsFor } from './loopback/channels.js';
import { headerText, MailServer } from './loopback/smtp.js';

/* Every channel against a server that refuses what the real one refuses. The clock is the test's own. */

const KEY = 'SECb4d+/=';
const WEB: readonly ChannelKind[] = ['feishu', 'dingtalk', 'wecom', 'slack', 'teams'];
let now = 0;
let servers: ChannelServers;
let mail: MailServer;

beforeEach(async () => {
  now = Date.parse('2026-03-02T07:11:00Z');
  servers = await new ChannelServers(() => now, { signingKey: KEY }).start();
  mail = await new MailServer().start();
});
afterEach(() => {
  servers.stop();
  mail.stop();
});

const outbox = openOutbox({ secret: () => null, now: () => BigInt(now) * 1000n });
const NOTE = message('Concord, 2026-03-02', [
  { text: 'Tea (tea-account)' },
  { text: '- pay', link: { text: 'Record', href: 'https://github.com/a/b/issues/new' } },
]);

async function sendTo(kind: ChannelKind, secret: string, text: Message = NOTE): Promise<Meaning> {
  const channel = CHANNELS[kind];
  const address = channel.address(secret);
  if (address === null) throw new Error(`no address of ${kind}`);
  const sent = await outbox.send(channel.parcel(address, text, { now: outbox.now(), id: '0123abcd' }));
  return sent.kind === 'answered'
    ? channel.meaning(sent.reply)
    : { state: sent.kind === 'unknown' ? 'unknown' : 'refused', code: 'unreached' };
}
const secretOf = (kind: ChannelKind, key = KEY) => secretsFor(servers.url, key)[kind] ?? '';

describe.each(WEB)('%s', (kind) => {
  test('takes a message, and shows it as text with the link that the program made', async () => {
    expect(await sendTo(kind, secretOf(kind))).toEqual({ state: 'sent' });
    const [shown] = servers.shown;
    expect(shown?.channel).toBe(kind);
    expect(shown?.text).toContain('Tea (tea-account)');
    // Also where a channel knows no link under words: what it does stands before it.
    expect(shown?.text).toMatch(/Record(?: https:\/\/github\.com\/a\/b\/issues\/new)?$/);
    expect(shown?.mentions).toEqual([]);
    expect(shown?.links).toEqual(['https://github.com/a/b/issues/new']);
  });

  test('what people write in titles stays text: no mention, no link, no markup, no line of its own', async () => {
    for (const title of HOSTILE) {
      now += 61_000;
      const text = message(`Concord ${title}`, [{ text: `- ${title}` }]);
      expect(await sendTo(kind, secretOf(kind), text), title).toEqual({ state: 'sent' });
      const shown = servers.shown.at(-1);
      expect(shown?.mentions, title).toEqual([]);
      expect(shown?.links, title).toEqual([]);
      expect(shown?.text.trim().split('\n'), title).toHaveLength(2);
      expect(shown?.text, title).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }
  });

  test('an answer that never came may have been a delivery; a redirection and a server error are told apart', async () => {
    servers.next.push('cut', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }, { status: 503, body: '' });
    expect(await sendTo(kind, secretOf(kind))).toMatchObject({ state: 'unknown' });
    expect(await sendTo(kind, secretOf(kind))).toEqual({ state: 'refused', code: '302' });
    expect(await sendTo(kind, secretOf(kind))).toEqual({ state: 'unknown' });
  });

  test('nobody there: nothing was delivered', async () => {
    const secret = secretOf(kind);
    servers.stop();
    expect(await sendTo(kind, secret)).toMatchObject({ state: 'refused', code: 'unreached' });
  });

  test('as many bytes as it says it takes are taken', async () => {
    const channel = CHANNELS[kind];
    let text = message('Concord', []);
    for (let lines = 1; channel.sizeOf(text) <= channel.mostBytes; lines += 1) {
      const next = message(
        'Concord',
        Array.from({ length: lines }, () => ({ text: `- ${'期'.repeat(90)}` })),
      );
      if (channel.sizeOf(next) > channel.mostBytes) break;
      text = next;
    }
    expect(await sendTo(kind, secretOf(kind), text)).toEqual({ state: 'sent' });
  });
});

const HOSTILE: readonly string[] = [
  '<at user_id="all">everyone</at>',
  '<at id=all></at>',
  '@all @所有人 @channel @13800138000',
  '<!channel> <!here> <@U012AB3CD> <#C1>',
  '<@zhangsan>',
  '<https://evil.example|Pay here>',
  '[Pay here](https://evil.example)',
  'see https://evil.example and www.evil.example',
  'pay at evil.example/pay or to pay@evil.example, 支付.例子 by 1.500,00 at 10.5%',
  '**bold** _it_ `code` # head > quote',
  '{{DATE(2017-02-14T06:00:00Z, SHORT)}}',
  'evil\u202Efdp.exe',
  'Tea\r\nBcc: all@evil.example\n\nPay to account 1',
  '"},"msgtype":"markdown","x":{"',
  '&lt;!channel&gt; &amp;',
];

test.each(HOSTILE)('no client finds a host in %s', (title) => {
  const { title: said, lines } = message(title, [{ text: title }]);
  for (const text of [said, ...lines.map((line) => line.text)]) expect(text).not.toMatch(/[\p{L}\p{N}]\.\p{L}{2}|:\/\//u);
});

test('figures and sentences stay as they are', () => {
  const text = '- 1.500,00 or 1,500.00 at 10.5%. Due on 2026-03-05 (Q1).';
  expect(message(text, [])).toEqual({ title: text, lines: [] });
});

describe('signatures', () => {
  test('are those that another program computes', () => {
    // Of `openssl dgst -sha256 -mac HMAC`.
    expect(feishuSignature('1767225600', 'demo')).toBe('OeJmDC3C7FsudJ7/9z2vZtAnXCvb3MhsqwPgUZXABqw=');
    expect(dingtalkSignature('1767225600000', 'SECx')).toBe('uNKT/7ur3EG0CH2uLuAd2kO8BXzD9MINshNMe4BHQkk=');
  });

  test.each<[ChannelKind, string]>([
    ['feishu', '19021'],
    ['dingtalk', '310000'],
  ])('%s refuses a wrong key, no key, and a time of more than an hour ago', async (kind, code) => {
    expect(await sendTo(kind, secretOf(kind, 'other'))).toEqual({ state: 'refused', code });
    expect(await sendTo(kind, secretsFor(servers.url)[kind] ?? '')).toEqual({ state: 'refused', code });
    const channel = CHANNELS[kind];
    const address = channel.address(secretOf(kind));
    if (address === null) throw new Error('no address');
    const sent = await outbox.send(channel.parcel(address, NOTE, { now: BigInt(now - 3_601_000) * 1000n, id: 'x' }));
    expect(sent.kind === 'answered' ? channel.meaning(sent.reply) : sent.kind).toEqual({ state: 'refused', code });
    expect(servers.shown).toEqual([]);
  });
});

describe('limits', () => {
  test.each<[ChannelKind, number, Meaning]>([
    ['feishu', 5, { state: 'later', seconds: 60 }],
    // Takes nothing for ten minutes: longer than a run waits.
    ['dingtalk', 20, { state: 'refused', code: '429' }],
    ['wecom', 20, { state: 'later', seconds: 60 }],
    ['slack', 1, { state: 'later', seconds: 2 }],
    ['teams', 4, { state: 'later', seconds: 1 }],
  ])('%s takes %i at once and then no more', async (kind, most, meaning) => {
    for (let count = 0; count < most; count += 1) expect(await sendTo(kind, secretOf(kind))).toEqual({ state: 'sent' });
    expect(await sendTo(kind, secretOf(kind))).toEqual(meaning);
    expect(servers.shown).toHaveLength(most);
  });

  test.each(WEB)('%s takes as many as there are with the pause that its channel asks for', async (kind) => {
    for (let count = 0; count < 25; count += 1) {
      expect(await sendTo(kind, secretOf(kind)), String(count)).toEqual({ state: 'sent' });
      now += CHANNELS[kind].apart;
    }
  });

  test('Feishu is left alone in the first minute of an hour and of its second half', () => {
    const quiet = (text: string) => pastFullAndHalfHours(parseInstant(text) ?? 0n);
    expect(['2026-03-02T10:00:00Z', '2026-03-02T10:30:59Z', '2026-03-02T10:01:00Z', '2026-03-02T10:29:59Z'].map(quiet)).toEqual([
      60_000, 1000, 0, 0,
    ]);
  });

  test('a channel that asks to be left alone for long is left alone until the next run', async () => {
    servers.next.push({ status: 429, body: '', headers: { 'retry-after': '3600' } });
    expect(await sendTo('slack', secretOf('slack'))).toEqual({ state: 'refused', code: '429' });
  });
});

test('refusals keep their own code', async () => {
  const wrong = secretsFor(servers.url, KEY);
  expect(await sendTo('wecom', (wrong.wecom ?? '').replace('a1b2-c3', 'gone'))).toEqual({ state: 'refused', code: '93000' });
  expect(await sendTo('slack', (wrong.slack ?? '').replace('x1', 'x2'))).toEqual({ state: 'refused', code: 'no_service' });
  expect(await sendTo('teams', (wrong.teams ?? '').replace('s3cr3t', 'other'))).toEqual({ state: 'refused', code: '401' });
  servers.next.push({ status: 200, body: '<html>login</html>' }, { status: 200, body: 'no' });
  expect(await sendTo('dingtalk', secretOf('dingtalk'))).toEqual({ state: 'unknown' });
  expect(await sendTo('slack', secretOf('slack'))).toEqual({ state: 'unknown' });
});

describe('email', () => {
  test('is one plain letter to everybody who is named', async () => {
    expect(await sendTo('email', mail.secret('fin@brand.example,lead@brand.example'))).toEqual({ state: 'sent' });
    const [letter] = mail.letters;
    expect(letter?.to).toEqual(['fin@brand.example', 'lead@brand.example']);
    expect(letter?.from).toBe('concord@brand.example');
    expect(headerText(letter?.headers ?? [], 'Subject')).toBe('Concord, 2026-03-02');
    expect(headerText(letter?.headers ?? [], 'Message-ID')).toBe('<0123abcd@brand.example>');
    expect(headerText(letter?.headers ?? [], 'Content-Type')).toMatch(/^text\/plain/);
    expect(letter?.text.trim().split(/\r?\n/)).toEqual(['Tea (tea-account)', '- pay', 'Record https://github.com/a/b/issues/new']);
  });

  test('no title adds a header, an addressee or a line', async () => {
    for (const title of HOSTILE) {
      const text = message(`Concord ${title}`, [{ text: `- ${title}` }]);
      expect(await sendTo('email', mail.secret('fin@brand.example'), text), title).toEqual({ state: 'sent' });
      const letter = mail.letters.at(-1);
      expect(letter?.to, title).toEqual(['fin@brand.example']);
      expect(
        letter?.headers.filter((line) => /^(bcc|cc):/i.test(line)),
        title,
      ).toEqual([]);
      expect(letter?.text.trim().split(/\r?\n/), title).toHaveLength(1);
    }
  });

  test('a wrong password, nobody of that name, a full box, and no answer', async () => {
    expect(await sendTo('email', mail.secret('fin@brand.example', 'falsch'))).toEqual({ state: 'refused', code: '535' });
    expect(await sendTo('email', mail.secret('fin@other.example'))).toEqual({ state: 'refused', code: '550' });
    expect(await sendTo('email', mail.secret('fin@other.example,lead@brand.example'))).toEqual({ state: 'sent', left: 1 });
    mail.next.push('452 4.2.2 full', 'cut');
    expect(await sendTo('email', mail.secret('lead@brand.example'))).toEqual({ state: 'refused', code: '452' });
    expect(await sendTo('email', mail.secret('lead@brand.example'))).toMatchObject({ state: 'unknown' });
    expect(mail.letters).toHaveLength(2);
    mail.stop();
  });
});

describe('what a secret may hold', () => {
  test.each<[ChannelKind, string]>([
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/0f-1a key'],
    ['feishu', 'https://open.larksuite.com/open-apis/bot/v2/hook/0f-1a'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=abc\nSECx\n'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1-b2'],
    ['slack', 'https://hooks.slack.com/services/T0/B0/x1'],
    [
      'teams',
      'https://prod-1.westeurope.logic.azure.com:443/workflows/9f/triggers/manual/paths/invoke?api-version=2016-06-01&sp=x&sig=a-b',
    ],
    [
      'teams',
      'https://de.9f.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/9f/triggers/manual/paths/invoke?api-version=1&sig=a',
    ],
    ['email', 'smtps://a:b%40c@smtp.example.com?from=a@example.com&to=b@example.com'],
  ])('%s: %s', (kind, secret) => {
    expect(CHANNELS[kind].address(secret)).not.toBeNull();
  });

  test.each<[string, ChannelKind, string]>([
    ['another host', 'feishu', 'https://open.feishu.cn.evil.example/open-apis/bot/v2/hook/0f'],
    ['no TLS', 'slack', 'http://hooks.slack.com/services/T0/B0/x1'],
    ['another kind', 'dingtalk', 'https://hooks.slack.com/services/T0/B0/x1'],
    ['a password in it', 'slack', 'https://a:b@hooks.slack.com/services/T0/B0/x1'],
    ['a key where nothing is signed', 'wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1 SECx'],
    ['more than a key', 'feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/0f a b'],
    ['a connector of Office 365, which is no more', 'teams', 'https://acme.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4'],
    ['nobody to write to', 'email', 'smtps://a:b@smtp.example.com?from=a@example.com'],
    ['an addressee with a line break', 'email', 'smtps://a:b@smtp.example.com?from=a@example.com&to=b@example.com%0d%0aRCPT'],
    ['no address', 'email', 'a@example.com'],
  ])('not %s', (_, kind, secret) => {
    expect(CHANNELS[kind].address(secret)).toBeNull();
  });
});
