import type { Workspace } from '../contract/load-workspace.js';
import type { Contract, PartyTerms } from '../contract/model.js';
import { isDecimal, rational } from '../kernel/rational.js';
import { PROCEDURE_TEXT, type RuleName, type Way } from '../words/procedure.js';
import type { ClausePath } from './clause-path.js';
import type { TermChange } from './model.js';

/*
 * What a change of rules makes possible that was not, or no longer: nobody is paid otherwise by it on that day, and somebody is less
 * protected afterwards. Who is said by the sentence of each rule (src/words/procedure.ts).
 */

/** What a rule may be called: a clause or a field of it, of a party's terms without the party; or of the workspace. */
type Named = ClausePath<keyof Contract, '.'> | `parties.${keyof PartyTerms}` | keyof Workspace;
/** A rule whose name is that of no clause does not compile. */
type Among<All, Some extends All> = Some;
type Rule = Among<Named, RuleName>;

const isRule = (name: string): name is Rule => Object.hasOwn(PROCEDURE_TEXT, name);

/** Rules that protect by letting less happen: a lower value is the stricter one. */
const LIMITS: ReadonlySet<RuleName> = new Set(['amendments.maxTargetChange', 'amendments.maxDrift']);
/** From the one that allows the provider least. */
const USES = ['none', 'during_term', 'perpetual'];

export interface ProcedureChange {
  readonly rule: RuleName;
  readonly way: Way;
}

/** The rule that a change is of; null where it is of none, and all is said by whose pay it betters. */
export function procedureOf({ path, kind, before, after }: Pick<TermChange, 'path' | 'kind' | 'before' | 'after'>): ProcedureChange | null {
  const fields = path[0] === 'parties' ? [path[0], ...path.slice(2)] : path;
  const rule = [fields.slice(0, 2).join('.'), fields[0] ?? ''].find(isRule);
  if (rule === undefined) return null;
  if (kind === 'removed' || after === null) return { rule, way: 'less' };
  if (kind === 'added' || before === null) return { rule, way: 'more' };
  if (rule === 'acceptance.silence') return { rule, way: after === 'accepts' ? 'less' : 'more' };
  if (rule === 'data.providerUse') return { rule, way: USES.indexOf(String(after)) > USES.indexOf(String(before)) ? 'less' : 'more' };
  if (Array.isArray(before) && Array.isArray(after)) {
    const [gone, come] = [before.filter((each) => !after.includes(each)), after.filter((each) => !before.includes(each))];
    return { rule, way: come.length === 0 && gone.length > 0 ? 'less' : gone.length === 0 && come.length > 0 ? 'more' : 'other' };
  }
  const order = numberWay(before, after);
  if (order === 0) return { rule, way: 'other' };
  return { rule, way: order < 0 !== LIMITS.has(rule) ? 'less' : 'more' };
}

/** Whether a value became lower or higher; 0: it is no number. */
function numberWay(before: unknown, after: unknown): number {
  const [old, now] = [before, after].map((value) => (isDecimal(String(value)) ? rational(String(value)) : null));
  return old == null || now == null ? 0 : now.compare(old);
}
