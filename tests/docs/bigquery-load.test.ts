import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leavesOf } from '../../src/contract/filter-leaves.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { KINDS, type Use } from '../../src/query/column-type.js';
import { columnType } from '../../src/shell/bigquery/types.js';
import { REPOSITORY } from '../run-cli.js';

/* Chapter 11 loads the files of chapter 7 with the types that its contract asks for. */

const chapter = (name: string, locale: string) => readFileSync(join(REPOSITORY, `docs/guide/${name}.${locale}.md`), 'utf8');
const files = new Map(
  [...chapter('07-first-contract', 'en').matchAll(/```(?:yaml|csv)\n# ((?:data|contracts)\/\S+)\n([\s\S]*?)```/g)].map(
    ([, path = '', text = '']) => [path, text],
  ),
);
const { folder } = loadContract('first', files);

/** What the definitions do with each column, by table. */
function usesOf(): ReadonlyMap<string, readonly (readonly [column: string, use: Use])[]> {
  const { facts, measures } = folder?.terms.definitions ?? { facts: [], measures: [] };
  return new Map(
    facts.map(({ id, source, grain }) => {
      const own = measures.filter(({ of }) => of === id);
      const columns = own.flatMap(({ aggregate, when, where }): [string, Use][] => [
        ...('sum' in aggregate ? [[aggregate.sum, 'number'] as [string, Use]] : []),
        [when.column, 'time'],
        ...leavesOf(where).map(({ column }): [string, Use] => [column, 'text']),
      ]);
      return ['table' in source ? source.table : '', [...grain.map((column): [string, Use] => [column, 'key']), ...columns]];
    }),
  );
}

describe.each(['en', 'zh'])('in %s', (locale) => {
  const commands = chapter('11-bigquery', locale)
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.startsWith('bq '));
  const loads = commands.filter((line) => line.includes(' load ')).map((line) => line.split(' ').slice(-3));

  test('every table that the contract reads is loaded into a dataset that is made', () => {
    expect(loads.map(([table]) => table).sort()).toEqual([...usesOf().keys()].sort());
    const made = commands.flatMap((line) => / mk --dataset (\w+)$/.exec(line)?.[1] ?? []);
    expect(made.toSorted()).toEqual(loads.map(([table = '']) => table.split('.')[0]).sort());
  });

  test.each(loads)('%s: the columns of its file, each of a type that its use takes', (table = '', path = '', schema = '') => {
    const columns = new Map(schema.split(',').map((each) => each.split(':') as [string, string]));
    expect([...columns.keys()]).toEqual(files.get(path)?.split('\n')[0]?.split(','));
    const uses = usesOf().get(table) ?? [];
    expect(uses.length).toBeGreaterThan(2);
    const unfit = uses.filter(([column, use]) => !KINDS[use].includes(columnType({ name: column, type: columns.get(column) ?? '' }).kind));
    expect(unfit).toEqual([]);
    const command = commands.find((line) => line.endsWith(schema)) ?? '';
    const partition = /--time_partitioning_field=(\w+)/.exec(command)?.[1];
    expect(uses.filter(([, use]) => use === 'time').map(([column]) => column)).toContain(partition);
  });
});
