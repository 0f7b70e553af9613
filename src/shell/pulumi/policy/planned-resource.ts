/** Stands for a value that nothing knows before the update. */
export const UNKNOWN: unique symbol = Symbol('known only after the update');

/** A value of a resource: plain data in which what is not known yet is marked. */
export type PlannedValue = string | number | boolean | null | typeof UNKNOWN | readonly PlannedValue[] | PlannedProperties;
export interface PlannedProperties {
  readonly [name: string]: PlannedValue | undefined;
}

/** A resource as it is about to be made. */
export interface PlannedResource {
  readonly urn: string;
  /** The provider's type token, such as `gcp:bigquery/dataset:Dataset`. */
  readonly type: string;
  readonly name: string;
  readonly properties: PlannedProperties;
  readonly protect: boolean;
  /** Property → URNs of the resources whose outputs it is made of. */
  readonly madeOf: Readonly<Record<string, readonly string[]>>;
}

/** A text that is there and known. */
export function textOf(value: PlannedValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** The entries of a list; a lone value counts as none. */
export function entriesOf(value: PlannedValue | undefined): readonly PlannedValue[] {
  return isList(value) ? value : [];
}

/** The properties of a value that has some. */
export function propertiesOf(value: PlannedValue | undefined): PlannedProperties {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function isList(value: PlannedValue | undefined): value is readonly PlannedValue[] {
  return Array.isArray(value);
}

/** Every known text inside a value with the path to it, as `view.query` or `accesses[2].domain`. */
export function textsIn(value: PlannedValue | undefined, path = ''): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (isList(value)) return value.flatMap((entry, index) => textsIn(entry, `${path}[${index}]`));
  return Object.entries(propertiesOf(value)).flatMap(([name, entry]) => textsIn(entry, path === '' ? name : `${path}.${name}`));
}
