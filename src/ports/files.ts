/** Files of a repository, as text. Paths are relative to the root, with `/`. */
export interface ReadableFiles {
  /** The file's text, or null when there is none. */
  read(path: string): Promise<string | null>;
  /** Names of the entries of a folder, ascending; empty when there is none. */
  list(folder: string): Promise<readonly { readonly name: string; readonly directory: boolean }[]>;
  /** Names of what lies in a folder and is neither a file nor a folder: links, pipes. Absent where there can be none. */
  irregular?(folder: string): Promise<readonly string[]>;
}

/** The repository's earlier texts, without checking any of them out. */
export interface Revisions {
  /** The contracts as a revision (a commit, branch or tag) has them; null where there is no such revision. */
  open(revision: string): Promise<ReadableFiles | null>;
}

/** One commit of a folder's history: what it brought, changed and removed below the folder, by paths from the root. */
export interface HistoryCommit {
  readonly commit: string;
  readonly files: readonly {
    readonly path: string;
    readonly change: 'added' | 'changed' | 'removed';
    /** Git's id of the bytes as the commit leaves them, zeros where it removes the file. */
    readonly blob: string;
  }[];
}

/** How what is checked out came to be: the commits of its branch, each merge as what it brought. */
export interface History {
  /** Oldest first; null without git, and where nothing is committed. `whole` is false where the clone begins in the middle. */
  of(folder: string): Promise<{ readonly commits: readonly HistoryCommit[]; readonly whole: boolean } | null>;
  /** The texts below some paths as a commit has them. What `here` has with the same bytes is not read again. */
  texts(commit: string, paths: readonly string[], here?: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
  /** How a commit that somebody names stands to one that is in the history: in it, after it, or neither, or not in the clone. */
  standing(named: string, to: string): Promise<'before' | 'after' | 'elsewhere' | 'unknown'>;
}

/** The checkout that somebody edits: what git would commit of it. */
export interface WorkingTree {
  /** Every file that git has or would take up; null where this is not the top of a checkout. */
  files(): Promise<{
    /** Regular files: path → the id that git would give the text. */
    readonly blobs: ReadonlyMap<string, string>;
    /** Links and whatever else is no regular file. */
    readonly others: readonly string[];
  } | null>;
  /** Whether what is checked out has a commit in its history. */
  contains(commit: string): Promise<boolean>;
}

/** A folder into which what is no text is written. */
export interface BinaryFiles {
  /** Writes a new file or replaces one, as {@link Files.write} does. */
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
}

/** Files that can be written too. */
export interface Files extends ReadableFiles {
  /** Writes a new file or replaces one, making folders as needed; all or nothing for one file. */
  write(path: string, text: string): Promise<void>;
}
