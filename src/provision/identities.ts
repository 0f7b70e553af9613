import type { InputFields, ResourceSpec, StackSettings } from './model.js';
import { runsAsLoader } from './source-resources.js';
import { joined, NAMES, onlyRoles, output, specOf } from './spec.js';

/*
 * Who works in the project without being a person: the engine measures and publishes, the preview looks at settings and at no
 * data, the deployer makes what contracts call for, the loader runs transfers. Workflows of one repository sign in as them; there
 * are no keys. Accounts, their rights and what watches over them are brought up by the person who deploys, never by a workflow:
 * whoever could change them could give themselves anything.
 */

const REPOSITORY = 'stack: repository';

/** A role in the project, whole or within a condition. */
interface ProjectRole {
  readonly role: string;
  readonly condition?: InputFields;
}

interface Account {
  readonly name: string;
  readonly id: string;
  readonly description: string;
  readonly roles: readonly ProjectRole[];
  /** Which identity of the repository's workflows may become it; null for none. */
  readonly identity: ((settings: StackSettings) => string) | null;
}

const ENGINE: Account = {
  name: NAMES.engine,
  id: 'concord-engine',
  description: 'Measures contracts and publishes results',
  roles: [{ role: 'roles/bigquery.jobUser' }],
  identity: ({ environments }) => `main/${environments.engine}`,
};

const PREVIEW: Account = {
  name: NAMES.preview,
  id: 'concord-preview',
  description: 'Previews changes of the cloud; sees settings, no data',
  roles: [{ role: 'roles/bigquery.metadataViewer' }, { role: 'roles/iam.securityReviewer' }],
  identity: () => 'pull_request',
};

const DEPLOY: Account = {
  name: NAMES.deploy,
  id: 'concord-deploy',
  description: 'Makes what the contracts call for',
  // Makes datasets, of which it is the owner then, and lets analysts run queries: no other role is its to give or to take.
  roles: [
    { role: 'roles/bigquery.user' },
    { role: 'roles/resourcemanager.projectIamAdmin', condition: onlyRoles(['roles/bigquery.jobUser']) },
  ],
  identity: ({ environments }) => `main/${environments.deploy}`,
};

const LOADER: Account = {
  name: NAMES.loader,
  id: 'concord-loader',
  description: 'Runs data transfers into the datasets of raw data',
  roles: [{ role: 'roles/bigquery.jobUser' }],
  identity: null,
};

/** Service accounts, what they may do, and how workflows become them. */
export function identitySpecs(settings: StackSettings): ResourceSpec[] {
  const transfers = settings.sources.flatMap((source) => source.transfers);
  const loads = transfers.some(runsAsLoader);
  // Calls about a budget are counted for this project, which only its service consumers may ask for.
  const billed = settings.budget === null ? [] : [{ role: 'roles/serviceusage.serviceUsageConsumer' }];
  const accounts = [ENGINE, PREVIEW, { ...DEPLOY, roles: [...DEPLOY.roles, ...billed] }, ...(loads ? [LOADER] : [])];
  return [
    ...signIn(settings),
    ...accounts.flatMap((account) => accountSpecs(account, settings)),
    ...(transfers.length > 0 ? transferRoleSpecs(settings) : []),
    ...(loads ? [actsForSpec()] : []),
  ];
}

/** Only who may act as the account that a transfer runs as may set it up. */
function actsForSpec(): ResourceSpec {
  return specOf({
    name: `${NAMES.loader}/acts-for-${NAMES.deploy.slice('concord/'.length)}`,
    type: 'gcp:serviceaccount/iAMMember:IAMMember',
    inputs: {
      serviceAccountId: output(NAMES.loader, 'name'),
      role: 'roles/iam.serviceAccountUser',
      member: output(NAMES.deploy, 'member'),
    },
    because: ['stack: sources'],
  });
}

/** Setting up transfers, which Google's own roles only give together with all of BigQuery. */
function transferRoleSpecs({ project }: StackSettings): ResourceSpec[] {
  const role = 'concord/transfers';
  return [
    specOf({
      name: role,
      type: 'gcp:projects/iAMCustomRole:IAMCustomRole',
      inputs: {
        project,
        roleId: 'concordTransfers',
        title: 'Concord transfers',
        description: 'Sets up data transfers; reads and changes no data',
        permissions: ['bigquery.transfers.get', 'bigquery.transfers.update'],
      },
      because: ['stack: sources'],
    }),
    specOf({
      name: `${NAMES.deploy}/transfers`,
      type: 'gcp:projects/iAMMember:IAMMember',
      inputs: { project, role: output(role, 'name'), member: output(NAMES.deploy, 'member') },
      because: ['stack: sources'],
    }),
  ];
}

const POOL = 'concord/pool';
const PROVIDER = 'concord/provider';

/** Name of the provider as workflows give it when they sign in. */
export const PROVIDER_NAME = output(PROVIDER, 'name');

/**
 * The pool that trusts GitHub, for one repository by its numbers: its default branch, by what only its own branch's workflows
 * are started by, and its pull requests. `pull_request_target` and `workflow_run` run the default branch's code too, but for
 * whoever opened a pull request: they sign in only where the engine's environment lets them, to measure scorecards.
 */
function signIn({ project, repository, environments }: StackSettings): ResourceSpec[] {
  const branch = JSON.stringify(`refs/heads/${repository.defaultBranch}`);
  const onBranch = `assertion.ref == ${branch}`;
  const inEngine = `assertion.environment == ${JSON.stringify(environments.engine)}`;
  const condition = [
    `assertion.repository_id == "${repository.id}"`,
    `assertion.repository_owner_id == "${repository.ownerId}"`,
    `((${onBranch} && (assertion.event_name in ["push", "schedule", "workflow_dispatch"]` +
      ` || (assertion.event_name in ["pull_request_target", "workflow_run"] && has(assertion.environment) && ${inEngine})))` +
      ' || (assertion.event_name == "pull_request" && assertion.ref.startsWith("refs/pull/")))',
  ];
  const environment = 'has(assertion.environment) ? "main/" + assertion.environment : "main"';
  return [
    specOf({
      name: POOL,
      type: 'gcp:iam/workloadIdentityPool:WorkloadIdentityPool',
      inputs: { project, workloadIdentityPoolId: 'concord', displayName: 'Concord', description: 'Workflows of the contracts’ repository' },
      because: [REPOSITORY],
    }),
    specOf({
      name: PROVIDER,
      type: 'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider',
      inputs: {
        project,
        workloadIdentityPoolId: output(POOL, 'workloadIdentityPoolId'),
        workloadIdentityPoolProviderId: 'github',
        displayName: 'GitHub Actions',
        description: repository.name,
        oidc: { issuerUri: 'https://token.actions.githubusercontent.com' },
        attributeMapping: {
          'google.subject': 'assertion.sub',
          'attribute.identity': `${onBranch} ? (${environment}) : "pull_request"`,
        },
        attributeCondition: condition.join(' && '),
      },
      because: [REPOSITORY],
    }),
  ];
}

function accountSpecs({ name, id, description, roles, identity }: Account, settings: StackSettings): ResourceSpec[] {
  const { project } = settings;
  const account = specOf({
    name,
    type: 'gcp:serviceaccount/account:Account',
    inputs: { project, accountId: id, displayName: id, description },
    because: [REPOSITORY],
  });
  const rights = roles.map(({ role, condition }) =>
    specOf({
      name: `${name}/${role.slice('roles/'.length)}`,
      type: 'gcp:projects/iAMMember:IAMMember',
      inputs: { project, role, member: output(name, 'member'), ...(condition === undefined ? {} : { condition }) },
      because: [REPOSITORY],
    }),
  );
  if (identity === null) return [account, ...rights];
  const become = specOf({
    name: `${name}/sign-in`,
    type: 'gcp:serviceaccount/iAMMember:IAMMember',
    inputs: {
      serviceAccountId: output(name, 'name'),
      role: 'roles/iam.workloadIdentityUser',
      member: joined('principalSet://iam.googleapis.com/', output(POOL, 'name'), `/attribute.identity/${identity(settings)}`),
    },
    because: [REPOSITORY, 'stack: environments'],
  });
  return [account, ...rights, become];
}
