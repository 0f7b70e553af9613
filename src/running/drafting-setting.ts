import type { Workspace } from '../contract/load-workspace.js';
import type { Setting } from '../drafting/deal.js';
import { TEMPLATE_SIGNATORIES } from '../sample/templates.js';

/** What is known before anything is asked. @param known the workspace; null where there is none yet */
export function settingOf(known: Workspace | null, asking: Pick<Setting, 'language' | 'today' | 'contracts'>): Setting {
  const warehouse = known?.warehouse ?? { engine: 'duckdb', data: 'data' };
  return {
    ...asking,
    data: warehouse.engine === 'duckdb' ? warehouse.data : null,
    people: (known?.people ?? []).map((person) => person.id),
    fullNames: Object.fromEntries((known?.people ?? []).map(({ id, name }) => [id, name])),
    brandPeople: known === null ? TEMPLATE_SIGNATORIES.brand : known.governance.brand,
    providerPeople: known === null ? TEMPLATE_SIGNATORIES.provider : known.governance.provider,
    known: known?.defaults ?? {},
  };
}
