import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { diff } from '../../src/commands/run/diff.js';
import { writeEvent } from '../../src/commands/run/event.js';
import { score } from '../../src/commands/run/score.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { gitRevisions } from '../../src/shell/git/revisions.js';
import { concord, copyOf, emptyPlace, goldenPlace, snapshot } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';

/*
 * What stands in place of a file and leads elsewhere: links to files and folders outside, pipes that nobody writes to, devices that never
 * end. Nothing of it is read, nothing is written through it, and nothing waits.
 */
const SECRET = 'SECRET-OUTSIDE-4471';
const kinds: Readonly<Record<string, (place: string, outside: string) => void>> = {
  'a link to a file outside': (place, outside) => symlinkSync(join(outside, 'file'), place),
  'a link to a device': (place) => symlinkSync('/dev/zero', place),
  'a link to itself': (place) => symlinkSync(place, place),
  'a link to nothing': (place) => symlinkSync(`${place}-nothing`, place),
  'a pipe': (place) => execFileSync('mkfifo', [place]),
};

let honest = '';
let id = '';
beforeAll(async () => {
  honest = goldenPlace();
  id =
    Object.keys(snapshot(join(honest, 'contracts')))
      .filter((path) => path.endsWith('/contract.yaml'))
      .map((path) => path.split('/')[0] ?? '')[0] ?? '';
});

function outsideOf(text: string): string {
  const outside = emptyPlace();
  writeFileSync(join(outside, 'file'), `${text}\n# ${SECRET}: ${SECRET}\n`);
  return outside;
}

const said = ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => stdout + stderr;

describe.each(Object.entries(kinds))('%s', (_, make) => {
  test.each([
    'workspace.yaml',
    '<id>/contract.yaml',
    '<id>/definitions.yaml',
    '<id>/events/2026-02-01-linked.yaml',
    '<id>/views/linked.duckdb.sql',
  ])('in place of %s is not read', async (name) => {
    const place = copyOf(honest);
    const path = join(place, 'contracts', name.replace('<id>', id));
    mkdirSync(join(path, '..'), { recursive: true });
    let text = '';
    try {
      text = readFileSync(path, 'utf8');
      rmSync(path);
    } catch {
      // there was none
    }
    make(path, outsideOf(text));
    expect(await localFiles(place).read(path.slice(place.length + 1))).toBeNull();
    const names = (await localFiles(place).list(path.slice(place.length + 1, path.lastIndexOf('/')))).map((entry) => entry.name);
    expect(names).not.toContain(name.slice(name.lastIndexOf('/') + 1));
  });

  it('in place of data is not read', async () => {
    const place = copyOf(honest);
    const files = Object.keys(snapshot(join(place, 'data')));
    const [first = ''] = files;
    const path = join(place, 'data', first);
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    make(path, outsideOf(text));
    const outcome = await run(contextFor({ root: place, asOf: '2026-03-10' }), (context) =>
      score(context, { contract: id, period: '2026-01' }),
    );
    expect(outcome.exitCode).not.toBe(0);
    expect(outcome.crash).toBeNull();
    expect(outcome.output + (outcome.errors ?? '')).not.toContain(SECRET);
  });
});

describe('a folder that is a link', () => {
  test.each(['contracts', 'contracts/<id>', 'contracts/<id>/events', 'contracts/<id>/views'])('%s is not entered', async (name) => {
    const place = copyOf(honest);
    const outside = emptyPlace();
    const path = join(place, name.replace('<id>', id));
    mkdirSync(path, { recursive: true });
    renameSync(path, join(outside, 'folder'));
    writeFileSync(join(outside, 'folder', '2026-02-01-outside.yaml'), `kind: ${SECRET}\n`);
    symlinkSync(join(outside, 'folder'), path);
    const before = snapshot(outside);
    const checked = await concord(place, 'check', '--format', 'json');
    expect(said(checked)).not.toContain(SECRET);
    const written = await run(contextFor({ root: place, asOf: '2026-03-10' }), (context) =>
      writeEvent(context, {
        contract: id,
        kind: 'payment',
        fields: ['party=brand', 'amount=1', 'on=2026-03-09', 'reference=linked'],
        date: '2026-03-10',
        slug: null,
        repository: null,
      }),
    );
    // no event stands among views
    if (!name.endsWith('/views')) expect(written.exitCode).not.toBe(0);
    expect(snapshot(outside)).toEqual(before);
  });

  it('of data is refused by name', async () => {
    const place = copyOf(honest);
    const outside = emptyPlace();
    const [first = ''] = Object.keys(snapshot(join(place, 'data')));
    const folder = first.split('/')[0] ?? '';
    renameSync(join(place, 'data', folder), join(outside, folder));
    symlinkSync(join(outside, folder), join(place, 'data', folder));
    const scored = await concord(place, 'score', id, '--period', '2026-01', '--as-of', '2026-03-10', '--format', 'json');
    expect(scored.code).not.toBe(0);
    expect(said(scored)).toContain('data-file-outside');
  });
});

describe('a link in git', () => {
  it('is no file of a revision', async () => {
    const place = copyOf(honest);
    const outside = outsideOf('');
    const path = join(place, 'contracts', id, 'events/2026-02-01-linked.yaml');
    mkdirSync(join(path, '..'), { recursive: true });
    symlinkSync(join(outside, 'file'), path);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', place, '-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { stdio: 'pipe' });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'Linked');
    const files = await gitRevisions(place, localFiles(place)).open('HEAD');
    expect(await files?.read(`contracts/${id}/events/2026-02-01-linked.yaml`)).toBeNull();
    const ports = { revisions: gitRevisions(place, localFiles(place)), folder: (name: string) => localFiles(join(place, name)) };
    const compared = await run(contextFor({ root: place }), (context) => diff(context, ports, { base: 'HEAD', head: '.' }));
    expect(compared.output + (compared.errors ?? '')).not.toContain(SECRET);
  });
});
