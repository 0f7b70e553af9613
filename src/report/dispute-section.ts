import { grouped } from '../kernel/grouped.js';
import { money, moneyText, subtractMoney } from '../kernel/money.js';
import { localText } from '../kernel/text.js';
import { escalatedOn } from '../settlement/disputes.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { type Block, type Inline, type ListItem, text } from './blocks.js';
import { moneyFigure } from './figures.js';
import { linkToForm, thenLink } from './form-links.js';
import { type EarlierDispute, earlierDisputes, type OwnDispute, ownDisputes } from './open-disputes.js';
import { sentenceSeparator } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** Disputed lines, those of earlier statements too: what was computed and claimed, what is set aside, how it ends. */
export function disputeSection(card: StatementBody, context: ReportContext, words: Wording): Block[] {
  const items = [
    ...ownDisputes(card).map((each) => ownItem(each, card, context, words)),
    ...earlierDisputes(card, context).map((each) => earlierItem(each, card, context, words)),
  ];
  if (items.length === 0) return [];
  const { days } = words.terms.contract.disputes;
  return [
    { kind: 'heading', text: words.say('disputed') },
    { kind: 'list', items },
    { kind: 'paragraph', text: text(words.say('disputedEnd', { days, twice: days * 2 }), 'dim') },
  ];
}

function ownItem(
  { line, computed, claimed, aside, reason }: OwnDispute,
  card: Scorecard,
  context: ReportContext,
  words: Wording,
): ListItem {
  const isAside = /[1-9]/.test(aside);
  const key = !isAside ? 'disputedNone' : aside === computed ? 'disputedWhole' : 'disputedAs';
  const said = words.say(key, { computed: grouped(computed), claimed: grouped(claimed) });
  const why = reason === null ? [] : text(words.reason(reason), 'warn');
  const more = isAside ? [words.say('setAside', { amount: moneyFigure(aside, card.currency) })] : [];
  const note = text([said, ...more].join(sentenceSeparator(words.locale)));
  const file = reason?.with.event;
  return {
    text: titled(words.line(line), why, words),
    notes: [
      ...whyDisputed(file, context, words),
      note,
      ...againstItself(file, { computed, claimed }, context, words),
      ...waysOut(file, card, context, words),
    ],
  };
}

/** That whoever disputes a line would be worse off by the amount that it claims. */
function againstItself(
  file: string | undefined,
  { computed, claimed }: Pick<OwnDispute, 'computed' | 'claimed'>,
  { events, terms }: ReportContext,
  words: Wording,
): Inline[] {
  const { currency } = terms.contract;
  const event = events.find((each) => each.file === file);
  const more = subtractMoney(money(claimed, currency), money(computed, currency));
  if (event?.kind !== 'dispute' || more.minor === 0n || more.minor > 0n !== (event.party === 'brand')) return [];
  const amount = moneyFigure(moneyText(more).replace('-', ''), currency);
  return [text(words.say('disputedAgainst', { party: words.party(event.party), amount }), 'warn')];
}

/** Who disputes it, and why, in their own words; and that the expert has it. */
function whyDisputed(file: string | undefined, { events }: ReportContext, words: Wording): Inline[] {
  const event = events.find((each) => each.file === file);
  if (event?.kind !== 'dispute') return [];
  const { disputes } = words.terms.contract;
  const on = escalatedOn(event, events, disputes.days);
  const expert = localText(disputes.expert, words.locale);
  return [
    text(words.say('disputedWhy', { party: words.party(event.party), reason: event.reason })),
    ...(on === null ? [] : [text(words.say('disputedEscalated', { on, expert }))]),
  ];
}

/** How the parties end it: the forms of a resolution and of the expert, for this very dispute. */
function waysOut(file: string | undefined, { contract }: Scorecard, context: ReportContext, words: Wording): Inline[] {
  if (file === undefined) return [];
  const link = (id: 'resolution' | 'escalation') => linkToForm(context, id, { contract, answers: file }, words);
  const links = [...link('resolution'), ...thenLink(link('escalation'))];
  return links.length === 0 ? [] : [links];
}

/** A dispute of what an earlier statement settled: nothing else of this statement would tell of it. */
function earlierItem(dispute: EarlierDispute, card: StatementBody, context: ReportContext, words: Wording): ListItem {
  const { line, file, lapsesOn } = dispute;
  const why = words.reason({ code: 'disputed', with: { event: file, lapsesOn } });
  const notes = [...whyDisputed(file, context, words), earlierNote(dispute, card.currency, words), ...waysOut(file, card, context, words)];
  return { text: titled(words.line(line), text(why, 'warn'), words), notes };
}

function earlierNote({ computed, claimed: claim, paid, aside, frozenAt, life }: EarlierDispute, currency: string, words: Wording): Inline {
  const claimed = grouped(claim);
  if (life.state === 'held') return text(words.say('earlierHeld', { claimed }));
  if (frozenAt !== null) {
    const figures = { computed: grouped(frozenAt), claimed, amount: moneyFigure(paid, currency) };
    return text(words.say('earlierFrozenAt', figures));
  }
  if (computed === null || aside === null) return text(words.say('earlierFrozen', { claimed, amount: moneyFigure(paid, currency) }));
  const key = /[1-9]/.test(aside) ? 'earlierDisputed' : 'disputedNone';
  return text(words.say(key, { computed: grouped(computed), claimed, amount: moneyFigure(aside, currency) }));
}

function titled(name: Inline, reason: Inline, words: Wording): Inline {
  return [...name, { text: words.say('colon') }, ...reason];
}
