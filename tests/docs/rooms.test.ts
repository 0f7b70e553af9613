import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';

/*
 * What is told of the folders of src/ against the folders: each has a page, what the pages name exists, and the table of
 * docs/architecture.md says of imports what dependency-cruiser's rules do.
 */

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const rooms = readdirSync(join(REPOSITORY, 'src'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** What of a text in backticks is not there; a place in angle brackets is anybody's. */
function absent(named: string, folder: string): boolean {
  if (named.startsWith('npm run ')) return scripts[named.split(' ')[2] ?? ''] === undefined;
  const isPath = !/[<: ]/.test(named) && /\/|\.(ts|mjs|cjs|json)$/.test(named);
  return isPath && !existsSync(join(REPOSITORY, 'src', folder, named)) && !existsSync(join(REPOSITORY, named));
}
const named = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);

describe.each(rooms)('src/%s', (room) => {
  test('has a page: what comes in, what goes out, where a change goes', () => {
    const page = read(`src/${room}/README.md`);
    expect(page).toMatch(
      new RegExp(`^# ${room}\n\n[^#*]+\n\n- \\*\\*In:\\*\\* [^*]+\n- \\*\\*Out:\\*\\* [^*]+\n- \\*\\*Change:\\*\\* [^*]+\n$`),
    );
    expect(named(page).filter((name) => absent(name, room))).toEqual([]);
  });
});

test('what CONTRIBUTING.md and the architecture name outside of examples exists', () => {
  const walks = read('CONTRIBUTING.md').replace(/^ *```[\s\S]*?^ *```$/gm, '');
  const made = new Set([...walks.matchAll(/ew\s+file\s+`([^`]+)`/g)].map(([, path]) => path));
  const architecture = read('docs/architecture.md').replace(/^```[\s\S]*?^```$/gm, '');
  expect(named(`${walks}\n${architecture.split('## How access')[0]}`).filter((name) => !made.has(name) && absent(name, ''))).toEqual([]);
});

test('every function on the way from a clause to its line is where the architecture says', () => {
  const [, way = ''] = read('docs/architecture.md').split('\n## From a clause to its line\n');
  const rows = [...(way.split('\n## ')[0] ?? '').matchAll(/^\| .* \| `([^`]+)` \| `(\w+)` \|$/gm)];
  expect(rows.length).toBeGreaterThan(10);
  const missing = rows.filter(([, file = '', name = '']) => !new RegExp(`^export (async )?function ${name}\\b`, 'm').test(read(file)));
  expect(missing.map(([row]) => row)).toEqual([]);
});

interface Rule {
  readonly from: { readonly path?: string };
  readonly to: { readonly path?: string; readonly pathNot?: string | readonly string[] };
}
const { forbidden } = createRequire(import.meta.url)(join(REPOSITORY, '.dependency-cruiser.cjs')) as { forbidden: readonly Rule[] };
const PURE = forbidden.flatMap(({ from, to }) => (from.path?.startsWith('^src/(kernel|') && to.path === undefined ? [from.path] : []));
const folders = (pattern: string) => (/^\^src\/\(([\w|-]+)\)\//.exec(pattern)?.[1] ?? '').split('|').filter((name) => name !== '');

/** What a folder may import, itself aside, where a rule lists it. */
function allowed(room: string): readonly string[] | null {
  const rule = forbidden.find(({ from, to }) => /^\^src\/([\w-]+)\//.exec(from.path ?? '')?.[1] === room && to.path === '^src/');
  const [pattern = ''] = [rule?.to.pathNot ?? ''].flat();
  return rule === undefined ? null : folders(pattern).filter((name) => name !== room);
}

test('the table of folders says what the import rules do', () => {
  const pure = folders(PURE[0] ?? '');
  expect(pure.length).toBeGreaterThan(10);
  const rows = [...read('docs/architecture.md').matchAll(/^\| \[`src\/([\w-]+)\/`\].* \| ([^|]*) \|$/gm)];
  expect(rows.map(([, room]) => room).toSorted()).toEqual(rooms.toSorted());
  for (const [, room = '', cell = ''] of rows) {
    const rule = allowed(room);
    if (rule === null || room === 'generated') continue;
    const told = cell.split(', ').flatMap((name) => (name === 'the pure folders' ? pure : name));
    const listed = told.filter((name) => name !== 'nothing of ours' && !name.includes('`'));
    expect(listed.toSorted(), room).toEqual(rule.toSorted());
  }
});
