import type { DutyOutcome } from '../attainment/duties.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { type Money, money, moneyText, subtractMoney, sumMoney } from '../kernel/money.js';
import type { DutyResult } from './model.js';
import { recompute, type SettledLine } from './recompute.js';
import type { Resting } from './resting.js';
import { type PeriodView, type SettlementInput, viewPeriods } from './views.js';

/** The period that is settled: its view, its lines, and the periods at rest before it. */
export interface OwnPeriod {
  readonly view: PeriodView;
  readonly fees: readonly SettledLine[];
  readonly resting: Resting | null;
}

/** What has become of the duties that fall due in the period, in the contract's order, and what each late one costs whoever owes it. */
export function dutyResults(input: SettlementInput, own: OwnPeriod): readonly DutyResult[] {
  return own.view.duties.map((outcome): DutyResult => {
    const { duty, dueOn, state, doneOn, claim, claimUntil } = outcome;
    return {
      id: duty.id,
      owes: duty.owes,
      lateIf: duty.lateIf,
      dueOn,
      state,
      doneOn,
      claim: claim === null ? null : { file: claim.file, on: claim.date },
      claimUntil,
      costs: state === 'late' ? costsOf(input, own, outcome) : null,
    };
  });
}

/** The period's fees as they are against those it would have had, had this one duty been done in time; null while a line is held. */
function costsOf(input: SettlementInput, { view, fees, resting }: OwnPeriod, { duty, dueOn }: DutyOutcome): string | null {
  const { period } = input.target;
  const done: ContractEvent = {
    kind: 'duty',
    ...{ file: '', digest: '', date: dueOn, party: duty.owes },
    ...{ duty: duty.id, period, on: dueOn, evidence: [], agreed: true },
  };
  const inTime = { ...input, events: [...input.events, done] };
  const others = recompute(inTime, viewPeriods(inTime, resting?.views), resting).lines.filter(
    (line) => line.period === period && line.kind !== 'correction',
  );
  if ([...fees, ...others].some(({ life }) => life.state === 'held')) return null;
  const { currency } = view.terms.contract;
  const [is, would] = [paidBy(fees, currency), paidBy(others, currency)];
  return moneyText(duty.owes === 'brand' ? subtractMoney(is, would) : subtractMoney(would, is));
}

function paidBy(lines: readonly SettledLine[], currency: string): Money {
  return sumMoney(
    lines.map(({ life }) => money(life.amount, currency)),
    currency,
  );
}
