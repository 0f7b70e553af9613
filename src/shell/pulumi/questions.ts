import type { BigQuery } from '@google-cloud/bigquery';
import type { CloudAnswer, CloudQuestions } from '../../provision/preflight.js';
import { BigqueryClient } from '../bigquery/client.js';

export interface QuestionsAccess {
  readonly project: string;
  readonly location: string;
  /** Another address than Google's, to which no credentials are sent: for tests. */
  readonly endpoint: string | null;
}

/** Asks BigQuery with the application's default credentials, the same that the provider makes everything with. */
export async function bigqueryQuestions(access: QuestionsAccess): Promise<CloudQuestions> {
  const { bigquery } = await BigqueryClient.open({ ...access, signal: new AbortController().signal });
  return {
    // A patch that changes nothing: the very call that adds an entry, allowed to whoever may add one.
    canEnter: ({ project, dataset }) => answered(() => bigquery.dataset(dataset, { projectId: project }).setMetadata({})),
    canView: (query) => answered(() => dryRun(bigquery, query, access.location)),
  };
}

/** Costs nothing, and is refused where making the view would be. */
function dryRun(bigquery: BigQuery, query: string, location: string): Promise<unknown> {
  return bigquery.createQueryJob({ query, location, useLegacySql: false, dryRun: true });
}

async function answered(ask: () => Promise<unknown>): Promise<CloudAnswer> {
  try {
    await ask();
    return 'yes';
  } catch (error) {
    return answerOf(error);
  }
}

/** What a refusal of BigQuery's interface means; anything else (no network, a quota) is left for the provider to run into. */
export function answerOf(error: unknown): CloudAnswer {
  if (!(error instanceof Error)) return 'unknown';
  const errors: unknown = Reflect.get(error, 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  const reason: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'reason') : null;
  if (reason === 'accessDenied') return 'denied';
  // Tables by the day are named together: without a first one there is no such table.
  if (reason === 'notFound' || /does not match any table/.test(error.message)) return 'missing';
  return reason === 'invalidQuery' ? 'invalid' : 'unknown';
}
