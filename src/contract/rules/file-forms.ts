import type { Issue } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { columnsNamed } from '../fact-columns.js';
import type { Definitions, Fact, TableSource } from '../model.js';
import { quote } from '../quote.js';
import { meantName, suggestion } from '../suggestion.js';
import type { DefinitionsCheck, Rule } from './rule.js';

/*
 * What a definition says of how files are written (`format`, `columns`): that it can be meant, and that everything which is
 * read of such a table has a name there.
 */

/** `format` and `columns` say how a table is written; a view says in its own text what it makes of tables. */
function formsAreOfTables({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  return definitions.facts.flatMap(({ id, source }) => {
    const fact = written.data.facts?.[id];
    if ('table' in source || fact === undefined) return [];
    return (['format', 'columns'] as const).flatMap((field) =>
      fact[field] === undefined
        ? []
        : [issue('form-of-view', written.source.keyAt(['facts', id, field]), { field: quote(field), id: quote(id) })],
    );
  });
}

/** Two marks that are one cannot be told apart; of two ways to find the header one is too many. */
function formatsMakeSense({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  return tables(definitions).flatMap(({ id, source: { format = {} } }) => {
    const at = (field: string) => written.source.at(['facts', id, 'format', field]);
    const issues: Issue[] = [];
    if (format.thousands !== undefined && format.thousands === (format.decimal ?? '.')) {
      issues.push(issue('format-one-mark', at('thousands'), { found: quote(format.thousands) }));
    }
    if (format.skip !== undefined && format.headerStartsWith !== undefined) issues.push(issue('format-two-starts', at('headerStartsWith')));
    return issues;
  });
}

/** Directives of strptime that say when something was, the same on every machine: no names that depend on a locale but English ones. */
const DIRECTIVES = 'YymdjbBHIMSpfz';

/** Whether a way of writing times says a whole date, and where it says an hour of twelve, which half of the day it is of. */
function timesAreWhole({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  return tables(definitions).flatMap(({ id, source: { columns = [] } }) =>
    columns.flatMap(({ name, time }) => {
      if (time === null) return [];
      const fault = timeFault(time);
      if (fault === null) return [];
      return [
        issue('column-time', written.source.at(['facts', id, 'columns', name, 'time']), {
          found: quote(time),
          fault: `@strptime.${fault}`,
        }),
      ];
    }),
  );
}

function timeFault(time: string): 'directive' | 'date' | 'half' | null {
  const found = [...time.matchAll(/%(-?)(.?)/gs)].map(([, , letter = '']) => letter);
  if (found.some((letter) => letter === '' || (letter !== '%' && !DIRECTIVES.includes(letter)))) return 'directive';
  const has = (...letters: string[]) => letters.some((letter) => found.includes(letter));
  if (!has('Y', 'y') || !(has('j') || (has('m', 'b', 'B') && has('d')))) return 'date';
  return has('I') === has('p') ? null : 'half';
}

/** SQL does not tell upper from lower case: two names that differ in nothing else are one. */
function columnNamesDiffer({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  return tables(definitions).flatMap(({ id, source }) => {
    const names = namesOf(source);
    return names.flatMap((name, index) => {
      const other = names.slice(0, index).find((each) => each.toLowerCase() === name.toLowerCase());
      if (other === undefined) return [];
      const isNumber = index === (source.columns?.length ?? 0);
      const at = isNumber ? written.source.at(['facts', id, 'format', 'rowNumber']) : written.source.keyAt(['facts', id, 'columns', name]);
      return [issue('column-name-alike', at, { one: quote(other), other: quote(name) })];
    });
  });
}

/** With `columns` only these names exist. */
function columnsAreNamed({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  return tables(definitions).flatMap((fact) => {
    if (fact.source.columns === undefined) return [];
    const names = namesOf(fact.source);
    return columnsNamed(fact, definitions)
      .filter(({ column }, index, all) => !names.includes(column) && all.findIndex((each) => each.column === column) === index)
      .map(({ column, path }) =>
        issue('column-not-named', written.source.at(path), {
          column: quote(column),
          id: quote(fact.id),
          columns: names.map(quote),
          ...(meantName(column, names) === null ? {} : suggestion(column, names)),
        }),
      );
  });
}

/** The names that a table's columns are given; the row's number is the last. */
function namesOf({ columns = [], format }: TableSource): string[] {
  return [...columns.map(({ name }) => name), ...(format?.rowNumber === undefined ? [] : [format.rowNumber])];
}

function tables({ facts }: Definitions): (Fact & { readonly source: TableSource })[] {
  return facts.flatMap(({ source, ...fact }) => ('table' in source ? [{ ...fact, source }] : []));
}

/** Rules about how files are written. */
export const FILE_FORM_RULES: readonly Rule<DefinitionsCheck>[] = [
  formsAreOfTables,
  formatsMakeSense,
  timesAreWhole,
  columnNamesDiffer,
  columnsAreNamed,
];
