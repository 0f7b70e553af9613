import { expect, test } from 'vitest';
import { medium } from '../../src/media/terminal.js';
import type { ExitPlan } from '../../src/provision/exit-plan.js';
import { exitBlocks } from '../../src/report/exit.js';
import { relationship } from '../settlement/relationship.js';

const { contract } = relationship({ fees: [{ id: 'ads', title: 'Media', kind: 'pass_through', cost: 'gmv', upTo: 100 }] }).terms;

test('lines that are still open are called as in a statement, each with its period', () => {
  const plan: ExitPlan = {
    ...{ contract: 'acme', asOf: '2026-04-20', noticeDays: null, handoverDays: 0, checklist: [], exports: [], revoked: [] },
    exit: { endsOn: '2026-04-10', accessUntil: '2026-04-10', expiresAt: '2026-04-10T16:00:00Z', state: 'over', termination: null },
    final: {
      ...{ state: 'tails', settledTo: '2026-04', finalPeriod: '2026-07', finalDueOn: '2026-08-05', balance: null },
      openLines: [
        { line: 'ads/excess', state: 'held' },
        { line: '2026-03/ads/excess', state: 'held' },
        { line: 'true-up/2026-02/ads', state: 'held' },
      ],
    },
  };
  const page = medium.print(
    { document: () => null, blocks: (locale) => exitBlocks(plan, contract, locale) },
    { locale: 'zh', color: false, width: 200 },
  );
  expect(page).toContain('2026-04 · 代垫超限部分、2026-03 · 代垫超限部分、往期补差 2026-02 · Media');
});
