/** Tests that search for long: thousands of walks a mutant are hours, and they are there for what nobody has thought of. */
const SEARCHES = ['settlement/fold.property', 'settlement/line-walks', 'settlement/rows-without-time', 'amendment/moves-money'];

/** The slow ones that are left, the slowest at the end: a mutant that a quick test kills never meets them. */
const SLOW = [
  ...['settlement/running', 'settlement/line-lives', 'gate/codeowners', 'gate/alone.property', 'gate/decide.property'],
  ...['settlement/verify', 'amendment/amend', 'settlement/pay-paths', 'settlement/pay-term', 'settlement/line-states'],
  ...['settlement/forgeries', 'mutation/lives', 'golden/golden'],
];

const testsIn = (names) => names.map((name) => `tests/${name}.test.ts`);
const QUICK = ['kernel/*', 'attainment/*', 'amendment/*', 'settlement/*', 'gate/*'];
/** What asks the two rooms of money for more than statements, and lives of contracts as a whole. */
const MONEY = [
  ...['notification/weekly', 'report/explain-true-up', 'report/scorecard-lacking', 'outlook/exposure', 'outlook/paths', 'outlook/rules'],
  ...['mutation/lives', 'golden/golden'],
];

/**
 * Of each room: what is mutated, and the tests that have to kill it. `published-tables.ts` is a list of columns with their words in two
 * languages, which no rule reads: what it says is compared whole where tables are made.
 */
export const ROOMS = {
  kernel: {
    mutate: ['src/kernel/**/*.ts', '!src/kernel/published-tables.ts'],
    include: testsIn(QUICK),
    exclude: testsIn([...SEARCHES, ...SLOW]),
  },
  attainment: { mutate: ['src/attainment/**/*.ts'], include: testsIn([...QUICK, ...MONEY]), exclude: testsIn(SEARCHES) },
  settlement: { mutate: ['src/settlement/**/*.ts'], include: testsIn([...QUICK, ...MONEY]), exclude: testsIn(SEARCHES) },
  gate: {
    mutate: ['src/gate/**/*.ts'],
    include: testsIn(['gate/*', 'amendment/*', 'report/setup', 'report/verdict']),
    exclude: testsIn(SEARCHES),
  },
};

/** Where a test file stands in a mutant's run: the room's own first, then the others, then the slow ones. */
export function placeOf(room, path) {
  const slow = SLOW.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`));
  return slow >= 0 ? slow + 2 : path.includes(`/tests/${room}/`) ? 0 : 1;
}
