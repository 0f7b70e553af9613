import { PolicyPack } from '@pulumi/policy';
import { Config } from '@pulumi/pulumi';
import { parseSettings } from '../../../provision/settings.js';
import { cloudPolicies } from './policies.js';

/*
 * The policy pack that `pulumi --policy-pack policy` runs in a process of its own: the rules above every resource of the stack,
 * whatever program made it. Starting it is all that this module does.
 */

// The stack's settings name who keeps access. Without settings nobody does, and the program says what is wrong with them.
const { written } = parseSettings('concord:settings', new Config('concord').get('settings') ?? '');
const { project, deployer, sources } = written?.settings ?? { project: null, deployer: null, sources: [] };
const owners = new Set([deployer ?? [], sources.map((source) => source.owners)].flat(2));

new PolicyPack('concord', { policies: cloudPolicies({ project, owners }) });
