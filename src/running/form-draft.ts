import { loadContract } from '../contract/load-contract.js';
import type { Person, Workspace } from '../contract/load-workspace.js';
import type { Terms } from '../contract/model.js';
import { contractFile, contractFolder, isTermsName, WORKSPACE_FILE } from '../contract/paths.js';
import type { Deal, Setting } from '../drafting/deal.js';
import { draftOf } from '../drafting/draft.js';
import { dealOf, QUESTION_IDS, type QuestionId, takenAsUsual } from '../drafting/questions.js';
import { summaryParts } from '../drafting/summary-text.js';
import { cooperationLabel, interviewOf } from '../forms/cooperation.js';
import { localDate, type Micros } from '../kernel/calendar.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { PARTIES, type Party } from '../kernel/party.js';
import type { CommitFiles, TreeChange } from '../ports/forge.js';
import type { DraftedBaseline, FiledForm } from '../report/form-reply.js';
import { issue } from '../words/issue.js';
import { changedFiles } from './changed-files.js';
import type { CommandContext } from './context.js';
import { type AgreedTexts, type AskedHistory, draftHistory } from './draft-baseline.js';
import { settingOf } from './drafting-setting.js';
import type { FormPlan, FormRequest } from './form-change.js';
import { hasErrors } from './issue-output.js';
import { readWorkspace } from './read-workspace.js';
import { listContracts, type ReadContract, readContract } from './repository.js';
import { editable } from './schemas.js';
import { withBaseline } from './write-baseline.js';

/**
 * The contract that the answers of a form make, with the year behind it as its baseline where that may be read and can be; or what was not
 * understood. Nothing is drafted of a part of the answers.
 * @param files the tip of the default branch
 * @param unagreed which of its contracts are not as they were agreed to
 */
export async function planDraft(
  context: CommandContext & { readonly now: Micros },
  files: CommitFiles,
  request: FormRequest,
  unagreed: AgreedTexts['unagreed'],
): Promise<FormPlan> {
  const { place } = request;
  const { workspace, issues: wrong } = await readWorkspace(files);
  if (workspace === null) return { kind: 'refused', issues: wrong };
  const person = workspace.people.find(({ github }) => github === request.author);
  if (person === undefined) {
    const expected = workspace.people.map(({ id }) => id);
    return { kind: 'refused', issues: [issue('form-nobody', inFile(place), { expected })] };
  }
  const today = (zone: string) => context.asOf ?? localDate(context.now, zone);
  const { language, typed } = interviewOf(request.answers);
  const known = await listContracts(files);
  const setting = settingOf(workspace, { language, today: today('UTC'), contracts: known });
  const read = dealOf(typed, setting, () => inFile(place));
  if (read.deal === null) return { kind: 'refused', issues: read.issues.filter(({ severity }) => severity === 'error').map(askedBack) };
  const party = partyOf(person, read.deal, workspace);
  if (party === null) {
    const expected = [...new Set([...read.deal.brandSigns, ...read.deal.providerSigns])];
    return { kind: 'refused', issues: [issue('form-not-a-signatory', inFile(place), { contract: read.deal.id, expected })] };
  }
  const terms: Terms[] = [];
  for (const id of known) terms.push(...(await termsIn(files, id)));
  const scene: Scene = { context: { ...context, today }, files, request, person, party, deal: read.deal, setting };
  return drafted(scene, takenAsUsual(typed, setting), read.issues, { terms, unagreed });
}

/** A contract's terms, without its events and its ledger, which may be hundreds of files; none where they cannot be read. */
async function termsIn(files: CommitFiles, id: string): Promise<readonly Terms[]> {
  const folder = `${contractFolder(id)}/`;
  const texts = new Map<string, string>();
  for (const { path } of (await files.entries()).items) {
    const isWanted = path === WORKSPACE_FILE || (path.startsWith(folder) && isTermsName(path.slice(folder.length)));
    const text = isWanted ? await files.read(path) : null;
    if (text !== null) texts.set(path, text);
  }
  const { folder: read } = loadContract(id, texts);
  return read === null ? [] : [read.terms];
}

interface Scene {
  readonly context: CommandContext;
  readonly files: CommitFiles;
  readonly request: FormRequest;
  readonly person: Person;
  /** For whom the draft is filed. */
  readonly party: Party;
  readonly deal: Deal;
  readonly setting: Setting;
}

/** Whoever signs the draft for a side files it for that; else who decides about the rules for it. */
function partyOf({ id }: Person, { brandSigns, providerSigns }: Deal, { governance }: Workspace): Party | null {
  const signs = { brand: brandSigns, provider: providerSigns };
  return PARTIES.find((party) => signs[party].includes(id)) ?? PARTIES.find((party) => governance[party].includes(id)) ?? null;
}

/** Questions of which one at least is answered with a fee. */
const PAID_BY = ['retainer', 'commission', 'bonus', 'wager'] as const;

/** An answer that was not understood, with its question in the words of the form; one that is missing, by the form's heading. */
function askedBack({ code, at, params }: Issue): Issue {
  if (code === 'answers-pay-nothing') return issue('form-answer-missing', at, { label: PAID_BY.map(cooperationLabel) });
  const id = QUESTION_IDS.find((each) => params.answer === `@question.${each}`);
  if (id === undefined) throw new RangeError(`${code} is about no question`);
  const label = cooperationLabel(id);
  if (code === 'answer-missing') return issue('form-answer-missing', at, { label });
  const { found = '', expected = '' } = params;
  return issue('form-answer-unread', at, { label, found, expected, question: `@ask.${id}` });
}

async function drafted(
  scene: Scene,
  usual: readonly { readonly id: QuestionId; readonly usual: string }[],
  doubts: readonly Issue[],
  agreed: AgreedTexts,
): Promise<FormPlan> {
  const { context, files, request, person, party, deal, setting } = scene;
  const made = await editable(files, draftOf(deal, setting));
  const path = contractFile(deal.id);
  const before = await readDraft(files, made, deal.id);
  if (before.folder === null || hasErrors(before.issues)) return { kind: 'refused', issues: before.issues };
  const { terms } = before.folder;
  const asked = await draftHistory(context, before, terms, party, agreed);
  const baseline = baselineIn(before, path, asked);
  const whole = baseline.text === null ? made : new Map([...made, [path, baseline.text]]);
  const after = baseline.text === null ? before : await readDraft(files, whole, deal.id);
  if (hasErrors(after.issues)) return { kind: 'refused', issues: after.issues };
  const filed: FiledForm = {
    form: request.form,
    issue: request.issue,
    contract: deal.id,
    party,
    name: person.name,
    path,
    alone: false,
    answers: request.answers,
    terms: terms.contract,
    doubts,
    draft: { parts: (locale) => summaryParts(deal, locale, usual), baseline: baseline.told },
  };
  return { kind: 'filed', filed, changes: [...whole].map(([file, text]): TreeChange => ({ path: file, text })) };
}

async function readDraft(files: CommitFiles, made: ReadonlyMap<string, string>, id: string): Promise<ReadContract> {
  const paths = (await files.entries()).items.map((entry) => entry.path);
  const changes = [...made].map(([path, text]) => ({ path, text }));
  return readContract(changedFiles(files, paths, changes), id);
}

/** The draft's text with what was measured, null where it stays; and what is told of it. */
function baselineIn(
  { folder, texts }: ReadContract,
  path: string,
  { from, to, history }: AskedHistory,
): { readonly text: string | null; readonly told: DraftedBaseline } {
  if (history.kind !== 'measured') return { text: null, told: { from, to, history } };
  const months = [...new Set(history.values.map(({ period }) => period))].sort();
  const told = { from: months[0] ?? from, to: months.at(-1) ?? to, history: { kind: 'measured' as const, months: months.length } };
  const text = folder === null ? null : withBaseline(texts.get(path) ?? '', folder.terms, history.values);
  // What drafting writes has one form, in which a baseline has its place.
  if (text === null) throw new RangeError(`${path} takes no baseline`);
  return { text, told };
}
