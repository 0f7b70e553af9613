import * as gcp from '@pulumi/gcp';
import { Config, getRootDirectory, getStack, type Inputs, log, RunError, runtime } from '@pulumi/pulumi';
import { isDate, type LocalDate, localDate } from '../../kernel/calendar.js';
import { fill, type Locale } from '../../kernel/text.js';
import { ShellError } from '../../ports/failure.js';
import type { ReadableFiles } from '../../ports/files.js';
import { withoutCommands } from '../../report/escape.js';
import { renderIssues } from '../../report/issues.js';
import { planStack } from '../../running/stack-plan.js';
import { checkPlan } from '../../running/stack-preflight.js';
import { CLOUD_PROGRAM } from '../../words/cloud-program.js';
import { localFiles } from '../files/local-files.js';
import { originOf } from '../git/origin.js';
import { whenAccountsAreNew } from './new-accounts.js';
import { bigqueryQuestions } from './questions.js';
import { register, resolveFields } from './register.js';

/*
 * What `pulumi up` runs. To Pulumi it is what cli.ts is to `concord`: the only file here that knows clock and environment, and
 * the one that wires reading and planning with making.
 */

const NAMESPACE = 'concord';

/** Makes what the contracts of the repository call for. @returns the outputs of the stack, which workflows look up. */
export default async function program(): Promise<Inputs> {
  try {
    return await makeStack();
  } catch (error) {
    throw withoutStack(error);
  }
}

/**
 * An error of which Pulumi says the message alone, as text in whose lines no workflow finds a command. Pulumi's runner formats every stack, in colour; Node 20.20 never comes to an
 * end with a line that names a file right below `node_modules/@scope`, as its source maps have them.
 */
function withoutStack(error: unknown): RunError {
  const told = new RunError(withoutCommands(error instanceof Error ? error.message : String(error)));
  told.stack = `${told.name}: ${told.message}`;
  return told;
}

async function makeStack(): Promise<Inputs> {
  const config = new Config(NAMESPACE);
  const locale: Locale = (process.env.CONCORD_LOCALE ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const stack = {
    name: getStack(),
    settings: config.get('settings') ?? null,
    keys: new Set(Object.keys(runtime.allConfig()).flatMap(ownKey)),
    encrypted: new Set(encryptedKeys().flatMap(ownKey)),
  };
  const asOf = process.env.CONCORD_AS_OF ?? '';
  const files = await stackFiles(stack.name, locale);
  const found = await planStack(files, stack, { locale, today: clock(asOf, locale) });
  if (found.plan === null) throw new RunError(found.refused);
  if (asOf !== '') await log.warn(fill(CLOUD_PROGRAM['other-date'], locale, { date: asOf }));
  if (found.warnings !== null) await log.warn(withoutCommands(found.warnings));
  const { project, location, budget } = found.settings;
  const cloud = await bigqueryQuestions({ project, location, endpoint: process.env.BIGQUERY_EMULATOR_HOST ?? null });
  const checked = await checkPlan(found.plan.specs, found.settings, cloud, { locale, stack: stack.name, preview: runtime.isDryRun() });
  if (checked.specs === null) throw new RunError(checked.refused);
  if (checked.early !== null) await log.warn(withoutCommands(checked.early));
  // Budgets belong to no project: their interface asks which one to count its calls for.
  const billed = budget === null ? {} : { billingProject: project, userProjectOverride: true };
  const provider = new gcp.Provider('cloud', { project, ...billed });
  const made = register(checked.specs, config, { provider, hooks: { onError: [whenAccountsAreNew(project)] } });
  return resolveFields(found.plan.outputs, made, config);
}

/**
 * What is checked out, with the contracts as both parties agreed to them wherever there is a token to ask with. A preview in a workflow
 * shows what a branch proposes, and an update by a workflow is always asked about.
 */
async function stackFiles(stack: string, locale: Locale): Promise<ReadableFiles> {
  const local = localFiles(getRootDirectory());
  const { CONCORD_TOKEN: token = '', GITHUB_ACTIONS, GITHUB_API_URL, GITHUB_REPOSITORY } = process.env;
  if (token === '') {
    if (GITHUB_ACTIONS !== 'true') await log.warn(fill(CLOUD_PROGRAM['agreement-not-asked'], locale));
    else if (!runtime.isDryRun()) throw new RunError(fill(CLOUD_PROGRAM['no-token-in-workflow'], locale));
    return local;
  }
  const [{ openGithub }, { agreedStack }, { botAccount }] = await Promise.all([
    import('../github/github-forge.js'),
    import('../../reading/agreed-stack.js'),
    import('../../reading/bot-account.js'),
  ]);
  try {
    const forge = openGithub({
      repository: GITHUB_REPOSITORY ?? originOf(getRootDirectory()),
      apiUrl: GITHUB_API_URL ?? 'https://api.github.com',
      token,
      version: 'pulumi',
      bot: () => botAccount(local),
    });
    const found = await agreedStack(local, forge, stack, locale);
    if (found.files === null) throw new RunError(found.refused);
    if (found.said !== null) await log.warn(withoutCommands(found.said));
    return found.files;
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    const issues = renderIssues(error.issues, { format: 'pretty', locale, color: false, sources: new Map() }).trimEnd();
    throw new RunError(`${issues}\n\n${fill(CLOUD_PROGRAM['forge-failed'], locale)}`);
  }
}

/**
 * Today in a zone, or the date of CONCORD_AS_OF in its place: what the plan would be on that day. No part of the configuration,
 * which Pulumi would keep for the next update.
 */
function clock(asOf: string, locale: Locale): (zone: string) => LocalDate {
  if (asOf === '') {
    const now = BigInt(Date.now()) * 1000n;
    return (zone) => localDate(now, zone);
  }
  if (!isDate(asOf)) throw new RunError(fill(CLOUD_PROGRAM['bad-date'], locale, { found: asOf }));
  return () => asOf;
}

function ownKey(key: string): readonly string[] {
  return key.startsWith(`${NAMESPACE}:`) ? [key.slice(NAMESPACE.length + 1)] : [];
}

/** What Pulumi's runtime tells its programs of the configuration: which keys are kept encrypted. */
function encryptedKeys(): readonly string[] {
  const keys: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? '[]');
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}
