import type { WebPost } from '../../kernel/parcel.js';
import type { Sent } from '../../ports/outbox.js';

/** Long enough for a slow gateway; what takes longer may have been delivered or not. */
const TIMEOUT = 30_000;
/** As much of an answer as its meaning is read from. */
const MOST_CHARACTERS = 4000;
/** Refused before anything was sent: no name, no connection, no certificate that is trusted. */
const UNREACHED =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** Posts JSON once. A redirection is an answer and is not followed: what the address holds is for that host alone. */
export async function post({ url, body }: WebPost): Promise<Sent> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const text = await answer.text();
    return {
      kind: 'answered',
      reply: { status: answer.status, body: text.slice(0, MOST_CHARACTERS), retryAfter: answer.headers.get('retry-after') },
    };
  } catch (error) {
    // The error's own text may name the address, which is a secret: nothing of it goes on.
    return UNREACHED.test(causeOf(error)) ? { kind: 'unreached' } : { kind: 'unknown' };
  }
}

/** The code of what made a request fail. */
function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
  return typeof code === 'string' ? code : '';
}
