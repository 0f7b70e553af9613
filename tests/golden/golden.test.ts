import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOLDEN, goldenFolders, playFolder, type Settle } from '../../scripts/golden.mjs';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { rational } from '../../src/kernel/rational.js';
import { LOCALES } from '../../src/kernel/text.js';
import { readContract } from '../../src/running/repository.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { contextFor, run } from '../in-process.js';
import { paidAsSettled } from '../settlement/paid-as-settled.js';
import { calculationsOf, comesTo } from './calculations.js';
import { failedChecks, handChecks } from './hand-checks.js';
import { type Told, whyAsSettled } from './why-as-settled.js';

/*
 * Each folder is one small relationship played step by step (steps.json): what it settles is compared byte by byte with
 * expected/ (rewritten by `npm run golden`) and with the figures of hand.txt, which were worked out by hand and are never
 * rewritten. The digests in expected/ cover every byte of the ledger but the provenance.
 */
const settle: Settle = Object.assign(
  (root: string, contract: string, asOf: string) =>
    run(contextFor({ root, asOf }), async (context) => {
      const outcome = await settleDue(context, { contract, period: null, preview: false });
      // printed for people too, from what is held once it is written
      for (const locale of LOCALES) expect(outcome.report?.blocks(locale)).not.toEqual([]);
      return outcome;
    }),
  {
    verify: async (root: string, contract: string) => {
      const { ledger, events } = await readContract(localFiles(root), contract);
      asPaid.set(root, paidAsSettled(ledger));
      printed.push(...calculationsOf(ledger));
      whyTold.set(contract, whyAsSettled(ledger, events));
      return run(contextFor({ root }), (context) => verify(context, contract));
    },
  },
);

/** Of each folder, its lines beside those that its terms pay; null where more than its terms and data has decided them. */
const asPaid = new Map<string, ReturnType<typeof paidAsSettled>>();

/** Of each folder, what `why` says of its fees beside what was settled. */
const whyTold = new Map<string, readonly Told[]>();

/** Of every folder, the calculations that people are shown. */
const printed: ReturnType<typeof calculationsOf> = [];

function expectedFiles(name: string): Map<string, string> {
  const folder = join(GOLDEN, name, 'expected');
  if (!existsSync(folder)) throw new Error(`${name} has no expected/: npm run golden -- ${name}`);
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

describe('golden folders', () => {
  it.concurrent.each(goldenFolders())('%s', async (name) => {
    const checks = handChecks(readFileSync(join(GOLDEN, name, 'hand.txt'), 'utf8'));
    const { statements, expected, verified } = await playFolder(name, settle);
    expect(failedChecks(checks, statements)).toEqual([]);
    expect(checks.length).toBeGreaterThanOrEqual(3);
    const wanted = expectedFiles(name);
    for (const [file, text] of expected) expect(text, `${name}/expected/${file}`).toBe(wanted.get(file));
    expect([...wanted.keys()]).toEqual([...expected.keys()]);
    expect(verified.exitCode, verified.output).toBe(0);
  });

  it('pay what their terms pay, wherever nothing else has decided a line', () => {
    const compared = [...asPaid.values()].flatMap((both) => (both === null ? [] : [both]));
    expect(compared.length).toBeGreaterThanOrEqual(10);
    for (const { settled, paid } of compared) expect(paid).toEqual(settled);
  });

  it('are told by `why` to have paid what was settled, to the cent, wherever every line is known', () => {
    const all = [...whyTold].flatMap(([contract, told]) => told.map((each) => ({ contract, ...each })));
    expect(all.filter(({ told, settled }) => told !== settled)).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(all.filter(({ of }) => of.endsWith('as before')).length).toBeGreaterThanOrEqual(90);
  });

  it('print calculations that come to their amounts on any calculator', () => {
    expect(printed.filter((each) => !comesTo(each.printed, rational(each.value)))).toEqual([]);
    expect(printed.length).toBeGreaterThanOrEqual(1000);
  });
});
