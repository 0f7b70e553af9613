import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOMS } from './rooms.mjs';
import { isAlive, linesIn, told } from './told.mjs';

/*
 * npm run mutants -- --room kernel --rate 0.05 [--seed 1] [--out FILE] [--again FILE] [--slow] [--told FILE,FILE…]
 *
 * Tries a sample of a room's mutants; `--rate 1` is all of them, another `--seed` draws another. `--out` gets each mutant's fate, one a line,
 * as it is known; `--again` tries those that are alive in such a file (and, with a rate, a sample too); `--slow` has the slow tests run
 * as well; `--told` only reads files, what a later one says of a mutant instead of what an earlier one does.
 */
const { values } = parseArgs({
  options: {
    room: { type: 'string' },
    rate: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    again: { type: 'string' },
    slow: { type: 'boolean', default: false },
    told: { type: 'string' },
  },
});

function fail(message) {
  console.error(message);
  process.exit(2);
}

if (values.told !== undefined) {
  console.log(told(values.told.split(',').flatMap(linesIn)));
  process.exit(0);
}

const { room } = values;
const rate = Number(values.rate);
if (!ROOMS.includes(room)) fail(`--room is one of ${ROOMS.join(', ')}`);
if (!(rate >= 0 && rate <= 1) || (rate === 0 && values.again === undefined)) fail('--rate is a share of the mutants, as 0.05; 1 is all');

const kept = mkdtempSync(join(tmpdir(), 'concord-mutants-'));
const out = values.out === undefined ? join(kept, 'mutants.jsonl') : resolve(values.out);
if (existsSync(out)) fail(`${out} is there already`);
const before = values.again === undefined ? [] : linesIn(values.again);
const again = before.filter(({ status }) => isAlive(status)).map(({ key }) => key);
const settings = join(kept, 'settings.json');
writeFileSync(
  settings,
  JSON.stringify({ room, rate, seed: values.seed, slow: values.slow, out, again, sandboxes: join(kept, 'sandboxes') }),
);

const here = fileURLToPath(new URL('.', import.meta.url));
const stryker = spawn(
  process.execPath,
  [join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', join(here, 'stryker-of-room.mjs')],
  {
    cwd: resolve(here, '../..'),
    env: { ...process.env, CONCORD_MUTANTS: settings },
    stdio: 'inherit',
    detached: true,
  },
);
// its workers are processes of their own, which outlive it where only Stryker is stopped
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.kill(-stryker.pid, 'SIGKILL'));
stryker.on('exit', (code) => {
  rmSync(join(kept, 'sandboxes'), { recursive: true, force: true });
  if (existsSync(out)) console.log(`${told(linesIn(out))}\n${out}`);
  process.exit(code ?? 1);
});
