import { amend } from '../../src/amendment/amend.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { ReportedProposal } from '../../src/report/amendment.js';
import { changesSections } from '../../src/report/changes-comment.js';
import { setSection } from '../../src/report/comment-sections.js';
import { contractFrame } from '../contract-frame.js';
import { BASE, HEAD, styleOf } from './hostile-comment.js';

/* Two texts of one small contract, and what a comment says of the change from one to the other. */

export const ROOT = 'contracts/acme-linkstar';
const WORKSPACE = `people:
  alice: { name: Alice, github: 1 }
  bob: { name: Bob, github: 2 }
governance: { brand: [alice], provider: [bob] }
`;
const CONTRACT = `${contractFrame({ id: 'acme-linkstar', title: 'Acme x Linkstar', stage: 'live' })}kpis:
  - { id: sales, title: Sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 10000, threshold: 0.5x }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, title: Base, amount: 3000 }
`;
const DEFINITIONS = `facts:
  orders: { view: paid_orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: ts }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;
const VIEW = `SELECT id, amount, ts
FROM shop.orders
WHERE state = 'paid'
`;

/** Replacements in the small contract's files; a text that is not there is a mistake of the test. */
export type Edits = readonly (readonly [find: string, replace: string])[];

export function filesWith(edits: Edits = []): Map<string, string> {
  const files = new Map([
    ['contracts/workspace.yaml', WORKSPACE],
    [`${ROOT}/contract.yaml`, CONTRACT],
    [`${ROOT}/definitions.yaml`, DEFINITIONS],
    [`${ROOT}/views/paid_orders.duckdb.sql`, VIEW],
  ]);
  for (const [find, replace] of edits) {
    const path = [...files].find(([, text]) => text.includes(find))?.[0];
    if (path === undefined) throw new Error(`nowhere: ${find}`);
    files.set(
      path,
      (files.get(path) ?? '').replace(find, () => replace),
    );
  }
  return files;
}

function termsWith(edits: Edits) {
  const { folder, issues } = loadContract('acme-linkstar', filesWith(edits));
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder.terms;
}

/** The proposal that turns one text into the other; `before` null for a new contract. */
export function proposalOf(before: Edits | null, after: Edits): ReportedProposal {
  const [base, head] = [before === null ? null : termsWith(before), termsWith(after)];
  const amendment = amend({ base, head, asOf: '2026-04-10', ledger: [], events: [], firstSigned: null, recordsChanged: [] });
  return { contracts: [{ amendment, terms: head, access: [], records: [] }], workspace: [], added: { events: [], ledger: [] } };
}

/** The comment's sections in these languages. */
export function changesOf(after: Edits, before: Edits | null = [], ...locales: ('en' | 'zh')[]) {
  const found = {
    proposal: proposalOf(before, after),
    behind: [],
    broken: [],
    others: [],
    warnings: new Map(),
    compared: { base: BASE, head: HEAD },
  };
  const [first = 'en', ...others] = locales.length === 0 ? (['en', 'zh'] as const) : locales;
  return changesSections(found, styleOf(first, ...others));
}

/** What the comment of one language says of each change, without what it says of whom it favours. */
export function saidOf(before: Edits | null, after: Edits, locale: 'en' | 'zh' = 'en'): string[] {
  const [main] = changesOf(after, before, locale).map(setSection);
  return (main?.blocks ?? [])
    .filter((block) => block.startsWith('- **') && block.includes('\n'))
    .flatMap((block) => block.split('\n').map((line) => line.trim()))
    .filter((line) => !/^- (\*\*)?(Favours|有利于|Class|类别|Allowed by the contract|按合同规则|If agreed on|假定议定日)/.test(line));
}
