import { CONTRACTS } from '../contract/paths.js';
import type { LocalDate } from '../kernel/calendar.js';
import { compareIssues, type Issue, inFile } from '../kernel/issue.js';
import { distinct } from '../kernel/objects.js';
import { fill, type Locale, type Params } from '../kernel/text.js';
import type { ReadableFiles } from '../ports/files.js';
import { secretsIn } from '../provision/input-values.js';
import type { Provisioning, ResourceSpec, StackSettings } from '../provision/model.js';
import { provision } from '../provision/provision.js';
import { renderIssues } from '../report/issues.js';
import { CLOUD_PROGRAM, type CloudProgramText } from '../words/cloud-program.js';
import { issue } from '../words/issue.js';
import { hasErrors } from './issue-output.js';
import { readWorkspace } from './read-workspace.js';
import { listContracts, type ReadContract, readContract, textsOf } from './repository.js';
import { readSettings, stackFile } from './stack-settings.js';

/** A stack as the engine describes it to its program. */
export interface Stack {
  readonly name: string;
  /** The value of `concord:settings`, as JSON; null where there is none. */
  readonly settings: string | null;
  /** Keys of its configuration that have a value, and those of them that are encrypted. */
  readonly keys: ReadonlySet<string>;
  readonly encrypted: ReadonlySet<string>;
}

export interface PlanContext {
  readonly locale: Locale;
  readonly today: (zone: string) => LocalDate;
}

/** Everything that is to be made, or why nothing is: half a plan would make an engine take the other half for gone. */
export type StackPlan =
  | { readonly plan: Provisioning; readonly settings: StackSettings; readonly warnings: string | null; readonly refused: null }
  | { readonly plan: null; readonly refused: string };

/** Plans what the contracts of a repository call for in the cloud. Whatever is wrong with any of them refuses the whole. */
export async function planStack(files: ReadableFiles, stack: Stack, { locale, today }: PlanContext): Promise<StackPlan> {
  const said = (text: CloudProgramText, params: Params = {}): string => fill(CLOUD_PROGRAM[text], locale, { stack: stack.name, ...params });
  const refused = (...lines: readonly string[]): StackPlan => ({ plan: null, refused: [...lines, said('refused')].join('\n\n') });

  const settings = await readSettings(files, stack.name, stack.settings);
  if (settings === null) return refused(said('no-settings', { file: stackFile(stack.name) }));
  // What is made follows from terms and events: evidence, nearly all bytes of many ledgers, is neither needed nor held.
  const contracts: ReadContract[] = [];
  for (const id of await listContracts(files)) contracts.push(await readContract(files, id, { evidence: false }));
  const { workspace, issues, texts: workspaceTexts } = await readWorkspace(files);
  const sources = new Map([...textsOf(contracts), ...workspaceTexts, ...settings.texts]);
  const rendered = (found: readonly Issue[]): string =>
    renderIssues([...found].sort(compareIssues), { format: 'pretty', locale, color: false, sources }).trimEnd();

  const found = [...settings.issues, ...(contracts.length === 0 ? issues : errorsOf(contracts))];
  if (contracts.length === 0) found.push(issue('no-contracts', inFile(CONTRACTS), { folder: `${CONTRACTS}/` }));
  const folders = contracts.flatMap(({ folder, texts }) => (folder === null ? [] : [{ folder, texts }]));
  const { written } = settings;
  if (hasErrors(found) || written === null || workspace === null || folders.length < contracts.length) return refused(rendered(found));

  const plan = provision({ workspace, texts: workspaceTexts }, folders, written, today);
  if (hasErrors(plan.issues)) return refused(rendered(plan.issues));
  const secrets = secretFaults(plan.specs, stack);
  if (secrets.length > 0) return refused(...secrets.map(({ fault, key }) => said(fault, { key })));
  return { plan, settings: written.settings, warnings: plan.issues.length === 0 ? null : rendered(plan.issues), refused: null };
}

/** Errors of contracts, each once: the workspace's stand among those of every contract. */
function errorsOf(contracts: readonly ReadContract[]): readonly Issue[] {
  const errors = contracts.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'));
  return distinct(errors);
}

function secretFaults(specs: readonly ResourceSpec[], { keys, encrypted }: Stack): { fault: 'no-secret' | 'open-secret'; key: string }[] {
  const needed = [...new Set(specs.flatMap(({ inputs }) => secretsIn(inputs)))].sort();
  return needed.flatMap((key): { fault: 'no-secret' | 'open-secret'; key: string }[] => {
    if (!keys.has(key)) return [{ fault: 'no-secret', key }];
    return encrypted.has(key) ? [] : [{ fault: 'open-secret', key }];
  });
}
