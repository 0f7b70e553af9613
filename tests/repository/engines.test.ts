import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';

/* What is installed with the engine takes the oldest Node that runs it: npm warns of each package that does not (EBADENGINE). */

interface Locked {
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}

/** Whether a range as packages write it (`>= 18`, `^20.17.0 || >=22`) takes a version. */
function takes(range: string, [major, minor]: readonly [number, number]): boolean {
  return range.split('||').some((part) => {
    const [, sign, own, its = '0'] = /^\s*(>=|\^|~)?\s*v?(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    if (own === undefined) return part.trim() === '*';
    const isNewer = major > Number(own) || (major === Number(own) && minor >= Number(its));
    return isNewer && (sign === '>=' || major === Number(own));
  });
}

test('no package that a repository gets asks for a newer Node than 20.0', () => {
  const lock = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const installed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  expect(installed.length).toBeGreaterThan(50);
  const refusing = installed.flatMap(([path, { engines }]) =>
    engines?.node === undefined || takes(engines.node, [20, 0]) ? [] : [`${path}: ${engines.node}`],
  );
  expect(refusing).toEqual([]);
});

test.each([
  ['>= 20.12', false],
  ['>=18', true],
  ['^20.17.0 || >=22.9.0', false],
  ['^18.17.0 || >=20.0.0', true],
  ['14 || >=16', true],
  ['18', false],
  ['*', true],
])('a range: %s', (range, expected) => {
  expect(takes(range, [20, 0])).toBe(expected);
});
