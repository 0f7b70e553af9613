import { execFile } from 'node:child_process';

export interface GitCall {
  /** For git's standard input. */
  readonly input?: string;
  /** Largest answer that is read. */
  readonly mostBytes: number;
}

/** Runs the git binary in a folder; null where it refuses, or where there is no git. */
export function runGit(root: string, args: readonly string[], { input = '', mostBytes }: GitCall): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const child = execFile('git', ['-C', root, ...args], { encoding: 'buffer', maxBuffer: mostBytes }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (typeof error.code === 'number' || error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    child.stdin?.on('error', () => child.kill());
    child.stdin?.end(input);
  });
}
