import { grouped } from '../kernel/grouped.js';
import type { Party } from '../kernel/party.js';
import { listSeparator } from '../kernel/text.js';
import type { Line, Scorecard, StatementBody } from '../settlement/model.js';
import { causesIn } from './causes.js';
import { givenBySilence, reviewsOf, unresolvedDisputes } from './event-facts.js';
import { lineName } from './line-names.js';
import { meanWords } from './mean-words.js';
import { separator } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** Why a line is as it is: its reason in words, with what the events and the statements before tell besides. Null without a reason. */
export function lineReason(line: Line, card: Scorecard | StatementBody, context: ReportContext, words: Wording): string | null {
  const { reason } = line;
  if (reason === null) return null;
  const plain = words.reason(reason);
  const more = (text: string | null) => (text === null ? plain : words.say('withMore', { text: plain, more: text }));
  switch (reason.code) {
    case 'disputed':
      return more(bothAmounts(line, words));
    case 'milestone':
      return silence(line.id, reason.with.on ?? '', card, context, words) ?? plain;
    case 'true-up-acknowledged':
      return more(filesOf(reviewsOf(context, line.id), words));
    case 'decided-mean':
      return more(meanOf(line, context, words));
    case 'commission-term':
      return more(without(line.id, card, context, words));
    case 'dispute-lapsed':
      return more(lapsed(line, card, '', context, words));
    case 'recomputed':
      return more(lapsed(line, card, context.before?.asOf ?? '', context, words));
    default:
      return plain;
  }
}

/** What a disputed line was computed as and what is claimed: its formula comes to the one, and what is paid meanwhile to neither. */
function bothAmounts({ computed, claimed }: Line, words: Wording): string | null {
  if (computed === undefined || claimed === undefined) return null;
  return words.say('bothAmounts', { computed: grouped(computed), claimed: grouped(claimed) });
}

function filesOf(events: readonly { readonly file: string }[], words: Wording): string | null {
  return events.length === 0 ? null : events.map(({ file }) => file).join(listSeparator(words.locale));
}

/** A milestone that nobody answered is given, not accepted. */
function silence(id: string, on: string, card: Scorecard, context: ReportContext, words: Wording): string | null {
  if (givenBySilence(context, id, card.asOf) === null) return null;
  return words.say('givenBySilence', { on, days: context.terms.contract.acceptance.days });
}

/** Of a decided line: the amounts that the mean is of, and that both parties' data are in it. */
function meanOf(line: Line, { before, terms }: ReportContext, words: Wording): string {
  const { period, line: id } = lineName(line.id);
  const parties: readonly (Party | null)[] = causesIn(line.trace, terms).map((cause) => cause.party);
  const both = parties.includes('brand') && parties.includes('provider') ? [words.say('dueToBoth')] : [];
  const periods = meanWords(before?.carried.lines ?? [], id, period ?? '', words);
  return [periods, ...both].join(separator(words.locale));
}

/** Earlier periods that an accumulating total leaves out, since their base was never known. */
function without(id: string, card: Scorecard | StatementBody, { before }: ReportContext, words: Wording): string | null {
  const lines = 'carried' in card ? card.carried.lines : (before?.carried.lines ?? []);
  const left = lines.filter((entry) => entry.line === id && entry.period < card.period && entry.base === undefined);
  if (left.length === 0) return null;
  const periods = left.map(({ period, life }) => words.say(life.state === 'held' ? 'withoutHeld' : 'withoutOther', { period }));
  return words.say('withoutPeriods', { periods: periods.join(listSeparator(words.locale)) });
}

/** Which dispute of the line has been over since when; those that lapsed after a day. */
function lapsed(line: Line, card: Scorecard, after: string, context: ReportContext, words: Wording): string | null {
  const { period, line: id } = lineName(line.id);
  const over = unresolvedDisputes(context).filter(
    ({ dispute, lapsesOn }) =>
      lapsesOn > after &&
      lapsesOn <= card.asOf &&
      (dispute.line === line.id || (dispute.line === id && dispute.period === (period ?? card.period))),
  );
  const last = over.at(-1);
  return last === undefined ? null : words.say('lapsedDispute', { file: last.dispute.file, on: last.lapsesOn });
}
