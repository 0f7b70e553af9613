import { fieldsOf } from './input-values.js';
import type { InputValue, ResourceSpec, StackSettings } from './model.js';

/** A dataset that Concord did not make, and what it does there: it adds entries of access, and makes views of its tables. */
export interface ForeignDataset {
  readonly project: string;
  readonly dataset: string;
  /** Names of the specs of the entries, one per reader. */
  readonly entries: readonly string[];
  /** Whether views read it: then whoever makes them must be able to read it. */
  readonly views: boolean;
}

/** Datasets of others that specs enter, in the order of the specs. */
export function foreignDatasets(specs: readonly ResourceSpec[]): ForeignDataset[] {
  const found = new Map<string, ForeignDataset>();
  for (const { name, type, inputs } of specs) {
    if (type !== 'gcp:bigquery/datasetAccess:DatasetAccess') continue;
    const [project, dataset] = [textOf(inputs.project), textOf(inputs.datasetId)];
    const key = `${project}.${dataset}`;
    const known = found.get(key) ?? { project, dataset, entries: [], views: false };
    const views = known.views || inputs.authorizedDataset !== undefined;
    found.set(key, { ...known, entries: [...known.entries, name], views });
  }
  return [...found.values()];
}

function textOf(value: InputValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The role that lets somebody add entries to a dataset (`datasets.update`) and make views of its tables (`tables.getData`). */
export const ENTERING_ROLE = 'roles/bigquery.dataOwner';

/** The account that workflows bring the cloud up as. */
export function deployAccount({ project }: Pick<StackSettings, 'project'>): string {
  return `concord-deploy@${project}.iam.gserviceaccount.com`;
}

/**
 * What the owner of a dataset runs, once, so that Concord can enter it. In SQL, since `bq add-iam-policy-binding` is kept for
 * projects that Google allows it to.
 */
export function grantCommand({ project, dataset }: Pick<ForeignDataset, 'project' | 'dataset'>, settings: StackSettings): string {
  const grant = `GRANT \`${ENTERING_ROLE}\` ON SCHEMA \`${project}\`.${dataset} TO "serviceAccount:${deployAccount(settings)}"`;
  return `bq query --project_id=${project} --location=${settings.location} --use_legacy_sql=false '${grant}'`;
}

/** A view of a fact: its rows come from datasets that Concord does not fill, so that it may be too early to make it. */
export interface FactView {
  readonly name: string;
  readonly query: string;
}

/** Views of facts, with what BigQuery is asked to make. */
export function factViews(specs: readonly ResourceSpec[]): FactView[] {
  return specs.flatMap(({ name, type, inputs }) => {
    const query = type === 'gcp:bigquery/table:Table' && FACT_VIEW.test(name) ? textOf(fieldsOf(inputs.view)?.query) : '';
    return query === '' ? [] : [{ name, query }];
  });
}

const FACT_VIEW = /^[^/]+\/facts\//;
