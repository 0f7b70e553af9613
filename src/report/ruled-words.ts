import { rational } from '../kernel/rational.js';
import type { RuledKpi } from '../settlement/ruled-kpis.js';
import { percentFigure } from './figures.js';
import type { Wording } from './wording.js';

/** What a rule has made of a KPI, as its state: waived, or scored 0. */
export function ruledState({ reason }: RuledKpi, words: Wording): string {
  return reason.code === 'provider-late' ? words.say('kpi.scored') : words.say('kpi.waived');
}

/** By which event or duty a rule has decided a KPI, and what fees by it pay as. */
export function ruledNote({ reason, paysAs, orMore }: RuledKpi, words: Wording): string {
  const why = words.reason(reason);
  if (reason.code === 'provider-late') return why;
  if (paysAs === null) return words.say('ruledNothing', { why });
  return words.say(orMore ? 'ruledAtLeast' : 'ruledAs', { why, score: percentFigure(rational(paysAs)) });
}
