import type { ContractEvent } from '../../contract/event-kinds/event-kinds.js';
import type { Contract, LegalParty } from '../../contract/model.js';
import type { PeriodId } from '../../kernel/calendar.js';
import { type Money, minorDigits, money, sumMoney } from '../../kernel/money.js';
import type { Party } from '../../kernel/party.js';
import type { Locale } from '../../kernel/text.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import type { Line, Statement } from '../../settlement/model.js';
import { type WorkbookKey, workbookText } from '../../words/workbook.js';
import type { ReportContext } from '../report-context.js';
import { type Wording, wording } from '../wording.js';

/** A settled period, and what reports on it are read with. */
export interface Page {
  readonly entry: LedgerEntry;
  readonly context: ReportContext;
}

/** What a workbook is of. */
export interface WorkbookInput {
  /** One period, or those of a year, ascending; at least one. */
  readonly pages: readonly Page[];
  /** Every statement before the first of them. */
  readonly before: readonly LedgerEntry[];
  readonly events: readonly ContractEvent[];
  /** The contract as it is now: who has written their legal name since. */
  readonly contract: Contract | null;
  /** `2026`; null: of one period. */
  readonly year: string | null;
}

/** What the sheets of one workbook share. */
export interface Scene extends WorkbookInput {
  readonly locale: Locale;
  readonly currency: string;
  /** The last statement: how things stand. */
  readonly last: Page;
  readonly words: Wording;
  readonly say: (key: WorkbookKey, params?: Readonly<Record<string, string | number>>) => string;
  /** A word in both languages, the reader's first; once where they are the same. */
  readonly each: (key: WorkbookKey, params?: Readonly<Record<string, string | number>>) => readonly string[];
  /** The same beside each other. */
  readonly both: (key: WorkbookKey, params?: Readonly<Record<string, string | number>>) => string;
  readonly moneyFormat: string;
}

/** What all sheets of a workbook share: language, currency, formats of figures. @throws RangeError where there is no statement */
export function sceneOf(input: WorkbookInput, locale: Locale): Scene {
  const last = input.pages.at(-1);
  if (last === undefined) throw new RangeError('a workbook is of a statement');
  const { currency } = last.entry.statement;
  const other: Locale = locale === 'en' ? 'zh' : 'en';
  const say: Scene['say'] = (key, params) => workbookText(key, locale, params);
  const places = '0'.repeat(minorDigits(currency));
  const figure = `#,##0${places === '' ? '' : `.${places}`}`;
  const each: Scene['each'] = (key, params) => [...new Set([say(key, params), workbookText(key, other, params)])];
  return {
    ...input,
    locale,
    currency,
    last,
    words: wording(last.entry.terms, locale),
    say,
    each,
    both: (key, params) => each(key, params).join(' '),
    moneyFormat: `${figure};[Red]-${figure}`,
  };
}

/** The other language's reader included: the period's words. */
export function pageWords({ entry }: Page, locale: Locale): Wording {
  return wording(entry.terms, locale);
}

/** A line that is tax, or a true-up or correction of such a line. */
export function isTax({ id, kind }: Line, { carried }: Statement): boolean {
  if (kind === 'tax') return true;
  const [, period, ...rest] = id.split('/');
  if (period === undefined || (kind !== 'true-up' && kind !== 'correction')) return false;
  return carried.lines.some((line) => line.period === period && line.line === rest.join('/') && line.kind === 'tax');
}

/** How a line was reckoned; null where it could not be. */
export function formulaOf({ trace }: Line): string | null {
  return trace.formula === UNKNOWN_FORMULA ? null : trace.formula;
}

/** The period that a line is about: its own, or an earlier one. */
export function periodOfLine({ id, kind }: Line, own: PeriodId): PeriodId {
  const [, period] = id.split('/');
  return (kind === 'true-up' || kind === 'correction') && period !== undefined ? period : own;
}

const UNKNOWN_FORMULA = '?';

/** What a statement comes to without tax, and the tax. */
export function netAndTax(statement: Statement): { readonly net: Money; readonly tax: Money } {
  const { currency, lines } = statement;
  const of = (isWanted: boolean) =>
    sumMoney(
      lines.filter((line) => isTax(line, statement) === isWanted).map((line) => money(line.amount, currency)),
      currency,
    );
  return { net: of(false), tax: of(true) };
}

/** A party's legal names as they were agreed for the statement, else as they have been written since. */
export function legalOf({ last, contract }: Scene, party: Party): LegalParty | null {
  return last.entry.terms.contract.parties[party].legal ?? contract?.parties[party].legal ?? null;
}
