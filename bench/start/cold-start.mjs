import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractFiles, idOf, WORKSPACE } from '../contracts/generated-contract.mjs';
import { inTurns } from '../run/figures.mjs';
import { runProcess } from '../run/measured-process.mjs';

/** `concord check` of one contract, from the start of the process to its end, against `node -e 0`. */
export async function coldStart({ cli, folder, runs, log }) {
  const root = join(folder, 'roots', 'cold-start');
  const files = new Map([[WORKSPACE.path, WORKSPACE.text], ...contractFiles(0)]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const competitors = [
    { id: 'concord', run: () => runProcess([cli, 'check', idOf(0), '--root', root], { resources: false }) },
    { id: 'node', run: () => runProcess(['-e', '0'], { resources: false }) },
  ];
  return Object.fromEntries(await inTurns(competitors, runs, log));
}
