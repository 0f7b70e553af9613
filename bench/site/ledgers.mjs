import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contractFiles, idOf, PERIODS, WORKSPACE } from '../contracts/generated-contract.mjs';
import { evidenceFor } from '../replay/generated-evidence.mjs';

/*
 * `node ledgers.mjs <repository> <folder> <number of contracts>`: a repository of generated contracts, each settled for a year, on the disk.
 */

const [repository, root, count] = process.argv.slice(2);
const engine = (path) => import(pathToFileURL(`${repository}/dist/${path}`).href);
const { loadContract } = await engine('contract/load-contract.js');
const { planRun, settleRun } = await engine('settlement/run.js');
const { ledgerTexts, sealStatement } = await engine('settlement/seal-statement.js');
const { ledgerRenderer } = await engine('running/report-context.js');
const { recordCalendar } = await engine('kernel/zone-record.js');

const FROM = { engine: 'bench', warehouse: 'generated', commit: null, jobs: [] };

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Fifteen days after the month's end: the day on which it is due. */
function dueOn(period) {
  const [year, month] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 15)).toISOString().slice(0, 10);
}

function settleAll({ id, terms, events }) {
  const ledger = [];
  const render = ledgerRenderer(events);
  for (const period of PERIODS) {
    const input = { terms, events, ledger, asOf: dueOn(period) };
    const plan = planRun(input, null);
    const evidence = evidenceFor(plan.request, period, recordCalendar);
    const seal = (body, of, before) => sealStatement(body, of, before, render, FROM);
    for (const entry of settleRun(input, plan, () => evidence, seal)) {
      for (const [file, text] of ledgerTexts(entry, ledger, render))
        write(`contracts/${id}/ledger/${entry.statement.period}/${file}`, text);
      ledger.push(entry);
    }
  }
}

rmSync(root, { recursive: true, force: true });
write(WORKSPACE.path, WORKSPACE.text);
for (let index = 0; index < Number(count); index += 1) {
  const files = contractFiles(index);
  for (const [path, text] of files) write(path, text);
  const { folder, issues } = loadContract(idOf(index), new Map([[WORKSPACE.path, WORKSPACE.text], ...files]));
  if (folder === null) throw new Error(JSON.stringify(issues.slice(0, 3)));
  settleAll(folder);
}
