import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { movableTargets } from '../../src/amendment/movable-targets.js';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { eventKinds } from '../../src/contract/event-kinds/event-kinds.js';
import type { Contract, Terms } from '../../src/contract/model.js';
import { FORM_OF } from '../../src/forms/event-text.js';
import type { FormSource } from '../../src/forms/form-lists.js';
import { formFile, formPages } from '../../src/forms/form-page.js';
import { FORMS, type FormId, formBranch, formOf, issueOfBranch } from '../../src/forms/forms.js';
import { optionTitle } from '../../src/forms/option-title.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { addDays } from '../../src/kernel/calendar.js';
import { nameableOn } from '../../src/settlement/nameable.js';
import { contractWith } from '../gate/scenario.js';
import { REPOSITORY, runCli } from '../run-cli.js';
import { relationship } from '../settlement/relationship.js';
import { bodyOf } from './body.js';

/* The pages of the forms: what the parser reads, in the form that GitHub takes, whatever the contracts call things. */

/** The day on which the repository’s own forms were written: what its contracts could be told then. */
const WRITTEN_ON = '2026-11-30';
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
const pagesOf = (sources: readonly FormSource[]) => [...formPages(sources).values()].map(read);
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
  const { code, stdout } = await runCli(['forms', '--check', '--as-of', WRITTEN_ON, '--root', REPOSITORY]);
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
const { terms: WHOLE } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 1 }] });
const KINDS = Object.keys(eventKinds) as (keyof typeof eventKinds)[];

/** What may be filed of the contract on a day; without a ledger, nothing has been settled. */
function source(
  id: string,
  over: Partial<Contract> = {},
  events: readonly ContractEvent[] = [],
  { date = '2026-03-15', can = {} }: { readonly date?: string; readonly can?: Partial<FormSource['can']> } = {},
): FormSource {
  const contract = { ...small, id, ...over };
  const terms: Terms = { ...WHOLE, contract };
  return {
    contract,
    can: { ...nameableOn({ terms, events, ledger: [] }, date, ''), ...can },
    kinds: KINDS,
    targets: movableTargets(terms, { asOf: date, settled: new Set() }, null),
  };
}

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

  test('a dispute may name what was settled and can still be disputed: of the term and after it, a true-up of an earlier period too', () => {
    const fees = contractWith({
      fees: [
        { id: 'sales', title: 'Sales', kind: 'commission', base: 'gmv', tiers: { 'from 0': '3%' } },
        { id: 'base', kind: 'retainer', amount: 1 },
        { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' },
      ],
    }).fees;
    const line = (period: string, id: string) => ({ party: 'brand' as const, period, line: id, amount: '1.00' });
    const disputable = [
      line('2026-03', 'true-up/2026-01/sales'),
      line('2026-03', 'base'),
      line('2026-03', 'sales'),
      line('2027-01', 'base'),
    ];
    const pages = pagesOf([source('a-first', { fees }, [], { can: { disputable } })]);
    expect(optionsOf(pages, 'dispute', 'period')).toEqual(['2027-01', '2026-03']);
    expect(optionsOf(pages, 'dispute', 'line')).toEqual([
      'sales · Sales',
      'base · Retainer / 固定服务费',
      'true-up/2026-01/sales · True-up 2026-01 Sales / 往期补差 2026-01 Sales',
    ]);
    // a tax is in no list: no period that is over has been settled, so each line of a fee could be named
    expect(optionsOf(pagesOf([source('a-first', { fees })]), 'dispute', 'line')).toEqual(['sales · Sales', 'base · Retainer / 固定服务费']);
    expect(optionsOf(pagesOf([source('a-first', { fees })]), 'correction', 'line')).toEqual([
      'sales · Sales',
      'base · Retainer / 固定服务费',
    ]);
  });

  test('a line that contracts call differently has each name; what exceeds a limit and what is recovered are called as in a statement', () => {
    const called = (title: string) =>
      contractWith({
        fees: [
          { id: 'ads', title, kind: 'pass_through', cost: 'gmv', upTo: 100 },
          { id: 'floor', title: 'Floor', kind: 'guarantee', amount: 5, recoverable: true },
        ],
      }).fees;
    const pages = pagesOf([source('a-first', { fees: called('Media') }), source('b-second', { fees: called('Ads') })]);
    expect(optionsOf(pages, 'correction', 'line')).toEqual([
      'ads · Media | Ads',
      'ads/excess · Pass-through above its limit / 代垫超限部分',
      'floor · Floor',
      'floor/recovery · Recovery of the guarantee / 保底回收',
    ]);
  });

  test('a target holds from a period on that has not begun, with the notice; what is over is no choice', () => {
    const amendments = { noticeDays: 20, maxTargetChange: null, maxDrift: null, minPeriodsBetween: null };
    const term = { from: '2026-01-01', to: '2026-06-30' };
    const from = (over: Partial<Contract>, date: string) =>
      optionsOf(pagesOf([source('a-first', { term, ...over }, [], { date })]), 'target-change', 'from');
    expect(from({}, '2026-03-15')).toEqual(['2026-06', '2026-05', '2026-04']);
    expect(from({ amendments }, '2026-03-12')).toEqual(['2026-06', '2026-05', '2026-04']);
    expect(from({ amendments }, '2026-03-13')).toEqual(['2026-06', '2026-05']);
    // nothing is left to change: the page says so, and asks for what it would have asked
    const page = pagesOf([source('a-first', { term }, [], { date: '2026-06-01' })])[0];
    expect(page?.body.find(({ id }) => id === 'from')).toMatchObject({ type: 'input' });
    expect(page?.body.find(({ id }) => id === 'contract')?.attributes.description).toContain('nothing to choose from');
  });

  test('steps of a target keep their distance; one that is there already can be brought forward', () => {
    const amendments = { noticeDays: 0, maxTargetChange: null, maxDrift: null, minPeriodsBetween: 3 };
    const [kpi] = small.kpis;
    if (kpi === undefined) throw new Error('no KPI');
    const stepped = (...steps: [string, string][]) => [{ ...kpi, target: steps.map(([from, value]) => ({ from, value })) }];
    const from = (kpis: Contract['kpis']) =>
      optionsOf(pagesOf([source('a-first', { amendments, kpis, fees: small.fees }, [], { date: '2026-03-15' })]), 'target-change', 'from');
    // steps of 2026-02 and 2026-07: 04 and 05 are too near to one of them or both, unless the second is brought forward to 05 or 06
    expect(from(stepped(['2026-01', '100'], ['2026-02', '110'], ['2026-07', '120']))).not.toContain('2026-04');
    expect(from(stepped(['2026-01', '100'], ['2026-02', '110'], ['2026-07', '120']))).toContain('2026-05');
  });

  test('no milestone or request that an acceptance has decided is offered', () => {
    const { fees } = contractWith({
      fees: [
        { id: 'base', kind: 'retainer', amount: 1 },
        { id: 'launch', kind: 'milestone', amount: 1, due: '2026-03-31' },
      ],
    });
    const ids = (events: readonly ContractEvent[], question: string) =>
      optionsOf(pagesOf([source('a-first', { fees }, events)]), 'acceptance', question)?.map((option) => option.split(' ')[0]);
    const step = { ...EVENT, milestone: 'launch', on: '2026-03-10' };
    const request = { ...step, party: 'provider' as const, kind: 'acceptance_request' as const, file: '2026-03-10-request.yaml' };
    expect(ids([request], 'milestone')).toEqual(['launch']);
    expect(ids([request], 'answers')).toEqual([request.file]);
    // it waits already, and nothing is asked for a second time
    expect(ids([request], 'step')).toEqual(['Accept', 'Refuse']);
    const decided = [request, { ...step, kind: 'acceptance' as const, file: '2026-03-11-accepted.yaml' }];
    expect(ids(decided, 'milestone')).toBeUndefined();
    expect(ids(decided, 'answers')).toBeUndefined();
  });

  test('a dispute is listed until it is resolved, the newest first, and can be taken to the expert until it lapses', () => {
    const dispute = (date: string, name: string) => ({
      ...EVENT,
      date,
      kind: 'dispute' as const,
      file: `${date}-${name}.yaml`,
      line: 'sales',
      claimed: '1',
      reason: 'x',
      evidence: ['x'],
      period: '2026-02',
    });
    const resolution = { ...EVENT, kind: 'resolution' as const, file: '2026-03-12-r.yaml', answers: '2026-03-10-one.yaml', amount: '1' };
    const events = [dispute('2026-03-10', 'one'), dispute('2026-03-11', 'two'), resolution, dispute('2026-03-13', 'three')];
    const listed = (form: FormId, date: string) => optionsOf(pagesOf([source('a-first', {}, events, { date })]), form, 'answers');
    const [three, two] = ['2026-03-13-three.yaml · 2026-02 sales', '2026-03-11-two.yaml · 2026-02 sales'];
    expect(listed('resolution', '2026-03-15')).toEqual([three, two]);
    const lapses = (filed: string) => addDays(filed, small.disputes.days);
    expect(listed('escalation', addDays(lapses('2026-03-11'), -1))).toEqual([three, two]);
    expect(listed('escalation', lapses('2026-03-11'))).toEqual([three]);
    expect(listed('escalation', lapses('2026-03-13'))).toBeUndefined();
  });

  test('a treatment that no KPI of the contracts can have is not offered', () => {
    const treatments = (id: string) =>
      optionsOf(pagesOf([source(id)]), 'exclusion', 'treatment')?.map((option) => option.split(' ').slice(0, 2).join(' '));
    // its only KPI grows with time
    expect(treatments('a-first')).toEqual(['Leave rows', 'Do not']);
  });

  test('what may be chosen together says so, and a name keeps its ampersand', () => {
    const [page] = pagesOf([source('a-first', { title: 'North & Light x Tom & Jerry’s “A” (EU)' })]).slice(1);
    const question = (id: string) => page?.body.find((each) => each.id === id)?.attributes;
    expect(question('contract')?.options).toEqual(['a-first · North & Light x Tom & Jerry’s “A” (EU)']);
    expect(question('kpis')).toMatchObject({ multiple: true, description: 'One or several · 可多选' });
    expect(question('kpis')?.label).not.toContain('comma');
    expect(optionTitle('&lt;b&gt; &#35;1 AT&T; R&D')).toBe('lt;b gt; 35;1 AT T; R&D');
  });

  test('a name keeps its colon before a space, and has semicolons for the commas that part options', () => {
    expect(optionTitle('Paid media: Meta, Google')).toBe('Paid media: Meta; Google');
    expect(optionTitle('广告，含税、含运费')).toBe('广告；含税；含运费');
    // no picture, no link, no other character
    expect(optionTitle(':tada: https://a.example/b: c')).toBe('tada: https a.example b: c');
    expect(optionTitle('&lt,b')).toBe('lt;b');
    expect(optionTitle('a:b :c:')).toBe('a b c');
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
      const pages = formPages(sources);
      for (const [index, text] of [...pages.values()].entries()) {
        expect(text.length).toBeLessThanOrEqual(60_000);
        const page = read(text);
        expect(faultsOf(page)).toEqual([]);
        const form = FORMS[index];
        for (const { id, attributes } of questionsOf(page)) {
          const asked = form?.questions.find((question) => question.id === id);
          if (asked === undefined || asked.list === null || attributes.options === undefined || form === undefined) continue;
          for (const option of attributes.options) {
            expect(option).not.toMatch(/[<>@#[\]`*\n\u202e]|&#?\w+;/);
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
  const one = source('one', { title: long, duties, kpis });
  const named = (index: number) => `contract-${String(index).padStart(3, '0')}-${'x'.repeat(24)}`;
  const sources = many.map((_, index) => ({ ...one, contract: { ...one.contract, id: named(index) } }));
  for (const text of formPages(sources).values()) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100_000);
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
