import type { Terms } from '../contract/model.js';
import { type FormSource, formLists } from '../forms/form-lists.js';
import { formPages } from '../forms/form-page.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { ReadableFiles } from '../ports/files.js';
import type { CarriedLine } from '../settlement/line-life.js';
import { listContracts, type ReadContract, readContract } from './repository.js';

/** The issue forms as the contracts ask for them, and the contracts that have errors and so are in none. */
export interface WantedForms {
  /** Path → text. */
  readonly pages: ReadonlyMap<string, string>;
  readonly without: readonly string[];
}

/** The forms of contracts that have been read, whose order counts. One with an error keeps the forms from none of the others. */
export function formsOf(contracts: readonly ReadContract[]): WantedForms {
  const sources = contracts.flatMap(({ folder, ledger }) =>
    folder === null
      ? []
      : {
          contract: folder.terms.contract,
          events: folder.events,
          ledger: ledgerForForms(ledger, folder.terms),
        },
  );
  const without = contracts.flatMap(({ id, folder }) => (folder === null ? [id] : []));
  return { pages: formPages(formLists(sources)), without };
}

/** What forms know of a contract's ledger. */
function ledgerForForms(ledger: ReadContract['ledger'], terms: Terms): FormSource['ledger'] {
  return { open: mayBeTruedUp(ledger, terms), tails: tailsOf(ledger) };
}

/**
 * Lines of earlier periods that the next statement may true up: those of the periods that it measures again, and older ones that have not
 * come to rest. A retainer depends on no data.
 */
function mayBeTruedUp(
  ledger: ReadContract['ledger'],
  {
    contract: {
      calendar: { trueUpPeriods },
    },
  }: Terms,
): CarriedLine[] {
  const lines = ledger.at(-1)?.statement.carried.lines ?? [];
  const again = new Set([...new Set(lines.map(({ period }) => period))].sort().slice(-trueUpPeriods));
  return lines.filter(
    ({ kind, life, period }) => kind !== 'retainer' && ((trueUpPeriods > 0 && again.has(period)) || !RESTS.has(life.state)),
  );
}

/** States of a line that nothing but new data of its period changes. */
const RESTS: ReadonlySet<CarriedLine['life']['state']> = new Set(['settled', 'accepted', 'decided', 'resolved', 'frozen']);

function tailsOf(ledger: ReadContract['ledger']): PeriodId[] {
  return ledger.flatMap(({ statement }) => (statement.tail ? [statement.period] : []));
}

/** The forms of all contracts in a repository. */
async function wantedForms(files: ReadableFiles): Promise<WantedForms> {
  const contracts: ReadContract[] = [];
  for (const id of await listContracts(files)) contracts.push(await readContract(files, id, { evidence: false }));
  return formsOf(contracts);
}

/** The forms of a repository, and those of them that it does not have as they are wanted. */
export async function differingForms(
  files: ReadableFiles,
): Promise<WantedForms & { readonly differing: readonly { readonly path: string; readonly text: string }[] }> {
  const wanted = await wantedForms(files);
  const differing: { path: string; text: string }[] = [];
  for (const [path, text] of wanted.pages) if ((await files.read(path)) !== text) differing.push({ path, text });
  return { ...wanted, differing };
}
