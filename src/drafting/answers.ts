import { parseYaml } from '../contract/parse-yaml.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { isFields } from '../kernel/objects.js';
import { issue } from '../words/issue.js';
import { nameOf, QUESTION_IDS, type QuestionId } from './questions.js';

/**
 * Answers out of a file: a map from the questions' names to what one would type, numbers as they are written. A list is typed with commas,
 * and so is a map: `kpis: { roas: 3.0 }` is `roas: 3.0`.
 */
export function readAnswers(
  path: string,
  text: string,
): { readonly answers: ReadonlyMap<QuestionId, string>; readonly issues: readonly Issue[] } {
  const { file, issues } = parseYaml(path, text);
  const answers = new Map<QuestionId, string>();
  if (file === null) return { answers, issues };
  const { data, source } = file;
  const unreadable = (): Issue => issue('answers-unreadable', inFile(path), { file: path, expected: QUESTION_IDS.map(nameOf).join(', ') });
  if (!isFields(data)) return { answers, issues: [unreadable()] };
  for (const name of Object.keys(data)) {
    const id = QUESTION_IDS.find((each) => nameOf(each) === name);
    if (id === undefined) return { answers, issues: [{ ...unreadable(), at: source.keyAt([name]) }] };
    const value = data[name];
    answers.set(
      id,
      isFields(value) ? entries(source.keys([name]), (key) => source.written(value, key)) : (listed(value) ?? source.written(data, name)),
    );
  }
  return { answers, issues };
}

const entries = (keys: readonly string[], written: (key: string) => string): string =>
  keys.map((key) => `${key}: ${written(key)}`).join(', ');

const listed = (value: unknown): string | null => (Array.isArray(value) ? value.map(String).join(', ') : null);
