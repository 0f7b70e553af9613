import { RULESETS_FOLDER, type Ruleset, readRuleset } from '../gate/rulesets.js';
import { type FoundRuleset, idOf, textOf } from '../gate/setup-found.js';
import { type Issue, inFile } from '../kernel/issue.js';
import type { ReadableFiles } from '../ports/files.js';
import type { SettingReads } from '../ports/forge-settings.js';
import { issue } from '../words/issue.js';
import { settingsList } from './forge-settings.js';

/**
 * The rulesets that both parties agreed to, as a commit or a working copy has them.
 * @param app the app's numeric id; null where the workspace names none.
 */
export async function agreedRulesets(
  files: ReadableFiles,
  app: number | null,
): Promise<{ readonly rulesets: readonly Ruleset[]; readonly issues: readonly Issue[] }> {
  const rulesets: Ruleset[] = [];
  const issues: Issue[] = [];
  const names = (await files.list(RULESETS_FOLDER)).filter(({ name, directory }) => !directory && name.endsWith('.json'));
  for (const { name } of names) {
    const path = `${RULESETS_FOLDER}/${name}`;
    const ruleset = readRuleset((await files.read(path)) ?? '', app);
    if (ruleset === null) issues.push(issue('ruleset-form', inFile(path)));
    else rulesets.push(ruleset);
  }
  // The rules of the default branch first: they matter most.
  return { rulesets: rulesets.sort((a, b) => Number(a.needsApp) - Number(b.needsApp)), issues };
}

/** The repository's own rulesets on the forge by name, each whole. */
export async function foundRulesets(forge: SettingReads): Promise<ReadonlyMap<string, FoundRuleset>> {
  const found = new Map<string, FoundRuleset>();
  for (const each of await settingsList(forge, '/rulesets')) {
    const [id, name] = [idOf(each), textOf(each, 'name')];
    // Those of the organisation are not the repository's to change.
    if (id === null || name === null || textOf(each, 'source_type') === 'Organization') continue;
    found.set(name, { id, answer: await forge.settings({ method: 'GET', path: `/rulesets/${id}` }) });
  }
  return found;
}
