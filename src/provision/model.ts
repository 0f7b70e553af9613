import type { LocalDate } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import type { Party } from '../kernel/party.js';

/*
 * Cloud resources as data: what is to be there, why, and what it needs. No provider is asked and nothing is made here; the
 * program that makes them is a loop over this list.
 */

/** The provider's type tokens of everything that contracts call for. */
export const RESOURCE_TYPES = [
  'gcp:bigquery/dataset:Dataset',
  'gcp:bigquery/datasetAccess:DatasetAccess',
  'gcp:bigquery/table:Table',
  'gcp:bigquery/dataTransferConfig:DataTransferConfig',
  'gcp:serviceaccount/account:Account',
  'gcp:serviceaccount/iAMMember:IAMMember',
  'gcp:projects/iAMMember:IAMMember',
  'gcp:projects/iAMCustomRole:IAMCustomRole',
  'gcp:iam/workloadIdentityPool:WorkloadIdentityPool',
  'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider',
  'gcp:logging/projectSink:ProjectSink',
  'gcp:billing/budget:Budget',
  'gcp:storage/bucket:Bucket',
  'gcp:storage/bucketIAMMember:BucketIAMMember',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** The output of another resource, known once that is made: so the other one is made first. */
export interface Reference {
  readonly tag: 'reference';
  /** Name of the other spec. */
  readonly ref: string;
  /** Its output property. */
  readonly property: string;
}

/** A value that only the stack's own encrypted configuration holds. */
export interface SecretReference {
  readonly tag: 'secret';
  /** Key of the configuration, below `concord:`. */
  readonly secret: string;
}

/** Text with outputs of other resources in it. */
export interface Joined {
  readonly tag: 'joined';
  readonly parts: readonly (string | Reference)[];
}

/** Plain data. A map never has the key `tag`: that is how what is looked up is told from what is written. */
export type InputValue = string | number | boolean | Reference | SecretReference | Joined | readonly InputValue[] | InputFields;
export interface InputFields {
  readonly [property: string]: InputValue | undefined;
  readonly tag?: never;
}

export interface ResourceSpec {
  /** Unique and stable: `acme-linkstar-us/share`, `raw_data/shop`, `concord/engine`. */
  readonly name: string;
  readonly type: ResourceType;
  readonly inputs: InputFields;
  /** Never to be deleted by an update. */
  readonly protect: boolean;
  /** Left where it is when it leaves the plan. */
  readonly retainOnDelete: boolean;
  /** Names of specs to be made before, beyond those that inputs refer to. */
  readonly dependsOn: readonly string[];
  /** The contract it is for; null where it serves several, or all. */
  readonly contract: string | null;
  /** Why it is there: clauses of contracts (`contracts/acme/contract.yaml:14`), or the part of the settings. */
  readonly because: readonly string[];
}

/** Everything that is to be there as of a date. Specs stand in an order in which they can be made. */
export interface Provisioning {
  readonly specs: readonly ResourceSpec[];
  /** Who may see what, as the specs grant it. */
  readonly grants: readonly Grant[];
  /** What workflows and people look up: datasets, addresses of dashboards, service accounts, the identity provider. */
  readonly outputs: InputFields;
  /** With an error among them there are no specs. */
  readonly issues: readonly Issue[];
}

/** *viewer* sees scorecards, statements and outlooks, *analyst* the fact views too. */
export type Role = 'viewer' | 'analyst';

/** What a member of a party may see of one contract. */
export interface Grant {
  readonly contract: string;
  readonly party: Party;
  readonly role: Role;
  /** As the contract names it: `group:kpi@acme.example`. */
  readonly member: string;
  /** Scorecards, statements and outlooks, or the view of one fact. */
  readonly what: { readonly kind: 'results' } | { readonly kind: 'fact'; readonly fact: string; readonly columns: readonly string[] };
  /** The last day of access in the contract's zone. */
  readonly until: LocalDate;
  /** The first instant without access, `2027-01-16T05:00:00Z`. */
  readonly expiresAt: string;
  /** The clause that grants it. */
  readonly because: string;
}

/** A data transfer into a dataset that Concord made; secrets are named by their key in the stack's encrypted configuration. */
export type TransferSettings =
  | {
      readonly kind: 'google_ads';
      readonly customer: string;
      readonly performanceMax: boolean;
      readonly schedule: string;
      readonly refreshDays: number | null;
    }
  | {
      readonly kind: 'facebook_ads';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly refreshToken: string;
      readonly schedule: string;
      readonly refreshDays: number | null;
    }
  /** Only so that it can be refused with its reason. */
  | { readonly kind: 'shopify'; readonly schedule: string }
  | { readonly kind: 'scheduled_query'; readonly name: string; readonly query: string; readonly table: string; readonly schedule: string };

/** A dataset of raw data that Concord makes and whose access it holds alone. */
export interface SourceSettings {
  readonly dataset: string;
  /** Members of the data's owner: they write into it, and see all of it. */
  readonly owners: readonly string[];
  readonly transfers: readonly TransferSettings[];
}

/** A budget that warns, on the billing account's own terms. */
export interface BudgetSettings {
  readonly billingAccount: string;
  readonly projectNumber: string;
  readonly amount: string;
  readonly currency: string;
}

/** Where things are made and for whom: the stack's configuration (schemas/stack.schema.json), checked and with its defaults. */
export interface StackSettings {
  readonly project: string;
  readonly location: string;
  readonly repository: {
    readonly id: number;
    readonly ownerId: number;
    readonly name: string;
    readonly defaultBranch: string;
  };
  /** Environments of the repository whose jobs may sign in as the engine and as the deployer. */
  readonly environments: { readonly engine: string; readonly deploy: string };
  /** Who runs the first update: a member, `user:admin@acme.example`. Stays owner of every dataset that Concord makes. */
  readonly deployer: string;
  /** Dataset of the tables that `concord publish` fills. */
  readonly dataset: string;
  readonly budget: BudgetSettings | null;
  /** Bucket of the program's own state, made by hand before. */
  readonly stateBucket: string | null;
  /** `locked`: nobody can take the retention back any more, for ever. */
  readonly evidence: { readonly retentionDays: number; readonly locked: boolean };
  readonly audit: { readonly retentionDays: number };
  readonly sources: readonly SourceSettings[];
}
