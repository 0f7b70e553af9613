import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/kernel/text.js';
import { reportText } from '../../src/words/report.js';
import { REPOSITORY } from '../run-cli.js';
import { linesOf } from '../settlement/relationship.js';
import { disputedMarch, printed, settled } from './chapter-eight.js';

/** What is printed, without the rules between its lines, which the chapter leaves out. */
const withoutRules = (text: string) => text.replace(/^─+\n/gm, '');

test('the quarter is settled as worked out by hand', () => {
  const [january, february] = settled;
  expect(january && linesOf(january.statement)).toEqual(['base 3500.00', 'sales 5000.00', 'reward 2500.00', 'vat 660.00']);
  expect(february && linesOf(february.statement)).toEqual(['base 3500.00', 'sales 8500.00', 'reward 5000.00', 'vat 1020.00']);
  const { statement } = disputedMarch();
  expect(linesOf(statement)).toEqual([
    'base 3500.00',
    'sales 11000.00 disputed',
    'reward 0.00 held',
    'true-up/2026-01/sales -200.00',
    'vat 858.00',
  ]);
  expect([statement.run, statement.total, statement.balance]).toEqual([2, '15158.00', '15058.00']);
});

describe.each(LOCALES)('chapter 8 (%s)', (locale) => {
  const chapter = readFileSync(join(REPOSITORY, `docs/guide/08-reading-a-statement.${locale}.md`), 'utf8');
  const blocks = [...chapter.matchAll(/```\n([\s\S]*?)```/g)].map(([, body = '']) => body);
  const ofMarch = blocks.filter((body) => !body.includes('roas') && !body.startsWith('$'));

  test('shows March as it is printed, word for word', () => {
    const statement = withoutRules(printed(disputedMarch(), locale));
    expect(ofMarch).toHaveLength(6);
    for (const block of ofMarch) expect(statement).toContain(block);
  });

  test('has its sections by their names, in their order', () => {
    const keys = ['lines', 'held', 'disputed', 'balance', 'kpis', 'changes', 'reconcile', 'measures'] as const;
    const sections = keys.map((key) => chapter.indexOf(`\n## ${reportText(key, locale)}`));
    expect(sections).not.toContain(-1);
    expect(sections).toEqual([...sections].sort((a, b) => a - b));
  });
});
