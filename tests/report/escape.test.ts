import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import {
  commandMessage,
  commandProperty,
  htmlText,
  markdownCode,
  markdownInline,
  markdownText,
  plainText,
  withoutCommands,
} from '../../src/report/escape.js';

const html = (markdown: string) => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** Ids with an `@` are set as code, so that they can be copied; anything else that became code would stay. */
const withoutIds = (fragment: string) => fragment.replace(/<code>([A-Za-z][\w-]*@\d[\d-]*)<\/code>/g, '$1');

/** What a reader of the HTML sees, without the zero-width breaks. */
const seen = (fragment: string) =>
  fragment
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\u200B/g, '')
    .trim();

// Everything that means something to Markdown, GitHub or a terminal, to be thrown together at random.
const PIECES =
  '| ` `` * ** _ __ ~~ [ ] ( ](x) ![ <b> </td> <!-- --> <script> @bob #12 GH-3 http://a.b https://x.y/z www.a.b a@b.co mailto:a@b.c ' +
  'paid@2026-01-02 ga4@1, (x@9) @2026-01-02 \\ &lt; &#96; # - 1. > --- === $x$ [^1] [x]:y :100: :smile: |--| [x] ftp://a.b xmpp:a@b.c + 1) { } 中文';
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES.split(' '), '\n', '\n\n', '\r\n', '\t', '    ', ' ', '\u202e', '\u200b', '\x1b[31m', '\u2028'),
      fc.string({ maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('plainText', () => {
  it('makes one line of it', () => {
    expect(plainText('a\nb\r\n\tc\u2028d\u00a0e')).toBe('a b c d e');
  });

  it('shows that something was hidden: control, bidirectional, invisible and unpaired characters', () => {
    expect(plainText('\x1b[31mred\x07')).toBe('⟨U+001B⟩[31mred⟨U+0007⟩');
    expect(plainText('pay 100\u202e001 yap')).toBe('pay 100⟨U+202E⟩001 yap');
    expect(plainText('a\u200bb\u2060c\u00add\ud800e')).toBe('a⟨U+200B⟩b⟨U+2060⟩c⟨U+00AD⟩d⟨U+D800⟩e');
  });

  it('keeps what scripts and emoji need', () => {
    expect(plainText('品牌方（甲方） 👩\u200d💻 é')).toBe('品牌方（甲方） 👩\u200d💻 é');
  });
});

describe('markdownText', () => {
  it('escapes one mark at a time', () => {
    expect(markdownText('a|b')).toBe('a\\|b');
    expect(markdownText('`x` *y* ~z~')).toBe('\\`x\\` \\*y\\* \\~z\\~');
    expect(markdownText('<b>&amp;')).toBe('&lt;b&gt;&amp;amp;');
    expect(markdownText('![i](http://x)')).toBe('!\\[i\\](http:&#8203;//x)');
    expect(markdownText('@all #1 www.x.y a@b.c')).toBe('@&#8203;all #&#8203;1 www&#8203;.x.y a@&#8203;b.c');
    expect(markdownText(':100: of 08:30:00')).toBe(':&#8203;100: of 08:30:00');
    expect(markdownText('$x$')).toBe('\\$x\\$');
  });

  it('sets ids with an @ as code, to be copied as they are, and nothing that is a mention or an address', () => {
    expect(markdownText('2026-03 的 paid_revenue@2026-03-14 已被标记')).toBe('2026-03 的 `paid_revenue@2026-03-14` 已被标记');
    expect(markdownText('use: [ga4@1, shopify@12]')).toBe('use: \\[`ga4@1`, `shopify@12`\\]');
    expect(markdownText('x@2026-03-14-all a@1b y@1.example @1')).toBe('x@&#8203;2026-03-14-all a@&#8203;1b y@&#8203;1.example @&#8203;1');
    expect(html(markdownText('\\paid@2026-03-14 `paid@2026-03-14` \\` paid@2026-03-14'))).toBe(
      '<p>\\paid@\u200B2026-03-14 `paid@\u200B2026-03-14` \\` <code>paid@2026-03-14</code></p>',
    );
  });

  it('leaves ids, amounts and Chinese readable', () => {
    for (const plain of ['paid_revenue - refunded', '-1,200.00 (6%)', '0.5', '品牌方，应付 3,000.00'])
      expect(markdownText(plain)).toBe(plain);
    expect(markdownText('_private_')).toBe('\\_private\\_');
  });

  it('starts no block', () => {
    expect(markdownText('# title')).toBe('\\# title');
    expect(markdownText('- item')).toBe('\\- item');
    expect(markdownText('12. item')).toBe('12\\. item');
    expect(markdownText('===')).toBe('\\===');
  });

  it('never becomes anything but its text in a paragraph', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const paragraph = withoutIds(html(markdownText(text)).replace(/^<p>|<\/p>$/g, ''));
        expect(paragraph).not.toMatch(/<[a-z/]/i);
        expect(seen(paragraph)).toBe(plainText(text).trim());
      }),
      { numRuns: 700 },
    );
  });

  it('never leaves its table cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = /<tbody>\n<tr>\n<td>(.*)<\/td>\n<td>next<\/td>\n<\/tr>\n<\/tbody>\n<\/table>$/s;
        const found = cell.exec(html(`| a | b |\n|--|--|\n| ${markdownInline(text)} | next |`))?.[1];
        expect(found).toBeDefined();
        expect(withoutIds(found ?? '')).not.toMatch(/<[a-z/]/i);
        expect(seen(withoutIds(found ?? ''))).toBe(plainText(text).trim());
      }),
      { numRuns: 700 },
    );
  });
});

describe('markdownCode', () => {
  it('sets ids and lists of them as code, from which they can be copied', () => {
    expect(markdownCode('true-up/2026-01/sales')).toBe('`true-up/2026-01/sales`');
    expect(markdownCode('acknowledges: [paid_revenue@2026-03-14]')).toBe('`acknowledges: [paid_revenue@2026-03-14]`');
    const command = `bq query "SELECT * FROM a WHERE b = '$C'" # \\ &`;
    expect(markdownCode(command)).toBe(`\`${command}\``);
  });

  it('falls back to text for anything else', () => {
    expect(markdownCode('a`|b')).toBe('a\\`\\|b');
    expect(markdownCode('<!-- a -->')).toBe('&lt;!-- a --&gt;');
    expect(markdownCode('')).toBe('');
  });
});

describe('htmlText', () => {
  it('escapes what HTML, GitHub and mathematics would take for something', () => {
    expect(htmlText('</summary><b a="x"> & @all #1 $x$ www.x.y')).toBe(
      '&lt;/summary&gt;&lt;b a=&quot;x&quot;&gt; &amp; @&#8203;all #&#8203;1 &#36;x&#36; www&#8203;.x.y',
    );
  });

  it('never leaves the line by which a part is unfolded', () => {
    const folded = (text: string) =>
      micromark(`<details>\n<summary>${htmlText(text)}</summary>\n\ninside\n\n</details>`, {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
        allowDangerousHtml: true,
      });
    fc.assert(
      fc.property(hostile, (text) => {
        const found = /^<details>\n<summary>(.*)<\/summary>\n<p>inside<\/p>\n<\/details>$/.exec(folded(text))?.[1];
        expect(found).toBeDefined();
        expect(found?.replaceAll('&#8203;', '\u200B').replaceAll('&#36;', '$')).not.toMatch(/<|@\w|#\w|:\/\/|www\./i);
      }),
      { numRuns: 500 },
    );
  });
});

describe('workflow commands', () => {
  it('escape what would end a message or a property', () => {
    expect(commandMessage('100%\r\nnext: a,b')).toBe('100%25%0D%0Anext: a,b');
    expect(commandProperty('a:b,c%\n')).toBe('a%3Ab%2Cc%25%0A');
  });
});

/* What a runner makes of a line: actions/runner, src/Runner.Common/ActionCommand.cs, both ways of writing a command. */
const COMMANDS = 'add-mask add-path debug echo error group endgroup notice set-env set-output save-state stop-commands warning'.split(' ');
function obeyed(output: string): string[] {
  // The runner compares by a culture's rules, which pass over what is not seen.
  const lines = output.split(/\r\n|\r|\n/).map((line) => line.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\0]/gu, ''));
  return lines.filter((line) => {
    const second = /^[\s\x85]*::([^ :]+)[^:]*::/.exec(line)?.[1];
    const first = /##\[([^ \]]+)[^\]]*\]/.exec(line)?.[1];
    return [first, second].some((name) => name !== undefined && COMMANDS.includes(name));
  });
}

describe('the log of a workflow', () => {
  // `\##[error]` would still be one: a runner looks for `##[` anywhere in a line.
  it('obeys no line of a contract', () => {
    const output =
      'a\n  ::add-mask::3000.00\n##[error]x\nb ::c\n\t::debug::y\nfee ##[add-mask]3000.00\n\r::error::z\n\u200d:\u200b:notice::q\n';
    expect(obeyed(output)).toHaveLength(6);
    const apart =
      'a\n  \\::add-mask::3000.00\n#\\#[error]x\nb ::c\n\t\\::debug::y\nfee #\\#[add-mask]3000.00\n\r\\::error::z\n\u200d\\:\u200b:notice::q\n';
    expect(withoutCommands(output)).toBe(apart);
    expect(obeyed(apart)).toEqual([]);
  });

  it('obeys none whatever is written, and JSON stays the document that it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '#',
        '##[',
        '[',
        ']',
        'add-mask',
        'error',
        ' ',
        '\n',
        '\r',
        '\u0085',
        '\u2028',
        '\u200b',
        '\u200d',
        '\ufeff',
        '\u00ad',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(obeyed(withoutCommands(text))).toEqual([]);
        const document = { title: [text], [text]: 1 };
        const json = withoutCommands(JSON.stringify(document, null, 2), true);
        expect(obeyed(json)).toEqual([]);
        expect(JSON.parse(json)).toEqual(document);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what GitHub would link', () => {
  it.each([
    ['commit d3b07384d113edec49eaa6238ad5ff00e0f7a1b2 here', 'commit d3b073&#8203;84d113edec49eaa6238ad5ff00e0f7a1b2 here'],
    ['short d3b0738', 'short d3b073&#8203;8'],
    ['GHSA-jf85-cpcp-j695 and CVE-2026-1234', 'GHSA-&#8203;jf85-cpcp-j695 and CVE-&#8203;2026-1234'],
    ['brand/contracts#12, gh-7, brand/contracts@d3b0738', 'brand/contracts#&#8203;12, gh-&#8203;7, brand/contracts@&#8203;d3b073&#8203;8'],
    ['an effaced facade of 12345678', 'an effaced facade of 12345678'],
  ])('%s', (text, expected) => expect(markdownInline(text)).toBe(expected));
});
