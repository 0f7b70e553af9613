import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { comment } from '../../../src/commands/run/comment.js';
import { fileForm } from '../../../src/commands/run/form.js';
import { refreshForms } from '../../../src/commands/run/form-refresh.js';
import { proposeForms } from '../../../src/commands/run/forms-open-pr.js';
import { gate } from '../../../src/commands/run/gate.js';
import { sendNotices } from '../../../src/commands/run/notify-send.js';
import { settleByPullRequest } from '../../../src/commands/run/settle-open-pr.js';
import type { Micros } from '../../../src/kernel/calendar.js';
import type { Outcome } from '../../../src/media/outcome.js';
import type { Outbox } from '../../../src/ports/outbox.js';
import { readRatification } from '../../../src/reading/ratification.js';
import { parseMarker } from '../../../src/report/sticky.js';
import type { CommandContext } from '../../../src/running/context.js';
import { contextFor, printed } from '../../in-process.js';
import { CONTRACT, codesOf, contractText, DEFINITIONS, forgeAs, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

/* Rules 16, 17 and 21: a chain of trust per contract, on a real repository. */

const OTHER = 'contracts/other-account/contract.yaml';
const other = (retainer = '3000') => contractText(retainer).replaceAll('acme-linkstar', 'other-account');
const FOLDER = `contracts/${CONTRACT}`;

/** Nothing is to be sent. */
const NO_OUTBOX: Outbox = {
  secret: () => 'x',
  now: () => 0n as Micros,
  wait: async () => undefined,
  send: () => Promise.reject(new Error('sent')),
};

let github: Github;

beforeEach(async () => {
  github = await startPlace({ files: { [OTHER]: other(), 'contracts/other-account/definitions.yaml': DEFINITIONS } });
  // Both agree to a first text.
  merged('first', { [TERMS]: contractText('3100') });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

function open(branch: string, changes: Readonly<Record<string, string | null>>, login = 'mallory'): number {
  github.as(login).push(branch, changes);
  return github.as(login).openPullRequest({ head: branch });
}

function merged(branch: string, changes: Readonly<Record<string, string | null>>, by: readonly string[] = ['alice', 'bob']): number {
  const number = open(branch, changes);
  for (const login of by) github.as(login).approve(number);
  github.as('root').mergePullRequest(number);
  return number;
}

const mainTip = () => github.tip('main') ?? '';
const ratified = () => readRatification(forgeAs(github), mainTip(), CONTRACT);

describe('signatories that an unagreed text has written', () => {
  const mine = contractText('3100', '[ann]');

  test('approve nothing, and those of the agreed one still do', async () => {
    github.as('root').push('main', { [TERMS]: mine });
    const number = open('raise', { [TERMS]: mine.replace('3100', '9000') });
    github.as('ann').approve(number);
    github.as('bob').approve(number);
    const { verdict } = await runGate(github, number);
    // By the agreed text alice or ann may sign for the brand: ann is believed for that reason alone.
    expect(verdict.parties.find(({ party }) => party === 'brand')).toMatchObject({ approved: [12], required: 1 });
    const taken = contractText('3100').replace('signatories: [bob, carol]', 'signatories: [carol]');
    github.as('root').push('main', { [TERMS]: taken });
    const second = open('second', { [TERMS]: taken.replace('3100', '9000') });
    github.as('alice').approve(second);
    github.as('bob').approve(second);
    expect((await runGate(github, second)).verdict.parties.map(({ approved }) => approved)).toEqual([[11], [21]]);
  });

  test('whoever stands in the unagreed text only signs for nobody', async () => {
    merged('alone', { [TERMS]: contractText('3100', '[alice]') });
    github.as('root').push('main', { [TERMS]: contractText('3100', '[alice, ann]') });
    const number = open('raise', { [TERMS]: contractText('9000', '[alice, ann]') });
    github.as('ann').approve(number);
    github.as('bob').approve(number);
    const { verdict } = await runGate(github, number);
    expect([verdict.state, verdict.parties[0]?.approved]).toEqual(['pending', []]);
    github.as('alice').approve(number);
    expect((await runGate(github, number)).verdict.state).toBe('success');
  });

  test('a contract that nobody agreed to is believed in nothing: it needs those it names and the approvers of the rules', async () => {
    github.as('root').push('main', { 'contracts/new-account/contract.yaml': contractText().replaceAll('acme-linkstar', 'new-account') });
    const number = open(
      'event',
      { 'contracts/new-account/events/2026-03-10-x.yaml': 'kind: payment\nparty: brand\namount: 1\non: 2026-03-10\nreference: x\n' },
      'alice',
    );
    expect((await runGate(github, number)).verdict.state).not.toBe('success');
  });
});

describe('a text that was pushed without agreement', () => {
  const pushed = contractText('9999');

  test('is not ratified by an approval of something else', async () => {
    github.as('root').push('main', { [TERMS]: pushed });
    merged('views', { [`${FOLDER}/definitions.yaml`]: `${DEFINITIONS}# more\n` });
    const { state, issues } = await ratified();
    expect(state).toBe('unratified');
    expect(issues.map(({ at }) => at.path)).toContain(TERMS);
  });

  test('is undone by anybody: the agreed text, byte for byte, needs no approval', async () => {
    github.as('root').push('main', { [TERMS]: pushed });
    const number = open('back', { [TERMS]: contractText('3100') });
    expect((await runGate(github, number)).verdict).toMatchObject({ state: 'success', basis: 'restored' });
    const nearly = open('nearly', { [TERMS]: contractText('3100 ') });
    expect((await runGate(github, nearly)).verdict.state).toBe('pending');
    github.as('mallory').mergePullRequest(number);
    expect((await ratified()).state).toBe('ratified');
  });

  test('is undone whole, and with nothing beside it', async () => {
    const definitions = `${FOLDER}/definitions.yaml`;
    github.as('root').push('main', { [TERMS]: pushed, [definitions]: `${DEFINITIONS}# more\n` });
    const back = { [TERMS]: contractText('3100'), [definitions]: DEFINITIONS };
    const ways = [{ [TERMS]: back[TERMS] ?? '' }, { ...back, [`${FOLDER}/notes.md`]: 'x\n' }, { ...back, [OTHER]: other('1') }, back];
    const decided: string[] = [];
    for (const [at, way] of ways.entries()) decided.push((await runGate(github, open(`way-${at}`, way))).verdict.state);
    expect(decided).toEqual(['pending', 'pending', 'pending', 'success']);
  });

  test('stands at the head of every comment, with the difference', async () => {
    github.as('root').push('main', { [TERMS]: pushed });
    const number = open('note', { [`${FOLDER}/definitions.yaml`]: `${DEFINITIONS}# more\n` });
    const context = contextFor({ root: tmpdir(), format: 'json' });
    await comment(context, forgeAs(github), { number, locale: null, dryRun: false, output: null, runUrl: null });
    const said = github.comments(number).map(({ body }) => body);
    expect(said.map((body) => parseMarker(body)?.topic)).toEqual(['changes', 'scorecard']);
    for (const body of said.map((each) => each.replace(/^<!--.*-->\n*/, ''))) {
      expect(body.slice(0, 80)).toContain('The text on the default branch is not the agreed one');
      expect(body).toMatch(/9,?999/);
    }
  });

  test('a new text needs the signatories of the last agreed one', async () => {
    github.as('root').push('main', { [TERMS]: pushed });
    merged('new', { [TERMS]: contractText('3200') });
    expect(await ratified()).toMatchObject({ state: 'ratified' });
  });
});

test('one broken contract file stops its own contract only, and its mending can pass', async () => {
  github.as('root').push('main', { [OTHER]: 'broken: [\n' });
  const number = open('raise', { [TERMS]: contractText('3300') });
  github.as('alice').approve(number);
  github.as('bob').approve(number);
  expect((await runGate(github, number)).verdict.state).toBe('success');
  const mending = open('mend', { [OTHER]: other() });
  expect((await runGate(github, mending)).verdict).toMatchObject({ state: 'success', basis: 'restored' });
});

test('an approval that another branch swallowed agrees to nothing', async () => {
  const mallory = github.as('mallory');
  const before = mainTip();
  const number = open('raise', { [TERMS]: contractText('9000') });
  github.as('alice').approve(number);
  github.as('bob').approve(number);
  mallory.pushMerge('swallow', [before, github.tip('raise') ?? ''], before);
  github.as('root').moveBranch('main', github.tip('swallow') ?? '');
  expect(github.pull(number).pull.mergedAt).not.toBeNull();
  expect(github.file(TERMS)).toBe(contractText('3100'));
  expect((await ratified()).state).toBe('ratified');
  // Nor is it the text that anybody may put back.
  const again = open('again', { [TERMS]: contractText('9000') });
  expect((await runGate(github, again)).verdict).toMatchObject({ state: 'pending', basis: null });
});

test('a run of an engine that is not the tip’s posts and merges nothing and says so', async () => {
  const old = mainTip();
  const number = open('raise', { [TERMS]: contractText('3300') });
  const run = (engineCommit: string | null) => {
    const context = { ...contextFor({ root: tmpdir(), format: 'pretty' }), engineCommit };
    return printed(context, gate(context, forgeAs(github), { subject: number, merge: true, dryRun: false, locales: ['en'] }));
  };
  github.as('root').push('main', { [`${FOLDER}/notes.md`]: 'x\n' });
  expect((await run(old)).exitCode).toBe(0);
  github.as('root').push('main', { 'src/engine.ts': 'new\n' });
  github.log.length = 0;
  const stale = await run(old);
  expect(stale.exitCode).toBe(2);
  expect(`${stale.output}${stale.errors ?? ''}`).toContain('it posts and merges nothing');
  expect(github.log.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect((await run(mainTip())).exitCode).toBe(0);
});

test.each<[string, (context: CommandContext, number: number) => Promise<Outcome>]>([
  ['comment', (context, number) => comment(context, forgeAs(github), { number, locale: null, dryRun: false, output: null, runUrl: null })],
  ['form', (context) => fileForm(context, forgeAs(github), JSON.stringify(github.issueEvent(github.as('alice').openIssue('x', 'x'))))],
  ['form --refresh', (context) => refreshForms(context, forgeAs(github))],
  ['forms --open-pr', (context) => proposeForms(context, forgeAs(github))],
  ['settle --open-pr', (context) => settleByPullRequest(context, forgeAs(github), { contract: null, dryRun: false })],
  ['notify --send', (context) => sendNotices(context, forgeAs(github), NO_OUTBOX, { weekly: false })],
])('such a run of %s writes nothing either', async (_, run) => {
  const number = open('raise', { [TERMS]: contractText('3300') });
  const context = { ...contextFor({ root: tmpdir(), format: 'pretty' }), engineCommit: mainTip() };
  github.as('root').push('main', { 'src/engine.ts': 'new\n' });
  const before = github.moment();
  github.log.length = 0;
  const stale = await printed(context, run(context, number));
  expect(stale.exitCode).toBe(2);
  expect(`${stale.output}${stale.errors ?? ''}`).toContain('it posts and merges nothing');
  expect(github.log.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql')).toEqual([]);
  expect(github.moment().refs).toEqual(before.refs);
});

test('codes of a verdict are those of the catalogue', async () => {
  const number = open('x', { [TERMS]: contractText('3300') });
  expect(codesOf((await runGate(github, number)).verdict)).toContain('missing');
});
