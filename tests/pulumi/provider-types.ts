import ts from 'typescript';
import type { InputFields, InputValue, ResourceSpec } from '../../src/provision/model.js';
import { REPOSITORY } from '../run-cli.js';

const FILE = `${REPOSITORY}tests/pulumi/specs-as-written.ts`;

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
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const original = host.getSourceFile;
  host.getSourceFile = (name, language) =>
    name === FILE ? ts.createSourceFile(name, text, language) : original.call(host, name, language);
  host.fileExists = (name) => name === FILE || ts.sys.fileExists(name);
  const program = ts.createProgram([FILE], options, host);
  const source = program.getSourceFile(FILE);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => ({
    line: source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
  }));
}
