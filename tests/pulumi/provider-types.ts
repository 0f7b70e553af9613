import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputFields, InputValue, ResourceSpec } from '../../src/provision/model.js';
import { REPOSITORY } from '../run-cli.js';

const COMPILER = join(REPOSITORY, 'node_modules/@typescript/native/bin/tsc');
const OPTIONS = [
  ...['--noEmit', '--strict', '--skipLibCheck', '--ignoreConfig', '--pretty', 'false', '--target', 'es2023'],
  ...['--module', 'nodenext', '--moduleResolution', 'nodenext', '--types', ''],
];

/**
 * Holds specs against the provider's own types, with the compiler: each becomes an object literal of its class's arguments.
 * Returns what the compiler says: properties that the provider does not know, required ones that are missing, wrong types.
 */
export function typeErrors(specs: readonly Pick<ResourceSpec, 'name' | 'type' | 'inputs'>[]): readonly string[] {
  const classes = [...new Set(specs.map(({ type }) => type))].map(classOf);
  const text = [
    "import type { Output } from '@pulumi/pulumi';",
    ...classes.map(({ module, name, alias }) => `import type { ${name}Args as ${alias} } from '@pulumi/gcp/${module}/index.js';`),
    // References, secrets and joined texts: what is looked up is text that is known later.
    'declare const later: Output<string>;',
    ...specs.map(({ type, inputs }, index) => `export const spec${index}: ${classOf(type).alias} = ${written(inputs)};`),
  ].join('\n');
  const lines = classes.length + 2;
  return diagnosticsOf(text).map(({ line, message }) => `${specs[line - lines]?.name ?? 'imports'}: ${message}`);
}

function classOf(type: string): { module: string; name: string; alias: string } {
  const [, module = '', name = ''] = /^gcp:(\w+)\/\w+:(\w+)$/.exec(type) ?? [];
  return { module, name, alias: `${module}_${name}` };
}

function written(value: InputValue | undefined): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(written).join(', ')}]`;
  if (value.tag !== undefined) return 'later';
  const fields: InputFields = value;
  return `{ ${Object.entries(fields)
    .flatMap(([name, field]) => (field === undefined ? [] : [`${JSON.stringify(name)}: ${written(field)}`]))
    .join(', ')} }`;
}

function isList(value: InputValue): value is readonly InputValue[] {
  return Array.isArray(value);
}

function diagnosticsOf(text: string): readonly { readonly line: number; readonly message: string }[] {
  const place = mkdtempSync(join(tmpdir(), 'concord-provider-types-'));
  try {
    symlinkSync(join(REPOSITORY, 'node_modules'), join(place, 'node_modules'));
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(place, 'specs.ts'), text);
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMPILER, ...OPTIONS, 'specs.ts'], { cwd: place, encoding: 'utf8' });
    // a diagnosis goes on in lines that are indented
    const found = [...stdout.matchAll(/^specs\.ts\((\d+),\d+\): error TS\d+: (.*(?:\n +.*)*)/gm)].map(([, line, message = '']) => ({
      line: Number(line) - 1,
      message: message.replaceAll(/\n +/g, ' '),
    }));
    if (status !== 0 && found.length === 0) throw new Error(stdout + stderr);
    return found;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
