import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, type Form, type FormId } from '../../src/forms/forms.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { bodyOf } from './body.js';

const formNamed = (id: FormId): Form => {
  const form = FORMS.find((each) => each.id === id);
  if (form === undefined) throw new Error(id);
  return form;
};
const DISPUTE = formNamed('dispute');
const GOOD = {
  contract: 'acme-linkstar',
  period: '2026-03',
  line: 'sales',
  claimed: '4800.00',
  reason: 'Returns',
  evidence: '- mail\n* call',
};
const dispute = (answers: Readonly<Record<string, string>> = {}) => bodyOf(DISPUTE, { ...GOOD, ...answers });
const read = (body: string, form = DISPUTE) => {
  const { answers, issues } = parseForm(form, 'issue-12', body);
  return { answers, found: issues.map(({ code, at, params }) => ({ code, line: at.line, ...params })) };
};

describe('a form as GitHub writes it', () => {
  test('gives its answers by question', () => {
    const { answers, found } = read(dispute());
    expect(found).toEqual([]);
    expect(Object.fromEntries(answers?.texts ?? [])).toEqual({ ...GOOD, evidence: undefined });
    expect(Object.fromEntries(answers?.lists ?? [])).toEqual({ evidence: ['mail', 'call'] });
  });

  test('reads line ends of browsers, and ignores white space around answers', () => {
    expect(read(dispute().replaceAll('\n', '\r\n')).answers).toEqual(read(dispute()).answers);
    expect(read(dispute({ line: '\n  sales\t\n' })).answers?.texts.get('line')).toBe('sales');
  });

  test('leaves out what was not answered', () => {
    const acceptance = formNamed('acceptance');
    const body = bodyOf(acceptance, {
      contract: 'acme-linkstar',
      step: 'Accept (brand) · 验收通过（品牌方）',
      milestone: 'launch',
      on: '2026-04-28',
    });
    expect(Object.fromEntries(read(body, acceptance).answers?.texts ?? [])).toEqual({
      contract: 'acme-linkstar',
      step: 'acceptance',
      milestone: 'launch',
      on: '2026-04-28',
    });
  });

  test('names between commas of both scripts', () => {
    const exclusion = formNamed('exclusion');
    const body = bodyOf(exclusion, {
      contract: 'acme-linkstar',
      kpis: 'roas, cac，gmv、aov',
      reason: 'Fraud · 欺诈',
      treatment: 'Do not score whole periods · 整期不计分',
      evidence: 'x',
    });
    expect(read(body, exclusion).answers?.lists.get('kpis')).toEqual(['roas', 'cac', 'gmv', 'aov']);
  });

  test('text of several lines stays as it is', () => {
    expect(read(dispute({ reason: 'One\n\n## Two\n#3 `four`' })).answers?.texts.get('reason')).toBe('One\n\n## Two\n#3 `four`');
  });
});

describe('what a link says that it is about', () => {
  const { contract, period, line, ...rest } = GOOD;
  const linked = (about: string, answers: Readonly<Record<string, string>> = {}) => read(bodyOf(DISPUTE, { ...rest, about, ...answers }));

  test('stands for what need not be chosen, and comes to the same answers', () => {
    expect(linked(`${contract} ${period}  ${line}`).answers).toEqual(read(dispute()).answers);
    expect([...(linked(`${contract} ${period} ${line}`).answers?.texts.keys() ?? [])]).toEqual([
      ...(read(dispute()).answers?.texts.keys() ?? []),
    ]);
    expect(linked(contract, { period, line }).answers).toEqual(read(dispute()).answers);
    expect(linked(`${contract} ${period} true-up/2026-02/sales`).answers?.texts.get('line')).toBe('true-up/2026-02/sales');
  });

  test('leaves what it does not name to be answered', () => {
    expect(linked(`${contract} ${period}`).found).toEqual([{ code: 'form-answer-missing', line: 13, label: DISPUTE.questions[3]?.label }]);
    expect(linked('_No response_').found.map(({ code }) => code)).toEqual(Array(3).fill('form-answer-missing'));
  });

  test('is the same as what is chosen below, or nothing is filed', () => {
    expect(linked(`${contract} ${period}`, { period: '2026-03', line: 'sales · Sales commission / 销售佣金' }).answers).toEqual(
      read(dispute()).answers,
    );
    expect(linked(`${contract} ${period}`, { period: '2026-04', line }).found).toEqual([
      { code: 'form-answers-differ', line: 1, label: 'Period · 结算期', found: '2026-04', expected: '2026-03' },
    ]);
  });

  test.each([`${contract} May ${line}`, `${contract} ${period} ${line} more`, `../x`])('in the form of its answers: %s', (about) => {
    expect(linked(about, { contract, period, line }).found.map(({ code }) => code)).toEqual(['form-answer-form']);
  });
});

test('a list from which nothing was chosen is no answer, in the word that GitHub has for it', () => {
  expect(read(dispute({ line: 'None' })).found.map(({ code }) => code)).toEqual(['form-answer-missing']);
  expect(read(dispute({ reason: 'None' })).answers?.texts.get('reason')).toBe('None');
});

test('an option is its id, whatever it is called', () => {
  expect(read(dispute({ line: 'sales · Sales · 2026 / 销售' })).answers?.texts.get('line')).toBe('sales');
  const exclusion = formNamed('exclusion');
  const chosen = { contract: 'acme-linkstar', kpis: 'roas · Return on ad spend, cac · 获客成本', reason: 'Fraud · 欺诈', evidence: 'x' };
  const body = bodyOf(exclusion, { ...chosen, treatment: 'Do not score whole periods · 整期不计分' });
  expect(read(body, exclusion).answers?.lists.get('kpis')).toEqual(['roas', 'cac']);
});

describe('what is no filled-in form is refused, with its line', () => {
  const label = (id: string) => DISPUTE.questions.find((question) => question.id === id)?.label ?? '';

  test('a heading inside an answer', () => {
    expect(read(dispute({ reason: 'Because\n### Nothing\nelse' }))).toEqual({
      answers: null,
      found: [{ code: 'form-heading-unknown', line: 24, found: 'Nothing' }],
    });
  });

  test('a question answered twice: which answer counts would be a guess', () => {
    expect(read(dispute({ reason: `Because\n\n### ${label('claimed')}\n\n1.00` })).found).toEqual([
      { code: 'form-heading-twice', line: 25, label: label('claimed') },
    ]);
  });

  test('a question taken out', () => {
    expect(read(dispute().replace(`### ${label('claimed')}\n\n4800.00\n\n`, '')).found).toEqual([
      { code: 'form-heading-missing', line: 21, label: label('claimed') },
    ]);
  });

  test('questions in another order', () => {
    const [first = '', second = '', ...others] = dispute().split('\n\n### ');
    const found = read([`### ${second}`, first.replace('### ', ''), ...others].join('\n\n### ')).found;
    expect(found.map(({ code }) => code)).toEqual(['form-heading-order']);
  });

  test('text before the first question', () => {
    expect(read(`hello\n${dispute()}`).found).toEqual([{ code: 'form-outside', line: 1, found: 'hello' }]);
  });

  test.each([
    ['a comment', 'Returns <!-- claimed: 9 -->', '<!--'],
    ['a right-to-left override', 'Returns \u202e9', 'U+202E'],
    ['a zero-width space', 'Re\u200bturns', 'U+200B'],
    ['a null character', 'Returns\u0000', 'U+0000'],
    ['an escape character', 'Returns\u001b[31m', 'U+001B'],
    ['half a character', 'Returns\ud800', 'U+D800'],
    ['a tag character', 'Returns\u{E0041}', 'U+E0041'],
    ['a filler that looks like nothing', 'Returns\u3164', 'U+3164'],
  ])('%s, which the page does not show', (_, reason, found) => {
    expect(read(dispute({ reason })).found).toEqual([{ code: 'form-hidden-text', line: 23, found }]);
  });

  test('emoji and Chinese are no hidden text', () => {
    expect(read(dispute({ reason: '退货太多 👩‍👩‍👧 ❤️' })).found).toEqual([]);
  });

  test.each([
    ['contract', '../x'],
    ['period', '2026-13'],
    ['line', 'sales; drop'],
    ['claimed', '4,800'],
    ['claimed', '4800 USD'],
    ['claimed', '1e3'],
  ])('%s: %s', (id, answer) => {
    const question = DISPUTE.questions.find((each) => each.id === id);
    const expected = question?.answer.kind === 'pattern' ? question.answer.example : '';
    expect(read(dispute({ [id]: answer })).found).toMatchObject([{ code: 'form-answer-form', label: label(id), found: answer, expected }]);
  });

  test('a required answer left out', () => {
    expect(read(dispute({ claimed: '_No response_', reason: '' })).found).toEqual([
      { code: 'form-answer-missing', line: 17, label: label('claimed') },
      { code: 'form-answer-missing', line: 21, label: label('reason') },
    ]);
  });

  test('answers that are too long, or have lines where one is asked for', () => {
    expect(read(dispute({ reason: 'x'.repeat(5_001) })).found).toMatchObject([{ code: 'form-answer-long', limit: 5_000 }]);
    expect(read(dispute({ line: 'sa\nles' })).found).toMatchObject([{ code: 'form-answer-lines' }]);
    expect(read(dispute({ evidence: Array.from({ length: 51 }, () => 'x').join('\n') })).found).toMatchObject([
      { code: 'form-answer-items', found: 51, limit: 50 },
    ]);
    expect(read(dispute({ evidence: '-\n*' })).found).toMatchObject([{ code: 'form-answer-items', found: 0 }]);
    expect(read('x'.repeat(65_537)).found).toEqual([{ code: 'form-too-long', line: 1, limit: 65_536 }]);
  });

  test('an option that the list does not have', () => {
    const acceptance = formNamed('acceptance');
    const body = bodyOf(acceptance, { contract: 'acme-linkstar', step: 'toString', milestone: 'launch', on: '2026-04-28' });
    expect(read(body, acceptance).found).toMatchObject([{ code: 'form-answer-form', found: 'toString' }]);
  });

  test('everything at once', () => {
    const found = read(dispute({ contract: 'X', period: 'May', claimed: 'much' })).found;
    expect(found.map(({ code }) => code)).toEqual(['form-answer-form', 'form-answer-form', 'form-answer-form']);
  });
});

describe('whatever people write', () => {
  test('a text either is refused or gives exactly one answer per question', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...DISPUTE.questions.map(({ label }) => `### ${label}`),
        '###',
        '### ',
        '_No response_',
        '<!--',
        '',
        'sales',
        '2026-03',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fc.array(piece, { maxLength: 30 }), (form, pieces) => {
        const { answers, issues } = parseForm(form, 'issue-1', pieces.join('\n'));
        expect((answers === null) === issues.length > 0).toBe(true);
      }),
    );
  });

  test('an answer comes back as it was written, or is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (reason) => {
        const { answers } = parseForm(DISPUTE, 'issue-1', dispute({ reason }));
        if (answers !== null) expect(answers.texts.get('reason')).toBe(reason.replace(/\r\n?/g, '\n').trim());
      }),
    );
  });
});
