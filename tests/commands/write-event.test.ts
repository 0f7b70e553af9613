import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeEvent } from '../../src/commands/run/event.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { contextFor, printed } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';

/* What `concord event` makes of `name=value`: the file says what was typed, to the last digit, or is not written. */

const GOLDEN = new URL('../golden/payments-and-corrections/contracts/tea-account/', import.meta.url);
const FOLDER = 'contracts/tea-account';
const FILE = `${FOLDER}/events/2026-02-02-payment.yaml`;

const data = fileURLToPath(new URL('../../data/', GOLDEN));

function contractTexts(): Map<string, string> {
  return new Map(['contract.yaml', 'definitions.yaml'].map((name) => [`${FOLDER}/${name}`, readFileSync(new URL(name, GOLDEN), 'utf8')]));
}

async function written(...fields: string[]): Promise<{ exitCode: number; lines: string[] | null; output: string }> {
  const texts = contractTexts();
  const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-02' }), files: memoryFiles(texts) };
  const options = { contract: 'tea-account', kind: 'payment', fields: ['on=2026-02-02', ...fields], date: null, slug: null };
  const { exitCode, output } = await printed(context, writeEvent(context, options));
  return { exitCode, output, lines: texts.get(FILE)?.trimEnd().split('\n').slice(2) ?? null };
}

describe('the value of a field', () => {
  test.each([
    ['9007199254740993', '9007199254740993'],
    ['4200.00', '4200.00'],
    ['0.10', '0.10'],
    ['-1e3', '-1e3'],
  ])('%s stays the number that was typed', async (typed, line) => {
    const { exitCode, lines } = await written(`amount=${typed}`, 'reference=wire');
    expect(exitCode).toBe(0);
    expect(lines).toEqual([`amount: ${line}`, 'reference: wire']);
  });

  test.each([
    ['order #17', 'reference: "order #17"'],
    ['!urgent wire', 'reference: "!urgent wire"'],
    ['&a wire', 'reference: "&a wire"'],
    ['*wire', 'reference: "*wire"'],
    ['a: b', 'reference: "a: b"'],
    ['- wire', 'reference: "- wire"'],
    ['"17"', 'reference: "17"'],
    ['汇款 17', 'reference: 汇款 17'],
  ])('%s stays the text that was typed', async (typed, line) => {
    const { exitCode, lines } = await written('amount=5', `reference=${typed}`);
    expect(exitCode).toBe(0);
    expect(lines).toEqual(['amount: 5', line]);
  });

  test('of two lines stays two lines, and adds no field', async () => {
    expect((await written('amount=5', 'reference=wire\nparty: brand')).lines).toEqual([
      'amount: 5',
      'reference: |-',
      '  wire',
      '  party: brand',
    ]);
  });

  test.each([
    [['amount=5', 'amount=6', 'reference=wire'], 'duplicate-key'],
    [['amount=5', 'reference=wire', 'kind=dispute'], 'duplicate-key'],
    [['amount=0x10', 'reference=wire'], 'number-form'],
    [['amount=five', 'reference=wire'], 'wrong-form'],
    [['amount=5', 'reference='], 'wrong-form'],
    [['amount=5', 'reference=wire', '__proto__=1'], 'unknown-field'],
    [['amount=5', 'reference=wire', 'amount'], 'event-field'],
    [['amount=5.001', 'reference=wire'], 'not-minor-unit'],
  ])('%s: nothing is written', async (fields, code) => {
    const { exitCode, lines, output } = await written(...fields);
    expect(exitCode).not.toBe(0);
    expect(lines).toBeNull();
    expect((JSON.parse(output) as { issues: { code: string }[] }).issues.map((issue) => issue.code)).toEqual([code]);
  });
});

describe('what is said of a written event', () => {
  const said = async (commit: string | null, ...before: [name: string, party: string][]) => {
    const texts = contractTexts();
    for (const [name, party] of before) {
      texts.set(`${FOLDER}/events/${name}.yaml`, `kind: payment\nparty: ${party}\namount: 5.00\non: 2026-02-02\nreference: wire\n`);
    }
    const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-02' }), files: memoryFiles(texts), commit };
    const fields = ['party=brand', 'on=2026-02-02', 'amount=5', 'reference=wire'];
    const { report, issues = [] } = await writeEvent(context, { contract: 'tea-account', kind: 'payment', fields, date: null, slug: null });
    const lines = (locale: 'en' | 'zh') =>
      (report?.blocks(locale) ?? []).flatMap((block) =>
        block.kind === 'lines' ? block.lines.map((line) => line.text.map(({ text }) => text).join('')) : [],
      );
    return { en: lines('en'), zh: lines('zh'), codes: issues.map(({ code }) => code) };
  };

  test('in a checkout of git: how it comes to count, and what then happens', async () => {
    const { en, zh } = await said('a1b2c3');
    expect(en.slice(1)).toEqual([
      'It counts once it is merged: `concord propose --title "…"`. The next statement sets it against what is owed, the oldest first.',
    ]);
    expect(zh.slice(1)).toEqual(['合并后生效：`concord propose --title "…"`。下一份结算单以此冲抵应付款项，先到期的先冲抵。']);
    expect((await said(null)).en).toEqual([`wrote ${FILE}`]);
  });

  test('a payment that the same party has filed before counts twice, and is warned of; from the other party it counts once', async () => {
    expect((await said(null, ['2026-02-02-paid', 'brand'])).codes).toEqual(['payment-filed-before']);
    expect((await said(null, ['2026-02-02-paid', 'provider'])).codes).toEqual([]);
  });
});

describe('an event that the ledger rules out', () => {
  test('is refused before it is written: settling would refuse it', async () => {
    const texts = contractTexts();
    const at = (asOf: string) => ({ ...contextFor({ root: '/nowhere', asOf, data }), files: memoryFiles(texts) });
    await settleDue(at('2026-02-05'), { contract: null, period: null, preview: false });
    const fields = ['party=brand', 'period=2026-01', 'line=base', 'claimed=900', 'reason=late', 'evidence=[mail]'];
    const dispute = (date: string) =>
      printed(at(date), writeEvent(at(date), { contract: 'tea-account', kind: 'dispute', fields, date, slug: null }));
    const late = await dispute('2026-02-16');
    expect(late.exitCode).toBe(1);
    expect(late.output).toContain('dispute-too-late');
    expect(texts.has(`${FOLDER}/events/2026-02-16-dispute.yaml`)).toBe(false);
    expect((await dispute('2026-02-15')).exitCode).toBe(0);
  });
});
