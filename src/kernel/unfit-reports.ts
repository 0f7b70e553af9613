/*
 * Downloads of platforms that are for reading and not for adding up, told by their first lines: several tables below each other
 * without days, or labels and months in the language of an account.
 */

export type UnfitReport = 'ga4' | 'amazon';

/** How the header of Amazon's date range report begins where it is not English: German, French, Italian, Spanish, Dutch, Swedish, Polish, Turkish, Japanese. */
const AMAZON_HEADERS = [
  'datum/uhrzeit',
  'date/heure',
  'data/ora:',
  'fecha y hora',
  'datum/tijd',
  'datum/tid',
  'data/godzina',
  'tarih/saat',
  '日付/時間',
];

/** Which report that nobody can settle on a file is, by its beginning; null: none that is known. */
export function unfitReport(head: string): UnfitReport | null {
  const lines = head.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (lines[0]?.startsWith('# ---') === true && lines.some((line) => /^# Start date: \d{8}/.test(line))) return 'ga4';
  const isAmazon = lines.some((line) => AMAZON_HEADERS.includes(firstField(line).toLowerCase()));
  return isAmazon && /amazon/i.test(head) ? 'amazon' : null;
}

function firstField(line: string): string {
  return /^"?([^",;\t]*)/.exec(line)?.[1]?.trim() ?? '';
}
