import {
  type Collaborator,
  collaboratorsIn,
  environmentIn,
  type FoundEnvironment,
  type FoundSettings,
  fieldOf,
  namesIn,
  textOf,
} from '../gate/setup-found.js';
import { CLOUD_ENVIRONMENT, TRUSTED_ENVIRONMENT } from '../gate/setup-step.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { SettingReads } from '../ports/forge-settings.js';
import { seen, settingsList } from './forge-settings.js';
import { foundRulesets } from './rulesets.js';

/** Everything of a repository's settings that Concord looks at. What the forge refuses to show is kept as refused. */
export async function readSettings(forge: ForgeReads & SettingReads): Promise<FoundSettings> {
  const repository = await forge.repository();
  const answer = await forge.settings({ method: 'GET', path: '' });
  const flag = (key: string) => fieldOf(answer, key);
  const merging = { merge: flag('allow_merge_commit'), squash: flag('allow_squash_merge'), rebase: flag('allow_rebase_merge') };
  return {
    repository: {
      owner: repository.owner,
      name: repository.name,
      defaultBranch: repository.defaultBranch,
      private: repository.private,
      organisation: repository.organisation,
      admin: fieldOf(fieldOf(answer, 'permissions'), 'admin') === true,
    },
    // The forge leaves these out for whoever may not change them.
    merging:
      typeof merging.merge === 'boolean'
        ? { value: { merge: merging.merge, squash: merging.squash === true, rebase: merging.rebase === true } }
        : { refused: 'allow_merge_commit' },
    workflowToken: await seen(async () => {
      const token = await forge.settings({ method: 'GET', path: '/actions/permissions/workflow' });
      return {
        permissions: textOf(token, 'default_workflow_permissions') ?? '-',
        mayOpen: fieldOf(token, 'can_approve_pull_request_reviews') === true,
      };
    }),
    rulesets: await seen(() => foundRulesets(forge)),
    environments: await seen(() => readEnvironments(forge)),
    labels: await seen(async () => namesIn(await settingsList(forge, '/labels'))),
    variables: await seen(async () => {
      const all = await settingsList(forge, '/actions/variables', 'variables');
      return new Map(all.map((each) => [textOf(each, 'name') ?? '', textOf(each, 'value') ?? '']));
    }),
    secrets: await seen(async () => ({
      everywhere: namesIn(await settingsList(forge, '/actions/secrets', 'secrets')),
      guarded: namesIn(await settingsList(forge, `/environments/${TRUSTED_ENVIRONMENT}/secrets`, 'secrets')),
    })),
    collaborators: await seen(async (): Promise<readonly Collaborator[]> => collaboratorsIn(await settingsList(forge, '/collaborators'))),
  };
}

async function readEnvironments(forge: ForgeReads & SettingReads): Promise<ReadonlyMap<string, FoundEnvironment>> {
  const found = new Map<string, FoundEnvironment>();
  for (const name of [TRUSTED_ENVIRONMENT, CLOUD_ENVIRONMENT]) {
    const answer = await forge.settings({ method: 'GET', path: `/environments/${name}` });
    if (answer === null) continue;
    const policies = await settingsList(forge, `/environments/${name}/deployment-branch-policies`, 'branch_policies');
    found.set(name, environmentIn(answer, policies));
  }
  return found;
}
