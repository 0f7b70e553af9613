import { type Dataset, type Fields, fieldsOf, GoogleRefusal, textOf, type World } from './world.js';

/** What Google's roles allow, as far as anything here asks for it. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  'roles/bigquery.user': ['bigquery.datasets.create', 'bigquery.jobs.create'],
  'roles/bigquery.jobUser': ['bigquery.jobs.create'],
  'roles/resourcemanager.projectIamAdmin': ['resourcemanager.projects.setIamPolicy'],
  'roles/serviceusage.serviceUsageConsumer': ['serviceusage.services.use'],
};

/** Whether the caller may do something in the project; a condition on granted roles is held against `granted`. */
export function mayInProject(world: World, caller: string, permission: string, granted: string | null = null): boolean {
  if (caller === world.owner) return true;
  return world.bindings.some(({ role, member, condition }) => {
    if (member !== caller) return false;
    const allowed = ROLES[role] ?? world.roles.get(role) ?? [];
    return allowed.includes(permission) && (condition === null || holds(condition, granted));
  });
}

const ONLY_ROLES = /^api\.getAttribute\("iam\.googleapis\.com\/modifiedGrantsByRole", \[\]\)\.hasOnly\(\[(.*)\]\)$/;

function holds(condition: string, granted: string | null): boolean {
  const roles = ONLY_ROLES.exec(condition)?.[1];
  return roles !== undefined && granted !== null && roles.split(', ').includes(JSON.stringify(granted));
}

export function need(world: World, caller: string, permission: string, granted: string | null = null): void {
  if (mayInProject(world, caller, permission, granted)) return;
  const what = granted === null ? '' : ` (${granted})`;
  const message = `googleapi: Error 403: Permission '${permission}'${what} denied on resource '//cloudresourcemanager.googleapis.com/projects/${world.project}', forbidden`;
  throw new GoogleRefusal(403, 'accessDenied', message);
}

/** Whether the caller owns a dataset: by its own list, or by owning the project that it is in. */
function mayUpdate(world: World, caller: string, dataset: Dataset): boolean {
  if (caller === world.owner && dataset.project === world.project) return true;
  return dataset.access.some((entry) => /^(OWNER|roles\/bigquery\.dataOwner)$/.test(textOf(entry.role)) && namedBy(entry) === caller);
}

function mayRead(world: World, caller: string, dataset: Dataset): boolean {
  return mayUpdate(world, caller, dataset) || dataset.access.some((entry) => entry.role !== undefined && namedBy(entry) === caller);
}

function namedBy(entry: Fields): string {
  const email = textOf(entry.userByEmail);
  if (email !== '') return `${email.endsWith('.gserviceaccount.com') ? 'serviceAccount' : 'user'}:${email}`;
  return textOf(entry.groupByEmail) === '' ? textOf(entry.iamMember) : `group:${textOf(entry.groupByEmail)}`;
}

export function needUpdate(world: World, caller: string, dataset: Dataset): void {
  if (!mayUpdate(world, caller, dataset)) throw denied(dataset, 'bigquery.datasets.update', 'Dataset', '');
}

export function needRead(world: World, caller: string, dataset: Dataset, table: string): void {
  if (!mayRead(world, caller, dataset)) throw denied(dataset, 'bigquery.tables.getData', 'Table', `.${table}`);
}

function denied({ project, dataset }: Dataset, permission: string, kind: string, table: string): GoogleRefusal {
  const name = `${project}:${dataset}${table}`;
  const message = `googleapi: Error 403: Access Denied: ${kind} ${name}: Permission ${permission} denied on ${kind.toLowerCase()} ${name} (or it may not exist)., accessDenied`;
  return new GoogleRefusal(403, 'accessDenied', message);
}

/** Datasets that let every view of another one read them. */
export function authorizedBy(world: World, project: string, dataset: string): Dataset[] {
  return [...world.datasets.values()].filter(({ access }) =>
    access.some((entry) => {
      const whose = fieldsOf(fieldsOf(entry.dataset ?? entry.authorizedDataset).dataset);
      return textOf(whose.projectId) === project && textOf(whose.datasetId) === dataset;
    }),
  );
}
