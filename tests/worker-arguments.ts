import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How Node runs the workers of every suite: a tenth of the processor's time went into collecting what tests leave behind. */
export const WORKER_ARGUMENTS = ['--max-semi-space-size=32'];

/**
 * The packages that workers load are those that people's own processes load: vitest alone asks for a "development" form, in which a reader of
 * Markdown takes twice its time to check itself.
 */
export const AS_PEOPLE_LOAD = { resolve: { conditions: ['node'] } };

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(REPOSITORY, 'dist');

/** Whether what is built is what the sources say now: nothing of them has been written since. */
function isBuilt(): boolean {
  const stamp = join(DIST, '.tsbuildinfo');
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return readdirSync(join(REPOSITORY, 'src'), { recursive: true, withFileTypes: true }).every(
    (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built,
  );
}

/**
 * Tests that ask for a module of `src` get the one that people run, where it is built already: compiling 1,400 modules again for every worker
 * is a minute of a suite. Whoever edits while vitest watches, or has not built since, gets the sources.
 */
export function builtModules() {
  if (!process.argv.includes('run') || !isBuilt()) return {};
  return { alias: [{ find: /^(?:\.\.?\/)+src\//, replacement: `${DIST}/` }] };
}

/** What is built is loaded by Node itself. */
export const BUILT_ALREADY = [/\/dist\//];
