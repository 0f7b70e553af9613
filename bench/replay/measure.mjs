import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, summary } from '../run/figures.mjs';
import { runProcess } from '../run/measured-process.mjs';
import { withHistory } from './history.mjs';

const PROGRAM = fileURLToPath(new URL('program.mjs', import.meta.url));
const LEDGERS = fileURLToPath(new URL('../site/ledgers.mjs', import.meta.url));

/** Months of the contracts that say whether a statement costs the same late as early. */
const LONG = 36;
/** The first statement that measures a whole window again: three months before its own. */
const FULL_WINDOW = 4;

/**
 * Settles and replays a year of generated contracts, in fresh processes that time themselves, and three years of a few; and verifies a
 * repository of such a year as people do.
 */
export async function measureReplay({ cli, repository, folder, contracts, runs, log }) {
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const { output, peakMegabytes } = await runProcess([PROGRAM, repository, String(contracts)]);
    const result = JSON.parse(output);
    log(
      `${result.statements} statements: replayed in ${result.replayed.cpuSeconds.toFixed(2)} s, settled in ${result.settled.cpuSeconds.toFixed(2)} s of a core`,
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
    verify: await measureVerify({ cli, repository, root: join(folder, 'roots', 'verified'), contracts, runs, log }),
    long: await measureLong({ repository, contracts: Math.max(8, Math.ceil(contracts / 10)), log }),
  };
}

/** `concord verify` of a git repository on the disk: the whole process. */
async function measureVerify({ cli, repository, root, contracts, runs, log }) {
  await runProcess([LEDGERS, repository, root, String(contracts)]);
  await withHistory(root);
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const { output, ...took } = await runProcess([cli, 'verify', '--root', root, '--format', 'json']);
    const verified = JSON.parse(output).contracts;
    if (verified.some(({ issues }) => issues.length > 0)) throw new Error('a generated ledger does not verify');
    log(`${verified.length} ledgers verified: ${took.cpuSeconds.toFixed(2)} s of a core, ${Math.round(took.peakMegabytes)} MB`);
    results.push(took);
  }
  return summary(results);
}

/** What late statements cost beside early ones of the same contracts, in one run: the first half of them warms the program up. */
async function measureLong({ repository, contracts, log }) {
  const { output, peakMegabytes } = await runProcess([PROGRAM, repository, String(contracts), String(LONG)]);
  const { places, statements } = JSON.parse(output);
  const cost = (place, what) => median(places[place][what].slice(Math.floor(contracts / 2)));
  const ratios = (what) => {
    const [first, full, twelfth, last] = [0, FULL_WINDOW, 11, LONG - 1].map((place) => cost(place, what));
    return { first, twelfth: twelfth / first, last: last / first, twelfthToFull: twelfth / full, lastToFull: last / full };
  };
  const long = { months: LONG, contracts, statements, peakMegabytes, settle: ratios('settle'), replay: ratios('replay') };
  log(
    `statement ${LONG} ÷ statement ${FULL_WINDOW + 1}: settled ${long.settle.lastToFull.toFixed(2)}, replayed ${long.replay.lastToFull.toFixed(2)}`,
  );
  return long;
}
