import { moneyMeasures } from '../attainment/money-measures.js';
import { grouped } from '../kernel/grouped.js';
import { amountFigure, plainFigure, sumFigure } from './figures.js';
import type { Wording } from './wording.js';

/** A measure's value as people read it: an amount with its currency's digits, anything else as a number. An id may name a currency: `paid CAD`. */
export function measureFigure(id: string, value: string, words: Wording): string {
  const currency = currencyOf(id, words);
  return currency === null ? plainFigure(value) : sumFigure(value, currency);
}

/** The same with all its digits: those of an amount are no fewer than its currency has. */
export function exactMeasure(id: string, value: string, words: Wording): string {
  const currency = currencyOf(id, words);
  return currency === null ? grouped(value) : amountFigure(value, currency);
}

/** What a measure's amounts are in; null where it is no money. */
export function currencyOf(id: string, words: Wording): string | null {
  const [name = id, currency = words.currency] = id.split(' ');
  const { contract, definitions } = words.terms;
  return moneyMeasures(contract, definitions).has(name) ? currency : null;
}

/** Two values of a measure beside each other: with all their digits where they would look alike and are not. */
export function measureFigures(id: string, values: readonly [string | null, string | null], words: Wording): readonly [string, string] {
  const shown = (figure: typeof measureFigure): readonly [string, string] => {
    const [one, other] = values.map((value) => (value === null ? words.say('undefinedValue') : figure(id, value, words)));
    return [one ?? '', other ?? ''];
  };
  const [one, other] = shown(measureFigure);
  return one === other && values[0] !== values[1] ? shown(exactMeasure) : [one, other];
}

/** The same of a measure or a metric by its name, as reconciliations name either; without a currency. */
export function namedFigure(name: string, value: string, words: Wording): string {
  return words.metric(name)?.unit === 'money' ? sumFigure(value, words.currency) : measureFigure(name, value, words);
}
