import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REPOSITORY, runCli } from '../run-cli.js';
import { concord, emptyPlace, goldenPlace } from './place.js';

const COMMANDS = [
  'init',
  'check',
  'score',
  'settle',
  'verify',
  'explain',
  'plan',
  'doctor',
  'publish',
  'dashboard',
  'event',
  'view',
  'access',
  'exit',
  'demo',
];

describe('concord --help', () => {
  it('lists every command, and --version is the package’s', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    const { version } = JSON.parse(readFileSync(`${REPOSITORY}package.json`, 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.concurrent.each(COMMANDS)('%s has a description, the common options and examples that name it', async (command) => {
    const { code, stdout, stderr } = await runCli([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: concord ${command}`);
    expect(stdout).toContain('--root <folder>');
    expect(stdout).toMatch(/^Examples:$/m);
    expect(stdout).toMatch(new RegExp(`^ {2}\\$ concord ${command}\\b`, 'm'));
  });
});

describe('what is typed wrongly', () => {
  it.concurrent.each([
    [[], /Usage: concord/],
    [['setle'], /unknown command 'setle'/],
    [['settle', '--asof', '2026-01-01'], /unknown option '--asof'/],
    [['settle', '--as-of', '2026-02-30'], /Dates are written YYYY-MM-DD/],
    [['settle', '--as-of', 'yesterday'], /Dates are written YYYY-MM-DD/],
    [['settle', '--format', 'xml'], /Allowed choices are pretty, json, markdown/],
    [['settle', '--locale', 'fr'], /Allowed choices are en, zh/],
    [['score'], /name a contract, or all of them with '--all'/],
    [['explain', 'tea-account'], /missing required argument 'period'/],
    [['event', 'tea-account'], /missing required argument 'kind'/],
    [['verify', 'one', 'two'], /too many arguments/],
  ])('%j is told on standard error, with exit code 2', async (args, said) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe('what is not there', () => {
  it.concurrent.each([
    [['check', 'tea'], 2, 'unknown-contract', 'tea-account'],
    [['settle', 'tea'], 2, 'unknown-contract', 'tea-account'],
    [['event', 'tea', 'payment'], 2, 'unknown-contract', 'tea-account'],
    [['score', 'tea-account', '--period', '2027-01'], 2, 'unknown-period', '2026-01 … 2026-03'],
    [['settle', 'tea-account', '--period', '2026-13'], 2, 'unknown-period', '2026-01 … 2026-03'],
    [['plan', 'tea-account', '--period', '2026-Q1'], 2, 'unknown-period', '2026-01 … 2026-03'],
    [['explain', 'tea-account', '2025-12'], 2, 'unknown-period', '2026-01 … 2026-03'],
    [['explain', 'tea-account', '2026-01', 'bonus'], 2, 'unknown-line', 'base, vat'],
    [['settle', 'tea-account', '--period', '2026-03'], 1, 'period-not-due', '2026-04-05'],
    [['init', 'new-one', '--template', 'seo'], 2, 'unknown-template', 'media-buying'],
    [['init', 'tea-account'], 2, 'file-exists', 'contracts/tea-account/contract.yaml'],
    [['event', 'tea-account', 'payment', 'amount'], 2, 'event-field', 'amount'],
  ])('%j: exit code %i, %s', async (args, exit, issue, says) => {
    const root = goldenPlace();
    const { code, stdout, stderr } = await concord(root, ...args, '--as-of', '2026-03-10');
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toContain(` error ${issue}\n`);
    expect(stderr).toContain(says);
  });

  it('a folder without contracts is named', async () => {
    for (const args of [['check'], ['settle']]) {
      const { code, stderr } = await concord(emptyPlace(), ...args);
      expect(code).toBe(2);
      expect(stderr).toContain('no-contracts');
    }
  });
});
