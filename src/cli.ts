#!/usr/bin/env node
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GlobalOptions } from './commands/global-options.js';
import type { Host } from './commands/verb.js';
import type { LocalDate } from './kernel/calendar.js';
import type { Locale } from './kernel/text.js';
import type { Format } from './media/formats.js';
import type { Outcome } from './media/outcome.js';
import type { Wanted } from './media/print.js';
import type { WholeForge } from './ports/whole-forge.js';
import type { CommandContext } from './running/context.js';
import { builtProgram } from './shell/start/built-program.js';
import type { TypedLines } from './shell/terminal/typed-lines.js';

// The only file that knows arguments, environment, clock, terminal and exit codes. Commands are loaded when they are
// called, so that `concord check` does not pay for a query engine; and all that is wired here comes as one program, which the build
// compiled, since loading some hundreds of modules takes longer than a check. Without it the modules do the same.
const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
const built = builtProgram<typeof import('./program.js')>({
  built: fileURLToPath(new URL('.', import.meta.url)),
  cache: given(XDG_CACHE_HOME, LOCALAPPDATA, HOME && join(HOME, '.cache')),
});
const {
  CommanderError,
  commandLine,
  commitOf,
  globalOptions,
  isForPrograms,
  later,
  localDate,
  localFiles,
  localeIn,
  localeTyped,
  packageVersion,
  repositoryAbove,
  temporaryFolder,
  typedFile,
  withoutCommands,
} = built ?? (await import('./program.js'));

// A reader that stops early, as `head` does, is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const version = () => packageVersion(PACKAGE);
const localeOf = (chosen: Locale | null): Locale => chosen ?? localeIn(process.env);

function today(zone: string): LocalDate {
  return localDate(BigInt(Date.now()) * 1000n, zone);
}

/** The repository: the one named, or the one that this is run in. */
function rootOf({ root }: GlobalOptions): string {
  return root === null ? repositoryAbove(process.cwd()) : resolve(root);
}

function contextOf(options: GlobalOptions, root = rootOf(options)): CommandContext {
  let commit: string | null | undefined;
  return {
    files: localFiles(root),
    openWarehouse: async (settings) => {
      const { warehouseOver } = await later.warehouse();
      if (settings.engine === 'bigquery') {
        const { openBigquery } = await later.bigquery();
        return warehouseOver(
          await openBigquery({ ...settings, endpoint: process.env.BIGQUERY_EMULATOR_HOST ?? null, signal: interrupted() }),
        );
      }
      const { openDuckdb } = await later.duckdb();
      return warehouseOver(await openDuckdb({ dataFolder: resolve(root, settings.data) }));
    },
    checkViews: async (views) => {
      const { checkDuckdbViews } = await later.viewCheck();
      return checkDuckdbViews(views);
    },
    dataFolder: options.data === null ? null : resolve(options.data),
    engine: options.warehouse,
    project: options.project,
    location: options.location,
    maxBytes: options.maxBytes,
    readAt: options.readAt,
    asOf: options.asOf,
    today,
    locale: localeOf(options.locale),
    ...(options.format === 'pretty' && isTerminal() && !isSet('CI') ? { eyes: 'owner' as const } : {}),
    progress: (text) => {
      if (process.stderr.isTTY === true) process.stderr.write(`\r\u001b[K${text} …`);
    },
    version: version(),
    get commit() {
      commit ??= commitOf(root);
      return commit;
    },
    // A workflow may be run again long after: what it checked out is compared with what the default branch has by then.
    engineCommit: process.env.GITHUB_ACTIONS === 'true' ? (commitOf(PACKAGE) ?? process.env.GITHUB_SHA ?? null) : null,
  };
}

const isTerminal = (): boolean => process.stdout.isTTY === true;

/** Whether a variable is set to anything but no: `CI` where a job runs this and others read its output. */
function isSet(variable: 'CI' | 'FORCE_COLOR' | 'NO_COLOR'): boolean {
  const no = variable === 'NO_COLOR' ? [''] : ['', '0', 'false'];
  return !no.includes(process.env[variable] ?? '');
}

/** Ctrl-C, so that queries which are running elsewhere can be told to stop; a second one ends the process at once. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

/** The first of some values that is one. */
function given(...values: readonly (string | null | undefined)[]): string | null {
  return values.find((value) => (value ?? '') !== '') ?? null;
}

const tokenOf = (): string | null => given(process.env.CONCORD_TOKEN, process.env.GITHUB_TOKEN);

/** The page of the repository that commands act on, from what is typed, the environment and the remote. */
async function repositoryPage(): Promise<string | null> {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  const { remoteOf, pageOf } = await later.origin();
  const repository = given(options().repo, GITHUB_REPOSITORY);
  return pageOf({ server: given(GITHUB_SERVER_URL), repository, remote: remoteOf(rootOf(options())) });
}

/** The repository on GitHub that commands act on, with the token of the environment. */
async function openForge(): Promise<WholeForge> {
  const { repo, apiUrl } = options();
  const root = rootOf(options());
  const { GITHUB_REPOSITORY, GITHUB_API_URL } = process.env;
  const { openGithub } = await later.github();
  const { originOf } = await later.origin();
  return openGithub({
    repository: given(repo, GITHUB_REPOSITORY) ?? originOf(root),
    apiUrl: given(apiUrl, GITHUB_API_URL) ?? 'https://api.github.com',
    token: tokenOf(),
    version: version(),
    here: localFiles(root),
    bot: async () => {
      const { botAccount } = await later.botAccount();
      return botAccount(localFiles(root));
    },
  });
}

/** Writes for people and programs; a runner of workflows is given commands only where they were asked for. */
function write(stream: NodeJS.WriteStream, text: string, isCommands = false): void {
  const json = stream === process.stdout && /^\s*[[{]/.test(text) && options().format === 'json';
  stream.write(process.env.GITHUB_ACTIONS === 'true' && !isCommands ? withoutCommands(text, json) : text);
}

/** Whom outcomes are printed for: the terminal, or whatever reads in its place. */
function wanted(format: Format): Wanted {
  const color = format === 'pretty' && !isSet('NO_COLOR') && (isTerminal() || isSet('FORCE_COLOR'));
  return { format, color, locale: localeOf(options().locale), width: process.stdout.columns ?? 100 };
}

/** The one place where what verbs say leaves the program. */
async function finish(outcome: Outcome, format: Format): Promise<void> {
  const { print } = await later.print();
  const { output, errors = '', exitCode, isCommands } = await print(outcome, wanted(format));
  if (process.stderr.isTTY === true) process.stderr.write('\r\u001b[K');
  if (errors !== '') write(process.stderr, errors);
  write(process.stdout, output, isCommands);
  process.exitCode = exitCode;
}

const program = commandLine({
  // The language asked for, before the rest is understood: what is wrong with the rest is said in it.
  locale: localeOf(localeTyped(process.argv)),
  version: version(),
  // An argument that is refused is repeated.
  out: (text) => write(process.stdout, text),
  err: (text) => write(process.stderr, text),
  forPrograms: isForPrograms(process.argv),
  run: async (verb, given) => finish(await verb.run(host(), given), verb.format?.(given) ?? options().format),
});
const options = () => globalOptions(program);

/** What a verb gets of this machine. */
function host(): Host {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
  const root = rootOf(options());
  return {
    locale: options().locale,
    runUrl: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null,
    context: (place) => contextOf(options(), place),
    forge: openForge,
    forgeIfToken: async () => (tokenOf() === null ? null : openForge()),
    repositoryPage,
    folder: (path) => localFiles(resolve(path)),
    shipped: (folder = '') => localFiles(join(PACKAGE, folder)),
    text: typedFile,
    workingFolder: (path) => (path === null ? temporaryFolder() : resolve(path)),
    revisions: async () => (await later.revisions()).gitRevisions(root, localFiles(root)),
    history: async () => (await later.history()).gitHistory(root),
    exports: async () => (await later.exports()).localExports(root),
    workingTree: async () => (await later.workingTree()).gitWorkingTree(root),
    outbox: async () =>
      (await later.outbox()).openOutbox({
        secret: (name) => process.env[name] ?? null,
        now: () => BigInt(Date.now()) * 1000n,
      }),
    packages: async () => (await later.packages()).npmPackages(PACKAGE),
    // Standard input comes last: to look at it is to open it.
    ask: options().format === 'pretty' && isTerminal() && process.stdin.isTTY === true ? ask : null,
    today,
  };
}

let lines: TypedLines | null = null;

/** The next line of whoever sits at the terminal. */
async function ask(question: string): Promise<string> {
  if (lines === null) {
    const { typedLines } = await later.typedLines();
    const { commandText } = await later.commandText();
    lines = typedLines(process.stdin, process.stdout, commandText('asking-stopped', localeOf(options().locale)));
  }
  return lines.ask(question);
}

async function main(): Promise<void> {
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has already printed what is wrong; help and version are no failures.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 2;
    const issues = await (await later.refusal()).refusedBy(error);
    if (issues !== null) return finish({ ended: 2, report: null, issues }, options().format);
    const problem = error instanceof Error ? error : new Error(String(error));
    write(process.stderr, `concord: ${options().debug ? problem.stack : problem.message}\n`);
  } finally {
    lines?.close();
  }
}

await main();
