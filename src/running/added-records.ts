import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { contractFolder } from '../contract/paths.js';
import type { AddedRecords } from '../report/added-records.js';
import type { Pair } from './comparison.js';
import { ledgerTextsOf, type ReadContract } from './repository.js';

/** Events that only the new text has. */
export function addedEvents({ before, after }: Pair): ContractEvent[] {
  const known = new Set(before?.events.map(({ file }) => file));
  return (after?.events ?? []).filter(({ file }) => !known.has(file));
}

/** What the new texts add to the record of their contracts: it moves money, and no clause says so. */
export function addedRecords(pairs: readonly Pair[]): AddedRecords {
  return {
    events: pairs.flatMap((pair) => {
      const { after } = pair;
      const currency = after?.folder?.terms.contract.currency ?? null;
      return addedEvents(pair).map((event) => ({ contract: after?.id ?? '', event, currency }));
    }),
    ledger: pairs.flatMap(({ before, after }) => {
      const known = new Set(namesIn(before));
      return namesIn(after).flatMap((name) => (after === null || known.has(name) ? [] : [`${contractFolder(after.id)}/${name}`]));
    }),
  };
}

/** The files of a contract's ledger by their names below its folder: of two that are compared the folders may have two names. */
function namesIn(contract: ReadContract | null): string[] {
  if (contract === null) return [];
  return [...ledgerTextsOf(contract).keys()].map((path) => path.slice(contractFolder(contract.id).length + 1));
}
