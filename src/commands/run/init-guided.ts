import { WORKSPACE_FILE } from '../../contract/paths.js';
import { answersText, type FiledAnswers, readAnswers } from '../../drafting/answers.js';
import type { Deal, Setting } from '../../drafting/deal.js';
import { draftOf } from '../../drafting/draft.js';
import { dealOf, nameOf, QUESTION_IDS, type QuestionId, takenAsUsual } from '../../drafting/questions.js';
import { summaryParts } from '../../drafting/summary-text.js';
import { inNoFile } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { AskingStopped } from '../../ports/asking.js';
import type { Files } from '../../ports/files.js';
import { code, toldLine, toldLines } from '../../report/blocks.js';
import type { Ask } from '../../running/ask-rest.js';
import type { CommandContext } from '../../running/context.js';
import { settingOf } from '../../running/drafting-setting.js';
import { Interview } from '../../running/interview.js';
import { failed } from '../../running/issue-output.js';
import { writeNewContract } from '../../running/new-contract.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { listContracts } from '../../running/repository.js';
import { renderWorkspace, WORKSPACE_TEMPLATE } from '../../sample/templates.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface GuidedOptions {
  readonly language: Locale | null;
  /** Answers given on the command line; null where none is. */
  readonly given: Readonly<Record<QuestionId, string | null>>;
  /** `--answers`: a file of them. */
  readonly file: { readonly path: string; readonly text: string } | null;
  readonly ask: Ask | null;
}

/** Where answers are kept that lead to no contract yet. */
const KEPT = 'init-answers.yaml';

/** `concord init`: a contract out of answers, asked for where somebody sits at the terminal; what it writes passes `concord check`. */
export async function initGuided(context: CommandContext, templates: Files, options: GuidedOptions): Promise<Outcome> {
  const { file } = options;
  const read = file === null ? NOTHING : readAnswers(file.path, file.text);
  if (read.issues.length > 0) return failed(read.issues, new Map(file === null ? [] : [[file.path, file.text]]), 2);
  const answers = new Map(QUESTION_IDS.map((id) => [id, options.given[id] ?? read.answers.get(id) ?? ''] as const));
  const { workspace, issues: wrong, texts } = await readWorkspace(context.files);
  if (workspace === null) return failed(wrong, texts, 2);
  const own = texts.size === 0 ? await templates.read(WORKSPACE_TEMPLATE) : null;
  // before anything is asked
  if (texts.size === 0 && own === null) return failed([issue('no-workspace', inNoFile('init'), { file: WORKSPACE_FILE })], new Map(), 2);
  const known = texts.size === 0 ? null : workspace;
  const setting = settingOf(known, {
    language: options.language ?? context.locale,
    today: context.today('UTC'),
    contracts: await listContracts(context.files),
  });
  // Whoever has given a whole deal is not asked: what is left out is as the questions' standard has it.
  const placeOf = (id: QuestionId) => (options.given[id] === null ? read.places.get(id) : undefined) ?? inNoFile(`--${nameOf(id)}`);
  const given = dealOf(answers, setting, placeOf);
  const isSaid = given.deal !== null && !read.asksRest && [...answers.values()].some((text) => text !== '');
  const ask = isSaid ? null : options.ask;
  if (ask === null && given.deal === null) return failed(given.issues, filed(file), 2);
  const deal = ask === null ? given.deal : await interviewed(ask, answers, setting);
  if (deal === null) return kept(context, answers, setting.language);
  const made = new Map(draftOf(deal, setting));
  if (own !== null) made.set(WORKSPACE_FILE, renderWorkspace(own, deal));
  // Whoever was asked has been shown the deal already, and told of doubtful answers.
  const before = ask === null ? understood(deal, takenAsUsual(answers, setting)) : undefined;
  const outcome = await writeNewContract(context, deal.id, made, texts, before);
  return ask !== null || outcome.ended !== 0 ? outcome : { ...outcome, issues: given.issues, texts: filed(file) };
}

/** The deal as whoever is asked sees it before it is written, and what nobody was asked for. */
function understood(deal: Deal, usual: ReturnType<typeof takenAsUsual>): Report['blocks'] {
  return (locale) =>
    summaryParts(deal, locale, usual).map(({ title, lines }) => toldLines(title, ...lines.map((line) => toldLine(line, 1))));
}

const NOTHING: FiledAnswers = { answers: new Map(), places: new Map(), asksRest: false, issues: [] };
const filed = (file: GuidedOptions['file']) => new Map(file === null ? [] : [[file.path, file.text]]);

/** The deal of whoever sits at the terminal; null where they stop, or do not want it written. @param answers filled as they come */
async function interviewed(ask: Ask, answers: Map<QuestionId, string>, setting: Setting): Promise<Deal | null> {
  try {
    return await new Interview(ask, answers, setting).deal();
  } catch (error) {
    if (error instanceof AskingStopped) return null;
    throw error;
  }
}

/** Nothing is lost: the answers so far are kept, to be taken up again. */
async function kept(context: CommandContext, answers: ReadonlyMap<QuestionId, string>, language: Locale): Promise<Outcome> {
  if ([...answers.values()].every((text) => text === '')) return stopped();
  await context.files.write(KEPT, answersText(KEPT, answers, language));
  const blocks: Report['blocks'] = (locale) => [
    toldLines(commandText('asking-kept', locale, { path: KEPT }), toldLine(code(`concord init --answers ${KEPT}`), 1)),
  ];
  return { ended: 2, report: { document: () => ({ written: [KEPT] }), blocks } };
}

function stopped(): Outcome {
  const blocks: Report['blocks'] = (locale) => [toldLines(commandText('asking-stopped', locale))];
  return { ended: 2, report: { document: () => ({ written: [] }), blocks } };
}
