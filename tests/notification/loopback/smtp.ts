import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/*
 * A mail server on this machine, as far as RFC 5321 and AUTH PLAIN go. It knows one account and the people of one domain.
 */

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  /** Header lines as they came, folded ones joined. */
  readonly headers: readonly string[];
  readonly text: string;
}

export class MailServer {
  readonly letters: Letter[] = [];
  /** In place of the answer to a whole letter, once: a reply, or nothing (the connection is cut after the letter was taken). */
  readonly next: (string | 'cut')[] = [];
  private server: Server | null = null;
  port = 0;

  async start(): Promise<this> {
    const server = createServer((socket) => this.talk(socket));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    return this;
  }

  stop(): void {
    this.server?.close();
  }

  secret(to: string, password = 'geheim'): string {
    return `smtp://concord:${password}@127.0.0.1:${this.port}?from=concord@brand.example&to=${to}`;
  }

  private talk(socket: Socket): void {
    let [buffer, from, isData, isKnown] = ['', '', false, false];
    let to: string[] = [];
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const command = (line: string) => {
      const [verb = ''] = line.toUpperCase().split(' ');
      if (verb === 'EHLO') return socket.write('250-here\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n');
      if (verb === 'AUTH') {
        const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString('utf8')
          .split('\0');
        isKnown = user === 'concord' && password === 'geheim';
        return say(isKnown ? '235 2.7.0 ok' : '535 5.7.8 wrong');
      }
      if (verb === 'QUIT') {
        say('221 bye');
        return socket.end();
      }
      if (!isKnown) return say('530 5.7.0 who are you');
      if (verb === 'MAIL') {
        [from, to] = [/<(.*?)>/.exec(line)?.[1] ?? '', []];
        return say('250 ok');
      }
      if (verb === 'RCPT') {
        const person = /<(.*?)>/.exec(line)?.[1] ?? '';
        if (!person.endsWith('@brand.example')) return say('550 5.1.1 nobody here');
        to.push(person);
        return say('250 ok');
      }
      if (verb === 'DATA') {
        isData = true;
        return say('354 go on');
      }
      return say('502 what');
    };
    const letter = (whole: string) => {
      const [head = '', ...rest] = whole.split('\r\n\r\n');
      const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
      const planned = this.next.shift();
      if (planned === undefined || planned === 'cut')
        this.letters.push({ from, to, headers, text: decoded(headers, rest.join('\r\n\r\n')) });
      isData = false;
      if (planned === 'cut') return socket.destroy();
      return say(planned ?? '250 2.0.0 taken');
    };
    say('220 here');
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      buffer += part.toString('utf8');
      for (;;) {
        const end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        if (isData) letter(line);
        else command(line);
      }
    });
  }
}

/** What a mail program shows of a body. */
function decoded(headers: readonly string[], body: string): string {
  const encoding = headers
    .find((line) => /^content-transfer-encoding:/i.test(line))
    ?.split(':')[1]
    ?.trim()
    .toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A header's words, decoded as RFC 2047 has them. */
export function headerText(headers: readonly string[], name: string): string {
  const line = headers.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  return line
    .slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, words: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : Buffer.from(
            words.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString('utf8'),
    );
}
