import fc from 'fast-check';
import { type Action, histories } from './actions.js';
import type { Blindness } from './paper-world.js';
import { Game, Unsafe } from './play.js';
import { smallest } from './smallest.js';

export interface Found {
  readonly why: string;
  /** How many histories were played until then. */
  readonly after: number;
  readonly steps: readonly Action[];
}

export interface Search {
  readonly runs: number;
  readonly seed: number;
  readonly blind?: Blindness;
  /** Told of every history that ended well. */
  /** Whether the history that is found is made as short as it goes. */
  readonly shortest?: boolean;
  readonly seen?: (game: Game) => void;
}

/** Plays one history to its end. @throws Unsafe */
function play(steps: readonly Action[], blind: Blindness): Game {
  const game = new Game(blind);
  for (const step of steps) {
    game.play(step);
    game.checkRatification();
  }
  game.checkMoney();
  return game;
}

function whyUnsafe(steps: readonly Action[], blind: Blindness): string | null {
  try {
    play(steps, blind);
    return null;
  } catch (error) {
    if (error instanceof Unsafe) return error.message;
    throw error;
  }
}

/** Looks for a history that is not safe; null where there is none among so many. */
export function search({ runs, seed, blind = {}, shortest = true, seen = () => undefined }: Search): Found | null {
  const property = fc.property(histories, (steps) => seen(play(steps, blind)));
  const { failed, counterexample, numRuns, errorInstance } = fc.check(property, { numRuns: runs, seed, endOnFailure: true });
  if (!failed) return null;
  if (!(errorInstance instanceof Unsafe) || counterexample === null) throw errorInstance;
  if (!shortest) return { why: errorInstance.message, after: numRuns, steps: counterexample[0] };
  const steps = smallest(counterexample[0], (some) => whyUnsafe(some, blind) !== null);
  return { why: whyUnsafe(steps, blind) ?? '', after: numRuns, steps };
}
