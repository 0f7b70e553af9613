import type { Basis } from '../gate/verdict.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { type Locale, NO_FIGURE, type Params } from '../kernel/text.js';
import { type AuditTextKey, auditText } from '../words/audit.js';
import { type Block, code, dotted, type Inline, left, row, text } from './blocks.js';
import { issueItems } from './issue-list.js';
import type { NameOf } from './verdict.js';

/** One pull request that changed a contract. */
export interface AuditedChange {
  readonly pullRequest: number;
  readonly mergedOn: LocalDate;
  readonly commit: string;
  readonly head: string;
  readonly parts: readonly ('terms' | 'event' | 'ledger' | 'other')[];
  readonly basis: Basis | null;
  /** Whether the people by whom that was decided were agreed on. */
  readonly landed: boolean;
  /** Approvals given until it was merged, with the commit that each was for. */
  readonly approvals: readonly { readonly user: number; readonly commit: string | null }[];
}

export interface AuditedContract {
  readonly contract: string;
  readonly state: 'ratified' | 'unratified';
  /** The pull request by which both parties agreed to the terms as they stand. */
  readonly agreedBy: number | null;
  readonly termsAgreed: boolean;
  readonly ledger: { readonly statements: number; readonly replays: boolean };
  /** Newest first. */
  readonly changes: readonly AuditedChange[];
}

export interface Audit {
  readonly repository: string;
  readonly branch: string;
  readonly commit: string;
  readonly contracts: readonly AuditedContract[];
  readonly rules: { readonly agreedBy: number | null; readonly open: boolean };
  readonly rulesets: 'as-agreed' | 'drifted' | 'unseen' | 'none';
  readonly issues: readonly Issue[];
}

/** How an audit is told. */
export interface AuditTelling {
  readonly nameOf: NameOf;
  readonly locale: Locale;
}

type Say = (key: AuditTextKey, params?: Params) => string;

/** What was found, contract by contract, then the rules around them. */
export function auditBlocks(audit: Audit, telling: AuditTelling): Block[] {
  const say: Say = (key, params = {}) => auditText(key, telling.locale, params);
  const errors = audit.issues.filter(({ severity }) => severity === 'error').length;
  const rulesets = { 'as-agreed': 'rulesets-good', none: 'rulesets-none', drifted: 'rulesets-bad', unseen: null } as const;
  const seen = rulesets[audit.rulesets];
  return [
    {
      kind: 'title',
      text: text(say('title', { repository: audit.repository })),
      subtitle: text(say('at', { branch: audit.branch, commit: audit.commit.slice(0, 12) })),
    },
    { kind: 'paragraph', text: errors === 0 ? text(say('good'), 'good') : text(say('bad', { count: errors }), 'bad') },
    ...(audit.issues.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: say('findings') },
          { kind: 'list' as const, items: issueItems(audit.issues, telling.locale) },
        ]),
    ...audit.contracts.flatMap((contract) => contractBlocks(contract, telling, say)),
    { kind: 'heading', text: say('rules') },
    {
      kind: 'list',
      items: [
        { text: rulesText(audit.rules, say), notes: [] },
        ...(seen === null ? [] : [{ text: text(say(seen), audit.rulesets === 'drifted' ? 'bad' : undefined), notes: [] }]),
      ],
    },
  ];
}

function rulesText({ agreedBy, open }: Audit['rules'], say: Say): Inline {
  if (open) return text(say('rules-open'), 'bad');
  return agreedBy === null ? text(say('rules-never')) : text(say('rules-agreed', { pullRequest: agreedBy }));
}

function contractBlocks(audited: AuditedContract, telling: AuditTelling, say: Say): Block[] {
  const { contract, state, agreedBy, termsAgreed, ledger, changes } = audited;
  const key = !ledger.replays ? 'ledger-bad' : ledger.statements === 0 ? 'ledger-empty' : 'ledger-good';
  const terms =
    termsAgreed && agreedBy !== null ? text(say('agreed-by', { pullRequest: agreedBy }), 'good') : text(say('not-agreed'), 'bad');
  return [
    {
      kind: 'title',
      text: text(say('contract', { contract })),
      subtitle: text(say(`state.${state}`), state === 'ratified' ? 'good' : 'bad'),
    },
    {
      kind: 'pairs',
      pairs: [
        { label: say('terms'), value: terms },
        { label: say('ledger'), value: text(say(key, { statements: ledger.statements }), ledger.replays ? undefined : 'bad') },
      ],
    },
    { kind: 'heading', text: say('changes') },
    changes.length === 0 ? { kind: 'paragraph', text: text(say('no-changes')) } : changesTable(changes, telling, say),
  ];
}

function changesTable(changes: readonly AuditedChange[], telling: AuditTelling, say: Say): Block {
  const columns = (['request', 'merged', 'commit', 'what', 'basis', 'approvals'] as const).map((name) => left(say(`column.${name}`)));
  const rows = changes.map((change) => {
    const basis = change.basis === null ? 'basis.none' : change.landed ? (`basis.${change.basis}` as const) : 'basis.not-landed';
    return row([
      text(`#${change.pullRequest}`),
      text(change.mergedOn),
      code(change.commit.slice(0, 12)),
      text(change.parts.map((part) => say(`part.${part}`)).join(say('and'))),
      text(say(basis), change.basis !== null && change.landed ? 'good' : 'bad'),
      approvalsText(change, telling, say),
    ]);
  });
  return { kind: 'table', columns, rows };
}

function approvalsText({ approvals, head }: AuditedChange, { nameOf }: AuditTelling, say: Say): Inline {
  if (approvals.length === 0) return text(NO_FIGURE);
  return dotted(
    approvals.map(({ user, commit }) => {
      const name = nameOf(user) ?? say('user', { id: user });
      const key = commit === head ? 'approval' : 'approval-other';
      return text(say(key, { name, commit: (commit ?? '-').slice(0, 12) }), commit === head ? undefined : 'dim');
    }),
  );
}
