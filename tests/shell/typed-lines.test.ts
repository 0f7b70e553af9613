import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { typedLines } from '../../src/shell/terminal/typed-lines.js';

function terminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  return { input, lines: typedLines(input, output, 'nothing was written'), shown: () => shown };
}

test('lines that are pasted at once answer one question each, in their order', async () => {
  const { input, lines, shown } = terminal();
  const first = lines.ask('Brand? ');
  input.write('Northlight\r\nAgency\nUS');
  expect(await first).toBe('Northlight');
  expect(await lines.ask('Provider? ')).toBe('Agency');
  const third = lines.ask('Currency? ');
  input.write('D\n');
  expect(await third).toBe('USD');
  expect(shown()).toBe('Brand? Provider? Agency\nCurrency? ');
  lines.close();
});

test('an end of what is typed ends the questions in our words, once what was typed is used up', async () => {
  const { input, lines } = terminal();
  const first = lines.ask('Brand? ');
  input.end('Northlight\nAgency\n');
  expect(await first).toBe('Northlight');
  expect(await lines.ask('Provider? ')).toBe('Agency');
  await expect(lines.ask('Currency? ')).rejects.toThrow('nothing was written');
  await expect(lines.ask('Currency? ')).rejects.toThrow('nothing was written');
});
