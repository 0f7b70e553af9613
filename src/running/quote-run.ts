import type { Terms } from '../contract/model.js';
import { periodOf } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { factsInNone, type Past, PERIODS_OF_PAST, pastOfQuote } from '../outlook/quoted-past.js';
import { ShellError } from '../ports/failure.js';
import type { MeasurementRequest } from '../query/request.js';
import type { CommandContext } from './context.js';
import { hasErrors } from './issue-output.js';
import { historyRequest } from './outlook-run.js';
import { asOfFor } from './reckoned.js';
import type { ReadContract } from './repository.js';
import { measureOnly } from './settlement-run.js';

/** What was measured for a quote; null with what kept it from being read, or with nothing where no period is whole. */
export interface MeasuredPast {
  readonly past: Past | null;
  /** Facts that cover none of the periods. */
  readonly lacking: readonly string[];
  readonly issues: readonly Issue[];
}

/** The whole periods before the day that is reckoned with, by the terms of the contract. Data that cannot be read are said, not raised. */
export async function measuredPast(context: CommandContext, contract: ReadContract, terms: Terms): Promise<MeasuredPast> {
  return measuredHistory(context, contract, terms, pastRequest(context, contract, terms, PERIODS_OF_PAST[terms.contract.calendar.every]));
}

/** What is to be measured of so many whole periods before the day that is reckoned with. */
export function pastRequest(context: CommandContext, contract: ReadContract, terms: Terms, count: number): MeasurementRequest {
  const { every, timezone } = terms.contract.calendar;
  const asOf = asOfFor(context, timezone);
  return historyRequest(contract.id, terms, periodOf(asOf, every), asOf, count);
}

/** The same for the periods of a request. */
export async function measuredHistory(
  context: CommandContext,
  contract: ReadContract,
  terms: Terms,
  request: MeasurementRequest,
): Promise<MeasuredPast> {
  try {
    const { measured, issues } = await measureOnly(context, contract, request);
    const isRead = measured !== null && !hasErrors(issues);
    return isRead
      ? { past: pastOfQuote(terms, measured.periods), lacking: factsInNone(terms, measured.periods), issues: [] }
      : { past: null, lacking: [], issues: issues.filter(isError) };
  } catch (error) {
    if (error instanceof ShellError) return { past: null, lacking: [], issues: error.issues };
    throw error;
  }
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}
