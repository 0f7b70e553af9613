export interface FileDiff {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  readonly path: string;
  readonly previousPath: string | null;
  /** Null where a submodule or a removed file has none. */
  readonly sha: string | null;
  readonly additions: number;
  readonly deletions: number;
}

const STATUSES: Readonly<Record<string, FileDiff['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/** Reads what `diff-tree -z --raw --numstat` prints. The raw part tells names, modes and objects; the counts follow in the same order. */
export function readDiff(parts: readonly string[]): readonly FileDiff[] {
  const files: { status: FileDiff['status']; path: string; previousPath: string | null; sha: string | null }[] = [];
  let at = 0;
  for (; parts[at]?.startsWith(':') === true; ) {
    const [, , , object = '', letter = ''] = (parts[at] ?? '').split(' ');
    const status = STATUSES[letter.charAt(0)] ?? 'modified';
    const two = status === 'renamed' || status === 'copied';
    const path = parts[at + (two ? 2 : 1)] ?? '';
    files.push({ status, path, previousPath: two ? (parts[at + 1] ?? '') : null, sha: /^0+$/.test(object) ? null : object });
    at += two ? 3 : 2;
  }
  return files.map((file) => {
    const [added = '0', deleted = '0'] = (parts[at] ?? '').split('\t');
    at += file.previousPath === null ? 1 : 3;
    const count = (text: string) => (text === '-' ? 0 : Number(text));
    return { ...file, additions: count(added), deletions: count(deleted) };
  });
}
