import { parseYaml } from '../../contract/parse-yaml.js';
import { FORMS_FOLDER } from '../../forms/form-page.js';
import { RULESETS_FOLDER } from '../../gate/rulesets.js';
import { planSetup, type SetupPlan } from '../../gate/setup.js';
import { VARIABLES } from '../../gate/setup-details.js';
import { fieldOf, listOf } from '../../gate/setup-found.js';
import type { SetupRequest, WantedSettings } from '../../gate/setup-step.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { ReadableFiles } from '../../ports/files.js';
import type { ForgeReads } from '../../ports/forge-reads.js';
import type { ForgeSettings, SettingWrites } from '../../ports/forge-settings.js';
import { refusalOf } from '../../reading/forge-settings.js';
import { agreedRulesets } from '../../reading/rulesets.js';
import { readSettings } from '../../reading/setup-reading.js';
import { type SetupReport, setupBlocks, setupDocument } from '../../report/setup.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { issue } from '../../words/issue.js';

export interface SetupOptions {
  /** Whether to do what can be done; else nothing is changed. */
  readonly apply: boolean;
  /** `NAME=value` of the workflows' variables. */
  readonly variables: readonly string[];
}

/**
 * `concord setup github`: what the repository needs on GitHub so that the gate's decision binds, and what stays open whatever is
 * set up. With `apply` it does what it can and looks again. Doing it twice changes nothing more.
 * Ends with 1 where something is left to do.
 */
export async function setupGithub(context: CommandContext, forge: ForgeReads & ForgeSettings, options: SetupOptions): Promise<Outcome> {
  const { wanted, issues, texts } = await readWanted(context.files, options.variables);
  if (wanted === null) return failed(issues, texts, 2);
  const { owner, name } = await forge.repository();
  let plan = planSetup(wanted, await readSettings(forge));
  const done = options.apply ? await apply(context, forge, plan) : [];
  if (done.length > 0) plan = planSetup(wanted, await readSettings(forge));
  const found: SetupReport = { repository: `${owner}/${name}`, plan, done };
  const left = plan.steps.some(({ state }) => state !== 'done' && state !== 'not-here');
  const ended = left || done.some(({ refused }) => refused !== null) ? 1 : 0;
  const report: Report = { document: () => setupDocument(found), blocks: (locale) => setupBlocks(found, locale) };
  return { ended, report };
}

interface ReadWanted {
  readonly wanted: WantedSettings | null;
  readonly issues: readonly Issue[];
  readonly texts: ReadonlyMap<string, string>;
}

async function readWanted(files: ReadableFiles, given: readonly string[]): Promise<ReadWanted> {
  const { workspace, issues, texts } = await readWorkspace(files);
  if (workspace === null) return { wanted: null, issues, texts };
  const { variables, issues: unknown } = variablesOf(given);
  const agreed = await agreedRulesets(files, workspace.github?.app.id ?? null);
  const none =
    agreed.rulesets.length + agreed.issues.length === 0 ? [issue('no-rulesets', inFile(RULESETS_FOLDER), { folder: RULESETS_FOLDER })] : [];
  const found = [...unknown, ...agreed.issues, ...none];
  if (found.length > 0) return { wanted: null, issues: found, texts };
  return { wanted: { workspace, rulesets: agreed.rulesets, labels: await formLabels(files), variables }, issues: [], texts };
}

function variablesOf(given: readonly string[]): { variables: ReadonlyMap<string, string>; issues: readonly Issue[] } {
  const variables = new Map<string, string>();
  const issues: Issue[] = [];
  const known = VARIABLES.map(({ name }) => name);
  for (const each of given) {
    const [, name = '', value = ''] = /^([A-Z_]+)=(.+)$/.exec(each) ?? [];
    if (known.includes(name)) variables.set(name, value);
    else issues.push(issue('unknown-variable', inNoFile('--variable'), { found: name === '' ? each : name, variables: known }));
  }
  return { variables, issues };
}

/** The labels by which issue forms are known, as the forms themselves name them. */
async function formLabels(files: ReadableFiles): Promise<string[]> {
  const labels = new Set<string>();
  for (const { name } of await files.list(FORMS_FOLDER)) {
    const path = `${FORMS_FOLDER}/${name}`;
    const data = /\.ya?ml$/.test(name) ? parseYaml(path, (await files.read(path)) ?? '').file?.data : undefined;
    for (const label of listOf(fieldOf(data, 'labels'))) if (typeof label === 'string') labels.add(label);
  }
  return [...labels].sort();
}

/** Every request in order. What the forge refuses keeps nothing else from being done. */
async function apply(context: CommandContext, forge: SettingWrites, plan: SetupPlan): Promise<SetupReport['done']> {
  const done: SetupReport['done'][number][] = [];
  for (const { subject, name, requests } of plan.steps) {
    for (const request of requests) {
      context.progress(`${request.method} ${request.path}`);
      done.push({ subject, name, request, refused: await refusedBy(forge, request) });
    }
  }
  return done;
}

async function refusedBy(forge: SettingWrites, request: SetupRequest): Promise<string | null> {
  try {
    const answer = await forge.settings(request);
    // A change of what is not there, or not shown to this token.
    return answer === null ? '404' : null;
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    return refused;
  }
}
