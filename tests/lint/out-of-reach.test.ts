import { describe, expect, test } from 'vitest';
import type { Contract } from '../../src/contract/model.js';
import { always, bonus, fees, found, kpi, penalty, RETAINER, steps, terms } from './build-terms.js';

/* Scores of roas end at 150%, those of the composite of roas (150%) and the others where their caps do. */

const told = (contract: Partial<Contract>) =>
  found(terms({ contract })).filter(({ code }) => code === 'points-out-of-reach' || code === 'band-always-met');

describe('a band above every score', () => {
  const by = 'roas';

  test('is always deducted: a ROAS of 3.0 written as 300%', () => {
    const params = { fee: 'malus', by: 'roas', level: '300%', highest: '150%' };
    expect(told({ fees: fees(penalty({ by, bands: always(steps('0.5', '0.1', '3', '0.05')) })) })).toEqual([
      { code: 'band-always-met', line: 42, params },
    ]);
  });

  test('is none at the highest score itself, nor below', () => {
    for (const at of ['1.5', '1', '0.8']) expect(told({ fees: fees(penalty({ by, bands: always(steps(at, '0.1')) })) })).toEqual([]);
  });

  test('is none while grace waives it', () => {
    const bands = [
      { from: '2026-01', value: steps('3', '0.1') },
      { from: '2026-03', value: steps('0.8', '0.1') },
    ];
    expect(told({ fees: fees(penalty({ by, bands })) })).toEqual([]);
    expect(told({ fees: fees(penalty({ by, bands })), grace: null }).map(({ params }) => params.level)).toEqual(['300%']);
  });

  test('is said once of bands that change', () => {
    const bands = [
      { from: '2026-01', value: steps('0.8', '0.1') },
      { from: '2026-03', value: steps('3', '0.1') },
      { from: '2026-06', value: steps('4', '0.1') },
    ];
    expect(told({ fees: fees(penalty({ by, bands })) }).map(({ params }) => params.level)).toEqual(['300%']);
  });
});

test('a point above every score is never paid', () => {
  const params = { fee: 'reward', by: 'roas', level: '200%', highest: '150%' };
  const reward = bonus({ by: 'roas', points: always(steps('0', '0', '1', '1', '2', '2')) });
  expect(told({ fees: [RETAINER, reward] })).toEqual([{ code: 'points-out-of-reach', line: 41, params }]);
  expect(told({ fees: [RETAINER, reward], kpis: [kpi({ weight: always('1'), cap: always('2') })] })).toEqual([]);
});
