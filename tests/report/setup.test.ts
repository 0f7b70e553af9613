import { expect, test } from 'vitest';
import type { Workspace } from '../../src/contract/load-workspace.js';
import { planSetup } from '../../src/gate/setup.js';
import type { FoundSettings } from '../../src/gate/setup-found.js';
import { type SetupReport, setupDocument } from '../../src/report/setup.js';
import { WORKSPACE } from '../gate/scenario.js';
import { renderSetup, renderSetupMarkdown } from './rendered.js';

const FOUND: FoundSettings = {
  repository: { owner: 'acme', name: 'kpis', defaultBranch: 'trunk', private: true, organisation: false, admin: true },
  merging: { value: { merge: true, squash: false, rebase: false } },
  workflowToken: { value: { permissions: 'write', mayOpen: true } },
  rulesets: { refused: 'Upgrade to GitHub Pro <b>now</b> @acme' },
  environments: { value: new Map() },
  labels: { value: ['Form:Dispute'] },
  variables: { value: new Map() },
  secrets: { value: { everywhere: [], guarded: [] } },
  collaborators: {
    value: [
      { id: 1, login: 'alice', admin: true, write: true },
      { id: 11, login: 'bob', admin: false, write: true },
      { id: 12, login: 'carol', admin: false, write: true },
    ],
  },
};

/** The same people, with a warehouse in a cloud. */
const CLOUD = { ...WORKSPACE, warehouse: { engine: 'bigquery', project: 'acme-kpi', location: 'EU', maxGigabytesBilled: null } as const };

function report(found: Partial<FoundSettings> = {}, workspace: Workspace = WORKSPACE): SetupReport {
  const ruleset = { name: 'concord: default branch', needsApp: false, body: { name: 'concord: default branch' } };
  const wanted = { workspace, rulesets: [ruleset], labels: ['form:dispute'], variables: new Map() };
  const request = { method: 'PUT', path: '/actions/permissions/workflow', body: {} } as const;
  const done = [{ subject: 'workflow-token', name: 'read', request, refused: 'Must have admin rights' }] as const;
  return { repository: 'acme/kpis', plan: planSetup(wanted, { ...FOUND, ...found }), done };
}

test('in a terminal, in English', () => {
  const lines = renderSetup(report(), 'en', { color: false, width: 100 }).split('\n');
  const limits = lines.findIndex((line) => line.startsWith('── What GitHub'));
  expect(lines[limits + 1]).toBe('• GitHub’s plan for this private repository has no rules: whoever can write can push to the default');
  expect(lines.slice(0, limits)).toEqual([
    'Set-up of acme/kpis · 4 of 9 open',
    '─'.repeat(100),
    'Setting                                             State',
    '─'.repeat(63),
    'ruleset “concord: default branch”                   not visible',
    '  GitHub does not show it to this token: Upgrade to GitHub Pro <b>now</b> @acme',
    'merge commits only                                  done',
    'default token of workflows: reads only              to do',
    'environment “concord”, for the default branch only  to do',
    'label “form:dispute”                                done',
    'access of alice                                     done',
    'access of ann                                       by hand',
    '  Invite the account with id 2',
    'access of bob                                       done',
    'access of carol                                     done',
    '',
    `── Refused by the forge ${'─'.repeat(76)}`,
    '• default token of workflows: reads only · PUT /actions/permissions/workflow',
    '  Must have admin rights',
    '',
  ]);
});

test('the forge’s own words are only words', () => {
  const text = renderSetupMarkdown(report(), 'zh');
  expect(text).toContain('Upgrade to GitHub Pro &lt;b&gt;now&lt;/b&gt; @&#8203;acme');
  expect(text).toContain('## GitHub 在此未强制执行的事项');
});

test('for machines: every limit by its code, in both languages', () => {
  const { limits, steps } = setupDocument(report());
  expect(limits.map(({ code }) => code)).toEqual([
    'no-rules-by-plan',
    'status-by-anybody',
    'branches-by-anybody',
    'bot-waits-for-a-click',
    'administrators',
    'one-owner',
    'other-default-branch',
  ]);
  expect(limits[4]?.text).toEqual({
    en: 'Administrators can switch every rule off and on again (alice; owners of the organisation too). GitHub’s audit log and concord audit show it; nothing prevents it.',
    zh: '管理员可以关闭并重新开启任何规则（alice；以及组织所有者）。GitHub 审计日志与 concord audit 会留下记录，但无法阻止。',
  });
  expect(steps.find(({ name }) => name === 'ann')).toEqual({
    subject: 'access',
    name: 'ann',
    state: 'by-hand',
    note: { code: 'no-access', text: { en: 'Invite the account with id 2', zh: '请邀请 id 为 2 的账号' } },
    drift: [],
    requests: [],
  });
});

test('where a cloud is changed, and who looks at it, is set up where there is one', () => {
  const lines = renderSetup(report({}, CLOUD), 'en', { color: false, width: 100 }).split('\n');
  expect(lines[0]).toBe('Set-up of acme/kpis · 11 of 16 open');
  const of = (name: string) => lines.filter((line) => line.includes(`“${name}”`)).map((line) => line.trim().replace(/ {2,}/, '  '));
  expect(of('production')).toEqual([
    'environment “production”, for the default branch only  to do',
    'reviewers of the environment “production”  to do',
  ]);
  expect(report({}, CLOUD).plan.limits.map(({ code }) => code)).toContain('one-reviewer-is-enough');
});

test('an environment is closed to every branch but the default one, and keeps its reviewers', () => {
  const reviewers = [{ type: 'Team', id: 77 }];
  const there = { reviewers, kept: { reviewers, wait_timer: 5 }, branches: null };
  const { plan } = report({ environments: { value: new Map([['production', there]]) } }, CLOUD);
  const requests = plan.steps.filter(({ name }) => name === 'production').flatMap((step) => step.requests);
  const closed = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  const people = [1, 11, 2, 12].map((id) => ({ type: 'User', id }));
  expect(requests).toEqual([
    { method: 'PUT', path: '/environments/production', body: { reviewers, wait_timer: 5, ...closed } },
    { method: 'POST', path: '/environments/production/deployment-branch-policies', body: { name: 'trunk', type: 'branch' } },
    {
      method: 'PUT',
      path: '/environments/production',
      body: { reviewers: [...reviewers, ...people], prevent_self_review: true, wait_timer: 5, ...closed },
    },
  ]);
});

test('no more reviewers than the forge takes, of both parties by turns', () => {
  const people = Array.from({ length: 10 }, (_, index) => ({ id: `p${index}`, name: 'P', github: index + 1 }));
  const names = people.map(({ id }) => id);
  const workspace = { ...CLOUD, people, governance: { brand: names.slice(0, 8), provider: names.slice(8) } };
  const { steps } = planSetup({ workspace, rulesets: [], labels: [], variables: new Map() }, FOUND);
  const body = steps.find(({ subject }) => subject === 'reviewers')?.requests[0]?.body;
  expect(body?.reviewers).toEqual([1, 9, 2, 10, 3, 4].map((id) => ({ type: 'User', id })));
});
