import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/commands/verbs.js';
import { REPOSITORY, runCli, runWarm } from '../run-cli.js';
import { concord, emptyPlace, goldenPlace } from './place.js';

const COMMANDS = VERBS.map(({ name }) => name);

describe('concord --help', () => {
  it('lists every command, and --version is the package’s', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    const { version } = JSON.parse(readFileSync(`${REPOSITORY}package.json`, 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.concurrent.each(COMMANDS)('%s has a description, the common options and examples that name it', async (command) => {
    const { code, stdout, stderr } = await runWarm([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: concord ${command}`);
    expect(stdout).toContain('--root <folder>');
    expect(stdout).toMatch(/^Examples:$/m);
    expect(stdout).toMatch(new RegExp(`^ {2}\\$ concord ${command}\\b`, 'm'));
  });
});

describe('concord --help in Chinese', () => {
  it('by --locale, and by the language of the terminal', async () => {
    const asked = await runCli(['settle', '--help', '--locale', 'zh']);
    expect(asked).toEqual(await runCli(['settle', '--help'], { CONCORD_LOCALE: '', LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }));
    expect(asked.stdout).toContain('用法：concord settle [选项] [contract]\n\n按顺序结算每个到期的结算期并写入账本，或以合并请求提出\n');
    expect(asked.stdout).toContain('\n  --preview             只预览，不写入\n');
    expect(asked.stdout).toContain('\n示例：\n  $ concord settle\n');
  });

  it.concurrent.each([
    [['setle'], '错误：没有命令“setle”\n（是否想写 settle？）\n（见 concord --help）\n'],
    [['settle', '--asof', '2026-01-01'], '错误：没有选项“--asof”\n（是否想写 --as-of？）\n（见 concord settle --help）\n'],
    [['settle', '--as-of', 'x'], '错误：选项“--as-of <date>”的值“x”无效。日期写作 YYYY-MM-DD，例如 2026-02-15。\n（见 concord --help）\n'],
    [['settle', '--preview', '--open-pr'], '错误：选项“--preview”不能与“--open-pr”同时使用\n（见 concord settle --help）\n'],
    [['score', 'tea-account', '--all'], '错误：写明一份合同与 --all（全部合同）只能选其一\n（见 concord score --help）\n'],
    [
      ['view', 'tea-account'],
      '错误：缺少：<view> --table <name> --customer <column> --order <column> --time <column>\n（见 concord view --help）\n',
    ],
    [['diff', 'HEAD'], '错误：缺少参数“head”\n（见 concord diff --help）\n'],
    [['help', 'chek'], '错误：没有命令“chek”\n（是否想写 check？）\n（见 concord --help）\n'],
    [
      ['score', 'one', '2026-03'],
      '错误：“score”的参数过多：应为 1 个，多出“2026-03”\n（是否想写 --period 2026-03？）\n（见 concord score --help）\n',
    ],
    [['verify', 'one', 'two'], '错误：“verify”的参数过多：应为 1 个，多出“two”\n（见 concord verify --help）\n'],
    [['comment'], '错误：必须写明选项“--pr <number>”\n（见 concord comment --help）\n'],
    [['comment', '--pr'], '错误：选项“--pr <number>”后面缺少值\n（见 concord comment --help）\n'],
    [['setup', 'gitlab'], '错误：参数“forge”的值“gitlab”无效。可选值：github。\n（见 concord setup --help）\n'],
  ])('%j', async (args, said) => {
    expect(await runWarm([...args, '--locale=zh'])).toEqual({ code: 2, stdout: '', stderr: said });
  });
});

describe('what is typed wrongly', () => {
  it.concurrent.each([
    [[], /Usage: concord/],
    [['setle'], /unknown command 'setle'/],
    [['settle', '--asof', '2026-01-01'], /unknown option '--asof'/],
    [['settle', '--as-of', '2026-02-30'], /There is no such day: dates are year, month \(01 to 12\) and day/],
    [['event', 'payment', '--date', '2026-13-01'], /argument '2026-13-01' is invalid\. There is no such day/],
    [['plan', '--read-at', '2026-02-30T09:00:00Z'], /Instants are written with their offset/],
    [['settle', '--as-of', 'yesterday'], /Dates are written YYYY-MM-DD/],
    [['plan', '--read-at', '2026-02-15T09:00:00'], /Instants are written with their offset/],
    [['plan', '--read-at', "2026-02-15T09:00:00Z' OR '"], /Instants are written with their offset/],
    [['settle', '--format', 'xml'], /Allowed choices are pretty, json, markdown/],
    [['settle', '--locale', 'fr'], /Allowed choices are en, zh/],
    [['score', 'tea-account', '--all'], /name one contract, or all of them with --all, not both/],
    [['explain', 'tea-account'], /There is no contract "tea-account"/],
    [['simulate', 'tea-account'], /^error: missing: --from <period> --to <period>\n/],
    [['diff'], /^error: missing: <base> <head>\n/],
    [['view', 'tea-account', 'first_order', '--table', 'a.b', '--order', 'id'], /^error: missing: --customer <column> --time <column>\n/],
    [['propose'], /^error: required option '--title <text>' not specified\n/],
    [['status', '--locale', 'en,zh'], /^error: only read prints both languages at once: write --locale en or --locale zh\n/],
    [['version'], /unknown command 'version'\n\(Did you mean --version\?\)/],
    [['help', 'nonsense'], /unknown command 'nonsense'/],
    [['score', 'one', '2026-03'], /'2026-03' is one more\n\(Did you mean --period 2026-03\?\)/],
    [['verify', 'one', 'two'], /too many arguments for 'verify', which takes 1: 'two' is one more/],
    [['export', 'tea-account', '2026-01', '--xlsx', 'to.xlsx'], /'to.xlsx' is one more/],
    [['doctor', 'tea-account', '--period', '2026-01'], /^error: unknown option '--period'\n\(see concord doctor --help\)/],
  ])('%j is told on standard error, with exit code 2', async (args, said) => {
    const { code, stdout, stderr } = await runWarm(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

/** What a document of what is wrong says, in either language. */
function wrongIn(document: string) {
  const { issues } = JSON.parse(document) as {
    issues: { code: string; path: string; message: Record<'en' | 'zh', { text: string; fix: string }> }[];
  };
  return issues.map(({ code, path, message: { en, zh } }) => ({ code, path, en, zh }));
}

describe('what is typed wrongly, asked for by a program', () => {
  it.concurrent.each(COMMANDS)('%s says as an issue what people read, in both languages', async (command) => {
    const typed = [command, '--nonsense'];
    const { code, stdout, stderr } = await runWarm([...typed, '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    const [wrong, ...others] = wrongIn(stdout);
    expect({ ...wrong, others }).toMatchObject({ code: 'usage', path: `concord ${command}`, others: [] });
    expect((await runWarm([...typed, '--locale', 'en'])).stderr).toBe(`error: ${wrong?.en.text}\n(see concord ${command} --help)\n`);
    expect((await runWarm([...typed, '--locale', 'zh'])).stderr).toBe(`错误：${wrong?.zh.text}\n（见 concord ${command} --help）\n`);
  });

  it.concurrent.each([
    [['setle'], 'concord', "unknown command 'setle'", '没有命令“setle”', 'Did you mean settle? See `concord --help`.'],
    [['gate'], 'concord gate', 'give either --pr <number> or --all', '--pr <number> 与 --all 须二选一', 'See `concord gate --help`.'],
    [['propose'], 'concord propose', "required option '--title <text>' not specified", '必须写明选项“--title <text>”', null],
    [['diff'], 'concord diff', 'missing: <base> <head>', '缺少：<base> <head>', null],
    [
      ['score', '--as-of', 'x'],
      'concord',
      "option '--as-of <date>' argument 'x' is invalid. Dates are written YYYY-MM-DD, for example 2026-02-15.",
      '选项“--as-of <date>”的值“x”无效。日期写作 YYYY-MM-DD，例如 2026-02-15。',
      null,
    ],
    [['settle', '--dry-run'], 'concord settle', '--dry-run goes with --open-pr', '--dry-run 须与 --open-pr 一起使用', null],
  ])('%j', async (args, path, en, zh, fix) => {
    const { code, stdout, stderr } = await runWarm([...args, '--format=json']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    const hint = fix === null ? {} : { fix };
    expect(wrongIn(stdout)).toMatchObject([{ code: 'usage', path, en: { text: en, ...hint }, zh: { text: zh } }]);
  });

  it('what the outside refuses is a document, too', async () => {
    const { code, stdout, stderr } = await concord(goldenPlace(), 'audit', '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(wrongIn(stdout)).toMatchObject([{ code: 'forge-no-repository' }]);
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
    [['init', 'tea-account', '--template', 'wager'], 2, 'file-exists', 'contracts/tea-account/contract.yaml'],
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
      expect(stderr).toContain('no-repository');
    }
  });

  it('people without a contract yet are nothing wrong to what workflows run, and are checked', async () => {
    const place = emptyPlace();
    mkdirSync(join(place, 'contracts'));
    const people = (text: string) => writeFileSync(join(place, 'contracts/workspace.yaml'), text);
    people(
      'people: { alice: { name: Alice, github: 1, login: alice-chen }, bob: { name: Bob, github: 2 } }\ngovernance: { brand: [alice], provider: [bob] }\n',
    );
    for (const [args, says] of [
      [['check'], 'Contracts checked: 0, no issues'],
      [['verify'], 'There is no contract yet.'],
      [['codeowners'], 'wrote .github/CODEOWNERS'],
      [['forms'], '.github/ISSUE_TEMPLATE/12-correction.yml'],
      [['publish', '--dataset', 'concord'], ''],
    ] as const) {
      const { code, stdout, stderr } = await concord(place, ...args);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      expect(stdout).toContain(says);
    }
    expect(readFileSync(join(place, '.github/CODEOWNERS'), 'utf8')).toContain('* @alice-chen\n');
    people('people: 3\n');
    expect((await concord(place, 'check')).code).toBe(1);
  });
});
