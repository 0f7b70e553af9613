import { describe, expect, test } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { contractFolder } from '../../src/contract/paths.js';
import { balanceOf } from '../../src/settlement/balance.js';
import { ofUnfiled } from '../../src/words/issue.js';
import { wordsOf } from '../issue-words.js';
import { editedFiles, GOOD_ID } from './good-contract.js';

/* One event under two names counts once; of two that stand the one that a statement has counted. */
const PAID = '{ kind: payment, party: brand, amount: 70, on: 2026-04-01, reference: R-1 }';

function loaded(events: Readonly<Record<string, string>>, counted: readonly string[] = [], filed: string | null = null) {
  const files = editedFiles([], Object.fromEntries(Object.entries(events).map(([name, text]) => [`events/${name}.yaml`, text])));
  const settled = { terms: [], listed: new Map(), counted: new Set(counted.map((name) => `${name}.yaml`)) };
  const path = filed === null ? null : `${contractFolder(GOOD_ID)}/events/${filed}.yaml`;
  const { folder, issues } = loadContract(GOOD_ID, files, settled, path);
  const isOurs = ({ file }: ContractEvent) => Object.keys(events).some((name) => file === `${name}.yaml`);
  return {
    events: (folder?.events ?? []).filter(isOurs),
    told: issues
      .filter(({ at }) => Object.keys(events).some((name) => at.path.endsWith(`/${name}.yaml`)))
      .map(({ code, severity, at, params }) => `${severity} ${code} ${at.path.replace(/^.*\//, '')} ${String(params.file ?? '')}`.trim()),
  };
}
const names = (events: readonly ContractEvent[]) => events.map(({ file }) => file);

describe('an event that stands under two names', () => {
  test('counts once: 70 paid of 100 leave 30, not −40', () => {
    const { events, told } = loaded({ '2026-04-02-a': PAID, '2026-04-03-b': PAID });
    expect(told).toEqual(['warning event-twice 2026-04-03-b.yaml 2026-04-02-a.yaml']);
    const owed = [{ period: '2026-03', dueOn: null, total: { minor: 10_000n, currency: 'USD' } }];
    expect(balanceOf(owed, events, '2026-05-01', 'USD').balance).toBe('30.00');
  });

  test('is the one that a statement has counted, whichever is first by name; and whatever is written about it', () => {
    const again = `# as filed\n${PAID.replace('70', '70.00').replace('R-1', '" R-1"')}`;
    const { events, told } = loaded({ '2026-04-02-a': again, '2026-04-03-b': PAID }, ['2026-04-03-b']);
    expect(names(events)).toEqual(['2026-04-03-b.yaml']);
    expect(told).toEqual(['warning event-twice 2026-04-02-a.yaml 2026-04-03-b.yaml']);
  });

  test('stays where statements have counted both: nothing that they saw is taken away', () => {
    const { events, told } = loaded({ '2026-04-02-a': PAID, '2026-04-03-b': PAID, '2026-04-04-c': PAID }, ['2026-04-02-a', '2026-04-03-b']);
    expect(names(events)).toEqual(['2026-04-02-a.yaml', '2026-04-03-b.yaml']);
    expect(told).toEqual(['warning event-twice 2026-04-04-c.yaml 2026-04-02-a.yaml']);
  });

  test('is refused where it is filed, also where its name comes first', () => {
    const { told } = loaded({ '2026-04-02-a': PAID, '2026-04-03-b': PAID }, [], '2026-04-02-a');
    expect(told).toEqual(['error event-twice 2026-04-02-a.yaml 2026-04-03-b.yaml']);
  });

  test('is removed as long as it is not merged', () => {
    const told = (filed: string | null) => {
      const files = editedFiles([], { 'events/2026-04-02-a.yaml': PAID, 'events/2026-04-03-b.yaml': PAID });
      const path = filed === null ? null : `${contractFolder(GOOD_ID)}/events/${filed}.yaml`;
      const { issues } = loadContract(GOOD_ID, files, undefined, path);
      const copy = issues.filter(({ code }) => code === 'event-twice');
      return (path === null ? copy : ofUnfiled(copy, path)).flatMap((each) => [wordsOf(each, 'en').fix, wordsOf(each, 'zh').fix]);
    };
    const [en = '', zh = ''] = told(null);
    expect(en).toMatch(/^Remove this event unless it is merged; then it stays as a record\. Where a second one is meant/);
    expect(zh).toMatch(/^尚未合并的，删除本事件；已合并的保留作为记录。若确为另一事件/);
    expect(told('2026-04-03-b')[0]).toMatch(/^Do not file this event\. Where/);
  });

  test('is another where it says something else: a reference or reason of its own, or the other party', () => {
    const second = PAID.replace('R-1', 'R-2');
    expect(loaded({ '2026-04-02-a': PAID, '2026-04-03-b': second })).toMatchObject({ told: [], events: [{}, {}] });
    expect(loaded({ '2026-04-02-a': PAID, '2026-04-03-b': PAID.replace('brand', 'provider') })).toMatchObject({
      told: [],
      events: [{}, {}],
    });
    const fix = '{ kind: correction, period: 2026-02, line: base, amount: 5, reason: late }';
    expect(loaded({ '2026-04-02-a': fix, '2026-04-03-b': fix }).told).toEqual(['warning event-twice 2026-04-03-b.yaml 2026-04-02-a.yaml']);
    expect(loaded({ '2026-04-02-a': fix, '2026-04-03-b': fix.replace('late', 'late again') }).told).toEqual([]);
  });

  test('of a kind that holds once stops nothing, and whoever files it again is told by the rules of its kind', () => {
    const dispute = '{ kind: dispute, party: brand, period: 2026-02, line: base, claimed: 1, reason: x, evidence: [y] }';
    const both = { '2026-03-04-a': dispute, '2026-03-05-b': dispute };
    expect(loaded(both).told).toEqual(['warning event-twice 2026-03-05-b.yaml 2026-03-04-a.yaml']);
    expect(loaded(both, ['2026-03-05-b']).told).toEqual(['warning event-twice 2026-03-04-a.yaml 2026-03-05-b.yaml']);
    expect(loaded(both, [], '2026-03-05-b').told).toEqual(['error disputed-twice 2026-03-05-b.yaml 2026-03-04-a.yaml']);
  });

  test('of a kind that speaks of its own day is another event', () => {
    const review = '{ kind: review, party: brand, period: 2026-02, findings: [seen] }';
    expect(loaded({ '2026-03-04-a': review, '2026-03-05-b': review })).toMatchObject({ told: [], events: [{}, {}] });
  });
});
