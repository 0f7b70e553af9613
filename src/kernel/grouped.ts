const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Decimal text with its thousands set apart: `-1234.5` → `-1,234.5`. Text that is no plain decimal stays as it is. */
export function grouped(decimal: string): string {
  if (decimal.length < 4 || !PLAIN.test(decimal)) return decimal;
  const start = decimal.startsWith('-') ? 1 : 0;
  const point = decimal.indexOf('.');
  const end = point === -1 ? decimal.length : point;
  let at = start + ((end - start - 1) % 3) + 1;
  let text = decimal.slice(0, at);
  for (; at < end; at += 3) text += `,${decimal.slice(at, at + 3)}`;
  return text + decimal.slice(end);
}
