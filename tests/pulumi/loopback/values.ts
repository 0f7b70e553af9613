/*
 * Values as they go over the wire between a Pulumi program and its engine: plain JSON, with objects of a known signature for
 * what JSON does not have.
 */

const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** What a value that is known only after the update looks like in a recorded plan. */
export const LATER = '(known after the update)';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };
export type PlainFields = { readonly [name: string]: Plain };

/** A value of the wire for people and golden files: secrets as `{ secret: … }`, unknown ones as {@link LATER}. */
export function readable(value: unknown): Plain {
  if (value === UNKNOWN) return LATER;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object') throw new TypeError(`no value of the wire: ${typeof value}`);
  const fields = new Map(Object.entries(value));
  const signature = fields.get(SIGNATURE);
  if (signature === SECRET) return { secret: readable(fields.get('value')) };
  if (signature !== undefined) throw new TypeError(`no value that this program should send: ${String(signature)}`);
  return Object.fromEntries([...fields].map(([name, field]) => [name, readable(field)]));
}

export function readableFields(value: unknown): PlainFields {
  const plain = readable(value);
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) throw new TypeError('no fields');
  return Object.fromEntries(Object.entries(plain));
}

/** What the engine answers for an output that only the provider can say. */
export const wireUnknown = UNKNOWN;
