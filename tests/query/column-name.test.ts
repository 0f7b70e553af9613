import { describe, expect, it } from 'vitest';
import { columnName } from '../../src/query/compile-filter.js';
import { bigquery } from '../../src/query/dialects/bigquery.js';
import { duckdb } from '../../src/query/dialects/duckdb.js';
import { render, sql } from '../../src/query/sql.js';

const written = (name: string, dialect = bigquery) => render('column', sql`${columnName(dialect, { name })}`, dialect.placeholder).sql;

describe('a column of a warehouse', () => {
  it('may have a flexible name: it is quoted as it is', () => {
    expect(['Paid at', '付款时间', "Cost 'net'", 'a-b', 'id'].map((name) => written(name))).toEqual([
      '`Paid at`',
      '`付款时间`',
      "`Cost 'net'`",
      '`a-b`',
      '`id`',
    ]);
    expect(written('id', duckdb)).toBe('"id"');
  });

  it('is none whose name could end its quotes, or begin an escape', () => {
    for (const name of ['a`b', 'a"b', 'a\\b', 'a\nb', 'a;b', 'a/*b', '', 'x'.repeat(301)]) {
      expect(() => written(name), JSON.stringify(name)).toThrow(RangeError);
      expect(() => written(name, duckdb), JSON.stringify(name)).toThrow(RangeError);
    }
  });
});
