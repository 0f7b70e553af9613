import ts from 'typescript';
import { LATER } from '../pulumi/loopback/values.js';
import { REPOSITORY } from '../run-cli.js';

const FILE = `${REPOSITORY}tests/cloud/arguments.ts`;

/**
 * The inputs that the provider's own package declares for a set of types, as a check of plain values: properties that it does not
 * know, required ones that are missing, and values of another type. The types are generated from the provider's schema.
 */
export class ProviderSchema {
  readonly #checker: ts.TypeChecker;
  readonly #arguments = new Map<string, ts.Type>();

  constructor(types: readonly string[]) {
    const classes = types.map((type) => /^gcp:(\w+)\/\w+:(\w+)$/.exec(type) ?? []);
    const text = classes
      .map(
        ([, module, name], index) =>
          `import type { ${name}Args as A${index} } from '@pulumi/gcp/${module}/index.js';\nexport declare const a${index}: A${index};`,
      )
      .join('\n');
    const options = {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      skipLibCheck: true,
      types: [],
    };
    const host = ts.createCompilerHost(options);
    const original = host.getSourceFile;
    host.getSourceFile = (name, language) =>
      name === FILE ? ts.createSourceFile(name, text, language) : original.call(host, name, language);
    host.fileExists = (name) => name === FILE || ts.sys.fileExists(name);
    const program = ts.createProgram([FILE], options, host);
    const source = program.getSourceFile(FILE);
    if (source === undefined) throw new Error('no source');
    this.#checker = program.getTypeChecker();
    source.forEachChild((node) => {
      if (!ts.isVariableStatement(node)) return;
      const [declared] = node.declarationList.declarations;
      const index = Number(/^a(\d+)$/.exec(declared?.name.getText(source) ?? '')?.[1]);
      const type = types[index];
      if (declared !== undefined && type !== undefined) this.#arguments.set(type, this.#checker.getTypeAtLocation(declared));
    });
  }

  /** What the schema says against inputs; empty where nothing is wrong. */
  faults(type: string, inputs: unknown): readonly string[] {
    const declared = this.#arguments.get(type);
    return declared === undefined ? [`no type of this stack: ${type}`] : this.#check(declared, inputs, '');
  }

  #check(type: ts.Type, value: unknown, path: string): string[] {
    if (value === LATER) return [];
    const kinds = this.#kinds(type);
    const wanted = () => [`${path}: expected ${this.#checker.typeToString(type)}, got ${JSON.stringify(value)}`];
    if (Array.isArray(value)) {
      const element = kinds.map((kind) => this.#checker.getIndexTypeOfType(kind, ts.IndexKind.Number)).find((each) => each !== undefined);
      return element === undefined ? wanted() : value.flatMap((each, index) => this.#check(element, each, `${path}[${index}]`));
    }
    if (typeof value === 'object' && value !== null) return this.#checkFields(kinds, value, path) ?? wanted();
    const flag = { string: ts.TypeFlags.StringLike, number: ts.TypeFlags.NumberLike, boolean: ts.TypeFlags.BooleanLike }[
      typeof value as 'string'
    ];
    return kinds.some((kind) => (kind.flags & flag) !== 0) ? [] : wanted();
  }

  #checkFields(kinds: readonly ts.Type[], value: object, path: string): string[] | null {
    const map = kinds.map((kind) => this.#checker.getIndexTypeOfType(kind, ts.IndexKind.String)).find((each) => each !== undefined);
    if (map !== undefined) return Object.entries(value).flatMap(([name, field]) => this.#check(map, field, `${path}.${name}`));
    const shape = kinds.find((kind) => (kind.flags & ts.TypeFlags.Object) !== 0 && !this.#checker.isArrayType(kind));
    if (shape === undefined) return null;
    const known = new Map(this.#checker.getPropertiesOfType(shape).map((property) => [property.name, property]));
    const missing = [...known].filter(([name, { flags }]) => (flags & ts.SymbolFlags.Optional) === 0 && !Object.hasOwn(value, name));
    return [
      ...missing.map(([name]) => `${path}.${name}: missing`),
      ...Object.entries(value).flatMap(([name, field]) => {
        const property = known.get(name);
        if (property === undefined) return [`${path}.${name}: not known`];
        return this.#check(this.#checker.getTypeOfSymbol(property), field, `${path}.${name}`);
      }),
    ];
  }

  /** The plain kinds of an input, which may also be a promise or an output of the same. */
  #kinds(type: ts.Type): readonly ts.Type[] {
    if (!type.isUnion()) return [type];
    return type.types.filter((each) => !/^(Promise|OutputInstance)</.test(this.#checker.typeToString(each)));
  }
}
