import type { Params } from '../../../kernel/text.js';
import type { CloudRule } from '../../../words/cloud-policy.js';
import { endsByItself, fixedClaims, grantableRoles } from './conditions.js';
import { DATASET, DATASET_ACCESS, grantsOf, type Household, isEverybody, isOutsider } from './members.js';
import { type PlannedResource, type PlannedValue, propertiesOf, textOf, textsIn, UNKNOWN } from './planned-resource.js';
import { secretsIn } from './secrets.js';

/** A rule that one resource keeps or breaks by itself. */
export interface ResourceRule {
  readonly name: CloudRule;
  /** What fills the catalogue's text, once per violation. */
  readonly violations: (resource: PlannedResource, household: Household) => readonly Params[];
}

/** A rule that resources break together. */
export interface StackRule {
  readonly name: CloudRule;
  readonly violations: (resources: readonly PlannedResource[]) => readonly { readonly urn: string; readonly params: Params }[];
}

const TABLE = 'gcp:bigquery/table:Table';
const BUCKET = 'gcp:storage/bucket:Bucket';
const TRANSFER = 'gcp:bigquery/dataTransferConfig:DataTransferConfig';
const PROVIDER = 'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider';
const LOCATED = [DATASET, BUCKET, TRANSFER, 'gcp:bigquery/connection:Connection', 'gcp:kms/keyRing:KeyRing'];
const KEYS = ['gcp:serviceaccount/key:Key', 'gcp:storage/hmacKey:HmacKey', 'gcp:projects/apiKey:ApiKey'];
const PROJECT_ROLES_OF_PEOPLE = ['roles/bigquery.jobUser'];
const ON_PROJECTS = /^gcp:(projects|folder|organizations)\//;
/** Roles on a whole project by which their holder gets every other: grants, accounts, sign-in, all data, what watches over them. */
const POWERFUL =
  /^roles\/(owner|editor|resourcemanager\.(\w*IamAdmin|organizationAdmin|folderAdmin)|iam\.(securityAdmin|roleAdmin|organizationRoleAdmin|workloadIdentityPoolAdmin|serviceAccount(Admin|User|TokenCreator|KeyAdmin|OpenIdTokenCreator))|bigquery\.(admin|dataOwner)|storage\.admin|logging\.(admin|configWriter))$/i;

/** Only who gives roles can be bounded, to roles that give no others. */
function isBounded(role: string, condition: string | null): boolean {
  const roles = /IamAdmin$/i.test(role) ? grantableRoles(condition ?? '') : null;
  return roles?.every((each) => !POWERFUL.test(each)) === true;
}

/** Owning a dataset is no reason to see a project. */
const NOBODY: ReadonlySet<string> = new Set();

export const RESOURCE_RULES: readonly ResourceRule[] = [
  { name: 'no-authoritative-iam', violations: ({ type }) => (/iam(binding|policy)$/i.test(type) ? [{ type }] : []) },
  {
    name: 'location-set',
    violations: ({ type, properties }) => {
      const missing = properties.location !== UNKNOWN && (textOf(properties.location) ?? '') === '';
      return LOCATED.includes(type) && missing ? [{ type }] : [];
    },
  },
  { name: 'no-public-members', violations: (resource) => [...publicMembers(resource), ...publicBucket(resource)] },
  {
    name: 'party-access-expires',
    violations: (resource, household) =>
      grantsOf(resource)
        .filter(({ member }) => isOutsider(member, household) && !isEverybody(member))
        .filter(({ condition }) => !endsByItself(condition ?? ''))
        .map(({ member, place }) => ({ member, place })),
  },
  {
    name: 'people-get-no-project-roles',
    violations: (resource, { project }) =>
      ON_PROJECTS.test(resource.type)
        ? grantsOf(resource)
            .filter(({ member, role }) => isOutsider(member, { project, owners: NOBODY }) && !PROJECT_ROLES_OF_PEOPLE.includes(role))
            .map(({ member, role }) => ({ member, role }))
        : [],
  },
  {
    name: 'administrators-are-bounded',
    violations: (resource) =>
      ON_PROJECTS.test(resource.type)
        ? grantsOf(resource)
            .filter(({ role, condition }) => POWERFUL.test(role) && !isBounded(role, condition))
            .map(({ member, role }) => ({ member, role }))
        : [],
  },
  { name: 'deletion-protection', violations: unprotected },
  {
    name: 'no-secrets-in-sql',
    violations: (resource) =>
      visibleTexts(resource).flatMap(({ path, text }) => secretsIn(text).map((kind) => ({ place: path, found: `@${kind}` }))),
  },
  { name: 'no-service-account-keys', violations: ({ type }) => (KEYS.includes(type) ? [{ type }] : []) },
  { name: 'no-row-level-security', violations: ({ type }) => (/rowAccessPolicy$/i.test(type) ? [{ type }] : []) },
  { name: 'federation-names-repository', violations: unboundProvider },
];

export const STACK_RULES: readonly StackRule[] = [{ name: 'one-kind-of-dataset-access', violations: mixedAccess }];

function publicMembers(resource: PlannedResource): Params[] {
  return textsIn(resource.properties)
    .filter(({ text }) => isEverybody(text))
    .map(({ path, text }) => ({ place: path, found: text }));
}

function publicBucket({ type, properties }: PlannedResource): Params[] {
  if (type !== BUCKET) return [];
  const wanted = [
    ['uniformBucketLevelAccess', true],
    ['publicAccessPrevention', 'enforced'],
  ] as const;
  return wanted
    .filter(([name, value]) => differs(properties[name], value))
    .map(([name]) => ({ place: name, found: shown(properties[name]) }));
}

function unprotected({ type, properties, protect }: PlannedResource): Params[] {
  const found: Params[] = [];
  const must = (property: string, value: PlannedValue | undefined, expected: boolean, absent: boolean): void => {
    if (differs(value ?? absent, expected)) found.push({ type, property, found: shown(value ?? absent), expected: String(expected) });
  };
  // A view can be made again at any time; a table of results cannot.
  if (type === TABLE && properties.view === undefined && properties.materializedView === undefined) {
    must('deletionProtection', properties.deletionProtection, true, false);
    must('protect', protect, true, false);
  }
  if (type === DATASET) must('deleteContentsOnDestroy', properties.deleteContentsOnDestroy, false, false);
  if (type === BUCKET) {
    must('forceDestroy', properties.forceDestroy, false, false);
    must('protect', protect, true, false);
  }
  return found;
}

/** Texts that every reader of a dataset can see, and queries that a transfer runs. */
function visibleTexts({ type, properties }: PlannedResource): readonly { readonly path: string; readonly text: string }[] {
  if (type === TRANSFER) return textsIn(propertiesOf(properties.params).query, 'params.query');
  return type.startsWith('gcp:bigquery/') ? textsIn(properties) : [];
}

function unboundProvider({ type, name, properties }: PlannedResource): Params[] {
  if (type !== PROVIDER || properties.attributeCondition === UNKNOWN) return [];
  const fixed = fixedClaims(textOf(properties.attributeCondition) ?? '');
  const claims = ['repository_id', 'repository_owner_id', 'ref'];
  return claims.filter((claim) => !fixed.has(claim)).map((claim) => ({ provider: name, claim: `assertion.${claim}` }));
}

/** Which way a resource writes access to a dataset. */
function kindOf({ type, properties }: PlannedResource): string | null {
  if (type === DATASET) return properties.accesses === undefined ? null : 'accesses';
  if (type === DATASET_ACCESS) return 'DatasetAccess';
  return /^gcp:bigquery\/datasetIam/i.test(type) ? 'DatasetIam' : null;
}

function mixedAccess(resources: readonly PlannedResource[]): { urn: string; params: Params }[] {
  const datasets = resources.filter(({ type }) => type === DATASET);
  const writers = new Map<string, { urn: string; kinds: Set<string> }>();
  for (const resource of resources) {
    const kind = kindOf(resource);
    if (kind === null) continue;
    const key = datasetKey(resource, datasets);
    const known = writers.get(key) ?? { urn: resource.urn, kinds: new Set<string>() };
    known.kinds.add(kind);
    writers.set(key, known);
  }
  return [...writers]
    .filter(([, { kinds }]) => kinds.size > 1)
    .map(([dataset, { urn, kinds }]) => ({ urn, params: { dataset, kinds: [...kinds].sort().join(' + ') } }));
}

/** What tells datasets apart: the id where it is known, else the dataset whose output it is. */
function datasetKey(resource: PlannedResource, datasets: readonly PlannedResource[]): string {
  const id = textOf(resource.properties.datasetId);
  if (id !== null) return id.split('/').at(-1) ?? id;
  const made = datasets.find(({ urn }) => urn === resource.urn || resource.madeOf.datasetId?.includes(urn) === true);
  return made === undefined ? resource.urn : (textOf(made.properties.datasetId) ?? made.urn);
}

/** Whether a value is certain to be another than the wanted one. */
function differs(value: PlannedValue | undefined, wanted: PlannedValue): boolean {
  return value !== UNKNOWN && value !== wanted;
}

function shown(value: PlannedValue | undefined): string {
  return value === undefined ? '(none)' : typeof value === 'string' || typeof value === 'boolean' ? String(value) : '(other)';
}
