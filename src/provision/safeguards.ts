import type { ResourceSpec, StackSettings } from './model.js';
import { deployerEntry, joined, labelsOf, NAMES, onlyDataset, output, specOf } from './spec.js';

/** What watches and keeps: the record of who read what, the budget, copies of evidence, and the program's own state. */
export function safeguardSpecs(settings: StackSettings): ResourceSpec[] {
  return [...auditSpecs(settings), ...budgetSpecs(settings), ...evidenceSpecs(settings), ...stateSpecs(settings)];
}

/** Id of the dataset that the record of access is kept in. */
export const AUDIT_DATASET = 'concord_audit';
const SINK = `${NAMES.audit}/sink`;
const DAY_SECONDS = 86_400;

/** Reads of tables, jobs, and changes of access, as BigQuery's own audit log has them. */
const AUDITED = [
  'protoPayload.serviceName="bigquery.googleapis.com"',
  '(protoPayload.metadata.tableDataRead:* OR protoPayload.metadata.jobChange:* OR protoPayload.metadata.datasetChange:*)',
].join(' AND ');

/**
 * The dataset first, since Google takes no sink without its destination; then the sink; then the right to write, for the account
 * that Google makes with the first sink of a project. A dataset that named that account itself would be refused before there is
 * a sink, and a sink before there is the dataset. No account of a workflow owns the record: its jobs stand in it.
 */
function auditSpecs(settings: StackSettings): ResourceSpec[] {
  const { project, location, audit } = settings;
  const because = ['stack: audit'];
  const description = 'Who read which data, ran which query, changed which access';
  return [
    specOf({
      name: NAMES.audit,
      type: 'gcp:bigquery/dataset:Dataset',
      inputs: {
        project,
        location,
        datasetId: AUDIT_DATASET,
        description,
        labels: labelsOf('audit'),
        accesses: [deployerEntry(settings)],
        defaultPartitionExpirationMs: audit.retentionDays * DAY_SECONDS * 1000,
        deletionPolicy: 'PREVENT',
      },
      protect: true,
      because,
    }),
    specOf({
      name: SINK,
      type: 'gcp:logging/projectSink:ProjectSink',
      inputs: {
        project,
        name: 'concord-audit',
        description,
        destination: joined(`bigquery.googleapis.com/projects/${project}/datasets/`, output(NAMES.audit, 'datasetId')),
        filter: AUDITED,
        uniqueWriterIdentity: true,
        bigqueryOptions: { usePartitionedTables: true },
      },
      because,
    }),
    specOf({
      name: `${SINK}/writes`,
      type: 'gcp:projects/iAMMember:IAMMember',
      inputs: {
        project,
        role: 'roles/bigquery.dataEditor',
        member: output(SINK, 'writerIdentity'),
        condition: onlyDataset(project, AUDIT_DATASET),
      },
      because,
    }),
  ];
}

function budgetSpecs({ budget }: StackSettings): ResourceSpec[] {
  if (budget === null) return [];
  return [
    specOf({
      name: 'concord/budget',
      type: 'gcp:billing/budget:Budget',
      inputs: {
        billingAccount: budget.billingAccount,
        displayName: 'Concord',
        amount: { specifiedAmount: { currencyCode: budget.currency, units: budget.amount } },
        budgetFilter: { projects: [`projects/${budget.projectNumber}`] },
        thresholdRules: [{ thresholdPercent: 0.5 }, { thresholdPercent: 0.9 }, { thresholdPercent: 1 }],
      },
      because: ['stack: budget'],
    }),
  ];
}

const EVIDENCE = 'concord/evidence';

/**
 * Copies of evidence that cannot be deleted before their retention is over. Whoever administers the project can take the retention
 * back, unless it is locked, which the settings may ask for and nothing undoes. The engine adds copies and reads none.
 */
function evidenceSpecs({ project, location, evidence }: StackSettings): ResourceSpec[] {
  const because = ['stack: evidence'];
  return [
    specOf({
      name: EVIDENCE,
      type: 'gcp:storage/bucket:Bucket',
      inputs: {
        project,
        location,
        name: `${project}-concord-evidence`,
        labels: labelsOf('evidence'),
        uniformBucketLevelAccess: true,
        publicAccessPrevention: 'enforced',
        forceDestroy: false,
        retentionPolicy: { retentionPeriod: String(evidence.retentionDays * DAY_SECONDS), ...(evidence.locked ? { isLocked: true } : {}) },
      },
      protect: true,
      because,
    }),
    specOf({
      name: `${EVIDENCE}/engine`,
      type: 'gcp:storage/bucketIAMMember:BucketIAMMember',
      inputs: { bucket: output(EVIDENCE, 'name'), role: 'roles/storage.objectCreator', member: output(NAMES.engine, 'member') },
      because,
    }),
  ];
}

/** The state's bucket was there before: it gets two entries more and stays as it is. */
function stateSpecs({ stateBucket }: StackSettings): ResourceSpec[] {
  if (stateBucket === null) return [];
  const entry = (account: 'preview' | 'deploy', role: string): ResourceSpec =>
    specOf({
      name: `concord/state/${account}`,
      type: 'gcp:storage/bucketIAMMember:BucketIAMMember',
      inputs: { bucket: stateBucket, role, member: output(NAMES[account], 'member') },
      because: ['stack: stateBucket'],
    });
  return [entry('preview', 'roles/storage.objectViewer'), entry('deploy', 'roles/storage.objectUser')];
}
