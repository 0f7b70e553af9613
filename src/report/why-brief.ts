import type { Terms } from '../contract/model.js';
import type { Locale } from '../kernel/text.js';
import type { Why } from '../outlook/why.js';
import { type Block, code, type Inline, type ListItem, text } from './blocks.js';
import { actionItems, dataItems } from './why.js';
import { largestMoves } from './why-kpis.js';
import { type WhyTelling, whyTelling } from './why-telling.js';

/** Of a period that missed a KPI, where to look first: data, actions, what the KPI moved with; nothing where none was missed. */
export function whyBrief(why: Why | undefined, terms: Terms, locale: Locale): Block[] {
  const missed = why?.kpis.filter((kpi) => kpi.missed) ?? [];
  if (why === undefined || missed.length === 0) return [];
  const telling = whyTelling(why, terms, locale);
  const { say } = telling;
  const items = [
    briefly(dataItems(telling), 'data', telling),
    briefly(actionItems(telling), 'actions', telling),
    ...missed.slice(0, 1).flatMap((kpi) => {
      const moves = largestMoves(kpi, telling);
      if (moves === null || kpi.than === null) return [];
      return [text(say('brief.kpi', { kpi: telling.words.kpiTitle(kpi.kpi), period: kpi.than.period, ...moves }))];
    }),
  ];
  const command = code(`concord why ${why.contract} ${why.period}`);
  const see: Inline = [{ text: `${say('brief.see')}${telling.words.say('colon')}` }, ...command];
  return [
    { kind: 'heading', text: say('brief.title') },
    { kind: 'list', items: items.map((each): ListItem => ({ text: each, notes: [] })) },
    { kind: 'paragraph', text: see },
  ];
}

function briefly(items: readonly ListItem[], about: 'data' | 'actions', { say }: WhyTelling): Inline {
  const [first, ...others] = items;
  if (first === undefined) return text(say(`brief.${about}-none`));
  const finding = first.text.map((span) => span.text).join('');
  return text(
    say(`brief.${about}`, { finding: others.length === 0 ? finding : say('brief.more', { first: finding, count: others.length }) }),
  );
}
