import { documentShape } from '../../src/contract/document-shape.js';
import type { Issue } from '../../src/kernel/issue.js';
import { money, moneyText, sumMoney } from '../../src/kernel/money.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';
import { LOCALES } from '../../src/kernel/text.js';
import { renderIssues } from '../../src/report/issues.js';
import type { Statement } from '../../src/settlement/model.js';
import { issueTexts } from '../../src/words/every-issue.js';
import type { Outcome } from '../in-process.js';

/** What no input may bring about, whatever it is: empty when the outcome is in order. */
export function outcomeProblems(outcome: Outcome): string[] {
  if (outcome.crash !== null) return [`crash: ${outcome.crash.stack}`];
  const text = `${outcome.output}\n${outcome.errors ?? ''}`;
  const trace = /^ {4}at .*$/m.exec(text)?.[0];
  if (trace !== undefined) return [`stack trace: ${trace}`];
  if (outcome.exitCode !== 0 && text.trim() === '') return [`exit code ${outcome.exitCode} without a word`];
  return [];
}

/** Issues name a known code and a place that exists, and read well in both languages. */
export function issueProblems(issues: readonly Issue[], texts: ReadonlyMap<string, string>): string[] {
  return issues.flatMap((issue) => {
    const problems: string[] = [];
    const { path, line, column } = issue.at;
    const say = (what: string) => problems.push(`${issue.code} ${path}:${line}:${column} ${what}`);
    if (issueTexts(issue.code) === null) say('is in no catalogue');
    const lines = texts.get(path)?.split(/\r\n|\r|\n/).length;
    if (!Number.isInteger(line) || line < 1 || (lines !== undefined && line > lines)) say(`is no line of ${lines}`);
    if (!Number.isInteger(column) || column < 1) say('is no column');
    const params = JSON.stringify(issue.params);
    for (const locale of LOCALES) {
      const shown = renderIssues([issue], { format: 'pretty', locale, color: false, sources: new Map() });
      const hole = /\{[a-zA-Z]+\}|\bundefined\b|\bNaN\b|\[object/.exec(shown)?.[0];
      if (hole !== undefined && !params.includes(hole)) say(`leaves ${hole} in: ${shown}`);
      if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(shown.replaceAll('\n', ''))) say(`shows control characters: ${JSON.stringify(shown)}`);
    }
    return problems;
  });
}

const MONEY = new Set(['amount', 'total', 'balance', 'computed', 'claimed']);
const NUMBERS = new Set([
  'actual',
  'target',
  'threshold',
  'stretch',
  'cap',
  'weight',
  'attainment',
  'score',
  'composite',
  'left',
  'right',
  'gap',
]);

/** What people read, or text of other files. */
const PROSE = new Set(['trace', 'with', 'provenance']);

/** A statement has the shape of its schema, canonical numbers, and lines that add up to its total. */
export function statementProblems(statement: Statement): string[] {
  const problems: string[] = [];
  const shape = documentShape('statement', statement);
  if (shape !== null) problems.push(`shape ${shape}`);
  const { currency } = statement;
  const walk = (value: unknown, key: string, place: string): void => {
    if (typeof value === 'string') {
      if (MONEY.has(key) && moneyText(money(value, currency)) !== value) problems.push(`${place} is no amount: ${value}`);
      if (NUMBERS.has(key) && toDecimal(rational(value)) !== value) problems.push(`${place} is not canonical: ${value}`);
    } else if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) problems.push(`${place} is no whole number: ${value}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) if (!PROSE.has(name)) walk(inner, name, `${place}/${name}`);
    }
  };
  walk(statement, '', '');
  for (const [id, value] of Object.entries(statement.measures)) walk(value, 'actual', `/measures/${id}`);
  const lines = statement.lines.map((line) => money(line.amount, currency));
  if (moneyText(sumMoney(lines, currency)) !== statement.total) problems.push(`total ${statement.total} is not the sum of the lines`);
  return problems;
}
