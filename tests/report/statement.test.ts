import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/kernel/text.js';
import { columnsOf } from '../../src/report/wrap.js';
import type { CarriedLine, HeldLife } from '../../src/settlement/line-life.js';
import type { ReasonCode } from '../../src/words/reasons.js';
import { bare, bonus, commission, context, HELD, penalty, scorecard, statement, tail, tax } from './fixture.js';
import {
  renderExplain,
  renderExplainAll,
  renderExplainAllMarkdown,
  renderExplainMarkdown,
  renderScorecardMarkdown,
  renderScorecardTerminal,
  renderStatementMarkdown,
  renderStatementTerminal,
} from './rendered.js';

const golden = (name: string) => `./golden/${name}`;
const ownReward = (life: HeldLife): CarriedLine => ({ period: '2026-03', line: 'reward', kind: 'bonus', standsOn: '2026-03', life });
const terminal = { color: false, width: 100 };

describe('statement', () => {
  it.each(LOCALES)('reads in a terminal (%s)', async (locale) => {
    await expect(renderStatementTerminal(statement, context, { ...terminal, locale })).toMatchFileSnapshot(
      golden(`statement.${locale}.txt`),
    );
  });

  it('reads in a narrow terminal, row by row where a table does not fit', async () => {
    const narrow = renderStatementTerminal(statement, context, { locale: 'en', color: false, width: 56 });
    await expect(narrow).toMatchFileSnapshot(golden('statement.narrow.en.txt'));
  });

  it('reads as Markdown, English first, then Chinese, with its digest and without history', async () => {
    const sealed = { ...statement, digest: `sha256:${'51627384'.repeat(8)}` };
    const both = renderStatementMarkdown(sealed, bare, 'both');
    await expect(both).toMatchFileSnapshot(golden('statement.both.md'));
    const [en, zh] = LOCALES.map((locale) => renderStatementMarkdown(sealed, bare, locale));
    expect(both).toBe(`${en}\n---\n\n${zh}`);
  });

  it.each(LOCALES)('says when it is the last (%s)', async (locale) => {
    await expect(renderStatementTerminal(tail, context, { ...terminal, locale })).toMatchFileSnapshot(golden(`tail.${locale}.txt`));
  });

  it('keeps within the terminal at any width', () => {
    for (const locale of LOCALES) {
      for (const width of [40, 56, 72, 80, 100, 132]) {
        const lines = renderStatementTerminal(statement, context, { locale, color: false, width }).split('\n');
        expect(lines.filter((line) => columnsOf(line) > width)).toEqual([]);
      }
    }
  });

  it('says the same with colour as without', () => {
    const colored = renderStatementTerminal(statement, context, { locale: 'en', color: true, width: 100 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is looked for
    const plain = colored.replace(/\x1b\[\d+m/g, '');
    expect(colored).not.toBe(plain);
    expect(plain.replace(/ +$/gm, '')).toBe(renderStatementTerminal(statement, context, { locale: 'en', ...terminal }));
  });

  it('has no sum of days of a distinct count: the count is the whole period’s', () => {
    const own = { period: '2026-02', measure: 'new_customers' };
    const days = ['02', '04', '05', '09', '11', '17'].map((date) => {
      return { ...own, day: `2026-02-${date}`, before: null, after: null, rowsBefore: 1, rowsAfter: 3 };
    });
    const whole = { ...own, day: null, before: '6', after: '14', rowsBefore: 6, rowsAfter: 18 };
    const lines = renderStatementMarkdown({ ...statement, changes: [...days, whole] }, context, 'en').split('\n');
    expect(lines.filter((line) => line.startsWith('| 2026-02 | ') && line.includes('new_customers') && line.includes('→'))).toEqual([
      '| 2026-02 | `new_customers` | 2026-02-02 to 2026-02-17 (6 days) | — | — | 6 → 18 |',
      '| 2026-02 | `new_customers` | whole period | 6 | 14 | 6 → 18 |',
    ]);
  });

  it('names who decides a hold in whose favour', () => {
    const holdBy = (causes: readonly ('brand' | 'provider' | null)[]) => {
      const life = { ...HELD, statements: 3, causes: causes.map((party) => ({ reason: { code: 'stale' as const, with: {} }, party })) };
      const held = { ...statement, held: statement.held.slice(0, 1), carried: { lines: [ownReward(life)] } };
      return renderStatementMarkdown(held, context, 'en');
    };
    expect(holdBy(['brand'])).toContain("in the provider's favour, because the brand's data is missing");
    expect(holdBy(['provider', 'provider'])).toContain("in the brand's favour, because the provider's data is missing");
    for (const causes of [['brand', 'provider'], [null], ['brand', null]] as const) {
      expect(holdBy(causes)).toContain('at the mean of its latest settled amounts');
    }
    expect(holdBy(['brand', 'provider'])).toContain('complete data from Acme Home, Linkstar;');
    expect(holdBy([null])).toContain('Released by the next settlement that can compute it;');
  });

  it('says that a flagged day is released by a review, and when it is decided without one', () => {
    const reason = { code: 'unreviewed' as const, with: { id: 'paid_revenue@2026-03-14', period: '2026-03' } };
    const life = { ...HELD, statements: 3, causes: [{ reason, party: null }] };
    const held = { ...statement, held: [{ line: 'reward', reason }], carried: { lines: [ownReward(life)] } };
    const text = renderStatementMarkdown(held, context, 'en');
    expect(text).toContain('  - Released once a review acknowledges `paid_revenue@2026-03-14`; what it then pays comes as a true-up.\n');
    // 60 days after 15 April is 14 June: that of April, due on 15 May, is too early, that of May is due on 15 June.
    expect(text).toContain('  - Held for the 3rd of 3 statements. After that, from 2026-06-15 on, it is paid at the mean');
  });

  it('gives each reason of a KPI once', () => {
    const reasons = [1, 2].map(() => ({ code: 'reconcile-breach' as const, with: { id: 'shop-vs-ga4' } }));
    const kpis = statement.kpis.map((kpi) => (kpi.id === 'cac' ? { ...kpi, reasons } : kpi));
    const text = renderStatementMarkdown({ ...statement, kpis }, context, 'en');
    expect(text.match(/reconciliation shop-vs-ga4 is outside its tolerance/g)).toHaveLength(1);
  });

  it('waits for the party that a large true-up costs money, or until a day', () => {
    const upwards = statement.carried.lines.map((line) =>
      line.life.state === 'waiting' ? { ...line, life: { ...line.life, moves: '1200.00' } } : line,
    );
    expect(renderStatementMarkdown(statement, context, 'en')).toContain(
      'Takes effect in the next settlement after Linkstar files a review with `acknowledges: [true-up/2026-02/sales]`, and without one in the first on or after 2026-04-25.',
    );
    expect(renderStatementMarkdown(statement, context, 'zh')).toContain(
      '领星代运营提交写明 `acknowledges: [true-up/2026-02/sales]` 的复盘后，由下一次结算生效；未提交的，自 2026-04-25 起的首次结算生效。',
    );
    expect(renderStatementMarkdown({ ...statement, carried: { lines: upwards } }, context, 'en')).toContain(
      'Takes effect in the next settlement after Acme Home files a review with',
    );
  });

  // By hand: asOf 2026-04-15 + 10 days of acceptance = 25 April; + 15 days to pay = 10 May. Of the total 13,766.92 nothing is paid.
  describe('first lines', () => {
    const first = (given: typeof statement, locale: Locale = 'en', more = {}) =>
      renderStatementMarkdown(given, { ...context, ...more }, locale)
        .split('\n\n')
        .slice(1, 3)
        .join('\n');

    it('say how much, by when, until when and how it may be disputed, how it is accepted, what is held for want of what', () => {
      expect(first(statement).split('\n')).toEqual([
        '**Total USD 13,766.92**  ',
        'Acme Home owes Linkstar · true-ups -200.00 · 3 held · 1 disputed',
        '- **Pay by**: 2026-05-10',
        '- **Open from before**: 2026-02 USD 12,000.00, due on 2026-04-01, overdue',
        '- **Dispute until**: **2026-04-25**, that day included, by the form "Raise a dispute" or `concord event acme-linkstar-us dispute party=... period=2026-03 line=... claimed=... reason=... "evidence=[...]"`',
        '- **Open again**: each earlier line of which a true-up is listed may be disputed in its own period, too, until 2026-04-25, by a party that has not disputed it',
        '- **Accepted**: once both parties approve its pull request, or on 2026-04-25 unless it is disputed; on the default branch it is accepted',
        '- **Held**: Bonus, 2026-02 · Bonus: data of crm is not complete for the period (it reaches 2026-03-29 00:00). Needed: complete data from Acme Home',
        '- **Held**: -1,200.00 on Sales commission of 2026-02 is more than a tenth: waits since 2026-04-15 for the provider to acknowledge it, or until 2026-04-25',
      ]);
      expect(first(statement, 'zh')).toContain('- **到期日**：2026-05-10\n');
    });

    it('say that lines are open to dispute again only where a true-up is listed, and only until the last day', () => {
      const without = { ...statement, lines: statement.lines.filter(({ kind }) => kind !== 'true-up') };
      expect(first(without)).not.toContain('Open again');
      expect(first(statement, 'zh', { today: '2026-04-25' })).toContain('- **往期项目**：列有往期补差的往期项目');
      expect(first(statement, 'zh', { today: '2026-04-26' })).not.toContain('往期项目');
    });

    it('tell of a refund its day, with the form that records it with a minus', () => {
      const refund = { ...statement, total: '-73.51', balance: '-73.51', open: [] };
      const refunds = [{ period: statement.period, amount: '73.51', dueOn: '2026-05-10' }];
      expect(first(refund, 'en', { repository: 'https://forge.example/acme/kpis' })).toContain('&amount=-73.51)');
      const page = (of: Parameters<typeof renderStatementMarkdown>[0], more: object) =>
        renderStatementMarkdown(of, { ...context, ...more }, 'en').split('\n');
      expect(page(refund, { refunds })).toContain('| 2026-03 | -73.51 | 2026-05-10 |');
      // 6.49 more were paid ahead, and have no day
      const ahead = page({ ...refund, balance: '-80.00' }, { refunds });
      expect(ahead).toContain('| 2026-03 | -73.51 | 2026-05-10 |');
      expect(ahead.some((row) => /^\| Credit of [^|]+\| -6\.49 \|\s*\|$/.test(row))).toBe(true);
    });

    it('link to forms with what is known filled in, where the repository is known', () => {
      const linked = first(statement, 'zh', { repository: 'https://forge.example/acme/kpis' });
      const form = 'https://forge.example/acme/kpis/issues/new?template=';
      expect(linked).toContain(`[登记付款](${form}06-payment.yml&about=acme-linkstar-us&amount=13766.92)`);
      expect(linked).toContain(`**2026-04-25**（含当日）：[提出争议](${form}03-dispute.yml&about=acme-linkstar-us+2026-03)`);
      const page = renderStatementMarkdown(statement, { ...context, repository: 'https://forge.example/acme/kpis' }, 'en');
      const [dispute = ''] = /about=acme-linkstar-us\+(2026-[\w-]+\.yaml)\)/.exec(page) ?? [];
      expect(page).toContain(`[Resolve a dispute](${form}10-resolution.yml&${dispute}`);
      expect(page).toContain(`[Take a dispute to the expert](${form}11-escalation.yml&${dispute}`);
    });

    it('say what is left to pay, that nothing is, or that no day is agreed', () => {
      const open = (amount: string) => ({ ...statement, open: [{ period: '2026-03', amount, dueOn: '2026-05-10' }] });
      expect(first(open('766.92'))).toContain('**Pay by**: 2026-05-10; USD 766.92 is still to pay');
      expect(first({ ...statement, open: [] })).toContain('**Pay by**: nothing: earlier payments cover it');
      expect(first({ ...statement, dueOn: null })).toContain('**Pay by**: the contract names no day');
      // 5.00 in the brand's favour: where it still owes something all of that has been set off; of 2.00 that the provider owes in all, 3.00
      const favour = (balance: string) => first({ ...statement, total: '-5.00', balance });
      expect(favour('700.00')).toContain('**Pay by**: nothing by itself: it is set against what Acme Home owes');
      expect(favour('0.00')).toContain('**Pay by**: nothing by itself: it is set against what Acme Home owes');
      expect(favour('-2.00')).toContain('**Pay by**: 2026-05-10; USD 3.00 is set against what Acme Home owes, USD 2.00 is left');
      expect(favour('-5.00')).toContain('**Pay by**: 2026-05-10, or set against later statements');
      expect(favour('-9.00')).toContain('**Pay by**: 2026-05-10, or set against later statements');
      expect(first({ ...statement, total: '0.00' })).not.toContain('Pay by');
    });
  });

  it('warns of rows without a date where they are more than 1% of what the period may have', () => {
    const warned = (rows: number, nullWhen: number, locale: 'en' | 'zh' = 'en') => {
      const facts = statement.facts.map((fact) => (fact.id === 'refunds' ? { ...fact, rows, nullWhen } : { ...fact, nullWhen: 0 }));
      return renderStatementMarkdown({ ...statement, facts }, context, locale).match(/(Warning: |警告：).*/)?.[0] ?? null;
    };
    expect(warned(99, 1)).toBeNull();
    expect(warned(98, 1)).toBe(
      'Warning: 1 row of `refunds` has no date and counts in no period; that is more than 1% beside the 98 that this period holds.',
    );
    expect(warned(9900, 101)).toContain('101 rows of `refunds` have no date');
    expect(warned(0, 1)).toContain('beside the 0 that this period holds');
    expect(warned(0, 0)).toBeNull();
    expect(warned(98, 1, 'zh')).toBe('警告：`refunds` 有 1 行没有日期，不计入任何结算期；与本期的 98 行相比已超过 1%。');
  });

  it('calls a day overdue only after its due date', () => {
    const due = (dueOn: string | null) =>
      renderStatementMarkdown({ ...statement, open: [{ period: '2026-02', amount: '1.00', dueOn }] }, context, 'en');
    expect(due('2026-04-14')).toContain('| 2026-04-14, overdue |');
    expect(due('2026-04-15')).toContain('| 2026-04-15 |');
    expect(due(null)).toContain('| no due date yet |');
  });
});

describe('trend', () => {
  const trendOf = (changed: Parameters<typeof renderStatementMarkdown>[0], history = context.history, terms = context.terms) =>
    /\| \*\*Return on ad spend\*\*[^|]*\|[^|]*\|[^|]*\|[^|]*\|[^|]*\| ([^|]*) \|/.exec(
      renderStatementMarkdown(changed, { ...bare, terms, history }, 'en'),
    )?.[1];

  it('shows the periods before, whatever their order, and the change on the last', () => {
    expect(trendOf(statement)).toBe('▁▃█▄▇▅ -5.0%');
    expect(trendOf(statement, [...context.history].reverse())).toBe('▁▃█▄▇▅ -5.0%');
  });

  it('leaves out later periods', () => {
    expect(trendOf({ ...statement, period: '2025-12' })).toBe('▁▄█ +9.6%'); // 2.41, 2.60, then 2.85 against 2.60
  });

  it('compares no partial period of a flow', () => {
    const [roas] = context.terms.definitions.metrics.filter((metric) => metric.id === 'roas');
    const flow = context.terms.definitions.metrics.map((metric) => (metric === roas ? { ...roas, type: 'flow' as const } : metric));
    const termsWith = (from: string) => ({
      ...context.terms,
      definitions: { ...context.terms.definitions, metrics: flow },
      contract: { ...context.terms.contract, term: { from, to: '2026-09-30' } },
    });
    expect(trendOf(statement, context.history, termsWith('2026-02-01'))).toBe('▁▃█▄▇▅ -5.0%');
    expect(trendOf(statement, context.history, termsWith('2026-02-02'))).toBe('▁▃█▄▇▅');
  });
});

describe('scorecard', () => {
  it.each(LOCALES)('reads in a terminal (%s)', async (locale) => {
    const text = renderScorecardTerminal(scorecard, context, { ...terminal, locale });
    await expect(text).toMatchFileSnapshot(golden(`scorecard.${locale}.txt`));
  });

  it('reads as Markdown', async () => {
    await expect(renderScorecardMarkdown(scorecard, context, 'zh')).toMatchFileSnapshot(golden('scorecard.zh.md'));
  });
});

describe('explain', () => {
  it.each(LOCALES)('shows a line as a tree (%s)', async (locale) => {
    const trees = [commission, bonus, penalty, tax].map((line) => renderExplain(line, statement, context, locale, false)).join('\n');
    await expect(trees).toMatchFileSnapshot(golden(`explain.${locale}.txt`));
  });

  it('shows all lines as short trees', async () => {
    await expect(renderExplainAll(statement.lines, statement, context, 'en', false)).toMatchFileSnapshot(golden('explain.all.en.txt'));
    expect(renderExplainAllMarkdown([tax], statement, context, 'en')).toBe(
      '- **VAT 6%** · `vat` · **USD 779.26** · payable\n  - reason: 6% of 12,987.66\n  - formula: 6% × 12,987.66\n' +
        '  - clause: `contracts/acme-linkstar-us/contract.yaml:49`\n',
    );
    expect(renderExplainMarkdown(tax, statement, context, 'en')).toContain('  - rounded: 779.2596 → 779.26 (half to even)\n');
  });

  it('names what a fraction is before rounding', () => {
    const third = { ...tax, trace: { ...tax.trace, unrounded: '10/3', rounded: '3.33' } };
    expect(renderExplain(third, statement, context, 'en', false)).toContain('rounded: 10/3 ≈ 3.333333 → 3.33 (half to even)');
    const long = { ...tax, trace: { ...tax.trace, unrounded: '10000000000000000000/3000000000000000001', rounded: '3.33' } };
    expect(renderExplain(long, statement, context, 'en', false)).toContain('rounded: ≈ 3.333333 → 3.33 (half to even)');
  });
});

describe('hostile text', () => {
  const hostile =
    '<img src=x onerror=alert(1)> | ![p](https://evil.example/p.png) [pay](https://evil.example) @everyone `code` \u202eDSU\u202c \x1b[2J\n# Fake\n| a | b |';

  const poisoned = () => {
    const title = { en: hostile, zh: hostile };
    const { contract, definitions } = context.terms;
    return {
      ...bare,
      terms: {
        ...context.terms,
        contract: {
          ...contract,
          title,
          agreement: { number: hostile, sha256: '', prevails: '' },
          parties: {
            brand: { ...contract.parties.brand, name: title },
            provider: { ...contract.parties.provider, name: title },
          },
          kpis: contract.kpis.map((kpi) => ({ ...kpi, title })),
          fees: contract.fees.map((fee) => (fee.kind === 'tax' ? { ...fee, label: title } : { ...fee, title })),
        },
        definitions: {
          ...definitions,
          metrics: definitions.metrics.map((metric) => ({ ...metric, title, text: hostile })),
          measures: definitions.measures.map((measure) => ({ ...measure, definition: title })),
        },
      },
    };
  };
  // a code that this release does not know, as a file may hold one
  const code = hostile as ReasonCode;
  const poisonedStatement = {
    ...statement,
    lines: statement.lines.map((line) => ({ ...line, reason: { code, with: {} } })),
    held: statement.held.map(({ line }) => ({ line, reason: { code, with: {} } })),
  };

  it('shapes no Markdown: no image, link, heading, extra column or mention', () => {
    const markdown = renderStatementMarkdown(poisonedStatement, poisoned(), 'both');
    const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((tag) => tag[1]));
    expect([...tags].sort()).toEqual('br code h1 h2 hr li p strong table tbody td th thead tr ul'.split(' ').sort());
    expect(html.match(/<h1>/g)).toHaveLength(2);
    expect(markdown).not.toMatch(/@everyone|[^\P{C}\n\u200B]/u);
    const widths = markdown.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split(/(?<!\\)\|/).length] : []));
    const plain = { ...statement, lines: statement.lines.map((line) => ({ ...line, reason: { code: 'other' as ReasonCode, with: {} } })) };
    const clean = renderStatementMarkdown(plain, { ...context, history: [] }, 'both');
    expect(widths).toEqual(clean.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split(/(?<!\\)\|/).length] : [])));
  });

  it('moves no cursor in a terminal and adds no line of its own', () => {
    const text = renderStatementTerminal(poisonedStatement, poisoned(), { locale: 'en', color: false, width: 100 });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).not.toMatch(/^# Fake/m);
  });

  it('is shown as text, whatever it is', () => {
    const tags = /<(?!\/?(?:code|h1|h2|li|p|strong|table|tbody|td|th|thead|tr|ul|br ?\/?)\b)[a-z/!]/i;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
        const terms = { ...context.terms, contract: { ...context.terms.contract, title } };
        const html = micromark(renderStatementMarkdown(tail, { ...bare, terms }, 'en'), {
          extensions: [gfm()],
          htmlExtensions: [gfmHtml()],
        });
        expect(html).not.toMatch(tags);
      }),
      { numRuns: 60 },
    );
  });
});
