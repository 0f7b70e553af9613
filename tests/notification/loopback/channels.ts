import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * The five webhooks on this machine. Each refuses what its vendor's document says that the real one refuses, in its own words, and shows
 * what it took as a person in the group would see it: text, mentions and links apart. Signatures are checked by their own few lines here.
 */

/** What a person sees of a message. */
export interface Shown {
  readonly channel: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly links: readonly string[];
}

export interface Rules {
  readonly signingKey?: string;
  readonly keyword?: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Asked {
  readonly url: URL;
  readonly type: string;
  readonly text: string;
  /** Milliseconds. */
  readonly now: number;
}

const json = (body: unknown, status = 200): Answer => ({ status, body: JSON.stringify(body) });
const HOUR = 3_600_000;

/** Calls of the last so many milliseconds, by address. */
class Counter {
  private readonly calls = new Map<string, number[]>();
  /** Whether one more is too many. */
  isOver(address: string, now: number, most: number, within: number): boolean {
    const recent = (this.calls.get(address) ?? []).filter((at) => now - at < within);
    this.calls.set(address, [...recent, now]);
    return recent.length >= most;
  }
}

const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Readonly<Record<string | number, unknown>> | null | undefined)?.[key], value);
const textAt = (value: unknown, ...path: readonly (string | number)[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
};
const listAt = (value: unknown, ...path: readonly (string | number)[]): readonly unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};

export class ChannelServers {
  readonly shown: Shown[] = [];
  /** Every address and body that came in. */
  readonly asked: string[] = [];
  /** In place of an answer, once each: what to answer, or nothing at all (the connection is cut after the message was taken). */
  readonly next: (Answer | 'cut')[] = [];
  private readonly counter = new Counter();
  private blockedUntil = 0;
  private server: Server | null = null;
  url = '';

  /** @param now milliseconds */
  constructor(
    readonly now: () => number,
    readonly rules: Rules = {},
  ) {}

  async start(): Promise<this> {
    const server = createServer((request, response) => void this.take(request, response));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const url = new URL(request.url ?? '/', this.url);
    this.asked.push(`${url.href} ${text}`);
    const asked = { url, type: request.headers['content-type'] ?? '', text, now: this.now() };
    const planned = this.next.shift();
    const answer = planned === undefined || planned === 'cut' ? this.answer(asked) : planned;
    if (planned === 'cut') request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
  }

  private answer(asked: Asked): Answer {
    const { pathname } = asked.url;
    if (pathname.startsWith('/open-apis/bot/v2/hook/')) return this.feishu(asked);
    if (pathname === '/robot/send') return this.dingtalk(asked);
    if (pathname === '/cgi-bin/webhook/send') return this.wecom(asked);
    if (pathname.startsWith('/services/')) return this.slack(asked);
    if (pathname.includes('/workflows/')) return this.teams(asked);
    return { status: 404, body: '' };
  }

  private show(channel: string, text: string, mentions: readonly string[], links: readonly string[]): void {
    this.shown.push({ channel, text, mentions, links });
  }

  /** 200 whatever comes of it: `code`. */
  private feishu({ url, type, text, now }: Asked): Answer {
    const refuse = (code: number, msg: string) => json({ code, msg, data: {} });
    if (!type.startsWith('application/json') || text.length > 20_000) return refuse(9499, 'Bad Request');
    const body: unknown = JSON.parse(text);
    const { signingKey: key } = this.rules;
    if (key !== undefined) {
      const timestamp = textAt(body, 'timestamp');
      const sign = createHmac('sha256', `${timestamp}\n${key}`).digest('base64');
      const isFresh = /^\d{10}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= HOUR;
      if (!isFresh || textAt(body, 'sign') !== sign) {
        return refuse(19021, 'sign match fail or timestamp is not within one hour from current time');
      }
    }
    const minute = Math.floor(now / 60_000) % 30;
    const isOver = this.counter.isOver(`${url.pathname} s`, now, 5, 1000) || this.counter.isOver(`${url.pathname} m`, now, 100, 60_000);
    // At full and half hours everybody sends.
    if (isOver || minute === 0) return refuse(11232, 'create message service trigger rate limit');
    const post = at(body, 'content', 'post', 'zh_cn');
    if (textAt(body, 'msg_type') !== 'post' || post === undefined)
      return refuse(19001, 'param invalid: incoming webhook access token invalid');
    const elements = listAt(post, 'content').map((row) => (row as readonly unknown[]).map((each) => each));
    const rows = elements.map((row) => row.map((each) => textAt(each, 'text')).join(''));
    const all = elements.flat();
    const seen = [textAt(post, 'title'), ...rows].join('\n');
    if (this.rules.keyword !== undefined && !seen.includes(this.rules.keyword)) return refuse(19024, 'Key Words Not Found');
    this.show(
      'feishu',
      seen,
      all.flatMap((each) => (textAt(each, 'tag') === 'at' ? [textAt(each, 'user_id')] : [])),
      all.flatMap((each) => (textAt(each, 'tag') === 'a' ? [textAt(each, 'href')] : [])),
    );
    return json({ code: 0, msg: 'success', data: {}, StatusCode: 0, StatusMessage: 'success' });
  }

  private dingtalk({ url, type, text, now }: Asked): Answer {
    const refuse = (errcode: number, errmsg: string) => json({ errcode, errmsg });
    if (!type.startsWith('application/json')) return refuse(43004, 'invalid header: Content-Type');
    const { signingKey: key } = this.rules;
    if (key !== undefined) {
      const timestamp = url.searchParams.get('timestamp') ?? '';
      if (!/^\d{13}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > HOUR) return refuse(310000, 'invalid timestamp');
      // A sign that was not percent-encoded has lost its plus signs.
      if (url.searchParams.get('sign') !== createHmac('sha256', key).update(`${timestamp}\n${key}`).digest('base64')) {
        return refuse(310000, 'sign not match');
      }
    }
    if (now < this.blockedUntil) return refuse(130101, 'send too fast, exceed 20 times per minute');
    if (this.counter.isOver(url.search.slice(0, 40), now, 20, 60_000)) {
      this.blockedUntil = now + 600_000;
      return refuse(130101, 'send too fast, exceed 20 times per minute');
    }
    const body: unknown = JSON.parse(text);
    const content = textAt(body, 'text', 'content');
    if (textAt(body, 'msgtype') !== 'text' || content === '') return refuse(40035, 'invalid parameter');
    const named = [...listAt(body, 'at', 'atMobiles'), ...listAt(body, 'at', 'atUserIds')].map(String);
    this.show('dingtalk', content, [...named, ...(at(body, 'at', 'isAtAll') === true ? ['all'] : [])], addressesIn(content));
    return json({ errcode: 0, errmsg: 'ok' });
  }

  private wecom({ url, type, text, now }: Asked): Answer {
    const refuse = (errcode: number, errmsg: string) => json({ errcode, errmsg });
    if (url.searchParams.get('key') !== 'a1b2-c3') return refuse(93000, 'invalid webhook url');
    if (!type.startsWith('application/json')) return refuse(40058, 'invalid Request Parameter');
    if (this.counter.isOver(url.search, now, 20, 60_000)) return refuse(45009, 'api freq out of limit');
    const body: unknown = JSON.parse(text);
    const content = textAt(body, 'text', 'content');
    if (textAt(body, 'msgtype') !== 'text') return refuse(40008, 'invalid message type');
    if (content === '') return refuse(44004, 'empty content');
    if (Buffer.byteLength(content) > 2048) return refuse(45002, 'content size out of limit');
    const named = [...listAt(body, 'text', 'mentioned_list'), ...listAt(body, 'text', 'mentioned_mobile_list')].map(String);
    this.show('wecom', content, [...named, ...[...content.matchAll(/<@(\w+)>/g)].map(([, id = '']) => id)], addressesIn(content));
    return json({ errcode: 0, errmsg: 'ok' });
  }

  private slack({ url, type, text, now }: Asked): Answer {
    if (url.pathname !== '/services/T0/B0/x1') return { status: 404, body: 'no_service' };
    if (!type.startsWith('application/json')) return { status: 400, body: 'invalid_payload' };
    if (this.counter.isOver(url.pathname, now, 1, 1000)) return { status: 429, body: 'rate_limited', headers: { 'retry-after': '2' } };
    const body: unknown = JSON.parse(text);
    const fallback = textAt(body, 'text');
    const elements = listAt(body, 'blocks').flatMap((block) => listAt(block, 'elements').flatMap((section) => listAt(section, 'elements')));
    if (fallback === '' && elements.length === 0) return { status: 400, body: 'no_text' };
    const kinds = (kind: string) => elements.filter((each) => textAt(each, 'type') === kind);
    // What the fallback's markup would do: `<!channel>`, `<@U…>`, `<https://…|…>`.
    const marked = [...fallback.matchAll(/<([^>]+)>/g)].map(([, inner = '']) => inner);
    this.show(
      'slack',
      elements.map((each) => textAt(each, 'text')).join(''),
      [
        ...[...kinds('user'), ...kinds('broadcast'), ...kinds('usergroup')].map(() => 'somebody'),
        ...marked.filter((inner) => /^[@!#]/.test(inner)),
      ],
      [...kinds('link').map((each) => textAt(each, 'url')), ...marked.filter((inner) => inner.includes('://'))],
    );
    return { status: 200, body: 'ok' };
  }

  private teams({ url, type, text, now }: Asked): Answer {
    if (url.searchParams.get('sig') !== 's3cr3t') return json({ error: { code: 'DirectApiInvalidAuthorizationScheme' } }, 401);
    if (!type.startsWith('application/json')) return json({ error: { code: 'UnsupportedMediaType' } }, 415);
    if (Buffer.byteLength(text) > 28 * 1024) return json({ error: { code: 'RequestEntityTooLarge' } }, 413);
    if (this.counter.isOver(url.pathname, now, 4, 1000)) return { status: 429, body: '', headers: { 'retry-after': '1' } };
    const card = at(JSON.parse(text), 'attachments', 0);
    if (textAt(card, 'contentType') !== 'application/vnd.microsoft.card.adaptive')
      return json({ error: { code: 'TriggerInputSchemaMismatch' } }, 400);
    const blocks = listAt(card, 'content', 'body');
    const rows = blocks.map((block) => {
      if (textAt(block, 'type') !== 'RichTextBlock') return [{ type: 'TextBlock', text: textAt(block, 'text') }];
      return listAt(block, 'inlines');
    });
    const runs = rows.flat();
    // A TextBlock reads Markdown, and both compute dates.
    const markdown = runs.filter((run) => textAt(run, 'type') === 'TextBlock').flatMap((run) => addressesIn(textAt(run, 'text')));
    const computed = runs.filter((run) => /\{\{(DATE|TIME)\(/.test(textAt(run, 'text'))).map(() => 'computed');
    const mentioned = listAt(card, 'content', 'msteams', 'entities').map((entity) => textAt(entity, 'mentioned', 'id'));
    this.show(
      'teams',
      rows.map((row) => row.map((run) => textAt(run, 'text')).join('')).join('\n'),
      [...mentioned, ...computed],
      [...runs.map((run) => textAt(run, 'selectAction', 'url')).filter((link) => link !== ''), ...markdown],
    );
    return { status: 202, body: '' };
  }
}

/** Addresses that a client makes links of by itself. */
function addressesIn(text: string): string[] {
  return text.match(/https?:\/\/[^\s]+/g) ?? [];
}

/** Secrets of each kind that lead to a server. */
export function secretsFor(url: string, key?: string): Readonly<Record<string, string>> {
  const signed = key === undefined ? '' : `\n${key}`;
  return {
    feishu: `${url}/open-apis/bot/v2/hook/0f-1a${signed}`,
    dingtalk: `${url}/robot/send?access_token=t0k3n${signed}`,
    wecom: `${url}/cgi-bin/webhook/send?key=a1b2-c3`,
    slack: `${url}/services/T0/B0/x1`,
    teams: `${url}/powerautomate/automations/direct/workflows/9f/triggers/manual/paths/invoke?api-version=1&sig=s3cr3t`,
  };
}
