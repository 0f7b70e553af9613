/*
 * Numbers in words: 十天, 两周, 三十五万, 叁仟, 半, ten, half. Only what can be read in one way is written in digits; 三百五 is 350 to some and
 * 305 to a machine, and stays as it is.
 */

const DIGITS: ReadonlyMap<string, number> = new Map(
  ['零〇', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((each, digit) =>
    Array.from(each, (sign) => [sign, digit] as const),
  ),
);
/** Below ten thousand: each multiplies the digit before it. */
const SMALL: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
/** Each multiplies all that stands before it. */
const LARGE: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
]);
const RUN = new RegExp(`[${[...DIGITS.keys(), ...SMALL.keys(), ...LARGE.keys()].join('')}]+`, 'gu');
const ENGLISH = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const HALF = /^(?:一?半|half(?: an?)?(?=\s))/iu;

/** A text with its numbers in words written in digits, as far as there is one way to read them. */
export function digitsOf(text: string): string {
  const words = text.replace(HALF, '0.5').replace(/^[a-z]+(?=[\s-]|$)/i, (word) => {
    const at = ENGLISH.indexOf(word.toLowerCase());
    return at < 0 ? word : String(at + 1);
  });
  return words.replace(RUN, (run) => String(numberOf(run) ?? run));
}

/** A run of numerals as a number; null where it is none, begins with its unit (万 after digits), or can be read in two ways. */
function numberOf(run: string): number | null {
  const signs = Array.from(run);
  const [first = ''] = signs;
  if (!DIGITS.has(first) && !['十', '拾'].includes(first)) return null;
  // 二〇二六: digit by digit
  if (signs.length > 1 && signs.every((sign) => DIGITS.has(sign))) return Number(signs.map((sign) => DIGITS.get(sign)).join(''));
  let [total, section, unit] = [0, 0, 1];
  let digit: number | null = null;
  let isAfterZero = false;
  for (const sign of signs) {
    const own = DIGITS.get(sign);
    const small = SMALL.get(sign);
    if (own !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = own;
      isAfterZero ||= own === 0;
      continue;
    }
    if (small !== undefined) {
      if (digit === null && small !== 10) return null;
      section += (digit ?? 1) * small;
      unit = small;
    } else {
      unit = LARGE.get(sign) ?? 1;
      total = (total + section + (digit ?? 0)) * unit;
      section = 0;
    }
    digit = null;
    isAfterZero = false;
  }
  if (digit !== null && unit > 10 && !isAfterZero) return null;
  return total + section + (digit ?? 0);
}
