import { localText } from '../../kernel/text.js';
import type { Files } from '../../ports/files.js';
import { renderStatementTerminal } from '../../report/statement.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { reportContext } from '../../running/report-context.js';
import { readContract } from '../../running/repository.js';
import { settleContracts } from '../../running/settle-contracts.js';
import { type StoryStep, sampleStory } from '../../sample/story.js';
import type { CommandTextKey } from '../../words/command-text.js';
import { commandText } from '../../words/command-text.js';
import { check } from './check.js';
import { score } from './score.js';
import { verify } from './verify.js';

/** What the demo needs besides a context whose files are those of the scratch folder. */
export interface DemoSetting {
  /** The product's own folder, from which the sample contract is copied. */
  readonly shipped: Files;
  /** The scratch folder, for printing. */
  readonly root: string;
  readonly print: (text: string) => void;
}

/** Periods whose scorecard and statement are shown at the end: the Black Friday month, and the month that released a hold. */
const SHOWN_SCORE = '2026-11';
const SHOWN_STATEMENT = '2026-06';

/** `concord demo`: settles the sample relationship month by month on generated data, in a scratch folder. */
export async function demo(context: CommandContext, setting: DemoSetting): Promise<CommandResult> {
  const { contract, steps } = sampleStory();
  const title = (key: CommandTextKey, params = {}) =>
    setting.print(`\n== ${commandText(key, context.locale, { contract, ...params })} ==\n\n`);
  title('demo-title');
  await copySample(setting.shipped, context.files, contract);
  title('demo-check');
  const checked = await check(context, { contract, github: false, strict: false, changedSince: null });
  setting.print(checked.output);
  if (checked.exitCode !== 0) return { exitCode: checked.exitCode, output: '', errors: checked.errors ?? '' };
  title('demo-settle');
  for (const step of steps) {
    const problem = await settleStep(context, setting, contract, step);
    if (problem !== null) return problem;
  }
  const last = steps.at(-1)?.asOf ?? null;
  title('demo-score', { period: SHOWN_SCORE });
  setting.print((await score({ ...context, asOf: last }, { contract, period: SHOWN_SCORE })).output);
  title('demo-statement', { period: SHOWN_STATEMENT });
  setting.print(await statementPage(context, contract, SHOWN_STATEMENT));
  title('demo-verify');
  const verified = await verify(context, contract);
  setting.print(verified.output);
  setting.print(`\n${commandText('demo-files', context.locale, { root: setting.root })}\n`);
  setting.print(tryLines(setting.root, contract, last ?? ''));
  return { exitCode: verified.exitCode, output: '', errors: verified.errors ?? '' };
}

async function copySample(shipped: Files, files: Files, contract: string): Promise<void> {
  const copy = async (folder: string): Promise<void> => {
    for (const entry of await shipped.list(folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.directory) await copy(path);
      else await files.write(path, (await shipped.read(path)) ?? '');
    }
  };
  await files.write('contracts/workspace.yaml', (await shipped.read('contracts/workspace.yaml')) ?? '');
  await copy(`contracts/${contract}`);
  await copy('schemas');
}

async function settleStep(context: CommandContext, setting: DemoSetting, contract: string, step: StoryStep): Promise<CommandResult | null> {
  for (const [path, csv] of step.data) await context.files.write(`data/${path}`, csv);
  for (const event of step.events) await context.files.write(`contracts/${contract}/events/${event.file}`, event.yaml);
  const at = { ...context, asOf: step.asOf };
  const read = await readContract(context.files, contract);
  const [{ entries, issues } = { entries: [], issues: [] }] = await settleContracts(at, [read], { contract, period: null, preview: false });
  if (hasErrors(issues)) return failed(at, issues, read.texts);
  setting.print(`${step.asOf}  ${localText(step.title, context.locale)}\n`);
  for (const { statement } of entries) {
    const held = statement.held.length === 0 ? '' : `  [${statement.held.map((each) => each.line).join(', ')}]`;
    setting.print(`            ${statement.period}  ${statement.total.padStart(12)} ${statement.currency}${held}\n`);
    for (const line of statement.lines) {
      if (line.kind === 'true-up' && !line.held) setting.print(`                     ${line.amount.padStart(12)}  ${line.id}\n`);
    }
  }
  return null;
}

async function statementPage(context: CommandContext, contract: string, period: string): Promise<string> {
  const { ledger, events } = await readContract(context.files, contract);
  const index = ledger.findIndex((entry) => entry.statement.period === period);
  const entry = ledger[index];
  if (entry === undefined) return '';
  const options = { locale: context.locale, color: context.color, width: context.width };
  return renderStatementTerminal(entry.statement, reportContext(entry, ledger.slice(0, index), events), options);
}

function tryLines(root: string, contract: string, asOf: string): string {
  return [
    `  npx concord verify --root ${root}`,
    `  npx concord explain ${contract} 2026-11 --root ${root}`,
    `  npx concord score ${contract} --period 2026-12 --as-of ${asOf} --locale zh --root ${root}`,
    '',
  ].join('\n');
}
