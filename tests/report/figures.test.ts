import { describe, expect, it } from 'vitest';
import type { Metric } from '../../src/contract/model.js';
import { grouped } from '../../src/kernel/grouped.js';
import { rational } from '../../src/kernel/rational.js';
import { scoreBar, sparkline } from '../../src/report/charts.js';
import {
  changeFigure,
  clockFigure,
  formulaFigure,
  metricFigure,
  moneyFigure,
  percentFigure,
  plainFigure,
  shortFigure,
} from '../../src/report/figures.js';

const metric = (unit: Metric['unit'], decimals: number | null): Metric => ({
  id: 'm',
  title: 'm',
  formula: { number: '1' },
  text: '1',
  unit,
  type: 'ratio',
  decimals,
  clause: { file: 'f', line: 1 },
});

describe('figures', () => {
  it('sets thousands apart and keeps every digit', () => {
    expect(grouped('1234567.5')).toBe('1,234,567.5');
    expect(grouped('-1000.00')).toBe('-1,000.00');
    expect(grouped('999')).toBe('999');
    expect(grouped('0.123456789012')).toBe('0.123456789012');
    expect(grouped('2026-01')).toBe('2026-01');
    expect(moneyFigure('-1234.50', 'EUR')).toBe('EUR -1,234.50');
  });

  it('shows percentages to two digits', () => {
    expect(percentFigure(rational('0.875'))).toBe('87.5%');
    expect(percentFigure(rational('1/3'))).toBe('33.33%');
    expect(percentFigure(rational('1.5'))).toBe('150%');
    expect(percentFigure(rational('0'))).toBe('0%');
    expect(percentFigure(rational('-0.05'))).toBe('-5%');
  });

  it('never shows a whole percentage that is not reached', () => {
    expect(percentFigure(rational('0.799996'))).toBe('79.9996%');
    expect(percentFigure(rational('0.8000001'))).toBe('80.00001%');
    expect(percentFigure(rational('0.7999'))).toBe('79.99%');
  });

  it('shows a metric in its unit', () => {
    expect(metricFigure(metric('money', null), rational('24.734'), 'USD')).toBe('USD 24.73');
    expect(metricFigure(metric('money', null), rational('1234.5'), 'JPY')).toBe('JPY 1,234');
    expect(metricFigure(metric('money', 0), rational('198000'), 'USD')).toBe('USD 198,000');
    expect(metricFigure(metric('share', null), rational('2/35'), 'USD')).toBe('5.71%');
    expect(metricFigure(metric('share', 1), rational('2/35'), 'USD')).toBe('5.7%');
    expect(metricFigure(metric('number', 2), rational('2.851'), 'USD')).toBe('2.85');
    expect(metricFigure(metric('number', null), rational('8/3'), 'USD')).toBe('2.6667');
    expect(metricFigure(undefined, rational('12000'), 'USD')).toBe('12,000');
  });

  it('gives more digits rather than seem to have reached a level', () => {
    expect(metricFigure(metric('number', 2), rational('2.996'), 'USD', [rational('3')])).toBe('2.996');
    expect(metricFigure(metric('number', 2), rational('3'), 'USD', [rational('3')])).toBe('3.00');
    expect(metricFigure(metric('share', 1), rational('0.07999'), 'USD', [rational('0.08')])).toBe('7.999%');
  });

  it('shows changes with their sign', () => {
    expect(changeFigure(rational('0.042'))).toBe('+4.2%');
    expect(changeFigure(rational('-0.05'))).toBe('-5.0%');
    expect(changeFigure(rational('0'))).toBe('+0.0%');
  });

  it('shortens numbers without a unit and leaves other text alone', () => {
    expect(plainFigure('73684.210526315789')).toBe('73,684.2105');
    expect(plainFigure('5000.00')).toBe('5,000.00');
    expect(plainFigure('2026-02-10-returns.yaml')).toBe('2026-02-10-returns.yaml');
  });

  it('shortens percentages in sentences', () => {
    expect(shortFigure('132.899886731494%')).toBe('132.9%');
    expect(shortFigure('79.999999%')).toBe('79.999999%');
    expect(shortFigure('80%')).toBe('80%');
    expect(shortFigure('0.5')).toBe('0.5');
  });

  it('sets thousands apart in formulas, and in nothing else there', () => {
    expect(formulaFigure('5% × 100000 + 7% × 50000.125')).toBe('5% × 100,000 + 7% × 50,000.125');
    expect(formulaFigure('4800.00 − 5000.00')).toBe('4,800.00 − 5,000.00');
    expect(formulaFigure('-3505.40 − -3555.70')).toBe('-3,505.40 − (-3,555.70)');
    expect(formulaFigure('min(-12.5 × -3%, 1)')).toBe('min(-12.5 × (-3%), 1)');
    expect(formulaFigure('−min(500, 9700)')).toBe('−min(500, 9,700)');
    expect(formulaFigure('-1000.00 + -12345')).toBe('-1,000.00 + (-12,345)');
    expect(formulaFigure('2026-01: 7/30000')).toBe('2026-01: 7/30000');
  });

  it('shows an instant on the clock of a zone', () => {
    expect(clockFigure('2026-03-28T16:00:00Z', 'Asia/Shanghai')).toBe('2026-03-29 00:00');
    expect(clockFigure('2026-03-08T07:30:59.5Z', 'America/New_York')).toBe('2026-03-08 03:30');
    expect(clockFigure('-', 'UTC')).toBe('-');
  });
});

describe('sparkline', () => {
  const line = (...values: (string | null)[]) => sparkline(values.map((value) => (value === null ? null : rational(value))));

  it('goes from the lowest to the highest', () => {
    expect(line('1', '2', '3', '4', '5', '6', '7', '8')).toBe('▁▂▃▄▅▆▇█');
    expect(line('10', '0', '5')).toBe('█▁▅');
  });

  it('leaves a gap for what is undefined, and is level where nothing changes', () => {
    expect(line('1', null, '2')).toBe('▁·█');
    expect(line('3', '3')).toBe('▄▄');
    expect(line(null)).toBe('');
  });
});

describe('scoreBar', () => {
  const bar = (score: string | null, cap: string) => scoreBar(score === null ? null : rational(score), rational(cap), 10);

  it('fills up to the score, with 100% set off where the cap is higher', () => {
    expect(bar('0', '1')).toBe('░░░░░░░░░░');
    expect(bar('0.75', '1')).toBe('████████░░');
    expect(bar('1', '1')).toBe('██████████');
    expect(bar('1', '2')).toBe('█████│░░░░░');
    expect(bar('1.5', '2')).toBe('█████│███░░');
    expect(bar('2', '2')).toBe('█████│█████');
  });

  it('is dotted where there is no score', () => {
    expect(bar(null, '1')).toBe('··········');
  });

  it('takes a cap below 100% for 100%', () => {
    expect(bar('0.5', '0.5')).toBe('█████░░░░░');
  });
});
