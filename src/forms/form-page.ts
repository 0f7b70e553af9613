import type { Message } from '../kernel/text.js';
import { FORM_PAGES, NONE_NOW, SEVERAL, TOO_MANY } from '../words/form-pages.js';
import { type Choice, type FormLists, type FormSource, formLists } from './form-lists.js';
import { FORMS, type Form } from './forms.js';
import { type AnswerKind, BEFORE_TITLE, type Question } from './question.js';

export const FORMS_FOLDER = '.github/ISSUE_TEMPLATE';

/** Longest list: GitHub names no limit, a person reads no more. Of more the answer is written. */
const MOST_OPTIONS = 100;
/** Longest page: above it options are their ids alone. */
const MOST_PAGE = 60_000;
/** So many contracts are named beside an option. */
const MOST_CONTRACTS = 3;

/** The file of a form in {@link FORMS_FOLDER}: GitHub offers them in the order of their names. */
export function formFile(form: Pick<Form, 'id'>): string {
  return `${String(FORMS.findIndex(({ id }) => id === form.id) + 1).padStart(2, '0')}-${form.id}.yml`;
}

/**
 * Every issue form for what may be filed of the contracts: path → text. The same contracts on the same day, the same bytes.
 * @param sources ascending by the contracts' ids.
 */
export function formPages(sources: readonly FormSource[]): ReadonlyMap<string, string> {
  return new Map(FORMS.map((form) => [`${FORMS_FOLDER}/${formFile(form)}`, formPage(form, formLists(form, sources))]));
}

/** A form in GitHub's form schema; every text is quoted, so that none of it is read as YAML. */
function formPage(form: Form, lists: FormLists | null): string {
  const page = pageWith(form, lists, true);
  return page.length <= MOST_PAGE ? page : pageWith(form, lists, false);
}

function pageWith(form: Form, lists: FormLists | null, named: boolean): string {
  const { about, intro } = FORM_PAGES[form.id];
  const lines = [
    `name: ${quoted(`${form.title.en} · ${form.title.zh}`)}`,
    `description: ${quoted(`${about.en} · ${about.zh}`)}`,
    `title: ${quoted(`${form.title.en}: `)}`,
    `labels: [${quoted(form.label)}]`,
    'body:',
    ...(intro === null ? [] : [...element('markdown'), `      value: ${quoted(`${intro.en}\n\n${intro.zh}`)}`]),
    ...form.questions.flatMap((question) => questionLines(form, question, lists, named)),
  ];
  return `${lines.join('\n')}\n`;
}

const FIELDS: { readonly [K in AnswerKind['kind']]: 'input' | 'textarea' | 'dropdown' } = {
  line: 'input',
  pattern: 'input',
  about: 'input',
  names: 'input',
  text: 'textarea',
  items: 'textarea',
  choice: 'dropdown',
};

function questionLines(form: Form, question: Question, lists: FormLists | null, named: boolean): string[] {
  const { id, label, answer, hint, listHint } = question;
  const choices = question.list === null ? [] : (lists?.choices(id, question.list) ?? []);
  const isTaken = (option: string) => lists?.isTaken(id, option) ?? true;
  const own = answer.kind === 'choice' ? Object.entries(answer.options).flatMap(([text, option]) => (isTaken(option) ? [text] : [])) : null;
  const all = own ?? choices.map((choice) => optionText(choice, named));
  // What a list leaves out can be written above it.
  const options = listHint === null ? all : all.slice(0, MOST_OPTIONS);
  const isListed = options.length > 0 && options.length <= MOST_OPTIONS;
  const listed = answer.kind === 'names' ? inBoth(SEVERAL) : listHint;
  const written = lists !== null && question.list !== null ? inBoth(NONE_NOW) : hint;
  const said = options.length > MOST_OPTIONS ? inBoth(TOO_MANY) : isListed && question.list !== null ? listed : written;
  const example = 'example' in answer && !isListed ? answer.example : null;
  // What a link may have answered cannot be asked for by the page.
  const isAsked = question.required && !form.about.some((each) => each === id);
  return [
    ...element(isListed ? 'dropdown' : FIELDS[answer.kind], id),
    `      label: ${quoted(label)}`,
    ...(said === null ? [] : [`      description: ${quoted(said)}`]),
    ...(example === null ? [] : [`      placeholder: ${quoted(example)}`]),
    ...(isListed && answer.kind === 'names' ? ['      multiple: true'] : []),
    ...(isListed ? ['      options:', ...options.map((option) => `        - ${quoted(option)}`)] : []),
    // The only contract there is need not be chosen.
    ...(isListed && question.list === 'contracts' && options.length === 1 ? ['      default: 0'] : []),
    '    validations:',
    `      required: ${String(isAsked)}`,
  ];
}

function inBoth({ en, zh }: Message): string {
  return `${en}${BEFORE_TITLE}${zh}`;
}

function element(type: string, id: string | null = null): string[] {
  return [`  - type: ${type}`, ...(id === null ? [] : [`    id: ${id}`]), '    attributes:'];
}

/** An option: its id, what it is called, and the contracts that have it where not all have. */
function optionText({ id, title, contracts }: Choice, named: boolean): string {
  const more = contracts.length - MOST_CONTRACTS;
  const where = more > 0 ? `${contracts.slice(0, MOST_CONTRACTS).join(' ')} +${more}` : contracts.join(' ');
  const text = [id, ...(named ? [title, where] : [])].filter((part) => part !== '').join(BEFORE_TITLE);
  // GitHub keeps the word for what is not chosen.
  return text.toLowerCase() === 'none' ? `${id}${BEFORE_TITLE}${id}` : text;
}

/** A text of YAML on one line: JSON is YAML, and quotes what would be read as something else. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
