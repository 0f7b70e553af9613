import { loadWorkspace } from '../../contract/load-workspace.js';
import { formPages } from '../../forms/form-page.js';
import { CODEOWNERS_FILE, codeowners } from '../../gate/codeowners.js';
import { type Checked, type Issue, inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { ReadableFiles } from '../../ports/files.js';
import type { Packages } from '../../ports/packages.js';
import { code, toldLine, toldLines } from '../../report/blocks.js';
import { type GivenAnswers, readAnswers } from '../../repository/answers.js';
import { LOCK_FILE, PACKAGE_FILE } from '../../repository/cloud.js';
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
import { newRepository } from '../../repository/repository.js';
import { askRest } from '../../running/ask-rest.js';
import type { CommandContext } from '../../running/context.js';
import { pinned, refreshed, warehouseOf } from '../../running/engine-files.js';
import { GITHUB } from '../../running/files-below.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { readShipped } from '../../running/shipped-repository.js';
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

/**
 * `concord new --refresh`: the files that this engine brings, after an update of it, and those of a cloud, after one was named in the
 * workspace. Nothing is written where not all of it can be.
 */
export async function refreshRepository(context: CommandContext, shipped: ReadableFiles): Promise<Outcome> {
  const { files, version } = context;
  const refused = (found: Issue) => failed([found], new Map(), 2);
  if ((await pinned(files)) === null) return refused(issue('nothing-to-refresh', inNoFile('--refresh')));
  const named = await warehouseOf(files);
  if (context.engine !== null && context.engine !== named) {
    return refused(issue('refresh-warehouse', inNoFile('--warehouse'), { found: named, asked: context.engine }));
  }
  const { files: texts, byHand } = await refreshed(files, shipped, version);
  if (byHand.length > 0) return refused(issue('cloud-packages-by-hand', inNoFile(PACKAGE_FILE), { packages: byHand.join(' ') }));
  for (const [path, text] of texts) await files.write(path, text);
  const written = [...texts.keys()].sort();
  const blocks: Report['blocks'] = (locale) => [
    toldLines(
      newRepositoryText(written.length === 0 ? 'new-fresh' : 'new-refreshed', locale, { version }),
      ...written.map((path) => toldLine(code(path), 1)),
      ...(texts.has(LOCK_FILE) ? [newRepositoryText('new-packages', locale)] : []),
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
