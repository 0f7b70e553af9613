import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBundle } from '../../src/commands/run/bundle.js';
import { check } from '../../src/commands/run/check.js';
import { writeEvent } from '../../src/commands/run/event.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { showStatus } from '../../src/commands/run/status.js';
import type { Outcome } from '../../src/media/outcome.js';
import type { issueData } from '../../src/report/issues.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { contextFor } from '../in-process.js';
import { commit, copiesOfClone, FOLDER, git, PAYMENT, put, settle, verified } from './clone.js';

/*
 * What comes under an older date than that on which it is filed, and what is taken away or changed after it was filed: whoever settles or
 * hands on is told what `verify` knows. January was settled as of 6 February, two days after the event's date; March as of 6 April; April is
 * due on 6 May.
 */
const { copy } = copiesOfClone('dated-back');
const event = (name: string) => `${FOLDER}/events/${name}.yaml`;
const WIRE = PAYMENT.replace('A-1', 'A-2');

interface Told {
  readonly ended: number;
  readonly codes: readonly string[];
}

function toldBy({ ended, issues, report }: Outcome): Told {
  const data = report?.document() as { issues?: ReturnType<typeof issueData>[] } | undefined;
  return { ended, codes: (issues ?? data?.issues ?? []).map(({ code }: { readonly code: string }) => code) };
}

const at = (folder: string, asOf: string) => ({ context: contextFor({ root: folder, asOf }), history: gitHistory(folder) });

async function settledBy(folder: string, asOf = '2026-05-06'): Promise<Told> {
  const { context, history } = at(folder, asOf);
  return toldBy(await settleDue(context, { contract: null, period: null, preview: false, history }));
}

async function checkedBy(folder: string): Promise<Told> {
  const { context, history } = at(folder, '2026-05-06');
  return toldBy(await check(context, { contract: null, strict: false, changedSince: null, history }));
}

async function bundled(folder: string, period: string): Promise<Told & { readonly written: readonly string[] }> {
  const { context, history } = at(folder, '2026-05-06');
  const written: string[] = [];
  const into = { writeBytes: async (path: string) => void written.push(path) };
  const shipped = { read: async () => 'the verifier', list: async () => [] };
  return { ...toldBy(await writeBundle(context, { contract: null, period, into, out: null, shipped, history })), written };
}

test('an event that would be dated back is not written; one of the day on which it is filed is', async () => {
  const folder = copy();
  const filed = async (date: string) => {
    const { context, history } = at(folder, '2026-04-10');
    const fields = ['party=brand', 'amount=100', 'on=2026-02-01', 'reference=A-2'];
    return toldBy(
      await writeEvent(context, { contract: 'forged', kind: 'payment', fields, date, slug: 'wire', repository: null, history }),
    );
  };
  expect(await filed('2026-02-04')).toEqual({ ended: 2, codes: ['event-dated-back-here'] });
  expect(existsSync(join(folder, event('2026-02-04-wire')))).toBe(false);
  expect((await filed('2026-04-10')).ended).toBe(0);
  expect(existsSync(join(folder, event('2026-04-10-wire')))).toBe(true);
});

test.each([
  ['in a commit', true, 'event-dated-back'],
  ['in the folder alone', false, 'event-dated-back-here'],
])('an event dated back %s is refused by whoever settles and hands on', async (_, isCommitted, code) => {
  const folder = copy();
  put(folder, event('2026-02-04-wire'), WIRE);
  if (isCommitted) commit(folder, 'Wire');
  const refused = { ended: 1, codes: [code] };
  expect((await verified(folder)).causes).toEqual([`${code} events/2026-02-04-wire.yaml`]);
  const { context, history } = at(folder, '2026-05-06');
  const checked = await checkedBy(folder);
  expect([checked.ended, checked.codes.includes(code)]).toEqual([1, true]);
  expect(toldBy(await showStatus(context, null, null, history))).toEqual(refused);
  expect(await settledBy(folder)).toEqual(refused);
  expect(existsSync(join(folder, FOLDER, 'ledger/2026-04'))).toBe(false);
  expect(await bundled(folder, '2026-03')).toEqual({ ...refused, written: [] });
  rmSync(join(folder, event('2026-02-04-wire')));
  if (isCommitted) commit(folder, 'Not so');
  expect(await settledBy(folder)).toMatchObject({ ended: 0 });
});

test('a date of one day before the statement is no older date, and without a history nothing is known', async () => {
  const folder = copy();
  put(folder, event('2026-04-05-wire'), WIRE);
  commit(folder, 'Wire');
  expect(await settledBy(folder)).toEqual({ ended: 0, codes: [] });
  const other = copy();
  put(other, event('2026-02-04-wire'), WIRE);
  rmSync(join(other, '.git'), { recursive: true });
  const { context } = at(other, '2026-05-06');
  expect(toldBy(await settleDue(context, { contract: null, period: null, preview: false }))).toEqual({ ended: 0, codes: [] });
});

/** A clone in which an event dated back was counted by April's statement, as a settlement without its history does. */
async function counted(): Promise<string> {
  const folder = copy();
  put(folder, event('2026-02-04-wire'), WIRE);
  commit(folder, 'Wire');
  await settle(folder, '2026-05-06');
  commit(folder, 'Settled April');
  return folder;
}

const CORRECTION = 'kind: correction\nperiod: 2026-04\nline: base\namount: -100\nreason: ';

test.each([
  ['a correction that names it', { 'correction.yaml': `${CORRECTION}2026-02-04-wire.yaml came late\n` }, true],
  ['a correction of something else', { 'correction.yaml': `${CORRECTION}An error in the contract\n` }, false],
  [
    'a review of one party',
    { 'a.yaml': 'kind: review\nparty: brand\nperiod: 2026-04\nfindings: [2026-02-04-wire.yaml came late]\n' },
    false,
  ],
  [
    'reviews of both',
    Object.fromEntries(
      ['brand', 'provider'].map((party) => [
        `${party}.yaml`,
        `kind: review\nparty: ${party}\nperiod: 2026-04\nfindings: [2026-02-04-wire.yaml came late, and moves nothing]\n`,
      ]),
    ),
    true,
  ],
])('one that was counted stays, stops nothing that goes on, and is settled by %s', async (_, files, isSettled) => {
  const folder = await counted();
  const problem = ['event-dated-back events/2026-02-04-wire.yaml'];
  expect((await verified(folder)).causes).toEqual(problem);
  expect(await bundled(folder, '2026-04')).toMatchObject({ ended: 1, codes: ['event-dated-back'], written: [] });
  for (const [name, text] of Object.entries(files)) put(folder, event(`2026-05-10-${name.replace('.yaml', '')}`), text);
  commit(folder, 'Between the parties');
  // What no statement has counted may still be taken away.
  expect((await verified(folder)).causes).toEqual(problem);
  expect(await settledBy(folder, '2026-06-06')).toEqual({ ended: 0, codes: [] });
  commit(folder, 'Settled May');
  const found = await verified(folder);
  expect(found.causes).toEqual(isSettled ? [] : problem);
  expect(found.unproved.get('event-dated-back') ?? []).toEqual(isSettled ? ['2026-01', '2026-02', '2026-03'] : []);
  expect(await bundled(folder, '2026-04')).toMatchObject({ ended: isSettled ? 0 : 1 });
});

test.each([
  ['removed', 'filed-event-removed', (folder: string) => rmSync(join(folder, event('2026-04-10-wire')))],
  ['changed', 'filed-event-edited', (folder: string) => put(folder, event('2026-04-10-wire'), WIRE.replace('100', '900'))],
])('an event that a commit %s before any statement counted it is named', async (_, code, withdraw) => {
  const folder = copy();
  put(folder, event('2026-04-10-wire'), WIRE);
  const filed = commit(folder, 'Wire');
  withdraw(folder);
  commit(folder, 'Tidy');
  const warned = { ended: 0, codes: [code] };
  expect(await settledBy(folder, '2026-04-20')).toEqual(warned);
  const checked = await checkedBy(folder);
  expect([checked.ended, checked.codes.filter((each) => each === code)]).toEqual([0, [code]]);
  expect(await verified(folder)).toMatchObject({ code: 0, causes: [] });
  expect((await verified(folder)).unproved.has('event-withdrawn')).toBe(true);
  const mended = copy();
  git(mended, 'pull', '-q', folder, 'main');
  git(mended, 'checkout', filed, '--', event('2026-04-10-wire'));
  expect(await settledBy(mended, '2026-04-20')).toEqual({ ended: 0, codes: [] });
  commit(mended, 'Again as it was filed');
  expect((await verified(mended)).unproved.has('event-withdrawn')).toBe(false);
  // Settled all the same: verify says so from now on, and nothing else.
  expect(await settledBy(folder)).toEqual(warned);
  commit(folder, 'Settled April');
  expect((await checkedBy(folder)).codes).not.toContain(code);
  expect(await settledBy(folder)).toEqual({ ended: 0, codes: [] });
  expect((await verified(folder)).unproved.has('event-withdrawn')).toBe(true);
});

test('one that was refused under its date and removed is filed under the day on which it is, and not put back', async () => {
  const folder = copy();
  put(folder, event('2026-02-04-wire'), WIRE);
  const filed = commit(folder, 'Wire');
  rmSync(join(folder, event('2026-02-04-wire')));
  commit(folder, 'Not so');
  const warned = { ended: 0, codes: ['dated-back-event-removed'] };
  expect(await settledBy(folder, '2026-04-20')).toEqual(warned);
  // as it was it is refused again
  git(folder, 'checkout', filed, '--', event('2026-02-04-wire'));
  commit(folder, 'Back');
  expect(await settledBy(folder, '2026-04-20')).toEqual({ ended: 1, codes: ['event-dated-back'] });
  git(folder, 'mv', event('2026-02-04-wire'), event('2026-04-10-wire'));
  commit(folder, 'On its day');
  expect(await settledBy(folder, '2026-04-20')).toEqual({ ended: 0, codes: [] });
  expect((await checkedBy(folder)).codes).not.toContain('dated-back-event-removed');
  // where it was a slip, the next statement ends it
  const slip = copy();
  put(slip, event('2026-02-04-wire'), WIRE);
  commit(slip, 'Wire');
  rmSync(join(slip, event('2026-02-04-wire')));
  commit(slip, 'Not so');
  expect(await settledBy(slip)).toEqual(warned);
  commit(slip, 'Settled April');
  expect((await checkedBy(slip)).codes).not.toContain('dated-back-event-removed');
});

test('one that stands under another name was not withdrawn', async () => {
  const folder = copy();
  put(folder, event('2026-04-10-wire'), WIRE);
  commit(folder, 'Wire');
  git(folder, 'mv', event('2026-04-10-wire'), event('2026-04-11-wire'));
  commit(folder, 'Renamed');
  expect(await settledBy(folder)).toEqual({ ended: 0, codes: [] });
  expect((await verified(folder)).unproved.has('event-withdrawn')).toBe(false);
});
