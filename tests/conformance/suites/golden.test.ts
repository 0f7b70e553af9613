import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOLDEN, goldenFolders, playFolder, type Settle } from '../../../scripts/golden.mjs';
import { settleDue } from '../../../src/commands/run/settle.js';
import { verify } from '../../../src/commands/run/verify.js';
import { printed } from '../../in-process.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { bigqueryAt, contextFor, upload } from '../support/contexts.js';

/*
 * The golden folders, played on BigQuery: what they settle is what lies in expected/, byte for byte, and that was settled
 * on DuckDB. The digests in expected/ cover evidence and statements.
 */

let evaluator: Evaluator;
beforeAll(async () => {
  evaluator = await Evaluator.start();
});
afterAll(() => evaluator.stop());

/** What only files can be: text that is no number where the definitions have one; times as an export writes them, with their offset; a month of a folder that is not there. */
const FILES_ONLY = new Set(['bad-rows', 'month-not-exported', 'two-shops']);

describe('golden folders on BigQuery', () => {
  it.each(goldenFolders().filter((name) => !FILES_ONLY.has(name)))('%s', async (name) => {
    const loopback = new LoopbackBigquery(evaluator, 'acme-reporting', false);
    const endpoint = await loopback.start();
    try {
      const open = bigqueryAt(endpoint, loopback.project);
      const settle: Settle = Object.assign(
        async (root: string, contract: string, asOf: string) => {
          await upload(loopback, root, contract);
          const context = contextFor(root, asOf, open);
          return printed(context, settleDue(context, { contract, period: null, preview: false }));
        },
        {
          verify: (root: string, contract: string) => {
            const context = contextFor(root, '2099-01-01', open);
            return printed(context, verify(context, contract));
          },
        },
      );
      const { expected, verified } = await playFolder(name, settle);
      const folder = join(GOLDEN, name, 'expected');
      const wanted = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
      for (const [file, text] of expected) expect(text, `${name}/expected/${file}`).toBe(wanted.get(file));
      expect(verified.exitCode, verified.output).toBe(0);
      expect(loopback.jobs.paid.length).toBeGreaterThan(0);
    } finally {
      await loopback.stop();
    }
  });
});
