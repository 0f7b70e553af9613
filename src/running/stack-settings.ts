import { canonicalJson } from '../kernel/canonical.js';
import type { Issue } from '../kernel/issue.js';
import type { ReadableFiles } from '../ports/files.js';
import { parseSettings, parseStackFile, SETTINGS_KEY, type WrittenSettings } from '../provision/settings.js';

/** The file in which Pulumi keeps the settings of a stack. */
export function stackFile(stack: string): string {
  return `Pulumi.${stack}.yaml`;
}

export interface StackSettingsRead {
  readonly written: WrittenSettings | null;
  readonly issues: readonly Issue[];
  /** Texts that the issues point into. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The settings of a stack as the engine hands them over, with places in the stack's file where that says the same: another
 * file may have been named on the command line.
 * @param given the engine's value of `concord:settings`, as JSON.
 * @returns null where the engine has none.
 */
export async function readSettings(files: ReadableFiles, stack: string, given: string | null): Promise<StackSettingsRead | null> {
  if (given === null) return null;
  const handed = parseSettings(SETTINGS_KEY, given);
  const path = stackFile(stack);
  const text = await files.read(path);
  if (text === null) return { ...handed, texts: new Map([[SETTINGS_KEY, given]]) };
  const filed = parseStackFile(path, text);
  const same = canonicalJson(filed.written?.settings ?? null) === canonicalJson(handed.written?.settings ?? null);
  return same ? { ...filed, texts: new Map([[path, text]]) } : { ...handed, texts: new Map([[SETTINGS_KEY, given]]) };
}
