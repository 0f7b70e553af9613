import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { KpiResult } from '../settlement/model.js';

/** What a report is read with: the terms the period is settled on, and earlier statements for the trend. */
export interface ReportContext {
  readonly terms: Terms;
  /** Earlier periods, in any order. Without them there is no trend. */
  readonly history: readonly { readonly period: PeriodId; readonly kpis: readonly KpiResult[] }[];
}
