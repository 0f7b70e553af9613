import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FORMS, formBranch, formOf, issueOfBranch } from '../../src/forms/forms.js';

/* The parser's questions are those of the issue forms that GitHub shows, word for word. */

const FOLDER = new URL('../../.github/ISSUE_TEMPLATE/', import.meta.url);
const HAN = /\p{Script=Han}/u;

interface Element {
  readonly type: string;
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly value?: string;
    readonly description?: string;
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

const templates = readdirSync(FOLDER)
  .filter((file) => file !== 'config.yml')
  .sort();
const read = (file: string) => parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Template;

test('every form has its template, in the order of the list', () => {
  expect(templates).toEqual(FORMS.map(({ id }, index) => `${index + 1}-${id}.yml`));
});

test('issues without a form stay possible', () => {
  expect(parse(readFileSync(new URL('config.yml', FOLDER), 'utf8'))).toEqual({ blank_issues_enabled: true });
});

describe.each(FORMS.map((form, index) => ({ form, file: `${index + 1}-${form.id}.yml` })))('$file', ({ form, file }) => {
  const template = read(file);
  const questions = template.body.filter(({ type }) => type !== 'markdown');

  test('asks what the parser reads', () => {
    expect(
      questions.map(({ id, attributes, validations }) => ({ id, label: attributes.label, required: validations?.required ?? false })),
    ).toEqual(form.questions.map(({ id, label, required }) => ({ id, label, required })));
  });

  test('gives each answer the field that fits it', () => {
    const types = { line: 'input', pattern: 'input', names: 'input', text: 'textarea', items: 'textarea', choice: 'dropdown' };
    expect(questions.map(({ type }) => type)).toEqual(form.questions.map(({ answer }) => types[answer.kind]));
    for (const [index, { answer }] of form.questions.entries()) {
      expect(questions[index]?.attributes.options).toEqual(answer.kind === 'choice' ? Object.keys(answer.options) : undefined);
    }
  });

  test('sets the one label by which the form is known', () => {
    expect(template.labels).toEqual([form.label]);
    expect(formOf(template.labels)).toBe(form);
  });

  test('speaks both languages, with labels that GitHub takes', () => {
    const texts = [
      template.name,
      template.description,
      ...template.body.flatMap(({ attributes }) => attributes.label ?? attributes.value ?? []),
    ];
    for (const text of texts) {
      expect(text).toMatch(HAN);
      expect(text).toMatch(/[A-Za-z]{2}/);
    }
    const labels = questions.map(({ attributes }) => attributes.label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { id } of questions) expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('its examples are answers of their questions', () => {
    for (const { answer } of form.questions) if (answer.kind === 'pattern') expect(answer.example).toMatch(answer.pattern);
  });
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
