import * as gcp from '@pulumi/gcp';
import type { CustomResource, CustomResourceOptions, Inputs } from '@pulumi/pulumi';
import type { ResourceType } from '../../provision/model.js';

/** Makes resources of one type. */
export interface ResourceClass {
  make(name: string, inputs: Inputs, options: CustomResourceOptions): CustomResource;
}

/**
 * A class of the provider whose inputs come as plain data. That these fit the class is shown by tests, which hold every spec
 * against the provider's own types: data that follow from contracts have no static type.
 */
function made<A extends Inputs>(type: new (name: string, inputs: A, options?: CustomResourceOptions) => CustomResource): ResourceClass {
  return { make: (name, inputs: A, options) => new type(name, inputs, options) };
}

/** The provider's class of every type that specs may have. */
export const RESOURCE_CLASSES: Readonly<Record<ResourceType, ResourceClass>> = {
  'gcp:bigquery/dataset:Dataset': made(gcp.bigquery.Dataset),
  'gcp:bigquery/datasetAccess:DatasetAccess': made(gcp.bigquery.DatasetAccess),
  'gcp:bigquery/table:Table': made(gcp.bigquery.Table),
  'gcp:bigquery/dataTransferConfig:DataTransferConfig': made(gcp.bigquery.DataTransferConfig),
  'gcp:serviceaccount/account:Account': made(gcp.serviceaccount.Account),
  'gcp:serviceaccount/iAMMember:IAMMember': made(gcp.serviceaccount.IAMMember),
  'gcp:projects/iAMMember:IAMMember': made(gcp.projects.IAMMember),
  'gcp:projects/iAMCustomRole:IAMCustomRole': made(gcp.projects.IAMCustomRole),
  'gcp:iam/workloadIdentityPool:WorkloadIdentityPool': made(gcp.iam.WorkloadIdentityPool),
  'gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider': made(gcp.iam.WorkloadIdentityPoolProvider),
  'gcp:logging/projectSink:ProjectSink': made(gcp.logging.ProjectSink),
  'gcp:billing/budget:Budget': made(gcp.billing.Budget),
  'gcp:storage/bucket:Bucket': made(gcp.storage.Bucket),
  'gcp:storage/bucketIAMMember:BucketIAMMember': made(gcp.storage.BucketIAMMember),
};
