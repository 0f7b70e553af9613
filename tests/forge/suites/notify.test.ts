import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendNotices, showNotices } from '../../../src/commands/run/notify-send.js';
import type { Outbox } from '../../../src/ports/outbox.js';
import { openOutbox } from '../../../src/shell/outbox/outbox.js';
import { contextFor, printed } from '../../in-process.js';
import { ChannelServers, secretsFor } from '../../notification/loopback/channels.js';
import { headerText, MailServer } from '../../notification/loopback/smtp.js';
import { REPOSITORY } from '../../run-cli.js';
import { agree, type Scene, settlementScene } from './settlement-scene.js';

/*
 * `concord notify --send` as the workflow runs it: a ratified contract on a GitHub of its own, three channels that refuse what the real
 * ones refuse. January is settled and proposed on 5 February; silence accepts it on the 15th.
 */

const KEY = 'SECb4d+/=';
const CHANNELS = `notifyIssue: 2
notify:
  - { to: feishu, secret: CONCORD_NOTIFY_BRAND, locale: zh, for: brand, on: [proposed, due, disputed, held, duty, late_data] }
  - { to: slack, secret: CONCORD_NOTIFY_PROVIDER, locale: en, for: provider, on: [proposed, due, disputed, weekly], review: true }
  - { to: email, secret: CONCORD_NOTIFY_BOTH, locale: en, for: both, on: [disputed] }
`;

let scene: Scene;
let servers: ChannelServers;
let mail: MailServer;
let secrets: Readonly<Record<string, string>>;
let now = 0;
const clones: string[] = [];

beforeEach(async () => {
  scene = await settlementScene();
  const { github } = scene;
  expect(github.as('eve').openIssue('What Concord has told', 'Do not edit.')).toBe(2);
  const workspace = execFileSync('git', ['-C', github.gitFolder, 'show', 'main:contracts/workspace.yaml'], { encoding: 'utf8' });
  github.as('eve').push('channels', { 'contracts/workspace.yaml': `${workspace}${CHANNELS}` });
  agree(github, github.as('eve').openPullRequest({ head: 'channels' }));
  servers = await new ChannelServers(() => now, { signingKey: KEY }).start();
  mail = await new MailServer().start();
  const leads = secretsFor(servers.url, KEY);
  secrets = {
    CONCORD_NOTIFY_BRAND: leads.feishu ?? '',
    CONCORD_NOTIFY_PROVIDER: leads.slack ?? '',
    CONCORD_NOTIFY_BOTH: mail.secret('fin@brand.example'),
  };
  github.clock.set('2026-02-05T03:23:00Z');
  await scene.settle();
});

afterEach(async () => {
  servers.stop();
  mail.stop();
  expect(scene.github.violations).toEqual([]);
  for (const clone of clones.splice(0)) rmSync(clone, { recursive: true, force: true });
  await scene.stop();
});

interface Printed {
  readonly places: readonly {
    readonly secret: string;
    readonly state: string;
    readonly messages: readonly { readonly lines: readonly unknown[] }[];
  }[];
  readonly drafts: readonly { readonly contract: string; readonly outcome: string }[];
}

/** One run of the workflow on a day, as the app unless told otherwise. */
async function runOn(
  day: string,
  options: { readonly login?: string | null; readonly unset?: string; readonly weekly?: boolean; readonly dryRun?: boolean } = {},
) {
  const { login = 'concord[bot]', unset, weekly = false, dryRun = false } = options;
  now = Date.parse(`${day}T07:11:00Z`);
  scene.github.clock.set(`${day}T07:11:00Z`);
  const clone = mkdtempSync(join(tmpdir(), 'concord-notify-'));
  clones.push(clone);
  execFileSync('git', ['clone', '-q', scene.github.gitFolder, clone]);
  const outbox: Outbox = {
    ...openOutbox({ secret: (name) => (name === unset ? null : (secrets[name] ?? null)), now: () => BigInt(now) * 1000n }),
    wait: async (milliseconds) => {
      now += milliseconds;
    },
  };
  const context = contextFor({ root: clone, asOf: day });
  const forge = login === null ? null : scene.forge(login);
  const outcome =
    dryRun || forge === null
      ? showNotices(context, forge, outbox, { weekly, repository: 'https://github.com/brand/contracts' })
      : sendNotices(context, forge, outbox, { weekly });
  const result = await printed(context, outcome);
  for (const secret of Object.values(secrets)) {
    for (const part of secret.split(/\s+/)) expect(`${result.output}${result.errors ?? ''}`).not.toContain(part);
  }
  const document = result.output.includes('"Notified"') ? (JSON.parse(result.output) as Printed) : null;
  return { ...result, states: document?.places.map(({ state }) => state) ?? [], drafts: document?.drafts ?? [] };
}
const comments = () => scene.github.world.state.comments.filter(({ number }) => number === 2);
const shownOn = (channel: string) => servers.shown.filter((each) => each.channel === channel).map(({ text }) => text);

test('a statement that is proposed, its last days and a dispute are told once, to whom they concern', async () => {
  expect((await runOn('2026-02-05')).states).toEqual(['sent', 'sent', 'sent']);
  expect(shownOn('feishu')).toEqual([
    [
      '1 项待办，2026-02-15 截止：批准 2026-01 结算单（USD 1,100.00）或提出争议（Concord 2026-02-05）',
      '自今日起，Harbour Tea 的以下事项在此告知：待确认的结算单、到期事项、争议、暂缓结算、配合义务、数据滞后。',
      '今日之前已有的事项不再逐条告知，可用 `concord status` 查看。',
      'Tea（tea-account）',
      '- 2026-01 结算单已提出：USD 1,100.00。请批准，或在 2026-02-15（含）前就某个项目提出争议；逾期未提异议视为确认。 合并请求 #4',
    ].join('\n'),
  ]);
  expect(servers.shown[0]?.links).toEqual(['https://github.com/brand/contracts/pull/4']);
  expect((await runOn('2026-02-05')).states).toEqual(['nothing', 'nothing', 'nothing']);
  expect((await runOn('2026-02-11')).states).toEqual(['nothing', 'nothing', 'nothing']);

  scene.file(
    'mei',
    '2026-02-11-share',
    'kind: dispute\nparty: brand\nperiod: 2026-01\nline: share\nclaimed: 80.00\nreason: gift cards\nevidence: [mail]\n',
  );
  expect((await runOn('2026-02-12')).states).toEqual(['sent', 'sent', 'sent']);
  expect(shownOn('slack').at(-1)).toBe(
    [
      '2 things to do, first by 2026-02-15: check the statement of 2026-01 (Concord, 2026-02-12)',
      'Tea (tea-account)',
      '- Harbour Tea disputes Commission of 2026-01 and holds USD 80.00 to be right. Agree by 2026-03-12, that day included, or the dispute lapses. Resolve a dispute',
      '- In 3 days, 2026-02-15, both parties: check the statement of 2026-01; after that a line can be disputed only once a true-up moves it Raise a dispute',
    ].join('\n'),
  );
  // The first letter only says what will be told there.
  expect(mail.letters.map(({ headers }) => headerText(headers, 'Subject'))).toEqual([
    'Concord, 2026-02-05',
    '1 thing to do by 2026-03-12: resolve the dispute that Harbour Tea filed of Commission in 2026-01, or it lapses: claimed USD 80.0… (Concord, 2026-02-12)',
  ]);
  expect((await runOn('2026-02-13')).states).toEqual(['nothing', 'nothing', 'nothing']);
  // A day that did not run is made up for, with the days that are left now.
  expect((await runOn('2026-02-15')).states).toEqual(['sent', 'sent', 'nothing']);
  expect(shownOn('slack').at(-1)).toContain(
    '- Today, 2026-02-15, both parties: check the statement of 2026-01; after that a line can be disputed only once a true-up moves it',
  );
  expect(comments()).toHaveLength(1);
});

test('a memory that somebody edits or deletes counts for nothing, and what is forged silences nobody', async () => {
  await runOn('2026-02-05');
  const [kept] = comments();
  // Eve plays the runs of the days to come on a copy, and puts what they would remember into the app's comment.
  await runOn('2026-02-12');
  const later = comments()[0]?.body ?? '';
  scene.github.as('eve').editComment(kept?.id ?? 0, later);
  scene.github.as('eve').comment(2, later);
  const told = servers.shown.length;
  expect((await runOn('2026-02-14')).states).toEqual(['sent', 'sent', 'sent']);
  expect(servers.shown.length - told).toBe(2);
  expect(shownOn('slack').at(-1)).toContain('The record of what was told (issue #2) is gone, or somebody has changed it.');
  expect(shownOn('slack').at(-1)).toContain(
    '- Tomorrow, 2026-02-15, both parties: check the statement of 2026-01; after that a line can be disputed only once a true-up moves it',
  );
  expect((await runOn('2026-02-14')).states).toEqual(['nothing', 'nothing', 'nothing']);
  scene.github.world.state.comments = scene.github.world.state.comments.filter(({ id }) => id !== kept?.id);
  expect((await runOn('2026-02-16')).states).toEqual(['sent', 'sent', 'sent']);
  expect((await runOn('2026-02-17')).states).toEqual(['nothing', 'nothing', 'nothing']);
});

test('what may have been delivered comes again once and says so; what was refused comes again without a word', async () => {
  await runOn('2026-02-04');
  servers.next.push('cut', { status: 404, body: 'no_service' });
  const first = await runOn('2026-02-05');
  expect(first.states).toEqual(['unknown', 'refused', 'nothing']);
  expect(first.exitCode).toBe(1);
  expect(first.errors).toContain('notify-unknown');
  expect((await runOn('2026-02-06')).states).toEqual(['sent', 'sent', 'nothing']);
  const repeated = '以下部分内容可能已于 2026-02-05 发送过';
  expect(
    shownOn('feishu')
      .filter((text) => text.includes('2026-01 结算单已提出'))
      .map((text) => text.includes(repeated)),
  ).toEqual([false, true]);
  expect(shownOn('slack').filter((text) => text.includes('is proposed'))).toHaveLength(1);
  expect(shownOn('slack').at(-1)).not.toContain('You may have had');
  expect((await runOn('2026-02-07')).states).toEqual(['nothing', 'nothing', 'nothing']);
});

test('a first message that may not have arrived comes once more, although there is nothing else to tell', async () => {
  servers.next.push('cut');
  expect((await runOn('2026-02-03')).states).toEqual(['unknown', 'sent', 'sent']);
  expect((await runOn('2026-02-04')).states).toEqual(['sent', 'nothing', 'nothing']);
  const last = shownOn('feishu').at(-1) ?? '';
  expect([last.includes('自今日起'), last.includes('可能已于 2026-02-03 发送过')]).toEqual([true, true]);
  expect((await runOn('2026-02-04')).states).toEqual(['nothing', 'nothing', 'nothing']);
});

test('only the app sends; a look sends and writes nothing; a secret that is not set stops its own channel alone', async () => {
  const refused = await runOn('2026-02-05', { login: 'mei' });
  expect([refused.exitCode, refused.output.includes('notify-not-the-app')]).toEqual([2, true]);
  expect((await runOn('2026-02-05', { login: 'mei', dryRun: true })).states).toEqual(['would', 'would', 'would']);
  const unasked = await runOn('2026-02-05', { login: null, dryRun: true });
  expect([unasked.exitCode, unasked.states]).toEqual([0, ['would', 'would', 'would']]);
  // What is proposed is known to the forge alone.
  expect([unasked.output.includes('自今日起'), unasked.output.includes('2026-01 结算单')]).toEqual([true, false]);
  expect([servers.asked, comments()]).toEqual([[], []]);
  const without = await runOn('2026-02-05', { unset: 'CONCORD_NOTIFY_BRAND' });
  expect(without.states).toEqual(['unset', 'sent', 'sent']);
  expect([without.exitCode, without.errors?.includes('CONCORD_NOTIFY_BRAND')]).toEqual([1, true]);
  // Where the channel is named, and not at the top of the file.
  expect(without.errors).toMatch(/workspace\.yaml:\d\d?:\d\d/);
  servers.next.push({ status: 429, body: '', headers: { 'retry-after': '3600' } });
  const often = await runOn('2026-02-05');
  expect([often.states, often.errors?.includes('notify-too-often')]).toEqual([['refused', 'nothing', 'nothing'], true]);
  // Set at last, and not too often any more: its first message is of today.
  expect((await runOn('2026-02-05')).states).toEqual(['sent', 'nothing', 'nothing']);
});

test('a note that is to be read first is a draft in the issue, one a week, and is not sent', async () => {
  await runOn('2026-02-05');
  const asked = servers.asked.length;
  const monday = await runOn('2026-02-09', { weekly: true });
  expect(monday.drafts).toEqual([expect.objectContaining({ contract: 'tea-account', outcome: 'created' })]);
  expect((await runOn('2026-02-10', { weekly: true })).drafts).toEqual([expect.objectContaining({ outcome: 'updated' })]);
  expect((await runOn('2026-02-16', { weekly: true })).drafts).toEqual([expect.objectContaining({ outcome: 'created' })]);
  expect(servers.asked).toHaveLength(asked);
  const [, draft] = comments();
  expect(draft?.body).toContain('A draft for Northlight. Read it, change what you like, pass it on: nothing was sent.');
  expect(draft?.body).toContain('Concord weekly note, 2026-02-10: Tea (tea-account)');
  expect(comments()).toHaveLength(3);
});

test('the program itself, as the workflow calls it: environment, clock and exit code are its own', async () => {
  now = Date.now();
  const clone = mkdtempSync(join(tmpdir(), 'concord-notify-'));
  clones.push(clone);
  execFileSync('git', ['clone', '-q', scene.github.gitFolder, clone]);
  const { CONCORD_NOTIFY_BRAND: _, ...given } = secrets;
  const { url, repository } = scene.github;
  const env = { PATH: process.env.PATH ?? '', CONCORD_TOKEN: scene.github.tokenOf('concord[bot]'), ...given };
  const args = [
    join(REPOSITORY, 'dist/cli.js'),
    '--root',
    clone,
    '--repo',
    repository,
    '--api-url',
    url,
    '--locale',
    'zh',
    'notify',
    '--send',
  ];
  const child = spawn(process.execPath, args, { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(said).toContain('slack（CONCORD_NOTIFY_PROVIDER）：已发送 1 条消息');
  expect(said).toContain('email（CONCORD_NOTIFY_BOTH）：已发送 1 条消息');
  expect(said).toContain('密钥 CONCORD_NOTIFY_BRAND 未设置');
  expect(code).toBe(1);
  for (const secret of Object.values(given)) expect(said).not.toContain(secret);
  expect([servers.shown.length, mail.letters.length, comments().length]).toEqual([1, 1, 1]);
});
