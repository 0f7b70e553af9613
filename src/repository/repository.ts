import { WORKSPACE_FILE } from '../contract/paths.js';
import type { Fields } from '../kernel/objects.js';
import { PARTIES } from '../kernel/party.js';
import { inOneLine } from '../kernel/text.js';
import type { Answers, NewPerson } from './answers.js';
import { ENGINE, type EnginePin } from './engine.js';
import { installed, installedRuleset } from './installed.js';
import { type Beside, type Lock, newLock } from './lock.js';

/** What this package brings of a repository, by its paths in the package. */
export interface Shipped {
  /** Everything below `.github/`. */
  readonly github: ReadonlyMap<string, string>;
  /** Everything below {@link TEMPLATES_FOLDER}, by its name there. */
  readonly templates: ReadonlyMap<string, string>;
  readonly lock: Lock;
  /** Packages that only a warehouse in the cloud needs, in the engine's versions. */
  readonly cloud: Beside;
  /** Versions that the engine puts in the place of those that its packages ask for; only the repository that installs can say so. */
  readonly overrides: Fields;
}

export const TEMPLATES_FOLDER = 'templates/repository';

/** Files of `.github/` that only a repository with a cloud has. */
const OF_THE_CLOUD: readonly string[] = ['.github/workflows/infra.yml'];

/** Made from the workspace and the contracts by `concord codeowners` and `concord forms`. */
const GENERATED = /^\.github\/(CODEOWNERS|ISSUE_TEMPLATE\/\d\d-[a-z-]+\.yml)$/;

/**
 * Every text of a new repository but those that are made from it: root-relative path → text.
 * @param name of the repository's package
 */
export function newRepository(name: string, answers: Answers, pin: EnginePin, shipped: Shipped): ReadonlyMap<string, string> {
  const isCloud = answers.warehouse.engine === 'bigquery';
  const beside = isCloud ? shipped.cloud : {};
  const places = placesOf(name, answers, pin);
  const template = (file: string) => filled(shipped.templates.get(file) ?? '', places);
  return new Map([
    [WORKSPACE_FILE, `${template(`workspace.${answers.locale}.yaml`)}${warehouseLines(answers)}`],
    ['README.md', template(`README.${answers.locale}.md`)],
    ['package.json', packageFile(name, pin, beside, shipped.overrides)],
    ['package-lock.json', newLock(name, pin, beside, shipped.lock)],
    ...FIXED,
    ...(isCloud ? [['Pulumi.yaml', template('Pulumi.yaml')] as const] : []),
    ...githubFiles(shipped.github, isCloud),
  ]);
}

/** The files of `.github/` as a new repository has them. @param files as this package has them */
export function githubFiles(files: ReadonlyMap<string, string>, isCloud: boolean): [string, string][] {
  return [...files].flatMap(([path, text]): [string, string][] => {
    if (GENERATED.test(path) || (!isCloud && OF_THE_CLOUD.includes(path))) return [];
    return [[path, path.endsWith('.json') ? installedRuleset(text) : path.endsWith('.md') ? text : installed(text)]];
  });
}

function packageFile(name: string, pin: EnginePin, beside: Beside, overrides: Fields): string {
  const devDependencies = Object.keys(beside).length === 0 ? {} : { devDependencies: beside };
  const file = { name, private: true, dependencies: { [ENGINE]: pin.spec }, ...devDependencies, overrides };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const schemaOf = (name: string) => `./node_modules/${ENGINE}/schemas/${name}.schema.json`;

const SETTINGS = {
  'yaml.schemas': {
    [schemaOf('workspace')]: WORKSPACE_FILE,
    [schemaOf('contract')]: 'contracts/*/contract.yaml',
    [schemaOf('definitions')]: 'contracts/*/definitions.yaml',
    [schemaOf('event')]: 'contracts/*/events/*.yaml',
  },
  'json.schemas': [{ fileMatch: ['contracts/*/ledger/*/statement.json'], url: schemaOf('statement') }],
  'files.associations': { '*.duckdb.sql': 'sql', '*.bigquery.sql': 'sql' },
  'files.readonlyInclude': { 'contracts/*/ledger/**': true },
  'files.eol': '\n',
  'files.encoding': 'utf8',
};

/** What is the same in every repository. */
const FIXED: readonly (readonly [path: string, text: string])[] = [
  ['.gitattributes', '# Digests cover these bytes: no clone changes a line end.\ncontracts/** -text\ndata/** -text\nengine/** binary\n'],
  ['.gitignore', 'node_modules/\ninit-answers.yaml\n'],
  // Lock files name no host: whoever installs takes packages from their own registry, held to the digests. Before that `npx` fetches
  // nothing: in the public registry the engine's name is somebody else's package.
  ['.npmrc', 'omit-lockfile-registry-resolved=true\nsave-exact=true\nignore-scripts=true\nyes=false\naudit=false\nfund=false\n'],
  ['.vscode/settings.json', `${JSON.stringify(SETTINGS, null, 2)}\n`],
  ['.vscode/extensions.json', `${JSON.stringify({ recommendations: ['redhat.vscode-yaml'] }, null, 2)}\n`],
];

/** A template with what stands for each `{{place}}`. */
export function filled(text: string, places: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, place: string) => places.get(place) ?? whole);
}

/** What stands for each `{{place}}`. Names are data: what a table or a line of YAML would take for its own is kept out. */
function placesOf(name: string, { parties, currency, timezone }: Answers, { version }: EnginePin): ReadonlyMap<string, string> {
  const of = (party: 'brand' | 'provider') => parties[party].people;
  return new Map([
    ['name', name],
    ['version', version],
    ['currency', currency],
    ['timezone', timezone],
    ['brand', plain(parties.brand.name)],
    ['provider', plain(parties.provider.name)],
    ['brand_comment', inOneLine(parties.brand.name)],
    ['provider_comment', inOneLine(parties.provider.name)],
    ['brand_yaml', JSON.stringify(parties.brand.name)],
    ['provider_yaml', JSON.stringify(parties.provider.name)],
    ['people', PARTIES.flatMap(of).map(personLine).join('\n')],
    [
      'brand_people',
      of('brand')
        .map(({ id }) => id)
        .join(', '),
    ],
    [
      'provider_people',
      of('provider')
        .map(({ id }) => id)
        .join(', '),
    ],
  ]);
}

function personLine({ id, name, github, login }: NewPerson): string {
  return `  ${id}: { name: ${JSON.stringify(name)}, github: ${github}${login === null ? '' : `, login: ${login}`} }`;
}

/** A name in one line of Markdown. */
function plain(text: string): string {
  return inOneLine(text).replace(/[\\`*_[\]<>|&]/g, '\\$&');
}

function warehouseLines({ warehouse }: Answers): string {
  if (warehouse.engine === 'duckdb') return 'warehouse: { engine: duckdb, data: data }\n';
  return `warehouse: { engine: bigquery, project: ${JSON.stringify(warehouse.project)}, location: ${JSON.stringify(warehouse.location)} }\n`;
}
