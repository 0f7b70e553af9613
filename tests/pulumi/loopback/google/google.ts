import {
  addAccess,
  changeDataset,
  dropAccess,
  dropDataset,
  dropTable,
  exists,
  makeDataset,
  makeTable,
  makeTransfer,
  missing,
} from './bigquery.js';
import { need } from './rights.js';
import { type Binding, type Fields, fieldsOf, type GoogleOptions, GoogleRefusal, textOf, World } from './world.js';

interface Kind {
  readonly make: (world: World, caller: string, inputs: Fields) => void;
  /** Null: nothing of it can be refused, or nothing of it is kept here. */
  readonly change: ((world: World, caller: string, inputs: Fields, before: Fields) => void) | null;
  readonly drop: ((world: World, caller: string, inputs: Fields) => void) | null;
}

const owned = (permission: string) => (world: World, caller: string) => need(world, caller, permission);

/** What Google refuses of each type that specs may have. */
const KINDS: Readonly<Record<string, Kind>> = {
  'gcp:bigquery/dataset:Dataset': { make: makeDataset, change: changeDataset, drop: dropDataset },
  'gcp:bigquery/datasetAccess:DatasetAccess': { make: addAccess, change: null, drop: dropAccess },
  'gcp:bigquery/table:Table': { make: makeTable, change: makeTable, drop: dropTable },
  'gcp:bigquery/dataTransferConfig:DataTransferConfig': {
    make: makeTransfer,
    change: makeTransfer,
    drop: owned('bigquery.transfers.update'),
  },
  'gcp:serviceaccount/account:Account': {
    make: (world, caller, inputs) => {
      need(world, caller, 'iam.serviceAccounts.create');
      const email = `${textOf(inputs.accountId)}@${world.project}.iam.gserviceaccount.com`;
      if (world.accounts.has(email)) throw exists(`Service account ${email}`);
      world.accounts.set(email, Date.now());
    },
    change: owned('iam.serviceAccounts.update'),
    drop: (world, caller, inputs) => {
      need(world, caller, 'iam.serviceAccounts.delete');
      world.accounts.delete(`${textOf(inputs.accountId)}@${world.project}.iam.gserviceaccount.com`);
    },
  },
  'gcp:serviceaccount/iAMMember:IAMMember': {
    make: (world, caller, inputs) => {
      need(world, caller, 'iam.serviceAccounts.setIamPolicy');
      const of = textOf(inputs.serviceAccountId).split('/').at(-1) ?? '';
      if (!world.accounts.has(of)) throw missing(`Service account ${of}`);
      checkMember(world, inputs);
      if (inputs.role === 'roles/iam.serviceAccountUser') world.actsFor.add(`${textOf(inputs.member)} ${of}`);
    },
    change: null,
    drop: owned('iam.serviceAccounts.setIamPolicy'),
  },
  'gcp:projects/iAMMember:IAMMember': { make: grant, change: null, drop: revoke },
  'gcp:projects/iAMCustomRole:IAMCustomRole': {
    make: (world, caller, inputs) => {
      need(world, caller, 'iam.roles.create');
      const permissions = Array.isArray(inputs.permissions) ? inputs.permissions.map(textOf) : [];
      world.roles.set(`projects/${world.project}/roles/${textOf(inputs.roleId)}`, permissions);
    },
    change: owned('iam.roles.update'),
    drop: owned('iam.roles.delete'),
  },
  'gcp:iam/workloadIdentityPool:WorkloadIdentityPool': adminOnly('iam.workloadIdentityPools'),
  'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider': adminOnly('iam.workloadIdentityPoolProviders'),
  'gcp:logging/projectSink:ProjectSink': {
    make: (world, caller, inputs) => {
      need(world, caller, 'logging.sinks.create');
      const dataset = textOf(inputs.destination).split('/').at(-1) ?? '';
      if (world.dataset(dataset) === null) throw missing(`Dataset ${world.project}:${dataset}`);
      world.makeLoggingAccount();
    },
    change: owned('logging.sinks.update'),
    drop: owned('logging.sinks.delete'),
  },
  'gcp:billing/budget:Budget': adminOnly('billing.budgets'),
  'gcp:storage/bucket:Bucket': {
    make: (world, caller, inputs) => {
      need(world, caller, 'storage.buckets.create');
      if (world.buckets.has(textOf(inputs.name))) throw exists(`Bucket ${textOf(inputs.name)}`);
      world.buckets.set(textOf(inputs.name), retentionOf(inputs));
    },
    change: changeBucket,
    drop: owned('storage.buckets.delete'),
  },
  'gcp:storage/bucketIAMMember:BucketIAMMember': {
    make: (world, caller, inputs) => {
      need(world, caller, 'storage.buckets.setIamPolicy');
      if (!world.buckets.has(textOf(inputs.bucket))) throw missing(`Bucket ${textOf(inputs.bucket)}`);
      checkMember(world, inputs);
    },
    change: null,
    drop: owned('storage.buckets.setIamPolicy'),
  },
};

function adminOnly(what: string): Kind {
  return { make: owned(`${what}.create`), change: owned(`${what}.update`), drop: owned(`${what}.delete`) };
}

function checkMember(world: World, inputs: Fields): void {
  const email = /^serviceAccount:(.+)$/.exec(textOf(inputs.member))?.[1];
  if (email !== undefined) world.checkNamed(email, 'badRequest');
}

function bindingOf(inputs: Fields): Binding {
  const condition = textOf(fieldsOf(inputs.condition).expression);
  return { role: textOf(inputs.role), member: textOf(inputs.member), condition: condition === '' ? null : condition };
}

function grant(world: World, caller: string, inputs: Fields): void {
  need(world, caller, 'resourcemanager.projects.setIamPolicy', textOf(inputs.role));
  checkMember(world, inputs);
  world.bindings = [...world.bindings, bindingOf(inputs)];
}

function revoke(world: World, caller: string, inputs: Fields): void {
  need(world, caller, 'resourcemanager.projects.setIamPolicy', textOf(inputs.role));
  const gone = JSON.stringify(bindingOf(inputs));
  world.bindings = world.bindings.filter((binding) => JSON.stringify(binding) !== gone);
}

function retentionOf(inputs: Fields): { seconds: number; locked: boolean } {
  const { retentionPeriod, isLocked } = fieldsOf(inputs.retentionPolicy);
  return { seconds: Number(retentionPeriod), locked: isLocked === true };
}

function changeBucket(world: World, caller: string, inputs: Fields): void {
  need(world, caller, 'storage.buckets.update');
  const name = textOf(inputs.name);
  const [was, is] = [world.buckets.get(name), retentionOf(inputs)];
  if (was?.locked === true && (!is.locked || is.seconds < was.seconds)) {
    throw new GoogleRefusal(
      403,
      'accessDenied',
      `googleapi: Error 403: Cannot reduce retention duration of a locked Retention Policy for bucket '${name}'., forbidden`,
    );
  }
  world.buckets.set(name, is);
}

/** A Google Cloud project that is made, changed and taken down resource by resource, and refuses what Google refuses. */
export class LoopbackGoogle {
  readonly world: World;
  /** Who calls: a member, `user:admin@acme.example`. */
  caller: string;

  constructor(options: GoogleOptions) {
    this.world = new World(options);
    this.caller = options.owner;
  }

  make(type: string, inputs: Fields): void {
    kindOf(type).make(this.world, this.caller, inputs);
  }

  change(type: string, inputs: Fields, before: Fields): void {
    kindOf(type).change?.(this.world, this.caller, inputs, before);
  }

  drop(type: string, inputs: Fields): void {
    kindOf(type).drop?.(this.world, this.caller, inputs);
  }
}

function kindOf(type: string): Kind {
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`no type that is known here: ${type}`);
  return kind;
}
