import { inForm } from '../kernel/text.js';
import { nameFor } from './draft.js';

/*
 * What a file's name says: how its table is called, and whether two files are called alike but for the date and what a browser adds.
 */

/** What files of China, Korea and Japan are called after: where they come from, and what they hold. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/小红书|小紅書/, 'xiaohongshu'],
  [/拼多多/, 'pinduoduo'],
  [/抖店|抖音/, 'douyin'],
  [/千川/, 'qianchuan'],
  [/聚光/, 'juguang'],
  [/京东|京麦/, 'jd'],
  [/天猫/, 'tmall'],
  [/淘宝|千牛/, 'taobao'],
  [/快手/, 'kuaishou'],
  [/视频号|視頻號/, 'channels'],
  [/微信/, 'wechat'],
  [/有赞|有贊/, 'youzan'],
  [/微店/, 'weidian'],
  [/得物/, 'dewu'],
  [/唯品会/, 'vip'],
  [/楽天/, 'rakuten'],
  [/쿠팡/, 'coupang'],
  [/네이버/, 'naver'],
  [/支付宝/, 'alipay'],
  [/亚马逊|亞馬遜/, 'amazon'],
  [/虾皮|蝦皮/, 'shopee'],
  [/店铺|店鋪/, 'shop'],
  [/订单|訂單|주문|注文/, 'orders'],
  [/退款|售后|환불|返金/, 'refunds'],
  [/推广|广告|投放|廣告|광고|広告/, 'ads'],
  [/账单|流水/, 'bill'],
  [/结算/, 'settlement'],
  [/商品|宝贝|상품/, 'products'],
  [/流量|访客/, 'traffic'],
  [/客户|会员|顾客/, 'customers'],
];

/** Words of a name in their order: those in letters, and those that are known of others. */
const PARTS = new RegExp(`[A-Za-z][A-Za-z0-9]*|${WORDS.map(([{ source }]) => source).join('|')}`, 'g');

/**
 * A name for a table or fact, made of a file's name without dates, numbers and what repeats with every download; null where it has no
 * word for one.
 */
export function slugOf(file: string): string | null {
  const bare = stemOf(file)
    .replace(/[0-9]{2,}([-_. ]?[0-9]+)*/g, ' ')
    .replace(/\([^)]*\)|（[^）]*）/g, ' ');
  const slug = (EASTERN.test(bare) ? ofWords(bare) : (nameFor(bare) ?? '')).replace(/_+/g, '_').replace(/(_export|_report|_copy)+$/, '');
  return slug.slice(0, 30) || null;
}

/** A file's name without what says how it is written: two files of one such name are one table's no longer. */
export const stemOf = (name: string): string => name.replace(/\.gz$/i, '').replace(/\.(csv|tsv|txt|xlsx|xls)$/i, '');

/** Kana, Chinese characters, Hangul. */
const EASTERN = /[\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d]/;

function ofWords(stem: string): string {
  const parts = [...stem.matchAll(PARTS)].map(([part]) => WORDS.find(([word]) => word.test(part))?.[1] ?? part.toLowerCase());
  // One letter alone says nothing.
  return parts.some((part) => part.length > 1) ? [...new Set(parts)].join('_') : '';
}

/** What stands in names and tells no two shops apart: dates, numbers of downloads, words for "file". */
const PASSING: readonly RegExp[] = [
  /(?<![a-z\d])(?=[a-f-]*\d)(?=[\d-]*[a-f])[\da-f-]{8,}(?![a-z\d])/g,
  /(?<=\d\s*[年月日]?)[至到~](?=\s*\d)/g,
  /\d+\s*(年度?|月份?|日|号|期|周|時|时|分|秒|년|월|일)/g,
  /(十[一二]|[一二三四五六七八九十])月份?|第?[一二三四]季度?|[上下]半年/g,
  /导出|下载|副本|列表|一览|明细|报表|数据|表格?|文件|一覧|목록/g,
];
const PASSING_WORDS =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|q|to|copy|copia|export|report|download|final|new)$/;

/** Whatever is no digit, space or punctuation; and the number that tells shops apart: 店铺1, shop_12, which is no year. */
const CALLED =
  /[^\s\d!-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u3004\u3008-\u3020]+|(?<=(?:店铺?|账[户号]|shop|store|account)[ _-]?)(?!20\d\d)\d+(?!\d*月)/g;

/** What a file is called but for dates, numbers and what repeats with every download; empty where nothing else is left. */
export function calledAs(file: string): string {
  const stem = PASSING.reduce((left, passing) => left.replace(passing, ' '), stemOf(inForm(file, 'NFKC').toLowerCase()));
  return (stem.match(CALLED) ?? []).filter((word) => !PASSING_WORDS.test(word)).join(' ');
}
