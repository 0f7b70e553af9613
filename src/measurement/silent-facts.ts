import type { Fact } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import type { Check } from '../ports/warehouse.js';
import { dataIssue } from '../query/check-plan.js';

/**
 * Facts without any row in a period that is over: where a preset is used for several shops or accounts, the one whose file is missing. What
 * has not come to the period's end is told by how far it has come.
 */
export function silentFacts({ period, facts }: EvidencePeriod, definitions: readonly Fact[]): Check[] {
  return definitions.flatMap((fact): Check[] => {
    const found = facts.find(({ id }) => id === fact.id);
    if (found === undefined || !found.complete || found.scans.length === 0 || found.scans.some(({ rows }) => rows > 0)) return [];
    const [kind, name] = 'table' in fact.source ? ['table', fact.source.table] : ['view', fact.source.view];
    // a log of loads, or a load time, says that everything there was is there
    const code = fact.freshness === null ? 'data-no-rows-in-period' : 'data-none-in-period';
    const issue = dataIssue(code, fact.clause, { fact: fact.id, table: name, period });
    return [{ kind: 'rows', name: kind === 'view' ? `view ${name}` : name, found: null, issues: [issue] }];
  });
}
