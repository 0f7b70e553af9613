import { grouped } from '../../kernel/grouped.js';
import { type Locale, localText, type Params } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Files } from '../../ports/files.js';
import { type Block, toldLines } from '../../report/blocks.js';
import { statementBlocks } from '../../report/statement.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { wholeReportContext } from '../../running/report-context.js';
import { readContract } from '../../running/repository.js';
import { settleContracts } from '../../running/settle-contracts.js';
import { type StoryStep, sampleStory } from '../../sample/story.js';
import type { Statement } from '../../settlement/model.js';
import { type CommandTextKey, commandText } from '../../words/command-text.js';
import { check } from './check.js';
import { outlook } from './outlook.js';
import { score } from './score.js';
import { verify } from './verify.js';
import { why } from './why.js';

/** What the demo needs besides a context whose files are those of the scratch folder. */
export interface DemoSetting {
  /** The product's own folder, from which the sample contract is copied. */
  readonly shipped: Files;
  /** The scratch folder, as it is told. */
  readonly root: string;
}

/** Periods whose scorecard and statement are shown at the end: the Black Friday month, and the month that released a hold. */
const SHOWN_SCORE = '2026-11';
const SHOWN_STATEMENT = '2026-06';
/** A month that missed a KPI. */
const SHOWN_WHY = '2026-08';
/** The middle of a month. */
const SHOWN_OUTLOOK = '2026-10-15';

/** A part of the demo: its title, and what it says. */
interface Chapter {
  readonly title: CommandTextKey;
  readonly params?: Params;
  readonly name: string;
  readonly report: Report | null;
}

/** `concord demo`: settles the sample relationship month by month on generated data, in a scratch folder. */
export async function demo(context: CommandContext, { shipped, root }: DemoSetting): Promise<Outcome> {
  const { contract, steps } = sampleStory();
  const chapters: Chapter[] = [];
  const ended = (outcome: Outcome, closing: Report['blocks'] = () => []): Outcome => ({
    ...outcome,
    report: told(contract, chapters, closing),
  });
  await copySample(shipped, context.files, contract);
  const checked = await check(context, { contract, strict: false, changedSince: null });
  chapters.push({ title: 'demo-check', name: 'check', report: checked.report });
  if (checked.ended !== 0) return ended(checked);
  const settled = await settleSteps(context, contract, steps);
  chapters.push({ title: 'demo-settle', name: 'settle', report: settled.report });
  if (settled.ended !== 0) return ended(settled);
  const asOf = steps.at(-1)?.asOf ?? null;
  const scored = await score({ ...context, asOf }, { contract, period: SHOWN_SCORE });
  chapters.push({ title: 'demo-score', params: { period: SHOWN_SCORE }, name: 'score', report: scored.report });
  const statement = await statementReport(context, contract, SHOWN_STATEMENT);
  chapters.push({ title: 'demo-statement', params: { period: SHOWN_STATEMENT }, name: 'statement', report: statement });
  const compared = await why({ ...context, asOf }, { contract, period: SHOWN_WHY, against: 'previous' });
  chapters.push({ title: 'demo-why', params: { period: SHOWN_WHY }, name: 'why', report: compared.report });
  const ahead = await outlook({ ...context, asOf: SHOWN_OUTLOOK }, { contract, period: null, plan: [] });
  chapters.push({ title: 'demo-outlook', params: { asOf: SHOWN_OUTLOOK }, name: 'outlook', report: ahead.report });
  const verified = await verify(context, contract);
  chapters.push({ title: 'demo-verify', name: 'verify', report: verified.report });
  return ended(verified, (locale) => [
    { kind: 'break' },
    toldLines(commandText('demo-files', locale, { root })),
    { kind: 'code', language: 'sh', text: tryLines(root, contract, asOf ?? '') },
  ]);
}

function told(contract: string, chapters: readonly Chapter[], closing: Report['blocks']): Report {
  const title = (key: CommandTextKey, locale: Locale, params: Params = {}): Block => ({
    kind: 'chapter',
    text: commandText(key, locale, { contract, ...params }),
  });
  return {
    document: () => Object.fromEntries(chapters.map(({ name, report }) => [name, report?.document() ?? null])),
    blocks: (locale) => [
      title('demo-title', locale),
      ...chapters.flatMap(({ title: key, params, report }) => [title(key, locale, params), ...(report?.blocks(locale) ?? [])]),
      ...closing(locale),
    ],
  };
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

/** One step of the story with the statements that it led to. */
interface Told {
  readonly step: StoryStep;
  readonly statements: readonly Statement[];
}

/** The story month by month, up to the first step that cannot be settled. */
async function settleSteps(context: CommandContext, contract: string, steps: readonly StoryStep[]): Promise<Outcome> {
  const done: Told[] = [];
  const report: Report = {
    document: () => ({ statements: done.flatMap(({ statements }) => statements) }),
    blocks: (locale) => [{ kind: 'code', language: 'text', text: done.flatMap((each) => stepLines(each, locale)).join('\n') }],
  };
  for (const step of steps) {
    for (const [path, csv] of step.data) await context.files.write(`data/${path}`, csv);
    for (const event of step.events) await context.files.write(`contracts/${contract}/events/${event.file}`, event.yaml);
    context.progress(localText(step.title, context.locale));
    const at = { ...context, asOf: step.asOf };
    for (const settled of await settleContracts(at, [contract], { contract, period: null, preview: false })) {
      if (hasErrors(settled.issues)) return { ...failed(settled.issues, settled.contract.texts), report };
      done.push({ step, statements: settled.entries.map(({ statement }) => statement) });
    }
  }
  return { ended: 0, report };
}

/** A step by its day, then the money of its statements: what was settled, what is held, what was trued up. */
function stepLines({ step, statements }: Told, locale: Locale): string[] {
  return [
    `${step.asOf}  ${localText(step.title, locale)}`,
    ...statements.flatMap(({ period, total, currency, held, lines }) => [
      `            ${period}  ${grouped(total).padStart(12)} ${currency}${held.length === 0 ? '' : `  [${held.map((each) => each.line).join(', ')}]`}`,
      ...lines.flatMap((line) =>
        line.kind === 'true-up' && !line.held ? [`                     ${grouped(line.amount).padStart(12)}  ${line.id}`] : [],
      ),
    ]),
  ];
}

async function statementReport(context: CommandContext, contract: string, period: string): Promise<Report | null> {
  const { ledger, events } = await readContract(context.files, contract);
  const index = ledger.findIndex((entry) => entry.statement.period === period);
  const entry = ledger[index];
  if (entry === undefined) return null;
  const read = wholeReportContext(entry, ledger.slice(0, index), events);
  return { document: () => entry.statement, blocks: (locale) => statementBlocks(entry.statement, read, locale) };
}

function tryLines(root: string, contract: string, asOf: string): string {
  return [
    `  npx concord verify --root ${root}`,
    `  npx concord explain ${contract} 2026-11 --root ${root}`,
    `  npx concord score ${contract} --period 2026-12 --as-of ${asOf} --locale zh --root ${root}`,
  ].join('\n');
}
