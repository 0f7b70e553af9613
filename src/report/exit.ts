import { clearTitle } from '../contract/line-title.js';
import type { Contract } from '../contract/model.js';
import { addDays } from '../kernel/calendar.js';
import { money, moneyText, negateMoney } from '../kernel/money.js';
import { type Locale, listSeparator, localText, type Params } from '../kernel/text.js';
import { type AccessChange, accessChanges, seenText } from '../provision/access-changes.js';
import type { ExitPlan } from '../provision/exit-plan.js';
import { type AccessTextKey, accessText } from '../words/access.js';
import { checklistText, type ExitTextKey, exitText } from '../words/exit.js';
import { type Block, code, dotted, type Inline, text } from './blocks.js';
import { moneyFigure } from './figures.js';
import { joined } from './wording.js';

/** The handover of a contract: dates, what is left to do, and the commands by which its data is taken out, each on a line to be copied. */
export function exitBlocks(plan: ExitPlan, contract: Contract, locale: Locale): Block[] {
  const telling = tellingOf(plan, contract, locale);
  return [...opening(telling), ...exportBlocks(telling), ...closing(telling)];
}

interface Telling {
  readonly plan: ExitPlan;
  readonly contract: Contract;
  readonly locale: Locale;
  readonly say: (key: ExitTextKey, params?: Params) => string;
}

function tellingOf(plan: ExitPlan, contract: Contract, locale: Locale): Telling {
  return { plan, contract, locale, say: (key, params = {}) => joined(exitText(key, locale, params), locale) };
}

function opening(telling: Telling): Block[] {
  const title = text(localText(telling.contract.title, telling.locale));
  return [
    { kind: 'title', text: text(telling.say('title')), subtitle: title },
    { kind: 'pairs', pairs: dates(telling) },
    ...checklistBlocks(telling),
  ];
}

function closing(telling: Telling): Block[] {
  return [...revokedBlocks(telling), ...finalBlocks(telling)];
}

function dates({ plan, contract, locale, say }: Telling): { label: string; value: Inline }[] {
  const { exit, noticeDays, handoverDays } = plan;
  const { termination } = exit;
  const why =
    termination === null
      ? say('ends.term')
      : say('ends.termination', { party: localText(contract.parties[termination.party].name, locale), cause: termination.cause });
  const from = addDays(exit.endsOn, 1);
  return [
    { label: say('state'), value: text(say(`state.${exit.state}`), 'strong') },
    { label: say('endsOn'), value: dotted([text(exit.endsOn, 'strong'), text(why)]) },
    { label: say('notice'), value: text(noticeDays === null ? say('notice.none') : say('notice.days', { count: noticeDays })) },
    {
      label: say('handover'),
      value: text(handoverDays === 0 ? say('handover.none') : say('handover.days', { from, until: exit.accessUntil, count: handoverDays })),
    },
    { label: say('accessUntil'), value: text(exit.accessUntil, 'strong') },
  ];
}

function checklistBlocks({ plan, locale, say }: Telling): Block[] {
  const heading: Block = { kind: 'heading', text: say('checklist') };
  if (plan.checklist.length === 0) return [heading, { kind: 'paragraph', text: text(say('checklist.none')) }];
  const items = plan.checklist.map((item) => ({
    text: dotted([text(checklistText(item, locale)), text(say('by', { date: plan.exit.accessUntil }), 'dim')]),
    notes: [],
  }));
  return [heading, { kind: 'list', items }];
}

function exportBlocks({ plan, say }: Telling): Block[] {
  const bucket = plan.exports.some(({ command }) => command.includes('$BUCKET'));
  const commands = plan.exports.map(({ what, name, command }) => ({ about: say(`export.${what}`), name, command }));
  return [
    { kind: 'heading', text: say('exports') },
    { kind: 'paragraph', text: text(say('exports.each')) },
    ...(bucket ? [{ kind: 'paragraph' as const, text: text(say('bucket')) }] : []),
    ...(commands.length === 0 ? [] : [{ kind: 'commands' as const, commands }]),
  ];
}

function revokedBlocks({ plan, contract, locale, say }: Telling): Block[] {
  const heading: Block = { kind: 'heading', text: say('revoked') };
  const lost = accessChanges(plan.revoked, []);
  if (lost.length === 0) return [heading, { kind: 'paragraph', text: text(say('revoked.none')) }];
  const items = lost.map((change) => ({ text: lostText(change, contract, locale), notes: [] }));
  return [heading, { kind: 'paragraph', text: text(say('revoked.at', { at: plan.exit.expiresAt })) }, { kind: 'list', items }];
}

function lostText(change: AccessChange, contract: Contract, locale: Locale): Inline {
  const say = (key: AccessTextKey, params: Params = {}) => accessText(key, locale, params);
  const list = (items: readonly string[]) => items.join(listSeparator(locale));
  return dotted([
    text(localText(contract.parties[change.party].name, locale), 'strong'),
    code(list(change.members)),
    text(seenText(change, say, list)),
  ]);
}

function finalBlocks(telling: Telling): Block[] {
  const { plan, say } = telling;
  const { state, settledTo, finalPeriod, finalDueOn, openLines, balance } = plan.final;
  const params = { period: settledTo ?? '-', last: finalPeriod, due: finalDueOn };
  const lines = openLines.map(({ line }) => openLine(line, telling)).join(listSeparator(telling.locale));
  return [
    { kind: 'heading', text: say('final') },
    { kind: 'paragraph', text: text(say(`final.${state}`, params), state === 'final' ? 'good' : undefined) },
    ...(openLines.length === 0 ? [] : [{ kind: 'paragraph' as const, text: text(say('openLines', { lines }), 'warn') }]),
    ...(balance === null
      ? []
      : [{ kind: 'pairs' as const, pairs: [{ label: say('balance'), value: text(balanceText(balance, telling)) }] }]),
  ];
}

/** A line with its period, which only one about an earlier period has in its name. */
function openLine(line: string, { plan, contract, locale }: Telling): string {
  const isOfAnother = /(^|\/)\d{4}-/.test(line);
  return clearTitle(contract.fees, isOfAnother ? line : `${plan.final.settledTo}/${line}`, locale);
}

function balanceText(balance: string, { contract, locale, say }: Telling): string {
  const amount = money(balance, contract.currency);
  if (amount.minor === 0n) return say('balance.even');
  const owes = amount.minor > 0n ? 'brand' : 'provider';
  const size = moneyText(owes === 'brand' ? amount : negateMoney(amount));
  return say(`balance.${owes}`, {
    [owes]: localText(contract.parties[owes].name, locale),
    amount: moneyFigure(size, contract.currency),
  });
}
