import type { Workspace } from '../../contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import { readAnswers } from '../../drafting/answers.js';
import { askText, refusedText } from '../../drafting/ask-text.js';
import type { Deal, Setting } from '../../drafting/deal.js';
import { draftOf } from '../../drafting/draft.js';
import { answered, dealOf, isWhole, QUESTION_IDS, type QuestionId, type SoFar, settledAlready } from '../../drafting/questions.js';
import { readYes, summaryText } from '../../drafting/summary-text.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Files } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import type { Ask } from '../../running/ask-rest.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { writeNewContract } from '../../running/new-contract.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { listContracts } from '../../running/repository.js';
import { renderWorkspace, TEMPLATE_SIGNATORIES, WORKSPACE_TEMPLATE } from '../../sample/templates.js';
import { commandText } from '../../words/command-text.js';
import { DRAFTING } from '../../words/drafting.js';

export interface GuidedOptions {
  readonly language: Locale | null;
  /** Answers given on the command line; null where none is. */
  readonly given: Readonly<Record<QuestionId, string | null>>;
  /** `--answers`: a file of them. */
  readonly file: { readonly path: string; readonly text: string } | null;
  readonly ask: Ask | null;
}

/** `concord init`: a contract out of answers, asked for where somebody sits at the terminal; what it writes passes `concord check`. */
export async function initGuided(context: CommandContext, templates: Files, options: GuidedOptions): Promise<Outcome> {
  const { file } = options;
  const read = file === null ? { answers: new Map<QuestionId, string>(), issues: [] } : readAnswers(file.path, file.text);
  if (read.issues.length > 0) return failed(read.issues, new Map(file === null ? [] : [[file.path, file.text]]), 2);
  const answers = new Map(QUESTION_IDS.map((id) => [id, options.given[id] ?? read.answers.get(id) ?? ''] as const));
  const { workspace, issues: wrong, texts } = await readWorkspace(context.files);
  if (workspace === null) return failed(wrong, texts, 2);
  const setting = settingOf(context, texts.size === 0 ? null : workspace, await listContracts(context.files), options);
  // Whoever has given a whole deal is not asked: what is left out is as the questions' standard has it.
  const given = dealOf(answers, setting, file?.path ?? 'init');
  const isSaid = given.deal !== null && [...answers.values()].some((text) => text !== '');
  const ask = isSaid ? null : options.ask;
  const { deal, issues } = ask === null ? given : { deal: await asked(ask, answers, setting), issues: [] };
  if (deal === null) return failed(issues, new Map(), 2);
  if (ask !== null && !(await isToBeWritten(ask, deal, setting.language))) return stopped();
  const made = new Map(draftOf(deal, setting));
  if (texts.size === 0) {
    const text = (await templates.read(WORKSPACE_TEMPLATE)) ?? '';
    made.set(WORKSPACE_FILE, renderWorkspace(text, deal));
  }
  return writeNewContract(context, deal.id, made, texts);
}

/** Shows the deal as it was understood, and asks whether it is what was meant. */
async function isToBeWritten(ask: Ask, deal: Deal, language: Locale): Promise<boolean> {
  const question = `\n${DRAFTING.around.write[language]} > `;
  let shown = summaryText(deal, language);
  for (;;) {
    const text = await ask(`${shown}${question}`);
    const yes = readYes(text);
    if ('value' in yes) return yes.value;
    shown = refusedText(text, yes.expected, language);
  }
}

function stopped(): Outcome {
  const blocks: Report['blocks'] = (locale) => [toldLines(commandText('asking-stopped', locale))];
  return { ended: 2, report: { document: () => ({ written: [] }), blocks } };
}

/** @param known the workspace; null where there is none yet */
function settingOf(context: CommandContext, known: Workspace | null, contracts: readonly string[], { language }: GuidedOptions): Setting {
  return {
    language: language ?? context.locale,
    today: context.today('UTC'),
    contracts,
    people: (known?.people ?? []).map((person) => person.id),
    brandPeople: known === null ? TEMPLATE_SIGNATORIES.brand : (known.governance?.brand ?? []),
    providerPeople: known === null ? TEMPLATE_SIGNATORIES.provider : (known.governance?.provider ?? []),
    known: known?.defaults ?? {},
  };
}

/** Asks until everything is answered; what was given already is not asked, unless it is no answer. */
async function asked(ask: Ask, given: ReadonlyMap<QuestionId, string>, setting: Setting): Promise<Deal | null> {
  let sofar: SoFar = {};
  let number = 0;
  for (const id of QUESTION_IDS) {
    let next = settledAlready(id, sofar, setting);
    let text = given.get(id) || null;
    let wrong = '';
    let mine: number | null = null;
    while (next === null) {
      if (text === null) {
        mine ??= ++number;
        text = await ask(`${wrong}${askText(id, mine, sofar, setting)}`);
      }
      const outcome = answered(id, text, sofar, setting);
      if ('sofar' in outcome) next = outcome.sofar;
      else wrong = refusedText(outcome.part ?? text, outcome.expected, setting.language);
      text = null;
    }
    sofar = next;
  }
  return isWhole(sofar) ? sofar : null;
}
