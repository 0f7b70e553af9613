import { type Filler, fill, type Locale } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import { phrased } from '../words/phrases.js';
import type { Setting } from './deal.js';
import { KPI_IDS, scoresText, startsText } from './kpis.js';
import { QUESTIONS, type QuestionId, type SoFar } from './questions.js';
import { isNone } from './read-number.js';

/**
 * A question as a terminal shows it: its number, what may be chosen, and in brackets what an empty line means.
 * @param number how many were asked, with this one: how many there will be hangs on the answers
 */
export function askText(id: QuestionId, number: number, sofar: SoFar, setting: Setting): string {
  const { language } = setting;
  const { offered, standard } = QUESTIONS[id];
  const choices = offered?.(sofar, setting) ?? [];
  const usual = standard(sofar, setting);
  const shown = usual === null ? '' : `[${isNone(usual) ? DRAFTING.around.none[language] : usual}] `;
  const listed =
    choices.length === 0 ? '' : `\n  ${choices.map((choice) => named(choice, language)).join(language === 'zh' ? '，' : ', ')}`;
  const goals = sofar.kpis ?? [];
  const said = { starts: startsText(goals, language), scores: scoresText(goals, language) };
  return `\n${number}. ${fill(DRAFTING.ask[id], language, said)}${listed}\n  ${shown}> `;
}

function named(choice: string, language: Locale): string {
  const kpi = KPI_IDS.find((id) => id === choice);
  if (kpi === undefined) return choice;
  return language === 'zh' ? `${kpi}（${DRAFTING.titles[kpi].zh}）` : `${kpi} (${DRAFTING.titles[kpi].en})`;
}

/** What is said of an answer that is none, before it is asked for again. */
export function refusedText(text: string, expected: Filler, language: Locale): string {
  const { around } = DRAFTING;
  const params = phrased({ expected, found: text.trim().replace(/[\p{Cc}\p{Cf}]/gu, ' ') }, language);
  return `  ${fill(text.trim() === '' ? around.nothing : around.refused, language, params)}\n`;
}

/** What is said of an answer that is most likely a slip, before it is asked for again. @param doubt the name of a phrase */
export function doubtText(text: string, doubt: string, language: Locale): string {
  const { around } = DRAFTING;
  const { why = '', found = '' } = phrased({ why: doubt, found: text.trim().replace(/[\p{Cc}\p{Cf}]/gu, ' ') }, language);
  return language === 'zh' ? `  “${found}”：${why}\n  ${around.again.zh}\n` : `  "${found}": ${why}\n  ${around.again.en}\n`;
}
