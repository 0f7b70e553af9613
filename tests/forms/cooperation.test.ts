import { expect, test } from 'vitest';
import type { Setting } from '../../src/drafting/deal.js';
import { dealOf, QUESTION_IDS } from '../../src/drafting/questions.js';
import { COOPERATION_QUESTIONS, interviewOf } from '../../src/forms/cooperation.js';
import { FORMS } from '../../src/forms/forms.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { inNoFile } from '../../src/kernel/issue.js';
import { bodyOf } from './body.js';

/* The form that prepares a cooperation asks what `concord init` asks. */

const FORM = FORMS.find(({ id }) => id === 'cooperation');
if (FORM === undefined) throw new Error('no form');

const SETTING: Setting = {
  language: 'en',
  today: '2026-12-10',
  contracts: [],
  people: ['alice', 'ann', 'bob'],
  data: 'data',
  fullNames: {},
  brandPeople: ['alice'],
  providerPeople: ['bob'],
  known: {},
};

const read = (answers: Readonly<Record<string, string>>) => {
  const { answers: found, issues } = parseForm(FORM, 'issue-12', bodyOf(FORM, answers));
  if (found === null) throw new Error(JSON.stringify(issues));
  return interviewOf(found);
};

test('it asks every question of the interview, in its order, after the language', () => {
  expect(COOPERATION_QUESTIONS.map(({ id }) => id)).toEqual(['language', ...QUESTION_IDS]);
});

test('only what has no usual answer must be answered', () => {
  const known = { ...SETTING, known: { brand: 'Acme', provider: 'Linkstar' } };
  const asked = COOPERATION_QUESTIONS.filter(({ required }) => required).map(({ id }) => id);
  expect(asked).toEqual(['language', 'exports', 'kpis']);
  const { typed } = read({ language: 'English', exports: 'shopify', kpis: 'revenue 5000', retainer: '3000' });
  expect(dealOf(typed, known, () => inNoFile('form')).deal).toMatchObject({ brand: 'Acme', from: '2027-01-01', brandSigns: ['alice'] });
});

test('its examples together are one deal without a doubt', () => {
  const examples = COOPERATION_QUESTIONS.flatMap(({ id, answer }) => ('example' in answer ? [[id, answer.example] as const] : []));
  const { typed } = read({ language: 'English', ...Object.fromEntries(examples) });
  const { deal, issues } = dealOf(typed, SETTING, () => inNoFile('form'));
  expect(issues).toEqual([]);
  expect(deal).toMatchObject({ from: '2027-01-01', to: '2027-12-31', brandSigns: ['alice', 'ann'], cap: '40000' });
});

test('the language is that of the contract, and what was left empty is no answer', () => {
  const { language, typed } = read({ language: '中文', exports: 'Shopify 订单', kpis: '销售额 5000', cap: '无' });
  expect(language).toBe('zh');
  expect([typed.get('cap'), typed.get('bonus')]).toEqual(['无', '']);
  expect(read({ language: 'English', exports: 'x', kpis: 'y', cap: 'none' }).typed.get('cap')).toBe('none');
});

test('each line below a heading is a whole question in both languages', () => {
  for (const { hint } of COOPERATION_QUESTIONS.slice(1)) {
    expect(hint).toMatch(/\p{Script=Han}/u);
    expect(hint).not.toMatch(/\{\w+\}/);
  }
});
