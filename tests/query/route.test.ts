import { describe, expect, it } from 'vitest';
import type { BoundColumn } from '../../src/query/column-type.js';
import { bitRange, chooseRoute } from '../../src/query/compile-profile.js';
import { duckdb } from '../../src/query/dialects/duckdb.js';

const column = (name: string): BoundColumn => ({ name, type: { kind: 'text' } });

describe('how rows are grouped', () => {
  it('by a column of few values, else by whether its conditions hold', () => {
    const { route, dimensions } = chooseRoute([
      { column: column('status'), conditions: 3, values: 5 },
      { column: column('country'), conditions: 1, values: 12 },
      { column: column('amount'), conditions: 1, values: 90_000 },
    ]);
    expect([route, [...dimensions]]).toEqual(['groups', ['status']]);
  });

  it('not at all where the groups would be many', () => {
    const many = Array.from({ length: 13 }, (_, index) => ({ column: column(`c${index}`), conditions: 1, values: 50_000 }));
    expect(chooseRoute(many).route).toBe('rows');
    expect(chooseRoute(many.slice(0, 11)).route).toBe('groups');
    expect(chooseRoute([]).route).toBe('groups');
  });
});

describe('sets of bits', () => {
  const range = (low: bigint, high: bigint) => ({ low, high });
  it('are for dense ranges that fit in memory', () => {
    expect(bitRange(duckdb, range(1n, 20_000_000n), 20_000_000n, 2)).not.toBeNull();
    expect(bitRange(duckdb, range(0n, 1_000_000n), 10n, 24)).not.toBeNull();
    expect(bitRange(duckdb, range(0n, 10_000_000n), 10n, 24)).toBeNull();
    expect(bitRange(duckdb, range(0n, 1n << 40n), 1n << 39n, 1)).toBeNull();
    expect(bitRange(duckdb, range(0n, 100_000_000n), 100_000_000n, 24)).toBeNull();
  });
});
