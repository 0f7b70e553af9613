import { authorizedBy, mayInProject, need, needRead, needUpdate } from './rights.js';
import { type Dataset, type Fields, fieldsOf, GoogleRefusal, listOf, textOf, type World } from './world.js';

export function makeDataset(world: World, caller: string, inputs: Fields): void {
  const { project, dataset } = keyOf(world, inputs);
  need(world, caller, 'bigquery.datasets.create');
  if (world.datasets.has(`${project}.${dataset}`)) throw exists(`Dataset ${project}:${dataset}`);
  const access = checkedAccess(world, listOf(inputs.accesses));
  world.datasets.set(`${project}.${dataset}`, { project, dataset, location: textOf(inputs.location), access, tables: new Set() });
}

export function changeDataset(world: World, caller: string, inputs: Fields): void {
  const dataset = found(world, inputs);
  needUpdate(world, caller, dataset);
  dataset.access = checkedAccess(world, listOf(inputs.accesses));
}

export function dropDataset(world: World, caller: string, inputs: Fields): void {
  const dataset = found(world, inputs);
  needUpdate(world, caller, dataset);
  const { project, dataset: id, tables } = dataset;
  if (tables.size > 0)
    throw new GoogleRefusal(400, 'invalid', `googleapi: Error 400: Dataset ${project}:${id} is still in use, resourceInUse`);
  world.datasets.delete(`${project}.${id}`);
}

export function addAccess(world: World, caller: string, inputs: Fields): void {
  const dataset = found(world, inputs);
  needUpdate(world, caller, dataset);
  dataset.access = [...dataset.access, ...checkedAccess(world, [inputs], false)];
}

export function dropAccess(world: World, caller: string, inputs: Fields): void {
  const dataset = found(world, inputs);
  needUpdate(world, caller, dataset);
  dataset.access = dataset.access.filter((entry) => JSON.stringify(entry) !== JSON.stringify(inputs));
}

function checkedAccess(world: World, access: readonly Fields[], whole = true): readonly Fields[] {
  for (const entry of access) {
    const email = textOf(entry.userByEmail);
    if (email.endsWith('.gserviceaccount.com')) world.checkNamed(email);
    const whose = fieldsOf(fieldsOf(entry.dataset ?? entry.authorizedDataset).dataset);
    const name = `${textOf(whose.projectId)}.${textOf(whose.datasetId)}`;
    if (Object.keys(whose).length > 0 && !world.datasets.has(name)) throw missing(`Dataset ${name.replace('.', ':')}`);
  }
  if (whole && !access.some(({ role }) => role === 'OWNER')) {
    throw new GoogleRefusal(400, 'invalid', 'googleapi: Error 400: Cannot remove all owners from a dataset, invalid');
  }
  return access;
}

export function makeTable(world: World, caller: string, inputs: Fields): void {
  const dataset = found(world, inputs);
  needUpdate(world, caller, dataset);
  const { query } = fieldsOf(inputs.view);
  if (query !== undefined) {
    // Whoever makes a view in a dataset that may read another one changes what is seen of that.
    for (const source of authorizedBy(world, dataset.project, dataset.dataset)) needUpdate(world, caller, source);
    checkQuery(world, caller, textOf(query));
  }
  dataset.tables.add(textOf(inputs.tableId));
}

export function dropTable(world: World, caller: string, inputs: Fields): void {
  const dataset = found(world, inputs);
  needUpdate(world, caller, dataset);
  if (inputs.deletionProtection !== false) {
    throw new GoogleRefusal(
      400,
      'invalid',
      `cannot destroy table ${textOf(inputs.tableId)} without setting deletion_protection=false and running \`pulumi up\``,
    );
  }
  dataset.tables.delete(textOf(inputs.tableId));
}

/** What a dry run says, and making a view: every table is there, and may be read. */
export function checkQuery(world: World, caller: string, query: string): void {
  if (!mayInProject(world, caller, 'bigquery.jobs.create')) need(world, caller, 'bigquery.jobs.create');
  for (const [, name = ''] of query.matchAll(/(?:FROM|JOIN)\s+`?([\w-]+(?:\.[\w*-]+){1,2})`?/gi)) {
    const parts = name.split('.');
    const table = parts.pop() ?? '';
    const dataset = world.dataset(parts.join('.'));
    if (dataset === null) throw missing(`Dataset ${parts.length === 1 ? `${world.project}:` : ''}${parts.join(':')}`);
    needRead(world, caller, dataset, table);
    const there = [...dataset.tables].some((each) => (table.endsWith('*') ? each.startsWith(table.slice(0, -1)) : each === table));
    if (there) continue;
    if (table.endsWith('*')) throw new GoogleRefusal(400, 'invalidQuery', `${name} does not match any table.`);
    throw missing(`Table ${dataset.project}:${dataset.dataset}.${table}`);
  }
}

const RUN_AS_ACCOUNTS: readonly string[] = ['google_ads', 'scheduled_query'];

export function makeTransfer(world: World, caller: string, inputs: Fields): void {
  need(world, caller, 'bigquery.transfers.update');
  const kind = textOf(inputs.dataSourceId);
  const account = textOf(inputs.serviceAccountName);
  const target = world.dataset(textOf(inputs.destinationDatasetId));
  if (target === null) throw missing(`Dataset ${world.project}:${textOf(inputs.destinationDatasetId)}`);
  if (account === '') return;
  if (!RUN_AS_ACCOUNTS.includes(kind)) {
    throw new GoogleRefusal(
      400,
      'invalid',
      `googleapi: Error 400: Data source ${kind} does not support service account credentials., badRequest`,
    );
  }
  world.checkNamed(account, 'badRequest');
  if (caller !== world.owner && !world.actsFor.has(`${caller} ${account}`)) {
    throw new GoogleRefusal(
      403,
      'accessDenied',
      `googleapi: Error 403: Permission 'iam.serviceAccounts.actAs' denied on service account ${account}, forbidden`,
    );
  }
  needUpdate(world, `serviceAccount:${account}`, target);
}

export function canEnter(world: World, caller: string, project: string, dataset: string): void {
  needUpdate(world, caller, found(world, { project, datasetId: dataset }));
}

function found(world: World, inputs: Fields): Dataset {
  const { project, dataset } = keyOf(world, inputs);
  const there = world.datasets.get(`${project}.${dataset}`);
  if (there === undefined) throw missing(`Dataset ${project}:${dataset}`);
  return there;
}

function keyOf(world: World, inputs: Fields): { project: string; dataset: string } {
  return { project: textOf(inputs.project) || world.project, dataset: textOf(inputs.datasetId) };
}

export function missing(what: string): GoogleRefusal {
  return new GoogleRefusal(404, 'notFound', `googleapi: Error 404: Not found: ${what}, notFound`);
}

export function exists(what: string): GoogleRefusal {
  return new GoogleRefusal(409, 'duplicate', `googleapi: Error 409: Already Exists: ${what}, duplicate`);
}
