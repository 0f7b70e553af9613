import { describe, expect, it } from 'vitest';
import type { CommitFiles } from '../../src/ports/forge.js';
import { mergedFiles } from '../../src/reading/merged-files.js';
import { memoryFiles } from '../memory-files.js';

function commitOf(texts: Readonly<Record<string, string>>, modes: Readonly<Record<string, string>> = {}, complete = true): CommitFiles {
  const files = memoryFiles(new Map(Object.entries(texts)));
  const items = Object.keys(texts).map((path) => ({ path, mode: modes[path] ?? '100644', sha: '0'.repeat(40) }));
  return { ...files, commit: 'c'.repeat(40), entries: async () => ({ items, complete }) };
}

const BASE = commitOf({
  'contracts/a/contract.yaml': 'a now',
  'contracts/a/events/1.yaml': 'later on main',
  'contracts/b/contract.yaml': 'b',
});

describe('files as they would be once merged', () => {
  it('are the pull request’s where it changes them, and the default branch’s elsewhere, whatever the head still has', async () => {
    const head = commitOf({
      'contracts/a/contract.yaml': 'a proposed',
      'contracts/b/contract.yaml': 'b of last month',
      'contracts/c/x': 'new',
    });
    const merged = await mergedFiles(BASE, head, new Set(['contracts/a/contract.yaml', 'contracts/c/x']));
    expect(await merged.read('contracts/a/contract.yaml')).toBe('a proposed');
    expect(await merged.read('contracts/b/contract.yaml')).toBe('b');
    expect(await merged.read('contracts/a/events/1.yaml')).toBe('later on main');
    expect(await merged.list('contracts')).toEqual([
      { name: 'a', directory: true },
      { name: 'b', directory: true },
      { name: 'c', directory: true },
    ]);
    expect(await merged.list('contracts/a')).toEqual([
      { name: 'contract.yaml', directory: false },
      { name: 'events', directory: true },
    ]);
    expect(await merged.list('nowhere')).toEqual([]);
  });

  it('are gone where the pull request removes them, folders with them', async () => {
    const merged = await mergedFiles(BASE, commitOf({}), new Set(['contracts/b/contract.yaml']));
    expect(await merged.list('contracts')).toEqual([{ name: 'a', directory: true }]);
    expect(await merged.read('contracts/b/contract.yaml')).toBeNull();
  });

  it('have no links and no submodules among them', async () => {
    const head = commitOf(
      { 'contracts/a/link': '/etc/passwd', 'contracts/a/module': 'c'.repeat(40) },
      { 'contracts/a/link': '120000', 'contracts/a/module': '160000' },
    );
    const merged = await mergedFiles(commitOf({}), head, new Set(['contracts/a/link', 'contracts/a/module']));
    expect(await merged.list('contracts')).toEqual([]);
  });

  it('are refused where a commit cannot be listed whole', async () => {
    const half = commitOf({ 'contracts/a/contract.yaml': 'a' }, {}, false);
    await expect(mergedFiles(BASE, half, new Set())).rejects.toMatchObject({
      issues: [{ code: 'files-not-listed', params: { commit: 'cccccccccccc' } }],
    });
  });
});
