import { amend } from '../amendment/amend.js';
import { loadWorkspace, type Person } from '../contract/load-workspace.js';
import type { Contract } from '../contract/model.js';
import { contractFile } from '../contract/paths.js';
import { type EventFile, eventFile, isFormedEvent } from '../forms/event-text.js';
import type { Form } from '../forms/forms.js';
import type { Answers } from '../forms/parse-form.js';
import { setTarget, type TargetChange } from '../forms/set-target.js';
import { mayFileAlone } from '../gate/alone.js';
import { type LocalDate, localDate, type Micros, type PeriodId, periodOf } from '../kernel/calendar.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { termPeriods } from '../kernel/period.js';
import type { CommitFiles, TreeChange } from '../ports/forge.js';
import type { ReportedAmendment } from '../report/amendment.js';
import type { FiledForm } from '../report/form-reply.js';
import type { FormIssueCode } from '../words/form-issues.js';
import { type IssueParams, issue, ofUnfiled } from '../words/issue.js';
import { changedFiles } from './changed-files.js';
import { amendmentOf } from './comparison.js';
import type { CommandContext } from './context.js';
import { hasErrors } from './issue-output.js';
import { listContracts, type ReadContract, readContract } from './repository.js';
import { editable } from './schemas.js';

/** A form that was read, and who sent it. */
export interface FormRequest {
  readonly form: Form;
  readonly answers: Answers;
  readonly issue: number;
  /** The numeric id of the issue's author; null where that is no person. */
  readonly author: number | null;
  /** What issues of the form name as their place. */
  readonly place: string;
}

export type FormPlan =
  /** `drafted`: the event that the answers make, where it is this that is refused. */
  | { readonly kind: 'refused'; readonly issues: readonly Issue[]; readonly drafted?: EventFile }
  /** The contract's amendment rules refuse the change. `allowedFrom`: the first later period from which they would not; null: none is. */
  | {
      readonly kind: 'against-rules';
      readonly contract: string;
      readonly amendment: ReportedAmendment;
      readonly allowedFrom: PeriodId | null;
    }
  | { readonly kind: 'filed'; readonly filed: FiledForm; readonly changes: readonly TreeChange[] };

/**
 * The file that a form asks for, once its author may sign and the contract with it in place passes every check.
 * @param files the tip of the default branch.
 */
export async function planForm(
  context: CommandContext & { readonly now: Micros },
  files: CommitFiles,
  request: FormRequest,
): Promise<FormPlan> {
  const refuse = <Code extends FormIssueCode>(code: Code, params: IssueParams<Code>): FormPlan => refused(request, code, params);
  const id = request.answers.texts.get('contract') ?? '';
  const known = await listContracts(files);
  if (!known.includes(id)) return refuse('form-unknown-contract', { found: id, expected: known });
  const contract = await readContract(files, id);
  if (contract.folder === null) return refuse('form-broken-contract', { contract: id });
  const terms = contract.folder.terms.contract;
  const people = loadWorkspace(contract.texts).workspace?.people ?? [];
  const signatory = signatoryOf(terms, people, request.author);
  if (signatory === null) {
    const expected = people.filter(({ id: person }) => PARTIES.some((party) => terms.parties[party].signatories.includes(person)));
    return refuse('form-not-a-signatory', { contract: id, expected: expected.map(({ id: person }) => person) });
  }
  const date = context.asOf ?? localDate(context.now, terms.calendar.timezone);
  const scene: Scene = { context: { ...context, asOf: date }, files, contract, terms, signatory, date };
  return request.form.id === 'target-change' ? planTarget(scene, request) : planEvent(scene, request);
}

interface Signatory {
  readonly person: Person;
  readonly party: Party;
}

interface Scene {
  readonly context: CommandContext;
  readonly files: CommitFiles;
  readonly contract: ReadContract;
  readonly terms: Contract;
  readonly signatory: Signatory;
  /** The day from which an event counts. */
  readonly date: LocalDate;
}

function signatoryOf(terms: Contract, people: readonly Person[], author: number | null): Signatory | null {
  const person = people.find(({ github }) => github === author);
  const party = person === undefined ? undefined : PARTIES.find((each) => terms.parties[each].signatories.includes(person.id));
  return person === undefined || party === undefined ? null : { person, party };
}

async function planEvent(scene: Scene, request: FormRequest): Promise<FormPlan> {
  const { date, signatory } = scene;
  const { party } = signatory;
  const drafted = eventFile(request.form, request.answers, { contract: scene.contract.id, issue: request.issue, date, party });
  const { path } = drafted;
  const text = (await editable(scene.files, new Map([[path, drafted.text]]))).get(path) ?? drafted.text;
  const after = await changed(scene, path, text);
  if (after.folder === null || hasErrors(after.issues))
    return { kind: 'refused', issues: ofUnfiled(after.issues, path), drafted: { path, text } };
  const { terms, events } = after.folder;
  const event = events.find(({ file }) => path.endsWith(`/${file}`));
  if (event === undefined || !isFormedEvent(event)) throw new RangeError(`no event of a form: ${path}`);
  const duties = scene.terms.duties.map(({ id, owes }) => ({ id, owes }));
  const alone = mayFileAlone(event, { duties });
  const doubts = after.issues.filter(({ at, severity }) => at.path === path && severity === 'warning');
  const filing = { event, scene: { terms, events, ledger: after.ledger } };
  return { kind: 'filed', filed: filedForm(scene, request, { path, alone, doubts, filing }), changes: [{ path, text }] };
}

async function planTarget(scene: Scene, request: FormRequest): Promise<FormPlan> {
  const { contract, terms, context } = scene;
  const { texts } = request.answers;
  const path = contractFile(contract.id);
  const [target, value, from] = [texts.get('kpi') ?? '', texts.get('value') ?? '', texts.get('from') ?? ''];
  const firstPeriod = periodOf(terms.term.from, terms.calendar.every);
  const change: TargetChange = { target, value, from, firstPeriod };
  const edit = setTarget(contract.texts.get(path) ?? '', change);
  const refuse = <Code extends FormIssueCode>(code: Code, params: IssueParams<Code>): FormPlan => refused(request, code, params);
  if (edit.kind === 'unknown') return refuse('form-unknown-target', { contract: contract.id, found: target, expected: edit.known });
  if (edit.kind === 'by-hand') return refuse('form-edit-by-hand', { found: target });
  if (edit.kind === 'unchanged') return refuse('form-changes-nothing', { found: target, value, from });
  const after = await changed(scene, path, edit.text);
  if (after.folder === null || hasErrors(after.issues)) return { kind: 'refused', issues: after.issues };
  const [reported] = amendmentOf(context, { before: contract, after }, true);
  if (reported === undefined || reported.amendment.class === null) return refuse('form-changes-nothing', { found: target, value, from });
  if (reported.amendment.refused) {
    const allowedFrom = await firstAllowed(scene, path, change);
    return { kind: 'against-rules', contract: contract.id, amendment: reported, allowedFrom };
  }
  return { kind: 'filed', filed: filedForm(scene, request, { path, alone: false, doubts: [] }), changes: [{ path, text: edit.text }] };
}

/** The first later period of the term from which the rules about amendments would let the same target hold. */
async function firstAllowed(scene: Scene, path: string, change: TargetChange): Promise<PeriodId | null> {
  const { contract, terms, date: asOf } = scene;
  const base = contract.folder?.terms ?? null;
  const later = termPeriods(terms.term, terms.calendar.every).filter(({ id }) => id > change.from);
  for (const { id: from } of later) {
    const edit = setTarget(contract.texts.get(path) ?? '', { ...change, from });
    const after = edit.kind === 'edited' ? await changed(scene, path, edit.text) : null;
    if (after === null || after.folder === null || hasErrors(after.issues)) continue;
    // What it is worth is not asked here; what drift is measured against is what it is for the whole change.
    const { refused: isRefused } = amend({
      base,
      head: after.folder.terms,
      asOf,
      ledger: [],
      events: [],
      firstSigned: contract.ledger[0]?.terms ?? null,
      recordsChanged: [],
    });
    if (!isRefused) return from;
  }
  return null;
}

/** The contract with one file put in or replaced, read and checked as a whole. */
async function changed({ files, contract }: Scene, path: string, text: string): Promise<ReadContract> {
  const paths = (await files.entries()).items.map((entry) => entry.path);
  return readContract(changedFiles(files, paths, [{ path, text }]), contract.id, { written: path });
}

function filedForm(
  { contract, signatory, terms }: Scene,
  { form, issue, answers }: FormRequest,
  made: Pick<FiledForm, 'path' | 'alone' | 'doubts' | 'filing'>,
): FiledForm {
  const { party, person } = signatory;
  return { form, issue, contract: contract.id, party, name: person.name, ...made, answers, terms };
}

function refused<Code extends FormIssueCode>({ place }: FormRequest, code: Code, params: IssueParams<Code>): FormPlan {
  return { kind: 'refused', issues: [issue(code, inFile(place), params)] };
}
