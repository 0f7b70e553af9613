import { type Asked, faultOf, type GivenAnswers, lackingIn } from '../repository/answers.js';
import { describe } from '../words/issue.js';
import { newRepositoryText } from '../words/new-repository.js';

/** Asks one question and gives the answer. */
export type Ask = (question: string) => Promise<string>;

/** What is answered by an empty line. */
const EMPTY: Partial<Readonly<Record<Asked, string>>> = { currency: 'USD', timezone: 'Asia/Shanghai' };

/**
 * Asks for what has no answer yet, one thing after the other; what cannot be is said at once and asked again.
 * @param locale null where it was not typed: then it is asked first
 */
export async function askRest(given: GivenAnswers, ask: Ask): Promise<GivenAnswers> {
  let answers = given;
  for (const asked of lackingIn(given)) {
    const answer =
      asked === 'brandPeople' || asked === 'providerPeople' ? await askPeople(asked, answers, ask) : await askOne(asked, answers, ask);
    answers = { ...answers, [asked]: answer };
  }
  return answers;
}

async function askOne(asked: Asked, { locale }: GivenAnswers, ask: Ask): Promise<string> {
  const empty = EMPTY[asked];
  const question = newRepositoryText(`ask-${asked}`, locale);
  return answered(asked, `${question}${empty === undefined ? '' : ` [${empty}]`}`, locale, ask, empty ?? null);
}

async function askPeople(asked: 'brandPeople' | 'providerPeople', answers: GivenAnswers, ask: Ask): Promise<string[]> {
  const { locale } = answers;
  const party = answers[asked === 'brandPeople' ? 'brand' : 'provider'] ?? '';
  const people = [await answered(asked, newRepositoryText(`ask-${asked}`, locale, { party }), locale, ask, null)];
  for (;;) {
    const next = await answered(asked, newRepositoryText('ask-another', locale, { party }), locale, ask, '');
    if (next === '') return people;
    people.push(next);
  }
}

/** Asks until there is an answer. @param empty what an empty line stands for; null: nothing, so that it is asked again */
async function answered(asked: Asked, question: string, locale: GivenAnswers['locale'], ask: Ask, empty: string | null): Promise<string> {
  let said = '';
  for (;;) {
    const typed = (await ask(`${said}${question}: `)).trim();
    if (typed === '' && empty !== null) return empty;
    const fault = typed === '' ? null : faultOf(asked, typed);
    if (typed !== '' && fault === null) return typed;
    if (fault === null) continue;
    const { text, fix } = describe(fault, locale);
    said = `${[text, fix ?? []].flat().join('\n')}\n`;
  }
}
