import { print } from '../../media/print.js';
import { refusedName, SHIPPED_VIEWS, shippedView, type ViewNames, viewDefinitions } from '../../query/dialects/shipped-views.js';
import { commandIssue } from '../../running/command-issue.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';
import { commandText } from '../../words/command-text.js';

export interface ViewOptions extends Omit<ViewNames, 'only'> {
  readonly contract: string;
  readonly view: string;
  /** `status=paid,shipped`; null: all orders. */
  readonly only: string | null;
}

/** `concord view`: writes a shipped view into a contract, under the names of its data, and shows the definitions to go with it. */
export async function writeView(context: CommandContext, options: ViewOptions): Promise<CommandResult> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(context, issues, new Map(), 2);
  const folder = `contracts/${contract.id}/views`;
  const view = SHIPPED_VIEWS.find((name) => name === options.view);
  if (view === undefined) {
    const params = { found: options.view, expected: SHIPPED_VIEWS.join(', ') };
    return failed(context, [commandIssue('unknown-view', folder, params)], new Map(), 2);
  }
  const names: ViewNames = { ...options, only: onlyOf(options.only) };
  const refused = refusedName(names);
  if (refused !== null) return failed(context, [commandIssue('view-name', folder, { found: refused })], new Map(), 2);
  const { duckdb, bigquery } = shippedView(view, names);
  const texts = new Map([
    [`${folder}/${view}.duckdb.sql`, duckdb],
    [`${folder}/${view}.bigquery.sql`, bigquery],
  ]);
  for (const path of texts.keys()) {
    if ((await context.files.read(path)) !== null) return failed(context, [commandIssue('file-exists', path, { path })], new Map(), 2);
  }
  for (const [path, text] of texts) await context.files.write(path, text);
  const written = [...texts.keys()];
  const definitions = viewDefinitions(view, names);
  const list = written.map((path) => `  ${path}`).join('\n');
  const next = commandText('view-next', context.locale, { contract: contract.id });
  const text = `${commandText('view-written', context.locale)}\n${list}\n${next}\n\n${definitions}`;
  return print({ ended: 0, report: { document: () => ({ written, definitions }), text: () => text } }, context);
}

/** `column=value,value`; what is wrong with it is found with the names. */
function onlyOf(written: string | null): ViewNames['only'] {
  if (written === null) return null;
  const [column = '', ...values] = written.split('=');
  return { column, values: values.join('=').split(',') };
}
