import { describe, expect, it } from 'vitest';
import { foldersOf, pathsApart } from '../../src/kernel/folders.js';

describe('folders of a list of files', () => {
  it('have their entries by name, each once', () => {
    expect([...foldersOf(['b/x.csv', 'c.txt', 'b/c/y.csv', 'a.txt'])]).toEqual([
      [
        '',
        [
          { name: 'a.txt', directory: false },
          { name: 'b', directory: true },
          { name: 'c.txt', directory: false },
        ],
      ],
      [
        'b',
        [
          { name: 'c', directory: true },
          { name: 'x.csv', directory: false },
        ],
      ],
      ['b/c', [{ name: 'y.csv', directory: false }]],
    ]);
  });

  it('are none where there is no file', () => {
    expect(foldersOf([]).size).toBe(0);
  });
});

describe('entries of one path', () => {
  it('are told apart by slashes that no file can have', () => {
    const entries = [
      { path: 'a/b', id: 1 },
      { path: 'a/b', id: 2 },
      { path: 'c', id: 3 },
      { path: 'a/b', id: 4 },
      { path: 'c', id: 5 },
    ];
    expect(pathsApart(entries)).toEqual([
      { path: 'a/b', id: 1 },
      { path: 'a//b', id: 2 },
      { path: 'c', id: 3 },
      { path: 'a///b', id: 4 },
      { path: '/c', id: 5 },
    ]);
  });

  it('are themselves where there is one of each', () => {
    const entries = [{ path: 'a' }, { path: 'b' }];
    expect(pathsApart(entries).map((entry, at) => entry === entries[at])).toEqual([true, true]);
  });
});
