import type { Locale } from '../../src/kernel/text.js';
import type { Workbook } from '../../src/report/workbook/model.js';
import { workbookOf } from '../../src/report/workbook/workbook.js';
import { reportContext } from '../../src/running/report-context.js';
import { type ReadContract, readContract } from '../../src/running/repository.js';
import { memoryFiles } from '../memory-files.js';
import { drawLife } from '../oracle/draw.js';
import { stepsOf } from '../oracle/life.js';
import { settleByTheProduct } from '../oracle/product.js';

/** A random life, settled by the product's own way and read back from its files; null where it settles nothing. */
export async function ledgerOf(seed: number): Promise<ReadContract | null> {
  const steps = stepsOf(drawLife(seed));
  const { ledger } = await settleByTheProduct(steps);
  const last = steps.at(-1);
  if (last === undefined || ledger.size === 0) return null;
  const home = `contracts/${last.terms.contract.id}`;
  const texts = new Map(ledger);
  texts.set(`${home}/contract.yaml`, JSON.stringify(last.terms.contract));
  texts.set(`${home}/definitions.yaml`, JSON.stringify(last.terms.definitions));
  for (const { file, ...event } of last.events) texts.set(`${home}/events/${file}`, JSON.stringify(event));
  return readContract(memoryFiles(texts), last.terms.contract.id);
}

/** Statements of a ledger as a workbook, by their places. */
export function bookOf({ ledger, events }: ReadContract, from: number, until: number, locale: Locale): Workbook {
  const pages = ledger
    .slice(from, until + 1)
    .map((entry, at) => ({ entry, context: reportContext(entry, ledger.slice(0, from + at), events) }));
  return workbookOf({ pages, before: ledger.slice(0, from), events, contract: null, year: from === until ? null : 'all' }, locale);
}
