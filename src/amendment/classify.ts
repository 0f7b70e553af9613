import type { Workspace } from '../contract/load-workspace.js';
import type { Contract, Definitions } from '../contract/model.js';
import { type ChangeClass, ORDER, type TermChange } from './model.js';
import { isOfDates } from './of-dates.js';

/** What a change is by the field that it changes; that it comes too late is found by the policy. */
type FieldClass = Exclude<ChangeClass, 'retroactive'>;

/** Section 7: the class of each clause, by the name at the top of its path: one that is missing here does not compile. */
const CLASS_OF: Readonly<Record<keyof Contract | keyof Definitions | keyof Workspace, FieldClass>> = {
  id: 'governance',
  title: 'editorial',
  stage: 'operational',
  parties: 'governance',
  agreement: 'governance',
  data: 'governance',
  ip: 'governance',
  term: 'economic',
  calendar: 'economic',
  currency: 'economic',
  rounding: 'economic',
  acceptance: 'governance',
  disputes: 'governance',
  holds: 'economic',
  grace: 'economic',
  kpis: 'economic',
  composite: 'economic',
  gates: 'economic',
  fees: 'economic',
  duties: 'economic',
  payment: 'economic',
  amendments: 'governance',
  review: 'economic',
  exclusions: 'economic',
  exit: 'governance',
  dashboard: 'operational',
  baseline: 'editorial',
  watch: 'operational',
  facts: 'definition',
  measures: 'definition',
  metrics: 'definition',
  fx: 'definition',
  reconcile: 'definition',
  views: 'definition',
  seasons: 'operational',
  tree: 'operational',
  people: 'governance',
  governance: 'governance',
  warehouse: 'operational',
  defaults: 'operational',
  notify: 'operational',
  // whose account merges
  github: 'governance',
  lint: 'operational',
};

const isClause = (name: string): name is keyof typeof CLASS_OF => Object.hasOwn(CLASS_OF, name);

/** Names, labels and display: nothing is measured or paid by these fields of an item. */
const EDITORIAL: ReadonlySet<string> = new Set(['title', 'label', 'text', 'decimals']);

/** Where an item's own fields begin: before them stand the list and the item's id, and whoever chose the id chose any word. */
const FIELDS_FROM = 2;

/** The class of a change before its date is known: only the policy finds that one is retroactive. A whole contract is economic. */
export function classify({ path }: Pick<TermChange, 'path'>): FieldClass {
  const [top = '', , field = ''] = path;
  const found = isClause(top) ? CLASS_OF[top] : 'economic';
  if (path[1] === ORDER) return 'editorial';
  // When a statement is made, stands and falls due is when money is paid, wherever the days are written.
  if (isOfDates(path)) return 'economic';
  // What is flagged is held with any rhythm alike, until somebody reviews it.
  if (top === 'review' && path[1] === 'every') return 'operational';
  if (path.length <= FIELDS_FROM) return found;
  // A party's `access` and a KPI's owner are how people work together; a measure's definition in words is what was agreed.
  if (EDITORIAL.has(path.at(-1) ?? '')) return 'editorial';
  if (top === 'parties' && field === 'access') return 'operational';
  if (top === 'measures' && field === 'by') return 'operational';
  if (top === 'kpis' && field === 'bridge') return 'operational';
  if (top === 'kpis' && field === 'owner') return 'operational';
  return found;
}
