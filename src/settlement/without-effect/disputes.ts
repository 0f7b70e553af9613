import type { EventOf } from '../../contract/event-kinds/event-kinds.js';
import { quote } from '../../contract/quote.js';
import { type Money, money, moneyText, subtractMoney } from '../../kernel/money.js';
import { issue } from '../../words/issue.js';
import { disputableIn } from '../disputable.js';
import { fixedBy, lapseDate } from '../disputes.js';
import { carriedLines } from '../ledger-entry.js';
import { hasSetAside } from '../line-life.js';
import { awaited, filedBefore, type Judge, type Scene } from './scene.js';

/** A dispute of what both have fixed, a claim of what the line comes to anyway, or one that would make whoever claims it worse off. */
export const disputeWithoutEffect: Judge<'dispute'> = (event, scene, at) => {
  const { currency } = scene.terms.contract;
  const before = scene.events.filter((each) => each.date <= event.date && !('answers' in each && each.answers === event.file));
  const fixed = fixedBy(event, before);
  if (fixed !== null) return [issue('dispute-of-resolved', at, { line: quote(event.line), period: event.period, file: fixed.file })];
  const settled = settledAt(scene, event);
  if (settled === null) return [];
  const claimed = money(event.claimed, currency);
  const params = { line: quote(event.line), period: event.period, amount: moneyText(settled), currency };
  if (claimed.minor === settled.minor) return [issue('dispute-claims-computed', at, params)];
  const isMore = claimed.minor > settled.minor;
  if (isMore !== (event.party === 'brand')) return [];
  const difference = isMore ? subtractMoney(claimed, settled) : subtractMoney(settled, claimed);
  const code = event.party === 'brand' ? 'dispute-against-brand' : 'dispute-against-provider';
  return [issue(code, at, { ...params, claimed: moneyText(claimed), difference: moneyText(difference) })];
};

/** The same of a dispute that came before the statement of its period, once that is there; nothing once both have resolved it. */
export const earlyDispute: Judge<'dispute'> = (event, scene, at) => {
  const isResolved = scene.events.some((each) => each.kind === 'resolution' && each.answers === event.file);
  return isResolved || !awaited(scene, event) ? [] : disputeWithoutEffect(event, scene, at);
};

/** What a line comes to before any dispute, true-ups included; null where it is held, or no statement lists it. */
function settledAt({ ledger, terms }: Scene, { period, line: id }: EventOf<'dispute'>): Money | null {
  const { currency } = terms.contract;
  const statement = ledger.find((entry) => entry.statement.period === period)?.statement;
  if (statement === undefined || !disputableIn(statement).some((each) => each.id === id)) return null;
  const carried = carriedLines(ledger).find((each) => each.period === period && each.line === id)?.life;
  if (carried !== undefined) {
    if (carried.state === 'held') return null;
    return money(hasSetAside(carried) ? carried.computed : carried.amount, currency);
  }
  const line = statement.lines.find((each) => each.id === id);
  return line === undefined || line.state === 'held' ? null : money(line.computed ?? line.amount, currency);
}

/** Of a line that is held nothing but claims is known: so many times the largest of them is no bargain. */
const FAR = 10n;

/**
 * A resolution below or above all that its line came to and that was claimed of it: the parties mostly meet between, and a zero too many is
 * paid like any amount.
 */
const farResolution: Judge<'resolution'> = (event, scene, at) => {
  const { currency } = scene.terms.contract;
  const dispute = scene.events.find(({ file }) => file === event.answers);
  if (dispute?.kind !== 'dispute') return [];
  const { period, line } = dispute;
  const claims = filedBefore(scene, 'dispute', event.file).filter((each) => each.period === period && each.line === line);
  const claimed = claims.map((each) => money(each.claimed, currency));
  const computed = settledAt(scene, dispute);
  const amount = money(event.amount, currency);
  const known = inOrder(computed === null ? claimed : [computed, ...claimed]);
  if (computed === null ? !isFarOf(amount, claimed) : isBetween(amount, known)) return [];
  const params = { line: quote(line), period, amount: moneyText(amount), currency };
  return [issue('resolution-far', at, { ...params, amounts: [...new Set(known.map(moneyText))] })];
};

const inOrder = (amounts: readonly Money[]): readonly Money[] => amounts.toSorted((a, b) => (a.minor < b.minor ? -1 : 1));

function isBetween({ minor }: Money, inOrder: readonly Money[]): boolean {
  const [least, most] = [inOrder[0], inOrder.at(-1)];
  return least !== undefined && most !== undefined && least.minor <= minor && minor <= most.minor;
}

function isFarOf(amount: Money, claimed: readonly Money[]): boolean {
  const sizes = claimed.map(sizeOf).filter((size) => size > 0n);
  return sizes.length > 0 && sizes.every((size) => sizeOf(amount) >= size * FAR);
}

const sizeOf = ({ minor }: Money): bigint => (minor < 0n ? -minor : minor);

/** A resolution that may not be what both mean. */
export const doubtfulResolution: Judge<'resolution'> = (event, scene, at) => [
  ...lateResolution(event, scene, at),
  ...farResolution(event, scene, at),
];

/**
 * A resolution of a line that both have fixed before, or of a dispute that had lapsed by then: it has an effect, though whoever relied on
 * what was may not expect it.
 */
const lateResolution: Judge<'resolution'> = (event, { events, terms: { contract } }, at) => {
  const dispute = events.find(({ file }) => file === event.answers);
  if (dispute?.kind !== 'dispute') return [];
  const { line, period } = dispute;
  const amount = moneyText(money(event.amount, contract.currency));
  const params = { line: quote(line), period, amount, currency: contract.currency };
  const earlier = fixedBy(
    dispute,
    events.filter((each) => each.file < event.file),
  );
  if (earlier !== null) return [issue('resolution-again', at, { ...params, file: earlier.file })];
  const lapsed = lapseDate(dispute, events, contract.disputes.days);
  return event.date < lapsed ? [] : [issue('resolution-after-lapse', at, { ...params, id: quote(dispute.file), lapsed })];
};

/** An escalation of a dispute that both have resolved. */
export const escalationWithoutEffect: Judge<'escalation'> = (event, { events }, at) => {
  const resolution = events.find((each) => each.kind === 'resolution' && each.answers === event.answers && each.date <= event.date);
  return resolution === undefined ? [] : [issue('dispute-decided', at, { id: quote(event.answers), file: resolution.file })];
};
