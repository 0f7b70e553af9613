import { isObject } from './objects.js';

/** Whether two documents say the same, whatever the order of their keys; what is undefined is not there. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const present = (value: Readonly<Record<string, unknown>>) => Object.keys(value).filter((key) => value[key] !== undefined);
  const keys = present(one);
  return keys.length === present(other).length && keys.every((key) => isAlike(one[key], other[key]));
}
