import { daysInclusive } from '../kernel/calendar.js';
import { termPeriods } from '../kernel/period.js';
import { localText } from '../kernel/text.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { eventValue } from '../words/event-fields.js';
import { witnessText } from '../words/witness.js';
import { owedText } from './balance-section.js';
import { type Block, code, type Inline, text } from './blocks.js';
import { terminationOf } from './event-facts.js';
import { asItStands } from './open-now.js';
import { labelled } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import { witnessesIn } from './witness.js';
import type { Wording } from './wording.js';

/** What kind of document it is, of which period and contract. */
export function titleSection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  const statement = 'carried' in card ? card : null;
  const settled = context.preview === true ? null : statement;
  const title = words.say(titleOf(statement, settled), { period: card.period });
  return [
    { kind: 'title', text: text(title), subtitle: text(localText(words.terms.contract.title, words.locale)) },
    // of a period that is running its own note says so
    ...(settled === null && context.settled === undefined && !('running' in card)
      ? [{ kind: 'paragraph' as const, text: text(words.say('preview'), 'dim') }]
      : []),
    ...(settled?.final === true
      ? [{ kind: 'paragraph' as const, text: text(finalText(asItStands(settled, context), words), 'strong') }]
      : []),
  ];
}

/** That nothing is left to settle; what is settled and not paid is open all the same. */
function finalText(statement: StatementBody, words: Wording): string {
  const owed = owedText(statement, words);
  return owed === null ? words.say('finalStatement') : words.say('finalUnpaid', { owed });
}

/** Parties, days in force, and when it was asked. */
export function headerSection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  const { contract } = words.terms;
  const settled = 'carried' in card && context.preview !== true ? card : null;
  const role = (party: 'brand' | 'provider') => words.say('partyRole', { name: words.party(party), role: words.say(`party.${party}`) });
  const stage = words.say(`stage.${contract.stage}`);
  const asOf =
    settled === null
      ? words.say('asOfPlain', { asOf: card.asOf, stage })
      : words.say('asOfRun', { asOf: card.asOf, stage, run: settled.run });
  const pairs: { label: string; value: Inline }[] = [
    { label: words.say('parties'), value: text(`${role('brand')} · ${role('provider')}`) },
    ...(contract.agreement === null ? [] : [{ label: words.say('agreement'), value: text(contract.agreement.number) }]),
    { label: words.say('inForce'), value: text(daysText(card, words)) },
    ...terminationPair(context, words),
    { label: words.say('asOf'), value: text(asOf) },
    ...witnessPairs(card, context, words),
  ];
  return [{ kind: 'break' }, { kind: 'pairs', pairs }];
}

function titleOf(statement: StatementBody | null, settled: StatementBody | null) {
  if (statement === null) return 'scorecardTitle';
  return settled === null ? 'previewTitle' : 'statementTitle';
}

/** Who ended the term early, and when it ends. */
function terminationPair(context: ReportContext, words: Wording): { label: string; value: Inline }[] {
  const event = terminationOf(context);
  if (event === null) return [];
  const party = text(words.say(`party.${event.party}`));
  return [{ label: words.say('termination'), value: words.inline('terminatedBy', { party, file: code(event.file), on: text(event.on) }) }];
}

/** Who has measured the period independently, and what came of it. */
function witnessPairs(card: Scorecard, context: ReportContext, { locale, party }: Wording): { label: string; value: Inline }[] {
  const { witnesses = witnessesIn(context.events, card) } = context;
  return witnesses.map(({ event, isOfThis }) => {
    const found = isOfThis ? eventValue('result', event.result, locale) : witnessText('other-evidence', locale);
    return { label: witnessText('subtitle', locale), value: text(labelled(party(event.party ?? 'brand'), found, locale)) };
  });
}

function daysText(card: Scorecard, words: Wording): string {
  const { from, to } = card;
  if (from === null || to === null) return words.say('tail');
  const { term, calendar } = words.terms.contract;
  const count = daysInclusive(from, to);
  const all = termPeriods(term, calendar.every).find((period) => period.id === card.period)?.daysInPeriod ?? count;
  const days = count < all ? words.say('daysOf', { count, all }) : count === 1 ? words.say('dayOne') : words.say('dayMany', { count });
  return words.say('inForceDays', { from, to, days });
}
