import { describe, expect, it } from 'vitest';
import { isAlike } from '../../src/kernel/alike.js';
import { dashboardUrl } from '../../src/kernel/dashboard-url.js';
import { hmacSha256 } from '../../src/kernel/hmac.js';
import { kept, keptAlike } from '../../src/kernel/kept.js';
import { exactly, numberField } from '../../src/kernel/number-field.js';
import { distinct, isFields, isObject } from '../../src/kernel/objects.js';
import { otherParty } from '../../src/kernel/party.js';
import { compare, rational } from '../../src/kernel/rational.js';

describe('documents that say the same', () => {
  it.each([
    ['whatever the order of their keys', { a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 }, true],
    ['what is undefined is not there', { a: 1, b: undefined }, { a: 1 }, true],
    ['on either side', { a: 1 }, { a: 1, b: undefined }, true],
    ['text', 'a', 'a', true],
    ['nothing', null, null, true],
    ['a key more on one side', { a: 1, b: 2 }, { a: 1 }, false],
    ['a key more on the other', { a: 1 }, { a: 1, b: 2 }, false],
    ['as many keys, others', { a: 1, b: undefined }, { b: undefined, c: 1 }, false],
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, false],
    ['another order of a list', [1, 2], [2, 1], false],
    ['a longer list', [1], [1, 2], false],
    ['a list and what has its keys', ['x'], { 0: 'x' }, false],
    ['nothing and an empty object', null, {}, false],
    ['an empty object and nothing', {}, null, false],
    ['text and a number', '1', 1, false],
  ])('%s', (_, one, other, alike) => {
    expect(isAlike(one, other)).toBe(alike);
    expect(isAlike(other, one)).toBe(alike);
  });
});

describe('answers that are kept', () => {
  const counting = <From, To>(make: (from: From) => To) => {
    const asked: From[] = [];
    return { asked, make: (from: From) => (asked.push(from), make(from)) };
  };

  it('are made once of the same text, and again of another', () => {
    const { asked, make } = counting((text: string) => text.length);
    const lengthOf = kept(make);
    expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual(['a', 'bb']);
  });

  it('are not kept of long texts', () => {
    const { asked, make } = counting((text: string) => text.length);
    const lengthOf = kept(make);
    const [longest, longer] = ['x'.repeat(1_000), 'x'.repeat(1_001)];
    expect([longest, longest, longer, longer].map(lengthOf)).toEqual([1_000, 1_000, 1_001, 1_001]);
    expect(asked.map((text) => text.length)).toEqual([1_000, 1_001, 1_001]);
  });

  it('are forgotten before they are too many', () => {
    const { asked, make } = counting((number: number) => number + 1);
    const next = kept(make);
    for (let number = 0; number < 20_000; number += 1) next(number);
    next(0);
    expect(asked.length).toBe(20_000);
    next(20_000);
    expect(next(0)).toBe(1);
    expect(asked.length).toBe(20_002);
  });

  it('are the same of data that say the same', () => {
    const { asked, make } = counting(({ a }: { readonly a: number }) => ({ twice: 2 * a }));
    const twice = keptAlike(make);
    const first = twice({ a: 1 });
    expect(twice({ a: 1 })).toBe(first);
    expect(twice({ a: 2 })).toEqual({ twice: 4 });
    expect(asked).toEqual([{ a: 1 }, { a: 2 }]);
  });
});

describe('numbers of a document', () => {
  it('have an exact sibling where twelve places do not hold them', () => {
    expect(numberField('share', rational('0.25'))).toEqual({ share: '0.25' });
    expect(numberField('share', rational('1/3'))).toEqual({ share: '0.333333333333', shareExact: '1/3' });
    expect(numberField('share', null)).toEqual({ share: null });
  });

  it('are read from the exact sibling where there is one', () => {
    expect(compare(exactly('0.333333333333', '1/3') ?? rational('0'), rational('1/3'))).toBe(0);
    expect(compare(exactly('0.25', undefined) ?? rational('0'), rational('1/4'))).toBe(0);
    expect(exactly(null, undefined)).toBeNull();
  });
});

describe('plain data', () => {
  it('are objects with names, lists, or neither', () => {
    const values = [{}, [], null, 'text', 1, undefined];
    expect(values.map(isObject)).toEqual([true, true, false, false, false, false]);
    expect(values.map(isFields)).toEqual([true, false, false, false, false, false]);
  });

  it('stand once, where they first came', () => {
    expect(distinct([{ a: 1 }, 'b', { a: 1 }, 'c', 'b'])).toEqual([{ a: 1 }, 'b', 'c']);
  });
});

it('the brand stands across from the provider', () => {
  expect([otherParty('brand'), otherParty('provider')]).toEqual(['provider', 'brand']);
});

it('a message is signed as RFC 4231 says (test case 2)', () => {
  const expected = Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString('base64');
  expect(hmacSha256('Jefe', 'what do ya want for nothing?')).toBe(expected);
});

it('a dashboard is opened on its table, under a title in any language', () => {
  expect(dashboardUrl({ project: 'acme-reporting', dataset: 'concord', table: 'scorecards' }, 'A & B: 记分卡')).toBe(
    'https://datastudio.google.com/reporting/create?ds.connector=bigQuery&ds.type=TABLE&ds.projectId=acme-reporting&ds.datasetId=concord&ds.tableId=scorecards&r.reportName=A%20%26%20B%3A%20%E8%AE%B0%E5%88%86%E5%8D%A1',
  );
});
