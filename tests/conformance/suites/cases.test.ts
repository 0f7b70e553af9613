import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleDue } from '../../../src/commands/run/settle.js';
import { verify } from '../../../src/commands/run/verify.js';
import { printed } from '../../in-process.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt, contextFor, duckdbOver, upload } from '../support/contexts.js';
import { applyStep, type Case, layOut, ledgerOf, readCases } from '../support/run-cases.js';

/*
 * Every worked case, settled from DuckDB's numbers and from BigQuery's: the ledgers are the same bytes.
 */

const cases = readCases();
const only = process.env['CONCORD_CASE'];

describe.skipIf(cases.length === 0)(`worked cases${cases.length === 0 ? ' (CONCORD_CASES is absent)' : ''}`, () => {
  let evaluator: Evaluator;
  beforeAll(async () => {
    evaluator = await Evaluator.start();
  });
  afterAll(() => evaluator.stop());

  it.each(cases.filter(({ name }) => only === undefined || name === only).map((each) => [each.name, each] as const))(
    '%s',
    async (_, each) => {
      const loopback = new LoopbackBigquery(evaluator);
      const endpoint = await loopback.start();
      try {
        const duckdb = await settled(
          each,
          (root) => duckdbOver(root),
          async () => undefined,
        );
        const bigquery = await settled(
          each,
          () => bigqueryAt(endpoint, loopback.project),
          (root) => upload(loopback, root, each.contract),
        );
        expect(bigquery.outputs).toEqual(duckdb.outputs);
        expect([...bigquery.ledger]).toEqual([...duckdb.ledger]);
        if (duckdb.ledger.size > 0) expect(loopback.jobs.paid.length).toBeGreaterThan(0);
      } finally {
        await loopback.stop();
      }
    },
  );
});

type Open = ReturnType<typeof duckdbOver>;

/** Settles a case step by step; what was said, and the ledger that it leaves. */
async function settled(
  each: Case,
  open: (root: string) => Open,
  load: (root: string) => Promise<void>,
): Promise<{ outputs: readonly string[]; ledger: ReadonlyMap<string, string> }> {
  const root = layOut(each);
  try {
    const outputs: string[] = [];
    for (const step of each.steps) {
      applyStep(each, root, step);
      await load(root);
      const context = contextFor(root, step.asOf, open(root));
      const result = await printed(context, settleDue(context, { contract: each.contract, period: null, preview: false }));
      outputs.push(`${result.exitCode} ${result.errors ?? ''}`);
    }
    const after = contextFor(root, '2030-01-01', open(root));
    const verified = await printed(after, verify(after, each.contract));
    outputs.push(`${verified.exitCode}`);
    return { outputs, ledger: ledgerOf(root, each.contract) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
