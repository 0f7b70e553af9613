import { describe, expect, it } from 'vitest';
import { refusedInView, viewAsOf, viewAsPart } from '../../src/query/dialects/bigquery-view.js';

const THEN = "FOR SYSTEM_TIME AS OF TIMESTAMP '2026-02-01T00:00:00Z'";
const past = (text: string, tables = ['acme.shop.orders']) => viewAsOf(text, tables, 'acme', THEN);

describe('a view as a part of a statement', () => {
  it('ends on a line of its own, without its semicolon', () => {
    expect(viewAsPart('SELECT 1 -- one')).toBe('(\nSELECT 1 -- one\n)');
    expect(viewAsPart("SELECT ';' ; # two\n")).toBe("(\nSELECT ';' \n)");
    expect(viewAsPart('SELECT 1 /* ; */')).toBe('(\nSELECT 1 /* ; */\n)');
  });
});

describe('a view as of an instant', () => {
  it('reads every table then, behind its alias', () => {
    expect(past('SELECT * FROM shop.orders')).toBe(`SELECT * FROM shop.orders ${THEN}`);
    expect(past('SELECT * FROM shop.orders AS o WHERE o.x')).toBe(`SELECT * FROM shop.orders AS o ${THEN} WHERE o.x`);
    expect(past('SELECT * FROM `acme.shop.orders` o JOIN `acme`.shop . orders USING (id)')).toBe(
      `SELECT * FROM \`acme.shop.orders\` o ${THEN} JOIN \`acme\`.shop . orders ${THEN} USING (id)`,
    );
    expect(past('SELECT * FROM shop.orders, shop.items', ['acme.shop.orders', 'acme.shop.items'])).toBe(
      `SELECT * FROM shop.orders ${THEN}, shop.items ${THEN}`,
    );
  });

  it('leaves text and comments alone', () => {
    expect(past("SELECT 'FROM shop.orders' /* FROM shop.orders */ FROM shop.orders -- shop.orders")).toBe(
      `SELECT 'FROM shop.orders' /* FROM shop.orders */ FROM shop.orders ${THEN} -- shop.orders`,
    );
  });

  it('is none where one table would be read as it is now', () => {
    expect(past('SELECT shop.orders FROM shop.orders')).toBeNull();
    expect(past('SELECT * FROM shop.orders JOIN acme-x.shop.orders ON TRUE')).toBeNull();
    expect(past('SELECT * FROM other.orders')).toBeNull();
    expect(past('SELECT * FROM shop.orders', ['acme.shop.orders', 'acme.shop.hidden'])).toBeNull();
    expect(past('SELECT * FROM `shop.events_*`', ['acme.shop.events_1', 'acme.shop.events_2'])).toBeNull();
  });
});

describe('what a view must not use', () => {
  it('is found in any writing', () => {
    expect(refusedInView('SELECT current_timestamp, `RAND`(), Generate_Uuid ( ), @@session.x, ?')).toEqual([
      '?',
      '@@',
      'CURRENT_TIMESTAMP',
      'GENERATE_UUID',
      'RAND',
    ]);
    expect(refusedInView('SELECT AI.GENERATE("x")')).toEqual(['AI.GENERATE']);
  });

  it('is not found in text of any quoting', () => {
    const texts = ["'RAND()'", '"RAND()"', "'''RAND()\n'''", '"""it\'s RAND()"""', "r'\\RAND()'", 'b"RAND()"', "'\\'RAND()'"];
    for (const text of texts) expect(refusedInView(`SELECT ${text} FROM t`), text).toEqual([]);
  });
});

describe('zones in a view', () => {
  it('are refused: BigQuery has a table of its own', () => {
    expect(refusedInView("SELECT DATE(ts, 'America/Vancouver') AS d FROM shop.orders")).toEqual(["'America/Vancouver'"]);
    expect(refusedInView('SELECT EXTRACT(DATE FROM ts AT TIME ZONE tz) AS d FROM shop.orders')).toEqual(['AT TIME ZONE']);
    expect(refusedInView("SELECT EXTRACT(DATE FROM ts AT TIME ZONE 'UTC') AS d, DATE(ts, '+08:00') FROM shop.orders")).toEqual([]);
    expect(refusedInView("SELECT 'a/b' AS x FROM shop.orders")).toEqual([]);
  });
});
