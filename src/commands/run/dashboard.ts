import { dashboardUrl } from '../../kernel/dashboard-url.js';
import { inFile } from '../../kernel/issue.js';
import { DASHBOARD_TABLES } from '../../kernel/published-tables.js';
import { listSeparator, localText } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { code, toldLine, toldLines } from '../../report/blocks.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';
import { bigqueryOf } from '../../running/warehouse.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface DashboardOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  readonly dataset: string;
}

/** `concord dashboard`: the addresses that open a dashboard on the tables which `concord publish` fills. */
export async function dashboard(context: CommandContext, options: DashboardOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const cloud = bigqueryOf(context, contract);
  if (cloud === null) {
    return failed([issue('bigquery-no-project', inFile('contracts/workspace.yaml'))], contract.texts, 2);
  }
  const { contract: terms } = contract.folder.terms;
  const { dataset } = options;
  const pages = DASHBOARD_TABLES.map(({ id }) => {
    const title = commandText('dashboard-title', context.locale, { contract: localText(terms.title, context.locale), table: id });
    return { table: id, url: dashboardUrl({ project: cloud.project, dataset, table: id }, title) };
  });
  const report: Report = {
    document: () => ({ contract: contract.id, dashboards: pages }),
    blocks: (locale) => {
      const opened = pages.flatMap(({ table, url }) => [
        toldLine(commandText('dashboard-open', locale, { contract: contract.id, table })),
        toldLine(code(url), 1),
      ]);
      const names = (terms.dashboard?.share ?? []).map((party) => localText(terms.parties[party].name, locale));
      const share =
        names.length === 0 ? [] : [commandText('dashboard-share', locale, { parties: names.join(listSeparator(locale)), dataset })];
      return [toldLines(...opened, ...share)];
    },
  };
  return { ended: 0, report };
}
