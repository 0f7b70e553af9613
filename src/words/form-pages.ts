import type { Message } from '../kernel/text.js';

/** What a form's page says of itself. */
interface FormPage {
  /** In the list of forms; GitHub leaves a form out, without a word, that has more than 200 characters here. */
  readonly about: Message;
  /** Above the first question; null where there is nothing to say. */
  readonly intro: Message | null;
}

/** The pages of the issue forms, by form. Both languages stand in one page, since GitHub knows no reader's language. */
export const FORM_PAGES = {
  'target-change': {
    about: {
      en: 'A new target of a KPI or a wager from a period on; both parties approve',
      zh: '自某一结算期起调整考核指标或对赌的目标值，须双方批准',
    },
    intro: {
      en: 'Concord turns this into a pull request, says in it what the change is worth, and asks both parties to approve.',
      zh: 'Concord 会据此新建合并请求，说明变更的金额影响，并请双方批准。',
    },
  },
  exclusion: {
    about: {
      en: 'Rows, days or periods that a KPI is not measured by; both parties approve',
      zh: '考核指标计量中应剔除的数据、日期或结算期，须双方批准',
    },
    intro: {
      en: 'For rows or days give the first and the last day; for whole periods give the periods and what fees pay as for them.',
      zh: '剔除数据行或天数时填写起止日期；整期不计分时填写结算期及相应费用的支付方式。',
    },
  },
  dispute: {
    about: {
      en: 'A line of a statement is not what it should be; your party may file it alone',
      zh: '结算单某个项目金额有误，一方可单独提出',
    },
    intro: {
      en: 'Of a statement that is not settled yet only the undisputed part of the line is paid until it is resolved; a settled line stays as settled, and due. A dispute is filed in time or not at all: see the contract’s acceptance clause.',
      zh: '结算单尚未结算的，解决之前仅支付该项目无争议的部分；已结算的，该项目维持已结算金额，照常到期付款。争议须在约定期限内提出，见合同的 acceptance（确认）条款。',
    },
  },
  acceptance: {
    about: { en: 'The provider asks, the brand accepts or refuses', zh: '服务方申请，品牌方予以通过或不通过' },
    intro: {
      en: 'A refusal names the file of the request and says why. A request that nobody answers is accepted after the days of the contract.',
      zh: '不予通过时须写明所答复的申请文件与理由。逾期未答复视为验收通过。',
    },
  },
  review: {
    about: {
      en: 'What was found in a period and what is done about it; your party may file it alone',
      zh: '某一结算期的复盘结论与改进措施，一方可单独提交',
    },
    intro: {
      en: 'It releases what waits for somebody to look: anomalies, reconciliations and large true-ups that it acknowledges.',
      zh: '复盘可解除等待确认的异常与对账差异的暂缓，并使大额往期补差生效。',
    },
  },
  payment: {
    about: { en: 'Money was paid; your party may file it alone', zh: '已付款项，一方可单独提交' },
    intro: {
      en: 'Whoever files it: what the brand paid is positive, what the provider paid back has a minus, for example -73.51.',
      zh: '不论由谁提交：品牌方付款为正数，服务方退款为负数，例如 -73.51。',
    },
  },
  notice: {
    about: { en: 'The contract ends on a day; your party may give notice alone', zh: '合同于某日终止，一方可单独通知' },
    intro: {
      en: 'The last day is at least the notice period of the contract’s exit clause from today.',
      zh: '合同最后一日距今不得少于终止条款（exit）约定的通知期。',
    },
  },
  remeasure: {
    about: { en: 'Both parties approve it; the days of the statement begin again', zh: '须双方批准，结算单的期限重新计算' },
    intro: null,
  },
  duty: {
    about: {
      en: 'Who owes it says that it was done, who it is owed to that it was late; your party may file it alone',
      zh: '义务方记录履行，相对方主张逾期，一方可单独提交',
    },
    intro: {
      en: 'Of a duty with "lateIf: claimed" lateness is claimed in time or not at all: after its due day and within the days of acceptance after the period’s end.',
      zh: '约定 lateIf: claimed 的义务，逾期须在到期日之后、结算期结束后 acceptance.days（异议期）天之内主张，过期不得再主张。',
    },
  },
  resolution: {
    about: {
      en: 'What a disputed line is, for good; both parties approve',
      zh: '争议项目的最终金额，须双方批准',
    },
    intro: {
      en: 'Agree on the amount first. The next statement pays what it differs by from what has been paid of the line.',
      zh: '请先就金额达成一致。与该项目已付金额的差额计入下一份结算单。',
    },
  },
  escalation: {
    about: {
      en: 'The expert of the contract decides a dispute; your party may file it alone',
      zh: '由合同约定的专家裁定争议，一方可单独提交',
    },
    intro: {
      en: 'It is filed before the dispute lapses, and gives it the days of the contract’s disputes clause once more.',
      zh: '须在争议失效前提交；争议的失效日按合同 disputes（争议）条款的天数顺延一次。',
    },
  },
  correction: {
    about: {
      en: 'An amount that is added to a settled line, or taken from it; both parties approve',
      zh: '对已结算的项目增加或扣减金额，须双方批准',
    },
    intro: {
      en: 'It stands as a line of its own in the next statement. The settled statement stays as it is.',
      zh: '更正金额在下一份结算单中单列一个项目，已结算的结算单保持不变。',
    },
  },
  cooperation: {
    about: {
      en: 'A first contract out of answers in your own words; everybody whom it names approves it',
      zh: '用自己的话回答问题，由此起草合同；须由合同所列各签署人批准',
    },
    intro: {
      en: 'Answer as you would on paper: "3% up to 400,000, 4% above", "roas 3, cac 25". What you leave empty is taken as usual, and the pull request says how. What is not understood is asked back under this issue; nothing is filed before. Where an agreed contract measures the same already, the months behind you are measured as its baseline.',
      zh: '照平时的说法填写即可，如“40万以内 3%，以上 4%”“投产比 3，新客成本 25”。留空的按默认值，合并请求会逐项写明。没有读懂的会在本议题下追问，在此之前不提交任何内容。已议定的合同若以同样口径取数，过去各月会测算为基线。',
    },
  },
} as const satisfies Readonly<Record<string, FormPage>>;

/** What a question says where there are too many options for a list. */
export const TOO_MANY: Message = { en: 'Write its id: there are too many for a list', zh: '请填写 id：选项过多，无法列出' };

/** What a question says where several options of its list may be chosen. */
export const SEVERAL: Message = { en: 'One or several', zh: '可多选' };

/** What a question says where no contract has anything on the day that could be chosen. */
export const NONE_NOW: Message = { en: 'There is nothing to choose from at present', zh: '目前没有可选项' };
