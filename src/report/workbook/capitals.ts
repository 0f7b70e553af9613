/*
 * Amounts in Chinese capitals, by the rule for bills and vouchers (《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》). Where it leaves
 * a choice: a 0 at the end of a group is not read before its unit (1680.32 壹仟陆佰捌拾元叁角贰分), and 整 stands after 角, too, so that
 * nothing can be written behind it.
 */

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const [WAN, YI] = [10_000n, 100_000_000n];

/** An amount of renminbi in capitals: `-1409.5` → `人民币负壹仟肆佰零玖元伍角整`. @param amount decimal text with at most two digits after its point */
export function capitalsOf(amount: string): string {
  const [, minus = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  if (whole === '') throw new RangeError(`no amount in fen: ${amount}`);
  const [jiao = 0, fen = 0] = [...part.padEnd(2, '0')].map(Number);
  const yuan = BigInt(whole);
  const sign = minus === '' || (yuan === 0n && jiao === 0 && fen === 0) ? '' : '负';
  return `人民币${sign}${yuanText(yuan, jiao + fen === 0)}${belowYuan(jiao, fen, yuan > 0n)}`;
}

function yuanText(yuan: bigint, isWhole: boolean): string {
  if (yuan > 0n) return `${wholeText(yuan)}元`;
  return isWhole ? '零元' : '';
}

function belowYuan(jiao: number, fen: number, isAboveZero: boolean): string {
  if (jiao === 0 && fen === 0) return '整';
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : isAboveZero ? '零' : '';
  return `${tenths}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
}

/** A number above 0, in groups of four digits. */
function wholeText(number: bigint): string {
  if (number < WAN) return groupText(Number(number));
  const [unit, name] = number < YI ? [WAN, '万'] : [YI, '亿'];
  const [high, low] = [number / unit, number % unit];
  if (low === 0n) return `${wholeText(high)}${name}`;
  const hasGap = low < unit / 10n || high % 10n === 0n;
  return `${wholeText(high)}${name}${hasGap ? '零' : ''}${wholeText(low)}`;
}

/** A number from 1 to 9999: a run of zeros within is one 零. */
function groupText(number: number): string {
  const digits = [...String(number)].map(Number);
  return digits
    .map((digit, at) => (digit === 0 ? '零' : `${DIGITS[digit]}${PLACES[digits.length - 1 - at]}`))
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/零$/, '');
}
