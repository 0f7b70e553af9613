import { LEDGER_FILES } from '../contract/paths.js';
import { addDays, localDate } from '../kernel/calendar.js';
import { isPushedByApp } from './alone.js';
import { userText } from './approvals.js';
import type { ChangedFile, PullRequestFacts, RepositoryFacts, SettlementFacts } from './facts.js';
import { ledgerFile, namesOf, ownerOf } from './paths.js';
import type { GatePolicy } from './policy.js';
import { all, type Judgement, type Sight, sight, unless } from './verdict.js';

const LEDGER_NAMES: ReadonlySet<string> = new Set(LEDGER_FILES);
/** Stands in for the statement while the pull request is a draft. */
const PREVIEW = 'preview.md';

/** Whether any ledger file is in it: then it settles, or it is refused. */
export function isSettlement(facts: { readonly files: { readonly items: readonly ChangedFile[] } }): boolean {
  return facts.files.items.flatMap(namesOf).some((path) => {
    const owner = ownerOf(path);
    return owner.kind === 'contract' && owner.part === 'ledger';
  });
}

/** Rule 10: one period of one contract, on its own branch, pushed by the app, byte for byte what the trusted engine writes. */
export function judgeSettlement(policy: GatePolicy, facts: PullRequestFacts): Judgement {
  const { settlement } = facts;
  if (settlement === null) return unless('settlement', 'error', [sight('ledger-not-replayed')]);
  const expected = `settlement/${settlement.contract}/${settlement.period}`;
  const saw: Sight[] = [];
  if (facts.head.branch !== expected || facts.head.repositoryId !== policy.repositoryId) {
    saw.push(sight('ledger-elsewhere', { expected, found: facts.head.branch }));
  }
  // Evidence cannot be measured again by whoever decides: it is only as good as the account that has measured and pushed it.
  const { pushedBy } = facts.head;
  if (pushedBy !== null && !isPushedByApp(policy, facts)) saw.push(sight('ledger-pushed-by', { user: userText(pushedBy.id) }));
  saw.push(...foreignFiles(facts, settlement).map((path) => sight('ledger-mixed', { path, period: settlement.period })));
  if (settlement.replay === 'differs') saw.push(sight('ledger-differs'));
  const waits: Sight[] = pushedBy === null ? [sight('ledger-pusher-unknown')] : [];
  if (settlement.replay === 'not-run') waits.push(sight('ledger-not-replayed'));
  if (settlement.replay === 'outdated') waits.push(sight('ledger-outdated'));
  if (facts.files.items.some(({ path }) => ledgerFile(path)?.file === PREVIEW)) waits.push(sight('preview-there'));
  return saw.length > 0 ? unless('settlement', 'refused', saw) : unless('settlement', 'pending', waits);
}

function foreignFiles(facts: PullRequestFacts, settlement: SettlementFacts): string[] {
  return facts.files.items.flatMap(namesOf).filter((path) => {
    const owner = ownerOf(path);
    const file = ledgerFile(path);
    const own = owner.kind === 'contract' && owner.contract === settlement.contract && file?.period === settlement.period;
    return !own || !(LEDGER_NAMES.has(file.file) || file.file === PREVIEW);
  });
}

/** Rule 11: silence accepts where the contract says so, after its days, unless somebody disputes. */
export function judgeDeemed(policy: GatePolicy, facts: PullRequestFacts, repository: RepositoryFacts): Judgement {
  const { settlement, readySince } = facts;
  const contract = policy.contracts.find(({ id }) => id === settlement?.contract);
  if (settlement === null || contract === undefined || contract.acceptance.silence !== 'accepts') {
    return unless('deemed-accepted', 'refused', [sight('silence-waits')]);
  }
  if (readySince === null || facts.draft) return unless('deemed-accepted', 'pending', [sight('silence-unknown')]);
  const since = localDate(readySince, contract.timezone);
  const on = addDays(since, contract.acceptance.days);
  const disputed = settlement.unhandledDisputes.map((file) => sight('silence-disputed', { file }));
  const early = localDate(repository.now, contract.timezone) < on ? [sight('silence-until', { since, on })] : [];
  const judged = unless('deemed-accepted', 'pending', [...disputed, ...early]);
  if (judged.state !== 'passed') return judged;
  return { ...all('deemed-accepted', []), saw: [sight('silence-over', { since, days: String(contract.acceptance.days) })] };
}
