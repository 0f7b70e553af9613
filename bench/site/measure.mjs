import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PERIODS } from '../contracts/generated-contract.mjs';
import { summary } from '../run/figures.mjs';
import { runProcess } from '../run/measured-process.mjs';

const LEDGERS = fileURLToPath(new URL('ledgers.mjs', import.meta.url));

/** `concord site --settled` of generated contracts that were settled for a year: the whole process, both languages. */
export async function measureSite({ cli, repository, folder, contracts, runs, log }) {
  const root = join(folder, 'roots', 'site');
  // Each run has a folder of its own, and all are taken away before or after: where files were deleted just now, a file system looks longer
  // for a place for a new one.
  const places = join(folder, 'roots', 'site-pages');
  rmSync(places, { recursive: true, force: true });
  await runProcess([LEDGERS, repository, root, String(contracts)]);
  const results = [];
  let pages = [];
  for (let run = 0; run < runs; run += 1) {
    const out = join(places, String(run));
    const program = [cli, 'site', '--settled', '--as-of', '2026-08-01', '--root', root, '--out', out, '--format', 'json'];
    const { output, ...took } = await runProcess(program);
    ({ pages } = JSON.parse(output));
    log(`${pages.length} pages: ${took.cpuSeconds.toFixed(2)} s of a core`);
    results.push(took);
  }
  rmSync(places, { recursive: true, force: true });
  const largest = Math.max(...pages.map(({ bytes }) => bytes));
  return { contracts, periods: PERIODS.length, pages: pages.length, largest, site: summary(results) };
}
