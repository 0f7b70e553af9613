import { describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../src/kernel/issue.js';
import { type IssueOptions, renderIssues } from '../../src/report/issues.js';
import type { IssueEntry } from '../../src/words/issue-entry.js';

const PATH = 'contracts/acme/contract.yaml';

/** Words of the test's own, so that it is about how they are laid out. */
const CATALOGUE = vi.hoisted(
  (): Readonly<Record<string, Pick<IssueEntry, 'text' | 'fix'>>> => ({
    'share-without-percent': {
      text: { en: '{field} is a share: {found} has no %', zh: '{field} 是比例：{found} 缺少 %' },
      fix: { en: 'Write {found}%.', zh: '请写成 {found}%。' },
    },
    'unknown-field': {
      text: { en: 'There is no such field', zh: '没有这个字段' },
      fix: { en: 'Did you mean {expected}?', zh: '是否想写 {expected}？' },
    },
  }),
);
vi.mock('../../src/words/every-issue.js', () => ({ issueTexts: (code: string) => CATALOGUE[code] ?? null }));

const share: Issue = {
  code: 'share-without-percent',
  severity: 'error',
  at: { path: PATH, line: 2, column: 11 },
  params: { field: 'weight', found: 40, expected: 'a percentage' },
};
const unknown: Issue = {
  code: 'unknown-field',
  severity: 'warning',
  at: { path: PATH, line: 3, column: 3 },
  params: { expected: 'target', found: 'tagret' },
};

const SOURCE = 'kpis:\n  weight: 40\n  tagret: 3\n';
const options = (rest: Partial<IssueOptions>): IssueOptions => {
  return { format: 'pretty', locale: 'en', color: false, sources: new Map([[PATH, SOURCE]]), ...rest };
};

describe('pretty', () => {
  it('shows place, text, what was expected and found, the source with a caret, and the fix', () => {
    expect(renderIssues([share, unknown], options({}))).toBe(
      [
        'contracts/acme/contract.yaml:2:11 error share-without-percent',
        '  weight is a share: 40 has no %',
        '  expected: a percentage',
        '  2 │   weight: 40',
        '    │           ^',
        '  fix: Write 40%.',
        '',
        'contracts/acme/contract.yaml:3:3 warning unknown-field',
        '  There is no such field',
        // The remedy says it.
        '  found: tagret',
        '  3 │   tagret: 3',
        '    │   ^',
        '  fix: Did you mean target?',
        '',
        '1 error, 1 warning',
        '',
      ].join('\n'),
    );
  });

  it('speaks Chinese', () => {
    expect(renderIssues([share], options({ locale: 'zh', sources: new Map() }))).toBe(
      'contracts/acme/contract.yaml:2:11 错误 share-without-percent\n  weight 是比例：40 缺少 %\n  应为：a percentage\n  修改建议：请写成 40%。\n\n1 个错误\n',
    );
  });

  it('counts each severity', () => {
    const info: Issue = { ...unknown, severity: 'info' };
    expect(renderIssues([share, share, unknown, info, info], options({})).split('\n').at(-2)).toBe('2 errors, 1 warning, 2 notes');
    expect(
      renderIssues([share, share, info], options({ locale: 'zh' }))
        .split('\n')
        .at(-2),
    ).toBe('2 个错误，1 条提示');
  });

  it('puts the caret under wide characters and tabs', () => {
    const sources = new Map([[PATH, '\n\t品牌: 40']]);
    const at = { path: PATH, line: 2, column: 6 };
    expect(renderIssues([{ ...share, at }], options({ sources }))).toContain('  2 │  品牌: 40\n    │        ^\n');
  });

  it('cuts a long line around the issue', () => {
    const sources = new Map([[PATH, `{${'"a":1,'.repeat(100)}"weight":40,${'"b":2,'.repeat(100)}}`]]);
    const at = { path: PATH, line: 1, column: 611 };
    const [, , , source = '', caret = ''] = renderIssues([{ ...share, at }], options({ sources })).split('\n');
    expect(source).toMatch(/^ {2}1 │ ….{100}…$/);
    expect(source.slice(caret.indexOf('^'), caret.indexOf('^') + 2)).toBe('40');
  });

  it('shows no source that it was not given, and a code that no catalogue knows', () => {
    const strange: Issue = { ...share, code: 'strange', at: { path: 'gone.yaml', line: 9, column: 1 }, params: {} };
    expect(renderIssues([strange], options({}))).toBe('gone.yaml:9:1 error strange\n  strange\n\n1 error\n');
    expect(renderIssues([{ ...share, at: { ...share.at, line: 99 } }], options({}))).not.toContain('│');
  });

  it('lets nothing of the source reach the terminal but text', () => {
    const sources = new Map([[PATH, '\n\x1b[2Jweight: \u202e40']]);
    expect(renderIssues([{ ...share, params: { ...share.params, found: '\x1b[31m' } }], options({ sources }))).not.toMatch(/[^\P{C}\n]/u);
  });

  it('says nothing of no issue', () => {
    expect(renderIssues([], options({}))).toBe('');
    expect(renderIssues([], options({ format: 'github' }))).toBe('');
    expect(renderIssues([], options({ format: 'json' }))).toBe('[]\n');
  });
});

describe('json', () => {
  it('carries both languages, the position and the parameters', () => {
    expect(JSON.parse(renderIssues([share], options({ format: 'json' })))).toEqual([
      {
        code: 'share-without-percent',
        severity: 'error',
        path: PATH,
        line: 2,
        column: 11,
        message: {
          en: { text: 'weight is a share: 40 has no %', fix: 'Write 40%.' },
          zh: { text: 'weight 是比例：40 缺少 %', fix: '请写成 40%。' },
        },
        params: { field: 'weight', found: 40, expected: 'a percentage' },
      },
    ]);
  });
});

describe('github', () => {
  it('annotates the line, with what would end a command escaped', () => {
    const at = { path: 'contracts/a,b:c/contract.yaml', line: 2, column: 11 };
    expect(
      renderIssues(
        [
          { ...share, at },
          { ...unknown, severity: 'info' },
        ],
        options({ format: 'github' }),
      ),
    ).toBe(
      '::error file=contracts/a%2Cb%3Ac/contract.yaml,line=2,col=11,title=share-without-percent::weight is a share: 40 has no %25%0Aexpected: a percentage%0AWrite 40%25.\n' +
        '::notice file=contracts/acme/contract.yaml,line=3,col=3,title=unknown-field::There is no such field%0Afound: tagret%0ADid you mean target?\n',
    );
    expect(renderIssues([unknown], options({ format: 'github' }))).toMatch(/^::warning /);
  });

  it('shows what nobody sees in names and texts by its code point', () => {
    const at = { path: 'contracts/acme/events/\u202egnp\u001b[2J.yaml', line: 2, column: 11 };
    const params = { ...share.params, found: 'a\u202e40' };
    expect(renderIssues([{ ...share, at, params }], options({ format: 'github' }))).toBe(
      '::error file=contracts/acme/events/⟨U+202E⟩gnp⟨U+001B⟩[2J.yaml,line=2,col=11,title=share-without-percent::weight is a share: a⟨U+202E⟩40 has no %25%0Aexpected: a percentage%0AWrite a⟨U+202E⟩40%25.\n',
    );
  });
});
