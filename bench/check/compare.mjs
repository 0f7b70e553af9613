import { fileURLToPath } from 'node:url';
import { inTurns } from '../run/figures.mjs';
import { runProcess } from '../run/measured-process.mjs';

const PROGRAM = fileURLToPath(new URL('programs.mjs', import.meta.url));

/** Checking generated contracts against the least any checker must do; each run is a fresh process that times itself. */
export async function compareChecks({ repository, contracts, runs, log }) {
  const competitor = (id) => ({
    id,
    run: async () => {
      const { output, peakMegabytes } = await runProcess([PROGRAM, id, repository, String(contracts)]);
      return { peakMegabytes, ...JSON.parse(output) };
    },
  });
  const figures = await inTurns([competitor('concord'), competitor('bare')], runs, log);
  return { contracts, ...Object.fromEntries(figures) };
}
