const testsIn = (names) => names.map((name) => `tests/${name}.test.ts`);

/** Tests that search for long: thousands of walks a mutant are hours, and they are there for what nobody has thought of. */
const SEARCHES = ['settlement/fold.property', 'settlement/line-walks', 'settlement/rows-without-time', 'amendment/moves-money'];

/**
 * Tests that take seconds, the slowest at the end: whatever the others kill never meets them. A mutant that stays alive meets all of them,
 * so they are tried on what the others have left (`--slow`).
 */
const SLOW = [
  ...['gate/codeowners', 'gate/alone.property', 'gate/decide.property', 'amendment/amend', 'settlement/verify.property'],
  ...['settlement/pay-paths', 'settlement/pay-term', 'settlement/line-states', 'settlement/forgeries', 'mutation/lives', 'golden/golden'],
];

const MONEY = ['kernel/*', 'attainment/*', 'settlement/*', 'mutation/lives', 'golden/golden'];
/** What asks the rooms of money for more than statements. */
const ABOUT_MONEY = [
  ...['notification/weekly', 'report/explain-true-up', 'report/scorecard-lacking', 'outlook/exposure', 'outlook/paths', 'outlook/rules'],
];
const GATE = ['gate/*', 'amendment/*', 'report/verdict'];

/**
 * Of each room: what is mutated, and the tests that have to kill it. `published-tables.ts` is a list of columns with their words in two
 * languages, which no rule reads: what it says is compared whole where tables are made. `gate/setup*.ts` tell what a repository still lacks, and
 * decide nothing.
 */
const ROOMS_OF_TESTS = {
  kernel: {
    mutate: ['src/kernel/**/*.ts', '!src/kernel/published-tables.ts'],
    tests: ['kernel/*', 'attainment/*', 'settlement/*', 'gate/*'],
  },
  attainment: { mutate: ['src/attainment/**/*.ts'], tests: [...MONEY, ...ABOUT_MONEY] },
  settlement: { mutate: ['src/settlement/**/*.ts'], tests: [...MONEY, ...ABOUT_MONEY] },
  gate: { mutate: ['src/gate/**/*.ts', '!src/gate/setup*.ts'], tests: GATE },
};

export const ROOMS = Object.keys(ROOMS_OF_TESTS);

/** What is mutated in a room, and the files of tests, with the slow ones or without. */
export function roomOf({ room, slow }) {
  const { mutate, tests } = ROOMS_OF_TESTS[room];
  return { mutate, include: testsIn(tests), exclude: testsIn(slow ? SEARCHES : [...SEARCHES, ...SLOW]) };
}

/** Where a test file stands in a mutant's run: the room's own first, then the others, then the slow ones. */
export function placeOf(room, path) {
  const slow = SLOW.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`));
  return slow >= 0 ? slow + 2 : path.includes(`/tests/${room}/`) ? 0 : 1;
}
