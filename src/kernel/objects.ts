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

/**
 * An object with fields more, each computed when it is first asked for: as good as data to whoever reads it, written as JSON too. A copy by
 * `...` asks for all of them.
 */
export function withLater<From extends object, Later extends Readonly<Record<string, () => unknown>>>(
  from: From,
  later: Later,
): From & { readonly [Name in keyof Later]: ReturnType<Later[Name]> } {
  const whole = Object.defineProperties({}, Object.getOwnPropertyDescriptors(from));
  for (const [name, compute] of Object.entries(later)) {
    let known: { readonly value: unknown } | null = null;
    const get = (): unknown => {
      known ??= { value: compute() };
      return known.value;
    };
    Object.defineProperty(whole, name, { get, enumerable: true });
  }
  return whole as From & { readonly [Name in keyof Later]: ReturnType<Later[Name]> };
}
