import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { digest } from '../../src/kernel/canonical.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { LedgerFolder } from '../../src/settlement/ledger-files.js';
import { bodyOf } from '../../src/settlement/seal-statement.js';
import { once } from '../once.js';
import { relationship } from './relationship.js';
import { events, foldersOf, replay, settleSample, withText } from './sample-ledger.js';

const ledger = once(() => settleSample());
const folders = once(() => foldersOf(ledger()));

const codes = (folders: readonly LedgerFolder[], known?: readonly ContractEvent[]) =>
  replay(folders, known).issues.map((issue) => `${issue.code} ${issue.at.path.split('/').slice(-2).join('/')}`);

describe('replaying a ledger', () => {
  it('settled three periods, with a true-up, a dispute and a hold', () => {
    expect(ledger().map((entry) => [entry.statement.period, entry.statement.total])).toEqual([
      ['2026-01', '4452.00'],
      ['2026-02', '4202.90'],
      ['2026-03', '4240.00'],
    ]);
  });

  it('gives the same bytes', () => {
    expect(codes(folders())).toEqual([]);
  });

  it('settles twice to identical bytes', () => {
    const again = settleSample();
    expect(foldersOf(again)).toEqual(folders());
  });

  it('names a changed amount, its place, what is there and what is computed', () => {
    const forged = withText(folders(), '2026-02', 'statement.json', (text) => text.replace('"total": "4202.90"', '"total": "9214.56"'));
    const [issue] = replay(forged).issues;
    expect(issue?.code).toBe('ledger-replay-differs');
    expect(issue?.params).toMatchObject({ pointer: '/total', found: '"9214.56"', expected: '"4202.90"' });
    expect(issue?.at.path).toBe('contracts/test-relationship/ledger/2026-02/statement.json');
  });

  it('accuses the statement that was changed, not those that stand on it as it was, or as it is', () => {
    const forged = withText(folders(), '2026-01', 'statement.json', (text) => text.replace('"total": "4452.00"', '"total": "9452.00"'));
    expect(codes(forged)).toEqual(['ledger-replay-differs 2026-01/statement.json']);
    const sealed = ({ statement, ...rest }: LedgerEntry): LedgerEntry => {
      const total = { ...statement, total: '9452.00' };
      return { ...rest, statement: { ...total, digest: digest(bodyOf(total)) } };
    };
    // its page says 9,452.00 as well, and is not the one that came with it
    expect(codes(foldersOf(settleSample(sealed)))).toEqual([
      'ledger-replay-differs 2026-01/statement.json',
      'ledger-statement-text 2026-01/statement.md',
    ]);
  });

  it('names a changed statement beside changed evidence by its own digest, where nothing says what it should be', () => {
    const evidence = withText(folders(), '2026-03', 'evidence.json', (text) => text.replace('"9000.5"', '"9000.6"'));
    const both = withText(evidence, '2026-03', 'statement.json', (text) => text.replace('"total": "4240.00"', '"total": "4241.00"'));
    expect(codes(evidence)).toEqual(['ledger-digest 2026-03/evidence.json']);
    expect(codes(both)).toEqual(['ledger-digest 2026-03/evidence.json', 'ledger-digest 2026-03/statement.json']);
  });

  it('names changed evidence and changed terms', () => {
    const evidence = withText(folders(), '2026-01', 'evidence.json', (text) => text.replace('"20000"', '"30000"'));
    expect(codes(evidence)).toContain('ledger-digest 2026-01/evidence.json');
    const changed = withText(folders(), '2026-01', 'terms.json', (text) => text.replace('"0.07"', '"0.08"'));
    expect(codes(changed)).toContain('ledger-digest 2026-01/terms.json');
  });

  it('notices missing, added and reformatted files', () => {
    expect(codes(withText(folders(), '2026-02', 'evidence.json', () => null))).toContain('ledger-file-missing 2026-02/evidence.json');
    expect(codes(withText(folders(), '2026-02', 'note.txt', () => 'x'))).toContain('ledger-file-unknown 2026-02/note.txt');
    expect(codes(withText(folders(), '2026-02', 'statement.json', (text) => `${text}\n`))).toContain(
      'ledger-formatting 2026-02/statement.json',
    );
    expect(codes(withText(folders(), '2026-02', 'statement.json', () => '{'))).toContain('ledger-not-json 2026-02/statement.json');
  });

  it('notices a statement taken out of the chain', () => {
    expect(codes(folders().filter((folder) => folder.period !== '2026-02'))).toEqual(['ledger-gap 2026-02/statement.json']);
    expect(codes(folders().filter((folder) => folder.period !== '2026-01'))).toEqual(['ledger-gap 2026-01/statement.json']);
  });

  it('notices an edited or deleted event', () => {
    const edited = events.map((event) => (event.kind === 'payment' ? { ...event, digest: 'sha256:0' } : event));
    expect(codes(folders(), edited)).toContain('ledger-event-changed events/2026-02-20-pay.yaml');
    expect(
      codes(
        folders(),
        events.filter((event) => event.kind !== 'payment'),
      ),
    ).toContain('ledger-event-missing events/2026-02-20-pay.yaml');
  });

  it('ignores an event that was filed after the statements', () => {
    const later = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 1 }] }, undefined, {
      '2026-01-20-pay.yaml': { kind: 'payment', party: 'brand', amount: 1, on: '2026-01-20', reference: 'late' },
    }).events;
    expect(codes(folders(), [...later, ...events])).toEqual([]);
  });
});

describe('what a replay could not look at', () => {
  const looked = (changed: readonly LedgerFolder[], engine: string | null) => {
    const { unproved } = replay(changed, events, engine);
    return unproved.map(({ what, periods, params }) => [what, ...periods, ...Object.values(params)].join(' '));
  };

  it('is nothing where the same engine wrote all of it', () => {
    expect(looked(folders(), 'test')).toEqual([]);
  });

  it('is the pages that another engine wrote', () => {
    expect(looked(folders(), 'other')).toEqual(['text 2026-01 2026-02 2026-03 test other']);
    expect(looked(folders(), null)).toEqual(['text 2026-01 2026-02 2026-03 test -']);
    // one that is not the one it was written with is told as wrong
    const changed = withText(folders(), '2026-02', 'statement.md', (text) => text.replace('4202.90', '4202.91'));
    expect(looked(changed, 'other')).toEqual(['text 2026-01 2026-03 test other']);
  });

  it('is what stands on a statement that nobody can read', () => {
    const broken = withText(folders(), '2026-01', 'statement.json', () => '{');
    expect(looked(broken, 'test')).toEqual(['not-replayed 2026-02 2026-03']);
    expect(codes(broken)).toEqual(['ledger-not-json 2026-01/statement.json']);
  });

  it('is no page whose own statement, evidence or event is changed: that is told as wrong', () => {
    const changed = withText(folders(), '2026-03', 'statement.json', (text) => text.replace('"total": "4240.00"', '"total": "4240.01"'));
    expect(codes(changed).length).toBeGreaterThan(0);
    expect(looked(changed, 'test')).toEqual([]);
    const unpaid = replay(
      folders(),
      events.filter((event) => event.kind !== 'payment'),
      'test',
    );
    expect(unpaid.issues.map(({ code }) => code)).toContain('ledger-event-missing');
    expect(unpaid.unproved.filter(({ what }) => what === 'text')).toEqual([]);
  });
});
