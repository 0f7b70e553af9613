import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { loadWorkspace } from '../../src/contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../src/contract/paths.js';
import { placeText } from '../../src/kernel/issue.js';
import { wordsOf } from '../issue-words.js';
import { editedFiles, GOOD_ID } from './good-contract.js';

/* Channels of the workspace: what a slip in them says, with its place. What every code says besides is in tests/bad. */

const loaded = (text: string) => loadWorkspace(new Map([[WORKSPACE_FILE, text]]));
const said = (text: string) =>
  loaded(text).issues.map((each) => `${placeText(each.at).split(':').slice(1).join(':')} ${wordsOf(each, 'en').text}`);
const channel = (fields: string) => `notifyIssue: 7\nnotify:\n  - { ${fields} }\n`;

test('a channel is read as it is written; without review it is sent', () => {
  const text = channel('to: slack, secret: CONCORD_NOTIFY_BRAND, locale: en, for: brand, on: [due, weekly]');
  expect(loaded(text).workspace?.notify).toEqual({
    issue: 7,
    channels: [
      {
        ...{ to: 'slack', secret: 'CONCORD_NOTIFY_BRAND', locale: 'en', for: 'brand', on: ['due', 'weekly'], review: false },
        at: expect.objectContaining({ path: WORKSPACE_FILE, line: 3, column: 26 }) as unknown,
      },
    ],
  });
  expect(loaded('lint: {}\n').workspace?.notify).toBeNull();
});

test.each<[string, string, readonly string[]]>([
  [
    'an address in place of a name',
    'to: slack, secret: "https://hooks.slack.com/services/T0/B0/x", locale: en, for: brand, on: [due]',
    ['3:26 `secret` is not the name of a secret for messages.'],
  ],
  [
    'the name of another secret',
    'to: slack, secret: CONCORD_APP_PRIVATE_KEY, locale: en, for: brand, on: [due]',
    ['3:26 `secret` is not the name of a secret for messages.'],
  ],
  [
    'a kind that there is not',
    'to: telegram, secret: CONCORD_NOTIFY_BRAND, locale: en, for: brand, on: [due]',
    ['3:11 This field does not take "telegram".'],
  ],
  [
    'a fact twice',
    'to: slack, secret: CONCORD_NOTIFY_BRAND, locale: en, for: brand, on: [due, due]',
    ['3:82 The entry "due" stands in the list twice.'],
  ],
  ['no party', 'to: slack, secret: CONCORD_NOTIFY_BRAND, locale: en, on: [due]', ['3:5 The field "for" is missing.']],
])('%s', (_, fields, expected) => {
  expect(said(channel(fields))).toEqual(expected);
});

test('channels and the issue that remembers for them come together', () => {
  expect(said('notifyIssue: 7\n')).toEqual(['1:1 The field "notifyIssue" needs "notify" beside it.']);
  expect(
    said(channel('to: slack, secret: CONCORD_NOTIFY_BRAND, locale: en, for: brand, on: [due]').replace('notifyIssue: 7\n', '')),
  ).toEqual(['1:1 The field "notify" needs "notifyIssue" beside it.']);
});

test('a contract cannot say where its messages go', () => {
  const files = editedFiles([['contract.yaml', 'kind: Contract', 'kind: Contract\nnotify: [{ to: slack }]']]);
  expect(loadContract(GOOD_ID, files).issues.map(({ code }) => code)).toEqual(['field-elsewhere']);
});
