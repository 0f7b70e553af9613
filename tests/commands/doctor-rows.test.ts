import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doctor } from '../../src/commands/run/doctor.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { REPOSITORY, runCli } from '../run-cli.js';

const place = (name: string): string => join(REPOSITORY, 'tests/data-files/exports', name);
const context = (name: string, eyes?: CommandPlace['eyes'], format: 'pretty' | 'json' = 'pretty'): CommandPlace => ({
  ...contextFor({ root: place(name), asOf: '2026-02-10', format }),
  ...(eyes === undefined ? {} : { eyes }),
});

test('a faulty line is shown to whoever sits before it, and to nobody else', async () => {
  const name = '05-row-of-customers-in-message';
  const owner = await run(context(name, 'owner'), (each) => doctor(each, 'case', true));
  expect(owner.output).toContain('shop/o.csv, line 3: John Roe,john@example.com,2 Main St, Springfield,2026-01-31,50.00');
  const unasked = await run(context(name, 'owner'), (each) => doctor(each, 'case'));
  expect(unasked.output).not.toContain('John');
  const refused = await run(context(name), (each) => doctor(each, 'case', true));
  expect(refused.exitCode).toBe(2);
  expect(`${refused.output}${refused.errors ?? ''}`).toContain('rows-elsewhere');
  expect(`${refused.output}${refused.errors ?? ''}`).not.toContain('John');
});

test('values of a filter column stand in no JSON, no Markdown, no file and no log of a job', async () => {
  const name = '30-filter-value-never-occurs';
  const args = ['--root', place(name), 'doctor', 'case', '--as-of', '2026-02-10'];
  const own = await run(context(name, 'owner'), (each) => doctor(each, 'case'));
  expect(own.output).toContain('It has: "paid", "Paid", "paid "');
  for (const [more, environment] of [
    [['--format', 'json'], { CI: '' }],
    [['--format', 'markdown'], { CI: '' }],
    [[], { CI: '' }],
    [[], { CI: 'true' }],
  ] as const) {
    const { stdout, stderr } = await runCli([...args, ...more], environment);
    expect(stdout).toContain('captured');
    expect(`${stdout}${stderr}`).not.toMatch(/paid/i);
  }
});
