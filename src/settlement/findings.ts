import { compareIssues, type Issue } from '../kernel/issue.js';

/** Something that is wrong with a ledger, with what is wrong only because of it. */
export interface Finding extends Issue {
  readonly follows: readonly Issue[];
}

/**
 * What one change of a file makes wrong, from the cause to what only follows from it: that it was changed, that it cannot be read or
 * was moved, and then what its bytes say otherwise. What is not named here always stands for itself.
 */
const FROM_CAUSE: readonly string[] = [
  'ledger-misplaced',
  'ledger-of-another',
  'ledger-not-as-committed',
  'ledger-event-renamed',
  'ledger-events-moved',
  'ledger-put-back',
  'ledger-removed',
  'ledger-rewritten',
  'ledger-line-ends',
  'ledger-file-missing',
  'ledger-not-json',
  'ledger-events-gone',
  'ledger-event-missing',
  'ledger-event-unreadable',
  'ledger-event-changed',
  'ledger-gap',
  'ledger-digest',
  'ledger-replay-differs',
  'ledger-terms-text',
  'ledger-terms-kept',
  'ledger-evidence-of',
  'ledger-days',
  'ledger-not-due',
  'ledger-as-of-back',
  'ledger-event-left-out',
  'ledger-chain',
  'ledger-commit-later',
  'ledger-provenance',
  'ledger-statement-text',
  'ledger-formatting',
];

const rankOf = ({ code }: Issue): number => FROM_CAUSE.indexOf(code);

/**
 * The causes, each once: whoever changes one file of a ledger, moves one of its folders or lets git change its line ends has done one
 * thing, whatever else does not fit any more.
 */
export function findingsOf(issues: readonly Issue[]): Finding[] {
  const moved = movedFolders(issues);
  const elsewhere = issues.flatMap(({ code, params }) => (ELSEWHERE.has(code) ? [`${params.folder}`] : []));
  const accused = new Set(issues.filter((issue) => rankOf(issue) >= 0 && issue.code !== BESIDE_STATEMENT).map(({ at }) => at.path));
  const rewritten = new Set(issues.filter(({ code }) => code === 'ledger-rewritten').map(({ at }) => at.path));
  // Where a folder that stands elsewhere belongs there is nothing: that is one move.
  const belongs = new Map(
    issues.flatMap(({ code, params }) => (code === 'ledger-misplaced' ? [[`${params.expected}`, `${params.folder}`]] : [])),
  );
  const changes = new Map<string, Issue[]>();
  const findings: Finding[] = [];
  for (const issue of issues) {
    if (rankOf(issue) < 0) findings.push({ ...issue, follows: [] });
    else {
      const found = elsewhere.find((folder) => issue.at.path.startsWith(`${folder}/`)) ?? changeOf(issue, { moved, accused, rewritten });
      const change = belongs.get(found) ?? found;
      changes.set(change, [...(changes.get(change) ?? []), issue]);
    }
  }
  for (const found of changes.values()) {
    const [cause, ...follows] = [...found].sort((a, b) => rankOf(a) - rankOf(b) || compareIssues(a, b));
    if (cause !== undefined) findings.push({ ...cause, follows });
  }
  return findings.sort(compareIssues);
}

/** The causes alone, where nobody asks what follows from them. */
export function causesOf(issues: readonly Issue[]): Issue[] {
  return findingsOf(issues).map(({ follows: _, ...cause }) => cause);
}

/** Found between evidence and its statement: of the two the one that something else accuses was changed. */
const BESIDE_STATEMENT = 'ledger-evidence-of';

/**
 * The one change that an issue is about: a folder that was taken away, line ends, or a file.
 * - `accused`: files of which something else is wrong than what stands between two of them
 * - `rewritten`: files whose line ends a commit has changed, not the clone, where these are what is wrong with them
 */
function changeOf(
  { code, at }: Issue,
  { moved, accused, rewritten }: Readonly<Record<'moved' | 'accused' | 'rewritten', ReadonlySet<string>>>,
): string {
  const folder = folderOf(at.path);
  if (moved.has(folder)) return folder;
  const statement = `${folder}/statement.json`;
  if (code === BESIDE_STATEMENT && !accused.has(at.path) && accused.has(statement)) return statement;
  return code === 'ledger-line-ends' && !rewritten.has(at.path) ? code : at.path;
}

/** What a folder is that stands elsewhere than it belongs, whichever files of it are told of: of a period, a ledger, events or a contract. */
const ELSEWHERE: ReadonlySet<string> = new Set(['ledger-misplaced', 'ledger-of-another', 'ledger-events-moved']);

function movedFolders(issues: readonly Issue[]): ReadonlySet<string> {
  const removed = issues.filter(({ code }) => code === 'ledger-removed').map(({ at }) => folderOf(at.path));
  return new Set([
    ...issues.filter(({ code }) => code === 'ledger-gap').map(({ at }) => folderOf(at.path)),
    ...removed.filter((folder, at) => /\/ledger\/[^/]+$/.test(folder) && removed.indexOf(folder) !== at),
  ]);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
