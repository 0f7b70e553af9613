import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { compare, isZero, maximum, minimum, type Rational, rational, sum, toDecimal, ZERO } from '../kernel/rational.js';
import type { Line } from '../settlement/model.js';
import type { InputCode } from '../words/reasons.js';
import type { CapOfTerm, EffectCause, EffectLine } from './model.js';
import type { Trial } from './trial.js';

/** A line of one period under both texts. */
export interface BothLines {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

function input(line: Line | undefined, code: InputCode): string | null {
  return line?.trace.inputs.find((each) => each.input === code)?.value ?? null;
}

function inputs({ before, after }: BothLines, code: InputCode): { readonly before: string; readonly after: string } | null {
  const [old, now] = [input(before, code), input(after, code)];
  return old === null || now === null ? null : { before: old, after: now };
}

const order = (one: string, other: string): number => compare(rational(one), rational(other));

/** Why a line that other lines and periods decide differs by more, less or otherwise than what was changed; null where it says itself. */
export function causeOf(both: BothLines, trials: { readonly before: Trial; readonly after: Trial }): EffectCause | null {
  switch (both.after?.kind ?? both.before?.kind) {
    case 'cap':
      return capCause(both, trials);
    case 'recovery':
      return recoveryCause(both);
    case 'guarantee': {
      const [floor, earned] = [inputs(both, 'guarantee'), inputs(both, 'earned')];
      if (floor === null || earned === null || order(floor.before, floor.after) !== 0) return null;
      if (order(earned.before, earned.after) === 0) return null;
      const tops = (side: 'before' | 'after') => order(earned[side], floor[side]) < 0;
      if (tops('before') && tops('after')) return { code: 'topped-up', with: { floor: floor.after } };
      return { code: tops('before') ? 'floor-passed' : 'floor-missed', with: { floor: floor.after, ...earned } };
    }
    default:
      return null;
  }
}

/** It takes back other than before: since other is owed, or else since other is paid from which it takes. */
function recoveryCause(both: BothLines): EffectCause | null {
  const [draw, subtotal, floor] = [inputs(both, 'draw'), inputs(both, 'subtotal-capped'), inputs(both, 'guarantee')];
  if (draw === null || subtotal === null || floor === null) return null;
  const taken = (owed: string) => minimum(rational(owed), maximum(ZERO, rational(subtotal.before).sub(rational(floor.before))));
  const more = order(both.before?.amount ?? '0', both.after?.amount ?? '0');
  if (compare(taken(draw.after), taken(draw.before)) === more) return { code: more > 0 ? 'drawn-more' : 'drawn-less', with: draw };
  return order(subtotal.after, subtotal.before) === more ? { code: more > 0 ? 'room-more' : 'room-less', with: subtotal } : null;
}

function capCause(both: BothLines, { before, after }: { readonly before: Trial; readonly after: Trial }): EffectCause | null {
  const left = inputs(both, 'cap-left');
  const ofPeriod = inputs(both, 'cap-of-period');
  const isSame = (room: typeof left) => room === null || order(room.before, room.after) === 0;
  // A cap that is another one says itself.
  if (termCap(before.terms) !== termCap(after.terms) || !isSame(ofPeriod)) return null;
  const binds = (side: 'before' | 'after') => left !== null && (ofPeriod === null || order(left[side], ofPeriod[side]) < 0);
  if (left !== null && (binds('before') || binds('after'))) {
    if (!isSame(left)) return { code: order(left.after, left.before) < 0 ? 'cap-used-more' : 'cap-used-less', with: left };
    return isZero(rational(left.after)) ? { code: 'cap-reached', with: {} } : { code: 'cap-left', with: { left: left.after } };
  }
  return ofPeriod === null ? null : { code: 'cap-of-period', with: { room: ofPeriod.after } };
}

/** The cap of the term in flattened terms: the same in every period. */
function termCap({ contract }: Terms): string | null {
  const cap = contract.fees.find((fee) => fee.kind === 'cap');
  return cap?.kind !== 'cap' || cap.term === null ? null : scheduledAt(cap.term, '');
}

/** Since when the one cap of the term that both texts have is used up, and what is left of it; null where it moves nothing. */
export function capOfTerm(trials: { readonly before: Trial; readonly after: Trial }, lines: readonly EffectLine[]): CapOfTerm | null {
  const cap = termCap(trials.after.terms);
  const fee = trials.after.terms.contract.fees.find(({ kind }) => kind === 'cap');
  const moves = lines.some(({ line, difference }) => line === fee?.id && difference !== null && !isZero(rational(difference)));
  if (cap === null || cap !== termCap(trials.before.terms) || !moves) return null;
  return { cap, before: usedUp(trials.before), after: usedUp(trials.after) };
}

function usedUp({ statements }: Trial): CapOfTerm['after'] {
  let reachedIn: PeriodId | null = null;
  let left: Rational | null = null;
  for (const [period, { lines }] of statements) {
    left = leftAfter(lines) ?? left;
    // What is taken back later leaves room again.
    reachedIn = left === null || !isZero(left) ? null : (reachedIn ?? period);
  }
  return { reachedIn, left: left === null ? null : toDecimal(left) };
}

/** What a period leaves of the cap of the term: less its subtotal after the cap, and what of a guarantee is paid back does not count. */
function leftAfter(lines: readonly Line[]): Rational | null {
  const cap = lines.find(({ kind }) => kind === 'cap');
  const [left, subtotal] = [input(cap, 'cap-left'), input(cap, 'subtotal')];
  if (cap === undefined || left === null || subtotal === null) return null;
  const recovered = sum(lines.filter(({ kind }) => kind === 'recovery').map(({ amount }) => rational(amount)));
  const paid = rational(subtotal).add(rational(cap.amount)).add(recovered);
  return maximum(ZERO, rational(left).sub(paid));
}
