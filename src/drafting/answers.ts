import { parseYaml } from '../contract/parse-yaml.js';
import { quote } from '../contract/quote.js';
import { meantName } from '../contract/suggestion.js';
import { type Issue, inFile, type Position } from '../kernel/issue.js';
import { isFields } from '../kernel/objects.js';
import type { Locale } from '../kernel/text.js';
import { fill, yamlString } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import { issue } from '../words/issue.js';
import { nameOf, QUESTION_IDS, type QuestionId } from './questions.js';

/** What a file of answers says. */
export interface FiledAnswers {
  readonly answers: ReadonlyMap<QuestionId, string>;
  /** Where each of them stands. */
  readonly places: ReadonlyMap<QuestionId, Position>;
  /** Whether what has no answer is to be asked (`ask: rest`), where somebody can be; else it is as the question's standard has it. */
  readonly asksRest: boolean;
  readonly issues: readonly Issue[];
}

const REST = 'ask';

/**
 * Answers out of a file: a map from the questions' names to what one would type, numbers as they are written. A list is typed with commas,
 * and so is a map: `kpis: { roas: 3.0 }` is `roas: 3.0`.
 */
export function readAnswers(path: string, text: string): FiledAnswers {
  const { file, issues } = parseYaml(path, text);
  const answers = new Map<QuestionId, string>();
  const places = new Map<QuestionId, Position>();
  const refused = (...found: readonly Issue[]): FiledAnswers => ({ answers, places, asksRest: false, issues: [...issues, ...found] });
  if (file === null) return refused();
  const { data, source } = file;
  if (!isFields(data)) return refused(issue('answers-unreadable', inFile(path), { file: path, expected: QUESTION_IDS.map(nameOf) }));
  const unknown: Issue[] = [];
  for (const name of Object.keys(data)) {
    const id = QUESTION_IDS.find((each) => nameOf(each) === name || namesInChinese(each).includes(name));
    if (id !== undefined) {
      const value = data[name];
      const typed = isFields(value) ? entries(source.keys([name]), (key) => source.written(value, key)) : listed(value);
      answers.set(id, typed ?? source.written(data, name));
      places.set(id, source.at([name]));
    } else if (name !== REST) unknown.push(unknownName(name, source.keyAt([name])));
  }
  return unknown.length > 0 ? refused(...unknown) : { answers, places, asksRest: data[REST] === 'rest', issues };
}

const namesInChinese = (id: QuestionId): readonly string[] => [DRAFTING.keys[id].zh, ...(DRAFTING.otherNames[id] ?? [])];

function unknownName(name: string, at: Position): Issue {
  const names = QUESTION_IDS.map(nameOf);
  const titled = QUESTION_IDS.map((id) => ({ id: nameOf(id), titles: [DRAFTING.keys[id].zh, id] }));
  const inChinese = meantName(
    name,
    Object.values(DRAFTING.keys).map(({ zh }) => zh),
  );
  const meant = inChinese ?? meantName(name, names, titled);
  const expected = QUESTION_IDS.map((id) => `${nameOf(id)} (${DRAFTING.keys[id].zh})`);
  return issue('answer-unknown', at, { found: quote(name), expected, ...(meant === null ? {} : { suggestion: quote(meant) }) });
}

const entries = (keys: readonly string[], written: (key: string) => string): string =>
  keys.map((key) => `${key}: ${written(key)}`).join(', ');

const listed = (value: unknown): string | null => (Array.isArray(value) ? value.map(String).join(', ') : null);

/** The same as a file, to be taken up again: what has no answer in it is asked. */
export function answersText(path: string, answers: ReadonlyMap<QuestionId, string>, language: Locale): string {
  const said = QUESTION_IDS.flatMap((id) => {
    const text = answers.get(id) ?? '';
    return text === '' ? [] : [`${nameOf(id)}: ${yamlString(text)}\n`];
  });
  return [`# ${fill(DRAFTING.around.kept, language, { path })}\n`, `${REST}: rest\n`, ...said].join('');
}
