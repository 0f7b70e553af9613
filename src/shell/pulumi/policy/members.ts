import { entriesOf, type PlannedProperties, type PlannedResource, propertiesOf, textOf } from './planned-resource.js';

/** One grant: who gets what, where it is written and under what condition. */
export interface Grant {
  /** As IAM writes members: `user:a@b`, `group:…`, `domain:…`, `serviceAccount:…`, `specialGroup:…`. */
  readonly member: string;
  readonly role: string;
  readonly place: string;
  readonly condition: string | null;
}

/** Grants of a resource as far as they are known: inline accesses, single accesses, IAM members. */
export function grantsOf({ type, properties }: PlannedResource): readonly Grant[] {
  if (type === DATASET) {
    return entriesOf(properties.accesses).flatMap((entry, index) => accessGrants(propertiesOf(entry), `accesses[${index}]`));
  }
  if (type === DATASET_ACCESS) return accessGrants(properties, 'access');
  const member = textOf(properties.member);
  if (!IAM_MEMBER.test(type) || member === null) return [];
  return [{ member, role: textOf(properties.role) ?? '', place: 'member', condition: conditionOf(properties) }];
}

export const DATASET = 'gcp:bigquery/dataset:Dataset';
export const DATASET_ACCESS = 'gcp:bigquery/datasetAccess:DatasetAccess';
const IAM_MEMBER = /iammember$/i;

function accessGrants(access: PlannedProperties, place: string): Grant[] {
  const members = [
    ['user:', access.userByEmail],
    ['group:', access.groupByEmail],
    ['domain:', access.domain],
    ['specialGroup:', access.specialGroup],
    ['', access.iamMember],
  ] as const;
  return members.flatMap(([prefix, value]) => {
    const text = textOf(value);
    if (text === null) return [];
    const account = prefix === 'user:' && text.endsWith('.gserviceaccount.com');
    const member = `${account ? 'serviceAccount:' : prefix}${text}`;
    return [{ member, role: textOf(access.role) ?? '', place, condition: conditionOf(access) }];
  });
}

function conditionOf(properties: PlannedProperties): string | null {
  return textOf(propertiesOf(properties.condition).expression);
}

/** Whose project it is, and who keeps access there. */
export interface Household {
  /** The project's id; null where the stack's settings do not say. */
  readonly project: string | null;
  /** Members who keep access: whoever runs the first update, and the owners of raw data. */
  readonly owners: ReadonlySet<string>;
}

/**
 * Whether a member is from outside: a person, a group, or an account of another project. Not the project's own accounts, those
 * that Google acts by in it, and its own roles.
 */
export function isOutsider(member: string, { project, owners }: Household): boolean {
  if (owners.has(member) || /^(specialGroup|projectOwner|projectEditor|projectViewer|principal|principalSet):/.test(member)) return false;
  const account = /^serviceAccount:[^@]+@([a-z0-9-]+)\.iam\.gserviceaccount\.com$/.exec(member)?.[1];
  return account === undefined || !(account === project || account.startsWith('gcp-sa-'));
}

/** Whether a member is everybody. */
export function isEverybody(member: string): boolean {
  return /(^|:)(allUsers|allAuthenticatedUsers)$/i.test(member);
}
