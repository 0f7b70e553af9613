/*
 * The part of `@pulumi/gcp` that is used, in place of its own 13 MB of types, which would triple every build. Inputs come as
 * plain data and have no static type anyway; tests hold every spec against the provider's own types.
 */
import type { CustomResource, CustomResourceOptions, Inputs, ProviderResource, ResourceOptions } from '@pulumi/pulumi';

type ProviderClass = new (name: string, inputs: Inputs, options?: CustomResourceOptions) => CustomResource;

export declare const bigquery: Readonly<Record<'Dataset' | 'DatasetAccess' | 'Table' | 'DataTransferConfig', ProviderClass>>;
export declare const billing: Readonly<Record<'Budget', ProviderClass>>;
export declare const iam: Readonly<Record<'WorkloadIdentityPool' | 'WorkloadIdentityPoolProvider', ProviderClass>>;
export declare const logging: Readonly<Record<'ProjectSink', ProviderClass>>;
export declare const projects: Readonly<Record<'IAMMember' | 'IAMCustomRole', ProviderClass>>;
export declare const serviceaccount: Readonly<Record<'Account' | 'IAMMember', ProviderClass>>;
export declare const storage: Readonly<Record<'Bucket' | 'BucketIAMMember', ProviderClass>>;

export declare class Provider extends ProviderResource {
  constructor(name: string, inputs: Inputs, options?: ResourceOptions);
}
