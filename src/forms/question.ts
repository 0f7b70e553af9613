/** What there is of a kind in the contracts, for an answer to be chosen from. Where it is written it is the id that is. */
export type ListName = 'contracts' | 'periods' | 'lines' | 'kpis' | 'targets' | 'milestones' | 'duties' | 'disputes' | 'requests';

/** How an answer is read. */
export type AnswerKind =
  /** One line of text. */
  | { readonly kind: 'line'; readonly example: string }
  /** Text, also of several lines. */
  | { readonly kind: 'text' }
  /** One item a line; a leading `-` or `*` is not part of it. */
  | { readonly kind: 'items' }
  /** Names between commas. */
  | { readonly kind: 'names'; readonly example: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly example: string }
  /** What a link fills in: the first answers of the form's `about`, between spaces. */
  | { readonly kind: 'about'; readonly example: string }
  /** One of the options of a list, by the text that the form shows. */
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> };

/** A question of a form. `label` is the heading that GitHub puts above the answer. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly answer: AnswerKind;
  /** What the contracts have of it; null: it is written. */
  readonly list: ListName | null;
  /** The line below the label where the answer is written; null where there is nothing to say. */
  readonly hint: string | null;
  /** The same where it is chosen from a list. */
  readonly listHint: string | null;
}

/** What stands between an option's id and what it is called: only the id is the answer. */
export const BEFORE_TITLE = ' · ';

const DATE = /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}$/;
const PERIOD = /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\d|5[0-3]))$/;
const ID = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;
const LINE = /^[A-Za-z][A-Za-z0-9_-]{0,62}(\/[A-Za-z0-9_-]{1,63}){0,3}$/;
const AMOUNT = /^[+-]?\d{1,20}(\.\d{1,12})?$/;
const LEVEL = /^\d{1,20}(\.\d{1,12})?%?$/;
const MOMENT = /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const SHARE_OR_NONE = /^(\d{1,6}(\.\d{1,12})?%|none)$/;
const EVENT_FILE = /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}-[a-z0-9][a-z0-9-]{0,79}\.yaml$/;

const matching = (pattern: RegExp, example: string): AnswerKind => ({ kind: 'pattern', pattern, example });

/** The answers that have one form, each with an example of it. */
export const answers = {
  date: (example: string) => matching(DATE, example),
  period: (example: string) => matching(PERIOD, example),
  id: (example: string) => matching(ID, example),
  line: (example: string) => matching(LINE, example),
  amount: (example: string) => matching(AMOUNT, example),
  level: (example: string) => matching(LEVEL, example),
  moment: (example: string) => matching(MOMENT, example),
  shareOrNone: (example: string) => matching(SHARE_OR_NONE, example),
  eventFile: (example: string) => matching(EVENT_FILE, example),
  contract: (example: string) => matching(/^[a-z0-9-]{3,40}$/, example),
} as const;

type More = Partial<Pick<Question, 'list' | 'hint' | 'listHint'>>;

/** A question of a form that has to be answered. */
export const required = (
  id: string,
  label: string,
  answer: AnswerKind,
  { list = null, hint = null, listHint = null }: More = {},
): Question => ({
  id,
  label,
  required: true,
  answer,
  list,
  hint,
  listHint,
});
/** A question of a form that may be left without an answer. */
export const optional = (id: string, label: string, answer: AnswerKind, more: More = {}): Question => ({
  ...required(id, label, answer, more),
  required: false,
});

export const CONTRACT = required('contract', 'Contract · 合同', answers.contract('media-2026'), {
  list: 'contracts',
  hint: 'The name of its folder under contracts/ · contracts/ 下的文件夹名',
});
export const PERIOD_OF_TERM = required('period', 'Period · 结算期', answers.period('2026-03'), { list: 'periods' });
export const PERIOD_OF_STATEMENT = required('period', 'Period · 结算期', answers.period('2026-03'), {
  list: 'periods',
  listHint: 'One that is not listed is written above · 清单中没有的结算期请写在上方',
});
export const LINE_OF_STATEMENT = required('line', 'Line of the statement · 结算项目', answers.line('sales'), {
  list: 'lines',
  listHint:
    'A line that is not listed, as true-up/2026-02/sales, is written above · 清单中没有的项目（如 true-up/2026-02/sales）请写在上方',
});
export const DISPUTE_FILE = required(
  'answers',
  'Dispute, by its file · 争议（按文件名）',
  answers.eventFile('2026-04-08-dispute-12.yaml'),
  {
    list: 'disputes',
  },
);
export const EVIDENCE = required(
  'evidence',
  'Evidence, one item a line · 证明材料（每行一项）',
  { kind: 'items' },
  {
    hint: 'Links, ticket numbers · 链接、工单号等',
  },
);
export const WHY = required('reason', 'Why · 理由', { kind: 'text' });

const WORDS_OF = {
  contract: { en: 'contract', zh: '合同' },
  period: { en: 'period', zh: '结算期' },
  line: { en: 'line', zh: '结算项目' },
  kpi: { en: 'KPI or wager', zh: '考核指标或对赌' },
  milestone: { en: 'milestone', zh: '里程碑' },
  duty: { en: 'duty', zh: '义务' },
  answers: { en: 'file of the dispute', zh: '争议文件' },
} as const;

/** What can be filled in by a link, by the ids of the questions that it answers. */
export type Linked = keyof typeof WORDS_OF;

/** The question that links answer: a list cannot be filled in by an address, a line of text can. */
export function aboutOf(of: readonly Linked[], example: string): Question {
  const said = (locale: 'en' | 'zh') => of.map((each) => WORDS_OF[each][locale]).join(locale === 'en' ? ', ' : '、');
  const apart = of.length > 1 ? { en: ', with spaces between them', zh: '，以空格分隔' } : { en: '', zh: '' };
  const hint = `${said('en')}${apart.en}. What stands here need not be chosen below · ${said('zh')}${apart.zh}；此处已填的，下面不必再选`;
  return optional('about', 'What it is about, filled in by a link · 所涉事项（由链接填写）', { kind: 'about', example }, { hint });
}
