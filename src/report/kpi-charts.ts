import type { KpiResult } from '../settlement/model.js';
import type { Bar, Charted, Tone } from './blocks.js';
import { kpiFigures } from './kpi-figures.js';
import type { Wording } from './wording.js';

/** Where a KPI's actual stands between its levels, in the figures of its table. */
export function kpiBar(kpi: KpiResult, words: Wording): Bar {
  const { actual, threshold, target, stretch, score } = kpiFigures(kpi, words.metric(kpi.metric), words.currency);
  const isLower = words.terms.contract.kpis.find(({ id }) => id === kpi.id)?.better === 'lower';
  // a long bar is no good one where less is better: the target says which way it is
  const side = (value: string) => words.say(isLower ? 'targetLower' : 'targetHigher', { value });
  const level = (name: 'threshold' | 'target' | 'stretch', at: Charted | null) => {
    if (at === null) return [];
    return [
      {
        level: name,
        value: at.value,
        text: name === 'target' ? words.say('targetOf', { value: side(at.text) }) : words.say(name, { value: at.text }),
      },
    ];
  };
  return {
    label: words.kpiTitle(kpi.id),
    value: actual,
    levels: [...level('threshold', threshold), ...level('target', target), ...level('stretch', stretch)],
    ...toned(score.tone),
  };
}

function toned(tone: Tone | undefined): { readonly tone?: Tone } {
  return tone === undefined ? {} : { tone };
}
