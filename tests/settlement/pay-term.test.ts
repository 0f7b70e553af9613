import { describe, expect, it } from 'vitest';
import { readContract } from '../../src/running/repository.js';
import { memoryFiles } from '../memory-files.js';
import { drawLife } from '../oracle/draw.js';
import { stepsOf } from '../oracle/life.js';
import { settleByTheProduct } from '../oracle/product.js';
import { tries } from '../tries.js';
import { paidAsSettled } from './paid-as-settled.js';

/*
 * The plain reckoning of what terms pay beside settlement itself: random contracts of the language's second reading, their lives without
 * events, settled by the product's own commands. `PAY_CASES` says how many; golden folders are compared where they are played
 * (tests/golden).
 */
const CASES = tries('PAY_CASES', 20);

describe('what terms pay', () => {
  it('is what settlement settles for complete periods without events', { timeout: 600_000 }, async () => {
    const counts = { compared: 0, lines: 0 };
    for (let seed = 1; seed <= CASES; seed += 1) {
      const steps = stepsOf(drawLife(seed)).map((step) => ({ ...step, events: [] }));
      const [first] = steps;
      if (first === undefined) continue;
      const { ledger: files } = await settleByTheProduct(steps.map((step) => ({ ...step, terms: first.terms })));
      const { id } = first.terms.contract;
      const { ledger } = await readContract(memoryFiles(new Map(files)), id);
      const both = paidAsSettled(ledger);
      if (both === null) continue;
      expect(both.paid, `seed ${seed}`).toEqual(both.settled);
      counts.compared += 1;
      counts.lines += both.paid.length;
    }

    expect(counts.compared).toBeGreaterThan(CASES / 10);
    expect(counts.lines).toBeGreaterThan(CASES);
  });
});
