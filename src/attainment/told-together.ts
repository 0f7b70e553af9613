import type { ReasonCode } from '../words/reasons.js';
import type { Reason } from './value.js';

/** Reasons that may come once for every day or everything flagged: how they are told together, and in what alone they differ. */
const TOGETHER: Readonly<Partial<Record<ReasonCode, { readonly code: ReasonCode; readonly by: 'day' | 'id' }>>> = {
  'no-rate': { code: 'no-rate-days', by: 'day' },
  'rate-duplicate': { code: 'rate-duplicate-days', by: 'day' },
  'rate-not-positive': { code: 'rate-not-positive-days', by: 'day' },
  'no-fx': { code: 'no-fx-days', by: 'day' },
  unreviewed: { code: 'unreviewed-together', by: 'id' },
};

/** The same by the code that they are told together by. */
const ONE_OF: ReadonlyMap<string, ReasonCode> = new Map(
  Object.entries(TOGETHER).map(([of, { code }]) => [code, of as keyof typeof TOGETHER]),
);

/** In what those that are told together differ, alone and together. */
const OWN = { day: ['day', 'days'], id: ['id', 'ids'] } as const;

/** What reasons that are told together have in common, as a key, which they have together as well; of any other all of it. */
export function inCommon({ code, with: params }: Reason): string {
  const of = ONE_OF.get(code) ?? code;
  const by = TOGETHER[of]?.by;
  const own: readonly string[] = by === undefined ? [] : OWN[by];
  return [of, ...Object.entries(params).flatMap(([name, value]) => (own.includes(name) ? [] : [value]))].join('/');
}

/**
 * Reasons for people: those that differ in nothing but their day, or in what was flagged, are one that counts the days or names all that
 * was flagged. Documents keep each of them.
 */
export function toldTogether(reasons: readonly Reason[]): Reason[] {
  const groups = new Map<string, Reason[]>();
  for (const each of reasons) groups.set(inCommon(each), [...(groups.get(inCommon(each)) ?? []), each]);
  return [...groups.values()].flatMap((group) => oneOf(group));
}

function oneOf(group: readonly Reason[]): Reason[] {
  const [first] = group;
  if (first === undefined) return [];
  const together = TOGETHER[first.code];
  if (together === undefined) return [first];
  const { code, by } = together;
  const { [by]: _, ...rest } = first.with;
  const each = [...new Set(group.map(({ with: params }) => params[by] ?? ''))].sort();
  if (each.length === 1) return [first];
  const params = by === 'day' ? { days: String(each.length), day: each[0] ?? '' } : { ids: each.join(', ') };
  return [{ code, with: { ...rest, ...params } }];
}
