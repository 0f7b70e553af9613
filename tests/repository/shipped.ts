import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '../../src/repository/answers.js';
import type { EnginePin } from '../../src/repository/engine.js';
import { cloudOf, type Lock, readLock } from '../../src/repository/lock.js';
import { newRepository } from '../../src/repository/repository.js';
import { REPOSITORY } from '../run-cli.js';

/** This repository as `concord new` reads it. */

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');

export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(REPOSITORY, folder), { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .flatMap((entry) => (entry.isFile() ? [[join(entry.parentPath, entry.name).slice(REPOSITORY.length), ''] as const] : []))
      .map(([path]) => [path, read(path)]),
  );
}

export function ownLock(): Lock {
  const lock = readLock(read('package-lock.json'));
  if (lock === null) throw new Error('no lock file');
  return lock;
}

export const PIN: EnginePin = { spec: 'file:engine/concord-0.1.0.tgz', version: '0.1.0', integrity: 'sha512-AAAA' };

const ANSWERS: Answers = {
  parties: {
    brand: { name: 'Harbour Tea', people: [{ id: 'ana', name: 'Ana', github: 11, login: 'ana' }] },
    provider: { name: '北光', people: [{ id: 'bob', name: '李波', github: 21, login: null }] },
  },
  currency: 'USD',
  timezone: 'Asia/Shanghai',
  locale: 'en',
  warehouse: { engine: 'duckdb' },
};

export const BIGQUERY = { engine: 'bigquery', project: 'harbour-data', location: 'US' } as const;

/** Every text of a new repository. */
export function written(answers: Partial<Answers> = {}): ReadonlyMap<string, string> {
  const lock = ownLock();
  const templates = [...filesBelow('templates/repository')].map(([path, text]) => [path.split('/').at(-1) ?? '', text] as const);
  const { overrides } = JSON.parse(read('package.json')) as { overrides: Record<string, string> };
  const shipped = { github: filesBelow('.github'), templates: new Map(templates), lock, cloud: cloudOf(lock), overrides };
  return newRepository('harbour-kpis', { ...ANSWERS, ...answers }, PIN, shipped);
}

/** Every workflow of a new repository, by its name. */
export function newWorkflows(): [name: string, text: string][] {
  const folder = '.github/workflows/';
  return [...written({ warehouse: BIGQUERY })].flatMap(([path, text]) =>
    path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
  );
}
