import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { wordsOf } from '../issue-words.js';
import { editedFiles, GOOD_ID } from './good-contract.js';

function answer(find: string, replacement: string): string {
  const { issues } = loadContract(GOOD_ID, editedFiles([['contract.yaml', find, replacement]]));
  return issues.map((each) => `${each.code}: ${wordsOf(each, 'en').fix}`).join(' / ');
}

const GATE = 'metric: gross_margin, atLeast: 30%';
const gate = (text: string) => answer(GATE, `metric: gross_margin, ${text}`);

test('words of the same side are left out', () => {
  for (const text of ['≥30%', '至少30%']) expect(gate(`atLeast: ${text}`)).toBe('value-slip: Write atLeast: 30%');
  for (const text of ['<= 30%', '不超过30%']) expect(gate(`atMost: ${text}`)).toBe('value-slip: Write atMost: 30%');
});

test('words of the other side are another bound, of a gate that of the other name', () => {
  const other = 'bound-other-side: Write atMost: 30% (or atLeast: 30%, if that was meant)';
  for (const text of ['<= 30%', '≤30%', '不超过30%']) expect(gate(`atLeast: ${text}`)).toBe(other);
  expect(gate('atMost: ≥30%')).toBe('bound-other-side: Write atLeast: 30% (or atMost: 30%, if that was meant)');
});

test('a sign that no field can begin with is put in quotes where it bounds the other side', () => {
  expect(gate('atLeast: >= 30%')).toMatch(/^yaml-syntax: Write .*atLeast: 30%/);
  expect(gate('atMost: >= 30%')).toBe('yaml-syntax: Write atMost: ">= 30%"');
});

test('a minimum has no other bound to be', () => {
  expect(answer('metric: ad_spend, atLeast: 10000', 'metric: ad_spend, atLeast: <10000')).toBe(
    'bound-other-side: Write the number alone, if atLeast is meant; or say the clause in another way.',
  );
});
