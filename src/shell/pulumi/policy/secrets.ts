import type { SecretKind } from '../../../words/cloud-policy.js';

/** What secrets look like, by the prefixes that their makers gave them so that they can be found. */
const SHAPES: readonly (readonly [SecretKind, RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['cloud-key', /\bAIza[\w-]{35}/],
  ['cloud-key', /\bya29\.[\w-]{20,}/],
  ['cloud-key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['cloud-key', /"private_key_id"\s*:/],
  ['forge-token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{20,})/],
  ['shop-token', /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/],
  ['shop-token', /\b(?:sk|rk)_live_[A-Za-z0-9]{16,}/],
  ['shop-token', /\bEAA[A-Za-z0-9]{40,}/],
  ['shop-token', /\bxox[abprs]-[\w-]{10,}/],
  ['web-token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['password', /\b(?:password|passwd|pwd|client_secret|api_key|access_token)\b["']?\s*(?:=|:|=>)\s*["'][^"'\s]{6,}["']/i],
  ['password', /\b[a-z][a-z0-9+]*:\/\/[^\s:/@'"]+:[^\s:/@'"]+@/i],
];

/** Kinds of secrets that a text seems to hold. */
export function secretsIn(text: string): readonly SecretKind[] {
  return [...new Set(SHAPES.filter(([, shape]) => shape.test(text)).map(([kind]) => kind))];
}
