import { money, moneyText, subtractMoney } from '../kernel/money.js';
import type { CarriedLine } from '../settlement/line-life.js';
import type { Line, Scorecard, StatementBody } from '../settlement/model.js';
import { type Block, type Inline, type ListItem, text } from './blocks.js';
import { unresolvedDisputes } from './event-facts.js';
import { grouped, moneyFigure } from './figures.js';
import { linkToForm, thenLink } from './form-links.js';
import { lineName } from './line-names.js';
import { sentenceSeparator } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** Disputed lines, those of earlier statements too: what was computed and claimed, what is set aside, how it ends. */
export function disputeSection(card: StatementBody, context: ReportContext, words: Wording): Block[] {
  const items = [...card.lines.flatMap((line) => ownItem(line, card, context, words)), ...earlierItems(card, context, words)];
  if (items.length === 0) return [];
  const { days } = words.terms.contract.disputes;
  return [
    { kind: 'heading', text: words.say('disputed') },
    { kind: 'list', items },
    { kind: 'paragraph', text: text(words.say('disputedEnd', { days, twice: days * 2 }), 'dim') },
  ];
}

function ownItem(line: Line, card: Scorecard, context: ReportContext, words: Wording): ListItem[] {
  if (line.state !== 'disputed' || line.computed === undefined || line.claimed === undefined) return [];
  const aside = difference(line.computed, line.amount, card.currency);
  const computed = words.say('disputedAs', { computed: grouped(line.computed), claimed: grouped(line.claimed) });
  const reason = line.reason === null ? [] : text(words.reason(line.reason), 'warn');
  const note = text([computed, words.say('setAside', { amount: moneyFigure(aside, card.currency) })].join(sentenceSeparator(words.locale)));
  return [{ text: titled(words.line(line.id), reason, words), notes: [note, ...waysOut(line.reason?.with.event, card, context, words)] }];
}

/** How the parties end it: the forms of a resolution and of the expert, for this very dispute. */
function waysOut(file: string | undefined, { contract }: Scorecard, context: ReportContext, words: Wording): Inline[] {
  if (file === undefined) return [];
  const link = (id: 'resolution' | 'escalation') => linkToForm(context, id, { contract, answers: file }, words);
  const links = [...link('resolution'), ...thenLink(link('escalation'))];
  return links.length === 0 ? [] : [links];
}

/** Disputes of what earlier statements settled, as long as they are open: nothing else of this statement would tell of them. */
function earlierItems(card: StatementBody, context: ReportContext, words: Wording): ListItem[] {
  const shown = card.lines.filter((line) => line.state === 'disputed').map((line) => line.id);
  return unresolvedDisputes(context).flatMap(({ dispute, lapsesOn }) => {
    const about = lineName(dispute.line);
    const [period, line] = [about.period ?? dispute.period, about.line];
    const isShown = shown.includes(`true-up/${period}/${line}`) || (period === card.period && shown.includes(line));
    const carried = card.carried.lines.find((each) => each.period === period && each.line === line);
    if (lapsesOn <= card.asOf || isShown || carried === undefined) return [];
    const why = words.reason({ code: 'disputed', with: { event: dispute.file, lapsesOn } });
    const name = period === card.period ? words.line(line) : words.line(`${period}/${line}`);
    const notes = [earlierNote(carried, dispute.claimed, card.currency, words), ...waysOut(dispute.file, card, context, words)];
    return [{ text: titled(name, text(why, 'warn'), words), notes }];
  });
}

function earlierNote({ life }: CarriedLine, claim: string, currency: string, words: Wording): Inline {
  const claimed = grouped(moneyText(money(claim, currency)));
  if (life.state === 'held') return text(words.say('earlierHeld', { claimed }));
  if (life.state !== 'disputed') return text(words.say('earlierFrozen', { claimed, amount: moneyFigure(life.amount, currency) }));
  const amount = moneyFigure(difference(life.computed, life.amount, currency), currency);
  return text(words.say('earlierDisputed', { computed: grouped(life.computed), claimed, amount }));
}

function titled(name: Inline, reason: Inline, words: Wording): Inline {
  return [...name, { text: words.say('colon') }, ...reason];
}

function difference(a: string, b: string, currency: string): string {
  return moneyText(subtractMoney(money(a, currency), money(b, currency)));
}
