import { it } from 'vitest';
import { shownSmall, survey } from './survey.js';

/* `ORACLE_SURVEY=<file>` surveys many lives, `ORACLE_SHOW=<seed>` prints one (README.md). Neither is part of a plain run. */
const { ORACLE_SURVEY, ORACLE_SHOW, ORACLE_SEED = '1', ORACLE_CASES = '1000', ORACLE_SHRINK = '0' } = process.env;
const timeout = 24 * 3_600_000;

it.runIf(ORACLE_SURVEY)('survey of many lives', { timeout }, async () => {
  await survey(String(ORACLE_SURVEY), Number(ORACLE_SEED), Number(ORACLE_CASES));
});

it.runIf(ORACLE_SHOW)('one life', { timeout }, async () => {
  process.stdout.write(`${await shownSmall(Number(ORACLE_SHOW), Number(ORACLE_SHRINK))}\n`);
});
