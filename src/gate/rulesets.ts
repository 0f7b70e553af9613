import { canonicalJson } from '../kernel/canonical.js';
import { isFields } from '../kernel/objects.js';

/** Where the repository keeps the rules of its branches, each file as the forge imports it. */
export const RULESETS_FOLDER = '.github/rulesets';

/** The commit status by which the gate's decision becomes a rule of the forge. */
export const STATUS_CONTEXT = 'concord/both-parties';

/** A ruleset as both parties agreed to it in the repository. */
export interface Ruleset {
  readonly name: string;
  /** Whether the app alone passes it, so that it can only be set where there is an app. */
  readonly needsApp: boolean;
  /** As the forge's interface takes it. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One place in which the forge has something else than the repository; values are JSON, null where there is none. */
export interface RulesetDrift {
  readonly path: string;
  readonly wanted: string | null;
  readonly found: string | null;
  /** The forge does not show it to this token (who may bypass is for administrators): it may be as agreed. */
  readonly unseen?: true;
}

/**
 * Reads a file of {@link RULESETS_FOLDER}. The repository's app, which no file can know beforehand, is put in: the status is
 * believed only from it, and it alone passes a ruleset that closes branches to everybody.
 * @param app the app's numeric id; null where there is none.
 * @returns null where the text is no ruleset.
 */
export function readRuleset(text: string, app: number | null): Ruleset | null {
  const file = parseJson(text);
  if (!isFields(file) || typeof file.name !== 'string' || !Array.isArray(file.rules)) return null;
  const rules: readonly unknown[] = file.rules;
  const needsApp = rules.some((rule) => isFields(rule) && (rule.type === 'creation' || rule.type === 'update' || isOfWorkflows(rule)));
  if (app === null) return { name: file.name, needsApp, body: file };
  const passes = { actor_id: app, actor_type: 'Integration', bypass_mode: 'always' };
  const body = { ...file, rules: rules.map((rule) => fromApp(rule, app)), ...(needsApp ? { bypass_actors: [passes] } : {}) };
  return { name: file.name, needsApp, body };
}

/**
 * Whether checks that workflows give are required. Whoever can write can cancel a run, so that what the app merges by itself, a
 * settlement above all, must not wait for one.
 */
function isOfWorkflows({ type, parameters }: Readonly<Record<string, unknown>>): boolean {
  if (type !== 'required_status_checks' || !isFields(parameters)) return false;
  const { required_status_checks: checks } = parameters;
  return Array.isArray(checks) && checks.some((check: unknown) => isFields(check) && check.context !== STATUS_CONTEXT);
}

/** The required status, to be believed from the app only. */
function fromApp(rule: unknown, app: number): unknown {
  if (!isFields(rule) || rule.type !== 'required_status_checks' || !isFields(rule.parameters)) return rule;
  const { required_status_checks: checks } = rule.parameters;
  if (!Array.isArray(checks)) return rule;
  const pinned = checks.map((check: unknown) =>
    isFields(check) && check.context === STATUS_CONTEXT ? { integration_id: app, ...check } : check,
  );
  return { ...rule, parameters: { ...rule.parameters, required_status_checks: pinned } };
}

/**
 * Where the forge's ruleset is weaker than or otherwise unlike the agreed one. What the forge adds of its own (ids, times,
 * defaults) and further rules or required checks are no drift; who may bypass, what is left out and every agreed value are.
 * @param found the forge's answer; null where it has no such ruleset.
 */
export function rulesetDrift(wanted: Ruleset, found: unknown): RulesetDrift[] {
  if (!isFields(found)) return [{ path: '', wanted: wanted.name, found: null }];
  const { bypass_actors: bypass, ...others } = wanted.body;
  if (found.bypass_actors !== undefined) return objectDrift(wanted.body, found, '');
  return [...objectDrift(others, found, ''), { path: 'bypass_actors', wanted: canonicalJson(bypass ?? []), found: null, unseen: true }];
}

function objectDrift(wanted: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>, path: string): RulesetDrift[] {
  return Object.entries(wanted).flatMap(([key, value]) => drift(value, found[key], path === '' ? key : `${path}.${key}`));
}

function drift(wanted: unknown, found: unknown, path: string): RulesetDrift[] {
  if (isFields(wanted) && isFields(found)) return objectDrift(wanted, found, path);
  if (Array.isArray(wanted) && Array.isArray(found)) return listDrift(wanted, found, path);
  const same = found !== undefined && canonicalJson(wanted) === canonicalJson(found);
  return same ? [] : [{ path, wanted: canonicalJson(wanted), found: found === undefined ? null : canonicalJson(found) }];
}

/** Lists whose order says nothing: entries are matched by what names them. */
function listDrift(wanted: readonly unknown[], found: readonly unknown[], path: string): RulesetDrift[] {
  const lacking = wanted.flatMap((entry): RulesetDrift[] => {
    const same = found.find((other) => nameOf(other) === nameOf(entry));
    const at = `${path}[${nameOf(entry)}]`;
    return same === undefined ? [{ path: at, wanted: canonicalJson(entry), found: null }] : drift(entry, same, at);
  });
  if (OPEN_LISTS.some((name) => path.endsWith(name))) return lacking;
  const names = new Set(wanted.map(nameOf));
  const more = found.filter((entry) => !names.has(nameOf(entry)));
  return [...lacking, ...more.map((entry) => ({ path: `${path}[${nameOf(entry)}]`, wanted: null, found: canonicalJson(entry) }))];
}

/** Lists that only get stricter when something is added to them. */
const OPEN_LISTS = ['rules', 'required_status_checks', 'ref_name.include'];

function nameOf(entry: unknown): string {
  if (!isFields(entry)) return typeof entry === 'string' ? entry : canonicalJson(entry);
  const { type, context, actor_type: actor, actor_id: id } = entry;
  if (typeof type === 'string') return type;
  if (typeof context === 'string') return context;
  return typeof actor === 'string' ? `${actor} ${typeof id === 'number' ? id : '-'}` : canonicalJson(entry);
}

function parseJson(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
