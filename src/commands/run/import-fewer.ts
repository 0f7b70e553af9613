import type { Definitions, Measure } from '../../contract/model.js';
import { writtenAlone } from '../../intake/written.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import { definitionsOf, rowsByDay } from '../../running/import-place.js';
import { issue } from '../../words/issue.js';
import { type Comparing, type FileFact, fileFactsOf, monthsRead, onlyOf, spanOf } from './import-declared.js';
import { latestOf } from './import-sights.js';
import { lookedAdditionOf, type Taken } from './import-tables.js';
import { fileNameOf, nameAt, type Old } from './import-taking.js';

/*
 * What a table would lose when files take the place of others. A newer download of the same rows has all of them; one of fewer days would
 * take a part of them away, and what was settled on them back.
 */

/** Days on which the new files of a table have fewer rows than those whose place they take. What cannot be read is compared with nothing. */
export async function fewerRows(
  { sights, table }: Pick<Taken, 'sights' | 'table'>,
  facts: readonly FileFact[],
  olds: readonly Old[],
  comparing: Comparing,
): Promise<Issue[]> {
  const [gone, [first]] = [olds.filter((old) => old.table === table).map(({ path }) => path), sights];
  const definitions = rowsOnly(onlyOf(facts, false));
  if (gone[0] === undefined || first === undefined || definitions === null) return [];
  const { exports } = comparing;
  const before = [];
  for (const path of gone) before.push(await latestOf(exports, path, facts[0]?.source.format?.sheet ?? null));
  const seen = [...before.filter((sight) => sight !== null), ...sights.map(({ sight }) => sight)];
  const months = spanOf(seen.flatMap((sight) => facts.flatMap((fact) => monthsRead(sight, fact) ?? [])));
  const rowsOf = async (paths: readonly string[], name: string) => {
    const [path = '', ...others] = paths;
    const alone = await exports.alone(path, `${table.replace('.', '/')}/${name}`, others);
    try {
      return await rowsByDay(comparing.context, definitions, { data: alone.data, frame: comparing.frame, months });
    } finally {
      await alone.remove();
    }
  };
  const old = await rowsOf(gone, nameAt(gone[0]));
  const paths = sights.map(({ path }) => path);
  const now = old === null ? null : await rowsOf(paths, fileNameOf(first.sight));
  if (old === null || now === null) return [];
  // of several times of a row, the one that shows most
  const lost = old.map((days, index) =>
    [...days].flatMap(([day, rows]) => (rows > (now[index]?.get(day) ?? 0) ? [{ day, rows: rows - (now[index]?.get(day) ?? 0) }] : [])),
  );
  const rows = (days: (typeof lost)[number]): number => days.reduce((sum, each) => sum + each.rows, 0);
  const [most = []] = lost.toSorted((a, b) => rows(b) - rows(a));
  const [day] = most.map((each) => each.day).toSorted();
  if (day === undefined) return [];
  const { name } = first.sight;
  return [issue('import-fewer', inFile(name), { file: name, old: gone.map(nameAt), count: rows(most), days: most.length, day })];
}

/** The same of all tables that are taken in, by what is declared of them or else drafted. */
export async function fewerIn(
  taken: readonly Taken[],
  declared: readonly FileFact[],
  olds: readonly Old[],
  comparing: Comparing,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const each of taken) {
    const own = declared.filter(({ source }) => source.table === each.table);
    const facts = own.length > 0 ? own : fileFactsOf(definitionsOf(writtenAlone([lookedAdditionOf(each)])));
    issues.push(...(await fewerRows(each, facts, olds, comparing)));
  }
  return issues;
}

/** The rows of facts by each time that measures read; null: none is read. */
function rowsOnly(definitions: Definitions | null): Definitions | null {
  if (definitions === null) return null;
  const times = new Map<string, Measure>();
  for (const measure of definitions.measures) times.set(JSON.stringify([measure.of, measure.when]), measure);
  const measures = [...times.values()].map(({ of, when, clause, definition }, index): Measure => {
    return { id: `rows_${index}`, definition, of, when, clause, aggregate: { count: 'rows' }, where: null, currency: null, nulls: 'zero' };
  });
  return measures.length === 0 ? null : { ...definitions, measures };
}
