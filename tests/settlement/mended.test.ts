import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import type { Issue } from '../../src/kernel/issue.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { LEDGER_ISSUES } from '../../src/words/ledger-issues.js';
import { contextFor } from '../in-process.js';
import { wordsOf } from '../issue-words.js';
import { commit, copiesOfClone, FOLDER, git, PAYMENT, put, settle, shown, verified } from './clone.js';

/*
 * What `verify` tells to do about a finding, done just as it is told: then all is right. Each change is one finding, and the file, folder or
 * event that it names is the one that was changed.
 */
const LEDGER = `${FOLDER}/ledger`;
const EVENT = `${FOLDER}/events/2026-02-03-paid.yaml`;

const { copy } = copiesOfClone('mended');

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

function edit(folder: string, path: string, change: (text: string) => string): void {
  const before = read(folder, path);
  expect(change(before)).not.toBe(before);
  put(folder, path, change(before));
}

const move = (folder: string, from: string, to: string): void => renameSync(join(folder, from), join(folder, to));

/** Each way of telling what to do, and that. */
const WAYS: readonly (readonly [RegExp, (folder: string, issue: Issue, ...words: readonly string[]) => void])[] = [
  [
    /^Rename the folder (\S+) to (\S+), and commit that where the other name was committed\.$/,
    (folder, _, from = '', to = '') => {
      move(folder, from, to);
      if (git(folder, 'ls-files', from) !== '') commit(folder, 'Named as it was');
    },
  ],
  [
    /^Rename (\S+) back to (\S+), and commit that where the other name was committed\.$/,
    (folder, _, from = '', to = '') => {
      move(folder, from, to);
      if (git(folder, 'ls-files', from) !== '') commit(folder, 'Named as it was');
    },
  ],
  [
    /^Move the files from (\S+) back to (\S+), and commit that where the other place was committed\.$/,
    (folder, _, from = '', to = '') => {
      const isCommitted = git(folder, 'ls-files', from) !== '';
      mkdirSync(join(folder, to), { recursive: true });
      for (const name of readdirSync(join(folder, from))) move(folder, `${from}/${name}`, `${to}/${name}`);
      rmSync(join(folder, from), { recursive: true });
      if (isCommitted) commit(folder, 'Where they were');
    },
  ],
  [
    /^Rename the file to the day on which it is filed\./,
    (folder, { at }) => move(folder, at.path, at.path.replace('2026-02-04', '2026-04-30')),
  ],
  [/^Restore the folder (\S+) from version control: `(git checkout HEAD -- \S+)` where its removal is not committed\.$/, restored],
  [
    /^Restore the folder (\S+) from version control\. Where it never was the folder of a settled period it is a copy: remove it\.$/,
    restored,
  ],
  [
    /^Restore the whole folder of (\S+) from version control\. Where it was never committed, remove what stands there\.$/,
    (folder, issue, period) => restored(folder, issue, `${LEDGER}/${period}`),
  ],
  [/^Restore the (?:event )?file(?: from version control)?\b/, (folder, issue) => restored(folder, issue, issue.at.path)],
  [
    /^Remove it\.$/,
    (folder, { at }) => {
      rmSync(join(folder, at.path), { recursive: true });
      if (git(folder, 'ls-files', at.path) !== '') commit(folder, 'Removed');
    },
  ],
  [/Run: `([^`]+)`\. Where /, (folder, _, command = '') => execFileSync('sh', ['-c', command], { cwd: folder })],
  [
    /`(git checkout \S+~1 -- [^`]+)`/,
    (folder, _, command = '') => {
      git(folder, ...command.split(' ').slice(1));
      commit(folder, 'As it was');
    },
  ],
  [
    /^Commit it: `([^`]+)`$/,
    (folder, _, command = '') =>
      execFileSync('sh', ['-c', `git config user.name A; git config user.email a@example.com; ${command}`], { cwd: folder }),
  ],
  [/^Take it from the commit: `(git checkout HEAD -- [^`]+)`$/, (folder, _, command = '') => git(folder, ...command.split(' ').slice(1))],
  [
    /^While no statement has counted it: remove this file, file the event anew under the day on which it is filed/,
    (folder, { at }) => {
      git(folder, 'mv', at.path, at.path.replace(/\d{4}-\d\d-\d\d/, '2026-05-01'));
      commit(folder, 'Filed anew');
    },
  ],
];

function restored(folder: string, _: Issue, path = ''): void {
  rmSync(join(folder, path), { recursive: true, force: true });
  const [first = ''] = git(folder, 'rev-list', '--max-count=1', '--grep=Settled', 'HEAD').split('\n');
  // the last commit of a settlement: what it has not was never the folder of a settled period
  if (git(folder, 'ls-tree', '-r', '--name-only', first, '--', path) !== '') git(folder, 'checkout', first, '--', path);
  else if (git(folder, 'ls-files', path) !== '') commit(folder, 'Removed');
}

function apply(folder: string, issue: Issue): void {
  const fix = wordsOf(issue, 'en').fix ?? '';
  expect(wordsOf(issue, 'zh').fix ?? '').toMatch(/^[^{}]+$/);
  for (const [told, work] of WAYS) {
    const words = told.exec(fix);
    if (words === null) continue;
    work(folder, issue, ...words.slice(1));
    return;
  }
  throw new Error(`nobody knows how to: ${fix}`);
}

interface Break {
  /** What is wrong, the cause alone. */
  readonly causes: readonly string[];
  readonly spoil: (folder: string) => void | Promise<void>;
  /** Whether the history is looked at: without it nothing but the bytes tells. */
  readonly git?: boolean;
}

const inFile = (cause: string, path: string, change: (text: string) => string): Break => ({
  causes: [`${cause} ${path}`],
  spoil: (folder) => edit(folder, path.startsWith('events/') ? `${FOLDER}/${path}` : `${LEDGER}/${path}`, change),
});
const digit = (field: string) => (text: string) =>
  text.replace(new RegExp(`("${field}": "sha256:)(.)`), (_, a: string, b: string) => a + (b === '0' ? '1' : '0'));
const half = (text: string) => text.slice(0, text.length / 2);

/** Two events that statements have counted. */
async function withTwoEvents(folder: string): Promise<void> {
  put(folder, `${FOLDER}/events/2026-05-01-paid.yaml`, PAYMENT.replace('A-1', 'A-2'));
  commit(folder, 'Paid again');
  await settle(folder, '2026-05-06');
  commit(folder, 'Settled as of 2026-05-06');
}

async function withoutEvents(folder: string): Promise<void> {
  await withTwoEvents(folder);
  rmSync(join(folder, FOLDER, 'events'), { recursive: true });
}

const BREAKS: Readonly<Record<string, Break>> = {
  'a number of the evidence': inFile('ledger-digest', '2026-02/evidence.json', (text) => text.replace('"800"', '"801"')),
  'an amount': inFile('ledger-replay-differs', '2026-02/statement.json', (text) => text.replaceAll('"40.00"', '"41.00"')),
  'the digest of the terms in a statement': inFile('ledger-digest', '2026-02/statement.json', digit('termsDigest')),
  'the digest of the evidence in a statement': inFile('ledger-digest', '2026-02/statement.json', digit('evidenceDigest')),
  'the name of an event in a statement': inFile('ledger-digest', '2026-03/statement.json', (text) =>
    text.replace('-paid.yaml', '-padi.yaml'),
  ),
  'the digest of an event in a statement': inFile('ledger-digest', '2026-03/statement.json', (text) =>
    text.replace(/("events": \[\s*\{\s*"digest": "sha256:)(.)/, (_, a: string, b: string) => a + (b === '0' ? '1' : '0')),
  ),
  'a word of a page': inFile('ledger-statement-text', '2026-02/statement.md', (text) => text.replace('Acme', 'Acne')),
  'one line end more': inFile('ledger-formatting', '2026-02/evidence.json', (text) => `${text}\n`),
  'half a statement': inFile('ledger-not-json', '2026-02/statement.json', half),
  'where it came from': inFile('ledger-provenance', '2026-02/statement.json', (text) =>
    text.replace(/"engine": "[^"]+"/, '"engine": "9.9.9"'),
  ),
  'its day': inFile('ledger-replay-differs', '2026-02/statement.json', (text) =>
    text.replace('"asOf": "2026-03-06"', '"asOf": "2026-03-01"'),
  ),
  'all line ends': {
    causes: ['ledger-line-ends 2026-01/evidence.json'],
    spoil: (folder) => {
      for (const period of ['2026-01', '2026-02', '2026-03'])
        for (const name of ['terms.json', 'evidence.json', 'statement.json', 'statement.md'])
          edit(folder, `${LEDGER}/${period}/${name}`, (text) => text.replaceAll('\n', '\r\n'));
    },
  },
  'no evidence': {
    causes: ['ledger-file-missing 2026-02/evidence.json'],
    spoil: (folder) => rmSync(join(folder, LEDGER, '2026-02/evidence.json')),
  },
  'no folder': {
    causes: ['ledger-gap 2026-02/statement.json'],
    spoil: (folder) => rmSync(join(folder, LEDGER, '2026-02'), { recursive: true }),
  },
  'a folder of another name': {
    causes: ['ledger-misplaced 2026-2/statement.json'],
    spoil: (folder) => move(folder, `${LEDGER}/2026-02`, `${LEDGER}/2026-2`),
  },
  'the first folder under the name of a later period': {
    causes: ['ledger-misplaced 2026-11/statement.json'],
    spoil: (folder) => move(folder, `${LEDGER}/2026-01`, `${LEDGER}/2026-11`),
  },
  'the folder of the contract under another name': {
    causes: ['ledger-misplaced contracts/acme/2026-01/statement.json'],
    spoil: (folder) => move(folder, FOLDER, 'contracts/acme'),
  },
  'the last folder twice': {
    causes: ['ledger-of-another 2026-04/statement.json'],
    spoil: (folder) => cpSync(join(folder, LEDGER, '2026-03'), join(folder, LEDGER, '2026-04'), { recursive: true }),
  },
  'a folder kept beside the others': {
    causes: ['ledger-of-another 2026-01-old/statement.json'],
    spoil: (folder) => cpSync(join(folder, LEDGER, '2026-01'), join(folder, LEDGER, '2026-01-old'), { recursive: true }),
  },
  'two statements in each other’s place': {
    causes: ['ledger-of-another 2026-01/statement.json', 'ledger-of-another 2026-02/statement.json'],
    spoil: (folder) => {
      const [first, second] = ['2026-01', '2026-02'].map((period) => `${LEDGER}/${period}/statement.json`);
      const [a, b] = [read(folder, first ?? ''), read(folder, second ?? '')];
      put(folder, first ?? '', b);
      put(folder, second ?? '', a);
    },
  },
  'a file beside the folders': { causes: ['ledger-file-unknown .DS_Store'], spoil: (folder) => put(folder, `${LEDGER}/.DS_Store`, '\0') },
  'a file in a folder': {
    causes: ['ledger-file-unknown 2026-02/note.txt'],
    spoil: (folder) => put(folder, `${LEDGER}/2026-02/note.txt`, 'x'),
  },
  'a folder of other things': {
    causes: ['ledger-file-unknown notes'],
    spoil: (folder) => {
      for (const name of ['a.txt', 'b.txt']) put(folder, `${LEDGER}/notes/${name}`, 'x');
    },
  },
  'an event that is damaged': inFile('ledger-event-unreadable', 'events/2026-02-03-paid.yaml', (text) =>
    text.replace('reference', 'referencb'),
  ),
  'an event that is edited': inFile('ledger-event-changed', 'events/2026-02-03-paid.yaml', (text) => text.replace('100', '900')),
  'an event that is gone': { causes: ['ledger-event-missing events/2026-02-03-paid.yaml'], spoil: (folder) => rmSync(join(folder, EVENT)) },
  'an event of another name': {
    causes: ['ledger-event-renamed events/2026-02-03-paid.yaml'],
    spoil: (folder) => move(folder, EVENT, `${FOLDER}/events/2026-01-03-wire.yaml`),
  },
  'an event under a name that no event has': {
    causes: ['ledger-event-renamed events/2026-02-03-paid.yaml'],
    spoil: (folder) => move(folder, EVENT, `${FOLDER}/paid.yml`),
  },
  'an event renamed in a commit': {
    causes: ['ledger-event-renamed events/2026-02-03-paid.yaml'],
    spoil: (folder) => {
      git(folder, 'mv', EVENT, `${FOLDER}/events/2026-01-03-wire.yaml`);
      commit(folder, 'Tidy up');
    },
    git: true,
  },
  'all events': { causes: ['ledger-events-gone events'], spoil: withoutEvents },
  'all events in a commit': {
    causes: ['ledger-removed events'],
    spoil: async (folder) => {
      await withoutEvents(folder);
      commit(folder, 'Tidy up');
    },
    git: true,
  },
  'all events in another folder': {
    causes: ['ledger-events-moved events'],
    spoil: async (folder) => {
      await withTwoEvents(folder);
      move(folder, `${FOLDER}/events`, `${FOLDER}/event`);
    },
  },
  'all events in a folder below, in a commit': {
    causes: ['ledger-events-moved events'],
    spoil: async (folder) => {
      await withTwoEvents(folder);
      move(folder, `${FOLDER}/events`, `${FOLDER}/2026`);
      mkdirSync(join(folder, FOLDER, 'events'));
      move(folder, `${FOLDER}/2026`, `${FOLDER}/events/2026`);
      commit(folder, 'Tidy up');
    },
    git: true,
  },
  'a ledger under another name in a commit': {
    causes: ['ledger-removed ledger'],
    spoil: (folder) => {
      git(folder, 'mv', LEDGER, `${LEDGER}s`);
      commit(folder, 'Tidy up');
    },
    git: true,
  },
  'the whole contract in a commit': {
    causes: [`ledger-removed ${FOLDER}`],
    spoil: (folder) => {
      git(folder, 'rm', '-q', '-r', FOLDER);
      commit(folder, 'Over');
    },
    git: true,
  },
  'a copy of an event, set aside and taken away again': {
    causes: [],
    spoil: async (folder) => {
      const copy = `${FOLDER}/events/2026-02-20-wire.yaml`;
      put(folder, copy, PAYMENT);
      commit(folder, 'Paid, once more');
      await settle(folder, '2026-05-06');
      commit(folder, 'Settled as of 2026-05-06');
      expect(read(folder, `${LEDGER}/2026-04/statement.json`)).not.toContain('wire');
      rmSync(join(folder, copy));
      commit(folder, 'Removed, as the check says');
    },
    git: true,
  },
  'a change in the checkout': {
    ...inFile('ledger-not-as-committed', '2026-02/statement.md', (text) => text.replace('Acme', 'Acne')),
    git: true,
  },
  'a change in a commit': {
    causes: ['ledger-rewritten 2026-02/statement.md'],
    spoil: (folder) => {
      edit(folder, `${LEDGER}/2026-02/statement.md`, (text) => text.replace('Acme', 'Acne'));
      commit(folder, 'Typo');
    },
    git: true,
  },
  'a folder renamed in a commit': {
    causes: ['ledger-misplaced 2026-2/statement.json'],
    spoil: (folder) => {
      move(folder, `${LEDGER}/2026-02`, `${LEDGER}/2026-2`);
      commit(folder, 'Tidy up');
    },
    git: true,
  },
  'a copy in a commit': {
    causes: ['ledger-of-another 2026-04/statement.json'],
    spoil: (folder) => {
      cpSync(join(folder, LEDGER, '2026-03'), join(folder, LEDGER, '2026-04'), { recursive: true });
      commit(folder, 'April');
    },
    git: true,
  },
  'a file beside the folders in a commit': {
    causes: ['ledger-file-unknown .DS_Store'],
    spoil: (folder) => {
      put(folder, `${LEDGER}/.DS_Store`, 'x');
      commit(folder, 'Notes');
    },
    git: true,
  },
  'a folder removed in a commit': {
    causes: ['ledger-removed 2026-02'],
    spoil: (folder) => {
      git(folder, 'rm', '-q', '-r', `${LEDGER}/2026-02`);
      commit(folder, 'Tidy up');
    },
    git: true,
  },
  'a file that a commit changed, put back and not committed': {
    causes: ['ledger-put-back 2026-02/evidence.json'],
    spoil: (folder) => {
      edit(folder, `${LEDGER}/2026-02/evidence.json`, (text) => text.replace('"800"', '"801"'));
      commit(folder, 'Edited');
      git(folder, 'checkout', 'HEAD~1', '--', `${LEDGER}/2026-02/evidence.json`);
    },
    git: true,
  },
  'a folder that a commit removed, put back and not committed': {
    causes: ['ledger-put-back 2026-03'],
    spoil: (folder) => {
      rmSync(join(folder, LEDGER, '2026-03'), { recursive: true });
      commit(folder, 'Gone');
      git(folder, 'checkout', 'HEAD~1', '--', `${LEDGER}/2026-03`);
    },
    git: true,
  },
  'an event that a commit removed, put back and not committed': {
    causes: ['ledger-put-back events/2026-02-03-paid.yaml'],
    spoil: (folder) => {
      rmSync(join(folder, EVENT));
      commit(folder, 'Gone');
      git(folder, 'checkout', 'HEAD~1', '--', EVENT);
    },
    git: true,
  },
  'an event dated back that no commit has': {
    causes: ['event-dated-back-here events/2026-02-04-wire.yaml'],
    spoil: (folder) => put(folder, `${FOLDER}/events/2026-02-04-wire.yaml`, PAYMENT.replace('A-1', 'A-2')),
    git: true,
  },
  'an event dated back': {
    causes: ['event-dated-back events/2026-02-04-wire.yaml'],
    spoil: (folder) => {
      put(folder, `${FOLDER}/events/2026-02-04-wire.yaml`, PAYMENT.replace('A-1', 'A-2'));
      commit(folder, 'Wire');
    },
    git: true,
  },
};

describe('the remedy of a finding ends in all right', () => {
  test.each(Object.entries(BREAKS))('%s', async (_, { causes, spoil, git: withGit = false }) => {
    const folder = copy();
    await spoil(folder);
    const found = await verified(folder, withGit);
    expect(found.causes).toEqual(causes);
    for (const cause of found.causes) {
      const told = found.all.find((each) => shown(each) === cause);
      if (told !== undefined) apply(folder, told);
    }
    const after = await verified(folder, withGit);
    expect(after).toMatchObject({ code: 0, issues: [] });
    expect(existsSync(join(folder, LEDGER, '2026-03/statement.json'))).toBe(true);
  });

  test('of every code that has one which is not for the parties to agree on', () => {
    const applied = new Set(Object.values(BREAKS).flatMap(({ causes }) => causes.map((cause) => cause.split(' ')[0] ?? '')));
    const restore = LEDGER_ISSUES['ledger-digest'].fix.en;
    // Of statements that were made anew as a whole (forgeries.test.ts): the remedy is the same as of a changed digest.
    const left = Object.entries(LEDGER_ISSUES).filter(([code, { fix }]) => !applied.has(code) && fix.en !== restore);
    expect(left.map(([code]) => code)).toEqual([
      // another statement was agreed on, or another text: that is for both to say
      'ledger-event-ignored',
      // warnings, and what was meant is for the parties to say (dated-back.test.ts)
      'filed-event-removed',
      'dated-back-event-removed',
      'filed-event-edited',
      'ledger-terms-text',
      // what the check tells of a contract and its events, not of a ledger
      'dispute-too-late',
      'line-not-listed',
      'statement-without-lines',
      'resolution-pays-twice',
      'settled-currency-changed',
      'settled-calendar-changed',
    ]);
  });
});

test('line ends mean nothing in an event, in the folder as in a commit', async () => {
  const folder = copy();
  edit(folder, EVENT, (text) => text.replaceAll('\n', '\r\n'));
  expect(await verified(folder)).toMatchObject({ code: 0, issues: [] });
  commit(folder, 'Saved by another editor');
  expect(await verified(folder)).toMatchObject({ code: 0, issues: [] });
  edit(folder, EVENT, (text) => text.replace('100', '900'));
  commit(folder, 'Edited');
  expect((await verified(folder)).causes).toEqual(['ledger-rewritten events/2026-02-03-paid.yaml']);
});

test('of a folder that comes back in part the rest is still to be put back', async () => {
  const folder = copy();
  const files = ['evidence.json', 'statement.json'].map((name) => `${LEDGER}/2026-03/${name}`);
  for (const file of files) rmSync(join(folder, file));
  commit(folder, 'Gone');
  git(folder, 'checkout', 'HEAD~1', '--', ...files.slice(1));
  expect((await verified(folder)).causes).toEqual(['ledger-removed 2026-03/evidence.json', 'ledger-put-back 2026-03/statement.json']);
});

test('what was put back stops no settlement', async () => {
  const folder = copy();
  edit(folder, `${LEDGER}/2026-02/evidence.json`, (text) => text.replace('"800"', '"801"'));
  commit(folder, 'Edited');
  git(folder, 'checkout', 'HEAD~1', '--', `${LEDGER}/2026-02/evidence.json`);
  const context = contextFor({ root: folder, asOf: '2026-05-06' });
  const { ended } = await settleDue(context, { contract: null, period: null, preview: false, history: gitHistory(folder) });
  expect(ended).toBe(0);
});

test('an event dated back that a statement has counted stays: without it that one could not be replayed', async () => {
  const folder = copy();
  put(folder, `${FOLDER}/events/2026-02-04-wire.yaml`, PAYMENT.replace('A-1', 'A-2'));
  commit(folder, 'Wire');
  const found = await verified(folder);
  const told = found.all.find(({ code }) => code === 'event-dated-back');
  for (const [locale, words] of [
    ['en', 'Once a statement has counted it, the file stays'],
    ['zh', '已有结算单计入的：请保留此文件'],
  ] as const)
    expect(told === undefined ? '' : wordsOf(told, locale).fix).toContain(words);
});
