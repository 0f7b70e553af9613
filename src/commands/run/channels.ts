import { vocabulary } from '../../attainment/measures.js';
import type { Terms } from '../../contract/model.js';
import { type Issue, inNoFile } from '../../kernel/issue.js';
import { compare, isDecimal, rational, ZERO } from '../../kernel/rational.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Channel, ChannelsAsked } from '../../outlook/channel-figures.js';
import { spendOf } from '../../outlook/channel-spend.js';
import { type Channels, channelsOf } from '../../outlook/channels.js';
import { settledPeriods } from '../../outlook/settled-period.js';
import { channelsBlocks } from '../../report/channels.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { lookBack } from '../../running/period-entries.js';
import { issue } from '../../words/issue.js';

export interface ChannelsOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** Null: the last that is settled. */
  readonly period: string | null;
  /** Null: `channel`. */
  readonly by: string | null;
  /** Null: the one that the KPIs divide by. */
  readonly spend: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly move: string | null;
}

const CHANNEL = 'channel';

/** `concord channels`: what was spent by channel and what it came to on average. Reads as `why` does; writes nothing, pays nothing. */
export async function channels(context: CommandContext, options: ChannelsOptions): Promise<Outcome> {
  const looked = await lookBack(context, options);
  if (looked.contract === null) return looked.refused;
  const { contract, period, entries, preview, issues } = looked;
  const at = settledPeriods(entries, contract.events);
  const now = at(period);
  if (now === null) return failed(issues, contract.texts);
  const { terms } = now.entry;
  const column = options.by ?? CHANNEL;
  const found = spendOf(vocabulary(terms.contract, terms.definitions), column, options.spend);
  if (!found.told) return failed([untold(terms, column, found)], contract.texts, 2);
  const asked = { column, spend: found.spend, ratios: found.ratios };
  const plain = channelsOf({ ...asked, move: null }, now, at);
  const move = moveOf(options, plain);
  if (move !== null && 'issue' in move) return failed([move.issue], contract.texts, 2);
  const told = move === null ? plain : channelsOf({ ...asked, move }, now, at);
  const report: Report = {
    document: () => ({ ...told, ...(preview === null ? {} : { preview }) }),
    blocks: (locale) => channelsBlocks(told, terms, locale, preview),
  };
  return { ended: 0, report };
}

function untold({ contract }: Terms, column: string, { why, measures }: Exclude<ReturnType<typeof spendOf>, { told: true }>): Issue {
  const params = {
    contract: contract.id,
    column,
    reason: `@channels.${why}`,
    measures: measures.length === 0 ? '@channels.none' : measures,
  };
  return issue('no-channels', inNoFile('channels'), params);
}

/** What is asked to be moved: from a channel with spend, no more than it spent, to another one. Null: nothing is. */
function moveOf(options: ChannelsOptions, found: Channels): NonNullable<ChannelsAsked['move']> | { readonly issue: Issue } | null {
  const { from, to, move } = options;
  if ((from === null && to === null && move === null) || found.total === null) return null;
  const spent = found.channels.filter(({ spend }) => compare(rational(spend), ZERO) > 0);
  const named = (name: string | null): { readonly of: Channel; readonly spend: string } | undefined =>
    spent.find(({ of }) => of !== null && of === name);
  const [source, goal] = [named(from), named(to)];
  const amount = move === null ? null : isDecimal(move) ? rational(move) : ZERO;
  const fits = source !== undefined && (amount === null || (compare(amount, ZERO) > 0 && compare(amount, rational(source.spend)) <= 0));
  if (source !== undefined && goal !== undefined && source !== goal && fits) return { from: source.of, to: goal.of, amount };
  const typed = [
    ['--from', from],
    ['--to', to],
    ['--move', move],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  const expected = spent.flatMap(({ of, spend }) => (of === null ? [] : [`${of} (${spend})`]));
  return {
    issue: issue('not-a-move', inNoFile('move'), {
      found: typed.join(' '),
      period: found.period,
      expected: expected.length === 0 ? '–' : expected,
    }),
  };
}
