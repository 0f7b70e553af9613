import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeEvent } from '../../src/commands/run/event.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { eventKinds } from '../../src/contract/event-kinds/event-kinds.js';
import type { Locale } from '../../src/kernel/text.js';
import { contextFor, printed } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { once } from '../once.js';

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
  const options = {
    contract: 'tea-account',
    kind: 'payment',
    fields: ['on=2026-02-02', ...fields],
    date: null,
    slug: null,
    repository: null,
  };
  const { exitCode, output } = await printed(context, writeEvent(context, options));
  return { exitCode, output, lines: texts.get(FILE)?.trimEnd().split('\n').slice(2) ?? null };
}

/** What is said of an event that is refused, in a contract with more files of events. */
async function refused(locale: Locale, kind: string, fields: readonly string[], events: Readonly<Record<string, string>> = {}) {
  const texts = contractTexts();
  for (const [name, text] of Object.entries(events)) texts.set(`${FOLDER}/events/${name}`, text);
  const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-02', locale, format: 'pretty' }), files: memoryFiles(texts) };
  const options = { contract: 'tea-account', kind, fields, date: null, slug: null, repository: null };
  return (await printed(context, writeEvent(context, options))).errors;
}

/** A field as it is shown, with what its writer has seen in place of each …. */
function seenIn(field: string): string {
  return field
    .replace(/^(amount|claimed)=…$/, '$1=5')
    .replace(/^evidenceDigest=…$/, `evidenceDigest=sha256:${'0'.repeat(64)}`)
    .replace(/^result=…$/, 'result=different')
    .replaceAll('…', 'seen');
}

describe('what is refused', () => {
  const witness = ['party=brand', 'period=2026-01', 'result=same', 'engine=0.1.0', 'evidenceDigest=sha256:00'];
  const dispute = 'kind: dispute\nparty: brand\nperiod: 2026-01\nline: base\nclaimed: 1\nevidence: [mail]\nreason: late\n';

  test('a second event of a kind and day: it takes a name of its own, and the first is never removed', async () => {
    const filed = { '2026-02-02-payment.yaml': 'kind: payment\nparty: brand\non: 2026-02-02\namount: 1\nreference: A\n' };
    const fields = ['party=brand', 'on=2026-02-02', 'amount=2', 'reference=B'];
    expect(await refused('zh', 'payment', fields, filed)).toContain(
      '修改建议：请用 `--slug` 为本事件另取名称，如 `--slug second`；原文件保留：事件文件不得删除。',
    );
    expect(await refused('en', 'payment', fields, filed)).not.toContain('remove');
  });

  test('a digest of another form: the form is said', async () => {
    expect(await refused('en', 'witness', witness)).toContain('fix: Write sha256: and 64 lower-case hex digits.');
    expect(await refused('zh', 'witness', witness)).toContain('修改建议：改为 sha256: 加 64 位小写十六进制。');
  });

  test('an answer to nothing: no dispute was filed', async () => {
    const fields = ['party=brand', 'answers=2026-01-05-dispute.yaml'];
    expect(await refused('en', 'escalation', fields)).toContain(
      'escalation is about a dispute that was filed, and tea-account has none\n  fix: A dispute is filed first: `concord event dispute` shows what it needs.',
    );
    expect(await refused('zh', 'escalation', fields)).toContain(
      '提交专家（escalation）事件须针对已提交的争议，而 tea-account 没有\n  修改建议：请先提交争议：`concord event dispute` 会列出所需内容。',
    );
  });

  test('an answer to a file that is not there: those that can be answered are known, never the answer itself', async () => {
    const fields = ['party=brand', 'answers=2026-01-05-other.yaml'];
    const events = { '2026-02-01-objection.yaml': dispute };
    expect(await refused('en', 'escalation', fields, events)).toContain('Known here: "2026-02-01-objection.yaml".');
    expect(await refused('zh', 'escalation', fields, events)).toContain('可用的有："2026-02-01-objection.yaml"。');
  });

  test.each(['duty', 'lateness'])('%s where the contract has no duty', async (kind) => {
    expect(await refused('en', kind, [])).toContain(`${kind} is about a duty, and tea-account has none`);
  });

  test.each(['acceptance_request', 'acceptance', 'refusal'])('%s where the contract has no milestone', async (kind) => {
    expect(await refused('en', kind, [])).toContain(`${kind} is about a milestone, and tea-account has none`);
    expect(await refused('zh', kind, [])).toContain('事件须针对里程碑，而 tea-account 没有');
  });
});

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
    [['amount=five', 'reference=wire'], 'value-slip'],
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
  const said = async (repository: string | null, ...before: [name: string, party: string][]) => {
    const texts = contractTexts();
    for (const [name, party] of before) {
      texts.set(`${FOLDER}/events/${name}.yaml`, `kind: payment\nparty: ${party}\namount: 5.00\non: 2026-02-02\nreference: wire\n`);
    }
    const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-02' }), files: memoryFiles(texts) };
    const fields = ['party=brand', 'on=2026-02-02', 'amount=5', 'reference=wire'];
    const { report, issues = [] } = await writeEvent(context, {
      contract: 'tea-account',
      kind: 'payment',
      fields,
      date: null,
      slug: null,
      repository,
    });
    const lines = (locale: 'en' | 'zh') =>
      (report?.blocks(locale) ?? []).flatMap((block) =>
        block.kind === 'lines' ? block.lines.map((line) => line.text.map(({ text }) => text).join('')) : [],
      );
    return { en: lines('en'), zh: lines('zh'), codes: issues.map(({ code }) => code) };
  };

  test('beside a repository on a forge: how it comes to count, and what then happens', async () => {
    const { en, zh } = await said('https://github.example/b/c');
    expect(en.slice(1)).toEqual([
      'It counts once it is merged: `concord propose --title "…"`. The next statement sets it against what is owed, the oldest first.',
    ]);
    expect(zh.slice(1)).toEqual(['合并后生效：`concord propose --title "…"`。下一份结算单以此冲抵应付款项，先到期的先冲抵。']);
  });

  test('where there is none nothing can be proposed, and what happens is told all the same', async () => {
    const { en, zh } = await said(null);
    expect(en).toEqual([
      `wrote ${FILE}`,
      'It counts from 2026-02-02 on. There is no repository on GitHub here to propose it in: hand the file to the other party, since both settle by the same files. The next statement sets it against what is owed, the oldest first.',
    ]);
    expect(zh.slice(1)).toEqual([
      '自 2026-02-02 起生效。此处没有可供提交的 GitHub 仓库：请将该文件交给另一方，双方须按相同的文件结算。下一份结算单以此冲抵应付款项，先到期的先冲抵。',
    ]);
  });

  test('a payment that the same party has filed before is refused; from the other party it counts once', async () => {
    expect((await said(null, ['2026-02-02-paid', 'brand'])).codes).toEqual(['event-twice']);
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
      printed(at(date), writeEvent(at(date), { contract: 'tea-account', kind: 'dispute', fields, date, slug: null, repository: null }));
    const late = await dispute('2026-02-16');
    expect(late.exitCode).toBe(1);
    expect(late.output).toContain('dispute-too-late');
    // nothing was written, so there is nothing to remove
    expect(late.output).toContain('Do not file this event; agree on a correction instead.');
    expect(late.output).toContain('请勿提交本事件；可由双方另行约定更正（correction）。');
    expect(texts.has(`${FOLDER}/events/2026-02-16-dispute.yaml`)).toBe(false);
    expect((await dispute('2026-02-15')).exitCode).toBe(0);
  });
});

describe('an event of which fields are missing', () => {
  const settledTexts = async () => {
    const texts = contractTexts();
    const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-05', data }), files: memoryFiles(texts) };
    await settleDue(context, { contract: null, period: null, preview: false });
    return texts;
  };
  const asked = async (
    texts: Map<string, string>,
    kind: string | null,
    { fields = [] as readonly string[], locale = 'en' as Locale, repository = null as string | null, asOf = '2026-02-06' } = {},
  ) => {
    const context = { ...contextFor({ root: '/nowhere', asOf, locale, format: 'pretty' }), files: memoryFiles(texts) };
    const options = { contract: 'tea-account', kind, fields, date: null, slug: null, repository };
    const { exitCode, output, errors = '' } = await printed(context, writeEvent(context, options));
    return { exitCode, lines: `${errors}${output}`.split('\n').filter((line) => line !== '') };
  };

  test('is told once: what is missing, what each may be, and the event written whole from the contract and its last statement', async () => {
    const texts = await settledTexts();
    const { exitCode, lines } = await asked(texts, 'dispute');
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'event error event-incomplete',
      '  Missing for dispute of tea-account: party, period, line, claimed, reason, evidence',
      '  expected: party=brand | provider; period=2026-01; line=base; claimed=… (< 1000.00); reason=…; evidence=[…]',
      '  fix: Write it whole, with what is right in place of the examples and of each …: `concord event tea-account dispute party=brand period=2026-01 line=base "claimed=…" "reason=…" "evidence=[…]"`; or, on GitHub, fill in the form "Raise a dispute · 提出争议".',
      '1 error',
    ]);
    expect(
      (await asked(texts, 'dispute', { locale: 'zh', fields: ['party=provider'], repository: 'https://github.example/b/c' })).lines,
    ).toEqual([
      'event 错误 event-incomplete',
      '  tea-account 的争议（dispute）事件还缺：period（结算期）、line（结算项目）、claimed（主张金额）、reason（原因）、evidence（证明材料）',
      '  应为：period=2026-01; line=base; claimed=… (> 1000.00); reason=…; evidence=[…]',
      '  修改建议：请完整填写，并将示例值和 … 改为实际内容：`concord event tea-account dispute party=provider period=2026-01 line=base "claimed=…" "reason=…" "evidence=[…]"`；也可填写表单 https://github.example/b/c/issues/new?template=03-dispute.yml&about=tea-account',
      '1 个错误',
    ]);
  });

  test('a value that is refused below stands in the whole as it should be, or is asked for anew', async () => {
    const texts = await settledTexts();
    const commandOf = async (...fields: string[]) =>
      /`(concord event [^`]*)`/.exec((await asked(texts, 'dispute', { fields })).lines.join(' '))?.[1];
    // said how it should be
    expect(await commandOf('party=brand', 'period=2026年1月', 'line=base')).toBe(
      'concord event tea-account dispute party=brand period=2026-01 line=base "claimed=…" "reason=…" "evidence=[…]"',
    );
    // nobody knows what was meant: what it may be is offered
    expect(await commandOf('party=brand', 'period=soon', 'line=base')).toBe(
      'concord event tea-account dispute party=brand line=base period=2026-01 "claimed=…" "reason=…" "evidence=[…]"',
    );
    const { lines } = await asked(texts, 'dispute', { fields: ['party=brand', 'period=soon', 'line=base'] });
    expect(lines[1]).toBe('  Missing for dispute of tea-account: claimed, reason, evidence');
    expect(lines[2]).toBe('  expected: period=2026-01; claimed=… (< 1000.00); reason=…; evidence=[…]');
  });

  test('a witness has nothing to be filed as it stands: what was not measured is in no example, and the verb that measures is named', async () => {
    const { lines } = await asked(await settledTexts(), 'witness');
    expect(lines.slice(2, 4)).toEqual([
      '  expected: party=brand | provider; period=2026-01; evidenceDigest=…; result=same | same_money | different; engine=0.1.0',
      '  fix: Write it whole, with what is right in place of the examples and of each …: `concord event tea-account witness party=brand period=2026-01 "evidenceDigest=…" "result=…" engine=0.1.0`. `concord witness tea-account --write <brand|provider>` measures the period with your own access and files what it finds.',
    ]);
    expect((await asked(await settledTexts(), 'witness', { locale: 'zh' })).lines[3]).toMatch(
      /。建议用 `concord witness tea-account --write <brand\|provider>`：以自己的权限取数核对，并直接提交结果。$/,
    );
  });

  test('nor a resolution: what both agree on is in no example', async () => {
    const texts = await settledTexts();
    const dispute = 'kind: dispute\nparty: brand\nperiod: 2026-01\nline: base\nclaimed: 900\nevidence: [mail]\nreason: late\n';
    texts.set(`${FOLDER}/events/2026-02-06-d.yaml`, dispute);
    expect((await asked(texts, 'resolution')).lines[2]).toBe('  expected: party=brand | provider; answers=2026-02-06-d.yaml; amount=…');
  });

  test('what a field may be beside another is said with that: each duty has periods of its own', async () => {
    const texts = await settledTexts();
    const path = `${FOLDER}/contract.yaml`;
    const ifLate = 'ifLate: { kpis: [sales] } }';
    const duties = ['plan', 'report'].map((id) => `  - { id: ${id}, owes: provider, title: t, dueDay: 9, ${ifLate}\n`).join('');
    texts.set(path, (texts.get(path) ?? '').replace('fees:\n', `duties:\n${duties}fees:\n`));
    const expected = async (fields: readonly string[] = []) => (await asked(texts, 'duty', { asOf: '2026-02-09', fields })).lines[2];
    const all = 'period=2026-02 | 2026-03';
    expect(await expected()).toBe(`  expected: party=provider; duty=plan | report; ${all}; on=2026-02-09; evidence=[…]`);
    texts.set(
      `${FOLDER}/events/2026-02-08-d.yaml`,
      'kind: duty\nparty: provider\nduty: report\nperiod: 2026-02\non: 2026-02-08\nevidence: [e]\n',
    );
    expect(await expected()).toBe(`  expected: party=provider; duty=plan | report; ${all} (duty=plan); on=2026-02-09; evidence=[…]`);
    expect(await expected(['duty=report'])).toBe('  expected: party=provider; period=2026-03; on=2026-02-09; evidence=[…]');
  });

  test('also where a file of its kind and day is there: what it needs is told before that', async () => {
    const texts = await settledTexts();
    texts.set(`${FOLDER}/events/2026-02-06-payment.yaml`, 'kind: payment\nparty: brand\non: 2026-02-06\namount: 1\nreference: A\n');
    expect((await asked(texts, 'payment')).lines[0]).toBe('event error event-incomplete');
    const fields = ['party=brand', 'on=2026-02-06', 'amount=2', 'reference=B'];
    expect((await asked(texts, 'payment', { fields })).lines[0]).toBe(`${FOLDER}/events/2026-02-06-payment.yaml:1:1 error file-exists`);
  });

  test('written as it is shown is taken, once what only its writer knows stands in place of each …', async () => {
    for (const kind of ['dispute', 'payment', 'correction', 'review', 'witness', 'exclusion'] as const) {
      const texts = await settledTexts();
      const { lines } = await asked(texts, kind);
      const command = /`concord event tea-account \w+ (.*?)`/.exec(lines.join('\n'))?.[1] ?? '';
      const fields = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => seenIn(quoted ?? plain ?? ''));
      expect((await asked(texts, kind, { fields })).lines[0], kind).toBe(`wrote ${FOLDER}/events/2026-02-06-${kind}.yaml`);
    }
  });

  /* January is settled on 5 February and may be disputed for 10 days; February ends on the 28th, March on the 31st. */
  test.each([
    ['2026-02-15', 'period=2026-01; line=base; claimed=… (< 1000.00)'],
    ['2026-02-28', 'period=2026-02; line=base; claimed=…'],
    ['2026-04-02', 'period=2026-03 | 2026-02; line=base; claimed=…'],
  ])('a dispute of %s is offered what may be disputed on that day: %s', async (asOf, offered) => {
    const { lines } = await asked(await settledTexts(), 'dispute', { asOf });
    expect(lines[2]).toBe(`  expected: party=brand | provider; ${offered}; reason=…; evidence=[…]`);
    for (const period of /period=([^;]*)/.exec(offered)?.[1]?.split(' | ') ?? []) {
      const fields = ['party=brand', `period=${period}`, 'line=base', 'claimed=1', 'reason=r', 'evidence=[e]'];
      expect((await asked(await settledTexts(), 'dispute', { asOf, fields })).lines[0]).toBe(`wrote ${FOLDER}/events/${asOf}-dispute.yaml`);
    }
  });

  test('what would be refused, or have no effect, is not offered', async () => {
    const texts = await settledTexts();
    const path = `${FOLDER}/contract.yaml`;
    const [duty, claimed] = [
      'owes: brand, title: t, dueDay: 5, ifLate: { kpis: [sales], scoreAs: 100% }',
      'owes: provider, title: t, dueDay: 9',
    ];
    const more = `duties:\n  - { id: photos, ${duty} }\n  - { id: plan, ${claimed}, lateIf: claimed, ifLate: { kpis: [sales] } }\nfees:\n  - { id: launch, kind: milestone, amount: 5, due: 2026-03-31 }\n`;
    texts.set(path, (texts.get(path) ?? '').replace('fees:\n', more));
    const offered = async (kind: string, asOf: string, field: string) => {
      const { lines } = await asked(texts, kind, { asOf });
      return lines[0]?.includes('event-idle') === true ? lines[1]?.trim() : new RegExp(`${field}=([^;]*)`).exec(lines[2] ?? '')?.[1];
    };
    // January is accepted; February may be measured anew from the day on which it is due
    expect(await offered('remeasure', '2026-03-04', 'period')).toBe(
      'On 2026-03-04 there is nothing in tea-account that remeasure could name as period; from 2026-03-05 on there is 2026-02',
    );
    expect(await offered('remeasure', '2026-03-05', 'period')).toBe('2026-02');
    // plan falls due on the 9th, and is claimed to be late from the 10th on; January was settled before it was owed
    expect(await offered('lateness', '2026-02-10', 'duty')).toBe('plan');
    expect(await offered('lateness', '2026-02-10', 'party')).toBe('brand');
    expect(await offered('lateness', '2026-02-10', 'period')).toBe('2026-02');
    // until ten days after the end of its month, once
    expect(await offered('lateness', '2026-03-10', 'period')).toBe('2026-03 | 2026-02');
    expect(await offered('lateness', '2026-03-11', 'period')).toBe('2026-03');
    const claim = 'kind: lateness\nparty: brand\nduty: plan\nperiod: 2026-02\nevidence: [mail]\n';
    texts.set(`${FOLDER}/events/2026-02-12-l.yaml`, claim);
    expect(await offered('lateness', '2026-03-10', 'period')).toBe('2026-03');
    expect(await offered('acceptance_request', '2026-03-31', 'milestone')).toBe('launch');
    expect(await offered('acceptance_request', '2026-04-01', 'milestone')).toContain('nothing in tea-account');
    expect(await offered('review', '2026-03-04', 'period')).toBe('2026-02 | 2026-01 | 2026-03');
    // January comes to 1000.00 and 10% of tax, of which 400.00 are paid
    texts.set(`${FOLDER}/events/2026-02-08-p.yaml`, 'kind: payment\nparty: brand\namount: 400\non: 2026-02-08\nreference: w\n');
    expect(await offered('payment', '2026-02-09', 'amount')).toBe('700.00');
  });

  /* The term is January to March; January is settled on 5 February; ten days to dispute; photos are due on the 5th, a plan on the 9th. */
  describe('alone, on any day', () => {
    const clauses = [
      'duties:',
      '  - { id: photos, owes: brand, title: t, dueDay: 5, ifLate: { kpis: [sales], scoreAs: 100% } }',
      '  - { id: plan, owes: provider, title: t, dueDay: 9, lateIf: claimed, ifLate: { kpis: [sales] } }',
      'exclusions: { fileWithinDays: 5, maxDays: 30 }',
      'exit: { noticeDays: 20, handoverDays: 5, checklist: [data_export] }',
      'fees:',
      '  - { id: launch, kind: milestone, amount: 5, due: 2026-03-31 }',
      '  - { id: draw, kind: guarantee, amount: 500, recoverable: true }',
      '  - { id: media, kind: pass_through, cost: gmv, upTo: 100 }',
      '',
    ].join('\n');
    const dispute = 'kind: dispute\nparty: brand\nperiod: 2026-01\nline: base\nclaimed: 1\nevidence: [mail]\nreason: late\n';
    const request = 'kind: acceptance_request\nparty: provider\nmilestone: launch\non: 2026-02-10\n';
    const end = 'kind: termination\nparty: provider\non: 2026-03-10\ncause: c\n';
    const agreed = () => {
      const texts = contractTexts();
      const path = `${FOLDER}/contract.yaml`;
      texts.set(path, (texts.get(path) ?? '').replace('fees:\n', clauses));
      return texts;
    };
    const settled = once(async () => {
      const texts = agreed();
      const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-05', data }), files: memoryFiles(texts) };
      await settleDue(context, { contract: null, period: null, preview: false });
      return texts;
    });
    const world = async (filed: Readonly<Record<string, string>> = {}) =>
      new Map([...(await settled()), ...Object.entries(filed).map(([name, text]) => [`${FOLDER}/events/${name}.yaml`, text] as const)]);
    const offered = async (texts: Map<string, string>, kind: string, asOf: string, field: string, fields: readonly string[] = []) => {
      const { lines } = await asked(texts, kind, { asOf, fields });
      return lines[0]?.includes('event-idle') === true ? lines[1]?.trim() : new RegExp(`${field}=([^;]*)`).exec(lines[2] ?? '')?.[1];
    };
    const command = (lines: readonly string[]) =>
      /`concord event tea-account \w+ (.*?)`; or|`concord event tea-account \w+ (.*?)`\./.exec(lines.join('\n'));

    test.each(Object.keys(eventKinds))('%s is taken as it is shown, or is told why not', async (kind) => {
      const before = ['2025-12-20', '2026-01-01', '2026-01-20', '2026-01-31', '2026-02-04', '2026-02-06'];
      const after = ['2026-02-16', '2026-03-05', '2026-03-12', '2026-03-31', '2026-04-05', '2026-04-20', '2026-06-30'];
      const worlds: readonly [readonly string[], Readonly<Record<string, string>>][] = [
        [[...before, ...after], {}],
        [after, { '2026-02-10-d': dispute, '2026-02-10-q': request, '2026-02-10-t': end }],
      ];
      for (const [days, filed] of worlds) {
        for (const asOf of days) {
          const { lines } = await asked(await world(filed), kind, { asOf });
          const [, form, plain] = command(lines) ?? [];
          if (lines[0] !== 'event error event-incomplete') {
            expect(lines[0], `${kind} ${asOf} ${lines[1]}`).toMatch(
              /^event error (event-(idle|idle-yet|about-nothing)|termination-too-late)$/,
            );
            continue;
          }
          const fields = [...(form ?? plain ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => seenIn(quoted ?? bare ?? ''));
          const written = `wrote ${FOLDER}/events/${asOf}-${kind.replaceAll('_', '-')}.yaml`;
          expect((await asked(await world(filed), kind, { asOf, fields })).lines, `${kind} ${asOf}`).toContain(written);
        }
      }
    });

    test('a duty may be done before its period begins, a correction wait for its statement, a witness only for one that is due', async () => {
      const texts = await world();
      expect(await offered(texts, 'duty', '2026-02-03', 'period', ['duty=photos'])).toBe('2026-02 | 2026-01 | 2026-03');
      const early = ['duty=photos', 'period=2026-03', 'on=2026-02-03', 'evidence=[e]', 'party=brand'];
      expect((await asked(await world(), 'duty', { asOf: '2026-02-03', fields: early })).lines[0]).toBe(
        `wrote ${FOLDER}/events/2026-02-03-duty.yaml`,
      );
      expect(await offered(texts, 'correction', '2026-02-20', 'period')).toBe('2026-01 | 2026-02 | 2026-03');
      expect(await offered(texts, 'witness', '2026-03-04', 'period')).toBe('2026-01');
      expect(await offered(texts, 'witness', '2026-03-05', 'period')).toBe('2026-01 | 2026-02');
      expect(await offered(texts, 'exclusion', '2026-02-03', 'periods', ['treatment=waive'])).toBe('[2026-02] | [2026-01] | [2026-03]');
      expect(await offered(texts, 'exclusion', '2026-02-06', 'periods', ['treatment=waive'])).toBe('[2026-02] | [2026-03]');
      expect(await offered(texts, 'dispute', '2026-02-28', 'line')).toBe('launch | draw | draw/recovery | media | media/excess | base');
    });

    test('a duty that is filed is offered no more; where that was late, only to both', async () => {
      const late = 'kind: duty\nparty: brand\nduty: photos\nperiod: 2026-02\non: 2026-02-07\nevidence: [e]\n';
      const texts = await world();
      texts.set(`${FOLDER}/events/2026-02-08-photos.yaml`, late);
      expect(await offered(texts, 'duty', '2026-02-09', 'period', ['duty=photos'])).toBe('2026-01 | 2026-03');
      expect(await offered(texts, 'duty', '2026-02-09', 'period', ['duty=photos', 'agreed=true'])).toBe('2026-02 | 2026-01 | 2026-03');
    });

    test('an exclusion is of days of the term, and a termination of days that keep the notice', async () => {
      expect(await offered(await world(), 'exclusion', '2026-04-05', 'window')).toBe('{ from: 2026-03-31, to: 2026-03-31 }');
      expect(await offered(await world(), 'exclusion', '2026-04-06', 'window')).toContain('nothing in tea-account');
      expect(await offered(await world({ '2026-02-10-t': end }), 'exclusion', '2026-03-15', 'window')).toBe(
        '{ from: 2026-03-10, to: 2026-03-10 }',
      );
      expect(await offered(await world(), 'exclusion', '2025-12-20', 'window')).toBe('{ from: 2026-01-01, to: 2026-01-01 }');
      expect(await offered(await world(), 'termination', '2025-12-01', 'on')).toBe('2026-01-01');
      expect(await offered(await world(), 'termination', '2026-03-10', 'on')).toBe('2026-03-30');
      // 20 days of notice are over on the 31st, on which the term ends anyway
      const late = async (asOf: string, locale: Locale = 'en', fields: readonly string[] = []) =>
        (await asked(await world(), 'termination', { asOf, locale, fields })).lines.slice(0, 3);
      expect(await late('2026-03-11')).toEqual([
        'event error termination-too-late',
        '  With 20 days of notice the contract could end on 2026-03-31 at the earliest, and its term ends on 2026-03-31 anyway.',
        '  fix: Do not file this event: the contract ends by itself.',
      ]);
      // long after the end, written whole or not, no correction is what is left
      const whole = ['party=brand', 'on=2027-02-01', 'cause=c'];
      for (const fields of [[], whole]) {
        expect((await late('2027-01-05', 'en', fields)).slice(1)).toEqual([
          '  With 20 days of notice the contract could end on 2027-01-25 at the earliest, and its term ends on 2026-03-31 anyway.',
          '  fix: Do not file this event: the contract ends by itself.',
        ]);
      }
      expect((await late('2027-01-05', 'zh'))[2]).toBe('  修改建议：请勿提交本事件：合同自行届满。');
      // the other party may still end it earlier, the same one not
      expect(await offered(await world({ '2026-02-10-t': end }), 'termination', '2026-02-12', 'party')).toBe('brand');
    });

    test('a refusal where nobody has asked: who asks first, and how', async () => {
      expect((await asked(agreed(), 'refusal')).lines.slice(0, 3)).toEqual([
        'event error event-about-nothing',
        '  refusal is about a request for acceptance that was filed, and tea-account has none',
        '  fix: The provider asks first: `concord event acceptance_request` shows what it needs.',
      ]);
    });

    test('a claim of a duty that is late by itself has nothing to say, and without an exit clause nobody ends the term', async () => {
      const texts = agreed();
      const path = `${FOLDER}/contract.yaml`;
      texts.set(path, (texts.get(path) ?? '').replace(', lateIf: claimed', '').replace(/exit: .*\n/, ''));
      expect((await asked(texts, 'lateness')).lines.slice(0, 3)).toEqual([
        'event error event-about-nothing',
        '  lateness is about a duty that is late only where that is claimed, and tea-account has none',
        '  fix: Nothing need be filed: a duty without "lateIf: claimed" is late by itself where nothing shows that it was done in time.',
      ]);
      expect((await asked(texts, 'termination', { locale: 'zh' })).lines[1]).toBe(
        '  终止（termination）事件须针对终止条款，而 tea-account 没有',
      );
    });
  });

  test('where nothing may be disputed any more, or not by whom it names, it says so', async () => {
    const texts = await settledTexts();
    const idle = async (asOf: string, locale: Locale, fields: readonly string[] = []) =>
      (await asked(texts, 'dispute', { asOf, locale, fields })).lines.slice(0, 2);
    expect(await idle('2026-02-16', 'en')).toEqual([
      'event error event-idle-yet',
      '  On 2026-02-16 there is nothing in tea-account that dispute could name as period; from 2026-02-28 on there is 2026-02',
    ]);
    expect(await idle('2026-02-16', 'zh')).toEqual([
      'event 错误 event-idle-yet',
      '  2026-02-16 当日，tea-account 中没有可供争议（dispute）事件填写的 period（结算期）；自 2026-02-28 起可填 2026-02',
    ]);
    const mine = ['party=brand', 'period=2026-01', 'line=base', 'claimed=1', 'reason=r', 'evidence=[e]'];
    await asked(texts, 'dispute', { fields: mine });
    expect((await idle('2026-02-07', 'en', ['party=brand']))[0]).toBe('event error event-idle-yet');
    expect((await asked(texts, 'dispute', { asOf: '2026-02-07' })).lines[2]).toContain('party=provider; period=2026-01; line=base;');
  });

  test('no milestone is offered that an acceptance has decided', async () => {
    const texts = contractTexts();
    const path = `${FOLDER}/contract.yaml`;
    texts.set(path, (texts.get(path) ?? '').replace('fees:\n', 'fees:\n  - { id: launch, kind: milestone, amount: 5, due: 2026-03-31 }\n'));
    expect((await asked(texts, 'acceptance')).lines[2]).toContain('milestone=launch');
    const fields = ['party=brand', 'milestone=launch', 'on=2026-02-06'];
    expect((await asked(texts, 'acceptance', { fields })).lines[0]).toBe(`wrote ${FOLDER}/events/2026-02-06-acceptance.yaml`);
    for (const kind of ['acceptance', 'refusal', 'acceptance_request']) {
      expect((await asked(texts, kind, { asOf: '2026-02-07' })).lines[0], kind).toBe('event error event-idle');
    }
  });

  test('a line that is not there: those of its statement are named, but for the tax', async () => {
    for (const line of ['bonus', '奖金']) {
      const fields = ['party=brand', 'period=2026-01', `line=${line}`, 'claimed=1', 'reason=r', 'evidence=[e]'];
      const { lines } = await asked(await settledTexts(), 'dispute', { fields });
      expect(lines[1]).toBe(`  There is no line "${line}". Known here: "base".`);
    }
  });

  test('of no kind: the kinds are named', async () => {
    expect((await asked(contractTexts(), null)).lines.slice(0, 2)).toEqual([
      'event error event-kind',
      '  An event is of one of these kinds',
    ]);
    expect((await asked(contractTexts(), 'refund', { locale: 'zh' })).lines.slice(0, 2)).toEqual([
      'event 错误 event-kind-unknown',
      '  没有“refund”这一事件种类。',
    ]);
    // by what people call it, and by a slip
    for (const typed of ['付款', 'paymnt', 'Payment']) {
      const [, said] = (await asked(contractTexts(), typed, { locale: 'zh' })).lines;
      expect(said).toBe(`  没有“${typed}”这一事件种类。是否想写付款（payment）？`);
    }
  });

  test('a window that a waiver does not have is left out of the whole, and says which periods are meant', async () => {
    const texts = contractTexts();
    const waive = ['party=brand', 'reason=stockout', 'kpis=[sales]', 'treatment=waive', 'scoreAs=100%', 'evidence=[mail]'];
    const typed = async (from: string, to: string) =>
      (await asked(texts, 'exclusion', { asOf: '2026-03-05', fields: [...waive, `window={from: ${from}, to: ${to}}`] })).lines;
    const [, , expected, fix, misplaced] = await typed('2026-02-04', '2026-02-06');
    expect(expected).toBe('  expected: periods=[2026-02] | [2026-03] | [2026-01]');
    const command =
      'concord event tea-account exclusion party=brand reason=stockout "kpis=[sales]" treatment=waive scoreAs=100% "evidence=[mail]" "periods=[2026-02]"';
    expect(fix).toContain(`\`${command}\`;`);
    expect(misplaced).toBe(`${FOLDER}/events/2026-03-05-exclusion.yaml:8:1 error field-not-here`);
    // days of two periods are of both; instants are of the days that they are in
    expect((await typed('2026-02-27', '2026-03-02'))[2]).toBe('  expected: periods=[2026-02, 2026-03] | [2026-03] | [2026-02] | [2026-01]');
    expect((await typed('2026-01-04T08:00:00Z', '2026-01-04T20:00:00Z'))[2]).toBe('  expected: periods=[2026-01] | [2026-03] | [2026-02]');
    // what it proposes is taken
    const { lines } = await asked(texts, 'exclusion', { asOf: '2026-03-05', fields: [...waive, 'periods=[2026-02]'] });
    expect(lines[0]).toBe(`wrote ${FOLDER}/events/2026-03-05-exclusion.yaml`);
  });

  test('with a field that does not fit besides: both are told', async () => {
    const { lines } = await asked(await settledTexts(), 'dispute', { fields: ['party=both'] });
    expect(lines.filter((line) => line.includes(' error '))).toEqual([
      'event error event-incomplete',
      `${FOLDER}/events/2026-02-06-dispute.yaml:2:8 error wrong-value`,
    ]);
  });
});
