import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/kernel/text.js';
import { setSection } from '../../src/report/comment-sections.js';
import { verdictSections, verdictSummary } from '../../src/report/verdict.js';
import { GATE_OBSTACLES, GATE_RULES, GATE_SIGHTS, type GateRule } from '../../src/words/gate.js';
import { approve, bothApprove, CONTRACT, decideOn, file, PEOPLE, request, review } from '../gate/scenario.js';
import { renderVerdict, renderVerdictMarkdown } from './rendered.js';

const NAMES: Readonly<Record<number, string>> = {
  [PEOPLE.alice]: 'Alice Zhou',
  [PEOPLE.bob]: 'Bob Lin',
  [PEOPLE.ann]: 'Ann [x](http://evil) @all',
};
const nameOf = (user: number) => NAMES[user] ?? null;
const waiting = decideOn(request({ reviews: [approve(PEOPLE.alice), review(PEOPLE.carol, 'CHANGES_REQUESTED')] }));

test('who approved, who is missing and what blocks, in English', () => {
  const shown = renderVerdict(waiting, nameOf, 'en', { color: false, width: 100 });
  expect(shown).toContain('Two-party approval of #7 · Waiting');
  expect(shown).toMatch(/test-relationship\s+provider\s+1\s+–\s+Bob Lin, user 12/);
  expect(shown).toContain('provider of test-relationship: 0 of 1 approval · not yet');
  expect(shown).toContain('user 12 asked for changes and has not approved this commit since');
  expect(shown).toContain(waiting.head);
});

test('and in Chinese', () => {
  const shown = renderVerdictMarkdown(waiting, nameOf, 'zh');
  expect(shown).toContain('的双方审批');
  expect(shown).toContain('| test-relationship | 服务方 | 1 | – | Bob Lin、用户 12 |');
  expect(shown).toContain('用户 12 要求修改');
});

test('a comment says first what stands in the way; ways that are closed are for the fold', () => {
  const [first, rules, chinese] = verdictSections(waiting, nameOf, ['en', 'zh']).map(setSection);
  const open = first?.blocks.join('\n') ?? '';
  expect(first?.folded).toBe(false);
  expect(open).toContain('- provider of test-relationship: 0 of 1 approval\n  - Missing: Bob Lin, user 12');
  expect(open).toContain('- user 12 asked for changes and has not approved this commit since\n');
  expect(open).not.toContain('may file alone');
  expect(open).not.toContain('is no event');
  expect([rules?.folded, rules?.title]).toEqual([true, 'Every rule, and what was seen']);
  expect(rules?.blocks.join('')).toContain('An event that its party may file alone · no');
  expect([chinese?.folded, chinese?.title]).toEqual([true, '中文']);
  expect(chinese?.blocks.join('')).toContain('待批准：Bob Lin、用户 12');
});

test('a comment on what is agreed has nothing in the way', () => {
  const [first] = verdictSections(decideOn(request({ reviews: bothApprove() })), nameOf, ['en']).map(setSection);
  expect(first?.blocks.filter((block) => block.startsWith('- '))).toEqual([]);
  expect(first?.blocks.join('')).toContain('Both parties approved this commit.');
});

test('one line for a status', () => {
  expect(verdictSummary(waiting, nameOf, 'en')).toBe('Waiting: provider');
  expect(verdictSummary(decideOn(request({ reviews: bothApprove() })), nameOf, 'en')).toBe('May be merged');
});

test('names, paths and branches are text and nothing else', () => {
  const path = `contracts/${CONTRACT}/views/<img src=x>|@all`;
  const verdict = decideOn(request({ files: [file(path, { mode: '120000' })], reviews: [approve(PEOPLE.ann, { commit: null })] }));
  const shown = renderVerdictMarkdown(verdict, nameOf, 'en');
  expect(shown).not.toContain('<img');
  expect(shown).not.toContain('@all');
  expect(shown).not.toContain('http://evil');
});

describe.each(LOCALES)('every sentence in %s', (locale) => {
  test('has the same places as in the other language', () => {
    const places = (message: string) => [...new Set(message.match(/\{\w+\}/g) ?? [])].sort();
    for (const message of [...Object.values(GATE_RULES), ...Object.values(GATE_SIGHTS)]) {
      expect(message[locale]).not.toBe('');
      expect(places(message[locale])).toEqual(places(message.en));
    }
  });
});

test('no place of a verdict stays unfilled', () => {
  for (const locale of LOCALES) expect(renderVerdict(waiting, nameOf, locale, { color: false, width: 200 })).not.toMatch(/\{\w+\}/);
});

test('what stands in the way never reads as if all were well', () => {
  for (const [rule, heading] of Object.entries(GATE_RULES)) {
    const obstacle = GATE_OBSTACLES[rule as GateRule];
    // How many of the party approved is a count, and the same both ways.
    if (rule !== 'party') expect([obstacle.en, obstacle.zh], rule).not.toEqual([heading.en, heading.zh]);
  }
  const [first, , chinese] = verdictSections(waiting, nameOf, ['en', 'zh']).map(setSection);
  for (const heading of Object.values(GATE_RULES)) {
    expect(first?.blocks.join('\n')).not.toContain(`- ${heading.en}\n`);
  }
  expect(chinese?.blocks.join('\n')).toContain('- 用户 12 要求修改，此后尚未批准此提交\n');
});
