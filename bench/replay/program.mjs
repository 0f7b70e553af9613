import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { contractFiles, idOf, PERIODS, WORKSPACE } from '../contracts/generated-contract.mjs';
import { stopwatch } from '../run/stopwatch.mjs';
import { evidenceFor } from './generated-evidence.mjs';

/*
 * `node program.mjs <repository> <number of contracts>`: settles twelve months of generated contracts month by month, in
 * memory, then replays every statement from the texts of its ledger as `concord verify` does, and prints how long each took.
 */

const [repository, count] = process.argv.slice(2);
const engine = (path) => import(pathToFileURL(`${repository}/dist/${path}`).href);
const { loadContract } = await engine('contract/load-contract.js');
const { planRun, settleRun } = await engine('settlement/run.js');
const { ledgerTexts, sealStatement } = await engine('settlement/seal-statement.js');
const { replayLedger } = await engine('settlement/replay.js');
const { ledgerRenderer } = await engine('running/report-context.js');
const { recordCalendar } = await engine('kernel/zone-record.js');
const { replayTools } = await engine('running/replay-proposed.js');

/** Fifteen days after the month's end: the day on which it is due. */
function dueOn(period) {
  const [year, month] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 15)).toISOString().slice(0, 10);
}

const from = { engine: 'bench', warehouse: 'generated', commit: null, jobs: [] };
const sealFor =
  ({ events }) =>
  (body, terms, before) =>
    sealStatement(body, terms, before, ledgerRenderer(events), from);

function settleYear(folder) {
  const ledger = [];
  for (const period of PERIODS) {
    const input = { terms: folder.terms, events: folder.events, ledger, asOf: dueOn(period) };
    const plan = planRun(input, null);
    if (plan.targets.map((target) => target.period).join() !== period) throw new Error(`not due on ${input.asOf}: ${period}`);
    const evidence = evidenceFor(plan.request, period, recordCalendar);
    ledger.push(...settleRun(input, plan, () => evidence, sealFor(folder)));
  }
  return ledger;
}

const folders = Array.from({ length: Number(count) }, (_, index) => {
  const { folder, issues } = loadContract(idOf(index), new Map([[WORKSPACE.path, WORKSPACE.text], ...contractFiles(index)]));
  if (folder === null) throw new Error(JSON.stringify(issues.slice(0, 3)));
  return folder;
});

const settling = stopwatch();
const ledgers = folders.map(settleYear);
const settled = settling();

const kept = ledgers.map((entries, index) =>
  entries.map((entry, at) => ({
    period: entry.statement.period,
    path: `contracts/${folders[index].id}/ledger/${entry.statement.period}`,
    files: ledgerTexts(entry, entries.slice(0, at), ledgerRenderer(folders[index].events)),
  })),
);
const lines = ledgers.flat().flatMap(({ statement }) => statement.lines);

const replaying = stopwatch();
let statements = 0;
for (const [index, ledger] of kept.entries()) {
  const replay = replayLedger(ledger, replayTools(folders[index].events, from.engine));
  if (replay.issues.length > 0) throw new Error(`${folders[index].id}: ${JSON.stringify(replay.issues.slice(0, 3))}`);
  statements += replay.entries.length;
}
const replayed = replaying();

const howMany = (test) => lines.filter(test).length;
const counted = {
  statements,
  lines: lines.length,
  trueUps: howMany((line) => line.kind === 'true-up'),
  heldLines: howMany((line) => line.held),
};
writeSync(1, `${JSON.stringify({ ...counted, replayed, settled })}\n`);
