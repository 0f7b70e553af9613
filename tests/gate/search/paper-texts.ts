import { DEFAULT_WORKSPACE, type Workspace } from '../../../src/contract/load-workspace.js';
import type { Contract } from '../../../src/contract/model.js';
import { contractWith, WORKSPACE as PEOPLE_KNOWN } from '../scenario.js';
import type { Change, Kind } from './actions.js';
import { alice, ann, app, bob, carol, mallory } from './actions.js';
import type { Tree } from './paper-git.js';
import { type Place, type Signing, WORKSPACE } from './witness.js';

/* Texts of the place on paper: a contract says a number and who signs, the workspace who decides. */

interface Lists {
  readonly brand: readonly number[];
  readonly provider: readonly number[];
}
const LISTS: readonly Lists[] = [
  { brand: [alice, ann], provider: [bob, carol] },
  { brand: [alice], provider: [bob] },
  // What somebody would like who pushes past everybody.
  { brand: [alice, ann], provider: [mallory] },
  { brand: [ann], provider: [carol, mallory] },
];
const listsOf = (index: number): Lists => LISTS[index] ?? { brand: [], provider: [] };

const plain = (value: object | number) => `100644 ${JSON.stringify(value)}`;
const folder = (contract: 'a' | 'b') => `contracts/${contract}-contract`;
export const SETTLED = `${folder('a')}/ledger/2026-02`;

const ALONE: Readonly<Record<Kind, readonly ('brand' | 'provider')[]>> = {
  payment: ['brand', 'provider'],
  dispute: ['brand', 'provider'],
  exclusion: [],
  correction: [],
};
const FIELDS: Readonly<Record<Kind, object>> = {
  payment: { amount: 5, on: '2026-03-10', reference: 'r' },
  dispute: { period: '2026-02', line: 'base', claimed: 1, reason: 'r', evidence: ['e'] },
  exclusion: { reason: 'stockout', kpis: ['gmv'], evidence: ['e'], treatment: 'drop', window: { from: '2026-03-01', to: '2026-03-02' } },
  correction: { period: '2026-02', line: 'base', amount: 5, reason: 'r' },
};

/** What a change does to a tree, on a day. */
export function withChange(tree: Tree, change: Change, day: string): Tree {
  const changed = new Map(tree);
  switch (change.at) {
    case 'terms':
      return changed.set(`${folder(change.contract)}/contract.yaml`, plain({ says: change.says, ...listsOf(change.list) }));
    case 'definitions':
      return changed.set(`${folder(change.contract)}/definitions.yaml`, plain(change.says));
    case 'workspace':
      return changed.set(WORKSPACE, plain(listsOf(change.list)));
    case 'engine':
      return changed.set('src/engine.ts', plain(change.says));
    case 'link':
      return changed.set(`${folder('a')}/definitions.yaml`, `120000 ${JSON.stringify(change.says)}`);
    case 'event': {
      const { kind, side, says } = change;
      return changed.set(`${folder(change.contract)}/events/${day}-${kind}-${says}.yaml`, plain({ kind, party: side, ...FIELDS[kind] }));
    }
    case 'record': {
      const first = [...tree.keys()].find((path) => path.includes('/events/') || path.includes('/ledger/'));
      return first === undefined
        ? changed
        : changed.set(first, plain({ kind: 'payment', party: 'brand', ...FIELDS.payment, amount: 9 + change.says }));
    }
    case 'ledger':
      return new Map([...tree, ...statementOf(tree, `forged ${change.says}`)]);
  }
}

/** The files of a statement. */
export function statementOf(tree: Tree, words = ''): Tree {
  const terms = ['contract.yaml', 'definitions.yaml'].map((name) => tree.get(`${folder('a')}/${name}`));
  const disputed = [...tree.keys()].some((path) => path.startsWith(`${folder('a')}/events/`) && path.includes('dispute'));
  const statement = plain({ terms, disputed, words });
  return new Map(['terms.json', 'evidence.json', 'statement.json', 'statement.md'].map((name) => [`${SETTLED}/${name}`, statement]));
}

/** As both parties found it. */
export const BEGIN: Tree = new Map(
  [
    { at: 'workspace', list: 0 } as const,
    { at: 'engine', says: 0 } as const,
    ...(['a', 'b'] as const).flatMap((contract) => [
      { at: 'terms', contract, says: 9, list: 0 } as const,
      { at: 'definitions', contract, says: 9, list: 0 } as const,
    ]),
  ].reduce<Tree>((tree, change) => withChange(tree, change, ''), new Map()),
);

/** Contract b wants two people of the brand where there are two. */
function requiredBy(lists: Lists, contract: string): Signing['required'] {
  return { brand: contract === 'b-contract' ? Math.min(2, lists.brand.length) : 1, provider: 1 };
}

function parse(text: string): Partial<Lists> & { readonly party?: 'brand' | 'provider'; readonly kind?: Kind } {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? value : {};
}
const listsIn = (text: string): Lists => {
  const { brand = [], provider = [] } = parse(text);
  return { brand, provider };
};

export const PLACE: Place = {
  app,
  signingIn: (text, contract) => ({ people: listsIn(text), required: requiredBy(listsIn(text), contract) }),
  governanceIn: (text) => ({ people: listsIn(text), required: { brand: 1, provider: 1 } }),
  eventIn: (text) => {
    const { party, kind } = parse(text);
    return { side: party ?? null, alone: kind === undefined ? [] : ALONE[kind] };
  },
};

/* The same texts as the product reads them. */

const KNOWN = [...PEOPLE_KNOWN.people, { id: 'mallory', name: 'Mallory', github: mallory }];
const nameOf = (id: number) => KNOWN.find(({ github }) => github === id)?.id ?? `nobody-${id}`;
const SAMPLE = contractWith();

export function readContract(text: string, contract: string): Contract {
  const lists = listsIn(text);
  const required = requiredBy(lists, contract);
  const party = (side: 'brand' | 'provider') => ({
    ...SAMPLE.parties[side],
    signatories: lists[side].map(nameOf),
    required: required[side],
  });
  return { ...SAMPLE, parties: { brand: party('brand'), provider: party('provider') } };
}

export function readWorkspace(text: string): Workspace {
  const lists = listsIn(text);
  return { ...DEFAULT_WORKSPACE, people: KNOWN, governance: { brand: lists.brand.map(nameOf), provider: lists.provider.map(nameOf) } };
}
