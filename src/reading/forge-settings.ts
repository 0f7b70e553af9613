import { fieldOf, listOf, type Seen } from '../gate/setup-found.js';
import { ShellError } from '../ports/failure.js';
import type { SettingReads } from '../ports/forge-settings.js';

/** Most pages of a list: nothing that is looked for lies behind thousands of labels. */
const MOST_PAGES = 50;
/** What the forge gives of one page at most; of variables it gives less. */
const PAGE = { default: 100, variables: 30 } as const;

/** All entries of a list of settings; of those that come inside an object, below `key`. Empty where there is no such list. */
export async function settingsList(forge: SettingReads, path: string, key: string | null = null): Promise<readonly unknown[]> {
  const size = key === 'variables' ? PAGE.variables : PAGE.default;
  const all: unknown[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await forge.settings({ method: 'GET', path: `${path}?per_page=${size}&page=${page}` });
    const items = listOf(key === null ? answer : fieldOf(answer, key));
    all.push(...items);
    if (items.length < size) break;
  }
  return all;
}

/** What a reading gives, or the forge's words where it may not be done. Other failures stay failures. */
export async function seen<T>(read: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    return { refused };
  }
}

/** The forge's words where it refuses a call for good; null for every other error. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof ShellError)) return null;
  const issue = error.issues.find(({ code }) => code === 'forge-permission' || code === 'forge-refused');
  return issue === undefined ? null : String(issue.params.detail);
}
