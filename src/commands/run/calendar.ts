import type { Outcome, Report } from '../../media/outcome.js';
import { calendarBlocks, calendarOf } from '../../report/calendar.js';
import type { CommandContext } from '../../running/context.js';
import { filedContracts } from '../../running/filed-contracts.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { reckonedFor } from '../../running/reckoned.js';
import { selectContracts } from '../../running/select.js';
import { settlerIn } from '../../running/settler.js';
import { agendaOf } from '../../settlement/agenda.js';
import { standingOf } from '../../settlement/standing.js';

/** `concord calendar`: the days of every contract, as far as its files name them. */
export async function showCalendar(context: CommandContext, only: string | null): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, only, 'yet', { evidence: false, until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const settler = await settlerIn(context.files);
  const { readable, unread, issues, texts } = filedContracts(context, contracts);
  const agendas = readable.map(({ contract, input }) => {
    return { contract, terms: input.terms, asOf: input.asOf, entries: agendaOf(input, standingOf(input), settler) };
  });
  const { days, asOf } = reckonedFor(
    context,
    agendas.map(({ terms }) => terms),
  );
  const report: Report = {
    document: () => ({
      apiVersion: 'concord/v1',
      kind: 'Calendar',
      asOf,
      contracts: agendas.map(({ contract, entries }) => ({ contract, entries })),
    }),
    blocks: (locale) => calendarBlocks(agendas, days, locale, unread),
    calendar: (locale) => calendarOf(agendas, asOf, locale),
  };
  return { ended: hasErrors(issues) ? 1 : 0, report, issues, texts };
}
