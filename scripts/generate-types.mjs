// Generates, from schemas/*.schema.json, the TypeScript types of the written files, the compiled validators (so that no
// schema is compiled at start) and the tables that turn a validator's errors into messages.
// `node scripts/generate-types.mjs` writes, with `--check` it fails when a generated file is not what the schemas and packs say.
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { lookAlikesModule } from './look-alikes-module.mjs';
import { packsModule } from './packs-module.mjs';

const HEADER =
  '// Generated from schemas/*.schema.json by scripts/generate-types.mjs. Do not edit: change the schema and run `npm run types`.\n';
const WRITTEN = ['contract', 'definitions', 'event', 'workspace', 'stack'];
const DOCUMENTS = ['terms', 'evidence', 'statement'];
const TYPES = [
  { schemas: WRITTEN, prefix: 'Written', file: 'src/generated/written.ts' },
  { schemas: ['terms', 'evidence', 'score', 'statement'], prefix: 'Json', file: 'src/generated/documents.ts' },
];

// What src/contract/schema-node.ts reads.
const NODE_KEYS = [
  '$ref',
  '$defs',
  'type',
  'properties',
  'pattern',
  'patternProperties',
  'additionalProperties',
  'items',
  'oneOf',
  'anyOf',
  'required',
  'enum',
  'const',
  'default',
  'discriminator',
  'propertyName',
];
const TEXTS = ['$schema', 'title', 'description', 'description-zh', 'x-scheduled'];
const MAPS = ['properties', 'patternProperties', '$defs'];

const root = new URL('../', import.meta.url);
const schemaOf = (name) => JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8'));
const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());

/** A definition of the same name must be the same in every schema: each file stays usable alone without drifting apart. */
function mergedDefinitions(names) {
  const merged = {};
  for (const name of names) {
    for (const [key, value] of Object.entries(schemaOf(name).$defs ?? {})) {
      if (key in merged && JSON.stringify(merged[key]) !== JSON.stringify(value)) {
        throw new Error(`$defs.${key} of ${name}.schema.json differs from the same name in another schema`);
      }
      merged[key] = value;
    }
  }
  return merged;
}

/** What the type generator needs: no rules that only a validator can hold, no texts beside a reference. */
function forTypes(value) {
  if (Array.isArray(value)) return value.map(forTypes);
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.$ref === 'string') return { $ref: value.$ref };
  const kept = Object.entries(value).filter(([key, entry]) => {
    if (
      [
        '$schema',
        '$id',
        '$defs',
        'title',
        'discriminator',
        'allOf',
        'if',
        'then',
        'dependentRequired',
        'patternProperties',
        'minItems',
        'maxItems',
        'propertyNames',
      ].includes(key)
    )
      return false;
    return !((key === 'oneOf' || key === 'anyOf') && entry.every((branch) => branch.required !== undefined && branch.type === undefined));
  });
  const result = Object.fromEntries(kept.map(([key, entry]) => [key, key === 'properties' ? mapValues(entry, forTypes) : forTypes(entry)]));
  const patterns = value.patternProperties === undefined ? [] : Object.values(value.patternProperties).map(forTypes);
  if (patterns.length > 0) result.additionalProperties = patterns.length === 1 ? patterns[0] : { anyOf: patterns };
  return result;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

async function typesOf(names, prefix) {
  const definitions = mapValues(mergedDefinitions(names), forTypes);
  for (const name of names) definitions[`${prefix}${pascal(name)}`] = forTypes(schemaOf(name));
  const combined = {
    title: `${prefix}Files`,
    type: 'object',
    additionalProperties: false,
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${prefix}${pascal(name)}` }])),
    $defs: definitions,
  };
  const text = await compile(combined, `${prefix}Files`, {
    additionalProperties: false,
    bannerComment: '',
    format: true,
    style: { singleQuote: true, printWidth: 140 },
  });
  return (
    HEADER +
    text
      // The one that holds the others was only there to have them made.
      .replace(new RegExp(`^export interface ${prefix}Files \\{\\n[^}]*\\}\\n`, 'm'), '')
      .replace(/^ *\*? ?This interface was referenced by [^\n]*\n( *\* via the [^\n]*\n)/gm, '')
      .replace(/^ \* This interface was referenced by [^\n]*\n \* via the [^\n]*\n( \*\n)?/gm, '')
      .replace(/^\/\*\*\n( \*\n)* \*\/\n/gm, '')
      .replace(/ \*\n \*\/\n/g, ' */\n')
  );
}

/** The schema with only the keywords that `keep` accepts. */
function reduced(value, keep) {
  if (Array.isArray(value)) return value.map((entry) => reduced(entry, keep));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => keep(key));
  const child = (entry) => reduced(entry, keep);
  // a default is data, not a schema
  const inner = (key, entry) => (key === 'default' ? entry : MAPS.includes(key) ? mapValues(entry, child) : child(entry));
  return Object.fromEntries(kept.map(([key, entry]) => [key, inner(key, entry)]));
}

/** Compiled validators. People's files are checked for all errors at once; a document of the ledger is good or it is not. */
function validatorsOf(names, allErrors) {
  const ajv = new Ajv2020({
    allErrors,
    discriminator: true,
    allowUnionTypes: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    unicodeRegExp: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(['description-zh', 'x-scheduled']);
  const exported = {};
  const schemas = {};
  for (const name of names) {
    const schema = reduced(schemaOf(name), (key) => !TEXTS.includes(key));
    ajv.addSchema(schema);
    exported[name] = schema.$id;
    schemas[name] = reduced(schema, (key) => NODE_KEYS.includes(key));
  }
  const code = standaloneCode(ajv, exported)
    .replace('"use strict";', '')
    .replace(
      /const (\w+) = require\("([^"]+)"\)(\.\w+)?;/g,
      (_, local, module, member) =>
        `import ${local}Module from '${module}.js';\nconst ${local} = ${local}Module${member === undefined ? '' : `${member} ?? ${local}Module`};`,
    );
  // Of the schemas themselves the compiled code reads only some lists of values.
  const used = code
    .split('\n')
    .filter((line) => {
      const constant = /^const (schema\d+) = /.exec(line)?.[1];
      return constant === undefined || code.split(new RegExp(`\\b${constant}\\b`)).length > 2;
    })
    .join('\n');
  if (/\brequire\(/.test(code)) throw new Error('the validators need a module that cannot be imported');
  return {
    code: `${HEADER}// @ts-nocheck\n${used}\n`,
    schemas: `${HEADER}import type { SchemaNode } from '../contract/schema-node.js';\n\nexport const WRITTEN_SCHEMAS: Readonly<Record<'${names.join("' | '")}', SchemaNode>> = ${JSON.stringify(schemas)};\n`,
  };
}

const written = validatorsOf(WRITTEN, true);
const outputs = [
  { file: 'src/generated/validators.ts', text: written.code },
  { file: 'src/generated/schemas.ts', text: written.schemas },
  { file: 'src/generated/document-validators.ts', text: validatorsOf(DOCUMENTS, false).code },
];
outputs.push({ file: 'src/generated/look-alikes.ts', text: lookAlikesModule() });
outputs.push({ file: 'src/generated/packs.ts', text: packsModule(new URL('packs/', root), HEADER) });
for (const { schemas, prefix, file } of TYPES) outputs.push({ file, text: await typesOf(schemas, prefix) });

let drift = false;
for (const { file, text } of outputs) {
  const url = new URL(file, root);
  if (!process.argv.includes('--check')) {
    writeFileSync(url, text);
  } else {
    let current = '';
    try {
      current = readFileSync(url, 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    if (current !== text) {
      console.error(`${file} is not what the schemas and packs say: run \`npm run types\` and commit the result`);
      drift = true;
    }
  }
}
if (drift) process.exitCode = 1;
