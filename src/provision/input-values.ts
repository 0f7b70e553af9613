import type { InputFields, InputValue } from './model.js';

/** Whether an input is a list of inputs. */
export function isList(value: InputValue): value is readonly InputValue[] {
  return Array.isArray(value);
}

/** Names of other specs whose outputs are looked up anywhere in a value. */
export function referencesIn(value: InputValue): readonly string[] {
  if (typeof value !== 'object') return [];
  if (isList(value)) return value.flatMap(referencesIn);
  if (value.tag === 'reference') return [value.ref];
  if (value.tag === 'joined') return value.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.ref]));
  return value.tag === 'secret' ? [] : valuesOf(value).flatMap(referencesIn);
}

/** Keys of the stack's encrypted configuration that are looked up anywhere in a value. */
export function secretsIn(value: InputValue): readonly string[] {
  if (typeof value !== 'object') return [];
  if (isList(value)) return value.flatMap(secretsIn);
  if (value.tag === 'secret') return [value.secret];
  return value.tag === undefined ? valuesOf(value).flatMap(secretsIn) : [];
}

function valuesOf(fields: InputFields): InputValue[] {
  return Object.values(fields).flatMap((value) => (value === undefined ? [] : [value]));
}

/** Whether an input is an object of inputs, and not something to look up. */
export function isFields(value: InputValue | undefined): value is InputFields {
  return typeof value === 'object' && !isList(value) && value.tag === undefined;
}

/** An input as an object of inputs; null where it is none. */
export function fieldsOf(value: InputValue | undefined): InputFields | null {
  return isFields(value) ? value : null;
}
