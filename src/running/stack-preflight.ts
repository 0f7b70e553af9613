import { fill, type Locale, type Params } from '../kernel/text.js';
import { ENTERING_ROLE, grantCommand } from '../provision/foreign-datasets.js';
import type { ResourceSpec, StackSettings } from '../provision/model.js';
import { type CloudQuestions, type PreflightFault, preflight } from '../provision/preflight.js';
import { CLOUD_PROGRAM, type CloudProgramText } from '../words/cloud-program.js';

export interface PreflightContext {
  readonly locale: Locale;
  readonly stack: string;
  /** A preview changes nothing, by an account that may do nothing: it refuses nothing either. */
  readonly preview: boolean;
}

/** What of a plan can be made now, or why none of it may be. */
export type CheckedPlan =
  | { readonly specs: readonly ResourceSpec[]; readonly early: string | null; readonly refused: null }
  | { readonly specs: null; readonly refused: string };

/**
 * Asks the cloud before anything is changed there. Views whose tables have not come are left out and named; what would be refused
 * half-way refuses the whole, with the command that its owner has to run.
 */
export async function checkPlan(
  specs: readonly ResourceSpec[],
  settings: StackSettings,
  cloud: CloudQuestions,
  { locale, stack, preview }: PreflightContext,
): Promise<CheckedPlan> {
  const said = (text: CloudProgramText, params: Params = {}): string => fill(CLOUD_PROGRAM[text], locale, { stack, ...params });
  const { faults, early } = await preflight(specs, preview ? { ...cloud, canEnter: async () => 'unknown' } : cloud);
  if (!preview && faults.length > 0) {
    return { specs: null, refused: [...faults.map((fault) => faultText(fault, settings, said)), said('refused-by-cloud')].join('\n\n') };
  }
  const left = new Set(early);
  const views = early.map((name) => `  ${name}`).join('\n');
  return {
    specs: specs.filter(({ name }) => !left.has(name)),
    early: early.length === 0 ? null : `${said('views-early')}\n${views}`,
    refused: null,
  };
}

function faultText(
  { fault, of, datasets }: PreflightFault,
  settings: StackSettings,
  said: (text: CloudProgramText, params?: Params) => string,
): string {
  const commands = fault === 'dataset-missing' ? [] : datasets.map((dataset) => `  ${grantCommand(dataset, settings)}`);
  return [said(fault, { of }), ...(commands.length === 0 ? [] : [said('grant', { role: ENTERING_ROLE }), ...commands])].join('\n');
}
