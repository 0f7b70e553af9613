/** How a command ended, and what it printed. */
export interface Played {
  readonly exitCode: number;
  readonly output: string;
  readonly errors?: string;
}

/** Settles a contract below a root and prints JSON; `verify` replays its ledger. */
export interface Settle {
  (root: string, contract: string, asOf: string): Promise<Played>;
  verify(root: string, contract: string): Promise<Played>;
}

export interface PlayedFolder {
  readonly statements: readonly Readonly<Record<string, unknown>>[];
  /** File below expected/ → text. */
  readonly expected: ReadonlyMap<string, string>;
  readonly verified: Played;
}

export const GOLDEN: string;
export function goldenFolders(): string[];
export function playFolder(name: string, settle: Settle): Promise<PlayedFolder>;
