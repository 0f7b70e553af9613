import { stringify } from 'yaml';
import { datesOf, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { RUG_RECALL, TRACKING_OUTAGE } from './market.js';

/** An event file of the story: what `contracts/<id>/events/<file>` holds. */
export interface StoryEvent {
  readonly file: string;
  /** The date in the file's name: from when the event counts. */
  readonly date: LocalDate;
  readonly yaml: string;
}

type Field = string | readonly string[] | Readonly<Record<string, string>>;

function event(date: LocalDate, slug: string, comment: string, fields: Readonly<Record<string, Field>>): StoryEvent {
  // Amounts are written as text and stay text: a YAML number and a quoted decimal mean the same.
  return { file: `${date}-${slug}.yaml`, date, yaml: `# ${comment}\n${stringify(fields, { lineWidth: 0 })}` };
}

/** The day on which the brand delivered each month's creatives; due on the 5th, so September was late. */
const CREATIVES: Readonly<Record<PeriodId, LocalDate>> = {
  '2026-01': '2026-01-04',
  '2026-02': '2026-02-03',
  '2026-03': '2026-03-04',
  '2026-04': '2026-04-03',
  '2026-05': '2026-05-05',
  '2026-06': '2026-06-04',
  '2026-07': '2026-07-03',
  '2026-08': '2026-08-05',
  '2026-09': '2026-09-09',
  '2026-10': '2026-10-02',
  '2026-11': '2026-11-04',
  '2026-12': '2026-12-03',
};

interface Payment {
  readonly on: LocalDate;
  readonly amount: string;
  readonly reference: string;
}

/** What the brand paid: the total of the statement before. June's came in two parts, the second late. */
const PAYMENTS: readonly Payment[] = [
  { on: '2026-02-27', amount: '11677.83', reference: 'Wire 2026-01' },
  { on: '2026-03-27', amount: '13203.44', reference: 'Wire 2026-02' },
  { on: '2026-04-29', amount: '18342.16', reference: 'Wire 2026-03' },
  { on: '2026-05-29', amount: '15252.58', reference: 'Wire 2026-04' },
  { on: '2026-06-29', amount: '3603.30', reference: 'Wire 2026-05' },
  { on: '2026-07-29', amount: '15000.00', reference: 'Wire 2026-06, first part' },
  { on: '2026-08-20', amount: '5838.96', reference: 'Wire 2026-06, second part' },
  { on: '2026-08-28', amount: '11679.74', reference: 'Wire 2026-07' },
  { on: '2026-09-29', amount: '9484.81', reference: 'Wire 2026-08' },
  { on: '2026-10-29', amount: '14756.59', reference: 'Wire 2026-09' },
  { on: '2026-11-27', amount: '15529.53', reference: 'Wire 2026-10' },
  { on: '2026-12-29', amount: '19029.41', reference: 'Wire 2026-11' },
  { on: '2027-01-29', amount: '17715.76', reference: 'Wire 2026-12' },
];

/** What late refunds took off December, after it had been paid. */
const PAID_BACK: Payment = { on: '2027-02-24', amount: '-73.51', reference: 'Wire back, late refunds of December' };

/** Everything the two parties filed in the year, by date. */
export function storyEvents(): readonly StoryEvent[] {
  const events = [
    ...Object.entries(CREATIVES).map(([period, on]) =>
      event(on, 'creatives', `The creatives of ${period} were delivered. / ${period} 的素材已交付。`, {
        kind: 'duty',
        party: 'brand',
        duty: 'creatives',
        period,
        on,
        evidence: [`https://drive.acme.example/creatives/${period}`],
      }),
    ),
    ...PAYMENTS.map(({ on, amount, reference }) =>
      event(on, 'payment', 'Paid by wire. / 电汇付款。', { kind: 'payment', party: 'brand', amount, on, reference }),
    ),
    event(PAID_BACK.on, 'paid-back', 'Linkstar pays back. / Linkstar 退回多付款项。', { kind: 'payment', party: 'provider', ...PAID_BACK }),
    event(PAID_BACK.on, 'money-back', 'Acme has it back. / Acme 已收到退款。', { kind: 'payment', party: 'brand', ...PAID_BACK }),
    ...tagging(),
    ...outage(),
    ...recall(),
    ...dispute(),
    ...blackFriday(),
  ];
  return events.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function tagging(): readonly StoryEvent[] {
  return [
    event('2026-03-20', 'tagging-request', 'The server-side tracking is live; please accept it. / 服务端埋点已上线，请验收。', {
      kind: 'acceptance_request',
      party: 'provider',
      milestone: 'tagging',
      on: '2026-03-20',
    }),
    event('2026-03-27', 'tagging-accepted', 'Test purchases arrive as agreed. / 测试订单均按约定回传。', {
      kind: 'acceptance',
      party: 'brand',
      milestone: 'tagging',
      on: '2026-03-27',
      answers: '2026-03-20-tagging-request.yaml',
    }),
  ];
}

function outage(): readonly StoryEvent[] {
  return [
    event(
      '2026-04-24',
      'tracking-outage',
      'A deployment of the shop removed the tags for five days: those days leave ROAS and CAC. / 店铺发版误删埋点五天，这几天不计入投产比与新客成本。',
      {
        kind: 'exclusion',
        party: 'provider',
        reason: 'tracking_outage',
        kpis: ['roas', 'cac'],
        treatment: 'drop',
        window: { from: TRACKING_OUTAGE.from, to: TRACKING_OUTAGE.to },
        evidence: ['https://tickets.acme.example/SHOP-1187', 'Tag Manager version 41, published 2026-04-14, rolled back 2026-04-18'],
      },
    ),
    event(
      '2026-05-06',
      'review',
      'What April looked like, and why analytics saw less than the shop. / 四月复盘：分析工具数据偏少的原因。',
      {
        kind: 'review',
        party: 'brand',
        period: '2026-04',
        findings: ['Web analytics missed 14 to 18 April, as the excluded outage explains'],
        actions: ['The deployment checklist now tests the tags', 'Tags are monitored hourly'],
        acknowledges: ['shop-vs-ga4', ...datesOf(TRACKING_OUTAGE).map((day) => `ga4_revenue@${day}`)],
      },
    ),
  ];
}

function recall(): readonly StoryEvent[] {
  return [
    event(
      '2026-05-08',
      'recall',
      'The refunds that showed up in March are a recall, not a mistake of the export. / 三月新增的退款源于召回，并非导出错误。',
      {
        kind: 'review',
        party: 'brand',
        period: '2026-03',
        findings: ['A dye lot of rugs was recalled from 23 to 26 March; the returns warehouse booked the refunds on 24 April'],
        actions: ['The returns warehouse books refunds within a week'],
        acknowledges: datesOf(RUG_RECALL.days).map((day) => `refunded@${day}`),
      },
    ),
    event(
      '2026-05-20',
      'recall-accepted',
      'Linkstar accepts what the recall takes off the bonus of March. / Linkstar 认可召回对三月奖金的扣减。',
      {
        kind: 'review',
        party: 'provider',
        period: '2026-04',
        findings: ['The recalled rugs were advertised in good faith, but the refunds are real'],
        actions: ['Recalls are announced to Linkstar on the day they are decided'],
        acknowledges: ['true-up/2026-03/reward'],
      },
    ),
  ];
}

function dispute(): readonly StoryEvent[] {
  return [
    event(
      '2026-07-08',
      'gift-cards',
      'Acme Home holds that orders paid with gift cards earn no commission. / Acme Home 认为礼品卡支付的订单不计提成。',
      {
        kind: 'dispute',
        party: 'brand',
        period: '2026-06',
        line: 'sales',
        claimed: '2050.00',
        reason: 'Orders paid with gift cards were sold, and commissioned, when the card was bought',
        evidence: ['https://drive.acme.example/finance/2026-06-gift-card-orders.xlsx'],
      },
    ),
    event(
      '2026-08-03',
      'gift-cards-resolved',
      'Both agree: cards sold before the contract earn commission, later ones do not. / 双方商定：签约前售出的礼品卡计提成，之后的不计。',
      { kind: 'resolution', party: 'provider', answers: '2026-07-08-gift-cards.yaml', amount: '2140.00' },
    ),
  ];
}

function blackFriday(): readonly StoryEvent[] {
  return [
    event('2026-12-08', 'review', 'Black Friday and Cyber Monday were real. / 黑五与网一的峰值属实。', {
      kind: 'review',
      party: 'brand',
      period: '2026-11',
      findings: ['The peaks are the planned sale; payment provider and shop agree on them'],
      actions: ['The budget of the next sale is planned on these days'],
      acknowledges: ['2026-11-27', '2026-11-30'].flatMap((day) =>
        ['paid_revenue', 'goods_cost', 'new_customers', 'ga4_revenue'].map((measure) => `${measure}@${day}`),
      ),
    }),
  ];
}
