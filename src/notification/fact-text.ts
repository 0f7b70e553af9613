import type { Terms } from '../contract/model.js';
import { money, moneyText } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import { type Locale, listSeparator, localText } from '../kernel/text.js';
import type { Inline } from '../report/blocks.js';
import { moneyFigure } from '../report/figures.js';
import { linkToForm } from '../report/form-links.js';
import { reminderText } from '../report/reminders.js';
import { askWords } from '../report/status.js';
import { taskForms } from '../report/task-forms.js';
import { heldPoints } from '../report/weekly.js';
import { joined, type Wording, wording } from '../report/wording.js';
import type { Milepost } from '../settlement/agenda.js';
import { isDisputable } from '../settlement/disputable.js';
import { lastDayToResolve } from '../settlement/disputes.js';
import type { StaleFact } from '../settlement/standing.js';
import { notifyText } from '../words/notify.js';
import type { Fact, Proposed } from './facts.js';
import type { MessageLine } from './message.js';

/** What texts of facts are made with. */
export interface FactTelling {
  readonly terms: ReadonlyMap<string, Terms>;
  /** The repository's page on its forge; null where there is none to link to. */
  readonly repository: string | null;
}

/** What the lines of one contract are made with. */
export interface LineTelling {
  readonly words: Wording;
  readonly repository: string | null;
  readonly reader: Party | 'both';
}

/** Facts as lines of a message to a reader, contract by contract, below its name. */
export function factLines(
  facts: readonly Fact[],
  { terms, repository }: FactTelling,
  { locale, reader }: { readonly locale: Locale; readonly reader: Party | 'both' },
): MessageLine[] {
  return [...new Set(facts.map(({ contract }) => contract))].flatMap((contract) => {
    const of = terms.get(contract);
    if (of === undefined) return [];
    const words = wording(of, locale);
    const name = notifyText('contract', locale, { title: localText(of.contract.title, locale), contract });
    const own = facts.filter((fact) => fact.contract === contract);
    return [
      { text: name },
      ...own.flatMap((fact) =>
        linesOf(fact, { words, repository, reader }).map((line) => ({
          ...line,
          text: joined(notifyText('point', locale, { text: line.text }), locale),
        })),
      ),
    ];
  });
}

/** A fact as lines. */
export function linesOf({ contract, what }: Fact, { words, repository, reader }: LineTelling): MessageLine[] {
  const { locale } = words;
  const at = repository === null ? {} : { repository };
  if ('proposed' in what) return [proposedLine(what.proposed, words)];
  if ('ended' in what) {
    const { by, on } = what.ended;
    return [{ text: notifyText('ended', locale, { party: words.party(by), on, contract }) }];
  }
  if ('refused' in what) {
    const { on } = what.refused;
    const text = notifyText('refused', locale, { what: askWords(what.refused, words, locale), on: on ?? '' });
    return [linked(text, linkToForm(at, 'acceptance', { contract, milestone: what.refused.milestone }, words))];
  }
  if ('dispute' in what) {
    const { party, line, period, claimed, lapsesOn } = what.dispute;
    const params = {
      party: words.party(party),
      line: words.clearTitle(line),
      period,
      amount: moneyFigure(moneyText(money(claimed, words.currency)), words.currency),
      on: lastDayToResolve(lapsesOn),
    };
    return [linked(notifyText('disputed', locale, params), linkToForm(at, 'resolution', { contract }, words))];
  }
  if ('witness' in what) {
    const { party, period, until } = what.witness;
    const text = notifyText(until === null ? 'differs' : 'differs.disputable', locale, {
      party: words.party(party),
      period,
      until: until ?? '',
    });
    return [until === null ? { text } : linked(text, linkToForm(at, 'dispute', { contract, period }, words))];
  }
  if ('holds' in what) return heldPoints(what.holds, words).map((point) => ({ text: notifyText('held', locale, { point }) }));
  if ('weekly' in what) return [];
  if ('facts' in what) {
    const facts = what.facts.map((fact) => lateWords(fact, words)).join(listSeparator(locale));
    return [{ text: notifyText('late_data', locale, { period: what.period, facts }) }];
  }
  const { entry, inDays } = what;
  const text = reminderText(entry, inDays, { contract, words, reader });
  if (!('day' in entry.what)) return [linked(text, taskForms(entry.what, { contract, repository, settled: null }, words))];
  return [linked(text, formOfDay(entry.what, contract, at, words))];
}

/** The form by which what a day of the terms asks for is done; nothing where it asks for nothing. */
function formOfDay(post: Milepost, contract: string, at: Parameters<typeof linkToForm>[0], words: Wording): Inline {
  switch (post.day) {
    case 'duty':
      return linkToForm(at, 'duty', { contract, period: post.period, duty: post.duty }, words);
    case 'ask':
      return linkToForm(at, 'acceptance', { contract, milestone: post.milestone }, words);
    case 'notice':
      return linkToForm(at, 'notice', { contract }, words);
    default:
      return [];
  }
}

function linked(text: string, [link]: ReturnType<typeof linkToForm>): MessageLine {
  return link?.href === undefined ? { text } : { text, link: { text: link.text, href: link.href } };
}

function proposedLine({ entry, pullRequest }: Proposed, { locale, terms, currency }: Wording): MessageLine {
  const { period, total, disputableUntil: until } = entry.statement;
  const { silence } = terms.contract.acceptance;
  const params = { period, until, amount: moneyFigure(total, currency) };
  const key = silence === 'accepts' ? 'proposed.silence' : 'proposed.waits';
  const text = notifyText(isDisputable(entry.statement) ? key : `${key}.nothing`, locale, params);
  return { text, link: { text: notifyText('proposed.pull-request', locale, { number: pullRequest.number }), href: pullRequest.url } };
}

function lateWords({ fact, custodian }: StaleFact, words: Wording): string {
  return custodian === null ? fact : notifyText('late.fact', words.locale, { fact, party: words.party(custodian) });
}
