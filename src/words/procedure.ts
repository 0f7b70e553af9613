import type { Message } from '../kernel/text.js';

/** Which way a rule goes: `less` protects less, or takes away; `more` the other way round; `other` neither. */
export type Way = 'less' | 'more' | 'other';

const SIGNATURES = {
  less: {
    en: 'Fewer people of {party} bind it: nobody of its side need see a slip of one of them. It is {party} that is protected less.',
    zh: '{party} 由更少的人签署即可生效：一人出错时，本方无人复核；受影响的是 {party} 自身。',
  },
  more: {
    en: 'More people of {party} must agree: it is protected more, and waits longer.',
    zh: '{party} 须由更多人同意：保护更强，但生效更慢。',
  },
  other: {
    en: 'How many people of {party} must agree changes.',
    zh: '{party} 须同意的人数有变。',
  },
} as const;

const SIGNATORIES = {
  less: {
    en: 'Fewer people can sign for {party}: where they are away nobody can, and the other party waits.',
    zh: '可代表 {party} 签署的人员减少：若均不在岗则无人可签，对方只能等待。',
  },
  more: {
    en: 'More people can sign for {party}, and each of them binds it: see that each of them may.',
    zh: '可代表 {party} 签署的人员增加，每人的签署均有约束力：请确认各人均有授权。',
  },
  other: {
    en: 'Other people can sign for {party}, and each of them binds it: see that each of them may.',
    zh: '可代表 {party} 签署的人员有变：请确认各人均有授权。',
  },
} as const;

const TARGETS = {
  less: {
    en: 'Targets can be moved further or more often: the provider is protected less against harder ones, the brand against easier ones. Each change still needs both.',
    zh: '目标值可调得更多或更频繁：对目标调难，服务方的保护变弱；对目标调易，品牌方的保护变弱；每次变更仍须双方同意。',
  },
  more: {
    en: 'Targets can be moved less far or less often: both are protected more, and neither can correct a wrong target as quickly.',
    zh: '目标值可调幅度变小或间隔变长：双方保护更强，但目标定错时更难及时修正。',
  },
  other: {
    en: 'How far and how often targets can be moved changes for both.',
    zh: '目标值的可调幅度与频率对双方均有变化。',
  },
} as const;

const RIGHTS: Message = {
  en: 'It changes who owns or may use what: one party gains it, the other gives it up.',
  zh: '所有权或使用权有变：一方取得，另一方放弃。',
};

/** What a changed rule makes possible, and who needs the protection that it gives or takes. */
export const PROCEDURE_TEXT = {
  amendments: {
    less: {
      en: 'Without rules changes need no notice, and targets move by any amount at any time: what protects each party is its own approval alone.',
      zh: '没有变更规则后，变更无须提前通知，目标值可随时任意调整：双方只剩各自的批准权作为保护。',
    },
    more: {
      en: 'Changes now keep notice and limits: both are protected more, and neither can react as quickly.',
      zh: '变更须遵守通知期与幅度限制：双方保护更强，但反应更慢。',
    },
    other: TARGETS.other,
  },
  'amendments.noticeDays': {
    less: {
      en: 'A change can take effect sooner after it is agreed: both have less time to prepare, most of all whoever it will cost money.',
      zh: '变更议定后可更快生效：双方的准备时间都变短，对因变更受损的一方影响最大。',
    },
    more: {
      en: 'A change takes effect later after it is agreed: both have more time to prepare, and neither can react as quickly.',
      zh: '变更议定后更晚生效：双方准备时间更长，但反应更慢。',
    },
    other: { en: 'How soon a change takes effect changes for both.', zh: '变更的生效时间对双方均有变化。' },
  },
  'amendments.maxTargetChange': TARGETS,
  'amendments.maxDrift': TARGETS,
  'amendments.minPeriodsBetween': TARGETS,
  'parties.required': SIGNATURES,
  'parties.signatories': SIGNATORIES,
  'acceptance.days': {
    less: {
      en: 'A statement can be disputed for fewer days: whoever wants to check it has less time, mostly the brand.',
      zh: '结算单的异议期变短：需要核对的一方时间更少，主要是品牌方。',
    },
    more: {
      en: 'A statement can be disputed for more days: whoever waits for it to be final waits longer, mostly the provider.',
      zh: '结算单的异议期变长：等待其定稿的一方等待更久，主要是服务方。',
    },
    other: { en: 'How long statements can be disputed changes.', zh: '结算单的异议期有变。' },
  },
  'acceptance.silence': {
    less: {
      en: 'Silence now accepts: who does not react in time is bound, mostly the brand.',
      zh: '逾期未提异议即视为确认：未及时回应的一方受约束，主要是品牌方。',
    },
    more: {
      en: 'Silence no longer accepts: who waits for an answer waits until it comes, mostly the provider.',
      zh: '逾期未提异议不再视为确认：等待答复的一方须等到答复为止，主要是服务方。',
    },
    other: { en: 'What silence means changes.', zh: '未回应的后果有变。' },
  },
  'calendar.lockAfterDays': {
    less: {
      en: 'Periods are settled and paid sooner, on data that has had less time to arrive: the provider waits less, and the brand is protected less, since fewer refunds are in. What comes later is only trued up, and that ends sooner too.',
      zh: '结算与付款提前，迟到数据的等待时间变短：服务方等待更短，但已到的退款更少，品牌方的保护变弱；之后到的数据只能作往期补差，往期补差也更早截止。',
    },
    more: {
      en: 'Periods are settled and paid later, on data that has had more time to arrive: the brand is protected more, since more refunds are in, and the provider waits longer.',
      zh: '结算与付款推迟，迟到数据的等待时间变长：已到的退款更多，品牌方的保护更强，服务方等待更久。',
    },
    other: { en: 'When periods are settled changes.', zh: '结算的时间有变。' },
  },
  payment: {
    less: {
      en: 'No day is named any more by which a statement is to be paid: the provider is protected less.',
      zh: '不再约定到期日：服务方的保护变弱。',
    },
    more: {
      en: 'A day is named by which a statement is to be paid: the provider is protected more.',
      zh: '约定了到期日：服务方的保护更强。',
    },
    other: { en: 'When statements are to be paid changes.', zh: '付款的时间有变。' },
  },
  'payment.dueDays': {
    less: {
      en: 'Statements fall due sooner: the provider waits less, and the brand has less time to pay.',
      zh: '付款到期提前：服务方等待更短，品牌方的付款时间变少。',
    },
    more: {
      en: 'Statements fall due later: the provider waits longer, and the brand has more time to pay.',
      zh: '付款到期推迟：服务方等待更久，品牌方的付款时间变多。',
    },
    other: { en: 'When statements fall due changes.', zh: '付款到期的时间有变。' },
  },
  'disputes.days': {
    less: {
      en: 'Disputes lapse sooner: whoever disputes has less time to agree or to go to the expert; what was set aside is paid sooner.',
      zh: '争议更快失效：提出争议的一方协商或提交专家的时间变短，搁置的金额也更早支付。',
    },
    more: {
      en: 'Disputes lapse later: whoever disputes has more time; what was set aside waits longer.',
      zh: '争议更晚失效：提出争议的一方时间更长，搁置的金额也等待更久。',
    },
    other: { en: 'How long disputes last changes.', zh: '争议的期限有变。' },
  },
  'disputes.expert': {
    less: { en: 'Nobody is named any more to decide disputes.', zh: '不再约定由谁裁定争议。' },
    more: { en: 'Somebody is named to decide disputes: both should trust them.', zh: '约定了争议裁定人：双方均应信任。' },
    other: { en: 'Somebody else decides disputes: both should trust them.', zh: '争议改由他人裁定：双方均应信任。' },
  },
  exit: {
    less: {
      en: 'Nobody can end the contract early any more, and nothing is said of handing over: whoever wants to leave, and whoever takes over, lose.',
      zh: '任何一方都不能提前终止，也没有交接约定：想退出的一方和接手的一方都受影响。',
    },
    more: { en: 'Either party can now end the contract early, with notice.', zh: '任何一方均可提前通知终止合同。' },
    other: { en: 'How the contract can be ended changes for both.', zh: '终止合同的方式对双方均有变化。' },
  },
  'exit.noticeDays': {
    less: {
      en: 'Either party can leave at shorter notice: both are freer, and both have less time to find another.',
      zh: '终止通知期变短：双方退出更灵活，但寻找替代的时间都变少。',
    },
    more: {
      en: 'Either party leaves at longer notice: both are bound longer, and both have more time to find another.',
      zh: '终止通知期变长：双方受约束更久，但寻找替代的时间更多。',
    },
    other: { en: 'The notice of ending changes for both.', zh: '终止通知期对双方均有变化。' },
  },
  'exit.handoverDays': {
    less: {
      en: 'Less time to hand over: whoever takes accounts and data over is protected less, mostly the brand.',
      zh: '交接时间变短：接手账户与数据的一方保护变弱，主要是品牌方。',
    },
    more: {
      en: 'More time to hand over: whoever takes accounts and data over is protected more, mostly the brand.',
      zh: '交接时间变长：接手账户与数据的一方保护更强，主要是品牌方。',
    },
    other: { en: 'The time to hand over changes.', zh: '交接时间有变。' },
  },
  'exit.checklist': {
    less: {
      en: 'What is no longer listed need not be handed over: whoever takes over loses it, mostly the brand.',
      zh: '清单中删去的事项不必再交接：接手的一方受影响，主要是品牌方。',
    },
    more: {
      en: 'More has to be handed over: it protects whoever takes over, mostly the brand.',
      zh: '须交接的事项增加：接手的一方保护更强，主要是品牌方。',
    },
    other: { en: 'What has to be handed over changes.', zh: '须交接的事项有变。' },
  },
  review: {
    less: {
      en: 'Variable fees on flagged figures are paid at once, before anybody has looked at the figures: the brand is protected less. A deduction on them is made at once too.',
      zh: '异常数据涉及的浮动费用不再等待复盘确认，直接支付：品牌方的保护变弱；其扣款也立即执行。',
    },
    more: {
      en: 'Variable fees on flagged figures wait until somebody has reviewed the figures: the brand is protected more, and the provider waits longer. A deduction on them waits too.',
      zh: '异常数据涉及的浮动费用须待复盘确认后支付：品牌方的保护更强，服务方等待更久；其扣款也暂缓。',
    },
    other: {
      en: 'How often both look at the figures together changes; what a flagged figure holds waits for a review as before.',
      zh: '共同复盘的频率有变；异常数据涉及的费用仍待复盘确认后支付。',
    },
  },
  agreement: {
    less: { en: 'The signed paper is no longer named: this file alone counts.', zh: '不再引用已签署的协议：仅以本文件为准。' },
    more: { en: 'A signed paper is named: see which of the two prevails.', zh: '引用了已签署的协议：请确认以何者为准。' },
    other: { en: 'Which signed paper counts, or which of the two prevails, changes.', zh: '所引用的协议或何者为准有变。' },
  },
  'data.owner': { less: RIGHTS, more: RIGHTS, other: RIGHTS },
  'data.providerUse': {
    less: { en: 'The provider may use the data for more: the brand gives that up.', zh: '服务方可更多使用数据：品牌方让出相应权利。' },
    more: { en: 'The provider may use the data for less: it gives that up.', zh: '服务方可使用的数据变少：服务方让出相应权利。' },
    other: RIGHTS,
  },
  ip: { less: RIGHTS, more: RIGHTS, other: RIGHTS },
  governance: {
    less: { en: 'Fewer people look after how this repository is governed.', zh: '负责管理本仓库规则的人员减少。' },
    more: { en: 'More people look after how this repository is governed.', zh: '负责管理本仓库规则的人员增加。' },
    other: { en: 'Other people look after how this repository is governed.', zh: '负责管理本仓库规则的人员有变。' },
  },
} as const satisfies Readonly<Record<string, Record<Way, Message>>>;

/** What days to dispute do beside that where a day to pay by is agreed: it counts from their end. */
export const DUE_TEXT: Readonly<Record<Way, Message>> = {
  less: { en: 'It falls due sooner, too.', zh: '付款也更早到期。' },
  more: { en: 'It falls due later, too.', zh: '付款也更晚到期。' },
  other: { en: 'It falls due on another day, too.', zh: '付款到期日也随之变动。' },
};

/** A rule by its fields, without ids. */
export type RuleName = keyof typeof PROCEDURE_TEXT;
