import { documentText } from '../kernel/canonical.js';
import type { Medium } from './outcome.js';

/** For programs: the document in its one byte form. */
export const json: Medium = { print: ({ document }) => documentText(document()) };
