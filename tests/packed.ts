import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './run-cli.js';

/*
 * The engine as users get it: packed by npm, and installed from that file. The build is there already; what it needs besides is
 * linked from this repository's own packages, exactly those that a lock file names, so that nothing is fetched.
 */

export interface Packed {
  /** The packed file. */
  readonly file: string;
  /** What is in it, root-relative, ascending. */
  readonly paths: readonly string[];
}

/** Packs what is built, as `npm pack` does after its `prepack`. */
export function packEngine(folder: string): Packed {
  execFileSync(process.execPath, [join(REPOSITORY, 'scripts/prepack.mjs')], { stdio: 'pipe' });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: REPOSITORY, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })) as [
    { filename: string; files: { path: string }[] },
  ];
  return { file: join(folder, packed.filename), paths: packed.files.map(({ path }) => path).sort() };
}

/** Where a packed file is unpacked to. */
export function unpack(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', folder, '--strip-components=1'], { stdio: 'pipe' });
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly dev?: boolean; readonly optional?: boolean }>>;
}

/** What `npm ci` makes of a repository: the engine from its file, every package that the lock file names beside it. */
export function install(repository: string, { optional }: { readonly optional: boolean }): void {
  const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as Lock;
  for (const [place, { resolved, dev, optional: isOptional = false }] of Object.entries(packages)) {
    const isNested = place.lastIndexOf('node_modules/') > 0;
    if (place === '' || isNested || dev === true || (isOptional && !optional)) continue;
    if (resolved !== undefined) unpack(join(repository, resolved.replace('file:', '')), join(repository, place));
    // Of other platforms, and of none here: what is optional may lack.
    else if (existsSync(join(REPOSITORY, place))) link(join(REPOSITORY, place), join(repository, place));
    else if (!isOptional) throw new Error(`${place} is not installed here`);
  }
  const bin = join(repository, 'node_modules/.bin');
  mkdirSync(bin);
  chmodSync(join(repository, 'node_modules/concord/dist/cli.js'), 0o755);
  symlinkSync('../concord/dist/cli.js', join(bin, 'concord'));
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to);
}
