import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { type CommentSection, fitSections, fitText, MOST_CHARACTERS, wholeSections } from '../../src/report/comment-sections.js';

const html = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true, allowDangerousProtocol: true });
const section = (title: string, blocks: readonly string[], folded = false): CommentSection => ({
  title,
  folded,
  locale: 'en',
  blocks: blocks.map((text) => ({ kind: 'markdown', text })),
});
const NOWHERE = { url: null, locale: 'en' } as const;
const count = (text: string, part: string) => text.split(part).length - 1;

describe('what fits', () => {
  it('is set whole: items of a list line by line, everything else apart, folded parts under their title', () => {
    const text = fitSections([section('a', ['## A', '- one', '- two', 'end']), section('B & <c> @all', ['- three'], true)], NOWHERE);
    expect(text).toBe(
      '## A\n\n- one\n- two\n\nend\n\n<details>\n<summary>B &amp; &lt;c&gt; @&#8203;all</summary>\n\n- three\n\n</details>',
    );
    expect(html(text)).toContain('<summary>B &amp; &lt;c&gt; @&#8203;all</summary>\n<ul>\n<li>three</li>\n</ul>\n</details>');
  });
});

describe('what does not fit', () => {
  const items = Array.from({ length: 40 }, (_, index) => `- item ${index} ${'x'.repeat(180)}`);

  it('is cut between two blocks, and the last line says what was cut and where it can be read', () => {
    const sections = [section('Money', ['## Money', 'total']), section('All changes', items, true), section('Periods', ['table'], true)];
    const text = fitSections(sections, { url: 'https://github.com/acme/contracts/actions/runs/7', locale: 'en' }, 5000);
    expect(text.length).toBeLessThanOrEqual(5000);
    expect(text).toContain('- item 3 ');
    expect(text).not.toContain('- item 4 ');
    // What is short enough still has its place after what was cut.
    expect(text).toContain('<summary>Periods</summary>');
    expect(text.split('\n').slice(-3)).toEqual([
      '',
      '**Cut to the length of a comment:** All changes (4 of 40 parts shown)  ',
      'The full report is among the [artifacts of this run](https://github.com/acme/contracts/actions/runs/7).',
    ]);
  });

  it('says so in Chinese, and how to get the report where no run has it', () => {
    const text = fitSections([section('全部变更', items, true)], { url: null, locale: 'zh' }, 5000);
    expect(text).toContain('**因评论长度限制已截断：** 全部变更（共 40 部分，显示 4 部分）');
    expect(text).toContain('完整报告：`concord comment --pr <编号> --dry-run --out <文件夹>`。');
  });

  it('leaves out a part of which nothing fits, and counts the parts that it does not name', () => {
    const sections = Array.from({ length: 10 }, (_, index) => section(`Part ${index}`, ['y'.repeat(5000)], true));
    const text = fitSections(sections, NOWHERE, 5000);
    expect(count(text, '<details>')).toBe(0);
    expect(text).toContain('Part 0 (0 of 1 parts shown) · Part 1 (0 of 1 parts shown)');
    expect(text).toContain('Part 5 (0 of 1 parts shown) · and 4 more');
    expect(text).not.toContain('Part 6');
  });

  it('never goes beyond the limit, never leaves a fold open, and says every cut', () => {
    const text = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }), fc.constant('@'.repeat(500)));
    const block = fc.integer({ min: 1, max: 1500 }).map((size) => 'z'.repeat(size));
    const one = fc.record({ title: text, folded: fc.boolean(), blocks: fc.array(block, { maxLength: 30 }) });
    const sections = fc.array(
      one.map(({ title, folded, blocks }) => section(title, blocks, folded)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(sections, fc.constantFrom('en' as const, 'zh' as const), (all, locale) => {
        const most = 9000;
        const fitted = fitSections(all, { url: null, locale }, most);
        expect(fitted.length).toBeLessThanOrEqual(most);
        expect(count(fitted, '<details>')).toBe(count(fitted, '</details>'));
        const isCut = /Cut to the length|因评论长度限制已截断/.test(fitted);
        expect(isCut).toBe(wholeSections(all).length > most);
      }),
      { numRuns: 300 },
    );
  });

  it('counts as GitHub does or stricter: no more UTF-16 units than it takes characters', () => {
    const fitted = fitSections(
      [
        section(
          'emoji',
          Array.from({ length: 4000 }, () => '👩‍💻'.repeat(10)),
        ),
      ],
      NOWHERE,
    );
    expect(fitted.length).toBeLessThan(MOST_CHARACTERS);
    expect(new TextEncoder().encode(fitted).length).toBeLessThan(4 * MOST_CHARACTERS);
  });
});

describe('a text without sections', () => {
  it('stays as it is where it fits', () => {
    expect(fitText('a\n\nb')).toBe('a\n\nb');
  });

  it('is cut between two lines with its folds closed, and says so in both languages', () => {
    const rows = Array.from({ length: 400 }, (_, index) => `| ${index} | ${'v'.repeat(20)} |`);
    const text = fitText(
      ['| a | b |', '|--|--|', ...rows.slice(0, 3), '', '<details>', '<summary>x</summary>', '', ...rows].join('\n'),
      6000,
    );
    expect(text.length).toBeLessThanOrEqual(6000);
    expect(text).toMatch(
      /\| v{20} \|\n\n<\/details>\n\n---\n\n\*\*Cut here to the length of a comment\.\*\* · \*\*因评论长度限制，此处截断。\*\*$/,
    );
    expect(count(html(text), '<details>')).toBe(count(html(text), '</details>'));
  });
});

describe('a long table or list', () => {
  const fitted = (block: string) => fitSections([section('Money', ['## Money', block])], NOWHERE, 20_000);

  it('is cut between two rows, each part under the head', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => `| fee ${index} | 1.00 |`);
    const text = fitted(['| a | b |', '| :-- | --: |', ...rows].join('\n'));
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text).toContain('| fee 600 | 1.00 |');
    expect(text).toMatch(/\*\*Cut to the length of a comment:\*\* Money \(\d of 1\d parts shown\)/);
    expect(count(html(text), '<table>')).toBeGreaterThan(1);
    expect(html(text)).not.toContain('<td>:--</td>');
  });

  it('is cut between two points, and stays one list', () => {
    const points = Array.from({ length: 2_000 }, (_, index) => `- rule ${index}\n  - seen ${index}`);
    const text = fitted(points.join('\n'));
    expect(text).toContain('  - seen 300');
    expect(count(html(text).split('<hr />')[0] ?? '', '</li>\n</ul>\n<ul>')).toBe(0);
  });
});
