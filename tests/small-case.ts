import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * The contract `case` of half a year, by what it leaves to defaults, and its people: what a test needs to have files read as a user would.
 * Lines of it are named by messages of the tests that use it.
 */

/** contracts/workspace.yaml: a person of each side. */
export const PEOPLE = `people: { alice: { name: Alice, github: 1000001 }, bob: { name: Bob, github: 1000002 } }\ngovernance: { brand: [alice], provider: [bob] }\n`;

export interface SmallCase {
  readonly timezone: string;
  /** The KPI as YAML. @see caseKpi */
  readonly kpi: string;
  readonly fee?: string;
}

/** A KPI of the provider that is to reach 1,000. */
export function caseKpi(id: string, metric: string): string {
  return `{ id: ${id}, metric: ${metric}, owner: provider, better: higher, weight: 100%, target: 1000 }`;
}

/** contracts/case/contract.yaml. */
export function caseContract({ timezone, kpi, fee = '{ id: base, kind: retainer, amount: 2000 }' }: SmallCase): string {
  return `apiVersion: concord/v1
kind: Contract
id: case
title: Case
stage: pilot
parties: { brand: { name: Shop, signatories: [alice] }, provider: { name: Agency, signatories: [bob] } }
data: { owner: brand, providerUse: during_term }
term: { from: 2026-01-01, to: 2026-06-30 }
calendar: { every: month, timezone: ${timezone}, lockAfterDays: 5, trueUpPeriods: 2 }
currency: USD
acceptance: { days: 10, silence: accepts }
disputes: { days: 30, expert: An auditor }
kpis: [${kpi}]
fees: [${fee}]
`;
}

/** Writes a file below a folder, with the folders on the way to it. */
export function putInto(root: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
