import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skeletonOf } from '../../src/kernel/look-alike.js';
import { setSection } from '../../src/report/comment-sections.js';
import { cutApart } from '../../src/report/cut-apart.js';
import { plainText } from '../../src/report/escape.js';
import { lineChanges } from '../../src/report/line-changes.js';
import { FAR_BELOW } from '../far-below.js';
import { changesOf, proposalOf, ROOT, saidOf } from './changed-terms.js';
import { renderProposal } from './rendered.js';

/* Whatever one party changes, the other sees: what was, what will be, where the two differ, and where the rest is. */

const DEFINITION = 'definition: Paid orders';
const defined = (text: string): [string, string] => [DEFINITION, `definition: ${JSON.stringify(text)}`];

test('what the contract’s rules refuse is told with what the gate makes of it, and nothing else is', () => {
  const judged = (edit: readonly [string, string]) =>
    changesOf([edit], [], 'en', 'zh').map((section) =>
      setSection(section).blocks.filter((block) => block.includes('concord/both-parties')),
    );
  // The retainer has no schedule: as of 10 April it would change April, which has begun.
  expect(judged(['amount: 3000', 'amount: 3300']).flat()).toEqual([
    'The contract’s own rules do not allow this. concord/both-parties asks whether both parties approved exactly this text, and does not judge these rules: where both approve, it is agreed.',
    '合同自身的规则不允许此项变更。concord/both-parties 只判定双方是否批准这一文本，不判定这些规则：双方批准即为议定。',
  ]);
  expect(judged(['title: Base', 'title: Basic fee']).flat()).toEqual([]);
});

describe('a change of a text', () => {
  test('short and plain stands in one line', () => {
    expect(saidOf([], [['title: Base', 'title: Basic fee']])).toEqual(['- **fee Basic fee (base) · title** · words', '- Base → Basic fee']);
  });

  test('that holds an arrow of its own does not', () => {
    expect(saidOf([], [['title: Base', 'title: Base → Bonus']])).toEqual([
      '- **fee Base → Bonus (base) · title** · words',
      '- Old text: Base',
      '- New text: Base → Bonus',
    ]);
  });

  const long = (days: string, end: string) =>
    defined(
      `${'Orders that were paid and not returned. '.repeat(30)}Within ${days} days.${' Tests and gifts do not count.'.repeat(30)}${end}`,
    );

  test('in the middle and in the tail of a long one is shown where it is, with how much more there is and where', () => {
    const at = `${ROOT}/definitions.yaml:4`;
    expect(saidOf([long('30', ' End.')], [long('90', ' The end.')])).toEqual([
      '- **measure revenue · definition in words** · definition',
      `- Old text: …nd not returned. Within 30 days. Tests and gifts d…and gifts do not count. End. (2,042 characters more, see ${at})`,
      `- New text: …nd not returned. Within 90 days. Tests and gifts d…and gifts do not count. The end. (2,042 characters more, see ${at})`,
    ]);
    expect(saidOf([long('30', '')], [long('90', '')], 'zh')).toEqual([
      '- **度量 revenue · 文字口径** · 口径',
      `- 原文本：…nd not returned. Within 30 days. Tests and gifts d…（另有 2,065 个字符，见 ${at}）`,
      `- 新文本：…nd not returned. Within 90 days. Tests and gifts d…（另有 2,065 个字符，见 ${at}）`,
    ]);
  });

  test('behind a long one that is put in front of it is shown as well', () => {
    const said = saidOf([defined('Net of tax. Within 30 days.')], [defined(`${'Padding. '.repeat(500)}Net of tax. Within 90 days.`)]);
    expect(said[1]).toBe('- Old text: Net of tax. Within 30 days.');
    expect(said[2]).toMatch(/^- New text: Padding\. .*….*Padding\. Net of tax\. Within 90 days\. \(4,\d{3} characters more, see /);
  });

  test('in more places than are shown says how many', () => {
    const words = (step: string) =>
      defined(Array.from({ length: 9 }, (_, index) => `${step}${index} ${'the same words here '.repeat(8)}`).join(''));
    const said = saidOf([words('old')], [words('new')]);
    expect(said[1]).toContain('old0 ');
    expect(said[1]).toContain('old5 ');
    expect(said[2]).toContain('new5 ');
    expect(said[3]).toBe(`- They differ in 3 more places, see ${ROOT}/definitions.yaml:4`);
  });

  test('in one language shows all languages', () => {
    const [before, after] = ['已付款订单', '已付款订单，退货不计'].map((zh): [string, string] => [
      DEFINITION,
      `definition: { en: Paid orders, zh: ${zh} }`,
    ]);
    expect(saidOf([before ?? ['', '']], [after ?? ['', '']])).toEqual([
      '- **measure revenue · definition in words** · definition',
      '- English, unchanged: Paid orders',
      '- Old text, Chinese: 已付款订单',
      '- New text, Chinese: 已付款订单，退货不计',
    ]);
    expect(saidOf([before ?? ['', '']], [after ?? ['', '']], 'zh').slice(1)).toEqual([
      '- 英文（未变）：Paid orders',
      '- 原文本（中文）：已付款订单',
      '- 新文本（中文）：已付款订单，退货不计',
    ]);
  });

  test.each<[string, string, string, string, string]>([
    ['an invisible character for another', 'Paid\u200borders', 'Paid\u2060orders', 'Paid⟨U+200B⟩orders', 'Paid⟨U+2060⟩orders'],
    ['a joiner', 'Paid orders', 'Paid \u200dorders', 'Paid orders', 'Paid ⟨U+200D⟩orders'],
    ['one space more', 'Paid orders', 'Paid  orders', 'Paid⟨U+0020⟩orders', 'Paid⟨U+0020⟩⟨U+0020⟩orders'],
    ['a line break', 'Paid orders', 'Paid\norders', 'Paid⟨U+0020⟩orders', 'Paid⟨U+000A⟩orders'],
    ['a space at the end', 'Paid orders', 'Paid orders ', 'Paid orders', 'Paid orders⟨U+0020⟩'],
    ['text turned round', 'pay 100', 'pay \u202e001', 'pay 100', 'pay ⟨U+202E⟩001'],
    ['a letter that looks the same', 'Acme orders', 'Асme orders', 'Acme orders', 'А⟨U+0410⟩с⟨U+0441⟩me orders'],
    ['letters of one alphabet that look the same', 'Tier l', 'Tier I', 'Tier l⟨U+006C⟩', 'Tier I⟨U+0049⟩'],
    ['two letters for one', 'modern', 'modem', 'moder⟨U+0072⟩n⟨U+006E⟩', 'modem⟨U+006D⟩'],
    ['a blank of another script', 'Paid orders', 'Paid\u3164orders', 'Paid⟨U+0020⟩orders', 'Paid⟨U+3164⟩orders'],
    ['a variation of a character', 'Paid ✓', 'Paid ✓\ufe0e', 'Paid ✓', 'Paid ✓⟨U+FE0E⟩'],
  ])('by %s is made visible', (_, before, after, old, now) => {
    const said = saidOf([defined(before)], [defined(after)]);
    if (said.length === 2) expect(said[1]).toBe(`- ${old} → ${now}`);
    else expect(said.slice(1)).toEqual([`- Old text: ${old}`, `- New text: ${now}`]);
  });

  test('is never one that nobody sees, whatever the two texts are', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a',
        'а',
        'l',
        'I',
        '1',
        'rn',
        'm',
        ' ',
        '\n',
        '\t',
        '\u00a0',
        '\u200b',
        '\u200d',
        '\u202e',
        '\ufe0f',
        '\u3164',
        '款',
        '一',
        'ー',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constant('the same words '.repeat(30)),
    );
    const textOf = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').normalize('NFC'));
    const seen = (pieces: readonly string[]) => plainText(pieces.join('')).trim();
    fc.assert(
      fc.property(textOf, textOf, fc.constantFrom(60, 240, Number.POSITIVE_INFINITY), (before, after, most) => {
        fc.pre(before !== after);
        const pair = cutApart(before, after, most);
        const [old, now] = [seen(pair.before.pieces), seen(pair.after.pieces)];
        expect(old).not.toBe(now);
        expect(skeletonOf(old)).not.toBe(skeletonOf(now));
      }),
      { numRuns: 1_000 },
    );
  });

  test('of the largest texts is told at once', () => {
    const [before, after] = ['a ', 'b '].map((unit) => unit.repeat(130_000));
    const start = process.cpuUsage();
    cutApart(before ?? '', after ?? '', 240);
    lineChanges((before ?? '').replaceAll(' ', '\n'), (after ?? '').replaceAll(' ', '\n'), 30, 160);
    // Computing time, which other work on the machine does not lengthen.
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(FAR_BELOW);
  });
});

describe('a change of a figure', () => {
  test('is shown with every digit that it has', () => {
    expect(saidOf([['target: 10000', 'target: 10000.001']], [['target: 10000', 'target: 10000.002']])[1]).toBe(
      '- USD 10,000.001 → USD 10,000.002 · 2026-01 to 2026-12',
    );
    const tiers = (share: string): [string, string] => [
      '  - { id: base,',
      `  - { id: more, kind: commission, base: gmv, tiers: { 0: ${share} }, mode: marginal, accumulate: term }\n  - { id: base,`,
    ];
    expect(saidOf([tiers('7.123456%')], [tiers('7.123457%')])[1]).toBe(
      '- from 0.00: 7.123456% → from 0.00: 7.123457% · 2026-01 to 2026-12',
    );
  });

  test('that people write is no number', () => {
    const agreed = (number: string): [string, string] => [
      'currency: USD',
      `agreement: { number: "${number}", sha256: ${'ab'.repeat(32)}, prevails: document }\ncurrency: USD`,
    ];
    expect(saidOf([agreed('0012')], [agreed('12')])[1]).toBe('- 0012 → 12');
  });
});

describe('a view', () => {
  const FILE = `${ROOT}/views/paid_orders.duckdb.sql`;
  test('is shown by its lines, old and new, with their numbers', () => {
    expect(saidOf([], [["WHERE state = 'paid'\n", "WHERE state IN ('paid', 'test')\n  AND amount < 1000000\n"]])).toEqual([
      '- **view paid_orders · text for DuckDB** · definition',
      `- ${FILE}, line by line (− old, + new):`,
      "- − 3: `WHERE state = 'paid'`",
      "- \\+ 3: `WHERE state IN ('paid', 'test')`",
      '- \\+ 4: AND amount &lt; 1000000',
    ]);
  });

  test('whose long line changes at its end is cut where it changes', () => {
    const line = (end: string): [string, string] => ["'paid'\n", `'paid' AND kind IN (${"'regular order', ".repeat(40)}${end})\n`];
    const said = saidOf([line("'gift'")], [line("'gift', 'test'")]);
    expect(said.slice(2)).toEqual([
      `- − 3: … 'regular order', 'gift') (696 characters more, see ${FILE}:3)`,
      `- \\+ 3: … 'regular order', 'gift', 'test') (696 characters more, see ${FILE}:3)`,
    ]);
  });

  test('whose lines end otherwise shows by what', () => {
    expect(saidOf([], [["= 'paid'\n", "= 'paid' \n-- \u202eTON\n"]]).slice(2)).toEqual([
      "- − 3: `WHERE state = 'paid'`",
      "- \\+ 3: WHERE state = 'paid'⟨U+0020⟩",
      '- \\+ 4: -- ⟨U+202E⟩TON',
    ]);
  });

  test('of many changed lines says how many more there are, and where', () => {
    const added = Array.from({ length: 50 }, (_, index) => `-- line ${index}\n`).join('');
    const said = saidOf([], [["'paid'\n", `'paid'\n${added}`]], 'zh');
    expect(said).toHaveLength(2 + 30 + 1);
    expect(said[1]).toBe(`- ${FILE} 逐行对比（− 原文本，+ 新文本）：`);
    expect(said.at(-1)).toBe(`- 另有 20 行，见 ${FILE}:34`);
  });
});

describe('a whole contract', () => {
  test('that is new is told clause by clause', () => {
    const [main, clauses, ...others] = changesOf([['title: Base', `title: ${'Long '.repeat(100)}`]], null, 'en').map(setSection);
    expect(main?.blocks.join('\n')).toContain('- **the whole contract** · added · money');
    expect(clauses?.title).toBe('acme-linkstar · Every clause of the contract: 19');
    expect(others).toEqual([]);
    const said = clauses?.blocks.flatMap((block) => block.split('\n').map((line) => line.trim())) ?? [];
    expect(said).toContain(
      '- name: Acme; signatories: alice; approvals required: 1; access: may query the views: none; may see the dashboard: none',
    );
    expect(said).toContain(
      '- title: Sales; metric: gmv; owner: provider; better: higher; weight: 100%; target: USD 10,000.00; threshold: 0.5x; cap: 100%; when missing: held',
    );
    // A long title does not push the amount out.
    expect(said.find((line) => line.includes('kind: retainer'))).toMatch(
      /^- title: (Long )+Lo…g( Long)+; kind: retainer; amount: USD 3,000\.00; by days in force: yes \(426 characters more, see contracts\/acme-linkstar\/contract\.yaml:21\)$/,
    );
    expect(said).toContain("- \\+ 3: `WHERE state = 'paid'`");
  });
});

describe('a terminal', () => {
  test('shows the same', () => {
    const proposal = proposalOf([defined('Paid\u200borders')], [defined(`${'Padding. '.repeat(200)}Paid\u2060orders`)]);
    const shown = renderProposal(proposal, 'zh', { color: false, width: 100 });
    expect(shown).toContain('原文本：Paid⟨U+200B⟩orders');
    expect(shown.replace(/\s+/g, '')).toMatch(/Paid⟨U\+2060⟩orders（另有1,\d{3}个字符，见contracts\/acme-linkstar\/definitions\.yaml:4）/);
  });
});

describe('numbers that are agreed on', () => {
  const RETAINER = '  - { id: base, kind: retainer, title: Base, amount: 3000 }\n';
  const rates = ['1%', '2%', '3%', '4%', '50%', '6%', '7%', '8%', '9%', '10%', '11%', '12.345678%'];
  const tiers = rates.map((rate, index) => `from ${index * 100000}: ${rate}`).join(', ');
  const shown = rates
    .map((rate, index) => `from ${index === 0 ? '0.00' : `${(index * 100000).toLocaleString('en')}.00`}: ${rate}`)
    .join(', ');

  test('of a fee that is added are all shown, whatever stands before them', () => {
    const title = 'Commission on the net revenue of the shop, which is a long name for a fee that has as many rates as this one';
    const added = `${RETAINER}  - { id: sales2, title: ${JSON.stringify(title)}, kind: commission, base: gmv, tiers: { ${tiers} } }\n`;
    const [head, told] = saidOf([], [[RETAINER, added]]);
    expect(head).toContain('(sales2)** · added');
    expect(told).toContain(`tiers: ${shown};`);
  });

  test('of a schedule that is added', () => {
    const bet =
      '{ id: bet, kind: wager, metric: gmv, better: higher, target: 150000, over: quarter, deadband: 30000, rate: { 2026-01: 0%, 2026-07: 3% }, limit: { 2026-01: 98765, 2026-07: 10000 }, onEarlyEnd: scale }';
    const [, told] = saidOf([], [[RETAINER, `${RETAINER}  - ${bet}\n`]]);
    expect(told).toContain('limit: 2026-01: USD 98,765.00, 2026-07: USD 10,000.00');
    expect(saidOf([], [[RETAINER, `${RETAINER}  - ${bet}\n`]], 'zh')[1]).toContain('上限：2026-01: USD 98,765.00、2026-07: USD 10,000.00');
  });

  test('of tiers that change', () => {
    const tiered = (steps: string) => `${RETAINER}  - { id: sales2, kind: commission, base: gmv, tiers: { ${steps} } }\n`;
    const said = saidOf([[RETAINER, tiered('from 0: 3%')]], [[RETAINER, tiered(tiers)]]);
    expect(said[1]).toBe('- Old text: from 0.00: 3%');
    expect(said[2]).toBe(`- New text: ${shown}`);
  });
});
