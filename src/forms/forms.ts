import type { Message } from '../kernel/text.js';
import { COOPERATION_QUESTIONS } from './cooperation.js';
import {
  aboutOf,
  answers,
  CONTRACT,
  DISPUTE_FILE,
  EVIDENCE,
  LINE_OF_STATEMENT,
  type Linked,
  optional,
  PERIOD_OF_STATEMENT,
  PERIOD_OF_TERM,
  type Question,
  required,
  WHY,
} from './question.js';

export type FormId =
  | 'target-change'
  | 'exclusion'
  | 'dispute'
  | 'acceptance'
  | 'review'
  | 'payment'
  | 'notice'
  | 'remeasure'
  | 'duty'
  | 'resolution'
  | 'escalation'
  | 'correction'
  | 'cooperation';

/** An issue form: `.github/ISSUE_TEMPLATE/` asks its questions in this order. */
export interface Form {
  readonly id: FormId;
  /** The label by which an issue is told to be this form. */
  readonly label: string;
  readonly title: Message;
  /** The questions that the first one, `about`, answers in this order: all of them, or the first of them. */
  readonly about: readonly Linked[];
  readonly questions: readonly Question[];
}

/** Why something is excluded, in the words of the form. */
const REASONS = {
  'Platform policy · 平台政策': 'platform_policy',
  'Logistics · 物流': 'logistics',
  'Out of stock · 缺货': 'stockout',
  'Tracking outage · 埋点故障': 'tracking_outage',
  'Invalid traffic · 无效流量': 'invalid_traffic',
  'Fraud · 欺诈': 'fraud',
  'Force majeure · 不可抗力': 'force_majeure',
  'Duty of the brand not done · 品牌方未履行配合义务': 'client_duty',
} as const;

const TREATMENTS = {
  'Leave the rows out (ratio KPIs) · 剔除数据行（比率类指标）': 'drop',
  'Leave rows and days out (flow KPIs) · 剔除数据行与天数（累计类指标）': 'prorate',
  'Do not score whole periods · 整期不计分': 'waive',
} as const;

const ACCEPTANCE_STEPS = {
  'Request acceptance (provider) · 申请验收（服务方）': 'acceptance_request',
  'Accept (brand) · 验收通过（品牌方）': 'acceptance',
  'Refuse (brand) · 验收不通过（品牌方）': 'refusal',
} as const;

const DUTY_STEPS = {
  'It was done (who owes it) · 已履行（义务方）': 'duty',
  'It was late (who it is owed to) · 已逾期（相对方）': 'lateness',
} as const;

/** A form whose first question is what a link fills in, where a link knows anything. */
function form(id: FormId, title: Message, about: readonly Linked[], questions: readonly Question[]): Form {
  const examples = questions.flatMap((question) =>
    about.some((each) => each === question.id) && question.answer.kind === 'pattern' ? [question.answer.example] : [],
  );
  const linked = about.length === 0 ? [] : [aboutOf(about, examples.join(' '))];
  return { id, label: `form:${id}`, title, about, questions: [...linked, ...questions] };
}

const BY_ID = 'Its id · 填写 id';
const AMOUNT_HINT = 'Digits, without separators or currency · 纯数字，不含分隔符与货币符号';
const DAY = (example: string) => answers.date(example);

/** Every form, in the order in which GitHub offers them. */
export const FORMS: readonly Form[] = [
  form(
    'target-change',
    { en: 'Propose a target change', zh: '提议调整目标值' },
    ['contract', 'kpi'],
    [
      CONTRACT,
      required('kpi', 'KPI or wager · 考核指标或对赌', answers.id('roas'), { list: 'targets', hint: BY_ID }),
      required('value', 'New target · 新目标值', answers.level('3.2'), { hint: 'A number, or a share with % · 数字，或带 % 的比例' }),
      required('from', 'From this period on · 自该结算期起', answers.period('2026-07'), { list: 'periods' }),
      WHY,
    ],
  ),
  form(
    'exclusion',
    { en: 'Record an exclusion', zh: '记录剔除事项' },
    ['contract'],
    [
      CONTRACT,
      required(
        'kpis',
        'KPIs · 考核指标',
        { kind: 'names', example: 'roas, cac' },
        { list: 'kpis', hint: 'Their ids, between commas · 填写 id，以逗号分隔' },
      ),
      required('reason', 'Why · 原因', { kind: 'choice', options: REASONS }),
      required('treatment', 'What is done · 处理方式', { kind: 'choice', options: TREATMENTS }),
      optional('from', 'First day or instant · 开始日期或时刻', answers.moment('2026-03-10')),
      optional('to', 'Last day, or instant at which it ends · 结束日期或时刻', answers.moment('2026-03-12')),
      optional(
        'periods',
        'Periods that are not scored · 不计分的结算期',
        { kind: 'names', example: '2026-03' },
        { list: 'periods', hint: 'Between commas · 以逗号分隔' },
      ),
      optional(
        'scoreAs',
        'What fees pay as for them: a share, or none · 相应费用按多少得分支付（比例，或 none）',
        answers.shareOrNone('100%'),
      ),
      EVIDENCE,
    ],
  ),
  form(
    'dispute',
    { en: 'Raise a dispute', zh: '提出争议' },
    ['contract', 'period', 'line'],
    [
      CONTRACT,
      PERIOD_OF_STATEMENT,
      LINE_OF_STATEMENT,
      required('claimed', 'What it should be · 应为金额', answers.amount('4800.00'), { hint: AMOUNT_HINT }),
      WHY,
      EVIDENCE,
    ],
  ),
  form(
    'acceptance',
    { en: 'Request or give acceptance of a milestone', zh: '申请或确认里程碑验收' },
    ['contract', 'milestone'],
    [
      CONTRACT,
      required('step', 'What you do · 操作', { kind: 'choice', options: ACCEPTANCE_STEPS }),
      required('milestone', 'Milestone · 里程碑', answers.id('launch'), { list: 'milestones', hint: BY_ID }),
      required('on', 'Day · 日期', DAY('2026-04-28')),
      optional('answers', 'File that is answered · 所答复的文件', answers.eventFile('2026-04-28-acceptance-request-7.yaml'), {
        list: 'requests',
      }),
      optional('reason', 'Why it is refused · 不通过的理由', { kind: 'text' }),
    ],
  ),
  form(
    'review',
    { en: 'Record a review', zh: '记录复盘' },
    ['contract', 'period'],
    [
      CONTRACT,
      PERIOD_OF_STATEMENT,
      required('findings', 'Findings, one a line · 复盘结论（每行一项）', { kind: 'items' }),
      optional('actions', 'Actions, one a line · 改进措施（每行一项）', { kind: 'items' }),
      optional(
        'acknowledges',
        'Anomalies, reconciliations or true-ups that you acknowledge, one a line · 所确认的异常、对账或往期补差（每行一项）',
        { kind: 'items' },
        { hint: 'As the statement names them, for example paid_revenue@2026-11-27 · 按结算单所示填写' },
      ),
    ],
  ),
  form(
    'payment',
    { en: 'Record a payment', zh: '记录付款' },
    ['contract'],
    [
      CONTRACT,
      required('amount', 'Amount, in the currency of the contract · 金额（合同币种）', answers.amount('4200.00'), {
        hint: `${AMOUNT_HINT}; with a minus where the provider paid back · 服务方退款写负数`,
      }),
      required('on', 'Day of the payment · 付款日期', DAY('2026-04-20')),
      required('reference', 'Reference · 付款凭证号', { kind: 'line', example: 'wire-17' }),
    ],
  ),
  form(
    'notice',
    { en: 'Give notice', zh: '通知终止合同' },
    ['contract'],
    [
      CONTRACT,
      required('on', 'Last day of the contract · 合同最后一日', DAY('2026-09-30')),
      required('cause', 'Why · 原因', { kind: 'text' }),
    ],
  ),
  form(
    'remeasure',
    { en: 'Measure it again', zh: '对已提出的结算单重新取数' },
    ['contract', 'period'],
    [CONTRACT, PERIOD_OF_STATEMENT, WHY],
  ),
  form(
    'duty',
    { en: 'Record that a duty was done or late', zh: '记录义务的履行或逾期' },
    ['contract', 'period', 'duty'],
    [
      CONTRACT,
      required('step', 'What you say · 内容', { kind: 'choice', options: DUTY_STEPS }),
      required('duty', 'Duty · 义务', answers.id('creatives'), { list: 'duties', hint: BY_ID }),
      PERIOD_OF_TERM,
      optional('on', 'Day on which it was done; only of one that was done · 履行日期（仅已履行时填写）', DAY('2026-03-04')),
      EVIDENCE,
    ],
  ),
  form(
    'resolution',
    { en: 'Resolve a dispute', zh: '就争议达成一致' },
    ['contract', 'answers'],
    [
      CONTRACT,
      DISPUTE_FILE,
      required('amount', 'What the line is, for good · 该项目最终金额', answers.amount('4500.00'), { hint: AMOUNT_HINT }),
    ],
  ),
  form('escalation', { en: 'Take a dispute to the expert', zh: '将争议提交专家' }, ['contract', 'answers'], [CONTRACT, DISPUTE_FILE]),
  form(
    'correction',
    { en: 'Correct a line', zh: '更正结算项目' },
    ['contract', 'period', 'line'],
    [
      CONTRACT,
      PERIOD_OF_STATEMENT,
      LINE_OF_STATEMENT,
      required('amount', 'How much is to be added · 更正金额', answers.amount('-120.00'), {
        hint: 'Digits, with a minus where it is taken away · 纯数字；扣减时写负号',
      }),
      WHY,
    ],
  ),
  // Of a contract that is not there yet no link knows anything.
  form('cooperation', { en: 'Prepare a cooperation', zh: '筹备合作' }, [], COOPERATION_QUESTIONS),
];

/** The form that an issue's labels say that it is; null where they name none, or more than one. */
export function formOf(labels: readonly string[]): Form | null {
  const named = FORMS.filter(({ label }) => labels.includes(label));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The branch of the pull request that is made from an issue. */
export function formBranch(issue: number): string {
  return `form/${issue}`;
}

/** The issue that a branch was made from; null for any other branch. */
export function issueOfBranch(branch: string): number | null {
  const [, number] = /^form\/([1-9]\d{0,9})$/.exec(branch) ?? [];
  return number === undefined ? null : Number(number);
}
