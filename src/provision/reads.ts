import type { Definitions, Fact, Terms } from '../contract/model.js';
import { datasetsIn } from '../query/dialects/bigquery-view.js';

/** A dataset of raw data that a contract reads. `project` is null for the contracts' own project. */
export interface ReadDataset {
  readonly project: string | null;
  readonly dataset: string;
  /** The clause that first reads it. */
  readonly because: string;
  /** The fact that does. */
  readonly fact: string;
  /** Whether a fact's rows come from it, and not only a load time: then the fact's view reads it too. */
  readonly rows: boolean;
}

/** `shop`, or `other-project.shop` where it is in another project: how a dataset is told from others. */
export function datasetKey({ project, dataset }: Pick<ReadDataset, 'project' | 'dataset'>): string {
  return project === null ? dataset : `${project}.${dataset}`;
}

/** The datasets that a contract's facts read, in the order in which the definitions first do. */
export function readsOf({ definitions }: Terms, project: string): ReadDataset[] {
  const found = new Map<string, ReadDataset>();
  const add = (fact: Fact, written: string, rows: boolean): void => {
    const [first = '', second] = written.split('.');
    const place = second === undefined ? { project: null, dataset: first } : { project: first === project ? null : first, dataset: second };
    const key = datasetKey(place);
    const known = found.get(key);
    const because = known?.because ?? `${fact.clause.file}:${fact.clause.line}`;
    found.set(key, { ...place, because, fact: known?.fact ?? fact.id, rows: rows || known?.rows === true });
  };
  for (const fact of definitions.facts) {
    for (const dataset of rowsOf(fact, definitions)) add(fact, dataset, true);
    const log = fact.freshness?.table ?? null;
    if (log !== null) for (const dataset of datasetOf(log)) add(fact, dataset, false);
  }
  return [...found.values()];
}

function rowsOf({ source }: Fact, { views }: Definitions): string[] {
  if ('table' in source) return datasetOf(source.table);
  return datasetsIn(views.find((view) => view.name === source.view)?.bigquery ?? '');
}

/** `shop.orders` → `shop`; a table without a dataset has none. */
function datasetOf(table: string): string[] {
  return table.includes('.') ? [table.slice(0, table.lastIndexOf('.'))] : [];
}
