import type { Reason } from '../attainment/value.js';
import { type CauseCode, isCauseCode } from '../words/reasons.js';
import type { ReportKey } from '../words/report.js';
import type { Wording } from './wording.js';

/** What would put right each cause that lies in somebody's data; null where no data would. */
const NEEDED: Readonly<Record<CauseCode, Extract<ReportKey, `data.${string}`> | null>> = {
  stale: 'data.complete',
  duplicates: 'data.once',
  'repeated-keys': 'data.once',
  nulls: 'data.filled',
  'no-rate': 'data.rates',
  'rate-duplicate': 'data.rates',
  'rate-not-positive': 'data.rates',
  'no-fx': 'data.one-currency',
  'reconcile-breach': 'data.agreeing',
  'not-measured': null,
  'division-by-zero': null,
  unreviewed: null,
  'too-little-weight': null,
  'over-limit': null,
  'over-acknowledged': null,
};

/** Whether data would put right what a cause says. */
export function needsData({ code }: Reason): boolean {
  return isCauseCode(code) && NEEDED[code] !== null;
}

/** The data that would put right what is not known, each kind once; of causes that no data are named for, complete ones. */
export function neededData(causes: readonly Reason[], words: Wording): string {
  const needed = causes.flatMap(({ code }) => (isCauseCode(code) ? (NEEDED[code] ?? []) : []));
  const keys = needed.length === 0 ? (['data.complete'] as const) : [...new Set(needed)];
  return keys.map((key) => words.say(key)).join(words.say('data.and'));
}
