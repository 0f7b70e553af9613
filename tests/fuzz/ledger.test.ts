import { beforeAll, describe, expect, it } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { dice } from '../../src/sample/dice.js';
import type { Statement } from '../../src/settlement/model.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { tries } from '../tries.js';
import { corpus, type Specimen } from './corpus.js';
import { choose, mutateText } from './mutate.js';
import { outcomeProblems, statementProblems } from './oracle.js';

/*
 * Relationships with a history: their ledgers mutated, which verify must find; and their contracts, definitions and events
 * mutated after a first settlement, on which the next one must build or which it must refuse.
 */
const RUNS = Math.ceil(tries('FUZZ_RUNS', 120) / 2);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

interface Settled extends Specimen {
  /** The texts after everything due by `asOf` was settled. */
  readonly after: ReadonlyMap<string, string>;
}

let settled: Settled[] = [];

const settle = (context: CommandPlace) => run(context, (each) => settleDue(each, { contract: null, period: null, preview: false }));
const surroundings = (specimen: Specimen, texts: Map<string, string>, asOf = specimen.asOf): CommandPlace => ({
  ...contextFor({ root: '/nowhere', asOf, data: specimen.data }),
  files: memoryFiles(texts),
});
const inLedger = (path: string) => path.includes('/ledger/');

/** Every specimen settled up to its first date with a statement. */
beforeAll(async () => {
  for (const specimen of corpus()) {
    const texts = new Map(specimen.texts);
    for (const asOf of specimen.dates) {
      if ((await settle(surroundings(specimen, texts, asOf))).exitCode !== 0) throw new Error(`${specimen.name} does not settle`);
      if ([...texts.keys()].some(inLedger)) break;
    }
    settled.push({ ...specimen, after: texts });
  }
  settled = settled.filter(({ after }) => [...after.keys()].some(inLedger));
});

async function ledgerProblems(seed: number): Promise<string[]> {
  const chance = dice(seed);
  const specimen = choose(chance, settled);
  const texts = new Map(specimen.after);
  const files = [...texts.keys()].filter(inLedger);
  const path = choose(chance, files);
  const before = texts.get(path) ?? '';
  const mutated = mutateText(
    before,
    seed,
    files.map((file) => texts.get(file) ?? ''),
  );
  if (mutated === before) return [];
  texts.set(path, mutated);
  const verified = await run(surroundings(specimen, texts), (each) => verify(each, null));
  const problems = outcomeProblems(verified);
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (verified.exitCode !== 1) problems.push('verify does not find it');
  else if (!verified.output.includes(folder)) problems.push(`verify does not name ${folder}: ${verified.output}`);
  const count = texts.size;
  const again = await settle(surroundings(specimen, texts));
  problems.push(...outcomeProblems(again));
  if (again.exitCode === 0) problems.push('settle builds on it');
  if (texts.size !== count || texts.get(path) !== mutated) problems.push('settle wrote something');
  return problems.map((problem) => `seed ${seed}, ${specimen.name}, ${path}: ${problem}`);
}

async function amendmentProblems(seed: number): Promise<string[]> {
  const chance = dice(seed);
  const specimen = choose(chance, settled);
  const texts = new Map(specimen.after);
  const files = [...texts.keys()].filter((path) => !inLedger(path));
  const path = choose(chance, files);
  texts.set(
    path,
    mutateText(
      texts.get(path) ?? '',
      seed,
      files.map((file) => texts.get(file) ?? ''),
    ),
  );
  const context = surroundings(specimen, texts);
  const outcome = await settle(context);
  const problems = outcomeProblems(outcome);
  if (problems.length === 0 && outcome.exitCode === 0) {
    const { statements = [] } = JSON.parse(outcome.output) as { statements?: Statement[] };
    problems.push(...statements.flatMap(statementProblems));
    const verified = await run(context, (each) => verify(each, null));
    if (verified.exitCode !== 0) problems.push(`does not verify: ${verified.output}`);
  }
  for (const [file, text] of specimen.after) {
    if (inLedger(file) && texts.get(file) !== text) problems.push(`${file} was rewritten`);
  }
  return problems.map((problem) => `seed ${seed}, ${specimen.name}, ${path}: ${problem}`);
}

async function all(problemsOf: (seed: number) => Promise<string[]>): Promise<string[]> {
  const problems: string[] = [];
  for (let run = 0; run < RUNS; run++) problems.push(...(await problemsOf(SEED * 1_000_000 + run)));
  return problems;
}

describe('a settled relationship', () => {
  it(`shows every change of its ledger (${RUNS} mutants)`, { timeout: RUNS * 2000 }, async () => {
    expect(await all(ledgerProblems)).toEqual([]);
  });

  it(`settles on, or refuses to, whatever its files say now (${RUNS} mutants)`, { timeout: RUNS * 2000 }, async () => {
    expect(await all(amendmentProblems)).toEqual([]);
  });
});
