import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { issueSections } from '../../src/report/changes-comment.js';
import { MOST_CHARACTERS } from '../../src/report/comment-sections.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { emptyPlace } from '../e2e/place.js';
import { changesOf, filesWith, ROOT, saidOf } from '../report/changed-terms.js';
import { BOTH, bodyOf, intrusions } from '../report/hostile-comment.js';
import { runCli } from '../run-cli.js';

/* What one party's text and files make the other's reader see, by the inputs that went wrong at 0.1.0 and what they stand for. */

const input = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const VIEWS = [
  'abort-process',
  'clock',
  'leak-by-error',
  'log-to-stdout',
  'never-ends',
  'read-undeclared-parquet',
  'write-ambiguous',
  'write-into-refunds',
];

describe('a comment on a pull request', () => {
  const [OLD] = filesWith().get(`${ROOT}/views/paid_orders.duckdb.sql`)?.split('\n').slice(-2) ?? [];

  test.each(VIEWS)('shows the view %s line by line, and does nothing else', (name) => {
    const sql = input(`views/${name}.duckdb.sql`);
    const edit = [["WHERE state = 'paid'\n", sql]] as const;
    expect(OLD).toBe("WHERE state = 'paid'");
    const said = saidOf([], edit);
    expect(said[2]).toBe("- − 3: `WHERE state = 'paid'`");
    const lines = sql.trimEnd().split('\n');
    lines.forEach((line, index) => {
      const [word = ''] = /\w+/.exec(line) ?? [];
      expect(said[3 + index]).toMatch(new RegExp(`^- \\\\\\+ ${3 + index}: .*${word}`));
    });
    expect(said).toHaveLength(3 + lines.length);
    const body = bodyOf(changesOf(edit));
    expect(intrusions(body)).toEqual([]);
    expect(body.length).toBeLessThan(MOST_CHARACTERS);
  });

  test.each([
    ['contract-33696-unknown-fields', 'contract.yaml'],
    ['definitions-doubling-34', 'definitions.yaml'],
  ])('of the issues of %s stays below the limit of a comment and says what was cut', (name, file) => {
    const files = filesWith();
    files.set(`${ROOT}/${file}`, input(`contracts/${name}.yaml`));
    const { issues } = loadContract('acme-linkstar', files);
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    const body = bodyOf(issueSections(issues, BOTH));
    expect(body.length).toBeLessThan(MOST_CHARACTERS);
    expect(intrusions(body)).toEqual([]);
  });
});

describe('links and pipes', () => {
  test('are followed nowhere below a root, neither for reading nor for listing nor for writing', async () => {
    const place = emptyPlace();
    const outside = join(place, 'outside');
    const root = join(place, 'root');
    mkdirSync(join(root, 'contracts/real'), { recursive: true });
    mkdirSync(outside);
    writeFileSync(join(outside, 'contract.yaml'), 'SECRET');
    writeFileSync(join(root, 'contracts/real/contract.yaml'), 'ours');
    symlinkSync(join(outside, 'contract.yaml'), join(root, 'contracts/real/definitions.yaml'));
    symlinkSync(outside, join(root, 'contracts/linked'));
    symlinkSync(join(root, 'contracts/real'), join(root, 'contracts/again'));
    execFileSync('mkfifo', [join(root, 'contracts/real/pipe.yaml')]);
    const files = localFiles(root);
    expect(await files.read('contracts/real/contract.yaml')).toBe('ours');
    for (const path of ['real/definitions.yaml', 'linked/contract.yaml', 'again/contract.yaml', 'real/pipe.yaml', 'real'])
      expect([path, await files.read(`contracts/${path}`)]).toEqual([path, null]);
    expect(await files.list('contracts')).toEqual([{ name: 'real', directory: true }]);
    expect(await files.list('contracts/linked')).toEqual([]);
    expect(await files.list('contracts/real')).toEqual([{ name: 'contract.yaml', directory: false }]);
    for (const path of ['contracts/linked/x.yaml', 'contracts/real/definitions.yaml', 'contracts/real/pipe.yaml'])
      await expect(files.write(path, 'x')).rejects.toThrow('no plain file');
    expect(readFileSync(join(outside, 'contract.yaml'), 'utf8')).toBe('SECRET');
  });

  test('do not keep a check waiting, and nothing of what they lead to is shown', async () => {
    const root = emptyPlace();
    const made = filesWith();
    for (const folder of ['contracts/acme-linkstar/views', 'contracts/acme-linkstar/events'])
      mkdirSync(join(root, folder), { recursive: true });
    for (const [path, text] of made) if (!path.endsWith('definitions.yaml')) writeFileSync(join(root, path), text);
    symlinkSync('/etc/passwd', join(root, `${ROOT}/definitions.yaml`));
    execFileSync('mkfifo', [join(root, `${ROOT}/events/2026-02-01-pipe.yaml`)]);
    const { code, stdout, stderr } = await runCli(['check', '--root', root]);
    expect(code).toBe(1);
    expect(stdout).toContain('definitions.yaml:1:1 error file-missing');
    expect(stdout + stderr).not.toContain('root:');
  });
});

describe('in a workflow', () => {
  const HOSTILE = '::add-mask::3000 ##[add-mask]3000\r::error::x';
  const commands = (output: string) => output.split(/\r\n|\r|\n/).filter((line) => /^\s*::/.test(line) || line.includes('##['));

  test.each([
    ['en', 'pretty'],
    ['zh', 'pretty'],
    ['en', 'markdown'],
    ['zh', 'json'],
  ])('no line that is printed is a command: %s, %s', async (locale, format) => {
    const [base, head] = [emptyPlace(), emptyPlace()];
    for (const [root, files] of [
      [base, filesWith()],
      [
        head,
        filesWith([
          ['title: Base', `title: ${JSON.stringify(HOSTILE)}`],
          ["= 'paid'\n", "= 'paid'\n::error::stopped\n  ##[add-mask]3000\n"],
        ]),
      ],
    ] as const) {
      mkdirSync(join(root, `${ROOT}/views`), { recursive: true });
      for (const [path, text] of files) writeFileSync(join(root, path), text);
    }
    const options = ['--locale', locale, '--format', format];
    const runs = [
      await runCli(['diff', base, head, ...options], { GITHUB_ACTIONS: 'true' }),
      await runCli(['check', '--root', head, ...options], { GITHUB_ACTIONS: 'true' }),
      await runCli(['score', HOSTILE, '--root', head, ...options], { GITHUB_ACTIONS: 'true' }),
      await runCli([`--${HOSTILE}`, ...options], { GITHUB_ACTIONS: 'true' }),
      await runCli(['check', '--root', head, '--as-of', HOSTILE, ...options], { GITHUB_ACTIONS: 'true' }),
    ];
    for (const { stdout, stderr } of runs) expect(commands(stdout + stderr)).toEqual([]);
    const [diffed] = runs;
    expect(diffed?.stdout).toContain('add-mask');
    if (format === 'json') expect(JSON.stringify(JSON.parse(diffed?.stdout ?? ''))).toContain('##[add-mask]3000');
  });
});
