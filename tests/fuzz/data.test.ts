import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { type Dice, dice } from '../../src/sample/dice.js';
import type { Statement } from '../../src/settlement/model.js';
import { FAR_BELOW } from '../far-below.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { tries } from '../tries.js';
import { corpus, filesBelow, type Specimen } from './corpus.js';
import { choose, mutateBytes } from './mutate.js';
import { outcomeProblems, statementProblems } from './oracle.js';

/*
 * Data files, mutated: bytes flipped, cut off, rows lost or doubled, values that are none. Every outcome is issues, or
 * statements in order, some of them held. FUZZ_RUNS and FUZZ_SEED try more than the usual; a finding prints its seed.
 */
const RUNS = Math.ceil(tries('FUZZ_RUNS', 120) / 4);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const specimens = corpus();
let scratch = '';

/** Every specimen's data a second time as Parquet files, as their columns are guessed: dates, instants, doubles and all. */
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'concord-fuzz-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  for (const { name, data } of specimens) {
    cpSync(data, join(scratch, name), { recursive: true });
    for (const file of filesBelow(scratch, name)) {
      const path = join(scratch, file);
      await connection.run(`COPY (SELECT * FROM read_csv('${path}')) TO '${path.replace(/csv$/, 'parquet')}' (FORMAT parquet)`);
      rmSync(path);
    }
  }
  connection.closeSync();
  instance.closeSync();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Copies a specimen's data, as CSV or Parquet, with one file mutated. */
function mutant(seed: number, chance: Dice): { specimen: Specimen; file: string; data: string } {
  const specimen = choose(chance, specimens);
  const data = mkdtempSync(join(scratch, 'run-'));
  cpSync(chance.chance(700) ? specimen.data : join(scratch, specimen.name), data, { recursive: true });
  const folder = choose(chance, readdirSync(data));
  const file = choose(chance, filesBelow(data, folder));
  const path = join(data, file);
  writeFileSync(path, mutateBytes(readFileSync(path), seed));
  return { specimen, file, data };
}

async function problemsOf(seed: number): Promise<string[]> {
  const chance = dice(seed);
  const { specimen, file, data } = mutant(seed, chance);
  const texts = new Map(specimen.texts);
  const context: CommandPlace = { ...contextFor({ root: '/nowhere', asOf: specimen.asOf, data }), files: memoryFiles(texts) };
  const began = performance.now();
  const scored = await run({ ...context, format: 'pretty' }, (each) => score(each, { contract: specimen.contract, period: null }));
  const problems = outcomeProblems(scored);
  const settled = await run(context, (each) => settleDue(each, { contract: specimen.contract, period: null, preview: false }));
  problems.push(...outcomeProblems(settled));
  if (settled.exitCode === 0) {
    const { statements = [] } = JSON.parse(settled.output) as { statements?: Statement[] };
    problems.push(...statements.flatMap(statementProblems));
    const verified = await run(context, (each) => verify(each, null));
    if (verified.exitCode !== 0) problems.push(`does not verify: ${verified.output}`);
  } else if ([...texts.keys()].some((path) => path.includes('/ledger/'))) {
    problems.push('refused, and yet something was written');
  }
  const took = performance.now() - began;
  if (took > FAR_BELOW) problems.push(`took ${Math.round(took)} ms`);
  rmSync(data, { recursive: true, force: true });
  return problems.map((problem) => `seed ${seed}, ${specimen.name}, ${file}: ${problem}`);
}

describe('mutated data', () => {
  it(`ends in issues or in statements (${RUNS} mutants)`, { timeout: RUNS * 4000 }, async () => {
    const problems: string[] = [];
    for (let run = 0; run < RUNS; run++) problems.push(...(await problemsOf(SEED * 1_000_000 + run)));
    expect(problems).toEqual([]);
  });
});
