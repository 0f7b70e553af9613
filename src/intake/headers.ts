import { inForm } from '../kernel/text.js';
import { zoneEnding } from '../kernel/zone-letters.js';

/*
 * What a header says of its column, in the languages in which exports are downloaded: which amount it is, of which moment a day is, what
 * a row is called by. The words stand here and nowhere else; what is chosen by them, stands in `chosen.ts` and `keys.ts`.
 */

/** Amounts that are not what an order comes to: what is given back, taken off, or comes on top of it, what is left, what is planned. */
export type BesideMoney = 'refund' | 'discount' | 'freight' | 'tax' | 'fee' | 'balance' | 'plan';

/** A header with letters and brackets of one width. */
export const evenly = (header: string): string => inForm(header, 'NFKC');

/** A header in small letters, its words apart: `refundAmount`, `refund_amount` and `Refund-Amount` are one. */
function said(header: string): string {
  return evenly(header)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase()
    .trim();
}

/** What stands in brackets says of what state or kind it is, not what it is: 주문일자(결제확인전). */
const withoutBrackets = (header: string): string => header.replace(/[（(][^()（）]*[)）]/g, '');

/** Words that say what an amount is without, or with: an amount after discounts is none. */
const AROUND: readonly RegExp[] = [
  /\b(tax|vat|gst|shipping|freight|delivery)(es)? (incl|excl)\w*/g,
  /\b(after|before|incl\w*|excl\w*|without|net of)\b[^()]*/g,
  /(不?包?含|剔除|除去)[^()]*/g,
  /[^()\s]{1,8}(?<!售)[后後前]/g,
  /税込み?|税抜き?|税別|送料込み?|送料別/g,
  /(부가세|세금|배송비|환불) ?(포함|제외|별도)|할인 ?[전후]/g,
  /\b(inkl|exkl|ohne|nach|vor|zzgl|abzgl|zuzüglich|abzüglich)\b[^()]*/g,
  /\b(sin|con|tras|hors|sans|avec|après|avant|sem|após|depois de|antes de|después de)\b[^()]*/g,
];

const BESIDE: readonly (readonly [BesideMoney, RegExp])[] = [
  [
    'refund',
    /\brefund\w*|\breturn(s|ed)?\b(?! on)|chargeback|cancell?ed|退款|退货|退貨|退回|退还|退费|售后|返金|返品|환불|반품|취소|erstatt|rückzahl|retoure|storn|reembols|devoluc|rembours|\bretours?\b|estorno|devoluç|rimbors/,
  ],
  [
    'discount',
    /\bdiscounts?\b|coupon|voucher|\bpromo\w*|rebate|cashback|gift ?card|store credit|\bpoints?\b|优惠|優惠|折扣|折讓|折让|满减|立减|红包|紅包|券|代金|补贴|補貼|抵扣|抵用|积分|積分|返点|返利|返现|改价|礼品卡|割引|値引|クーポン|ポイント|할인|쿠폰|포인트|적립금|rabatt|gutschein|gutschrift|skonto|nachlass|descuento|cup[oó]n|\bremises?\b|\brabais\b|réduction|desconto|cupom|sconto|diskon|giảm giá|ส่วนลด/,
  ],
  [
    'freight',
    /freight|\bshipping\b|\bshipment\b|\bdelivery\b|postage|handling|运费|運費|邮费|郵費|快递费|物流费|配送费|送料|배송비|배송료|택배비|versand|fracht|\bporto\b|lieferkosten|env[ií]o|\bflete|\bportes\b|livraison|frais de port|expédition|\bfrete\b|\benvio\b|spedizion|ongkir|ongkos|phí vận chuyển|ค่าจัดส่ง/,
  ],
  [
    'tax',
    /\btax(es)?\b|\bvat\b|\bgst\b|\bduty\b|\bduties\b|税|稅|세금|부가세|세액|관세|steuer|mwst|\bust\b|\bzoll|impuesto|\biva\b|\btva\b|imposto|\bicms\b|\bpajak\b|thuế|ภาษี/,
  ],
  [
    'fee',
    /\bfees?\b|commission|surcharge|service charge|\btips?\b|手续费|手續費|服务费|服務費|佣金|扣点|提成|分成|小费|罚款|赔付|保险|手数料|수수료|gebühr|provision|trinkgeld|comisi[oó]n|\btarifa\b|propina|\bfrais\b|pourboire|\btaxas?\b|comissão|gorjeta|\bbiaya\b|\bphí\b|ค่าธรรมเนียม/,
  ],
  ['balance', /\bbalance\b|security deposit|余额|餘額|结余|結餘|押金|保证金|残高|잔액|saldo\b|\bsolde\b|guthaben|kaution/],
  [
    'plan',
    /budget|\bbids?\b|forecast|\btargets?\b|\bgoal\b|\blimit\b|estimat|expected|预算|預算|出价|预估|预计|预测|目标|限额|予算|見込|入札|예산|예상|입찰|목표|\bgebot|presupuesto|estimad|previst|prévu|enchère|orçamento/,
  ],
];

/** Which amount beside an order's own money a header says; null: it says none. */
export function besideMoney(header: string): BesideMoney | null {
  const own = AROUND.reduce((text, words) => text.replace(words, ' '), said(header));
  return BESIDE.find(([, words]) => words.test(own))?.[0] ?? null;
}

/** What columns of amounts are called. */
const MONEY =
  /amount|cost|spend|spent|sales|revenue|subtotal|total|price|gmv|gross|income|turnover|proceeds|\bpaid\b(?! ?(at|on|time|date))|金[额額]|花[费費]|消耗|[费費]用|[实實应應]付|[实實应應]收|收款|收入|货款|[总總][额額价價計计]|[销銷]售[额額]|营业额|成交[额額]|结算[额額]|合计|合計|売上|支払額|금액|결제액|비용|매출|광고비|합계|총액|betrag|kosten|umsatz|gesamt|summe|importe|coste|gasto|ventas|montant|coût|valor|\bvendas?\b|ricavi|costo/i;

/** What columns of counts are called. */
const COUNTS =
  /impressions|clicks|quantity|\bqty\b|\bunits\b|\borders\b|\bviews\b|\bcounts?\b|展现|展示|曝光|点击|點擊|数量|數量|件数|件數|[单單人次笔筆个個]数|库存|노출|클릭|수량|クリック|表示回数|anzahl|\bmenge\b|cantidad|quantité|quantidade|\bqtde?\b/i;

/** Words of money that a count has not: the cost of clicks is no count. What is sold, paid or in all may be one. */
const SURE =
  /amount|cost|spend|spent|revenue|price|value|金[额額]|花[费費]|消耗|费用|[额額]|금액|비용|betrag|kosten|importe|montant|valor/i;

/** What columns of times are called. */
const TIMES =
  /\bdate\b|\bday\b|\btime\b|_at$|_(date|day|time)$|^(date|day|time)_|\bat$|日期|时间|時間|单日|^天$|日付|日時|날짜|일시|일자|결제일|주문일|datum|fecha|^tag$|^jour$/i;

/** Sizes, marks and rates of exchange: they have decimals and are no money. */
const MEASURED =
  /\bweight\b|\bvolume\b|\blength\b|\bwidth\b|\bheight\b|\brating\b|\bscore\b|\blat(itude)?\b|\blon(g|gitude)?\b|duration|\bseconds?\b|\bminutes?\b|\bhours?\b|exchange|\bfx\b|重量|体积|评分|星级|时长|汇率|匯率|為替|환율|무게|gewicht|\bpeso\b|\bpoids\b/;

/** Ratios and means: added up they are nothing. */
const RATIO =
  /\bper\b|\bcp[acmov]\b|roas|\brate\b|average|\bavg|\bctr\b|\bcvr\b|percent|\bpct\b|\/|share|frequency|prozent|anteil|porcenta|pourcentage|百分比|비율|率|均|单次|每次|千次|成本(?=.*每)|占比|单价/i;

export const isRatio = (header: string): boolean => RATIO.test(said(header));

/** Whether a column is called as amounts of money are. */
export const isCalledMoney = (header: string): boolean => MONEY.test(said(header)) && !isCalledCount(header);

/** Whether a column is called as counts and sizes are, and not as amounts. */
export const isCalledCount = (header: string): boolean => (COUNTS.test(said(header)) && !SURE.test(header)) || MEASURED.test(said(header));

/** Whether a column is called as columns of numbers are. */
export const isCalledNumber = (header: string): boolean => MONEY.test(header) || COUNTS.test(header);

/** Whether a column is called as columns of times are. */
export const isCalledTime = (header: string): boolean => TIMES.test(header);

/** Whether a column says how many of something there are. */
export const isQuantity = (header: string): boolean => COUNTS.test(said(header)) && !SURE.test(header);

const BEST =
  /实际支付|[实實]付|결제금액|결제액|支払額|\bpaid\b|subtotal|spend|spent|\bcost|花[费費]|消耗|[费費]用|비용|광고비|kosten|ausgegeben|gastado|\bcoste|dépensé|\bcoût|product sales|ordered product/i;
/** What goods cost those who sell them, which is nobody's turnover: of campaigns the same words are what was spent. */
const COST = /\bcosts?\b|成本|原価|원가|kosten|\bcoste|\bcosto\b|\bcoût|\bcusto\b|wholesale|\bcogs\b/i;
/** What something was worth before anything was taken off. */
const BEFORE =
  /\b(before|pre) (discount|promo|coupon|rebate)|list (amount|total|value)|(优惠|折扣|折)前|原价|割引前|할인 ?전|vor rabatt|antes d[eo] desc|avant remise/;
/** What goes out, where another column says what comes in. */
const OUTGOING = /支出|出金|출금|\bdebit|withdraw|expense|\bsoll\b|\bd[ée]bito?\b/i;

export const isOutgoing = (header: string): boolean => OUTGOING.test(said(header));

/** How probably an amount is the money of its file, least first. @param isOfOrders whether its rows have numbers of orders. */
export function moneyRank(header: string, isOfOrders: boolean): number {
  const own = said(header);
  if (OUTGOING.test(own) || BEFORE.test(own) || (isOfOrders && COST.test(own))) return 3;
  return BEST.test(own) ? 0 : isCalledMoney(header) ? 1 : 2;
}

/** What one piece costs, however many of them were sold: added up it is no revenue. */
const OF_PIECE =
  /(?<!paid |total |sub ?total )\bprice\b|(unit|list|sale) ?price|per unit|单价|單價|[价價]$|단가|판매가|정가|単価|einzelpreis|stückpreis|\bpreis\b|\bprecio\b|\bprix\b|\bpreço\b|\bprezzo\b/;
const OF_ALL = /paid|total|gesamt|[实實]付|[总總合]|총/;
/** Amazon's price of an item is of all its pieces: price times quantity, as its own report says. */
const OF_LINE = /^item-price$|^item_price_amount$/i;

/** Whether an amount is the price of one piece. What was paid is none, nor what a line comes to. */
export function isOfPiece(header: string): boolean {
  const own = said(withoutBrackets(header));
  return OF_PIECE.test(own) && !OF_ALL.test(own) && !OF_LINE.test(header.trim());
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bmicros?\b/, '/ 1000000'],
  [/\(分\)|[:：] ?分$|\bcents?\b|\bpence\b|\bfen\b|minor units?|c[eé]ntimos|centimes|centavos/, '/ 100'],
  [/亿/, '* 100000000'],
  [/百万|\bmillions?\b|\bmio\b|\bmn\b|[([](m ?([a-z]{3}|[$€£¥])|[$€£¥] ?m)[)\]]/, '* 1000000'],
  [/[万萬]元|万円|\([万萬]\)|만 ?원/, '* 10000'],
  [
    /千元|千円|천 ?원|\bthousands?\b|[([](k( ?([a-z]{3}|[$€£¥]))?|[$€£¥] ?k)[)\]]|\b(in )?k ?(usd|eur|gbp|cny|rmb)\b|\b(usd|eur|gbp|cny|rmb) ?k\b|\btsd\b|\bmilliers\b|\bmiles de\b/,
    '* 1000',
  ],
];

/** What a formula does with an amount that is written in other units than money is: cents, 万元; null: its header names none. */
export function unitOf(header: string): string | null {
  return UNITS.find(([words]) => words.test(said(header)))?.[1] ?? null;
}

const STATUS =
  /(?<!(campaign|delivery|ad|ad ?set|ad ?group|payout) )status|(?<!计划|广告|投放|单元|推广|创意|审核|账户)状态|狀態|상태|状態|ステータス|\bestado (d|da )|^estado$|^[eé]tat( d|$)|^stato( d|$)|statut|situaç[aã]o|situación|状況|(진행|처리|배송|주문) ?상황|trạng thái|สถานะ/;

/** Whether a column says how an order stands. */
export const isOfStates = (header: string): boolean => STATUS.test(said(header));

const DIRECTION =
  /^(收\/支|收支(类型|类别|方向)?|资金流向|借贷(方向|标志)?|direction|debit\/credit|credit\/debit|dr\/cr|入出金(区分)?|입출금(구분)?|soll\/haben)$/;
const GOES_OUT =
  /^(支出|支|出账|出金|付款退回|退款|交易退款|退货|refund(ed)?|return(ed)?|out|outgoing|debit|dr|withdrawal|expense|chargeback|출금|환불|返金|soll|lastschrift|ausgabe|(rück)?erstattung|rückzahlung|reembolso|remboursement|débito?|sortie|saída|estorno)$/;

/** Whether a header, or some of a column's values beside others, say which way money goes. */
export function isDirection(header: string, values: readonly string[]): boolean {
  if (DIRECTION.test(said(header))) return true;
  const out = values.filter((value) => GOES_OUT.test(said(value)));
  return out.length > 0 && out.length < values.length;
}

const TRANSFER =
  /^((general|stripe|bank|instant) )?(payouts?|pay out|transfers?|withdraw(al)?|disbursement)\b|^(提现|提款|打款|转账|转出|振込|출금|이체)|^(auszahlung|retiro|retirada|saque|repasse|virement)\b/;

/** Whether some of a column's values, beside others, say that a row hands on what others have brought in. */
export function isOfTransfers(values: readonly string[]): boolean {
  const found = values.filter((value) => TRANSFER.test(said(value)));
  return found.length > 0 && found.length < values.length;
}

/** Of which moment a day is, the likeliest of the money first. `whole`: of the file and no row. */
const MOMENTS = ['paid', 'plain', 'ordered', 'unnamed', 'whole', 'after', 'settled', 'back', 'person'] as const;
export type Moment = (typeof MOMENTS)[number] | 'planned';

/** Days that lie ahead when a row is made, and those on which somebody was born: money is of none of them. */
const PLANNED =
  /estimat|expect|planned|promis|schedul|deadline|\bdue\b|latest|earliest|\b(ship|deliver|pay|arrive|dispatch|send|return)\w* by\b|expir|valid (to|until|from)|(return|refund|cancel)\w* (window|period|eligib|policy|until)|birth|\bdob\b|预计|預計|预期|预估|预约|承诺|约定|应[发付收到还]|截止|截至|最晚|最迟|最早|到期|有效期|失效|过期|生日|出生|期限|予定|締切|見込|誕生|生年月日|예정|기한|마감|예상|생년|생일|voraussichtlich|fällig|geplant|\w*frist\b|spätest|geburt|ablauf|estimad|previst|l[ií]mite|vencim|caduc|nacim|prévu|estimée?|échéance|naissance|prazo|validade|nascim/;
const BACK =
  /refund|\breturn|cancel|chargeback|dispute|退款|退货|退貨|售后|取消|返金|返品|キャンセル|환불|반품|취소|erstatt|retour|rückgabe|rücksend|rückzahl|storn|reembols|devol|annul|rembours|estorn|rimbors/;
const PAID =
  /\bpaid\b(?! out)|payment|pay (time|date)|charged|captured|付款|支付|成交|结账|收款|결제|支払|決済|入金|bezahl|zahlung|pembayaran|dibayar|pagad|\bpago\b|pagamento|payé|paiement|pagato/;
/** What a platform hands on to those who sell there. */
const SETTLED =
  /settle|pay ?out|paid out|disburse|remittance|deposit(?! paid)|到账|结算|打款|提现|정산|精算|auszahl|ausgezahlt|liquidaci|liquida[çc]|repasse|reversement|\bversement/;
/** The day on which somebody asks for money back is not the one on which it is paid. */
const ASKED = /request|appl(y|ied|ication)\b|initiat|opened|申请|申請|発起|发起|신청|접수|beantragt|angefordert|solicit|demand/;
const AFTER =
  /\bship|shipped|dispatch|handed|fulfil|deliver|arriv|complet|finish|clos|confirm|receiv|availab|updat|modif|edit|sync|\blast\b|发货|出库|揽收|签收|收货|送达|完成|完结|关闭|确认|更新|修改|评价|配送|出荷|発送|完了|到着|受取|確定|배송|발송|출고|완료|확정|수정|versand|versendet|liefer|zugestellt|abgeschlossen|aktualisiert|geändert|\benv[ií]|entreg|finaliz|actualiz|expédi|livr|terminé|mis à jour|conclu|atualiz/;
const ORDERED =
  /order|purchas|placed|creat|transact|trade|\bsale\b|\bsold\b|invoice|booking|下单|訂購|订购|创建|拍下|交易|订单|訂單|提交|注文|購入|取引|受注|売上|주문|구매|거래|생성|bestell|kauf|auftrag|rechnung|erstell|pesanan|dibuat|pedido|compra|cread|creaci|venta|command|achat|créé|créat|vente|encomenda|criad|criaç|venda|ordine|acquist/;
const PLAIN =
  /^(the )?(date|day|time|date ?time|timestamp|日期|时间|時間|天|单日|日付|日時|날짜|일자|일시|datum|tag|fecha|d[ií]a|jour|data|giorno)$/;
/** The first and the last day that a file is about stand in each of its rows, and are the day of none; nor is that of its download. */
const WHOLE =
  /\b(start|end)(s|ed|ing)?\b|\b(from|to|until)\b|export|download|printed|开始|结束|起始|导出|下载|打印|開始|終了|시작|종료|inicio|\bfin\b|beginn|anfang|ende\b|début/;
const PERSON = /regist|sign ?up|joined|since|注册|登録|가입/;

/** Of which moment a column of days is, by its header. */
export function momentOf(header: string): Moment {
  const [all, own] = [said(header), said(withoutBrackets(header))];
  if (PLANNED.test(all)) return 'planned';
  if (BACK.test(own)) return 'back';
  if (SETTLED.test(own)) return 'settled';
  if (PAID.test(own)) return 'paid';
  if (AFTER.test(own)) return 'after';
  if (PLAIN.test(own)) return 'plain';
  if (WHOLE.test(own)) return 'whole';
  if (ORDERED.test(own)) return 'ordered';
  return PERSON.test(own) ? 'person' : 'unnamed';
}

const ZONE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/北京时间|北京時間|中国标准时间/, 'GMT+8'],
  [/太平洋时间|太平洋時間|美西时间/, 'PST'],
  [/美东时间|美東時間/, 'EST'],
  [/日本时间|日本時間/, 'JST'],
  [/格林威治|格林尼治|世界时/, 'UTC'],
];

/** The letters of the zone that a header of times names: `Created (UTC)`, `下单时间（北京时间）`; null: it names none. */
export function zoneLettersOf(header: string): string | null {
  const own = evenly(header).trim();
  const [, word = null] = ZONE_WORDS.find(([words]) => words.test(own)) ?? [];
  const letters = word ?? zoneEnding(own)?.letters.replace(/[()]/g, '') ?? null;
  return letters === letters?.toUpperCase() ? letters : null;
}

/** Whether a day is only that on which somebody asked for something. */
export const isAsked = (header: string): boolean => ASKED.test(said(header));

/** Whether an amount is what a platform hands on. */
export const isSettled = (header: string): boolean => SETTLED.test(said(header));

/** Whether a header names orders. */
export const isAboutOrders = (header: string): boolean => ORDERED.test(said(header));

/** How probably money is of such a moment, least first. */
export const momentRank = (moment: Moment): number => (moment === 'planned' ? MOMENTS.length : MOMENTS.indexOf(moment));

/** Numbers that name something: whoever adds them up adds up nothing. */
const NAMES =
  /\b(id|ids|identifier|identificador|identifiant|no|number|code|asin|ean|upc|zip|postcode|phone|tel|mobile)\b|_id$|\bsku$|编号|编碼|編號|单号|單號|订单号|番号|번호|号码|電話|电话|手机|邮编|编码|条码|코드/i;
/** Its letters are large: what is paid ends with them too. */
const NAMED_ID = /(^|[^A-Z])ID$/;
export const isNaming = (header: string): boolean => NAMES.test(header) || NAMED_ID.test(header.trim());

const ORDER =
  /\b(order|transaction|payment|refund|settlement|record)( ?\/ ?\w+)? ?-?_?(id|no|number)\b|^(name|order)$|订单编号|订单号|訂單編號|訂單號|主订单|流水号|交易号|(주문|거래) ?(번호|id)|(注文|取引|受注) ?(番号|id)|订单 ?id|(no|n[º°]|n[uú]m[eé]ro|id)\.? ?(d[aeo]l? ?|de )?(pesanan|pedido|commande|ordine|orden)\b|(bestell|auftrags|rechnungs|beleg)-?(nummer|nr)|mã đơn hàng|หมายเลขคำสั่งซื้อ/i;
/** Whether a column has the numbers of orders, payments and the like. */
export const isOfOrders = (header: string): boolean => ORDER.test(header);

/** What a refund, a return or the like is called by: an order may have several. */
const REFUND_ID =
  /\b(refund|return|rma|chargeback|dispute|claim)s? ?(id|no|number|ref\w*)\b|^rma$|(退款|退货|退貨|售后|服务|换货|返修)单?(编号|单号|编码|号|流水号)|退款单|返金(番号|id)|返品(番号|id)|(환불|반품|취소|클레임) ?(번호|접수번호)|(retouren|erstattungs|rückgabe|gutschrift)s?-?(nummer|nr)|(n[ºo°]|n[uú]m[eé]ro|id) ?d?[aeo]?l? ?(reembolso|devoluci[oó]n|devolução|retour|remboursement)/;
export const isOfRefunds = (header: string): boolean => REFUND_ID.test(said(header));

/** What a payout is called by: an order may be paid out in several. */
const PAYOUT_ID =
  /\b(payout|settlement|disbursement|remittance)s? ?(id|no|number|ref\w*)\b|(结算|打款|提现)单?(编号|单号|编码|号|流水号)|(정산|精算) ?(번호|番号|id)|auszahlungs?-?(nummer|nr|id)|(n[ºo°]|n[uú]m[eé]ro|id) ?d?[aeo]?l? ?(repasse|liquidaci[oó]n|reversement|versement)/;
export const isOfPayouts = (header: string): boolean => PAYOUT_ID.test(said(header));

/** What a part of an order is called by: an order may have several. */
const PART_ID =
  /\b(line|sub ?order|order ?item|order ?line|line ?item|detail) ?(id|no|number|code)\b|子订单|子單|商品单号|明细(编号|单号|号)|품목.*주문번호|상품주문번호|明細番号/;
export const isOfParts = (header: string): boolean => PART_ID.test(said(header));

/** Text that says who somebody is: never a key, and never needed. */
const PERSONAL =
  /e-?mail|phone|\btel\b|mobile|address|street|city|zip|postcode|customer|buyer|recipient|receiver|first name|last name|full name|billing|shipping (name|company|province|country)|notes?|收货|收件|买家(?!实际|应付|实付|付款)|姓名|电话|手机|地址|邮编|会员|留言|备注|昵称|이름|성명|고객|구매자|수령인|연락처|전화|주소|우편|메모|氏名|住所|電話|購入者|käufer|kunden?(?!nummer)\b|empfänger|anschrift|adresse|straße|telefon|\bcliente\b|comprador|destinatario|destinatário|direcci[oó]n|endereço|tel[eé]fono|telefone|acheteur|\bclient\b|destinataire|\bnom\b|\bnombre\b|\bnome\b/i;
/** Whether a column is called as those that say who somebody is. */
export const isCalledPersonal = (header: string): boolean => PERSONAL.test(header);

/** What rows of advertising and of goods are about. */
const ABOUT =
  /campaign|ad ?set|ad ?group|\bad\b|ad name|creative|keyword|sku|asin|product|item|marketplace|channel|kampagne|anzeige|campaña|anuncio|campagne|publicité|计划|单元|广告|创意|关键词|商品|店铺|渠道|廣告|캠페인|광고|소재|키워드|상품|매장|채널|キャンペーン|広告|キーワード/i;
export const isAbout = (header: string): boolean => ABOUT.test(header);

/** Of what kind a row is: an order's payment and its refund are two rows. */
const KIND =
  /^(type|kind|art|typ|tipo|类型|業務类型|业务类型|交易类型|种类|種類|種別|区分|유형|구분|(transaction|entry|record|order) type)$/;
export const isOfKinds = (header: string): boolean => KIND.test(said(header));

/** Text that says how something stands, in which currency or what share it has: two rows may differ in it, and still be one. */
const NO_KEY =
  /status|state|状态|狀態|상태|状態|currency|币种|货币|幣別|통화|通貨|währung|moneda|divisa|devise|delivery|ranking|share|setting|budget|objective|type/i;
export const isNoKey = (header: string): boolean => NO_KEY.test(header);

/** Columns whose values say in which currency a row is. */
const CURRENCIES =
  /^((order |payment |transaction |settlement |payout )?(currency|ccy)( code)?|(订单|结算|支付|交易)?(币种|币别|货币|货币单位)(代码)?|幣別|幣種|通貨|통화|währung(scode)?|((código de|código da) )?(moneda|divisa|moeda)|valuta|(code de )?devise)$/;
export const isOfCurrencies = (header: string): boolean => CURRENCIES.test(said(header));

/** Columns of rates of exchange. */
const RATES =
  /\brates?\b|\bper\b|exchange|\bfx\b|汇率|匯率|中间价|牌价|折算价|為替|レート|환율|wechselkurs|\bkurs\b|tipo de cambio|\btaux\b|câmbio/;
export const isOfRates = (header: string): boolean => RATES.test(said(header));

/** What a header says a rate is of: `usd_per_eur` is USD of one EUR, `per_eur` does not say of what; null: it says neither. */
export function perCurrency(header: string): { readonly is: string | null; readonly of: string } | null {
  const [, is, of] = /(?:\b([a-z]{3}) )?\bper (?:1 |one )?([a-z]{3}\b|unit\b)/.exec(said(header)) ?? [];
  if (of === undefined) return null;
  return { is: is?.toUpperCase() ?? null, of: of === 'unit' ? of : of.toUpperCase() };
}

/** Columns whose values say whose file it is, and nothing of any row. */
export const isWhose = (header: string): boolean => isOfCurrencies(header) || /^marketplace( name)?$/.test(said(header));
