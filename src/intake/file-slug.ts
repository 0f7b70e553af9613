import { nameFor } from './draft.js';

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
  [/微信/, 'wechat'],
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
  const stem = file.replace(/\.(csv|tsv|txt|xlsx|xls)(\.gz)?$/i, '').replace(/\.gz$/i, '');
  const bare = stem.replace(/[0-9]{2,}([-_. ]?[0-9]{2,})*/g, ' ').replace(/\([^)]*\)|（[^）]*）/g, ' ');
  const slug = (ofLetters(bare) ?? ofWords(bare)).replace(/_+/g, '_').replace(/(_export|_report|_copy)+$/, '');
  return slug.slice(0, 30) || null;
}

/** Kana, Chinese characters, Hangul. */
const EASTERN = /[\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d]/;

/** A name that begins in letters: only such ones have it whole. */
function ofLetters(stem: string): string | null {
  return EASTERN.test(stem) && !/^[\s._-]*[A-Za-z]{2}/.test(stem) ? null : nameFor(stem);
}

function ofWords(stem: string): string {
  const parts = [...stem.matchAll(PARTS)].map(([part]) => WORDS.find(([word]) => word.test(part))?.[1] ?? part.toLowerCase());
  // One letter alone says nothing.
  return parts.some((part) => part.length > 1) ? [...new Set(parts)].join('_') : '';
}
