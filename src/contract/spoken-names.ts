import { currencyNamed } from '../kernel/currencies.js';
import { inForm } from '../kernel/text.js';
import { zoneNames } from '../kernel/zones.js';

/*
 * What people call currencies and zones when they type them. Like the other synonyms they are what people write, not what they read: only
 * names that mean one thing, wherever they are typed. `$`, `dollars`, `¥` and `PST` mean several, and stand nowhere.
 */

/** Names and signs of currencies, as expressions, beside their codes; ahead of an amount `$` alone is the US dollar's. */
export const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  USD: String.raw`US\$|美元|美金|US dollars?`,
  CNY: 'RMB|CNH|人民币|renminbi|yuan',
  JPY: '日元|日圆|円|yen',
  EUR: '€|欧元|euros?',
  GBP: '£|英镑|pounds? sterling|british pounds?',
  HKD: String.raw`HK\$|港币|港元|Hong Kong dollars?`,
  CAD: String.raw`CA\$|C\$|加元|加币|Canadian dollars?`,
  AUD: String.raw`AU\$|A\$|澳元|澳币|Australian dollars?`,
  NZD: String.raw`NZ\$|新西兰元|纽元|New Zealand dollars?`,
  SGD: String.raw`S\$|新加坡元|新币|Singapore dollars?`,
  TWD: String.raw`NT\$|新台币|台币`,
  KRW: '₩|韩元|韩币',
  INR: '₹|印度卢比',
  THB: '฿|泰铢|baht',
  VND: '₫|越南盾',
  IDR: '印尼盾|印尼卢比|rupiah',
  MYR: '马币|林吉特|令吉|ringgit',
  PHP: '₱|菲律宾比索|Philippine pesos?',
  MXN: String.raw`MX\$|墨西哥比索|Mexican pesos?`,
  BRL: String.raw`R\$|雷亚尔`,
  CHF: '瑞士法郎|Swiss francs?',
  SEK: '瑞典克朗|Swedish kronor',
  PLN: 'zł|兹罗提|zloty',
  AED: '迪拉姆',
  SAR: '沙特里亚尔',
};

/** What stands beside an amount only: there it is the contract's, where the contract is in that currency. */
export const AMOUNT_SIGNS: Readonly<Record<string, string>> = { USD: String.raw`\$`, CNY: '¥|元|块钱|块', JPY: '¥' };

/** Beside an amount they are the contract's own too, where it is in one of these. */
const SHARED_SIGNS: readonly (readonly [signs: string, codes: readonly string[]])[] = [
  [String.raw`\$|dollars?|刀`, ['USD', 'AUD', 'CAD', 'HKD', 'MXN', 'NZD', 'SGD', 'TWD']],
  ['元|元整|块|块钱', ['CNY', 'HKD', 'TWD']],
];

/** Everything that names a currency beside an amount, but for the codes, as an expression. */
export const SIGNS_OF_AMOUNTS = [
  ...Object.values(CURRENCY_NAMES),
  ...Object.values(AMOUNT_SIGNS),
  ...SHARED_SIGNS.map(([signs]) => signs),
].join('|');

/** The codes of the currencies that a code, name or sign beside an amount may mean; none where it is not known. */
export function currenciesBeside(sign: string): readonly string[] {
  const plain = sign.replace('￥', '¥').trim();
  const named = (signs: string) => new RegExp(`^(?:${signs})$`, 'iu').test(plain);
  const codes = [
    ...(currencyNamed(plain.toUpperCase()) === null ? [] : [plain.toUpperCase()]),
    ...Object.keys(CURRENCY_NAMES).filter((code) => named(CURRENCY_NAMES[code] ?? '')),
    ...Object.keys(AMOUNT_SIGNS).filter((code) => named(AMOUNT_SIGNS[code] ?? '')),
    ...SHARED_SIGNS.flatMap(([signs, shared]) => (named(signs) ? shared : [])),
  ];
  return [...new Set(codes)];
}

/** Zones by what their time is called; a city of the tz database is known by its own name besides. */
const ZONE_NAMES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Shanghai': ['北京', '东八区', '上海', '中国', '深圳', '广州', '杭州', 'Beijing', 'China', 'China Standard Time'],
  'Asia/Hong_Kong': ['香港'],
  'Asia/Taipei': ['台北', '台湾', 'Taiwan'],
  'Asia/Tokyo': ['东京', '日本', 'Japan'],
  'Asia/Seoul': ['首尔', '韩国', 'Korea'],
  'Asia/Singapore': ['新加坡'],
  'Asia/Bangkok': ['曼谷', '泰国', 'Thailand'],
  'Asia/Jakarta': ['雅加达'],
  'Asia/Ho_Chi_Minh': ['胡志明市', '越南', 'Vietnam'],
  'Asia/Kuala_Lumpur': ['吉隆坡', '马来西亚', 'Malaysia'],
  'Asia/Manila': ['马尼拉', '菲律宾', 'Philippines'],
  'Asia/Dubai': ['迪拜'],
  'Europe/London': ['伦敦', '英国', 'UK', 'United Kingdom'],
  'Europe/Berlin': ['柏林', '德国', 'Germany'],
  'Europe/Paris': ['巴黎', '法国', 'France'],
  'Europe/Madrid': ['马德里'],
  'Europe/Rome': ['罗马', '意大利', 'Italy'],
  'America/New_York': ['纽约', '美东', '美国东部', 'US Eastern', 'Eastern'],
  'America/Chicago': ['芝加哥', '美中', '美国中部', 'US Central', 'Central'],
  'America/Denver': ['丹佛', '美国山地', 'US Mountain', 'Mountain'],
  'America/Los_Angeles': ['洛杉矶', '美西', '美国西部', '太平洋', 'US Pacific', 'Pacific'],
  'America/Toronto': ['多伦多'],
  'Australia/Sydney': ['悉尼'],
  UTC: ['GMT', '世界协调时', '协调世界时'],
};

/** The code of a currency by its code, or by a name or sign that means no other: `USD`, `美元`, `US dollars`; null where it is none. */
export function currencyMeant(text: string): string | null {
  const bare = inForm(text, 'NFKC').replace(/[()]/g, ' ').trim();
  const named = Object.keys(CURRENCY_NAMES).find((code) => new RegExp(`^(?:${CURRENCY_NAMES[code]})$`, 'i').test(bare));
  if (named !== undefined) return named;
  const [first = '', ...rest] = bare.split(/\s+/);
  const code = first.toUpperCase();
  if (currencyNamed(code) === null) return null;
  // USD (美元): both must be of one.
  return rest.length === 0 || (rest.length === 1 && currencyMeant(rest[0] ?? '') === code) ? code : null;
}

/** A zone by its name in the tz database, one of its cities, or what its time is called: `New York`, `北京时间`; null where it is none. */
export function zoneMeant(text: string): string | null {
  const typed = inForm(text, 'NFKC').trim().replace(/\s+/g, ' ');
  const own = zoneNames().find((zone) => zone.toLowerCase() === typed.toLowerCase());
  if (own !== undefined) return own;
  const bare = typed.replace(/\s*(?:standard\s+)?(?:time(?:\s*zone)?|标准时间|时间|时区)$/i, '').toLowerCase();
  const named = Object.keys(ZONE_NAMES).find((zone) => ZONE_NAMES[zone]?.some((name) => name.toLowerCase() === bare));
  if (named !== undefined) return named;
  // Etc/GMT+8 is no city of Etc, and eight hours behind: whoever types GMT+8 means eight ahead.
  const ofCity = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase() === bare.replace(/ /g, '_');
  const [city, ...others] = zoneNames().filter((zone) => zone.includes('/') && !zone.startsWith('Etc/') && ofCity(zone));
  return others.length === 0 ? (city ?? null) : null;
}
