import type { Medium } from './outcome.js';

/**
 * For programs: the document in one byte form, keys in canonical order. A half character, of which no canonical text can be made, is
 * written as its escape: a text that is at fault must not keep its fault from being told.
 */
export const medium: Medium = {
  print: ({ document }) => `${JSON.stringify(inOrder(JSON.parse(JSON.stringify(document()))), null, 2)}\n`,
  isDocument: true,
};

/** Plain data with the keys of every object in the order of their code units. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}
