import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { eventKinds } from '../../src/contract/event-kinds/event-kinds.js';
import type { Contract } from '../../src/contract/model.js';
import { FORM_OF } from '../../src/forms/event-text.js';
import { type FormSource, formLists } from '../../src/forms/form-lists.js';
import { formFile, formPages } from '../../src/forms/form-page.js';
import { FORMS, type FormId, formBranch, formOf, issueOfBranch } from '../../src/forms/forms.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { contractWith } from '../gate/scenario.js';
import { REPOSITORY, runCli } from '../run-cli.js';
import { bodyOf } from './body.js';

/* The pages of the forms: what the parser reads, in the form that GitHub takes, whatever the contracts call things. */

const FOLDER = new URL('../../.github/ISSUE_TEMPLATE/', import.meta.url);
const HAN = /\p{Script=Han}/u;

interface Element {
  readonly type: string;
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly value?: string;
    readonly description?: string;
    readonly placeholder?: string;
    readonly multiple?: boolean;
    readonly default?: number;
    readonly options?: readonly string[];
  };
  readonly validations?: { readonly required?: boolean };
}

interface Template {
  readonly name: string;
  readonly description: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly body: readonly Element[];
}

const read = (text: string) => parse(text) as Template;
const pagesOf = (sources: readonly FormSource[]) => [...formPages(formLists(sources)).values()].map(read);
const questionsOf = ({ body }: Template) => body.filter(({ type }) => type !== 'markdown');
const optionsOf = (pages: readonly Template[], form: FormId, id: string) =>
  questionsOf(pages[FORMS.findIndex((each) => each.id === form)] ?? { name: '', description: '', title: '', labels: [], body: [] }).find(
    (question) => question.id === id,
  )?.attributes.options;

const EMPTY = pagesOf([]);

test('every form has its page, in the order in which GitHub offers them', () => {
  const names = readdirSync(FOLDER).filter((file) => file !== 'config.yml');
  expect(names.sort()).toEqual(FORMS.map(formFile));
});

test('the repository’s own pages are what its contracts say', async () => {
  const { code, stdout } = await runCli(['forms', '--check', '--root', REPOSITORY]);
  expect(stdout).toBe('The forms in .github/ISSUE_TEMPLATE are what the contracts say\n');
  expect(code).toBe(0);
});

test('issues without a form stay possible', () => {
  expect(parse(readFileSync(new URL('config.yml', FOLDER), 'utf8'))).toEqual({ blank_issues_enabled: true });
});

test('every kind of event has a form', () => {
  // An independent measuring is what a program has found, digest and all: it writes the file itself.
  const kinds = Object.entries(FORM_OF).filter(([, form]) => !FORMS.some(({ id }) => id === form));
  expect(kinds).toEqual([['witness', null]]);
  const steps = FORMS.flatMap(({ questions }) =>
    questions.flatMap(({ id, answer }) => (id === 'step' && answer.kind === 'choice' ? [answer] : [])),
  );
  const asked = [...steps.flatMap(({ options }) => Object.values(options)), ...Object.keys(FORM_OF)];
  for (const kind of Object.keys(eventKinds)) expect(asked).toContain(kind);
});

describe.each(FORMS.map((form, index) => ({ form, page: EMPTY[index] })))('$form.id', ({ form, page }) => {
  if (page === undefined) throw new Error(form.id);
  const questions = questionsOf(page);

  test('asks what the parser reads', () => {
    expect(
      questions.map(({ id, attributes, validations }) => ({ id, label: attributes.label, required: validations?.required ?? false })),
    ).toEqual(
      // What a link may have answered is asked for by the parser alone.
      form.questions.map(({ id, label, required }) => ({ id, label, required: required && !form.about.some((each) => each === id) })),
    );
  });

  test('its link answers questions that it has, each of one form', () => {
    for (const each of form.about) expect(form.questions.find(({ id }) => id === each)?.answer.kind).toBe('pattern');
    expect(form.questions[0]?.id === 'about').toBe(form.about.length > 0);
  });

  test('sets the one label by which the form is known', () => {
    expect(page.labels).toEqual([form.label]);
    expect(formOf(page.labels)).toBe(form);
  });

  test('speaks both languages', () => {
    const texts = [page.name, page.description, ...page.body.flatMap(({ attributes }) => attributes.label ?? attributes.value ?? [])];
    for (const text of texts) {
      expect(text).toMatch(HAN);
      expect(text).toMatch(/[A-Za-z]{2}/);
    }
  });

  test('its examples are answers of their questions', () => {
    for (const { answer } of form.questions) if (answer.kind === 'pattern') expect(answer.example).toMatch(answer.pattern);
  });
});

const small = contractWith();
const [DUTY] = small.duties;
if (DUTY === undefined) throw new Error('no duty');
const EVENT = { date: '2026-03-10', party: 'brand' as const, digest: 'sha256:0' };
/** An answer to every question of every form, so that a single one is read beside it. */
const COMPLETE: Readonly<Record<string, string>> = {
  contract: 'a-first',
  kpi: 'gmv',
  value: '1',
  from: '2026-07',
  reason: 'x',
  period: '2026-02',
  line: 'base',
  claimed: '1',
  evidence: 'x',
  milestone: 'launch',
  on: '2026-03-09',
  findings: 'x',
  amount: '1',
  reference: 'x',
  cause: 'x',
  duty: 'creatives',
  answers: '2026-03-10-dispute-1.yaml',
};
const source = (
  id: string,
  over: Partial<Contract> = {},
  events: FormSource['events'] = [],
  ledger: FormSource['ledger'] = { open: [], tails: [] },
): FormSource => ({ contract: { ...small, id, ...over }, events, ledger });

describe('lists', () => {
  test('name what the contracts have, and where not all have it', () => {
    const [kpi] = small.kpis;
    if (kpi === undefined) throw new Error('no KPI');
    const other = { ...kpi, id: 'other', title: { en: 'Other', zh: '其他' } };
    const pages = pagesOf([source('a-first'), source('b-second', { kpis: [...small.kpis, other] })]);
    const listed = optionsOf(pages, 'exclusion', 'kpis');
    expect(listed?.at(-1)).toBe('other · Other / 其他 · b-second');
    expect(listed?.[0]).toBe(kpi.title === null ? kpi.id : listed?.[0]);
    expect(optionsOf(pages, 'dispute', 'contract')?.map((option) => option.split(' ')[0])).toEqual(['a-first', 'b-second']);
  });

  test('the only contract need not be chosen; of more than a hundred things the id is written', () => {
    const duty = { ...DUTY, id: 'x' };
    const duties = Array.from({ length: 101 }, (_, index) => ({ ...duty, id: `duty-${index}` }));
    const page = pagesOf([source('a-first', { duties })])[FORMS.findIndex(({ id }) => id === 'duty')];
    const question = (id: string) => page?.body.find((each) => each.id === id);
    expect(question('contract')).toMatchObject({ type: 'dropdown', attributes: { default: 0 } });
    expect(question('duty')).toMatchObject({ type: 'input', attributes: { placeholder: 'creatives' } });
    expect(question('duty')?.attributes.description).toContain('too many for a list');
  });

  test('a dispute may name what the next statement may true up, and a statement after the term', () => {
    const calendar = { ...small.calendar, trueUpPeriods: 2 };
    const term = { from: '2026-01-01', to: '2026-03-31' };
    const open = [
      { period: '2026-01', line: 'sales' },
      { period: '2026-02', line: 'sales' },
    ];
    const pages = pagesOf([source('a-first', { calendar, term }, [], { open, tails: ['2026-06'] })]);
    const lines = optionsOf(pages, 'dispute', 'line')?.map((option) => option.split(' ')[0]);
    expect(lines?.slice(-2)).toEqual(['true-up/2026-02/sales', 'true-up/2026-01/sales']);
    expect(lines?.slice(0, -2)).toEqual(optionsOf(pagesOf([source('a-first')]), 'dispute', 'line')?.map((option) => option.split(' ')[0]));
    expect(optionsOf(pages, 'dispute', 'period')).toEqual(['2026-06', '2026-05', '2026-04', '2026-03', '2026-02', '2026-01']);
    // A target holds in the term alone.
    expect(optionsOf(pages, 'target-change', 'from')).toEqual(['2026-03', '2026-02', '2026-01']);
  });

  test('no tax is offered to a dispute, and no milestone or request that an acceptance has decided', () => {
    const { fees } = contractWith({
      fees: [
        { id: 'base', kind: 'retainer', amount: 1 },
        { id: 'launch', kind: 'milestone', amount: 1, due: '2026-03-31' },
        { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' },
      ],
    });
    const ids = (events: FormSource['events'], form: FormId, question: string) =>
      optionsOf(pagesOf([source('a-first', { fees }, events)]), form, question)?.map((option) => option.split(' ')[0]);
    expect(ids([], 'dispute', 'line')).toEqual(['base', 'launch']);
    expect(ids([], 'correction', 'line')).toEqual(['base', 'launch']);
    const step = { ...EVENT, milestone: 'launch', on: '2026-03-10' };
    const request = { ...step, party: 'provider' as const, kind: 'acceptance_request' as const, file: '2026-03-10-request.yaml' };
    expect(ids([request], 'acceptance', 'milestone')).toEqual(['launch']);
    expect(ids([request], 'acceptance', 'answers')).toEqual([request.file]);
    const decided = [request, { ...step, kind: 'acceptance' as const, file: '2026-03-11-accepted.yaml' }];
    expect(ids(decided, 'acceptance', 'milestone')).toBeUndefined();
    expect(ids(decided, 'acceptance', 'answers')).toBeUndefined();
  });

  test('a dispute is listed until it is resolved, the newest first', () => {
    const dispute = (file: string) => ({
      ...EVENT,
      kind: 'dispute' as const,
      file,
      line: 'sales',
      claimed: '1',
      reason: 'x',
      evidence: ['x'],
      period: '2026-02',
    });
    const resolution = { ...EVENT, kind: 'resolution' as const, file: '2026-03-12-r.yaml', answers: '2026-03-10-one.yaml', amount: '1' };
    const events = [dispute('2026-03-10-one.yaml'), dispute('2026-03-11-two.yaml'), resolution, dispute('2026-03-13-three.yaml')];
    expect(optionsOf(pagesOf([source('a-first', {}, events)]), 'resolution', 'answers')).toEqual([
      '2026-03-13-three.yaml · 2026-02 sales',
      '2026-03-11-two.yaml · 2026-02 sales',
    ]);
  });
});

/** What GitHub refuses or leaves out, by its documentation of the form schema and of its validation errors. */
function faultsOf(page: Template): string[] {
  const faults: string[] = [];
  const say = (fault: string, is: boolean) => (is ? faults.push(fault) : 0);
  say('description', [...page.description].length > 200 || page.description.trim() === '');
  const questions = questionsOf(page);
  const ids = questions.map(({ id }) => id);
  say('ids', new Set(ids).size < ids.length || ids.some((id) => !/^[A-Za-z0-9_-]+$/.test(id ?? '')));
  const labels = questions.map(({ attributes }) => attributes.label);
  say('labels', new Set(labels).size < labels.length || labels.some((label) => typeof label !== 'string' || /password/i.test(label)));
  for (const { type, attributes } of page.body) {
    say('type', !['markdown', 'input', 'textarea', 'dropdown'].includes(type));
    const allowed = { markdown: ['value'], dropdown: ['label', 'description', 'multiple', 'options', 'default'] }[type];
    say(
      'attributes',
      Object.keys(attributes).some((name) => !(allowed ?? ['label', 'description', 'placeholder', 'value']).includes(name)),
    );
    for (const text of [attributes.label, attributes.description, attributes.placeholder, attributes.value]) {
      say('empty', text !== undefined && (typeof text !== 'string' || text.trim() === ''));
    }
    if (type !== 'dropdown') continue;
    const options = attributes.options ?? [];
    say('options', options.length === 0 || new Set(options).size < options.length || options.some((option) => typeof option !== 'string'));
    say(
      'none',
      options.some((option) => option.toLowerCase() === 'none'),
    );
    say('default', attributes.default !== undefined && attributes.default >= options.length);
    say('commas', attributes.multiple === true && options.some((option) => /[,，、]/.test(option)));
  }
  return faults;
}

test('GitHub takes the pages, whatever people call things, and nothing of a name is markup', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '<!-- x -->',
      '@everyone',
      '### Claimed',
      '[x](https://evil.example)',
      'a · b, c',
      'none',
      '\u202e1',
      'www.evil.example',
      '"\n- y',
    ),
  );
  const ids = fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,62}$/), { maxLength: 12 });
  fc.assert(
    fc.property(hostile, ids, fc.boolean(), (title, names, more) => {
      const duties = ['None', ...names].map((id) => ({ ...DUTY, id, title }));
      const sources = [source('a-first', { title, duties }), ...(more ? [source('b-second', { title: { en: title, zh: 'x' } })] : [])];
      const pages = formPages(formLists(sources));
      for (const [index, text] of [...pages.values()].entries()) {
        expect(text.length).toBeLessThanOrEqual(60_000);
        const page = read(text);
        expect(faultsOf(page)).toEqual([]);
        const form = FORMS[index];
        for (const { id, attributes } of questionsOf(page)) {
          const asked = form?.questions.find((question) => question.id === id);
          if (asked === undefined || asked.list === null || attributes.options === undefined || form === undefined) continue;
          for (const option of attributes.options) {
            expect(option).not.toMatch(/[<>@#[\]()`*\n\u202e]/);
            // What is chosen is read as its id.
            const { answers } = parseForm(form, 'issue-1', bodyOf(form, { ...COMPLETE, [asked.id]: option }));
            const got = answers?.texts.get(asked.id) ?? answers?.lists.get(asked.id)?.[0];
            if (answers !== null) expect(option === got || option.startsWith(`${got} · `)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('the longest page leaves out what things are called', () => {
  const long = { en: 'word '.repeat(20), zh: '词'.repeat(60) };
  const many = Array.from({ length: 100 }, (_, index) => `${'k'.repeat(58)}-${String(index).padStart(3, '0')}`);
  const duties = many.map((id) => ({ ...DUTY, id, title: long }));
  const kpis = many.flatMap((id) => small.kpis.slice(0, 1).map((kpi) => ({ ...kpi, id, title: long })));
  const sources = Array.from({ length: 100 }, (_, index) =>
    source(`contract-${String(index).padStart(3, '0')}-${'x'.repeat(24)}`, { title: long, duties, kpis }),
  );
  for (const text of formPages(formLists(sources)).values()) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100_000);
});

test('labels name a form only alone', () => {
  expect(formOf([])).toBeNull();
  expect(formOf(['bug', 'form:payment'])?.id).toBe('payment');
  expect(formOf(['form:payment', 'form:dispute'])).toBeNull();
});

test.each([
  ['form/12', 12],
  ['form/0', null],
  ['form/012', null],
  ['form/12/x', null],
  ['xform/12', null],
  ['form/99999999999', null],
])('branch %s', (branch, issue) => {
  expect(issueOfBranch(branch)).toBe(issue);
  if (issue !== null) expect(formBranch(issue)).toBe(branch);
});
