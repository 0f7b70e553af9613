import { isObject } from './objects.js';

/** Whether two documents say the same, whatever the order of their keys; what is undefined is not there. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  let members = 0;
  for (const key of Object.keys(one)) {
    if (one[key] === undefined) continue;
    if (!isAlike(one[key], other[key])) return false;
    members += 1;
  }
  for (const key of Object.keys(other)) if (other[key] !== undefined) members -= 1;
  return members === 0;
}
