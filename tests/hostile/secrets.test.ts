import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { isBundlePath, MOST_BYTES } from '../../src/bundle/paths.js';
import { access } from '../../src/commands/run/access.js';
import { writeBundle } from '../../src/commands/run/bundle.js';
import { showCalendar } from '../../src/commands/run/calendar.js';
import { channels } from '../../src/commands/run/channels.js';
import { check } from '../../src/commands/run/check.js';
import { dashboard } from '../../src/commands/run/dashboard.js';
import { diff } from '../../src/commands/run/diff.js';
import { doctor } from '../../src/commands/run/doctor.js';
import { writeEvent } from '../../src/commands/run/event.js';
import { exit } from '../../src/commands/run/exit.js';
import { explain } from '../../src/commands/run/explain.js';
import { writeExport } from '../../src/commands/run/export.js';
import { importFiles } from '../../src/commands/run/import.js';
import { checkFiles } from '../../src/commands/run/import-check.js';
import { tellToday } from '../../src/commands/run/notify.js';
import { outlook } from '../../src/commands/run/outlook.js';
import { plan } from '../../src/commands/run/plan.js';
import { publish } from '../../src/commands/run/publish.js';
import { quote } from '../../src/commands/run/quote.js';
import { read } from '../../src/commands/run/read.js';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { simulate } from '../../src/commands/run/simulate.js';
import { writeSite } from '../../src/commands/run/site.js';
import { showStatus } from '../../src/commands/run/status.js';
import { verify } from '../../src/commands/run/verify.js';
import { why } from '../../src/commands/run/why.js';
import { witness } from '../../src/commands/run/witness.js';
import { VERBS } from '../../src/commands/verbs.js';
import { contractFile } from '../../src/contract/paths.js';
import { FORMS as ISSUE_FORMS } from '../../src/forms/forms.js';
import { PARTIES } from '../../src/kernel/party.js';
import { unzipped } from '../../src/kernel/zip.js';
import type { Outcome } from '../../src/media/outcome.js';
import type { Files } from '../../src/ports/files.js';
import { changesSections } from '../../src/report/changes-comment.js';
import { wholeSections } from '../../src/report/comment-sections.js';
import { type FiledForm, formBody, formOpened, formTitle } from '../../src/report/form-reply.js';
import { scorecardSections } from '../../src/report/scorecard-comment.js';
import { addedRecords } from '../../src/running/added-records.js';
import { scoreContracts } from '../../src/running/comment-scores.js';
import { amendmentOf, readPairs } from '../../src/running/comparison.js';
import { draftHistory } from '../../src/running/draft-baseline.js';
import { failed } from '../../src/running/issue-output.js';
import { readContract } from '../../src/running/repository.js';
import { withBaseline } from '../../src/running/write-baseline.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { contractFrame } from '../contract-frame.js';
import { emptyPlace, snapshot } from '../e2e/place.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { REPOSITORY, runCli } from '../run-cli.js';
import { everyWhich } from '../tries.js';
import { sharedWarehouse } from './shared-warehouse.js';

/*
 * No cell of data in anything that anybody reads but the aggregates that a contract names. Secrets stand in every column of every table,
 * in every form that a file can have, as what is right there and as what is not; then every command runs, in both languages and every
 * format, and everything printed or written is searched. A usual run has the commands that read cells look at every place, and of the others each at
 * every other; a short one has fewer of both. SECRET_RUNS=all plants every kind of secret in every column and has every command say everything of each; the form of the file goes
 * round with the kinds, so that columns stand in every form (`loaded_at` in two).
 */
const ALL = process.env.SECRET_RUNS === 'all';
const EVERY = everyWhich('SECRET_RUNS', 2);
const ID = 'secret-keeper';
const WORDS = ['SECRETNAME', 'secretname'];
/** Text, a number as text, a date, a time, a currency, an address: whatever it looks like, it is somebody's. */
const SECRETS: Readonly<Record<string, string>> = {
  text: 'SECRETNAME Zhang',
  number: '73194628.5731',
  date: '1987-06-05',
  time: '1987-06-05T04:03:02Z',
  code: 'QZX',
  list: 'SECRETNAME;QZX|7',
};

const CONTRACT: Readonly<Record<string, string>> = {
  'contracts/workspace.yaml': `people: { alice: { name: Alice, github: 1 }, bob: { name: Bob, github: 2 } }
governance: { brand: [alice], provider: [bob] }
`,
  [`contracts/${ID}/contract.yaml`]: `${contractFrame({ id: ID, title: 'Secrets', trueUpPeriods: 1 })}kpis:
  - { id: roas, metric: roas, owner: provider, better: higher, weight: 50%, target: 3 }
  - { id: buyers, metric: buyers, owner: provider, better: higher, weight: 30%, target: 2 }
  - { id: firsts, metric: firsts, owner: provider, better: higher, weight: 20%, target: 2 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
  - { id: sales, kind: commission, base: gmv, tiers: { 0: 5% }, mode: marginal, accumulate: period }
`,
  [`contracts/${ID}/definitions.yaml`]: `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand, freshness: { table: shop.loads, column: loaded_at } }
  ads: { table: shop.ads, grain: [id], custodian: provider }
  fx: { table: shop.fx, grain: [day, ccy], custodian: brand }
  first: { view: firsts, custodian: brand }
measures:
  revenue: { definition: Paid, of: orders, sum: amount, when: paid_on, where: { status: paid, is_test: false }, currency: ccy }
  customers: { definition: Buyers, of: orders, countDistinct: customer, when: paid_on }
  spend: { definition: Ads, of: ads, sum: cost, when: spent_at }
  first_orders: { definition: First orders, of: first, count: rows, when: first_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
  roas: { title: ROAS, formula: revenue / spend, unit: number, type: ratio }
  buyers: { title: Buyers, formula: customers, unit: number, type: flow }
  firsts: { title: Firsts, formula: first_orders, unit: number, type: flow }
fx: { fact: fx, date: day, currency: ccy, rate: rate, maxAgeDays: 7 }
reconcile:
  - { id: shop-vs-ads, left: revenue, right: spend, tolerance: 5%, onBreach: flag }
`,
  [`contracts/${ID}/views/firsts.duckdb.sql`]:
    'SELECT customer, min(CAST(paid_on AS DATE)) AS first_on FROM shop.orders GROUP BY customer\n',
};

type Table = readonly (readonly string[])[];
const TABLES: Readonly<Record<string, Table>> = {
  'shop/orders': [
    ['id', 'paid_on', 'amount', 'ccy', 'status', 'is_test', 'customer', 'email'],
    ['o-1', '2026-01-05', '500.00', 'USD', 'paid', 'false', 'c-1', 'a'],
    ['o-2', '2026-01-12', '40.00', 'EUR', 'paid', 'false', 'c-2', 'b'],
    ['o-3', '2026-02-12', '70.00', 'USD', 'open', 'true', 'c-3', 'c'],
    ['o-4', '2026-03-12', '70.00', 'USD', 'paid', 'false', 'c-3', 'd'],
  ],
  'shop/ads': [
    ['id', 'spent_at', 'cost', 'campaign'],
    ['a-1', '2026-01-05T10:00:00Z', '100.00', 'x'],
    ['a-2', '2026-03-05T10:00:00Z', '50.00', 'y'],
  ],
  'shop/fx': [
    ['day', 'ccy', 'rate', 'source'],
    ['2026-01-10', 'EUR', '1.10', 's'],
    ['2026-02-28', 'EUR', '1.10', 's'],
  ],
  'shop/loads': [
    ['loaded_at', 'who'],
    ['2026-04-03T00:00:00Z', 'l'],
  ],
};

const FORMS = ['csv', 'csv.gz', 'tsv', 'parquet'] as const;
type Form = (typeof FORMS)[number];

async function put(place: string, table: string, rows: Table, form: Form): Promise<void> {
  const path = join(place, 'data', `${table}.${form}`);
  mkdirSync(dirname(path), { recursive: true });
  const separator = form === 'tsv' ? '\t' : ',';
  const quoted = (cell: string) => (form !== 'tsv' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = `${rows.map((row) => row.map(quoted).join(separator)).join('\n')}\n`;
  if (form === 'csv.gz') return writeFileSync(path, gzipSync(text));
  if (form !== 'parquet') return writeFileSync(path, text);
  const plain = `${path}.csv`;
  writeFileSync(plain, text);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${plain}', all_varchar = true)) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  rmSync(plain);
}

async function placeWith(table: string, rows: Table, form: Form = 'csv'): Promise<string> {
  const place = emptyPlace();
  for (const [path, text] of Object.entries(CONTRACT)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  for (const [name, own] of Object.entries(TABLES)) await put(place, name, name === table ? rows : own, name === table ? form : 'csv');
  return place;
}

const IMPORTED = { contract: ID, table: null, sheet: null, link: false, replace: [], fewer: false } as const;
const placeOf = ({ dataFolder }: CommandPlace) => join(dataFolder ?? '.', '..');
const dataFiles = ({ dataFolder }: CommandPlace) =>
  readdirSync(dataFolder ?? '.', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

type Command = (context: CommandPlace) => Promise<Outcome>;
const COMMANDS: Readonly<Record<string, Command>> = {
  doctor: (context) => doctor(context, ID),
  score: (context) => score(context, { contract: ID, period: '2026-01' }),
  'settle --preview': (context) => settleDue(context, { contract: ID, period: '2026-01', preview: true }),
  settle: (context) => settleDue(context, { contract: ID, period: null, preview: false }),
  explain: (context) => explain(context, { contract: ID, period: '2026-02', line: null }),
  check: (context) => check(context, { contract: ID, strict: true, changedSince: null }),
  outlook: (context) => outlook(context, { contract: ID, period: '2026-03', plan: [] }),
  why: (context) => why(context, { contract: ID, period: '2026-02', against: 'previous' }),
  channels: (context) => channels(context, { contract: ID, period: '2026-02', by: null, spend: null, from: null, to: null, move: null }),
  simulate: (context) => simulate(context, { contract: ID, from: '2026-01', to: '2026-02', writeBaseline: false, paths: null, seed: null }),
  quote: (context) => quote(context, { contract: ID, margin: '0.25' }),
  read: (context) => read(context, { contract: ID, locales: ['en', 'zh'], docx: null, folder: (path) => localFiles(path) }),
  status: (context) => showStatus(context, null, ID),
  calendar: (context) => showCalendar(context, ID),
  notify: (context) => tellToday(context, { contract: ID, for: null }),
  export: exported,
  plan: (context) => plan(context, { contract: ID, period: '2026-01' }),
  verify: (context) => verify(context, ID),
  bundle: bundled,
  witness: (context) => witness(context, { contract: ID, period: '2026-02', party: null }),
  publish: (context) =>
    publish(context, {
      contract: ID,
      dataset: 'concord',
      outlook: true,
      into: localFiles(join(context.dataFolder ?? '.', '../published')),
    }),
  site: (context) =>
    writeSite(context, {
      contract: ID,
      out: { name: 'pages', files: localFiles(join(context.dataFolder ?? '.', '../pages')) },
      settled: !ALL,
      publish: false,
      repository: null,
    }),
  import: (context) => importFiles(context, localExports(placeOf(context)), { ...IMPORTED, print: true, files: dataFiles(context) }),
  'import --check': (context) =>
    checkFiles(context, localExports(placeOf(context)), {
      contract: ID,
      fact: 'orders',
      replace: [],
      fewer: false,
      files: dataFiles(context),
    }),
  dashboard: (context) => dashboard({ ...context, project: 'acme-reporting' }, { contract: ID, dataset: 'concord' }),
  access: (context) => access(context, { contract: ID, stack: null }),
  exit: (context) => exit(context, ID),
  diff: (context) => diff(context, { revisions: { open: async () => null }, folder: folderOf }, proposalIn(context)),
  comment: commented,
  form: formed,
  // last: what it writes is an event, after which the months that are settled stand as they are
  event: (context) =>
    writeEvent(context, {
      contract: ID,
      kind: 'payment',
      fields: ['party=brand', 'amount=1', 'on=2026-04-05', 'reference=w-1'],
      date: null,
      slug: null,
      repository: null,
    }),
};

/** Verbs that have nothing of data to say: none of them can open a warehouse, or it opens one of its own. */
const WITHOUT_DATA: Readonly<Record<string, 'opens none' | 'its own data'>> = {
  new: 'opens none',
  init: 'opens none',
  view: 'opens none',
  gate: 'opens none',
  audit: 'opens none',
  propose: 'opens none',
  forms: 'opens none',
  codeowners: 'opens none',
  setup: 'opens none',
  demo: 'its own data',
};

/** A copy of the place's contracts, each beside the place where it does not count as written, with other terms and measures. */
const proposals = new Map<string, string>();

function folderOf(path: string): Files {
  return localFiles(path);
}

function proposalIn({ dataFolder }: CommandPlace): { readonly base: string; readonly head: string } {
  const base = join(dataFolder ?? '.', '..');
  const head = proposals.get(base) ?? emptyPlace();
  if (!proposals.has(base)) {
    proposals.set(base, head);
    cpSync(join(base, 'contracts'), join(head, 'contracts'), { recursive: true });
    const edit = (file: string, from: string, to: string) => {
      const path = join(head, `contracts/${ID}/${file}`);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    edit('contract.yaml', 'amount: 3000', 'amount: 3500');
    edit('definitions.yaml', '{ status: paid, is_test: false }', '{ status: paid }');
  }
  return { base, head };
}

/** A workbook, its parts written as they are read: packed, nothing would be found in them. */
function exported(context: CommandPlace): Promise<Outcome> {
  const files = localFiles(join(placeOf(context), 'exported'));
  const writeBytes = async (_: string, bytes: Uint8Array) => {
    for (const [name, part] of Object.entries(unzipSync(bytes))) await files.write(name, strFromU8(part));
  };
  return writeExport(context, { contract: ID, period: '2026-02', year: null, format: 'xlsx', out: null, folder: () => ({ writeBytes }) });
}

/** A bundle, unpacked into the place: what is written there is searched. */
async function bundled(context: CommandPlace): Promise<Outcome> {
  const unpacked = join(context.dataFolder ?? '.', '../bundled');
  const writeBytes = async (_: string, zip: Uint8Array): Promise<void> => {
    const files = unzipped(zip, { isName: isBundlePath, most: MOST_BYTES });
    if (typeof files === 'string') throw new Error(files);
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), bytes);
    }
  };
  return writeBundle(context, {
    contract: ID,
    period: '2026-02',
    into: { writeBytes },
    out: null,
    shipped: { read: async () => '', list: async () => [] },
    history: null,
  });
}

/** What `comment` says: the change with its worth, and the scorecards of both texts, as after the approval of whoever keeps the data. */
async function commented(context: CommandPlace): Promise<Outcome> {
  const { base, head } = proposalIn(context);
  const pairs = await readPairs(context.files, folderOf(head), () => true);
  const style = { locales: [context.locale], mostText: Number.POSITIVE_INFINITY } as const;
  const proposal = { contracts: pairs.flatMap((pair) => amendmentOf(context, pair, true)), workspace: [], added: addedRecords(pairs) };
  const compared = { base, head: 'b'.repeat(40) };
  const changes = { proposal, behind: [], broken: [], others: [], warnings: new Map(), compared };
  const scores = await scoreContracts(context, pairs, async () => new Set(PARTIES));
  const sections = [...changesSections(changes, style), ...scorecardSections(scores, { base: 'a'.repeat(40), cost: null }, style)];
  const text = wholeSections(sections);
  return { ended: 0, report: { document: () => ({ text }), blocks: () => [{ kind: 'code', language: 'markdown', text }] } };
}

/** What `form` says of a draft that measures what is agreed already: its text with the months behind, or why there are none. */
async function formed(context: CommandPlace): Promise<Outcome> {
  const contract = await readContract(context.files, ID);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { terms } = contract.folder;
  const agreed = { terms: [terms], unagreed: async () => new Set<string>() };
  const { from, to, history } = await draftHistory(context, contract, terms, 'brand', agreed);
  const values = history.kind === 'measured' ? history.values : [];
  const form = ISSUE_FORMS.find(({ id }) => id === 'cooperation');
  if (form === undefined) throw new Error('no form');
  const filed: FiledForm = {
    ...{ form, issue: 1, contract: ID, party: 'brand', name: 'Alice', path: contractFile(ID), alone: false, date: '2026-04-06' },
    ...{ answers: { texts: new Map(), lists: new Map() }, terms: terms.contract },
    doubts: [],
    draft: {
      parts: () => [],
      baseline: { from, to, history: history.kind === 'measured' ? { kind: 'measured', months: values.length } : history },
    },
  };
  const baseline = withBaseline(contract.texts.get(contractFile(ID)) ?? '', terms, values) ?? '';
  const text = [formTitle(filed), formBody(filed), formOpened(filed, 2), baseline].join('\n');
  return { ended: 0, report: { document: () => ({ text }), blocks: () => [{ kind: 'code', language: 'markdown', text }] } };
}

const SAID = [
  { locale: 'en', format: 'pretty' },
  { locale: 'zh', format: 'pretty' },
  { locale: 'en', format: 'markdown' },
  { locale: 'zh', format: 'markdown' },
  { locale: 'en', format: 'json' },
] as const;

/** Where a secret stands in anything printed or written, whatever case or separators it has been given. */
function leaks(text: string, secret: string): boolean {
  const bare = (of: string) => of.replaceAll(/[,'’\s]/g, '').toLowerCase();
  return bare(text).includes(bare(secret)) || WORDS.some((word) => text.includes(word));
}

/** They read the cells themselves, or write what others look at afterwards: of how many places each looks at one. */
const OFTEN: Readonly<Record<string, number>> = {
  ...{ doctor: 1, score: 1, settle: 1 },
  ...Object.fromEntries(['witness', 'import', 'import --check', 'event'].map((name) => [name, everyWhich('SECRET_RUNS', 1)])),
};

let turn = 0;
let places = 0;

/** Everything that a place's commands say and write that has the secret in it. */
async function leaksOf(place: string, secret: string): Promise<string[]> {
  const found: string[] = [];
  const shared = sharedWarehouse();
  places += 1;
  for (const [index, [name, command]] of Object.entries(COMMANDS).entries()) {
    if ((index + places) % (OFTEN[name] ?? EVERY) !== 0) continue;
    turn += 1;
    const said = ALL ? SAID : [SAID[turn % SAID.length] ?? SAID[0]];
    for (const way of said) {
      const told: string[] = [];
      const context = {
        ...contextFor({ root: place, asOf: '2026-04-06', data: join(place, 'data'), ...way }),
        progress: (text: string) => told.push(text),
      };
      // check at a terminal is looked at as the annotations of a pull request, which say the same.
      const format = name === 'check' && way.format === 'pretty' ? 'github' : way.format;
      const outcome = await run({ ...shared.wrap(context), format }, command);
      const printed = [outcome.output, outcome.errors ?? '', outcome.crash?.stack ?? '', ...told].join('\n');
      if (outcome.crash !== null) found.push(`${name} ${way.locale} ${way.format} ends: ${outcome.crash.message}`);
      if (leaks(printed, secret)) found.push(`${name} ${way.locale} ${way.format} says: ${printed.slice(0, 4000)}`);
    }
  }
  await shared.close();
  for (const [path, { bytes }] of Object.entries(snapshot(place))) {
    if (!path.startsWith('data/') && leaks(Buffer.from(bytes, 'base64').toString('utf8'), secret)) found.push(`${path} has it`);
  }
  return found;
}

const columns = Object.entries(TABLES).flatMap(([table, rows]) => (rows[0] ?? []).map((column, at) => ({ table, column, at })));
/** What the contract asks for: the largest load time says how far a fact has come, and sums are by the currency that rows name. */
const isAsked = (column: string, kind: string) =>
  column === 'loaded_at' ? kind === 'time' || kind === 'date' : column === 'ccy' && kind === 'code';

/** A module and everything that it can load. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = /^(?:import|export)(?! type)[^;]*?from '(\.[^']+)\.js'|import\('(\.[^']+)\.js'\)/gm;
  for (const [, always, later] of readFileSync(file, 'utf8').matchAll(imports))
    reached(resolve(dirname(file), `${always ?? later}.ts`), seen);
  return seen;
}

describe('the list of commands', () => {
  it('has every verb: each is run, or has no data to say', () => {
    const run = Object.keys(COMMANDS).map((name) => name.split(' ')[0]);
    expect([...new Set([...run, ...Object.keys(WITHOUT_DATA)])].sort()).toEqual(VERBS.map(({ name }) => name).sort());
    expect(run.filter((name = '') => name in WITHOUT_DATA)).toEqual([]);
  });

  test.each(VERBS.map(({ name }) => name).filter((name) => WITHOUT_DATA[name] === 'opens none'))('%s opens no warehouse', (name) => {
    const files = [...reached(join(REPOSITORY, 'src/commands', `${name}.ts`))];
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => /\bopenWarehouse\(/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('the place where secrets are planted', () => {
  it('is settled, explained and published where nothing is wrong', async () => {
    const place = await placeWith('shop/orders', TABLES['shop/orders'] ?? []);
    const codes: Record<string, number> = {};
    for (const [name, command] of Object.entries(COMMANDS)) {
      const outcome = await run(contextFor({ root: place, asOf: '2026-04-06', data: join(place, 'data'), format: 'markdown' }), command);
      codes[name] = outcome.exitCode;
    }
    expect(codes).toEqual({
      doctor: 1,
      score: 0,
      'settle --preview': 0,
      settle: 0,
      explain: 0,
      check: 1,
      outlook: 0,
      why: 0,
      // none of its measures is divided
      channels: 2,
      simulate: 0,
      quote: 0,
      read: 0,
      status: 0,
      calendar: 0,
      notify: 0,
      plan: 0,
      verify: 0,
      bundle: 0,
      export: 0,
      site: 0,
      witness: 0,
      publish: 0,
      import: 0,
      // the other tables' files have other columns
      'import --check': 1,
      dashboard: 0,
      access: 0,
      exit: 0,
      // it takes back the statements that were settled meanwhile
      diff: 1,
      comment: 0,
      form: 0,
      event: 0,
    });
    const written = Object.keys(snapshot(place));
    for (const path of [`contracts/${ID}/ledger/2026-03/statement.md`, 'published/statements.csv', 'bundled/ledger/2026-02/evidence.json'])
      expect(written).toContain(path);
  });

  it('has the secret found where it is said', () => {
    expect(leaks('it says 73,194,628.5731', '73194628.5731')).toBe(true);
    expect(leaks('qzx', 'QZX')).toBe(true);
  });
});

describe('a secret in a column', () => {
  test.each(columns)('$table $column', { timeout: ALL ? 0 : 600_000 }, async ({ table, column, at }) => {
    const rows = TABLES[table] ?? [];
    const problems: string[] = [];
    const kinds = Object.entries(SECRETS).filter(([kind], index) => ALL || kind === 'text' || (at + index) % 10 === 0);
    for (const [index, [kind, secret]] of kinds.entries()) {
      if (isAsked(column, kind)) continue;
      const planted = rows.map((row, line) => (line === 1 ? row.with(at, secret) : row));
      // an amount that is a number is the contract's own aggregate, where it is the only one
      if (kind === 'number' && ['amount', 'cost', 'rate'].includes(column)) continue;
      const form = FORMS[(at + index) % FORMS.length] ?? 'csv';
      const found = await leaksOf(await placeWith(table, planted, form), secret);
      problems.push(...found.map((each) => `${kind} in ${table}.${form}: ${each}`));
    }
    expect(problems).toEqual([]);
  });
});

describe('a secret in a file that is wrong as a whole', () => {
  const orders = TABLES['shop/orders'] ?? [];
  const own = ['SECRETNAME-id', '2026-01-06', '7', 'USD', 'paid', 'false', 'SECRETNAME', 'SECRETNAME@x'];
  const csv = (rows: Table) => rows.map((row) => row.join(',')).join('\n');
  test.each<[string, string | Buffer]>([
    ['without a header', `${csv([own, own])}\n`],
    ['with a line above its header', `SECRETNAME report,,\n${csv([...orders, own])}\n`],
    ['with a key twice', `${csv([...orders, own, own])}\n`],
    ['with a field too many', `${csv([...orders, [...own, 'SECRETNAME']])}\n`],
    ['with a field too few', `${csv([...orders, own.slice(0, 3)])}\n`],
    ['with a quote that stays open', `${csv(orders)}\n"SECRETNAME,${csv([own])}\n`],
    ['with a quote inside', `${csv(orders)}\n${csv([own.with(6, 'SECRET"NAME')])}\n`],
    ['separated by semicolons', `${[...orders, own].map((row) => row.join(';')).join('\n')}\n`],
    ['in another encoding', Buffer.concat([Buffer.from(`${csv([...orders, own])}\n`), Buffer.from([0xff, 0xfe, 0xd6, 0xd0])])],
    ['cut off in the middle', `${csv([...orders, own])}\nSECRETNAME,2026-`],
    ['that is a spreadsheet', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(csv([own]))])],
    ['with lines of another system', `${csv([...orders, own]).replaceAll('\n', '\r')}\r`],
    [
      'with a column twice',
      `${csv([
        [...(orders[0] ?? []), 'email'],
        [...own, 'SECRETNAME-2'],
      ])}\n`,
    ],
    ['with a column called otherwise', `${csv([(orders[0] ?? []).with(2, 'SECRETNAME amount'), own])}\n`],
    ['with only its header', `${(orders[0] ?? []).join(',')}\n`],
    ['with thousands', `${csv([...orders, own.with(2, '149.731'), own.with(2, '73.194')])}\n`],
  ])('%s', { timeout: 120_000 }, async (_, text) => {
    const place = await placeWith('shop/orders', orders);
    writeFileSync(join(place, 'data/shop/orders.csv'), text);
    // a header that is one is shown: without it nobody could mend the name of a column
    const isHeader = String(text).includes('SECRETNAME amount');
    const found = await leaksOf(place, isHeader ? 'SECRETNAME@x' : 'SECRETNAME');
    expect(isHeader ? found.filter((each) => each.includes('SECRETNAME@x')) : found).toEqual([]);
  });
});

describe('a secret and a view that fails on it', () => {
  test.each<[string, string]>([
    ['by a cast', 'SELECT customer, CAST(email AS DATE) AS first_on FROM shop.orders'],
    ['by a number', 'SELECT customer, CAST(CAST(email AS INTEGER) AS VARCHAR) AS first_on FROM shop.orders'],
    ['by a column of text', 'SELECT customer, email AS first_on FROM shop.orders'],
    ['by a row for many', 'SELECT (SELECT o.email FROM shop.orders o) AS first_on'],
  ])('%s', { timeout: 120_000 }, async (_, sql) => {
    const rows = (TABLES['shop/orders'] ?? []).map((row, line) => (line === 0 ? row : row.with(7, `SECRETNAME-${line}`)));
    const place = await placeWith('shop/orders', rows);
    writeFileSync(join(place, `contracts/${ID}/views/firsts.duckdb.sql`), `${sql}\n`);
    expect(await leaksOf(place, 'SECRETNAME')).toEqual([]);
  });
});

it('with --debug, in a process of its own, no more is said', { timeout: 120_000 }, async () => {
  const rows = (TABLES['shop/orders'] ?? []).map((row, line) => (line === 0 ? row : row.with(2, 'SECRETNAME')));
  const place = await placeWith('shop/orders', rows);
  for (const args of [['score', ID, '--period', '2026-01'], ['settle'], ['doctor'], ['doctor', '--rows']]) {
    const copy = emptyPlace();
    cpSync(place, copy, { recursive: true });
    const { stdout, stderr } = await runCli([...args, '--debug', '--as-of', '2026-04-06', '--root', copy]);
    expect(leaks(stdout + stderr, 'SECRETNAME'), stdout + stderr).toBe(false);
  }
});
