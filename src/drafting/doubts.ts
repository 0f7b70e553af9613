import { placesMeant } from '../contract/meant/names.js';
import { addDays } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { compare, rational, toDecimal } from '../kernel/rational.js';
import type { Locale } from '../kernel/text.js';
import { customersInPart } from './customers.js';
import type { Deal } from './deal.js';
import type { QuestionId, SoFar } from './questions.js';

/*
 * Answers that can be read, and are most likely slips: a 400 where 400,000 was meant; or that come to something else than they seem to
 * say. They are never changed: whoever answers is told, and decides.
 */

/** Why an answer is doubtful. */
export interface Doubt {
  readonly code: 'answer-doubtful' | 'answer-in-part';
  /** The name of a phrase with its figures. */
  readonly why: string;
}

/** What makes an answer doubtful; null where nothing does. */
export function doubtOf(id: QuestionId, sofar: SoFar, language: Locale): Doubt | null {
  const slip = slipOf(id, sofar, language);
  if (slip !== null) return { code: 'answer-doubtful', why: slip };
  const part = id === 'kpis' ? customersInPart(sofar, language) : null;
  return part === null ? null : { code: 'answer-in-part', why: `@doubt.customers:${part.shop}|${part.others}` };
}

function slipOf(id: QuestionId, sofar: SoFar, language: Locale): string | null {
  const { retainer, commission, wager, cap, kpis, timezone, from, to } = sofar;
  const fee = retainer ?? null;
  if (id === 'commission' && fee !== null) {
    const low = commission?.find(({ from }) => from !== '0' && isAtMost(from, fee));
    return low === undefined ? null : small(low.from, language);
  }
  if (id === 'wager' && wager != null) return ofWager(wager, fee, language);
  if (id === 'cap' && cap != null && fee !== null && !isAtMost(fee, cap)) return `@doubt.cap:${grouped(cap)}|${grouped(fee)}`;
  if (id === 'timezone' && timezone !== undefined) return ofZone(timezone);
  if (id === 'to' && from !== undefined && to !== undefined && from.slice(8) === to.slice(8))
    return `@doubt.day-more:${to}|${addDays(to, -1)}`;
  const roas = id === 'kpis' ? kpis?.find(({ kpi, target }) => kpi === 'roas' && isAtMost('50', target)) : undefined;
  return roas === undefined ? null : `@doubt.roas:${roas.target}|${times(roas.target, '0.01')}`;
}

function ofWager(wager: NonNullable<Deal['wager']>, fee: string | null, language: Locale): string | null {
  if (fee !== null && isAtMost(wager.target, fee)) return small(wager.target, language);
  const most = 'stake' in wager ? wager.stake : wager.limit;
  return isAtMost(wager.target, most) ? `@doubt.stake:${grouped(most)}|${grouped(wager.target)}` : null;
}

/** A time of day that no place keeps all the year, and where it may have been meant. */
function ofZone(zone: string): string | null {
  const places = placesMeant(zone) ?? [];
  const phrase = /^etc\//i.test(zone) ? 'zone-west' : 'zone';
  return places.length === 0 ? null : `@doubt.${phrase}:${zone}|${places.join(' / ')}`;
}

/** What is counted in thousands in one language is counted in 万 in the other. */
const small = (found: string, language: Locale): string => `@doubt.small:${found}|${times(found, language === 'zh' ? '10000' : '1000')}`;

const isAtMost = (one: string, other: string): boolean => compare(rational(one), rational(other)) <= 0;
const times = (decimal: string, factor: string): string => toDecimal(rational(decimal).mul(rational(factor)));
