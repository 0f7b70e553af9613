import type { Message } from '../kernel/text.js';

/** How an answer is read. */
export type AnswerKind =
  /** One line of text. */
  | { readonly kind: 'line' }
  /** Text, also of several lines. */
  | { readonly kind: 'text' }
  /** One item a line; a leading `-` or `*` is not part of it. */
  | { readonly kind: 'items' }
  /** Names between commas. */
  | { readonly kind: 'names' }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly example: string }
  /** One of the options of a list, by the text that the form shows. */
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> };

/** A question of a form. `label` is the heading that GitHub puts above the answer. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly answer: AnswerKind;
}

export type FormId = 'target-change' | 'exclusion' | 'dispute' | 'acceptance' | 'review' | 'payment' | 'notice' | 'remeasure' | 'duty';

/** An issue form: `.github/ISSUE_TEMPLATE/<id>.yml` asks its questions in this order. */
export interface Form {
  readonly id: FormId;
  /** The label by which an issue is told to be this form. */
  readonly label: string;
  readonly title: Message;
  readonly questions: readonly Question[];
}

const DATE = /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}$/;
const PERIOD = /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\d|5[0-3]))$/;
const ID = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;
const LINE = /^[A-Za-z][A-Za-z0-9_-]{0,62}(\/[A-Za-z0-9_-]{1,63}){0,3}$/;
const AMOUNT = /^[+-]?\d{1,20}(\.\d{1,12})?$/;
const LEVEL = /^\d{1,20}(\.\d{1,12})?%?$/;
const MOMENT = /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const EVENT_FILE = /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}-[a-z0-9][a-z0-9-]{0,79}\.yaml$/;

const matching = (pattern: RegExp, example: string): AnswerKind => ({ kind: 'pattern', pattern, example });
const required = (id: string, label: string, answer: AnswerKind): Question => ({ id, label, required: true, answer });
const optional = (id: string, label: string, answer: AnswerKind): Question => ({ id, label, required: false, answer });

const CONTRACT = required('contract', 'Contract · 合同', matching(/^[a-z0-9-]{3,40}$/, 'media-2026'));
const SETTLED_PERIOD = required('period', 'Period · 结算期', matching(PERIOD, '2026-03'));
const EVIDENCE = required('evidence', 'Evidence, one item a line · 证据（每行一项）', { kind: 'items' });

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

/** Every form, in the order in which GitHub offers them. */
export const FORMS: readonly Form[] = [
  {
    id: 'target-change',
    label: 'form:target-change',
    title: { en: 'Propose a target change', zh: '提议调整目标值' },
    questions: [
      CONTRACT,
      required('kpi', 'KPI or wager, by its id · 考核指标或对赌的 id', matching(ID, 'roas')),
      required('value', 'New target · 新目标值', matching(LEVEL, '3.2')),
      required('from', 'From this period on · 自该结算期起', matching(PERIOD, '2026-07')),
      required('reason', 'Why · 理由', { kind: 'text' }),
    ],
  },
  {
    id: 'exclusion',
    label: 'form:exclusion',
    title: { en: 'Record an exclusion', zh: '记录剔除事项' },
    questions: [
      CONTRACT,
      required('kpis', 'KPIs, by their ids, between commas · 考核指标的 id（以逗号分隔）', { kind: 'names' }),
      required('reason', 'Why · 原因', { kind: 'choice', options: REASONS }),
      required('treatment', 'What is done · 处理方式', { kind: 'choice', options: TREATMENTS }),
      optional('from', 'First day or instant · 开始日期或时刻', matching(MOMENT, '2026-03-10')),
      optional('to', 'Last day, or instant at which it ends · 结束日期或时刻', matching(MOMENT, '2026-03-12')),
      optional('periods', 'Periods that are not scored, between commas · 不计分的结算期（以逗号分隔）', { kind: 'names' }),
      optional(
        'scoreAs',
        'What fees pay as for them: a share, or none · 相应费用按何得分支付：比例或 none',
        matching(/^(\d{1,6}(\.\d{1,12})?%|none)$/, '100%'),
      ),
      EVIDENCE,
    ],
  },
  {
    id: 'dispute',
    label: 'form:dispute',
    title: { en: 'Raise a dispute', zh: '提出争议' },
    questions: [
      CONTRACT,
      SETTLED_PERIOD,
      required('line', 'Line of the statement · 结算单行', matching(LINE, 'sales')),
      required('claimed', 'What it should be · 应为金额', matching(AMOUNT, '4800.00')),
      required('reason', 'Why · 理由', { kind: 'text' }),
      EVIDENCE,
    ],
  },
  {
    id: 'acceptance',
    label: 'form:acceptance',
    title: { en: 'Request or give acceptance of a milestone', zh: '申请或确认里程碑验收' },
    questions: [
      CONTRACT,
      required('step', 'What you do · 操作', { kind: 'choice', options: ACCEPTANCE_STEPS }),
      required('milestone', 'Milestone, by its id · 里程碑的 id', matching(ID, 'launch')),
      required('on', 'Day · 日期', matching(DATE, '2026-04-28')),
      optional('answers', 'File that is answered · 所答复的文件', matching(EVENT_FILE, '2026-04-28-acceptance-request-7.yaml')),
      optional('reason', 'Why it is refused · 不通过的理由', { kind: 'text' }),
    ],
  },
  {
    id: 'review',
    label: 'form:review',
    title: { en: 'Record a review', zh: '记录复盘' },
    questions: [
      CONTRACT,
      SETTLED_PERIOD,
      required('findings', 'Findings, one a line · 发现（每行一项）', { kind: 'items' }),
      optional('actions', 'Actions, one a line · 行动（每行一项）', { kind: 'items' }),
      optional(
        'acknowledges',
        'Anomalies, reconciliations or true-ups that you acknowledge, one a line · 所确认的异常、对账或往期补差（每行一项）',
        { kind: 'items' },
      ),
    ],
  },
  {
    id: 'payment',
    label: 'form:payment',
    title: { en: 'Record a payment', zh: '记录付款' },
    questions: [
      CONTRACT,
      required('amount', 'Amount, in the currency of the contract · 金额（合同币种）', matching(AMOUNT, '4200.00')),
      required('on', 'Day of the payment · 付款日期', matching(DATE, '2026-04-20')),
      required('reference', 'Reference · 付款凭证号', { kind: 'line' }),
    ],
  },
  {
    id: 'notice',
    label: 'form:notice',
    title: { en: 'Give notice', zh: '通知终止合同' },
    questions: [
      CONTRACT,
      required('on', 'Last day of the contract · 合同最后一日', matching(DATE, '2026-09-30')),
      required('cause', 'Why · 原因', { kind: 'text' }),
    ],
  },
  {
    id: 'remeasure',
    label: 'form:remeasure',
    title: { en: 'Measure it again', zh: '对已提出的结算单重新取数' },
    questions: [CONTRACT, SETTLED_PERIOD, required('reason', 'Why · 理由', { kind: 'text' })],
  },
  {
    id: 'duty',
    label: 'form:duty',
    title: { en: 'Record that a duty was done or late', zh: '记录义务的履行或逾期' },
    questions: [
      CONTRACT,
      required('step', 'What you say · 内容', { kind: 'choice', options: DUTY_STEPS }),
      required('duty', 'Duty, by its id · 义务的 id', matching(ID, 'creatives')),
      SETTLED_PERIOD,
      optional('on', 'Day on which it was done; only of one that was done · 履行日期（仅已履行时填写）', matching(DATE, '2026-03-04')),
      EVIDENCE,
    ],
  },
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
