import { type Ruleset, rulesetDrift } from './rulesets.js';
import { accessSteps, labelSteps, secretSteps, variableSteps } from './setup-details.js';
import { environmentStep, reviewersStep } from './setup-environments.js';
import type { FoundSettings } from './setup-found.js';
import { limitsOf } from './setup-limits.js';
import {
  CLOUD_ENVIRONMENT,
  hasCloud,
  type SetupLimit,
  type SetupRequest,
  type SetupStep,
  settledBy,
  stepOf,
  TRUSTED_ENVIRONMENT,
  type WantedSettings,
  whenSeen,
} from './setup-step.js';

/** What to change, what only people can do, and what stays open to whom. */
export interface SetupPlan {
  readonly steps: readonly SetupStep[];
  readonly limits: readonly SetupLimit[];
}

/**
 * What a repository needs so that the gate's decision binds, compared with what it has: every setting in a fixed order, and
 * everything that the forge does not enforce.
 */
export function planSetup(wanted: WantedSettings, found: FoundSettings): SetupPlan {
  const hasApp = wanted.workspace.github !== null;
  const steps = [
    ...wanted.rulesets.map((ruleset) => rulesetStep(ruleset, hasApp, found)),
    mergingStep(found),
    workflowTokenStep(hasApp, found),
    environmentStep(TRUSTED_ENVIRONMENT, found),
    ...(hasCloud(wanted.workspace) ? [environmentStep(CLOUD_ENVIRONMENT, found), reviewersStep(wanted.workspace, found)] : []),
    ...labelSteps(wanted.labels, found),
    ...variableSteps(wanted, found),
    ...secretSteps(hasApp, found),
    ...accessSteps(wanted.workspace, found),
  ];
  return { steps, limits: limitsOf(wanted.workspace, found, steps) };
}

function rulesetStep(ruleset: Ruleset, hasApp: boolean, { rulesets }: FoundSettings): SetupStep {
  const { name, body, needsApp } = ruleset;
  return whenSeen('ruleset', name, rulesets, (there) => {
    // Without somebody who may pass, such a ruleset would keep Concord itself out.
    if (needsApp && !hasApp) return stepOf('ruleset', name, 'not-here', { note: { code: 'needs-app', with: {} } });
    const found = there.get(name);
    const drift = rulesetDrift(ruleset, found?.answer ?? null);
    if (drift.length > 0 && drift.every(({ unseen }) => unseen === true)) {
      return stepOf('ruleset', name, 'unknown', { note: { code: 'bypass-unseen', with: {} }, drift });
    }
    const request: SetupRequest =
      found === undefined ? { method: 'POST', path: '/rulesets', body } : { method: 'PUT', path: `/rulesets/${found.id}`, body };
    return settledBy('ruleset', name, drift.length === 0 ? [] : [request], { drift });
  });
}

/** Merge commits alone: the commit that was approved stays a parent of what is merged, so that anybody can check it later. */
function mergingStep({ merging }: FoundSettings): SetupStep {
  return whenSeen('merging', 'merge', merging, ({ merge, squash, rebase }) => {
    const body = { allow_merge_commit: true, allow_squash_merge: false, allow_rebase_merge: false };
    return settledBy('merging', 'merge', merge && !squash && !rebase ? [] : [{ method: 'PATCH', path: '', body }]);
  });
}

/** The default token reads, unless a job asks for more; it opens pull requests only where there is no app to do so. */
function workflowTokenStep(hasApp: boolean, { workflowToken }: FoundSettings): SetupStep {
  return whenSeen('workflow-token', 'read', workflowToken, ({ permissions, mayOpen }) => {
    const body = { default_workflow_permissions: 'read', can_approve_pull_request_reviews: !hasApp };
    const done = permissions === 'read' && mayOpen === !hasApp;
    return settledBy('workflow-token', 'read', done ? [] : [{ method: 'PUT', path: '/actions/permissions/workflow', body }]);
  });
}
