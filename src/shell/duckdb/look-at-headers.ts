import type { Clause } from '../../contract/model.js';
import type { Issue } from '../../kernel/issue.js';
import { isCurrency } from '../../kernel/money.js';
import type { Check } from '../../ports/warehouse.js';
import { dataIssue } from '../../query/check-plan.js';
import type { Origins } from './origins.js';

/** Files of one table whose columns differ: the month in which an export changed. */
export function headers(label: string, { files }: Origins, clause: Clause): Check {
  const [first, ...others] = files;
  const differing = others.filter(({ columns }) => first !== undefined && !sameNames(columns, first.columns));
  const [one] = differing;
  const params = { file: one?.label ?? '', other: first?.label ?? '', count: differing.length };
  const issues: Issue[] = one === undefined ? [] : [dataIssue('data-headers-differ', clause, params)];
  return { kind: 'headers', name: label, found: null, issues };
}

/** Files of one table that end with their header. */
export function rowless(label: string, { files }: Origins, clause: Clause): Check {
  const empty = files.filter(({ sure }) => !sure);
  const [first] = empty;
  const issues: Issue[] = first === undefined ? [] : [dataIssue('data-file-no-rows', clause, { file: first.label, count: empty.length })];
  return { kind: 'rows', name: label, found: null, issues };
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\n') === [...b].sort().join('\n');
}

/** A used column whose name says another currency than the contract's. */
export function currencyCheck(label: string, { files, used }: Origins, currencies: ReadonlySet<string>, clause: Clause): Check {
  const [first] = files;
  const issues = (first?.columns ?? []).flatMap((column): Issue[] => {
    const code = /\(([A-Z]{3})\)/.exec(column)?.[1];
    if (code === undefined || !used.has(column.toLowerCase()) || !isCurrency(code) || currencies.has(code)) return [];
    return [dataIssue('data-header-currency', clause, { table: label, column, found: code, currency: [...currencies] })];
  });
  return { kind: 'headers', name: label, found: null, issues };
}
