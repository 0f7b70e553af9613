import { readFileSync } from 'node:fs';

/** What `run.mjs` hands to Stryker's processes: plugins are given no arguments of their own. */
const { CONCORD_MUTANTS } = process.env;
if (CONCORD_MUTANTS === undefined) throw new Error('started by run.mjs: npm run mutants -- --room kernel --rate 0.05');

/** `{ room, rate, seed, slow, out, again, sandboxes }`; `again` is the keys of mutants to try whatever is drawn. */
export const settings = JSON.parse(readFileSync(CONCORD_MUTANTS, 'utf8'));
