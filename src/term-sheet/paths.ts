import { isObject } from '../kernel/objects.js';

/** A value at a path of plain data: `minimum.atLeast`; the empty path is the data itself. Undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
  if (path === '') return data;
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), data);
}

/** A value and where it belongs. */
export interface Told {
  readonly path: string;
  readonly value: unknown;
}

/** Plain data made of what was told of it. */
export function dataOf(told: readonly Told[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { path, value } of told) put(data, path, value);
  return data;
}

/** Puts a value at a path, making the objects above it; at the empty path its own values are put. */
export function put(data: Record<string, unknown>, path: string, value: unknown): void {
  if (path === '') {
    if (isObject(value)) for (const [key, each] of Object.entries(value)) data[key] = each;
    return;
  }
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    data[key] = value;
    return;
  }
  const inner = Object.hasOwn(data, key) ? data[key] : undefined;
  const holder: Record<string, unknown> = isObject(inner) ? { ...inner } : {};
  put(holder, rest.join('.'), value);
  data[key] = holder;
}

/** Whether two pieces of plain data say the same. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
