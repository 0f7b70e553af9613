import { type Locale, localText } from '../kernel/text.js';
import { reportText } from '../words/report.js';
import type { Fee } from './fee-kinds/fee-kinds.js';

const PERIOD = /^\d{4}-(\d{2}|Q\d|W\d{2})$/;

/**
 * What a line is called, wherever it is named: `sales` → its title; `true-up/2026-01/sales` → `True-up 2026-01 · Sales`; `floor/recovery` →
 * `Recovery of the guarantee`; `2026-01/sales`, an earlier period's held line → `2026-01 · Sales`. The id of what no fee has.
 */
export function lineTitle(fees: readonly Fee[], id: string, locale: Locale): string {
  const [head = id, period, ...rest] = id.split('/');
  if ((head === 'true-up' || head === 'correction') && period !== undefined && rest.length > 0) {
    return `${reportText(`kind.${head}`, locale)} ${period} · ${clearTitle(fees, rest.join('/'), locale)}`;
  }
  if (period === 'recovery') return reportText('kind.recovery', locale);
  if (period === 'excess') return reportText('kind.excess', locale);
  if (period !== undefined && PERIOD.test(head)) return `${head} · ${clearTitle(fees, [period, ...rest].join('/'), locale)}`;
  const fee = fees.find((candidate) => candidate.id === head);
  if (fee === undefined) return id;
  if ('label' in fee) return localText(fee.label, locale);
  return fee.title === null ? reportText(`kind.${fee.kind}`, locale) : localText(fee.title, locale);
}

/** The same with the id where several fees have that title: inside another line's name, and for whoever sees no more of the line. */
export function clearTitle(fees: readonly Fee[], id: string, locale: Locale): string {
  const title = lineTitle(fees, id, locale);
  const alike = fees.filter((fee) => lineTitle(fees, fee.id, locale) === title);
  return alike.length > 1 ? reportText('withMore', locale, { text: title, more: id }) : title;
}
