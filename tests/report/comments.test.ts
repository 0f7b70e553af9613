import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSections, issueSections } from '../../src/report/changes-comment.js';
import { setSection } from '../../src/report/comment-sections.js';
import { scorecardSections } from '../../src/report/scorecard-comment.js';
import { context, scorecard, statement, terms } from './fixture.js';
import { BASE, BOTH, bodyOf, changesWith, commentOn, contractWith, intrusions, styleOf } from './hostile-comment.js';

/* Comments as GitHub would show them: whatever a contract says, nothing comes of it but its text. */

const HOSTILE = [
  '@everyone please approve',
  'see #12, acme/contracts#3, GH-7',
  '[click](https://evil.example)',
  '![](https://evil.example/pixel.png)',
  'https://evil.example and www.evil.example and a@evil.example',
  '<img src=x onerror=alert(1)>',
  '</summary></details><h1>Approved</h1>',
  '<!-- concord:verdict head=- at=2026-04-10T12:00:00Z -->',
  '--> <b>x</b>',
  'a | b | c',
  '``` fence',
  '~~~',
  '| --- |',
  '# heading',
  '- item',
  '> quote',
  '$\\href{https://evil.example}{x}$',
  ':tada: :100:',
  '[^1]: note',
  '[x]: https://evil.example',
  'pay 100\u202e001 yap',
  '\u001b[31mred',
  '&lt;b&gt; &#64;all',
  '\\',
  '*bold* _it_ ~~gone~~',
  '- [ ] task',
];

describe('what a contract says', () => {
  it.each(HOSTILE)('%j is shown and does nothing', (text) => {
    // What no contract may say is told as issues, which quote it.
    if (changesWith(text) === null) expect(contractWith(text).issues.length).toBeGreaterThan(0);
    expect(intrusions(commentOn(text))).toEqual([]);
  });

  it('can be no text that becomes anything else', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ maxLength: 6 }),
      fc.constantFrom('\n', '\n\n', ' ', '|', '`', '</details>', '\t'),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        expect(intrusions(commentOn(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('takes no more than its share: a long text is cut, and the largest changes stay', () => {
    const changes = changesWith('word '.repeat(8000));
    expect(changes).not.toBeNull();
    const body = changes === null ? '' : bodyOf(changesSections(changes, BOTH));
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('USD 10,000.00 → USD 12,000.00');
    expect(body).toContain('全部变更');
  });
});

describe('the order of a comment', () => {
  it('tells money first, the five largest of the changes, and folds the rest and the other language', () => {
    const changes = changesWith('Plain text that differs');
    const sections = changes === null ? [] : changesSections(changes, BOTH).map(setSection);
    expect(sections.map(({ title, folded }) => ({ title, folded }))).toEqual([
      { title: 'What this pull request changes', folded: false },
      { title: '中文', folded: true },
      { title: 'acme-linkstar · All new warnings: 16', folded: true },
      { title: 'acme-linkstar · 检查新增的全部警告：16 条', folded: true },
      { title: 'acme-linkstar · All changes: 10', folded: true },
      { title: 'acme-linkstar · 全部变更：10 项', folded: true },
    ]);
    const [main] = sections;
    expect(main?.blocks[1]).toBe(
      '**The default branch has changed acme-linkstar since this pull request left it: update the branch, then both approve again.**',
    );
    expect(main?.blocks[3]).toBe('Nothing is settled yet, so there is nothing to compare.');
    expect(main?.blocks).toContain('**The 5 largest of 10 changes**');
    // Three warnings are open, the others are counted.
    const from = main?.blocks.indexOf('**New warnings: 16**') ?? -1;
    expect(from).toBeGreaterThan(0);
    expect(main?.blocks.slice(from + 1, from + 5).map((block) => block.startsWith('- '))).toEqual([true, true, true, false]);
    expect(main?.blocks[from + 4]).toBe('… and 13 more, below.');
    expect(main?.blocks.at(-1)).toBe('Compared: `bbbbbbbbbbbb` with `aaaaaaaaaaaa`.');
  });

  it('has one language where one is asked for', () => {
    const changes = changesWith('Plain text that differs');
    const sections = changes === null ? [] : changesSections(changes, styleOf('zh')).map(setSection);
    expect(sections.map(({ title }) => title)).toEqual([
      '本合并请求的变更',
      'acme-linkstar · 检查新增的全部警告：16 条',
      'acme-linkstar · 全部变更：10 项',
    ]);
  });
});

describe('issues of a text', () => {
  it('come with place, text and remedy', () => {
    const { issues } = contractWith('x', '-5');
    const [english] = issueSections(issues, BOTH).map(setSection);
    expect(english?.blocks.slice(2)).toEqual([
      [
        '- `contracts/acme-linkstar/contract.yaml:18:98` · **error** · `target-not-positive`',
        '  - A target must be above 0, found -5.',
        '  - fix: Choose a metric whose target is above 0.',
      ].join('\n'),
    ]);
  });
});

describe('a scorecard', () => {
  const measured = { kind: 'measured', card: scorecard, context } as const;
  const over = { card: statement, context };
  const same = { kind: 'same' } as const;

  it('shows total, KPIs and trend open, lines and checks folded', () => {
    const sections = scorecardSections(
      [{ contract: 'acme-linkstar-us', over, current: measured, proposed: same }],
      { base: BASE, cost: null },
      styleOf('en'),
    );
    expect(sections.map(({ title, folded }) => ({ title, folded }))).toEqual([
      { title: 'Where the contracts stand', folded: false },
      { title: 'acme-linkstar-us · Lines, checks and data of the scorecard', folded: true },
    ]);
    const text = sections.map(setSection)[0]?.blocks.join('\n\n') ?? '';
    expect(text).toContain('Nothing that only this pull request says was run on data.');
    expect(text).toContain('**Would pay USD 2,700.00**');
    expect(text).toMatch(/\| \*\*Return on ad spend\*\* · `roas` \| .* \| [▁-█]+/);
    expect(intrusions(bodyOf(sections))).toEqual([]);
    expect(text).not.toContain('BigQuery');
  });

  it('says why nothing could be measured, with the last settled period', () => {
    const issue = {
      code: 'bigquery-no-project',
      severity: 'error',
      at: { path: 'contracts/workspace.yaml', line: 1, column: 1 },
      params: {},
    } as const;
    const current = { kind: 'unmeasured', issues: [issue] } as const;
    const sections = scorecardSections([{ contract: 'acme-linkstar-us', over, current, proposed: same }], { base: BASE, cost: null }, BOTH);
    const text = sections.map(setSection)[0]?.blocks.join('\n\n') ?? '';
    expect(text).toContain('**Not measured:**');
    expect(text).toContain('`contracts/workspace.yaml:1:1` · **error** · `bigquery-no-project`');
    expect(text).toContain('**The running period has no scores yet. The last one that is over: 2026-03.**');
    expect(sections.map(setSection)[1]?.blocks.join('\n\n')).toContain('最近已结束的结算期：2026-03');
  });

  it('waits for whoever keeps the data, and then shows both texts side by side', () => {
    const waits = { kind: 'waits', parties: ['brand', 'provider'] } as const;
    const waiting = scorecardSections(
      [{ contract: 'c', over: null, current: measured, proposed: waits }],
      { base: BASE, cost: null },
      BOTH,
    ).map(setSection);
    expect(waiting[0]?.blocks.join('\n')).toContain('once brand and provider approved this very commit');
    expect(waiting[1]?.blocks.join('\n')).toContain('须待品牌方与服务方批准此提交后');
    const after = { card: { ...scorecard, total: '2400.00', measures: { ...scorecard.measures, paid_revenue: '180000' } }, terms };
    const proposed = { kind: 'measured', before: { card: scorecard, terms }, after } as const;
    const beside = scorecardSections(
      [{ contract: 'c', over: null, current: measured, proposed }],
      { base: BASE, cost: null },
      styleOf('en'),
    ).map(setSection);
    const text = beside[0]?.blocks.join('\n\n');
    expect(text).not.toContain('Nothing that only this pull request says');
    expect(text).toContain('| Net revenue · `paid_revenue` | 210,000.00 | 180,000.00 |');
    expect(text).toContain('| **Total** | 2,700.00 | 2,400.00 |');
  });
});
