import { expect, test } from 'vitest';
import { taskForms } from '../../src/report/task-forms.js';
import type { Task } from '../../src/settlement/tasks.js';

/* Every task that a form does leads to it, with what is known filled in. */

const place = { contract: 'tea', repository: 'https://github.example/b/c', settled: '2026-02' };
const linksOf = (task: Task) =>
  taskForms(task, place, { locale: 'en' }).flatMap(({ text, href }) => {
    if (href === undefined) return [];
    const { searchParams } = new URL(href);
    searchParams.delete('template');
    return [[text, Object.fromEntries(searchParams)]];
  });
const by = { by: 'both', on: '2026-03-01' } as const;

test.each<[string, Task, [string, Record<string, string>][]]>([
  [
    'what is open',
    { ...by, task: 'pay', amount: '500.00', period: '2026-01', overdue: false },
    [['Record a payment', { about: 'tea', amount: '500.00' }]],
  ],
  [
    'what is to be paid back, which is filed below zero',
    { ...by, task: 'repay', amount: '20.00', period: null, overdue: false },
    [['Record a payment', { about: 'tea', amount: '-20.00' }]],
  ],
  ['a statement', { ...by, task: 'check', period: '2026-01' }, [['Raise a dispute', { about: 'tea 2026-01' }]]],
  [
    'a dispute',
    {
      ...by,
      task: 'resolve',
      party: 'brand',
      period: '2026-01',
      line: 'a',
      file: '2026-02-10-a.yaml',
      claimed: '400.00',
      reason: 'Free of it',
    },
    [
      ['Resolve a dispute', { about: 'tea 2026-02-10-a.yaml' }],
      ['Take a dispute to the expert', { about: 'tea 2026-02-10-a.yaml' }],
    ],
  ],
  [
    'a true-up, which waits in the last statement',
    { ...by, task: 'acknowledge', line: 'true-up/2026-01/a', moves: '-30.00', countsFrom: '2026-03-02' },
    [
      ['Record a review', { about: 'tea 2026-02', acknowledges: 'true-up/2026-01/a' }],
      ['Raise a dispute', { about: 'tea 2026-02 true-up/2026-01/a' }],
    ],
  ],
  [
    'what was flagged, each on its line',
    { ...by, task: 'review', lines: ['2026-02/a'], reason: { code: 'unreviewed', with: { ids: 'sales@2026-02-03, sales@2026-02-04' } } },
    [['Record a review', { about: 'tea 2026-02', acknowledges: 'sales@2026-02-03\nsales@2026-02-04' }]],
  ],
  [
    'a duty',
    { by: 'brand', on: '2026-03-05', task: 'duty', duty: 'photos', period: '2026-03', overdue: false, claimableUntil: null },
    [['Record that a duty was done or late', { about: 'tea 2026-03 photos' }]],
  ],
  ['a milestone', { ...by, task: 'ask', milestone: 'launch' }, [['Request or give acceptance of a milestone', { about: 'tea launch' }]]],
  ['what no form does', { ...by, task: 'hand-over', overdue: false }, []],
])('%s', (_, task, links) => {
  expect(linksOf(task)).toEqual(links);
});

test('without a forge there is nothing to link to', () => {
  expect(taskForms({ ...by, task: 'check', period: '2026-01' }, { ...place, repository: null }, { locale: 'en' })).toEqual([]);
});
