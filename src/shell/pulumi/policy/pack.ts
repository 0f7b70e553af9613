import { PolicyPack } from '@pulumi/policy';
import { Config } from '@pulumi/pulumi';
import { cloudPolicies } from './policies.js';

/*
 * The policy pack that `pulumi --policy-pack policy` runs in a process of its own: the rules above every resource of the stack,
 * whatever program made it. Starting it is all that this module does.
 */

interface Owners {
  readonly owners?: readonly string[];
}

const config = new Config('concord');
const sources = config.getObject<readonly Owners[]>('sources') ?? [];
const owners = [config.get('deployer') ?? [], sources.map((source) => source.owners ?? [])].flat(2);

new PolicyPack('concord', { policies: cloudPolicies({ owners: new Set(owners) }) });
