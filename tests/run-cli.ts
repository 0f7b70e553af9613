import { type ChildProcess, execFile, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const surroundings = (environment: Readonly<Record<string, string>>) => ({
  ...process.env,
  NO_COLOR: '1',
  CONCORD_LOCALE: 'en',
  ...environment,
});

/** Runs the built CLI as a user would, in a process of its own, without colour and with a fixed language; `signal` kills it, `cli` is another installation's. */
export function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
  cli: string = CLI,
): Promise<CliResult> {
  const env = surroundings(environment);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { env, maxBuffer: 64 * 1024 * 1024, killSignal: 'SIGKILL', ...(signal === undefined ? {} : { signal }) },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

interface Warm {
  readonly child: ChildProcess;
  readonly waiting: Map<number, { readonly resolve: (result: CliResult) => void; readonly reject: (error: Error) => void }>;
}

let warm: Warm | null = null;
let asked = 0;

function startWarm(): Warm {
  const child = fork(fileURLToPath(new URL('warm-cli.mjs', import.meta.url)), [CLI], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const started: Warm = { child, waiting: new Map() };
  child.on('message', ({ id, result }: { readonly id: number; readonly result: CliResult }) => {
    started.waiting.get(id)?.resolve(result);
    started.waiting.delete(id);
    if (started.waiting.size === 0) child.channel?.unref();
  });
  child.on('exit', () => {
    warm = null;
    for (const { reject } of started.waiting.values()) reject(new Error('the warm CLI has ended'));
  });
  child.unref();
  return started;
}

/**
 * The same, one run after the other in one process that stays loaded, which costs a twentieth: for tests that ask the command line for
 * much and of its process nothing.
 */
export function runWarm(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  warm ??= startWarm();
  const { child, waiting } = warm;
  asked += 1;
  const id = asked;
  child.channel?.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    child.send({ id, args, env: surroundings(environment) });
  });
}
