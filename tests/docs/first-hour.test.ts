import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { readAnswers } from '../../src/repository/answers.js';
import { written } from '../repository/shipped.js';
import { REPOSITORY, runCli } from '../run-cli.js';
import { commandsIn } from './commands-in.js';

/*
 * The first hour (chapter 19), command by command, in both languages. What `new` writes is made in this process: that it is packed,
 * installed and run is tests/e2e's.
 */

const chapter = (locale: Locale) => readFileSync(join(REPOSITORY, `docs/guide/19-first-hour.${locale}.md`), 'utf8');

/** What was typed after the options of a command. */
const typed = (command: readonly string[], option: string) =>
  command.flatMap((word, at) => (word === option ? [command[at + 1] ?? ''] : []));

/** The folder that `concord new` makes, with the engine where npm puts it. */
function newFolder(command: readonly string[], locale: Locale): string {
  const one = (option: string) => typed(command, option)[0] ?? null;
  const { value, issues } = readAnswers({
    brand: one('--brand'),
    provider: one('--provider'),
    brandPeople: typed(command, '--brand-person'),
    providerPeople: typed(command, '--provider-person'),
    currency: one('--currency'),
    timezone: one('--timezone'),
    locale,
    engine: 'duckdb',
    project: null,
    location: null,
  });
  if (value === null) throw new Error(JSON.stringify(issues));
  const root = mkdtempSync(join(tmpdir(), 'concord-hour-'));
  for (const [path, text] of written(value)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(REPOSITORY, join(root, 'node_modules/concord'));
  return root;
}

/** Where the hour was spent. */
const roots = new Map<Locale, string>();

describe.each(['en', 'zh'] as const)('the first hour (%s)', (locale) => {
  const [begin = [], ...others] = commandsIn(chapter(locale));
  const root = newFolder(begin, locale);
  roots.set(locale, root);

  test('ends with the statement that was worked out by hand, and verifies', async () => {
    expect(begin.slice(0, 2)).toEqual(['new', '../acme-kpis']);
    expect(others.map(([verb]) => verb)).toEqual(['init', 'import', 'check', 'score', 'settle', 'verify', 'explain']);
    for (const command of others) {
      const words = command.map((word) => word.replace(/^node_modules\//, `${root}/node_modules/`));
      const { code, stderr } = await runCli(['--root', root, '--locale', locale, ...words]);
      // What import tells of rows without a day is no fault of these files, and the chapter says so.
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    }
    const ledger = join(root, 'contracts/acme-northlight/ledger/2026-01/statement.json');
    const { kpis, lines, total } = JSON.parse(readFileSync(ledger, 'utf8'));
    expect(kpis.map(({ id, actual, score }: Record<string, string>) => [id, actual, score])).toEqual([
      ['roas', '2.85', '0.75'],
      ['cac', '30', '0.5'],
    ]);
    expect(lines.map(({ id, amount }: Record<string, string>) => [id, amount])).toEqual([
      ['base', '3000.00'],
      ['sales', '25.65'],
      ['reward', '1250.00'],
      ['wager', '0.00'],
      ['ceiling', '0.00'],
    ]);
    expect(total).toBe('4275.65');
    // The contract is in the language of the chapter alone.
    const contract = readFileSync(join(root, 'contracts/acme-northlight/contract.yaml'), 'utf8');
    expect(contract.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(/\p{Script=Han}/u.test(contract)).toBe(locale === 'zh');
  }, 240_000);

  test('shows these figures', () => {
    for (const figure of ['855.00', '300.00', '2.85', '62.5%', '25.65', '1,250.00', '**4,275.65**'])
      expect(chapter(locale)).toContain(figure);
  });
});

describe('the readmes', () => {
  const section = (file: string, heading: string) => {
    const [, below = ''] = readFileSync(join(REPOSITORY, file), 'utf8').split(`\n## ${heading}\n`);
    return commandsIn(below.split(/^## /m)[0] ?? '');
  };

  test('begin with the commands of the chapter', () => {
    expect(section('README.md', 'Your first hour')).toEqual(commandsIn(chapter('en')));
    expect(section('README.zh.md', '第一个小时')).toEqual(commandsIn(chapter('zh')));
  });

  test('go on with commands that run after it', async () => {
    const commands = section('README.md', 'More of it');
    expect(section('README.zh.md', '更多命令')).toEqual(commands);
    const root = roots.get('en') ?? '';
    for (const command of commands) {
      const { code, stderr } = await runCli(['--root', root, ...command]);
      // The files end in January: today they are not fresh.
      expect({ command, code, stderr }).toEqual({ command, code: command[0] === 'doctor' ? 1 : 0, stderr: '' });
    }
    expect(commands.map(([verb]) => verb)).toEqual(['doctor', 'plan', 'read', 'event', 'calendar']);
    // whoever has typed them all has a repository that is as sound as before
    for (const command of commandsIn(chapter('en')).filter(([verb]) => verb === 'check' || verb === 'score' || verb === 'verify')) {
      const { code, stderr } = await runCli(['--root', root, ...command]);
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    }
  }, 240_000);
});
