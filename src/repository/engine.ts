/** The package's name, as its `package.json` has it. */
export const ENGINE = 'concord';

/** Where a packed engine is kept in the repository that is pinned to it. */
const ENGINE_FOLDER = 'engine';

/**
 * Where npm takes an engine from: a file on this machine, or a commit of a git repository. Never a registry: in the public one the name
 * is somebody else's package.
 */
export type EngineSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'git'; readonly url: string; readonly commit: string };

/** The one engine that a repository is pinned to. */
export interface EnginePin {
  /** As `package.json` names it. */
  readonly spec: string;
  readonly version: string;
  /** Digest of the packed file; null where a commit pins it. */
  readonly integrity: string | null;
}

const GIT = /^(?:git\+)?(https:\/\/[\w.~/@-]+?|ssh:\/\/[\w.~/@:-]+?)#([0-9a-f]{40})$/;
const FILE = /^[^"'`$%&|<>^\n\r]+\.tgz$/;

/** Reads what names an engine; null where it pins none: a range, a tag and a branch may be another program tomorrow. */
export function readEngineSource(text: string): EngineSource | null {
  const [, url, commit] = GIT.exec(text) ?? [];
  if (url !== undefined && commit !== undefined) return { kind: 'git', url: `git+${url}`, commit };
  return FILE.test(text) && !/^[a-z+]{2,}:\/\//.test(text) ? { kind: 'file', path: text.replace(/^file:/, '') } : null;
}

/** What npm is asked for. */
export function askedOf(source: EngineSource): string {
  return source.kind === 'git' ? `${source.url}#${source.commit}` : asPath(source.path);
}

/** To npm `engine/x.tgz` is a repository on GitHub, and `./engine/x.tgz` a file. */
const asPath = (path: string): string => (/^(?:\.{0,2}[/\\]|~|[a-z]:)/i.test(path) ? path : `./${path}`);

/** As the new repository's `package.json` names it. */
export function specOf(source: EngineSource): string {
  return source.kind === 'git' ? `${source.url}#${source.commit}` : `file:${keptAt(source.path)}`;
}

/** Where the new repository keeps a packed engine. */
export function keptAt(path: string): string {
  return `${ENGINE_FOLDER}/${path.split(/[/\\]/).at(-1) ?? path}`;
}

/** Whether what names an engine is taken from a registry: a version, a range or a tag, with the name or without. */
export function isOfRegistry(text: string): boolean {
  return /^(?:npm:)?(?:concord@)?[\^~]?(?:\d+(?:\.[\dx*]+){0,2}(?:-[0-9A-Za-z.-]+)?|latest|next|\*)$/.test(text);
}
