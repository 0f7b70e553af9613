import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULESETS_FOLDER, type Ruleset, readRuleset, rulesetDrift } from '../../src/gate/rulesets.js';
import { REPOSITORY } from '../run-cli.js';

const APP = 424242;
const textOf = (file: string) => readFileSync(join(REPOSITORY, RULESETS_FOLDER, file), 'utf8');

function shipped(file: string, app: number | null): Ruleset {
  const ruleset = readRuleset(textOf(file), app);
  if (ruleset === null) throw new Error(`${file} is no ruleset`);
  return ruleset;
}

/** What the forge answers after a ruleset was set: more than was asked for. */
function answered(ruleset: Ruleset, change: (body: Record<string, unknown>) => void = () => undefined): Record<string, unknown> {
  const body = structuredClone<Record<string, unknown>>({ ...ruleset.body });
  change(body);
  return { id: 7, node_id: 'RRS_7', source_type: 'Repository', source: 'acme/kpis', created_at: '2026-01-01T00:00:00Z', ...body };
}

const rulesOf = (body: Record<string, unknown>) => body.rules as { type: string; parameters: Record<string, unknown> }[];
const parametersOf = (body: Record<string, unknown>, type: string): Record<string, unknown> =>
  rulesOf(body).find((rule) => rule.type === type)?.parameters ?? {};

test('the repository ships three rulesets; those that the app alone passes need one', () => {
  expect(readdirSync(join(REPOSITORY, RULESETS_FOLDER)).sort()).toEqual(['bot-branches.json', 'checks.json', 'main.json']);
  expect(shipped('main.json', null).needsApp).toBe(false);
  expect(shipped('bot-branches.json', null).needsApp).toBe(true);
  expect(shipped('checks.json', null).needsApp).toBe(true);
});

test('with an app the status is believed from it alone, and it alone writes to its branches', () => {
  const main = shipped('main.json', APP);
  expect(parametersOf({ ...main.body }, 'required_status_checks').required_status_checks).toEqual([
    { context: 'concord/both-parties', integration_id: APP },
  ]);
  expect(main.body.bypass_actors).toEqual([]);
  // Nobody takes the folder's own name either: with a branch `settlement` there can be none below it.
  expect(shipped('bot-branches.json', APP).body.conditions).toEqual({
    ref_name: {
      include: ['refs/heads/settlement', 'refs/heads/settlement/**/*', 'refs/heads/form', 'refs/heads/form/**/*', 'refs/heads/forms'],
      exclude: [],
    },
  });
  expect(shipped('bot-branches.json', APP).body.bypass_actors).toEqual([
    { actor_id: APP, actor_type: 'Integration', bypass_mode: 'always' },
  ]);
  const checks = shipped('checks.json', APP);
  expect(checks.body.bypass_actors).toEqual([{ actor_id: APP, actor_type: 'Integration', bypass_mode: 'always' }]);
  expect(parametersOf({ ...checks.body }, 'required_status_checks').required_status_checks).toEqual([
    { context: 'contracts', integration_id: 15368 },
    { context: 'engine', integration_id: 15368 },
  ]);
  expect(parametersOf({ ...shipped('main.json', null).body }, 'required_status_checks').required_status_checks).toEqual([
    { context: 'concord/both-parties' },
  ]);
});

test('what the forge adds, other order, further rules and checks are no drift', () => {
  const main = shipped('main.json', APP);
  expect(rulesetDrift(main, answered(main))).toEqual([]);
  const stricter = answered(main, (body) => {
    rulesOf(body).reverse();
    rulesOf(body).push({ type: 'required_signatures', parameters: {} });
    parametersOf(body, 'pull_request').required_reviewers = [];
    (parametersOf(body, 'required_status_checks').required_status_checks as unknown[]).unshift({ context: 'ci' });
  });
  expect(rulesetDrift(main, stricter)).toEqual([]);
});

test.each<[string, (body: Record<string, unknown>) => void, readonly unknown[]]>([
  ['switched off', (body) => Object.assign(body, { enforcement: 'evaluate' }), ['enforcement', '"active"', '"evaluate"']],
  [
    'somebody may bypass',
    (body) => Object.assign(body, { bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }] }),
    ['bypass_actors[RepositoryRole 5]', null, '{"actor_id":5,"actor_type":"RepositoryRole","bypass_mode":"always"}'],
  ],
  [
    'a branch is left out',
    (body) => Object.assign(body, { conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: ['refs/heads/main'] } } }),
    ['conditions.ref_name.exclude[refs/heads/main]', null, '"refs/heads/main"'],
  ],
  [
    'the branch is not covered',
    (body) => Object.assign(body, { conditions: { ref_name: { include: [], exclude: [] } } }),
    ['conditions.ref_name.include[~DEFAULT_BRANCH]', '"~DEFAULT_BRANCH"', null],
  ],
  [
    'force pushes are allowed',
    (body) => Object.assign(body, { rules: rulesOf(body).filter(({ type }) => type !== 'non_fast_forward') }),
    ['rules[non_fast_forward]', '{"type":"non_fast_forward"}', null],
  ],
  [
    'the status is believed from anybody',
    (body) =>
      Object.assign(parametersOf(body, 'required_status_checks'), { required_status_checks: [{ context: 'concord/both-parties' }] }),
    ['rules[required_status_checks].parameters.required_status_checks[concord/both-parties].integration_id', String(APP), null],
  ],
  [
    'the status is believed from another app',
    (body) =>
      Object.assign(parametersOf(body, 'required_status_checks'), {
        required_status_checks: [{ context: 'concord/both-parties', integration_id: 1 }],
      }),
    ['rules[required_status_checks].parameters.required_status_checks[concord/both-parties].integration_id', String(APP), '1'],
  ],
  [
    'approvals outlive a push',
    (body) => Object.assign(parametersOf(body, 'pull_request'), { dismiss_stale_reviews_on_push: false }),
    ['rules[pull_request].parameters.dismiss_stale_reviews_on_push', 'true', 'false'],
  ],
  [
    'other ways to merge',
    (body) => Object.assign(parametersOf(body, 'pull_request'), { allowed_merge_methods: ['merge', 'squash'] }),
    ['rules[pull_request].parameters.allowed_merge_methods[squash]', null, '"squash"'],
  ],
])('drift: %s', (_, change, [path, wanted, found]) => {
  const main = shipped('main.json', APP);
  expect(rulesetDrift(main, answered(main, change))).toEqual([{ path, wanted, found }]);
});

test('a ruleset that is not there, and one whose bypass the token may not see', () => {
  const branches = shipped('bot-branches.json', APP);
  expect(rulesetDrift(branches, null)).toEqual([{ path: '', wanted: 'concord: branches of the app', found: null }]);
  const unseen = answered(branches, (body) => delete body.bypass_actors);
  expect(rulesetDrift(branches, unseen)).toEqual([
    { path: 'bypass_actors', wanted: `[{"actor_id":${APP},"actor_type":"Integration","bypass_mode":"always"}]`, found: null, unseen: true },
  ]);
});

test('a list that is no list, in the forge or in the repository, is a drift like any other', () => {
  const main = shipped('main.json', null);
  const strange = answered(main, (body) => Object.assign(parametersOf(body, 'pull_request'), { allowed_merge_methods: 'merge' }));
  const path = 'rules[pull_request].parameters.allowed_merge_methods';
  expect(rulesetDrift(main, strange)).toEqual([{ path, wanted: '["merge"]', found: '"merge"' }]);
  expect(rulesetDrift({ ...main, body: strange }, answered(main)).filter((drift) => drift.path === path)).toEqual([
    { path, wanted: '"merge"', found: '["merge"]' },
  ]);
  // and nothing in it can be believed from the app
  const text = (checks: unknown) =>
    JSON.stringify({ name: 'x', rules: [{ type: 'required_status_checks', parameters: { required_status_checks: checks } }] });
  expect(readRuleset(text('concord/both-parties'), APP)?.body.rules).toEqual(JSON.parse(text('concord/both-parties')).rules);
  expect(readRuleset(text('engine'), APP)?.needsApp).toBe(false);
  expect(readRuleset(text(['engine', { context: 'engine' }]), APP)?.needsApp).toBe(true);
});

test.each(['', '[]', 'null', '{"name": 1, "rules": []}', '{"name": "x"}', '{'])('%j is no ruleset', (text) => {
  expect(readRuleset(text, APP)).toBeNull();
});
