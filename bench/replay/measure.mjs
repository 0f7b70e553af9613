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
    log(
      `${result.statements} statements replayed in ${result.replayed.seconds.toFixed(2)} s, settled in ${result.settled.seconds.toFixed(2)} s`,
    );
    results.push({ ...result, peakMegabytes });
  }
  const [{ statements, lines, trueUps, heldLines }] = results;
  return {
    contracts,
    statements,
    lines,
    trueUps,
    heldLines,
    replay: summary(results.map(({ replayed, peakMegabytes }) => ({ ...replayed, peakMegabytes }))),
    settling: summary(results.map(({ settled }) => settled)),
  };
}
