import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LocalDate } from '../src/kernel/calendar.js';
import type { Issue } from '../src/kernel/issue.js';
import type { Locale } from '../src/kernel/text.js';
import type { Format } from '../src/media/formats.js';
import type { Outcome as Said } from '../src/media/outcome.js';
import { type Printed, print, type Wanted } from '../src/media/print.js';
import { ShellError } from '../src/ports/failure.js';
import type { CommandContext } from '../src/running/context.js';
import { checkDuckdbViews } from '../src/shell/duckdb/view-check.js';
import { localFiles } from '../src/shell/files/local-files.js';
import { REPOSITORY } from './run-cli.js';
import { openDuckdb } from './warehouses.js';

/** What a test chooses of a command's surroundings. */
export interface Surroundings {
  readonly root: string;
  readonly asOf?: LocalDate;
  /** Default: the day of `asOf`, else 2030-01-01: no test depends on the clock. */
  readonly today?: LocalDate;
  readonly locale?: Locale;
  readonly format?: Format;
  /** As `--data`. */
  readonly data?: string;
}

const { version } = JSON.parse(readFileSync(`${REPOSITORY}package.json`, 'utf8')) as { version: string };

const NO_WAREHOUSE: Issue = {
  code: 'bigquery-no-project',
  severity: 'error',
  at: { path: 'contracts/workspace.yaml', line: 1, column: 1 },
  params: {},
};

/** What a command runs in, and how what it says is printed. */
export interface CommandPlace extends CommandContext, Wanted {
  readonly locale: Locale;
}

/** The context that `cli.ts` makes, without a terminal, clock or environment: the same commands, in this process. */
export function contextFor({ root, asOf, today, locale = 'en', format = 'json', data }: Surroundings): CommandPlace {
  return {
    files: localFiles(root),
    openWarehouse: (settings) => {
      if (settings.engine !== 'duckdb') throw new ShellError([NO_WAREHOUSE]);
      return openDuckdb({ dataFolder: resolve(root, settings.data) });
    },
    checkViews: checkDuckdbViews,
    dataFolder: data ?? null,
    engine: null,
    project: null,
    location: null,
    maxBytes: null,
    readAt: null,
    asOf: asOf ?? null,
    today: () => today ?? asOf ?? '2030-01-01',
    locale,
    format,
    color: false,
    width: 100,
    progress: () => undefined,
    version,
    commit: null,
  };
}

/** What a command says, as `cli.ts` would print it. */
export async function printed(place: Wanted, outcome: Said | Promise<Said>): Promise<Printed> {
  return print(await outcome, place);
}

/** How a command ended; `crash` is an error that is no issue: in the CLI a bare message, here a finding. */
export interface Outcome extends Printed {
  readonly crash: Error | null;
}

/** Runs a command as `cli.ts` does: what the outside world refuses becomes issues and exit code 2. */
export async function run<Context extends CommandPlace>(context: Context, command: (context: Context) => Promise<Said>): Promise<Outcome> {
  try {
    return { ...(await printed(context, command(context))), crash: null };
  } catch (error) {
    if (error instanceof ShellError) {
      return { ...(await printed(context, { ended: 2, report: null, issues: error.issues })), crash: null };
    }
    const crash = error instanceof Error ? error : new Error(String(error));
    return { exitCode: 2, output: '', errors: `concord: ${crash.message}\n`, crash };
  }
}
