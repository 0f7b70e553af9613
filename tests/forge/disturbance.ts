import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { comment } from '../../src/commands/run/comment.js';
import { fileForm } from '../../src/commands/run/form.js';
import { gate } from '../../src/commands/run/gate.js';
import { settleByPullRequest } from '../../src/commands/run/settle-open-pr.js';
import type { Printed } from '../../src/media/print.js';
import { printed } from '../in-process.js';
import { everyWhich } from '../tries.js';
import type { LoggedCall } from './loopback/server.js';
import type { Github, Moment } from './loopback/start-github.js';
import { agreed, CONTRACT, DEFINITIONS, HERE, openPlace, type Place } from './story-place.js';

/*
 * A run is broken off after every single call that it makes, the answer of every call that writes is lost, and another run comes
 * between any two of its calls; one more run then leaves everything as if nothing had happened.
 */

export const LONG = 1_800_000;

export type Run = () => Promise<Printed>;

export const settling =
  (place: Place): Run =>
  () =>
    printed(place.context(), settleByPullRequest(place.context(), place.forge(), { contract: null, dryRun: false }));

export const commenting =
  (place: Place, number: number): Run =>
  () =>
    printed(place.context(), comment(place.context(), place.forge(), { number, locale: null, dryRun: false, output: null, runUrl: null }));

export const deciding =
  (place: Place, number: number): Run =>
  () =>
    printed(place.context(), gate(place.context(), place.forge(), { subject: number, merge: true, dryRun: false, locales: ['en', 'zh'] }));

export const filing =
  (place: Place, issue: number): Run =>
  () =>
    printed(place.context(), fileForm(place.context(), place.forge(), JSON.stringify(place.github.issueEvent(issue))));

/** A place where both have agreed to the contract, and nothing else has happened. */
export async function begun(): Promise<Place> {
  const place = await openPlace();
  const { github } = place;
  place.sell({ '2026-01-10': '8000.00' });
  github.as('bob').push('start', { [`${HERE}/contract.yaml`]: CONTRACT, [`${HERE}/definitions.yaml`]: DEFINITIONS });
  const number = github.as('bob').openPullRequest({ head: 'start' });
  agreed(github, number, ['ana', 'bea']);
  github.as('ana').mergePullRequest(number);
  return place;
}

export async function done(run: Run): Promise<void> {
  const { exitCode, errors } = await run();
  expect([exitCode, errors ?? '']).toEqual([0, '']);
}

/** What can be seen of the whole repository; commits and times differ from run to run. */
export function seen(github: Github): unknown {
  const plain = (text: string | null) =>
    text?.replace(/\b[0-9a-f]{12,40}\b/g, '<commit>').replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g, '<time>');
  const comments = (number: number) => github.comments(number).map(({ login, body }) => [login, plain(body)]);
  const files = (at: string) => Object.fromEntries(github.files(at).map((path) => [path, github.file(path, at)]));
  return {
    branches: Object.fromEntries(github.branches().map((branch) => [branch, files(branch)])),
    pulls: github.pulls().map((pull) => ({
      ...{ number: pull.number, title: pull.title, body: plain(pull.body), state: pull.state, draft: pull.draft, merged: pull.merged },
      ...{ labels: pull.labels, head: pull.headBranch, comments: comments(pull.number) },
      status: [github.status(pull.headSha)].map((status) => [status?.state, status?.description]),
    })),
    issues: github.issues().map(({ number, state, labels }) => ({ number, state, labels, comments: comments(number) })),
  };
}

export interface Proof {
  readonly start: Moment;
  /** What a run that nothing disturbs leaves. */
  readonly end: unknown;
  readonly calls: readonly { readonly n: number; readonly operation: string; readonly writes: boolean }[];
}

/** Whether a call changes something: GraphQL reads by POST, too. */
export function isWrite({ method, operation, body }: LoggedCall): boolean {
  return method !== 'GET' && (operation !== 'graphql' || JSON.stringify(body).includes('mutation'));
}

/** Runs once without a disturbance; once more, and nothing is written any more. */
export async function undisturbed({ github }: Place, run: Run): Promise<Proof> {
  const start = github.moment();
  github.log.length = 0;
  await done(run);
  const calls = github.log.map((call, index) => ({ n: index + 1, operation: call.operation ?? '', writes: isWrite(call) }));
  const end = seen(github);
  github.log.length = 0;
  await done(run);
  expect(github.log.filter(isWrite)).toEqual([]);
  expect(seen(github)).toEqual(end);
  return { start, end, calls };
}

const EVERY_CALL = process.env.CONCORD_EVERY_CALL !== undefined;

/**
 * The calls after which a run that breaks off has left something else than before: those that write. With CONCORD_EVERY_CALL set
 * every single one is disturbed, which takes several times as long and proves the same.
 */
function leaving(calls: Proof['calls']): Proof['calls'] {
  return EVERY_CALL ? calls : calls.filter(({ writes }) => writes);
}

/** The calls after which a run writes what it has decided by what it has read: then another run does the most harm. */
function deceiving(calls: Proof['calls']): Proof['calls'] {
  return EVERY_CALL ? calls : calls.filter((_, index) => calls[index + 1]?.writes === true);
}

const EVERY = everyWhich('CONCORD_EVERY_CALL', 1);

/** All of them; where runs are short every third, with another `turn` of each disturbance, so that every call meets one. */
export function inTurn<Call>(calls: readonly Call[], turn: number): Call[] {
  return calls.filter((_, index) => EVERY_CALL || (index + turn) % EVERY === 0);
}

/** What goes wrong at the n-th call. */
type Disturb = (github: Github, n: number) => void;

const crash: Disturb = ({ faults }, n) => faults.stopCaller(n, 'after', () => undefined);
const lostAnswer: Disturb = ({ faults }, n) => faults.failCall(n, 'after', 'drop');
const badGateway: Disturb = ({ faults }, n) => faults.failCall(n, 'before');

/** Disturbs the run at one call after another; each time one more run must mend everything. */
async function disturbed({ github }: Place, run: Run, { start, end }: Proof, calls: Proof['calls'], disturb: Disturb): Promise<void> {
  for (const call of calls) {
    github.restore(start);
    disturb(github, call.n);
    const broken = await run().then(
      ({ exitCode }) => exitCode,
      (error: Error) => error.name,
    );
    // 1: what was refused meanwhile is a finding; never an error that is no issue
    expect([0, 1, 2, 'ShellError']).toContain(broken);
    github.faults.clear();
    await done(run);
    expect({ call, seen: seen(github) }).toEqual({ call, seen: end });
  }
}

/** The proofs of one command, with what must have happened before it runs. */
export function proveUndisturbable(name: string, prepare: (place: Place) => Promise<Run>): void {
  describe(name, () => {
    let place: Place;
    let run: Run;
    let proof: Proof;
    beforeAll(async () => {
      place = await begun();
      run = await prepare(place);
      proof = await undisturbed(place, run);
    }, LONG);
    beforeEach(() => place.github.restore(proof.start));
    afterEach(() => expect(place.github.violations).toEqual([]));
    afterAll(() => place.stop());

    test('broken off after each call', () => disturbed(place, run, proof, inTurn(leaving(proof.calls), 0), crash), LONG);

    test(
      'each answer lost, each call refused once',
      async () => {
        const writing = proof.calls.filter(({ writes }) => writes);
        await disturbed(place, run, proof, inTurn(writing, 1), lostAnswer);
        await disturbed(place, run, proof, inTurn(writing, 2), badGateway);
      },
      LONG,
    );

    test(
      'another run after each call, and two at once',
      async () => {
        const other: Disturb = ({ faults }, n) => faults.during(null, 'after', () => run().catch(() => undefined), n);
        await disturbed(place, run, proof, inTurn(deceiving(proof.calls), 0), other);
        place.github.restore(proof.start);
        await Promise.allSettled([run(), run()]);
        await done(run);
        expect(seen(place.github)).toEqual(proof.end);
      },
      LONG,
    );
  });
}
