import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPOSITORY, runCli } from '../../run-cli.js';
import { type Github, startGithub } from '../loopback/start-github.js';

/* Chapter 13 as its reader goes through it: its workspace, its commands, and what they print. */

const chapter = (locale: 'en' | 'zh') => readFileSync(join(REPOSITORY, `docs/guide/13-setting-up-github.${locale}.md`), 'utf8');
const blocks = (text: string, of: string) =>
  [...text.matchAll(/```(\w*)\n([\s\S]*?)```/g)].flatMap(([, language, body = '']) => (language === of ? [body] : []));
const [people = '', app = ''] = blocks(chapter('en'), 'yaml');

let github: Github;
let root: string;

beforeAll(async () => {
  github = await startGithub({
    repository: 'acme/kpis',
    people: [
      { login: 'alice-chen', id: 583231, role: 'write' },
      { login: 'boblinkstar', id: 7781920, role: 'write' },
      { login: 'root', id: 31, role: 'admin' },
    ],
    files: { 'contracts/workspace.yaml': people },
  });
  root = mkdtempSync(join(tmpdir(), 'concord-chapter-13-'));
  mkdirSync(join(root, 'contracts'));
  for (const folder of ['rulesets', 'ISSUE_TEMPLATE'])
    cpSync(join(REPOSITORY, '.github', folder), join(root, '.github', folder), { recursive: true });
  writeFileSync(join(root, 'contracts/workspace.yaml'), `${people}${app}`);
});
afterAll(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

const concord = (line: string) => runCli([...line.split(' '), '--root', root], { ...github.environment('root'), COLUMNS: '100' });

/** The lines that a chapter shows, one after the other among those printed; `…` stands for what it leaves out. */
function expectShown(text: string, printed: string): void {
  const lines = printed.split('\n');
  let from = 0;
  for (const line of text.split('\n').filter((each) => each !== '…' && each !== '')) {
    expect(lines.slice(from), line).toContain(line);
    from = lines.indexOf(line, from) + 1;
  }
}

test('owners are written before there is a contract', async () => {
  expect(await concord('codeowners')).toMatchObject({ code: 0, stdout: 'wrote .github/CODEOWNERS\n' });
});

test.each(['en', 'zh'] as const)('what is missing is shown (%s)', async (locale) => {
  const { code, stdout } = await concord(`setup github --locale ${locale}`);
  expect(code).toBe(1);
  const shown = blocks(chapter(locale), '').find((body) => body.includes('acme/kpis')) ?? '';
  expect(shown.split('\n').length).toBeGreaterThan(20);
  expectShown(shown, stdout);
});

test('the commands do all but the key, and what stays to do is the command that the chapter names', async () => {
  const typed = chapter('en').match(/^(?:concord|gh) .*$/gm) ?? [];
  const apply = typed.find((line) => line.includes('--apply')) ?? '';
  const { code, stdout } = await concord(apply.replace('concord ', ''));
  expect(code).toBe(1);
  expect(stdout).toContain('Set-up of acme/kpis · 1 of 23 open');
  const key = typed.find((line) => line.startsWith('gh secret')) ?? '';
  expect(stdout).toContain(`\n  ${key.split('    #')[0]}\n`);
  const again = await concord(apply.replace('concord ', ''));
  expect(again.stdout).not.toContain('── Changed');
});
