// The source packs under packs/<name>@<version>/ as one TypeScript module, so that they are there wherever contracts are read.
// Written and checked by scripts/generate-types.mjs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const PACK = /^[a-z][a-z0-9-]{0,62}@[1-9]\d{0,3}$/;
const VIEW = /^([A-Za-z_][A-Za-z0-9_]{0,62})\.(duckdb|bigquery)\.sql$/;

/** @returns the module's text. Every view has both dialects; a pack that renames the columns of files needs none. */
export function packsModule(folder, header) {
  const packs = {};
  for (const name of readdirSync(folder).filter((entry) => PACK.test(entry))) {
    const read = (file) => readFileSync(new URL(`${encodeURIComponent(name)}/${file}`, folder), 'utf8');
    const views = {};
    const viewFolder = new URL(`${encodeURIComponent(name)}/views/`, folder);
    for (const file of existsSync(viewFolder) ? readdirSync(viewFolder).sort() : []) {
      const [, view, engine] = VIEW.exec(file) ?? [];
      if (view === undefined) throw new Error(`packs/${name}/views/${file} is no view`);
      views[view] = { ...views[view], name: view, [engine]: read(`views/${file}`) };
    }
    for (const view of Object.values(views)) {
      if (view.duckdb === undefined || view.bigquery === undefined) throw new Error(`packs/${name}: ${view.name} lacks a dialect`);
    }
    packs[name] = {
      parameters: parse(read('parameters.yaml'), { merge: true }),
      definitions: read('definitions.yaml'),
      views: Object.values(views),
    };
  }
  const titles = Object.assign({}, ...Object.values(packs).map(({ definitions }) => titlesOf(definitions)));
  return `${header.replace('schemas/*.schema.json', 'packs/').replace('the schema', 'the pack')}import type { Pack } from '../contract/pack.js';\n\nexport const PACKS: Readonly<Record<string, Pack>> = ${JSON.stringify(packs, null, 2)};\n\n/** What packs call their measures: as the metric that is the measure alone. */\nexport const PACK_TITLES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = ${JSON.stringify(titles, null, 2)};\n`;
}

/** Titles of the measures that a metric of the pack is alone. Its other parts have places of parameters, which make them no YAML yet. */
function titlesOf(definitions) {
  const { metrics } = parse(definitions.slice(definitions.search(/^metrics:/m)));
  const alone = Object.values(metrics).filter(({ formula }) => /^\w+$/.test(formula) && !Object.hasOwn(metrics, formula));
  return Object.fromEntries(alone.toReversed().map(({ formula, title }) => [formula, title]));
}
