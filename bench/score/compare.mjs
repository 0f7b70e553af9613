import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurns } from '../run/figures.mjs';
import { runProcess } from '../run/measured-process.mjs';
import { checkScorecard, checkScorecards, concordAnswer, scoreAllArguments, scoreArguments } from './concord.mjs';
import { writeContract, writeContracts } from './contract.mjs';
import { SCENARIOS } from './measures.mjs';
import { ordersFile } from './orders.mjs';

/** How many orders the agreement of all programs is tried on when they are dirty. */
const DIRTY_ROWS = 200_000;

/** How many contracts of one fact are scored together, beside one. */
export const TOGETHER = 10;

const program = (name) => fileURLToPath(new URL(`rivals/${name}.mjs`, import.meta.url));

/**
 * The rivals. `slow` ones run only in the first scenario, once and without warm-up; of those with the same letter the fastest
 * counts.
 */
export const RIVALS = [
  { id: 'one-query-session', title: 'One query, `date_trunc` in the session’s zone', of: 'one-query', flavour: 'session', letter: 'a' },
  { id: 'one-query-converted', title: 'One query, `AT TIME ZONE` and `date_trunc`', of: 'one-query', flavour: 'converted', letter: 'a' },
  {
    id: 'many-queries-converted',
    title: 'A query per measure and month, `AT TIME ZONE` and `date_trunc`',
    of: 'many-queries',
    flavour: 'converted',
    letter: 'b',
    slow: true,
  },
  {
    id: 'many-queries-ranges',
    title: 'A query per measure and month, bare ranges of instants',
    of: 'many-queries',
    flavour: 'ranges',
    letter: 'b′',
  },
  { id: 'malloy', title: 'Malloy', of: 'malloy', flavour: 'model', letter: 'c' },
];

/**
 * Compares `concord score` with the rivals in every scenario. Nothing is timed before all programs gave the same answer,
 * on clean and on dirty orders.
 * @param {{ cli: string, folder: string, rows: number, runs: number, scenarios: readonly string[], rivals: readonly string[], log: (text: string) => void }} options
 */
export async function compareScores({ cli, folder, rows, runs, scenarios, rivals: chosen, log }) {
  const clean = await ordersFile({ folder, rows, log });
  const dirty = await ordersFile({ folder, rows: Math.min(rows, DIRTY_ROWS), dirty: true, log });
  const results = [];
  for (const scenario of SCENARIOS.filter(({ id }) => scenarios.includes(id))) {
    log(`${scenario.title}: ${rows.toLocaleString('en')} orders`);
    for (const rival of RIVALS) await checkAgreement({ cli, scenario, rival, orders: dirty });
    log('all programs agree on dirty orders');
    const answer = JSON.stringify(await concordAnswer({ cli, scenario, data: clean.data }));
    const root = join(folder, 'roots', scenario.id);
    writeContract(root, scenario);
    const together = join(folder, 'roots', `${scenario.id}-together`);
    writeContracts(together, scenario, TOGETHER);
    const rivals = RIVALS.filter((rival) => chosen.includes(rival.id) && (rival.slow !== true || scenario === SCENARIOS[0]));
    const competitors = [
      {
        id: 'concord',
        run: async () => {
          const run = await runProcess(scoreArguments({ cli, root, data: clean.data }));
          checkScorecard(run.output, { clean: true });
          return run;
        },
      },
      {
        id: 'together',
        run: async () => {
          const run = await runProcess(scoreAllArguments({ cli, root: together, data: clean.data }));
          checkScorecards(run.output, TOGETHER);
          return run;
        },
      },
      ...rivals.map((rival) => ({
        id: rival.id,
        ...(rival.slow === true ? { runs: 1, warmUp: false } : {}),
        run: async () => {
          const run = await runProcess([program(rival.of), rival.flavour, scenario.id, clean.path]);
          requireSame(rival.id, run.output.trim(), answer);
          return run;
        },
      })),
    ];
    const timed = await inTurns(competitors, runs, log);
    results.push({ scenario: scenario.id, title: scenario.title, rows, figures: Object.fromEntries(timed) });
  }
  return results;
}

async function checkAgreement({ cli, scenario, rival, orders }) {
  const ours = await concordAnswer({ cli, scenario, data: orders.data });
  const { output } = await runProcess([program(rival.of), rival.flavour, scenario.id, orders.path]);
  requireSame(rival.id, output.trim(), JSON.stringify(ours));
}

function requireSame(id, answer, expected) {
  if (answer === expected) return;
  const at = [...answer].findIndex((letter, index) => letter !== expected[index]);
  const near = (text) => text.slice(Math.max(0, at - 120), at + 80);
  throw new Error(`${id} does not agree with concord:\n${near(answer)}\nagainst\n${near(expected)}`);
}
