import { expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { factLines } from '../../src/notification/fact-text.js';
import { factsOf } from '../../src/notification/facts.js';
import { relationship, settleDays } from '../settlement/relationship.js';

/*
 * What messages say of a day, and to which form each line leads. January is settled on 5 February: disputable until 15 February. Photos are
 * due on the 12th of each month; somebody has measured January again on the 10th of February and found it different.
 */

const { terms, events } = relationship(
  {
    fees: [
      { id: 'base', kind: 'retainer', amount: 1000 },
      { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-31' },
    ],
    duties: [{ id: 'photos', owes: 'brand', title: 'Photos', dueDay: 12, ifLate: { kpis: ['gmv'], scoreAs: '100%' } }],
  },
  undefined,
  {
    '2026-02-10-w.yaml': {
      ...{ kind: 'witness', party: 'provider', period: '2026-01', result: 'different', engine: '0.1.0' },
      evidenceDigest: `sha256:${'1'.repeat(64)}`,
    },
  },
);
const ledger = settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '5000' } } }]);

const lines = (asOf: string, locale: Locale = 'en') =>
  factLines(
    factsOf('acme', { terms, events: events.filter(({ date }) => date <= asOf), ledger, asOf }, 'workflow', []),
    { terms: new Map([['acme', terms]]), repository: 'https://github.example/b/c' },
    { locale, reader: 'both' },
  ).map(({ text, link }) => [text, link?.text ?? null]);

test('a witness that found something else is told with until when a line may be disputed, and leads to that form', () => {
  const text =
    '- Agency has measured 2026-01 with access of its own and found it different. It pays nothing by itself: a line may be disputed up to and including 2026-02-15.';
  expect(lines('2026-02-10')).toContainEqual([text, 'Raise a dispute']);
  expect(lines('2026-02-10', 'zh').map(([said]) => said)).toContain(
    '- Agency 已独立取数核对 2026-01，结果不一致。该结果本身不影响金额：2026-02-15（含）前可就某个项目提出争议。',
  );
  expect(lines('2026-02-09').flat().join(' ')).not.toContain('measured 2026-01');
  // too late for a dispute, until a statement counts the witness
  expect(lines('2026-02-16')).toContainEqual([
    '- Agency has measured 2026-01 with access of its own and found it different. It pays nothing by itself: what is wrong is put right by the data, or by a correction of both.',
    null,
  ]);
});

test('what is to be done leads to the form by which it is done', () => {
  expect(lines('2026-02-10').slice(2)).toEqual([
    ['- In 2 days, 2026-02-12, Brand: Photos (2026-02): to be done and filed', 'Record that a duty was done or late'],
  ]);
  const asked = lines('2026-03-28').find(([text]) => text?.includes('milestone'));
  expect(asked).toEqual([
    '- In 3 days, 2026-03-31, Agency: ask for acceptance of milestone "Milestone"; after that day it can no longer be asked for',
    'Request or give acceptance of a milestone',
  ]);
});
