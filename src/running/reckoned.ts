import type { Terms } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { CommandContext } from './context.js';

/** The date a command reckons with: `--as-of`, else today in the contract's zone. */
export function asOfFor(context: CommandContext, zone: string): LocalDate {
  return context.asOf ?? context.today(zone);
}

/** The days that a command over several contracts reckons with. */
export interface Reckoned {
  /** Each contract by its own zone: ascending, and mostly one. */
  readonly days: readonly LocalDate[];
  /** The latest of them. */
  readonly asOf: LocalDate;
}

/** @param terms null for contracts that cannot be read; without any, the day is that of UTC. */
export function reckonedFor(context: CommandContext, terms: readonly (Terms | null)[]): Reckoned {
  const zones = terms.flatMap((each) => each?.contract.calendar.timezone ?? []);
  const days = [...new Set((zones.length === 0 ? ['UTC'] : zones).map((zone) => asOfFor(context, zone)))].sort();
  return { days, asOf: days.reduce((latest, day) => (day > latest ? day : latest)) };
}
