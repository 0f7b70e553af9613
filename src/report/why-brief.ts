import type { Terms } from '../contract/model.js';
import type { Locale } from '../kernel/text.js';
import type { WhyReached } from '../outlook/why.js';
import type { WhyKpi } from '../outlook/why-kpi.js';
import { type Block, code, type Inline, inlineText, type ListItem, text } from './blocks.js';
import { actionItems, dataItems } from './why.js';
import { largestMoves } from './why-kpis.js';
import { type WhyTelling, whyTelling } from './why-telling.js';

/** Of a period that missed a KPI, where to look first: data, actions, what the KPI moved with; nothing where none was missed. */
export function whyBrief(why: WhyReached | undefined, terms: Terms, locale: Locale): Block[] {
  const missed = why?.kpis.filter((kpi) => kpi.missed) ?? [];
  if (why === undefined || missed.length === 0) return [];
  const telling = whyTelling(why, terms, locale);
  const { say } = telling;
  const items = [
    briefly(dataItems(telling), 'data', telling),
    briefly(actionItems(telling), 'actions', telling),
    ...missed.slice(0, 1).map((kpi) => text(kpiBriefly(kpi, telling))),
  ];
  const command = code(`concord why ${why.contract} ${why.period}`);
  const see: Inline = [{ text: `${say('brief.see')}${telling.words.say('colon')}` }, ...command];
  return [
    { kind: 'heading', text: say('brief.title') },
    { kind: 'list', items: items.map((each): ListItem => ({ text: each, notes: [] })) },
    { kind: 'paragraph', text: see },
  ];
}

/** What the KPI moved with, or why that is not told. */
export function kpiBriefly(kpi: WhyKpi, telling: WhyTelling): string {
  const { say, words } = telling;
  const moves = largestMoves(kpi, telling);
  const than = kpi.tree?.than ?? kpi.than;
  const title = words.kpiTitle(kpi.kpi);
  if (moves !== null && than !== null) {
    const alone = moves.parts === '' ? '-alone' : '';
    if (than.period === null) return say(`brief.kpi-target${alone}`, { kpi: title, ...moves });
    return say(`brief.kpi${alone}`, { kpi: title, period: than.period, ...moves });
  }
  if (kpi.untold === null) return say('brief.kpi-same', { kpi: title, period: kpi.than?.period ?? '' });
  return say('brief.kpi-untold', { kpi: title, reason: say(`kpi.untold.${kpi.untold}`) });
}

function briefly(items: readonly ListItem[], about: 'data' | 'actions', { say }: WhyTelling): Inline {
  const [first, ...others] = items;
  if (first === undefined) return text(say(`brief.${about}-none`));
  const finding = inlineText(first.text);
  return text(
    say(`brief.${about}`, { finding: others.length === 0 ? finding : say('brief.more', { first: finding, count: others.length }) }),
  );
}
