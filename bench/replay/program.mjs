import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { contractFiles, idOf, monthsFromStart, WORKSPACE } from '../contracts/generated-contract.mjs';
import { stopwatch } from '../run/stopwatch.mjs';
import { evidenceFor } from './generated-evidence.mjs';

/*
 * `node program.mjs <repository> <number of contracts> [months]`: settles generated contracts month by month, in memory, then replays
 * every statement from the texts of its ledger as `concord verify` does, one contract after the other, and prints how long each took:
 * in all, and where the months are said by the place of the statement in its contract too (asking the clock that often is not free).
 */

const [repository, count, months] = process.argv.slice(2);
const PERIODS = monthsFromStart(Number(months ?? 12));
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
  (body, grounds, before) =>
    sealStatement(body, grounds, before, ledgerRenderer(events), from);

function folderOf(index) {
  const { folder, issues } = loadContract(idOf(index), new Map([[WORKSPACE.path, WORKSPACE.text], ...contractFiles(index, PERIODS)]));
  if (folder === null) throw new Error(JSON.stringify(issues.slice(0, 3)));
  return folder;
}

/** Milliseconds of this process's processor time. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const settled = { seconds: 0, cpuSeconds: 0 };
const replayed = { seconds: 0, cpuSeconds: 0 };
/** By the place of the statement: what each contract's took. */
const places = PERIODS.map(() => ({ settle: [], replay: [] }));

function add(total, took) {
  total.seconds += took.seconds;
  total.cpuSeconds += took.cpuSeconds;
}

/** Settles all months; what the warehouse would have measured is not on the clock. */
function settleAll(folder) {
  const ledger = [];
  for (const [place, period] of PERIODS.entries()) {
    const input = { terms: folder.terms, events: folder.events, ledger, asOf: dueOn(period) };
    const planning = stopwatch();
    const plan = planRun(input, null);
    const planned = planning();
    if (plan.targets.map((target) => target.period).join() !== period) throw new Error(`not due on ${input.asOf}: ${period}`);
    const evidence = evidenceFor(plan.request, period, recordCalendar);
    const settling = stopwatch();
    const entries = settleRun(input, plan, () => evidence, sealFor(folder));
    // digests and the page are computed where somebody asks: whoever writes a statement does
    for (const { statement } of entries) JSON.stringify(statement.provenance);
    ledger.push(...entries);
    const took = settling();
    add(settled, planned);
    add(settled, took);
    places[place].settle.push((planned.cpuSeconds + took.cpuSeconds) * 1000);
  }
  return ledger;
}

/** As files hold them: texts of their own. */
function foldersOf({ id, events }, ledger) {
  return ledger.map((entry, at) => ({
    period: entry.statement.period,
    path: `contracts/${id}/ledger/${entry.statement.period}`,
    files: new Map(
      [...ledgerTexts(entry, ledger.slice(0, at), ledgerRenderer(events))].map(([file, text]) => [file, Buffer.from(text).toString()]),
    ),
  }));
}

function replayAll(folder, kept) {
  const own = { id: folder.id, isCopy: false };
  const tools = replayTools({ ...folder, ledger: [], texts: new Map(), own }, from.engine);
  // Evidence is looked at once for every statement: from there to the next one's is what a statement takes.
  const marks = [];
  const shape = (kind, data) => {
    if (kind === 'evidence' && months !== undefined) marks.push(processor());
    return tools.shape(kind, data);
  };
  const replaying = stopwatch();
  const replay = replayLedger(kept, { ...tools, shape });
  add(replayed, replaying());
  if (months !== undefined) marks.push(processor());
  if (replay.issues.length > 0) throw new Error(`${folder.id}: ${JSON.stringify(replay.issues.slice(0, 3))}`);
  for (const [place, mark] of marks.slice(0, -1).entries()) places[place].replay.push(marks[place + 1] - mark);
  return replay.entries.length;
}

const counted = { statements: 0, lines: 0, trueUps: 0, heldLines: 0 };
for (let index = 0; index < Number(count); index += 1) {
  const folder = folderOf(index);
  const ledger = settleAll(folder);
  const lines = ledger.flatMap(({ statement }) => statement.lines);
  counted.statements += replayAll(folder, foldersOf(folder, ledger));
  counted.lines += lines.length;
  counted.trueUps += lines.filter(({ kind }) => kind === 'true-up').length;
  counted.heldLines += lines.filter(({ held }) => held).length;
}
writeSync(1, `${JSON.stringify({ ...counted, replayed, settled, places })}\n`);
