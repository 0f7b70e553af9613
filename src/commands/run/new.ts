import { loadWorkspace } from '../../contract/load-workspace.js';
import { formPages } from '../../forms/form-page.js';
import { CODEOWNERS_FILE, codeowners } from '../../gate/codeowners.js';
import { type Checked, type Issue, inNoFile } from '../../kernel/issue.js';
import { type Fields, isFields } from '../../kernel/objects.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { ReadableFiles } from '../../ports/files.js';
import type { Packages } from '../../ports/packages.js';
import { code, toldLine, toldLines } from '../../report/blocks.js';
import { type GivenAnswers, readAnswers } from '../../repository/answers.js';
import {
  askedOf,
  ENGINE,
  type EnginePin,
  type EngineSource,
  isOfRegistry,
  keptAt,
  readEngineSource,
  specOf,
} from '../../repository/engine.js';
import { cloudOf, type Lock, readLock } from '../../repository/lock.js';
import { newRepository, type Shipped, TEMPLATES_FOLDER } from '../../repository/repository.js';
import { askRest } from '../../running/ask-rest.js';
import type { CommandContext } from '../../running/context.js';
import { filesBelow, GITHUB, pinned, refreshed } from '../../running/engine-files.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { issue } from '../../words/issue.js';
import { newRepositoryText } from '../../words/new-repository.js';

export interface NewOptions {
  /** As typed. */
  readonly folder: string;
  /** The same on this machine. */
  readonly place: string;
  readonly given: GivenAnswers;
  /** What the repository is to be pinned to, as typed. */
  readonly engine: string | null;
  readonly shipped: ReadableFiles;
  readonly packages: Packages;
  /** Asks at the terminal; null where nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/**
 * `concord new`: writes a repository of one's own into an empty folder. Nothing is written before everything is known to be right.
 * @param context its files are those of the folder
 * @throws ShellError where npm does not have the engine.
 */
export async function writeRepository(context: CommandContext, options: NewOptions): Promise<Outcome> {
  const { folder, shipped, packages, ask } = options;
  if (await isTaken(context.files)) return failed([issue('folder-not-empty', inNoFile(folder), { folder })], new Map(), 2);
  // before anything is asked
  const { value: whole, issues: lacking } = await readShipped(shipped);
  if (whole === null) return failed(lacking, new Map(), 2);
  const { value: engine, issues: refused } = await readEngine(packages, options.engine, context.version);
  if (engine === null) return failed(refused, new Map(), 2);
  const given = ask === null ? options.given : await askRest(options.given, ask);
  const { value: answers, issues } = readAnswers(given);
  if (answers === null) return failed(issues, new Map(), 2);
  const texts = new Map(newRepository(packageName(options.place), answers, engine.pin, whole));
  const loaded = loadWorkspace(texts);
  if (loaded.workspace === null || hasErrors(loaded.issues)) return failed(loaded.issues, texts, 2);
  texts.set(CODEOWNERS_FILE, codeowners(loaded.workspace, []));
  for (const [path, text] of formPages([])) texts.set(path, text);
  for (const [path, text] of texts) await context.files.write(path, text);
  const kept = engine.source.kind === 'file' ? [keptAt(engine.source.path)] : [];
  for (const path of kept) await packages.keep(askedOf(engine.source), options.place, path);
  const written = [...texts.keys(), ...kept].sort();
  const { brand, provider } = answers.parties;
  const { version, spec } = engine.pin;
  const { locale } = answers;
  const blocks: Report['blocks'] = () => [
    toldLines(
      newRepositoryText('new-written', locale, { brand: brand.name, provider: provider.name, folder }),
      ...written.filter((path) => !isOfGithub(path)).map((path) => toldLine(code(path), 1)),
      toldLine(newRepositoryText('new-github', locale, { count: written.filter(isOfGithub).length }), 1),
      newRepositoryText('new-engine', locale, { version, spec }),
      newRepositoryText('new-next', locale),
      toldLine(code(`cd ${folder} && git init --initial-branch main && npm ci && npx ${ENGINE} init`), 1),
    ),
  ];
  return { ended: 0, report: { document: () => ({ folder, engine: engine.pin, written }), blocks }, issues: loaded.issues, texts };
}

const isOfGithub = (path: string): boolean => path.startsWith(`${GITHUB}/`);

/** `concord new --refresh`: the files of `.github/` as this engine brings them, after an update of it. */
export async function refreshRepository(context: CommandContext, shipped: ReadableFiles): Promise<Outcome> {
  const { files, version } = context;
  if ((await pinned(files)) === null) return failed([issue('nothing-to-refresh', inNoFile('--refresh'))], new Map(), 2);
  const texts = await refreshed(files, shipped);
  for (const [path, text] of texts) await files.write(path, text);
  const written = [...texts.keys()].sort();
  const blocks: Report['blocks'] = (locale) => [
    toldLines(
      newRepositoryText(written.length === 0 ? 'new-fresh' : 'new-refreshed', locale, { version }),
      ...written.map((path) => toldLine(code(path), 1)),
    ),
  ];
  return { ended: 0, report: { document: () => ({ written }), blocks } };
}

/** Whether anything lies in the folder; git's own of a repository without a commit is nothing. */
async function isTaken(files: ReadableFiles): Promise<boolean> {
  const [entries, others] = [await files.list(''), (await files.irregular?.('')) ?? []];
  return others.length > 0 || entries.some(({ name }) => name !== '.git');
}

interface Engine {
  readonly source: EngineSource;
  readonly pin: EnginePin;
}

/** The engine that is pinned: of this very version, since the lock file has what this one was tested with, and ready to run. */
async function readEngine(packages: Packages, typed: string | null, version: string): Promise<Checked<Engine>> {
  const at = inNoFile('--engine');
  const refused = (found: Issue): Checked<Engine> => ({ value: null, issues: [found] });
  const named = typed ?? (await packages.own());
  if (named === null) return refused(issue('engine-unnamed', at));
  const source = readEngineSource(named);
  if (source === null) return refused(issue(isOfRegistry(named) ? 'engine-of-registry' : 'engine-unpinned', at, { found: named }));
  const found = await packages.describe(askedOf(source));
  const is = `${found.name} ${found.version}`;
  if (is !== `${ENGINE} ${version}`) return refused(issue('engine-other', at, { found: is, expected: `${ENGINE} ${version}` }));
  if (!found.files.includes('dist/cli.js')) return refused(issue('engine-not-built', at, { found: named }));
  const integrity = source.kind === 'git' ? null : found.integrity;
  return { value: { source, pin: { spec: specOf(source), version, integrity } }, issues: [] };
}

/** The folder's name as npm lets packages be called. */
function packageName(place: string): string {
  const last = place.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  const name = last
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '')
    .slice(0, 100);
  return name === '' || name === ENGINE || name === 'node_modules' ? 'kpi-contracts' : name;
}

/** What came with the program; refused where it was installed in part. */
async function readShipped(files: ReadableFiles): Promise<Checked<Shipped>> {
  const github = await filesBelow(files, GITHUB);
  const templates = await filesBelow(files, TEMPLATES_FOLDER);
  const lock = await readOwnLock(files);
  if (lock === null) return lacks(PACKED_LOCK);
  if (templates.size === 0) return lacks(TEMPLATES_FOLDER);
  if (github.size === 0) return lacks(GITHUB);
  const names = new Map([...templates].map(([path, text]) => [path.slice(TEMPLATES_FOLDER.length + 1), text]));
  return { value: { github, templates: names, lock, cloud: cloudOf(lock), overrides: await readOverrides(files) }, issues: [] };
}

function lacks(file: string): { readonly value: null; readonly issues: readonly Issue[] } {
  return { value: null, issues: [issue('engine-not-whole', inNoFile('new'), { file })] };
}

async function readOverrides(files: ReadableFiles): Promise<Fields> {
  const own: unknown = JSON.parse((await files.read('package.json')) ?? '{}');
  return isFields(own) && isFields(own.overrides) ? own.overrides : {};
}

/** The lock file that the engine was tested with: beside its source as npm has it, packed under a name that npm does not leave out. */
async function readOwnLock(files: ReadableFiles): Promise<Lock | null> {
  return readLock((await files.read('package-lock.json')) ?? (await files.read(PACKED_LOCK)) ?? 'null');
}

const PACKED_LOCK = 'dist/engine-lock.json';
