import { currencyNamed } from '../../kernel/currencies.js';
import { zoneNames } from '../../kernel/zones.js';
import { zoneMeant } from '../spoken-names.js';
import { isOneSlip } from '../suggestion.js';
import { plainTrail } from './characters.js';

/* Currencies and time zones as people name them. */

const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: 'RMB CNH 人民币 元 ¥ ￥ YUAN RENMINBI CN¥',
  USD: 'US$ $ 美元 美金 DOLLAR DOLLARS USDOLLAR USDT US',
  EUR: '€ 欧元 EURO EUROS',
  GBP: '£ 英镑 POUND POUNDS STG UKP',
  JPY: '日元 日圆 YEN JPY¥ 円',
  HKD: 'HK$ 港币 港元',
  SGD: 'S$ 新加坡元 新币',
  TWD: 'NT$ NTD 新台币 台币',
  AUD: 'A$ AU$ 澳元',
  CAD: 'C$ CA$ 加元',
  KRW: '₩ 韩元 WON',
  INR: '₹ RS 卢比',
};

/** The ISO 4217 code that was probably meant; null where none can be seen. */
export function meantCurrency(text: string): string | null {
  const code = plainTrail(text)
    .text.replace(/[\s_#].*$/u, '')
    .toUpperCase();
  if (currencyNamed(code) !== null) return code;
  const found = Object.entries(CURRENCIES).find(([, words]) => words.split(' ').includes(code));
  return found?.[0] ?? null;
}

const EAST: Readonly<Record<number, string>> = {
  [-8]: 'America/Los_Angeles',
  [-7]: 'America/Denver',
  [-6]: 'America/Chicago',
  [-5]: 'America/New_York',
  0: 'UTC',
  1: 'Europe/Berlin',
  2: 'Europe/Athens',
  7: 'Asia/Bangkok',
  8: 'Asia/Shanghai',
  9: 'Asia/Tokyo',
  10: 'Australia/Sydney',
};

const ZONES: Readonly<Record<string, string>> = {
  'Asia/Shanghai':
    'beijing 北京 北京时间 中国 中国时间 东八区 china shanghai 上海 shenzhen 深圳 guangzhou 广州 hangzhou 杭州 asia/beijing asia/shenzhen bjt cn',
  'Asia/Hong_Kong': '香港 hongkong hong_kong hkt hk',
  'Asia/Singapore': '新加坡 singapore sgt',
  'Asia/Tokyo': '东京 日本 tokyo japan jst',
  'America/New_York': '纽约 美东 美东时间 newyork new_york eastern edt et us/eastern est',
  'America/Chicago': '芝加哥 美中 central cdt ct',
  'America/Denver': 'mountain mdt mt',
  'America/Los_Angeles': '洛杉矶 美西 美西时间 losangeles los_angeles pacific pdt pst pt seattle sanfrancisco',
  'Europe/London': '伦敦 英国 london uk bst',
  'Europe/Berlin': '柏林 德国 berlin germany cest',
  'Europe/Paris': '巴黎 法国 paris france',
  UTC: 'z zulu 世界时 协调世界时 utc0',
};

/** Zones that were probably meant, the likeliest first; none where nothing can be seen. */
export function meantZones(text: string): readonly string[] {
  const plain = plainTrail(text).text;
  const bare = plain.toLowerCase().replace(/\s+/g, '');
  // Central Standard Time and China Standard Time have one abbreviation.
  if (bare === 'cst') return ['Asia/Shanghai', 'America/Chicago'];
  const [, sign, hours] = /^(?:gmt|utc)?([+-])0?(\d{1,2})(?::?00)?$/.exec(bare) ?? [];
  const offset = EAST[Number(`${sign ?? ''}${hours ?? 'x'}`)];
  if (offset !== undefined) return [offset];
  const named = Object.entries(ZONES).find(([, words]) => words.split(' ').includes(bare));
  if (named !== undefined) return [named[0]];
  const spoken = zoneMeant(plain) ?? nearZone(plain);
  return spoken === null || spoken === text ? [] : [spoken];
}

/** A zone whose name differs by nothing but what parts its words, or by one slip of a letter; what differs by more may be another city. */
function nearZone(text: string): string | null {
  const names = zoneNames();
  const same = names.find((name) => bareZone(name) === bareZone(text));
  if (same !== undefined || !text.includes('/')) return same ?? null;
  const [near, ...others] = names.filter((name) => isOneSlip(name, text));
  return others.length === 0 ? (near ?? null) : null;
}

function bareZone(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** Where places keep a time by the name of another zone, with their summer time or without; Etc/GMT counts away from Greenwich westwards. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  EST: ['America/New_York', 'America/Panama'],
  MST: ['America/Denver', 'America/Phoenix'],
  HST: ['Pacific/Honolulu'],
};

/** The zones of places that were probably meant by one that is a time and no place, the same all the year; null for any other zone. */
export function placesMeant(zone: string): readonly string[] | null {
  const [, hours] = /^etc\/gmt([+-]0?[1-9]\d?)$/i.exec(zone) ?? [];
  if (hours === undefined) return PLACES[zone.toUpperCase()] ?? null;
  // most who write +8 mean eight hours ahead, which that is not: what it is comes first, and what it was probably meant to be is named too
  const [own, otherSign] = [EAST[-Number(hours)], EAST[Number(hours)]];
  return [own, otherSign].filter((place) => place !== undefined);
}
