import { loadLogOf } from '../contract/load-log.js';
import type { Terms } from '../contract/model.js';
import { distinct } from '../kernel/objects.js';
import type { Locale } from '../kernel/text.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { FactQuality } from '../settlement/model.js';
import { commandText } from '../words/command-text.js';
import { clockFigure } from './figures.js';
import { sourceName } from './source-name.js';
import { wrongSignsOf, wrongSignWords } from './wrong-sign-words.js';

/**
 * What statements that were just made could not know, below the last of them where nobody overlooks it: data that end before
 * their periods do, days without rows of which nothing says that they brought nothing, and data that have another sign than their
 * formulas expect.
 */
export function unsureLines(made: readonly LedgerEntry[], locale: Locale): string[] {
  // a preview of days to come has no data yet, and that is nothing to tell
  const entries = made.filter(({ statement: { to, asOf } }) => to !== null && to < asOf);
  const last = entries.at(-1);
  if (last === undefined) return [];
  const facts = distinct(entries.flatMap(({ statement }) => statement.facts.filter(({ complete }) => !complete).map(({ id }) => id)));
  return [
    ...facts.map((fact) => endsEarly(fact, entries, last.terms, locale)),
    ...entries.flatMap((entry) => silent(entry, locale)),
    ...wrongly(entries, locale),
  ];
}

function endsEarly(fact: string, entries: readonly LedgerEntry[], terms: Terms, locale: Locale): string {
  const isShort = (each: FactQuality) => each.id === fact && !each.complete;
  const short = entries.filter(({ statement }) => statement.facts.some(isShort)).map(({ statement }) => statement);
  const [first, latest] = [short[0], short.at(-1)];
  const reached = latest?.facts.find(isShort)?.freshAt ?? null;
  const told = terms.definitions.facts.find(({ id }) => id === fact);
  const log = told === undefined ? null : loadLogOf(told);
  const params = {
    contract: terms.contract.id,
    fact,
    first: first?.period ?? '-',
    last: latest?.period ?? '-',
    count: short.length,
    reached: reached === null ? '-' : clockFigure(reached, terms.contract.calendar.timezone),
  };
  const isOne = short.length === 1;
  if (log === null) {
    const code = reached === null ? 'settled-no-data' : isOne ? 'settled-ends-early' : 'settled-ends-early-all';
    return commandText(code, locale, params);
  }
  const code = reached === null ? 'settled-log-empty' : isOne ? 'settled-log-behind' : 'settled-log-behind-all';
  return commandText(code, locale, { ...params, log: log.log, column: log.column });
}

/** Of several periods that have the same wrong sign the last. */
function wrongly(entries: readonly LedgerEntry[], locale: Locale): string[] {
  const found = new Map<string, string>();
  for (const entry of entries) {
    const { statement } = entry;
    for (const wrong of wrongSignsOf(entry)) {
      const told = { contract: statement.contract, ...wrongSignWords(wrong, statement.period, locale) };
      found.set(`${wrong.code}/${wrong.measure}`, commandText('settled-wrong-sign', locale, told));
    }
  }
  return [...found.values()];
}

function silent({ statement, terms }: LedgerEntry, locale: Locale): string[] {
  const isReviewed = terms.contract.review !== null;
  return statement.anomalies.flatMap((anomaly) => {
    if (!('silence' in anomaly) || anomaly.reviewed) return [];
    const { id, measure, day: from, to } = anomaly;
    const params = { contract: statement.contract, id, measure, fact: sourceName(measure, terms), from, to };
    return [commandText(isReviewed ? 'settled-silent-held' : 'settled-silent-zero', locale, params)];
  });
}
