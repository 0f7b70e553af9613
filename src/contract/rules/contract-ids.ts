import type { Issue } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { FEE_KINDS, feeKinds, kindOf } from '../fee-kinds/fee-kinds.js';
import type { Contract } from '../model.js';
import { quote } from '../quote.js';
import type { Path } from '../source.js';
import { suggestedAt, titledOf } from '../suggestion.js';
import type { ContractCheck } from './rule.js';

/** The name that `by` uses for the composite score. */
const COMPOSITE = 'composite';

/** Names that mean something else where these ids are used: `by: composite`, the line `true-up/<period>/<line>`. */
const RESERVED: Readonly<Record<string, readonly string[]>> = { kpis: [COMPOSITE], fees: ['true-up', 'correction'] };

/** The contract's id is its folder's name. */
export function idIsFolder({ folder, contract, written }: ContractCheck): readonly Issue[] {
  if (contract.id === folder) return [];
  return [issue('id-is-not-folder', written.source.at(['id']), { found: quote(contract.id), expected: quote(folder) })];
}

/** No id stands twice in its list, and none takes a name that the language keeps. */
export function idsAreUnique({ contract, written }: ContractCheck): readonly Issue[] {
  const lists = [
    { name: 'kpis', kind: '@kind.kpi', ids: contract.kpis.map((kpi) => kpi.id) },
    { name: 'gates', kind: '@kind.gate', ids: contract.gates.map((gate) => gate.id) },
    { name: 'fees', kind: '@kind.fee', ids: contract.fees.map((fee) => fee.id) },
    { name: 'duties', kind: '@kind.duty', ids: contract.duties.map((duty) => duty.id) },
  ];
  const issues: Issue[] = [];
  for (const { name, kind, ids } of lists) {
    ids.forEach((id, index) => {
      const at = written.source.at([name, index, 'id']);
      if (ids.indexOf(id) !== index) issues.push(issue('duplicate-id', at, { kind, id: quote(id) }));
      if (RESERVED[name]?.includes(id) === true) issues.push(issue('reserved-name', at, { id: quote(id) }));
    });
  }
  return issues;
}

interface Reference {
  readonly id: string;
  readonly path: Path;
  readonly kind: 'kpi' | 'fee';
}

/** Every KPI and fee that a clause of the contract names. */
function referencesOf(contract: Contract): Reference[] {
  const references: Reference[] = [];
  contract.gates.forEach((gate, index) => {
    references.push(...gate.blocks.map((id, entry) => ({ id, path: ['gates', index, 'blocks', entry], kind: 'fee' as const })));
  });
  references.push(...(contract.grace?.waives ?? []).map((id, entry) => ({ id, path: ['grace', 'waives', entry], kind: 'fee' as const })));
  contract.duties.forEach((duty, index) => {
    references.push(
      ...duty.ifLate.kpis.map((id, entry) => ({ id, path: ['duties', index, 'ifLate', 'kpis', entry], kind: 'kpi' as const })),
    );
  });
  contract.fees.forEach((fee, index) => {
    const kind = kindOf(fee);
    const [by, of] = [kind.by(fee), kind.deductsFrom(fee)];
    if (by !== null && by !== COMPOSITE) references.push({ id: by, path: ['fees', index, 'by'], kind: 'kpi' });
    if (of !== null) references.push({ id: of, path: ['fees', index, 'of'], kind: 'fee' });
  });
  return references;
}

/** Every KPI and fee that is named exists. */
export function referencesExist({ contract, written }: ContractCheck): readonly Issue[] {
  const ids = { kpi: contract.kpis.map((kpi) => kpi.id), fee: contract.fees.map((fee) => fee.id) };
  const titled = { kpi: contract.kpis.map(titledOf), fee: contract.fees.map(titledOf) };
  return referencesOf(contract)
    .filter(({ id, kind }) => !ids[kind].includes(id))
    .map(({ id, path, kind }) => {
      const candidates = path.at(-1) === 'by' ? [...ids.kpi, COMPOSITE] : ids[kind];
      const names = suggestedAt(written.source, path, id, candidates, titled[kind]);
      return issue('unknown-reference', written.source.at(path), { kind: `@kind.${kind}`, id: quote(id), ...names });
    });
}

const DEDUCTIBLE = FEE_KINDS.filter((kind) => feeKinds[kind].deductible);

/** Section 5: a penalty deducts from a retainer, commission, bonus or milestone. */
export function penaltiesDeductFromEarnings({ contract, written }: ContractCheck): readonly Issue[] {
  return contract.fees.flatMap((fee, index) => {
    const id = kindOf(fee).deductsFrom(fee);
    if (id === null) return [];
    const of = contract.fees.find((other) => other.id === id);
    if (of === undefined || kindOf(of).deductible) return [];
    return [
      issue('penalty-of', written.source.at(['fees', index, 'of']), { id: quote(id), found: of.kind, expected: DEDUCTIBLE.join(' | ') }),
    ];
  });
}

/** Section 5: grace and gates may name any fee but cap and tax. */
export function capAndTaxAreNotBlocked({ contract, written }: ContractCheck): readonly Issue[] {
  return referencesOf(contract).flatMap(({ id, path, kind }) => {
    if (kind !== 'fee' || path[0] === 'fees') return [];
    const fee = contract.fees.find((other) => other.id === id);
    if (fee === undefined || kindOf(fee).blockable) return [];
    return [issue('not-blockable', written.source.at(path), { id: quote(id), found: fee.kind })];
  });
}

/** Section 5: at most one guarantee and one cap. */
export function oneGuaranteeAndOneCap({ contract, written }: ContractCheck): readonly Issue[] {
  return contract.fees.flatMap((fee, index) => {
    if (!kindOf(fee).once) return [];
    if (contract.fees.findIndex((other) => other.kind === fee.kind) === index) return [];
    return [issue('only-one', written.source.at(['fees', index]), { found: fee.kind, id: quote(fee.id) })];
  });
}
