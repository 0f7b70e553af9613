import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { readWorkflow } from './workflow.js';

/*
 * The checks of the repository stand in one list, `.ci/steps`; `.ci/run` makes them and the workflow calls it.
 */

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const steps = read('.ci/steps')
  .split('\n')
  .filter((line) => line.trim() !== '' && line !== 'wait' && !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()));
const commands = steps.map(([, command = '']) => command);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Scripts that make something instead of checking it, or that are parts of others. */
const NO_CHECKS = ['build', 'bench', 'cloud', 'docs', 'golden', 'prepack', 'start', 'test', 'types', 'mutants'];

test('each step has a name and a command, and none stands twice but that of the clean tree', () => {
  expect(steps.filter((step) => step.length !== 2)).toEqual([]);
  expect(new Set(steps.map(([name]) => name)).size).toBe(steps.length);
  const others = commands.filter((command) => command !== '.ci/clean-tree');
  expect(new Set(others).size).toBe(others.length);
});

test('the readme’s commands come first, and every check that package.json has is in the list', () => {
  expect(read('README.md')).toContain('npm ci && npm start\nnpm ci && npm test\n');
  expect(commands.slice(0, 3)).toEqual(['npm ci', 'npm start', 'npm test -- {tests}']);
  const named = commands.flatMap((command) => /^npm run ([\w:]+)/.exec(command)?.[1] ?? []);
  expect(named.toSorted()).toEqual(
    Object.keys(scripts)
      .filter((name) => !NO_CHECKS.includes(name))
      .toSorted(),
  );
});

test('the workflow calls the list, and nothing in it twice', () => {
  const { jobs } = readWorkflow(read('.github/workflows/ci.yml'));
  expect(jobs.find(({ id }) => id === 'engine')?.steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
  const lines = readdirSync(join(REPOSITORY, '.github/workflows')).flatMap((file) =>
    readWorkflow(read(`.github/workflows/${file}`)).jobs.flatMap((job) => job.steps.map(({ run }) => run?.trim())),
  );
  expect(lines.filter((line) => line !== undefined && line !== '.ci/run' && commands.includes(line))).toEqual([]);
});

test('a run makes every step, counts tests with steps, names what failed, and no install script runs', () => {
  const place = mkdtempSync(join(tmpdir(), 'concord-steps-'));
  mkdirSync(join(place, '.ci'));
  cpSync(join(REPOSITORY, '.ci/run'), join(place, '.ci/run'));
  const report = `echo '{"numPassedTests":41,"numFailedTests":2}' > "$(echo '{tests}' | sed 's/.*=//')"; false`;
  const list = [
    '# a note',
    '',
    'good  | true',
    `suite | ${report}`,
    'scripts | test "$npm_config_ignore_scripts" = true',
    // ends when the step after it has run, or the run would wait for ever
    '& beside | echo "beside the next"; until [ -e met ]; do sleep 0.1; done; exit 4',
    'bad one | touch met; exit 3',
    'wait',
    'after | test -e met',
  ];
  writeFileSync(join(place, '.ci/steps'), `${list.join('\n')}\n`);
  const { stdout, status } = spawnSync(join(place, '.ci/run'), { encoding: 'utf8' });
  expect({ said: stdout.replaceAll(/took \d+ s/g, 'took 0 s').split('\n'), status }).toEqual({
    said: [
      '::: good',
      'took 0 s: good',
      '::: suite',
      'took 0 s: suite',
      '::: scripts',
      'took 0 s: scripts',
      '::: bad one',
      'took 0 s: bad one',
      '::: beside',
      'beside the next',
      'took 0 s: beside',
      '::: after',
      'took 0 s: after',
      'failed: suite',
      'failed: bad one',
      'failed: beside',
      '44 passed, 5 failed',
      '',
    ],
    status: 1,
  });
});
