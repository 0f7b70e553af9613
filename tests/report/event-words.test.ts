import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Filter } from '../../src/contract/model.js';
import { eventWords } from '../../src/report/event-words.js';
import { filterWords } from '../../src/report/filter-words.js';
import { wording } from '../../src/report/wording.js';
import { FIELD_NAMES } from '../../src/words/amendment.js';
import { EVENT_FIELDS, EVENT_VALUES } from '../../src/words/event-fields.js';
import { editedFiles, GOOD_ID } from '../contract/good-contract.js';
import { relationship } from '../settlement/relationship.js';

/* What a comment says of an event and of a filter, as somebody reads it who never saw the files. */

function eventOf(text: string): ContractEvent {
  const files = editedFiles([], { 'events/2026-02-10-said.yaml': text });
  const event = loadContract(GOOD_ID, files).folder?.events.find(({ file }) => file === '2026-02-10-said.yaml');
  if (event === undefined) throw new Error(JSON.stringify(loadContract(GOOD_ID, files).issues));
  return event;
}

const number = (value: string) => ({ type: 'number' as const, value });
const string = (value: string) => ({ type: 'string' as const, value });

describe('a filter in words', () => {
  const cases: readonly [Filter, string, string][] = [
    [{ column: 'state', op: 'eq', value: string('paid') }, 'state is "paid"', 'state 为 "paid"'],
    [{ column: 'is_test', op: 'eq', value: { type: 'boolean', value: false } }, 'is_test is false', 'is_test 为 false'],
    [{ column: 'n', op: 'gte', value: number('0.5') }, 'n ≥ 0.5', 'n ≥ 0.5'],
    [{ column: 's', op: 'in', values: [string('a'), string('1')] }, 's is one of "a", "1"', 's 为 "a"、"1" 之一'],
    [{ column: 's', op: 'notIn', values: [string('a')] }, 's is neither empty nor one of "a"', 's 不为空且不为 "a"'],
    [{ column: 'n', op: 'between', low: number('1'), high: number('9') }, 'n is from 1 to 9', 'n 在 1 至 9 之间（含两端）'],
    [{ column: 'n', op: 'isNull', value: true }, 'n is empty', 'n 为空'],
    [{ column: 'n', op: 'isNull', value: false }, 'n is not empty', 'n 不为空'],
    [
      {
        all: [
          { column: 'n', op: 'lt', value: number('5') },
          {
            any: [
              { column: 'a', op: 'eq', value: number('1') },
              { column: 'b', op: 'gt', value: number('2') },
            ],
          },
        ],
      },
      'n < 5 and (a is 1 or b > 2)',
      'n < 5，且 (a 为 1 或 b > 2)',
    ],
  ];
  test.each(cases)('%j', (filter, en, zh) => {
    expect([filterWords(filter, 'en'), filterWords(filter, 'zh')]).toEqual([en, zh]);
  });
});

describe('an event in words', () => {
  test('what nobody sees in its texts is written out, as in terms; a new line is a space', () => {
    // signs that hide themselves are refused in a reference
    const reference = '"a\\rb\\u2028c  d"';
    const event = eventOf(`kind: payment\nparty: brand\namount: 1\non: 2026-02-01\nreference: ${reference}\n`);
    expect(eventWords(event, 'USD', 'en')).toContain('reference: a⟨U+000D⟩b⟨U+2028⟩c ⟨U+0020⟩d');
    const prose = eventOf('kind: payment\nparty: brand\namount: 1\non: 2026-02-01\nreference: |\n  one\n    two\n\n  three\n');
    expect(eventWords(prose, 'USD', 'en')).toContain('reference: one two three');
  });

  test('a dispute names its settlement period, not a period as a rhythm', () => {
    const event = eventOf(
      'kind: dispute\nparty: brand\nperiod: 2026-01\nline: base\nclaimed: 2500.50\nreason: Two weeks were missed\nevidence: [mail of 3 February]\n',
    );
    expect(eventWords(event, 'USD', 'en')).toBe(
      'filed by: the brand; settlement period: 2026-01; line: base; should be: 2,500.50; reason: Two weeks were missed; evidence: mail of 3 February',
    );
    expect(eventWords(event, 'USD', 'zh')).toBe(
      '提交方：品牌方；结算期：2026-01；结算项目：base；主张金额：2,500.50；原因：Two weeks were missed；证明材料：mail of 3 February',
    );
  });

  test('a page about the contract calls party and line as it does elsewhere', () => {
    const event = eventOf('kind: dispute\nparty: brand\nperiod: 2026-01\nline: base\nclaimed: 1\nreason: late\nevidence: [mail]\n');
    const { terms } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 1000 }] });
    expect(eventWords(event, 'USD', 'zh', ['period'], wording(terms, 'zh'))).toBe(
      '提交方：Brand；结算项目：固定服务费 · base；主张金额：1.00；原因：late；证明材料：mail',
    );
  });

  test('a termination says that the contract ends, and on which day', () => {
    const event: ContractEvent = {
      ...{ kind: 'termination', file: 'x', date: '2026-04-20', digest: 'd', party: 'brand', on: '2026-09-25' },
      ...{ cause: 'Closed' },
    };
    expect(eventWords(event, 'USD', 'en')).toBe('filed by: the brand; the contract ends, last day: 2026-09-25; cause: Closed');
    expect(eventWords(event, 'USD', 'zh')).toBe('提交方：品牌方；合同终止，最后有效日：2026-09-25；终止原因：Closed');
  });

  test('an exclusion says its filter and window in words', () => {
    const base = { file: 'x', date: '2026-02-10', party: null, digest: 'd' };
    const where: Filter = { column: 'country', op: 'in', values: [string('US'), string('CA')] };
    const exclusion: ContractEvent = {
      ...base,
      kind: 'exclusion',
      reason: 'tracking_outage',
      kpis: ['roas'],
      evidence: ['log'],
      treatment: { kind: 'drop', window: { instants: { from: '1770681600000000', to: '1770685200000000' } }, where },
    };
    expect(eventWords(exclusion, 'USD', 'en')).toBe(
      'reason: tracking outage; KPIs: roas; evidence: log; treatment: rows are left out; from – to: 2026-02-10T00:00:00Z – 2026-02-10T01:00:00Z; only rows where: country is one of "US", "CA"',
    );
    expect(eventWords(exclusion, 'USD', 'zh')).toBe(
      '原因：埋点故障；考核指标：roas；证明材料：log；处理方式：剔除数据行；起止：2026-02-10T00:00:00Z – 2026-02-10T01:00:00Z；仅限数据行：country 为 "US"、"CA" 之一',
    );
    const waived = { ...exclusion, treatment: { kind: 'waive' as const, periods: ['2026-01', '2026-02'], scoreAs: 'none' as const } };
    expect(eventWords(waived, 'USD', 'zh')).toBe(
      '原因：埋点故障；考核指标：roas；证明材料：log；处理方式：整期不计分；结算期：2026-01、2026-02；按此得分付款：无：按其计算的费用为 0',
    );
  });
});

/** Names of a schema's fields, wherever they stand. */
function fieldsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(fieldsOf)]
      : fieldsOf(value),
  );
}

function schema(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
}

describe('every field has a name in both languages', () => {
  /** Fields that no report says by their name: filters and texts are said as a whole, packs as what they bring. */
  const WHOLE = [
    'apiVersion',
    'en',
    'zh',
    'use',
    'pack',
    'as',
    'loads',
    'download',
    'headers',
    'site',
    'marketplace',
    'dataset',
    'account',
    'action',
    'connection',
    'giftCards',
    'not',
    'gt',
    'gte',
    'lt',
    'lte',
    'between',
  ];
  const FILTER = ['isNull', 'any', 'all', 'op', 'low', 'high', 'times', 'at', 'clause', 'file', 'line', 'contract', 'definitions'];
  const FORMULA = ['measure', 'negate'];

  test.each(['contract', 'definitions', 'workspace', 'terms'])('%s', (name) => {
    const apart = new Set([...WHOLE, ...FILTER, ...FORMULA]);
    expect([...new Set(fieldsOf(schema(name)))].filter((field) => !apart.has(field) && !Object.hasOwn(FIELD_NAMES, field))).toEqual([]);
  });

  test('events, and why something is excluded', () => {
    const apart = new Set(['kind', 'from', 'to', ...FILTER, ...WHOLE]);
    const fields = [...new Set(fieldsOf(schema('event')))];
    expect(fields.filter((field) => !apart.has(field) && !Object.hasOwn(EVENT_FIELDS, field))).toEqual([]);
    const reasons = JSON.stringify(schema('event')).match(/"enum":\[("platform_policy"[^\]]*)\]/)?.[1] ?? '[]';
    for (const reason of JSON.parse(`[${reasons}]`)) expect(Object.hasOwn(EVENT_VALUES, `reason.${reason}`), reason).toBe(true);
  });
});
