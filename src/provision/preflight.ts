import { type FactView, type ForeignDataset, factViews, foreignDatasets } from './foreign-datasets.js';
import type { ResourceSpec } from './model.js';

/*
 * What is asked of the cloud before anything is changed there: an update that would be refused half-way changes nothing instead,
 * and a view of a table that has not come yet waits for the next update.
 */

/** `unknown`: it could not be asked; whoever makes the resource will say. */
export type CloudAnswer = 'yes' | 'denied' | 'missing' | 'invalid' | 'unknown';

export interface CloudQuestions {
  /** Whether entries of access could be added to a dataset; asking changes nothing. */
  readonly canEnter: (dataset: Pick<ForeignDataset, 'project' | 'dataset'>) => Promise<CloudAnswer>;
  /** Whether BigQuery would make a view of this query. */
  readonly canView: (query: string) => Promise<CloudAnswer>;
}

export interface PreflightFault {
  readonly fault: 'dataset-denied' | 'dataset-missing' | 'view-denied' | 'view-invalid';
  /** `project.dataset`, or the name of the view's spec. */
  readonly of: string;
  /** Datasets that a grant is missing on. */
  readonly datasets: readonly ForeignDataset[];
}

export interface Preflight {
  /** What would be refused; nothing may be made then. */
  readonly faults: readonly PreflightFault[];
  /** Specs of views whose tables have not come yet. */
  readonly early: readonly string[];
}

/** Asks about everything in a plan that depends on datasets of others. */
export async function preflight(specs: readonly ResourceSpec[], cloud: CloudQuestions): Promise<Preflight> {
  const datasets = foreignDatasets(specs);
  const entering = await Promise.all(datasets.map(async (dataset) => enteringFault(dataset, await cloud.canEnter(dataset))));
  const denied = new Set(entering.flatMap((fault) => (fault === null ? [] : [fault.of])));
  const views = await Promise.all(
    factViews(specs).map(async (view) => ({ view, foreign: readBy(view, specs, datasets), answer: await cloud.canView(view.query) })),
  );
  const early = views.flatMap(({ view, answer }) => (answer === 'missing' ? [view.name] : []));
  const refused = views.flatMap(({ view, foreign, answer }): PreflightFault[] => {
    if (answer === 'invalid') return [{ fault: 'view-invalid', of: view.name, datasets: [] }];
    // A dataset that cannot be entered is told once, not with every view of it.
    if (answer !== 'denied' || foreign.some((dataset) => denied.has(keyOf(dataset)))) return [];
    return [{ fault: 'view-denied', of: view.name, datasets: foreign }];
  });
  return { faults: [...entering.flatMap((fault) => (fault === null ? [] : [fault])), ...refused], early };
}

function keyOf({ project, dataset }: ForeignDataset): string {
  return `${project}.${dataset}`;
}

function enteringFault(dataset: ForeignDataset, answer: CloudAnswer): PreflightFault | null {
  if (answer === 'denied') return { fault: 'dataset-denied', of: keyOf(dataset), datasets: [dataset] };
  return answer === 'missing' ? { fault: 'dataset-missing', of: keyOf(dataset), datasets: [dataset] } : null;
}

/** Datasets of others that a view waits for. */
function readBy({ name }: FactView, specs: readonly ResourceSpec[], datasets: readonly ForeignDataset[]): ForeignDataset[] {
  const after = specs.find((spec) => spec.name === name)?.dependsOn ?? [];
  return datasets.filter(({ entries }) => entries.some((entry) => after.includes(entry)));
}
