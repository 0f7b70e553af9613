import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContract } from '../../dist/contract/load-contract.js';
import { payPaths } from '../../dist/settlement/paths/pay-paths.js';

/*
 * `node bench/outlook/paths.mjs` after a build: how long the sample contract's pay takes on 10,000 scenario years of 12 months, in CPU time,
 * and on how many of them the exact function had to decide. Ends with 1 where it takes more than 0.2 s.
 */

const PATHS = 10_000;
const ASKED = 0.2;
const SAMPLE = 'contracts/acme-linkstar-us';
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** What a usual month of the sample brings, and about how much months differ. */
const USUAL = { paid_revenue: 45_000, goods_cost: 20_000, refunded: 2_900, new_customers: 620, ad_spend: 15_500, ga4_revenue: 44_000 };

const texts = ['', 'views'].flatMap((folder) =>
  readdirSync(join(REPOSITORY, SAMPLE, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(SAMPLE, folder, name)),
);
const files = new Map([...texts, 'contracts/workspace.yaml'].map((path) => [path, readFileSync(join(REPOSITORY, path), 'utf8')]));
const { folder, issues } = loadContract('acme-linkstar-us', files);
if (folder === null) throw new Error(JSON.stringify(issues));

const isCount = new Set(folder.terms.definitions.measures.filter(({ aggregate }) => !('sum' in aggregate)).map(({ id }) => id));
const paths = payPaths(folder.terms, (id) => (isCount.has(id) ? 0 : 2));
let state = 20261129;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const years = Array.from({ length: PATHS }, () => {
  const year = new Float64Array(paths.periods.length * paths.measures.length);
  return year.map((_, index) => {
    const { id, digits } = paths.measures[index % paths.measures.length];
    return Math.floor(USUAL[id] * 10 ** digits * (0.6 + 0.8 * random()));
  });
});
const paid = new Float64Array(paths.lines.length);
const run = () => years.reduce((quick, year) => quick + (paths.pay(year, paid) ? 1 : 0), 0);
const times = Array.from({ length: 5 }, () => {
  const before = process.cpuUsage();
  const quick = run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, quick };
});
const [first] = times;
const least = Math.min(...times.map(({ seconds }) => seconds));
process.stdout.write(`${PATHS} years of ${paths.periods.length} months, ${paths.lines.length} lines each\n`);
process.stdout.write(`first ${first.seconds.toFixed(3)} s, least of ${times.length} ${least.toFixed(3)} s CPU (asked: ${ASKED})\n`);
process.stdout.write(`${PATHS - first.quick} years decided by the exact function\n`);
process.exitCode = least <= ASKED ? 0 : 1;
