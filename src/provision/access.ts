import { fieldsOf, isFields } from './input-values.js';
import type { InputFields, InputValue, ResourceSpec } from './model.js';

/** What a spec lets somebody do. */
export type Right = 'owner' | 'writer' | 'reader' | 'views' | 'settings' | 'runs' | 'makes' | 'spends' | 'administers';

/** One line of the answer to "who can see what": as the specs grant it, not as the contracts say. */
export interface AccessEntry {
  /** A member (`group:…`), or the name of the spec of a service account or of a dataset of views. */
  readonly who: string;
  readonly right: Right;
  /** Name of the spec of what it is a right to: a dataset, a bucket; or `project`. */
  readonly on: string;
  /** The first instant without it; null where it does not end by itself. */
  readonly expiresAt: string | null;
  readonly contract: string | null;
  readonly because: readonly string[];
}

/** Every right that the specs give, in their order: read back from them, so that nothing they grant can be left out. */
export function accessIn(specs: readonly ResourceSpec[]): AccessEntry[] {
  return specs.flatMap((spec): AccessEntry[] => {
    const { inputs } = spec;
    const entry = (fields: InputFields, right: Right, on: string): AccessEntry => ({
      who: whoIn(fields),
      right,
      on,
      expiresAt: expiryOf(fields.condition),
      contract: spec.contract,
      because: spec.because,
    });
    switch (spec.type) {
      case 'gcp:bigquery/dataset:Dataset':
        return listOf(inputs.accesses).map((each) => entry(each, rightOf(each), spec.name));
      case 'gcp:bigquery/datasetAccess:DatasetAccess':
        return [entry(inputs, rightOf(inputs), `${textOf(inputs.project)}.${textOf(inputs.datasetId)}`)];
      case 'gcp:projects/iAMMember:IAMMember':
        return [entry(inputs, projectRight(inputs.role), `project (${textOf(inputs.role)}${within(inputs.condition)})`)];
      case 'gcp:storage/bucketIAMMember:BucketIAMMember':
        return [entry(inputs, inputs.role === 'roles/storage.objectViewer' ? 'reader' : 'writer', textOf(inputs.bucket))];
      default:
        return [];
    }
  });
}

const RIGHTS: ReadonlyMap<unknown, Right> = new Map<unknown, Right>([
  ['OWNER', 'owner'],
  ['WRITER', 'writer'],
  ['READER', 'reader'],
]);

const PROJECT_RIGHTS: ReadonlyMap<unknown, Right> = new Map<unknown, Right>([
  ['roles/bigquery.jobUser', 'runs'],
  ['roles/bigquery.dataEditor', 'writer'],
  // names, columns and who has which right; no row
  ['roles/bigquery.metadataViewer', 'settings'],
  ['roles/iam.securityReviewer', 'settings'],
  ['roles/bigquery.user', 'makes'],
  ['roles/serviceusage.serviceUsageConsumer', 'spends'],
]);

function projectRight(role: InputValue | undefined): Right {
  return PROJECT_RIGHTS.get(role) ?? 'administers';
}

/** What a role in the project is bounded by, besides time. */
function within(condition: InputValue | undefined): string {
  return condition === undefined || expiryOf(condition) !== null ? '' : `, ${textOf(fieldsOf(condition)?.title)}`;
}

function rightOf({ role }: InputFields): Right {
  // Anything else than the three is taken for the most: an auditor must not be told less than there is.
  return role === undefined ? 'views' : (RIGHTS.get(role) ?? 'owner');
}

function whoIn(fields: InputFields): string {
  const { userByEmail, groupByEmail, member, dataset, authorizedDataset } = fields;
  const views = fieldsOf(dataset) ?? fieldsOf(authorizedDataset);
  if (views !== null) return textOf(fieldsOf(views.dataset)?.datasetId);
  if (groupByEmail !== undefined) return `group:${textOf(groupByEmail)}`;
  if (member !== undefined) return textOf(member);
  if (typeof userByEmail === 'string') return `${userByEmail.endsWith('.gserviceaccount.com') ? 'serviceAccount' : 'user'}:${userByEmail}`;
  return textOf(userByEmail);
}

function expiryOf(condition: InputValue | undefined): string | null {
  const expression = fieldsOf(condition)?.expression;
  return typeof expression === 'string' ? (/^request\.time < timestamp\("([^"]+)"\)$/.exec(expression)?.[1] ?? null) : null;
}

function listOf(value: InputValue | undefined): InputFields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** A value as an auditor reads it: text as it is, another spec's output by that spec's name. */
function textOf(value: InputValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return 'tag' in value && value.tag === 'reference' ? value.ref : '';
}
