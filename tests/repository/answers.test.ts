import { expect, test } from 'vitest';
import { faultOf, type GivenAnswers, lackingIn, readAnswers } from '../../src/repository/answers.js';
import { askedOf, readEngineSource, specOf } from '../../src/repository/engine.js';
import { askRest } from '../../src/running/ask-rest.js';

const NOTHING: GivenAnswers = {
  ...{ brand: null, provider: null, brandPeople: [], providerPeople: [], currency: null, timezone: null },
  ...{ locale: 'en', engine: 'duckdb', project: null, location: null },
};
const ALL: GivenAnswers = {
  ...NOTHING,
  ...{ brand: 'Harbour Tea', provider: '北光', currency: 'USD', timezone: 'Asia/Shanghai' },
  ...{ brandPeople: ['Ana Reyes=583231:ana-reyes', '周莉=9'], providerPeople: ['李波 = 7781920:@bobli', 'Ana Reyes=77'] },
};

test('what lacks is asked in the order in which people think of it', () => {
  expect(lackingIn(NOTHING)).toEqual(['brand', 'brandPeople', 'provider', 'providerPeople', 'currency', 'timezone']);
  expect(lackingIn({ ...NOTHING, engine: 'bigquery' }).slice(-2)).toEqual(['project', 'location']);
  expect(lackingIn(ALL)).toEqual([]);
});

test('people get a short name each: of their own, of their login, or of their party', () => {
  const { value, issues } = readAnswers(ALL);
  expect(issues).toEqual([]);
  expect(value?.parties.brand.people).toEqual([
    { id: 'ana_reyes', name: 'Ana Reyes', github: 583231, login: 'ana-reyes' },
    { id: 'brand_2', name: '周莉', github: 9, login: null },
  ]);
  expect(value?.parties.provider.people).toEqual([
    { id: 'bobli', name: '李波', github: 7781920, login: 'bobli' },
    { id: 'provider_2', name: 'Ana Reyes', github: 77, login: null },
  ]);
});

test('everything that is wrong is said at once', () => {
  const { value, issues } = readAnswers({ ...ALL, currency: 'doubloons', timezone: 'Peking', brandPeople: ['alice'], provider: null });
  expect(value).toBeNull();
  expect(issues.map(({ code, params }) => [code, params.found ?? params.options])).toEqual([
    ['new-lacks', ['--provider']],
    ['new-person', 'alice'],
    ['unknown-currency', 'doubloons'],
    ['unknown-zone', 'Peking'],
  ]);
});

test('a zone by its distance from Greenwich is none, and the likely one is named', () => {
  for (const found of ['GMT+8', 'UTC+8', '+08:00']) {
    const fault = faultOf('timezone', found);
    expect(fault).toMatchObject({ code: 'unknown-zone', params: { found, corrected: 'Asia/Shanghai' } });
  }
  expect(faultOf('timezone', 'CST')?.params).toMatchObject({ corrected: 'Asia/Shanghai', otherwise: 'America/Chicago' });
  expect(faultOf('timezone', '东八区')).toBeNull();
  expect(readAnswers({ ...ALL, timezone: '东八区' }).value?.timezone).toBe('Asia/Shanghai');
});

test.each(['周爱丽=1：zhouali', '周爱丽＝1:zhouali', '周爱丽 ＝ 1 ： @zhouali'])(
  '%s is a person, whichever width the signs have',
  (typed) => {
    const { value } = readAnswers({ ...ALL, brandPeople: [typed] });
    expect(value?.parties.brand.people).toEqual([{ id: 'zhouali', name: '周爱丽', github: 1, login: 'zhouali' }]);
  },
);

test.each(['Ana=0', 'Ana=', '=5', 'Ana=5.5', 'Ana=99999999999999999', 'Ana=5:-a', 'Ana=5:a b', '5', ''])('%j says nobody', (found) => {
  expect(faultOf('brandPeople', found)?.code).toBe('new-person');
});

/** Answers one question after the other; what was asked is kept. */
async function told(answers: readonly string[], given = NOTHING) {
  const asked: string[] = [];
  const found = await askRest(given, async (question) => {
    asked.push(question);
    return answers[asked.length - 1] ?? 'no more answers';
  });
  return { asked, found };
}

test('a person at a terminal is asked for what lacks, again where an answer cannot be, and with what is usual', async () => {
  const { asked, found } = await told([
    '',
    'Harbour Tea',
    'alice',
    'Ana=11:ana',
    'Ann=12',
    '',
    'Northlight',
    'Bob=21',
    '',
    'doubloons',
    '',
    'UTC',
  ]);
  expect(readAnswers(found).value).toMatchObject({
    currency: 'USD',
    timezone: 'UTC',
    parties: { brand: { people: [{ id: 'ana' }, { id: 'ann' }] } },
  });
  expect(asked).toEqual([
    'Who pays (the brand): ',
    'Who pays (the brand): ',
    'Somebody who signs for Harbour Tea, as Alice Zhou=583231:alice-z; the number is `id` of https://api.github.com/users/<login>: ',
    '"alice" does not say who signs\nWrite Name=id or Name=id:login, as Alice Zhou=583231:alice-z; the id is shown by `gh api users/<login> --jq .id`.\nSomebody who signs for Harbour Tea, as Alice Zhou=583231:alice-z; the number is `id` of https://api.github.com/users/<login>: ',
    'Another one for Harbour Tea (empty: no more): ',
    'Another one for Harbour Tea (empty: no more): ',
    'Who is paid (the provider): ',
    'Somebody who signs for Northlight, as Bob Li=7781920:boblinkstar: ',
    'Another one for Northlight (empty: no more): ',
    'Currency of what is paid [USD]: ',
    'doubloons is no currency code of ISO 4217.\nWrite a code such as USD, CNY or JPY.\nCurrency of what is paid [USD]: ',
    'Zone in which days are counted [Asia/Shanghai]: ',
  ]);
});

test('what was typed is not asked', async () => {
  expect((await told([], ALL)).asked).toEqual([]);
  expect((await told(['CNY'], { ...ALL, currency: null, locale: 'zh' })).asked).toEqual(['付款币种 [USD]: ']);
});

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

test.each([
  ['./packed/concord-0.1.0.tgz', './packed/concord-0.1.0.tgz', 'file:engine/concord-0.1.0.tgz'],
  ['engine/concord-0.1.0.tgz', './engine/concord-0.1.0.tgz', 'file:engine/concord-0.1.0.tgz'],
  ['C:\\packed\\concord-0.1.0.tgz', 'C:\\packed\\concord-0.1.0.tgz', 'file:engine/concord-0.1.0.tgz'],
  [
    `https://example.com/c/concord.git#${COMMIT}`,
    `git+https://example.com/c/concord.git#${COMMIT}`,
    `git+https://example.com/c/concord.git#${COMMIT}`,
  ],
  [
    `git+ssh://git@example.com/c/concord.git#${COMMIT}`,
    `git+ssh://git@example.com/c/concord.git#${COMMIT}`,
    `git+ssh://git@example.com/c/concord.git#${COMMIT}`,
  ],
])('%s pins an engine', (typed, asked, spec) => {
  const source = readEngineSource(typed);
  expect(source).not.toBeNull();
  if (source !== null) expect([askedOf(source), specOf(source)]).toEqual([asked, spec]);
});

test.each([
  ...[
    '0.1.0',
    'concord@1.2.3-rc.1',
    'latest',
    '^0.1.0',
    '0.1',
    'concord',
    'other@0.1.0',
    'concord.git#main',
    'https://example.com/c.git#main',
  ],
  ...[
    `https://example.com/c.git#${COMMIT.slice(1)}`,
    'https://example.com/concord-0.1.0.tgz',
    'a.tgz; rm -rf ~',
    'a.tgz && b.tgz',
    '$(x).tgz',
    '"a.tgz',
  ],
])('%s pins none', (typed) => {
  expect(readEngineSource(typed)).toBeNull();
});
