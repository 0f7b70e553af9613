import pc from 'picocolors';
import type { Issue, Severity } from '../kernel/issue.js';
import { LOCALES, type Locale } from '../kernel/text.js';
import { type Described, describe } from '../words/issue.js';
import { phrased } from '../words/phrases.js';
import { reportText } from '../words/report.js';
import { commandMessage, commandProperty, plainText } from './escape.js';
import { labelled } from './punctuation.js';
import { columnsOf } from './wrap.js';

export interface IssueOptions {
  readonly format: 'pretty' | 'json' | 'github';
  readonly locale: Locale;
  readonly color: boolean;
  /** Root-relative path → text of the files that issues point into, for the source lines of `pretty`. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Issues for a person (`pretty`, with the source line where its text is given), a program (`json`, both languages) or a
 * pull request (`github`: workflow commands that annotate lines), in the order given.
 */
export function renderIssues(issues: readonly Issue[], options: IssueOptions): string {
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(issues.map(issueData), null, 2)}\n`;
    case 'github':
      return issues.map((issue) => `${annotation(issue, describe(issue, options.locale), options.locale)}\n`).join('');
    case 'pretty':
      if (issues.length === 0) return '';
      return `${[...issues.map((issue) => pretty(issue, describe(issue, options.locale), options)), counts(issues, options)].join('\n\n')}\n`;
  }
}

/** An issue as data, in words of both languages. */
export function issueData(issue: Issue) {
  const words = Object.fromEntries(LOCALES.map((locale) => [locale, describe(issue, locale)]));
  const { path, line, column } = issue.at;
  return { code: issue.code, severity: issue.severity, path, line, column, message: words, params: issue.params };
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function annotation(issue: Issue, { text, fix }: Described, locale: Locale): string {
  const { path, line, column } = issue.at;
  const properties = [`file=${commandProperty(path)}`, `line=${line}`, `col=${column}`, `title=${commandProperty(issue.code)}`];
  return `::${COMMANDS[issue.severity]} ${properties.join(',')}::${commandMessage([text, ...details(issue, text, locale), ...(fix === null ? [] : [fix])].join('\n'))}`;
}

function pretty(issue: Issue, { text, fix }: Described, options: IssueOptions): string {
  const colors = pc.createColors(options.color);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[issue.severity];
  const { path, line, column } = issue.at;
  const place = colors.bold(`${plainText(path)}:${line}:${column}`);
  const severity = paint(reportText(issue.severity, options.locale));
  const source = options.sources.get(path)?.split(/\r\n|\r|\n/)[line - 1];
  return [
    `${place} ${severity} ${colors.dim(issue.code)}`,
    `  ${plainText(text)}`,
    ...details(issue, text, options.locale).map((detail) => `  ${plainText(detail)}`),
    ...(source === undefined ? [] : excerpt(source, line, column, (caret) => paint(caret), colors.dim)),
    ...(fix === null ? [] : [`  ${colors.dim(labelled(reportText('fix', options.locale), '', options.locale))}${plainText(fix)}`]),
  ].join('\n');
}

/** What was expected and found, as far as the text does not already say so. */
export function details(issue: Issue, text: string, locale: Locale): string[] {
  return (['expected', 'found'] as const).flatMap((key) => {
    const value = phrased(issue.params, locale)[key];
    return value === undefined || text.includes(String(value)) ? [] : [labelled(reportText(key, locale), String(value), locale)];
  });
}

/** Columns of a source line that are shown; a longer line is cut around the issue. */
const EXCERPT = 100;
const BEFORE = 60;

function excerpt(source: string, line: number, column: number, mark: (caret: string) => string, dim: (text: string) => string): string[] {
  const start = column - 1 > BEFORE && source.length > EXCERPT ? column - 1 - BEFORE : 0;
  const shown = source.slice(start, start + EXCERPT).replace(/\t/g, ' ');
  const head = start > 0 ? '…' : '';
  const tail = start + EXCERPT < source.length ? '…' : '';
  const gutter = String(line);
  const before = plainColumns(`${head}${source.slice(start, column - 1)}`.replace(/\t/g, ' '));
  return [
    `  ${dim(`${gutter} │`)} ${plainColumns(`${head}${shown}${tail}`)}`,
    `  ${dim(`${' '.repeat(gutter.length)} │`)} ${' '.repeat(columnsOf(before))}${mark('^')}`,
  ];
}

/** As {@link plainText}, but keeping runs of spaces: the caret stands under a column. */
function plainColumns(source: string): string {
  return source.split(' ').map(plainText).join(' ');
}

function counts(issues: readonly Issue[], { locale }: IssueOptions): string {
  return (['error', 'warning', 'info'] as const)
    .flatMap((severity) => {
      const count = issues.filter((issue) => issue.severity === severity).length;
      if (count === 0) return [];
      return [count === 1 ? reportText(`${severity}One`, locale) : reportText(`${severity}Many`, locale, { count })];
    })
    .join(locale === 'zh' ? '，' : ', ');
}
