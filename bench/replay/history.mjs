import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a folder of contracts a git repository in which each statement came with a commit of its own, as settlements are merged; the
 * contracts' texts and events came with the first one.
 */
export async function withHistory(root) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  const commits = groupBy(files, (path) => /^(contracts\/[^/]+\/ledger\/[^/]+)\//.exec(path)?.[1] ?? '');
  // Month by month, as time goes on.
  const order = [...commits.keys()].sort((a, b) => (monthOf(a) < monthOf(b) ? -1 : monthOf(a) > monthOf(b) ? 1 : a < b ? -1 : 1));
  await git(root, ['init', '-q', '-b', 'main']);
  await git(root, ['fast-import', '--quiet'], stream(root, order, commits));
}

function monthOf(folder) {
  return folder.slice(-'2026-01'.length);
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(value);
  }
  return groups;
}

function* stream(root, order, commits) {
  for (const [at, folder] of order.entries()) {
    yield `commit refs/heads/main\ncommitter Bench <bench@example.com> ${1_700_000_000 + at} +0000\n${data(Buffer.from(folder))}`;
    for (const path of commits.get(folder)) {
      const bytes = readFileSync(join(root, path));
      yield `M 100644 inline ${path}\ndata ${bytes.length}\n`;
      yield bytes;
      yield '\n';
    }
  }
}

function data(bytes) {
  return `data ${bytes.length}\n${bytes}\n`;
}

async function git(root, args, input = []) {
  const child = spawn('git', ['-C', root, ...args], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'close');
  for (const part of input) if (!child.stdin.write(part)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
}
