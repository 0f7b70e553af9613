import type { Issue } from '../../kernel/issue.js';
import { excerptOf, type Filler, type Locale } from '../../kernel/text.js';
import type { Check } from '../../ports/warehouse.js';
import { type Block, type Span, type ToldLine, text, toldLine, toldLines } from '../../report/blocks.js';
import { plainText } from '../../report/escape.js';
import { issueData } from '../../report/issues.js';
import { labelled } from '../../report/punctuation.js';
import type { CommandContext } from '../../running/context.js';
import { COMMAND_TEXT, type CommandTextKey, commandText } from '../../words/command-text.js';
import { describe } from '../../words/issue.js';

/** What was looked at: whose it is, by which engine. */
export interface Diagnosed {
  readonly of: Filler;
  readonly engine: string;
  readonly checks: readonly Check[];
}

/** How many checks found something that needs attention. */
export function findingsOf(checks: readonly Check[]): number {
  return checks.filter((check) => stateOf(check) === 'attention').length;
}

export interface Telling {
  readonly locale: Locale;
  readonly texts: ReadonlyMap<string, string>;
  /** Who is before it: only the owner of the data is shown any. */
  readonly eyes: CommandContext['eyes'];
}

/** What was looked at as lines, each with what is wrong and its remedy. */
export function told({ of, engine, checks }: Diagnosed, telling: Telling): Block {
  const title = commandText('doctor-title', telling.locale, { contract: of, engine });
  return toldLines(toldLine(text(title, 'strong')), ...checks.flatMap((check) => checkLines(check, telling)));
}

const MARKS = {
  attention: { text: '✗', tone: 'bad' },
  noted: { text: '·', tone: 'warn' },
  skipped: { text: '–', tone: 'warn' },
  good: { text: '✓', tone: 'good' },
} as const;

function checkLines(check: Check, telling: Telling): ToldLine[] {
  const { locale } = telling;
  const depth = check.kind === 'column' || check.kind === 'time' ? 2 : 1;
  const view = /^view (.+)$/.exec(check.name)?.[1];
  const called = view === undefined ? check.name : commandText('doctor-view', locale, { name: view });
  const use = check.use === undefined ? '' : commandText(`doctor-use.${check.use}`, locale);
  const name = commandText(`doctor-${check.kind}`, locale, { name: called, use });
  const type = check.use === undefined ? check.found : typeText(check.found, locale);
  const found = check.skipped === true ? commandText('doctor-skipped', locale) : type;
  const value: Span[] = found === null ? [] : [{ text: labelled('', found, locale), tone: 'dim' }];
  const below = [...remedies(check.issues, telling), ...seen(check, telling)];
  return [toldLine([MARKS[stateOf(check)], { text: ` ${name}` }, ...value], depth), ...below.map((each) => toldLine(each, depth + 2))];
}

/** A column's type in words: `decimal(18,2)` → `小数(18,2)`; what is none stays as it is. */
function typeText(found: string | null, locale: Locale): string | null {
  const [, kind = '', rest = ''] = /^([a-z]+)(.*)$/.exec(found ?? '') ?? [];
  const key = `doctor-type.${kind}`;
  return isType(key) ? `${commandText(key, locale)}${rest}` : found;
}

function isType(key: string): key is CommandTextKey {
  return Object.hasOwn(COMMAND_TEXT, key);
}

function stateOf({ issues, skipped }: Check): keyof typeof MARKS {
  if (issues.length > 0) return issues.some(({ severity }) => severity !== 'info') ? 'attention' : 'noted';
  return skipped === true ? 'skipped' : 'good';
}

function remedies(issues: readonly Issue[], { locale, texts }: Telling): string[] {
  return issues.flatMap((issue) => {
    const { text: said, fix } = describe(issue, locale);
    return [said, ...(fix === null ? [] : [fix]), ...(texts.has(issue.at.path) ? [`${issue.at.path}:${issue.at.line}`] : [])];
  });
}

/** Values that are listed; of more it is said how many. */
const MOST_VALUES = 12;

/** What of the data itself is shown, to whoever may see it. */
function seen({ values, rows }: Check, { eyes, locale }: Telling): string[] {
  if (eyes === undefined) return [];
  const listed = (values ?? []).slice(0, MOST_VALUES).map((value) => JSON.stringify(plainText(excerptOf(value, 40))));
  const left = (values ?? []).length - listed.length;
  const more = left > 0 ? commandText('doctor-more', locale, { n: left }) : '';
  return [
    ...(listed.length === 0 ? [] : [commandText('doctor-has', locale, { values: listed, more })]),
    ...(rows ?? []).map(({ file, line, text: row }) => commandText('doctor-row', locale, { file, line, text: row })),
  ];
}

/** The same as plain data: never a value, never a row. */
export function diagnosisDocument({ of: whose, engine, checks }: Diagnosed) {
  return {
    contract: whose,
    engine,
    checks: checks.map((check) => {
      const { kind, name, of, use, found, issues } = check;
      const own = { ...(of === undefined ? {} : { of }), ...(use === undefined ? {} : { use }) };
      return { kind, name, ...own, found, state: stateOf(check), issues: issues.map(issueData) };
    }),
  };
}
