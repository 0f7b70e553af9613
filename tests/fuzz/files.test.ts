import { describe, expect, it } from 'vitest';
import { check } from '../../src/commands/run/check.js';
import { explain } from '../../src/commands/run/explain.js';
import { plan } from '../../src/commands/run/plan.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { listContracts, readContract } from '../../src/running/repository.js';
import { dice } from '../../src/sample/dice.js';
import type { Statement } from '../../src/settlement/model.js';
import { FAR_BELOW } from '../far-below.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { tries } from '../tries.js';
import { corpus, type Specimen } from './corpus.js';
import { choose, mutateText } from './mutate.js';
import { issueProblems, outcomeProblems, statementProblems } from './oracle.js';

/*
 * Contracts, definitions, events and the workspace, mutated: every outcome is issues with a place, or statements in order.
 * FUZZ_RUNS and FUZZ_SEED try more than the usual; a finding prints its seed.
 */
const RUNS = tries('FUZZ_RUNS', 120);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const specimens = corpus();
const everyText = specimens.flatMap((specimen) => [...specimen.texts.values()]);

function mutant(seed: number): { specimen: Specimen; path: string; texts: Map<string, string> } {
  const chance = dice(seed);
  const specimen = choose(chance, specimens);
  const path = choose(chance, [...specimen.texts.keys()]);
  const texts = new Map(specimen.texts);
  texts.set(path, mutateText(specimen.texts.get(path) ?? '', seed, everyText));
  return { specimen, path, texts };
}

/** All that is wrong with how the commands take one mutant. */
async function problemsOf(seed: number): Promise<string[]> {
  const { specimen, path, texts } = mutant(seed);
  const context: CommandPlace = {
    ...contextFor({ root: '/nowhere', asOf: specimen.asOf, data: specimen.data }),
    files: memoryFiles(texts),
  };
  const began = performance.now();
  const problems: string[] = [];
  const checked = await run(context, (each) => check(each, { contract: null, strict: false, changedSince: null }));
  problems.push(...outcomeProblems(checked));
  for (const id of await listContracts(context.files))
    problems.push(...issueProblems((await readContract(context.files, id)).issues, texts));
  problems.push(...(checked.exitCode === 0 ? await settledProblems(context) : await refusedProblems(context, texts)));
  const took = performance.now() - began;
  if (took > FAR_BELOW) problems.push(`took ${Math.round(took)} ms`);
  return problems.map((problem) => `seed ${seed}, ${specimen.name}, ${path}: ${problem}`);
}

/** What has errors is not settled, and nothing is written. */
async function refusedProblems(context: CommandPlace, texts: ReadonlyMap<string, string>): Promise<string[]> {
  const before = texts.size;
  const settled = await run(context, (each) => settleDue(each, { contract: null, period: null, preview: false }));
  const problems = outcomeProblems(settled);
  if (settled.exitCode === 0) problems.push('settles what has errors');
  if (texts.size !== before) problems.push('writes although it has errors');
  return problems;
}

async function settledProblems(context: CommandPlace): Promise<string[]> {
  const settled = await run(context, (each) => settleDue(each, { contract: null, period: null, preview: false }));
  const problems = outcomeProblems(settled);
  if (problems.length > 0) return problems;
  const { statements = [] } = JSON.parse(settled.output) as { statements?: Statement[] };
  problems.push(...statements.flatMap(statementProblems));
  const last = statements.at(-1);
  if (last === undefined) return problems;
  for (const format of ['pretty', 'markdown'] as const) {
    const told = await run({ ...context, format, locale: 'zh' }, (each) => explain(each, { ...last, line: null }));
    problems.push(...outcomeProblems(told));
    if (told.exitCode !== 0) problems.push(`explain: ${told.errors}`);
  }
  const verified = await run(context, (each) => verify(each, null));
  problems.push(...outcomeProblems(verified));
  if (verified.exitCode !== 0) problems.push(`does not verify: ${verified.output}`);
  const planned = await run(context, (each) => plan(each, last));
  return [...problems, ...outcomeProblems(planned)];
}

describe('mutated files', () => {
  it(`end in issues or in statements (${RUNS} mutants)`, { timeout: RUNS * 2000 }, async () => {
    const problems: string[] = [];
    for (let run = 0; run < RUNS; run++) problems.push(...(await problemsOf(SEED * 1_000_000 + run)));
    expect(problems).toEqual([]);
    expect(Object.keys({})).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
