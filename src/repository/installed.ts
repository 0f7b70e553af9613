import { isFields } from '../kernel/objects.js';

/*
 * This repository holds the engine and builds it before use; a new one installs it. The files below `.github/` are the one source of
 * both, and what differs is said here:
 *
 *   - steps that install the compiler and build are left out, since what is installed is built;
 *   - `node dist/cli.js` is the installed program;
 *   - between lines `#- engine` and `#- end` stands what only the engine's repository has, and after a line `#- installed` between
 *     them, as comments, what the new one has in its place.
 */

const MARK = /^\s*#- (engine|installed|end)$/;
const STEP = /^ {6}- /;
const BUILDS = /\bnpm --prefix build\b/;
const REPLACED: readonly (readonly [here: string, there: string])[] = [
  // Never a program of that name from the registry.
  ['node dist/cli.js', 'npx --no concord'],
  ['policyPacks: policy', 'policyPacks: node_modules/concord/policy'],
];

/**
 * A file of `.github/` as a repository has it that installs the engine.
 * @throws Error where its marks do not pair.
 */
export function installed(text: string): string {
  const lines = withoutBuilding(ofTheNew(text.split('\n'))).join('\n');
  return REPLACED.reduce((result, [here, there]) => result.replaceAll(here, there), lines);
}

function ofTheNew(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let within: 'engine' | 'installed' | null = null;
  for (const line of lines) {
    const mark = MARK.exec(line)?.[1];
    if (mark !== undefined) {
      const pairs = mark === 'engine' ? within === null : mark === 'installed' ? within === 'engine' : within !== null;
      if (!pairs) throw new Error(`a mark that does not pair: ${line.trim()}`);
      within = mark === 'engine' || mark === 'installed' ? mark : null;
    } else if (within === null) kept.push(line);
    else if (within === 'installed') kept.push(line.replace(/^(\s*)# /, '$1'));
  }
  if (within !== null) throw new Error('a mark without an end');
  return kept;
}

function withoutBuilding(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let leaving = false;
  for (const line of lines) {
    if (STEP.test(line)) leaving = BUILDS.test(line);
    else if (leaving && !/^ {8}/.test(line)) leaving = false;
    if (!leaving) kept.push(line);
  }
  return kept;
}

/** A ruleset as the new repository has it: no check is required that its workflows do not have. @param text JSON */
export function installedRuleset(text: string): string {
  const without = (_: string, value: unknown): unknown =>
    Array.isArray(value) ? value.filter((entry: unknown) => !(isFields(entry) && entry.context === OF_THE_ENGINE)) : value;
  return `${JSON.stringify(JSON.parse(text, without), null, 2)}\n`;
}

/** The job of `ci.yml` that runs the engine's own tests. */
const OF_THE_ENGINE = 'engine';
