import { describe, expect, it } from 'vitest';
import type { DateRange } from '../../src/kernel/calendar.js';
import { type DistinctGroup, distinctGroups } from '../../src/query/compile-distincts.js';
import { inParts } from '../../src/query/distinct-parts.js';
import type { Distinct } from '../../src/query/plan.js';
import { sharesOf } from '../../src/query/shares.js';

const january = { from: '2026-01-01', to: '2026-01-31' };
const february = { from: '2026-02-01', to: '2026-02-28' };
const march = { from: '2026-03-01', to: '2026-03-31' };

function group(...targets: (readonly DateRange[])[]): DistinctGroup {
  const distinct: Distinct = { clock: 0, column: 'customer', where: null, except: [], targets, clause: { file: 'a', line: 1 } };
  const [found] = distinctGroups([distinct]);
  if (found === undefined) throw new Error('no group');
  return found;
}

/** The targets of each part and its share, `0 1 (1/2)`. */
const partsOf = (of: DistinctGroup, rows: number, most: number): string[] =>
  inParts(of, rows, most).map(({ group: { members }, share }) => {
    const targets = members.flatMap((member) => member.targets).join(' ');
    return share === null ? targets : `${targets} (${share.part + 1}/${share.of})`;
  });

describe('distinct counts in parts', () => {
  it('are one part where all rows may be held', () => {
    expect(partsOf(group([january], [february], [march]), 90, 90)).toEqual(['0 1 2']);
  });

  it('are counted month after month, as many together as may be held', () => {
    const months = group([january], [february], [march]);
    expect(partsOf(months, 90, 60)).toEqual(['0 1', '2']);
    expect(partsOf(months, 90, 31)).toEqual(['0', '1', '2']);
  });

  it('stay together where their days are the same, in shares of their values where that is too much', () => {
    const quarter = { from: '2026-01-01', to: '2026-03-31' };
    expect(partsOf(group([january], [february], [quarter]), 90, 45)).toEqual(['0 1 2 (1/2)', '0 1 2 (2/2)']);
    expect(partsOf(group([january], [february], [{ from: '2026-02-10', to: '2026-03-09' }]), 68, 40)).toEqual(['0', '1 2']);
  });

  it('stay together where a third has days of both', () => {
    expect(partsOf(group([january], [march], [february], [january, march]), 90, 31)).toEqual(['0 1 3 (1/2)', '0 1 3 (2/2)', '2']);
    // the days that join all of them are the last
    expect(partsOf(group([january, march], [february, march], [february]), 90, 45)).toEqual(['0 1 2 (1/2)', '0 1 2 (2/2)']);
  });
});

it('shares are as many as hold all rows together, none of which is larger than may be', () => {
  expect(sharesOf(0, 10)).toEqual([null]);
  expect(sharesOf(10, 10)).toEqual([null]);
  expect(sharesOf(11, 10)).toEqual([
    { part: 0, of: 2 },
    { part: 1, of: 2 },
  ]);
});
