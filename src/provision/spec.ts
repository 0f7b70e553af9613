import type { Exit } from './exit.js';
import type { InputFields, InputValue, Joined, Reference, ResourceSpec, SecretReference, StackSettings } from './model.js';

/** What another resource is called, or what is known of it, once it is made. */
export function output(ref: string, property: string): Reference {
  return { tag: 'reference', ref, property };
}

/** A value of the stack's encrypted configuration: the spec has its key alone. */
export function secret(key: string): SecretReference {
  return { tag: 'secret', secret: key };
}

/** Text with outputs of other resources in it. */
export function joined(...parts: readonly (string | Reference)[]): Joined {
  return { tag: 'joined', parts };
}

/** A spec with what most of them say left out. */
export function specOf(
  spec: Pick<ResourceSpec, 'name' | 'type' | 'inputs' | 'because'> & Partial<Pick<ResourceSpec, 'protect' | 'dependsOn' | 'contract'>>,
): ResourceSpec {
  return { protect: false, retainOnDelete: false, dependsOn: [], contract: null, ...spec };
}

/** What everything that Concord makes is labelled with; costs and policies can tell it by that. */
export function labelsOf(kind: string, contract?: string): InputFields {
  return { 'managed-by': 'concord', kind, ...(contract === undefined ? {} : { contract }) };
}

/** A contract's name in the ids of datasets, which have no dashes. */
export function datasetId(kind: 'share' | 'facts', contract: string): string {
  return `${kind}_${contract.replaceAll('-', '_')}`;
}

/** Names of the specs that several others refer to. */
export const NAMES = {
  engine: 'concord/engine',
  preview: 'concord/preview',
  deploy: 'concord/deploy',
  loader: 'concord/loader',
  results: 'concord/results',
  audit: 'concord/audit',
  // No contract's id has an underscore: its own specs can never be taken for these.
  source: (dataset: string): string => `raw_data/${dataset}`,
  share: (contract: string): string => `${contract}/share`,
  facts: (contract: string): string => `${contract}/facts`,
} as const;

type DatasetRole = 'OWNER' | 'WRITER' | 'READER';

/** An entry in a dataset's access list for a member as contracts and settings name it. */
export function memberEntry(role: DatasetRole, member: string, exit?: InputFields): InputFields {
  const [kind = '', email = ''] = splitMember(member);
  const who: InputFields = kind === 'group' ? { groupByEmail: email } : { userByEmail: email };
  return { role, ...who, ...(exit === undefined ? {} : { condition: exit }) };
}

/** The same for one of the service accounts that are made here. */
export function accountEntry(role: DatasetRole, account: string): InputFields {
  return { role, userByEmail: output(account, 'email') };
}

/** An entry that lets all views of another dataset read this one, whoever asks them. */
export function viewsEntry(project: string, dataset: string): InputFields {
  return { dataset: authorized(project, dataset) };
}

/** What the entry for all views of another dataset says of that dataset. */
export function authorized(project: string, dataset: string): InputFields {
  return { dataset: { projectId: project, datasetId: output(dataset, 'datasetId') }, targetTypes: ['VIEWS'] };
}

function splitMember(member: string): [string, string] {
  const colon = member.indexOf(':');
  return [member.slice(0, colon), member.slice(colon + 1)];
}

/** Who owns every dataset that Concord makes: whoever makes it. Without them an authoritative list would lock its maker out. */
export function ownerEntries(settings: StackSettings): InputValue[] {
  return [...(deploysItself(settings) ? [] : [deployerEntry(settings)]), accountEntry('OWNER', NAMES.deploy)];
}

/** Whoever runs the first update, as an owner. */
export function deployerEntry(settings: StackSettings): InputFields {
  return deploysItself(settings) ? accountEntry('OWNER', NAMES.deploy) : memberEntry('OWNER', settings.deployer);
}

function deploysItself({ deployer, project }: StackSettings): boolean {
  return deployer === `serviceAccount:concord-deploy@${project}.iam.gserviceaccount.com`;
}

/** The condition by which access ends by itself. */
export function untilExit(contract: string, { expiresAt, accessUntil }: Pick<Exit, 'expiresAt' | 'accessUntil'>): InputFields {
  return {
    title: `concord ${contract} until ${accessUntil}`,
    description: 'The exit date of the contract, handover included',
    expression: `request.time < timestamp("${expiresAt}")`,
  };
}

/** The condition by which an administrator of access gives and takes these roles, and no others: not to itself either. */
export function onlyRoles(roles: readonly string[]): InputFields {
  const list = roles.map((role) => JSON.stringify(role)).join(', ');
  return {
    title: `only ${roles.join(', ')}`,
    description: 'Gives and takes these roles and no others',
    expression: `api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", []).hasOnly([${list}])`,
  };
}

/** The condition by which a role in the project holds in one dataset alone. */
export function onlyDataset(project: string, dataset: string): InputFields {
  const name = `projects/${project}/datasets/${dataset}`;
  return {
    title: `only dataset ${dataset}`,
    description: 'Holds in this dataset and nowhere else',
    expression: `resource.name == "${name}" || resource.name.startsWith("${name}/")`,
  };
}
