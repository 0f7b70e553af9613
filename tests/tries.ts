/*
 * How much random searches and long lists try. Each has a usual size and a flag of its own that says another; `SEARCHES=short` takes a third
 * of whatever has no flag set, as CI does, whose runs add up.
 */

const SHARE = process.env.SEARCHES === 'short' ? 3 : 1;

/** How often a search tries: what its flag says, else its usual number, or a third of it where runs are short. */
export function tries(flag: string, usual: number): number {
  return Number(process.env[flag] ?? Math.ceil(usual / SHARE));
}

/** Of a list, every which entry is tried: every one where its flag says `all`, else every so many, or thrice as many where runs are short. */
export function everyWhich(flag: string, usual: number): number {
  return process.env[flag] === 'all' ? 1 : usual * SHARE;
}
