import type { ColumnSight } from './columns.js';
import {
  type BesideMoney,
  besideMoney,
  isAsked,
  isCalledCount,
  isCalledMoney,
  isOfKinds,
  isOfOrders,
  isOfPayouts,
  isOfPiece,
  isOfRefunds,
  isOutgoing,
  isQuantity,
  isRatio,
  isSettled,
  momentOf,
  moneyRank,
} from './headers.js';
import { aloneIn, daysFirst, isPersonal } from './keys.js';
import type { Sight } from './sight.js';

/*
 * Which column of a file is the contract's money, which says on which day it is and which make a row unique: chosen here and nowhere
 * else, by what headers say and how values stand. Where nothing safe is left, nothing is chosen, and what was passed over is told.
 */

/** What nobody but the reader can say of the choice, with the headers that it is about. */
export type Told =
  /** The file is of refunds, by its key or its day: they are added up. */
  | { readonly of: 'refunds'; readonly headers: readonly string[] }
  /** Columns of numbers that are written as no file is read: shortened, or in full-width characters. */
  | { readonly of: 'short' | 'wide'; readonly headers: readonly string[] }
  /** All amounts that are added up are negative: what a formula takes off again is added. */
  | { readonly of: 'negative'; readonly headers: readonly string[] }
  /** The file is of payouts, by its key or its amount and its day: they are added up by the day on which they are paid out. */
  | { readonly of: 'payouts'; readonly headers: readonly string[] }
  /** All amounts are of one kind beside money: then that is added up. */
  | { readonly of: 'beside'; readonly kind: BesideMoney; readonly headers: readonly string[] }
  /** Amounts that are not added up, none being an order's money. */
  | { readonly of: 'passed'; readonly headers: readonly string[] }
  /** Amounts of which no header says what they are. */
  | { readonly of: 'unnamed'; readonly headers: readonly string[] }
  /** Amounts that are called money as much as each other, the one that is added up first. */
  | { readonly of: 'alike'; readonly headers: readonly string[] }
  /** The day is one of what comes later, and the file has no other. */
  | { readonly of: 'later'; readonly headers: readonly string[] }
  /** Days that lie ahead: none of them is the money's. */
  | { readonly of: 'planned'; readonly headers: readonly string[] }
  /** Columns that say which way money goes, where the amount has no sign. */
  | { readonly of: 'direction'; readonly headers: readonly string[] }
  /** Columns by which some rows only hand on what others have brought in. */
  | { readonly of: 'transfers'; readonly headers: readonly string[] }
  | { readonly of: 'states'; readonly headers: readonly string[] };

/** What is chosen of a file's columns. */
export interface Chosen {
  readonly money: ColumnSight | null;
  readonly day: ColumnSight | null;
  /** Headers of the columns that make a row unique. */
  readonly keys: readonly string[];
  /** The amount that would be added up and is repeated on each row of its order, and what is added up instead; null: it is not so. */
  readonly repeated: { readonly header: string; readonly instead: string | null } | null;
  readonly told: readonly Told[];
}

const named = (columns: readonly ColumnSight[]): string[] => columns.map(({ header }) => header.trim());

/** Numbers that may be added up: no shares and no means. */
export const isSummable = ({ kind, percent, header }: ColumnSight): boolean => kind === 'number' && !percent && !isRatio(header);

/** Whether a column of numbers holds amounts of money, whichever. */
export const isAmount = ({ amount, header }: ColumnSight): boolean => (amount && !isCalledCount(header)) || isCalledMoney(header);

/** Chooses of a file's columns. */
export function chosenOf(sight: Sight): Chosen {
  const alone = aloneIn(named(sight.columns));
  const usable = sight.columns.filter((each) => alone.has(each.header.trim()) && each.header.trim().length <= 200 && !isPersonal(each));
  const own = ownMoment(sight, usable);
  const { day, told: ofDay } = dayOf(usable, own);
  const isRefunds = own === 'back' || (day !== null && momentOf(day.header) === 'back');
  const kind = { isOfOrders: sight.columns.some(({ header }) => isOfOrders(header)), isRefunds };
  const ofOrders = sight.repeated?.headers ?? [];
  // of an account what is handed on is its money, not what that is made of
  const handedOn = own === 'settled' ? usable.filter((each) => isSummable(each) && isAmount(each) && isSettled(each.header)) : [];
  const candidates = handedOn.length > 0 ? handedOn : usable;
  const first = moneyOf(candidates, kind);
  const once = moneyOf(
    candidates.filter(({ header }) => !ofOrders.includes(header.trim())),
    kind,
  );
  const isOnce = first.money === null || !ofOrders.includes(first.money.header.trim());
  // amounts of items add up as they stand; an order's amount does once no two rows are of one order, which holds what repeats until then
  const isInstead =
    once.money !== null && once.told.every(({ of }) => of === 'refunds') && isAmount(once.money) && !isOfPiece(once.money.header);
  const { money, told } = isOnce || !isInstead ? first : once;
  const isByOrder = money !== null && ofOrders.includes(money.header.trim());
  return {
    money,
    day,
    keys: isByOrder && sight.repeated !== null ? [sight.repeated.order] : sight.keys,
    repeated:
      isOnce || first.money === null
        ? null
        : { header: first.money.header.trim(), instead: isByOrder ? null : (money?.header.trim() ?? null) },
    told: [
      ...told,
      ...(own === 'settled' && money !== null ? [{ of: 'payouts' as const, headers: named([money]) }] : []),
      ...(money?.allNegative === true ? [{ of: 'negative' as const, headers: named([money]) }] : []),
      ...(['short', 'wide'] as const).flatMap((of) => {
        const headers = named(sight.columns.filter(({ unread }) => unread === of));
        return headers.length === 0 ? [] : [{ of, headers }];
      }),
      ...ofDay,
      ...directionsOf(sight.columns, money),
      ...transfersOf(sight.columns, money),
    ],
  };
}

interface Choice {
  readonly money: ColumnSight | null;
  readonly told: readonly Told[];
}

/** The column that is to be added up. */
function moneyOf(
  columns: readonly ColumnSight[],
  { isOfOrders: ofOrders, isRefunds }: { readonly isOfOrders: boolean; readonly isRefunds: boolean },
): Choice {
  const numbers = columns.filter(isSummable);
  const amounts = numbers.filter(isAmount);
  const beside = amounts.flatMap((column) => {
    const kind = besideMoney(column.header);
    return kind === null ? [] : [{ column, kind }];
  });
  const [refund] = filledOf(beside.flatMap(({ column, kind }) => (kind === 'refund' ? [column] : [])));
  if (isRefunds && refund !== undefined) return { money: refund, told: [{ of: 'refunds', headers: named([refund]) }] };
  const others = amounts.filter((each) => !beside.some(({ column }) => column === each));
  const own = filledOf(others.filter(({ header }) => !isOfPiece(header)));
  const ranked = own.toSorted((a, b) => moneyRank(a.header, ofOrders) - moneyRank(b.header, ofOrders) || a.index - b.index);
  const [best, next] = ranked;
  if (best !== undefined) {
    if (next !== undefined && !isCalledMoney(best.header)) return { money: best, told: [{ of: 'unnamed', headers: named(ranked) }] };
    const alike = ranked.filter(({ header }) => moneyRank(header, ofOrders) === moneyRank(best.header, ofOrders));
    return {
      money: best,
      told: [
        ...(isRefunds ? [{ of: 'refunds' as const, headers: named([best]) }] : []),
        ...(alike.length > 1 ? [{ of: 'alike' as const, headers: named(alike) }] : []),
      ],
    };
  }
  const passed: Told = { of: 'passed', headers: named(amounts) };
  const [piece] = filledOf(others);
  if (piece !== undefined) return columns.some(isOfMany) ? { money: null, told: [passed] } : { money: piece, told: [] };
  const [one, other] = new Set(beside.map(({ kind }) => kind));
  const [only] = filledOf(beside.map(({ column }) => column));
  if (only !== undefined && one !== undefined && other === undefined)
    return { money: only, told: [{ of: 'beside', kind: one, headers: named([only]) }] };
  // of a file without amounts counts are added up, which are nobody's money
  return amounts.length > 0 ? { money: null, told: [passed] } : { money: numbers[0] ?? null, told: [] };
}

/** Those with a value in more than half of the rows in which one of them has any. */
function filledOf(columns: readonly ColumnSight[]): readonly ColumnSight[] {
  const most = Math.max(...columns.map(({ filled }) => filled));
  return columns.filter(({ filled }) => filled * 2 > most);
}

const isOfMany = ({ kind, header }: ColumnSight): boolean => kind === 'number' && isQuantity(header);

/** Of which moment the rows of a file are where they are no orders: refunds or payouts; null: they are neither. */
function ownMoment({ keys }: Sight, columns: readonly ColumnSight[]): 'back' | 'settled' | null {
  if (keys.some(isOfRefunds)) return 'back';
  if (keys.some(isOfPayouts)) return 'settled';
  if (ofMoment(columns, 'back').length > 0) return 'back';
  const amounts = filledOf(columns.filter((each) => isSummable(each) && isAmount(each) && besideMoney(each.header) === null));
  const settled = amounts.filter(({ header }) => isSettled(header));
  // an account of what is handed on says of each row of what kind it is, and what it is made of; a list of orders has no kinds
  const isAccount = settled.length > 0 && columns.some(({ header }) => isOfKinds(header));
  const isAllSettled = amounts.length > 0 && settled.length === amounts.length;
  return (isAllSettled || isAccount) && ofMoment(columns, 'settled').length > 0 ? 'settled' : null;
}

/** Columns of times of a moment that as good as all rows have, those on which it was only asked for last. */
function ofMoment(columns: readonly ColumnSight[], moment: 'back' | 'settled'): readonly ColumnSight[] {
  const most = Math.max(...columns.map(({ filled }) => filled));
  const times = columns.filter(({ kind, header, filled }) => kind === 'time' && momentOf(header) === moment && filled * 10 >= most * 9);
  return daysFirst(times).toSorted((a, b) => Number(isAsked(a.header)) - Number(isAsked(b.header)));
}

/**
 * The day of a row: none that lies ahead of it, and rather that of a payment than that of what follows. Of a refund or a payout its own,
 * not that of its order.
 */
function dayOf(
  columns: readonly ColumnSight[],
  own: 'back' | 'settled' | null,
): { readonly day: ColumnSight | null; readonly told: readonly Told[] } {
  const [first] = own === null ? [] : ofMoment(columns, own);
  if (first !== undefined) return { day: first, told: [] };
  const times = columns.filter(({ kind }) => kind === 'time');
  const [day = null] = daysFirst(times.filter(({ header }) => momentOf(header) !== 'planned'));
  if (day === null) return { day, told: times.length === 0 ? [] : [{ of: 'planned', headers: named(times) }] };
  return { day, told: ['after', 'settled'].includes(momentOf(day.header)) ? [{ of: 'later', headers: named([day]) }] : [] };
}

/** Columns by which some rows are payouts and the like beside what they pay out. */
function transfersOf(columns: readonly ColumnSight[], money: ColumnSight | null): Told[] {
  const found = money === null || !isAmount(money) ? [] : columns.filter(({ transfers }) => transfers);
  const kinds = found.filter(({ header }) => isOfKinds(header));
  const headers = named(kinds.length > 0 ? kinds : found);
  return headers.length === 0 ? [] : [{ of: 'transfers', headers }];
}

/** Columns that say which way money goes, where nothing else does: no sign, and no column of its own for what goes out. */
function directionsOf(columns: readonly ColumnSight[], money: ColumnSight | null): Told[] {
  const headers = named(columns.filter(({ direction }) => direction));
  const isSaid = columns.some((each) => isSummable(each) && isAmount(each) && isOutgoing(each.header));
  return money === null || money.negative || !isAmount(money) || headers.length === 0 || isSaid ? [] : [{ of: 'direction', headers }];
}
