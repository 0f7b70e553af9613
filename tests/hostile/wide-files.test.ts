import { expect, test } from 'vitest';
import { see } from '../../src/intake/sight.js';

/*
 * A file of a data folder is its owner's alone. One of very many columns took minutes, in which no other contract was settled. Processor
 * time against that of a file with an eighth of the columns: what is looked up per column by going through all of them takes 64 times as long.
 */
const table = (columns: number): string => {
  const every = (entry: (index: number) => string) => Array.from({ length: columns }, (_, index) => entry(index)).join(',');
  return `day,${every((index) => `c${index}`)}\n2026-01-01,${every(() => 'a')}\n2026-01-02,${every(() => '5.5')}\n`;
};

async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('a file of 16,000 columns is looked at in proportion to its length', async () => {
  const look = (columns: number) => () => {
    const seen = see({
      name: 'a.csv',
      packed: false,
      form: 'text',
      head: Buffer.from(table(columns)),
      tail: null,
      sheet: null,
      sheets: [],
    });
    expect('columns' in seen && seen.columns.length).toBe(columns + 1);
  };
  await cost(look(500));
  const few = await cost(look(2_000));
  expect(await cost(look(16_000))).toBeLessThan(few * 24);
});
