import { compareIssues } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { calendarBlocks, calendarOf, type ReportedAgenda } from '../../report/calendar.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { selectContracts } from '../../running/select.js';
import { asOfFor } from '../../running/settlement-run.js';
import { settlerIn } from '../../running/settler.js';
import { agendaOf } from '../../settlement/agenda.js';
import { standingOf } from '../../settlement/standing.js';

/** `concord calendar`: the days of every contract, as far as its files name them. */
export async function showCalendar(context: CommandContext, only: string | null): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, only, 'yet', { until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const asOf = context.asOf ?? context.today('UTC');
  const settler = await settlerIn(context.files);
  const agendas = contracts.flatMap(({ id, folder, ledger }): ReportedAgenda[] => {
    if (folder === null) return [];
    const { terms, events } = folder;
    const input = { terms, events, ledger, asOf: asOfFor(context, terms.contract.calendar.timezone) };
    return [{ contract: id, terms, entries: agendaOf(input, standingOf(input), settler) }];
  });
  const report: Report = {
    document: () => ({
      apiVersion: 'concord/v1',
      kind: 'Calendar',
      asOf,
      contracts: agendas.map(({ contract, entries }) => ({ contract, entries })),
    }),
    blocks: (locale) => calendarBlocks(agendas, asOf, locale),
    calendar: (locale) => calendarOf(agendas, asOf, locale),
  };
  const issues = contracts.filter(({ folder }) => folder === null).flatMap((contract) => contract.issues);
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  return { ended: hasErrors(issues) ? 1 : 0, report, issues: [...issues].sort(compareIssues), texts };
}
