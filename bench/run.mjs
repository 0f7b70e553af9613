import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/*
 * `npm run bench` from the repository's root; `npm run bench -- --help` says what can be chosen. Installs this package's
 * dependencies when they are not there, builds the engine, measures, and writes report.md. It never fails because of a time.
 */

const HELP = `npm run bench -- [options]
  --rows N        orders to generate (20000000)
  --runs N        runs of each program that count (3)
  --only LIST     of score, check, replay, start, files, site (all)
  --megabytes N   of text to read (1000)
  --scenarios L   of shanghai, new-york, sparse-keys (all)
  --rivals LIST   of one-query-session, one-query-converted, many-queries-converted (by far the slowest),
                  many-queries-ranges, malloy (all)
  --contracts N   contracts to check (1000); a tenth of them is replayed, and has pages
  --engine PATH   a repository whose engine is built already, instead of this one
  --json          prints all figures as JSON on standard output
  --out FILE      the report's file (bench/report.md)
`;

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'score,check,replay,start,files,site' },
    megabytes: { type: 'string', default: '1000' },
    scenarios: { type: 'string', default: 'shanghai,new-york,sparse-keys' },
    rivals: { type: 'string', default: 'one-query-session,one-query-converted,many-queries-converted,many-queries-ranges,malloy' },
    contracts: { type: 'string', default: '1000' },
    engine: { type: 'string' },
    json: { type: 'boolean', default: false },
    out: { type: 'string', default: fileURLToPath(new URL('report.md', import.meta.url)) },
    help: { type: 'boolean', default: false },
  },
});

const BENCH = fileURLToPath(new URL('.', import.meta.url));
const REPOSITORY = options.engine === undefined ? fileURLToPath(new URL('..', import.meta.url)) : resolve(options.engine);
const FOLDER = fileURLToPath(new URL('.data', import.meta.url));
const CLI = join(REPOSITORY, 'dist', 'cli.js');

const log = (text) => process.stderr.write(`${text}\n`);

function wholeNumber(name) {
  const number = Number(options[name]);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`--${name} is a whole number, not ${options[name]}`);
  return number;
}

function listed(name, known) {
  const chosen = options[name].split(',');
  const unknown = chosen.filter((one) => !known.includes(one));
  if (unknown.length > 0) throw new RangeError(`--${name} is a list of ${known.join(', ')}, not ${unknown.join(', ')}`);
  return chosen;
}

/** Runs npm; what it prints goes to standard error, where it does not mix with --json. */
function npm(folder, ...command) {
  const { status } = spawnSync('npm', command, { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${command.join(' ')} ended with ${status}`);
}

function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
}

async function measure() {
  const [rows, runs, contracts] = ['rows', 'runs', 'contracts'].map(wholeNumber);
  const only = listed('only', ['score', 'check', 'replay', 'start', 'files', 'site']);
  const scenarios = listed('scenarios', ['shanghai', 'new-york', 'sparse-keys']);
  if (!existsSync(new URL('node_modules', import.meta.url))) npm(BENCH, 'ci');
  if (options.engine === undefined) npm(REPOSITORY, 'run', 'build');

  // These need the packages that may just have been installed.
  const { compareScores, RIVALS } = await import('./score/compare.mjs');
  const { compareChecks } = await import('./check/compare.mjs');
  const { measureReplay } = await import('./replay/measure.mjs');
  const { coldStart } = await import('./start/cold-start.mjs');
  const { measureFiles } = await import('./files/measure.mjs');
  const { measureSite } = await import('./site/measure.mjs');
  const { renderReport } = await import('./run/report.mjs');

  const rivals = listed(
    'rivals',
    RIVALS.map(({ id }) => id),
  );
  const figures = {
    machine: {
      cores: availableParallelism(),
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
      loadBefore: loadavg()[0],
    },
    versions: { duckdb: versionOf('@duckdb/node-api'), malloy: versionOf('@malloydata/malloy') },
  };
  if (only.includes('start')) figures.start = await coldStart({ cli: CLI, folder: FOLDER, runs: Math.max(10, runs), log });
  if (only.includes('check')) figures.check = await compareChecks({ repository: REPOSITORY, contracts, runs, log });
  if (only.includes('replay')) {
    const generated = Math.ceil(contracts / 10);
    figures.replay = await measureReplay({ cli: CLI, repository: REPOSITORY, folder: FOLDER, contracts: generated, runs, log });
  }
  if (only.includes('files')) {
    const megabytes = wholeNumber('megabytes');
    figures.files = await measureFiles({ repository: REPOSITORY, folder: FOLDER, megabytes, rows: 200_000, runs, log });
  }
  if (only.includes('site')) {
    const generated = Math.ceil(contracts / 10);
    figures.site = await measureSite({ cli: CLI, repository: REPOSITORY, folder: FOLDER, contracts: generated, runs, log });
  }
  if (only.includes('score')) figures.score = await compareScores({ cli: CLI, folder: FOLDER, rows, runs, scenarios, rivals, log });
  const report = renderReport(figures);
  writeFileSync(options.out, report);
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : report);
}

if (options.help) process.stdout.write(HELP);
else await measure();
