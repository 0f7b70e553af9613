import { digestText } from '../../kernel/canonical.js';
import type { Locale } from '../../kernel/text.js';
import { pageText } from '../escape.js';
import { STYLE } from './style.js';

/** How a page names its language; Chinese is set in the forms of the mainland. */
export const LANGUAGE: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' };

/** Nothing is loaded or run; no style but our own counts, so that no text can bring one. */
const POLICY = `default-src 'none'; style-src 'sha256-${base64(digestText(STYLE))}'; base-uri 'none'; form-action 'none'`;

/** A whole page. @param body markup, of which every text is escaped already. */
export function documentHtml({ locale, title, body }: { readonly locale: Locale; readonly title: string; readonly body: string }): string {
  return `<!doctype html>
<html lang="${LANGUAGE[locale]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>${pageText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** A digest as policies want it. */
function base64(digest: string): string {
  const bytes = digest.replace(/^sha256:/, '').match(/../g) ?? [];
  return btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''));
}
