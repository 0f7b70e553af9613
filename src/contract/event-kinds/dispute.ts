import type { PeriodId } from '../../kernel/calendar.js';
import { PARTIES, type Party } from '../../kernel/party.js';
import type { Exact } from '../../kernel/rational.js';
import { anyOf, type Given, type Nameable, named, text, texts, written } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface DisputeEvent extends EventBase {
  readonly kind: 'dispute';
  readonly party: Party;
  readonly period: PeriodId;
  readonly line: string;
  readonly claimed: Exact;
  readonly reason: string;
  readonly evidence: readonly string[];
}

export const dispute: EventKindRecord<DisputeEvent> = {
  normalize: (data, read, base) => ({
    ...base,
    kind: data.kind,
    party: data.party,
    period: data.period,
    line: data.line,
    claimed: read.amount('claimed'),
    reason: data.reason,
    evidence: data.evidence,
  }),
  filedBy: () => null,
  alone: (event) => event.party !== null,
  about: null,
  answers: null,
  periods: 'any',
  earliest: 'over',
  mayBeAhead: false,
  amount: { field: 'claimed', nonZero: false, of: (event) => event.claimed },
  movesSettled: false,
  reachesRest: true,
  offers: {
    party: anyOf((_, { disputable }) => {
      const able = PARTIES.filter((party) => disputable.some((each) => each.party === party));
      return able.length === 0 ? PARTIES : able;
    }),
    period: named((given, can) => disputableBy(given, can).map(({ period }) => period)),
    line: named((given, can) => paysFirst(disputableBy(given, can)).map(({ line }) => line)),
    // what the line comes to would change nothing; a party claims what is better for it
    claimed: written(
      () => null,
      (given, can) => {
        const amount = disputableBy(given, can).find(({ line }) => line === given.get('line'))?.amount;
        return amount == null ? '' : `${given.get('party') === 'provider' ? '>' : '<'} ${amount}`;
      },
    ),
    reason: text,
    evidence: texts,
  },
  setAside: true,
  again: 'once',
};

/** What the party may dispute, in the period where one is named; of a party that is none, what either may. */
function disputableBy(given: Given, { disputable }: Nameable): Nameable['disputable'] {
  const [by, of] = [given.get('party'), given.get('period')];
  const party = PARTIES.find((each) => each === by) ?? 'brand';
  return disputable.filter((each) => each.party === party && (of === undefined || each.period === of));
}

/** Those that pay anything first. */
export function paysFirst<Each extends { readonly amount: string | null }>(lines: readonly Each[]): Each[] {
  const pays = ({ amount }: Each) => /[1-9]/.test(amount ?? '');
  return [...lines.filter(pays), ...lines.filter((line) => !pays(line))];
}
