import { describe, expect, test } from 'vitest';
import { procedureOf } from '../../src/amendment/procedure.js';
import { diff } from '../../src/commands/run/diff.js';
import type { Locale } from '../../src/kernel/text.js';
import { contractFrame } from '../contract-frame.js';
import { contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { PEOPLE } from '../small-case.js';

/* A changed rule betters nobody's pay, and still takes protection from somebody: what it makes possible is said, and whom it matters to. */

const CHANGES: readonly (readonly [string, unknown, unknown, string, 'less' | 'more' | 'other'])[] = [
  ['amendments/noticeDays', 14, 3, 'amendments.noticeDays', 'less'],
  ['amendments/noticeDays', 3, 14, 'amendments.noticeDays', 'more'],
  // a limit protects by being low
  ['amendments/maxTargetChange', '0.2', '0.6', 'amendments.maxTargetChange', 'less'],
  ['amendments/maxDrift', '0.4', '0.3', 'amendments.maxDrift', 'more'],
  ['amendments/maxDrift', '0.4', null, 'amendments.maxDrift', 'less'],
  ['amendments/minPeriodsBetween', 3, 1, 'amendments.minPeriodsBetween', 'less'],
  ['amendments', { noticeDays: 14 }, null, 'amendments', 'less'],
  ['amendments', null, { noticeDays: 14 }, 'amendments', 'more'],
  ['parties/provider/required', 2, 1, 'parties.required', 'less'],
  ['parties/brand/signatories', ['alice', 'ann'], ['alice'], 'parties.signatories', 'less'],
  ['parties/brand/signatories', ['alice'], ['ann'], 'parties.signatories', 'other'],
  ['acceptance/days', 10, 5, 'acceptance.days', 'less'],
  ['acceptance/silence', 'waits', 'accepts', 'acceptance.silence', 'less'],
  ['acceptance/silence', 'accepts', 'waits', 'acceptance.silence', 'more'],
  ['disputes/days', 30, 60, 'disputes.days', 'more'],
  ['disputes/expert', 'A', 'B', 'disputes.expert', 'other'],
  ['exit/noticeDays', 30, 7, 'exit.noticeDays', 'less'],
  ['exit/handoverDays', 15, 30, 'exit.handoverDays', 'more'],
  ['exit/checklist', ['data_export', 'access_revocation'], ['data_export'], 'exit.checklist', 'less'],
  ['exit', { noticeDays: 30 }, null, 'exit', 'less'],
  ['review', 'month', null, 'review', 'less'],
  ['review', null, { every: 'month' }, 'review', 'more'],
  ['review/every', 'month', 'quarter', 'review', 'other'],
  ['calendar/lockAfterDays', 15, 2, 'calendar.lockAfterDays', 'less'],
  ['payment', { dueDays: 15 }, null, 'payment', 'less'],
  ['payment/dueDays', 15, 30, 'payment.dueDays', 'more'],
  ['data/owner', 'brand', 'provider', 'data.owner', 'other'],
  ['data/providerUse', 'during_term', 'perpetual', 'data.providerUse', 'less'],
  ['data/providerUse', 'during_term', 'none', 'data.providerUse', 'more'],
  ['ip/creatives', 'brand', 'provider', 'ip', 'other'],
  ['governance/brand', ['alice'], ['alice', 'ann'], 'governance', 'more'],
];

test.each(CHANGES)('%s from %j to %j', (path, before, after, rule, way) => {
  expect(procedureOf({ path: path.split('/'), kind: 'changed', before, after })).toEqual({ rule, way });
});

test('what is paid is no rule of procedure: whose pay it betters says all', () => {
  for (const path of [
    'kpis/roas/target',
    'fees/base/amount',
    'calendar/trueUpPeriods',
    'exclusions/maxDays',
    'parties/brand/name',
    'title',
  ])
    expect(procedureOf({ path: path.split('/'), kind: 'changed', before: 1, after: 2 }), path).toBeNull();
});

describe('diff', () => {
  const ID = 'acme-linkstar';
  const text = (amendments: string) => `${contractFrame({ id: ID, title: 'Acme', stage: 'live' })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 10, threshold: 0.5x }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 100 }
${amendments}`;
  const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: ts }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;
  const STRICT = 'amendments: { noticeDays: 14, maxTargetChange: 20%, maxDrift: 40%, minPeriodsBetween: 3 }\n';

  async function told(before: string, after: string, locale: Locale): Promise<string[]> {
    const folder = (name: string) =>
      memoryFiles(
        new Map([
          ['contracts/workspace.yaml', PEOPLE],
          [`contracts/${ID}/contract.yaml`, text(name === 'old' ? before : after)],
          [`contracts/${ID}/definitions.yaml`, DEFINITIONS],
        ]),
      );
    const context = contextFor({ root: '/nowhere', asOf: '2026-03-01', locale, format: 'markdown' });
    const {
      output,
      errors = '',
      crash,
    } = await run(context, (own) => diff(own, { revisions: { open: async () => null }, folder }, { base: 'old', head: 'new' }));
    expect(crash, errors).toBeNull();
    return `${errors}${output}`
      .split('\n')
      .filter((line) => /error|Favours|有利于|sooner|further|rules changes|生效|规则后/.test(line))
      .map((line) => line.trim());
  }

  test('of shorter notice and larger steps: nobody’s pay, and who is protected less', async () => {
    const loose = 'amendments: { noticeDays: 3, maxTargetChange: 60%, maxDrift: 40%, minPeriodsBetween: 3 }\n';
    expect(await told(STRICT, loose, 'en')).toEqual([
      '- **Favours**: nobody’s pay; what it allows is said with each change',
      '- A change can take effect sooner after it is agreed: both have less time to prepare, most of all whoever it will cost money.',
      '- Favours: nobody’s pay',
      '- Targets can be moved further or more often: the provider is protected less against harder ones, the brand against easier ones. Each change still needs both.',
      '- Favours: nobody’s pay',
    ]);
    expect(await told(STRICT, loose, 'zh')).toEqual([
      '- **有利于**：不影响金额；对权利和程序的影响见各项变更',
      '- 变更议定后可更快生效：双方的准备时间都变短，对因变更受损的一方影响最大。',
      '- 有利于：不影响金额',
      '- 有利于：不影响金额',
    ]);
  });

  test('of rules that are gone: what still protects each party', async () => {
    expect(await told(STRICT, '', 'en')).toEqual([
      '- **Favours**: nobody’s pay; what it allows is said with each change',
      '- Without rules changes need no notice, and targets move by any amount at any time: what protects each party is its own approval alone.',
      '- Favours: nobody’s pay',
    ]);
  });
});
