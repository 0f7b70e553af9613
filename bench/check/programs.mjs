import { existsSync, readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { contractFiles, WORKSPACE } from '../contracts/generated-contract.mjs';
import { inMemoryFiles } from '../contracts/in-memory-files.mjs';
import { stopwatch } from '../run/stopwatch.mjs';

/*
 * `node programs.mjs <concord|bare> <repository> <number of contracts>`: checks generated contracts that are in memory, once, and
 * prints how long that took; loading modules and making the contracts is not counted for either.
 */

const [who, repository, count] = process.argv.slice(2);
const files = new Map([[WORKSPACE.path, WORKSPACE.text]]);
for (let index = 0; index < Number(count); index += 1) {
  for (const [path, text] of contractFiles(index)) files.set(path, text);
}

/** The module of the built engine. */
const engine = (path) => import(pathToFileURL(`${repository}/dist/${path}`).href);

/** `concord check` of all contracts: parsing, schemas, rules, lint, and the list of issues as JSON. */
async function concord() {
  const context = {
    files: inMemoryFiles(files),
    openWarehouse: async () => {
      throw new Error('a check needs no warehouse');
    },
    checkViews: async () => [],
    dataFolder: null,
    engine: null,
    asOf: '2026-07-20',
    today: () => '2026-07-20',
    locale: 'en',
    progress: () => undefined,
    version: 'bench',
    commit: null,
  };
  const check = await checkOf(context);
  return async () => {
    const result = await check();
    if (result.ended !== 0)
      throw new Error(`the generated contracts have errors:\n${JSON.stringify(result.report.document()).slice(0, 4000)}`);
  };
}

/** The verb as dist/cli.js starts it, in the built program; an engine that has none has its modules. */
async function checkOf(context) {
  if (!existsSync(`${repository}/dist/start`)) {
    const { check } = await engine('commands/run/check.js');
    return () => check(context, { contract: null, strict: false, changedSince: null });
  }
  const { builtProgram } = await engine('shell/start/built-program.js');
  const { commandLine } = builtProgram({ built: `${repository}/dist`, cache: null });
  return async () => {
    let outcome;
    // In memory there is no git.
    const host = { context: () => context, shipped: () => undefined, history: async () => null };
    const run = async (verb, given) => {
      outcome = await verb.run(host, given);
    };
    const say = (text) => process.stderr.write(text);
    await commandLine({ locale: 'en', version: 'bench', out: say, err: say, run }).parseAsync(['check'], { from: 'user' });
    return outcome;
  };
}

/** The least that any checker must do: every file parsed as YAML and held against its schema, compiled beforehand. */
async function bare() {
  const { parse } = await import('yaml');
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ strict: false, discriminator: true });
  const validator = (name) => ajv.compile(JSON.parse(readFileSync(`${repository}/schemas/${name}.schema.json`, 'utf8')));
  const validators = {
    contract: validator('contract'),
    definitions: validator('definitions'),
    event: validator('event'),
    workspace: validator('workspace'),
  };
  const kindOf = (path) => (path.includes('/events/') ? 'event' : path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length));
  return async () => {
    for (const [path, text] of files) {
      const validate = validators[kindOf(path)];
      if (!validate(parse(text))) throw new Error(`${path}: ${JSON.stringify(validate.errors)}`);
    }
  };
}

const run = await (who === 'concord' ? concord() : bare());
const elapsed = stopwatch();
await run();
writeSync(1, `${JSON.stringify({ ...elapsed(), files: files.size })}\n`);
