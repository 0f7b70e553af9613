import { compareIssues, type Issue } from '../../kernel/issue.js';
import type { Party } from '../../kernel/party.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { weeklyMessage } from '../../notification/compose.js';
import { whyReached } from '../../outlook/why.js';
import { ShellError } from '../../ports/failure.js';
import { toldLine, toldLines } from '../../report/blocks.js';
import { unreadBlocks } from '../../report/unread.js';
import type { Weekly } from '../../report/weekly.js';
import type { CommandContext } from '../../running/context.js';
import { unreadAmong } from '../../running/filed-contracts.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { periodFor, scorePeriods } from '../../running/period-score.js';
import { type ReadContract, textsOf } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { settlerIn } from '../../running/settler.js';
import { agendaOf } from '../../settlement/agenda.js';
import { withExamined } from '../../settlement/tasks.js';
import { whyLast } from './site.js';
import { standingIn } from './status.js';

export interface WeeklyOptions {
  /** Null: all of them. */
  readonly contract: string | null;
  /** Null: both parties. */
  readonly for: Party | null;
}

/** `concord notify --weekly`: the week's note of each contract, printed. */
export async function showWeekly(context: CommandContext, options: WeeklyOptions): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract, 'yet', { until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const { notes, issues } = await weeklyNotes(context, contracts);
  const party = options.for ?? 'both';
  const report: Report = {
    document: () => ({
      apiVersion: 'concord/v1',
      kind: 'WeeklyNotes',
      notes: notes.map((note) => ({
        contract: note.contract,
        asOf: note.asOf,
        for: party,
        en: weeklyMessage(note, party, 'en'),
        zh: weeklyMessage(note, party, 'zh'),
      })),
    }),
    blocks: (locale) => [
      ...unreadBlocks(
        unreadAmong(contracts, () => false),
        locale,
      ),
      ...notes.map((note) => {
        const { title, lines } = weeklyMessage(note, party, locale);
        return toldLines(title, ...lines.map(({ text }) => toldLine(text, 1)));
      }),
    ],
  };
  const texts = textsOf(contracts);
  return { ended: hasErrors(issues) ? 1 : 0, report, issues, texts };
}

/**
 * The notes of contracts that have begun and are not over, as of a day: what the running period has come to is measured, all of them
 * together. One that could not be measured has a note without it, and an issue.
 * @param contracts read with their evidence
 */
export async function weeklyNotes(
  context: CommandContext,
  contracts: readonly ReadContract[],
): Promise<{ readonly notes: readonly Weekly[]; readonly issues: readonly Issue[] }> {
  const settler = await settlerIn(context.files);
  const told = contracts.flatMap((contract) => {
    const { standing, tasks } = standingIn(context, contract, settler, null);
    const { folder } = contract;
    if (folder === null || standing === null || standing.state === 'not_begun' || standing.state === 'final') return [];
    return [{ contract, terms: folder.terms, events: folder.events, standing, tasks }];
  });
  const running = told.filter(({ standing }) => standing.running !== null);
  const scored = await scorePeriods(running.map(({ contract }) => ({ context, contract, period: periodFor(context, contract, null) })));
  const cards = new Map(running.map(({ contract }, index) => [contract.id, scored[index]]));
  const issues = scored.flatMap((each) => (each instanceof ShellError || each.card === null ? each.issues : []));
  const unreadable = contracts.flatMap(({ folder, issues: own }) => (folder === null ? own : []));
  const notes = told.map(({ contract, terms, events, standing, tasks: filed }): Weekly => {
    const { asOf } = standing;
    const result = cards.get(contract.id);
    const card = result === undefined || result instanceof ShellError ? null : result.card;
    const tasks = card === null ? filed : withExamined(filed, standing, card, terms.contract);
    const agenda = agendaOf({ terms, events, ledger: contract.ledger, asOf }, standing, settler);
    return { contract: contract.id, terms, asOf, card, why: whyLast(whyReached, contract, asOf), standing, agenda, tasks };
  });
  return { notes, issues: [...unreadable, ...issues].sort(compareIssues) };
}
