import { expect, test } from 'vitest';
import { inlineText } from '../../src/report/blocks.js';
import { anomalySection } from '../../src/report/check-sections.js';
import type { ReportContext } from '../../src/report/report-context.js';
import { wording } from '../../src/report/wording.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';

/*
 * The command that acknowledges all that is flagged at once names all of it. Every day brings 95 to 105 by both tools; on 5 February one of
 * them has 5,000, so that the day stands out and the two lie some 4,900 of 7,700 apart.
 */

const gmv = { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' };
const words = {
  ...definitions(false),
  measures: { ...(definitions(false).measures as object), other: { definition: 'of a tool', of: 'sales', sum: 'tool', when: 'ts' } },
  metrics: { gmv },
  reconcile: [{ id: 'shop-vs-tool', left: 'revenue', right: 'other', tolerance: '5%', onBreach: 'flag' }],
};
const fees = [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 'from 0': '10%' } }];

/** Days are not all alike: what is beside them always the same would stand out by a cent. */
const usual = (at: number) => String(95 + ((at * 7) % 11));
const days = (count: number, fifth = usual(4)) => Array.from({ length: count }, (_, at) => (at === 4 ? fifth : usual(at)));

/** The hint below what is flagged in February's statement. */
function hint(fifth: string, review: boolean, where: Partial<ReportContext> = {}): string {
  const { terms } = relationship({ fees, ...(review ? { review: { every: 'month' } } : {}) }, words);
  const ledger = settleDays(
    terms,
    [],
    [
      { asOf: '2026-02-05', values: { '2026-01': { revenue: days(31), other: days(31) } } },
      {
        asOf: '2026-03-05',
        values: { '2026-01': { revenue: days(31), other: days(31) }, '2026-02': { revenue: days(28, fifth), other: days(28) } },
      },
    ],
  );
  const statement = ledger[1]?.statement;
  if (statement === undefined) throw new Error('no statement');
  const context = { terms, history: [], events: [], before: null, disputedFrom: new Map(), ...where };
  const blocks = anomalySection(statement, context, wording(terms, 'en'));
  const told = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return told.flatMap((spans) => [inlineText(spans), ...spans.flatMap(({ href = [] }) => href)]).join('\n');
}

test('the command names anomalies and reconciliations, in one', () => {
  for (const review of [true, false]) {
    expect(hint('5000', review)).toContain(
      'concord event test-relationship review party=brand period=2026-02 "acknowledges=[revenue@2026-02-05, shop-vs-tool]" "findings=[...]"',
    );
  }
});

test('a page leads to the form, all of it filled in, and names it where there is none to open', () => {
  const named = 'acknowledges all of them by a review with acknowledges: [revenue@2026-02-05, shop-vs-tool]: Record a review';
  const linked = hint('5000', true, { repository: 'https://github.example/b/c' });
  expect(linked).toContain(named);
  expect(new URL(linked.split('\n').at(-1) ?? '').searchParams.get('acknowledges')).toBe('revenue@2026-02-05\nshop-vs-tool');
  const page = hint('5000', true, { today: '2026-03-06' });
  expect(page).toContain(named);
  expect([linked, page].join()).not.toContain('concord event');
});

test('nothing flagged, no command', () => expect(hint(usual(4), true)).toBe(''));
