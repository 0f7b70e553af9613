import { addDays, isDate, type LocalDate, localDate } from '../kernel/calendar.js';
import type { ChangedFile, PullRequestFacts, RepositoryFacts } from './facts.js';
import { contractOf, eventDate, eventName, foldedPath, isOddPath, namesOf, outdates, ownerOf, pathsTwice } from './paths.js';
import type { GatePolicy } from './policy.js';
import { type Judgement, type Sight, sight, unless } from './verdict.js';

/** Rule 4: no links, no submodules, no path that is there twice, no two names that some machine or reader takes for one. */
export function judgePaths(facts: PullRequestFacts, repository: RepositoryFacts): Judgement {
  const files = facts.files.items;
  const kinds = files.flatMap(({ path, mode }): Sight[] => {
    if (mode === '120000') return [sight('symlink', { path })];
    return mode === '160000' ? [sight('submodule', { path })] : [];
  });
  const odd = files.flatMap(namesOf).filter(isOddPath);
  return unless('paths', 'refused', [
    ...kinds,
    ...[...pathsTwice(facts.unlisted)].map((path) => sight('path-twice', { path })),
    ...odd.map((path) => sight('odd-path', { path })),
    ...collisions(files, repository.paths.items),
  ]);
}

function collisions(files: readonly ChangedFile[], paths: readonly string[]): Sight[] {
  const gone = new Set(
    files.flatMap((file) => (file.status === 'removed' ? [file.path] : file.status === 'renamed' ? [file.previousPath] : [])),
  );
  const here = new Set(files.filter((file) => file.status !== 'removed').map(({ path }) => path));
  const left = new Set([...paths.filter((path) => !gone.has(path)), ...here]);
  const seen = new Map<string, string>();
  const saw: Sight[] = [];
  // A folder collides as a file does: `contracts/Acme/x` beside `contracts/acme/y`.
  const names = new Set([...left].flatMap((path) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))));
  for (const name of names) {
    const folded = foldedPath(name);
    const other = seen.get(folded);
    if (other === undefined) seen.set(folded, name);
    else if ([...here].some((path) => [name, other].some((each) => path === each || path.startsWith(`${each}/`)))) {
      saw.push(sight('collision', { path: name, other }));
    }
  }
  return saw;
}

/** Rule 4: a contract and the rules that decide about it never change in one pull request. */
export function judgeSeparate(facts: PullRequestFacts): Judgement {
  const names = facts.files.items.flatMap(namesOf);
  const contract = names.find((path) => ownerOf(path).kind === 'contract');
  const governance = names.find((path) => ownerOf(path).kind === 'governance');
  return unless(
    'separate',
    'refused',
    contract === undefined || governance === undefined ? [] : [sight('mixed', { contract, governance })],
  );
}

/** Whether a path is of what happened or of what was settled. */
export function isRecord(path: string): boolean {
  const owner = ownerOf(path);
  return owner.kind === 'contract' && (owner.part === 'event' || owner.part === 'ledger');
}

/** Rules 10 and 12: what happened and what was settled is never edited, moved or removed. */
export function judgeAppendOnly(facts: PullRequestFacts): Judgement {
  const touched = facts.files.items.filter((file) => namesOf(file).some(isRecord));
  const edited = touched.filter((file) => file.status !== 'added' || file.previousPath !== null);
  return unless(
    'append-only',
    'refused',
    edited.map((file) => sight('record-changed', { path: namesOf(file).find(isRecord) ?? file.path })),
  );
}

/** Rule 12: an event counts from the date in its name, so that is the day on which it is merged, give or take one. */
export function judgeEventDates(policy: GatePolicy, facts: PullRequestFacts, repository: RepositoryFacts): Judgement {
  const saw = facts.files.items.flatMap(({ path, status }): Sight[] => {
    const owner = ownerOf(path);
    const date = eventDate(path);
    if (date === null || status !== 'added' || owner.kind !== 'contract') return [];
    const zone = policy.contracts.find(({ id }) => id === owner.contract)?.timezone ?? 'UTC';
    const today = localDate(repository.now, zone);
    return isAround(date, today) ? [] : [sight('event-date', { file: eventName(path), date, today })];
  });
  return unless('event-dates', 'pending', saw);
}

function isAround(date: LocalDate, today: LocalDate): boolean {
  return isDate(date) && addDays(today, -1) <= date && date <= addDays(today, 1);
}

/** Rule 8: an approval was given to a text beside what stood around it then. */
export function judgeUpToDate(facts: PullRequestFacts): Judgement {
  const { items, complete } = facts.changedOnDefault;
  if (!complete) return unless('up-to-date', 'pending', [sight('default-unknown')]);
  const contracts = new Set(facts.files.items.flatMap(namesOf).flatMap((path) => contractOf(path) ?? []));
  const changed = items.find((path) => outdates(path, contracts));
  return unless('up-to-date', 'pending', changed === undefined ? [] : [sight('default-changed', { path: changed })]);
}
