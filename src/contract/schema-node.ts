import { isObject } from '../kernel/objects.js';

/** As much of a JSON Schema as turning a validator's errors into messages needs. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode | boolean>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly required?: readonly string[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly default?: unknown;
  readonly discriminator?: { readonly propertyName: string };
}

/** A schema node with the name of the definition that it is, where it is one. */
export interface NamedNode {
  readonly node: SchemaNode;
  readonly name: string | null;
}

/** Of a schema's nodes, which of its definitions each stands for: of the same few nodes every contract asks. */
const resolvedBefore = new WeakMap<SchemaNode, NamedNode>();

function resolve(root: SchemaNode, node: SchemaNode): NamedNode {
  const known = resolvedBefore.get(node);
  if (known !== undefined) return known;
  const name = node.$ref?.slice('#/$defs/'.length) ?? null;
  const found = { node: name === null ? node : (root.$defs?.[name] ?? {}), name };
  resolvedBefore.set(node, found);
  return found;
}

function field(value: unknown, key: string): unknown {
  return isObject(value) ? Reflect.get(value, key) : undefined;
}

/** The branch of a discriminated union that data belongs to, or the union itself when its tag is unknown. */
function branchOf(root: SchemaNode, named: NamedNode, data: unknown): NamedNode {
  const tag = named.node.discriminator?.propertyName;
  if (tag === undefined) return named;
  return branchesByTag(root, named.node, tag).get(field(data, tag)) ?? named;
}

/** What a node stands for, with the name of its definition. */
export function namedNode(root: SchemaNode, node: SchemaNode): NamedNode {
  return resolve(root, node);
}

/** The branches of unions, each by the value of its tag. */
const byTagBefore = new WeakMap<SchemaNode, ReadonlyMap<unknown, NamedNode>>();

function branchesByTag(root: SchemaNode, union: SchemaNode, tag: string): ReadonlyMap<unknown, NamedNode> {
  const known = byTagBefore.get(union);
  if (known !== undefined) return known;
  const byTag = new Map<unknown, NamedNode>();
  for (const branch of union.oneOf ?? []) {
    const found = resolve(root, branch);
    const wanted = found.node.properties?.[tag];
    if (typeof wanted === 'object' && !byTag.has(wanted.const)) byTag.set(wanted.const, found);
  }
  byTagBefore.set(union, byTag);
  return byTag;
}

/** The schema node that a piece of data is held against, by the path to that data; null beyond what the schema knows. */
export function schemaAt(root: SchemaNode, data: unknown, path: readonly string[]): NamedNode | null {
  let named = rootNode(root, data);
  let value = data;
  for (const key of path) {
    const { properties, patternProperties, additionalProperties, items } = named.node;
    const pattern = Object.keys(patternProperties ?? {}).find((source) => new RegExp(source, 'u').test(key));
    const own = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
    const child = Array.isArray(value) ? items : (own ?? (pattern === undefined ? additionalProperties : patternProperties?.[pattern]));
    if (!isObject(child)) return null;
    value = field(value, key);
    named = branchOf(root, resolve(root, child), value);
  }
  return named;
}

/** What a node stands for: itself, or the definition that it names. */
export function resolved(root: SchemaNode, node: SchemaNode): SchemaNode {
  return resolve(root, node).node;
}

/** The node, or each branch of a union. */
export function branchesOf(root: SchemaNode, node: SchemaNode): SchemaNode[] {
  const own = resolved(root, node);
  return [own, ...(own.oneOf ?? []).map((branch) => resolved(root, branch))];
}

/** The whole of a file's schema, for the data of that file. */
export function rootNode(root: SchemaNode, data: unknown): NamedNode {
  return branchOf(root, { node: root, name: null }, data);
}

/** A field that an object of the data may have. */
export interface FieldNode {
  /** Entries of lists are named by their `id`, where they have one. */
  readonly name: string;
  readonly node: SchemaNode;
  /** Undefined where the data do not have it. */
  readonly written: unknown;
}

/** The fields that a piece of data has or may have by name, or the entries of a list. */
export function fieldsOf({ node }: NamedNode, data: unknown): FieldNode[] {
  const { items } = node;
  if (Array.isArray(data)) {
    return items === undefined
      ? []
      : data.map((entry, index) => ({ name: String(field(entry, 'id') ?? index), node: items, written: entry }));
  }
  if (!isObject(data)) return [];
  return ownFieldsOf(node).map(([name, own]) => ({ name, node: own, written: Object.hasOwn(data, name) ? data[name] : undefined }));
}

const ownFields = new WeakMap<SchemaNode, readonly (readonly [name: string, node: SchemaNode])[]>();

/** The fields of a node by name: of the same few nodes every contract asks. */
function ownFieldsOf(node: SchemaNode): readonly (readonly [name: string, node: SchemaNode])[] {
  const known = ownFields.get(node);
  if (known !== undefined) return known;
  const fields = Object.entries(node.properties ?? {}).flatMap(([name, own]) => (typeof own === 'boolean' ? [] : [[name, own] as const]));
  ownFields.set(node, fields);
  return fields;
}

/** The node that what is written in a field is held against. */
export function childOf(root: SchemaNode, { node, written }: FieldNode): NamedNode {
  return branchOf(root, resolve(root, node), written);
}
