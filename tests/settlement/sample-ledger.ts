import { documentShape } from '../../src/contract/document-shape.js';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { LedgerFolder } from '../../src/settlement/ledger-files.js';
import { replayLedger } from '../../src/settlement/replay.js';
import type { EventFiles } from '../../src/settlement/replay-entry.js';
import { ledgerTexts, type RenderStatement } from '../../src/settlement/seal-statement.js';
import { relationship, settleDays } from './relationship.js';

/** Nothing stands where events are but these. */
export const NO_OTHER_FILES: EventFiles = { unreadable: new Set(), together: null, renamed: () => null };
/** No file of a contract beside its ledger but its events. */
export const LEDGER_ALONE = { files: NO_OTHER_FILES, own: { id: null, isCopy: false } };

/** Stands in for the report: some bytes of its own, so that a changed statement.md is noticed. */
export const renderSample: RenderStatement = ({ statement }) => `# ${statement.period}\n\n${statement.total} ${statement.currency}\n`;

const written = {
  '2026-02-20-pay.yaml': { kind: 'payment', party: 'brand', amount: 4000, on: '2026-02-20', reference: 'wire' },
  '2026-03-07-dispute.yaml': {
    kind: 'dispute',
    party: 'brand',
    period: '2026-02',
    line: 'sales',
    claimed: 100,
    reason: 'returns',
    evidence: ['list'],
  },
};

/** The events' files, by name. */
export const eventTexts = new Map(Object.entries(written).map(([file, event]) => [file, JSON.stringify(event)]));

const sample = relationship(
  {
    fees: [
      { id: 'base', kind: 'retainer', amount: 3000 },
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 10000: '7%' }, mode: 'marginal', accumulate: 'term' },
      { id: 'floor', kind: 'guarantee', amount: 4000, recoverable: true },
      { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' },
    ],
  },
  undefined,
  written,
);
const { terms } = sample;
export const { events } = sample;

const values = { '2026-01': { revenue: '20000' }, '2026-02': { revenue: '9000.5' }, '2026-03': { revenue: null } };
const later = { ...values, '2026-01': { revenue: '19500' } };

/** Three months with a true-up, a payment, a dispute and a hold; the first may be forged before the others are settled on it. */
export function settleSample(forge: (first: LedgerEntry) => LedgerEntry = (first) => first): LedgerEntry[] {
  const first = settleDays(terms, events, [{ asOf: '2026-02-05', values }], renderSample).map(forge);
  const days = ['2026-03-05', '2026-04-05'].map((asOf) => ({ asOf, values: later }));
  return settleDays(terms, events, days, renderSample, first);
}

export function foldersOf(entries: readonly LedgerEntry[]): LedgerFolder[] {
  return entries.map((entry, index) => ({
    period: entry.statement.period,
    path: `contracts/test-relationship/ledger/${entry.statement.period}`,
    files: ledgerTexts(entry, entries.slice(0, index), renderSample),
  }));
}

export function replay(
  folders: readonly LedgerFolder[],
  known: readonly ContractEvent[] = events,
  engine: string | null = 'test',
  files: EventFiles = NO_OTHER_FILES,
) {
  return replayLedger(folders, { events: known, ...LEDGER_ALONE, files, render: renderSample, shape: documentShape, engine });
}

/** The folders with one file changed; null removes it. */
export function withText(
  folders: readonly LedgerFolder[],
  period: string,
  file: string,
  change: (text: string) => string | null,
): LedgerFolder[] {
  return folders.map((folder) => {
    if (folder.period !== period) return folder;
    const changed = change(folder.files.get(file) ?? '');
    const files = new Map(folder.files);
    if (changed === null) files.delete(file);
    else files.set(file, changed);
    return { ...folder, files };
  });
}
