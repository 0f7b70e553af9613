import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { readAnswers } from '../../src/drafting/answers.js';
import type { Deal, Setting } from '../../src/drafting/deal.js';
import { draftOf } from '../../src/drafting/draft.js';
import { EXPORT_IDS, EXPORTS, type ExportId, marketplacesIn } from '../../src/drafting/exports.js';
import { KPIS, type KpiId, measurable } from '../../src/drafting/kpis.js';
import { dealOf, QUESTION_IDS, type QuestionId, takenAsUsual } from '../../src/drafting/questions.js';
import { summaryParts } from '../../src/drafting/summary-text.js';
import { PACKS } from '../../src/generated/packs.js';
import { currencies } from '../../src/kernel/currencies.js';
import { inFile, inNoFile } from '../../src/kernel/issue.js';
import { LOCALES } from '../../src/kernel/text.js';
import { fileColumns } from '../../src/provision/checks.js';

const SETTING: Setting = {
  language: 'en',
  today: '2025-12-10',
  contracts: ['old'],
  people: ['ann', 'bob', 'carol'],
  data: 'data',
  fullNames: { ann: 'Ann Lee', bob: 'Bob Li', carol: '李珂' },
  brandPeople: ['ann'],
  providerPeople: ['bob'],
  known: {},
};

const PEOPLE = 'people: { ann: { name: Ann, github: 1 }, bob: { name: Bob, github: 2 }, carol: { name: Carol, github: 3 } }\n';

const deal = (answers: Readonly<Partial<Record<QuestionId, string>>>, setting: Partial<Setting> = {}) => {
  const given = new Map(QUESTION_IDS.flatMap((id): [QuestionId, string][] => (answers[id] === undefined ? [] : [[id, answers[id]]])));
  return dealOf(given, { ...SETTING, ...setting }, () => inNoFile('init'));
};

const load = (made: Deal, setting: Partial<Setting> = {}) =>
  loadContract(made.id, new Map([['contracts/workspace.yaml', PEOPLE], ...draftOf(made, { ...SETTING, ...setting })]));

const PARAGRAPH = {
  brand: 'Acme',
  provider: 'Agency',
  exports: 'shopify, meta, google-ads',
  retainer: '3,000',
  commission: '3% up to 400,000, 4% above',
  kpis: 'roas 3.0, cac 25',
  bonus: '2000',
  wager: '5,000,000, 2%, 20,000',
  cap: '40000',
};

/** Answers of every kind that fit each other. */
const answersOfAnyKind = fc
  .record({
    exports: fc.uniqueArray(fc.constantFrom<ExportId>(...EXPORT_IDS.filter((id) => id !== 'tmall'))),
    currency: fc.constantFrom(
      ...currencies()
        .filter(({ until, from }) => until === null && from === null)
        .map(({ code }) => code),
    ),
    brand: fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '' && !/[\p{Cc}\u2028\u2029\uFFFD]/u.test(text)),
    from: fc.constantFrom('2026-01-01', '2026-02-28', '2026-11-18', '2028-02-29'),
    retainer: fc.constantFrom('none', '3000', '1'),
    commission: fc.constantFrom('none', '5%', '3% up to 400,000, 4% above', '0: 1%, 1: 2%, 2: 3%'),
    accumulate: fc.constantFrom('month', 'term'),
    goals: fc.uniqueArray(fc.nat(5), { minLength: 1 }),
    minSpend: fc.constantFrom('none', '1000'),
    bonus: fc.constantFrom('none', '2000', '2000 all or nothing'),
    wager: fc.constantFrom('none', '5000000, 2%, 20000', '5000000, 10000'),
    cap: fc.constantFrom('none', '40000'),
    brandSigns: fc.constantFrom('ann', 'ann, carol'),
    language: fc.constantFrom(...LOCALES),
  })
  .map(({ exports, goals, language, ...answers }) => {
    // a first contract has no rates: Amazon is measured in the currency of one of its shops
    const fitting = exports.filter((id) => id !== 'amazon' || marketplacesIn(answers.currency).length > 0);
    const chosen: ExportId[] = [...new Set<ExportId>([fitting[0] === 'amazon' ? 'amazon' : 'shopify', ...fitting])];
    const [marketplace = ''] = chosen.includes('amazon') ? marketplacesIn(answers.currency) : [];
    const offered = measurable(chosen);
    const kpis = [...new Set(goals.map((goal): KpiId => offered[goal % offered.length] ?? 'revenue'))];
    const target = (kpi: KpiId) => `${kpi} ${KPIS[kpi].unit === 'share' ? '8%' : '30'}`;
    return {
      language,
      answers: { provider: 'Agency of seven', ...answers, marketplace, exports: chosen.join(' '), kpis: kpis.map(target).join(', ') },
    };
  });

describe('a drafted contract', () => {
  test('passes the check, whatever is answered', () => {
    fc.assert(
      fc.property(answersOfAnyKind, ({ answers, language }) => {
        const { deal: made, issues } = deal(answers, { language });
        if (made === null) {
          // Nothing would be paid.
          expect([answers.retainer, answers.commission, answers.bonus, answers.wager]).toEqual(['none', 'none', 'none', 'none']);
          const refused = issues.filter(({ severity }) => severity === 'error');
          expect(refused).toMatchObject([{ code: 'answer-refused', params: { answer: '@question.wager', expected: '@answer.paid' } }]);
          return;
        }
        const { folder, issues: found } = load(made, { language });
        expect(found).toEqual([]);
        expect(folder?.terms.contract.parties.brand.name).toBe(answers.brand.trim().normalize('NFC'));
      }),
      { numRuns: 60 },
    );
  });

  test.each(['Acme \uFFFD', 'Acme \uD83D', 'Acme\u2028Home', '\u3164', 'Ac\u200Bme'])(
    'is not made for a name that no file may hold: %j',
    (brand) => {
      const { deal: made, issues } = deal({ ...PARAGRAPH, brand });
      expect(made).toBeNull();
      expect(issues).toMatchObject([{ code: 'answer-refused', params: { answer: '@question.brand', expected: '@answer.name' } }]);
    },
  );

  test('says what was answered', () => {
    const { deal: made } = deal(PARAGRAPH);
    const contract = made === null ? null : load(made).folder?.terms.contract;
    expect(contract?.term).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(contract?.fees).toMatchObject([
      { id: 'base', kind: 'retainer' },
      { id: 'sales', kind: 'commission', base: 'revenue', mode: 'marginal', accumulate: 'period' },
      { id: 'reward', kind: 'bonus', by: 'composite', shape: 'linear' },
      { id: 'wager', kind: 'wager', metric: 'revenue', over: 'term' },
      { id: 'ceiling', kind: 'cap' },
    ]);
    expect(contract?.kpis.map(({ id }) => id)).toEqual(['roas', 'cac']);
    expect(contract?.parties.provider.signatories).toEqual(['bob']);
  });

  test('pays a bonus all or nothing, and a fixed stake, where that was answered', () => {
    const { deal: made } = deal({ ...PARAGRAPH, bonus: '2000, all or nothing', wager: '500万, 1万' });
    const contract = made === null ? null : load(made).folder?.terms.contract;
    const [text = ''] = made === null ? [] : [...draftOf(made, SETTING).values()];
    expect(contract?.fees).toMatchObject([{}, {}, { id: 'reward', shape: 'step' }, { id: 'wager', kind: 'wager' }, {}]);
    expect(text).toContain('pool: 2000, points: { from 100%: 100% }, shape: step');
    expect(text).toContain('target: 5000000, over: term, deadband: 0, stake: 10000, onEarlyEnd: scale');
    expect(text.match(/threshold: [\d.]+x/g)).toEqual(['threshold: 1.4x']);
    expect(deal({ ...PARAGRAPH, bonus: '2000 达到才付' }).deal?.bonus).toEqual({ pool: '2000', isWhole: true });
    expect(deal({ ...PARAGRAPH, bonus: 'all or nothing' }).issues).toMatchObject([{ params: { expected: '@answer.bonus' } }]);
  });

  test('of tables of BigQuery names no column that it cannot have, whichever exports it is of', () => {
    const SETTING_TABLES = { data: null };
    const refused = deal(PARAGRAPH, SETTING_TABLES);
    expect(refused.issues).toMatchObject([
      { code: 'answer-refused', params: { answer: '@question.exports', expected: '@answer.exports-bigquery:meta' } },
    ]);
    for (const id of EXPORT_IDS.filter((each) => EXPORTS[each].ofFilesAlone !== true)) {
      const exports = id === 'shopify' || id === 'amazon' ? id : `shopify, ${id}`;
      const currency = id === 'tmall' ? 'CNY' : 'USD';
      for (const kpi of measurable(id === 'amazon' ? ['amazon'] : ['shopify', id])) {
        const target = KPIS[kpi].unit === 'share' ? '8%' : '30';
        const { deal: made } = deal({ ...PARAGRAPH, exports, currency, kpis: `${kpi} ${target}` }, SETTING_TABLES);
        const terms = made === null ? undefined : load(made, SETTING_TABLES).folder?.terms;
        expect([id, kpi, terms === undefined ? null : fileColumns(terms.definitions)]).toEqual([id, kpi, []]);
      }
    }
    const files = deal(PARAGRAPH).deal;
    const definitions = files === null ? undefined : load(files).folder?.terms.definitions;
    const found = definitions === undefined ? [] : fileColumns(definitions);
    expect(found.map(({ code, params }) => [code, params])).toEqual([
      [
        'bigquery-no-column',
        { fact: 'meta_ads_export', column: '"Amount spent (USD)"', advice: '@advice.column-pack:meta-ads-export@1|facebook-ads@1' },
      ],
    ]);
  });

  test('says whose new customers are counted where other shops sell too', () => {
    const told = (exports: string, language: 'en' | 'zh') => {
      const { deal: made, issues } = deal({ ...PARAGRAPH, exports, marketplace: 'Amazon.com' }, { language });
      if (made === null) throw new Error('no deal');
      return {
        codes: issues.map(({ code, params }) => [code, params.why]),
        lines: summaryParts(made, language, []).flatMap(({ lines }) => lines.filter((line) => /New customers|新客：/.test(line))),
        defined: [...draftOf(made, { ...SETTING, language }).values()].join('').match(/new_customers: \{.*?definition: "(.*?)"/)?.[1],
      };
    };
    expect(told('shopify, meta, google-ads, shopify-payouts', 'en')).toEqual({
      codes: [],
      lines: [],
      defined: 'Customers whose first paid order falls on the day',
    });
    expect(told('shopify, meta, tiktok-shop, amazon', 'en')).toEqual({
      codes: [['answer-in-part', '@doubt.customers:Shopify|TikTok Shop, Amazon']],
      lines: ['New customers: those of Shopify alone; buyers in TikTok Shop, Amazon are not counted, their sales and the ads for them are'],
      defined: 'Customers of Shopify whose first paid order there falls on the day; buyers in TikTok Shop, Amazon are not counted',
    });
    expect(told('shopify, meta, tiktok-shop, amazon', 'zh')).toMatchObject({
      lines: ['新客：只计 Shopify 的顾客；TikTok Shop、Amazon 的买家不计入新客，其销售额与广告费照计'],
      defined: '当日在 Shopify 首次付款的顾客数；TikTok Shop、Amazon 的买家不计入',
    });
    expect(deal({ ...PARAGRAPH, exports: 'shopify, meta, tiktok-shop', kpis: 'roas 3' }).issues).toEqual([]);
  });

  test('says where scores begin only of those that begin below their target, and a single rate as it is', () => {
    const told = (kpis: string) => {
      const { deal: made } = deal({ ...PARAGRAPH, commission: '3%', kpis, bonus: '2000, all or nothing' });
      return made === null ? [] : summaryParts(made, 'zh', []).flatMap(({ lines }) => lines);
    };
    expect(told('roas 3.0').filter((line) => line.includes('起算'))).toEqual([]);
    expect(told('roas 3.0, cac 25')).toContain('得分自目标值的以下比例起算：新客成本 140%；差距更大的得 0 分');
    expect(told('roas 3.0')).toContain('当月销售额提成：3%');
  });

  test.each(LOCALES)('names the folders that are read, or the tables of BigQuery where no folder is (%s)', (language) => {
    const { deal: made } = deal(PARAGRAPH);
    const definitions = (data: string | null) => (made === null ? [] : [...draftOf(made, { language, data }).values()])[1] ?? '';
    expect(definitions('exports')).toContain('#   exports/shopify/orders/  exports/meta/ads/  exports/google/campaigns/\n');
    expect(definitions(null)).toContain('#   shopify.orders  meta.ads  google.campaigns\n');
    expect(definitions(null)).not.toContain('data/');
  });

  test.each([
    ['en', 'span of the tiers: anew every month'],
    ['zh', '提成累计：每月重新计算'],
  ] as const)('says in words over what tiers run where nobody was asked (%s)', (language, said) => {
    const { deal: made } = deal({ ...PARAGRAPH, accumulate: '' });
    const usual = takenAsUsual(new Map([['commission', '3% up to 400000, 4% above']]), { ...SETTING, language });
    const [, added] = made === null ? [] : summaryParts(made, language, usual);
    expect(added?.lines[0]).toContain(said);
  });

  test.each(LOCALES)('is about forty lines in one language, a comment to each clause (%s)', (language) => {
    const { deal: made } = deal(PARAGRAPH);
    const [contract = '', definitions = ''] = made === null ? [] : [...draftOf(made, { language, data: 'data' }).values()];
    expect(contract.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(contract.match(/ # /g)?.length).toBeGreaterThan(15);
    // A scorecard tells a KPI by what it is made of: each measure of its own has a title too.
    expect(definitions).toContain(language === 'en' ? 'new_customers: { title: "New customers", ' : 'new_customers: { title: "新客数", ');
    for (const text of [contract, definitions]) {
      if (language === 'en') expect(text).not.toMatch(/\p{Script=Han}/u);
      else expect(text.replace(/^.*# yaml-language-server.*$/m, '')).not.toMatch(/# [A-Za-z ]{12}/);
    }
  });

  test('of one KPI pays the bonus by it, and weights add up', () => {
    const single = deal({ ...PARAGRAPH, kpis: 'roas 3' }).deal;
    expect(single === null ? null : load(single).folder?.terms.contract.fees[2]).toMatchObject({ by: 'roas' });
    const three = deal({ ...PARAGRAPH, kpis: 'roas 3, cac 25, basket 80' }).deal;
    const weights = three === null ? [] : [...draftOf(three, SETTING).values()][0]?.match(/weight: \d+%/g);
    expect(weights).toEqual(['weight: 34%', 'weight: 33%', 'weight: 33%']);
  });

  test('has nothing advised that its answers decide', () => {
    const { deal: made } = deal(PARAGRAPH);
    const terms = made === null ? null : load(made).folder?.terms;
    const codes = terms === null || terms === undefined ? [] : lintContract({ terms }).map(({ code }) => code);
    for (const code of [
      'ratio-without-minimum',
      'payout-cliff',
      'pay-falls',
      'no-exit',
      'no-review',
      'no-amendments',
      'provider-held-pays-provider',
    ]) {
      expect(codes).not.toContain(code);
    }
  });
});

test.each(LOCALES)('the answers of chapter 7 are a deal (%s)', (locale) => {
  const chapter = readFileSync(new URL(`../../docs/guide/07-first-contract.${locale}.md`, import.meta.url), 'utf8');
  const [, text = ''] = /```yaml\n# deal.yaml\n([\s\S]*?)```/.exec(chapter) ?? [];
  const { answers, issues } = readAnswers('deal.yaml', text);
  expect(issues).toEqual([]);
  const { deal: made } = dealOf(answers, SETTING, () => inNoFile('deal.yaml'));
  expect(made).toMatchObject({
    exports: ['shopify', 'meta', 'google-ads'],
    retainer: '3000',
    commission: [
      { from: '0', rate: '3%' },
      { from: '400000', rate: '4%' },
    ],
    kpis: [
      { kpi: 'roas', target: '3.0' },
      { kpi: 'cac', target: '25' },
    ],
    wager: { target: '5000000', rate: '2%', limit: '20000' },
  });
});

describe('answers', () => {
  test('that the workspace stands in for are told of by what it says, and where', () => {
    const known = (timezone: string) => dealOf(new Map(), { ...SETTING, known: { timezone } }, () => inNoFile('typed')).issues;
    expect(known('Etc/GMT+8')).toContainEqual(
      expect.objectContaining({
        code: 'answer-doubtful',
        at: inFile('contracts/workspace.yaml'),
        params: {
          answer: '@question.timezone',
          found: '"Etc/GMT+8"',
          why: '@doubt.zone-west:Etc/GMT+8|America/Los_Angeles / Asia/Shanghai',
          files: ['contract.yaml', 'contracts/workspace.yaml'],
        },
      }),
    );
    expect(known('UTC+8')).toContainEqual(
      expect.objectContaining({
        code: 'answer-refused',
        at: inFile('contracts/workspace.yaml'),
        params: { answer: '@question.timezone', expected: '@answer.zone:Asia/Shanghai', found: '"UTC+8"' },
      }),
    );
    expect(deal({ ...PARAGRAPH, timezone: 'Etc/GMT+8' }).issues).toMatchObject([
      { code: 'answer-doubtful', params: { found: '"Etc/GMT+8"', files: ['contract.yaml'] } },
    ]);
  });

  test('that are missing or wrong are told at once, with what they should look like, but for those that hang on another', () => {
    const missing = deal({}).issues;
    expect(missing.map(({ code, params }) => [code, params.answer])).toEqual([
      ...['brand', 'provider', 'exports'].map((each) => ['answer-missing', `@question.${each}`]),
      ['answers-pay-nothing', undefined],
    ]);
    expect(deal({ ...PARAGRAPH, id: 'old' }).issues).toMatchObject([{ params: { answer: '@question.id', expected: '@answer.new-id' } }]);
    expect(deal({ ...PARAGRAPH, exports: 'meta' }).issues).toMatchObject([
      { params: { answer: '@question.exports', expected: '@answer.exports' } },
    ]);
    expect(deal({ ...PARAGRAPH, to: '2025-12-31' }).issues).toMatchObject([
      { params: { answer: '@question.to', expected: '@answer.day-after' } },
    ]);
    expect(deal({ ...PARAGRAPH, to: '2099-12-31' }).issues).toMatchObject([
      { params: { answer: '@question.to', expected: '@answer.day-after' } },
    ]);
    expect(deal({ ...PARAGRAPH, brandSigns: 'eve' }).issues).toMatchObject([
      { params: { expected: ['ann', 'bob', 'carol'], found: '"eve"' } },
    ]);
    expect(deal({ ...PARAGRAPH, timezone: 'UTC+8' }).issues).toMatchObject([
      { params: { answer: '@question.timezone', expected: '@answer.zone:Asia/Shanghai' } },
    ]);
  });

  test('name every export and every pack that is read', () => {
    // Tmall is in CNY and Amazon is not: no contract without rates reads both
    for (const [currency, other] of [
      ['CNY', 'amazon'],
      ['USD', 'tmall'],
    ] as const) {
      const exports = EXPORT_IDS.filter((id) => id !== other);
      const { deal: made } = deal({
        ...PARAGRAPH,
        currency,
        exports: exports.join(', '),
        kpis: 'roas 3, refund_rate 8%, conversion_rate 2%',
      });
      const text = made === null ? '' : [...draftOf(made, SETTING).values()][1];
      for (const id of exports) expect(text).toContain(`{ pack: ${EXPORTS[id].pack}, custodian: brand`);
    }
    const presets = Object.keys(PACKS).filter((pack) => pack.includes('-export@'));
    expect(EXPORT_IDS.map((id) => EXPORTS[id].pack).toSorted()).toEqual(presets.toSorted());
    expect(deal({ ...PARAGRAPH, exports: 'tmall, meta' }).issues).toMatchObject([{ params: { expected: '@answer.exports-cny' } }]);
  });

  test('name a shop of Amazon’s that settles in the currency of the contract', () => {
    const of = (currency: string, marketplace?: string) =>
      deal({ ...PARAGRAPH, exports: 'amazon', kpis: 'revenue 400000', currency, ...(marketplace === undefined ? {} : { marketplace }) });
    expect(of('USD').deal?.marketplace).toBe('Amazon.com');
    expect(of('GBP').deal?.marketplace).toBe('Amazon.co.uk');
    expect(of('EUR', 'Amazon.it').deal?.marketplace).toBe('Amazon.it');
    expect(of('USD', 'Amazon.de').issues).toMatchObject([{ params: { expected: '@answer.marketplace:Amazon.de|EUR' } }]);
    expect(of('GBP', 'Amazon.com').issues).toMatchObject([{ params: { expected: '@answer.marketplace:Amazon.com|USD' } }]);
    // of four shops only whoever answers knows which
    expect(of('EUR').issues).toMatchObject([
      { code: 'answer-missing', params: { expected: ['Amazon.de', 'Amazon.fr', 'Amazon.it', 'Amazon.es'] } },
    ]);
    expect(of('CNY').issues).toMatchObject([{ params: { expected: '@answer.exports-amazon:USD / CAD / GBP / INR / AUD / EUR' } }]);
  });

  test.each([
    [
      'en',
      'tiktok-shop, shopee: the files name no currency and no time zone, so amounts are taken as USD and times as those of Asia/Shanghai; where the shop’s are others, change currency and zone beside the pack in definitions.yaml',
      '# tiktok-shop, shopee: the files name no currency and no time zone; USD and Asia/Shanghai are the contract’s and must be the shop’s\n',
    ],
    [
      'zh',
      'tiktok-shop、shopee：文件未注明币种与时区，金额按 USD 计，时间按 Asia/Shanghai 计；店铺实际不同的，请在 definitions.yaml 中修改该口径包的 currency 与 zone',
      '# tiktok-shop、shopee：文件未注明币种与时区；USD 与 Asia/Shanghai 取自合同，须与店铺实际一致\n',
    ],
  ] as const)('of files that name no currency and no zone, what is taken for theirs is said: %s', (language, added, comment) => {
    const { deal: made } = deal(
      { ...PARAGRAPH, exports: 'shopify, tiktok-shop, shopee', timezone: 'Asia/Shanghai', kpis: 'revenue 400000' },
      { language },
    );
    if (made === null) throw new Error('no deal');
    const lines = (of: typeof made) => summaryParts(of, language, []).flatMap((part) => part.lines);
    expect(lines(made)).toContain(added);
    // the contract is in dollars; in pounds days stand first
    expect(lines(made).filter((line) => line.includes('(site: us)') || line.includes('（site: us）'))).toHaveLength(1);
    expect(lines({ ...made, currency: 'GBP' }).join('\n')).toMatch(/31\/01\/2026.*site: sea/);
    expect([...draftOf(made, { ...SETTING, language }).values()].join('')).toContain(comment);
    const { deal: plain } = deal({ ...PARAGRAPH, exports: 'shopify', kpis: 'revenue 400000' }, { language });
    expect(plain === null ? '' : [...draftOf(plain, SETTING).values()].join('')).not.toContain('currency and no time zone');
  });
});
