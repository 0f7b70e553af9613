import { describe, expect, it } from 'vitest';
import { largestChanges } from '../../src/amendment/largest.js';
import type { ClassifiedChange } from '../../src/amendment/model.js';

const change = (id: string, rest: Partial<ClassifiedChange>): ClassifiedChange => ({
  path: ['kpis', id],
  kind: 'changed',
  before: null,
  after: null,
  clauses: { before: null, after: null },
  periods: null,
  class: 'economic',
  favours: 'unclear',
  unless: null,
  reaches: [],
  ...rest,
});
const order = (changes: readonly ClassifiedChange[], count = 9) => largestChanges(changes, count).map(({ path }) => path[1]);

describe('the largest changes', () => {
  it('are those of the class that matters most', () => {
    const changes = (['editorial', 'operational', 'governance', 'economic', 'definition', 'retroactive'] as const).map((kind) =>
      change(kind, { class: kind }),
    );
    expect(order(changes)).toEqual(['retroactive', 'definition', 'economic', 'governance', 'operational', 'editorial']);
  });

  it('then those that favour somebody, or may', () => {
    expect(order([change('neither', { favours: 'neither' }), change('brand', { favours: 'brand' })])).toEqual(['brand', 'neither']);
  });

  it('then the larger step, of numbers, levels and schedules alike; what has no size comes last', () => {
    const changes = [
      change('words', { before: 'a', after: 'b' }),
      change('tenth', { before: '100', after: '110' }),
      change('half', { before: { value: '10' }, after: { value: '5' } }),
      change('third', {
        before: [{ from: '2026-01', value: '3' }],
        after: [
          { from: '2026-01', value: '3' },
          { from: '2026-07', value: '4' },
        ],
      }),
      change('from nothing', { before: '0', after: '9' }),
    ];
    expect(order(changes)).toEqual(['half', 'third', 'tenth', 'words', 'from nothing']);
  });

  it('are no more than asked for, and equal ones stay in the order of the contract', () => {
    const changes = ['a', 'b', 'c'].map((id) => change(id, {}));
    expect(order(changes, 2)).toEqual(['a', 'b']);
  });
});
