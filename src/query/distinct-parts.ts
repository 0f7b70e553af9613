import { daysInclusive } from '../kernel/calendar.js';
import { type Cell, cellsOf, type DistinctGroup, targetKey } from './compile-distincts.js';
import { type Share, sharesOf } from './shares.js';

/** What one statement counts: some targets of a group on all of their values, or on a share of these. */
export interface DistinctPart {
  readonly group: DistinctGroup;
  readonly share: Share | null;
}

/** Targets that have days in common, and about how many rows they are counted on. */
interface Bound {
  readonly targets: ReadonlySet<string>;
  readonly rows: number;
}

/**
 * A group of distinct counts in parts that hold about so many rows at once: targets without a day in common are counted one after the
 * other, each on its own days, and those that have more rows together in shares of their values. The counts of all parts add up.
 * @param rows of the whole relation; taken to be spread evenly over the days that are asked for.
 */
export function inParts(group: DistinctGroup, rows: number, most: number): DistinctPart[] {
  if (rows <= most) return [{ group, share: null }];
  const parts: { targets: Set<string>; rows: number }[] = [];
  for (const bound of boundTogether(cellsOf(group), rows)) {
    const last = parts.at(-1);
    if (last === undefined || last.rows + bound.rows > most) parts.push({ targets: new Set(bound.targets), rows: bound.rows });
    else {
      for (const target of bound.targets) last.targets.add(target);
      last.rows += bound.rows;
    }
  }
  return parts.flatMap((part) => sharesOf(part.rows, most).map((share) => ({ group: only(group, part.targets), share })));
}

/** Targets with common cells together, in the order of their first days. */
function boundTogether(cells: readonly Cell[], rows: number): Bound[] {
  const daysOf = ({ days }: Cell): number => days.reduce((sum, { from, to }) => sum + daysInclusive(from, to), 0);
  const all = cells.reduce((sum, cell) => sum + daysOf(cell), 0);
  let found: Bound[] = [];
  for (const cell of cells) {
    const shares = (bound: Bound): boolean => [...cell.targets].some((target) => bound.targets.has(target));
    const joined = found.filter(shares);
    const targets = new Set([...joined.flatMap((bound) => [...bound.targets]), ...cell.targets]);
    const held = joined.reduce((sum, bound) => sum + bound.rows, 0) + (rows * daysOf(cell)) / all;
    const at = found.findIndex(shares);
    const bound: Bound = { targets, rows: held };
    found = at < 0 ? [...found, bound] : found.flatMap((each, place) => (place === at ? [bound] : shares(each) ? [] : [each]));
  }
  return found;
}

function only(group: DistinctGroup, targets: ReadonlySet<string>): DistinctGroup {
  const members = group.members.map((member) => ({
    ...member,
    targets: member.targets.filter((target) => targets.has(targetKey(member.index, target))),
  }));
  return { ...group, members: members.filter((member) => member.targets.length > 0) };
}
