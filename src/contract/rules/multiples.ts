import type { Issue } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { multipleMeant, sideOf } from '../multiple-meant.js';
import { fieldOf } from '../normalize-value.js';
import { writtenLevels } from './levels-written.js';
import type { TermsCheck } from './rule.js';

/** A threshold or stretch as a plain number, so far from its target that it was probably meant as a multiple of it. */
export function plainLevelsAreNear({ definitions, writtenContract: { data, source } }: TermsCheck): readonly Issue[] {
  return data.kpis.flatMap((kpi, index) => {
    // levels of a share have a % or are refused
    if (definitions.metrics.find(({ id }) => id === kpi.metric)?.unit === 'share') return [];
    const targets = writtenLevels(source, kpi, 'target', []).map(({ text }) => text);
    return (['threshold', 'stretch'] as const).flatMap((field): readonly Issue[] => {
      if (fieldOf(kpi, field) === undefined) return [];
      return writtenLevels(source, kpi, field, ['kpis', index, field]).flatMap(({ path, text }) => {
        const multiple = multipleMeant(text, targets, sideOf(field, kpi.better));
        if (multiple === null) return [];
        const params = { field, found: text, target: targets, corrected: source.corrected(path, { value: multiple }) };
        return [issue('level-as-multiple', source.at(path), params)];
      });
    });
  });
}
