import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { copyOf, goldenPlace, snapshot } from '../e2e/place.js';
import { REPOSITORY } from '../run-cli.js';
import { COSTLY, MOST } from './costly-texts.js';

/*
 * No text of 256 KiB takes more than 120 MB of memory beyond what the same command takes of a good one (some 80 MB, so 200 MB in all),
 * whatever command reads it: each in a process of its own, by the most that the operating system ever gave it. CI tries the worst shapes; MEMORY_RUNS=all tries every one,
 * as every file of a contract and by every command that needs no forge.
 */
const ALL = process.env.MEMORY_RUNS === 'all';
const MOST_MB = 120;
const WORST = ['brackets that close', 'lists of one', 'lists of quotes'];
const FILES = ['contract.yaml', ...(ALL ? ['definitions.yaml'] : []), 'events/2026-01-20-costly.yaml'];
const NAMES = ALL ? Object.keys(COSTLY) : WORST;

const place = goldenPlace();
const [ID = ''] = Object.keys(snapshot(join(place, 'contracts'))).flatMap((path) => path.match(/^([^/]+)\/contract\.yaml$/)?.[1] ?? []);

/** The most memory that a command had, in MB, and how it ended. */
async function memoryOf(root: string, ...args: string[]): Promise<{ readonly megabytes: number; readonly code: unknown }> {
  const told = "process.on('exit', (code) => process.stderr.write('\\nMEMORY ' + process.resourceUsage().maxRSS + ' ' + code + '\\n'))";
  const preload = `data:text/javascript,${encodeURIComponent(told)}`;
  const all = ['--import', preload, join(REPOSITORY, 'dist/cli.js'), ...args, '--root', root];
  const { stderr } = await promisify(execFile)(process.execPath, all, { maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: { stderr: string }) => error,
  );
  const [, kilobytes = 'NaN', code] = /MEMORY (\d+) (\d+)/.exec(stderr) ?? [];
  return { megabytes: Number(kilobytes) / 1024, code };
}

/** What each command takes of a good text. */
const ofGood = new Map<string, Promise<{ readonly megabytes: number }>>();
function goodMemory(command: readonly string[]): Promise<{ readonly megabytes: number }> {
  const [verb = ''] = command;
  const known = ofGood.get(verb) ?? memoryOf(place, ...command);
  ofGood.set(verb, known);
  return known;
}

const commandsFor = (base: string, root: string): readonly (readonly string[])[] => [
  ['check'],
  ['diff', base, root],
  ...(ALL ? [['verify']] : []),
];

test.each(NAMES)('%s', { timeout: 600_000 }, async (name) => {
  const found: string[] = [];
  for (const file of FILES) {
    const root = copyOf(place);
    writeFileSync(join(root, 'contracts', ID, file), (COSTLY[name]?.() ?? '').slice(0, MOST));
    for (const command of commandsFor(place, root)) {
      const good = await goodMemory(command.map((part) => (part === root ? place : part)));
      const costly = await memoryOf(root, ...command);
      expect(good.megabytes).toBeGreaterThan(20);
      if (process.env.MEMORY_TOLD)
        process.stdout.write(`${name} ${file} ${command[0]}: ${good.megabytes} ${costly.megabytes} ${costly.code}\n`);
      if (!(costly.megabytes - good.megabytes <= MOST_MB) || !['0', '1', '2'].includes(String(costly.code)))
        found.push(
          `${command[0]}, ${file}: ${Math.round(good.megabytes)} MB → ${Math.round(costly.megabytes)} MB, ends with ${costly.code}`,
        );
    }
  }
  expect(found).toEqual([]);
});
