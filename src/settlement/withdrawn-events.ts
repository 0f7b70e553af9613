import { sameBytes } from '../kernel/git-blob.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import { type FolderCommits, isDatedBack } from './history-issues.js';
import type { LedgerEntry } from './ledger-entry.js';
import { settledContract } from './taken-away.js';
import type { Unproved } from './unproved.js';

/** An event that had come in and that a commit changed or removed before a statement could have counted it. */
export interface Withdrawn {
  readonly path: string;
  readonly commit: string;
  readonly change: 'changed' | 'removed';
  /** The statements that were there when it came, by their paths. */
  readonly after: readonly string[];
  /** Whether a statement has come since: then it was settled without the event as it was filed. */
  readonly settledSince: boolean;
}

/**
 * Events of a contract's folder that commits have withdrawn. It is nobody's fault, since a slip may be mended before anything counts, but
 * what was merged was filed: each is named. None is one that stands again as it came in, or under another name.
 * @param commits of the folder, oldest first
 * @param here the text of a file as it stands; undefined where it is not there
 */
export function withdrawnEvents(folder: string, commits: FolderCommits, here: (path: string) => string | undefined): Withdrawn[] {
  const isEvent = (path: string) => path.startsWith(`${folder}/events/`) && /\.ya?ml$/.test(path);
  const came = new Map<string, { readonly at: number; readonly blob: string; readonly after: readonly string[] }>();
  const last = new Map<string, string>();
  const withdrawn = new Map<string, { readonly at: number; readonly commit: string }>();
  let lastStatement = -1;
  let statements: readonly string[] = [];
  for (const [at, { commit, files }] of commits.entries()) {
    for (const { path, change, blob } of files.filter((file) => isEvent(file.path))) {
      const first = came.get(path);
      if (change === 'removed') last.delete(path);
      else last.set(path, blob);
      if (first === undefined) came.set(path, { at, blob, after: statements });
      else if (blob === first.blob) withdrawn.delete(path);
      // What a statement could have counted is told of as part of the record.
      else if (first.at >= lastStatement && !withdrawn.has(path)) withdrawn.set(path, { at, commit: commit.slice(0, 12) });
    }
    const settled = files.flatMap(({ path, change }) => (change === 'added' && settledContract(path) !== null ? [path] : []));
    if (settled.length > 0) lastStatement = at;
    statements = [...statements, ...settled];
  }
  const standing = new Set(last.values());
  return [...withdrawn].flatMap(([path, { at, commit }]): Withdrawn[] => {
    const { blob: first = '', after = [] } = came.get(path) ?? {};
    if (standing.has(first) || sameBytes(here(path), first) !== null) return [];
    return [{ path, commit, change: last.has(path) ? 'changed' : 'removed', after, settledSince: at < lastStatement }];
  });
}

/**
 * Of withdrawn events those without which no statement has come yet: they can be put back in time, or, where that date was refused, be filed
 * under the day on which they are.
 */
export function withdrawnIssues(folder: string, withdrawn: readonly Withdrawn[], ledger: readonly LedgerEntry[]): Issue[] {
  return withdrawn.flatMap(({ path, commit, change, after, settledSince }): Issue[] => {
    if (settledSince) return [];
    const told = { file: path, commit };
    if (change === 'changed') return [issue('filed-event-edited', inFile(path), told)];
    const [, date = '', slug = ''] = /([\d-]{10})-([^/]*)$/.exec(path) ?? [];
    const wasThere = ({ statement }: LedgerEntry) => after.includes(`${folder}/ledger/${statement.period}/statement.json`);
    const isRefused = ledger.some((entry) => wasThere(entry) && isDatedBack({ date }, entry.statement));
    if (!isRefused) return [issue('filed-event-removed', inFile(path), told)];
    return [issue('dated-back-event-removed', inFile(path), { ...told, anew: `${folder}/events/YYYY-MM-DD-${slug}` })];
  });
}

/** What nobody can know of withdrawn events: what they said when they came, and whether both parties know that. */
export function withdrawnUnproved(withdrawn: readonly Withdrawn[]): Unproved[] {
  return withdrawn.map(({ path, commit }) => ({
    what: 'event-withdrawn',
    periods: [],
    params: { event: path.slice(path.lastIndexOf('/') + 1), commit },
  }));
}
