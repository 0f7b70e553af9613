import type { CommandContext } from '../../src/commands/context.js';
import { settleDue } from '../../src/commands/settle.js';
import { verify } from '../../src/commands/verify.js';
import { contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import type { BookStep } from './book.js';
import type { BookEvent } from './documents.js';
import { rowsWarehouse } from './rows-warehouse.js';

/* The product's own way through a life: texts are parsed and checked, the ledger is written and replayed, as its users do. */

export type Json = Readonly<Record<string, unknown>>;

export interface ProductStep {
  readonly statements: readonly Json[];
  /** What the check or settlement refused; empty where nothing was. */
  readonly errors: string;
  readonly crash: string | null;
}

export const WORKSPACE = {
  people: { alice: { name: 'Alice', github: 1 }, bob: { name: 'Bob', github: 2 } },
  governance: { brand: ['alice'], provider: ['bob'] },
};

/** Everything that lies in the repository at a step; the ledger is what earlier steps wrote. */
export function filesOf(step: BookStep, ledger: ReadonlyMap<string, string>): Map<string, string> {
  const { contract, definitions } = step.terms;
  const home = `contracts/${contract.id}`;
  const texts = new Map(ledger);
  texts.set('contracts/workspace.yaml', JSON.stringify(WORKSPACE));
  texts.set(`${home}/contract.yaml`, JSON.stringify(contract));
  texts.set(`${home}/definitions.yaml`, JSON.stringify(definitions));
  for (const event of step.events) texts.set(`${home}/events/${event.file}`, eventText(event));
  return texts;
}

function eventText({ file: _file, ...event }: BookEvent): string {
  return JSON.stringify(event);
}

export interface Life {
  readonly steps: readonly ProductStep[];
  readonly ledger: ReadonlyMap<string, string>;
}

/** Settles a whole life through the product's commands, in memory. */
export async function settleByTheProduct(steps: readonly BookStep[]): Promise<Life> {
  let ledger = new Map<string, string>();
  const settled: ProductStep[] = [];
  for (const step of steps) {
    const texts = filesOf(step, ledger);
    const context: CommandContext = {
      ...contextFor({ root: '/nowhere', asOf: step.asOf }),
      files: memoryFiles(texts),
      openWarehouse: async () => rowsWarehouse(step.tables),
    };
    const outcome = await run(context, (given) => settleDue(given, { contract: step.terms.contract.id, period: null, preview: false }));
    const statements = outcome.output === '' ? [] : (JSON.parse(outcome.output) as { statements: Json[] }).statements;
    settled.push({
      statements,
      errors: outcome.exitCode === 0 ? '' : (outcome.errors ?? outcome.output),
      crash: outcome.crash === null ? null : (outcome.crash.stack ?? outcome.crash.message),
    });
    ledger = new Map([...texts].filter(([path]) => path.includes('/ledger/')));
    if (outcome.exitCode !== 0) break;
  }
  return { steps: settled, ledger };
}

/** Replays the ledger of a life, as anyone with a clone does; what is wrong with it. */
export async function replay(steps: readonly BookStep[], ledger: ReadonlyMap<string, string>): Promise<string> {
  const last = steps.at(-1);
  if (last === undefined) return '';
  const files = memoryFiles(filesOf(last, ledger));
  const outcome = await run({ ...contextFor({ root: '/nowhere', asOf: last.asOf }), files }, (given) =>
    verify(given, last.terms.contract.id),
  );
  return outcome.exitCode === 0 ? '' : `${outcome.errors ?? ''}${outcome.output}`;
}
