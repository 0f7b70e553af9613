import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandLine } from '../../src/commands/command-line.js';
import type { Host } from '../../src/commands/verb.js';
import { LOCALES } from '../../src/kernel/text.js';
import type { Outcome } from '../../src/media/outcome.js';
import { ShellError } from '../../src/ports/failure.js';
import type { Files } from '../../src/ports/files.js';
import type { Packages } from '../../src/ports/packages.js';
import type { CommandContext } from '../../src/running/context.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { npmPackages } from '../../src/shell/npm/packages.js';
import { NEW_ISSUES } from '../../src/words/new-issues.js';
import { contextFor, printed } from '../in-process.js';
import { packEngine } from '../packed.js';
import { REPOSITORY } from '../run-cli.js';

/*
 * tests/bad/new/<code>.yaml asks `concord new` for a repository that cannot be, and says exactly what is printed. npm is the real
 * one; nothing is fetched.
 */
const FOLDER = new URL('../bad/new/', import.meta.url);

interface Mistake {
  readonly args: readonly string[];
  /** Whether it is asked of a repository that is there, not of a new folder. */
  readonly here?: boolean;
  /** What lies in the folder before. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the program runs without the files that were packed with it. */
  readonly alone?: boolean;
  /** The package that is named in place of this one. */
  readonly packed?: object;
  readonly en: string;
  readonly zh: string;
}

let root = '';
let engine = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-new-'));
  engine = packEngine(root).file;
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function packedOf(name: string, file: object): string {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(file));
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--silent'], { cwd: folder, encoding: 'utf8' })) as [
    { filename: string },
  ];
  return join(folder, packed.filename);
}

const files = readdirSync(FOLDER).sort();

test('every code has its file', () => {
  expect(files).toEqual(
    Object.keys(NEW_ISSUES)
      .map((code) => `${code}.yaml`)
      .sort(),
  );
});

test.each(files)('%s', async (file) => {
  const mistake = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Mistake;
  const folder = join(root, `place-${file}`);
  const packed = mistake.packed === undefined ? engine : packedOf(`packed-${file}`, mistake.packed);
  for (const [path, text] of Object.entries(mistake.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const before = readdirSync(root);
  const place = contextFor({ root: folder, format: 'pretty' });
  const asked = {
    context: (): CommandContext => ({ ...place, engine: mistake.args.includes('--warehouse') ? 'bigquery' : null }),
    workingFolder: (_path: string | null) => folder,
    shipped: (): Files => localFiles(mistake.alone === true ? join(root, 'nothing') : REPOSITORY),
  };
  const host = { ...asked, ask: null as Host['ask'], packages: async () => packages } as Host;
  const args = mistake.args.map((each) => each.replace('<packed>', packed).replace('<folder>', folder));
  const outcome = await outcomeOf(host, ['new', ...(mistake.here === true ? [] : [folder]), ...args]);
  for (const locale of LOCALES) {
    const { exitCode, errors } = await printed({ ...place, locale }, outcome);
    const words = (errors ?? '').replaceAll(packed, '<packed>').replaceAll(folder, '<folder>');
    expect(words.split('\n\n')[0]?.trim()).toBe(mistake[locale].trim());
    expect(exitCode).toBe(2);
  }
  expect(readdirSync(root)).toEqual(before);
});

/** npm, asked once for each package. */
function remembering(npm: Packages): Packages {
  const known = new Map<string, ReturnType<Packages['describe']>>();
  const describe: Packages['describe'] = (asked) => {
    const answer = known.get(asked) ?? npm.describe(asked);
    known.set(asked, answer);
    return answer;
  };
  return { ...npm, describe };
}
const packages = remembering(npmPackages(REPOSITORY));

/** What a verb gives back, asked as it is typed. */
async function outcomeOf(host: Host, line: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | null = null;
  const say = (text: string) => expect(text).toBe('');
  const program = commandLine({
    ...{ locale: 'en', version: '0', out: say, forPrograms: false, err: say },
    run: async (verb, given) => {
      outcome = await verb.run(host, given).catch((error: unknown): Outcome => {
        if (error instanceof ShellError) return { ended: 2, report: null, issues: error.issues };
        throw error;
      });
    },
  });
  await program.parseAsync([...line], { from: 'user' });
  return outcome ?? { ended: 0, report: null };
}
