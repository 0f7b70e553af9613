import type { Medium } from './outcome.js';

export const terminal: Medium = { print: ({ text }, reader) => text(reader) };
