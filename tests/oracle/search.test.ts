import { afterAll, describe, expect, it } from 'vitest';
import { tries } from '../tries.js';
import { compareLife } from './compare-lives.js';
import { drawLife } from './draw.js';
import { stepsOf } from './life.js';
import { type Json, replay, settleByTheProduct } from './product.js';
import { smallest } from './shrink.js';

/*
 * Random lives through the product and through the second reading of the language. `ORACLE_CASES` says how many,
 * `ORACLE_SEED` with which to begin; a difference prints its seed and the smallest life that shows it.
 */
const CASES = tries('ORACLE_CASES', 160);
const FIRST = Number(process.env.ORACLE_SEED ?? 1);
const PORTION = 25;
const throughFiles = Array.from({ length: Math.min(CASES, Number(process.env.ORACLE_DUCKDB ?? 5)) }, (_, index) => FIRST + index * 7);
/** Where numbers came from is not what they are; the chain's digests cover it not either. */
const withoutProvenance = ({ provenance: _provenance, ...statement }: Json) => statement;
const portions = Array.from({ length: Math.ceil(CASES / PORTION) }, (_, index) => FIRST + index * PORTION);

describe('random lives: the product settles as the language reads', () => {
  const counts = { same: 0, silent: 0, refused: 0, statements: 0 };

  it.each(portions)('seeds from %i', { timeout: 600_000 }, async (from) => {
    for (let seed = from; seed < Math.min(from + PORTION, FIRST + CASES); seed++) {
      const life = drawLife(seed);
      const finding = await compareLife(life);
      if (finding.is === 'same' || finding.is === 'silent') {
        counts[finding.is]++;
        counts.statements += finding.statements;
      } else if (finding.is === 'refused') counts.refused++;
      else {
        const least = await smallest(life, finding, 60_000);
        expect.fail(
          `seed ${seed}: ${JSON.stringify(finding)}\nsmallest: ${JSON.stringify(await compareLife(least))}\n${JSON.stringify(least)}`,
        );
      }
      if (seed % 20 === 0 && 'ledger' in finding) {
        expect(await replay(stepsOf(life), finding.ledger), `replay of seed ${seed}`).toBe('');
      }
    }
  });

  it.each(throughFiles)('the same through files and DuckDB (seed %i)', { timeout: 120_000 }, async (seed) => {
    const steps = stepsOf(drawLife(seed));
    const [rows, files] = [await settleByTheProduct(steps), await settleByTheProduct(steps, 'duckdb')];
    const comparable = (life: typeof rows) =>
      life.steps.map(({ statements, errors }) => ({ statements: statements.map(withoutProvenance), errors }));
    expect(comparable(files)).toEqual(comparable(rows));
  });

  afterAll(() => {
    // A search that finds no valid contracts, or settles nothing, proves nothing.
    if (counts.same + counts.silent + counts.refused < CASES) return;
    expect(counts.silent).toBeLessThan(CASES / 20);
    expect(counts.refused).toBeLessThan(CASES / 5);
    expect(counts.statements).toBeGreaterThan(CASES);
  });
});
