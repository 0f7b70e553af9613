import type { Medium } from './outcome.js';

/** A page where the verb has one, else what a terminal shows. */
export const markdown: Medium = { print: ({ page, text }, reader) => (page === undefined ? text(reader) : page()) };
