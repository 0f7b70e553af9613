import { kindNamed } from '../contract/fee-kinds/fee-kinds.js';
import { money } from '../kernel/money.js';
import { isLarge } from './disputes.js';
import type { DisputedLife, HeldLife, LineLife, SettledLife, WaitingLife } from './line-life.js';
import {
  hasExpired,
  isOfThisStatement,
  type Known,
  type LineFacts,
  type OpenKnown,
  paysMilestone,
  releaseReason,
  resolve,
  type States,
  type Step,
  TABLE,
  withWhatWasSetAside,
} from './line-states.js';

/*
 * What happens to a line in a statement, by the state it is in: named in the order in which one thing beats another, then looked
 * up in the table. A resolution beats everything; an undefined line is held, disputed or not.
 */

/** Takes a line through one statement; null: it has no life yet. */
export function nextLife(life: LineLife | null, facts: LineFacts): Step {
  const { dispute } = facts;
  if (dispute.state === 'resolved') return resolve(life, { ...facts, dispute });
  if (life === null) return fromNew(facts);
  switch (life.state) {
    case 'settled':
      return fromSettled(life, facts);
    case 'held':
      return fromHeld(life, facts);
    case 'waiting':
      return fromWaiting(life, facts);
    case 'disputed':
      return fromDisputed(life, facts);
    case 'frozen':
      return fromFrozen(life, facts);
    case 'accepted':
      return TABLE.accepted.kept(life, facts);
    case 'decided':
      return TABLE.decided.kept(life, facts);
    case 'resolved':
      return TABLE.resolved.kept(life, facts);
  }
}

function openAndKnown(facts: Known): OpenKnown | null {
  return facts.dispute.state === 'open' ? { ...facts, dispute: facts.dispute } : null;
}

function known(facts: LineFacts): Known | null {
  return facts.computed === null ? null : { ...facts, computed: facts.computed };
}

function fromNew(facts: LineFacts): Step {
  const now = known(facts);
  if (now === null) return TABLE.new.unknown(null, facts);
  const disputed = openAndKnown(now);
  return disputed === null ? TABLE.new.known(null, now) : TABLE.new.disputed(null, disputed);
}

function fromSettled(life: SettledLife, facts: LineFacts): Step {
  if (facts.closed) return TABLE.settled.kept(life, facts);
  const now = known(facts);
  if (now === null) return TABLE.settled.unknown(life, facts);
  const disputed = openAndKnown(now);
  if (disputed !== null) {
    // A large true-up that is disputed as soon as it comes up is held and disputed: held.
    if (isOfThisStatement(disputed) && movesMuch(life.amount, now)) return TABLE.settled.large(life, now);
    return TABLE.settled.disputed(life, disputed);
  }
  return TABLE.settled[moveOf(life.amount, now)](life, now);
}

function fromHeld(held: HeldLife, facts: LineFacts): Step {
  const life = facts.dispute.state === 'open' ? held : withWhatWasSetAside(held);
  const now = known(facts);
  if (now === null) return hasExpired(life, facts) ? TABLE.held.expired(life, facts) : TABLE.held.unknown(life, facts);
  const disputed = openAndKnown(now);
  if (disputed !== null) return TABLE.held.disputed(life, disputed);
  return TABLE.held[life.wasSettled ? moveOf(life.amount, now) : 'known'](life, now);
}

function fromWaiting(life: WaitingLife, facts: LineFacts): Step {
  const now = known(facts);
  if (now === null) return TABLE.waiting.unknown(life, facts);
  const disputed = openAndKnown(now);
  if (disputed !== null) return TABLE.waiting.disputed(life, disputed);
  if (!movesMuch(life.amount, now)) return TABLE.waiting.known(life, now);
  return releaseReason(life, now) === null ? TABLE.waiting.large(life, now) : TABLE.waiting.released(life, now);
}

function fromDisputed(life: DisputedLife, facts: LineFacts): Step {
  const isOpen = facts.dispute.state === 'open';
  const isFinal = life.decided || facts.closed || paysMilestone(life, facts);
  const now = known(facts);
  if (now === null && !isFinal) return TABLE.disputed.unknown(life, facts);
  if (isOpen) return TABLE.disputed.kept(life, facts);
  if (now === null || isFinal) return TABLE.disputed.lapsed(life, facts);
  return TABLE.disputed[moveOf(life.computed, now)](life, now);
}

function fromFrozen(life: States['frozen'], facts: LineFacts): Step {
  const now = known(facts);
  if (now === null) return facts.closed ? TABLE.frozen.kept(life, facts) : TABLE.frozen.unknown(life, facts);
  const disputed = openAndKnown(now);
  if (disputed !== null) return TABLE.frozen.disputed(life, disputed);
  return TABLE.frozen[moveOf(life.amount, now)](life, now);
}

/** By how much a line moves, and whether it waits for that. */
function moveOf(settledAs: string, facts: Known): 'known' | 'large' | 'recounted' {
  if (!movesMuch(settledAs, facts)) return 'known';
  return facts.zoneRulesAlone ? 'recounted' : 'large';
}

/** Whether what is computed lies more than a tenth from what counts as settled, on a line that waits then. */
function movesMuch(settledAs: string, { kind, computed, currency }: Known): boolean {
  return kindNamed(kind)?.largeWaits === true && isLarge(money(settledAs, currency), computed);
}
