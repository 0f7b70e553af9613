import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { originOf, pageOf, repositoryIn } from '../../src/shell/git/origin.js';

test.each([
  ['https://github.com/acme/contracts.git', 'acme/contracts'],
  ['https://github.com/acme/contracts', 'acme/contracts'],
  ['https://user:token@github.example/acme/contracts/', 'acme/contracts'],
  ['git@github.com:acme/contracts.git', 'acme/contracts'],
  ['ssh://git@github.example:2222/acme/contracts.git', 'acme/contracts'],
  ['git@github.com:acme/my.contracts', 'acme/my.contracts'],
  ['https://host/group/sub/contracts.git', null],
  ['https://github.com/acme', null],
  ['../contracts', null],
  ['/srv/git/contracts.git', null],
  ['C:\\work\\contracts', null],
  ['', null],
])('the repository in %s', (url, repository) => {
  expect(repositoryIn(url)).toBe(repository);
});

test('the remote of a checkout, and none where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-origin-'));
  try {
    expect(originOf(join(folder, 'nowhere'))).toBeNull();
    execFileSync('git', ['init', '--quiet', folder]);
    expect(originOf(folder)).toBeNull();
    execFileSync('git', ['-C', folder, 'remote', 'add', 'origin', 'git@github.com:acme/contracts.git']);
    expect(originOf(folder)).toBe('acme/contracts');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['https://user:secret@github.com/acme/contracts.git', 'https://github.com/acme/contracts'],
  ['git@github.com:acme/contracts.git', 'https://github.com/acme/contracts'],
  ['ssh://git@github.example:2222/acme/contracts.git', 'https://github.example/acme/contracts'],
  ['ssh://git@ssh.github.com:443/acme/contracts.git', 'https://github.com/acme/contracts'],
  ['/srv/git/contracts.git', null],
  ['https://host"onmouseover/acme/contracts', null],
  ['https://github.com/acme/con"tracts', null],
  // An alias of ssh's settings, as people with two accounts have: what it stands for, and no link that leads nowhere.
  ['git@github-work:acme/contracts.git', 'https://github.com/acme/contracts'],
  ['ssh://git@github-work/acme/contracts.git', 'https://github.com/acme/contracts'],
  ['git@github.com-work:acme/contracts.git', null],
  ['git@somewhere:acme/contracts.git', null],
  ['https://github-work/acme/contracts.git', null],
])('the page of the remote %s, without who asks for it', (remote, page) => {
  expect(pageOf({ server: null, repository: null, remote }, (name) => (name === 'github-work' ? 'github.com' : name))).toBe(page);
});

test('ssh is asked for what an alias stands for, and one that it does not know has no page unless a repository is named', () => {
  const remote = 'git@concord-alias-that-nobody-has:acme/contracts.git';
  expect(pageOf({ server: null, repository: null, remote })).toBeNull();
  expect(pageOf({ server: null, repository: 'acme/contracts', remote })).toBe('https://github.com/acme/contracts');
});

test('a workflow and what is typed name the page before the remote does', () => {
  const remote = 'git@github.example:acme/contracts.git';
  expect(pageOf({ server: 'https://github.com', repository: 'brand/contracts', remote })).toBe('https://github.com/brand/contracts');
  expect(pageOf({ server: null, repository: 'acme/contracts', remote })).toBe('https://github.example/acme/contracts');
  expect(pageOf({ server: null, repository: 'brand/contracts', remote })).toBe('https://github.com/brand/contracts');
  expect(pageOf({ server: 'javascript:alert(1)', repository: 'brand/contracts', remote })).toBeNull();
  expect(pageOf({ server: null, repository: null, remote: null })).toBeNull();
});
