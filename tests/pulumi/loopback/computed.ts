import { type Fields, PROJECT_NUMBER as NUMBER } from './google/world.js';

/* Outputs that only the provider can say, as Google Cloud would answer in a project with this number. */

/** Output → value; also tells which outputs are unknown before an update. */
export function computedOutputs(type: string, name: string, inputs: Fields, project: string): Readonly<Record<string, string>> {
  const text = (property: string): string => String(inputs[property] ?? '');
  switch (type) {
    case 'gcp:bigquery/dataset:Dataset':
      return { selfLink: `https://bigquery.googleapis.com/bigquery/v2/projects/${project}/datasets/${text('datasetId')}` };
    case 'gcp:serviceaccount/account:Account': {
      const email = `${text('accountId')}@${project}.iam.gserviceaccount.com`;
      return { email, member: `serviceAccount:${email}`, name: `projects/${project}/serviceAccounts/${email}` };
    }
    case 'gcp:iam/workloadIdentityPool:WorkloadIdentityPool':
      return { name: `projects/${NUMBER}/locations/global/workloadIdentityPools/${text('workloadIdentityPoolId')}` };
    case 'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider':
      return {
        name: `projects/${NUMBER}/locations/global/workloadIdentityPools/${text('workloadIdentityPoolId')}/providers/${text('workloadIdentityPoolProviderId')}`,
      };
    case 'gcp:logging/projectSink:ProjectSink':
      return { writerIdentity: `serviceAccount:service-${NUMBER}@gcp-sa-logging.iam.gserviceaccount.com` };
    case 'gcp:projects/iAMCustomRole:IAMCustomRole':
      return { name: `projects/${project}/roles/${text('roleId')}` };
    case 'gcp:storage/bucket:Bucket':
      return { url: `gs://${text('name') || name}` };
    default:
      return {};
  }
}
