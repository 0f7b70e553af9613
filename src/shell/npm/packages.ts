import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { inNoFile } from '../../kernel/issue.js';
import { isFields } from '../../kernel/objects.js';
import { ShellError } from '../../ports/failure.js';
import type { DescribedPackage, Packages } from '../../ports/packages.js';
import { issue } from '../../words/issue.js';

/** @param place the folder that this program runs from */
export function npmPackages(place: string): Packages {
  return {
    async describe(asked) {
      const found = described(await npm(['pack', asked, '--dry-run', '--json', '--ignore-scripts'], asked));
      if (found === null) throw refused(asked, 'npm pack --json');
      return found;
    },
    async own() {
      const modules = dirname(place);
      const text = await readFile(join(modules, '.package-lock.json'), 'utf8').catch(() => null);
      return text === null ? null : installedFrom(JSON.parse(text), dirname(modules), basename(place));
    },
    async keep(file, folder, path) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(resolve(file), target);
    },
  };
}

/** Runs npm; Windows knows it as a script, which only a shell finds: what is asked has none of a shell's characters by then. */
function npm(args: readonly string[], asked: string): Promise<string> {
  const shell = process.platform === 'win32';
  const given = shell ? args.map((each) => (/\s/.test(each) ? `"${each}"` : each)) : args;
  return new Promise((done, fail) => {
    execFile('npm', given, { encoding: 'utf8', shell, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(refused(asked, firstError(stderr) ?? error.message));
    });
  });
}

function refused(asked: string, detail: string): ShellError {
  return new ShellError([issue('engine-refused', inNoFile('--engine'), { found: asked, detail })]);
}

/** The first sentence of what npm says, without its code and without what it tells of the call. */
function firstError(stderr: string): string | null {
  const lines = stderr.split('\n').flatMap((line) => /^npm (?:error|ERR!) (.+)/.exec(line)?.[1] ?? []);
  const sentence = lines.find((line) => !/^(code|syscall|errno|path|dest|hostname|signal|cmd|args|command) /.test(line));
  return sentence?.replace(/^e?[a-z]+ (?=[A-Z])/, '') ?? null;
}

function described(text: string): DescribedPackage | null {
  const data: unknown = JSON.parse(text);
  // npm 12 answers with an object by name, earlier ones with a list.
  const [first] = Array.isArray(data) ? (data as readonly unknown[]) : isFields(data) ? Object.values(data) : [];
  if (!isFields(first)) return null;
  const { name, version, integrity, files } = first;
  if (typeof name !== 'string' || typeof version !== 'string' || typeof integrity !== 'string' || !Array.isArray(files)) return null;
  const paths = files.flatMap((file: unknown) => (isFields(file) && typeof file.path === 'string' ? [file.path] : []));
  return { name, version, integrity, files: paths };
}

/** What npm wrote down of the installation that this program is part of: a file, a commit, or else a version of the registry. */
function installedFrom(lock: unknown, root: string, name: string): string | null {
  const packages = isFields(lock) && isFields(lock.packages) ? lock.packages : {};
  const entry = packages[`node_modules/${name}`];
  if (!isFields(entry) || typeof entry.version !== 'string') return null;
  const resolved = typeof entry.resolved === 'string' ? entry.resolved : '';
  if (resolved.startsWith('file:')) return resolve(root, resolved.slice('file:'.length));
  return resolved.startsWith('git+') ? resolved : entry.version;
}
