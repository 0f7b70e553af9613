import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';

/* The programs that the bench measures still do what they are measured for: one contract each, and no clock. */

async function printed(program: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(REPOSITORY, 'bench', program), ...args]);
  return JSON.parse(stdout);
}

test('a year of one contract is settled and replayed', async () => {
  expect(await printed('replay/program.mjs', REPOSITORY, '1')).toMatchObject({ statements: 12, trueUps: 11 });
});

test.each(['concord', 'bare'])('one contract is checked by %s', async (who) => {
  expect(await printed('check/programs.mjs', who, REPOSITORY, '1')).toMatchObject({ seconds: expect.any(Number) });
});
