/** What XML 1.0 has no place for; whoever prints has taken out what nobody sees, this is for what is left. */
const UNFIT = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;

/** Text within an element or attribute. */
export function xmlText(text: string): string {
  return text
    .replace(UNFIT, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** A cell's text: what looks like a spreadsheet's own escape, `_x0041_`, is kept from being read as one. */
export function cellXml(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}
