import { describe, expect, it } from 'vitest';
import { REPORT, reportText } from '../../src/words/report.js';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((place) => place[0]).sort();

describe('report catalogue', () => {
  it('has the same places in both languages', () => {
    for (const { en, zh } of Object.values(REPORT)) expect(places(zh)).toEqual(places(en));
  });

  it('uses Chinese punctuation beside Chinese text', () => {
    const mixed = Object.values(REPORT).filter(({ zh }) => /\p{Script=Han}[,:;()]|[,:;()]\p{Script=Han}/u.test(zh));
    expect(mixed).toEqual([]);
  });

  it('fills places', () => {
    expect(reportText('overdue', 'en', { on: '2026-04-01' })).toBe('2026-04-01, overdue');
    expect(reportText('overdue', 'zh', { on: '2026-04-01' })).toBe('已逾期（到期日 2026-04-01）');
  });
});
