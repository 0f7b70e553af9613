import { fileURLToPath } from 'node:url';
import { summary } from '../run/figures.mjs';
import { runProcess } from '../run/measured-process.mjs';

const PROGRAM = fileURLToPath(new URL('program.mjs', import.meta.url));

/** Replays a year of statements of generated contracts, in fresh processes that time themselves. */
export async function measureReplay({ repository, contracts, runs, log }) {
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const { output, peakMegabytes } = await runProcess([PROGRAM, repository, String(contracts)]);
    const result = JSON.parse(output);
    log(`${result.statements} statements replayed in ${result.seconds.toFixed(2)} s, settled in ${result.settleSeconds.toFixed(2)} s`);
    results.push({ ...result, peakMegabytes });
  }
  const [{ statements, lines, trueUps, heldLines }] = results;
  const settling = summary(results.map(({ settleSeconds }) => ({ seconds: settleSeconds })));
  return { contracts, statements, lines, trueUps, heldLines, replay: summary(results), settling };
}
