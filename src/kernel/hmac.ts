import { createHmac } from 'node:crypto';

/** HMAC-SHA256 (RFC 2104) of text as UTF-8, in base64. @param key text, as UTF-8 */
export function hmacSha256(key: string, message: string): string {
  return createHmac('sha256', Buffer.from(key, 'utf8')).update(message, 'utf8').digest('base64');
}
