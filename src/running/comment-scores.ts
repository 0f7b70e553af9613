import { dataOwners, measuresOtherwise } from '../amendment/data-owners.js';
import { diffTerms } from '../amendment/diff-terms.js';
import { WORKSPACE_FILE } from '../contract/paths.js';
import { type PeriodId, periodDays, shiftPeriod } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { ShellError } from '../ports/failure.js';
import type { ContractScore, ProposedScore } from '../report/scorecard-comment.js';
import { addedEvents } from './added-records.js';
import type { Pair } from './comparison.js';
import type { CommandContext } from './context.js';
import { lastOver, periodFor, type ScoreAsked, type Scored, scorePeriods } from './period-score.js';
import { asOfFor } from './reckoned.js';
import type { ReadContract } from './repository.js';

/** Which parties have approved the very commit that is read, for a contract. */
export type ApprovedBy = (contract: string) => Promise<ReadonlySet<Party>>;

/** Contracts whose text on the default branch is not the one that was agreed last; or all, where the workspace's is not. */
export type Unagreed = ReadonlySet<string> | 'all';

/** What is to be measured, and what is told of it once it is; so that several can be measured together. */
interface Plan<T> {
  readonly asked: readonly ScoreAsked[];
  /** @param scored what became of `asked`, in its order. */
  readonly tell: (scored: readonly Scored[]) => T;
}

const told = <T>(value: T): Plan<T> => ({ asked: [], tell: () => value });

/**
 * How contracts stand by the default branch's text, and, where the pull request measures otherwise and whoever keeps the
 * data has approved that very commit, how they would stand by the proposed one: measured together. No other text of a pull
 * request ever reaches a warehouse, and no text of the default branch that nobody agreed to.
 * @param approvedBy null where nothing is to be measured for whoever opened the pull request.
 */
export async function scoreContracts(
  context: CommandContext,
  pairs: readonly Pair[],
  approvedBy: ApprovedBy | null,
  unagreed: Unagreed = new Set(),
): Promise<ContractScore[]> {
  const plans: Plan<ContractScore>[] = [];
  for (const pair of pairs) plans.push(await planScore(context, pair, approvedBy, unagreed));
  const scored = await scorePeriods(plans.flatMap(({ asked }) => asked));
  let from = 0;
  return plans.map(({ asked, tell }) => {
    const own = scored.slice(from, from + asked.length);
    from += asked.length;
    // what keeps a period from being measured is told, and keeps nothing else from being told
    return tell(own.map((each) => (each instanceof ShellError ? { card: null, issues: each.issues } : each)));
  });
}

async function planScore(
  context: CommandContext,
  pair: Pair,
  approvedBy: ApprovedBy | null,
  unagreed: Unagreed,
): Promise<Plan<ContractScore>> {
  const { before, after } = pair;
  const contract = (after ?? before)?.id ?? '';
  const proposed = { kind: 'same' } as const;
  if (before === null) return told({ contract, current: { kind: 'new' }, over: null, proposed });
  const over = lastOver(before.ledger, before.events);
  if (before.folder === null) return told({ contract, current: { kind: 'errors' }, over, proposed });
  if (unagreed === 'all' || unagreed.has(contract)) return told({ contract, current: { kind: 'unagreed' }, over, proposed });
  if (approvedBy === null) return told({ contract, current: { kind: 'outside' }, over, proposed });
  const comparison = await planComparison(context, pair, approvedBy);
  const running: ScoreAsked = { context, contract: before, period: periodFor(context, before, null), outlook: true };
  return {
    asked: [running, ...comparison.asked],
    tell: ([now = NOT_SCORED, ...compared]) => ({ contract, ...runningScore(before, now), proposed: comparison.tell(compared) }),
  };
}

const NOT_SCORED: Scored = { card: null, issues: [] };

function runningScore(contract: ReadContract, scored: Scored): Pick<ContractScore, 'current' | 'over'> {
  if (scored.card === null)
    return { current: { kind: 'unmeasured', issues: scored.issues }, over: lastOver(contract.ledger, contract.events) };
  return { current: { kind: 'measured', card: scored.card, context: scored.report }, over: scored.over };
}

async function planComparison(context: CommandContext, pair: Pair, approvedBy: ApprovedBy): Promise<Plan<ProposedScore>> {
  const { before, after } = pair;
  if (before?.folder == null || after?.folder == null) return told({ kind: 'same' });
  const [base, head] = [before.folder.terms, after.folder.terms];
  const changes = diffTerms(base, head);
  const exclusions = addedEvents(pair).filter(({ kind }) => kind === 'exclusion');
  if (!measuresOtherwise(changes, exclusions.length)) return told({ kind: 'same' });
  const approved = await approvedBy(after.id);
  const missing = dataOwners(base.definitions, changes).filter((party) => !approved.has(party));
  if (missing.length > 0) return told({ kind: 'waits', parties: missing });
  const period = comparedPeriod(context, before);
  if (typeof period !== 'string') return told({ kind: 'unmeasured', issues: [period.issue] });
  const sides = [unsettledFrom(before, period), unsettledFrom(onTrustedData(after, before), period)];
  return {
    asked: sides.map((contract) => ({ context, contract, period: periodFor(context, contract, period) })),
    tell: ([old = NOT_SCORED, now = NOT_SCORED]) => {
      if (old.card === null || now.card === null)
        return { kind: 'unmeasured', issues: [old, now].flatMap((side) => (side.card === null ? side.issues : [])) };
      const sideOf = ({ card, report }: typeof old) => ({ card, terms: report.terms });
      return { kind: 'measured', before: sideOf(old), after: sideOf(now) };
    },
  };
}

/** The last period that is over, whose data can be complete; the first one where none is. */
function comparedPeriod(context: CommandContext, contract: ReadContract): ReturnType<typeof periodFor> {
  const running = periodFor(context, contract, null);
  if (contract.folder === null || typeof running !== 'string') return running;
  const { calendar } = contract.folder.terms.contract;
  const days = periodDays(running, calendar.every);
  const isOver = days !== null && days.to < asOfFor(context, calendar.timezone);
  const earlier = periodFor(context, contract, shiftPeriod(running, calendar.every, -1));
  return isOver || typeof earlier !== 'string' ? running : earlier;
}

/** A contract as it was before a period was settled: each text is tried on it, not the one it was settled on. */
function unsettledFrom(contract: ReadContract, period: PeriodId): ReadContract {
  return { ...contract, ledger: contract.ledger.filter(({ statement }) => statement.period < period) };
}

/** A proposed contract over the data of the default branch: where the data is, is not for the contract's parties to say. */
function onTrustedData(after: ReadContract, before: ReadContract): ReadContract {
  const texts = new Map(after.texts);
  const workspace = before.texts.get(WORKSPACE_FILE);
  if (workspace === undefined) texts.delete(WORKSPACE_FILE);
  else texts.set(WORKSPACE_FILE, workspace);
  return { ...after, texts };
}
