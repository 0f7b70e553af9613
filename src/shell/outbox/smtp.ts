import { createTransport } from 'nodemailer';
import type { Mail } from '../../kernel/parcel.js';
import type { Sent } from '../../ports/outbox.js';

const TIMEOUT = 30_000;
/** What nodemailer calls a failure before the letter was handed over: nobody has got it. */
const BEFORE: ReadonlySet<unknown> = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EENVELOPE', 'EREQUIRETLS', 'ECONFIG']);

/** Hands a letter to its server, once. Nothing of files or other addresses is read into it. */
export async function sendMail({ server, from, to, subject, text, messageId }: Mail): Promise<Sent> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure && !server.mayBePlain,
    ignoreTLS: server.mayBePlain,
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const { rejected } = await transport.sendMail({ from, to: [...to], subject, text, messageId, headers });
    // Taken for the others: how many of the people are unknown to the server.
    return { kind: 'answered', reply: { status: 250, body: String(rejected.length), retryAfter: null } };
  } catch (error) {
    const { code = null, responseCode = null, syscall = null } = fieldsOf(error);
    // A server that has answered has decided; the texts of answers and errors may name user or address.
    if (typeof responseCode === 'number' && responseCode >= 400) {
      return { kind: 'answered', reply: { status: responseCode, body: '', retryAfter: null } };
    }
    return BEFORE.has(code) || syscall === 'connect' ? { kind: 'unreached' } : { kind: 'unknown' };
  } finally {
    transport.close();
  }
}

function fieldsOf(error: unknown): { readonly code?: unknown; readonly responseCode?: unknown; readonly syscall?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
