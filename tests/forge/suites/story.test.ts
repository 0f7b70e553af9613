import { afterEach, beforeEach, expect, test } from 'vitest';
import { agreed, CONTRACT, DEFINITIONS, filled, HERE, ID, openPlace, type Place, statement } from '../story-place.js';

let place: Place;

beforeEach(async () => {
  place = await openPlace();
});
afterEach(async () => {
  expect(place.github.violations).toEqual([]);
  await place.stop();
});

const at = (instant: string) => place.github.clock.set(instant);

/** Runs the CLI, which must find nothing wrong. */
async function concord(args: string): Promise<string> {
  const { code, stdout, stderr } = await place.run(args.split(' '));
  expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}

/** What the workflow of every night does. */
async function night(instant: string): Promise<string[]> {
  at(instant);
  const said = await concord('settle --open-pr');
  await concord('gate --all --merge');
  return said.trimEnd().split('\n');
}

/** What the workflow of an issue does. @returns the number of the pull request */
async function form(issue: number, action: 'opened' | 'edited' = 'opened'): Promise<number> {
  await concord(`form --event ${place.eventFile(issue, action)}`);
  const found = place.github.pulls().find(({ headBranch }) => headBranch === `form/${issue}`);
  return found?.number ?? 0;
}

const topic = (number: number, name: string) =>
  place.github.comments(number).find(({ body }) => body.startsWith(`<!-- concord:${name} `))?.body ?? '';
const status = (number: number) => {
  const found = place.github.status(place.github.pull(number).headSha);
  return found === null ? null : `${found.state}: ${found.description}`;
};
const decide = async (number: number) => {
  await concord(`gate --pr ${number} --merge`);
  return status(number);
};

/** The checks of the workflows pass at a head: only they may say so. */
function checked(number: number): void {
  const { github } = place;
  const { headSha } = github.pull(number).pull;
  for (const context of ['contracts', 'engine']) github.as('github-actions[bot]').setStatus(headSha, context, 'success');
}

test('a contract lives: agreed, settled, changed by a form, disputed, accepted by silence', async () => {
  const { github, sell } = place;
  const proposed = (period: string) => statement(github, period, `settlement/${ID}/${period}`);
  // set up by somebody who may; only the app's key is put there by hand
  const setup = await place.run(['setup', 'github', '--apply', '--variable', 'CONCORD_APP_CLIENT_ID=Iv23liTest'], { login: 'root' });
  expect(setup.code).toBe(1);
  expect(setup.stdout).toContain('1 of 25 open');
  expect(() => github.as('ana').push('main', { [`${HERE}/contract.yaml`]: CONTRACT })).toThrow('through a pull request');

  // the contract itself: one who signs for the provider proposes it, so another of theirs must approve
  at('2025-12-10T10:00:00Z');
  github.as('bob').push('start', { [`${HERE}/contract.yaml`]: CONTRACT, [`${HERE}/definitions.yaml`]: DEFINITIONS });
  const first = github.as('bob').openPullRequest({ head: 'start', title: 'Our contract' });
  expect(await decide(first)).toMatch(/^pending: /);
  github.as('ana').approve(first);
  github.as('bob').comment(first, 'LGTM, approved');
  expect(await decide(first)).toMatch(/^pending: /);
  expect(() => github.as('ana').mergePullRequest(first)).toThrow('Required status check');
  github.as('bea').approve(first);
  expect(await decide(first)).toMatch(/^success: /);
  checked(first);
  github.as('ana').mergePullRequest(first);

  // January: a draft from its first day, the statement when it is due, accepted by both
  expect(await night('2026-01-01T03:23:00Z')).toEqual([
    `${ID} 2026-01 #2: draft until 2026-02-05 (write the preview, open the pull request, label it)`,
  ]);
  expect(topic(2, 'scorecard')).toContain('Preview as of 2026-01-01: it pays nothing and binds nobody.');
  sell({ '2026-01-10': '8000.00' });
  expect(await night('2026-02-05T03:23:00Z')).toEqual([
    `${ID} 2026-01 #2: proposed (measure and write the statement, mark it ready)`,
    `${ID} 2026-02 #3: draft until 2026-03-05 (write the preview, open the pull request, label it)`,
  ]);
  expect(proposed('2026-01')).toEqual({ run: 1, total: '2400.00', lines: ['base 1000.00', 'share 800.00', 'reward 600.00'] });
  expect(topic(2, 'settlement')).toContain('USD 2,400.00');
  expect(status(2)).toMatch(/^pending: /);
  github.as('ana').approve(2);
  github.as('bob').approve(2);
  expect(await decide(2)).toMatch(/^success: /);
  expect(github.pull(2).merged).toBe(true);

  // a higher target, by a form; what it is worth is said before anybody agrees
  at('2026-02-10T09:00:00Z');
  const target = (value: string) =>
    filled('target-change', {
      contract: ID,
      kpi: 'sales',
      value: value,
      from: '2026-04',
      reason: 'A new channel opens in April.',
    });
  const issue = github.as('ana').openIssue('Raise the target', target('12000'), ['form:target-change']);
  const change = await form(issue);
  expect(topic(issue, 'form')).toContain(`pull request #${change}`);
  await concord(`comment --pr ${change}`);
  // 8000 of 12000 from 6000 on is a third: 333.33 instead of 600.00
  expect(topic(change, 'changes')).toContain('USD -266.67');
  github.as('bob').approve(change);
  expect(await decide(change)).toMatch(/^pending: /);
  expect(topic(change, 'verdict')).toContain('Missing: Ana, Ann');

  // other words are another commit: what was approved is stale, and the comment says what the new one is worth
  github.as('ana').editIssue(issue, { body: target('11000') });
  expect(await form(issue, 'edited')).toBe(change);
  await concord(`comment --pr ${change}`);
  // 8000 of 11000 from 5500 on is 5/11: 454.55
  expect(topic(change, 'changes')).toContain('USD -145.45');
  expect(github.comments(change).filter(({ body }) => body.startsWith('<!-- concord:changes ')).length).toBe(1);
  github.as('ana').approve(change);
  expect(await decide(change)).toMatch(/^pending: /);
  // GitHub's own rule dismisses what was approved before the push
  expect(topic(change, 'verdict')).toMatch(/Missing: [^\n]*Bob/);
  expect(() => github.as('ana').mergePullRequest(change)).toThrow('Required status check');
  github.as('bob').approve(change);
  expect(await decide(change)).toMatch(/^success: /);
  checked(change);
  github.as('ana').mergePullRequest(change);
  expect(github.file(`${HERE}/contract.yaml`)).toContain('target: { 2026-01: 10000, 2026-04: 11000 }');

  // February: a sale of January came late, and is made up for; more than a tenth of a line waits
  sell({ '2026-01-10': '8000.00', '2026-01-31': '500.00', '2026-02-11': '9000.00' });
  const march = await night('2026-03-05T03:23:00Z');
  expect(march[0]).toBe(`${ID} 2026-02 #3: proposed (measure and write the statement, mark it ready)`);
  expect(proposed('2026-02')).toEqual({
    run: 1,
    total: '2750.00',
    lines: ['base 1000.00', 'share 900.00', 'reward 800.00', 'true-up/2026-01/share 50.00', 'true-up/2026-01/reward 0.00 held'],
  });
  await night('2026-03-14T03:23:00Z');
  expect(github.pull(3).merged).toBe(false);
  await night('2026-03-16T03:23:00Z');
  expect(github.pull(3).merged).toBe(true);
  expect(topic(3, 'verdict')).toContain('Deemed accepted');

  // March: the brand disputes a line; the statement is computed again, and what is disputed waits
  sell({ '2026-01-10': '8000.00', '2026-01-31': '500.00', '2026-02-11': '9000.00', '2026-03-12': '7000.00' });
  await night('2026-04-05T03:23:00Z');
  const settlement = github.pulls().find(({ headBranch }) => headBranch === `settlement/${ID}/2026-03`)?.number ?? 0;
  const before = ['base 1000.00', 'share 700.00', 'reward 400.00', 'true-up/2026-01/reward 100.00'];
  expect(proposed('2026-03')).toEqual({ run: 1, total: '2200.00', lines: before });
  at('2026-04-08T09:00:00Z');
  const complaint = github.as('ann').openIssue(
    'The share is too high',
    filled('dispute', {
      contract: ID,
      period: '2026-03',
      line: 'share',
      claimed: '600.00',
      reason: 'An order was a test.',
      evidence: '- order 5',
    }),
    ['form:dispute'],
  );
  const dispute = await form(complaint);
  // what a party may file alone needs nobody's approval
  expect(await decide(dispute)).toMatch(/^success: /);
  expect(github.pull(dispute).merged).toBe(true);
  await night('2026-04-09T03:23:00Z');
  const disputed = ['base 1000.00', 'share 600.00 disputed', 'reward 400.00', 'true-up/2026-01/reward 100.00'];
  expect(proposed('2026-03')).toEqual({ run: 2, total: '2100.00', lines: disputed });
  expect(topic(settlement, 'settlement')).toContain('USD 2,100.00');
  github.as('ann').approve(settlement);
  github.as('bea').approve(settlement);
  expect(await decide(settlement)).toMatch(/^success: /);
  expect(github.pull(settlement).merged).toBe(true);

  // both agree on an amount, and April pays the difference, at the new target
  at('2026-04-20T09:00:00Z');
  const [event = ''] = github.files().filter((path) => path.startsWith(`${HERE}/events/2026-04-08-dispute`));
  const answer = `kind: resolution\nparty: provider\nanswers: ${event.split('/').at(-1)}\namount: 650.00\n`;
  github.as('bob').push('peace', { [`${HERE}/events/2026-04-20-resolution.yaml`]: answer });
  const peace = github.as('bob').openPullRequest({ head: 'peace', title: 'We agree on 650' });
  expect(await decide(peace)).toMatch(/^pending: /);
  agreed(github, peace, ['ana', 'bea']);
  expect(await decide(peace)).toMatch(/^success: /);
  checked(peace);
  github.as('ana').mergePullRequest(peace);
  sell({ '2026-01-10': '8000.00', '2026-01-31': '500.00', '2026-02-11': '9000.00', '2026-03-12': '7000.00', '2026-04-02': '11000.00' });
  await night('2026-05-05T03:23:00Z');
  expect(proposed('2026-04')).toEqual({
    run: 1,
    total: '3150.00',
    lines: ['base 1000.00', 'share 1100.00', 'reward 1000.00', 'true-up/2026-03/share 50.00'],
  });

  // all that was settled replays from git alone, and either party sees by itself that all was agreed
  expect(await concord('verify')).toContain('2026-03');
  const audit = () => place.run(['audit'], { login: 'bob' });
  expect((await audit()).stdout).toContain('Everything is as it was agreed.');

  // an administrator switches the rules off, changes the terms alone, and switches them on again
  const rulesets = structuredClone(github.world.state.rulesets);
  for (const { sent } of github.world.state.rulesets) sent.enforcement = 'disabled';
  const cheaper = github.file(`${HERE}/contract.yaml`)?.replace('amount: 1000', 'amount: 100') ?? '';
  const alone = github.as('root').push('main', { [`${HERE}/contract.yaml`]: cheaper });
  github.world.state.rulesets = rulesets;
  const found = await audit();
  expect(found.code).toBe(1);
  expect(found.stdout).toContain(alone.slice(0, 12));
  const refused = await place.run(['settle', '--open-pr']);
  expect([refused.code, refused.stdout]).toEqual([1, `${ID}: refused\n`]);
  expect(refused.stderr).toContain(alone.slice(0, 12));
}, 900_000);
