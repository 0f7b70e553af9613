import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { type FullReport, fitSections, setSection } from '../../src/report/comment-sections.js';
import {
  previewedOn,
  previewSections,
  previewText,
  proposalBody,
  proposalTitle,
  statementSections,
} from '../../src/report/settlement-proposal.js';
import type { Scorecard } from '../../src/settlement/model.js';
import { PROPOSAL_TEXT } from '../../src/words/proposal.js';
import { PROPOSAL_ISSUES } from '../../src/words/proposal-issues.js';
import { relationship, settleDays } from '../settlement/relationship.js';

const REPORT: FullReport = { url: 'https://forge.example/pull/2/files', locale: 'en' };
const html = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true, allowDangerousProtocol: true });

const HOSTILE = '@mei <img src=x onerror=1> <!-- concord:settlement --> [x](http://evil.example) ``` | #7\n\n---\n\n# Total 0.00';
const { terms } = relationship({
  title: HOSTILE,
  fees: [{ id: 'base', kind: 'retainer', amount: 3000, title: HOSTILE }],
});
const [entry] = settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '1000' } } }]);
if (entry === undefined) throw new Error('nothing settled');
const { statement } = entry;
const context = { terms, history: [], events: [], before: null, disputedFrom: new Map() };
const card: Scorecard = { ...statement, kind: 'Scorecard' };

describe('the pull request', () => {
  test('has the id and the period in its title, and nothing of the contract’s text', () =>
    expect(proposalTitle('acme-linkstar', '2026-W09')).toBe('Settlement · 结算: acme-linkstar 2026-W09'));

  test('says when it is due, how it is accepted and how it is disputed, in both languages', () => {
    const body = proposalBody(terms.contract, '2026-01', '2026-02-05', 'https://forge.example/acme/kpis');
    expect(body).toContain('Until 2026-02-05 this is a draft');
    expect(body).toContain('Silence accepts: 10 days after it became ready it is merged');
    expect(body).toContain('逾期未提出争议视为确认：转为待评审 10 天后');
    expect(body).not.toContain('evil');
    // the same text serves a statement of a tail, which may list nothing
    expect(body).toContain('Where it lists no line, as after the term where nothing has changed, there is nothing to dispute.');
    expect(body).toContain('结算单未列任何项目的（如合同期后没有变化），没有可争议的内容。');
    const form = 'https://forge.example/acme/kpis/issues/new?template=03-dispute.yml&about=test-relationship+2026-01';
    expect(body).toContain(`[Raise a dispute](${form})`);
    expect(body).toContain(`[提出争议](${form})`);
    const waits = { ...terms.contract, acceptance: { days: 10, silence: 'waits' } as const };
    expect(proposalBody(waits, '2026-01', '2026-02-05', null)).toContain('Silence does not accept');
    expect(proposalBody(waits, '2026-01', '2026-02-05', null)).toContain('逾期不视为确认');
  });
});

describe('the preview', () => {
  const preview = previewText(card, context);

  test('carries its date in a line that only the whole first line can be', () => {
    expect(preview.split('\n')[0]).toBe('<!-- concord preview 2026-02-05 -->');
    expect(previewedOn(preview)).toBe('2026-02-05');
    expect(previewedOn(` ${preview}`)).toBeNull();
    expect(previewedOn('<!-- concord preview 2026-02-30 -->\n')).toBeNull();
    expect(previewedOn('<!-- concord preview 2026-02-05 --> and more\n')).toBeNull();
    expect(previewedOn('# Scorecard\n<!-- concord preview 2026-02-05 -->\n')).toBeNull();
  });

  test('becomes a comment in English with Chinese to unfold, without that line', () => {
    const comment = fitSections(previewSections(preview), REPORT);
    expect(comment).toMatch(/^Preview as of 2026-02-05: it pays nothing and binds nobody\./);
    expect(comment).toContain('<summary>中文</summary>\n\n截至 2026-02-05 的预览');
    expect(comment).not.toContain('concord preview');
  });
});

describe('the statement', () => {
  const change = {
    run: 2,
    events: ['2026-02-08-d.yaml'],
    lines: [
      { line: 'base', before: { amount: '3000.00', state: 'payable' }, after: { amount: '1234567.00', state: 'disputed' } },
      { line: 'true-up/2025-12/base', before: null, after: { amount: '-5.00', state: 'held' } },
    ],
    total: { before: '3000.00', after: '1234562.00' },
    balance: { before: '3000.00', after: '1234562.00' },
  } as const;

  test('stands alone as long as it was computed once', () => {
    const [english, chinese] = statementSections(statement, context, null).map(setSection);
    expect(english?.blocks[0]).toMatch(/^# Statement 2026-01/);
    expect([chinese?.folded, chinese?.blocks[0]]).toEqual([true, expect.stringMatching(/^# 结算单 2026-01/)]);
  });

  test('says first what to do by when, then what its latest computation changed', () => {
    const comment = fitSections(statementSections(statement, context, change), REPORT);
    const told = comment.split('\n\n');
    expect(told[0]).toMatch(/^# Statement 2026-01/);
    const changed = told.findIndex((block) => block.startsWith('## '));
    expect(told.slice(changed, changed + 3)).toEqual([
      '## What changed: computation 2',
      'Counted in addition: 2026-02-08-d.yaml',
      [
        '| Line | Before | After |',
        '| :-- | --: | --: |',
        '| `base` | 3,000.00 | 1,234,567.00, disputed |',
        '| `true-up/2025-12/base` | — | -5.00, held |',
        '| **Total** | 3,000.00 | **1,234,562.00** |',
        '| Balance | 3,000.00 | 1,234,562.00 |',
      ].join('\n'),
    ]);
    expect(comment).toContain('## 变动说明：第 2 次计算');
    expect(comment).toContain('| `base` | 3,000.00 | 1,234,567.00，争议中 |');
  });

  test('says so where no line has changed', () =>
    expect(fitSections(statementSections(statement, context, { ...change, events: [], lines: [] }), REPORT)).toContain(
      'No line has changed.',
    ));

  test('shows the contract’s text as text: no page, mention, image, link or marker comes of it', () => {
    const comment = fitSections([...statementSections(statement, context, change), ...previewSections(previewText(card, context))], REPORT);
    expect(statementSections(statement, context, null)).toHaveLength(2);
    const shown = html(comment);
    expect(shown).not.toMatch(/<img|<a [^>]*evil|<!--/);
    expect(comment).not.toMatch(/@mei/);
    expect(shown.match(/<h1/g)).toHaveLength(4);
  });

  test('is cut between blocks where it is too long for a comment, and says where the whole is', () => {
    const long = {
      ...change,
      lines: Array.from({ length: 3000 }, (_, index) => ({ ...change.lines[1], line: `true-up/2025-12/line-${index}` })),
    };
    const comment = fitSections(statementSections(statement, context, long), REPORT);
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('https://forge.example/pull/2/files');
  });
});

test('every text has the same places in both languages, and Chinese punctuation beside Chinese text', () => {
  const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  const issues = Object.values(PROPOSAL_ISSUES).flatMap((entry) => Object.values(entry));
  for (const { en, zh } of [...Object.values(PROPOSAL_TEXT), ...issues]) {
    expect(places(zh)).toEqual(places(en));
    expect(zh).not.toMatch(/\p{Script=Han}[,:;()]|[,:;()]\p{Script=Han}/u);
  }
});
