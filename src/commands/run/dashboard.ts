import { dashboardUrl } from '../../kernel/dashboard-url.js';
import { inFile } from '../../kernel/issue.js';
import { DASHBOARD_TABLES } from '../../kernel/published-tables.js';
import { localText } from '../../kernel/text.js';
import { print } from '../../media/print.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';
import { bigqueryOf } from '../../running/warehouse.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface DashboardOptions {
  readonly contract: string;
  readonly dataset: string;
}

/** `concord dashboard`: the addresses that open a dashboard on the tables which `concord publish` fills. */
export async function dashboard(context: CommandContext, options: DashboardOptions): Promise<CommandResult> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(context, issues, new Map(), 2);
  if (contract.folder === null) return failed(context, contract.issues, contract.texts);
  const cloud = bigqueryOf(context, contract);
  if (cloud === null) {
    return failed(context, [issue('bigquery-no-project', inFile('contracts/workspace.yaml'))], contract.texts, 2);
  }
  const { contract: terms } = contract.folder.terms;
  const { dataset } = options;
  const pages = DASHBOARD_TABLES.map(({ id }) => {
    const title = commandText('dashboard-title', context.locale, { contract: localText(terms.title, context.locale), table: id });
    return { table: id, url: dashboardUrl({ project: cloud.project, dataset, table: id }, title) };
  });
  const lines = pages.flatMap(({ table, url }) => [
    commandText('dashboard-open', context.locale, { contract: contract.id, table }),
    `  ${url}`,
  ]);
  const names = (terms.dashboard?.share ?? []).map((party) => localText(terms.parties[party].name, context.locale));
  const parties = names.join(context.locale === 'zh' ? '、' : ', ');
  const share = names.length === 0 ? [] : [commandText('dashboard-share', context.locale, { parties, dataset })];
  const report = {
    document: () => ({ contract: contract.id, dashboards: pages }),
    text: () => `${[...lines, ...share].join('\n')}\n`,
  };
  return print({ ended: 0, report }, context);
}
