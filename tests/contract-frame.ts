/** What a test chooses of a contract's frame, as YAML; the rest is as below. */
export interface ContractFrame {
  readonly id: string;
  readonly title: string;
  readonly stage?: string;
  readonly brand?: string;
  readonly provider?: string;
  readonly term?: string;
  readonly timezone?: string;
  readonly lockAfterDays?: number;
  readonly trueUpPeriods?: number;
  readonly expert?: string;
}

/** A contract of months in USD down to its KPIs and fees, which the test writes below. Its lines are counted by messages: one a field. */
export function contractFrame({
  id,
  title,
  stage = 'pilot',
  brand = '{ name: Acme, signatories: [alice] }',
  provider = '{ name: Linkstar, signatories: [bob] }',
  term = '{ from: 2026-01-01, to: 2026-12-31 }',
  timezone = 'UTC',
  lockAfterDays = 5,
  trueUpPeriods = 3,
  expert = 'An auditor',
}: ContractFrame): string {
  return `apiVersion: concord/v1
kind: Contract
id: ${id}
title: ${title}
stage: ${stage}
parties:
  brand: ${brand}
  provider: ${provider}
data: { owner: brand, providerUse: during_term }
term: ${term}
calendar: { every: month, timezone: ${timezone}, lockAfterDays: ${lockAfterDays}, trueUpPeriods: ${trueUpPeriods} }
currency: USD
rounding: half_even
acceptance: { days: 10, silence: accepts }
disputes: { days: 30, expert: ${expert} }
holds: { maxPeriods: 3 }
`;
}
