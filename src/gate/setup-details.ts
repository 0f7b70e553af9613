import type { Workspace } from '../contract/load-workspace.js';
import type { FoundSettings } from './setup-found.js';
import {
  APP_KEY_SECRET,
  byHand,
  hasCloud,
  type SetupRequest,
  type SetupStep,
  settledBy,
  stepOf,
  TRUSTED_ENVIRONMENT,
  type WantedSettings,
  whenSeen,
} from './setup-step.js';

/** Variables that the workflows read, and what needs them. */
export const VARIABLES: readonly { readonly name: string; readonly for: 'app' | 'cloud' | 'choice' }[] = [
  { name: 'CONCORD_APP_CLIENT_ID', for: 'app' },
  { name: 'CONCORD_WORKLOAD_IDENTITY_PROVIDER', for: 'cloud' },
  { name: 'CONCORD_ENGINE_SERVICE_ACCOUNT', for: 'cloud' },
  { name: 'CONCORD_PREVIEW_SERVICE_ACCOUNT', for: 'choice' },
  { name: 'CONCORD_DEPLOY_SERVICE_ACCOUNT', for: 'cloud' },
  { name: 'CONCORD_PULUMI_STACK', for: 'cloud' },
  { name: 'CONCORD_PULUMI_BACKEND', for: 'cloud' },
  { name: 'CONCORD_PUBLISH_DATASET', for: 'choice' },
];

const LABEL = { color: '1d76db', description: 'Concord' };

/** An issue form gives a label only where the repository has it, and the form is known by it. */
export function labelSteps(labels: readonly string[], { labels: there }: FoundSettings): SetupStep[] {
  return labels.map((name) =>
    whenSeen('label', name, there, (found) => {
      // The forge does not tell labels apart by case.
      const has = found.some((other) => other.toLowerCase() === name.toLowerCase());
      return settledBy('label', name, has ? [] : [{ method: 'POST', path: '/labels', body: { name, ...LABEL } }]);
    }),
  );
}

/** Variables that are given, or that this repository's app and warehouse need. */
export function variableSteps({ workspace, variables }: WantedSettings, { variables: there }: FoundSettings): SetupStep[] {
  const needed = { app: workspace.github !== null, cloud: hasCloud(workspace), choice: false };
  return VARIABLES.filter((variable) => needed[variable.for] || variables.has(variable.name)).map(({ name }) =>
    whenSeen('variable', name, there, (found) => {
      const value = variables.get(name);
      if (value === undefined && found.has(name)) return stepOf('variable', name, 'done');
      if (value === undefined) return byHand('variable', name, 'variable-missing', { name });
      const request: SetupRequest = found.has(name)
        ? { method: 'PATCH', path: `/actions/variables/${name}`, body: { value } }
        : { method: 'POST', path: '/actions/variables', body: { name, value } };
      return settledBy('variable', name, found.get(name) === value ? [] : [request]);
    }),
  );
}

/** The app's key, which nobody but the forge may see: it lies in the environment, and nowhere else. */
export function secretSteps(hasApp: boolean, { secrets }: FoundSettings): SetupStep[] {
  const step = whenSeen('secret', APP_KEY_SECRET, secrets, ({ everywhere, guarded }) => {
    const params = { name: APP_KEY_SECRET, environment: TRUSTED_ENVIRONMENT };
    if (everywhere.includes(APP_KEY_SECRET)) return byHand('secret', APP_KEY_SECRET, 'secret-everywhere', params);
    if (hasApp && !guarded.includes(APP_KEY_SECRET)) return byHand('secret', APP_KEY_SECRET, 'secret-missing', params);
    return stepOf('secret', APP_KEY_SECRET, 'done');
  });
  return hasApp || step.state === 'by-hand' ? [step] : [];
}

/** Whoever signs can see what they sign; a login that was renamed is said. */
export function accessSteps({ people }: Workspace, { collaborators }: FoundSettings): SetupStep[] {
  return people.map(({ id, github, login }) =>
    whenSeen('access', id, collaborators, (found) => {
      const there = found.find((each) => each.id === github);
      if (there === undefined) return byHand('access', id, 'no-access', { id: github });
      const renamed = login !== undefined && login.toLowerCase() !== there.login.toLowerCase();
      return renamed ? byHand('access', id, 'login-changed', { login: there.login }) : stepOf('access', id, 'done');
    }),
  );
}
