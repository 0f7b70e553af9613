import { expect, test } from 'vitest';
import { installed } from '../../src/repository/installed.js';
import { findingsOf } from '../workflows/rules.js';
import { readWorkflow } from '../workflows/workflow.js';
import { BIGQUERY, filesBelow, written } from './shipped.js';

/*
 * Workflows of a new repository: the same rules as here, with an engine that is installed. They are made from this repository's own,
 * so what they must not have is what only a checkout of the engine has.
 */

const repository = written({ warehouse: BIGQUERY });
const workflows = [...repository].filter(([path]) => path.startsWith('.github/workflows/'));
const own = filesBelow('.github/workflows');

test('each of this repository’s is there', () => {
  expect(workflows.map(([path]) => path).sort()).toEqual([...own.keys()].sort());
});

test.each(workflows)('%s keeps every rule', (_, text) => {
  expect(findingsOf(readWorkflow(text))).toEqual([]);
});

test.each(workflows)('%s installs once for each time that this repository does, and builds nothing', (path, text) => {
  expect(text).not.toMatch(/dist\/|npm --prefix|\.ci\/|\bsrc\/|#- /);
  const installs = (workflow: string) => workflow.match(/npm ci [^\n]*/g) ?? [];
  expect(installs(text)).toEqual(installs(own.get(path) ?? ''));
});

test.each(workflows)('%s has all else as it is here: triggers, permissions, conditions, commands', (path, text) => {
  const [there, here] = [readWorkflow(text), readWorkflow(own.get(path) ?? '')];
  const said = (workflow: typeof here) =>
    workflow.jobs
      .filter(({ id }) => id !== 'engine')
      .map(({ steps, texts: _, ...job }) => ({
        ...job,
        steps: steps
          .filter(({ run }) => run?.startsWith('npm --prefix build') !== true)
          .map((step) => ({
            ...step,
            run: step.run?.replaceAll('node dist/cli.js', 'npx --no concord'),
            with: { ...step.with, policyPacks: '' },
          })),
      }));
  expect(said(there)).toEqual(said(here));
  expect({ ...there, jobs: [] }).toEqual({ ...here, jobs: [] });
});

test('every check that the rulesets require is a job that runs', () => {
  const required = [...repository]
    .filter(([path]) => path.startsWith('.github/rulesets/'))
    .flatMap(([, text]) => [...text.matchAll(/"context": "([^"]+)"/g)].map(([, context]) => context));
  const jobs = readWorkflow(repository.get('.github/workflows/ci.yml') ?? '').jobs.map(({ id }) => id);
  expect(required.filter((context) => context !== 'concord/both-parties')).toEqual(jobs);
  expect(required).toContain('concord/both-parties');
});

test('a repository without a cloud has none of its workflow', () => {
  expect([...written().keys()].filter((path) => /infra|Pulumi/.test(path))).toEqual([]);
});

test.each([
  ['an end alone', '#- end'],
  ['a block in a block', '#- engine\n#- engine\n#- end'],
  ['something in place of nothing', '#- installed\n# x\n#- end'],
  ['no end', '#- engine\nx'],
])('marks that do not pair are refused: %s', (_, text) => {
  expect(() => installed(text)).toThrow(/mark/);
});

test('what stands between the marks is left out, and what is a comment there is put in its place', () => {
  expect(installed('a\n  #- engine\n  here\n  #- installed\n  # there: 1\n  #- end\nb')).toBe('a\n  there: 1\nb');
});
