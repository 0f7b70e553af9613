import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleTables } from '../../src/sample/sample-data.js';
import { stateAt } from '../../src/sample/timed-table.js';
import { REPOSITORY, runCli } from '../run-cli.js';

/** Arguments of every `npx concord` of the first example after a heading, without the comments beside them. */
function commandsAfter(file: string, heading: string): string[][] {
  const [, section = ''] = readFileSync(join(REPOSITORY, file), 'utf8').split(heading);
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  const lines = block.replace(/\\\n/g, ' ').split('\n');
  return lines.flatMap((line) => {
    const [, typed] = /^npx concord (.*?)\s*(?:\s#.*)?$/.exec(line) ?? [];
    return typed === undefined ? [] : [[...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')];
  });
}

const commands = commandsAfter('README.md', '## Your first contract\n');

test('both readmes begin a contract by the same commands', () => {
  expect(commands.length).toBeGreaterThan(8);
  expect(commandsAfter('README.zh.md', '## 第一份合同\n')).toEqual(commands);
});

test('the first contract of the readme runs as it is printed, on the data that demo leaves', async () => {
  const root = mkdtempSync(join(tmpdir(), 'concord-readme-'));
  const data = join(root, 'trial/data');
  for (const [path, text] of stateAt(sampleTables(), '2027-04-15')) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  const [demo, ...others] = commands;
  expect(demo).toEqual(['demo', '--into', 'trial']);
  const said = new Map<string, string>();
  for (const command of others) {
    const { code, stdout, stderr } = await runCli([...command.map((word) => (word === 'trial/data' ? data : word)), '--root', root]);
    expect({ command, code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining(' error ') });
    said.set(command[0] ?? '', stdout);
  }
  expect(said.get('doctor')).toContain('all is well');
  expect(said.get('plan')).toContain('SELECT');
  expect(said.get('score')).toContain('Would pay USD');
  expect(said.get('settle')).toContain('Written: 2026-01 in contracts/acme-agency/ledger/2026-01/');
  expect(said.get('verify')).toContain('acme-agency: 1 statement replayed to the same bytes');
  expect(said.get('explain')).toContain('Performance bonus · reward');
  expect(said.get('view')).toContain('repeat_90_days.duckdb.sql');
}, 60_000);
