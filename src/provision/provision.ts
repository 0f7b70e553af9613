import type { LocalDate } from '../kernel/calendar.js';
import { dashboardUrl } from '../kernel/dashboard-url.js';
import { compareIssues } from '../kernel/issue.js';
import { DASHBOARD_TABLES } from '../kernel/published-tables.js';
import type { AgreedContract } from './agreed.js';
import { type AgreedWorkspace, checkProvisioning } from './checks.js';
import { contractSpecs, type GrantingContract, showsFacts } from './contract-resources.js';
import { exitOf } from './exit.js';
import { grantsOf } from './grants.js';
import { identitySpecs, PROVIDER_NAME } from './identities.js';
import { inOrder } from './in-order.js';
import type { InputFields, Provisioning, ResourceSpec, StackSettings } from './model.js';
import { resultSpecs } from './results.js';
import { safeguardSpecs } from './safeguards.js';
import type { WrittenSettings } from './settings.js';
import { sourceSpecs } from './source-resources.js';
import { datasetId, NAMES, output } from './spec.js';

/**
 * Everything that contracts call for in a cloud project, as data: the same for the same contracts and day.
 * @param contracts every contract of the repository; those with errors must have been refused before.
 * @param today the date in a zone: a contract's access ends by its own calendar.
 * @returns no specs where there is an error; issues have places in contracts, workspace and settings.
 */
export function provision(
  workspace: AgreedWorkspace,
  contracts: readonly AgreedContract[],
  written: WrittenSettings,
  today: (zone: string) => LocalDate,
): Provisioning {
  const { settings } = written;
  const issues = checkProvisioning(workspace, contracts, written).sort(compareIssues);
  if (issues.some(({ severity }) => severity === 'error')) return { specs: [], grants: [], outputs: {}, issues };
  const all = contracts.map((agreed) => ({ agreed, grants: grantsOf(agreed, dateOf(agreed, today)) }));
  const granting = all.filter(({ grants }) => grants.length > 0);
  const byPerson = oneAfterTheOther(inOrder([...identitySpecs(settings), ...safeguardSpecs(settings)]));
  const specs = [
    ...resultSpecs(
      settings,
      granting.map(({ agreed }) => agreed.folder.id),
    ),
    ...sourceSpecs(
      granting,
      all.filter((each) => isMeasured(each, today)),
      settings,
    ),
    ...granting.flatMap((each) => contractSpecs(each, settings)),
  ];
  return {
    specs: inOrder([...byPerson, ...after(byPerson, specs)]),
    grants: granting.flatMap(({ grants }) => grants),
    outputs: outputsOf(granting, settings),
    issues,
  };
}

/**
 * What a workflow may not change comes first, each after the one before, and everything else after the last: where a workflow
 * is refused, it is refused before it has changed anything.
 */
function oneAfterTheOther(specs: readonly ResourceSpec[]): ResourceSpec[] {
  return specs.flatMap((spec, index) => after(specs.slice(0, index), [spec]));
}

function after(before: readonly ResourceSpec[], specs: readonly ResourceSpec[]): ResourceSpec[] {
  const last = before.at(-1);
  return specs.map((spec) => (last === undefined ? spec : { ...spec, dependsOn: [...spec.dependsOn, last.name] }));
}

function dateOf({ folder }: AgreedContract, today: (zone: string) => LocalDate): LocalDate {
  return today(folder.terms.contract.calendar.timezone);
}

/** True-ups follow after the handover: a contract is measured until both parties have ended it and nobody sees it any more. */
function isMeasured({ agreed }: GrantingContract, today: (zone: string) => LocalDate): boolean {
  const { terms, events, stage } = agreed.folder;
  return stage !== 'ended' || exitOf(terms.contract, events, dateOf(agreed, today)).state !== 'over';
}

function outputsOf(contracts: readonly GrantingContract[], settings: StackSettings): InputFields {
  return {
    project: settings.project,
    location: settings.location,
    resultsDataset: output(NAMES.results, 'datasetId'),
    evidenceBucket: output('concord/evidence', 'name'),
    workloadIdentityProvider: PROVIDER_NAME,
    engineServiceAccount: output(NAMES.engine, 'email'),
    previewServiceAccount: output(NAMES.preview, 'email'),
    deployServiceAccount: output(NAMES.deploy, 'email'),
    contracts: contracts.map(({ agreed, grants }) => contractOutput(agreed.folder.id, showsFacts(grants), settings)),
  };
}

function contractOutput(contract: string, facts: boolean, { project }: StackSettings): InputFields {
  const dataset = datasetId('share', contract);
  const dashboards = DASHBOARD_TABLES.map(({ id }) => [id, dashboardUrl({ project, dataset, table: id }, `${contract}: ${id}`)] as const);
  return {
    contract,
    shareDataset: output(NAMES.share(contract), 'datasetId'),
    ...(facts ? { factsDataset: output(NAMES.facts(contract), 'datasetId') } : {}),
    dashboards: Object.fromEntries(dashboards),
  };
}
