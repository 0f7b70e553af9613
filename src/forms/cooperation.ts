import { EXPORT_IDS, MARKETPLACE_NAMES } from '../drafting/exports.js';
import { KPI_IDS, scoresText, startsText } from '../drafting/kpis.js';
import { QUESTION_IDS, type QuestionId } from '../drafting/questions.js';
import { fill, LOCALES, type Locale, listSeparator } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import type { Answers } from './parse-form.js';
import { optional, type Question, required } from './question.js';

/** An answer to each question, as somebody types it; together they are one deal. */
const EXAMPLES: Readonly<Record<QuestionId, string>> = {
  id: 'acme-2027',
  brand: 'Acme Home',
  provider: 'Linkstar',
  currency: 'USD',
  timezone: 'America/New_York',
  from: '2027-01-01',
  to: '12 months',
  exports: 'shopify, meta, google-ads',
  marketplace: 'Amazon.com',
  retainer: '3000',
  commission: '3% up to 400000, 4% above',
  accumulate: 'month',
  kpis: 'roas 3.0, cac 25',
  minSpend: '1000',
  bonus: '2000',
  wager: '5000000, 2%, 20000',
  cap: '40000',
  brandSigns: 'alice, ann',
  providerSigns: 'bob',
};

/** What may be chosen, shown with the question: the same words in both languages. */
const OFFERED: Readonly<Partial<Record<QuestionId, readonly string[]>>> = {
  exports: EXPORT_IDS,
  marketplace: MARKETPLACE_NAMES,
  kpis: KPI_IDS,
};

/** What nobody can have answered for whoever fills it in: nothing is usual there. */
const ASKED: readonly QuestionId[] = ['exports', 'kpis'];

/** The contract's own text is in one language; by its name, so that whoever reads neither page nor label finds it. */
const LANGUAGE: Question = required('language', 'Language of the contract · 合同语言', {
  kind: 'choice',
  options: { English: 'en', 中文: 'zh' },
});

/** The questions of `concord init`, as a form asks them. */
export const COOPERATION_QUESTIONS: readonly Question[] = [LANGUAGE, ...QUESTION_IDS.map(questionOf)];

function questionOf(id: QuestionId): Question {
  const { en, zh } = DRAFTING.keys[id];
  const label = `${en.charAt(0).toUpperCase()}${en.slice(1)} · ${zh}`;
  const ask = ASKED.includes(id) ? required : optional;
  return ask(id, label, { kind: 'line', example: EXAMPLES[id] }, { hint: LOCALES.map((locale) => asked(id, locale)).join(' · ') });
}

function asked(id: QuestionId, locale: Locale): string {
  const goals = KPI_IDS.map((kpi) => ({ kpi }));
  const question = fill(DRAFTING.ask[id], locale, { starts: startsText(goals, locale), scores: scoresText(goals, locale) });
  const offered = OFFERED[id]?.join(listSeparator(locale));
  if (offered === undefined) return question;
  return locale === 'zh' ? `${question}（${offered}）` : `${question} (${offered})`;
}

/** What was answered, as `concord init` takes it. */
export function interviewOf({ texts }: Answers): {
  readonly language: Locale;
  readonly typed: ReadonlyMap<QuestionId, string>;
} {
  const language = LOCALES.find((locale) => locale === texts.get(LANGUAGE.id)) ?? 'en';
  return { language, typed: new Map(QUESTION_IDS.map((id) => [id, texts.get(id) ?? ''])) };
}

/** The heading of a question, to be named where its answer was not understood. */
export function cooperationLabel(id: QuestionId): string {
  return COOPERATION_QUESTIONS.find((question) => question.id === id)?.label ?? id;
}
