/** Named values of unknown kind: what JSON and YAML call an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has named values; a list is none. */
export function isFields(value: unknown): value is Fields {
  return isObject(value) && !Array.isArray(value);
}

/** Whether a value is an object of any kind, lists among them, whose parts are asked for by name. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Each value once, in the order in which it first comes: two that say the same are one. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
