import { type Issue, placeText, type Severity } from '../kernel/issue.js';
import { fillerText, LOCALES, type Locale } from '../kernel/text.js';
import { type Described, describe } from '../words/issue.js';
import { phrased } from '../words/phrases.js';
import { reportText } from '../words/report.js';
import type { Inline, Span, Tone } from './blocks.js';
import { commandMessage, commandProperty, plainColumns, plainText } from './escape.js';
import { painter } from './paint.js';
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
      return issueLines(issues, options)
        .map((line) => `${line.map(painter(options.color)).join('')}\n`)
        .join('');
  }
}

/** How issues are told to a person. */
export type IssueTelling = Pick<IssueOptions, 'locale' | 'sources'>;

/** Issues as lines: each with its place, its source line and its remedy, an empty line between them; at the end how many there are. */
export function issueLines(issues: readonly Issue[], telling: IssueTelling): Inline[] {
  if (issues.length === 0) return [];
  const each = issues.flatMap((issue) => [...pretty(issue, describe(issue, telling.locale), telling), []]);
  return [...each, [{ text: counts(issues, telling) }]];
}

/** An issue as data, in words of both languages. */
export function issueData(issue: Issue) {
  const words = Object.fromEntries(LOCALES.map((locale) => [locale, describe(issue, locale)]));
  const { path, line, column } = issue.at;
  const place = line === 0 ? { path } : { path, line, column };
  return { code: issue.code, severity: issue.severity, ...place, message: words, params: issue.params };
}

/** Issues as the document of a verb: under the name that they have beside other results too. */
export function issuesDocument(issues: readonly Issue[]) {
  return { issues: issues.map(issueData) };
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function annotation(issue: Issue, { text, fix }: Described, locale: Locale): string {
  const { path, line, column } = issue.at;
  const place = line === 0 ? [] : [`file=${commandProperty(plainText(path))}`, `line=${line}`, `col=${column}`];
  const properties = [...place, `title=${commandProperty(issue.code)}`];
  const told = [text, ...details(issue, { text, fix }, locale), ...(fix === null ? [] : [fix])];
  return `::${COMMANDS[issue.severity]} ${properties.join(',')}::${commandMessage(told.map(plainText).join('\n'))}`;
}

const TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'note' };

function pretty(issue: Issue, { text, fix }: Described, { locale, sources }: IssueTelling): Inline[] {
  const { path, line, column } = issue.at;
  const tone = TONES[issue.severity];
  const source = line === 0 ? undefined : sources.get(path)?.split(/\r\n|\r|\n/)[line - 1];
  return [
    [
      { text: plainText(placeText(issue.at)), tone: 'strong' },
      space(),
      { text: reportText(issue.severity, locale), tone },
      space(),
      { text: issue.code, tone: 'dim' },
    ],
    [{ text: `  ${plainText(text)}` }],
    ...details(issue, { text, fix }, locale).map((detail): Inline => [{ text: `  ${plainText(detail)}` }]),
    ...(source === undefined ? [] : excerpt(source, line, column, tone)),
    ...(fix === null ? [] : [fixLine(fix, locale)]),
  ];
}

function fixLine(fix: string, locale: Locale): Inline {
  return [space(2), { text: labelled(reportText('fix', locale), '', locale), tone: 'dim' }, { text: plainText(fix) }];
}

function space(count = 1): Span {
  return { text: ' '.repeat(count) };
}

/** What was expected and found, as far as neither the text nor, of what was expected, the remedy already says so. */
export function details(issue: Issue, { text, fix }: Described, locale: Locale): string[] {
  const told = { expected: [text, fix ?? ''], found: [text] };
  return (['expected', 'found'] as const).flatMap((key) => {
    const given = phrased(issue.params, locale)[key];
    if (given === undefined) return [];
    const value = fillerText(given, locale);
    return told[key].some((line) => line.includes(value)) ? [] : [labelled(reportText(key, locale), value, locale)];
  });
}

/** Columns of a source line that are shown; a longer line is cut around the issue. */
const EXCERPT = 100;
const BEFORE = 60;

function excerpt(source: string, line: number, column: number, tone: Tone): Inline[] {
  const start = column - 1 > BEFORE && source.length > EXCERPT ? column - 1 - BEFORE : 0;
  const shown = source.slice(start, start + EXCERPT).replace(/\t/g, ' ');
  const head = start > 0 ? '…' : '';
  const tail = start + EXCERPT < source.length ? '…' : '';
  const gutter = String(line);
  const before = plainColumns(`${head}${source.slice(start, column - 1)}`.replace(/\t/g, ' '));
  return [
    [space(2), { text: `${gutter} │`, tone: 'dim' }, { text: ` ${plainColumns(`${head}${shown}${tail}`)}` }],
    [space(2), { text: `${' '.repeat(gutter.length)} │`, tone: 'dim' }, space(1 + columnsOf(before)), { text: '^', tone }],
  ];
}

function counts(issues: readonly Issue[], { locale }: IssueTelling): string {
  return (['error', 'warning', 'info'] as const)
    .flatMap((severity) => {
      const count = issues.filter((issue) => issue.severity === severity).length;
      if (count === 0) return [];
      return [count === 1 ? reportText(`${severity}One`, locale) : reportText(`${severity}Many`, locale, { count })];
    })
    .join(locale === 'zh' ? '，' : ', ');
}
