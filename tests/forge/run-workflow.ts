import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../run-cli.js';
import { type Job, readWorkflow, type Step } from '../workflows/workflow.js';
import { type ExpressionContext, interpolate, mayRun } from './actions-expression.js';
import type { Github } from './loopback/start-github.js';

/*
 * Runs a workflow file as GitHub would, as far as the file decides it: which jobs and steps run, with which values in their
 * environment, in the order of the file, each step's lines in a shell. Actions of others are stood in for: a checkout clones
 * the loopback's branch, a token is that of the app. Installed and built it is already, so those lines are passed over.
 */

export interface Occasion {
  readonly event: string;
  /** What GitHub would write into the event's file. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** A permission that the job asks for and does not get. */
  readonly without?: string;
  /** The repository installs the engine, and has workflows of its own; default: it is this one. */
  readonly installs?: (work: string) => void;
}

export interface RanStep {
  /** The first line, or the action. */
  readonly step: string;
  readonly code: number;
  readonly output: string;
}

export interface RanJob {
  readonly job: string;
  readonly succeeded: boolean;
  readonly steps: readonly RanStep[];
  /** Artifacts by name, with whether there was something to keep. */
  readonly artifacts: Readonly<Record<string, boolean>>;
  /** Files that lie in the working copy and were not checked out. */
  readonly left: readonly string[];
}

const PASSED_OVER = /^npm (ci( --omit=\w+)* --ignore-scripts|--prefix build (ci --ignore-scripts|run build))$/;
const BOT = 'github-actions[bot]';
const APP = 'concord[bot]';

/** Runs every job that this occasion starts; none where the workflow does not listen to it. */
export async function runWorkflow(
  github: Github,
  file: string,
  { event, payload, vars = {}, without, installs }: Occasion,
): Promise<RanJob[]> {
  const path = join('.github/workflows', file);
  const text = installs === undefined ? readFileSync(join(REPOSITORY, path), 'utf8') : github.file(path, 'main');
  const workflow = readWorkflow(text ?? '');
  if (!workflow.triggers.includes(event)) return [];
  const values = {
    github: {
      event_name: event,
      repository: github.repository,
      ref: 'refs/heads/main',
      token: github.tokenOf(BOT),
      // The event of a schedule tells nothing of the repository.
      event: event === 'schedule' ? payload : { repository: { default_branch: 'main' }, ...payload },
    },
    vars,
    // What Dependabot starts gets none.
    secrets: isDependabots(payload) ? {} : { CONCORD_APP_PRIVATE_KEY: 'a key that the stand-in does not look at' },
  };
  const jobs = workflow.jobs.filter((job) => mayRun(job.if, { values, succeeded: true }));
  const ran: RanJob[] = [];
  for (const job of jobs)
    ran.push(await runJob(github, without === undefined ? job : { ...job, permissions: lessOf(job, without) }, values, installs));
  return ran;
}

function isDependabots(payload: object): boolean {
  const { pull_request: pullRequest } = payload as { pull_request?: { user?: { login?: string } } };
  return pullRequest?.user?.login === 'dependabot[bot]';
}

async function runJob(
  github: Github,
  job: Job,
  values: ExpressionContext['values'],
  installs: (work: string) => void = putEngine,
): Promise<RanJob> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-workflow-'));
  const { apps } = github.world.state;
  const before = apps.map(({ permissions }) => permissions);
  // Tokens can do what the job asks for, and no more.
  for (const app of apps) Object.assign(app, { permissions: grantedBy(job) });
  try {
    const run = new JobRun(github, join(folder, 'work'), join(folder, 'event.json'), values, installs);
    for (const step of job.steps) await run.step(step);
    const { ran: steps, succeeded, artifacts } = run;
    return { job: job.id, succeeded, steps, artifacts, left: run.left() };
  } finally {
    apps.forEach((app, index) => {
      Object.assign(app, { permissions: before[index] });
    });
    rmSync(folder, { recursive: true, force: true });
  }
}

function lessOf({ permissions }: Job, without: string): Record<string, string> {
  return Object.fromEntries(Object.entries(permissions ?? {}).filter(([name]) => name !== without));
}

function grantedBy({ permissions }: Job): Record<string, string> {
  const granted = Object.entries(permissions ?? {}).filter(([name]) => name !== 'id-token');
  return Object.fromEntries(granted.map(([name, level]) => [name.replaceAll('-', '_'), level]));
}

/**
 * The loopback's repository holds contracts; the engine beside them is this one, built, as part of that checkout. What is run lies in it, since
 * an engine is where its first file is; the modules that this loads, more than a thousand, are one link.
 */
function putEngine(work: string): void {
  mkdirSync(join(work, 'dist'));
  for (const entry of readdirSync(join(REPOSITORY, 'dist'), { withFileTypes: true })) {
    const [from, to] = [join(REPOSITORY, 'dist', entry.name), join(work, 'dist', entry.name)];
    if (entry.isDirectory()) symlinkSync(from, to);
    else copyFileSync(from, to);
  }
  const others = ['package.json', 'node_modules', 'templates', 'packs', 'schemas'].filter((name) => !existsSync(join(work, name)));
  for (const name of others) symlinkSync(join(REPOSITORY, name), join(work, name));
  writeFileSync(join(work, '.git/info/exclude'), ['dist', ...others].map((name) => `/${name}\n`).join(''));
}

class JobRun {
  readonly ran: RanStep[] = [];
  readonly artifacts: Record<string, boolean> = {};
  succeeded = true;
  private readonly outputs: Record<string, { outputs: Record<string, string> }> = {};

  constructor(
    private readonly github: Github,
    private readonly work: string,
    private readonly eventFile: string,
    private readonly values: ExpressionContext['values'],
    private readonly installs: (work: string) => void,
  ) {
    const { event } = values.github as { event: unknown };
    writeFileSync(eventFile, JSON.stringify(event));
    mkdirSync(work);
  }

  async step(step: Step): Promise<void> {
    const context: ExpressionContext = { values: { ...this.values, steps: this.outputs }, succeeded: this.succeeded };
    if (!mayRun(step.if, context)) return;
    const given = Object.fromEntries(Object.entries(step.with).map(([key, value]) => [key, interpolate(value, context)]));
    if (step.uses !== null) {
      this.standIn(step, given);
      this.ran.push({ step: step.uses.split('@')[0] ?? '', code: 0, output: '' });
      return;
    }
    const env = Object.fromEntries(Object.entries(step.env).map(([key, value]) => [key, interpolate(value, context)]));
    const lines = step.run ?? '';
    const { code, output } = PASSED_OVER.test(lines.trim()) ? { code: 0, output: '' } : await this.shell(lines, env);
    this.ran.push({ step: lines.trim().split('\n')[0] ?? '', code, output });
    if (code !== 0) this.succeeded = false;
  }

  private standIn(step: Step, given: Readonly<Record<string, string>>): void {
    const action = step.uses?.split('@')[0];
    if (action === 'actions/checkout') {
      execFileSync('git', [
        'clone',
        '--quiet',
        '--branch',
        (given.ref ?? 'main').replace('refs/heads/', ''),
        this.github.gitFolder,
        this.work,
      ]);
      this.installs(this.work);
    } else if (action === 'actions/create-github-app-token' && step.id !== null) {
      if (given['private-key'] === '' || given['client-id'] === '') throw new Error('no key');
      this.outputs[step.id] = { outputs: { token: this.github.tokenOf(APP) } };
    } else if (action === 'actions/upload-artifact') {
      this.artifacts[given.name ?? ''] = existsSync(join(this.work, given.path ?? ''));
    }
  }

  /** As GitHub runs a step without a shell of its own: `bash -e` on a file, nothing of this process's environment but the path. */
  private shell(lines: string, env: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
    const script = `${this.eventFile}.sh`;
    writeFileSync(script, lines);
    const given = {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      CI: 'true',
      LANG: 'C.UTF-8',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: this.github.url,
      GITHUB_REPOSITORY: this.github.repository,
      GITHUB_EVENT_PATH: this.eventFile,
      ...env,
    };
    return new Promise((resolve, reject) => {
      const child = spawn('bash', ['-e', script], { cwd: this.work, env: given, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      child.stdout.on('data', (data: Buffer) => (output += data.toString()));
      child.stderr.on('data', (data: Buffer) => (output += data.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? -1, output }));
    });
  }

  left(): string[] {
    if (!existsSync(join(this.work, '.git'))) return readdirSync(this.work);
    const status = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: this.work, encoding: 'utf8' });
    return status
      .split('\n')
      .map((line) => line.slice(3))
      .filter((path) => path !== '');
  }
}

/** Whether a job would run, for jobs whose steps need a cloud. */
export function startsJob(file: string, job: string, occasion: Occasion & { readonly repository: string }): boolean {
  const { jobs, triggers } = readWorkflow(readFileSync(join(REPOSITORY, '.github/workflows', file), 'utf8'));
  const found = jobs.find(({ id }) => id === job);
  if (found === undefined) throw new Error(`${file} has no job ${job}`);
  const values = {
    github: { event_name: occasion.event, repository: occasion.repository, event: occasion.payload },
    vars: occasion.vars ?? {},
  };
  return triggers.includes(occasion.event) && mayRun(found.if, { values, succeeded: true });
}
