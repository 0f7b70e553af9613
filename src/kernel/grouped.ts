/** Decimal text with its thousands set apart: `-1234.5` → `-1,234.5`. Text that is no plain decimal stays as it is. */
export function grouped(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (match === null) return decimal;
  const [, minus = '', whole = '', part = ''] = match;
  return `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part}`;
}
