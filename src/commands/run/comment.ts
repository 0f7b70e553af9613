import { isOddPath } from '../../gate/paths.js';
import { localDate } from '../../kernel/calendar.js';
import { documentText } from '../../kernel/canonical.js';
import { inFile, inNoFile } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { ShellError } from '../../ports/failure.js';
import type { Files } from '../../ports/files.js';
import type { ForgePullRequest, ForgeRepository } from '../../ports/forge.js';
import type { Forge } from '../../ports/forge-writes.js';
import type { Warehouse } from '../../ports/warehouse.js';
import { ownerApproval } from '../../reading/owner-approval.js';
import { type PullRequestTexts, readTexts, subjectOf } from '../../reading/pull-request-texts.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { unagreedTexts } from '../../reading/unagreed-texts.js';
import { type Block, toldLines } from '../../report/blocks.js';
import { type CommentLocales, type CommentStyle, changesSections, issueSections, unreadSections } from '../../report/changes-comment.js';
import { MOST_TEXT } from '../../report/clip.js';
import { type CommentSection, fitSections, wholeSections } from '../../report/comment-sections.js';
import { scorecardSections } from '../../report/scorecard-comment.js';
import type { Sticky } from '../../report/sticky.js';
import { type UnagreedText, unagreedSections } from '../../report/unagreed-comment.js';
import { addedRecords } from '../../running/added-records.js';
import { withViewReads } from '../../running/check-views.js';
import { scoreContracts } from '../../running/comment-scores.js';
import { addedWarnings, amendmentOf, proposalDocument, workspaceChanges } from '../../running/comparison.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { type CommentTextKey, commentText } from '../../words/comment.js';
import { issue } from '../../words/issue.js';
import { postSticky, type StickyOutcome } from '../../writing/sticky-comment.js';
import { costParams } from './query-cost.js';

export interface CommentOptions {
  readonly number: number;
  /** One language alone; null: English with Chinese folded below. */
  readonly locale: Locale | null;
  /** Post nothing, print what would be posted. */
  readonly dryRun: boolean;
  /** Where the whole reports are written, uncut; null: nowhere. */
  readonly output: Files | null;
  /** The run whose artifacts will hold them; null where there is none. */
  readonly runUrl: string | null;
}

/** One comment before it is posted. */
interface Composed {
  readonly topic: 'changes' | 'scorecard';
  readonly sections: (style: CommentStyle) => readonly CommentSection[];
  /** Whether it is only put in place of an earlier one: a pull request that concerns no contract gets no comment. */
  readonly onlyReplaces: boolean;
}

interface Run {
  readonly context: CommandContext;
  readonly forge: Forge;
  readonly repository: ForgeRepository;
  readonly pullRequest: ForgePullRequest;
  /** The default branch's commit. */
  readonly tip: string;
}

/**
 * `concord comment`: what an open pull request changes and is worth, then how the contracts that it touches stand, each in one
 * comment that is kept up to date. Exit code 0 once that is said, whatever it is: findings are for `check` and `gate`.
 * @throws ShellError where the forge refuses.
 */
export async function comment(context: CommandContext, forge: Forge, options: CommentOptions): Promise<Outcome> {
  const { number } = options;
  const stale = options.dryRun ? [] : await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const validAt = await forge.now();
  const repository = await forge.repository();
  const pullRequest = await forge.pullRequest(number);
  if (pullRequest === null) {
    const name = `${repository.owner}/${repository.name}`;
    throw new ShellError([issue('forge-no-pull-request', inNoFile('--pr'), { repository: name, number })]);
  }
  if (pullRequest.state !== 'open') return said('not-open', number);
  const branch = repository.defaultBranch;
  if (pullRequest.base.branch !== branch) return said('not-default', number);
  const tip = await forge.tip(branch);
  if (tip === null) throw new ShellError([issue('forge-no-branch', inFile(branch), { branch })]);
  const subject = await subjectOf(forge, pullRequest, tip);
  if (subject.kind === 'settlement') return said('not-ours', number);
  // The forge's clock, as the gate and settlements have it.
  const today = (zone: string) => localDate(validAt, zone);
  const run: Run = { context: { ...context, today }, forge, repository, pullRequest, tip };
  const posted: Posted[] = [];
  const post = async (composed: Composed) => {
    posted.push(await publish(forge, { ...options, validAt, head: pullRequest.head.sha }, composed));
  };
  if (subject.kind === 'unknown') await post({ topic: 'changes', sections: unreadSections, onlyReplaces: false });
  else {
    const texts = await readTexts(forge, pullRequest, tip, subject);
    const unagreed = await unagreedTexts(run.context, forge, texts.base, texts.touched);
    const after = (composed: Composed): Composed => ({
      ...composed,
      sections: (style) => [...unagreedSections(unagreed, style), ...composed.sections(style)],
    });
    // What the change is worth is said before anything is measured, which may take long or fail.
    await post(after(await changes(run, texts, options.output)));
    // Of a text that cannot be read it is not known what it touches.
    if (texts.pairs.length > 0 || texts.errors.length === 0) await post(after(await scorecard(run, texts, unagreed)));
  }
  return { ended: 0, report: told(options, posted) };
}

async function changes(run: Run, texts: PullRequestTexts, output: Files | null): Promise<Composed> {
  const { context, pullRequest, tip } = run;
  const onlyReplaces = texts.pairs.length === 0 && texts.errors.length === 0 && !texts.others.some(isOddPath);
  if (texts.errors.length > 0) return { topic: 'changes', sections: (style) => issueSections(texts.errors, style), onlyReplaces };
  const comparable = texts.pairs.filter((pair) => !texts.broken.includes((pair.before ?? pair.after)?.id ?? ''));
  const proposal = {
    contracts: await withViewReads(
      context,
      comparable.flatMap((pair) => amendmentOf(context, pair, true)),
    ),
    workspace: await workspaceChanges(texts.base, texts.merged),
    added: addedRecords(comparable),
  };
  const warnings = new Map(comparable.map((pair) => [pair.after?.id ?? '', addedWarnings(pair)]));
  const { behind, broken, others } = texts;
  const compared = { base: tip, head: pullRequest.head.sha };
  if (output !== null) await output.write('changes.json', documentText(proposalDocument(proposal)));
  const found = { proposal, behind, broken, others, warnings, compared };
  return { topic: 'changes', sections: (style) => changesSections(found, style), onlyReplaces };
}

async function scorecard(run: Run, texts: PullRequestTexts, unagreed: readonly UnagreedText[]): Promise<Composed> {
  const { context, forge, pullRequest, tip } = run;
  const ids = unagreed.map(({ contract }) => contract);
  // The workspace says where the data is.
  const untrusted = ids.includes(null) ? 'all' : new Set(ids.flatMap((id) => id ?? []));
  const approvedBy = (await mayMeasure(run, texts)) ? ownerApproval(forge, pullRequest, tip) : null;
  const touched = texts.pairs.filter((pair) => texts.touched.includes((pair.after ?? pair.before)?.id ?? ''));
  const opened: Warehouse[] = [];
  const openWarehouse: CommandContext['openWarehouse'] = async (settings) => {
    const warehouse = await context.openWarehouse(settings);
    opened.push(warehouse);
    return warehouse;
  };
  const scores = await scoreContracts({ ...context, openWarehouse }, touched, approvedBy, untrusted);
  const costs = opened.flatMap((warehouse) => warehouse.spent() ?? []).filter(({ billed }) => billed > 0n);
  const of = { base: tip, cost: costs.length === 0 ? null : costParams(costs) };
  return { topic: 'scorecard', sections: (style) => scorecardSections(scores, of, style), onlyReplaces: scores.length === 0 };
}

/** Whoever can push to the repository or is named in its workspace; a stranger must not be able to run up somebody's bill. */
async function mayMeasure({ repository, pullRequest }: Run, { base }: PullRequestTexts): Promise<boolean> {
  if (pullRequest.head.repositoryId === repository.id) return true;
  const { workspace } = await readWorkspace(base);
  return workspace?.people.some(({ github }) => github === pullRequest.author?.id) === true;
}

/** What became of one comment. */
interface Posted {
  readonly topic: string;
  readonly outcome: StickyOutcome | 'dry';
  readonly body: string;
}

interface Place extends CommentOptions, Pick<Sticky, 'validAt' | 'head'> {}

async function publish(forge: Forge, place: Place, { topic, sections, onlyReplaces }: Composed): Promise<Posted> {
  const { number, dryRun, output, validAt, head } = place;
  const locales: CommentLocales = place.locale === null ? ['en', 'zh'] : [place.locale];
  const style: CommentStyle = { locales, mostText: MOST_TEXT };
  const body = fitSections(sections(style), { url: safeUrl(place.runUrl), locale: locales[0] });
  if (output !== null) await output.write(`${topic}.md`, `${wholeSections(sections({ ...style, mostText: Number.POSITIVE_INFINITY }))}\n`);
  if (dryRun) return { topic, outcome: 'dry', body };
  return { topic, outcome: await postSticky(forge, number, { topic, body, head, validAt }, { onlyReplaces }), body };
}

/** An address that can stand in a link as it is. */
function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?(\/[A-Za-z0-9._-]+)*\/?$/.test(url) ? url : null;
}

function said(key: CommentTextKey, number: number): Outcome {
  const report: Report = {
    document: () => ({ pullRequest: number, comments: [] }),
    blocks: (locale) => [toldLines(commentText(key, locale, { number }))],
  };
  return { ended: 0, report };
}

function told({ number, dryRun }: CommentOptions, posted: readonly Posted[]): Report {
  const blocksOf = ({ topic, outcome, body }: Posted, locale: Locale): Block[] => {
    const done = toldLines(commentText(`done-${outcome}`, locale, { topic }));
    return dryRun ? [done, { kind: 'break' }, { kind: 'code', language: 'markdown', text: body }, { kind: 'break' }] : [done];
  };
  return {
    document: () => ({ pullRequest: number, comments: posted.map(({ topic, outcome, body }) => ({ topic, outcome, body })) }),
    blocks: (locale) => posted.flatMap((each) => blocksOf(each, locale)),
  };
}
