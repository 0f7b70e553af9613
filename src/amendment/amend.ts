import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { timeline } from '../settlement/timeline.js';
import { classify } from './classify.js';
import { diffTerms } from './diff-terms.js';
import { effects, noEffect } from './effect.js';
import { favouredBy, favouredByAll } from './favour.js';
import {
  type Amendment,
  type AmendmentFinding,
  CHANGE_CLASSES,
  type ChangeClass,
  type ClassifiedChange,
  type TermChange,
} from './model.js';
import { targetFindings, timingFinding } from './policy.js';
import { reachOf, type Texts } from './reach.js';

/** Two texts of a contract and the history that the change is judged against. */
export interface AmendmentInput {
  /** Null for a new contract. */
  readonly base: Terms | null;
  /** Null for a contract that is removed. */
  readonly head: Terms | null;
  /** The day on which the change is taken to be agreed. */
  readonly asOf: LocalDate;
  /** Of the old text: statements ascending, and its events. */
  readonly ledger: readonly LedgerEntry[];
  readonly events: readonly ContractEvent[];
  /** What either text has filed beside them: it counts in nothing that is tried on settled periods, but a termination ends both texts. */
  readonly filed?: readonly ContractEvent[];
  /** The first text that both signed where it is known; else the first that was settled, else the old one. */
  readonly firstSigned: Terms | null;
  /** Event and ledger files that the new text changes or leaves out: they are only ever added. */
  readonly recordsChanged: readonly string[];
}

/** Everything there is to say of a proposed change before anybody agrees to it. Pure. */
export function amend(input: AmendmentInput): Amendment {
  const { base, head, asOf, ledger, events, filed = [] } = input;
  const texts =
    base === null || head === null ? null : { base, head, ends: timeline(base.contract, [...events, ...filed]).termination?.on ?? null };
  const settled = new Set(ledger.map(({ statement }) => statement.period));
  const judged = diffTerms(base, head).map((change) => judge(change, texts, { asOf, settled }));
  const firstSigned = input.firstSigned ?? ledger[0]?.terms ?? base;
  const findings: AmendmentFinding[] = [
    ...input.recordsChanged.map((file): AmendmentFinding => ({ code: 'record-changed', refuses: true, path: [], with: { file } })),
    ...(head === null ? removalFindings(ledger) : []),
    ...judged.flatMap(({ finding }) => finding ?? []),
    ...(texts === null || firstSigned === null ? [] : targetFindings(texts, { firstSigned, asOf, settled })),
  ];
  const changes = judged.map(({ change }) => change);
  // What comes after the end can be tried on nothing: there is no period like it.
  const inForce = judged.filter(({ finding }) => finding?.code !== 'after-end').map(({ change }) => change);
  const none = texts === null ? (base === null ? 'new-contract' : 'removed-contract') : noEffect(texts, { changes, inForce }, input);
  return {
    apiVersion: 'concord/v1',
    kind: 'Amendment',
    contract: (head ?? base)?.contract.id ?? '',
    currency: (head ?? base)?.contract.currency ?? '',
    asOf,
    class: highestClass(changes, input.recordsChanged.length > 0),
    refused: findings.some(({ refuses }) => refuses),
    ...favouredByAll(changes),
    changes,
    findings,
    effects: texts === null || none !== null ? [] : effects(texts, inForce, input),
    noEffect: none,
  };
}

const RETROACTIVE: ReadonlySet<AmendmentFinding['code']> = new Set(['settled-period', 'begun-period']);

function judge(
  change: TermChange,
  texts: Texts | null,
  context: Parameters<typeof timingFinding>[2],
): { readonly change: ClassifiedChange; readonly finding: AmendmentFinding | null } {
  const favoured = favouredBy(change, texts);
  if (texts === null) return { change: { ...change, reaches: [], class: classify(change), ...favoured }, finding: null };
  const reaches = reachOf(change, texts, context.settled);
  // Of a schedule only the periods are told that there are.
  const reaching = { ...change, reaches, periods: change.periods === null || reaches.length === 0 ? change.periods : reaches };
  const finding = timingFinding(reaching, texts, context);
  const late = finding !== null && RETROACTIVE.has(finding.code);
  return { change: { ...reaching, class: late ? 'retroactive' : classify(change), ...favoured }, finding };
}

function removalFindings(ledger: readonly LedgerEntry[]): AmendmentFinding[] {
  const last = ledger.at(-1)?.statement.period;
  return last === undefined ? [] : [{ code: 'settled-contract-removed', refuses: true, path: [], with: { period: last } }];
}

function highestClass(changes: readonly ClassifiedChange[], recordsChanged: boolean): ChangeClass | null {
  if (recordsChanged) return 'retroactive';
  const found = new Set(changes.map((change) => change.class));
  return [...CHANGE_CLASSES].reverse().find((each) => found.has(each)) ?? null;
}
