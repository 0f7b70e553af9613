export { CommanderError } from 'commander';
export { commandLine, globalOptions } from './commands/command-line.js';
export { isForPrograms, localeIn, localeTyped } from './commands/typed-ahead.js';
export { localDate } from './kernel/calendar.js';
export { withoutCommands } from './report/escape.js';
export { localFiles } from './shell/files/local-files.js';
export { packageVersion } from './shell/files/package-version.js';
export { repositoryAbove } from './shell/files/repository-above.js';
export { temporaryFolder } from './shell/files/temporary-folder.js';
export { typedFile } from './shell/files/typed-file.js';
export { commitOf } from './shell/git/commit.js';

/*
 * All that cli.ts wires, in one module: what it starts with, and what is loaded when it is asked for. scripts/build-program.mjs makes a
 * program of it, so that starting reads a few files instead of hundreds; cli.ts imports nothing else, or there would be two of a module.
 */

export const later = {
  bigquery: () => import('./shell/bigquery/engine.js'),
  botAccount: () => import('./reading/bot-account.js'),
  commandText: () => import('./words/command-text.js'),
  duckdb: () => import('./shell/duckdb/engine.js'),
  exports: () => import('./shell/duckdb/exports.js'),
  github: () => import('./shell/github/github-forge.js'),
  history: () => import('./shell/git/history.js'),
  origin: () => import('./shell/git/origin.js'),
  outbox: () => import('./shell/outbox/outbox.js'),
  packages: () => import('./shell/npm/packages.js'),
  refusal: () => import('./shell/refusal.js'),
  print: () => import('./media/print.js'),
  revisions: () => import('./shell/git/revisions.js'),
  typedLines: () => import('./shell/terminal/typed-lines.js'),
  viewCheck: () => import('./shell/duckdb/view-check.js'),
  warehouse: () => import('./measurement/warehouse.js'),
  workingTree: () => import('./shell/git/working-tree.js'),
} as const;
