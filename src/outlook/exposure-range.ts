import { compare, maximum, minimum, type Rational, sum, ZERO } from '../kernel/rational.js';

/** What keeps an amount from having an end: so much of every further unit of a metric, above what it is or below 0. */
export interface Open {
  readonly line: string;
  readonly rate: Rational;
  readonly metric: string;
  readonly side: 'above' | 'below';
  /** Whether the metric alone decides the rate; else this is the most or the least that it can be, and what came before decides. */
  readonly is: 'so' | 'at-most' | 'at-least';
  /** Above which amount of the metric it is so: where the highest tier begins; null where it is so from 0 on, or what came before decides. */
  readonly beyond: Rational | null;
  /** What passing from tier to tier adds beside the rate at the farthest, however much there is of the metric; 0 where the metric alone decides. */
  readonly once: Rational;
}

/** An end of what a line or a total can come to: an amount, and without an end where `open` names what moves it on. */
export interface End {
  readonly amount: Rational;
  readonly open: readonly Open[];
}

/** The least and the most, from the brand's side: positive is owed to the provider. */
export interface Range {
  readonly least: End;
  readonly most: End;
}

/** An end that is an amount. */
export const at = (amount: Rational): End => ({ amount, open: [] });
/** Whether an end has no bound: it names what it grows with. */
export const isOpen = ({ open }: End): boolean => open.length > 0;
export const NOTHING: Range = { least: at(ZERO), most: at(ZERO) };

/** A range between two amounts. */
export function between(least: Rational, most: Rational): Range {
  return { least: at(least), most: at(most) };
}

/** Lines together. */
export function together(ends: readonly End[]): End {
  return { amount: sum(ends.map(({ amount }) => amount)), open: ends.flatMap(({ open }) => open) };
}

/** Ranges of several lines together. */
export function sumOf(ranges: readonly Range[]): Range {
  return { least: together(ranges.map(({ least }) => least)), most: together(ranges.map(({ most }) => most)) };
}

/** Cut to a room. */
export function cutTo({ least, most }: Range, room: { readonly least: Rational; readonly most: Rational }): Range {
  const below: End = isOpen(least) ? { ...least, amount: minimum(least.amount, room.least) } : at(minimum(least.amount, room.least));
  return { least: below, most: isOpen(most) ? at(room.most) : at(minimum(most.amount, room.most)) };
}

/** Also 0. */
export function orNothing({ least, most }: Range): Range {
  return {
    least: isOpen(least) || compare(least.amount, ZERO) < 0 ? least : at(ZERO),
    most: isOpen(most) || compare(most.amount, ZERO) > 0 ? most : at(ZERO),
  };
}

/** An end without what is below zero. */
export function positivePart({ amount, open }: End): End {
  return { amount: maximum(amount, ZERO), open };
}
