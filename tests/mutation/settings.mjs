import { readFileSync } from 'node:fs';

/** What `run.mjs` hands to Stryker's processes: plugins are given no arguments of their own. */
const { CONCORD_MUTANTS } = process.env;
if (CONCORD_MUTANTS === undefined) throw new Error('started by run.mjs: npm run mutants -- --room kernel --rate 0.05');

/** `{ room, rate, seed, out, again }`; `again` is the keys of the only mutants to try, or null. */
export const settings = JSON.parse(readFileSync(CONCORD_MUTANTS, 'utf8'));
