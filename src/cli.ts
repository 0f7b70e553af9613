#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CommandContext, CommandResult, Format } from './commands/context.js';
import { isDate, type LocalDate, localDate } from './kernel/calendar.js';
import type { Locale } from './kernel/text.js';
import { type Forge, ShellError } from './ports.js';
import { withoutCommands } from './report/escape.js';
import { localFiles } from './shell/files/local-files.js';

// The only file that knows arguments, environment, clock, terminal and exit codes. Commands are loaded when they are
// called, so that `concord check` does not pay for a query engine.

interface GlobalOptions {
  readonly root: string;
  readonly data?: string;
  readonly warehouse?: 'duckdb' | 'bigquery';
  readonly project?: string;
  readonly location?: string;
  readonly maxBytes?: bigint;
  readonly readAt?: string;
  readonly asOf?: LocalDate;
  readonly repo?: string;
  readonly apiUrl?: string;
  readonly locale?: Locale;
  readonly format: Format;
  readonly debug: boolean;
}

interface SettleArguments {
  readonly period?: string;
  readonly preview: boolean;
  readonly openPr: boolean;
  readonly dryRun: boolean;
}

interface ViewArguments {
  readonly table: string;
  readonly customer: string;
  readonly order: string;
  readonly time: string;
  readonly kind: 'instant' | 'wall' | 'date';
  readonly only?: string;
}

// Newer Node keeps compiled modules between runs; where it cannot, starting costs what it did.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') nodeModule.enableCompileCache();

// A reader that stops early, as `head` does, is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

function version(): string {
  const { version: found } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  return found;
}

function localeOf(chosen: Locale | undefined): Locale {
  if (chosen !== undefined) return chosen;
  const { CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  // An empty variable counts as none, as POSIX has it.
  const wanted = [CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? 'en';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function commitOf(root: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null; // not a git checkout: provenance says so
  }
}

function today(zone: string): LocalDate {
  return localDate(BigInt(Date.now()) * 1000n, zone);
}

function contextOf(options: GlobalOptions, root = options.root): CommandContext {
  const terminal = process.stdout.isTTY === true;
  const forced = !['', '0', 'false'].includes(process.env.FORCE_COLOR ?? '');
  const colors = (process.env.NO_COLOR ?? '') === '' && (terminal || forced);
  let commit: string | null | undefined;
  return {
    files: localFiles(root),
    openWarehouse: async (settings) => {
      if (settings.engine === 'bigquery') {
        const { openBigquery } = await import('./shell/warehouse/bigquery.js');
        return openBigquery({ ...settings, endpoint: process.env.BIGQUERY_EMULATOR_HOST ?? null, signal: interrupted() });
      }
      const { openDuckdb } = await import('./shell/warehouse/duckdb.js');
      return openDuckdb({ dataFolder: resolve(root, settings.data) });
    },
    checkViews: async (views) => {
      const { checkDuckdbViews } = await import('./shell/warehouse/duckdb-check.js');
      return checkDuckdbViews(views);
    },
    dataFolder: options.data === undefined ? null : resolve(options.data),
    engine: options.warehouse ?? null,
    project: options.project ?? null,
    location: options.location ?? null,
    maxBytes: options.maxBytes ?? null,
    readAt: options.readAt ?? null,
    asOf: options.asOf ?? null,
    today,
    locale: localeOf(options.locale),
    format: options.format,
    color: colors && options.format === 'pretty',
    ...(options.format === 'pretty' && terminal && !inJob() ? { eyes: 'owner' as const } : {}),
    width: process.stdout.columns ?? 100,
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

/** Whether a CI job runs this: others read its output. */
function inJob(): boolean {
  return !['', '0', 'false'].includes(process.env.CI ?? '');
}

/** Ctrl-C, so that queries which are running elsewhere can be told to stop; a second one ends the process at once. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

/** The repository on GitHub that commands act on, with the token of the environment. */
async function openForge(): Promise<Forge> {
  const { root, repo, apiUrl } = options();
  const { CONCORD_TOKEN, GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL } = process.env;
  const given = (...values: readonly (string | undefined)[]) => values.find((value) => value !== undefined && value !== '') ?? null;
  const { openGithub } = await import('./shell/github/github-forge.js');
  const { originOf } = await import('./shell/git/origin.js');
  return openGithub({
    repository: given(repo, GITHUB_REPOSITORY) ?? originOf(resolve(root)),
    apiUrl: given(apiUrl, GITHUB_API_URL) ?? 'https://api.github.com',
    token: given(CONCORD_TOKEN, GITHUB_TOKEN),
    version: version(),
    bot: async () => {
      const { botAccount } = await import('./commands/bot-account.js');
      return botAccount(localFiles(root));
    },
  });
}

/** Prints for people and programs; a runner of workflows is given commands only where they were asked for. */
function print(stream: NodeJS.WriteStream, text: string, commands = false): void {
  const json = stream === process.stdout && /^\s*[[{]/.test(text) && options().format === 'json';
  stream.write(process.env.GITHUB_ACTIONS === 'true' && !commands ? withoutCommands(text, json) : text);
}

/** @param commands whether the output is made of workflow commands. */
function finish(result: CommandResult, commands = false): void {
  if (process.stderr.isTTY === true) process.stderr.write('\r\u001b[K');
  if (result.errors !== undefined && result.errors !== '') print(process.stderr, result.errors);
  print(process.stdout, result.output, commands);
  process.exitCode = result.exitCode;
}

const UNITS: Readonly<Record<string, bigint>> = { '': 1n, KB: 1_000n, MB: 1_000_000n, GB: 1_000_000_000n, TB: 1_000_000_000_000n };

function bytesArgument(text: string): bigint {
  const [, digits = '', unit = ''] = /^(\d{1,15})\s*([KMGT]B)?$/i.exec(text) ?? [];
  const size = UNITS[unit.toUpperCase()];
  if (digits === '' || size === undefined) throw new InvalidArgumentError('Sizes are written in bytes or with a unit, for example 20GB.');
  return BigInt(digits) * size;
}

function instantArgument(text: string): string {
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isInstant) throw new InvalidArgumentError('Instants are written with their offset, for example 2026-02-15T09:00:00+08:00.');
  return text;
}

function numberArgument(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('Numbers of pull requests and issues are written in digits, for example 12.');
  return Number(text);
}

function dateArgument(text: string): LocalDate {
  if (!isDate(text)) throw new InvalidArgumentError('Dates are written YYYY-MM-DD, for example 2026-02-15.');
  return text;
}

const program = new Command('concord')
  .description('KPI contracts as code: checked, measured exactly, settled into statements anyone can replay')
  .version(version())
  .option('--root <folder>', 'the repository with contracts/', '.')
  .addOption(new Option('--warehouse <engine>', 'where the data is').choices(['duckdb', 'bigquery']))
  .option('--data <folder>', 'data folder for duckdb (default: the workspace’s, else <root>/data)')
  .option('--project <id>', 'Google Cloud project for bigquery (default: the workspace’s)')
  .option('--location <name>', 'location of the datasets for bigquery (default: the workspace’s)')
  .option('--max-bytes <size>', 'most that one query of bigquery may read, for example 20GB', bytesArgument)
  .option('--read-at <instant>', 'read the tables of bigquery as they were at an instant', instantArgument)
  .option('--repo <owner/name>', 'repository on GitHub (default: GITHUB_REPOSITORY, else the remote origin)')
  .option('--api-url <url>', 'address of GitHub’s API (default: GITHUB_API_URL, else https://api.github.com)')
  .option('--as-of <date>', 'the date to reckon with (default: today in the contract’s zone)', dateArgument)
  .addOption(new Option('--locale <locale>', 'language of reports (default: from LANG)').choices(['en', 'zh']))
  .addOption(new Option('--format <format>', 'output format').choices(['pretty', 'json', 'markdown']).default('pretty'))
  .option('--debug', 'show stack traces of failures', false)
  .showHelpAfterError('(see concord --help)')
  .configureHelp({ showGlobalOptions: true })
  // An argument that is refused is repeated.
  .configureOutput({ writeOut: (text) => print(process.stdout, text), writeErr: (text) => print(process.stderr, text) })
  .exitOverride();

/** Adds a command whose handler gets the context, its arguments and its own options. */
function command(usage: string, description: string, examples: readonly string[]): Command {
  const help = examples.map((example) => `  $ concord ${example}`).join('\n');
  return program.command(usage).description(description).addHelpText('after', `\nExamples:\n${help}`).exitOverride();
}

const options = () => program.opts<GlobalOptions>();

command('init <id>', 'write a new contract to start from', [
  'init acme-agency --template media-buying --brand "Acme" --provider "Agency" --currency USD',
  'init acme-wager --template wager --from 2026-01-01 --to 2026-12-31',
])
  .option('--template <name>', 'media-buying, full-service, cro, logistics or wager', 'media-buying')
  .option('--brand <name>', 'who pays', 'Brand')
  .option('--provider <name>', 'who is paid', 'Provider')
  .option('--currency <code>', 'ISO 4217 code', 'USD')
  .option('--timezone <zone>', 'IANA zone in which days are counted', 'Asia/Shanghai')
  .option('--from <date>', 'first day of the term (default: next 1 January)', dateArgument)
  .option('--to <date>', 'last day of the term (default: 31 December of that year)', dateArgument)
  .action(
    async (
      id: string,
      own: { template: string; brand: string; provider: string; currency: string; timezone: string; from?: string; to?: string },
    ) => {
      const { init } = await import('./commands/init.js');
      const from = own.from ?? `${Number(today('UTC').slice(0, 4)) + 1}-01-01`;
      const to = own.to ?? `${from.slice(0, 4)}-12-31`;
      const { template, brand, provider, currency, timezone } = own;
      finish(
        await init(contextOf(options()), localFiles(join(PACKAGE, 'templates')), {
          id,
          template,
          brand,
          provider,
          currency,
          timezone,
          from,
          to,
        }),
      );
    },
  );

command('check [contract]', 'check contracts, definitions and events: schema, rules and lint, all issues at once', [
  'check',
  'check acme-linkstar-us --locale zh',
  'check --github    # annotations for a workflow',
  'check --changed-since main    # only what a change touches',
])
  .option('--github', 'print GitHub annotations', false)
  .option('--strict', 'warnings are findings too (exit code 1)', false)
  .option('--changed-since <revision>', 'only contracts that differ from this git revision')
  .action(async (contract: string | undefined, own: { github: boolean; strict: boolean; changedSince?: string }) => {
    const { check } = await import('./commands/check.js');
    const { gitRevisions } = await import('./shell/git/revisions.js');
    const { github, strict } = own;
    const revisions = gitRevisions(resolve(options().root));
    const changedSince = own.changedSince === undefined ? null : { revision: own.changedSince, revisions };
    finish(await check(contextOf(options()), { contract: contract ?? null, github, strict, changedSince }), github);
  });

command('score [contract]', 'measure one period now and print its scorecard; writes nothing', [
  'score acme-linkstar-us --period 2026-03 --data ./exports',
  'score acme-linkstar-us --period 2026-03 --format json',
  'score --all    # every contract, measured together',
])
  .option('--all', 'every contract, measured together', false)
  .option('--period <period>', 'for example 2026-03, 2026-Q1 or 2026-W09 (default: the current one)')
  .action(async (contract: string | undefined, own: { all: boolean; period?: string }) => {
    if ((contract === undefined) !== own.all) program.error("error: name a contract, or all of them with '--all'");
    const { score } = await import('./commands/score.js');
    finish(await score(contextOf(options()), { contract: contract ?? null, period: own.period ?? null }));
  });

command('settle [contract]', 'settle every due period in order and write the ledger, or propose it as pull requests', [
  'settle',
  'settle acme-linkstar-us --as-of 2026-04-15',
  'settle acme-linkstar-us --period 2026-04 --preview    # before it is due; writes nothing',
  'settle --open-pr    # one pull request per contract and period',
])
  .addOption(new Option('--period <period>', 'settle no further than this period').conflicts('openPr'))
  .addOption(new Option('--preview', 'write nothing').default(false).conflicts('openPr'))
  .option('--open-pr', 'propose on GitHub instead of writing files', false)
  .option('--dry-run', 'with --open-pr: say what would be done next, and do nothing', false)
  .action(async (contract: string | undefined, own: SettleArguments) => {
    const { dryRun, openPr, period = null, preview } = own;
    if (openPr) {
      const { settleByPullRequest } = await import('./commands/settle-open-pr.js');
      return finish(await settleByPullRequest(contextOf(options()), await openForge(), { contract: contract ?? null, dryRun }));
    }
    if (dryRun) program.error('error: --dry-run goes with --open-pr', { exitCode: 2 });
    const { settleDue } = await import('./commands/settle.js');
    finish(await settleDue(contextOf(options()), { contract: contract ?? null, period, preview }));
  });

command('verify [contract]', 'replay every statement from the ledger and the events alone, offline', [
  'verify',
  'verify acme-linkstar-us',
]).action(async (contract: string | undefined) => {
  const { verify } = await import('./commands/verify.js');
  const { gitHistory } = await import('./shell/git/history.js');
  finish(await verify(contextOf(options()), contract ?? null, gitHistory(resolve(options().root))));
});

command('diff <base> <head>', 'what changes between two texts of the contracts, whether it is allowed, and what it is worth', [
  'diff main HEAD',
  'diff main my-proposal --format markdown',
  'diff HEAD .    # what is not committed yet',
  'diff contracts/acme-linkstar-us ../draft/contract.yaml',
]).action(async (base: string, head: string) => {
  const { diff } = await import('./commands/diff.js');
  const { gitRevisions } = await import('./shell/git/revisions.js');
  const { root } = options();
  const ports = { revisions: gitRevisions(resolve(root)), folder: (path: string) => localFiles(resolve(path)) };
  finish(await diff(contextOf(options()), ports, { base, head }));
});

command('explain <contract> <period> [line]', 'show how lines came to their amounts', [
  'explain acme-linkstar-us 2026-03',
  'explain acme-linkstar-us 2026-03 sales --locale zh',
]).action(async (contract: string, period: string, line: string | undefined) => {
  const { explain } = await import('./commands/explain.js');
  finish(await explain(contextOf(options()), { contract, period, line: line ?? null }));
});

command('plan <contract>', 'print the queries that scoring a period would run, without running them', [
  'plan acme-linkstar-us --period 2026-03',
])
  .option('--period <period>', 'the period (default: the current one)')
  .action(async (contract: string, own: { period?: string }) => {
    const { plan } = await import('./commands/plan.js');
    finish(await plan(contextOf(options()), { contract, period: own.period ?? null }));
  });

command('doctor [contract]', 'look at everything that a contract needs of its data, one by one, with remedies', [
  'doctor',
  'doctor acme-linkstar-us --data ./exports',
  'doctor acme-linkstar-uk --warehouse bigquery --format json',
  'doctor acme-linkstar-us --rows',
])
  .option('--rows', 'show the lines of files that are at fault, on your own terminal only', false)
  .action(async (contract: string | undefined, own: { rows: boolean }) => {
    const { doctor } = await import('./commands/doctor.js');
    finish(await doctor(contextOf(options()), contract ?? null, own.rows));
  });

command('publish [contract]', 'write settled scorecards and statements to BigQuery, or as CSV files into a folder', [
  'publish --warehouse bigquery',
  'publish acme-linkstar-us --dataset concord',
  'publish acme-linkstar-us --into ./results',
])
  .option('--dataset <name>', 'dataset of the tables scorecards and statements', 'concord')
  .option('--into <folder>', 'write CSV files into this folder instead')
  .action(async (contract: string | undefined, own: { dataset: string; into?: string }) => {
    const { publish } = await import('./commands/publish.js');
    const into = own.into === undefined ? null : localFiles(resolve(own.into));
    finish(await publish(contextOf(options()), { contract: contract ?? null, dataset: own.dataset, into }));
  });

command('dashboard <contract>', 'print the addresses that open a dashboard on the published tables', [
  'dashboard acme-linkstar-us --project acme-reporting',
])
  .option('--dataset <name>', 'dataset of the tables scorecards and statements', 'concord')
  .action(async (contract: string, own: { dataset: string }) => {
    const { dashboard } = await import('./commands/dashboard.js');
    finish(await dashboard(contextOf(options()), { contract, dataset: own.dataset }));
  });

command('event <contract> <kind> [fields...]', 'write an event file once it passes every check', [
  'event acme-linkstar-us dispute party=brand period=2026-03 line=sales claimed=4800 "reason=returns" "evidence=[mail]"',
  'event acme-linkstar-us payment party=brand amount=4200.00 on=2026-04-20 reference=wire-17',
])
  .option('--date <date>', 'the day it counts from (default: today)', dateArgument)
  .option('--slug <text>', 'end of the file’s name (default: the kind)')
  .action(async (contract: string, kind: string, fields: string[], own: { date?: string; slug?: string }) => {
    const { writeEvent } = await import('./commands/event.js');
    finish(await writeEvent(contextOf(options()), { contract, kind, fields, date: own.date ?? null, slug: own.slug ?? null }));
  });

command('view <contract> <view>', 'write a shipped view into a contract: first_order, repeat_90_days or value_90_days', [
  'view acme-linkstar-us first_order --table shop.orders --customer customer_id --order order_id --time ordered_at',
  'view acme-linkstar-us repeat_90_days --table shop.orders --customer buyer --order id --time paid_at --only status=paid,shipped',
])
  .requiredOption('--table <name>', 'the table of orders, as shop.orders')
  .requiredOption('--customer <column>', 'who ordered')
  .requiredOption('--order <column>', 'the order’s key')
  .requiredOption('--time <column>', 'when it was ordered')
  .addOption(new Option('--kind <kind>', 'what the time column holds').choices(['instant', 'wall', 'date']).default('instant'))
  .option('--only <column=values>', 'only orders with one of these values, as status=paid,shipped')
  .action(async (contract: string, view: string, own: ViewArguments) => {
    const { writeView } = await import('./commands/view.js');
    finish(await writeView(contextOf(options()), { ...own, contract, view, only: own.only ?? null }));
  });

command('gate', 'decide whether both parties agreed to a pull request; post the status and who is missing', [
  'gate --pr 12',
  'gate --pr 12 --dry-run --format json',
  'gate --all --merge    # every open pull request; merges accepted settlements and events filed by form',
])
  .option('--pr <number>', 'the pull request', numberArgument)
  .option('--all', 'every open pull request against the default branch', false)
  .option('--merge', 'merge what the app opened and nobody needs to approve any more', false)
  .option('--dry-run', 'post nothing', false)
  .action(async (own: { pr?: number; all: boolean; merge: boolean; dryRun: boolean }) => {
    const { gate } = await import('./commands/gate.js');
    if ((own.pr === undefined) !== own.all) program.error('error: give either --pr <number> or --all');
    const { locale } = options();
    const locales = locale === undefined ? (['en', 'zh'] as const) : ([locale] as const);
    finish(await gate(contextOf(options()), await openForge(), { ...own, subject: own.pr ?? 'all', locales }));
  });

command('comment', 'say under a pull request what it changes, what that is worth, and how its contracts stand', [
  'comment --pr 12',
  'comment --pr 12 --dry-run',
  'comment --pr 12 --output ./report    # the whole reports as files, for an artifact',
])
  .requiredOption('--pr <number>', 'the pull request', numberArgument)
  .option('--output <folder>', 'write the whole reports there')
  .option('--dry-run', 'post nothing, print it', false)
  .action(async (own: { pr: number; output?: string; dryRun: boolean }) => {
    const { comment } = await import('./commands/comment.js');
    const output = own.output === undefined ? null : localFiles(resolve(own.output));
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    const runUrl = server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
    const locale = options().locale ?? null;
    finish(await comment(contextOf(options()), await openForge(), { number: own.pr, locale, dryRun: own.dryRun, output, runUrl }));
  });

command(
  'audit [contract]',
  'whether everything on the default branch is what both parties agreed to, who approved what, and what is not enforced',
  ['audit', 'audit acme-linkstar-us --format markdown', 'audit --repo acme/kpi --format json    # with a token of your own that may read'],
).action(async (contract: string | undefined) => {
  const { audit } = await import('./commands/audit.js');
  finish(await audit(contextOf(options()), await openForge(), contract ?? null));
});

command('propose [contract]', 'turn an edit of this checkout into a pull request, once it passes every check', [
  'propose acme-linkstar-us --title "ROAS 3.2 from July on"',
  'propose --rules --title "Carol signs for Linkstar"',
  'propose acme-linkstar-us --title "ROAS 3.2 from July on" --dry-run',
])
  .requiredOption('--title <text>', 'what both parties see first')
  .option('--rules', 'only what lies outside the contracts', false)
  .option('--dry-run', 'write nothing; print what would be proposed', false)
  .action(async (contract: string | undefined, own: { title: string; rules: boolean; dryRun: boolean }) => {
    if (contract !== undefined && own.rules) program.error('error: name a contract or --rules, not both');
    const { propose } = await import('./commands/propose.js');
    const { gitWorkingTree } = await import('./shell/git/working-tree.js');
    const only = contract !== undefined ? { contract } : own.rules ? { contract: null } : null;
    const tree = gitWorkingTree(resolve(options().root));
    finish(await propose(contextOf(options()), await openForge(), tree, { only, title: own.title, dryRun: own.dryRun }));
  });

command('form', 'turn an issue form into a pull request, or say under the issue why it cannot be filed', [
  'form --event "$GITHUB_EVENT_PATH"',
  'form --refresh    # events in open form pull requests get the day of today once theirs is over',
])
  .option('--event <file>', 'the event of the issue, as GitHub wrote it')
  .option('--refresh', 'renew every open pull request that was made from a form', false)
  .action(async (own: { event?: string; refresh: boolean }) => {
    if ((own.event === undefined) !== own.refresh) program.error('error: give either --event <file> or --refresh');
    if (own.event === undefined) {
      const { refreshForms } = await import('./commands/form-refresh.js');
      return finish(await refreshForms(contextOf(options()), await openForge()));
    }
    const { fileForm } = await import('./commands/form.js');
    finish(await fileForm(contextOf(options()), await openForge(), readFileSync(resolve(own.event), 'utf8')));
  });

command('access [contract]', 'who can see what, until when, and by which clause', [
  'access acme-linkstar-us',
  'access acme-linkstar-us --format markdown --locale zh',
  'access --stack Pulumi.prod.yaml    # every right in the cloud project too',
])
  .option('--stack <file>', 'the file of a Pulumi stack with its settings')
  .action(async (contract: string | undefined, own: { stack?: string }) => {
    const { access } = await import('./commands/access.js');
    finish(await access(contextOf(options()), { contract: contract ?? null, stack: own.stack ?? null }));
  });

command('exit <contract>', 'what is to be done when a contract ends: dates, checklist, exports, access that ends, settlement', [
  'exit acme-linkstar-us',
  'exit acme-linkstar-us --as-of 2026-12-01 --format markdown',
]).action(async (contract: string) => {
  const { exit } = await import('./commands/exit.js');
  finish(await exit(contextOf(options()), contract));
});

command('demo', 'settle a year of a sample contract on generated data, in a scratch folder', [
  'demo',
  'demo --locale zh',
  'demo --into ./trial',
])
  .option('--into <folder>', 'the folder to work in (default: a new temporary one)')
  .action(async (own: { into?: string }) => {
    const { demo } = await import('./commands/demo.js');
    const root = own.into === undefined ? mkdtempSync(join(tmpdir(), 'concord-demo-')) : resolve(own.into);
    const shown = (text: string) => print(process.stdout, text);
    finish(await demo(contextOf(options(), root), { shipped: localFiles(PACKAGE), root, print: shown }));
  });

command('codeowners', 'write .github/CODEOWNERS, by which GitHub asks both parties to review', ['codeowners', 'codeowners --check'])
  .option('--check', 'write nothing; end with 1 where the file is not what the contracts say', false)
  .action(async (own: { check: boolean }) => {
    const { writeCodeowners } = await import('./commands/codeowners.js');
    finish(await writeCodeowners(contextOf(options()), own));
  });

command('setup', 'compare the repository on GitHub with what Concord needs of it, and set it up', [
  'setup github --repo acme/contracts',
  'setup github --apply --variable CONCORD_APP_CLIENT_ID=Iv23liExample',
])
  .addArgument(new Argument('<forge>', 'where the repository is').choices(['github']))
  .option('--apply', 'do what can be done, then look again', false)
  .option('--variable <name=value>', 'value of a variable of the workflows (may be repeated)', (each, all: string[]) => [...all, each], [])
  .action(async (_forge: string, own: { apply: boolean; variable: string[] }) => {
    const { setupGithub } = await import('./commands/setup-github.js');
    finish(await setupGithub(contextOf(options()), await openForge(), { apply: own.apply, variables: own.variable }));
  });

/** The package that a failed import lacks; null where something else failed. */
function missingPackage(problem: Error): string | null {
  if (!('code' in problem) || problem.code !== 'ERR_MODULE_NOT_FOUND') return null;
  return /^Cannot find package '([^']+)'/.exec(problem.message)?.[1] ?? null;
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
    if (error instanceof ShellError) {
      const { issuesOutput } = await import('./commands/issue-output.js');
      print(process.stderr, issuesOutput(contextOf(options()), error.issues, new Map(), 'pretty'));
      return;
    }
    const problem = error instanceof Error ? error : new Error(String(error));
    const lacking = missingPackage(problem);
    if (lacking !== null) {
      const { commandIssue } = await import('./commands/command-issue.js');
      const { issuesOutput } = await import('./commands/issue-output.js');
      const issues = [commandIssue('package-missing', '.', { package: lacking })];
      print(process.stderr, issuesOutput(contextOf(options()), issues, new Map(), 'pretty'));
      return;
    }
    print(process.stderr, `concord: ${options().debug ? problem.stack : problem.message}\n`);
  }
}

await main();
