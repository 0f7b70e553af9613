import { type Leaf, leavesOf } from '../contract/filter-leaves.js';
import type { Clause } from '../contract/model.js';
import { presetOfClause } from '../contract/pack.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { distinct } from '../kernel/objects.js';
import type { DataIssueCode } from '../words/data-issues.js';
import { type IssueParams, issue } from '../words/issue.js';
import { columnKey, type TimeKind, type Use } from './column-type.js';
import { isComparableNumber } from './compile-filter.js';
import { literalsOf } from './filter-uses.js';
import type { ContractReading, QueryPlan } from './plan.js';

/** An issue and what of a plan it spoils. */
export interface Trouble {
  readonly issue: Issue;
  readonly source: number;
  /** Only the contracts that use this column so. */
  readonly column?: { readonly use: Use; readonly column: string };
  /** Only the contracts that read this scan. */
  readonly scan?: number;
  /** A statement failed that several contracts share: what one of them asks for may have done it to the others. */
  readonly joint?: true;
}

/** An error at a clause of the definitions; of a preset's fact, which the preset declares, it says so: its remedy is another. */
export function dataIssue<Code extends DataIssueCode>(code: Code, clause: Clause, params: IssueParams<Code>): Issue<Code> {
  const made = issue(code, inFile(clause.file, clause.line), params);
  const preset = presetOfClause(clause);
  return preset === null ? made : { ...made, params: { ...made.params, preset } };
}

/** Whether trouble concerns a contract: contracts that do not read what is spoilt are measured all the same. */
export function concerns(trouble: Trouble, { reads }: ContractReading): boolean {
  if (trouble.scan !== undefined) return reads.scans.includes(trouble.scan);
  if (trouble.column !== undefined) return reads.columns.includes(columnKey(trouble.source, trouble.column.use, trouble.column.column));
  return reads.sources.includes(trouble.source);
}

/** Conditions that no engine compares exactly: numbers and text in one list, numbers with too many digits. */
export function checkFilters(plan: QueryPlan): Trouble[] {
  const loads = plan.loads.flatMap(({ source, column, where, clause }) =>
    leavesOf(where)
      .flatMap((leaf) => leafIssues(leaf, clause))
      .map((issue): Trouble => ({ issue, source, column: { use: 'load', column } })),
  );
  const scans = plan.scans.flatMap((scan, index) => {
    const issues = [...scan.tallies, ...scan.distincts].flatMap(({ where, except, clause }) =>
      [where, ...except.map((part) => part.where)].flatMap(leavesOf).flatMap((leaf) => leafIssues(leaf, clause)),
    );
    return distinct(issues).map((issue): Trouble => ({ issue, source: scan.source, scan: index }));
  });
  return [...scans, ...loads];
}

function leafIssues(leaf: Leaf, clause: Clause): Issue<DataIssueCode>[] {
  const literals = literalsOf(leaf);
  if (new Set(literals.map((literal) => literal.type)).size > 1) return [dataIssue('filter-mixed-values', clause, { column: leaf.column })];
  return literals.flatMap((literal) =>
    literal.type === 'number' && !isComparableNumber(literal.value)
      ? [dataIssue('filter-number-range', clause, { column: leaf.column, value: literal.value })]
      : [],
  );
}

/**
 * Whether `when` says what its column needs (contract language, section 3, Days): a zone for wall-clock times, none for
 * instants and dates; and no exclusion by the hour on a column that knows only days.
 */
export function checkTimes(plan: QueryPlan, kindOf: (source: number, use: Use, column: string) => TimeKind | null): Trouble[] {
  const troubles: Trouble[] = [];
  plan.scans.forEach((scan, index) => {
    const kind = kindOf(scan.source, 'time', scan.column);
    const reader = plan.contracts.find(({ reads }) => reads.scans.includes(index));
    const params = { column: scan.column, zone: reader?.periods[0]?.zone ?? 'UTC' };
    const add = (code: 'when-without-zone' | 'zone-on-instant' | 'instant-window-on-date'): void => {
      troubles.push({ issue: dataIssue(code, scan.clause, params), source: scan.source, scan: index });
    };
    if (kind === 'wall' && scan.zone === null) add('when-without-zone');
    if (kind !== null && kind !== 'wall' && scan.zone !== null) add('zone-on-instant');
    const byTheHour = [...scan.tallies, ...scan.distincts].some((item) => item.except.some((part) => 'instants' in part.window));
    if (kind === 'date' && byTheHour) add('instant-window-on-date');
  });
  for (const load of plan.loads) {
    if (kindOf(load.source, 'load', load.column) !== 'wall') continue;
    const issue = dataIssue('load-without-zone', load.clause, { column: load.column });
    troubles.push({ issue, source: load.source, column: { use: 'load', column: load.column } });
  }
  return troubles;
}
