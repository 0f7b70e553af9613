import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../run-cli.js';
import { type Job, readWorkflow } from './workflow.js';

/*
 * What a quiet private repository costs a month. GitHub bills every job that starts by the started minute (the free plan has
 * 2,000); a quiet month is one in which a contract is settled, one target is changed and Dependabot looks once.
 */
const MOST = 600;
const DAYS = 31;

const textOf = (file: string) => readFileSync(join(REPOSITORY, '.github/workflows', file), 'utf8');

/** Minutes of a job by what it does: installing without warehouse and cloud takes seconds, with them half a minute. */
function minutesOf({ steps }: Job): number {
  const lines = steps.map(({ run }) => run ?? '').join('\n');
  if (lines.includes('.ci/run')) return 25;
  if (lines.includes('--omit=dev --ignore-scripts') || lines.includes('npm ci --ignore-scripts')) return 2;
  return 1;
}

/** How often a cron of five parts comes round in a month; only the forms that are used. */
function timesAMonth(cron: string): number {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.split(' ');
  expect([/^\d+$/.test(minute), day, month], cron).toEqual([true, '*', '*']);
  if (weekday !== '*') return Math.ceil(DAYS / 7);
  return DAYS * (/^\d+$/.test(hour) ? 1 : 24 / Number(/^\*\/(\d+)$/.exec(hour)?.[1] ?? 1));
}

/** Jobs that start in a quiet month of so many contracts besides those of a schedule, by workflow. */
function quiet(contracts: number): Readonly<Record<string, number>> {
  // Two of the target and two of each settlement; each rings whatever a review wakes.
  const reviews = 2 + 2 * contracts;
  return {
    // A settlement (opened as a draft, its preview and its statement pushed, ready), a target (opened, one push), Dependabot's two.
    'ci.yml': 4 * contracts + 2 + 2,
    // The same, and each of them closed; the reviews' bells; `ci` rings when it has ended; two comments.
    'gate.yml': (4 + 1) * contracts + (2 + 1) + reviews + (4 * contracts + 2 + 2) + 2,
    'scorecard.yml': 4 * contracts + 2 + 2 + reviews,
    'review-bell.yml': reviews,
    'forms.yml': 2,
    // Pushes to main: the settlements, the target, two of Dependabot's, a payment.
    'audit.yml': contracts + 4,
    // The same pushes; previews are counted besides.
    'infra.yml': contracts + 4,
    // Its hours alone.
    'notify.yml': 0,
  };
}

/** Of each contract the running period's draft is open all month, and a statement for ten days of it. */
const OPEN_EACH = 1.33;
/** GitHub answers so many questions a second. */
const A_SECOND = 5;
/** Questions about one that is open, each decided on two readings (counted on the loopback). */
const SECONDS_EACH = 46 / A_SECOND;
/** Minutes of a run that decides about everything that is open, with what it takes to begin. */
const round = (contracts: number, seconds: number) => Math.ceil((seconds + OPEN_EACH * SECONDS_EACH * contracts) / 60);

/** Pull requests of a contract that are merged in a month: its settlement, and a payment. */
const MERGED_EACH = 2;
/**
 * Seconds to read what both parties agreed to: for each contract everything that was merged since its terms were, so many questions each
 * (`tests/forge/suites/infra.test.ts` counts them).
 */
const agreed = (contracts: number, months: number) => (30 + 11 * MERGED_EACH * months * contracts) / A_SECOND;
/** Terms of half a year; the audit looks at all that there ever was, here a year. */
const [TERMS, EVER] = [6, 12];

/** Previews of the cloud: every pull request of contracts, opened and pushed to; Dependabot's have none. */
const previews = (contracts: number) => 3 * contracts + 2;

/** Pull requests of the month that change more than contracts, and so run the whole test suite. */
const OF_THE_ENGINE = 2;

function monthOf(file: string, contracts: number): number {
  const runs = quiet(contracts)[file] ?? 0;
  const { jobs } = readWorkflow(textOf(file));
  const { on } = parse(textOf(file)) as { on: { schedule?: { cron: string }[] } | string };
  const scheduled = typeof on === 'string' ? 0 : (on.schedule ?? []).reduce((sum, { cron }) => sum + timesAMonth(cron), 0);
  const [longest = 0] = jobs.map(minutesOf).sort((a, b) => b - a);
  if (file === 'ci.yml') return runs * 2 + OF_THE_ENGINE * longest;
  if (file === 'notify.yml') {
    // Each of its hours has a job of its own; the other one is skipped and costs nothing.
    const times = typeof on === 'string' ? [] : (on.schedule ?? []);
    return times.reduce((sum, { cron }) => sum + timesAMonth(cron) * minutesOf(jobAt(jobs, cron)), 0);
  }
  if (file === 'settle.yml') return scheduled * round(contracts, 60 + agreed(contracts, TERMS));
  if (file === 'audit.yml') return (scheduled + runs) * Math.ceil((30 + agreed(contracts, EVER)) / 60);
  // Installing, building and Pulumi itself come first.
  if (file === 'infra.yml') return runs * Math.ceil((100 + agreed(contracts, TERMS)) / 60) + previews(contracts) * longest;
  // Whatever is merged has all others decided again.
  const rounds = scheduled + contracts + 1;
  if (file === 'gate.yml') return rounds * round(contracts, 30) + (runs - contracts - 1) * longest;
  return (scheduled + runs) * longest;
}

/** The one job that runs at an hour of its workflow. */
function jobAt(jobs: readonly Job[], cron: string): Job {
  const running = jobs.filter(({ if: condition }) => {
    const [, how, named] = /^github\.event\.schedule ([!=]=) '([^']+)'$/.exec(condition) ?? [];
    return how === '==' ? named === cron : named !== cron;
  });
  const [job] = running;
  expect(running.length, cron).toBe(1);
  if (job === undefined) throw new Error(`no job at ${cron}`);
  return job;
}

/** Every workflow's minutes in a quiet month, and the sum. */
function month(contracts: number): { readonly files: Readonly<Record<string, number>>; readonly total: number } {
  const files = Object.fromEntries(['settle.yml', ...Object.keys(quiet(contracts))].map((file) => [file, monthOf(file, contracts)]));
  return { files, total: Object.values(files).reduce((sum, minutes) => sum + minutes, 0) };
}

test('a quiet month costs what the free plan of a private repository has three times over', () => {
  const { files, total } = month(1);
  expect(total, JSON.stringify(files)).toBeLessThanOrEqual(MOST);
  expect(total, JSON.stringify(files)).toBeGreaterThan(200);
});

test('the guide says what months of one and of five contracts cost, workflow by workflow', () => {
  const [one, five] = [month(1), month(5)];
  const rows = Object.entries(five.files).map(([file, minutes]) => `| \`${file}\` | ${one.files[file]} | ${minutes} |`);
  for (const [locale, all] of [
    ['en', 'all'],
    ['zh', '合计'],
  ]) {
    const guide = readFileSync(join(REPOSITORY, `docs/guide/13-setting-up-github.${locale}.md`), 'utf8');
    expect(guide).toContain([...rows, `| **${all}** | **${one.total}** | **${five.total}** |`].join('\n'));
  }
});

/** What wakes each workflow, and what is counted above: whatever is added has to be counted, too. */
const WAKENED: Readonly<Record<string, readonly string[]>> = {
  'audit.yml': ['push', 'schedule'],
  'ci.yml': ['pull_request'],
  'forms.yml': ['issues: opened edited reopened'],
  'gate.yml': [
    'pull_request_target: opened reopened synchronize edited ready_for_review converted_to_draft closed',
    'workflow_run: completed of review-bell ci',
    'issue_comment: created',
    'schedule',
  ],
  'infra.yml': ['pull_request', 'push', 'workflow_dispatch'],
  'notify.yml': ['schedule', 'workflow_dispatch'],
  'review-bell.yml': ['pull_request_review: submitted edited dismissed'],
  'scorecard.yml': ['pull_request_target: opened reopened synchronize ready_for_review', 'workflow_run: completed of review-bell'],
  'settle.yml': ['schedule', 'workflow_dispatch'],
};

test('every workflow is counted, with everything that wakes it', () => {
  const files = readdirSync(join(REPOSITORY, '.github/workflows')).sort();
  expect(files).toEqual(Object.keys(WAKENED));
  expect(files).toEqual(['settle.yml', ...Object.keys(quiet(1))].sort());
  const wakened = files.map((file) => {
    const { on } = parse(textOf(file)) as { on: Record<string, { types?: string[]; workflows?: string[] } | null> };
    const told = Object.entries(on).map(([event, asked]) => {
      const types = asked?.types === undefined ? '' : `: ${asked.types.join(' ')}`;
      return `${event}${types}${asked?.workflows === undefined ? '' : ` of ${asked.workflows.join(' ')}`}`;
    });
    return [file, told];
  });
  expect(Object.fromEntries(wakened)).toEqual(WAKENED);
});

test('an hourly decision with everything installed would be too much', () => {
  expect(timesAMonth('17 * * * *') * 2).toBeGreaterThan(MOST);
});

test('whatever only decides installs no package of a warehouse, a cloud or development', () => {
  for (const file of ['gate.yml', 'forms.yml', 'audit.yml', 'notify.yml']) {
    const [first] = readWorkflow(textOf(file)).jobs.flatMap(({ steps }) =>
      steps.flatMap(({ run }) => (run?.startsWith('npm ci') ? [run] : [])),
    );
    expect(first, file).toBe('npm ci --omit=dev --omit=optional --ignore-scripts');
  }
});

test('the compiler of the workflows is that of the tests', () => {
  const version = (path: string, at: string) => {
    const lock = JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8')) as { packages: Record<string, { version: string }> };
    return lock.packages[at]?.version;
  };
  const native = version('package-lock.json', 'node_modules/@typescript/native');
  expect(version('build/package-lock.json', 'node_modules/typescript')).toBe(native);
  // the compiler whose programming interface tools use has a command of the same name
  expect(execFileSync('npx', ['tsc', '--version'], { cwd: REPOSITORY, encoding: 'utf8' }).trim()).toBe(`Version ${native}`);
});
