import { inFile, inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import {
  hasOwnFreshness,
  noBigqueryColumn,
  refusedName,
  SHIPPED_VIEWS,
  shippedView,
  type ViewNames,
  viewDefinitions,
} from '../../query/dialects/shipped-views.js';
import { code, toldLine, toldLines } from '../../report/blocks.js';
import type { CommandContext } from '../../running/context.js';
import { frameOf } from '../../running/contract-frame.js';
import { engineFor } from '../../running/engine-for.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface ViewOptions extends Omit<ViewNames, 'only'> {
  readonly contract: string;
  readonly view: string;
  /** `status=paid,shipped`; null: all orders. */
  readonly only: string | null;
}

/** `concord view`: writes a shipped view into a contract, under the names of its data, and shows the definitions to go with it. */
export async function writeView(context: CommandContext, options: ViewOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  const folder = `contracts/${contract.id}/views`;
  const view = SHIPPED_VIEWS.find((name) => name === options.view);
  if (view === undefined) {
    const params = { found: options.view, expected: SHIPPED_VIEWS };
    return failed([issue('unknown-view', inNoFile('view'), params)], new Map(), 2);
  }
  const names: ViewNames = { ...options, only: onlyOf(options.only) };
  const refused = refusedName(names);
  if (refused !== null) return failed([issue('view-name', inNoFile('view'), { found: refused })], new Map(), 2);
  const unfit = noBigqueryColumn(names);
  if (unfit !== null && engineFor(context, contract) === 'bigquery') {
    return failed([issue('view-name-bigquery', inNoFile('view'), { found: JSON.stringify(unfit) })], new Map(), 2);
  }
  const { duckdb, bigquery } = shippedView(view, names);
  const texts = new Map([
    [`${folder}/${view}.duckdb.sql`, duckdb],
    ...(bigquery === null ? [] : [[`${folder}/${view}.bigquery.sql`, bigquery] as const]),
  ]);
  for (const path of texts.keys()) {
    if ((await context.files.read(path)) !== null) return failed([issue('file-exists', inFile(path), { path })], new Map(), 2);
  }
  for (const [path, text] of texts) await context.files.write(path, text);
  const written = [...texts.keys()];
  // The contract's own text says it, also while a view that is in no definition yet keeps it from being whole.
  const { zone } = await frameOf(context, contract.id);
  const definitions = viewDefinitions(view, names, zone);
  const blocks: Report['blocks'] = (locale) => [
    toldLines(
      commandText('view-written', locale),
      ...written.map((path) => toldLine(code(path), 1)),
      ...(unfit === null ? [] : [commandText('view-no-bigquery', locale, { name: JSON.stringify(unfit) })]),
      commandText('view-next', locale, { contract: contract.id }),
    ),
    { kind: 'break' },
    { kind: 'code', language: 'yaml', text: definitions },
    ...(hasOwnFreshness(names) ? [] : [toldLines(commandText('view-no-freshness', locale))]),
    ...(names.kind === 'wall' ? [toldLines(commandText('view-zone', locale, { zone }))] : []),
  ];
  return { ended: 0, report: { document: () => ({ written, definitions }), blocks } };
}

/** `column=value,value`; what is wrong with it is found with the names. */
function onlyOf(written: string | null): ViewNames['only'] {
  if (written === null) return null;
  const [column = '', ...values] = written.split('=');
  return { column, values: values.join('=').split(',') };
}
