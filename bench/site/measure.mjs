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
  const out = join(folder, 'roots', 'site-pages');
  await runProcess([LEDGERS, repository, root, String(contracts)]);
  const results = [];
  let pages = [];
  for (let run = 0; run < runs; run += 1) {
    rmSync(out, { recursive: true, force: true });
    const program = [cli, 'site', '--settled', '--as-of', '2026-08-01', '--root', root, '--out', out, '--format', 'json'];
    const { output, ...took } = await runProcess(program);
    ({ pages } = JSON.parse(output));
    log(`${pages.length} pages: ${took.cpuSeconds.toFixed(2)} s of a core`);
    results.push(took);
  }
  const largest = Math.max(...pages.map(({ bytes }) => bytes));
  return { contracts, periods: PERIODS.length, pages: pages.length, largest, site: summary(results) };
}
