import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOMS } from './rooms.mjs';
import { linesOf, told } from './told.mjs';

/*
 * npm run mutants -- --room kernel --rate 0.05 [--seed 1] [--out FILE] [--again FILE] [--told FILE]
 *
 * Tries a sample of a room's mutants; `--rate 1` is all of them. `--out` gets each mutant's fate, one a line, as it is known; `--again`
 * tries only those that live in such a file; `--told` only reads one.
 */
const { values } = parseArgs({
  options: {
    room: { type: 'string' },
    rate: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    again: { type: 'string' },
    told: { type: 'string' },
  },
});

function fail(message) {
  console.error(message);
  process.exit(2);
}

if (values.told !== undefined) {
  console.log(told(linesOf(readFileSync(values.told, 'utf8'))));
  process.exit(0);
}

const { room } = values;
const rate = Number(values.rate);
if (!Object.hasOwn(ROOMS, room ?? '')) fail(`--room is one of ${Object.keys(ROOMS).join(', ')}`);
if (!(rate > 0 && rate <= 1)) fail('--rate is above 0 and at most 1');

const kept = mkdtempSync(join(tmpdir(), 'concord-mutants-'));
const out = values.out === undefined ? join(kept, 'mutants.jsonl') : resolve(values.out);
if (existsSync(out)) fail(`${out} is there already`);
const again =
  values.again === undefined
    ? null
    : linesOf(readFileSync(values.again, 'utf8'))
        .filter(({ status }) => status !== 'Killed')
        .map(({ key }) => key);
const settings = join(kept, 'settings.json');
writeFileSync(settings, JSON.stringify({ room, rate, seed: values.seed, out, again, sandboxes: join(kept, 'sandboxes') }));

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
  if (existsSync(out)) console.log(`${told(linesOf(readFileSync(out, 'utf8')))}\n${out}`);
  process.exit(code ?? 1);
});
