import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { newWorkflows } from '../../repository/shipped.js';
import { REPOSITORY } from '../../run-cli.js';

/* GitHub's own parser of workflow files, and the language service that its editor uses: what they refuse, GitHub does not run. */

const FOLDER = join(REPOSITORY, '.github/workflows');
const FILES = readdirSync(FOLDER);
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** The service knows which fields an event has, but not that some are lists. */
function isOfOurs(message: string): boolean {
  return !/^\d+: Context access might be invalid: 0$/.test(message);
}

async function refusals(name: string, text: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  const parsed = context.errors.getErrors().map(({ message }) => message);
  if (value === undefined) return parsed;
  const template = await convertWorkflowTemplate(context, value);
  const converted = (template.errors ?? []).map(({ Message }) => Message);
  const document = TextDocument.create(`file:///.github/workflows/${name}`, 'yaml', 1, text);
  const said = (await validate(document)).map(({ message, range }) => `${range.start.line + 1}: ${message}`).filter(isOfOurs);
  return [...parsed, ...converted, ...said];
}

test.each(FILES)('%s is one that GitHub runs', async (name) => {
  expect(await refusals(name, textOf(name))).toEqual([]);
});

test.each(newWorkflows())('%s of a new repository is one that GitHub runs', async (name, text) => {
  expect(await refusals(name, text)).toEqual([]);
});

test.each([
  ['an unknown key', '    runs-on: ubuntu-latest', '    runs_on: ubuntu-latest', "Unexpected value 'runs_on'"],
  ['an unknown context', 'github.event.comment.user.type', 'gihub.event.comment.user.type', 'gihub'],
  ['a function that there is not', 'contains(', 'includes(', "'includes'"],
  ['an unfinished expression', "|| 'all' }}", '|| }}', 'expression'],
  ['an event that there is not', '  issue_comment:', '  issue_coment:', 'issue_coment'],
  ['a cron of six parts', '17 */4 * * *', '0 17 */4 * * *', 'cron'],
])('it can fail: %s', async (_, good, bad, message) => {
  const text = textOf('gate.yml').replace(good, bad);
  expect(text).not.toBe(textOf('gate.yml'));
  expect((await refusals('gate.yml', text)).join('\n')).toContain(message);
});
