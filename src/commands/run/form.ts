import type { Sent } from '../../forms/asked.js';
import { type FormPin, formPin } from '../../forms/form-pin.js';
import { FORMS, type Form, formBranch, formOf } from '../../forms/forms.js';
import { parseForm } from '../../forms/parse-form.js';
import type { Micros } from '../../kernel/calendar.js';
import { digestText } from '../../kernel/canonical.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { CommitFiles, ForgePullRequest, ForgeRepository, IssueText } from '../../ports/forge.js';
import type { Forge } from '../../ports/forge-writes.js';
import { type IssueEvent, readIssueEvent } from '../../reading/form-event.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { unagreedAmong } from '../../reading/unagreed-texts.js';
import { toldLines } from '../../report/blocks.js';
import { formAgainstRules, formBody, formClosed, formOpened, formRefused, formTitle } from '../../report/form-reply.js';
import type { CommandContext } from '../../running/context.js';
import { type FormPlan, planForm } from '../../running/form-change.js';
import { planDraft } from '../../running/form-draft.js';
import { failed } from '../../running/issue-output.js';
import { formText } from '../../words/form.js';
import { issue } from '../../words/issue.js';
import { putOnBranch } from '../../writing/own-branch.js';
import { openOwn, ownPullRequest } from '../../writing/own-pull-request.js';
import { postSticky } from '../../writing/sticky-comment.js';

/** What became of an issue. */
export interface FormOutcome {
  readonly outcome: 'opened' | 'updated' | 'unchanged' | 'refused' | 'closed' | 'merged' | 'ignored' | 'superseded';
  readonly issue: number | null;
  readonly pullRequest: number | null;
  /** The file that is proposed; of a new contract its contract.yaml. */
  readonly path: string | null;
  readonly issues: readonly Issue[];
}

const NOTHING: FormOutcome = { outcome: 'ignored', issue: null, pullRequest: null, path: null, issues: [] };

/**
 * `concord form`: turns an issue form into a pull request of this account, or answers under the issue why it cannot. Whoever
 * reads the answer is the author of the issue, so an answered form ends with exit code 0; asked again, nothing changes.
 * @param payload the event as GitHub wrote it.
 */
export async function fileForm(context: CommandContext, forge: Forge, payload: string): Promise<Outcome> {
  const event = readIssueEvent(payload);
  const repository = await forge.repository();
  if (event === null || event.repositoryId !== repository.id) {
    return failed([issue('form-event', inNoFile('--event'), { repository: `${repository.owner}/${repository.name}` })], new Map(), 2);
  }
  const stale = await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const done = await fileEvent(context, forge, repository, event);
  const { outcome, pullRequest } = done;
  const blocks: Report['blocks'] = (locale) => [
    toldLines(formText(`outcome.${outcome}`, locale, { issue: done.issue ?? '-', pullRequest: pullRequest ?? '-' })),
    { kind: 'issues', issues: done.issues, texts: new Map() },
  ];
  return { ended: 0, report: { document: () => done, blocks } };
}

async function fileEvent(context: CommandContext, forge: Forge, repository: ForgeRepository, event: IssueEvent): Promise<FormOutcome> {
  const { issue: filed, action } = event;
  const labelled = FORMS.some(({ label }) => filed.labels.includes(label));
  const wanted = ['opened', 'edited', 'reopened'].includes(action) && event.textChanged && filed.state === 'open';
  if (!labelled || !wanted || filed.isPullRequest) return NOTHING;
  const work: Work = { context, forge, repository, event, now: await forge.now() };
  const text = await forge.issueText(filed.number);
  // An edit that came after this one is filed by its own run.
  if (text === null || text.body.replace(/\r\n/g, '\n') !== filed.body.replace(/\r\n/g, '\n')) return outcomeOf(work, 'superseded');
  const foreign = await foreignWords(work, text);
  if (foreign !== null) return refuse(work, [issue(foreign, inFile(place(event)))]);
  const form = formOf(filed.labels);
  if (form === null) return refuse(work, [issue('form-two-labels', inFile(place(event)), { expected: FORMS.map(({ label }) => label) })]);
  return fileAs(work, form);
}

/**
 * Rule 15: why the text is not its author's own, whatever woke the run, or not what the author files; null where it is. Who edited
 * it last stands in its edit history; an issue that came from another repository may have left that behind.
 */
async function foreignWords(
  { forge, event }: Work,
  { author, edited }: IssueText,
): Promise<'form-edited-by-other' | 'form-reopened-by-other' | 'form-transferred' | null> {
  const { issue } = event;
  if (author?.id !== issue.author?.id || (edited !== null && edited.by?.id !== author?.id)) return 'form-edited-by-other';
  if (event.action === 'reopened' && event.senderId !== author?.id) return 'form-reopened-by-other';
  const { items, complete } = await forge.timeline(issue.number);
  return !complete || items.some((each) => each.event === 'transferred') ? 'form-transferred' : null;
}

interface Work {
  readonly context: CommandContext;
  readonly forge: Forge;
  readonly repository: ForgeRepository;
  readonly event: IssueEvent;
  /** When the run began to read, by the forge's clock. */
  readonly now: Micros;
}

async function fileAs(work: Work, form: Form): Promise<FormOutcome> {
  const { context, forge, repository, event, now } = work;
  const { number, author, body } = event.issue;
  const parsed = parseForm(form, place(event), body);
  if (parsed.answers === null) return refuse(work, parsed.issues, { form, body, drafted: null });
  const tip = await forge.tip(repository.defaultBranch);
  if (tip === null) return outcomeOf(work, 'ignored');
  // What is merged is there: drafted again it would be in its own way.
  const over = form.id === 'cooperation' ? await ended(work, await ownPullRequest(forge, repository, formBranch(number))) : null;
  if (over !== null) return over;
  const files = await forge.filesAt(tip);
  const request = { form, answers: parsed.answers, issue: number, author: author?.kind === 'user' ? author.id : null, place: place(event) };
  const scene = { ...context, now };
  const unagreed = (contracts: readonly string[]) => unagreedAmong(scene, forge, files, contracts);
  const planned = form.id === 'cooperation' ? await planDraft(scene, files, request, unagreed) : await planForm(scene, files, request);
  if (planned.kind === 'refused') return refuse(work, planned.issues, { form, body, drafted: planned.drafted ?? null });
  if (planned.kind === 'against-rules') {
    await reply(work, formAgainstRules(planned.amendment, planned.allowedFrom));
    return {
      ...outcomeOf(work, 'refused'),
      issues: [issue('form-refused-by-rules', inFile(place(event)), { contract: planned.contract })],
    };
  }
  return propose(work, planned, tip);
}

/** What is said of a pull request that is over; null where the form may be filed with it, or anew. */
async function ended(work: Work, before: ForgePullRequest | null): Promise<FormOutcome | null> {
  if (before === null) return null;
  const { event } = work;
  const { number, mergedAt, state } = before;
  if (mergedAt !== null) {
    if (event.action !== 'edited') return { ...outcomeOf(work, 'merged'), pullRequest: number };
    return { ...(await refuse(work, [issue('form-filed-already', inFile(place(event)), { pullRequest: number })])), pullRequest: number };
  }
  // Closed by somebody who does not want it: only other words bring it back.
  if (state !== 'closed' || event.action === 'edited') return null;
  await reply(work, formClosed(number));
  return { ...outcomeOf(work, 'closed'), pullRequest: number };
}

type Planned = Extract<FormPlan, { kind: 'filed' }>;

async function propose(work: Work, { filed, changes }: Planned, tip: string): Promise<FormOutcome> {
  const { forge, repository, event } = work;
  const branch = formBranch(filed.issue);
  const before = await ownPullRequest(forge, repository, branch);
  const over = await ended(work, before);
  if (over !== null) return over.outcome === 'refused' ? over : { ...over, path: filed.path };
  const found = (outcome: FormOutcome['outcome'], number: number): FormOutcome => ({
    ...outcomeOf(work, outcome),
    pullRequest: number,
    path: filed.path,
  });
  const pin = formPin({ issue: filed.issue, author: event.issue.author?.id ?? 0, text: digestText(event.issue.body) });
  const message = `${formTitle(filed)}\n\n${pin}`;
  const put = await putOnBranch(forge, { branch, tip, changes, message });
  const wanted = { title: formTitle(filed), body: formBody(filed), branch, base: repository.defaultBranch, draft: false };
  const open = before?.state === 'open' && put !== 'replaced' ? before : null;
  const opened = open ?? (await openOwn(forge, repository, wanted));
  const stale = open !== null && (open.title !== wanted.title || open.body.replace(/\r\n/g, '\n').trim() !== wanted.body.trim());
  if (stale) await forge.editPullRequest(opened.number, { title: wanted.title, body: wanted.body });
  await reply(work, formOpened(filed, opened.number));
  return found(open === null ? 'opened' : put === 'unchanged' && !stale ? 'unchanged' : 'updated', opened.number);
}

/**
 * A draft that waits without a baseline, once more where its months can be measured now: the day's run reaches data that a form's does
 * not. Nothing but the baseline may come of it, of the very words that were filed.
 * @param head the files that wait
 * @returns null where it stays as it is
 */
export async function fileBaseline(context: CommandContext, forge: Forge, pin: FormPin, head: CommitFiles): Promise<FormOutcome | null> {
  const form = FORMS.find(({ id }) => id === 'cooperation');
  const repository = await forge.repository();
  const text = await forge.issueText(pin.issue);
  const tip = await forge.tip(repository.defaultBranch);
  const isSame = text !== null && text.author?.id === pin.author && digestText(text.body) === pin.text;
  if (form === undefined || tip === null || !isSame) return null;
  const name = `issue-${pin.issue}`;
  const { answers } = parseForm(form, name, text.body);
  if (answers === null) return null;
  const now = await forge.now();
  const files = await forge.filesAt(tip);
  const unagreed = (contracts: readonly string[]) => unagreedAmong({ ...context, now }, forge, files, contracts);
  const planned = await planDraft(
    { ...context, now },
    files,
    { form, answers, issue: pin.issue, author: pin.author, place: name },
    unagreed,
  );
  if (planned.kind !== 'filed' || !(await addsBaseline(planned, head))) return null;
  const issue = {
    number: pin.issue,
    author: { id: pin.author, kind: 'user' as const },
    body: text.body,
    labels: [form.label],
    state: 'open',
    isPullRequest: false,
  };
  const event: IssueEvent = { action: 'opened', repositoryId: repository.id, issue, senderId: pin.author, textChanged: true };
  return propose({ context, forge, repository, event, now }, planned, tip);
}

/** Whether a draft is the one that waits with nothing but a baseline below it. */
async function addsBaseline({ filed, changes }: Planned, head: CommitFiles): Promise<boolean> {
  if (filed.draft?.baseline.history.kind !== 'measured') return false;
  for (const { path, text } of changes) {
    const waiting = await head.read(path);
    if (waiting === null || text === null) return false;
    if (path === filed.path ? !text.startsWith(`${waiting.trimEnd()}\n\nbaseline:\n`) : text !== waiting) return false;
  }
  return true;
}

async function refuse(work: Work, issues: readonly Issue[], sent: Sent | null = null): Promise<FormOutcome> {
  await reply(work, formRefused(issues, sent));
  return { ...outcomeOf(work, 'refused'), issues };
}

async function reply({ forge, event, now }: Work, body: string): Promise<void> {
  await postSticky(forge, event.issue.number, { topic: 'form', body, head: null, validAt: now });
}

function outcomeOf({ event }: Work, outcome: FormOutcome['outcome']): FormOutcome {
  return { ...NOTHING, outcome, issue: event.issue.number };
}

/** What issues of a form name as their place. */
function place(event: IssueEvent): string {
  return `issue-${event.issue.number}`;
}
