import type { Locale } from '../../kernel/text.js';
import { checkSheet } from './check-sheet.js';
import { dailySheet } from './daily-sheet.js';
import { kpiSheet } from './kpi-sheet.js';
import { linesSheet } from './lines-sheet.js';
import type { Workbook } from './model.js';
import { sceneOf, type WorkbookInput } from './pages.js';
import { paymentsSheet } from './payments-sheet.js';
import { statementSheet } from './statement-sheet.js';
import { trueUpsSheet } from './true-ups-sheet.js';

/** The lines alone: one table, whose columns are the same whatever was settled. */
export function linesOf(input: WorkbookInput, locale: Locale): Workbook {
  return { sheets: [linesSheet(sceneOf(input, locale)).sheet] };
}

/**
 * A settled period, or a year's, as finance keeps it: the statement as a voucher on one page, its lines for a ledger, KPIs, days, what
 * earlier periods still brought, payments and open items, and checks that whatever opens it reckons anew.
 */
export function workbookOf(input: WorkbookInput, locale: Locale): Workbook {
  const scene = sceneOf(input, locale);
  const lines = linesSheet(scene);
  const statement = statementSheet(scene, lines.places);
  const daily = dailySheet(scene);
  const payments = paymentsSheet(scene);
  const places = { lines: lines.places, statement: statement.places, payments: payments.places, daily: daily.sums };
  return {
    sheets: [statement.sheet, lines.sheet, kpiSheet(scene), daily.sheet, trueUpsSheet(scene), payments.sheet, checkSheet(scene, places)],
  };
}
