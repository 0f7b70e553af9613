/** What npm would install by a name for it, without installing it. */
export interface DescribedPackage {
  readonly name: string;
  readonly version: string;
  /** Digest of the packed bytes, as lock files have it. */
  readonly integrity: string;
  /** What is in it, root-relative. */
  readonly files: readonly string[];
}

/** Packages, as npm knows them. */
export interface Packages {
  /** @param asked a file, `name@version`, a commit of a git repository. @throws ShellError where npm finds none. */
  describe(asked: string): Promise<DescribedPackage>;
  /** What this program was installed from; null where it runs from its source. */
  own(): Promise<string | null>;
  /** Copies a packed file below a folder of this machine. */
  keep(file: string, folder: string, path: string): Promise<void>;
}
